"""What is bounded is bounded in sight: nothing is dropped in silence, and nothing dies of what is not its fault."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service import embedded, pipeline
from service.app import App
from service.errors import StoreError
from service.history.readings import MOST_CLAIMS
from service.models import Entry, Feed
from service.ports import FeedState, PollOutcome
from service.settings import Conflict, Party, Settings, WorkSettings
from service.wiring import build

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
FEED = Feed(url="https://news.example.org/feed.xml", name="Example", fetch_pages=False)


def _entry(number: int, summary: str = "Nothing much happened.") -> Entry:
    return Entry(
        feed=FEED.url, key=f"k{number}", url="", title=f"Note {number}", summary=summary, content="", published=NOW,
        published_raw="", date_flag="", updated=None, author="", fetched=NOW,
    )  # fmt: skip


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    sides = (Party("armenia", "Armenia"), Party("azerbaijan", "Azerbaijan"))
    war = Conflict("armenia-azerbaijan", "Armenia – Azerbaijan", sides)
    built = build(
        Settings(config_dir=tmp_path, data_dir=tmp_path, feeds=(FEED,), conflicts=(war,), work=WorkSettings(batch=10))
    )
    built.store.sync_feeds([FEED], NOW)
    yield built
    built.store.close()


def _take_in(app: App, *entries: Entry) -> list[int]:
    return list(app.store.record_poll(PollOutcome(state=FeedState(feed=FEED), entries=entries), NOW))


def _process(app: App, ids: list[int]) -> int:
    return asyncio.run(pipeline.process_entries(app, ids, worker="w"))


def test_an_article_of_thousands_of_counts_keeps_the_first_and_says_so(app: App) -> None:
    text = " ".join(f"Armenia said {n} of its soldiers were killed by Azerbaijan." for n in range(2, 1500))
    assert _process(app, _take_in(app, _entry(1, text))) == 1
    assert app.store.backlog().claims == MOST_CLAIMS
    with sqlite3.connect(app.settings.data_dir / "escalation-watch.db") as reader:
        assert "claims_cut" in reader.execute("SELECT flags FROM article").fetchone()[0]
    reader.close()


def test_a_queue_that_nobody_empties_stops_growing(app: App) -> None:
    server = embedded.start(app.settings.data_dir)
    broker = app.open_broker()
    ids = _take_in(app, _entry(1))
    broker.hint([ids] * 999)
    assert pipeline.reconcile(app, broker, patience=0.0) == 1
    assert broker.waiting() == 1000
    assert pipeline.reconcile(app, broker, patience=0.0) == 0
    assert broker.waiting() == 1000
    broker.close()
    server.stop()


def test_an_entry_does_not_die_of_a_store_that_fails_it(app: App) -> None:
    """As a full disk does: small writes go through, an article does not."""
    ids = _take_in(app, _entry(1))
    with sqlite3.connect(app.settings.data_dir / "escalation-watch.db") as other:
        other.execute("CREATE TRIGGER full BEFORE INSERT ON article BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END")
    for _ in range(7):
        with pytest.raises(StoreError, match="disk is full"):
            _process(app, ids)
    with other:
        other.execute("DROP TRIGGER full")
    other.close()
    (row,) = app.store.claim(ids, worker="w", now=app.clock(), lease=0)
    assert row.attempts == 0
    app.store.release(row.id, error="", available_at=NOW)
    assert _process(app, ids) == 1


def test_entries_over_a_feeds_bound_are_told(app: App) -> None:
    from service.feeds.parse import parse

    items = "".join(f"<item><guid>{n}</guid><title>t{n}</title></item>" for n in range(700))
    body = f"<rss version='2.0'><channel><title>t</title>{items}</channel></rss>".encode()
    parsed = parse(body, feed=replace(FEED), content_type="", fetched=NOW, limit=500)
    assert (len(parsed.entries), parsed.dropped) == (500, 200)
    assert any("700 entries" in problem for problem in parsed.problems)
