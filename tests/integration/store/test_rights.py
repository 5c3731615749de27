"""The service's PostgreSQL role needs no more rights than docs/operations.md gives it, and these suffice."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from service.errors import StoreError
from service.store import open_store
from tests.harness.postgres import PostgresServer
from tests.harness.values import NOW, entry, poll

ROOT = Path(__file__).resolve().parents[3]
OPERATIONS = ROOT / "docs" / "operations.md"


def documented(block: str) -> str:
    """The SQL of the operations guide whose first line names it."""
    blocks = re.findall(r"```sql\n(.*?)```", OPERATIONS.read_text(encoding="utf-8"), re.DOTALL)
    [found] = [sql for sql in blocks if sql.startswith(f"-- {block}")]
    return found


def test_the_documented_role_can_work_and_cannot_change_the_schema(postgres_server: PostgresServer, postgres_url: str) -> None:
    open_store(postgres_url).close()  # the owner brings the schema up to date
    name = urlsplit(postgres_url).path.strip("/")
    grants = documented("as the owner").replace("watch_owner", "postgres").replace("DATABASE watch ", f"DATABASE {name} ")
    with psycopg.connect(postgres_url, autocommit=True) as owner:
        owner.execute(grants.encode())
    app_url = postgres_url.replace("postgres@", "watch_app@")
    try:
        store = open_store(app_url)
        [item] = store.record_poll(poll(entry("item-1")), NOW)
        [work] = store.claim([item], worker="w", now=NOW, lease=60)
        assert store.begin(work.id) == 1
        store.finish(work.id, NOW)
        store.beat("poll", "here", datetime(2026, 3, 1, tzinfo=UTC))
        assert store.backlog().done == 1
        store.close()
        with psycopg.connect(app_url, autocommit=True) as app:
            for forbidden in (
                "CREATE TABLE mine (x int)",
                "DROP TABLE alert",
                "ALTER TABLE alert ADD COLUMN x int",
                "CREATE ROLE other",
            ):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    app.execute(forbidden.encode())
        with psycopg.connect(postgres_url, autocommit=True) as owner:
            owner.execute(b"UPDATE alembic_version SET version_num = '0000'")
        with pytest.raises(StoreError):
            open_store(app_url)
    finally:
        with psycopg.connect(postgres_url, autocommit=True) as owner:
            owner.execute(b"DROP OWNED BY watch_app; DROP ROLE watch_app")


def test_the_compose_files_role_owns_its_database_and_nothing_else(postgres_server: PostgresServer, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("it's a secret")
    postgres_server.run_script(ROOT / "docker" / "postgres-role.sh", WATCH_PASSWORD_FILE=str(tmp_path / "password"))
    url = postgres_server.url("watch").replace("postgres@", "watch@")
    try:
        open_store(url).close()  # makes its schema
        with psycopg.connect(url, autocommit=True) as watch:
            for forbidden in (
                "CREATE DATABASE other",
                "CREATE ROLE other",
                "COPY alert TO PROGRAM 'true'",
                "ALTER ROLE watch SUPERUSER",
            ):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    watch.execute(forbidden.encode())
    finally:
        postgres_server.execute("DROP DATABASE watch WITH (FORCE)")
        postgres_server.execute("DROP ROLE watch")
