"""What follows from one try of a delivery: delivered, again later and when, given up, or the destination disabled. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from service.alerts.outlet import SendResult
from service.models import Delivery


@dataclass(frozen=True, slots=True)
class Backoff:
    """Waits between tries in seconds: ``first``, then ``factor`` times as long each, at most ``longest``.

    With the default of twelve tries: 2 s, 6 s, 18 s, 54 s, 3 min, 8 min, 24 min, 1 h, 4 h, 11 h, 12 h, together more than a day. The
    Standard Webhooks specification advises exponential growth over days, with jitter; a receiver that restarts is back within seconds.
    """

    first: float = 2.0
    factor: float = 3.0
    longest: float = 12 * 3600.0
    jitter: float = 0.2  # share of the wait, only added, so that nothing comes before it was asked for

    def wait(self, attempts: int, *, retry_after: float | None, chance: float) -> float:
        """Seconds to wait after the ``attempts``-th failed try; ``chance`` in [0, 1) spreads the tries of many deliveries."""
        grown = min(self.first * self.factor ** min(attempts - 1, 50), self.longest)
        return max(grown, retry_after or 0.0) * (1 + self.jitter * chance)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be written down about one delivery; ``disable`` also closes its destination until somebody enables it."""

    delivery: str
    destination: str
    outcome: Literal["delivered", "later", "untried", "dead"]
    error: str = ""
    available_at: datetime | None = None  # for later and untried
    disable: bool = False


def judge(
    delivery: Delivery,
    result: SendResult,
    *,
    now: datetime,
    max_attempts: int,
    backoff: Backoff,
    chance: float,
    regular: datetime | None = None,
) -> Verdict:
    """The verdict on one try; ``delivery.attempts`` counts this one.

    A destination that is gone keeps its deliveries waiting, because nothing may be lost when it is enabled again. Before the ``regular``
    time of a delivery's next try a failure counts for nothing, and it waits for that time.
    """
    error = result.error
    if not result.tried:
        return Verdict(delivery.id, delivery.destination, "untried", delivery.last_error, now)
    if error is None:
        return Verdict(delivery.id, delivery.destination, "delivered")
    if error.gone:
        return Verdict(delivery.id, delivery.destination, "later", error.message, now, disable=True)
    if regular is not None and regular > now and not error.permanent:
        asked = now + timedelta(seconds=error.retry_after or 0.0)
        return Verdict(delivery.id, delivery.destination, "untried", error.message, max(regular, asked))
    if error.permanent or delivery.attempts >= max_attempts:
        tries = f" (given up after {delivery.attempts} {'try' if delivery.attempts == 1 else 'tries'})"
        return Verdict(delivery.id, delivery.destination, "dead", error.message + tries)
    seconds = backoff.wait(delivery.attempts, retry_after=error.retry_after, chance=chance)
    return Verdict(delivery.id, delivery.destination, "later", error.message, now + timedelta(seconds=seconds))
