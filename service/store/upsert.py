"""INSERT … ON CONFLICT, which both databases have and SQLAlchemy spells once for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Executable, Table
from sqlalchemy.dialects import postgresql, sqlite

# The statements are built once: building one takes as long as running it.


def _insert(dialect: str, table: Table) -> postgresql.Insert | sqlite.Insert:
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


@cache
def _insert_new(dialect: str, table: Table) -> Executable:
    # what comes back tells whether it was new: the count of rows does not, in psycopg's answer to an INSERT
    return _insert(dialect, table).on_conflict_do_nothing().returning(*table.primary_key)


@cache
def _insert_all_new(dialect: str, table: Table) -> Executable:
    return _insert(dialect, table).on_conflict_do_nothing()


@cache
def _put(dialect: str, table: Table) -> Executable:
    keys = [column.name for column in table.primary_key]
    statement = _insert(dialect, table)
    others = {column.name: statement.excluded[column.name] for column in table.c if column.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=others)


def insert_new(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Insert a row unless one with the same key (primary or unique) is there; whether it was inserted."""
    return connection.execute(_insert_new(connection.dialect.name, table), dict(row)).first() is not None


def insert_all_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert those of the rows whose key is not there yet."""
    if rows:
        connection.execute(_insert_all_new(connection.dialect.name, table), [dict(row) for row in rows])


def put(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, or overwrite the other columns of those whose primary key is there; a row names every column."""
    if rows:
        connection.execute(_put(connection.dialect.name, table), [dict(row) for row in rows])
