"""What is a change and what is none, one named example a rule."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations

import pytest

from service.history.fold import fold
from service.models import BOTH_SIDES, Reading
from tests.harness.told import count, lines, told, tolls, truce

NORTH, SOUTH = "Northland", "Southland"


@dataclass(frozen=True)
class Case:
    """Readings, the loud changes they lead to, and where tolls stand where that is the point."""

    name: str
    readings: tuple[Reading, ...]
    changes: tuple[str, ...]
    tolls: dict[str, str] | None = None


CASES = (
    Case(
        "a first figure and a rise by the same claimant",
        (
            told("a", 0, count(49, by=NORTH, qualifier="at_least", role="combatant")),
            told("b", 30, count(105, by=NORTH, role="combatant")),
        ),
        ("a: first Northland killed nothing → ≥49", "b: rise Northland killed ≥49 → 105"),
        {"Northland combatant killed": "105 / 105 / 105"},
    ),
    Case(
        "at least 49 then 49 is the same news said better",
        (told("a", 0, count(49, by=NORTH, qualifier="at_least")), told("b", 9, count(49, by=NORTH))),
        ("a: first Northland killed nothing → ≥49",),
        {"Northland unknown killed": "49 / 49 / 49"},
    ),
    Case(
        "more than 100 then 105 is the same news said better",
        (told("a", 0, count(100, qualifier="more_than")), told("b", 9, count(105))),
        ("a: first Northland killed nothing → >100",),
        {"Northland unknown killed": "105 / 105 / 105"},
    ),
    Case(
        "more than 100 then 140 is a rise",
        (told("a", 0, count(100, qualifier="more_than")), told("b", 9, count(140))),
        ("a: first Northland killed nothing → >100", "b: rise Northland killed >100 → 140"),
    ),
    Case(
        "a vaguer word for a known number is no news",
        (
            told("a", 0, count(105)),
            told("b", 9, count(100, qualifier="more_than")),
            told("c", 10, count(100, qualifier="about")),
        ),
        ("a: first Northland killed nothing → 105",),
        {"Northland unknown killed": "105 / 105 / 105"},
    ),
    Case(
        "a vague figure raises nothing",
        (told("a", 0, count(None, vague="dozens")), told("b", 9, count(12)), told("c", 10, count(None, vague="scores"))),
        ("b: first Northland killed nothing → 12",),
    ),
    Case(
        "a sum over both sides becomes no side's, however few sides are known, and nobody's further dead raise it",
        (
            told("a", 0, count(12, by=NORTH, role="combatant")),
            told("b", 5, count(39, "unspecified", reasons=(f"party: {BOTH_SIDES}",))),
            told("c", 9, count(4, role="combatant", relation="increment")),
        ),
        (
            "a: first Northland killed nothing → 12",
            "b: first unspecified killed nothing → 39",
            "c: rise Northland killed 12 → ≥16",
        ),
    ),
    Case(
        "a part never raises a total",
        (told("a", 0, count(12)), told("b", 9, count(40, relation="part"))),
        ("a: first Northland killed nothing → 12",),
    ),
    Case(
        "a part alone is no total either",
        (told("a", 0, count(3, relation="part")),),
        (),
    ),
    Case(
        "background, superseded and other figures never count",
        (
            told("a", 0, count(12), count(6500, scope="background")),
            told("b", 9, count(13, scope="superseded"), count(900, scope="other")),
        ),
        ("a: first Northland killed nothing → 12",),
    ),
    Case(
        "an increment raises where the article states no total",
        (told("a", 0, count(12)), told("b", 20, count(5, relation="increment"))),
        ("a: first Northland killed nothing → 12", "b: rise Northland killed 12 → ≥17"),
    ),
    Case(
        "an addition of nearly the whole toll is the toll, said beside something else",
        (
            told("a", 0, count(20, kind="wounded")),
            told("b", 9, count(1), count(22, kind="wounded", relation="increment", start=60)),
        ),
        (
            "a: first Northland wounded nothing → 20",
            "b: first Northland killed nothing → 1",
            "b: rise Northland wounded 20 → 22",
        ),
    ),
    Case(
        "an increment beside its total is counted once",
        (told("a", 0, count(12)), told("b", 20, count(5, relation="increment"), count(17))),
        ("a: first Northland killed nothing → 12", "b: rise Northland killed 12 → 17"),
    ),
    Case(
        "the same increment from a second outlet is not added again",
        (
            told("a", 0, count(12)),
            told("b", 20, count(5, relation="increment")),
            told("c", 22, count(5, relation="increment")),
            told("d", 26, count(17)),
        ),
        ("a: first Northland killed nothing → 12", "b: rise Northland killed 12 → ≥17"),
    ),
    Case(
        "a sum over both sides adds nothing where the sides are known",
        (
            told("a", 0, count(49, by=NORTH), count(50, SOUTH, by=SOUTH)),
            told("b", 9, count(100, "unspecified", qualifier="nearly")),
            told("c", 12, count(99, "unspecified")),
        ),
        ("a: first Northland killed nothing → 49", "a: first Southland killed nothing → 50"),
    ),
    Case(
        "a figure without a side belongs to the only side with losses",
        (told("a", 0, count(8)), told("b", 5, count(10, "unspecified"))),
        ("a: first Northland killed nothing → 8", "b: rise Northland killed 8 → 10"),
    ),
    Case(
        "combatant in one article and unsaid in another is one series",
        (
            told("a", 0, count(50, role="combatant", by=NORTH)),
            told("b", 4, count(50, by=NORTH)),
            told("c", 9, count(71, by=NORTH)),
            told("d", 10, count(71, by=NORTH, role="combatant")),
        ),
        ("a: first Northland killed nothing → 50", "c: rise Northland killed 50 → 71"),
    ),
    Case(
        "civilians beside soldiers are a series of their own",
        (told("a", 0, count(50, role="combatant")), told("b", 4, count(7, role="civilian"))),
        ("a: first Northland killed nothing → 50", "b: first Northland civilians killed nothing → 7"),
        {"Northland combatant killed": "50 / 50 / 50", "Northland civilian killed": "7 / 7 / 7"},
    ),
    Case(
        "civilians among people who are told already are recorded and no news",
        (told("a", 0, count(12)), told("b", 1, count(3, role="civilian")), told("c", 2, count(5, role="civilian"))),
        ("a: first Northland killed nothing → 12",),
        {"Northland unknown killed": "12 / 12 / 12", "Northland civilian killed": "5 / 5 / 5"},
    ),
    Case(
        "a lower count by the same claimant within the hour is no correction",
        (told("a", 0, count(14, by=NORTH)), told("b", 0.5, count(4, by=NORTH))),
        ("a: first Northland killed nothing → 14",),
    ),
    Case(
        "the same claimant later lower is a correction",
        (told("a", 0, count(1400, by=NORTH)), told("b", 30, count(1200, by=NORTH))),
        ("a: first Northland killed nothing → 1400", "b: revised_down Northland killed 1400 → 1200"),
        {"Northland unknown killed": "1200 / 1200 / 1200"},
    ),
    Case(
        "a lower number that was current before is old news, not a correction",
        (
            told("a", 0, count(49, by=NORTH)),
            told("b", 20, count(105, by=NORTH)),
            told("c", 22, count(49, by=NORTH)),
            told("d", 24, count(49)),
        ),
        ("a: first Northland killed nothing → 49", "b: rise Northland killed 49 → 105"),
    ),
    Case(
        "another outlet's lower number is lag, not a change",
        (told("a", 0, count(8)), told("b", 1, count(5)), told("c", 2, count(7))),
        ("a: first Northland killed nothing → 8",),
    ),
    Case(
        "an article that replaces a number says so",
        (told("a", 0, count(40)), told("b", 20, count(31), count(40, scope="superseded"))),
        ("a: first Northland killed nothing → 40", "b: revised_down Northland killed 40 → 31"),
    ),
    Case(
        "the enemy's count of a side stays apart and is told once as disputed",
        (
            told("a", 0, count(50, SOUTH, by=SOUTH), count(9, by=NORTH)),
            told("b", 3, count(400, SOUTH, by=NORTH)),
            told("c", 5, count(400, SOUTH, by=NORTH)),
            told("e", 6, count(410, SOUTH, by=NORTH)),
            told("d", 20, count(71, SOUTH, by=SOUTH)),
        ),
        (
            "a: first Northland killed nothing → 9",
            "a: first Southland killed nothing → 50",
            "b: disputed Southland killed 50 → 400",
            "d: rise Southland killed 50 → 71",
        ),
        {"Northland unknown killed": "9 / 9 / 9", "Southland unknown killed": "71 / 71 / 410"},
    ),
    Case(
        "the enemy's count alone is news",
        (told("a", 0, count(12, SOUTH, by=NORTH)),),
        ("a: first Southland killed nothing → 12",),
    ),
    Case(
        "a small difference between claimants is no dispute",
        (told("a", 0, count(50, SOUTH, by=SOUTH), count(1, by=NORTH)), told("b", 3, count(52, SOUTH, by=NORTH))),
        ("a: first Northland killed nothing → 1", "a: first Southland killed nothing → 50"),
    ),
    Case(
        "an edited number is a change at the time of the edit",
        (told("a", 0, count(500)), told("a", 6, count(50), revision=2)),
        ("a: first Northland killed nothing → 500", "a: revised_down Northland killed 500 → 50"),
        {"Northland unknown killed": "50 / 50 / 50"},
    ),
    Case(
        "an edit that repeats its number is none",
        (told("a", 0, count(50)), told("a", 6, count(50), revision=2)),
        ("a: first Northland killed nothing → 50",),
    ),
    Case(
        "an agency text copied a day later is old news",
        (
            told("a", 0, count(49, by=NORTH)),
            told("b", 12, count(105, by=NORTH)),
            told("c", 24, count(49, by=NORTH), copies=("a-1",)),
        ),
        ("a: first Northland killed nothing → 49", "b: rise Northland killed 49 → 105"),
    ),
    Case(
        "a copy of a text from before a correction does not undo the correction",
        (
            told("a", 0, count(1400, by=NORTH)),
            told("b", 20, count(1200, by=NORTH)),
            told("c", 30, count(1400, by=NORTH), copies=("a-1",)),
        ),
        ("a: first Northland killed nothing → 1400", "b: revised_down Northland killed 1400 → 1200"),
        {"Northland unknown killed": "1200 / 1200 / 1200"},
    ),
    Case(
        "displaced people are one series whatever their role",
        (
            told("a", 0, count(2750, kind="displaced", qualifier="at_least")),
            told("b", 3, count(2750, kind="displaced", role="civilian")),
            told("c", 4, count(None, kind="displaced", role="civilian", vague="hundreds")),
        ),
        ("a: first Northland displaced nothing → ≥2750",),
    ),
    Case(
        "a running total is the conflict's and never a story's",
        (
            told("a", 0, count(12), count(13000, scope="cumulative", since="2025-10-07")),
            told("b", 20, count(13300, scope="cumulative", since="the war began")),
            told("c", 21, count(13300, scope="cumulative")),
        ),
        (
            "a: first Northland killed nothing → 12",
            "a: first Northland killed since 2025-10-07 nothing → 13000",
            "b: rise Northland killed since 2025-10-07 13000 → 13300",
        ),
    ),
    Case(
        "a counter that starts anew is a series of its own and no fall",
        (
            told("a", 0, count(13000, scope="cumulative", since="2025-10-07")),
            told("b", 20, count(109, scope="cumulative", since="the truce ended")),
            told("c", 40, count(178, scope="cumulative", since="the truce ended")),
        ),
        (
            "a: first Northland killed since 2025-10-07 nothing → 13000",
            "b: first Northland killed since the truce ended nothing → 109",
            "c: rise Northland killed since the truce ended 109 → 178",
        ),
    ),
    Case(
        "a total over the days of the flare-up belongs to the flare-up",
        (told("a", 0, count(71)), told("b", 9, count(71, scope="cumulative", since="2026-03-01"))),
        ("a: first Northland killed nothing → 71",),
    ),
    Case(
        "a truce is agreed, broken and holds again",
        (
            told("a", 0, now="agreed"),
            told("b", 9, now="violated"),
            told("c", 20, now="called_for"),
            told("d", 40, now="in_effect"),
            told("e", 41, now="in_effect"),
        ),
        ("a: truce none → agreed", "b: truce agreed → violated", "d: truce violated → in_effect"),
    ),
    Case(
        "a refusal or a call does not end a truce, a stated end does",
        (
            told("a", 0, now="in_effect"),
            told("b", 30, now="called_for"),
            told("c", 31, now="rejected"),
            told("d", 50, now="ended"),
            told("e", 51, now="in_effect"),
            told("f", 90, now="called_for"),
        ),
        ("a: truce none → in_effect", "d: truce in_effect → ended", "f: truce ended → called_for"),
    ),
    Case(
        "one voice against many does not end a truce, two do",
        (
            *(told(ref, hour, now="in_effect") for hour, ref in enumerate("abcd")),
            told("e", 5, now="ended"),
            told("f", 6, now="in_effect"),
            told("g", 9, now="ended"),
            told("h", 9.5, now="ended"),
        ),
        ("a: truce none → in_effect", "g: truce in_effect → ended"),
    ),
    Case(
        "a word that the truce holds, printed within hours of a breach, was written before it",
        (told("a", 0, now="violated"), told("b", 2, now="in_effect"), told("c", 8, now="in_effect")),
        ("a: truce none → violated", "c: truce violated → in_effect"),
    ),
    Case(
        "a truce that is agreed for an hour begins at it without another word",
        (
            told("a", 0, ceasefire=[truce("agreed", starts="7 am on monday")]),
            told("b", 24.5, count(3)),
            told("c", 40, count(4)),
        ),
        (
            "a: truce none → agreed",
            "b: first Northland killed nothing → 3",
            "a: truce agreed → in_effect",
            "c: rise Northland killed 3 → 4",
        ),
    ),
    Case(
        "what is said before the hour comes stands against it",
        (
            told("a", 0, ceasefire=[truce("agreed", starts="7 am on monday")]),
            told("b", 20, now="ended"),
            told("c", 21, now="ended"),
            told("d", 40, count(4)),
        ),
        ("a: truce none → agreed", "b: truce agreed → ended", "d: first Northland killed nothing → 4"),
    ),
    Case(
        "that the truce began, said after its hour, is no news",
        (
            told("a", 0, ceasefire=[truce("agreed", starts="7 am on monday")]),
            told("b", 26, now="in_effect"),
        ),
        ("a: truce none → agreed", "a: truce agreed → in_effect"),
    ),
    Case(
        "a second truce after the first one ended",
        (
            told("a", 0, now="in_effect"),
            told("b", 50, now="ended"),
            told("c", 51, now="ended"),
            told("d", 150, now="agreed"),
            told("e", 170, now="in_effect"),
        ),
        (
            "a: truce none → in_effect",
            "b: truce in_effect → ended",
            "d: truce ended → agreed",
            "e: truce agreed → in_effect",
        ),
    ),
    Case(
        "an older truce is no state of today's",
        (told("a", 0, ceasefire=[truce("agreed", scope="background")]),),
        (),
    ),
    Case(
        "of several statuses the one the article gives as the latest decides",
        (told("a", 0, ceasefire=[truce("called_for"), truce("agreed", start=50), truce("violated", start=90)]),),
        ("a: truce none → violated",),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_readings_lead_to_exactly_these_changes(case: Case) -> None:
    ledger = fold(case.readings)
    assert lines(ledger) == list(case.changes)
    if case.tolls is not None:
        assert tolls(ledger) == case.tolls


@pytest.mark.parametrize("case", [case for case in CASES if len(case.readings) > 1], ids=lambda case: case.name)
def test_the_order_of_arrival_changes_nothing(case: Case) -> None:
    expected = repr(fold(case.readings))
    assert {repr(fold(order)) for order in permutations(case.readings)} == {expected}
