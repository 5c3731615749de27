"""A lone unrated outlet's jump waits for a second origin."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from service.alerts.holding import AGREED, ALONE, OVERTAKEN, held_for, overdue, settle
from service.models import Alert, Change, Value
from service.settings import Policy
from tests.harness.samples import alert, evidence, toll

POLICY = Policy(hold=3600.0, hold_change=100)
JUMP = toll(before=Value(12, 12), after=Value(480, 480), confirmed=False, evidence=(evidence(trust="unrated"),))


def held(change: Change = JUMP) -> Alert:
    return replace(alert(), change=change)


@pytest.mark.parametrize(
    ("change", "seconds"),
    [
        (JUMP, 3600.0),
        (replace(JUMP, before=None), 3600.0),
        (replace(JUMP, after=Value(60, 60)), 0.0),
        (replace(JUMP, confirmed=True), 0.0),
        (replace(JUMP, evidence=(evidence(trust="established"),)), 0.0),
        (replace(JUMP, evidence=(evidence(trust="unrated"), evidence(trust="primary"))), 0.0),
        (replace(JUMP, change="disputed", moves=False), 0.0),
        (replace(JUMP, series=None, after=None, status_after="ended"), 0.0),
        (replace(JUMP, change="revised_down", before=Value(480, 480), after=Value(12, 12)), 3600.0),
    ],
    ids=["a jump", "a large first figure", "a small step", "confirmed", "an established outlet", "one of two is rated",
         "a dispute", "a truce", "a fall"],
)  # fmt: skip
def test_what_is_held(change: Change, seconds: float) -> None:
    assert held_for(change, POLICY) == seconds


def test_where_unconfirmed_changes_are_off_each_waits_for_a_second_origin_however_small() -> None:
    off = Policy(unconfirmed=False)
    assert held_for(replace(JUMP, after=Value(13, 13)), off) == math.inf
    assert held_for(replace(JUMP, evidence=(evidence(trust="established"),)), off) == math.inf
    assert held_for(replace(JUMP, confirmed=True), off) == 0.0


def test_with_no_time_nothing_is_held() -> None:
    assert held_for(JUMP, Policy(hold=0.0, hold_change=1)) == 0.0


def test_a_second_origin_lets_it_ring_with_both_quotes() -> None:
    both = (evidence(trust="unrated"), evidence(source="Agency Two", article="a2"))
    second = replace(JUMP, change="confirmed", article="a2", evidence=both, confirmed=True, confidence=0.9, moves=False)
    [found] = settle([held()], [second])
    assert found.rings is not None
    assert (found.rings.evidence, found.rings.confirmed, found.rings.confidence) == (both, True, 0.9)
    assert (found.rings.before, found.rings.after, found.rings.note) == (Value(12, 12), Value(480, 480), AGREED)


def test_another_number_overtakes_it() -> None:
    other = replace(JUMP, article="a2", before=Value(480, 480), after=Value(30, 30), change="revised_down")
    [found] = settle([held()], [other])
    assert (found.rings, found.quiet) == (None, OVERTAKEN)


@pytest.mark.parametrize(
    "other",
    [
        replace(JUMP, change="confirmed", article="a2", confirmed=False, moves=False),
        replace(JUMP, change="confirmed", article="a1", confirmed=True, moves=False),
        toll(series=replace(JUMP.series, kind="wounded"), article="a2"),  # type: ignore[type-var]  # it has a series
    ],
    ids=["a copy", "its own article", "another series"],
)
def test_what_says_nothing_of_it_leaves_it_waiting(other: Change) -> None:
    assert settle([held()], [other]) == ()


def test_when_the_time_is_over_it_rings_and_says_that_it_stands_alone() -> None:
    found = overdue(held(), stands=True)
    assert found.rings is not None
    assert (found.rings.note, found.rings.confirmed) == (ALONE, False)
    assert overdue(held(), stands=False).quiet == OVERTAKEN
