"""URLs, lock numbers, fingerprints: the parts of the store that need no database."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.errors import StoreError
from service.store import sqlite_url
from service.store.articles import distance
from service.store.engine import Database, lock_number, parse_url


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("sqlite:////var/lib/ew/ew.db", "sqlite+pysqlite"),
        ("sqlite:///relative/ew.db", "sqlite+pysqlite"),
        ("postgresql://desk:secret@db.example/ew", "postgresql+psycopg"),
        ("postgres://desk:secret@db.example/ew", "postgresql+psycopg"),
        ("postgresql+psycopg://desk@/ew?host=/run/postgresql", "postgresql+psycopg"),
        ("postgresql+psycopg2://desk@db.example/ew", "postgresql+psycopg"),
    ],
)
def test_a_url_gets_our_driver(url: str, driver: str) -> None:
    assert parse_url(url).drivername == driver


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("mysql://desk:hunter2@db.example/ew", "'mysql'.*only sqlite:/// and postgresql://"),
        ("hunter2", "not a URL.*sqlite:///PATH"),
        ("", "not a URL"),
        ("postgresql://desk:hunter2@db.example:port/ew", "not a URL"),
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
    ],
)
def test_another_url_is_refused_without_being_repeated(url: str, says: str) -> None:
    with pytest.raises(StoreError, match=says) as caught:
        parse_url(url)
    assert "hunter2" not in str(caught.value)


def test_the_password_never_shows(caplog: pytest.LogCaptureFixture) -> None:
    database = Database("postgresql://desk:p%40ss-word@127.0.0.1:1/ew")
    with (
        pytest.raises(StoreError, match=r"cannot count: .*127\.0\.0\.1.*Check that PostgreSQL runs") as caught,
        database.reading("count"),
    ):
        pass
    shown = str(caught.value) + repr(caught.value) + caplog.text + repr(database.place)
    for spelling in ("p@ss-word", "p%40ss-word"):
        assert spelling not in shown


def test_the_default_database_lies_in_the_data_folder(tmp_path: Path) -> None:
    assert parse_url(sqlite_url(tmp_path)).database == str(tmp_path / "escalation-watch.db")


def test_lock_numbers_are_stable_distinct_and_fit_a_bigint() -> None:
    numbers = {lock_number(f"conflict:{n}") for n in range(1000)}
    assert len(numbers) == 1000
    assert all(-(2**63) <= number < 2**63 for number in numbers)
    assert lock_number("conflict:north-south") == lock_number("conflict:north-south")


def test_the_distance_counts_bits() -> None:
    assert distance("0000000000000000", "f000000000000001") == 5
