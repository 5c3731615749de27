"""A stored ledger is that of all readings, whoever stored them in which order; on both databases."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from itertools import islice

import pytest

from service.errors import UsageError
from service.folds import rebuild
from service.history.fold import RULES, fold
from service.merging import merge, unmerge
from service.models import Ledger, Reading
from service.store import SqlStore
from tests.harness.arriving import arrive
from tests.harness.war import CONFLICT, readings


def stored(store: SqlStore) -> list[Reading]:
    with store.conflict_work([CONFLICT]) as work:
        return list(work.readings(CONFLICT))


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_folded_as_it_arrives_equals_what_is_folded_at_once(store: SqlStore, seed: int) -> None:
    order = list(islice(readings(10_000, seed=seed), 90))
    chance = random.Random(seed)
    late = [order.pop(chance.randrange(len(order))) for _ in range(12)]
    for one in (*order, *late):
        arrive(store, one)
    assert store.ledger(CONFLICT) == fold(stored(store))
    with store.conflict_work([CONFLICT]) as work:
        assert work.checkpoint_before(CONFLICT, order[-1].published) is not None, "the run was too short to prove anything"


def test_an_article_reads_what_was_published_since_a_checkpoint_and_not_more(store: SqlStore) -> None:
    order = list(islice(readings(10_000), 100))
    for one in order:
        arrive(store, one)
    with store.conflict_work([CONFLICT]) as work:
        start = work.checkpoint_before(CONFLICT, order[-1].published)
        assert start is not None
        assert len(work.readings(CONFLICT, after=start.at)) <= 45
    assert store.ledger(CONFLICT) == fold(stored(store))


def test_a_history_folded_anew_is_the_same_and_so_a_second_time(store: SqlStore) -> None:
    for one in islice(readings(10_000), 70):
        arrive(store, one)
    before = store.ledger(CONFLICT)
    told: list[int] = []
    for _ in range(2):
        assert rebuild(store, CONFLICT, told.append) == 70
        assert store.ledger(CONFLICT) == before
    assert sum(told) == 140
    arrive(store, next(islice(readings(10_000), 70, None)))
    assert store.ledger(CONFLICT) == fold(stored(store))


def test_a_rebuild_mends_a_ledger_that_is_wrong_and_one_that_breaks_off_changes_nothing(store: SqlStore) -> None:
    for one in islice(readings(10_000), 30):
        arrive(store, one)
    right = store.ledger(CONFLICT)
    with store.conflict_work([CONFLICT]) as work:
        work.clear(CONFLICT)

    def break_off(_done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(store, CONFLICT, break_off)
    assert store.ledger(CONFLICT) == Ledger(CONFLICT)
    rebuild(store, CONFLICT, lambda _: None)
    assert store.ledger(CONFLICT) == right


def test_a_narrowed_ledger_is_what_was_touched_last_with_the_stories_of_its_tolls(store: SqlStore) -> None:
    for one in islice(readings(10_000), 90):
        arrive(store, one)
    whole = store.ledger(CONFLICT)
    newest = store.ledger(CONFLICT, newest=6)
    assert (len(newest.tolls), len(newest.changes)) == (6, 6)
    assert set(newest.tolls) < set(whole.tolls)
    assert set(newest.stories) <= set(whole.stories)
    assert newest.ceasefire == whole.ceasefire
    assert min(change.at for change in newest.changes) >= max(change.at for change in set(whole.changes) - set(newest.changes))
    named = {story.id for story in newest.stories}
    assert {toll.series.story for toll in newest.tolls} - {""} <= named
    noon = whole.changes[-20].at
    since = store.ledger(CONFLICT, since=noon)
    assert since.changes == tuple(change for change in whole.changes if change.at >= noon)
    assert store.story(CONFLICT, whole.stories[0].id) == whole.stories[0]
    assert store.story(CONFLICT, "no-such-story") is None


def test_stories_merged_by_hand_stay_merged_and_part_again(store: SqlStore) -> None:
    order = list(islice(readings(10_000), 90))
    for one in order[:70]:
        arrive(store, one)
    apart = store.ledger(CONFLICT)
    story, into = next(
        (part, whole)
        for part in apart.stories[1:]
        for whole in apart.stories
        if (whole.started, whole.id) < (part.started, part.id) and whole.changed >= part.started
    )
    merge(store, CONFLICT, story.id, into.id, why="one raid, told as two", now=order[70].published)
    together = store.ledger(CONFLICT)
    assert story.id not in {one.id for one in together.stories}
    for one in order[70:]:
        arrive(store, one)
    after = store.ledger(CONFLICT)
    rules = replace(RULES, merged={story.id: into.id})
    assert after == fold(stored(store), rules=rules)
    rebuild(store, CONFLICT, lambda _: None)
    assert store.ledger(CONFLICT) == after
    with pytest.raises(UsageError, match="has no story"):
        merge(store, CONFLICT, story.id, into.id, why="again", now=order[-1].published)
    unmerge(store, CONFLICT, story.id, why="they were two", now=order[-1].published)
    assert store.ledger(CONFLICT) == fold(stored(store))
    [recorded] = store.merges(CONFLICT)
    assert (recorded.why, recorded.undone_why) == ("one raid, told as two", "they were two")
    with pytest.raises(UsageError, match="was not merged"):
        unmerge(store, CONFLICT, story.id, why="again", now=order[-1].published)


def test_what_cannot_be_one_story_is_refused_and_nothing_is_recorded(store: SqlStore) -> None:
    for one in islice(readings(10_000), 400):
        arrive(store, one)
    known = sorted(store.ledger(CONFLICT).stories, key=lambda story: (story.started, story.id))
    old, new = known[0], next(story for story in known if story.started - known[0].changed > timedelta(days=4))
    now = known[-1].changed
    for story, into, why in (
        (old, new, "the other way round"),
        (new, old, "silent for too long"),
        (old, old, "one story already"),
    ):
        with pytest.raises(UsageError, match=why):
            merge(store, CONFLICT, story.id, into.id, why="a mistake", now=now)
    assert store.merges(CONFLICT) == []
    assert store.ledger(CONFLICT) == fold(stored(store))
