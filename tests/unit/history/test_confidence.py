"""When a change is confirmed and when it stands contradicted."""

from __future__ import annotations

import pytest

from service.history.fold import fold
from service.models import Change, Reading
from tests.harness.told import count, told

NORTH, SOUTH = "Northland", "Southland"


def last(*readings: Reading) -> Change:
    """The last loud toll change of a history."""
    return [change for change in fold(readings).changes if change.change != "confirmed"][-1]


def test_a_sides_own_count_of_its_dead_is_confirmed_by_itself() -> None:
    assert last(told("a", 0, count(49, NORTH, by=NORTH))).confirmed


def test_a_lone_outlet_that_names_nobody_confirms_nothing() -> None:
    assert not last(told("a", 0, count(49, NORTH))).confirmed


def test_a_second_origin_with_the_same_number_confirms_the_rise() -> None:
    change = last(
        told("a", 0, count(49, NORTH, by=NORTH), count(60, SOUTH, by=SOUTH)),
        told("b", 5, count(105, NORTH, by=SOUTH)),
        told("c", 9, count(105, NORTH, by="Red Cross")),
    )
    assert change.article == "c-1"
    assert change.confirmed


@pytest.mark.parametrize("other", [None, SOUTH, "Red Cross"])
def test_an_older_and_lower_count_is_overtaken_and_contradicts_nothing(other: str | None) -> None:
    change = last(
        told("a", 0, count(49, NORTH, by=NORTH), count(60, SOUTH, by=SOUTH)),
        told("b", 5, count(105, NORTH, by=other)),
        told("c", 48, count(135, NORTH, by=NORTH)),
    )
    assert change.after is not None
    assert change.after.low == 135
    assert change.confirmed
    assert change.confidence > 0.7


def test_a_higher_count_by_the_enemy_contradicts() -> None:
    change = last(
        told("a", 0, count(60, SOUTH, by=SOUTH), count(400, NORTH, by=SOUTH)),
        told("b", 5, count(135, NORTH, by=NORTH)),
    )
    assert change.after is not None
    assert not change.confirmed
    assert change.confidence < 0.5
