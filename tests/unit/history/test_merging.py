"""Two stories that a person declared to be one are one, from the first article of the younger on."""

from __future__ import annotations

from dataclasses import replace

from service.history.fold import RULES, fold
from service.history.merging import meant, merged_into
from service.history.rules import Rules
from service.models import Reading
from tests.harness.told import count, told

NORTH = "Northland"

TWO = (
    told("a", 0, count(3), places=("Rivertown",), words=("missile", "clinic", "rivertown")),
    told("b", 3, count(6), places=("Lakeside",), words=("drone", "warehouse", "lakeside")),
    told("c", 5, count(4), places=("Rivertown",), words=("missile", "clinic", "rubble")),
    told("d", 8, count(7), places=("Lakeside",), words=("drone", "warehouse", "fire")),
)


def merging(**merged: str) -> Rules:
    return replace(RULES, merged={f"{story}-1": f"{into}-1" for story, into in merged.items()})


def stories(readings: tuple[Reading, ...], rules: Rules = RULES) -> list[tuple[str, ...]]:
    return [story.articles for story in fold(readings, rules=rules).stories]


def test_two_stories_become_one_with_one_toll() -> None:
    assert len(stories(TWO)) == 2, "the example proves nothing"
    assert stories(TWO, merging(b="a")) == [("a-1", "b-1", "c-1", "d-1")]
    [toll] = fold(TWO, rules=merging(b="a")).tolls
    assert (toll.series.story, toll.best.low) == ("a-1", 7)


def test_a_merge_into_a_story_that_was_merged_itself_goes_all_the_way() -> None:
    three = (*TWO, told("e", 9, count(20, kind="wounded"), places=("Hillcamp",), words=("mortar", "market")))
    assert len(stories(three)) == 3, "the example proves nothing"
    assert len(stories(three, merging(b="a", e="b"))) == 1
    assert meant({"e": "b", "b": "a"}) == {"e": "a", "b": "a"}


def test_decisions_in_a_circle_merge_nothing_for_ever() -> None:
    assert merged_into("a", {"a": "b", "b": "a"}) == "b"
    assert len(stories(TWO, merging(b="a", a="b"))) == 1


def test_a_story_that_was_silent_for_too_long_cannot_be_gone_on_with() -> None:
    apart = (told("a", 0, count(3)), told("b", 120, count(6)))
    assert stories(apart, merging(b="a")) == [("a-1",), ("b-1",)]
