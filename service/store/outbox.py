"""The outbox: alerts, and one delivery for each destination, sent in order, again until they are through or dead."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, case, delete, exists, func, or_, select, update

from service.errors import NotFound
from service.models import Alert, Change, Delivery
from service.ports import StoredAlert
from service.store.entries import SET_BACK
from service.store.memory import ConflictMemory
from service.store.rows import Codec, from_row
from service.store.tables import alert, delivery, disabled_destination
from service.store.upsert import insert_all_new, insert_new, put

LOCK = "outbox"  # held by whatever changes deliveries, so that their order is nobody's luck

_ALERT: Codec[Alert] = Codec(Alert)
ANNOUNCED = 2000  # alerts of a conflict among which is looked for what was told last: months of a busy one
_AT_ONCE = 500  # ids in one statement
_PREFIX = 4  # characters of an alert's id that are enough, where they fit one alert only


def delivery_id(alert_id: str, destination: str) -> str:
    """The webhook-id: it follows from alert and destination, so it is the same on every retry and in every process."""
    return "msg_" + hashlib.sha256(f"{alert_id}\0{destination}".encode()).hexdigest()[:32]


def add(connection: Connection, item: Alert, *, destinations: Sequence[str], available_at: datetime, quiet: str) -> None:
    """Record an alert once, and its deliveries unless it is quiet."""
    if not quiet:  # recorded quietly before (a backfill, a policy since changed), and now it rings
        connection.execute(delete(alert).where(alert.c.id == item.id, alert.c.quiet != ""))
    row = {"id": item.id, "conflict": item.conflict, "created": item.created, "quiet": quiet, "body": _ALERT.dump(item)}
    if not insert_new(connection, alert, row) or quiet:
        return
    seq = connection.execute(select(alert.c.seq).where(alert.c.id == item.id)).scalar_one()
    common = {"alert": item.id, "seq": seq, "conflict": item.conflict, "state": "pending", "changed_at": item.created}
    rows = [
        common
        | {
            "id": delivery_id(item.id, name),
            "destination": name,
            "available_at": _gathered(connection, item.conflict, name, available_at),
        }
        for name in dict.fromkeys(destinations)
    ]
    insert_all_new(connection, delivery, rows)


def _gathered(connection: Connection, conflict: str, destination: str, available_at: datetime) -> datetime:
    """When a delivery goes out: with those of its conflict that wait already, so that a window makes one message of many changes.

    What waits longer (for the end of quiet hours) goes out with one that is due before: it comes first, and would hold it back.
    """
    waiting = (
        (delivery.c.conflict == conflict)
        & (delivery.c.destination == destination)
        & (delivery.c.state == "pending")
        & (delivery.c.attempts == 0)
    )
    first = connection.scalar(select(func.min(delivery.c.available_at)).where(waiting))
    if first is None or first <= available_at:
        return available_at if first is None else first
    connection.execute(update(delivery).where(waiting).values(available_at=available_at))
    return available_at


def announced(connection: Connection, conflict: str, memory: ConflictMemory) -> list[Change]:
    """The changes behind the newest of a conflict's alerts that were not quiet, in the order of their creation."""
    new = (alert.c.conflict == conflict) & (alert.c.quiet == "") & (alert.c.seq > memory.last_alert)
    newest = connection.execute(
        select(alert.c.seq, alert.c.body).where(new).order_by(alert.c.seq.desc()).limit(ANNOUNCED)
    ).all()
    for row in reversed(newest):
        memory.announced.append(_ALERT.load(row.body).change)
        memory.last_alert = row.seq
    del memory.announced[:-ANNOUNCED]
    return list(memory.announced)


def rang_lately(connection: Connection, limit: int) -> list[Alert]:
    """The newest alerts that were not quiet, of whatever conflict, the newest first."""
    recorded = select(
        func.max(alert.c.seq)
    ).scalar_subquery()  # behind a backfill's hundred thousand quiet ones nothing is looked for
    of_late = (alert.c.seq > recorded - ANNOUNCED) & (alert.c.quiet == "")
    newest = select(alert.c.body).where(of_late).order_by(alert.c.seq.desc()).limit(limit)
    return [_ALERT.load(row.body) for row in connection.execute(newest)]


# --- sending -----------------------------------------------------------------------------------------------------


def _is_due(now: datetime) -> ColumnElement[bool]:
    waiting = and_(delivery.c.state == "pending", delivery.c.available_at <= now)
    abandoned = and_(delivery.c.state == "sending", delivery.c.lease_until < now)
    of_the_future = and_(delivery.c.state.in_(("pending", "sending")), delivery.c.changed_at > now + SET_BACK)
    return or_(waiting, abandoned, of_the_future)


def due(connection: Connection, now: datetime, *, limit: int, lease: float, but: Collection[str] = ()) -> list[Delivery]:
    """Lease due deliveries, oldest alert first, none ``but`` for these destinations; ``attempts`` counts the try that is to come.

    One that waits for its retry, or that another deliverer has in hand, holds back the younger ones of the same conflict
    and destination; a dead one holds back nothing. Those of a disabled destination wait until it is enabled.
    """
    first_held = (
        select(delivery.c.conflict, delivery.c.destination, func.min(delivery.c.seq).label("seq"))
        .where(delivery.c.state.in_(("pending", "sending")), ~_is_due(now))
        .group_by(delivery.c.conflict, delivery.c.destination)
        .subquery()
    )
    same_line = (first_held.c.conflict == delivery.c.conflict) & (first_held.c.destination == delivery.c.destination)
    disabled = exists().where(disabled_destination.c.name == delivery.c.destination)
    rows = connection.execute(
        select(delivery, alert.c.body)
        .join(alert, alert.c.id == delivery.c.alert)
        .outerjoin(first_held, same_line)
        .where(_is_due(now), or_(first_held.c.seq.is_(None), delivery.c.seq < first_held.c.seq), ~disabled)
        .where(delivery.c.destination.not_in(list(but)))
        .order_by(delivery.c.seq, delivery.c.id)
        .limit(limit)
    ).mappings()
    found = [dict(row) | {"attempts": row["attempts"] + 1, "taken": row["taken"] + 1, "state": "sending"} for row in rows]
    if found:
        connection.execute(
            update(delivery)
            .where(delivery.c.id.in_([row["id"] for row in found]))
            .values(state="sending", taken=delivery.c.taken + 1, lease_until=now + timedelta(seconds=lease), changed_at=now)
        )
    return [_delivery(row, _ALERT.load(row["body"])) for row in found]


def _delivery(row: RowMapping | dict[str, Any], item: Alert) -> Delivery:
    return from_row(Delivery, row, alert=item)


def _one_more() -> ColumnElement[int]:
    """Tries, this one included; a slower deliverer's word on what is delivered already is no try."""
    return case((delivery.c.state == "delivered", delivery.c.attempts), else_=delivery.c.attempts + 1)


def delivered(connection: Connection, ids: Sequence[str], now: datetime) -> None:
    """The destination has them; this holds against whatever a slower deliverer says later."""
    values = {"state": "delivered", "delivered_at": now, "lease_until": None, "last_error": "", "attempts": _one_more()}
    connection.execute(update(delivery).where(delivery.c.id.in_(list(ids))).values(values))


def retry(
    connection: Connection, ids: Sequence[str], *, error: str, available_at: datetime, tried: bool, now: datetime | None
) -> None:
    """Try again later those that are being sent; one that was only waiting its turn is not charged with an attempt."""
    values: dict[str, Any] = {
        "state": "pending",
        "available_at": available_at,
        "lease_until": None,
        "last_error": error,
        "taken": 0,
    }
    if tried:
        values["attempts"] = delivery.c.attempts + 1
    if now is not None:
        values["changed_at"] = now
    connection.execute(update(delivery).where(delivery.c.id.in_(list(ids)), delivery.c.state == "sending").values(values))


def hasten(connection: Connection, destination: str, now: datetime, *, but: Collection[str]) -> dict[str, datetime]:
    """Make due what failed before and waits for its next try, ``but`` for some; returns for each when it would have been due."""
    waiting = (
        (delivery.c.destination == destination)
        & (delivery.c.state == "pending")
        & (delivery.c.attempts > 0)
        & (delivery.c.available_at > now)
    )
    rows = connection.execute(select(delivery.c.id, delivery.c.available_at).where(waiting)).all()
    found = {row.id: row.available_at for row in rows if row.id not in but}
    for start in range(0, len(found), _AT_ONCE):
        some = delivery.c.id.in_(list(found)[start : start + _AT_ONCE])
        connection.execute(update(delivery).where(some).values(available_at=now, changed_at=now))
    return found


def dead(connection: Connection, ids: Sequence[str], *, error: str) -> None:
    """Give up those that are not delivered: they are listed with the reason and can be sent again."""
    values = {"state": "dead", "lease_until": None, "last_error": error, "attempts": delivery.c.attempts + 1}
    open_ = delivery.c.state.in_(("pending", "sending"))
    connection.execute(update(delivery).where(delivery.c.id.in_(list(ids)), open_).values(values))


def disable(connection: Connection, name: str, *, error: str, now: datetime) -> None:
    """Hold back everything for a destination until somebody enables it."""
    put(connection, disabled_destination, [{"name": name, "error": error, "at": now}])


def disabled(connection: Connection) -> dict[str, str]:
    """Disabled destinations and why."""
    return {
        row.name: row.error for row in connection.execute(select(disabled_destination).order_by(disabled_destination.c.name))
    }


def enable(connection: Connection, name: str) -> None:
    """Let a destination have its deliveries again."""
    connection.execute(delete(disabled_destination).where(disabled_destination.c.name == name))


# --- for people --------------------------------------------------------------------------------------------------


def recent(connection: Connection, *, limit: int, conflict: str | None, quiet: bool) -> list[StoredAlert]:
    """The newest alerts first; quiet ones only where asked for."""
    wanted = select(alert).order_by(alert.c.seq.desc()).limit(limit)
    if conflict is not None:
        wanted = wanted.where(alert.c.conflict == conflict)
    if not quiet:
        wanted = wanted.where(alert.c.quiet == "")
    return _with_deliveries(connection, connection.execute(wanted).mappings().all())


def find(connection: Connection, alert_id: str) -> StoredAlert:
    """One alert by its id, or by the beginning of it where that fits only one; NotFound says where ids are listed."""
    rows = connection.execute(select(alert).where(alert.c.id == alert_id)).mappings().all()
    if not rows and len(alert_id) >= _PREFIX:
        begins = alert.c.id.startswith(alert_id, autoescape=True)
        rows = connection.execute(select(alert).where(begins).order_by(alert.c.seq).limit(6)).mappings().all()
    if len(rows) > 1:
        raise NotFound(
            f"more than one alert begins with {alert_id!r}: {', '.join(row['id'] for row in rows[:5])}; give more of it"
        )
    if not rows:
        raise NotFound(f"there is no alert {alert_id!r}: `escalation-watch alerts list` lists them by id")
    return _with_deliveries(connection, rows)[0]


def resend(connection: Connection, alert_id: str, now: datetime) -> int:
    """Make all deliveries of an alert due again, under their old ids; how many there are."""
    found = find(connection, alert_id)
    again = {
        "state": "pending",
        "available_at": now,
        "changed_at": now,
        "attempts": 0,
        "taken": 0,
        "lease_until": None,
        "delivered_at": None,
        "last_error": "",
    }
    return connection.execute(update(delivery).where(delivery.c.alert == found.alert.id).values(again)).rowcount


def _with_deliveries(connection: Connection, rows: Sequence[RowMapping]) -> list[StoredAlert]:
    ids = [row["id"] for row in rows]
    found = connection.execute(select(delivery).where(delivery.c.alert.in_(ids)).order_by(delivery.c.destination)).mappings()
    by_alert: defaultdict[str, list[RowMapping]] = defaultdict(list)
    for row in found:
        by_alert[row["alert"]].append(row)
    return [_stored(row, by_alert[row["id"]]) for row in rows]


def _stored(row: RowMapping, deliveries: Sequence[RowMapping]) -> StoredAlert:
    item = _ALERT.load(row["body"])
    sent = tuple(_delivery(one, item) for one in deliveries)
    return StoredAlert(alert=item, deliveries=sent, sent=not row["quiet"], why_quiet=row["quiet"])
