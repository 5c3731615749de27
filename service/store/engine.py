"""One engine for both databases: connections, transactions, locks, and errors that say what to do."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from service.errors import StoreError
from service.injected import commit_point
from service.store.doors import Doors

WRITES = "store_writes"  # execution option: the transaction begins with the write lock


def sqlite_url(data_dir: Path) -> str:
    """The URL of the default database in a data folder."""
    return f"sqlite:///{data_dir / 'escalation-watch.db'}"


def parse_url(url: str) -> URL:
    """The checked URL with the driver filled in; StoreError (without the URL: it may hold a password) for any other kind."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # a port that is no number comes as a ValueError
        raise StoreError("DATABASE_URL is not a URL: write sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME") from None
    backend = parsed.drivername.split("+")[0]
    if backend == "sqlite":
        if not parsed.database or parsed.database == ":memory:":
            raise StoreError("a SQLite database needs a file: write sqlite:///PATH (several processes share it)")
        return parsed.set(drivername="sqlite+pysqlite")
    if backend in {"postgresql", "postgres"}:
        return parsed.set(drivername="postgresql+psycopg")
    raise StoreError(f"DATABASE_URL starts with {backend!r}: only sqlite:/// and postgresql:// are supported")


class Database:
    """An engine, what to call it in messages, and how its transactions begin.

    SQLite's transactions that write begin with BEGIN IMMEDIATE: a transaction that reads first and then asks for the write
    lock fails at once when another one wrote in between (measured: five of six processes). PostgreSQL's run at READ COMMITTED
    and take advisory locks by name where the order of things matters. A forked child gets connections of its own.
    """

    def __init__(self, url: str, *, busy_timeout: float = 30.0) -> None:
        self.url = parse_url(url)
        self.sqlite = self.url.get_backend_name() == "sqlite"
        self.place = str(self.url.database) if self.sqlite else self.url.render_as_string(hide_password=True)
        self._busy_timeout = busy_timeout
        if self.sqlite:
            self._make_folder()
            self.engine = _sqlite_engine(self.url, busy_timeout)
        else:
            self.engine = _postgres_engine(self.url)
        self.doors = Doors(self.engine.dispose)
        self._forget_after_fork()

    def _forget_after_fork(self) -> None:
        """A forked work-horse must not talk over its parent's connections, nor close them, nor wait for its parent's threads."""
        reference = weakref.ref(self)

        def forget() -> None:
            if (mine := reference()) is not None:
                mine.engine.dispose(close=False)
                mine.doors = Doors(mine.engine.dispose)

        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=forget)

    def _make_folder(self) -> None:
        path = str(self.url.database)
        if path.startswith("file:"):
            return
        try:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"cannot make the folder of the database {path}: {error.strerror}") from error

    @contextmanager
    def reading(self, doing: str) -> Iterator[Connection]:
        """A transaction that only reads; ``doing`` is for the message of a StoreError."""
        with self.doors.inside(), self._errors(doing), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self, doing: str, *, locks: Sequence[str] = ()) -> Iterator[Connection]:
        """A transaction that writes, alone with the named locks until it ends; rolls back on any exception."""
        with self.doors.inside(), self._errors(doing), self.engine.connect() as connection:
            connection.execution_options(**{WRITES: True})
            with connection.begin():
                if not self.sqlite:
                    _advisory_locks(connection, locks)
                yield connection
                commit_point("before-commit-of", doing)
            commit_point("after-commit-of", doing)

    @contextmanager
    def _errors(self, doing: str) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, PoolTimeout) as error:
            if "readonly" in str(error) or "read-only" in str(error):
                self.doors.shut()  # a connection opened while nothing could be written stays so for ever
            raise StoreError(self._explain(doing, error)) from error
        except StatementError as error:
            # a value that may not be stored (a naive time): the caller's mistake, not the database's
            raise (error.orig or error) from error

    def _explain(self, doing: str, error: SQLAlchemyError) -> str:
        cause = getattr(error, "orig", None) or error
        reason = " ".join(str(cause).split()) or type(cause).__name__
        for secret in _spellings(self.url.password):
            reason = reason.replace(secret, "***")
        advice = self._sqlite_advice(reason, cause) if self.sqlite else _postgres_advice(reason)
        return f"cannot {doing}: {reason} (database {self.place}). {advice}"

    def _sqlite_advice(self, reason: str, cause: object) -> str:
        if "locked" in reason or "busy" in reason:
            return f"Another process held the write lock for more than {self._busy_timeout:g} s: stop it, or use PostgreSQL."
        if "readonly" in reason:
            return "Make the file and its folder writable for this user."
        if "full" in reason:
            return "The disk is full: free some space; nothing of this step was stored."
        if "not a database" in reason or "malformed" in reason:
            return "The file is damaged or something else: put back a backup, or move it away and start again."
        if "unable to open" in reason:
            return "Check that the path exists, is a file, and that this user may write to its folder."
        if isinstance(cause, sqlite3.OperationalError) and "disk I/O" in reason:
            return "The disk refused: check its health and free space."
        return "Nothing of this step was stored."

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def _spellings(password: object) -> list[str]:
    """The password as it may turn up in a driver's message."""
    if not password:
        return []
    from urllib.parse import quote, quote_plus

    plain = str(password)
    return sorted({plain, quote(plain), quote(plain, safe=""), quote_plus(plain)}, key=len, reverse=True)


def _postgres_advice(reason: str) -> str:
    if "password authentication" in reason or "role" in reason:
        return "Check user and password in DATABASE_URL (or the file that DATABASE_URL_FILE names)."
    if "permission denied" in reason:
        return "Give the role the right to create and write tables in this database."
    if (
        "connect" in reason
        or "terminat" in reason
        or "closed" in reason
        or "starting up" in reason
        or "shutting down" in reason
    ):
        return "Check that PostgreSQL runs and can be reached; work goes on when it is back."
    if "No space left" in reason:
        return "The server's disk is full: free some space; nothing of this step was stored."
    return "Nothing of this step was stored."


def _sqlite_engine(url: URL, busy_timeout: float) -> Engine:
    engine = create_engine(url, connect_args={"timeout": busy_timeout}, hide_parameters=True)

    # SQLAlchemy's recipe for pysqlite: the driver begins nothing by itself, the engine says BEGIN.
    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys = ON")
        _write_ahead(cursor, busy_timeout)
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _write_ahead(cursor: sqlite3.Cursor, busy_timeout: float) -> None:
    """Switch to write-ahead logging once; SQLite does not wait for other processes here, whatever the busy timeout says.

    Processes that start at once on a new database meet in this line, so it is tried for as long as a statement may wait.
    """
    limit = time.monotonic() + busy_timeout
    while True:
        try:
            if cursor.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > limit:
                raise
            time.sleep(0.02)
        else:
            return


# A client that hangs, or whose connection was cut, must not keep a conflict locked for ever.
_SESSION = (
    "TIME ZONE 'UTC'",
    "idle_in_transaction_session_timeout = '5min'",
    "tcp_keepalives_idle = 30",
    "tcp_keepalives_interval = 10",
    "tcp_keepalives_count = 3",
)
# And a server that is gone is noticed within a minute (seconds, the last in milliseconds).
_CONNECTING = {
    "connect_timeout": 10,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 60_000,
    "application_name": "escalation-watch",
}


def _postgres_engine(url: URL) -> Engine:
    # pre-ping: after a restart of the server the first statement finds a fresh connection instead of a dead one
    given = {name: value for name, value in _CONNECTING.items() if name not in url.query}
    engine = create_engine(url, pool_pre_ping=True, hide_parameters=True, connect_args=given)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        with connection.cursor() as cursor:
            for setting in _SESSION:
                cursor.execute(f"SET {setting}")
        connection.commit()

    return engine


def lock_number(name: str) -> int:
    """The advisory lock's 64-bit number for a name; ours alone by the prefix that is hashed with it."""
    return int.from_bytes(hashlib.sha256(f"escalation-watch:{name}".encode()).digest()[:8], "big", signed=True)


def _advisory_locks(connection: Connection, names: Sequence[str]) -> None:
    # one order for everybody, so that two transactions never wait for each other
    for number in sorted({lock_number(name) for name in names}):
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})
