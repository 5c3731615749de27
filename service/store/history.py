"""History: each conflict's ledger of stories, tolls, ceasefire states and changes, and the checkpoints it can be folded on from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, or_, select, true

from service.history.checkpoint import FORM, Checkpoint, worth_keeping
from service.history.fold import Update
from service.history.ledger import TRUCE, Row, ledger_of
from service.models import CeasefireState, Change, Ledger, Story, Toll
from service.store.readings import CHUNK
from service.store.rows import Codec, clean_text
from service.store.tables import ceasefire_state, change, checkpoint, ledger, story, toll
from service.store.upsert import insert_all_new, put

_PARTS: dict[Table, Codec[Any]] = {
    story: Codec(Story),
    toll: Codec(Toll),
    ceasefire_state: Codec(CeasefireState),
    change: Codec(Change),
}
_TABLE_OF: dict[type, Table] = {Story: story, Toll: toll, CeasefireState: ceasefire_state, Change: change, type(None): toll}


# --- checkpoints -------------------------------------------------------------------------------------------------


def checkpoint_before(connection: Connection, conflict: str, at: datetime) -> Checkpoint | None:
    """The newest checkpoint of a conflict that holds nothing published at ``at`` or later; None where there is none."""
    row = connection.execute(
        select(checkpoint.c.at, checkpoint.c.body)
        .where(checkpoint.c.conflict == conflict, checkpoint.c.at < at, checkpoint.c.form == FORM)
        .order_by(checkpoint.c.at.desc())
        .limit(1)
    ).first()
    return Checkpoint(conflict, row.at, row.body) if row else None


def _keep_checkpoints(connection: Connection, conflict: str, since: datetime | None, made: Sequence[Checkpoint]) -> None:
    """Put new checkpoints in the place of all later than ``since``, and thin out the old ones."""
    mine = checkpoint.c.conflict == conflict
    times = set(connection.scalars(select(checkpoint.c.at).where(mine)))
    earlier = {at for at in times if since is not None and at <= since}
    kept = worth_keeping({*earlier, *(one.at for one in made)})
    for at in sorted(times - (kept & earlier)):
        connection.execute(delete(checkpoint).where(mine, checkpoint.c.at == at))
    _add_checkpoints(connection, [one for one in made if one.at in kept])


def _add_checkpoints(connection: Connection, made: Sequence[Checkpoint]) -> None:
    rows = [{"conflict": one.conflict, "at": one.at, "form": one.form, "body": one.body} for one in made]
    insert_all_new(connection, checkpoint, rows)


# --- the ledger --------------------------------------------------------------------------------------------------


def touched_after(connection: Connection, conflict: str, since: datetime | None) -> set[str]:
    """The keys of stories and tolls that were touched after a time (None: all)."""
    keys: set[str] = set()
    for table in (story, toll):
        keys |= set(connection.scalars(select(table.c.key).where(table.c.conflict == conflict, _later(table, since))))
    return keys


def save(connection: Connection, update: Update, since: datetime | None) -> None:
    """Put the rows of an update in the place of all that was touched after ``since`` (None: of all), writing only what differs."""
    insert_all_new(connection, ledger, [{"conflict": update.conflict}])
    for table, rows in _by_table(update).items():
        _save_part(connection, table, _stored(table, update.conflict, rows), update.conflict, since)
    _keep_checkpoints(connection, update.conflict, since, update.checkpoints)


def _by_table(update: Update) -> dict[Table, list[Row]]:
    found: dict[Table, list[Row]] = {table: [] for table in _PARTS}
    for row in update.rows:
        found[ceasefire_state if row.key == TRUCE else _TABLE_OF[type(row.part)]].append(row)
    return found


def _stored(table: Table, conflict: str, rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Rows as the table holds them; ``position`` is a change's place among those of its article."""
    made = []
    places: Counter[str] = Counter()
    for row in rows:
        body = _PARTS[table].dump(row.part) if row.part is not None else ""
        place = places[row.part.article] if isinstance(row.part, Change) else 0
        if isinstance(row.part, Change):
            places[row.part.article] += 1
        made.append({"conflict": conflict, "key": clean_text(row.key), "position": place, "at": row.at, "body": body})
    return made


def clear(connection: Connection, conflict: str) -> None:
    """Empty a conflict's ledger, checkpoints included."""
    for table in (*_PARTS, checkpoint):
        connection.execute(delete(table).where(table.c.conflict == conflict))


def append(connection: Connection, update: Update) -> None:
    """Put the rows and checkpoints of an update beside what is there; a row of the same key is overwritten."""
    insert_all_new(connection, ledger, [{"conflict": update.conflict}])
    for table, rows in _by_table(update).items():
        put(connection, table, _stored(table, update.conflict, rows))
    _add_checkpoints(connection, update.checkpoints)


def _save_part(
    connection: Connection, table: Table, wanted: Sequence[dict[str, Any]], conflict: str, since: datetime | None
) -> None:
    mine = table.c.conflict == conflict
    former = true() if table is ceasefire_state else _later(table, since)  # the one truce is always told anew
    known = {row["key"]: dict(row) for row in connection.execute(select(table).where(mine, former)).mappings()}
    gone = sorted(known.keys() - {row["key"] for row in wanted})
    for start in range(0, len(gone), CHUNK):
        connection.execute(delete(table).where(mine, table.c.key.in_(gone[start : start + CHUNK])))
    put(connection, table, [row for row in wanted if known.get(row["key"]) != row])


def _later(table: Table, since: datetime | None) -> ColumnElement[bool]:
    """Rows of later than a time; those of an older release have none and are replaced as well."""
    return true() if since is None else or_(table.c.at > since, table.c.at.is_(None))


def load_ledger(connection: Connection, conflict: str) -> Ledger:
    """The ledger in its canonical order; an empty one where there is none."""
    return ledger_of(conflict, [part for table in _PARTS for part in _parts(connection, table, conflict)])


def _parts(connection: Connection, table: Table, conflict: str) -> list[Any]:
    rows = select(table.c.body).where(table.c.conflict == conflict, table.c.body != "").order_by(table.c.position)
    return [_PARTS[table].load(body) for body in connection.scalars(rows)]


def truces_due(connection: Connection, now: datetime) -> list[CeasefireState]:
    """The truces that are agreed for an hour which has come; there is one row a conflict to look at."""
    bodies = connection.scalars(select(ceasefire_state.c.body).where(ceasefire_state.c.body != "")).all()
    states: list[CeasefireState] = [_PARTS[ceasefire_state].load(body) for body in bodies]
    return [state for state in states if state.status == "agreed" and state.begins is not None and state.begins <= now]


def conflicts(connection: Connection) -> list[str]:
    """The conflicts that have a ledger, sorted."""
    return sorted(connection.scalars(select(ledger.c.conflict)))
