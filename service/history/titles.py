"""What a story is called: by its own facts, short enough for a headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from service.models import UNSPECIFIED, Claim, Reading


def title_of(members: Iterable[Reading], claims: Iterable[Claim]) -> str:
    """A short title from the story's own facts: where or between whom, and when."""
    readings = list(members)
    figures = [claim.figure for claim in claims]
    places = Counter(place for figure in figures for place in figure.places)
    places = places or Counter(place for reading in readings for place in reading.places)
    parties = Counter(figure.party for figure in figures if figure.party != UNSPECIFIED)
    named = parties or Counter(party for reading in readings for party in reading.parties)
    sides = sorted(sorted(named, key=lambda party: (-named[party], party))[:2])
    where = [place for place, count in sorted(places.items(), key=lambda item: (-item[1], item[0])) if place not in sides][:1]
    head = ": ".join(part for part in (*where, " – ".join(sides)) if part) or readings[0].title
    return f"{head}, {_days(readings)}"


def _days(readings: Sequence[Reading]) -> str:
    first, last = readings[0].published, readings[-1].published
    if first.date() == last.date():
        return f"{first.day} {first:%B %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%B %Y}"
    return f"{first.day} {first:%B} – {last.day} {last:%B %Y}"
