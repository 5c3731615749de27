"""Which alerts would have fired: an archive through the real pipeline, in a store that is thrown away."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from service.app import App
from service.broker import NoBroker
from service.errors import UsageError
from service.gazetteers import gazetteer_from
from service.models import Alert, ArchiveRecord, Ledger
from service.ports import Fetcher
from service.records import process_record
from service.settings import Settings
from service.store import open_store, sqlite_url
from service.waiting import come_due

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@contextmanager
def throwaway(settings: Settings) -> Iterator[App]:
    """An App on an empty SQLite store in a temporary folder; nothing of it reaches the configured database, broker or network."""
    with tempfile.TemporaryDirectory(prefix="escalation-watch-replay-") as folder:
        store = open_store(sqlite_url(Path(folder)))
        try:
            yield App(
                settings=replace(settings, data_dir=Path(folder), destinations=()),
                store=store,
                gazetteer=gazetteer_from(settings.conflicts),
                clock=lambda: _EPOCH,  # replay hands in the time of each record
                open_fetcher=_no_network,
                open_broker=NoBroker,
            )
        finally:
            store.close()


def _no_network() -> Fetcher:
    raise UsageError("replay reads archives and never the network")


def in_order(records: Iterable[ArchiveRecord], *, arrival: bool) -> Sequence[tuple[datetime, ArchiveRecord]]:
    """Records with the time at which each arrives: its publication, or (``arrival``) the latest publication so far in file order."""
    listed = [(record.published or _EPOCH, record) for record in records]
    if not arrival:
        return sorted(listed, key=lambda pair: pair[0])
    latest = _EPOCH
    timed = []
    for published, record in listed:
        latest = max(latest, published)
        timed.append((latest, record))
    return timed


def up_to(end: datetime | None, records: Sequence[tuple[datetime, ArchiveRecord]]) -> Sequence[tuple[datetime, ArchiveRecord]]:
    """Those that arrive before ``end``; all where there is none."""
    return records if end is None else [(arrives, record) for arrives, record in records if arrives < end]


def replay(app: App, records: Sequence[tuple[datetime, ArchiveRecord]]) -> Iterator[tuple[Alert, ...]]:
    """Take in the records in the given order; for each, the alerts that would have gone out, those that came due before it first."""
    for now, record in records:
        due = come_due(app, now)
        yield (*due, *process_record(app, record, now=now, alerts=True).alerts)


def final_state(app: App) -> Sequence[Ledger]:
    """Every conflict's ledger at the end, by conflict id."""
    return [app.store.ledger(conflict) for conflict in sorted(app.store.conflicts())]
