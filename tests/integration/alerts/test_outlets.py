"""Slack and signed webhooks against a real server that misbehaves in every way it can."""

from __future__ import annotations

import asyncio
import json
import time
from datetime import UTC, datetime

import pytest
from standardwebhooks.webhooks import Webhook

from service.alerts.destinations import build_destination, trial_delivery
from service.errors import ConfigError, DeliveryError
from service.fetch.allow import allow_list
from service.fetch.guard import Guard
from service.fetch.resolve import SystemResolver
from service.settings import Destination
from tests.harness.samples import alert, delivery, numbered
from tests.harness.wire import SECRET, SLACK_PATH, Clock, Wire, answer, guard_for, reset, slack, webhook


async def send(settings: Destination, wire: Wire, *items) -> list[DeliveryError | None]:  # type: ignore[no-untyped-def]
    outlet = build_destination(
        settings, clock=lambda: datetime.now(UTC), user_agent="EscalationWatch/0.1", guard=guard_for(wire)
    )
    results = await outlet.send(items or [delivery()])
    return [result.error for result in results]


async def test_a_webhook_arrives_signed_with_the_deliverys_id(wire: Wire) -> None:
    assert await send(webhook(wire), wire) == [None]
    (got,) = wire.got
    data = Webhook(SECRET).verify(got.body, got.headers)["data"]
    assert got.headers["webhook-id"] == delivery().id
    assert data["after"] == {"value": 105, "qualifier": "exact"}
    assert got.headers["host"] == wire.authority
    assert got.headers["user-agent"] == "EscalationWatch/0.1"


async def test_a_slack_message_arrives_with_several_alerts_of_one_conflict(wire: Wire) -> None:
    items = [delivery(numbered(1)), delivery(numbered(2))]
    assert await send(slack(wire), wire, *items) == [None, None]
    (got,) = wire.got
    payload = json.loads(got.body)
    assert got.path == SLACK_PATH
    assert "→ 101" in payload["text"]
    assert "→ 102" in payload["text"]
    assert payload["blocks"][0]["type"] == "header"


@pytest.mark.parametrize("kind", [webhook, slack])
@pytest.mark.parametrize("trouble", ["hang", "drip", "reset", "garbage", "closed"])
async def test_no_answer_is_a_failure_worth_a_retry_within_the_time_limit(kind, trouble: str, wire: Wire) -> None:  # type: ignore[no-untyped-def]
    wire.otherwise = {
        "hang": wire.hang,
        "drip": wire.drip,
        "reset": reset,
        "garbage": lambda _, connection: connection.sendall(b"\x00\xff not http\r\n\r\n"),
        "closed": lambda _, __: None,
    }[trouble]
    started = time.monotonic()
    (error,) = await send(kind(wire, timeout=0.5), wire)
    assert time.monotonic() - started < 3
    assert error is not None
    assert not error.permanent
    assert not error.gone


async def test_an_endless_error_page_is_read_for_a_few_kilobytes_only(wire: Wire) -> None:
    wire.otherwise = wire.flood
    (error,) = await send(webhook(wire), wire)
    assert error is not None
    assert "answered 500" in error.message
    assert len(error.message) < 500
    assert wire.flooded < 8 * 1024 * 1024, "more than the sockets' own buffers hold"


async def test_a_success_whose_body_never_ends_is_still_a_success(wire: Wire) -> None:
    wire.otherwise = wire.stall_after_success
    assert await send(webhook(wire, timeout=1.0), wire) == [None]


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_redirect_is_not_followed(status: int, wire: Wire, second_wire: Wire) -> None:
    wire.otherwise = answer(status, location=f"http://{second_wire.authority}/elsewhere")
    (error,) = await send(webhook(wire), wire)
    assert error is not None
    assert "redirects are not followed" in error.message
    assert second_wire.got == []


@pytest.mark.parametrize(
    ("status", "headers", "retry_after", "gone"),
    [
        (200, {}, None, None),
        (204, {}, None, None),
        (299, {}, None, None),
        (400, {}, None, False),
        (401, {}, None, False),
        (404, {}, None, False),
        (410, {}, None, True),
        (429, {"retry_after": "30"}, 30.0, False),
        (500, {}, None, False),
        (503, {"retry_after": "120"}, 120.0, False),
    ],
)
async def test_webhook_answers_mean_what_the_specification_says(
    status: int, headers: dict[str, str], retry_after: float | None, gone: bool | None, wire: Wire
) -> None:
    wire.otherwise = answer(status, **headers)
    (error,) = await send(webhook(wire), wire)
    if gone is None:
        assert error is None
    else:
        assert error is not None
        assert (error.gone, error.retry_after, error.permanent) == (gone, retry_after, False)


@pytest.mark.parametrize(
    ("status", "body", "meaning"),
    [
        (200, b"ok", "delivered"),
        (400, b"user_not_found", "permanent"),
        (403, b"action_prohibited", "permanent"),
        (403, b"invalid_token", "gone"),
        (404, b"no_service", "gone"),
        (404, b"channel_not_found", "gone"),
        (410, b"channel_is_archived", "gone"),
        (429, b"rate_limited", "retry"),
        (500, b"rollup_error", "retry"),
        (503, b"", "retry"),
        (302, b"", "retry"),
    ],
)
async def test_slack_answers_mean_what_slack_says(status: int, body: bytes, meaning: str, wire: Wire) -> None:
    wire.otherwise = answer(status, body, retry_after="7")
    (error,) = await send(slack(wire), wire)
    found = "delivered" if error is None else "gone" if error.gone else "permanent" if error.permanent else "retry"
    assert found == meaning
    if meaning == "retry":
        assert error is not None
        assert error.retry_after == 7.0


async def test_blocks_that_slack_refuses_are_sent_again_as_plain_text(wire: Wire) -> None:
    wire.script = [answer(400, b"invalid_blocks")]
    assert await send(slack(wire), wire) == [None]
    first, second = (json.loads(got.body) for got in wire.got)
    assert "blocks" in first
    assert "blocks" not in second
    assert second["text"] == first["text"]


async def test_a_message_that_slack_refuses_even_as_text_is_given_up(wire: Wire) -> None:
    wire.otherwise = answer(400, b"invalid_payload")
    (error,) = await send(slack(wire), wire)
    assert error is not None
    assert error.permanent
    assert len(wire.got) == 2


async def test_webhooks_of_a_group_stop_at_the_first_failure(wire: Wire) -> None:
    wire.script = [answer(200), answer(500)]
    outlet = build_destination(webhook(wire), clock=lambda: datetime.now(UTC), user_agent="t", guard=guard_for(wire))
    results = await outlet.send([delivery(numbered(n)) for n in range(4)])
    assert [(r.delivered, r.tried) for r in results] == [(True, True), (False, True), (False, False), (False, False)]
    assert len(wire.got) == 2


@pytest.mark.parametrize("kind", [webhook, slack])
async def test_an_inside_address_is_refused_unless_the_allow_list_names_it(kind, wire: Wire) -> None:  # type: ignore[no-untyped-def]
    closed = Guard(allow_list([]), SystemResolver())
    outlet = build_destination(kind(wire), clock=lambda: datetime.now(UTC), user_agent="t", guard=closed)
    (result,) = await outlet.send([delivery()])
    assert result.error is not None
    assert "refused" in result.error.message
    assert wire.got == []


@pytest.mark.parametrize("trouble", ["refused", "hang", "status"])
async def test_no_error_shows_the_secret_url_of_slack(trouble: str, wire: Wire) -> None:
    wire.otherwise = wire.hang if trouble == "hang" else answer(500, f"cannot post to {SLACK_PATH}".encode())
    allowed = Guard(allow_list([]), SystemResolver()) if trouble == "refused" else guard_for(wire)
    outlet = build_destination(slack(wire, timeout=0.3), clock=lambda: datetime.now(UTC), user_agent="t", guard=allowed)
    (result,) = await outlet.send([delivery()])
    assert result.error is not None
    assert "planted-secret" not in result.error.message
    assert SECRET not in repr(webhook(wire))
    assert "planted-secret" not in repr(slack(wire))


async def test_a_name_that_does_not_resolve_is_a_failure_and_no_crash(wire: Wire) -> None:
    settings = Destination(name="hook", kind="webhook", url="http://no-such-host.invalid/hook", secret=SECRET, timeout=5.0)
    (error,) = await send(settings, wire)
    assert error is not None
    assert not error.permanent


@pytest.mark.parametrize(
    "settings",
    [
        Destination("a", "slack"),
        Destination("a", "webhook", url="https://x.example/", secret=""),
        Destination("a", "webhook", url="ftp://x.example/", secret=SECRET),
        Destination("a", "pigeon", url="https://x.example/"),
    ],
)
def test_a_destination_that_cannot_work_is_refused_at_the_start(settings: Destination) -> None:
    with pytest.raises(ConfigError, match="'a'"):
        build_destination(
            settings, clock=lambda: datetime.now(UTC), user_agent="t", guard=Guard(allow_list([]), SystemResolver())
        )


async def test_a_trial_says_that_nothing_happened(wire: Wire) -> None:
    assert await send(slack(wire), wire, trial_delivery("slack", datetime.now(UTC))) == [None]
    assert b"Nothing happened" in wire.got[0].body


async def test_a_slow_destination_does_not_block_the_event_loop(wire: Wire, clock: Clock) -> None:
    wire.otherwise = wire.hang
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0.01)

    ticking = asyncio.create_task(tick())
    await send(webhook(wire, timeout=0.5), wire, delivery(alert()))
    ticking.cancel()
    assert ticks > 10
