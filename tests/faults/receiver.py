"""A webhook receiver with a ledger of its own: what took effect, once per ``webhook-id``, in order."""

from __future__ import annotations

import contextlib
import json
import socket
import struct
import threading
from collections import deque
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal, Self

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from tests.faults.items import item_of

Trouble = Literal["500", "429", "410", "400", "hang", "cut after effect", "500 after effect"]


@dataclass(frozen=True, slots=True)
class Effect:
    """One alert that took effect."""

    id: str  # the webhook-id
    alert: dict[str, Any]

    @property
    def item(self) -> str:
        """The item that it is about, by its link."""
        return item_of(self.alert["article"]["url"])

    @property
    def said(self) -> tuple[object, ...]:
        """What it told, whatever its id: the same told twice is one effect too many."""
        return (self.item, self.alert["story"], json.dumps(self.alert["series"]), json.dumps(self.alert["after"]))


class HookReceiver:
    """Verifies every signature; lets an id take effect once; ``troubles`` holds what the next requests meet."""

    def __init__(self, secret: str) -> None:
        self._verify = Webhook(secret).verify
        self.effects: dict[str, Effect] = {}
        self.rung: set[str] = set()  # items that alerts were about
        self.posts = 0
        self.troubles: deque[Trouble] = deque()
        self.met: list[Trouble] = []
        self.refused: list[str] = []  # requests that nobody could verify
        self._released = threading.Event()
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def authority(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self._server.server_address[1]}"

    @property
    def url(self) -> str:
        """Where to post."""
        return f"http://{self.authority}/hook"

    def ledger(self) -> list[Effect]:
        """Everything that took effect, in order; test messages, which link to no item, left out."""
        with self._lock:
            return [effect for effect in self.effects.values() if effect.item]

    def _take_in(self, body: bytes, headers: dict[str, str]) -> Trouble | None:
        """Verify, let take effect where the trouble allows it, and say which trouble there is."""
        with self._lock:
            self.posts += 1
            try:
                self._verify(body, headers)
            except WebhookVerificationError as error:  # a signature of another hour, when the sender's clock is wrong
                self.refused.append(str(error))
                return "400"
            trouble = self.troubles.popleft() if self.troubles else None
            if trouble is not None:
                self.met.append(trouble)
            if trouble in (None, "cut after effect", "500 after effect"):
                name = headers["webhook-id"]
                effect = self.effects.setdefault(name, Effect(name, json.loads(body)["data"]))
                self.rung.add(effect.item)
            return trouble

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                with contextlib.suppress(OSError):  # whoever posted may be dead
                    body = self.rfile.read(int(self.headers["Content-Length"]))
                    self._answer(receiver._take_in(body, {key.lower(): value for key, value in self.headers.items()}))

            def _answer(self, trouble: Trouble | None) -> None:
                if trouble == "hang":
                    receiver._released.wait(20)
                    return
                if trouble == "cut after effect":
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    return
                self.send_response(
                    {None: 204, "500": 500, "500 after effect": 500, "429": 429, "410": 410, "400": 400}[trouble]
                )
                if trouble == "429":
                    self.send_header("Retry-After", "1")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        return Handler
