"""What is kept of a truce beside its status: who accuses whom, when it begins and ends, one truce after another, one side's own."""

from __future__ import annotations

from service.history.explain import explain
from service.history.fold import fold
from service.models import CeasefireState, Reading
from tests.harness.told import count, told, truce, turns


def state_of(*readings: Reading) -> CeasefireState:
    (state,) = fold(readings).ceasefire
    return state


AGREED = told("a", 0, count(12), ceasefire=[truce("agreed", starts="7 am on Friday")])


def test_a_breach_names_the_accuser_and_the_accused_until_the_truce_holds_again() -> None:
    breach = told("b", 9, ceasefire=[truce("violated", accuser="Northland", accused="Southland")])
    broken = state_of(AGREED, breach)
    assert (broken.status, broken.accuser, broken.accused) == ("violated", "Northland", "Southland")
    mended = state_of(AGREED, breach, told("c", 20, now="in_effect"))
    assert (mended.status, mended.accuser, mended.accused) == ("in_effect", None, None)


def test_both_sides_accusing_each_other_are_one_breach_told_once() -> None:
    one = told("b", 9, ceasefire=[truce("violated", accuser="Northland", accused="Southland")])
    other = told("c", 10, ceasefire=[truce("violated", accuser="Southland", accused="Northland")])
    assert turns((AGREED, one, other)) == ["a: truce none → agreed", "b: truce agreed → violated"]
    quotes = [item.why for item in state_of(AGREED, one, other).evidence]
    assert quotes == ["the newest state", "the newest state", "says the same"]


def test_when_a_truce_begins_and_ends_is_kept_as_worded_last() -> None:
    assert (state_of(AGREED).starts, state_of(AGREED).ends) == ("7 am on Friday", None)
    later = told("b", 20, ceasefire=[truce("agreed", starts="Saturday", ends="Tuesday")])
    assert (state_of(AGREED, later).starts, state_of(AGREED, later).ends) == ("Saturday", "Tuesday")
    longer = told("c", 60, ceasefire=[truce("extended", ends="Thursday")])
    assert (state_of(AGREED, later, longer).starts, state_of(AGREED, later, longer).ends) == ("Saturday", "Thursday")


def test_an_ended_truce_has_no_hours_and_the_next_one_has_its_own() -> None:
    over = told("b", 90, now="ended")
    assert (state_of(AGREED, over).starts, state_of(AGREED, over).ends) == (None, None)
    second = told("c", 200, ceasefire=[truce("agreed", ends="a week")])
    assert (state_of(AGREED, over, second).starts, state_of(AGREED, over, second).ends) == (None, "a week")


def test_an_hour_that_an_edit_took_back_is_forgotten() -> None:
    edited = told("a", 2, count(12), revision=2, ceasefire=[truce("agreed", starts="Saturday")])
    assert state_of(AGREED, edited).starts == "Saturday"


def test_a_truce_that_one_side_declares_names_that_side_and_its_place_until_it_breaks() -> None:
    alone = told("a", 0, count(12), ceasefire=[truce("agreed", declared_by="Northland", area="Rivertown")])
    assert (state_of(alone).declared_by, state_of(alone).area) == ("Northland", "Rivertown")
    assert [change.note for change in fold([alone]).changes if change.series is None] == [
        "declared by Northland alone; for Rivertown"
    ]
    broken = state_of(alone, told("b", 9, now="violated"))
    assert (broken.declared_by, broken.area) == (None, None)


def test_a_truce_of_both_sides_is_declared_by_none() -> None:
    assert (state_of(AGREED).declared_by, state_of(AGREED).area) == (None, None)


def test_a_refusal_by_one_side_does_not_end_the_truce_that_both_agreed() -> None:
    refused = told("b", 9, ceasefire=[truce("rejected", claimant="Southland")])
    assert turns((AGREED, refused)) == ["a: truce none → agreed"]


def test_the_explanation_of_a_truce_tells_its_hours() -> None:
    found = next(item for item in explain(fold((AGREED,))) if item.subject.startswith("Ceasefire"))
    assert found.verdict.endswith("; begins 7 am on Friday.")


def test_an_hour_that_is_put_off_begins_no_truce() -> None:
    agreed = told("a", 0, count(12), ceasefire=[truce("agreed", starts="10 am on Monday")])
    put_off = told("b", 9, ceasefire=[truce("agreed", starts="delayed until tuesday")])
    anew = told("c", 12, ceasefire=[truce("agreed", starts="7 am on Tuesday")])
    assert state_of(agreed).begins is not None
    assert state_of(agreed, put_off).begins is None
    begins = state_of(agreed, put_off, anew).begins
    assert begins is not None
    assert begins.hour == 7


def test_a_mediator_s_country_is_no_side_of_a_country_s_truce() -> None:
    named = {"parties": ("Ghana", "Liberia", "LURD"), "conflict": "country-liberia"}
    ledger = fold([told("a", 0, now="agreed", **named), told("b", 30, now="violated", **named)])
    assert [state.parties for state in ledger.ceasefire] == [("LURD", "Liberia")]
