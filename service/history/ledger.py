"""A ledger's parts: what each is kept under, when it was last touched, and the order they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from service.models import KINDS, CeasefireState, Change, Ledger, SeriesKey, Story, Toll

Part = Story | Toll | CeasefireState | Change


@dataclass(frozen=True, slots=True)
class Row:
    """One part of a ledger, what it is kept under, and the time of the newest reading that touched it.

    ``key`` stays the same whatever the part is called by and by: a toll's is the claim that opened its series. A series that has no
    toll (its claims were taken back, or are sums over the sides) has a row without a part, so that it is known to have been touched.
    """

    key: str
    at: datetime
    part: Part | None


TRUCE = "truce"  # the key of a conflict's one ceasefire state


def ledger_of(conflict: str, parts: Iterable[Part | None]) -> Ledger:
    """Parts of a ledger in its canonical order; changes of one series and article are given in the order they were made."""
    every = list(parts)
    tolls: dict[SeriesKey, Toll] = {}
    for toll in (part for part in every if isinstance(part, Toll)):
        if toll.series not in tolls or tolls[toll.series].as_of <= toll.as_of:
            tolls[toll.series] = toll  # a running total that was forgotten and begins again goes by its old name
    changes = {part.id: part for part in every if isinstance(part, Change)}  # of two quiet steps to one number the last stands
    return Ledger(
        conflict,
        tuple(sorted((p for p in every if isinstance(p, Story)), key=lambda story: (story.started, story.id))),
        tuple(sorted(tolls.values(), key=lambda toll: toll.series)),
        tuple(sorted((p for p in every if isinstance(p, CeasefireState)), key=lambda state: state.parties)),
        tuple(sorted(changes.values(), key=change_order)),
    )


def change_order(change: Change) -> tuple[object, ...]:
    """Oldest first; within one article tolls in the order of kinds and parties, then the ceasefire; steps of one series as they came."""
    if change.series is None:
        return (change.at, change.article, 1, 0)
    key = change.series
    return (change.at, change.article, 0, KINDS.index(change.series.kind), key.scope == "cumulative", key)
