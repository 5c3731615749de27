"""From the outbox to real servers and back: order, retries, crashes, outages, and no destination waiting for another."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest

from service.alerts.delivery import deliver_due
from service.alerts.destinations import build_destinations
from service.errors import StoreError
from service.models import Delivery
from service.store import SqlStore
from tests.harness.samples import numbered
from tests.harness.wire import Clock, Wire, answer, deliverer, guard_for, put, reset, slack, states, webhook


def ids(wire: Wire) -> list[str]:
    """The alerts a webhook got, in order of arrival."""
    return [json.loads(got.body)["data"]["id"] for got in wire.got]


async def test_what_is_due_is_delivered_once(store: SqlStore, wire: Wire, clock: Clock) -> None:
    to = [webhook(wire)]
    put(store, [numbered(1)], to, clock)
    outlets = build_destinations(to, clock=clock, user_agent="t", guard=guard_for(wire))
    assert await deliver_due(store, outlets, to, clock=clock) == 1
    assert await deliver_due(store, outlets, to, clock=clock) == 0
    assert len(wire.got) == 1
    assert states(store) == {(numbered(1).id, "hook"): ("delivered", 1)}


async def test_alerts_of_one_conflict_arrive_in_order_although_one_fails_for_a_while(
    store: SqlStore, wire: Wire, clock: Clock
) -> None:
    to = [webhook(wire)]
    alerts = [numbered(n) for n in range(5)]
    put(store, alerts, to, clock)
    wire.script = [answer(200), answer(500), answer(503), reset]
    out = deliverer(store, to, clock, wire)
    for seconds in (0, 5, 15, 45):
        clock.forward(seconds)
        await out.once()
    wanted = [alerts[0].id, alerts[1].id, alerts[1].id, alerts[1].id, *(a.id for a in alerts[1:])]
    assert ids(wire) == wanted
    assert {state for state, _ in states(store).values()} == {"delivered"}
    assert [attempts for _, attempts in sorted(states(store).values())] == [1, 1, 1, 1, 4]


async def test_a_retry_keeps_its_id_and_is_signed_anew(store: SqlStore, wire: Wire, clock: Clock) -> None:
    to = [webhook(wire)]
    put(store, [numbered(1)], to, clock)
    wire.script = [answer(500)]
    out = deliverer(store, to, clock, wire)
    await out.once()
    clock.forward(5)
    await out.once()
    first, second = wire.got
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.headers["webhook-timestamp"] != second.headers["webhook-timestamp"]


async def test_nothing_is_tried_before_its_wait_is_over(store: SqlStore, wire: Wire, clock: Clock) -> None:
    to = [webhook(wire)]
    put(store, [numbered(1)], to, clock)
    wire.otherwise = answer(429, retry_after="600")
    out = deliverer(store, to, clock, wire)
    await out.once()
    clock.forward(599)
    await out.once()
    assert len(wire.got) == 1
    clock.forward(1)
    await out.once()
    assert len(wire.got) == 2


async def test_slack_gets_alerts_of_one_conflict_in_one_message_also_on_a_retry(
    store: SqlStore, wire: Wire, clock: Clock
) -> None:
    to = [slack(wire)]
    put(store, [numbered(n) for n in range(3)] + [numbered(9, "sudan")], to, clock)
    wire.script = [answer(500)]
    out = deliverer(store, to, clock, wire)
    await out.once()
    clock.forward(5)
    await out.once()
    counts = [sum(f"→ {100 + n} " in got.body.decode("unicode_escape") for n in range(3)) for got in wire.got]
    assert sorted(counts) == [0, 3, 3]
    assert {state for state, _ in states(store).values()} == {"delivered"}


async def test_a_dead_delivery_keeps_its_reason_and_lets_the_next_ones_pass(store: SqlStore, wire: Wire, clock: Clock) -> None:
    to = [slack(wire)]
    put(store, [numbered(1)], to, clock)
    wire.script = [answer(403, b"action_prohibited")]
    out = deliverer(store, to, clock, wire)
    await out.once()
    put(store, [numbered(2)], to, clock)
    await out.once()
    found = states(store)
    assert found[numbered(1).id, "slack"] == ("dead", 1)
    assert found[numbered(2).id, "slack"] == ("delivered", 1)
    assert "action_prohibited" in store.alert(numbered(1).id).deliveries[0].last_error
    store.resend(numbered(1).id, clock.now)
    await out.once()
    assert states(store)[numbered(1).id, "slack"] == ("delivered", 1)


async def test_a_delivery_is_given_up_after_all_its_tries_and_not_those_behind_it(
    store: SqlStore, wire: Wire, clock: Clock
) -> None:
    to = [webhook(wire, max_attempts=3)]
    put(store, [numbered(1), numbered(2)], to, clock)
    wire.script = [answer(500)] * 3
    out = deliverer(store, to, clock, wire)
    for seconds in (0, 5, 15, 45):
        clock.forward(seconds)
        await out.once()
    await out.once()
    assert states(store) == {(numbered(1).id, "hook"): ("dead", 3), (numbered(2).id, "hook"): ("delivered", 1)}
    assert store.backlog().deliveries_dead == 1


async def test_gone_disables_the_destination_and_loses_nothing(store: SqlStore, wire: Wire, clock: Clock) -> None:
    to = [webhook(wire)]
    put(store, [numbered(n) for n in range(3)] + [numbered(7, "sudan")], to, clock)
    wire.otherwise = answer(410)
    out = deliverer(store, to, clock, wire)
    await out.once()
    assert "410" in store.disabled_destinations()["hook"]
    asked = len(wire.got)
    clock.forward(3600)
    assert await out.once() == 0
    assert len(wire.got) == asked
    wire.otherwise = answer(200)
    store.enable_destination("hook")
    await out.once()
    await out.once()
    assert {state for state, _ in states(store).values()} == {"delivered"}


async def test_a_destination_that_left_the_settings_is_visible_as_dead(store: SqlStore, wire: Wire, clock: Clock) -> None:
    put(store, [numbered(1)], [webhook(wire, "old")], clock)
    await deliverer(store, [webhook(wire)], clock, wire).once()
    assert states(store) == {(numbered(1).id, "old"): ("dead", 1)}
    assert "'old'" in store.alert(numbered(1).id).deliveries[0].last_error


async def test_a_hanging_destination_does_not_hold_up_another(
    store: SqlStore, wire: Wire, second_wire: Wire, clock: Clock
) -> None:
    to = [webhook(wire, "hanging", timeout=20.0), webhook(second_wire, "well")]
    wire.otherwise = wire.hang
    conflicts = [numbered(1, f"conflict-{n}") for n in range(6)]
    put(store, conflicts, to, clock)
    out = deliverer(store, to, clock, wire, second_wire, idle=0.02)
    stop = asyncio.Event()
    running = asyncio.create_task(out.run(stop))
    await until(lambda: len(second_wire.got) == 6)
    put(store, [numbered(2)], to, clock)
    await until(lambda: len(second_wire.got) == 7)
    assert len(wire.got) == 1
    stop.set()
    wire.released.set()
    await asyncio.wait_for(running, 10)


async def test_a_destination_that_is_down_is_not_asked_for_every_alert_in_turn(
    store: SqlStore, wire: Wire, clock: Clock
) -> None:
    to = [webhook(wire)]
    put(store, [numbered(1, f"conflict-{n}") for n in range(20)], to, clock)
    wire.otherwise = answer(503)
    await deliverer(store, to, clock, wire).once()
    assert len(wire.got) == 2
    assert sorted(attempts for _, attempts in states(store).values()) == [0] * 18 + [1] * 2


async def test_a_destination_that_is_down_is_asked_again_after_pauses_that_grow_until_it_takes_something(
    store: SqlStore, wire: Wire, clock: Clock
) -> None:
    to = [webhook(wire)]
    put(store, [numbered(1, f"conflict-{n}") for n in range(30)], to, clock)
    wire.otherwise = answer(503)
    out = deliverer(store, to, clock, wire)
    asked: list[int] = []
    for _ in range(40):
        before = len(wire.got)
        await out.once()
        asked += [len(asked)] if len(wire.got) > before else [-1]
        clock.forward(1)
    seconds = [second for second in asked if second >= 0]
    assert seconds == [0, 2, 6, 14, 24, 34]
    wire.otherwise = answer(200)
    clock.forward(10)
    await out.once()
    wire.otherwise = answer(503)
    put(store, [numbered(2, f"conflict-{n}") for n in range(30)], to, clock)
    await out.once()
    before = len(wire.got)
    clock.forward(2)
    await out.once()
    assert len(wire.got) > before, "the first pause after a success is short again"


async def test_an_alert_the_receiver_chokes_on_does_not_hold_up_other_conflicts(
    store: SqlStore, wire: Wire, clock: Clock
) -> None:
    to = [webhook(wire)]
    put(store, [numbered(1, "poison"), *(numbered(1, f"conflict-{n}") for n in range(3))], to, clock)
    wire.otherwise = lambda got, connection: answer(500 if b"poison" in got.body else 200)(got, connection)
    await deliverer(store, to, clock, wire).once()
    assert sorted(state for state, _ in states(store).values()) == ["delivered"] * 3 + ["pending"]


async def test_what_waits_for_another_try_goes_out_as_soon_as_its_destination_takes_another_alert(
    store: SqlStore, wire: Wire, clock: Clock
) -> None:
    to = [webhook(wire)]
    put(store, [numbered(1, "unlucky")], to, clock)
    wire.script = [answer(500)] * 4
    out = deliverer(store, to, clock, wire)
    for seconds in (0, 5, 15, 45):
        clock.forward(seconds)
        await out.once()
    put(store, [numbered(1, "other")], to, clock)
    await out.once()
    assert ids(wire)[-1] == numbered(1, "other").id
    await out.once()
    assert states(store)[numbered(1, "unlucky").id, "hook"] == ("delivered", 5)


async def test_a_new_deliverer_finds_what_waits_from_before_its_time(store: SqlStore, wire: Wire, clock: Clock) -> None:
    to = [webhook(wire)]
    put(store, [numbered(1, "unlucky")], to, clock)
    wire.script = [answer(500)]
    await deliverer(store, to, clock, wire).once()
    put(store, [numbered(1, "other")], to, clock)
    out = deliverer(store, to, clock, wire)
    await out.once()
    await out.once()
    assert {state for state, _ in states(store).values()} == {"delivered"}


async def test_an_alert_the_receiver_chokes_on_gets_one_early_try_in_each_wait_that_costs_it_nothing(
    store: SqlStore, wire: Wire, clock: Clock
) -> None:
    to = [webhook(wire)]
    poison = numbered(1, "poison")
    put(store, [poison], to, clock)
    wire.otherwise = lambda got, connection: answer(500 if b"poison" in got.body else 200)(got, connection)
    out = deliverer(store, to, clock, wire)
    await out.once()
    for n in range(5):  # others get through, and its schedule stays what it was
        put(store, [numbered(n, "fine")], to, clock)
        await out.once()
    assert ids(wire).count(poison.id) == 2
    assert states(store)[poison.id, "hook"] == ("pending", 1)
    clock.forward(5)
    for n in range(5, 8):
        await out.once()
        put(store, [numbered(n, "fine")], to, clock)
        await out.once()
    assert ids(wire).count(poison.id) == 4
    assert states(store)[poison.id, "hook"] == ("pending", 2)


async def test_a_crash_between_post_and_mark_sends_again_under_the_same_id(store: SqlStore, wire: Wire, clock: Clock) -> None:
    to = [webhook(wire)]
    put(store, [numbered(1)], to, clock)
    crashed = deliverer(store, to, clock, wire)

    def crash(_: object) -> None:
        raise RuntimeError("crash")

    crashed._write = crash  # type: ignore[method-assign]
    with pytest.raises(RuntimeError, match="crash"):
        await crashed.once()
    again = deliverer(store, to, clock, wire)
    assert await again.once() == 0, "its claim still holds"
    clock.forward(61)
    assert await again.once() == 1
    assert len({got.headers["webhook-id"] for got in wire.got}) == 1
    assert len(wire.got) == 2


class Flaky:
    """The real store, away while ``away`` is set."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self.away = False

    def __getattr__(self, name: str) -> Any:
        if self.away:
            raise StoreError("the database is away")
        return getattr(self._store, name)


async def test_a_result_that_could_not_be_written_is_written_later_and_not_sent_twice(
    store: SqlStore, wire: Wire, clock: Clock
) -> None:
    to = [webhook(wire)]
    put(store, [numbered(1)], to, clock)
    flaky = Flaky(store)

    def go_away(got: Any, connection: Any) -> None:
        flaky.away = True
        answer(200)(got, connection)

    wire.otherwise = go_away
    out = deliverer(flaky, to, clock, wire, idle=0.02)  # type: ignore[arg-type]
    stop = asyncio.Event()
    running = asyncio.create_task(out.run(stop))
    await until(lambda: flaky.away)
    await asyncio.sleep(0.1)  # a few turns against the closed door
    flaky.away = False
    await until(lambda: states(store)[numbered(1).id, "hook"][0] == "delivered")
    stop.set()
    await asyncio.wait_for(running, 10)
    assert len(wire.got) == 1


async def test_a_stop_gives_back_what_waits_and_finishes_what_is_in_hand(store: SqlStore, wire: Wire, clock: Clock) -> None:
    to = [webhook(wire, timeout=20.0)]
    put(store, [numbered(1, f"conflict-{n}") for n in range(4)], to, clock)
    held = asyncio.Event()
    loop = asyncio.get_running_loop()

    def slow(got: Any, connection: Any) -> None:
        loop.call_soon_threadsafe(held.set)
        wire.released.wait(0.5)
        answer(200)(got, connection)

    wire.otherwise = slow
    out = deliverer(store, to, clock, wire, idle=0.02)
    stop = asyncio.Event()
    running = asyncio.create_task(out.run(stop))
    await asyncio.wait_for(held.wait(), 10)
    stop.set()
    await asyncio.wait_for(running, 10)
    found = sorted(states(store).values())
    assert found == [("delivered", 1), *[("pending", 0)] * 3]


async def test_a_stop_does_not_wait_for_a_hanging_receiver(
    store: SqlStore, wire: Wire, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.alerts.delivery._GRACE", 0.2)
    to = [webhook(wire, timeout=60.0)]
    put(store, [numbered(1)], to, clock)
    wire.otherwise = wire.hang
    out = deliverer(store, to, clock, wire, idle=0.02)
    stop = asyncio.Event()
    running = asyncio.create_task(out.run(stop))
    await until(lambda: len(wire.got) == 1)
    started = time.monotonic()
    stop.set()
    await asyncio.wait_for(running, 10)
    assert time.monotonic() - started < 5
    assert states(store) == {(numbered(1).id, "hook"): ("pending", 1)}
    assert "same id" in store.alert(numbered(1).id).deliveries[0].last_error


class Breaking:
    """An outlet with a bug."""

    name = "hook"
    most = 1

    async def send(self, deliveries: Sequence[Delivery]) -> Any:
        raise RuntimeError("a bug")


async def test_a_delivery_that_ends_its_deliverer_every_time_is_given_up(store: SqlStore, wire: Wire, clock: Clock) -> None:
    from service.alerts.delivery import Deliverer

    to = [webhook(wire, max_attempts=2)]
    put(store, [numbered(1)], to, clock)
    for _ in range(10):
        with pytest.raises(RuntimeError, match="a bug"):
            await Deliverer(store, {"hook": Breaking()}, to, clock=clock).once()
        clock.forward(61)
    await deliverer(store, to, clock, wire).once()
    assert states(store)[numbered(1).id, "hook"][0] == "dead"
    assert wire.got == []


class Slow:
    """The real store, with slow writes that are counted."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self.written: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def delivered(self, ids: Sequence[str], now: datetime) -> None:
        time.sleep(0.05)
        self.written += ids
        self._store.delivered(ids, now)


async def test_results_of_destinations_that_end_together_are_each_written_once(
    store: SqlStore, wire: Wire, clock: Clock
) -> None:
    to = [webhook(wire, f"hook-{n}") for n in range(5)]
    put(store, [numbered(1)], to, clock)
    slow = Slow(store)
    await deliverer(slow, to, clock, wire).once()  # type: ignore[arg-type]
    assert len(slow.written) == len(set(slow.written)) == 5


async def test_a_destination_with_a_long_time_limit_is_still_sent_to(store: SqlStore, wire: Wire, clock: Clock) -> None:
    to = [webhook(wire, timeout=300.0)]
    put(store, [numbered(1)], to, clock)
    await deliverer(store, to, clock, wire).once()
    assert states(store) == {(numbered(1).id, "hook"): ("delivered", 1)}


async def test_two_deliverers_side_by_side_send_everything_once(store: SqlStore, wire: Wire, clock: Clock) -> None:
    to = [webhook(wire)]
    alerts = [numbered(n, f"conflict-{c}") for c in range(5) for n in range(5)]
    put(store, alerts, to, clock)
    both = [deliverer(store, to, clock, wire, limit=3) for _ in range(2)]
    for _ in range(30):
        await asyncio.gather(*(one.once() for one in both))
    assert sorted(ids(wire)) == sorted(a.id for a in alerts)
    for c in range(5):
        own = [name for name in ids(wire) if name.startswith(f"conflict-{c}-")]
        assert own == sorted(own)


class Tired:
    """The real store on a machine that is too busy: each write takes a while."""

    def __init__(self, store: SqlStore, clock: Clock, seconds: float) -> None:
        self._store, self._clock, self._seconds = store, clock, seconds
        self.writes = 0

    def __getattr__(self, name: str) -> Any:
        if name in ("delivered", "retry_delivery"):
            self._clock.forward(self._seconds)
            self.writes += 1
        return getattr(self._store, name)


async def test_more_than_can_be_sent_before_the_claims_run_out_is_sent_all_the_same(
    store: SqlStore, wire: Wire, clock: Clock
) -> None:
    to = [webhook(wire)]
    put(store, [numbered(1, f"conflict-{n}") for n in range(150)], to, clock)
    tired = Tired(store, clock, 0.3)  # a claim holds for 20 s, and nothing is begun in the last 10: thirty writes
    out = deliverer(tired, to, clock, wire, idle=0.02, limit=40)  # type: ignore[arg-type]
    stop = asyncio.Event()
    running = asyncio.create_task(out.run(stop))
    await until(lambda: len(wire.got) >= 150)
    stop.set()
    await asyncio.wait_for(running, 10)
    assert len(set(ids(wire))) == len(wire.got) == 150
    assert tired.writes < 170, "what goes back goes back at once"


async def test_a_busy_destination_is_claimed_for_when_it_is_done_and_others_at_once(
    store: SqlStore, wire: Wire, second_wire: Wire, clock: Clock
) -> None:
    to = [webhook(wire, "hanging", timeout=20.0), webhook(second_wire, "well")]
    wire.script = [wire.hang]
    put(store, [numbered(1, f"conflict-{n}") for n in range(3)], to[:1], clock)
    out = deliverer(store, to, clock, wire, second_wire, idle=0.02)
    stop = asyncio.Event()
    running = asyncio.create_task(out.run(stop))
    await until(lambda: len(wire.got) == 1)
    put(store, [numbered(2, f"other-{n}") for n in range(3)], to, clock)
    await until(lambda: len(second_wire.got) == 3)
    held = [state for (_, name), (state, _) in states(store).items() if name == "hanging"]
    assert sorted(held) == ["pending"] * 3 + ["sending"] * 3
    stop.set()
    wire.released.set()
    await asyncio.wait_for(running, 10)


async def until(condition: Any, limit: float = 10.0) -> None:
    """Wait for something that must happen."""
    end = time.monotonic() + limit
    while not condition():
        assert time.monotonic() < end, "it never happened"
        await asyncio.sleep(0.01)
