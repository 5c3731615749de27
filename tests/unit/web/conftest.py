"""The web application on a real store, asked in-process."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from service.settings import Conflict, Settings, WebSettings
from service.store import SqlStore, open_store
from service.web import create_app
from tests.harness.samples import CONFLICT, NOW

AppMaker = Callable[..., Starlette]


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[SqlStore]:
    """An empty SQLite store."""
    store = open_store(f"sqlite:///{tmp_path / 'web.db'}")
    yield store
    store.close()


@pytest.fixture
def make_app(sqlite_store: SqlStore, tmp_path: Path) -> AppMaker:
    """The application, with a token or another title where asked for."""

    def make(*, token: str = "", title: str = "Armenia – Azerbaijan", clock: Callable[[], datetime] = lambda: NOW) -> Starlette:
        settings = Settings(
            tmp_path,
            tmp_path,
            conflicts=(Conflict(CONFLICT, title, ()), Conflict("sudan", "Sudan", ())),
            web=WebSettings(token=token),
        )
        return create_app(sqlite_store, settings, clock)

    return make


@pytest.fixture
async def client(make_app: AppMaker) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application without a token, as on the own machine."""
    async with client_of(make_app()) as opened:
        yield opened


def client_of(app: Starlette, *, raise_errors: bool = True) -> httpx.AsyncClient:
    """A client that follows no redirect and calls the application by a loopback name."""
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=raise_errors, client=("127.0.0.1", 4000))
    return httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000")


@pytest.fixture
def open_client() -> Callable[..., httpx.AsyncClient]:
    """The function above."""
    return client_of
