"""The poller's loop: which feeds are due, at most so many at once, one per host; asking one of them is somebody else's matter."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol
from urllib.parse import urlsplit

import structlog

from service.errors import StoreError
from service.ports import Backlog, FeedState
from service.settings import PollSettings

log = structlog.get_logger()

_TICK = 1.0  # seconds between two looks for due feeds; shorter where feeds are asked more often than that
_SHORTEST_TICK = 0.05
_BACKLOG_EVERY = 5.0  # seconds; counting is not free
_RESUME = 0.8  # share of max_backlog below which polling goes on, so that it does not flutter
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 10.0  # seconds without a store
_AFTER_BUG = timedelta(minutes=10)  # how long a feed rests whose poll ended in an error nobody foresaw
_GRACE = 4.0  # seconds that polls under way get to finish when stopped


class FeedSource(Protocol):
    """The part of Store that the loop needs."""

    def due_feeds(self, now: datetime) -> Sequence[FeedState]: ...
    def backlog(self) -> Backlog: ...


class Poller:
    """Calls ``poll_one`` for each due feed from a fixed set of tasks, until told to stop.

    A database that is away is waited for with growing pauses; a backlog over ``max_backlog`` pauses polling, so that nothing is
    thrown away; one feed whose poll fails in a way nobody foresaw is logged and rests, and the others go on.
    """

    def __init__(
        self,
        store: FeedSource,
        settings: PollSettings,
        poll_one: Callable[[FeedState], Awaitable[object]],
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._settings = settings
        self._poll_one = poll_one
        self._clock = clock
        self._ready: asyncio.Queue[FeedState] = asyncio.Queue()
        self._busy_hosts: set[str] = set()
        self._resting: dict[str, tuple[datetime, datetime]] = {}  # feed -> from and until when
        self._unstored: dict[str, int] = {}  # feed -> polls in a row whose outcome could not be stored
        self._wake = asyncio.Event()
        self._paused = False
        self._backlog_checked = float("-inf")
        self._outage = 0.0  # seconds of the present pause; 0 while the store answers

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until ``stop``; polls under way then get four seconds to finish."""
        consumers = [asyncio.create_task(self._consume(stop)) for _ in range(self._settings.concurrency)]
        stopped = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                await self._look()
                await self._sleep(stopped)
        finally:
            stopped.cancel()
            _, late = await asyncio.wait(consumers, timeout=_GRACE)
            for task in late:
                task.cancel()
            await asyncio.gather(*consumers, stopped, return_exceptions=True)

    # --- looking for work ----------------------------------------------------------------------------------------

    async def _look(self) -> None:
        """Put the due feeds of free hosts in line; a store that is away lengthens the pause until the next look."""
        self._wake.clear()
        now = self._clock()
        try:
            if await self._must_wait():
                return
            due = await asyncio.to_thread(self._store.due_feeds, now)
            for state in due:
                self._line_up(state, now)
        except StoreError as error:
            self._store_away(error)
        else:
            self._outage = 0.0

    def _line_up(self, state: FeedState, now: datetime) -> None:
        host = _host(state)
        rests_from, rests_until = self._resting.get(state.feed.id, (now, now))
        if host in self._busy_hosts or rests_from <= now < rests_until:  # one from the future: the clock was set back
            return
        self._busy_hosts.add(host)
        self._ready.put_nowait(state)

    async def _must_wait(self) -> bool:
        """Whether workers are too far behind; asked every five seconds."""
        at = asyncio.get_running_loop().time()
        if at - self._backlog_checked < _BACKLOG_EVERY:
            return self._paused
        pending = (await asyncio.to_thread(self._store.backlog)).pending
        self._backlog_checked = at
        limit = self._settings.max_backlog
        paused = pending > limit * (_RESUME if self._paused else 1.0)
        if paused != self._paused:
            self._paused = paused
            if paused:
                log.warning("polling pauses until workers have caught up", pending=pending, max_backlog=limit)
            else:
                log.info("polling goes on", pending=pending)
        return paused

    def _store_away(self, error: StoreError) -> None:
        self._outage = min(max(self._outage * 2, _FIRST_PAUSE), _LONGEST_PAUSE)
        log.warning("the database cannot be used, polling waits for it", error=error.message, wait=self._outage)

    async def _sleep(self, stopped: asyncio.Task[bool]) -> None:
        """Until the next look: a tick, or until a host is free again, or as long as the store is given."""
        tick = max(min(_TICK, self._settings.floor / 4), _SHORTEST_TICK)
        if self._outage or self._paused:
            await asyncio.wait({stopped}, timeout=self._outage or tick)
            return
        woken = asyncio.create_task(self._wake.wait())
        await asyncio.wait({stopped, woken}, timeout=tick, return_when=asyncio.FIRST_COMPLETED)
        woken.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await woken

    # --- working -------------------------------------------------------------------------------------------------

    async def _consume(self, stop: asyncio.Event) -> None:
        stopped = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                getting = asyncio.create_task(self._ready.get())
                await asyncio.wait({stopped, getting}, return_when=asyncio.FIRST_COMPLETED)
                if stop.is_set() or not getting.done():
                    getting.cancel()
                    return
                await self._poll(getting.result())
        finally:
            stopped.cancel()

    async def _poll(self, state: FeedState) -> None:
        """One poll as a task of its own, so that whatever it raises ends there and is seen."""
        task = asyncio.ensure_future(self._poll_one(state))
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            task.cancel()
            await asyncio.wait({task}, timeout=1.0)
            raise
        finally:
            self._busy_hosts.discard(_host(state))
            self._wake.set()
        if not task.cancelled():
            self._note(state, task.exception())

    def _note(self, state: FeedState, error: BaseException | None) -> None:
        """Let a feed rest whose outcome was lost: its row still says that it is due, and its server must not be hammered."""
        feed, now = state.feed.id, self._clock()
        if error is None:
            self._resting.pop(feed, None)
            self._unstored.pop(feed, None)
        elif isinstance(error, StoreError):
            self._unstored[feed] = self._unstored.get(feed, -1) + 1
            rest = min(_FIRST_PAUSE * 2 ** min(self._unstored[feed], 16), max(self._settings.floor, _LONGEST_PAUSE))
            self._resting[feed] = (now, now + timedelta(seconds=rest))
            log.warning("what a feed offered could not be stored; it is asked again", feed=feed, error=error.message, wait=rest)
        else:
            self._resting[feed] = (now, now + _AFTER_BUG)
            log.error("a poll failed for a reason nobody foresaw; the feed rests", feed=feed, exc_info=error)


def _host(state: FeedState) -> str:
    return urlsplit(state.feed.url).hostname or state.feed.url
