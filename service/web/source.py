"""What a request reads from: store, settings and clock, kept in the application's state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request

from service.ports import Store
from service.settings import Settings


@dataclass(frozen=True, slots=True)
class Source:
    """``clock`` gives the present time in UTC."""

    store: Store
    settings: Settings
    clock: Callable[[], datetime]


def source_of(request: Request) -> Source:
    """The source of the application that answers this request."""
    source = request.app.state.source
    if not isinstance(source, Source):
        raise TypeError("the application was not made by create_app")
    return source
