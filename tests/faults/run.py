"""A run: a seeded plan of faults over a running service, and the figures it comes to."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from itertools import zip_longest
from pathlib import Path
from random import Random
from threading import Event
from typing import Any

from tests.faults.faultless import Faultless
from tests.faults.faults import KILLS, OUTAGES, TROUBLES, Fault
from tests.faults.items import Item, items
from tests.faults.oracle import Verdict, final_state, judge
from tests.faults.roles import patience
from tests.faults.strikes import Missed
from tests.faults.world import FEEDS, World

RECOVERED_WITHIN = float(os.environ.get("FAULT_RECOVERY", "15"))  # seconds after a single fault, on an idle machine
_SPARE = 8  # portions for faults that met nobody at first; what is left of them comes after the last fault
_BEHIND = 400  # items that may wait before the next of many faults; more is a slow machine's, and would be drained for minutes
DRAINED_WITHIN = 90.0  # seconds after the last of many
_GIVE_UP = max(60.0, 1.2 * RECOVERED_WITHIN)  # seconds until a recovery that is too slow already is waited for no longer


@dataclass(frozen=True, slots=True)
class Plan:
    """How large a run is, and its two seeds: every fault once by the first, the many at once by the second."""

    database: str
    items: int
    kills: int
    seed: int = 1
    second_seed: int = 2
    outages: bool = False
    only: str = ""  # just the faults whose names hold this
    faults: bool = True

    def single(self) -> list[Fault]:
        """Every fault for this database once, in an order by the first seed; kills no more than the plan has."""
        mine = [fault for fault in (*KILLS, *TROUBLES) if fault.only in ("", self.database) and self.only in fault.name]
        if not self.faults:
            return []
        Random(self.seed).shuffle(mine)
        kills = [fault for fault in mine if fault.kills][: self.kills]
        return [fault for fault in mine if not fault.kills or fault in kills] + self._long()

    @property
    def promised(self) -> int:
        """How many kills the plan comes to."""
        return sum(fault.kills for fault in (*self.single(), *self.crowded()))

    def _long(self) -> list[Fault]:
        return [fault for fault in OUTAGES if fault.only in ("", self.database)] if self.outages else []

    def crowded(self) -> list[Fault]:
        """What is left of the kills, by the second seed, with a trouble after every third; nobody waits between them."""
        chance = Random(self.second_seed)
        kills = [fault for fault in KILLS if fault.only in ("", self.database)]
        troubles = [fault for fault in TROUBLES if fault.only in ("", self.database)]
        found: list[Fault] = []
        for number in range(0 if self.only or not self.faults else self.kills - sum(fault.kills for fault in self.single())):
            found.append(chance.choice(kills))
            if number % 3 == 2:
                found.append(chance.choice(troubles))
        return found


@dataclass(slots=True)
class Figures:
    """What a run came to; seconds as measured, ``load`` is by how much the machine was too busy for them."""

    plan: Plan | None = None
    offered: int = 0
    effects: int = 0
    posts: int = 0
    kills: int = 0
    troubles: int = 0
    starts: int = 0
    missed: list[str] = field(default_factory=list)
    slow: list[str] = field(default_factory=list)  # recoveries and stops that broke their promise
    recovery: dict[str, float] = field(default_factory=dict)
    drained: float = 0.0
    took: float = 0.0
    cpu: float = 0.0  # seconds of all processes, servers and harness included
    load: float = 1.0
    verdict: Verdict | None = None
    state_differs: str = ""  # the first line in which the final state is not the faultless run's

    @property
    def kept(self) -> bool:
        """Whether every promise was kept and every fault struck."""
        return self.verdict is not None and self.verdict.kept and not (self.slow or self.missed or self.state_differs)

    def lines(self) -> list[str]:
        """The figures for people."""
        assert self.verdict is not None
        broken = {name: len(found) for name, found in asdict(self.verdict).items()}
        done = f"offered {self.offered}, alerts {self.effects} in {self.posts} posts, process starts {self.starts}"
        slowest = max(self.recovery.items(), key=lambda pair: pair[1], default=("none", 0.0))
        times = f"slowest recovery {slowest[1]:.1f} s ({slowest[0]}), drained {self.drained:.1f} s after the last fault"
        return [
            f"{self.plan}",
            f"{done}, kills {self.kills}, other faults {self.troubles}",
            ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in broken.items()),
            f"{times}, took {self.took:.0f} s and {self.cpu:.0f} s of CPU, load {self.load:.1f}",
            f"final state: {self.state_differs or 'equal to the faultless run, byte for byte'}",
            *(f"missed: {what}" for what in self.missed),
            *(f"slow: {what}" for what in self.slow),
        ]


def run(
    folder: Path, plan: Plan, *, say: Callable[[str], None] = lambda _: None, stop: Event | None = None, **world: Any
) -> Figures:
    """Run the plan in a world of its own and judge it; the folder is left for a look. ``stop`` cuts it off before the next fault."""
    wars, all_items = items(plan.items, feeds=FEEDS)
    figures = Figures(plan=plan)
    began, used = time.monotonic(), _cpu()
    with World(folder, plan.database, wars, **world) as here:
        in_peace = Faultless(here.config, folder / "in peace", plan.items)
        try:
            _Striker(here, figures, all_items, plan, say, stop or Event()).run()
            here.keeper.end()
            say("ended")
            _judge(here, figures, in_peace)
        finally:
            in_peace.end()
    figures.took, figures.cpu = time.monotonic() - began, _cpu() - used
    return figures


def _judge(world: World, figures: Figures, in_peace: Faultless) -> None:
    figures.offered, figures.posts = len(world.site.offers()), world.receiver.posts
    figures.effects = len(world.receiver.ledger())
    figures.starts = sum(role.starts for role in world.roles.values())
    figures.slow += [late for role in world.roles.values() for late in role.late_stops]
    figures.verdict = judge(world.site.offers(), world.receiver.ledger(), world.store)
    figures.state_differs = _first_difference(final_state(world.store), in_peace.state())


def _first_difference(one: str, other: str) -> str:
    if one == other:
        return ""
    lines = zip_longest(one.splitlines(), other.splitlines(), fillvalue="nothing")
    return next((f"{a[:300]} instead of {b[:300]}" for a, b in lines if a != b), "line breaks")


def _cpu() -> float:
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def portions(all_items: Sequence[Item], count: int) -> list[list[Item]]:
    """The items in so many portions, each with its share of quiet items: some crash points lie on their way alone."""
    quiet = [item for item in all_items if item.kind == "quiet"]
    loud = [item for item in all_items if item.kind != "quiet"]

    def share(of: list[Item], number: int) -> list[Item]:
        return of[number * len(of) // count : (number + 1) * len(of) // count]

    return [share(loud, number) + share(quiet, number) for number in range(count)]


class _Striker:
    """Publishes portion after portion and strikes."""

    def __init__(
        self, world: World, figures: Figures, all_items: Sequence[Item], plan: Plan, say: Callable[[str], None], stop: Event
    ) -> None:
        self._world, self._figures, self._plan, self._say, self._stop = world, figures, plan, say, stop
        strikes = len(plan.single()) + len(plan.crowded())
        self._portions = portions(all_items, 1 + strikes + min(strikes // 8, _SPARE))

    def run(self) -> None:
        world = self._world
        self._publish()
        self._settle("start")
        chance = Random(self._plan.seed)
        for fault in self._plan.single():
            if self._strike(fault, chance):
                self._settle(fault.name)
        chance = Random(self._plan.second_seed)
        for fault in self._plan.crowded():
            world.wait(lambda: world.behind() < _BEHIND, _GIVE_UP)
            self._strike(fault, chance)
            time.sleep(chance.uniform(0.0, 1.0))
        while self._portions:
            self._publish()
        began = time.monotonic()
        done = world.wait(world.drained, 2 * DRAINED_WITHIN)
        self._figures.drained = time.monotonic() - began
        self._figures.load = max(self._figures.load, patience())
        if not done or self._figures.drained > DRAINED_WITHIN * self._figures.load:
            self._figures.slow.append(
                f"not drained {self._figures.drained:.0f} s after the last fault: {world.store.backlog()}"
            )

    def _publish(self) -> None:
        if self._portions:
            self._world.publish(self._portions.pop(0))

    def _strike(self, fault: Fault, chance: Random) -> bool:
        if self._stop.is_set():
            raise KeyboardInterrupt
        began = time.monotonic()
        try:
            fault.strike(self._world, chance, self._publish)
        except Missed as missed:
            self._figures.missed.append(f"{fault.name}: {missed}")
            return False
        finally:
            self._say(f"{fault.name}: struck for {time.monotonic() - began:.1f} s")
        self._figures.kills += fault.kills
        self._figures.troubles += not fault.kills
        return True

    def _settle(self, what: str) -> None:
        """Wait until everything published has rung, and note how long that took."""
        began = time.monotonic()
        done = self._world.wait(self._world.all_rung, _GIVE_UP)
        took = time.monotonic() - began
        load = patience()
        self._figures.load = max(self._figures.load, load)
        self._say(f"{what}: {'recovered' if done else 'not recovered'} after {took:.1f} s")
        if what == "start":
            return
        self._figures.recovery[what] = round(took, 1)
        if not done or took > RECOVERED_WITHIN * load:
            self._figures.slow.append(f"{what}: not recovered after {took:.1f} s")
