"""Numbers that were told already under another name: in another story, as a running total, of a side not named.

A long war's report repeats its great numbers ("about 1,200 were killed and 240 taken hostage") wherever it goes, and the sentence
alone seldom says that they are old. A great number hardly ever occurs twice by chance, a small one does; so the greater it is, the
longer it is remembered.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from service.analysis.languages.en.countries import COUNTRIES
from service.history.fold import RULES
from service.history.sides import side_of
from service.models import UNSPECIFIED, Change, SeriesKey, Value

_STATES = frozenset(country.name for country in COUNTRIES)
# What an armed group is called where it is not named: "militants", "Kashmiri rebels".
_NAMELESS = frozenset(
    {
        "militants",
        "rebels",
        "fighters",
        "gunmen",
        "insurgents",
        "attackers",
        "terrorists",
        "separatists",
        "guerrillas",
        "bandits",
    }
)
_GREAT_WAR = 10_000
# Least number and how long the same one of the same kind and side is a repeat wherever it is said.
_MEMORY: tuple[tuple[int, timedelta], ...] = (
    (1000, timedelta(days=60)),
    (100, timedelta(days=7)),
    (20, timedelta(hours=48)),
    (10, timedelta(hours=24)),
)


def told_elsewhere(change: Change, announced: Sequence[Change]) -> str:
    """Why a number is no news although its series never told it; empty where it is. ``announced`` are the changes that rang, oldest first.

    Needs of the past only what rang within sixty days.
    """
    if change.series is None or change.after is None or not change.moves:
        return ""
    if change.before is None and change.series.kind == "killed" and change.after.high == 1:
        return _one_in_a_war(announced)
    for earlier in reversed(announced):
        if earlier.series is None or earlier.after is None or earlier.series == change.series:
            continue
        if _one_number(earlier.after, change.after) and one_people(earlier.series, change.series):
            if earlier.article == change.article:
                return "the article's other figure says the same"
            if abs(change.at - earlier.at) <= _remembered(change.after.low):
                return f"told already on {earlier.at:%Y-%m-%d} in another story"
    return ""


def _one_in_a_war(announced: Sequence[Change]) -> str:
    """Where tens of thousands have died, the first of one is a portrait or a funeral; a second one beside him rings as two."""
    dead = [change.after.low for change in announced if change.series and change.after and change.series.kind == "killed"]
    greatest = max(dead, default=0)
    return f"one person in a war of {greatest:,} dead" if greatest >= _GREAT_WAR else ""


def _one_number(one: Value, other: Value) -> bool:
    return (one.low, one.high) == (other.low, other.high)


def one_people(one: SeriesKey, other: SeriesKey) -> bool:
    """Whether two series can count the same people: one kind, and one side, or one of them without a side."""
    if one.kind != other.kind or {"civilian", "combatant"} <= {one.role, other.role}:
        return False
    sides = {side_of(key.party, RULES) for key in (one, other)}
    return len(sides) == 1 or UNSPECIFIED in sides or _one_group(one.party, other.party)


def _one_group(one: str, other: str) -> bool:
    """Whether one of two armed groups is only called after what it is: "2 militants" are the 2 of the group that the next line names."""
    nameless = any(name.casefold().split()[-1] in _NAMELESS for name in (one, other))
    return nameless and one not in _STATES and other not in _STATES


def _remembered(number: int) -> timedelta:
    return next((memory for least, memory in _MEMORY if number >= least), timedelta(0))
