"""An entry that kills its worker is dead after at most five tries, by itself, visibly, and can be tried again by one command."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.items import items
from tests.faults.world import FEEDS, World

pytestmark = pytest.mark.timeout(900)

WAYS = {"poison by memory": "exit code 71", "poison by loop": "SIGXCPU SIGKILL", "poison by crash": "SIGABRT"}


def test_poison_dies_alone_is_shown_and_can_be_retried(tmp_path: Path) -> None:
    wars, all_items = items(40, feeds=FEEDS)
    quiet = [item for item in all_items if item.kind == "quiet"][:3]
    poisons = {item.id: replace(item, title=way) for item, way in zip(quiet, WAYS, strict=True)}
    with World(tmp_path / "run", "sqlite", wars, controls={"work": "poison"}, cpu_seconds=2) as world:
        world.publish([poisons.get(item.id, item) for item in all_items])
        assert world.wait(lambda: len(world.store.dead_entries()) == 3, 180), world.tails()
        assert world.wait(world.drained, 60), world.tails()
        dead = {entry.title: entry for entry in world.store.dead_entries()}
        assert set(dead) == set(WAYS)
        for way, how in WAYS.items():
            assert dead[way].attempts <= 5
            assert "died" in dead[way].error, dead[way]
            assert any(word in dead[way].error for word in (*how.split(), "times")), dead[way]
        assert world.store.backlog().done == len(all_items) - 3, "a neighbour was not processed"

        shown = [json.loads(line) for line in world.run_command("status", "--json").stdout.splitlines()]
        assert sum(record.get("type") == "dead_entry" for record in shown) == 3, shown
        for role in world.workers:
            role.become(world.arguments("work"))
            role.ask_to_stop()
        done = world.run_command("status", "--retry", str(dead["poison by crash"].id))
        assert done.returncode == 0, done.stderr
        assert world.wait(lambda: len(world.store.dead_entries()) == 2 and world.drained(), 60), world.tails()
