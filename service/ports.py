"""What the pipeline needs from the outside world, as protocols; service.wiring names the adapters that fulfil them.

All times are UTC and handed in; nothing behind these protocols reads a clock to decide anything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from service.history.checkpoint import Checkpoint
from service.history.fold import Update
from service.history.merging import Merge
from service.models import (
    Alert,
    Article,
    CeasefireState,
    Change,
    Delivery,
    Entry,
    Feed,
    Ledger,
    Reading,
    Report,
    Story,
)

EntryState = Literal["pending", "claimed", "done", "dead"]


# --- fetching ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """One GET: ``kind`` picks the size limit and whether robots.txt is asked ("page" only)."""

    url: str
    kind: Literal["feed", "page"]
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A finished GET: ``status`` is 200 or 304 (then ``body`` is empty); ``url`` is where redirects ended."""

    url: str
    status: int
    body: bytes
    content_type: str
    etag: str
    last_modified: str
    moved_permanently_to: str = ""


class Fetcher(Protocol):
    """One safe HTTP client for a process. ``get`` raises FetchError (never an httpx error) for anything but 200 and 304."""

    async def get(self, request: FetchRequest) -> Fetched: ...

    async def close(self) -> None: ...


# --- polling -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FeedState:
    """What the store remembers of one feed; all durations in seconds."""

    feed: Feed
    etag: str = ""
    last_modified: str = ""
    body_hash: str = ""
    interval: float = 0.0  # present adaptive interval; 0 until first polled
    failures: int = 0  # in a row
    last_error: str = ""
    last_polled: datetime | None = None
    last_success: datetime | None = None
    last_news: datetime | None = None  # when it last had a new entry
    usual_gap: float = 0.0  # smoothed time between news; 0 until known
    next_poll: datetime | None = None
    silent: bool = False
    entries_seen: int = 0


@dataclass(frozen=True, slots=True)
class PollOutcome:
    """Everything one poll changed: written in one transaction, validators with the entries they vouch for."""

    state: FeedState  # as it is to be stored
    entries: tuple[Entry, ...] = ()
    problems: tuple[str, ...] = ()  # what was odd about the answer, in words for the log; at most about 20


# --- work --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One claimed entry row."""

    id: int
    entry: Entry
    feed: Feed
    attempts: int  # how often work on it began so far
    generation: int = 0  # which edit of the entry this is; handed back when work ends, so that a later edit is not lost


@dataclass(frozen=True, slots=True)
class Overdue:
    """A row that is due and not being worked on."""

    id: int
    attempts: int


@dataclass(frozen=True, slots=True)
class StoredAlert:
    """An alert with what became of it."""

    alert: Alert
    deliveries: tuple[Delivery, ...]
    sent: bool  # False where policy or lateness kept it quiet
    why_quiet: str = ""


@dataclass(frozen=True, slots=True)
class Backlog:
    """Counts for status and back-pressure."""

    pending: int
    claimed: int
    done: int
    dead: int
    oldest_pending: datetime | None
    deliveries_pending: int
    deliveries_dead: int
    articles: int
    claims: int


@dataclass(frozen=True, slots=True)
class DeadEntry:
    """An entry that is given up, with its reason."""

    id: int
    feed: str
    url: str
    title: str
    attempts: int
    error: str


class ConflictWork(Protocol):
    """One transaction with the locks of the named conflicts held: store claims, fold, changes, alerts, deliveries.

    Every write is idempotent by unique key: doing the same work twice changes nothing.
    """

    def near_copies(self, fingerprint: str, *, published: datetime, entry: str) -> Sequence[str]:
        """As the Store's, but under the conflicts' locks: two copies that arrive at once cannot miss each other."""

    def add_article(self, article: Article, report: Report, copies: Sequence[str] = ()) -> bool:
        """Store the article and its report and link it with its ``copies``; False where this (entry, content) was there already."""

    def add_reading(self, reading: Reading) -> datetime:
        """Store what the article says about one conflict; returns from which time on the conflict's history changes."""

    def readings(self, conflict: str, *, after: datetime | None = None, limit: int = 0) -> Sequence[Reading]:
        """The readings of a conflict published after a time, oldest first; copies filled in from links.

        With ``limit`` so many of the oldest, and all others of the last one's time.
        """

    def readings_of(self, conflict: str, articles: Collection[str]) -> Mapping[str, Reading]:
        """The readings of some articles, by article, without their copies."""

    def count_readings(self, conflict: str) -> int: ...

    def checkpoint_before(self, conflict: str, at: datetime) -> Checkpoint | None:
        """The newest checkpoint that holds nothing published at that time or later."""

    def touched_after(self, conflict: str, since: datetime | None) -> Collection[str]:
        """The keys of the ledger's stories and tolls that were touched after a time; all of them for None."""

    def save(self, update: Update, since: datetime | None) -> None:
        """Put an update in the place of all parts and checkpoints of the ledger later than ``since``; of all for None."""

    def clear(self, conflict: str) -> None:
        """Empty the conflict's ledger, checkpoints included."""

    def append(self, update: Update) -> None:
        """Put an update's parts and checkpoints into the ledger beside what is there."""

    def merges(self, conflict: str) -> Sequence[Merge]:
        """The stories that people merged, and what became of that, oldest first."""

    def add_merge(self, conflict: str, story: str, into: str, *, why: str, now: datetime) -> None:
        """Record that a story is a part of another."""

    def undo_merge(self, number: int, *, why: str, now: datetime) -> None:
        """Record that a merge was taken back."""

    def announced(self, conflict: str) -> Sequence[Change]:
        """The changes behind the newest alerts that were sent (not quiet), in order of creation."""

    def rang_lately(self, limit: int) -> Sequence[Alert]:
        """The newest alerts that were sent, of whatever conflict, the newest first."""

    def add_alert(self, alert: Alert, *, destinations: Sequence[str], available_at: datetime, quiet: str = "") -> None:
        """Put an alert and its deliveries into the outbox; with ``quiet`` (a reason) it is recorded and not delivered."""

    def hold_alert(self, alert: Alert, *, until: datetime, why: str) -> None:
        """Record an alert quietly that waits for a second origin; one that is known already stays as it is."""

    def held(self, conflict: str) -> Sequence[tuple[Alert, datetime]]:
        """The conflict's waiting alerts, oldest first, each with the end of its waiting."""

    def settle_alert(self, alert_id: str, *, quiet: str = "") -> None:
        """An alert waits no longer: it is added next, or stays quiet for this reason."""

    def finish_entry(self, entry_id: int, now: datetime, *, generation: int | None = None) -> None:
        """Mark the entry row as done, in the same transaction; due again where the feed edited it since that generation."""


class Store(Protocol):
    """The SQL truth. Each method is one transaction; ids of entries are integers, of everything else strings."""

    # feeds
    def sync_feeds(self, feeds: Iterable[Feed], now: datetime) -> None: ...
    def feed_states(self) -> Sequence[FeedState]: ...
    def due_feeds(self, now: datetime) -> Sequence[FeedState]: ...
    def record_poll(self, outcome: PollOutcome, now: datetime) -> Sequence[int]:
        """Store state and new entries in one transaction; returns the ids of entries that are new or whose content changed."""

    # work
    def claim(self, ids: Sequence[int], *, worker: str, now: datetime, lease: float) -> Sequence[WorkItem]:
        """Lease the rows among ``ids`` that are due; counts a claim, not an attempt."""

    def begin(self, entry_id: int) -> int:
        """Count an attempt just before the dangerous part of an entry (extraction, analysis); returns attempts so far.

        Counting here and not in ``claim`` keeps a poison entry's batch neighbours from dying with it.
        """

    def release_worker(self, worker: str, *, error: str, now: datetime) -> int:
        """Make everything a dead worker had leased due again at once; returns how many rows."""

    def release(
        self, entry_id: int, *, error: str, available_at: datetime, tried: bool = True, now: datetime | None = None
    ) -> None:
        """Give a claimed row back; with ``tried`` False the attempt that was counted is taken back, because it was not its fault.

        ``now`` is the time that ``available_at`` was reckoned from: where it was wrong, the wait counts for nothing.
        """

    def give_up(self, entry_id: int, *, error: str, now: datetime, generation: int | None = None, tried: bool = True) -> None:
        """Mark a row dead; ``tried`` False takes back the attempt that was counted last and refused."""

    def finish(self, entry_id: int, now: datetime, *, generation: int | None = None) -> None: ...
    def overdue(self, now: datetime, *, hinted_before: datetime, limit: int) -> Sequence[Overdue]:
        """Pending rows that are due and claimed rows whose lease ran out, not hinted since ``hinted_before``."""

    def mark_hinted(self, ids: Sequence[int], now: datetime) -> None: ...
    def dead_entries(self) -> Sequence[DeadEntry]: ...
    def retry_entry(self, entry_id: int, now: datetime) -> None: ...
    def backlog(self) -> Backlog: ...

    # articles
    def find_revision(self, entry: str) -> Sequence[Article]:
        """Revisions of an article stored so far, oldest first."""

    def conflicts_of(self, entry: str) -> Sequence[str]:
        """The conflicts of which revisions of an article spoke so far, sorted."""

    def near_copies(self, fingerprint: str, *, published: datetime, entry: str) -> Sequence[str]:
        """Ids of articles of other entries with nearly the same text, within three days."""

    def add_irrelevant(
        self, article: Article, report: Report, entry_id: int | None, now: datetime, *, generation: int | None = None
    ) -> bool:
        """Store an article that touches no conflict's history, and finish its entry; False where it was there already."""

    # history
    def conflict_work(self, conflicts: Sequence[str]) -> AbstractContextManager[ConflictWork]: ...
    def ledger(self, conflict: str, *, newest: int | None = None, since: datetime | None = None) -> Ledger:
        """A conflict's ledger; narrowed to what was touched at a time or later, and to so many stories, tolls and changes touched last."""

    def story(self, conflict: str, story: str) -> Story | None: ...
    def merges(self, conflict: str) -> Sequence[Merge]:
        """The stories that people merged, and what became of that, oldest first."""

    def count_readings(self, conflict: str) -> int: ...
    def conflicts(self) -> Sequence[str]:
        """The conflicts that have a ledger, sorted."""

    # what comes due without an article
    def held_due(self, now: datetime) -> Sequence[str]:
        """The conflicts in which an alert has waited long enough for a second origin."""

    def truces_due(self, now: datetime) -> Sequence[CeasefireState]:
        """The truces that are agreed for an hour which has come."""

    # outbox
    def due_deliveries(self, now: datetime, *, limit: int, lease: float, but: Collection[str] = ()) -> Sequence[Delivery]:
        """Claim due deliveries in order, none ``but`` for these destinations; only the oldest undelivered ones of each (conflict,
        destination) group come first."""

    def delivered(self, ids: Sequence[str], now: datetime) -> None: ...
    def retry_delivery(
        self, ids: Sequence[str], *, error: str, available_at: datetime, tried: bool = True, now: datetime | None = None
    ) -> None:
        """Put deliveries off; with ``tried`` False the attempt that claiming counted is taken back, because nothing was sent.

        ``now`` is the time that ``available_at`` was reckoned from: where it was wrong, the wait counts for nothing.
        """

    def hasten_deliveries(self, destination: str, now: datetime, *, but: Collection[str] = ()) -> dict[str, datetime]:
        """Make due what failed before and waits for another try, ``but`` for those; returns for each when it would have been due."""

    def dead_delivery(self, ids: Sequence[str], *, error: str, now: datetime) -> None: ...
    def disable_destination(self, name: str, *, error: str, now: datetime) -> None: ...
    def disabled_destinations(self) -> dict[str, str]: ...
    def enable_destination(self, name: str) -> None: ...
    def alerts(self, *, limit: int = 50, conflict: str | None = None, quiet: bool = False) -> Sequence[StoredAlert]: ...
    def alert(self, alert_id: str) -> StoredAlert: ...
    def resend(self, alert_id: str, now: datetime) -> int: ...

    # backfill
    def backfill_done(self, archive: str) -> int:
        """How many records of this archive (by path and content identity) are through; 0 if it is new."""

    def mark_backfill(self, archive: str, records: int, now: datetime) -> None: ...

    # health
    def beat(self, role: str, name: str, now: datetime) -> None: ...
    def heartbeats(self) -> dict[str, datetime]: ...
    def check(self) -> None:
        """Raise StoreError where the database cannot be used or its schema is not current."""

    def close(self) -> None: ...
