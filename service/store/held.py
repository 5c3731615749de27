"""Alerts that wait for a second origin: recorded quietly in the outbox, each with the time until which it waits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from service.models import Alert
from service.store import outbox
from service.store.rows import Codec
from service.store.tables import alert, held_alert
from service.store.upsert import insert_new

_ALERT: Codec[Alert] = Codec(Alert)


def hold(connection: Connection, item: Alert, *, until: datetime, why: str) -> None:
    """Record an alert and that it waits; one that is known already, waiting, sent or quiet, stays as it is."""
    known = connection.scalar(select(alert.c.id).where(alert.c.id == item.id))
    if known is None:
        outbox.add(connection, item, destinations=(), available_at=until, quiet=why)
        insert_new(connection, held_alert, {"alert": item.id, "conflict": item.conflict, "until": until})


def of(connection: Connection, conflict: str) -> list[tuple[Alert, datetime]]:
    """The conflict's waiting alerts in the order of their creation, each with the end of its waiting."""
    wanted = select(alert.c.body, held_alert.c.until).join(held_alert, held_alert.c.alert == alert.c.id)
    rows = connection.execute(wanted.where(held_alert.c.conflict == conflict).order_by(alert.c.seq))
    return [(_ALERT.load(row.body), row.until) for row in rows]


def settle(connection: Connection, alert_id: str, *, quiet: str) -> None:
    """An alert waits no longer: it goes out next, or stays quiet for this reason."""
    connection.execute(delete(held_alert).where(held_alert.c.alert == alert_id))
    if quiet:
        connection.execute(update(alert).where(alert.c.id == alert_id).values(quiet=quiet))


def due(connection: Connection, now: datetime) -> Sequence[str]:
    """The conflicts in which an alert has waited long enough, sorted."""
    return sorted(set(connection.scalars(select(held_alert.c.conflict).where(held_alert.c.until <= now))))
