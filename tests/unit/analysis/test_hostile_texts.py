"""No text makes the analysis raise, lose its place, or work more than in proportion to the text's length."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any, Self

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.analysis import analyse
from service.analysis.gazetteer import Gazetteer
from service.config.load import load_settings
from service.gazetteers import gazetteer_from
from service.models import Report

ROOT = Path(__file__).parents[3]
PUBLISHED = datetime(2024, 3, 15, tzinfo=UTC)
REPEATED = {
    "digits": "1",
    "quotes": '"',
    "open brackets": "(",
    "brackets around figures": "(12 killed [",
    "one long sentence": "killed 12 people and ",
    "a list of numbers": "12, ",
    "verbs alone": "killed ",
    "zero-width and bidi marks": "\u200bkilled 12\u202e ",
    "capitals": "KILLED TWELVE AND ",
    "claims": "Russia said Ukraine killed 12, ",
    "names": "John Smith ",
    "of the of the": "of the ",
    "dashes": "-- 12 ",
    "tolls": "the death toll rose from 12 to ",
    "months": "May 5 ",
    "unfinished numerals": "twenty-",
    "lines": "killed 12\n",
    "curly quotes": "“12 killed” ",
    "names in capitals": "MAYOR JOSE RUIZ WAS KILLED AND ",
    "hostages let go": "12 hostages held by them ",
    "bare nouns": "Soldier, ",
    "ages": "aged 12 and ",
    "parts of parts": "12, including a child and a woman, ",
    "passives joined": "was shot in the chest and killed ",
    "owned acts": "Galan's murder ",
    "parts of the sentence before": "Of them 12 were children. ",
}


@cache
def gazetteer() -> Gazetteer:
    return gazetteer_from(load_settings(ROOT / "config", ROOT / "var", {}, need_secrets=False).conflicts)


def read(text: str) -> Report:
    return analyse(text, published=PUBLISHED, gazetteer=gazetteer())


class WorkCounter:
    """Counts the calls of Python functions and built-ins while it is in force: the same on every machine."""

    def __init__(self) -> None:
        self.calls = 0

    def __enter__(self) -> Self:
        sys.setprofile(self._count)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _count(self, frame: FrameType, event: str, argument: Any) -> None:
        if event in ("call", "c_call"):
            self.calls += 1


def work(text: str) -> int:
    with WorkCounter() as counter:
        read(text)
    return counter.calls


@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED.keys())
def test_twice_the_text_is_at_most_twice_the_work(piece: str) -> None:
    read("At least 12 people were killed in Ukraine, officials said.")  # what is worked out once is worked out here
    length = 60_000
    once, twice = work(piece * (length // len(piece))), work(piece * (2 * length // len(piece)))
    assert twice <= 2.2 * once + 20_000


MEGABYTE = 1_000_000
MOST_WORK = 8  # calls a character; a megabyte of quotation marks, the dearest of these, takes five and a half


@pytest.mark.parametrize("piece", ["1", '"', "killed 12 people and ", "([", "\u200bkilled 12\u202e "])
def test_a_megabyte_of_one_thing_is_work_in_proportion(piece: str) -> None:
    assert work(piece * (MEGABYTE // len(piece))) <= MOST_WORK * MEGABYTE


WORDS = st.sampled_from(
    [
        "killed",
        "wounded",
        "dead",
        "12",
        "three",
        "dozens",
        "of",
        "the",
        "soldiers",
        "civilians",
        ",",
        ".",
        '"',
        "'",
        "(",
        ")",
        "--",
        "and",
        "were",
        "was",
        "Israel",
        "Russia",
        "said",
        "that",
        "since",
        "2014",
        "May",
        "toll",
        "rose",
        "from",
        "to",
        "hostages",
        "including",
        "them",
        "a",
        "an",
        "his",
        "another",
        "more",
        "others",
        "missing",
        "\n",
        "\n\n",
        "\u200b",
        "“",
        "”",
        "’",
        "É",
        "KILLED",
        "1,200",
        "20-30",
        "23-year-old",
    ]
)


@given(st.text(max_size=400) | st.lists(WORDS, max_size=80).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_no_text_raises_and_every_quote_stands_where_it_says(text: str) -> None:
    report = read(text)
    for figure in report.figures:
        assert text[figure.start : figure.end] == figure.quote
        assert 0.0 <= figure.confidence <= 1.0
        assert (figure.low is None) == (figure.high is None) == (figure.vague is not None)
    for rejected in report.rejected:
        assert text[rejected.start : rejected.end] == rejected.text
    for statement in report.ceasefire:
        assert text[statement.start : statement.end] == statement.quote


@given(st.lists(WORDS, max_size=60).map(" ".join))
@settings(max_examples=50, deadline=None)
def test_the_same_text_gives_the_same_report(text: str) -> None:
    assert read(text) == read(text)
