"""What holds for any history: generated claims with copies, edits, late and contradictory reports."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.alerts.shape import state_record
from service.history.fold import fold
from service.history.rules import Rules
from service.history.values import agree
from service.models import BOTH_SIDES, Figure, Ledger, Reading
from service.settings import Policy
from tests.harness.books import Books
from tests.harness.told import arrive, count, told, truce

PARTIES = ("Northland", "Southland", "unspecified")
NUMBERS = st.sampled_from((1, 2, 3, 5, 8, 12, 13, 49, 50, 71, 100, 105, 120, 700, 13000, 13300, 15000))
PLACES = (("Rivertown",), ("Hillcamp",), ("Rivertown", "Hillcamp"), ())
WORDS = (("border", "clashes", "shelling"), ("school", "strike"), ("border", "school", "camp"), ())


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    scope = draw(st.sampled_from(("current", "current", "current", "cumulative", "background", "superseded", "other")))
    return count(
        draw(st.one_of(NUMBERS, st.none(), st.tuples(st.integers(1, 20), st.integers(20, 40)))),
        draw(st.sampled_from(PARTIES)),
        by=draw(st.sampled_from((None, "Northland", "Southland", "United Nations"))),
        kind=draw(st.sampled_from(("killed", "killed", "wounded", "displaced"))),
        qualifier=draw(st.sampled_from(("exact", "exact", "at_least", "more_than", "nearly", "about", "up_to"))),
        role=draw(st.sampled_from(("unknown", "combatant", "civilian"))),
        scope=scope,
        relation=draw(st.sampled_from(("total", "total", "total", "part", "increment"))),
        since=draw(st.sampled_from((None, "2025-10-07", "2026-03-01", "the war began"))) if scope == "cumulative" else None,
        start=draw(st.integers(0, 500)),
        reasons=draw(st.sampled_from(((), (), (f"party: {BOTH_SIDES}",)))),
    )


def truce_in(draw: st.DrawFn) -> dict[str, object]:
    """What an article says of a truce; one that is agreed may be agreed for an hour."""
    status = draw(st.sampled_from(("", "", "called_for", "rejected", "agreed", "in_effect", "extended", "violated", "ended")))
    hour = draw(st.sampled_from((None, "8 am today", "noon on monday", "midnight on tuesday"))) if status == "agreed" else None
    return {"ceasefire": [truce(status, starts=hour)] if status else []}


@st.composite
def histories(draw: st.DrawFn) -> tuple[Reading, ...]:
    readings: list[Reading] = []
    for position in range(draw(st.integers(1, 9))):
        edits = draw(st.sampled_from([None, None, None, *readings]))
        copies = draw(st.sampled_from([None, None, *readings]))
        given_: dict[str, object] = {
            "places": draw(st.sampled_from(PLACES)),
            "words": draw(st.sampled_from(WORDS)),
            "trust": draw(st.sampled_from(("primary", "established", "unrated"))),
            "source": draw(st.sampled_from(("Alpha", "Beta", "Gamma"))),
            "copies": (copies.article,) if copies else (),
        }
        if edits:
            given_ |= {"revision": edits.revision + 1, "article": f"{edits.ref}-{edits.revision + 1}-{position}"}
        readings.append(
            told(
                edits.ref if edits else f"r{position}",
                draw(st.sampled_from((0, 1, 1, 5, 9, 20, 30, 47, 80, 200, 2000))),
                *draw(st.lists(figures(), max_size=4)),
                **truce_in(draw),
                **given_,
            )
        )
    return tuple(readings)


def sides_of(history: Iterable[Reading]) -> list[set[str]]:
    """The parties with counted claims, reading by reading: who counts as a side changes what others say of its dead."""
    ordered = sorted(history, key=lambda reading: (reading.published, reading.revision, reading.article))
    return [{c.figure.party for c in r.claims if c.figure.scope in ("current", "cumulative")} for r in ordered]


def bytes_of(ledger: Ledger) -> str:
    return json.dumps(state_record(ledger)) + repr(ledger)


@settings(max_examples=300, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_the_ledger_never_depends_on_the_order_of_arrival(history: tuple[Reading, ...], shuffle: random.Random) -> None:
    expected = bytes_of(fold(history))
    order = list(history)
    shuffle.shuffle(order)
    assert bytes_of(fold(order)) == expected


@pytest.mark.timeout(900)  # some 50 s of a processor, which others may want as well
@settings(max_examples=2000, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_folding_what_arrives_on_top_of_what_was_folded_equals_folding_everything(
    history: tuple[Reading, ...], shuffle: random.Random
) -> None:
    order = list(history)
    shuffle.shuffle(order)
    books = Books(history[0].conflict, stride=shuffle.choice((1, 2, 3)))
    for reading in order:
        books.arrive(reading)
    assert bytes_of(books.ledger()) == bytes_of(fold(history))


@pytest.mark.parametrize("stride", [1, 2, 3])
def test_claims_of_an_edit_keep_their_verdicts_in_a_checkpoint(stride: int) -> None:
    """What the walk heard last stands twice among what it remembers: it was written twice, and the rest moved on by one."""
    said = [count(1) for _ in range(4)]
    history = (
        told("a", 0, *said[:3], revision=2, article="a-2"), told("a", 0, revision=2, article="a-3"), told("b", 0, said[0]),
        told("c", 0), told("a", 1, *said), told("d", 1),
    )  # fmt: skip
    for order in permutations(history):
        books = Books(history[0].conflict, stride=stride)
        for reading in order:
            books.arrive(reading)
        assert bytes_of(books.ledger()) == bytes_of(fold(history))


def test_a_number_that_is_finer_and_confirmed_at_once_is_one_change() -> None:
    history = (told("a", 0, count(1), count(1), count(1, qualifier="more_than")), told("b", 0, count(2), count(2)))
    books = Books(history[0].conflict)
    for reading in history:
        books.arrive(reading)
    assert bytes_of(books.ledger()) == bytes_of(fold(history))
    ids = [change.id for change in fold(history).changes]
    assert len(ids) == len(set(ids))


@settings(max_examples=100, deadline=None)
@given(histories())
def test_folding_what_is_there_already_changes_nothing(history: tuple[Reading, ...]) -> None:
    assert bytes_of(fold((*history, *history))) == bytes_of(fold(history))


@settings(max_examples=150, deadline=None)
@given(histories())
def test_parts_vague_words_and_other_scopes_move_no_toll(history: tuple[Reading, ...]) -> None:
    def without(figure: Figure) -> bool:
        idle_scope = figure.scope in ("background", "other")
        return idle_scope or figure.relation == "part" or figure.low is None

    bare = [replace(r, claims=tuple(c for c in r.claims if not without(c.figure))) for r in history]
    full, kept = fold(history), fold(bare)
    if sides_of(history) == sides_of(bare) and [(s.id, s.articles) for s in full.stories] == [
        (s.id, s.articles) for s in kept.stories
    ]:
        assert [(t.series, t.low, t.best, t.high) for t in full.tolls] == [
            (t.series, t.low, t.best, t.high) for t in kept.tolls
        ]
        assert [c.id for c in full.changes if c.series] == [c.id for c in kept.changes if c.series]  # "dozens" shows a war


@settings(max_examples=200, deadline=None)
@given(histories())
def test_every_toll_lies_between_its_low_and_high_and_has_a_quote(history: tuple[Reading, ...]) -> None:
    ledger = fold(history)
    for toll in ledger.tolls:
        assert toll.low <= toll.best.low <= toll.best.high <= toll.high
        assert any(item.counts and item.quote for item in toll.evidence)
    for change in ledger.changes:
        assert change.evidence
        assert all(item.quote for item in change.evidence)
        assert 0 < change.confidence < 1
        assert change.evidence[0].article == change.article or change.note == "an edit took the earlier number back"


@settings(max_examples=200, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_no_arrival_tells_a_state_twice_running_or_one_that_is_overtaken(
    history: tuple[Reading, ...], shuffle: random.Random
) -> None:
    order = list(history)
    shuffle.shuffle(order)
    told_last: dict[object, object] = {}
    rang, decisions, _ = arrive(order)
    for change in rang:
        if change.series is not None and change.moves:
            state = (change.after.low, change.after.high) if change.after else None
            assert told_last.get(change.series) != state
            told_last[change.series] = state
            assert change.before is None or (change.before.low, change.before.high) != state
    assert all(decision.quiet or decision.change in rang for decision in decisions)


@settings(max_examples=150, deadline=None)
@given(histories())
def test_nothing_follows_from_what_is_published_later(history: tuple[Reading, ...]) -> None:
    order = sorted(history, key=lambda reading: (reading.published, reading.revision, reading.article))
    whole = fold(order)
    for length in range(1, len(order)):
        if order[length].published == order[length - 1].published:
            continue
        part = fold(order[:length])
        now = order[length - 1].published
        assert part.changes == tuple(change for change in whole.changes if change.at <= now)
        story_of = {article: story.id for story in whole.stories for article in story.articles}
        assert all(article in story_of for story in part.stories for article in story.articles)
        assert {story.id for story in part.stories} <= {story.id for story in whole.stories}


def plain(history: tuple[Reading, ...]) -> list[Reading]:
    """Without edits, running totals and unnamed sides: there one series can become another's, and what was told of it goes along."""
    return [
        replace(r, claims=tuple(c for c in r.claims if c.figure.scope != "cumulative" and c.figure.party != "unspecified"))
        for r in history
        if r.revision == 1
    ]


@settings(max_examples=300, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_in_the_end_everybody_was_told_where_every_toll_stands(history: tuple[Reading, ...], shuffle: random.Random) -> None:
    order = plain(history)
    shuffle.shuffle(order)
    rang, _, ledger = arrive(order, policy=Policy(first_of=()))
    for toll in ledger.tolls:
        moves = [change for change in ledger.changes if change.series == toll.series and change.moves]
        if all(change.change == "confirmed" for change in moves) or toll.series.role == "civilian":
            continue  # civilians among the told dead are recorded quietly
        if toll.best.high == 1 and any(other.best.low >= 10_000 for other in ledger.tolls):
            continue  # one person in a great war is a portrait
        told_ = [c.after for c in rang if c.series and (c.series.kind, c.series.party) == (toll.series.kind, toll.series.party)]
        assert any(after is not None and agree(after, moves[-1].after or toll.best, Rules()) for after in told_)


@settings(max_examples=150, deadline=None)
@given(histories())
def test_every_change_has_an_id_of_its_own(history: tuple[Reading, ...]) -> None:
    ids = [change.id for change in fold(history).changes]
    assert len(set(ids)) == len(ids)


@settings(max_examples=300, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_stories_merged_by_hand_are_one_whatever_the_order_of_arrival_and_decision(
    history: tuple[Reading, ...], shuffle: random.Random
) -> None:
    plain_ = fold(history)
    if len(plain_.stories) < 2:
        return
    into, story = plain_.stories[0], plain_.stories[1]
    order = list(history)
    shuffle.shuffle(order)
    late = order[-2:]
    books = Books(plain_.conflict)
    for reading in order[:-2]:
        books.arrive(reading)
    books.merge(story, into)
    for reading in late:
        books.arrive(reading)
    merged = fold(tuple(books.readings.values()), rules=books.rules)
    assert bytes_of(books.ledger()) == bytes_of(merged)
    if all(one.id != story.id for one in merged.stories):
        [whole] = [one for one in merged.stories if one.id == into.id]
        assert story.id.split("~")[0] in whole.articles
        assert all(toll.series.story != story.id for toll in merged.tolls)
