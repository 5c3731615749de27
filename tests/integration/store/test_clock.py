"""A clock that was an hour fast and is right again: what was noted meanwhile lies in the future, and waits for nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from service.store import SqlStore
from tests.harness.values import CONFLICT, NOW, alert, entry, poll

FAST = NOW + timedelta(hours=1)
RIGHT = NOW + timedelta(seconds=10)


def _overdue(store: SqlStore) -> list[int]:
    return [row.id for row in store.overdue(RIGHT, hinted_before=NOW, limit=10)]


def test_an_entry_that_came_in_the_future_is_due(store: SqlStore) -> None:
    (row,) = store.record_poll(poll(entry("a")), FAST)
    assert _overdue(store) == [row]
    assert [item.id for item in store.claim([row], worker="w", now=RIGHT, lease=60)] == [row]


def test_an_entry_that_was_claimed_in_the_future_is_due_once(store: SqlStore) -> None:
    (row,) = store.record_poll(poll(entry("a")), NOW)
    store.claim([row], worker="killed", now=FAST, lease=60)
    assert [item.id for item in store.claim([row], worker="w", now=RIGHT, lease=60)] == [row]
    assert store.claim([row], worker="another", now=RIGHT, lease=60) == []


def test_an_entry_that_was_claimed_in_the_future_and_begun_by_a_right_clock_is_due(store: SqlStore) -> None:
    (row,) = store.record_poll(poll(entry("a")), NOW)
    store.claim([row], worker="killed", now=FAST, lease=60)
    store.begin(row)
    assert _overdue(store) == [row]
    assert [item.id for item in store.claim([row], worker="w", now=RIGHT, lease=60)] == [row]


def test_an_entry_that_was_claimed_in_the_future_and_edited_by_a_right_clock_is_due(store: SqlStore) -> None:
    (row,) = store.record_poll(poll(entry("a")), NOW)
    store.claim([row], worker="killed", now=FAST, lease=60)
    store.record_poll(poll(replace(entry("a"), title="edited")), NOW)
    assert _overdue(store) == [row]


def test_an_entry_that_is_worked_on_by_a_right_clock_is_nobody_elses(store: SqlStore) -> None:
    (row,) = store.record_poll(poll(entry("a")), NOW)
    store.claim([row], worker="w", now=NOW, lease=60)
    store.begin(row)
    store.record_poll(poll(replace(entry("a"), title="edited")), NOW)
    assert _overdue(store) == []


def test_an_entry_that_was_hinted_in_the_future_is_hinted_again(store: SqlStore) -> None:
    (row,) = store.record_poll(poll(entry("a")), NOW)
    store.mark_hinted([row], FAST)
    assert _overdue(store) == [row]
    store.mark_hinted([row], RIGHT)
    assert _overdue(store) == []


def test_what_was_finished_in_the_future_stays_finished(store: SqlStore) -> None:
    (row,) = store.record_poll(poll(entry("a")), FAST)
    store.claim([row], worker="w", now=FAST, lease=60)
    store.finish(row, FAST)
    assert _overdue(store) == []


def test_a_feed_that_was_polled_in_the_future_is_due(store: SqlStore) -> None:
    store.record_poll(replace(poll(), state=replace(poll().state, last_polled=FAST, next_poll=FAST + timedelta(hours=1))), FAST)
    assert len(store.due_feeds(RIGHT)) == 1


def test_a_feed_that_was_polled_by_a_right_clock_waits_for_its_next_poll(store: SqlStore) -> None:
    store.record_poll(replace(poll(), state=replace(poll().state, last_polled=NOW, next_poll=FAST)), NOW)
    assert len(store.due_feeds(RIGHT)) == 0


def _put(store: SqlStore, created: timedelta) -> None:
    with store.conflict_work([CONFLICT]) as work:
        work.add_alert(alert("a", created=NOW + created), destinations=["desk"], available_at=NOW + created)


def _due(store: SqlStore) -> int:
    return len(store.due_deliveries(RIGHT, limit=10, lease=60))


def test_an_alert_that_was_made_in_the_future_goes_out(store: SqlStore) -> None:
    _put(store, timedelta(hours=1))
    assert _due(store) == 1
    assert _due(store) == 0


def test_a_delivery_whose_deliverer_was_killed_in_the_future_goes_out(store: SqlStore) -> None:
    _put(store, timedelta())
    store.due_deliveries(FAST, limit=10, lease=60)
    assert _due(store) == 1


def test_a_delivery_that_was_put_off_in_the_future_goes_out(store: SqlStore) -> None:
    _put(store, timedelta())
    (delivery,) = store.due_deliveries(FAST, limit=10, lease=60)
    store.retry_delivery([delivery.id], error="500", available_at=FAST + timedelta(minutes=5))
    assert _due(store) == 1


def test_a_delivery_that_was_put_off_in_the_future_after_a_claim_by_a_right_clock_goes_out(store: SqlStore) -> None:
    _put(store, timedelta())
    (delivery,) = store.due_deliveries(NOW, limit=10, lease=60)
    store.retry_delivery([delivery.id], error="500", available_at=FAST + timedelta(minutes=5), now=FAST)
    assert _due(store) == 1


def test_an_entry_that_was_put_off_in_the_future_after_a_claim_by_a_right_clock_is_due(store: SqlStore) -> None:
    (row,) = store.record_poll(poll(entry("a")), NOW)
    store.claim([row], worker="w", now=NOW, lease=60)
    store.release(row, error="503", available_at=FAST + timedelta(minutes=1), now=FAST)
    assert _overdue(store) == [row]


def test_an_entry_that_is_put_off_by_a_right_clock_waits(store: SqlStore) -> None:
    (row,) = store.record_poll(poll(entry("a")), NOW)
    store.claim([row], worker="w", now=NOW, lease=60)
    store.release(row, error="503", available_at=FAST, now=NOW)
    assert _overdue(store) == []


def test_a_delivery_that_is_put_off_for_hours_by_a_right_clock_waits(store: SqlStore) -> None:
    _put(store, timedelta())
    (delivery,) = store.due_deliveries(NOW, limit=10, lease=60)
    store.retry_delivery([delivery.id], error="500", available_at=NOW + timedelta(hours=3))
    assert _due(store) == 0
