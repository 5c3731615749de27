"""A feed server with a ledger of its own: which items it offered in a body that went out whole.

An item stays in its feed until the poller proves by an ETag that it holds the body that had it; then it rolls off, as in real feeds.
So what an ETag vouches for and the store does not have is lost for good, and the ledger knows.
"""

from __future__ import annotations

import contextlib
import re
import socket
import struct
import threading
import time
from collections import deque
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal, Self

from tests.faults.items import Item, body_of

Trouble = Literal["reset", "drip", "refuse", "cut short", "stale 304"]

_WINDOW = 20  # items that stay in a feed although the poller has them
_MOST = 300  # items in one body; more wait until these are taken


class FeedSite:
    """Serves /0.xml, /1.xml … with what is published; ``troubles`` holds what the next requests meet."""

    def __init__(self, feeds: int) -> None:
        self.offered: dict[str, Item] = {}  # by id, what was in a body that went out whole
        self.singles: set[str] = set()  # ids of those that must each ring
        self.troubles: deque[Trouble] = deque()
        self.met: list[Trouble] = []
        self._published: list[list[Item]] = [[] for _ in range(feeds)]
        self._taken = [0] * feeds
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def authority(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self._server.server_address[1]}"

    def urls(self) -> list[str]:
        """The feeds' addresses."""
        return [f"http://{self.authority}/{number}.xml" for number in range(len(self._published))]

    def publish(self, items: Sequence[Item]) -> None:
        """Put items into their feeds."""
        with self._lock:
            for item in items:
                self._published[item.feed].append(item)

    def waiting(self) -> int:
        """How many published items no whole body has offered yet."""
        with self._lock:
            return sum(map(len, self._published)) - len(self.offered)

    def not_among(self, rung: set[str]) -> set[str]:
        """The single items that were offered and are not among those."""
        with self._lock:
            return self.singles - rung

    def offers(self) -> list[Item]:
        """Every item that was ever offered."""
        with self._lock:
            return list(self.offered.values())

    def _body(self, feed: int, tag: str) -> tuple[list[Item], str]:
        """The items to offer to a poller that shows ``tag``, and their own tag; no items where it has them all."""
        with self._lock:
            held = re.fullmatch(r'"(\d+)"', tag)
            if held:
                self._taken[feed] = max(self._taken[feed], int(held[1]))
            taken = self._taken[feed]
            end = min(len(self._published[feed]), taken + _MOST)
            if held and int(held[1]) == end:
                return [], f'"{end}"'
            return self._published[feed][max(0, taken - _WINDOW) : end], f'"{end}"'

    def _went_out(self, items: Sequence[Item]) -> None:
        with self._lock:
            for item in items:
                self.offered.setdefault(item.id, item)
                if item.kind == "single":
                    self.singles.add(item.id)

    def _next_trouble(self) -> Trouble | None:
        with self._lock:
            if not self.troubles:
                return None
            self.met.append(self.troubles[0])
            return self.troubles.popleft()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with contextlib.suppress(OSError):  # whoever asked may be dead
                    self._answer(site._next_trouble())

            def _answer(self, trouble: Trouble | None) -> None:
                tag = self.headers.get("If-None-Match", "")
                items, new_tag = site._body(int(self.path.strip("/").removesuffix(".xml")), tag)
                if tag and (not items or trouble == "stale 304"):
                    self.send_response(304)
                    self.send_header("ETag", tag)  # what the poller holds, whatever there is by now
                    self.end_headers()
                    return
                body = body_of(items)
                if trouble is None or trouble == "stale 304":
                    self._send(body, new_tag)
                    site._went_out(items)
                elif trouble == "refuse":
                    self.send_response(503)
                    self.send_header("Retry-After", "1")
                    self.end_headers()
                else:
                    self._break_off(trouble, body, new_tag)

            def _send(self, body: bytes, tag: str, announced: int = 0) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "application/rss+xml")
                self.send_header("ETag", tag)
                self.send_header("Content-Length", str(announced or len(body)))
                self.end_headers()
                self.wfile.write(body)
                self.wfile.flush()

            def _break_off(self, trouble: Trouble, body: bytes, tag: str) -> None:
                half = len(body) // 2
                if trouble == "cut short":
                    self._send(body[:half], tag, announced=len(body))
                elif trouble == "reset":
                    self._send(body[:half], tag, announced=len(body))
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                else:
                    self._send(b"", tag, announced=len(body))
                    for place in range(half):  # slower than any limit on one read would notice
                        self.wfile.write(body[place : place + 1])
                        self.wfile.flush()
                        time.sleep(0.2)
                self.close_connection = True

            def log_message(self, *_: object) -> None:
                pass

        return Handler
