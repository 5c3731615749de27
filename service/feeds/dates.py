"""A feed's words for a time -> UTC; an impossible one never becomes "now" in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from time import struct_time

from service.models import DateFlag

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)  # no news feed is older; 1970 and year 1 are a program's empty dates
_AHEAD = timedelta(days=1)  # zones are left out or mistaken, which puts a time up to 14 hours into the future
_LONGEST = 100  # characters that are looked at; the longest real form has about 45
_FARTHEST_ZONE = timedelta(hours=14)

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: n for n, name in enumerate(_NAMES, start=1)}
# Hours east of UTC. RFC 822 names first; then what outlets write although no standard defines it. Ambiguous names mean what
# the outlets that use them mean: IST is India, AMT is Armenia, BST is Britain, CST is Chicago.
_ZONES = {
    "": 0, "z": 0, "ut": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2, "met": 1, "mest": 2, "eet": 2, "eest": 3, "msk": 3, "trt": 3, "idt": 3,
    "ast": -4, "adt": -3, "akst": -9, "akdt": -8, "hst": -10, "brt": -3, "art": -3,
    "wat": 1, "cat": 2, "sast": 2, "eat": 3, "irst": 3.5, "irdt": 4.5, "gst": 4, "amt": 4, "azt": 4, "get": 4, "aft": 4.5, "pkt": 5,
    "uzt": 5, "ist": 5.5, "npt": 5.75, "bdt": 6, "mmt": 6.5, "ict": 7, "wib": 7, "hkt": 8, "sgt": 8, "pht": 8, "jst": 9, "kst": 9,
    "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
}  # fmt: skip

_ZONE = r"\s*(?P<zone>(?:(?:utc|gmt|ut)\s?)?[+-][0-9]{1,2}(?::?[0-9]{2})?|[a-z]{1,5})?(?:\s*\([a-z ]{1,30}\))?"
_CLOCK = (
    r"(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?(?:\s?(?P<half>[ap])\.?m\b\.?)?"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[,.]?\s*)?"
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_SHAPES = tuple(
    re.compile(shape, re.ASCII)
    for shape in (
        # 2022-09-13T14:05:00+04:00, 2022-09-13 14:05, 2022-09-13, 2022-09, 20220913T140500Z
        rf"(?P<year>[0-9]{{4}})[-/](?P<m>[0-9]{{1,2}})(?:[-/](?P<day>[0-9]{{1,2}})(?:[t ]\s*{_CLOCK})?)?{_ZONE}",
        rf"(?P<year>[0-9]{{4}})(?P<m>[0-9]{{2}})(?P<day>[0-9]{{2}})(?:t?(?P<hour>[0-9]{{2}})(?P<minute>[0-9]{{2}})(?P<second>[0-9]{{2}})?)?{_ZONE}",
        # Tue, 13 Sep 2022 14:05:00 +0400, 13-Sep-22, 13 September 2022 2:05 pm EDT
        rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?[ -]+{_MONTH}[ ,-]+(?P<year>[0-9]{{2,4}})(?:[ ,t]+(?:at )?{_CLOCK})?{_ZONE}",
        # September 13, 2022 at 2:05 p.m.
        rf"{_WEEKDAY}{_MONTH}\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?[ ,]+(?P<year>[0-9]{{4}})(?:[ ,-]+(?:at )?{_CLOCK})?{_ZONE}",
        # Tue Sep 13 14:05:00 2022, Tue Sep 13 14:05:00 UTC 2022
        rf"{_WEEKDAY}{_MONTH}\s+(?P<day>[0-9]{{1,2}})\s+{_CLOCK}{_ZONE}\s+(?P<year>[0-9]{{4}})",
    )
)
_EPOCH = re.compile(r"[0-9]{9,10}|[0-9]{13}", re.ASCII)


class Impossible(ValueError):
    """The words have the shape of a date, but there is no such day or hour."""


def read_date(words: str) -> datetime | None:
    """ISO 8601, RFC 822 and its usual corruptions, asctime, US dates, Unix time -> UTC; None for another shape.

    Without a zone it is UTC, without a time midnight. Impossible for 30 February, 25:61 or an offset of 99 hours.
    """
    words = " ".join(words[:_LONGEST].lower().split())
    if _EPOCH.fullmatch(words):
        return datetime.fromtimestamp(int(words[:10]), UTC)
    for shape in _SHAPES:
        if match := shape.fullmatch(words):
            try:
                return _moment({name: part or "" for name, part in match.groupdict().items()})
            except (ValueError, OverflowError):
                raise Impossible(words) from None
    return None


def entry_date(candidates: Iterable[tuple[str, struct_time | None]], *, fetched: datetime) -> tuple[datetime, DateFlag, str]:
    """The best of an entry's dates, each as (words, feedparser's reading or None): time in UTC, flag, and the words it stands on.

    The first plausible one wins; where none is, it is the fetch time, flagged by what is wrong with the first that says anything.
    """
    wrong: tuple[DateFlag, str] = ("missing", "")
    for words, parsed in candidates:
        if not words.strip():
            continue
        moment, flag = _judge(words, parsed, fetched)
        if not flag and moment is not None:
            return moment, "", words[:_LONGEST]
        if wrong[0] == "missing":
            wrong = flag, words[:_LONGEST]
    return fetched, *wrong


def _judge(words: str, parsed: struct_time | None, fetched: datetime) -> tuple[datetime | None, DateFlag]:
    try:
        moment = read_date(words)
        if moment is None and parsed is not None:  # Greek, Hungarian, Korean and other forms that feedparser knows
            moment = datetime(*parsed[:6], tzinfo=UTC)
    except (ValueError, OverflowError):
        return None, "impossible"
    if moment is None or moment < EARLIEST:
        return None, "impossible"
    return (None, "future") if moment > fetched + _AHEAD else (moment, "")


def _moment(part: dict[str, str]) -> datetime:
    year = int(part["year"])
    if len(part["year"]) == 2:
        year += 2000 if year < 50 else 1900  # RFC 2822, 4.3
    month = int(part["m"]) if part.get("m") else _MONTHS[part["month"]]
    hour, minute, second = int(part.get("hour") or 0), int(part.get("minute") or 0), int(part.get("second") or 0)
    if half := part.get("half"):
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if half == "p" else 0)
    midnight = (hour, minute, second) == (24, 0, 0)  # ISO 8601 allows it as the day's end
    local = datetime(year, month, int(part.get("day") or 1), 0 if midnight else hour, minute, min(second, 59), tzinfo=UTC)
    if second > 60:  # 60 is a leap second, which datetime has no place for
        raise ValueError(second)
    return local + timedelta(days=midnight) - _offset(part["zone"])


def _offset(zone: str) -> timedelta:
    sign = max(zone.find("+"), zone.find("-"))
    if sign < 0:
        return timedelta(hours=_ZONES.get(zone, 0))  # an unknown name says nothing
    digits = zone[sign + 1 :].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    offset = timedelta(hours=hours, minutes=minutes)
    if minutes > 59 or offset > _FARTHEST_ZONE:
        raise ValueError(zone)
    return -offset if zone[sign] == "-" else offset
