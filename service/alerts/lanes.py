"""One destination's queue in the deliverer: sent in order, paused while the destination is down, hurried when it works again."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import structlog

from service.alerts.backoff import Verdict, judge
from service.alerts.outlet import Outlet, SendResult
from service.errors import DeliveryError, StoreError
from service.injected import crash_point
from service.models import Delivery
from service.settings import Destination

if TYPE_CHECKING:
    from service.alerts.delivery import Deliverer

log = structlog.get_logger()

_STRIKES = 2  # failed sends in a row after which a destination counts as down for the moment
_FIRST_PAUSE, _PAUSE = 2.0, 10.0  # seconds before one that is down is asked again: a restart takes seconds, a repair longer


class EarlyTries:
    """Which deliveries were tried before their time because their destination had just taken another one.

    An early try that fails costs none of the tries and leaves the schedule as it was, and there is one in each wait: an alert that
    the receiver chokes on, while it takes all others, is not given up any sooner and not sent for ever.
    """

    def __init__(self) -> None:
        self._regular: dict[str, datetime] = {}  # delivery -> when it is to be tried by its schedule
        self.wanted = True  # whether something may be waiting: for all that is known at the start, and after each failure

    @property
    def begun(self) -> Collection[str]:
        """The deliveries that have had the early try of their present wait."""
        return self._regular.keys()

    def regular(self, delivery: str) -> datetime | None:
        """When a delivery that was made due early is due by its schedule; None for all others."""
        return self._regular.get(delivery)

    def begin(self, hastened: Mapping[str, datetime]) -> None:
        """Note what is due early, and when it would have been."""
        self._regular.update(hastened)
        self.wanted = False

    def learn(self, verdicts: Iterable[Verdict]) -> None:
        """Take in what became of some tries; one that failed in its turn has a new wait before it, and a new early try."""
        for verdict in verdicts:
            if verdict.outcome != "untried":
                self._regular.pop(verdict.delivery, None)
            self.wanted |= verdict.outcome == "later"


class Lane:
    """One destination's queue of claimed deliveries; a slow or dead destination keeps nobody waiting but itself."""

    def __init__(self, deliverer: Deliverer, outlet: Outlet, settings: Destination) -> None:
        self._deliverer = deliverer
        self._outlet = outlet
        self._settings = settings
        self._waiting: list[tuple[datetime, Sequence[Delivery]]] = []
        self._strikes = 0
        self._pauses = 0  # since it last took something
        self._early = EarlyTries()
        self._pause: tuple[datetime, datetime] | None = None  # from and until when nothing is sent

    def add(self, claimed_until: datetime, deliveries: Sequence[Delivery]) -> None:
        """Queue the deliveries of one conflict, oldest first."""
        size = self._outlet.most
        self._waiting += [(claimed_until, deliveries[i : i + size]) for i in range(0, len(deliveries), size)]

    @property
    def has_work(self) -> bool:
        """True where something is queued."""
        return bool(self._waiting)

    async def drain(self) -> None:
        """Send what is queued; what must not or need not be sent now goes back into the outbox untried, all of it at once."""
        self._strikes = 0
        while self._waiting:
            claimed_until, batch = self._waiting[0]
            now = self._deliverer.clock()
            until = self._paused_until(now)
            too_late = now + timedelta(seconds=2 * self._settings.timeout) >= claimed_until
            if self._deliverer.stopping or until > now or too_late:
                await self._give_back(until)
                return
            self._waiting.pop(0)
            if not await self._send(batch):
                await self._give_back(until, batch[0].alert.conflict)  # the others of its conflict: order before speed

    async def _give_back(self, until: datetime, conflict: str | None = None) -> None:
        """Put what is queued, of one conflict or of all, back into the outbox untried."""
        back: list[tuple[datetime, Sequence[Delivery]]] = []
        kept: list[tuple[datetime, Sequence[Delivery]]] = []
        for claim in self._waiting:
            (back if conflict in (None, claim[1][0].alert.conflict) else kept).append(claim)
        self._waiting = kept
        await self._deliverer.save(
            [Verdict(d.id, d.destination, "untried", d.last_error, until) for _, batch in back for d in batch]
        )

    def _paused_until(self, now: datetime) -> datetime:
        """The end of the present pause, ``now`` where there is none; one that begins in the future is of a clock set back since."""
        if self._pause is None or now < self._pause[0]:
            return now
        return max(now, self._pause[1])

    async def _send(self, batch: Sequence[Delivery]) -> bool:
        """True where the conflict's next deliveries may follow: these are delivered, or given up."""
        try:
            results = await self._outlet.send(batch)
        except asyncio.CancelledError:
            why, now = "stopped while it was being sent; it goes out again under the same id", self._deliverer.clock()
            await self._deliverer.save([Verdict(d.id, d.destination, "later", why, now) for d in batch])
            raise
        crash_point("alert-sent")
        verdicts = self._verdicts(batch, results)
        await self._deliverer.save(verdicts)
        self._learn([result.error for result in results if result.error is not None])
        self._early.learn(verdicts)
        if self._early.wanted and all(verdict.outcome == "delivered" for verdict in verdicts):
            await self._hasten()
        return all(verdict.outcome in {"delivered", "dead"} for verdict in verdicts)

    def _verdicts(self, batch: Sequence[Delivery], results: Sequence[SendResult]) -> list[Verdict]:
        now = self._deliverer.clock()
        chance = self._deliverer.chance()  # one for all, so that what travels together stays together
        return [
            judge(
                delivery,
                result,
                now=now,
                max_attempts=self._settings.max_attempts,
                backoff=self._deliverer.backoff,
                chance=chance,
                regular=self._early.regular(delivery.id),
            )
            for delivery, result in zip(batch, results, strict=True)
        ]

    async def _hasten(self) -> None:
        try:
            self._early.begin(await self._deliverer.hasten(self._settings.name, but=self._early.begun))
        except StoreError as error:
            log.warning("outbox out of reach, what waits for another try goes on waiting", error=error.message)

    def _learn(self, failures: Sequence[DeliveryError]) -> None:
        """Pause the destination when it asks for it or fails again and again; one alert that is refused for itself pauses nothing."""
        if not failures or failures[0].permanent:
            self._strikes = self._pauses = 0
            return
        self._strikes += 1
        asked = failures[0].retry_after
        if asked is not None or failures[0].gone or self._strikes >= _STRIKES:
            self._strikes = 0
            now, wait = self._deliverer.clock(), min(_FIRST_PAUSE * 2 ** min(self._pauses, 10), _PAUSE)
            self._pauses += 1
            self._pause = (now, now + timedelta(seconds=wait if asked is None else asked))
