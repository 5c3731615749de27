"""What every kind of destination offers to the deliverer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from service.errors import DeliveryError
from service.models import Delivery


@dataclass(frozen=True, slots=True)
class SendResult:
    """What became of one delivery: delivered, failed with ``error``, or not ``tried`` because one before it failed."""

    delivery: str
    error: DeliveryError | None = None
    tried: bool = True

    @property
    def delivered(self) -> bool:
        """True where the destination has it."""
        return self.tried and self.error is None


class Outlet(Protocol):
    """A destination that alerts can be sent to; ``most`` is how many alerts of one conflict may travel in one ``send``."""

    name: str
    most: int

    async def send(self, deliveries: Sequence[Delivery]) -> Sequence[SendResult]:
        """Send deliveries of one conflict, oldest first: exactly one result for each, in the same order.

        Failures are in the results; nothing is raised for what a destination or the network does.
        """
