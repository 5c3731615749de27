"""One event told in two conflicts or two stories rings once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from service.alerts.neighbours import told_next_door
from service.models import Alert, ArticleRef, Change, Evidence, SeriesKey, Value
from tests.harness.told import START

RANG = "Suicide bomber strikes a rally in Hilltown, killing 54"


def alert(number: int, title: str = RANG, *, conflict: str = "northland-rebels", hours: float = 0, **given: object) -> Alert:
    """An alert of a first count, from its headline."""
    change = given.pop("change", "first")
    values: dict[str, object] = {"kind": "killed", "party": "Northland", "role": "unknown", "scope": "current", "since": ""}
    series = SeriesKey(conflict=conflict, story=title, **(values | given))  # type: ignore[arg-type]  # fields by name
    at = START + timedelta(hours=hours)
    evidence = Evidence("c", title, title, None, "outlet", "established", "https://news.example", at)
    moved = Change(
        f"{conflict} {title}", conflict, title, change, at, title, series,  # type: ignore[arg-type]
        after=Value(number, number, "exact"), evidence=(evidence,),
    )  # fmt: skip
    ref = ArticleRef(title, "https://news.example", title, "outlet")
    return Alert(title, "toll.changed", conflict, conflict.title(), title, title, moved, ref, at)


@dataclass(frozen=True)
class Case:
    """What rang before, what comes, and whether it is the same event."""

    name: str
    rang: Alert
    comes: Alert
    echo: bool


DOOR = "northland-southland"
SMALL = "Roadside bomb in Hilltown market leaves 3 dead"
CASES = (
    Case("the same count in the neighbouring conflict", alert(54), alert(54, "Toll at 54", conflict=DOOR, hours=3), True),
    Case("a slower outlet's lower count", alert(54), alert(45, "Bomber kills 45", conflict=DOOR, hours=3), True),
    Case(
        "a lower count in wholly other words rings",
        alert(54),
        alert(45, "Shells hit a bazaar, 45 dead", conflict=DOOR, hours=3),
        False,
    ),
    Case("a higher count next door is news", alert(45), alert(54, "Blast kills 54", conflict=DOOR, hours=3), False),
    Case("a count far below is another event", alert(54), alert(20, "Shelling kills 20", conflict=DOOR, hours=3), False),
    Case("another side's dead", alert(54), alert(54, "54 dead", conflict=DOOR, party="Southland", hours=3), False),
    Case("the wounded are not the dead", alert(54), alert(54, "54 hurt", conflict=DOOR, kind="wounded", hours=3), False),
    Case("two days later it is another event", alert(54), alert(54, "54 die", conflict=DOOR, hours=48), False),
    Case("a running total is no event", alert(54), alert(54, "54 so far", conflict=DOOR, scope="cumulative", hours=3), False),
    Case(
        "a correction of what this conflict was told rings",
        alert(54),
        alert(54, "54", conflict=DOOR, change="revised_down", hours=3),
        False,
    ),
    Case(
        "a small count in the other's words",
        alert(3, SMALL),
        alert(3, "Three die as bomb rips through market in Hilltown", conflict=DOOR, hours=5),
        True,
    ),
    Case(
        "a small count in other words may be chance",
        alert(3, SMALL),
        alert(3, "Gunmen ambush patrol, three dead", conflict=DOOR, hours=5),
        False,
    ),
    Case(
        "one conflict, two stories, one market",
        alert(3, SMALL),
        alert(3, "Three die as bomb rips through market in Hilltown", hours=5),
        True,
    ),
    Case(
        "one conflict, two strikes of a night",
        alert(12, "Strike on a flat in Rivertown kills 12"),
        alert(12, "Missile hits Laketown bus stop, 12 dead", hours=5),
        False,
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_one_event_told_next_door_rings_once(case: Case) -> None:
    assert bool(told_next_door(case.comes, [case.rang])) is case.echo


def test_the_reason_names_day_and_conflict() -> None:
    why = told_next_door(alert(54, "Toll at 54", conflict=DOOR, hours=3), [alert(54)])
    assert why == "told already on 2026-03-01 in Northland-Rebels"


def test_a_truce_has_no_echo_of_numbers() -> None:
    comes = alert(54, conflict=DOOR)
    assert told_next_door(replace(comes, change=replace(comes.change, series=None)), [alert(54)]) == ""
