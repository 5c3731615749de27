"""How things stand: the backlog, signs of life of the processes, and how far a backfill is."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, delete, func, select

from service.ports import Backlog
from service.store.tables import article, backfill, claim, delivery, entry, heartbeat
from service.store.upsert import put

FORGET_AFTER = timedelta(days=1)  # a process that was silent for so long is a former one


def backlog(connection: Connection) -> Backlog:
    """Counts of entries and deliveries by state, and of what history stands on."""
    entries = _by_state(connection, select(entry.c.state, func.count()).group_by(entry.c.state))
    deliveries = _by_state(connection, select(delivery.c.state, func.count()).group_by(delivery.c.state))
    return Backlog(
        pending=entries.get("pending", 0),
        claimed=entries.get("claimed", 0),
        done=entries.get("done", 0),
        dead=entries.get("dead", 0),
        oldest_pending=connection.scalar(select(func.min(entry.c.available_at)).where(entry.c.state == "pending")),
        deliveries_pending=deliveries.get("pending", 0) + deliveries.get("sending", 0),
        deliveries_dead=deliveries.get("dead", 0),
        articles=connection.scalar(select(func.count()).select_from(article)) or 0,
        claims=connection.scalar(select(func.count()).select_from(claim)) or 0,
    )


def _by_state(connection: Connection, counts: Select[Any]) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.execute(counts)}


def beat(connection: Connection, role: str, name: str, now: datetime) -> None:
    """Note that a process is alive, and forget those of its role that have long been silent."""
    put(connection, heartbeat, [{"role": role, "name": name, "at": now}])
    connection.execute(delete(heartbeat).where(heartbeat.c.role == role, heartbeat.c.at < now - FORGET_AFTER))


def heartbeats(connection: Connection) -> dict[str, datetime]:
    """The last sign of life of each process, by ``role/name``."""
    rows = connection.execute(select(heartbeat).order_by(heartbeat.c.role, heartbeat.c.name))
    return {f"{row.role}/{row.name}": row.at for row in rows}


def backfill_done(connection: Connection, archive: str) -> int:
    """How many records of an archive are through."""
    return connection.scalar(select(backfill.c.records).where(backfill.c.archive == archive)) or 0


def mark_backfill(connection: Connection, archive: str, records: int, now: datetime) -> None:
    """Note how many records are through; the number never goes back."""
    furthest = max(records, backfill_done(connection, archive))
    put(connection, backfill, [{"archive": archive, "records": furthest, "at": now}])
