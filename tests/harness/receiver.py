"""A webhook receiver with a ledger of its own: what took effect, by webhook-id, in order of arrival."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from standardwebhooks.webhooks import Webhook


class Receiver:
    """Takes signed webhooks; ``answers`` may hold statuses for the next requests, after which it answers 204."""

    def __init__(self, secret: str) -> None:
        self._verify = Webhook(secret).verify
        self.ledger: list[tuple[str, dict[str, Any]]] = []
        self.refused: list[int] = []
        self.answers: list[int] = []
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
        return f"127.0.0.1:{self._server.server_address[1]}"

    @property
    def url(self) -> str:
        return f"http://{self.authority}/hook"

    def alerts(self) -> list[dict[str, Any]]:
        """The data of every webhook that took effect, each id once."""
        seen: dict[str, dict[str, Any]] = {}
        with self._lock:
            for name, body in self.ledger:
                seen.setdefault(name, body["data"])
        return list(seen.values())

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                headers = {key.lower(): value for key, value in self.headers.items()}
                receiver._verify(body, headers)
                with receiver._lock:
                    status = receiver.answers.pop(0) if receiver.answers else 204
                    if status < 300:
                        receiver.ledger.append((headers["webhook-id"], json.loads(body)))
                    else:
                        receiver.refused.append(status)
                self.send_response(status)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        return Handler
