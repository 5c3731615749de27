"""What a process works with: settings and the adapters behind their protocols; made by ``service.wiring``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from service.analysis.gazetteer import Gazetteer
from service.ports import Fetcher, Store
from service.settings import Settings


class Broker(Protocol):
    """The queue of hints; losing it loses no work, because the rows in SQL are the truth."""

    def hint(self, batches: Sequence[Sequence[int]]) -> None:
        """Tell workers which entry rows to look at, one job a batch; BrokerError where the queue cannot be reached."""

    def waiting(self) -> int:
        """How many jobs wait; BrokerError where the queue cannot be reached."""

    def reset(self) -> None:
        """Drop everything queued: the reconciler rebuilds the hints from SQL."""

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class App:
    """One process's settings and adapters; ``clock`` gives the present time in UTC."""

    settings: Settings
    store: Store
    gazetteer: Gazetteer
    clock: Callable[[], datetime]
    open_fetcher: Callable[[], Fetcher]
    open_broker: Callable[[], Broker]
