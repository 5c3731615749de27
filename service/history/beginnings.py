"""When a truce that is agreed begins, from the words of the text and the time they were said: "7 a.m. on Friday (05:00 GMT)"."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from service.models import CeasefireStatement

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_CLOCK = re.compile(
    r"\b([01]?[0-9]|2[0-4])(?:[:.]?([0-5][0-9]))? ?(a\.?m\b\.?|p\.?m\b\.?|gmt|utc)|\b([01]?[0-9]|2[0-3]):([0-5][0-9])\b"
)
_GMT = re.compile(r"\b([01]?[0-9]|2[0-3])[:.]?([0-5][0-9])? ?(a\.?m\b\.?|p\.?m\b\.?)? ?(?:gmt|utc)\b")
_DATE = re.compile(rf"\b(?:([0-3]?[0-9]) ({'|'.join(_MONTHS)})|({'|'.join(_MONTHS)}) ([0-3]?[0-9]))\b")
_FARTHEST = timedelta(days=14)  # nobody agrees a truce for the hour that long ahead


def begins_at(words: str, said: datetime) -> datetime | None:
    """The hour in UTC at which the truce begins; None where the words give no hour or none after they were said.

    An hour without a zone is taken as UTC: where truces are agreed that is mostly later than the local hour, so no truce is said to
    hold before it does. One without a day is of the day it was said ("a 9 a.m. ceasefire" may be over by noon). "Midnight on Sunday" is
    the end of Sunday for the same reason.
    """
    text = words.lower()
    hour = _hour(text)
    if hour is None:
        return None
    day = _day(text, said)
    if day is None and _DATE.search(text):
        return None  # a date that no calendar has
    start = datetime.combine(day or said.date(), time(), UTC) + hour
    return start if said < start <= said + _FARTHEST else None


def another_deal(statement: CeasefireStatement, said: datetime) -> bool:
    """Whether words of an agreement tell of another than the last: "a new 24-hour truce", or one of a date still to come."""
    if _ANOTHER.search(statement.quote):
        return True
    dated = _DATE.search((statement.starts or "").lower())
    day = _dated(dated, said.date()) if dated is not None else None
    return day is not None and said.date() < day <= said.date() + _FARTHEST


def headline_of_a_deal(statement: CeasefireStatement, title: str) -> bool:
    """Whether a deal is what the headline tells, in the present of headlines: "Sides agree truce", not "after deal was agreed"."""
    return statement.quote.strip(" .") in title and _MAKES.search(statement.quote) is not None


_MAKES = re.compile(
    r"\b(?:agrees?|signs?|reach(?:es)?|declares?|announces?|accepts?|brokers?|seals?|clinch(?:es)?|approves?|endorses?|orders?"
    r"|formali[sz]es?|reciprocates?|calls?|strikes? (?:a |an )?(?:deal|truce|cease-?fire|accord))\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:new|another|fresh|second|third|fourth|fifth)\b(?: [\w-]+){0,4}?"
    r" (?:truce|cease-?fire|cease fire|pause|cessation of hostilities)\b",
    re.IGNORECASE,
)


def _hour(text: str) -> timedelta | None:
    """The time of day since midnight, the one in GMT where two are given."""
    found = _GMT.search(text)
    if found is not None:
        return _clock(found[1], found[2], found[3] or "")
    if "midnight" in text:
        return timedelta(days=1)
    if "noon" in text.replace("afternoon", ""):
        return timedelta(hours=12)
    found = _CLOCK.search(text)
    if found is None:
        return None
    return _clock(found[1] or found[4], found[2] or found[5], found[3] or "")


def _clock(hour: str, minute: str | None, half: str) -> timedelta | None:
    hours = int(hour)
    if half.startswith(("a", "p")):
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half.startswith("p") else 0)
    return timedelta(hours=hours, minutes=int(minute or 0))


def _day(text: str, said: datetime) -> date | None:
    """The day the words name, seen from the day they were said; None where they name none."""
    today = said.date()
    if "tomorrow" in text:
        return today + timedelta(days=1)
    if "today" in text or "tonight" in text:
        return today
    dated = _DATE.search(text)
    if dated is not None:
        return _dated(dated, today)
    weekday = next((number for number, name in enumerate(_DAYS) if name in text), None)
    return None if weekday is None else today + timedelta(days=(weekday - today.weekday()) % 7)


def _dated(found: re.Match[str], today: date) -> date | None:
    month = _MONTHS.index(found[2] or found[3]) + 1
    try:
        day = date(today.year, month, int(found[1] or found[4]))
        return day if day >= today - timedelta(days=180) else day.replace(year=today.year + 1)
    except ValueError:
        return None
