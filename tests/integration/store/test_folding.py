"""A stored ledger is that of all readings, whoever stored them in which order; on both databases."""

from __future__ import annotations

import random
from itertools import islice

import pytest

from service.folds import rebuild
from service.history.fold import fold
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
