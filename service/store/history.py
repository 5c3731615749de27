"""History: each conflict's ledger of stories, tolls, ceasefire states and changes, and the checkpoints it can be folded on from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, select, true

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
    """Rows of later than a time; one comparison, which an index answers however long the history is."""
    return true() if since is None else table.c.at > since


def load_ledger(connection: Connection, conflict: str, *, newest: int | None = None, since: datetime | None = None) -> Ledger:
    """The ledger in its canonical order; an empty one where there is none.

    ``newest`` narrows it to as many stories, tolls and changes that were touched last, ``since`` to those touched at that time or later;
    the stories of the tolls are always among its stories.
    """
    parts = {table: _parts(connection, table, conflict, newest, since) for table in _PARTS}
    if newest is not None or since is not None:
        known = {one.id for one in parts[story]}
        told = {one.series.story for one in parts[toll]} - known - {""}
        parts[story] += _named(connection, conflict, told)
    return ledger_of(conflict, [part for table in _PARTS for part in parts[table]])


def load_story(connection: Connection, conflict: str, name: str) -> Story | None:
    """One story by its id."""
    return next(iter(_named(connection, conflict, {name})), None)


def _parts(connection: Connection, table: Table, conflict: str, newest: int | None, since: datetime | None) -> list[Any]:
    """Parts of one kind; of changes those of one article in the order they were made."""
    rows = select(table.c.body, table.c.position).where(table.c.conflict == conflict, table.c.body != "")
    if since is not None and table is not ceasefire_state:
        rows = rows.where(table.c.at >= since)
    if newest is not None:
        rows = rows.order_by(table.c.at.desc(), table.c.key).limit(newest)
    found = sorted(connection.execute(rows), key=lambda row: row.position)
    return [_PARTS[table].load(row.body) for row in found]


def _named(connection: Connection, conflict: str, names: Collection[str]) -> list[Any]:
    ordered = sorted(clean_text(name) for name in names)
    found = []
    for start in range(0, len(ordered), CHUNK):
        chunk = ordered[start : start + CHUNK]
        rows = select(story.c.body).where(story.c.conflict == conflict, story.c.key.in_(chunk))
        found += [_PARTS[story].load(body) for body in connection.scalars(rows)]
    return found


def truces_due(connection: Connection, now: datetime) -> list[CeasefireState]:
    """The truces that are agreed for an hour which has come; there is one row a conflict to look at."""
    bodies = connection.scalars(select(ceasefire_state.c.body).where(ceasefire_state.c.body != "")).all()
    states: list[CeasefireState] = [_PARTS[ceasefire_state].load(body) for body in bodies]
    return [state for state in states if state.status == "agreed" and state.begins is not None and state.begins <= now]


def conflicts(connection: Connection) -> list[str]:
    """The conflicts that have a ledger, sorted."""
    return sorted(connection.scalars(select(ledger.c.conflict)))
