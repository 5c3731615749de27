"""One request per host at a time, with a pause between two."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from service.errors import FetchError

_MOST_HOSTS = 2000  # remembered; the ones nobody waits for are forgotten first
_LONGEST_WAIT = 120.0  # seconds in the queue; whoever waits longer had better come back later


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0
    free_at: float = 0.0  # by the loop's clock


class Turns:
    """Hands out turns by host; ``delay`` is in seconds, from the end of one request to the start of the next."""

    def __init__(self, delay: float) -> None:
        self._delay = delay
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait for this host's turn and hold it; FetchError after two minutes in the queue."""
        place = self._place(host)
        place.waiting += 1
        try:
            await self._wait(host, place)
        finally:
            place.waiting -= 1
        try:
            yield
        finally:
            place.free_at = asyncio.get_running_loop().time() + self._delay
            place.lock.release()

    async def _wait(self, host: str, place: _Host) -> None:
        try:
            async with asyncio.timeout(_LONGEST_WAIT):
                await place.lock.acquire()
        except TimeoutError:
            raise FetchError(f"{host}: {place.waiting} requests wait for this host; tried again later") from None
        try:
            pause = place.free_at - asyncio.get_running_loop().time()
            if pause > 0:
                await asyncio.sleep(pause)
        except asyncio.CancelledError:
            place.lock.release()
            raise

    def _place(self, host: str) -> _Host:
        if host not in self._hosts and len(self._hosts) >= _MOST_HOSTS:
            now = asyncio.get_running_loop().time()
            self._hosts = {h: p for h, p in self._hosts.items() if p.waiting or p.lock.locked() or p.free_at > now}
        return self._hosts.setdefault(host, _Host())
