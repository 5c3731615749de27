"""When workers fall behind, polling waits for them; what was not polled is still in the feeds, and nothing is thrown away."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.faults.items import items
from tests.faults.oracle import judge
from tests.faults.world import FEEDS, World


@pytest.mark.timeout(900)
def test_polling_pauses_over_the_backlog_and_nothing_is_lost(tmp_path: Path) -> None:
    wars, all_items = items(120, feeds=FEEDS)
    with World(tmp_path / "run", "sqlite", wars, max_backlog=30) as world:
        for role in world.workers:
            role.end()
        world.publish(all_items[:80])
        assert world.wait(lambda: "polling pauses" in world.roles["poll"].tail(400), 60), world.tails()
        held = world.site.waiting()
        world.publish(all_items[80:])
        time.sleep(3.0)
        assert world.site.waiting() == held + 40, "a feed was asked although workers were behind"
        for role in world.workers:
            role.start()
        assert world.wait(world.drained, 90), world.tails()
        world.keeper.end()
        verdict = judge(world.site.offers(), world.receiver.ledger(), world.store)
    assert len(world.site.offered) == 120
    assert verdict.kept, verdict
