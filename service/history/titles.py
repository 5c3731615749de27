"""What a story is called: by its own facts, short enough for a headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

Facts = dict[str, Counter[str]]


def note_facts(facts: Facts, said_by: str, places: tuple[str, ...], parties: tuple[str, ...]) -> None:
    """Count names a title can be made of; ``said_by`` is "claim" for those of a claim's own sentence, else "reading"."""
    facts.setdefault(f"{said_by} places", Counter()).update(places)
    facts.setdefault(f"{said_by} parties", Counter()).update(parties)


def title_of(facts: Mapping[str, Counter[str]], first: str, started: datetime, until: datetime) -> str:
    """A short title from the story's own facts: where or between whom, and when; ``first`` is the first article's title."""
    places = facts.get("claim places") or facts.get("reading places") or Counter()
    named = facts.get("claim parties") or facts.get("reading parties") or Counter()
    sides = sorted(sorted(named, key=lambda party: (-named[party], party))[:2])
    where = [place for place, count in sorted(places.items(), key=lambda item: (-item[1], item[0])) if place not in sides][:1]
    head = ": ".join(part for part in (*where, " – ".join(sides)) if part) or first
    return f"{head}, {_days(started, until)}"


def _days(first: datetime, last: datetime) -> str:
    if first.date() == last.date():
        return f"{first.day} {first:%B %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%B %Y}"
    return f"{first.day} {first:%B} – {last.day} {last:%B %Y}"
