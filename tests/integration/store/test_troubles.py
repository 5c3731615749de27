"""What a broken, locked, full or forbidden database says: what was tried, on which file, and what to do."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.errors import StoreError
from service.store import SqlStore, open_store, sqlite_url
from tests.harness.values import NOW, entry, poll

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "trouble.db"


@pytest.fixture
def opened(path: Path) -> Iterator[SqlStore]:
    store = open_store(f"sqlite:///{path}", busy_timeout=0.2)
    yield store
    store.close()


def test_the_folder_of_the_database_is_made(tmp_path: Path) -> None:
    open_store(sqlite_url(tmp_path / "var" / "data")).close()
    assert (tmp_path / "var" / "data" / "escalation-watch.db").is_file()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match=rf"cannot make the folder .*{tmp_path}/file/x\.db"):
        open_store(f"sqlite:///{tmp_path}/file/x.db")


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=rf"unable to open.*\(database {tmp_path}\)\. Check that the path"):
        open_store(f"sqlite:///{tmp_path}")


def test_a_file_that_is_no_database_is_named_and_left_as_it_was(path: Path) -> None:
    path.write_text("A diary, not a database. " * 100)
    with pytest.raises(StoreError, match=rf"not a database \(database {path}\).*put back a backup"):
        open_store(f"sqlite:///{path}")
    assert path.read_text().startswith("A diary")


def test_a_damaged_database_is_named(path: Path) -> None:
    store = open_store(f"sqlite:///{path}")
    store.record_poll(poll(*(entry(f"item-{n}", content="x" * 2000) for n in range(50))), NOW)
    store.close()
    whole = path.read_bytes()
    page = 4096
    path.write_bytes(whole[: 2 * page] + os.urandom(len(whole) - 2 * page))
    with pytest.raises(StoreError, match=rf"malformed.*{path}.*put back a backup"):  # noqa: PT012 - wherever it shows first
        damaged = open_store(f"sqlite:///{path}")
        damaged.backlog()


def test_a_database_that_another_process_keeps_locked_is_named(path: Path, opened: SqlStore) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert opened.backlog().pending == 0, "reading goes on"
    with pytest.raises(
        StoreError, match=rf"cannot store what .*: database is locked \(database {path}\)\. Another process .* 0\.2 s"
    ):
        opened.record_poll(poll(entry("a")), NOW)
    other.execute("ROLLBACK")
    other.close()
    assert len(opened.record_poll(poll(entry("a")), NOW)) == 1, "and goes on when the lock is gone"


def test_a_full_disk_is_named_and_nothing_of_the_step_is_kept(path: Path, opened: SqlStore) -> None:
    with opened._database.engine.connect() as connection:  # the pool hands out the same connection again
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 5}")
    with pytest.raises(StoreError, match=rf"disk is full \(database {path}\)\. The disk is full: free some space"):
        opened.record_poll(poll(*(entry(f"item-{n}", content="x" * 5000) for n in range(50))), NOW)
    assert opened.backlog().pending == 0
    with opened._database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert len(opened.record_poll(poll(entry("a")), NOW)) == 1, "and goes on when there is space"


_AS_NOBODY = """
import os, sys
from concurrent.futures import ThreadPoolExecutor  # imported while root may look everywhere
import sqlalchemy.dialects.sqlite  # what is imported later may lie where nobody may look
from service.errors import StoreError
from service.store import open_store
from tests.harness.values import NOW, entry, poll
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
try:
    store = open_store(sys.argv[1])
    store.record_poll(poll(entry("a")), NOW)
except StoreError as error:
    print(error)
"""


def test_a_database_that_may_only_be_read_is_named(path: Path, tmp_path: Path) -> None:
    open_store(f"sqlite:///{path}").close()
    for folder in (tmp_path, *tmp_path.parents[:2]):
        if folder.owner() == Path.home().owner():
            folder.chmod(0o755)
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    done = subprocess.run(
        [sys.executable, "-c", _AS_NOBODY, f"sqlite:///{path}"],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        cwd="/",
    )
    tmp_path.chmod(0o755)
    assert str(path) in done.stdout
    assert "Make the file and its folder writable" in done.stdout or "may write to its folder" in done.stdout


_AS_NOBODY_AGAIN = (
    _AS_NOBODY.split("try:", maxsplit=1)[0]
    + """
store = open_store(sys.argv[1])
def both():  # two at once, as a role's work and its sign of life are
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: store.record_poll(poll(entry("a")), NOW), range(2)))
said = ""
for _ in range(3):
    try:
        both()
    except StoreError as error:
        said = said or str(error)
print(said, flush=True)
sys.stdin.readline()
for _ in range(3):  # a role tries again
    try:
        both()
    except StoreError:
        continue
    print("stored")
    break
"""
)


def test_a_store_opened_while_the_database_could_only_be_read_writes_once_it_may(path: Path, tmp_path: Path) -> None:
    held = open_store(f"sqlite:///{path}")  # keeps the files beside the database there
    held.backlog()
    for folder in (tmp_path, *tmp_path.parents[:2]):
        if folder.owner() == Path.home().owner():
            folder.chmod(0o755)
    files = [path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))]
    for file in files:
        file.chmod(0o444)
    process = subprocess.Popen(
        [sys.executable, "-c", _AS_NOBODY_AGAIN, f"sqlite:///{path}"],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd="/",
    )  # fmt: skip
    assert process.stdout is not None
    assert "Make the file and its folder writable" in process.stdout.readline()
    for file in files:
        file.chmod(0o666)
    tmp_path.chmod(0o777)
    rest, _ = process.communicate("\n", timeout=30)
    held.close()
    assert rest == "stored\n"
