"""An entry that kills its worker takes only itself down: dead after five tries with its reason, its neighbours all done."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import rq
from rq.serializers import JSONSerializer

from service import embedded, pipeline
from service.app import App
from service.broker import QUEUE, connect
from service.models import Entry, Feed
from service.ports import FeedState, PollOutcome
from service.settings import Settings, WorkSettings
from service.wiring import build
from workers import context, safe

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
FEED = Feed(url="https://news.example.org/feed.xml", name="Example", fetch_pages=False)


def _entry(number: int) -> Entry:
    return Entry(
        feed=FEED.url, key=f"k{number}", url="", title=f"Note {number}", summary=f"Nothing much happened in town {number}.", content="",
        published=NOW, published_raw="", date_flag="", updated=None, author="", fetched=NOW,
    )  # fmt: skip


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    server = embedded.start(tmp_path)
    settings = Settings(config_dir=tmp_path, data_dir=tmp_path, feeds=(FEED,), work=WorkSettings(reconcile_every=0.0, batch=10))
    built = build(settings)
    context.prepare(settings, "tester", built.gazetteer)
    yield built
    built.store.close()
    server.stop()


def _in_use() -> int:
    """Bytes of address space this test process has: a child of it starts with as much, a real worker with about 100 MB."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")


def _work(app: App) -> None:
    connection = connect(embedded.socket_url(app.settings.data_dir), blocking=True)
    queue = rq.Queue(QUEUE, connection=connection, job_class=safe.SafeJob, serializer=JSONSerializer)
    worker = safe.SafeWorker([queue], connection=connection, job_class=safe.SafeJob, serializer=JSONSerializer)
    worker.work(burst=True, logging_level="CRITICAL")
    connection.close()


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSEGV])
def test_a_poison_entry_dies_alone_after_five_tries(app: App, monkeypatch: pytest.MonkeyPatch, how: signal.Signals) -> None:
    real = pipeline.article_from_entry

    def deadly(entry: Entry, *arguments: object, **named: object) -> object:
        if entry.key == "k3":
            os.kill(os.getpid(), how)
        return real(entry, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "article_from_entry", deadly)
    app.store.sync_feeds([FEED], NOW)
    entries = tuple(_entry(number) for number in range(8))
    ids = app.store.record_poll(PollOutcome(state=FeedState(feed=FEED), entries=entries), NOW)
    broker = app.open_broker()
    pipeline.hint(app, broker, ids)
    for _ in range(12):
        _work(app)
        pipeline.reconcile(app, broker)
    broker.close()
    backlog = app.store.backlog()
    assert (backlog.done, backlog.dead, backlog.pending, backlog.claimed) == (7, 1, 0, 0)
    (dead,) = app.store.dead_entries()
    assert dead.title == "Note 3"
    assert dead.attempts == 5
    assert how.name in dead.error or "died 5 times" in dead.error


async def test_a_try_that_is_refused_counts_for_none(app: App) -> None:
    """A job that named an entry before the reconciler gave it up comes to it once more."""
    app.store.sync_feeds([FEED], NOW)
    (row,) = app.store.record_poll(PollOutcome(state=FeedState(feed=FEED), entries=(_entry(1),)), NOW)
    for _ in range(app.settings.work.max_attempts):
        app.store.begin(row)
    assert await pipeline.process_entries(app, [row], worker="w") == 0
    (dead,) = app.store.dead_entries()
    assert (dead.attempts, dead.error) == (5, "given up after 5 tries")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps RLIMIT_AS")
def test_an_entry_that_asks_for_too_much_memory_is_stopped_by_the_limit(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline.article_from_entry
    reached = app.settings.data_dir / "reached"

    def greedy(entry: Entry, *arguments: object, **named: object) -> object:
        if entry.key == "k1":
            block = bytearray(3 * 1024 * 1024 * 1024)
            reached.write_text(str(len(block)))
        return real(entry, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "article_from_entry", greedy)
    monkeypatch.setattr(safe.SafeWorker, "memory_bytes", _in_use() + 1024 * 1024 * 1024)
    app.store.sync_feeds([FEED], NOW)
    ids = app.store.record_poll(PollOutcome(state=FeedState(feed=FEED), entries=(_entry(0), _entry(1), _entry(2))), NOW)
    broker = app.open_broker()
    pipeline.hint(app, broker, ids)
    _work(app)
    broker.close()
    assert not reached.exists()
    backlog = app.store.backlog()
    assert (backlog.done, backlog.pending, backlog.claimed) == (1, 2, 0)


def test_a_job_that_comes_twice_changes_nothing(app: App) -> None:
    app.store.sync_feeds([FEED], NOW)
    ids = app.store.record_poll(PollOutcome(state=FeedState(feed=FEED), entries=(_entry(0),)), NOW)
    broker = app.open_broker()
    for _ in range(3):
        broker.hint([ids])
    _work(app)
    broker.hint([ids])
    _work(app)
    broker.close()
    assert app.store.backlog().articles == 1


def test_items_of_a_worker_that_was_told_to_stop_are_given_back(app: App) -> None:
    app.store.sync_feeds([FEED], NOW)
    ids = app.store.record_poll(PollOutcome(state=FeedState(feed=FEED), entries=(_entry(0), _entry(1))), NOW)

    async def stopped() -> int:
        stop = asyncio.Event()
        stop.set()
        return await pipeline.process_entries(app, ids, worker="w", stop=stop)

    assert asyncio.run(stopped()) == 0
    again = app.store.claim(ids, worker="w2", now=app.clock(), lease=10)
    assert [item.attempts for item in again] == [0, 0]
