"""Readings: what each article says about a conflict, with the copies among them; and the same claims one a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from service.models import Reading
from service.store.memory import ConflictMemory
from service.store.rows import Codec
from service.store.tables import ceasefire_claim, claim, copy_link, reading
from service.store.upsert import insert_all_new

_READING: Codec[Reading] = Codec(Reading)
CHUNK = 500


def add(connection: Connection, item: Reading) -> datetime:
    """Store what an article says about a conflict; the same again changes nothing, another analysis replaces the former.

    Returns from which time on the history changes: the reading's own, or that of the one it replaces where that is earlier.
    """
    body = _READING.dump(replace(item, copies=()))
    this = (reading.c.conflict == item.conflict) & (reading.c.article == item.article)
    stored = connection.execute(select(reading.c.body).where(this)).scalar_one_or_none()
    if stored == body:
        return item.published
    if stored is not None:
        for table in (reading, claim, ceasefire_claim):
            connection.execute(delete(table).where(table.c.conflict == item.conflict, table.c.article == item.article))
    row, claims, sayings = rows_of(item)
    connection.execute(insert(reading).values(row))
    insert_all_new(connection, claim, claims)
    insert_all_new(connection, ceasefire_claim, sayings)
    return item.published if stored is None else min(item.published, _READING.load(stored).published)


def rows_of(item: Reading) -> tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]]]:
    """A reading as rows of its three tables: itself, its claims, its ceasefire claims."""
    body = _READING.dump(replace(item, copies=()))
    row = {"conflict": item.conflict, "article": item.article, "published": item.published, "body": body}
    return row, list(_claim_rows(item)), list(_ceasefire_rows(item))


def _claim_rows(item: Reading) -> Iterable[dict[str, Any]]:
    names = ("kind", "low", "high", "qualifier", "party", "role", "claimant", "scope", "relation", "since", "quote")
    for one in item.claims:
        said = {name: getattr(one.figure, name) for name in names} | {
            "low": _countable(one.figure.low),
            "high": _countable(one.figure.high),
        }
        yield {"conflict": item.conflict, "id": one.id, "article": item.article} | said


def _countable(count: int | None) -> int | None:
    """The count where a column can hold it; the reading keeps it whatever its size."""
    return count if count is not None and abs(count) < 2**63 else None


def _ceasefire_rows(item: Reading) -> Iterable[dict[str, Any]]:
    names = ("status", "scope", "claimant", "accuser", "accused", "quote")
    for one in item.ceasefire:
        said = {name: getattr(one.statement, name) for name in names}
        yield {"conflict": item.conflict, "id": one.id, "article": item.article, "latest": one.now} | said


def after(
    connection: Connection, conflict: str, at: datetime | None, memory: ConflictMemory, *, limit: int = 0
) -> list[Reading]:
    """The readings of a conflict published after a time (None: all), oldest first, each with its copies among the conflict's.

    With ``limit`` so many of the oldest, and all others of the last one's time.
    """
    wanted = reading.c.conflict == conflict
    if at is not None:
        wanted &= reading.c.published > at
    if limit:
        last = select(reading.c.published).where(wanted).order_by(reading.c.published).offset(limit - 1).limit(1)
        until = connection.scalar(last)
        if until is not None:
            wanted &= reading.c.published <= until
    found = _read(connection, wanted, memory)
    linked = _copies(connection, conflict, [item.article for item in found])
    complete = [replace(item, copies=tuple(sorted(linked[item.article]))) if item.article in linked else item for item in found]
    # sorted here: the databases' own ideas of the order of text differ
    return sorted(complete, key=lambda item: (item.published, item.revision, item.article))


def named(connection: Connection, conflict: str, articles: Collection[str], memory: ConflictMemory) -> dict[str, Reading]:
    """The readings of some articles by article, without their copies; those that are not there are left out."""
    every = sorted(articles)
    found: dict[str, Reading] = {}
    for start in range(0, len(every), CHUNK):
        some = (reading.c.conflict == conflict) & reading.c.article.in_(every[start : start + CHUNK])
        found |= {item.article: item for item in _read(connection, some, memory)}
    return found


def count(connection: Connection, conflict: str) -> int:
    """How many readings a conflict has."""
    return connection.scalar(select(func.count()).select_from(reading).where(reading.c.conflict == conflict)) or 0


def _read(connection: Connection, wanted: ColumnElement[bool], memory: ConflictMemory) -> list[Reading]:
    """The wanted readings; those this process remembers are not read again. One that was replaced has another number."""
    numbers = {row.article: row.seq for row in connection.execute(select(reading.c.article, reading.c.seq).where(wanted))}
    new = [seq for article, seq in numbers.items() if not memory.knows(article, seq)]
    for start in range(0, len(new), CHUNK):
        rows = select(reading.c.seq, reading.c.body).where(reading.c.seq.in_(new[start : start + CHUNK]))
        for row in connection.execute(rows):
            memory.learn(row.seq, _READING.load(row.body))
    return [memory.recall(article) for article in numbers]


def _copies(connection: Connection, conflict: str, articles: list[str]) -> dict[str, list[str]]:
    """The links of some articles to others of the conflict; in two steps, because a join let SQLite read the whole conflict each time."""
    pairs: list[tuple[str, str]] = []
    for start in range(0, len(articles), CHUNK):
        links = select(copy_link.c.article, copy_link.c.other).where(copy_link.c.article.in_(articles[start : start + CHUNK]))
        pairs += [(row.article, row.other) for row in connection.execute(links)]
    others = sorted({other for _, other in pairs})
    here: set[str] = set()
    for start in range(0, len(others), CHUNK):
        some = reading.c.article.in_(others[start : start + CHUNK])
        here |= set(connection.scalars(select(reading.c.article).where(reading.c.conflict == conflict, some)))
    found: defaultdict[str, list[str]] = defaultdict(list)
    for article, other in pairs:
        if other in here:
            found[article].append(other)
    return found
