"""Entries as work: rows with a state, a lease, attempts and a time from which they are due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, or_, select, update

from service.errors import NotFound
from service.models import Entry, Feed
from service.ports import DeadEntry, Overdue, WorkItem
from service.store.rows import from_row
from service.store.tables import entry, feed

SET_BACK = timedelta(minutes=1)  # a row written later than this from now was written by a clock that has been set back since
_FREE: dict[str, Any] = {"lease_until": None, "worker": ""}
_FEED_COLUMNS = [column.label(f"feed_{column.name}") for column in feed.c if column.name in Feed.__dataclass_fields__]


def is_due(now: datetime) -> ColumnElement[bool]:
    """Waiting and due, or claimed by a worker whose lease ran out, or with times of a clock that was set back since."""
    waiting = and_(entry.c.state == "pending", entry.c.available_at <= now)
    abandoned = and_(entry.c.state == "claimed", entry.c.lease_until < now)
    of_the_future = and_(entry.c.state.in_(("pending", "claimed")), entry.c.changed_at > now + SET_BACK)
    return or_(waiting, abandoned, of_the_future)


def claim(connection: Connection, ids: Sequence[int], *, worker: str, now: datetime, lease: float) -> list[WorkItem]:
    """Lease the rows among ``ids`` that are due, and say what they hold, in the order of ``ids``.

    Rows that another transaction holds at this moment are left to it (SKIP LOCKED; in SQLite there is only one writer).
    """
    rows = connection.execute(
        select(entry, *_FEED_COLUMNS)
        .join(feed, feed.c.url == entry.c.feed)
        .where(entry.c.id.in_(list(ids)), is_due(now))
        .order_by(entry.c.id)
        .with_for_update(of=entry, skip_locked=True)
    ).mappings()
    items = {row["id"]: _item(dict(row)) for row in rows}
    if items:
        connection.execute(
            update(entry)
            .where(entry.c.id.in_(list(items)))
            .values(
                state="claimed",
                claims=entry.c.claims + 1,
                claimed_generation=entry.c.generation,
                lease_until=now + timedelta(seconds=lease),
                worker=worker,
                changed_at=now,
            )
        )
    return [items[i] for i in dict.fromkeys(ids) if i in items]


def _item(row: dict[str, Any]) -> WorkItem:
    source = {column.name.removeprefix("feed_"): row[column.name] for column in _FEED_COLUMNS}
    return WorkItem(
        id=row["id"],
        entry=from_row(Entry, row),
        feed=from_row(Feed, source),
        attempts=row["attempts"],
        generation=row["generation"],
    )


def begin(connection: Connection, entry_id: int) -> int:
    """Count an attempt and return how many there were, this one included.

    ``changed_at`` stays the time of the claim: it alone tells that a clock since set back wrote the lease.
    """
    counted = connection.execute(
        update(entry).where(entry.c.id == entry_id).values(attempts=entry.c.attempts + 1).returning(entry.c.attempts)
    ).scalar_one_or_none()
    if counted is None:
        raise _missing(entry_id)
    return int(counted)


def finish(connection: Connection, entry_id: int, now: datetime, *, generation: int | None = None) -> None:
    """Mark the row done, unless the feed edited the entry while it was worked on: then it is due again.

    ``generation`` is the WorkItem's; without it the row's latest claim stands in for it.
    """
    _end(connection, entry_id, "done", "", now, generation)


def give_up(
    connection: Connection, entry_id: int, *, error: str, now: datetime, generation: int | None = None, tried: bool = True
) -> None:
    """Mark the row dead with the reason, unless the feed edited the entry meanwhile: the new content gets its own tries.

    With ``tried`` False the attempt that was counted last is taken back: it was refused.
    """
    _end(connection, entry_id, "dead", error, now, generation)
    if not tried:
        refused = (entry.c.id == entry_id) & (entry.c.state == "dead")
        connection.execute(update(entry).where(refused).values(attempts=entry.c.attempts - 1))


def _end(connection: Connection, entry_id: int, state: str, error: str, now: datetime, generation: int | None) -> None:
    worked_on = (
        generation
        if generation is not None
        else case((entry.c.state == "claimed", entry.c.claimed_generation), else_=entry.c.generation)
    )
    this = entry.c.id == entry_id
    ended = connection.execute(
        update(entry)
        .where(this, entry.c.generation == worked_on, entry.c.state.in_(("pending", "claimed")))
        .values(_FREE | {"state": state, "error": error, "changed_at": now})
    )
    if ended.rowcount:
        return
    # edited meanwhile: free the claim that took the older content, and only that one
    connection.execute(
        update(entry)
        .where(this, entry.c.state == "claimed", entry.c.generation > worked_on, entry.c.claimed_generation == worked_on)
        .values(
            _FREE | {"state": "pending", "available_at": now, "attempts": 0, "error": "", "hinted_at": None, "changed_at": now}
        )
    )


def release(
    connection: Connection,
    entry_id: int,
    *,
    error: str,
    available_at: datetime,
    tried: bool = True,
    now: datetime | None = None,
) -> None:
    """Give a claimed row back, due from ``available_at``; a row that is done or dead stays so.

    With ``tried`` False the attempt that was counted is taken back: it was not the entry's fault.
    """
    values = _FREE | {"state": "pending", "available_at": available_at, "error": error, "hinted_at": None}
    if not tried:
        values["attempts"] = case((entry.c.attempts > 0, entry.c.attempts - 1), else_=0)
    if now is not None:
        values["changed_at"] = now
    connection.execute(update(entry).where(entry.c.id == entry_id, entry.c.state == "claimed").values(values))


def release_worker(connection: Connection, worker: str, *, error: str, now: datetime) -> int:
    """Make all that a dead worker had claimed due at once; how many rows."""
    mine = and_(entry.c.worker == worker, entry.c.state == "claimed")
    ids = list(connection.scalars(select(entry.c.id).where(mine).order_by(entry.c.id).with_for_update()))
    if ids:
        connection.execute(
            update(entry)
            .where(entry.c.id.in_(ids), mine)
            .values(_FREE | {"state": "pending", "available_at": now, "error": error, "hinted_at": None, "changed_at": now})
        )
    return len(ids)


def overdue(connection: Connection, now: datetime, *, hinted_before: datetime, limit: int) -> list[Overdue]:
    """Due rows without a fresh hint, the longest waiting first."""
    stale = or_(entry.c.hinted_at.is_(None), entry.c.hinted_at < hinted_before, entry.c.hinted_at > now + SET_BACK)
    rows = connection.execute(
        select(entry.c.id, entry.c.attempts).where(is_due(now), stale).order_by(entry.c.available_at, entry.c.id).limit(limit)
    )
    return [Overdue(row.id, row.attempts) for row in rows]


def mark_hinted(connection: Connection, ids: Sequence[int], now: datetime) -> None:
    """Remember that a job names these rows; rows being written at this moment are left out, a second hint does no harm."""
    free = select(entry.c.id).where(entry.c.id.in_(list(ids))).order_by(entry.c.id).with_for_update(skip_locked=True)
    if found := list(connection.scalars(free)):
        connection.execute(update(entry).where(entry.c.id.in_(found)).values(hinted_at=now))


def dead(connection: Connection) -> list[DeadEntry]:
    """Entries that were given up, oldest first."""
    rows = connection.execute(select(entry).where(entry.c.state == "dead").order_by(entry.c.id)).mappings()
    return [DeadEntry(row["id"], row["feed"], row["url"], row["title"], row["attempts"], row["error"]) for row in rows]


def retry(connection: Connection, entry_id: int, now: datetime) -> None:
    """Give a dead entry all its tries again; NotFound where there is no such dead entry."""
    revived = connection.execute(
        update(entry)
        .where(entry.c.id == entry_id, entry.c.state == "dead")
        .values(
            _FREE | {"state": "pending", "available_at": now, "attempts": 0, "error": "", "hinted_at": None, "changed_at": now}
        )
    )
    if revived.rowcount == 0:
        raise _missing(entry_id, "dead ")


def _missing(entry_id: int, state: str = "") -> NotFound:
    return NotFound(f"there is no {state}entry {entry_id}: `escalation-watch status` lists dead entries by id")
