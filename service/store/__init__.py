"""The SQL truth: tables, queries and migrations for SQLite (the default) and PostgreSQL."""

from service.store.engine import sqlite_url
from service.store.sqlstore import SqlStore, open_store

__all__ = ["SqlStore", "open_store", "sqlite_url"]
