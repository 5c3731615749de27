"""What is written about a truce without being news of it: calls from afar, words in passing, extensions reported for days."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from service.models import CeasefireStatement, Reading
from tests.harness.told import count, told, truce, turns


def passing(status: str) -> list[object]:
    """A statement that the analysis is not sure of: "aid amid the truce"."""
    return [truce(status, confidence=0.5)]


def headline(words: str) -> CeasefireStatement:
    """An agreement in these words; one side's own where they say that it declares a truce."""
    return truce("agreed", quote=words, declared_by="Northland" if "declares" in words else None)


@dataclass(frozen=True)
class Case:
    """Readings and the turns of the truce they lead to."""

    name: str
    readings: tuple[Reading, ...]
    turns: tuple[str, ...]


CASES = (
    Case(
        "a call for a truce where no losses are known is no news, one in a war is",
        (told("a", 0, now="called_for"), told("b", 10, count(12)), told("c", 12, now="called_for")),
        ("c: truce none → called_for",),
    ),
    Case(
        "the call of an article that counts the dead itself is news",
        (told("a", 0, count(12), now="called_for"),),
        ("a: truce none → called_for",),
    ),
    Case(
        "a breach of a deal is believed at once, whoever told of the deal before it was to begin",
        (
            told("a", 0, count(12), now="agreed"),
            told("b", 1, now="agreed"),
            told("c", 2, now="agreed"),
            told("d", 12, now="violated"),
        ),
        ("a: truce none → agreed", "d: truce agreed → violated"),
    ),
    Case(
        "a breach and an end bear each other out",
        (
            told("a", 0, count(12), now="in_effect"),
            told("b", 1, now="in_effect"),
            told("c", 2, now="in_effect"),
            told("d", 12, now="violated"),
            told("e", 13, now="ended"),
        ),
        ("a: truce none → in_effect", "e: truce in_effect → ended"),
    ),
    Case(
        "an older report of the deal does not undo its breach, a new deal does",
        (
            told("a", 0, count(12), now="agreed"),
            told("b", 12, now="violated"),
            told("c", 15, now="agreed"),
            told("d", 18, ceasefire=[truce("agreed", quote="The two armies agreed to a new 24-hour truce.")]),
        ),
        ("a: truce none → agreed", "b: truce agreed → violated", "d: truce violated → agreed"),
    ),
    Case(
        "a truce that is to begin on a day still to come is another than the one that was extended",
        (
            told("a", 0, count(12), now="in_effect"),
            told("b", 48, now="extended"),
            told("c", 60, ceasefire=[truce("agreed", starts="9 March")]),
        ),
        ("a: truce none → in_effect", "b: truce in_effect → extended", "c: truce extended → agreed"),
    ),
    Case(
        "the day on which the present truce began makes no other",
        (
            told("a", 0, count(12), now="in_effect"),
            told("b", 30, ceasefire=[truce("agreed", starts="1 March")]),
        ),
        ("a: truce none → in_effect",),
    ),
    Case(
        "aid amid the truce, printed before its hour, does not make it begin",
        (
            told("a", 0, count(12), now="agreed"),
            told("b", 3, ceasefire=passing("in_effect")),
            told("c", 5, ceasefire=passing("in_effect")),
            told("d", 26, now="in_effect"),
        ),
        ("a: truce none → agreed", "d: truce agreed → in_effect"),
    ),
    Case(
        "a word in passing turns nothing alone, two outlets do",
        (
            told("a", 0, count(12), ceasefire=passing("in_effect")),
            told("b", 3, ceasefire=passing("in_effect")),
        ),
        ("b: truce none → in_effect",),
    ),
    Case(
        "the same extension reported for two days is one, also after a breach",
        (
            told("a", 0, count(12), now="agreed"),
            told("b", 20, now="in_effect"),
            told("c", 80, now="extended"),
            told("d", 90, now="violated"),
            told("e", 100, now="in_effect"),
            told("f", 104, now="extended"),
        ),
        (
            "a: truce none → agreed",
            "b: truce agreed → in_effect",
            "c: truce in_effect → extended",
            "d: truce extended → violated",
            "e: truce violated → in_effect",
        ),
    ),
    Case(
        "a further extension with another end is one more",
        (
            told("a", 0, count(12), now="in_effect"),
            told("b", 10, ceasefire=[truce("extended", ends="2026-03-05")]),
            told("c", 30, ceasefire=[truce("extended", ends="2026-03-07")]),
        ),
        ("a: truce none → in_effect", "b: truce in_effect → extended", "c: truce extended → extended"),
    ),
    Case(
        "where many write, one hope of an extension and a foretold end turn nothing, what several say does",
        (
            *(told(f"m{hour}", hour, count(12), now="in_effect") for hour in range(6)),
            told("a", 7, now="extended"),
            told("b", 8, now="in_effect"),
            told("c", 9, now="ended"),
            told("d", 10, now="ended"),
            told("e", 11, now="in_effect"),
            told("f", 16, now="extended"),
            told("g", 17, now="extended"),
            told("h", 60, now="ended"),
        ),
        ("m0: truce none → in_effect", "f: truce in_effect → extended", "h: truce extended → ended"),
    ),
    Case(
        "a headline that tells a deal days after the last truce began tells another, a report of how that one was made does not",
        (
            told("a", 0, count(12), now="in_effect"),
            told("b", 60, ceasefire=[headline("Foes sign truce")], title="Foes sign truce"),
            told("c", 80, now="agreed"),
            told("d", 120, ceasefire=[headline("How foes came to sign truce")], title="Analysis"),
            told("e", 170, ceasefire=[headline("Foes sign four-month truce")], title="Foes sign four-month truce"),
        ),
        ("a: truce none → in_effect", "e: truce in_effect → agreed"),
    ),
    Case(
        "a truce that is restored had been broken, whoever missed the breach",
        (
            told("a", 0, count(12), now="in_effect"),
            told("b", 40, ceasefire=[truce("agreed", rule="ceasefire: restoring, told")]),
        ),
        ("a: truce none → in_effect", "b: truce in_effect → agreed"),
    ),
    Case(
        "the refusal to join a truce that the other side declared alone is news, the truce's breach and end are too",
        (
            told("a", 0, count(12), ceasefire=[truce("agreed", declared_by="Northland")]),
            told("b", 9, ceasefire=[truce("rejected", claimant="Northland")]),
            told("c", 20, ceasefire=[truce("rejected", claimant="Southland")]),
            told("d", 200, now="ended"),
        ),
        ("a: truce none → agreed", "c: truce agreed → rejected", "d: truce rejected → ended"),
    ),
    Case(
        "a side that denies the deal that somebody else announced is news, until the truce has begun",
        (
            told("a", 0, count(12), now="agreed"),
            told("b", 5, ceasefire=[truce("rejected", rule="ceasefire: making, disputed")]),
            told("c", 9, now="in_effect"),
            told("d", 14, ceasefire=[truce("rejected", rule="ceasefire: making, disputed")]),
        ),
        ("a: truce none → agreed", "b: truce agreed → rejected", "c: truce rejected → in_effect"),
    ),
    Case(
        "a refusal of what both agreed turns nothing",
        (told("a", 0, count(12), now="agreed"), told("c", 20, ceasefire=[truce("rejected", claimant="Southland")])),
        ("a: truce none → agreed",),
    ),
    Case(
        "a call for a truce days after the last word of a broken one means that there is none any more",
        (
            told("a", 0, count(12), now="in_effect"),
            told("b", 20, now="violated"),
            told("c", 60, now="called_for"),
            told("d", 130, now="called_for"),
        ),
        ("a: truce none → in_effect", "b: truce in_effect → violated", "d: truce violated → called_for"),
    ),
    Case(
        "a deal that is called renewed hours later is the same deal, with another end it is longer",
        (
            told("a", 0, count(12), now="agreed"),
            told("b", 3, now="extended"),
            told("c", 9, ceasefire=[truce("extended", ends="Friday")]),
        ),
        ("a: truce none → agreed", "c: truce agreed → extended"),
    ),
    Case(
        "one side's own truce, weeks after another was agreed, is news in a headline",
        (
            told("a", 0, count(12), now="agreed"),
            told("b", 200, ceasefire=[headline("Northland declares truce")], title="Northland declares truce"),
            told("c", 400, ceasefire=[headline("Northland declares truce")], title="Northland declares truce"),
        ),
        ("a: truce none → agreed", "c: truce agreed → agreed"),
    ),
    Case(
        "after its end a truce does not hold again because one or two write so",
        (
            told("a", 0, count(12), now="in_effect"),
            told("b", 90, now="ended"),
            told("c", 110, now="in_effect"),
            told("d", 112, now="in_effect"),
        ),
        ("a: truce none → in_effect", "b: truce in_effect → ended"),
    ),
    Case(
        "the end of a truce that nobody spoke of waits for a second outlet",
        (told("a", 0, count(12), now="ended"), told("b", 9, now="ended")),
        ("b: truce none → ended",),
    ),
    Case(
        "a new deal after the end is one",
        (
            told("a", 0, count(12), now="in_effect"),
            told("b", 90, now="ended"),
            told("c", 110, now="agreed"),
            told("d", 130, now="in_effect"),
        ),
        (
            "a: truce none → in_effect",
            "b: truce in_effect → ended",
            "c: truce ended → agreed",
            "d: truce agreed → in_effect",
        ),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_truce_turns_only_here(case: Case) -> None:
    assert turns(case.readings) == list(case.turns)
