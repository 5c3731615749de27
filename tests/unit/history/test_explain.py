"""Explanations name what counts, what does not, and why."""

from __future__ import annotations

from dataclasses import replace

from service.history.explain import explain, explain_change, explain_quiet, narrowed, words
from service.history.fold import fold
from service.models import Value
from tests.harness.told import count, told

NORTH, SOUTH = "Northland", "Southland"
READINGS = (
    told("a", 0, count(49, by=NORTH, qualifier="at_least", role="combatant"), count(50, SOUTH, by=SOUTH)),
    told("b", 9, count(100, "unspecified", qualifier="nearly", quote="nearly a hundred dead"), now="agreed"),
    told("c", 30, count(105, by=NORTH), count(6500, "unspecified", scope="background", quote="6,500 in the old war")),
    told("d", 31, count(49, by=NORTH, quote="49 as first said"), count(90, relation="part", quote="90 bodies")),
)


def test_a_toll_is_explained_by_its_steps_and_claims() -> None:
    lines = explain(fold(READINGS), READINGS)[0].lines()
    assert lines[0].startswith("Northland, combatants, killed: 105 (")
    assert lines[1] == "  It stands there by the count of Northland of 2026-03-02 12:00; 2 claims in 2 outlets count."
    text = "\n".join(lines)
    assert "2026-03-02 12:00 rise: at least 49 → 105 (a newer, higher count) [outlet c]" in text
    assert "“49 as first said” – lower than what is known by then: an older count or a part of it" in text
    assert "“90 bodies” – a part of another figure" in text


def test_steps_are_words_and_a_count_that_is_only_confirmed_stands_there_once() -> None:
    readings = (
        told("a", 0, count(49, by=NORTH), now="agreed"),
        told("b", 2, count(49, by="doctors"), now="in_effect"),
        told("c", 20, count(40, by=NORTH), now="in_effect"),
    )
    steps = [step for item in explain(fold(readings)) for step in item.steps]
    assert "2026-03-01 08:00 confirmed: 49 (a second origin says the same) [outlet b]" in steps
    assert any("revised down: 49 → 40" in step for step in steps)
    assert "2026-03-01 08:00 agreed → in effect [outlet b]" in steps


def test_what_belongs_to_no_toll_is_named_with_its_reason() -> None:
    outside = explain(fold(READINGS), READINGS)[-1]
    assert [line.split(": ", 1)[1] for line in outside.not_counting] == [
        "“nearly a hundred dead” – a sum over the sides, whose own numbers are known",
        "“6,500 in the old war” – about an earlier war or incident",
    ]


def test_the_truce_is_explained_too() -> None:
    truce = next(item for item in explain(fold(READINGS)) if item.subject.startswith("Ceasefire"))
    assert truce.subject == "Ceasefire Northland – Southland: a ceasefire is agreed"
    assert truce.steps == ("2026-03-01 15:00 none → agreed [outlet b]",)


def test_numbers_read_as_people_say_them() -> None:
    assert [words(v) for v in (Value(2750, 2750, "at_least"), Value(20, 30), None)] == ["at least 2,750", "20 to 30", "nothing"]


def test_the_ledger_is_narrowed_to_what_was_asked_for() -> None:
    ledger = fold(READINGS)
    assert [toll.series.party for toll in narrowed(ledger, side="southland").tolls] == [SOUTH]
    assert narrowed(ledger, kind="wounded").tolls == ()
    assert narrowed(ledger, kind="killed").ceasefire == ()
    newest = narrowed(ledger, limit=1)
    assert [toll.series.party for toll in newest.tolls] == [NORTH]
    assert newest.ceasefire == ledger.ceasefire


def test_a_change_is_explained_by_what_its_series_came_to() -> None:
    ledger = fold(READINGS)
    rise = next(change for change in ledger.changes if change.change == "rise")
    found = explain_change(rise, ledger)
    assert found is not None
    assert found.subject.startswith("Northland, combatants, killed: 105")
    turn = next(change for change in ledger.changes if change.series is None)
    found = explain_change(turn, ledger)
    assert found is not None
    assert found.subject.startswith("Ceasefire Northland – Southland")
    assert explain_change(rise, replace(ledger, tolls=())) is None


def test_the_end_of_a_truce_that_nobody_spoke_of_shows_what_it_waits_for_and_until_when() -> None:
    [truce] = explain(fold((told("a", 0, now="ended"),)))
    assert truce.subject.endswith(": no ceasefire")
    [line] = truce.not_counting
    assert line.endswith(
        "the end of a truce that nobody spoke of: waits for another outlet that says so by 2026-03-02 06:00 UTC"
    )
    [ended] = explain(fold((told("a", 0, now="ended"), told("b", 3, now="ended"))))
    assert ended.subject.endswith(": the ceasefire is over")


def test_a_word_in_passing_shows_until_when_it_waits() -> None:
    said = (told("a", 0, count(3)), told("b", 1, now="agreed"), *(told(f"c{n}", n, now="agreed") for n in (2, 3)))
    lines = [line for item in explain(fold((*said, told("d", 5, now="ended")))) for line in item.not_counting]
    assert any(
        "too few voices against many: waits for another outlet that says so by 2026-03-02 11:00 UTC" in line for line in lines
    )


def test_a_change_that_did_not_ring_is_shown_with_its_reason() -> None:
    [first, *_] = fold(READINGS).changes
    held = "held until 2026-03-01 13:00 UTC: one unrated outlet alone says so"
    shown = explain_quiet([(first, held)])
    assert shown is not None
    assert shown.not_told == (
        f"Northland combatants, killed: 2026-03-01 06:00 first: at least 49 (first count (the side's own)) [outlet a] – {held}",
    )
    assert explain_quiet([(first, held)], kind="wounded") is None
    assert explain_quiet([]) is None
