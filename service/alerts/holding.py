"""A jump that one unrated outlet alone reports is held until a second origin says so or the time is over: a feed can be poisoned.

change -> held_for -> rings now | waits
held alert + what the next article changes -> settle -> rings | overtaken | goes on waiting
held alert + the time is over              -> overdue -> rings, and says that nobody else said so
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from service.models import Alert, Change

AGREED = "held until a second outlet said the same"
ALONE = "held, and no second outlet has said so"
OVERTAKEN = "overtaken while it was held"


class HoldingLike(Protocol):
    """The fields of ``service.settings.Policy`` that say what is held."""

    @property
    def hold(self) -> float: ...
    @property
    def hold_change(self) -> int: ...
    @property
    def unconfirmed(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Settled:
    """A held alert and what becomes of it: the change as it rings, or why it does not."""

    alert: Alert
    rings: Change | None = None
    quiet: str = ""


def held_for(change: Change, policy: HoldingLike) -> float:
    """Seconds for which a change waits for a second origin: 0 where it rings at once, infinite where unconfirmed ones never ring."""
    if change.confirmed or change.series is None or not change.moves or change.after is None:
        return 0.0
    if not policy.unconfirmed:
        return math.inf
    before = change.before.low if change.before else 0
    large = abs(change.after.low - before) >= policy.hold_change
    unrated = bool(change.evidence) and all(item.trust == "unrated" for item in change.evidence)
    return policy.hold if large and unrated else 0.0


def until(now: datetime, seconds: float) -> datetime | None:
    """When the waiting ends; None where it never does."""
    return None if math.isinf(seconds) else now + timedelta(seconds=seconds)


def words(end: datetime | None) -> str:
    """Why a held alert is quiet so far."""
    if end is None:
        return "waits for a second origin: unconfirmed changes are off"
    return f"held until {end:%Y-%m-%d %H:%M} UTC: one unrated outlet alone says so"


def settle(held: Iterable[Alert], changes: Sequence[Change]) -> tuple[Settled, ...]:
    """What ``changes``, those that the newest article caused, mean for held alerts; those that go on waiting are left out."""
    return tuple(found for alert in held if (found := _settled(alert, changes)) is not None)


def _settled(alert: Alert, changes: Sequence[Change]) -> Settled | None:
    waiting = alert.change
    same = [change for change in changes if change.series == waiting.series and change.article != waiting.article]
    if any(change.moves and change.change != "confirmed" for change in same):
        return Settled(alert, quiet=OVERTAKEN)
    for change in same:
        if change.change == "confirmed" and change.confirmed:
            agreed = replace(waiting, evidence=change.evidence, confirmed=True, confidence=change.confidence, note=AGREED)
            return Settled(alert, rings=agreed)
    return None


def overdue(alert: Alert, *, stands: bool) -> Settled:
    """What becomes of a held alert whose time is over; ``stands`` says whether its number is still its series' toll."""
    return Settled(alert, rings=replace(alert.change, note=ALONE)) if stands else Settled(alert, quiet=OVERTAKEN)
