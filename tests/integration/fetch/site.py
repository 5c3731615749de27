"""A web server on loopback that answers as each test says, and keeps what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A client that hangs up is what some tests are about."""


class Site:
    """``on(path, answer)`` sets what a path answers; ``asked`` lists (path, headers) in order of arrival."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.at_once = self.most_at_once = 0
        self._answers: dict[str, Answer] = {}
        self._lock = threading.Lock()
        self.server = _Server((host, 0), self._handler())
        self.server.daemon_threads = True
        self.server.block_on_close = False
        self._thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self.server.server_address[1])

    @property
    def authority(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.authority}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def on(self, path: str, answer: Answer | bytes) -> None:
        self._answers[path] = says(answer) if isinstance(answer, bytes) else answer

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                with site._lock:
                    site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
                    site.at_once += 1
                    site.most_at_once = max(site.most_at_once, site.at_once)
                try:
                    site._answers.get(self.path, says(b"not here", status=404))(self)
                    self.wfile.flush()
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True
                finally:
                    with site._lock:
                        site.at_once -= 1

            def log_message(self, *_: object) -> None:
                """Quiet."""

        return Handler


def says(body: bytes = b"", *, status: int = 200, length: int | None = None, **headers: str) -> Answer:
    """A plain answer; header names with _ for -."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        if status != 304:
            handler.send_header("Content-Length", str(len(body) if length is None else length))
        handler.end_headers()
        handler.wfile.write(body)
        if length is not None:
            handler.close_connection = True

    return answer


def raw(*pieces: bytes) -> Answer:
    """Bytes as they are, then the end of the connection."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        for piece in pieces:
            handler.wfile.write(piece)
        handler.close_connection = True

    return answer
