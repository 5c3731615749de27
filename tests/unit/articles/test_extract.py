"""A page becomes an article's text, or a state that says why not."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime

import pytest
from lxml.html import document_fromstring

from service.articles.extract import extract, page_metadata
from service.articles.page_furniture import linked_headlines

FIRST = "Four farmers were killed on Tuesday when shells fell on the village of Upper Mill, the mayor said by telephone."
SECOND = (
    "The army of the neighbouring country did not answer questions, and the mayor expected the fighting to go on all night."
)
THIRD = "“We have nowhere to go,” said a teacher who had spent two nights in the cellar of the school with her daughters."
OTHER = "Forty drown as ferry sinks in the strait"


def page(body: str, head: str = "", title: str = "Shells kill four in Upper Mill") -> str:
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><main><article>{body}</article></main></body></html>"


ARTICLE = f"<h1>Shells kill four in Upper Mill</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"


def test_the_text_of_an_article_comes_out_by_paragraphs() -> None:
    extracted = extract(page(ARTICLE))
    assert extracted.text.splitlines() == [FIRST, SECOND, THIRD]
    assert extracted.problems == ()
    assert not extracted.empty


def test_the_pages_own_heading_is_taken_out_and_said() -> None:
    removed = extract(page(ARTICLE)).removed
    assert [(one.rule, one.text) for one in removed] in ([], [("page_heading", "Shells kill four in Upper Mill")])


def test_comments_of_readers_are_no_text() -> None:
    reader = "<li><p>They killed five hundred, I was told by a man.</p></li>"
    comments = f"<div id='comments'><h3>Comments</h3><ul class='comment-list'>{reader}</ul></div>"
    assert "five hundred" not in extract(page(ARTICLE + comments)).text


def test_a_headline_that_is_only_a_link_goes() -> None:
    link = f'<p><a href="/ferry"><b>{OTHER}</b></a></p>'
    extracted = extract(page(ARTICLE.replace(f"<p>{SECOND}</p>", f"<p>{SECOND}</p>{link}")))
    assert extracted.text.splitlines() == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    ("block", "is_headline"),
    [
        (f'<p><a href="/x">{OTHER}</a></p>', True),
        (f'<li><span>• </span><strong><a href="/x">{OTHER}</a></strong></li>', True),
        (f'<h3><a href="/x"><img src="y">{OTHER}</a></h3>', True),
        (f'<p><a href="/x">{FIRST}</a></p>', False),  # a sentence, however it is set
        (f'<p>He read that <a href="/x">{OTHER}</a></p>', False),
        (f'<p><a href="/x">{OTHER}</a>, he read</p>', False),
        (f'<p><a href="/x">{OTHER}</a> <em>he read</em></p>', False),
        (f'<main><a href="/x">{OTHER}</a></main>', False),
    ],
)
def test_a_headline_of_another_story_is_a_block_that_is_a_link_and_nothing_else(block: str, is_headline: bool) -> None:
    assert (OTHER in linked_headlines(document_fromstring(f"<html><body>{block}</body></html>"))) is is_headline


def test_links_within_a_sentence_stay() -> None:
    linked = FIRST.replace("Upper Mill", '<a href="/upper-mill">Upper Mill</a>')
    assert FIRST in extract(page(ARTICLE.replace(FIRST, linked))).text


def linked_data(body: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'


def test_what_stands_after_the_publishers_own_end_goes() -> None:
    promo = "<p>The Example has reported on the river for 90 years and needs the help of its readers to go on doing so tomorrow.</p>"
    extracted = extract(page(ARTICLE + promo, head=linked_data(f"{FIRST} {SECOND} {THIRD}")))
    assert extracted.text.splitlines()[-1] == THIRD
    assert [one.rule for one in extracted.removed][-1] == "after_declared_end"


def test_a_declared_body_that_was_cut_off_takes_nothing() -> None:
    extracted = extract(page(ARTICLE, head=linked_data(f"{FIRST} {SECOND} “We have nowhere")))
    assert THIRD in extracted.text


def test_a_page_that_loads_its_text_by_script_gives_the_declared_body() -> None:
    extracted = extract(page("<p>Loading</p>", head=linked_data(f"{FIRST}\\n{SECOND}\\n{THIRD}")))
    assert extracted.text.splitlines() == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "html",
    [
        "",
        " \n",
        b"",
        b"\x00\x01\x02",
        "<html></html>",
        page(""),
        "<!DOCTYPE html>",
        page("<script>render()</script>"),
        b"\xff\xfe",
        "<",
        "<!--",
        "]]>",
    ],
)
def test_an_empty_extraction_is_a_state(html: str | bytes) -> None:
    extracted = extract(html, want_metadata=True)
    assert extracted.empty
    assert "extraction_empty" in extracted.problems


@pytest.mark.parametrize("depth", [250, 260, 2100, 20_000])
def test_deep_nesting_loses_no_text(depth: int) -> None:
    extracted = extract(page("<div>" * depth + ARTICLE + "</div>" * depth))
    assert [FIRST in extracted.text, THIRD in extracted.text] == [True, True]
    assert extracted.problems == ("page_flattened",)


def test_the_text_is_cut_at_the_limit_and_says_so() -> None:
    extracted = extract(page(ARTICLE), limit_chars=150)
    assert len(extracted.text) == 150
    assert extracted.problems == ("text_cut",)


def test_a_declared_charset_is_used() -> None:
    html = page(ARTICLE.replace("Upper Mill", "Верхняя Мельница")).encode("windows-1251", errors="ignore")
    assert "Верхняя Мельница" in extract(html, charset="text/html; charset=windows-1251").text


def test_plain_text_sent_as_a_page_is_read() -> None:
    assert FIRST in extract(f"{FIRST}\n\n{SECOND}").text


def test_metadata_is_read_only_when_asked_for() -> None:
    html = page(
        ARTICLE,
        head='<meta property="article:published_time" content="2022-09-13T12:30:00+02:00"><meta name="author" content="Anna Writer">',
    )
    assert (extract(html).published, extract(html).author, extract(html).title) == (None, "", "")
    asked = extract(html, want_metadata=True)
    assert asked.published == datetime(2022, 9, 13, 10, 30, tzinfo=UTC)
    assert asked.author == "Anna Writer"
    assert asked.title == "Shells kill four in Upper Mill"


LD = '<script type="application/ld+json">'
DAY = datetime(2022, 9, 13, tzinfo=UTC)


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta name="parsely-pub-date" content="2022-09-13T00:00:00Z">', DAY),
        ('<meta itemprop="datePublished" content="2022-09-13">', DAY),
        (LD + '{"@graph": [{"@type": ["NewsArticle"], "datePublished": "2022-09-13T00:00:00.000Z"}]}</script>', DAY),
        (LD + '[{"@type": "Organization"}, {"@type": "Article", "datePublished": "2022-09-13"}]</script>', DAY),
        ('<script type="application/ld+json">{broken</script><time datetime="2022-09-13">yesterday</time>', DAY),
        ('<meta property="article:published_time" content="yesterday"><time datetime="2022-09-13"></time>', DAY),
        ('<meta property="article:modified_time" content="2022-09-13">', None),
        ('<meta name="date" content="0001-01-01T00:00:00Z">', None),
        ('<meta name="date" content="2022-02-31">', None),
        ("", None),
    ],
)
def test_dates_come_from_the_places_where_publishers_put_them(head: str, published: datetime | None) -> None:
    assert page_metadata(page(ARTICLE, head=head)).published == published


@pytest.mark.parametrize(
    ("author", "read"),
    [
        ('{"name": "Anna Writer"}', "Anna Writer"),
        ('[{"name": "Anna Writer"}, {"name": "Jan Smith"}, {"name": "Anna Writer"}]', "Anna Writer, Jan Smith"),
        ('"Anna Writer"', "Anna Writer"),
        ('{"name": ["Anna Writer", "Jan Smith"]}', "Anna Writer, Jan Smith"),
        ('"https://example.org/anna"', ""),
        ("7", ""),
        ("null", ""),
    ],
)
def test_authors_of_linked_data(author: str, read: str) -> None:
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {author}}}</script>'
    assert page_metadata(page(ARTICLE, head=head)).author == read


def test_linked_data_nested_beyond_reason_is_passed_over() -> None:
    head = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    assert extract(page(ARTICLE, head=head), want_metadata=True).text


def test_trafilatura_is_only_imported_when_a_page_is_extracted() -> None:
    loaded = "print('trafilatura' in sys.modules, 'lxml' in sys.modules)"
    code = f"import sys, service.articles.extract, service.articles.build, service.archives; {loaded}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
