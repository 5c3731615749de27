"""Which version the schema is at, and how it gets to the newest; several processes may start at once."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, MetaData, inspect, select

from service.errors import StoreError
from service.store.engine import Database
from service.store.tables import HEAD

MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = "migrate"


def version(connection: Connection) -> str | None:
    """The schema's version as Alembic noted it; None for a database without one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    noted = MetaData()
    noted.reflect(connection, only=["alembic_version"])
    return connection.scalar(select(noted.tables["alembic_version"].c.version_num))


def bring_up_to_date(database: Database) -> None:
    """Run the missing migrations in one transaction; who comes second waits and finds nothing left to do."""
    with database.reading("read the schema's version") as connection:
        if version(connection) == HEAD:
            return
    with database.writing("bring the schema up to date", locks=[_LOCK]) as connection:
        found = version(connection)
        if found == HEAD:
            return
        _refuse_unknown(found, database)
        _upgrade(connection)


def require_current(database: Database) -> None:
    """StoreError unless the database can be read and its schema is the one this version works with."""
    with database.reading("read the schema's version") as connection:
        found = version(connection)
    if found == HEAD:
        return
    _refuse_unknown(found, database)
    raise StoreError(
        f"the schema of the database {database.place} is {'missing' if found is None else f'at version {found}'}, this program "
        f"needs version {HEAD}: start `escalation-watch run` or `poll` once, they bring it up to date"
    )


def _refuse_unknown(found: str | None, database: Database) -> None:
    known = {path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")}
    if found is not None and found not in known:
        raise StoreError(
            f"the schema of the database {database.place} is at version {found}, which this program does not know: "
            "a newer release made it; update this program or put back a backup from before"
        )


def _upgrade(connection: Connection) -> None:
    from alembic import command  # only where there is something to do: Alembic takes a while to load
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
