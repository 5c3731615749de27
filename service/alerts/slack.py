"""Slack through an incoming webhook: several alerts of one conflict in one message.

Blocks come from slack_sdk. Its WebhookClient is not used for the way out: it follows redirects, reads answers without bound, has no limit
on the whole exchange and cannot be told which address to connect to.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Any

from service.alerts.messages import message_of
from service.alerts.outlet import SendResult
from service.alerts.posting import Answer, post
from service.alerts.slack_blocks import slack_message
from service.errors import ConfigError, DeliveryError
from service.fetch.guard import Guard
from service.models import Delivery
from service.settings import Destination

# Slack's words for a webhook that will never work again as it stands (404 and 410 say the same by status). Source: Slack's
# changelog of incoming webhook errors and its reference page.
_GONE_WORDS = (
    "no_service",
    "no_active_hooks",
    "no_team",
    "invalid_token",
    "channel_not_found",
    "channel_is_archived",
    "team_disabled",
)
_BLOCK_TROUBLE = ("invalid_blocks", "invalid_payload", "invalid_attachments", "msg_blocks_too_long", "msg_too_long")
_RETRY = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS})


class SlackDestination:
    """One incoming webhook, whose URL is the secret; never shown."""

    def __init__(self, settings: Destination, *, clock: Callable[[], datetime], user_agent: str, guard: Guard) -> None:
        if not settings.url:
            raise ConfigError(
                f"destination {settings.name!r} has no webhook URL: set the environment variable its url_env names"
            )
        self.name = settings.name
        self.most = 40
        self._settings = settings
        self._clock = clock
        self._headers: Mapping[str, str] = {"content-type": "application/json; charset=utf-8", "user-agent": user_agent}
        self._guard = guard

    async def send(self, deliveries: Sequence[Delivery]) -> Sequence[SendResult]:
        """One message for all; so they are all delivered or have all failed."""
        if not deliveries:
            return []
        message = slack_message([message_of(d.alert) for d in deliveries])
        error: DeliveryError | None = None
        try:
            try:
                await self._post(message.payload())
            except _BlocksRefused:
                await self._post(message.text_only())  # a plain message now is worth more than a handsome one never
        except DeliveryError as failed:
            error = failed
        return [SendResult(d.id, error) for d in deliveries]

    async def _post(self, payload: dict[str, Any]) -> None:
        answer = await post(
            self._settings.url,
            json.dumps(payload, ensure_ascii=True).encode("ascii"),
            self._headers,
            limit=self._settings.timeout,
            guard=self._guard,
            now=self._clock(),
            who=self._who,
        )
        if answer.status != HTTPStatus.OK:
            raise self._error(answer, blocks="blocks" in payload)

    @property
    def _who(self) -> str:
        return f"Slack {self.name!r}"

    def _error(self, answer: Answer, *, blocks: bool) -> DeliveryError:
        said = f"{self._who}: answered {answer.status}{': ' + answer.words if answer.words else ''}"
        status, words = answer.status, answer.words
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status in _RETRY:
            return DeliveryError(said, retry_after=answer.retry_after)
        if status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE} or any(word in words for word in _GONE_WORDS):
            return DeliveryError(f"{said}; make a new incoming webhook and enable the destination again", gone=True)
        if blocks and status == HTTPStatus.BAD_REQUEST and any(word in words for word in _BLOCK_TROUBLE):
            return _BlocksRefused(said, permanent=True)
        # 2xx other than 200 and 3xx are no answer Slack gives: something stands in between, and may go away.
        return DeliveryError(said, permanent=status >= HTTPStatus.BAD_REQUEST, retry_after=answer.retry_after)


class _BlocksRefused(DeliveryError):
    """Slack understood the request and did not like the blocks."""
