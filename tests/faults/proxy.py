"""A TCP proxy in front of PostgreSQL that can cut connections, at once or in the middle of a statement."""

from __future__ import annotations

import contextlib
import select
import socket
import struct
import threading

_RST = struct.pack("ii", 1, 0)


class CuttingProxy:
    """Forwards 127.0.0.1:PORT to a Unix socket."""

    def __init__(self, target: str) -> None:
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._cut_after: int | None = None  # bytes to the server that may still pass
        self.cuts = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def cut_all(self) -> None:
        """Reset every connection."""
        with self._lock:
            self.cuts += len(self._open) // 2
            for one in self._open:
                _reset(one)
            self._open.clear()

    def cut_in_statement(self, after: int) -> None:
        """Reset the connection over which the ``after``-th byte from now goes to the server."""
        with self._lock:
            self._cut_after = after

    def close(self) -> None:
        """Stop listening and end all connections."""
        self._listener.close()
        self.cut_all()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                server.connect(self._target)
            except OSError:  # nobody there: the client is told so, by a reset
                _reset(client)
                server.close()
                continue
            with self._lock:
                self._open |= {client, server}
            threading.Thread(target=self._pump, args=(client, server), daemon=True).start()

    def _pump(self, client: socket.socket, server: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError):
            while True:
                for one in select.select([client, server], [], [])[0]:
                    chunk = one.recv(65536)
                    allowed = self._allowed(chunk) if one is client else chunk
                    (server if one is client else client).sendall(allowed)
                    if not chunk or len(allowed) < len(chunk):
                        return self._end(client, server)
        return self._end(client, server)

    def _allowed(self, chunk: bytes) -> bytes:
        """What of the client's bytes still goes through: all of them, or those before the cut."""
        with self._lock:
            if self._cut_after is None:
                return chunk
            if len(chunk) <= self._cut_after:
                self._cut_after -= len(chunk)
                return chunk
            allowed, self._cut_after = chunk[: self._cut_after], None
            self.cuts += 1
            return allowed

    def _end(self, *both: socket.socket) -> None:
        with self._lock:
            self._open -= set(both)
        for one in both:
            _reset(one)


def _reset(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RST)
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    with contextlib.suppress(OSError):
        one.close()
