"""A loopback server on raw sockets that answers as told and keeps what it got, and deliverers to go with it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from service.alerts.backoff import Backoff
from service.alerts.delivery import Deliverer
from service.alerts.destinations import build_destinations
from service.fetch.allow import allow_list
from service.fetch.guard import Guard
from service.fetch.resolve import SystemResolver
from service.models import Alert
from service.ports import Store
from service.settings import Destination

SECRET = "whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0"
SLACK_PATH = "/services/T000/B000/planted-secret"


@dataclass(frozen=True)
class Got:
    """One request as it came over the wire."""

    path: str
    headers: dict[str, str]
    body: bytes


Handler = Callable[[Got, socket.socket], None]


def answer(status: int, body: bytes = b"", **headers: str) -> Handler:
    """An ordinary answer."""

    def handle(_: Got, connection: socket.socket) -> None:
        lines = [f"HTTP/1.1 {status} X", f"content-length: {len(body)}", "connection: close"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        connection.sendall("\r\n".join([*lines, "", ""]).encode() + body)

    return handle


def reset(_: Got, connection: socket.socket) -> None:
    """Cut the connection with a RST after the request took effect."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")


@dataclass
class Wire:
    """A server on raw sockets: ``script`` is used up first, then ``otherwise``; ``got`` is in order of arrival."""

    script: list[Handler] = field(default_factory=list)
    otherwise: Handler = field(default_factory=lambda: answer(200, b"ok"))
    got: list[Got] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.released = threading.Event()
        self.flooded = 0  # bytes that the other side took off a flood
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._threads: list[threading.Thread] = []
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    @property
    def authority(self) -> str:
        host, port = self._socket.getsockname()
        return f"{host}:{port}"

    def hang(self, _: Got, __: socket.socket) -> None:
        """Say nothing until the test is over."""
        self.released.wait(30)

    def drip(self, _: Got, connection: socket.socket) -> None:
        """Say something now and then, never enough: no read ever times out."""
        connection.sendall(b"HTTP/1.1 500 X\r\n")
        while not self.released.wait(0.05):
            try:
                connection.sendall(b"x-a: b\r\n")
            except OSError:
                return

    def stall_after_success(self, _: Got, connection: socket.socket) -> None:
        """Take the alert, say so, and never finish the body."""
        connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nok")
        self.released.wait(30)

    def flood(self, _: Got, connection: socket.socket) -> None:
        """An endless error page."""
        connection.sendall(b"HTTP/1.1 500 X\r\ntransfer-encoding: chunked\r\n\r\n")
        chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        while not self.released.is_set():
            try:
                connection.sendall(chunk)
            except OSError:
                return
            self.flooded += len(chunk)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            got = _read(connection)
            if got is None:
                return
            self.got.append(got)
            (self.script.pop(0) if self.script else self.otherwise)(got, connection)

    def close(self) -> None:
        self.released.set()
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._accepting.join()
        for thread in self._threads:
            thread.join()


def _read(connection: socket.socket) -> Got | None:
    received = b""
    while b"\r\n\r\n" not in received:
        part = connection.recv(65536)
        if not part:
            return None
        received += part
    head, _, body = received.partition(b"\r\n\r\n")
    request, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    while len(body) < int(headers["content-length"]):
        body += connection.recv(65536)
    return Got(request.split()[1], headers, body)


class Clock:
    """The time as the test sets it."""

    def __init__(self, start: datetime | None = None) -> None:
        self.now = start or datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def webhook(wire: Wire, name: str = "hook", **changes: Any) -> Destination:
    """Settings of a webhook to this server."""
    return Destination(
        name=name, kind="webhook", url=f"http://{wire.authority}/hook", secret=SECRET, **{"timeout": 5.0, **changes}
    )


def slack(wire: Wire, name: str = "slack", **changes: Any) -> Destination:
    """Settings of an incoming webhook to this server."""
    return Destination(name=name, kind="slack", url=f"http://{wire.authority}{SLACK_PATH}", **{"timeout": 5.0, **changes})


def guard_for(*wires: Wire) -> Guard:
    """The real guard, with nothing opened but these servers."""
    return Guard(allow_list([wire.authority for wire in wires]), SystemResolver())


def deliverer(store: Store, destinations: list[Destination], clock: Clock, *wires: Wire, **changes: Any) -> Deliverer:
    """A deliverer with the real outlets and waits without chance: 5 s, 15 s, 45 s …"""
    outlets = build_destinations(destinations, clock=clock, user_agent="test", guard=guard_for(*wires))
    return Deliverer(store, outlets, destinations, clock=clock, backoff=Backoff(), chance=lambda: 0.0, **changes)


def put(store: Store, alerts: list[Alert], destinations: list[Destination], clock: Clock) -> None:
    """Alerts into the outbox, for all these destinations, due now."""
    for item in alerts:
        with store.conflict_work([item.conflict]) as work:
            work.add_alert(item, destinations=[d.name for d in destinations], available_at=clock.now)


def states(store: Store) -> dict[tuple[str, str], tuple[str, int]]:
    """(alert, destination) -> (state, attempts)."""
    return {
        (d.alert.id, d.destination): (d.state, d.attempts) for stored in store.alerts(limit=1000) for d in stored.deliveries
    }
