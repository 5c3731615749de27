"""An App for the length of one command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from service.settings import Settings

if TYPE_CHECKING:
    from service.app import App


@contextmanager
def opened(settings: Settings, *, migrate: bool = True) -> Iterator[App]:
    """The App on the configured adapters, its store closed at the end; StoreError where the database cannot be used."""
    from service.wiring import build

    app = build(settings, migrate=migrate)
    try:
        yield app
    finally:
        app.store.close()
