"""One flare-up is one story, two incidents of one war are two, and neither feeds the other's toll."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from service.history.fold import fold
from service.models import Reading
from tests.harness.told import count, lines, told

NORTH, SOUTH = "Northland", "Southland"


def place(*names: str) -> dict[str, tuple[str, ...]]:
    return {"places": names}


@dataclass(frozen=True)
class Case:
    """Readings and the stories they make, each by the refs of its articles."""

    name: str
    readings: tuple[Reading, ...]
    stories: tuple[tuple[str, ...], ...]


CASES = (
    Case(
        "a border clash of three days with ever other places",
        (
            told("a", 0, count(49, by=NORTH), places=("Rivertown",), words=("border", "clashes", "troops")),
            told("b", 10, count(49, by=NORTH), count(50, SOUTH, by=SOUTH), places=(), words=("border", "clashes", "overnight")),
            told(
                "c",
                34,
                count(105, by=NORTH),
                count(50, SOUTH, by=SOUTH),
                places=("Hilltop", "Bridge"),
                words=("bodies", "clashes"),
            ),
            told("d", 52, count(105, by=NORTH), count(71, SOUTH, by=SOUTH), places=(), words=("border", "clashes", "list")),
        ),
        (("a", "b", "c", "d"),),
    ),
    Case(
        "strikes on two towns on one day",
        (
            told("a", 0, count(3), places=("Rivertown",), words=("missile", "clinic", "rivertown")),
            told("b", 3, count(6), places=("Lakeside",), words=("drone", "warehouse", "lakeside")),
            told("c", 5, count(4), places=("Rivertown",), words=("missile", "clinic", "rubble")),
            told("d", 8, count(7), places=("Lakeside",), words=("drone", "warehouse", "fire")),
        ),
        (("a", "c"), ("b", "d")),
    ),
    Case(
        "a small raid after a large one in the same land",
        (
            *(
                told(
                    f"a{hour}",
                    hour,
                    count(8 + hour // 10, places=("Hillcamp",)),
                    places=("Hillcamp",),
                    words=("raid", "camp", "troops"),
                )
                for hour in range(0, 50, 10)
            ),
            told("z", 62, count(2), places=(), words=("shootout", "wanted", "car")),
        ),
        (("a0", "a10", "a20", "a30", "a40"), ("z",)),
    ),
    Case(
        "one article on two incidents belongs to both",
        (
            told("a", 0, count(10, places=("Hillcamp",)), places=("Hillcamp",), words=("raid", "camp")),
            told("b", 2, count(7, SOUTH, kind="wounded", places=("Seaport",)), places=("Seaport",), words=("ramming", "car")),
            told(
                "c",
                6,
                count(11, places=("Hillcamp",)),
                count(8, SOUTH, kind="wounded", places=("Seaport",), start=80),
                places=("Hillcamp", "Seaport"),
                words=("raid", "ramming"),
            ),
        ),
        (("a", "c"), ("b", "c")),
    ),
    Case(
        "another strike on the same town, with fewer dead than the first had long ago",
        (
            told("a", 0, count(12), words=("missile", "strike", "rescuers", "hospital")),
            told("b", 1, count(14), words=("missile", "strike", "rescuers", "hospital")),
            told("c", 40, count(2), words=("missile", "strike", "rescuers", "market")),
        ),
        (("a", "b"), ("c",)),
    ),
    Case(
        "a few dead in the same land hours after a great toll, a number the story never told",
        (
            told("a", 0, count(136), places=(), words=("strikes", "shelling", "report")),
            told("b", 9, count(2), places=("Seaport",), words=("shelling", "workers", "strikes")),
        ),
        (("a",), ("b",)),
    ),
    Case(
        "a strike on a town that a live page named among a dozen",
        (
            told(
                "a",
                0,
                count(2),
                places=("Rivertown", "Oldbridge", "Millfield", "Seaport", "Lakeside", "Hillcamp"),
                words=("live", "updates", "front"),
            ),
            told("b", 20, count(2), places=("Lakeside",), words=("missile", "apartment", "front")),
        ),
        (("a",), ("b",)),
    ),
    Case(
        "many hurt in another report than the one that says two more are in hospital",
        (
            told("a", 0, count(2), count(2, kind="wounded", relation="increment", start=60), words=("front", "fire", "live")),
            told("b", 9, count(518, kind="wounded"), words=("front", "fire", "live")),
        ),
        (("a",), ("b",)),
    ),
    Case(
        "the same place a month later",
        (told("a", 0, count(3)), told("b", 24 * 30, count(3))),
        (("a",), ("b",)),
    ),
    Case(
        "a copy of an agency text goes with its original",
        (
            told("a", 0, count(2), places=("Rivertown",), words=("market",)),
            told("b", 20, count(2), places=(), words=("agency",), copies=("a-1",)),
        ),
        (("a", "b"),),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_articles_are_told_in_these_stories(case: Case) -> None:
    found = [tuple(article.rsplit("-", 1)[0] for article in story.articles) for story in fold(case.readings).stories]
    assert sorted(found) == sorted(case.stories)


def test_two_incidents_keep_their_own_tolls() -> None:
    ledger = fold(CASES[1].readings)
    assert lines(ledger) == [
        "a: first Northland killed nothing → 3",
        "b: first Northland killed nothing → 6",
        "c: rise Northland killed 3 → 4",
        "d: rise Northland killed 6 → 7",
    ]


def test_a_story_is_called_by_its_place_its_sides_and_its_days() -> None:
    stories = fold(CASES[0].readings).stories
    assert stories[0].title in (
        "Rivertown: Northland – Southland, 1–3 March 2026",
        "Bridge: Northland – Southland, 1–3 March 2026",
    )
    assert stories[0].id == "a-1"
