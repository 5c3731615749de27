"""The stories that people merged: recorded, never deleted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from service.history.merging import Merge
from service.store.tables import story_merge


def of(connection: Connection, conflict: str) -> Sequence[Merge]:
    """A conflict's merges, oldest first, those that were taken back among them."""
    rows = connection.execute(select(story_merge).where(story_merge.c.conflict == conflict).order_by(story_merge.c.seq))
    return [
        Merge(row.seq, row.conflict, row.story, row.into_story, row.why, row.at, row.undone_at, row.undone_why) for row in rows
    ]


def add(connection: Connection, conflict: str, story: str, into: str, *, why: str, now: datetime) -> None:
    """Record that a story is a part of another."""
    row = {"conflict": conflict, "story": story, "into_story": into, "why": why, "at": now}
    connection.execute(insert(story_merge).values(row))


def undo(connection: Connection, number: int, *, why: str, now: datetime) -> None:
    """Record that a merge was taken back."""
    connection.execute(update(story_merge).where(story_merge.c.seq == number).values(undone_at=now, undone_why=why))
