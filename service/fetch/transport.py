"""An httpx transport that connects to checked addresses only.

The check sits where the socket is opened: a name is resolved once, all its addresses are checked, and the socket goes to one of
these. Host header, TLS server name and certificate check keep the name, and a connection kept alive stays with its name.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from functools import lru_cache

import certifi
import httpcore
import httpx

from service.fetch.guard import Guard

_MOST_ADDRESSES = 4  # tried one after the other
_LEAST_WAIT = 2.0  # seconds for one of several addresses


class CheckedBackend(httpcore.AsyncNetworkBackend):
    """Opens TCP connections to what the guard lets through."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._sockets = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the name httpcore asks for
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        addresses = (await self._guard.addresses(host, port))[:_MOST_ADDRESSES]
        wait = timeout and max(timeout / len(addresses), min(timeout, _LEAST_WAIT))
        for address in addresses[:-1]:
            try:
                return await self._sockets.connect_tcp(address, port, wait, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue  # the next one may be reachable: IPv6 in a network without a way out, one of several servers down
        return await self._sockets.connect_tcp(addresses[-1], port, wait, local_address, socket_options)

    async def sleep(self, seconds: float) -> None:
        await self._sockets.sleep(seconds)


class CheckedTransport(httpx.AsyncHTTPTransport):
    """HTTP/1.1 over CheckedBackend, with no proxy and nothing from the environment."""

    def __init__(self, guard: Guard, *, tls: ssl.SSLContext, connections: int) -> None:
        super().__init__(verify=tls, trust_env=False)
        # the one place where httpx lets a connection be made differently is the pool it wraps
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=tls,
            max_connections=connections,
            max_keepalive_connections=connections,
            keepalive_expiry=15.0,
            network_backend=CheckedBackend(guard),
        )


@lru_cache(maxsize=1)
def public_authorities() -> ssl.SSLContext:
    """The TLS settings for public sites: certifi's list of authorities; made once, because reading it takes 20 ms."""
    return ssl.create_default_context(cafile=certifi.where())
