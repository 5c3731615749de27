"""Quiet hours by the desk's own clock, and what breaks through them."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from service.alerts.hours import breaks_through, end_of_quiet, goes_out
from service.models import Change, SeriesKey, Value
from service.settings import Policy, QuietHours

NIGHT = QuietHours(time(22, 0), time(6, 30), "Europe/Berlin")
SIESTA = QuietHours(time(13, 0), time(15, 0), "UTC")
SERIES = SeriesKey("c", "s", "killed", "Northland", "unknown", "current")
AT = datetime(2026, 3, 1, 0, 30, tzinfo=UTC)  # 01:30 in Berlin


def toll(before: int | None, after: int) -> Change:
    known = Value(before, before) if before is not None else None
    return Change("i", "c", "s", "rise", AT, "a", SERIES, known, Value(after, after))


def status(after: str) -> Change:
    return Change("i", "c", "s", "status", AT, "a", status_after=after)  # type: ignore[arg-type]  # named as plain text


@pytest.mark.parametrize(
    ("at", "quiet", "end"),
    [
        ("2026-03-01T20:59+00:00", NIGHT, None),
        ("2026-03-01T21:00+00:00", NIGHT, "2026-03-02T05:30+00:00"),
        ("2026-03-01T23:30+00:00", NIGHT, "2026-03-02T05:30+00:00"),
        ("2026-03-02T05:29+00:00", NIGHT, "2026-03-02T05:30+00:00"),
        ("2026-03-02T05:30+00:00", NIGHT, None),
        ("2026-03-28T22:00+00:00", NIGHT, "2026-03-29T04:30+00:00"),  # the clock goes forward in this night
        ("2026-07-01T20:00+00:00", NIGHT, "2026-07-02T04:30+00:00"),
        ("2026-03-01T12:59+00:00", SIESTA, None),
        ("2026-03-01T13:00+00:00", SIESTA, "2026-03-01T15:00+00:00"),
        ("2026-03-01T15:00+00:00", SIESTA, None),
    ],
)
def test_quiet_hours_end_by_the_local_clock(at: str, quiet: QuietHours, end: str | None) -> None:
    assert end_of_quiet(datetime.fromisoformat(at), quiet) == (datetime.fromisoformat(end) if end else None)


def test_without_quiet_hours_an_alert_goes_out_after_its_window() -> None:
    assert goes_out(toll(1, 2), AT, Policy(window=60)) == AT + timedelta(seconds=60)


def test_in_quiet_hours_a_small_rise_waits_for_the_morning_and_a_large_one_does_not() -> None:
    policy = Policy(window=60, quiet_hours=NIGHT, quiet_change=50)
    assert goes_out(toll(100, 140), AT, policy) == datetime(2026, 3, 1, 5, 30, tzinfo=UTC)
    assert goes_out(toll(100, 150), AT, policy) == AT + timedelta(seconds=60)
    assert goes_out(toll(None, 50), AT, policy) == AT + timedelta(seconds=60)


def test_the_window_counts_before_the_quiet_hours_do() -> None:
    policy = Policy(window=600, quiet_hours=NIGHT)
    before = datetime(2026, 3, 1, 20, 55, tzinfo=UTC)
    assert goes_out(toll(1, 2), before, policy) == datetime(2026, 3, 2, 5, 30, tzinfo=UTC)


def test_only_the_statuses_that_are_named_break_through() -> None:
    policy = Policy(quiet_ceasefire=("ended",))
    assert breaks_through(status("ended"), policy)
    assert not breaks_through(status("called_for"), policy)


def test_with_zero_no_toll_breaks_through() -> None:
    assert not breaks_through(toll(0, 10_000), Policy(quiet_change=0))
