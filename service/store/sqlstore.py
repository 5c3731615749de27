"""SqlStore: ``service.ports.Store`` on SQLite or PostgreSQL; a method is one transaction around a function of a noun's module."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection

from service.history.checkpoint import Checkpoint
from service.history.fold import Update
from service.history.merging import Merge
from service.models import Alert, Article, CeasefireState, Change, Delivery, Feed, Ledger, Reading, Report, Story
from service.ports import Backlog, ConflictWork, DeadEntry, FeedState, Overdue, PollOutcome, StoredAlert, WorkItem
from service.store import articles, entries, feeds, health, held, history, merges, outbox, readings, schema
from service.store.engine import Database
from service.store.memory import ConflictMemory, Memory


class SqlWork:
    """``service.ports.ConflictWork``: one open transaction with the conflicts' locks held."""

    def __init__(self, connection: Connection, conflicts: Sequence[str], memory: Memory) -> None:
        self._connection = connection
        self._memory = {conflict: memory.take(conflict) for conflict in set(conflicts)}

    def remembered(self) -> dict[str, ConflictMemory]:
        """What may be remembered of each locked conflict once this is committed."""
        return self._memory

    def _of(self, conflict: str) -> ConflictMemory:
        return self._memory.get(conflict) or ConflictMemory()  # without its lock nothing is remembered

    def near_copies(self, fingerprint: str, *, published: datetime, entry: str) -> Sequence[str]:
        return articles.near_copies(self._connection, fingerprint, published=published, entry=entry)

    def add_article(self, article: Article, report: Report, copies: Sequence[str] = ()) -> bool:
        return articles.add(self._connection, article, report, relevant=True, copies=copies)

    def add_reading(self, reading: Reading) -> datetime:
        return readings.add(self._connection, reading)

    def readings(self, conflict: str, *, after: datetime | None = None, limit: int = 0) -> Sequence[Reading]:
        return readings.after(self._connection, conflict, after, self._of(conflict), limit=limit)

    def readings_of(self, conflict: str, articles: Collection[str]) -> Mapping[str, Reading]:
        return readings.named(self._connection, conflict, articles, self._of(conflict))

    def count_readings(self, conflict: str) -> int:
        return readings.count(self._connection, conflict)

    def checkpoint_before(self, conflict: str, at: datetime) -> Checkpoint | None:
        return history.checkpoint_before(self._connection, conflict, at)

    def touched_after(self, conflict: str, since: datetime | None) -> Collection[str]:
        return history.touched_after(self._connection, conflict, since)

    def save(self, update: Update, since: datetime | None) -> None:
        history.save(self._connection, update, since)

    def clear(self, conflict: str) -> None:
        history.clear(self._connection, conflict)

    def append(self, update: Update) -> None:
        history.append(self._connection, update)

    def merges(self, conflict: str) -> Sequence[Merge]:
        return merges.of(self._connection, conflict)

    def add_merge(self, conflict: str, story: str, into: str, *, why: str, now: datetime) -> None:
        merges.add(self._connection, conflict, story, into, why=why, now=now)

    def undo_merge(self, number: int, *, why: str, now: datetime) -> None:
        merges.undo(self._connection, number, why=why, now=now)

    def announced(self, conflict: str) -> Sequence[Change]:
        return outbox.announced(self._connection, conflict, self._of(conflict))

    def rang_lately(self, limit: int) -> Sequence[Alert]:
        return outbox.rang_lately(self._connection, limit)

    def add_alert(self, alert: Alert, *, destinations: Sequence[str], available_at: datetime, quiet: str = "") -> None:
        outbox.add(self._connection, alert, destinations=destinations, available_at=available_at, quiet=quiet)

    def hold_alert(self, alert: Alert, *, until: datetime, why: str) -> None:
        held.hold(self._connection, alert, until=until, why=why)

    def held(self, conflict: str) -> Sequence[tuple[Alert, datetime]]:
        return held.of(self._connection, conflict)

    def settle_alert(self, alert_id: str, *, quiet: str = "") -> None:
        held.settle(self._connection, alert_id, quiet=quiet)

    def finish_entry(self, entry_id: int, now: datetime, *, generation: int | None = None) -> None:
        entries.finish(self._connection, entry_id, now, generation=generation)


class SqlStore:
    """The SQL truth, for threads and forked children alike; methods raise StoreError and nothing of the driver's."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._read = database.reading
        self._write = database.writing
        self._memory = Memory()

    # feeds

    def sync_feeds(self, feeds_: Iterable[Feed], now: datetime) -> None:
        with self._write("store the configured feeds", locks=["feeds"]) as connection:
            feeds.sync(connection, feeds_)

    def feed_states(self) -> Sequence[FeedState]:
        with self._read("read the feeds") as connection:
            return feeds.states(connection)

    def due_feeds(self, now: datetime) -> Sequence[FeedState]:
        with self._read("read the due feeds") as connection:
            return feeds.due(connection, now)

    def record_poll(self, outcome: PollOutcome, now: datetime) -> Sequence[int]:
        with self._write(f"store what {outcome.state.feed.url} offered") as connection:
            return feeds.record_poll(connection, outcome, now)

    # work

    def claim(self, ids: Sequence[int], *, worker: str, now: datetime, lease: float) -> Sequence[WorkItem]:
        with self._write("claim entries") as connection:
            return entries.claim(connection, ids, worker=worker, now=now, lease=lease)

    def begin(self, entry_id: int) -> int:
        with self._write(f"count an attempt of entry {entry_id}") as connection:
            return entries.begin(connection, entry_id)

    def release_worker(self, worker: str, *, error: str, now: datetime) -> int:
        with self._write(f"release the entries of worker {worker}") as connection:
            return entries.release_worker(connection, worker, error=error, now=now)

    def release(
        self, entry_id: int, *, error: str, available_at: datetime, tried: bool = True, now: datetime | None = None
    ) -> None:
        with self._write(f"release entry {entry_id}") as connection:
            entries.release(connection, entry_id, error=error, available_at=available_at, tried=tried, now=now)

    def give_up(self, entry_id: int, *, error: str, now: datetime, generation: int | None = None, tried: bool = True) -> None:
        with self._write(f"give up entry {entry_id}") as connection:
            entries.give_up(connection, entry_id, error=error, now=now, generation=generation, tried=tried)

    def finish(self, entry_id: int, now: datetime, *, generation: int | None = None) -> None:
        with self._write(f"finish entry {entry_id}") as connection:
            entries.finish(connection, entry_id, now, generation=generation)

    def overdue(self, now: datetime, *, hinted_before: datetime, limit: int) -> Sequence[Overdue]:
        with self._read("look for overdue entries") as connection:
            return entries.overdue(connection, now, hinted_before=hinted_before, limit=limit)

    def mark_hinted(self, ids: Sequence[int], now: datetime) -> None:
        with self._write("note which entries were hinted") as connection:
            entries.mark_hinted(connection, ids, now)

    def dead_entries(self) -> Sequence[DeadEntry]:
        with self._read("read the dead entries") as connection:
            return entries.dead(connection)

    def retry_entry(self, entry_id: int, now: datetime) -> None:
        with self._write(f"retry entry {entry_id}") as connection:
            entries.retry(connection, entry_id, now)

    def backlog(self) -> Backlog:
        with self._read("count the backlog") as connection:
            return health.backlog(connection)

    # articles

    def find_revision(self, entry: str) -> Sequence[Article]:
        with self._read(f"read the revisions of {entry}") as connection:
            return articles.revisions(connection, entry)

    def conflicts_of(self, entry: str) -> Sequence[str]:
        with self._read(f"read the conflicts of {entry}") as connection:
            return articles.conflicts_of(connection, entry)

    def near_copies(self, fingerprint: str, *, published: datetime, entry: str) -> Sequence[str]:
        with self._read("look for copies") as connection:
            return articles.near_copies(connection, fingerprint, published=published, entry=entry)

    def add_irrelevant(
        self, article: Article, report: Report, entry_id: int | None, now: datetime, *, generation: int | None = None
    ) -> bool:
        with self._write(f"store article {article.ref}") as connection:
            added = articles.add(connection, article, report, relevant=False)
            if entry_id is not None:
                entries.finish(connection, entry_id, now, generation=generation)
        return added

    # history

    @contextmanager
    def conflict_work(self, conflicts: Sequence[str]) -> Iterator[ConflictWork]:
        doing = f"work on the history of {', '.join(conflicts) or 'no conflict'}"
        with self._write(doing, locks=[f"conflict:{conflict}" for conflict in conflicts]) as connection:
            work = SqlWork(connection, conflicts, self._memory)
            yield work
        for conflict, memory in work.remembered().items():
            self._memory.keep(conflict, memory)

    def ledger(self, conflict: str, *, newest: int | None = None, since: datetime | None = None) -> Ledger:
        with self._read(f"read the ledger of {conflict}") as connection:
            return history.load_ledger(connection, conflict, newest=newest, since=since)

    def story(self, conflict: str, story: str) -> Story | None:
        with self._read(f"read a story of {conflict}") as connection:
            return history.load_story(connection, conflict, story)

    def merges(self, conflict: str) -> Sequence[Merge]:
        with self._read(f"read the merged stories of {conflict}") as connection:
            return merges.of(connection, conflict)

    def count_readings(self, conflict: str) -> int:
        with self._read(f"count the readings of {conflict}") as connection:
            return readings.count(connection, conflict)

    def conflicts(self) -> Sequence[str]:
        with self._read("list the conflicts") as connection:
            return history.conflicts(connection)

    # what comes due without an article

    def held_due(self, now: datetime) -> Sequence[str]:
        with self._read("look for alerts that were held") as connection:
            return held.due(connection, now)

    def truces_due(self, now: datetime) -> Sequence[CeasefireState]:
        with self._read("look for truces that begin") as connection:
            return history.truces_due(connection, now)

    # outbox

    def due_deliveries(self, now: datetime, *, limit: int, lease: float, but: Collection[str] = ()) -> Sequence[Delivery]:
        with self._write("claim deliveries", locks=[outbox.LOCK]) as connection:
            return outbox.due(connection, now, limit=limit, lease=lease, but=but)

    def delivered(self, ids: Sequence[str], now: datetime) -> None:
        with self._write("mark deliveries as delivered", locks=[outbox.LOCK]) as connection:
            outbox.delivered(connection, ids, now)

    def retry_delivery(
        self, ids: Sequence[str], *, error: str, available_at: datetime, tried: bool = True, now: datetime | None = None
    ) -> None:
        with self._write("put deliveries off", locks=[outbox.LOCK]) as connection:
            outbox.retry(connection, ids, error=error, available_at=available_at, tried=tried, now=now)

    def hasten_deliveries(self, destination: str, now: datetime, *, but: Collection[str] = ()) -> dict[str, datetime]:
        with self._write("hasten deliveries", locks=[outbox.LOCK]) as connection:
            return outbox.hasten(connection, destination, now, but=but)

    def dead_delivery(self, ids: Sequence[str], *, error: str, now: datetime) -> None:
        with self._write("give up deliveries", locks=[outbox.LOCK]) as connection:
            outbox.dead(connection, ids, error=error)

    def disable_destination(self, name: str, *, error: str, now: datetime) -> None:
        with self._write(f"disable destination {name}", locks=[outbox.LOCK]) as connection:
            outbox.disable(connection, name, error=error, now=now)

    def disabled_destinations(self) -> dict[str, str]:
        with self._read("read the disabled destinations") as connection:
            return outbox.disabled(connection)

    def enable_destination(self, name: str) -> None:
        with self._write(f"enable destination {name}", locks=[outbox.LOCK]) as connection:
            outbox.enable(connection, name)

    def alerts(self, *, limit: int = 50, conflict: str | None = None, quiet: bool = False) -> Sequence[StoredAlert]:
        with self._read("read the alerts") as connection:
            return outbox.recent(connection, limit=limit, conflict=conflict, quiet=quiet)

    def alert(self, alert_id: str) -> StoredAlert:
        with self._read(f"read alert {alert_id}") as connection:
            return outbox.find(connection, alert_id)

    def resend(self, alert_id: str, now: datetime) -> int:
        with self._write(f"resend alert {alert_id}", locks=[outbox.LOCK]) as connection:
            return outbox.resend(connection, alert_id, now)

    # backfill

    def backfill_done(self, archive: str) -> int:
        with self._read(f"read how far the backfill of {archive} is") as connection:
            return health.backfill_done(connection, archive)

    def mark_backfill(self, archive: str, records: int, now: datetime) -> None:
        with self._write(f"note how far the backfill of {archive} is", locks=[f"backfill:{archive}"]) as connection:
            health.mark_backfill(connection, archive, records, now)

    # health

    def beat(self, role: str, name: str, now: datetime) -> None:
        with self._write(f"note that {role} {name} is alive", locks=[f"heartbeat:{role}"]) as connection:
            health.beat(connection, role, name, now)

    def heartbeats(self) -> dict[str, datetime]:
        with self._read("read the signs of life") as connection:
            return health.heartbeats(connection)

    def check(self) -> None:
        schema.require_current(self._database)

    def close(self) -> None:
        self._database.close()


def open_store(url: str, *, migrate: bool = True, busy_timeout: float = 30.0) -> SqlStore:
    """The store behind ``sqlite:///PATH`` or ``postgresql://…``, its schema brought up to date unless ``migrate`` is False.

    ``busy_timeout`` is how many seconds a SQLite transaction waits for another process's. Raises StoreError where the
    database cannot be used, or where its schema is not current and may not be migrated.
    """
    database = Database(url, busy_timeout=busy_timeout)
    try:
        if migrate:
            schema.bring_up_to_date(database)
        else:
            schema.require_current(database)
    except BaseException:
        database.close()
        raise
    return SqlStore(database)
