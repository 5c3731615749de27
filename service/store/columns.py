"""Kinds of columns that both databases have: times, text from outside, nested values, numbers that the database gives out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Column, DateTime, Dialect, Integer, String, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from service.store.rows import Codec, as_utc, clean_text, dump_time, load_time

Serial = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows only in a column of type INTEGER


class Moment(TypeDecorator[datetime]):
    """A UTC time with microseconds: timestamptz in PostgreSQL, sortable ISO 8601 text in SQLite; never naive."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(String(27))
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        return dump_time(value) if dialect.name == "sqlite" else as_utc(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return load_time(value) if dialect.name == "sqlite" else as_utc(value)


class Words(TypeDecorator[str]):
    """Text from outside, made storable (see ``rows.clean_text``)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else clean_text(value)


class Coded(TypeDecorator[Any]):
    """A nested value kept as JSON text through the codec of its type."""

    impl = Text
    cache_ok = False

    def __init__(self, hint: Any) -> None:
        super().__init__()
        self._codec: Codec[Any] = Codec(hint)

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else self._codec.dump(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else self._codec.load(value)


def words(name: str, **options: Any) -> Column[str]:
    return Column(name, Words, nullable=False, **options)


def moment(name: str, *, nullable: bool = False) -> Column[datetime]:
    return Column(name, Moment, nullable=nullable)


def count(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, default=0)
