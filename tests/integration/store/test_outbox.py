"""Alerts and their deliveries, on both databases."""

from __future__ import annotations

import pytest

from service.errors import NotFound
from service.store import SqlStore
from tests.harness.values import CONFLICT, NOW, alert, later


def put(store: SqlStore, name: str, *destinations: str, conflict: str = CONFLICT, at: float = 0, quiet: str = "") -> None:
    with store.conflict_work([conflict]) as work:
        work.add_alert(alert(name, conflict=conflict), destinations=destinations, available_at=later(at), quiet=quiet)


def due(store: SqlStore, at: float = 0, limit: int = 100, lease: float = 60) -> list[tuple[str, str]]:
    found = store.due_deliveries(later(at), limit=limit, lease=lease)
    return [(delivery.alert.id, delivery.destination) for delivery in found]


def ids(store: SqlStore, name: str) -> list[str]:
    return [delivery.id for delivery in store.alert(name).deliveries]


def test_an_alert_goes_to_each_destination_once(store: SqlStore) -> None:
    put(store, "alert-1", "desk", "phone", "desk")
    put(store, "alert-1", "desk", "phone", "late addition")
    assert sorted(due(store)) == [("alert-1", "desk"), ("alert-1", "phone")]
    assert len(ids(store, "alert-1")) == 2


def test_a_delivery_carries_the_whole_alert(store: SqlStore) -> None:
    put(store, "alert-1", "desk")
    (delivery,) = store.due_deliveries(NOW, limit=1, lease=60)
    assert delivery.alert == alert("alert-1")
    assert (delivery.state, delivery.attempts, delivery.available_at) == ("sending", 1, NOW)


def test_a_quiet_alert_is_recorded_and_not_delivered(store: SqlStore) -> None:
    put(store, "alert-1", "desk", quiet="below the policy's least change")
    assert due(store) == []
    assert store.alerts() == []
    (stored,) = store.alerts(quiet=True)
    assert (stored.sent, stored.why_quiet, stored.deliveries) == (False, "below the policy's least change", ())


def test_what_was_announced_is_what_was_not_quiet_in_order(store: SqlStore) -> None:
    put(store, "z", "desk")
    put(store, "q", "desk", quiet="muted")
    put(store, "a")
    put(store, "elsewhere", "desk", conflict="east-west")
    with store.conflict_work([CONFLICT]) as work:
        assert [change.id for change in work.announced(CONFLICT)] == ["change-of-z", "change-of-a"]


def test_a_delivery_waits_for_its_window(store: SqlStore) -> None:
    put(store, "alert-1", "desk", at=60)
    assert due(store, at=59) == []
    assert due(store, at=60) == [("alert-1", "desk")]


def test_a_window_gathers_what_comes_while_it_is_open(store: SqlStore) -> None:
    put(store, "first", "desk", at=60)
    put(store, "second", "desk", at=90)
    put(store, "of another conflict", "desk", conflict="east-west", at=90)
    assert due(store, at=60) == [("first", "desk"), ("second", "desk")]
    store.delivered([*ids(store, "first"), *ids(store, "second")], later(61))
    put(store, "third", "desk", at=130)
    assert due(store, at=129) == [("of another conflict", "desk")]
    assert due(store, at=130) == [("third", "desk")]


def test_what_waits_for_the_morning_goes_out_with_what_is_due_before(store: SqlStore) -> None:
    put(store, "small", "desk", at=3000)
    put(store, "other", "desk", conflict="east-west", at=3000)
    put(store, "large", "desk", at=60)
    assert due(store, at=60) == [("small", "desk"), ("large", "desk")]
    store.delivered([*ids(store, "small"), *ids(store, "large")], later(61))
    assert due(store, at=2999) == []
    assert due(store, at=3000) == [("other", "desk")]


def test_deliveries_of_a_conflict_come_together_and_in_order(store: SqlStore) -> None:
    for name in ("c", "a", "b"):
        put(store, name, "desk")
    assert due(store) == [("c", "desk"), ("a", "desk"), ("b", "desk")]


def test_a_limit_takes_the_oldest_and_holds_the_rest_back(store: SqlStore) -> None:
    for name in ("c", "a", "b"):
        put(store, name, "desk")
    assert due(store, limit=2) == [("c", "desk"), ("a", "desk")]
    assert due(store) == [], "the oldest are still being sent"


def test_a_failed_delivery_holds_back_the_younger_of_its_conflict_and_destination_only(store: SqlStore) -> None:
    put(store, "first", "desk", "phone")
    put(store, "second", "desk", "phone")
    put(store, "elsewhere", "desk", conflict="east-west")
    desk = next(d for d in store.due_deliveries(NOW, limit=100, lease=1) if (d.alert.id, d.destination) == ("first", "desk"))
    store.retry_delivery([desk.id], error="HTTP 500", available_at=later(300))
    others = {("first", "phone"), ("second", "phone"), ("elsewhere", "desk")}
    assert set(due(store, at=2, lease=1)) == others
    assert set(due(store, at=299, lease=1)) == others
    assert due(store, at=301)[0] == ("first", "desk")
    assert due(store, at=302) == [], "all of them are being sent now"


def test_a_dead_delivery_holds_back_nothing(store: SqlStore) -> None:
    put(store, "first", "desk")
    put(store, "second", "desk")
    (first,) = store.due_deliveries(NOW, limit=1, lease=60)
    store.dead_delivery([first.id], error="HTTP 404", now=NOW)
    assert due(store, at=1) == [("second", "desk")]
    assert store.backlog().deliveries_dead == 1
    (dead,) = store.alert("first").deliveries
    assert (dead.state, dead.last_error) == ("dead", "HTTP 404")


def test_a_deliverer_that_died_after_the_post_sends_again_under_the_same_id(store: SqlStore) -> None:
    put(store, "alert-1", "desk")
    (lost,) = store.due_deliveries(NOW, limit=1, lease=60)
    assert due(store, at=59) == []
    (again,) = store.due_deliveries(later(61), limit=1, lease=60)
    assert again.id == lost.id


def test_a_killed_deliverer_uses_up_no_tries_of_what_it_had_in_hand(store: SqlStore) -> None:
    put(store, "alert-1", "desk")
    for number in range(4):
        (delivery,) = store.due_deliveries(later(61 * number), limit=1, lease=60)
    assert (delivery.attempts, delivery.taken) == (1, 4)
    store.retry_delivery([delivery.id], error="HTTP 500", available_at=later(300))
    (delivery,) = store.due_deliveries(later(301), limit=1, lease=60)
    assert (delivery.attempts, delivery.taken) == (2, 1)


def test_a_delivery_that_only_waited_its_turn_is_not_charged_with_an_attempt(store: SqlStore) -> None:
    put(store, "alert-1", "desk", "phone")
    first, second = store.due_deliveries(NOW, limit=2, lease=60)
    store.retry_delivery([first.id], error="HTTP 500", available_at=later(1))
    store.retry_delivery([second.id], error="", available_at=later(1), tried=False)
    assert {d.id: d.attempts for d in store.alert("alert-1").deliveries} == {first.id: 1, second.id: 0}


def test_what_failed_before_can_be_made_due_early_for_one_destination(store: SqlStore) -> None:
    for conflict in ("north-south", "east-west", "quiet hours"):
        put(store, conflict, "desk", "phone", conflict=conflict)
    taken = {(d.alert.id, d.destination): d.id for d in store.due_deliveries(NOW, limit=100, lease=60)}
    for name in ("desk", "phone"):
        for number, conflict in enumerate(("north-south", "east-west")):
            store.retry_delivery([taken[conflict, name]], error="HTTP 500", available_at=later(300 + number))
        store.retry_delivery([taken["quiet hours", name]], error="", available_at=later(900), tried=False)
    hastened = store.hasten_deliveries("desk", later(1), but={taken["east-west", "desk"]})
    assert hastened == {taken["north-south", "desk"]: later(300)}
    assert due(store, at=1) == [("north-south", "desk")]
    assert store.hasten_deliveries("desk", later(2)) == {taken["east-west", "desk"]: later(301)}
    assert store.hasten_deliveries("desk", later(3)) == {}


def test_the_id_of_a_delivery_follows_from_alert_and_destination(store: SqlStore) -> None:
    put(store, "alert-1", "desk", "phone")
    put(store, "alert-2", "desk")
    every = [*ids(store, "alert-1"), *ids(store, "alert-2")]
    assert len(set(every)) == 3
    assert ids(store, "alert-2") == ["msg_9d4252d64371a7b683040d336f6257e3"]


def test_delivered_is_final(store: SqlStore) -> None:
    put(store, "alert-1", "desk")
    (delivery,) = store.due_deliveries(NOW, limit=1, lease=1)
    store.due_deliveries(later(5), limit=1, lease=60)
    store.delivered([delivery.id], later(6))
    store.retry_delivery([delivery.id], error="slow twin failed", available_at=later(7))
    store.dead_delivery([delivery.id], error="slow twin failed", now=later(7))
    (kept,) = store.alert("alert-1").deliveries
    assert (kept.state, kept.delivered_at, kept.last_error) == ("delivered", later(6), "")
    assert due(store, at=1000) == []


def test_a_disabled_destination_waits_until_it_is_enabled(store: SqlStore) -> None:
    put(store, "alert-1", "desk", "phone")
    store.disable_destination("desk", error="HTTP 410", now=NOW)
    store.disable_destination("desk", error="HTTP 410 again", now=NOW)
    assert store.disabled_destinations() == {"desk": "HTTP 410 again"}
    assert due(store) == [("alert-1", "phone")]
    store.enable_destination("desk")
    store.enable_destination("never disabled")
    assert store.disabled_destinations() == {}
    assert due(store) == [("alert-1", "desk")]


def test_an_alert_can_be_sent_again_whatever_became_of_it(store: SqlStore) -> None:
    put(store, "alert-1", "desk", "phone")
    before = ids(store, "alert-1")
    store.due_deliveries(NOW, limit=2, lease=60)
    store.delivered(before[:1], NOW)
    store.dead_delivery(before[1:], error="HTTP 404", now=NOW)
    assert store.resend("alert-1", later(5)) == 2
    again = store.due_deliveries(later(5), limit=9, lease=60)
    assert sorted(d.id for d in again) == sorted(before)
    assert [d.attempts for d in again] == [1, 1]


def test_resending_a_quiet_alert_sends_nothing(store: SqlStore) -> None:
    put(store, "alert-1", "desk", quiet="muted")
    assert store.resend("alert-1", NOW) == 0


def test_the_newest_alerts_come_first_and_of_one_conflict_where_asked(store: SqlStore) -> None:
    for number in range(5):
        put(store, f"alert-{number}", "desk", conflict="east-west" if number % 2 else CONFLICT)
    assert [stored.alert.id for stored in store.alerts(limit=2)] == ["alert-4", "alert-3"]
    assert [stored.alert.id for stored in store.alerts(conflict="east-west")] == ["alert-3", "alert-1"]


def test_the_beginning_of_an_id_finds_an_alert(store: SqlStore) -> None:
    put(store, "4f2a90aa", "desk")
    put(store, "4f2a90ab", "desk")
    assert store.alert("4f2a90aa").alert.id == "4f2a90aa"
    assert store.resend("4f2a90ab", NOW) == 1
    with pytest.raises(NotFound, match=r"more than one alert.*4f2a90aa, 4f2a90ab"):
        store.alert("4f2a")
    for unknown in ("4f2b", "4f2", "%", "____", ""):
        with pytest.raises(NotFound, match="alerts list"):
            store.alert(unknown)


def test_the_backlog_counts_deliveries(store: SqlStore) -> None:
    put(store, "alert-1", "desk", "phone", "pager")
    first, _second = store.due_deliveries(NOW, limit=2, lease=60)
    store.delivered([first.id], NOW)
    assert store.backlog().deliveries_pending == 2
