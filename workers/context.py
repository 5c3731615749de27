"""The App a job function finds in its process: settings come from the parent, the store is opened after the fork."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from service.analysis.gazetteer import Gazetteer
from service.app import App
from service.settings import Settings
from service.wiring import build

_settings: Settings | None = None
_gazetteer: Gazetteer | None = None
_worker = ""
_apps: dict[int, App] = {}


def prepare(settings: Settings, worker: str, gazetteer: Gazetteer) -> None:
    """Tell this process and its children which settings and names to use; called once, before the first fork."""
    global _settings, _worker, _gazetteer
    _settings, _worker, _gazetteer = settings, worker, gazetteer


def worker_name() -> str:
    """The name of the worker whose child this is."""
    return _worker


def app() -> App:
    """This process's App; a database connection must never cross a fork, so each process opens its own."""
    if _settings is None:
        raise RuntimeError("workers.context.prepare was not called")
    pid = os.getpid()
    if pid not in _apps:
        _apps.clear()
        _apps[pid] = build(_settings, migrate=False, gazetteer=_gazetteer)
    return _apps[pid]


@contextmanager
def for_a_moment() -> Iterator[App]:
    """An App for the parent, closed again at once: nothing open is inherited by the next fork."""
    mine = app()
    try:
        yield mine
    finally:
        mine.store.close()
        _apps.clear()
