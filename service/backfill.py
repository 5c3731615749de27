"""Archived articles into the history: in portions, oldest first within each, resumable, by several processes where asked for."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice

from service.app import App
from service.errors import ServiceError
from service.models import ArchiveRecord, RejectedRecord
from service.records import process_record
from service.settings import Settings
from service.wiring import build

_PORTION = 200  # records between two marks of how far an archive is through
_START = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a backfill is: records read so far, of these new to the history, found again, rejected; alerts put out."""

    read: int = 0
    new: int = 0
    known: int = 0
    rejected: int = 0
    skipped: int = 0  # through in an earlier run
    alerts: int = 0

    def plus(self, other: Progress) -> Progress:
        """Both together."""
        return Progress(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))


def backfill(
    app: App,
    archive: str,
    records: Iterable[ArchiveRecord | RejectedRecord],
    *,
    jobs: int,
    alerts: bool,
    on_reject: Callable[[RejectedRecord], None],
) -> Iterator[Progress]:
    """Take one archive in, yielding the state after each portion; a run that was cut off goes on after its last portion.

    Order does not matter to the history that results, only to which alerts go out when they are asked for; those are put out
    oldest first within a portion, by one process.
    """
    through = app.store.backfill_done(archive)
    stream = iter(records)
    before = list(map(_rejected_again(on_reject), islice(stream, through)))
    rejected = sum(before)
    progress = Progress(read=len(before), skipped=len(before) - rejected, rejected=rejected)  # each record counts once
    if before:
        yield progress
    with _executor(app.settings, 1 if alerts else jobs) as executor:
        while portion := list(islice(stream, _PORTION)):
            progress = progress.plus(_take_in(app, executor, portion, alerts=alerts, on_reject=on_reject))
            app.store.mark_backfill(archive, progress.read, app.clock())
            yield progress


def _rejected_again(on_reject: Callable[[RejectedRecord], None]) -> Callable[[ArchiveRecord | RejectedRecord], bool]:
    """Whether a record of an earlier run is one of the bad ones, which are named in every run."""

    def again(record: ArchiveRecord | RejectedRecord) -> bool:
        if isinstance(record, RejectedRecord):
            on_reject(record)
            return True
        return False

    return again


def _take_in(
    app: App,
    executor: Executor | None,
    portion: Sequence[ArchiveRecord | RejectedRecord],
    *,
    alerts: bool,
    on_reject: Callable[[RejectedRecord], None],
) -> Progress:
    good: list[ArchiveRecord] = []
    rejected = 0
    for record in portion:
        if isinstance(record, RejectedRecord):
            rejected += 1
            on_reject(record)
        else:
            good.append(record)
    good.sort(key=lambda record: record.published or _START)
    done = _alone(app, good, alerts=alerts) if executor is None else _together(executor, good)
    return replace(done, read=len(portion), rejected=rejected)


def _alone(app: App, records: Sequence[ArchiveRecord], *, alerts: bool) -> Progress:
    progress = Progress()
    for record in records:
        outcome = process_record(app, record, now=app.clock(), alerts=alerts)
        progress = progress.plus(Progress(new=outcome.new, known=not outcome.new, alerts=len(outcome.alerts)))
    return progress


# --- several processes: the same work on slices, safe because conflicts are locked while they are folded -----------------

_app: App | None = None


class _Nothing:
    """An executor that is not there."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        return None


def _executor(settings: Settings, jobs: int) -> ProcessPoolExecutor | _Nothing:
    if jobs <= 1:
        return _Nothing()
    spawn = multiprocessing.get_context("spawn")  # a fork would share database connections
    return ProcessPoolExecutor(jobs, mp_context=spawn, initializer=_open, initargs=(settings,))


def _open(settings: Settings) -> None:
    global _app  # noqa: PLW0603 - a pool's process has no other place to keep what its initializer made
    _app = build(settings, migrate=False)


def _slice(records: Sequence[ArchiveRecord]) -> Progress:
    if _app is None:
        raise RuntimeError("the pool's initializer did not run")
    return _alone(_app, records, alerts=False)


def _together(executor: Executor, records: Sequence[ArchiveRecord]) -> Progress:
    size = 20
    slices = [records[i : i + size] for i in range(0, len(records), size)]
    progress = Progress()
    try:
        for part in executor.map(_slice, slices):
            progress = progress.plus(part)
    except BrokenProcessPool:
        raise ServiceError(
            "a reading process was killed, perhaps for want of memory; run it again with fewer --jobs, it goes on where it was"
        ) from None
    return progress
