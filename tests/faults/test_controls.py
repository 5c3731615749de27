"""The harness can fail: with a promise switched off it reports what is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.items import items
from tests.faults.oracle import judge
from tests.faults.world import FEEDS, World

pytestmark = pytest.mark.timeout(600)


def test_without_the_reconciler_a_flushed_broker_loses_items(tmp_path: Path) -> None:
    wars, all_items = items(60, feeds=FEEDS)
    with World(tmp_path / "run", "sqlite", wars, controls={"poll": "no-reconciler"}) as world:
        world.publish(all_items[:20])
        assert world.wait(world.drained, 60), world.tails()
        for role in world.workers:
            role.end()  # so that the hints of what comes now are still there to be flushed
        world.publish(all_items[20:])
        assert world.wait(lambda: world.site.waiting() == 0 and world.store.backlog().pending >= 40, 60), world.tails()
        with world.broker.client() as client:
            client.flushall()
        for role in world.workers:
            role.start()
        assert not world.wait(world.drained, 5)
        world.keeper.end()
        verdict = judge(world.site.offers(), world.receiver.ledger(), world.store)
    assert len(verdict.items_lost) >= 20
    assert verdict.changes_lost


def test_without_idempotency_keys_a_lost_answer_is_an_effect_twice(tmp_path: Path) -> None:
    wars, all_items = items(30, feeds=FEEDS)
    with World(tmp_path / "run", "sqlite", wars, controls={"deliver": "no-idempotency-keys"}) as world:
        world.receiver.troubles.extend(["500 after effect", "cut after effect"])
        world.publish(all_items)
        assert world.wait(world.drained, 90), world.tails()
        world.keeper.end()
        verdict = judge(world.site.offers(), world.receiver.ledger(), world.store)
    assert len(verdict.twice) == 2
    assert verdict.items_lost == []
