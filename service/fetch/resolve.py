"""Names -> addresses by the system's resolver, without holding up the process.

getaddrinfo cannot be cancelled and may take half a minute: in asyncio's default pool a few dead name servers would stall every
database call, and would delay the end of the process. So each lookup has a thread of its own that nobody waits for.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading

_AT_ONCE = 16


class SystemResolver:
    """Callable (host, port) -> IP addresses; OSError where there are none. At most 16 lookups at once."""

    def __init__(self) -> None:
        self._free = asyncio.Semaphore(_AT_ONCE)

    async def __call__(self, host: str, port: int) -> list[str]:
        async with self._free:
            return await _lookup(host, port)


async def _lookup(host: str, port: int) -> list[str]:
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def settle(found: list[str] | OSError | UnicodeError) -> None:
        if answer.done():  # whoever asked has given up
            return
        if isinstance(found, list):
            answer.set_result(found)
        else:
            answer.set_exception(found)

    def ask() -> None:
        found: list[str] | OSError | UnicodeError
        try:
            found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        except (OSError, UnicodeError) as error:
            found = error
        with contextlib.suppress(RuntimeError):  # the loop is closed: the process is ending
            loop.call_soon_threadsafe(settle, found)

    threading.Thread(target=ask, daemon=True, name=f"resolve {host}").start()
    return await answer
