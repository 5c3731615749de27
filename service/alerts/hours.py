"""Quiet hours: when an alert goes out by the clock of the people who are woken by it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from service.models import CeasefireStatus, Change
from service.settings import QuietHours


class HoursLike(Protocol):
    """The fields of ``service.settings.Policy`` that say when an alert may go out."""

    @property
    def window(self) -> float: ...
    @property
    def quiet_hours(self) -> QuietHours | None: ...
    @property
    def quiet_change(self) -> int: ...
    @property
    def quiet_ceasefire(self) -> tuple[CeasefireStatus, ...]: ...


def goes_out(change: Change, now: datetime, policy: HoursLike) -> datetime:
    """When the alert of a change is due: after the gathering window, and where that falls into quiet hours, at their end.

    What breaks through goes out as by day.
    """
    due = now + timedelta(seconds=policy.window)
    if policy.quiet_hours is None or breaks_through(change, policy):
        return due
    return end_of_quiet(due, policy.quiet_hours) or due


def breaks_through(change: Change, policy: HoursLike) -> bool:
    """Whether a change wakes people: a toll that moved by at least ``quiet_change`` people, or a status that is named for it."""
    if change.series is None:
        return change.status_after in policy.quiet_ceasefire
    if not policy.quiet_change or change.after is None:
        return False
    before = change.before.low if change.before else 0
    return abs(change.after.low - before) >= policy.quiet_change


def end_of_quiet(at: datetime, quiet: QuietHours) -> datetime | None:
    """The end in UTC of the quiet hours that a moment falls into; None where it falls into none."""
    zone = ZoneInfo(quiet.zone)
    local = at.astimezone(zone)
    overnight = quiet.begin > quiet.end
    now = local.time()
    inside = (now >= quiet.begin or now < quiet.end) if overnight else quiet.begin <= now < quiet.end
    if not inside:
        return None
    day = local.date() + timedelta(days=1) if overnight and now >= quiet.begin else local.date()
    return datetime.combine(day, quiet.end, zone).astimezone(UTC)
