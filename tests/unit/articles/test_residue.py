"""The residue filter takes furniture, keeps the article, and says what it took."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.articles import residue_rules
from service.articles.residue import clean
from service.models import Removed
from tests.harness.cost import cpu_seconds

ROOT = Path(__file__).parents[3]
EXAMPLES: list[dict[str, Any]] = tomllib.loads((ROOT / "tests/data/articles/residue.toml").read_text("utf-8"))["example"]
RULES: dict[str, Any] = tomllib.loads((ROOT / "service/articles/residue.toml").read_text("utf-8"))

ABOVE = "Shells fell on the village of Upper Mill on Tuesday and four farmers were killed, the mayor said by telephone."
BELOW = "The army of the other side did not answer questions, and the mayor expected the fighting to go on all night."


def between(line: str) -> str:
    return f"{ABOVE}\n\n{line}\n\n{BELOW}"


@pytest.mark.parametrize(("rule", "line"), [(one["rule"], line) for one in EXAMPLES for line in one["takes"]])
def test_furniture_goes_and_its_rule_is_named(rule: str, line: str) -> None:
    cleaned = clean(between(line))
    assert cleaned.text == f"{ABOVE}\n\n{BELOW}"
    assert [(one.rule, one.text) for one in cleaned.removed] == [(rule, line)]


@pytest.mark.parametrize("line", [line for one in EXAMPLES for line in one["keeps"]])
def test_what_only_looks_like_furniture_stays(line: str) -> None:
    assert clean(between(line)) == clean(f"{ABOVE}\n\n{line}\n\n{BELOW}")
    assert line in clean(between(line)).text.splitlines()


@pytest.mark.parametrize(
    "pattern",
    [
        (rule["name"], pattern)
        for rule in RULES["rule"]
        if rule["place"] in {"line", "announce"}
        for pattern in rule["patterns"]
    ],
)
def test_every_pattern_has_an_example(pattern: tuple[str, str]) -> None:
    name, one = pattern
    expanded = re.compile(residue_rules._expanded(one, RULES["pieces"]), re.IGNORECASE)
    examples = [line for example in EXAMPLES if example["rule"] == name for line in example["takes"]]
    assert any(expanded.match(line) for line in examples), f"no example of {name} meets {one}"


@pytest.mark.parametrize(
    "quote",
    [
        "“Follow us on the road to the border,” the driver said.",
        "“Share,” she told the children.",
        "'Neither war, nor peace'",
        '"Read more, shoot less," he wrote.',
        "“Share!”",
        '"Read more."',
        "‘Leave a comment on the wall,’ they said.",
    ],
)
def test_quotations_stay(quote: str) -> None:
    assert quote in clean(between(quote)).text


@pytest.mark.parametrize(
    "line",
    [
        "Twelve died.",
        "He fled.",
        "No one came.",
        "Peace efforts undone",
        "Fragile peace process",
        "More soon.",
        "Yes.",
        "49 dead",
    ],
)
def test_short_real_lines_stay(line: str) -> None:
    assert line in clean(between(line)).text.splitlines()


HARD_WRAPPED = """The council on Thursday welcomed the truce, which it said was holding along the whole
length of the border after two nights of shelling.

Related article: 'A hard moment for the mediators' as fighting flares between the two old
neighbours

"The council stays involved in the talks between both capitals," its spokesman said in a
written statement.
"""


def test_a_headline_that_wraps_on_to_the_next_line_goes_as_a_whole() -> None:
    cleaned = clean(HARD_WRAPPED)
    assert cleaned.removed == (
        Removed(
            "related_story",
            "Related article: 'A hard moment for the mediators' as fighting flares between the two old neighbours",
        ),
    )
    assert cleaned.text.splitlines()[3].startswith('"The council stays involved')


def test_a_wrapped_headline_does_not_take_the_paragraph_that_follows_without_an_empty_line() -> None:
    glued = HARD_WRAPPED.replace("neighbours\n\n", "neighbours\n")
    cleaned = clean(glued)
    assert [one.rule for one in cleaned.removed] == ["related_story"]
    assert '"The council stays involved' in cleaned.text
    assert "neighbours" not in cleaned.text


def test_a_headline_that_fills_its_line_does_not_take_a_hard_wrapped_paragraph_below() -> None:
    headline = "Related article: 'A hard moment for the mediators' as fighting flares between old neighbours"
    paragraph = (
        "The council stays involved in the talks between both capitals, its spokesman told the press in a\nwritten statement."
    )
    cleaned = clean(f"{headline}\n{paragraph}")
    assert cleaned.text == paragraph


def test_a_headline_on_one_line_does_not_take_the_paragraph_below() -> None:
    text = HARD_WRAPPED.replace(" as fighting flares between the two old\nneighbours\n\n", "\n")
    cleaned = clean(text)
    assert [one.text for one in cleaned.removed] == ["Related article: 'A hard moment for the mediators'"]
    assert '"The council stays involved' in cleaned.text


def test_a_bare_announcement_takes_the_headline_below_but_not_a_sentence() -> None:
    headline = clean(
        f"{ABOVE}\n\nPrevious article\nMass grave with 90 bodies found near the mill\n\nNext article\nTrams are back"
    )
    assert headline.text == ABOVE
    sentence = clean(f"{ABOVE}\n\nRelated:\n{BELOW}")
    assert sentence.text == f"{ABOVE}\n\n{BELOW}"


@pytest.mark.parametrize(
    ("glued", "left", "rule"),
    [
        (f"{ABOVE}Previous articleMass grave with 90 bodies found", ABOVE, "neighbour_story"),
        (f"{ABOVE} Next articleTrams are back", ABOVE, "neighbour_story"),
        (f"{ABOVE} Leave a Reply", ABOVE, "reply"),
        (f"{ABOVE}READ ALSO: Forty dead in ferry fire", ABOVE, "related_story"),
        (f"Advertisement{ABOVE}", ABOVE, "advertisement"),
    ],
)
def test_furniture_glued_to_a_sentence_goes_and_the_sentence_stays(glued: str, left: str, rule: str) -> None:
    cleaned = clean(f"{glued}\n\n{BELOW}")
    assert cleaned.text == f"{left}\n\n{BELOW}"
    assert [one.rule for one in cleaned.removed] == [rule]


def test_a_page_break_inside_a_sentence_is_closed() -> None:
    link = "https://example.org/print"
    text = f"During talks in spring the president\n\n{link}\n{link}\n\n\nand the prime minister agreed to meet."
    assert clean(text).text == "During talks in spring the president\nand the prime minister agreed to meet."


def test_a_page_break_between_sentences_stays_a_paragraph_break() -> None:
    assert clean(f"{ABOVE}\n\nhttps://example.org/print\n\n\n{BELOW}").text == f"{ABOVE}\n\n{BELOW}"


NAMES_CHECKED = """The names of the dead were checked by the correspondents of two agencies in the capital, AFP and
Reuters
and were found to be those of soldiers who had been sent to the border in the spring of this
year."""

RECRUITING = """Nobody in the valley was asked by the men with guns whether he wanted to go with them.
Sign up for the militia before the harvest or leave your house and your fields was the
choice that they gave to every family between the river and the pass, a teacher said."""


@pytest.mark.parametrize(
    ("text", "piece"),
    [(NAMES_CHECKED, "Reuters"), (RECRUITING, "Sign up for the militia")],
)
def test_a_piece_of_a_hard_wrapped_sentence_is_not_furniture(text: str, piece: str) -> None:
    assert piece in clean(text).text
    assert clean(text).removed == ()


def test_only_the_last_heading_of_other_stories_takes_sentences() -> None:
    body = "\n".join(f"{number}. {ABOVE}" for number in range(1, 9))
    text = f"{body}\nMost read\nThe mayor buried his brother on Friday.\nMore from The Example\nForty people drowned on Sunday."
    assert clean(text).text == f"{body}\nThe mayor buried his brother on Friday."


def test_other_stories_at_the_end_go_with_their_teasers() -> None:
    body = "\n".join(f"{number}. {ABOVE}" for number in range(1, 9))
    text = f"{body}\nMost read\nFerry sinks in the strait\nForty people drowned when a ferry sank on Sunday.\nTrams are back"
    cleaned = clean(text)
    assert cleaned.text == body
    assert "Forty people drowned when a ferry sank on Sunday." in [one.text for one in cleaned.removed]


def test_a_box_of_other_stories_within_an_article_takes_its_headlines_only() -> None:
    text = f"{ABOVE}\nRelated stories\nFerry with forty people sinks in the strait\n{BELOW}\n{ABOVE} Again.\n{BELOW} Again."
    cleaned = clean(text)
    assert cleaned.text == f"{ABOVE}\n{BELOW}\n{ABOVE} Again.\n{BELOW} Again."


def test_a_pull_quote_said_twice_is_kept_once() -> None:
    assert clean(f"{ABOVE}\n{BELOW}\n{ABOVE}").text == f"{ABOVE}\n{BELOW}"


def test_a_headline_doubled_within_its_line_goes() -> None:
    cleaned = clean(between("Trams are back in the city Trams are back in the city"))
    assert [one.rule for one in cleaned.removed] == ["doubled_headline"]


def test_line_ends_of_every_kind_are_read_and_kept() -> None:
    assert clean(f"{ABOVE}\r\nAdvertisement\r\n{BELOW}\r\n").text == f"{ABOVE}\r\n{BELOW}"


def test_an_article_of_furniture_alone_comes_out_empty() -> None:
    cleaned = clean("Please enable JavaScript to continue\n\nCookie settings")
    assert cleaned.text == ""
    assert [one.rule for one in cleaned.removed] == ["bot_wall", "cookies"]


def is_subsequence(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)


PIECES = st.one_of(
    st.sampled_from([line for one in EXAMPLES for line in (*one["takes"], *one["keeps"])]),
    st.sampled_from(
        [
            ABOVE,
            BELOW,
            "",
            " ",
            "Read more",
            "Comments",
            "Related:",
            "Previous article",
            "Ferry with forty people sinks in strait",
        ]
    ),
    st.text(max_size=40),
)
TEXTS = st.builds(lambda pieces, breaks: "".join(map("".join, zip(pieces, breaks, strict=False))), st.lists(PIECES, max_size=14),
                  st.lists(st.sampled_from(["\n", "\n\n", "\r\n", "\u2028", " ", ""]), min_size=14, max_size=14))  # fmt: skip


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_cleaning_only_removes_and_cleaning_again_changes_nothing(text: str) -> None:
    once = clean(text)
    assert is_subsequence(once.text, text)
    assert clean(once.text) == residue_free(once.text)


def residue_free(text: str) -> object:
    """What cleaning a clean text gives: the text, and nothing removed."""
    return type(clean(""))(text, ())


@pytest.mark.parametrize(
    "piece",
    [
        "Share and ",
        "Aa ",
        "Comments\n",
        "Previous article\n",
        "Read more: Aa\n",
        "a",
        "– ",
        "AP Photo/",
        "x@",
        "12:00 ",
        "\n",
        "Related stories\nFerry with forty people sinks in strait\n",
    ],
)
def test_time_grows_with_the_length_and_not_faster(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        return cpu_seconds(lambda: clean(text))

    assert seconds(160_000) < 8 * 4 * seconds(20_000) + 0.5
