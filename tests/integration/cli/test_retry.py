"""One command gives a dead entry another try."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from service.cli import main
from service.models import Entry, Feed
from service.ports import FeedState, PollOutcome
from service.store import open_store, sqlite_url
from tests.harness.configs import write
from tests.harness.values import alert

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
FEED = Feed(url="https://news.example.org/world.xml", name="Example World")


def _dead_entry(data: Path) -> int:
    data.mkdir()
    entry = Entry(FEED.url, "k", "", "Poison", "", "", NOW, "", "", None, "", NOW)
    store = open_store(sqlite_url(data))
    try:
        store.sync_feeds([FEED], NOW)
        (number,) = store.record_poll(PollOutcome(state=FeedState(feed=FEED), entries=(entry,)), NOW)
        store.claim([number], worker="w", now=NOW, lease=10)
        store.give_up(number, error="killed its worker", now=NOW)
        assert store.backlog().dead == 1
    finally:
        store.close()
    return number


def test_a_dead_entry_is_due_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    number = _dead_entry(tmp_path / "data")
    folders = ["--config", str(write(tmp_path / "config")), "--data", str(tmp_path / "data")]
    assert main([*folders, "status", "--retry", str(number)]) == 0
    assert f"entry {number} is due again" in capsys.readouterr().out
    store = open_store(sqlite_url(tmp_path / "data"))
    assert (store.backlog().dead, store.backlog().pending) == (0, 1)
    store.close()


def test_an_entry_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _dead_entry(tmp_path / "data")
    folders = ["--config", str(write(tmp_path / "config")), "--data", str(tmp_path / "data")]
    assert main([*folders, "status", "--retry", "4711"]) == 1
    assert "4711" in capsys.readouterr().err


def test_a_destination_that_takes_a_test_gets_what_waited_for_another_try(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    store = open_store(sqlite_url(tmp_path / "data"))
    now = datetime.now(UTC)
    with store.conflict_work(["north-south"]) as work:
        work.add_alert(alert("alert-1", conflict="north-south"), destinations=["terminal"], available_at=now)
    (delivery,) = store.due_deliveries(now, limit=1, lease=60)
    store.retry_delivery([delivery.id], error="no terminal", available_at=now + timedelta(hours=4))
    folders = ["--config", str(write(tmp_path / "config")), "--data", str(tmp_path / "data")]
    assert main([*folders, "alerts", "test", "terminal"]) == 0
    assert "One alert that waited for another try goes out now." in capsys.readouterr().out
    assert len(store.due_deliveries(datetime.now(UTC), limit=1, lease=60)) == 1
    store.close()
