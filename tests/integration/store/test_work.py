"""Entries as work: claims, leases, attempts, edits in between; on both databases."""

from __future__ import annotations

import pytest

from service.errors import NotFound
from service.ports import DeadEntry
from service.store import SqlStore
from tests.harness.values import FEED, NOW, entry, later, poll


def add(store: SqlStore, *keys: str) -> list[int]:
    return list(store.record_poll(poll(*(entry(key) for key in keys)), NOW))


def claimed(store: SqlStore, ids: list[int], at: float = 0, worker: str = "w", lease: float = 60) -> list[int]:
    return [item.id for item in store.claim(ids, worker=worker, now=later(at), lease=lease)]


def test_a_row_is_held_by_one_worker_at_a_time(store: SqlStore) -> None:
    ids = add(store, "a", "b")
    assert claimed(store, ids[:1]) == ids[:1]
    assert claimed(store, ids, worker="other") == ids[1:]


def test_rows_come_in_the_order_asked_for_and_unknown_ids_are_passed_over(store: SqlStore) -> None:
    first, second = add(store, "a", "b")
    assert claimed(store, [second, 999_999, first, second]) == [second, first]


def test_a_claim_of_nothing_is_nothing(store: SqlStore) -> None:
    assert claimed(store, []) == []


def test_a_lease_that_ran_out_frees_the_row(store: SqlStore) -> None:
    ids = add(store, "a")
    claimed(store, ids, lease=60)
    assert claimed(store, ids, at=59) == []
    assert claimed(store, ids, at=61) == ids


def test_a_claim_counts_no_attempt_and_the_beginning_of_work_does(store: SqlStore) -> None:
    ids = add(store, "a")
    claimed(store, ids)
    assert store.begin(ids[0]) == 1
    assert store.begin(ids[0]) == 2
    (item,) = store.claim(ids, worker="w", now=later(61), lease=60)
    assert item.attempts == 2


def test_the_beginning_of_work_on_an_unknown_entry_is_named(store: SqlStore) -> None:
    with pytest.raises(NotFound, match=r"entry 77.*status"):
        store.begin(77)


def test_a_finished_row_is_done_for_good(store: SqlStore) -> None:
    ids = add(store, "a")
    claimed(store, ids)
    store.finish(ids[0], NOW)
    store.finish(ids[0], NOW)
    assert claimed(store, ids, at=1000) == []
    assert store.backlog().done == 1


def test_a_released_row_waits_for_its_time(store: SqlStore) -> None:
    ids = add(store, "a")
    claimed(store, ids)
    store.release(ids[0], error="page timed out", available_at=later(30))
    assert claimed(store, ids, at=29) == []
    assert claimed(store, ids, at=30) == ids


def test_a_late_release_does_not_reopen_what_another_worker_finished(store: SqlStore) -> None:
    ids = add(store, "a")
    claimed(store, ids, lease=10)
    claimed(store, ids, at=20, worker="other")
    store.finish(ids[0], later(25))
    store.release(ids[0], error="too late", available_at=later(30))
    assert store.backlog().done == 1


def test_a_dead_row_is_listed_with_its_reason_and_one_command_revives_it(store: SqlStore) -> None:
    ids = add(store, "a", "b")
    claimed(store, ids)
    store.begin(ids[0])
    store.give_up(ids[0], error="killed its worker", now=NOW)
    expected = DeadEntry(ids[0], FEED.url, "https://news.example/a", "Title of a", 1, "killed its worker")
    assert store.dead_entries() == [expected]
    assert claimed(store, ids[:1], at=1000) == []
    store.retry_entry(ids[0], later(1000))
    assert store.dead_entries() == []
    (item,) = store.claim(ids[:1], worker="w", now=later(1000), lease=60)
    assert item.attempts == 0


@pytest.mark.parametrize("id_", [1, 999])
def test_only_a_dead_entry_can_be_retried(store: SqlStore, id_: int) -> None:
    add(store, "a")
    with pytest.raises(NotFound, match=rf"no dead entry {id_}.*status"):
        store.retry_entry(id_, NOW)


def test_what_a_dead_worker_held_is_due_at_once(store: SqlStore) -> None:
    ids = add(store, "a", "b", "c", "d")
    claimed(store, ids[:3], worker="victim", lease=300)
    claimed(store, ids[3:], worker="other", lease=300)
    store.finish(ids[0], NOW)
    store.mark_hinted(ids, NOW)
    assert store.release_worker("victim", error="killed by signal 9", now=later(1)) == 2
    assert [row.id for row in store.overdue(later(1), hinted_before=NOW, limit=10)] == ids[1:3]
    assert store.release_worker("victim", error="again", now=later(1)) == 0


# --- an edit while the entry is worked on ------------------------------------------------------------------------


def test_an_edit_while_the_entry_is_worked_on_is_not_lost(store: SqlStore) -> None:
    ids = add(store, "a")
    (old,) = store.claim(ids, worker="w", now=NOW, lease=60)
    store.begin(ids[0])
    assert store.record_poll(poll(entry("a", title="Edited")), later(1)) == ids
    assert claimed(store, ids, at=2, worker="other") == [], "still held: the older content is being worked on"
    store.finish(ids[0], later(3), generation=old.generation)
    (new,) = store.claim(ids, worker="other", now=later(3), lease=60)
    assert (new.entry.title, new.attempts) == ("Edited", 0)
    store.finish(ids[0], later(4), generation=new.generation)
    assert store.backlog().done == 1


def test_an_edit_is_not_lost_either_where_the_worker_hands_back_no_generation(store: SqlStore) -> None:
    ids = add(store, "a")
    claimed(store, ids)
    store.record_poll(poll(entry("a", title="Edited")), later(1))
    store.finish(ids[0], later(2))
    assert claimed(store, ids, at=2) == ids


def test_a_slow_worker_with_the_older_content_does_not_finish_the_newer(store: SqlStore) -> None:
    ids = add(store, "a")
    (old,) = store.claim(ids, worker="slow", now=NOW, lease=10)
    store.record_poll(poll(entry("a", title="Edited")), later(1))
    (new,) = store.claim(ids, worker="quick", now=later(20), lease=60)
    store.finish(ids[0], later(21), generation=old.generation)
    assert store.backlog().claimed == 1, "the quick worker still has it"
    store.finish(ids[0], later(22), generation=new.generation)
    assert store.backlog().done == 1


def test_giving_up_the_older_content_gives_the_edit_its_own_tries(store: SqlStore) -> None:
    ids = add(store, "a")
    (old,) = store.claim(ids, worker="w", now=NOW, lease=60)
    for _ in range(5):
        store.begin(ids[0])
    store.record_poll(poll(entry("a", title="Edited")), later(1))
    store.give_up(ids[0], error="five tries", now=later(2), generation=old.generation)
    assert store.dead_entries() == []
    (new,) = store.claim(ids, worker="w", now=later(2), lease=60)
    assert (new.entry.title, new.attempts) == ("Edited", 0)


def test_an_edit_revives_a_dead_entry(store: SqlStore) -> None:
    ids = add(store, "a")
    claimed(store, ids)
    store.give_up(ids[0], error="poison", now=NOW)
    store.record_poll(poll(entry("a", title="Edited")), later(1))
    assert store.dead_entries() == []
    assert claimed(store, ids, at=1) == ids


# --- hints -------------------------------------------------------------------------------------------------------


def test_due_rows_without_a_fresh_hint_are_overdue_oldest_first(store: SqlStore) -> None:
    first, second, third = add(store, "a", "b", "c")
    claimed(store, [first])
    store.begin(first)
    claimed(store, [second], lease=1000)
    store.release(first, error="", available_at=later(5))
    store.mark_hinted([third], later(2))
    rows = store.overdue(later(10), hinted_before=later(1), limit=10)
    assert [(row.id, row.attempts) for row in rows] == [(first, 1)]
    rows = store.overdue(later(10), hinted_before=later(3), limit=10)
    assert [row.id for row in rows] == [third, first]
    assert len(store.overdue(later(10), hinted_before=later(3), limit=1)) == 1


def test_a_claimed_row_is_overdue_when_its_lease_ran_out(store: SqlStore) -> None:
    ids = add(store, "a")
    claimed(store, ids, lease=60)
    assert store.overdue(later(60), hinted_before=later(60), limit=10) == []
    assert [row.id for row in store.overdue(later(61), hinted_before=later(60), limit=10)] == ids


def test_the_backlog_counts_every_state(store: SqlStore) -> None:
    assert store.backlog().oldest_pending is None
    ids = add(store, "a", "b", "c", "d", "e")
    claimed(store, ids[:3])
    store.finish(ids[0], NOW)
    store.give_up(ids[1], error="x", now=NOW)
    backlog = store.backlog()
    assert (backlog.pending, backlog.claimed, backlog.done, backlog.dead) == (2, 1, 1, 1)
    assert backlog.oldest_pending == NOW
