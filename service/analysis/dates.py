"""Dates in a sentence: "7 October", "October 7, 2023", "in 2014", "since March 2011"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from service.analysis.languages.en.grammar import SAY, WEEKDAYS
from service.analysis.languages.en.units import MONTHS
from service.analysis.languages.lists import words
from service.analysis.reading import Reading
from service.analysis.text import Document

STALE = timedelta(days=62)  # an article is not taken for older than that by its own first date
DATELINE = 25  # tokens from the beginning of a text
_AMBIGUOUS = frozenset({"may", "march", "mar", "dec", "sep", "jan"})  # months only with a capital letter
_TELLING = frozenset({"on", "since", "in", "of", "from", "until", "by", "before", "after", "the", "last", "to", "and", "this"})
_BEGAN = frozenset({"since", "began", "started", "beginning", "erupted", "starting", "broke", "unleashed"})


class When(NamedTuple):
    """A date, month or year named in a sentence; ``since`` where something is counted from it."""

    at: int
    year: int | None
    month: int | None
    day: int | None
    since: bool
    told: bool = False  # the sentence says that something was then: "on 7 October 2023"
    first: int = 0  # its tokens
    last: int = 0

    @property
    def iso(self) -> str:
        """As much of an ISO date as is known; "10-07" where the year is not."""
        parts = [f"{self.year:04d}"] if self.year else []
        if self.month:
            parts.append(f"{self.month:02d}")
            if self.day:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)

    def on(self, published: date) -> date | None:
        """Its first day, the year taken from the publication where unsaid; None where no such day exists."""
        month = self.month or 1
        year = self.year or (published.year if month <= published.month else published.year - 1)
        try:
            return date(year, month, self.day or 1)
        except ValueError:
            return None


def dates(reading: Reading) -> list[When]:
    """All dates of a sentence in order."""
    lowers = reading.lowers
    found: list[When] = []
    past = -1
    for at, word in enumerate(lowers):
        if at <= past or not (word[0].isdigit() or word in MONTHS):
            continue
        if word in MONTHS and (word not in _AMBIGUOUS or (at > 0 and reading.texts[at][0].isupper())):
            when, past = _in_month(lowers, at)
            bare = when.day is None and when.year is None and not when.told
            if bare and word == "jan" and not reading.capitals and reading.texts[at - 1][0].isupper():
                continue  # "Ata Jan Haqbayan"
            found.append(when)
        elif (year := _year(word)) is not None:
            found.append(When(at, year, None, None, _since(lowers, at), first=at, last=at))
        elif len(word) == 5 and word[4] == "s" and (decade := _year(word[:4])) is not None:
            found.append(When(at, decade, None, None, since=False, first=at, last=at))
        elif (span := _years(word)) is not None:
            found.append(When(at, span, None, None, since=False, first=at, last=at))
    return found


def _in_month(lowers: Sequence[str], at: int) -> tuple[When, int]:
    """The date around a month's name, and its last token."""
    first, last = at, at
    day = _day(lowers[at - 1]) if at else None
    if day is not None:
        first = at - 1
    position = at + 1
    if lowers[position : position + 1] == ["."]:
        position += 1
    if day is None and position < len(lowers) and (day := _day(lowers[position])) is not None:
        last = position
        position += 1
    if position < len(lowers) and lowers[position] in (",", "of"):
        position += 1
    year = _year(lowers[position]) if position < len(lowers) else None
    if year is not None:
        last = position
    told = first > 0 and lowers[first - 1] in _TELLING
    return When(at, year, MONTHS[lowers[at]], day, _since(lowers, first), told, first, last), last


def _since(lowers: Sequence[str], first: int) -> bool:
    return not _BEGAN.isdisjoint(lowers[max(0, first - 7) : first])


def _day(word: str) -> int | None:
    stem = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
    return int(stem) if stem.isdigit() and len(stem) <= 2 and 1 <= int(stem) <= 31 else None


def _years(word: str) -> int | None:
    """The last year of "1998-2000" or "1992-95"."""
    first, _, second = word.partition("-")
    begin = _year(first) if second else None
    if begin is None or not second.isdigit():
        return None
    end = _year(second) if len(second) == 4 else begin - begin % 100 + int(second) if len(second) == 2 else None
    return end if end is not None and end >= begin else None


def _year(word: str) -> int | None:
    return int(word) if len(word) == 4 and word.isdigit() and 1900 <= int(word) <= 2100 else None


def days_ago(reading: Reading, named: Sequence[When], today: date) -> frozenset[int]:
    """How many days before ``today`` a sentence says that something was: "on Friday", "yesterday", "on 12 March"; empty where unsaid.

    ``named`` are the sentence's dates. Not the day on which somebody said it, nor a date that something is counted from, nor an
    agency's dateline.
    """
    lowers = reading.lowers
    found: set[int] = set()
    if not WEEKDAYS.isdisjoint(lowers):
        found.update(
            (today.weekday() - WEEKDAY_NUMBERS[word[:3]]) % 7
            for at, word in enumerate(lowers)
            if word in WEEKDAYS and _NOT_THEN.isdisjoint(lowers[max(0, at - 3) : at])
        )
    if "yesterday" in lowers:
        found.add(1)
    if not _TODAY.isdisjoint(lowers) and any(
        word in _TODAY and (word not in _THIS or lowers[at - 1] == "this") and lowers[at - 1] not in SAY
        for at, word in enumerate(lowers)
    ):
        found.add(0)
    for when in named:
        day = when.on(today) if when.day and not when.since else None
        dateline = reading.sentence.index == 0 and when.year is not None and when.first < DATELINE
        if day is not None and not dateline and timedelta() <= today - day < STALE:
            found.add((today - day).days)
    return frozenset(found)


_TODAY = words("today tonight morning afternoon evening")
_THIS = words("morning afternoon evening")
_NOT_THEN = SAY | {"since"}
WEEKDAY_NUMBERS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}


def news_day(published: date, document: Document) -> date:
    """The day an article gives at its very beginning, which is nearer to its news than a feed's date; else ``published``."""
    for sentence in document.sentences[:2]:
        for when in dates(Reading(sentence, ())):
            if when.year and when.month and when.day and when.at < DATELINE and not when.told:
                day = when.on(published)
                if day is not None and timedelta() <= published - day < STALE:
                    return day
    return published
