"""The way out: due deliveries from the outbox to their destinations, each destination on its own, in order, until delivered or dead.

    due_deliveries (claimed for a time) -> one lane a destination -> outlet.send -> judge -> delivered | retry | dead | disable

A crash between sending and writing that down leaves the claim to run out, and the delivery goes out again under the same id. What could
not be written down because the database was away is kept and written first thing afterwards. A destination that works again after
failures has what waited for it at once (``service.alerts.lanes``).
"""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from service.alerts.backoff import Backoff, Verdict
from service.alerts.lanes import Lane
from service.alerts.outlet import Outlet
from service.errors import StoreError
from service.models import Delivery
from service.ports import Store
from service.settings import Destination

log = structlog.get_logger()

_ENDS_A_TRY = 5  # how often a deliverer may end with a delivery in hand for each try that it has
_GRACE = 5.0  # seconds a send in hand may take after the stop; the whole service promises ten


class Deliverer:
    """Claims and sends until stopped; safe to run beside other deliverers, because the outbox hands each delivery to one."""

    def __init__(
        self,
        store: Store,
        outlets: Mapping[str, Outlet],
        settings: Sequence[Destination],
        *,
        clock: Callable[[], datetime],
        backoff: Backoff | None = None,
        chance: Callable[[], float] = random.random,
        lease: float = 5.0,
        limit: int = 200,
        idle: float = 1.0,
    ) -> None:
        """``lease`` and ``idle`` (the pause between looks into the outbox) are in seconds, ``limit`` is deliveries a look."""
        self._store = store
        self._outlets = dict(outlets)
        self._settings = {destination.name: destination for destination in settings}
        self._lanes: dict[str, Lane] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._unsaved: list[Verdict] = []
        self._saving = asyncio.Lock()
        # A claim must outlast any send, or two deliverers could send the same at once; Slack may need two requests.
        self._lease = max(lease, *(4 * destination.timeout for destination in settings), 0.0)
        self._limit = limit
        self._idle = idle
        self.clock = clock
        self.backoff = backoff or Backoff()
        self.chance = chance
        self.stopping = False

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver until ``stop`` is set, then finish what is in hand within seconds and give the rest back."""
        stopped = asyncio.create_task(stop.wait())
        while not stop.is_set():
            claimed = 0
            try:
                claimed = await self.turn()
            except StoreError as error:
                log.warning("outbox out of reach, trying again", error=error.message)
            if claimed == 0:
                lanes = [task for task in self._tasks.values() if not task.done()]
                await asyncio.wait([stopped, *lanes], timeout=self._idle, return_when=asyncio.FIRST_COMPLETED)
        await self.close()

    async def once(self) -> int:
        """Deliver everything that is due now and wait until it is out; returns how many were claimed. StoreError as it comes."""
        claimed = await self.turn()
        await asyncio.gather(*self._tasks.values())
        await self._save_left()
        return claimed

    async def turn(self) -> int:
        """Claim what is due and hand it to the lanes without waiting for them; returns how many. StoreError as it comes.

        Nothing is claimed for a lane that still works: claims would run out before it comes to them, and be made again, for ever.
        """
        await self._save_left()
        now = self.clock()
        busy = [name for name, task in self._tasks.items() if not task.done()]
        claimed = await asyncio.to_thread(
            self._store.due_deliveries, now, limit=self._limit, lease=self._lease, but=busy
        )  # fmt: skip
        until = now + timedelta(seconds=self._lease)
        groups: defaultdict[tuple[str, str], list[Delivery]] = defaultdict(list)
        for delivery in claimed:
            groups[delivery.destination, delivery.alert.conflict].append(delivery)
        for (name, _), deliveries in groups.items():
            lane = self._lane(name)
            if lane is None:
                why = f"there is no destination {name!r} in the settings any more"
                await self.save([Verdict(d.id, d.destination, "dead", why) for d in deliveries])
            else:
                lane.add(until, await self._sendable(deliveries))
        self._start_lanes()
        return len(claimed)

    async def _sendable(self, deliveries: Sequence[Delivery]) -> Sequence[Delivery]:
        """Without those that were taken in hand time and again and never came to a result: sending one ends the process.

        Which one is not known, and a deliverer may be killed for other reasons, so it takes many more times than there are tries.
        """
        most = _ENDS_A_TRY * self._settings[deliveries[0].destination].max_attempts
        why = f"given up: its deliverer ended {most} times with it in hand"
        await self.save([Verdict(d.id, d.destination, "dead", why) for d in deliveries if d.taken > most])
        return [d for d in deliveries if d.taken <= most]

    def _start_lanes(self) -> None:
        for name, lane in self._lanes.items():
            running = self._tasks.get(name)
            if running is not None and running.done():
                running.result()  # a lane that broke is a bug: end here, visibly, rather than go on without the destination
            if lane.has_work and (running is None or running.done()):
                self._tasks[name] = asyncio.create_task(lane.drain(), name=f"lane {name}")

    def _lane(self, name: str) -> Lane | None:
        if name not in self._outlets or name not in self._settings:
            return None
        return self._lanes.setdefault(name, Lane(self, self._outlets[name], self._settings[name]))

    async def close(self) -> None:
        """Give queued deliveries back at once, let sends in hand finish within the grace, cut off the rest."""
        self.stopping = True
        tasks = [task for task in self._tasks.values() if not task.done()]
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=_GRACE)
            for task in late:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        for lane in self._lanes.values():
            await lane.drain()
        try:
            await self._save_left()
        except StoreError as error:
            log.warning(
                "outbox out of reach at the end; what was sent may be sent again",
                unsaved=len(self._unsaved),
                error=error.message,
            )

    async def hasten(self, destination: str, *, but: Collection[str]) -> dict[str, datetime]:
        """Make what waits for another try due now; returns for each when it would have been. StoreError as it comes."""
        return await asyncio.to_thread(self._store.hasten_deliveries, destination, self.clock(), but=but)

    # --- writing down ----------------------------------------------------------------------------------------------

    async def save(self, verdicts: Sequence[Verdict]) -> None:
        """Write verdicts down, or keep them for the next turn where the database is away."""
        self._unsaved += verdicts
        for verdict in verdicts:
            _report(verdict)
        try:
            await self._save_left()
        except StoreError as error:
            log.warning("outbox out of reach, keeping results", results=len(self._unsaved), error=error.message)

    async def _save_left(self) -> None:
        async with self._saving:  # one at a time: a verdict written twice could undo a younger claim
            while self._unsaved:
                alike = [v for v in self._unsaved if replace(v, delivery="") == replace(self._unsaved[0], delivery="")]
                await asyncio.to_thread(self._write, alike)
                self._unsaved = [v for v in self._unsaved if v not in alike]

    def _write(self, alike: Sequence[Verdict]) -> None:
        """Write down verdicts that differ in nothing but the delivery."""
        now, verdict, ids = self.clock(), alike[0], [v.delivery for v in alike]
        if verdict.disable:
            self._store.disable_destination(verdict.destination, error=verdict.error, now=now)
        if verdict.outcome == "delivered":
            self._store.delivered(ids, now)
        elif verdict.outcome == "dead":
            self._store.dead_delivery(ids, error=verdict.error, now=now)
        else:
            self._store.retry_delivery(
                ids, error=verdict.error, available_at=verdict.available_at or now, tried=verdict.outcome == "later", now=now
            )


def _report(verdict: Verdict) -> None:
    words = log.bind(delivery=verdict.delivery, destination=verdict.destination)
    if verdict.disable:
        words.error("destination disabled until it is enabled again", error=verdict.error)
    elif verdict.outcome == "dead":
        words.error("delivery given up", error=verdict.error)
    elif verdict.outcome == "later":
        words.warning("delivery later", error=verdict.error, at=verdict.available_at)
    elif verdict.outcome == "delivered":
        words.info("delivered")


async def deliver_due(
    store: Store,
    outlets: Mapping[str, Outlet],
    settings: Sequence[Destination],
    *,
    clock: Callable[[], datetime],
    backoff: Backoff | None = None,
    chance: Callable[[], float] = random.random,
    lease: float = 5.0,
    limit: int = 200,
) -> int:
    """Send once what is due and write down what became of it; returns how many deliveries were claimed."""
    deliverer = Deliverer(store, outlets, settings, clock=clock, backoff=backoff, chance=chance, lease=lease, limit=limit)
    return await deliverer.once()
