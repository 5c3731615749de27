"""What an open story is like: who is in it, its numbers, places and words; kept small however long it goes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from service.history.titles import Facts, note_facts
from service.models import UNSPECIFIED, Reading

# So much that none of a flare-up's days is forgotten, and a war that is one story for a year stays small.
MEMBERS = 500
WORDS = 300


@dataclass(slots=True)
class Heard:
    """When a number was first and last told."""

    first: datetime
    last: datetime


@dataclass(slots=True)
class Profile:
    """One open story: what it is like, who is in it, and what its title is made of."""

    id: str
    started: datetime
    last: datetime  # when a claim or a truce was last told in it
    until: datetime  # when its youngest article was published
    title: str  # of its first article
    size: int = 0
    members: list[tuple[str, str]] = field(default_factory=list)  # article and entry, oldest first, the newest of them
    changed: datetime | None = None  # when something last changed in it
    touched: datetime | None = None  # when anything was last told in it
    places: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    counts: dict[tuple[str, str], dict[int, Heard]] = field(default_factory=dict)
    facts: Facts = field(default_factory=dict)  # names for the title

    _kin: set[str] = field(init=False, repr=False, default_factory=set)  # the members' articles and entries

    def __post_init__(self) -> None:
        self._kin = {name for member in self.members for name in member}

    def knows(self, reading: Reading) -> bool:
        """Whether a copy or another revision of the article is in it, by direct links."""
        return reading.entry in self._kin or not self._kin.isdisjoint(reading.copies)

    def admit(self, reading: Reading) -> None:
        """Count an article in."""
        self.size += 1
        self.until = max(self.until, reading.published)
        self.members.append((reading.article, reading.entry))
        self._kin |= {reading.article, reading.entry}
        if len(self.members) > 2 * MEMBERS:
            del self.members[1:-MEMBERS]  # the first one stays: it names the story
            self._kin = {name for member in self.members for name in member}
        note_facts(self.facts, "reading", reading.places, reading.parties)


def hear(story: Profile, what: tuple[str, str], number: int, now: datetime) -> None:
    """Note that a story told a number."""
    heard = story.counts.setdefault(what, {}).setdefault(number, Heard(now, now))
    heard.last = max(heard.last, now)


def keep_most(counter: Counter[str]) -> None:
    """Of a long story's words and places those that tell it: one in ever so many articles never can."""
    if len(counter) > 2 * WORDS:
        kept = sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:WORDS]
        counter.clear()
        counter.update(dict(kept))


def counts_of(story: Profile, kind: str, party: str) -> Mapping[int, Heard]:
    """The numbers a story has for a kind and a side; a side that is not named is compared with all."""
    matching = [
        numbers
        for (other, side), numbers in story.counts.items()
        if other == kind and (party == UNSPECIFIED or side in (party, UNSPECIFIED))
    ]
    if len(matching) <= 1:
        return matching[0] if matching else {}
    found = dict(matching[0])
    for number, heard in (item for numbers in matching[1:] for item in numbers.items()):
        known = found.get(number)
        found[number] = Heard(min(known.first, heard.first), max(known.last, heard.last)) if known else heard
    return found
