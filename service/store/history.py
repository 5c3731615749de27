"""History: readings with their claims, and each conflict's ledger of stories, tolls, ceasefire states and changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from service.models import CeasefireState, Change, Ledger, Reading, SeriesKey, Story, Toll
from service.store.memory import ConflictMemory
from service.store.rows import Codec, clean_text
from service.store.tables import ceasefire_claim, ceasefire_state, change, claim, copy_link, ledger, reading, story, toll
from service.store.upsert import insert_all_new, put

_READING: Codec[Reading] = Codec(Reading)
_SERIES: Codec[SeriesKey] = Codec(SeriesKey)
_STORY: Codec[Story] = Codec(Story)
_TOLL: Codec[Toll] = Codec(Toll)
_CEASEFIRE: Codec[CeasefireState] = Codec(CeasefireState)
_CHANGE: Codec[Change] = Codec(Change)
_PARTIES: Codec[tuple[str, ...]] = Codec(tuple[str, ...])

_CHUNK = 500


# --- readings ----------------------------------------------------------------------------------------------------


def add_reading(connection: Connection, item: Reading) -> None:
    """Store what an article says about a conflict; the same again changes nothing, another analysis replaces the former."""
    body = _READING.dump(replace(item, copies=()))
    this = (reading.c.conflict == item.conflict) & (reading.c.article == item.article)
    stored = connection.execute(select(reading.c.body).where(this)).scalar_one_or_none()
    if stored == body:
        return
    if stored is not None:
        for table in (reading, claim, ceasefire_claim):
            connection.execute(delete(table).where(table.c.conflict == item.conflict, table.c.article == item.article))
    connection.execute(insert(reading).values(conflict=item.conflict, article=item.article, body=body))
    insert_all_new(connection, claim, list(_claim_rows(item)))
    insert_all_new(connection, ceasefire_claim, list(_ceasefire_rows(item)))


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


def readings(connection: Connection, conflict: str, memory: ConflictMemory) -> list[Reading]:
    """All readings of a conflict, oldest first by (published, article), with their copies among each other."""
    rows = connection.execute(
        select(reading.c.seq, reading.c.body)
        .where(reading.c.conflict == conflict, reading.c.seq > memory.last_reading)
        .order_by(reading.c.seq)
    )
    found = memory.readings
    for row in rows:
        item = _READING.load(row.body)
        found[item.article] = item
        memory.last_reading = row.seq
    for article, copies in _copies(connection, conflict).items():
        if found[article].copies != copies:
            found[article] = replace(found[article], copies=copies)
    # sorted here: the databases' own ideas of the order of text differ
    return sorted(found.values(), key=lambda item: (item.published, item.article))


def _copies(connection: Connection, conflict: str) -> dict[str, tuple[str, ...]]:
    one, two = reading.alias(), reading.alias()
    pairs = connection.execute(
        select(copy_link.c.article, copy_link.c.other)
        .join(one, (one.c.article == copy_link.c.article) & (one.c.conflict == conflict))
        .join(two, (two.c.article == copy_link.c.other) & (two.c.conflict == conflict))
    )
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in pairs:
        found[row.article].append(row.other)
    return {article: tuple(sorted(others)) for article, others in found.items()}


# --- the ledger --------------------------------------------------------------------------------------------------


def save_ledger(connection: Connection, item: Ledger, memory: ConflictMemory) -> None:
    """Make the stored ledger of a conflict equal to this one, writing only the rows that differ."""
    stored = connection.scalar(select(ledger.c.version).where(ledger.c.conflict == item.conflict))
    if stored is None or stored != memory.ledger_version:
        memory.parts = {}
    wanted: tuple[tuple[Table, Codec[Any], dict[str, Any]], ...] = (
        (story, _STORY, {clean_text(one.id): one for one in item.stories}),
        (toll, _TOLL, {_SERIES.dump(one.series): one for one in item.tolls}),
        (ceasefire_state, _CEASEFIRE, {_PARTIES.dump(one.parties): one for one in item.ceasefire}),
        (change, _CHANGE, {clean_text(one.id): one for one in item.changes}),
    )
    changed = [_save_part(connection, table, codec, item.conflict, values, memory) for table, codec, values in wanted]
    if stored is None or any(changed):
        memory.ledger_version = (stored or 0) + 1
        put(connection, ledger, [{"conflict": item.conflict, "version": memory.ledger_version}])
    else:
        memory.ledger_version = stored


def _save_part(
    connection: Connection, table: Table, codec: Codec[Any], conflict: str, values: Mapping[str, Any], memory: ConflictMemory
) -> bool:
    """Write the rows of one kind that differ from what is stored; whether there were any."""
    wanted = {key: (position, value) for position, (key, value) in enumerate(values.items())}
    known = memory.parts.get(table.name)
    if known is not None:
        gone = known.keys() - wanted.keys()
        new = [key for key, row in wanted.items() if known.get(key) != row]
        bodies = {key: codec.dump(wanted[key][1]) for key in new}
    else:
        rows = connection.execute(select(table.c.key, table.c.position, table.c.body).where(table.c.conflict == conflict))
        stored = {row.key: (row.position, row.body) for row in rows}
        gone = stored.keys() - wanted.keys()
        bodies = {key: codec.dump(value) for key, (_, value) in wanted.items()}
        new = [key for key, (position, _) in wanted.items() if stored.get(key) != (position, bodies[key])]
    _delete_keys(connection, table, conflict, sorted(gone))
    put(connection, table, [{"conflict": conflict, "key": key, "position": wanted[key][0], "body": bodies[key]} for key in new])
    memory.parts[table.name] = wanted
    return bool(gone or new)


def _delete_keys(connection: Connection, table: Table, conflict: str, keys: Sequence[str]) -> None:
    for start in range(0, len(keys), _CHUNK):
        chunk = keys[start : start + _CHUNK]
        connection.execute(delete(table).where(table.c.conflict == conflict, table.c.key.in_(chunk)))


def load_ledger(connection: Connection, conflict: str) -> Ledger:
    """The ledger as it was saved, in its own order; an empty one where there is none."""
    return Ledger(
        conflict=conflict,
        stories=tuple(_STORY.load(body) for body in _bodies(connection, story, conflict)),
        tolls=tuple(_TOLL.load(body) for body in _bodies(connection, toll, conflict)),
        ceasefire=tuple(_CEASEFIRE.load(body) for body in _bodies(connection, ceasefire_state, conflict)),
        changes=tuple(_CHANGE.load(body) for body in _bodies(connection, change, conflict)),
    )


def changes(connection: Connection, conflict: str) -> list[Change]:
    """All changes of a conflict's ledger, oldest first; in the ledger's order where they are of one moment."""
    return sorted((_CHANGE.load(body) for body in _bodies(connection, change, conflict)), key=lambda one: one.at)


def conflicts(connection: Connection) -> list[str]:
    """The conflicts that have a ledger, sorted."""
    return sorted(connection.scalars(select(ledger.c.conflict)))


def _bodies(connection: Connection, table: Table, conflict: str) -> Sequence[str]:
    return connection.scalars(select(table.c.body).where(table.c.conflict == conflict).order_by(table.c.position)).all()
