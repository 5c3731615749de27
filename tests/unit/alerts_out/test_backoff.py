"""What follows from one try."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.alerts.backoff import Backoff, judge
from service.alerts.outlet import SendResult
from service.alerts.posting import retry_after
from service.errors import DeliveryError
from tests.harness.samples import delivery

NOW = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


def verdict(error: DeliveryError | None, *, attempts: int = 1, tried: bool = True, chance: float = 0.0):  # type: ignore[no-untyped-def]
    item = delivery(attempts=attempts)
    return judge(item, SendResult(item.id, error, tried), now=NOW, max_attempts=12, backoff=Backoff(), chance=chance)


def test_a_default_schedule_spans_more_than_a_day() -> None:
    waits = [Backoff().wait(n, retry_after=None, chance=0.0) for n in range(1, 12)]
    assert waits[:6] == [2, 6, 18, 54, 162, 486]
    assert waits == sorted(waits)
    assert timedelta(days=1) < timedelta(seconds=sum(waits)) < timedelta(days=3)


@given(st.integers(1, 10_000), st.none() | st.floats(0, 86400), st.floats(0, 0.999))
def test_a_wait_is_never_shorter_than_asked_nor_longer_than_a_day_and_jitter(
    attempts: int, asked: float | None, chance: float
) -> None:
    seconds = Backoff().wait(attempts, retry_after=asked, chance=chance)
    assert max(2.0, asked or 0.0) <= seconds <= 86400 * 1.2


@pytest.mark.parametrize(
    ("error", "attempts", "outcome"),
    [
        (None, 1, "delivered"),
        (DeliveryError("500"), 1, "later"),
        (DeliveryError("500"), 11, "later"),
        (DeliveryError("500"), 12, "dead"),
        (DeliveryError("bad"), 12, "dead"),
        (DeliveryError("bad", permanent=True), 1, "dead"),
        (DeliveryError("gone", gone=True), 12, "later"),
    ],
)
def test_each_failure_has_its_end(error: DeliveryError | None, attempts: int, outcome: str) -> None:
    assert verdict(error, attempts=attempts).outcome == outcome


def test_a_gone_destination_is_closed_and_keeps_its_deliveries() -> None:
    found = verdict(DeliveryError("410", gone=True))
    assert (found.disable, found.outcome, found.available_at) == (True, "later", NOW)


def test_retry_after_is_honoured() -> None:
    assert verdict(DeliveryError("429", retry_after=600.0)).available_at == NOW + timedelta(seconds=600)


def test_what_was_not_tried_waits_without_a_mark() -> None:
    found = verdict(None, tried=False)
    assert (found.outcome, found.error, found.available_at) == ("untried", "", NOW)


@pytest.mark.parametrize(
    ("error", "attempts", "outcome", "waits"),
    [
        (DeliveryError("500"), 12, "untried", 60),
        (DeliveryError("429", retry_after=30.0), 2, "untried", 60),
        (DeliveryError("429", retry_after=600.0), 2, "untried", 600),
        (DeliveryError("bad", permanent=True), 2, "dead", None),
        (None, 2, "delivered", None),
    ],
)
def test_a_failure_before_the_regular_time_costs_no_try_and_leaves_that_time(
    error: DeliveryError | None, attempts: int, outcome: str, waits: int | None
) -> None:
    item = delivery(attempts=attempts)
    regular = NOW + timedelta(seconds=60)
    found = judge(
        item, SendResult(item.id, error), now=NOW, max_attempts=12, backoff=Backoff(), chance=0.0, regular=regular
    )  # fmt: skip
    assert found.outcome == outcome
    assert found.available_at == (None if waits is None else NOW + timedelta(seconds=waits))


def test_at_its_regular_time_a_failure_counts() -> None:
    item = delivery(attempts=2)
    found = judge(
        item, SendResult(item.id, DeliveryError("500")), now=NOW, max_attempts=12, backoff=Backoff(), chance=0.0, regular=NOW
    )  # fmt: skip
    assert (found.outcome, found.available_at) == ("later", NOW + timedelta(seconds=6))


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("999999999", 86400.0),
        ("Mon, 05 Jan 2026 12:01:00 GMT", 60.0),
        ("Mon, 05 Jan 2026 11:00:00 GMT", 0.0),
        ("Mon, 05 Jan 2099 12:01:00 -0000", 86400.0),
        ("-5", None),
        ("1e9", None),
        ("soon", None),
        ("", None),
        ("٣", None),
        ("9" * 400, None),
    ],
)
def test_retry_after_in_both_forms(header: str, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds


@given(st.text())
def test_no_retry_after_header_is_a_crash(header: str) -> None:
    seconds = retry_after(header, NOW)
    assert seconds is None or 0 <= seconds <= 86400
