"""Feeds: what is configured, what polling learnt of each, and the entries they offered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, or_, select, update

from service.models import Entry, Feed
from service.ports import FeedState, PollOutcome
from service.store.entries import SET_BACK
from service.store.rows import as_row, clean_text, dump_time, from_row
from service.store.tables import entry, feed

_CHUNK = 500  # bound parameters a statement stay far below what either database takes


def sync(connection: Connection, feeds: Iterable[Feed]) -> None:
    """Make the configured feeds the active ones, in this order; what polling learnt stays, also of feeds that left."""
    wanted = {item.url: item for item in feeds}
    known = set(connection.scalars(select(feed.c.url)))
    connection.execute(update(feed).where(feed.c.active.is_(True), feed.c.url.not_in(list(wanted))).values(active=False))
    for position, item in enumerate(wanted.values()):
        values = as_row(item) | {"position": position, "active": True}
        if item.url in known:
            connection.execute(update(feed).where(feed.c.url == item.url).values(values))
        else:
            connection.execute(insert(feed).values(values))


def states(connection: Connection) -> list[FeedState]:
    """All active feeds in the configuration's order."""
    rows = connection.execute(select(feed).where(feed.c.active.is_(True)).order_by(feed.c.position, feed.c.url))
    return [_state(row) for row in rows.mappings()]


def due(connection: Connection, now: datetime) -> list[FeedState]:
    """Active feeds never polled, due by now, or polled by a clock that was set back since; the longest overdue first."""
    of_the_future = feed.c.last_polled > now + SET_BACK
    wanted = feed.c.active.is_(True) & or_(feed.c.next_poll.is_(None), feed.c.next_poll <= now, of_the_future)
    found = [_state(row) for row in connection.execute(select(feed).where(wanted).order_by(feed.c.position)).mappings()]
    return sorted(found, key=lambda state: (state.next_poll is not None, state.next_poll or now))


def _state(row: RowMapping) -> FeedState:
    return from_row(FeedState, row, feed=from_row(Feed, row))


def record_poll(connection: Connection, outcome: PollOutcome, now: datetime) -> list[int]:
    """Store the feed's state and its entries; ids of rows that are new or whose content changed, in the feed's order."""
    url = outcome.state.feed.url
    learnt = as_row(outcome.state, without=("feed",))
    # the row lock that this takes keeps two polls of one feed apart
    if connection.execute(update(feed).where(feed.c.url == url).values(learnt)).rowcount == 0:
        connection.execute(insert(feed).values(as_row(outcome.state.feed) | learnt))
    offered: dict[str, Entry] = {}
    for item in outcome.entries:  # a feed that uses one key twice offers the first of them
        offered.setdefault(clean_text(item.key), item)
    known = _known(connection, url, list(offered))
    ids: dict[str, int] = {}
    ids |= _edit(connection, {key: item for key, item in offered.items() if key in known}, known, now)
    ids |= _add(connection, {key: item for key, item in offered.items() if key not in known}, now)
    return [ids[key] for key in offered if key in ids]


def fingerprint(item: Entry) -> str:
    """A hash of what the feed says in an entry; another one means that the entry was edited."""
    parts = (item.title, item.summary, item.content, dump_time(item.updated) if item.updated else "")
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _known(connection: Connection, url: str, keys: Sequence[str]) -> dict[str, tuple[int, str]]:
    found: dict[str, tuple[int, str]] = {}
    for start in range(0, len(keys), _CHUNK):
        wanted = entry.c.key.in_(keys[start : start + _CHUNK])
        rows = connection.execute(select(entry.c.key, entry.c.id, entry.c.offered).where(entry.c.feed == url, wanted))
        found |= {row.key: (row.id, row.offered) for row in rows}
    return found


def _edit(connection: Connection, items: dict[str, Entry], known: dict[str, tuple[int, str]], now: datetime) -> dict[str, int]:
    """Update the rows whose content changed: a row nobody works on is due again, a claimed one when its worker is through."""
    edited = {key: known[key][0] for key, item in items.items() if fingerprint(item) != known[key][1]}
    for key in sorted(edited, key=edited.__getitem__):  # in the order of ids, like every writer of several rows
        content = as_row(items[key], without=("feed", "key")) | {"offered": fingerprint(items[key])}
        this = entry.c.id == edited[key]
        connection.execute(update(entry).where(this).values(content | {"generation": entry.c.generation + 1}))
        connection.execute(
            update(entry)
            .where(this, entry.c.state != "claimed")
            .values(state="pending", available_at=now, attempts=0, error="", hinted_at=None, changed_at=now)
        )
    return edited


def _add(connection: Connection, items: dict[str, Entry], now: datetime) -> dict[str, int]:
    if not items:
        return {}
    rows: list[dict[str, Any]] = [
        as_row(item) | {"offered": fingerprint(item), "state": "pending", "available_at": now, "changed_at": now}
        for item in items.values()
    ]
    added = connection.execute(insert(entry).returning(entry.c.key, entry.c.id), rows)
    return {row.key: row.id for row in added}
