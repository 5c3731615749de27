"""Signed webhooks by the Standard Webhooks specification 1.0.0: one alert a request, in order, the same id on every retry.

Answers, by the specification: 2xx is success; 410 disables the destination; 3xx is a failure and never followed; everything else is
a failure that is tried again on the back-off schedule (``service.alerts.delivery``), 4xx included, because receivers are repaired and
credentials renewed while the schedule runs. ``Retry-After`` is honoured with any failure.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from http import HTTPStatus

from standardwebhooks.webhooks import Webhook

from service.alerts.outlet import SendResult
from service.alerts.posting import post
from service.alerts.shape import alert_record
from service.errors import ConfigError, DeliveryError
from service.fetch.guard import Guard
from service.models import Alert, Delivery
from service.settings import Destination

_SECRET_PREFIX = "whsec_"  # noqa: S105 - the specification's marker, not a secret
_SECRET_BYTES = range(24, 65)  # the specification: 24 to 64 random bytes


def parse_secrets(secret: str, name: str) -> tuple[bytes, ...]:
    """The keys of a blank-separated list of ``whsec_…`` secrets, two of them during a rotation; ConfigError names the destination."""
    keys = tuple(_key(word, name) for word in secret.split())
    if not keys:
        raise ConfigError(f"destination {name!r} has no secret: give one as whsec_ and 24 to 64 random bytes in base64")
    return keys


def _key(word: str, name: str) -> bytes:
    encoded = word.removeprefix(_SECRET_PREFIX)
    try:
        key = base64.b64decode(encoded + "=" * (-len(encoded) % 4), validate=True)
    except binascii.Error:
        key = b""
    if len(key) not in _SECRET_BYTES:
        raise ConfigError(f"destination {name!r} has an unusable secret: it must be whsec_ and 24 to 64 random bytes in base64")
    return key


def body_of(alert: Alert) -> bytes:
    """The request's body: type, when it happened, and the contract's record; the bytes that are signed are the bytes that are sent."""
    happened = alert.change.at.astimezone(UTC).isoformat().removesuffix("+00:00") + "Z"
    record = {"type": alert.type, "timestamp": happened, "data": alert_record(alert)}
    return json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def signed_headers(delivery_id: str, body: bytes, keys: Sequence[bytes], now: datetime) -> dict[str, str]:
    """``webhook-id``, ``webhook-timestamp`` (of this attempt) and ``webhook-signature`` with one signature a key."""
    moment = now.astimezone(UTC)
    signatures = [Webhook(key).sign(msg_id=delivery_id, timestamp=moment, data=body.decode("ascii")) for key in keys]
    return {
        "webhook-id": delivery_id,
        "webhook-timestamp": str(int(moment.timestamp())),
        "webhook-signature": " ".join(signatures),
        "content-type": "application/json",
    }


class WebhookDestination:
    """Sends each alert to one URL; stops at the first that fails, so that the receiver sees them in order."""

    def __init__(self, settings: Destination, *, clock: Callable[[], datetime], user_agent: str, guard: Guard) -> None:
        self.name = settings.name
        self.most = 1
        self._settings = settings
        self._keys = parse_secrets(settings.secret, settings.name)
        self._clock = clock
        self._user_agent = user_agent
        self._guard = guard

    async def send(self, deliveries: Sequence[Delivery]) -> Sequence[SendResult]:
        """One result a delivery; those after a failure are not tried."""
        results: list[SendResult] = []
        failed = False
        for delivery in deliveries:
            if failed:
                results.append(SendResult(delivery.id, tried=False))
                continue
            try:
                await self._send_one(delivery)
                results.append(SendResult(delivery.id))
            except DeliveryError as error:
                failed = True
                results.append(SendResult(delivery.id, error))
        return results

    async def _send_one(self, delivery: Delivery) -> None:
        body = body_of(delivery.alert)
        now = self._clock()
        headers = {**signed_headers(delivery.id, body, self._keys, now), "user-agent": self._user_agent}
        who = f"webhook {self.name!r}"
        answer = await post(
            self._settings.url, body, headers, limit=self._settings.timeout, guard=self._guard, now=now, who=who
        )
        if HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
            return
        if answer.status == HTTPStatus.GONE:
            raise DeliveryError(f"{who}: answered 410 Gone, so it wants no more alerts", gone=True)
        hint = " (redirects are not followed; set the new URL)" if 300 <= answer.status < 400 else ""
        words = f": {answer.words}" if answer.words else ""
        raise DeliveryError(f"{who}: answered {answer.status}{hint}{words}", retry_after=answer.retry_after)
