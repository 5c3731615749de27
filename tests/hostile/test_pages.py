"""Markup that breaks parsers, as a news page: no error, and the article beside it is still found."""

from __future__ import annotations

import json

import pytest

from service.articles.extract import extract
from tests.harness.suites import members, needs_suites

STORY = (
    "Azerbaijani shelling killed 49 Armenian soldiers overnight, the prime minister told parliament in Yerevan on Tuesday. "
    "He said that the fighting had become less intense by the morning, and that the towns of Goris, Sotk and Jermuk were hit. "
    "Both sides accuse each other of having begun the clashes, in which artillery, mortars and drones were used for hours."
)
PAGE = "<html><head><title>Clashes</title></head><body><article><h1>Clashes</h1><p>{story}</p>{odd}<p>{story}</p></article></body></html>"

OURS = {
    "stray ends": "</p></div></article-x></span></b></i>",
    "tags within tags": "<p<p<p><a<b>",
    "attributes without end": "<a href=\"x y='<p>",
    "a comment never closed at its end": "<!-- x --!> y -->",
    "a control character as a reference": "<p>x &#x0001; &#2; &#xB; y</p>",
    "null bytes": "a\x00b<p\x00>",
    "entities": "&#0;&#x110000;&#xD800;&notit;&noti;&bogus;&amp",
    "CDATA": "<![CDATA[ <p>x</p> ]]>",
    "processing instruction": "<?xml version='9'?><?php echo 1 ?>",
    "foreign elements": "<svg><math><mi><foreignObject><p>x</p></foreignObject></mi></math></svg>",
    "table out of place": "<table><p>x<tr>y<td>z<table><td>",
    "forms in forms": "<form><form><select><option><p>x</select></form>",
    "misnested formatting": "<b><i><u></b></i><p></u>x</p>",
    "templates": "<template><p>x</p><template></template>",
    "many attributes": "<p " + " ".join(f"a{n}=1" for n in range(5000)) + ">x</p>",
    "a namespace": '<o:p xmlns:o="urn:x">x</o:p>',
    "uppercase and odd case": "<P>X</p><DiV>y</dIv>",
}


@pytest.mark.parametrize("odd", OURS.values(), ids=OURS)
def test_odd_markup_within_an_article_hides_nothing_of_it(odd: str) -> None:
    found = extract(PAGE.format(story=STORY, odd=odd).encode("utf-8"), url="https://a.example/1")
    assert "killed 49 Armenian soldiers overnight" in found.text


@needs_suites
def test_the_cases_of_html5lib_as_pages() -> None:
    """Behind an article they cause no error, and the article is kept."""
    cases = []
    for name, content in members("html5lib").items():
        if name.endswith(".test"):
            cases += [case["input"] for case in json.loads(content).get("tests", ()) if isinstance(case.get("input"), str)]
        elif name.endswith(".dat"):
            cases += [piece.split(b"\n#encoding")[0].decode("latin-1") for piece in content.split(b"#data\n") if piece]
    cases = list(dict.fromkeys(cases))
    assert len(cases) > 3000
    for first in range(0, len(cases), 20):  # twenty a page: a page each would take a minute
        odd = "\n".join(cases[first : first + 20])
        page = f"<html><body><article><p>{STORY}</p><p>{STORY}</p>{odd}"
        assert "killed 49 Armenian" in extract(page.encode("utf-8", "surrogatepass"), url="https://a.example/1").text, odd
