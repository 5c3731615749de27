"""ISO 8601 as pages and archives write it -> UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

# How far ahead of the clock a date may lie (clocks, time zones) before it is not believed; the same for feeds.
_AHEAD = timedelta(days=1)

_ISO = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?:[Tt ]\s?([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]{1,12})?)?)?"
    r"\s?(Z|z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
_BASIC = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?")


def read_date(text: str) -> datetime | None:
    """A date or time in ISO 8601 (extended or basic, "T" or a space between) as UTC, None for anything else.

    Without an offset it is UTC; without a time it is midnight; fractions of a second are dropped.
    """
    text = text.strip()
    match = _ISO.fullmatch(text) or _BASIC.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    try:
        # A leap second has no place in datetime: it counts as the second before.
        second = 59 if second == 60 else second
        return datetime(year, month, day, hour, minute, second, tzinfo=_zone(match.group(7))).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def lies_ahead(moment: datetime | None, now: datetime | None) -> bool:
    """Whether a date is further ahead of ``now`` than clocks and time zones explain; never where either is unknown."""
    return moment is not None and now is not None and moment > now + _AHEAD


def _zone(offset: str | None) -> timezone:
    if offset is None or offset[0] not in "+-":
        return UTC
    digits = offset[1:].replace(":", "").ljust(4, "0")
    delta = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-delta if offset[0] == "-" else delta)
