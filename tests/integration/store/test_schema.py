"""The schema and its migrations, on both databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from service.errors import StoreError
from service.history.fold import Update
from service.store import SqlStore, open_store
from service.store.engine import Database
from service.store.schema import MIGRATIONS
from service.store.tables import HEAD, metadata
from tests.harness.values import NOW, entry, poll


@pytest.fixture
def database(store_url: str) -> Iterator[Database]:
    opened = Database(store_url)
    yield opened
    opened.close()


def set_version(database: Database, version: str) -> None:
    with database.writing("set the version") as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})


def test_the_program_names_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_the_migrations_make_the_schema_that_the_queries_expect(store_url: str, database: Database) -> None:
    open_store(store_url).close()
    with database.reading("compare") as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_a_current_schema_is_left_alone(store_url: str) -> None:
    first = open_store(store_url)
    first.record_poll(poll(entry("a")), NOW)
    first.close()
    second = open_store(store_url)
    assert second.backlog().pending == 1
    second.close()


def test_a_missing_schema_is_named_where_it_may_not_be_made(store_url: str) -> None:
    with pytest.raises(StoreError, match=r"schema .* is missing, this program needs version .*: start"):
        open_store(store_url, migrate=False)


@pytest.mark.parametrize("migrate", [True, False])
def test_a_schema_of_a_newer_release_is_left_alone(store_url: str, database: Database, migrate: bool) -> None:
    store = open_store(store_url)
    set_version(database, "9999")
    with pytest.raises(StoreError, match=r"version 9999.*a newer release made it"):
        open_store(store_url, migrate=migrate)
    with pytest.raises(StoreError, match="newer release"):
        store.check()
    store.close()


def test_a_migration_that_fails_half_way_leaves_nothing(store_url: str, database: Database) -> None:
    with database.writing("be in the way") as connection:
        connection.execute(text("CREATE TABLE reading (id INTEGER)"))
    with pytest.raises(StoreError, match=r"cannot bring the schema up to date: .*reading.*already exists"):
        open_store(store_url)
    with database.writing("go out of the way") as connection:
        connection.execute(text("DROP TABLE reading"))
    store = open_store(store_url)
    store.check()
    store.close()


def test_an_open_store_is_current(store: SqlStore) -> None:
    store.check()


def test_parts_of_a_ledger_from_before_they_had_a_time_are_replaced_by_the_next_article(
    store_url: str, database: Database
) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with database.writing("make an old schema") as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0005")
        connection.execute(text("INSERT INTO ledger (conflict) VALUES ('old-war')"))
        connection.execute(text("INSERT INTO toll (conflict, key, position, at, body) VALUES ('old-war', 'old', 0, NULL, '')"))
    store = open_store(store_url)
    with store.conflict_work(["old-war"]) as work:
        assert set(work.touched_after("old-war", NOW)) == {"old"}
        work.save(Update("old-war", (), (), frozenset(), {}), NOW)
        assert set(work.touched_after("old-war", None)) == set()
    store.close()
