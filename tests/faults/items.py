"""What the feeds of a run offer: invented wars whose every item has one right outcome, whatever the order of arrival.

single   a story of its own (45 days from the next), a first figure: rings exactly once, by itself
chain    four rising figures of one story: whatever came late or out of turn, the last figure told is the highest
truce    two statements on one truce: the last status told is the newest
quiet    nothing about any war: kept, never rings
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from random import Random
from typing import Literal

Kind = Literal["single", "chain", "truce", "quiet"]

_START = datetime(2012, 1, 2, 6, tzinfo=UTC)
_APART = timedelta(days=45)  # a story is over long before the next begins
_SINGLES, _CHAINED, _TRUCES, _QUIET = 24, 8, 2, 6
PER_CONFLICT = _SINGLES + _CHAINED + _TRUCES + _QUIET
_LINK = "https://news.example/"  # never asked for: the feeds hold the whole text
_ONSETS = ("b", "d", "g", "k", "l", "m", "n", "p", "r", "t", "v", "z")
_VOWELS = ("a", "e", "i", "o", "u")


@dataclass(frozen=True, slots=True)
class Item:
    """One feed item; ``expects`` is what its series must have been told in the end: a count, a status, or nothing."""

    id: str
    feed: int
    kind: Kind
    conflict: str
    series: str  # items of one series are of one story
    title: str
    summary: str
    published: datetime
    expects: int | str

    def xml(self) -> str:
        """The item as RSS."""
        return (
            f"<item><guid isPermaLink='false'>{self.id}</guid><title>{escape(self.title)}</title>"
            f"<link>{_LINK}{self.id}</link><description>{escape(self.summary)}</description><pubDate>{format_datetime(self.published)}</pubDate></item>"
        )


@dataclass(frozen=True, slots=True)
class War:
    """An invented conflict: two countries that no gazetteer knows."""

    id: str
    one: str
    two: str

    def toml(self) -> str:
        """Its entry in conflicts.toml."""
        parties = "".join(f'[[conflict.party]]\nid = "{name.lower()}"\nname = "{name}"\n\n' for name in (self.one, self.two))
        return f'[[conflict]]\nid = "{self.id}"\ntitle = "{self.one} – {self.two}"\n\n{parties}'


def wars(count: int) -> list[War]:
    """So many wars, the same in every run."""
    names = list(_names(2 * count))
    return [War(f"{a.lower()}-{b.lower()}", a, b) for a, b in zip(names[::2], names[1::2], strict=True)]


def _names(count: int) -> list[str]:
    chance = Random("names of countries that are not on any map")
    found: dict[str, None] = {}
    while len(found) < count:
        middle = "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(3))
        found[(chance.choice("VZKD") + chance.choice(_VOWELS) + middle + "nistan").capitalize()] = None
    return list(found)


def items(count: int, *, feeds: int) -> tuple[list[War], list[Item]]:
    """The wars and ``count`` items in the order in which feeds publish them, dealt out to ``feeds`` feeds."""
    fought = wars(-(-count // PER_CONFLICT))
    by_war = [_of_war(war, number) for number, war in enumerate(fought)]
    in_turn = [(place, item) for of_war in by_war for place, item in enumerate(of_war)]
    chance = Random("order of publication")  # much as it happened, and some of it late
    mixed = [item for _, item in sorted(in_turn, key=lambda pair: pair[0] + chance.uniform(0, 8))][:count]
    return fought, [_dealt(item, place % feeds) for place, item in enumerate(mixed)]


def _dealt(item: Item, feed: int) -> Item:
    return Item(item.id, feed, item.kind, item.conflict, item.series, item.title, item.summary, item.published, item.expects)


def _of_war(war: War, number: int) -> list[Item]:
    kinds: list[Kind] = ["single"] * _SINGLES + ["truce"] * _TRUCES + ["quiet"] * _QUIET
    Random(f"order {number}").shuffle(kinds)
    found: list[Item] = []
    truces = 0
    for slot, kind in enumerate(kinds):
        at = _START + slot * _APART + timedelta(minutes=number % 600)
        name = f"{war.id}-{slot}"
        if kind == "single":
            found.append(_toll(war, name, "single", name, 11 + 3 * slot + number % 3, at))
        elif kind == "truce":
            found.append(_truce(war, name, truces, at))
            truces += 1
        else:
            found.append(_quiet(war, name, at))
        if slot % 15 == 7:
            later = at + _APART / 2
            for step in range(_CHAINED // 2):
                found.append(
                    _toll(
                        war,
                        f"{name}-c{step}",
                        "chain",
                        f"{name}-c",
                        200 + 40 * (slot // 15) + 9 * step,
                        later + timedelta(hours=5 * step),
                    )
                )
    return found


def _toll(war: War, name: str, kind: Kind, series: str, dead: int, at: datetime) -> Item:
    summary = f"{war.one} said on {at:%A} that {dead} of its soldiers were killed by {war.two} forces on the border."
    return Item(
        name, 0, kind, war.id, series, f"{war.one} says {dead} soldiers killed in clashes with {war.two}", summary, at, dead
    )


def _truce(war: War, name: str, place: int, at: datetime) -> Item:
    words, status = (
        (f"{war.one} and {war.two} agreed on a ceasefire on {at:%A}, both governments said.", "agreed"),
        (f"The ceasefire between {war.one} and {war.two} collapsed on {at:%A}, both governments said.", "ended"),
    )[place]
    return Item(name, 0, "truce", war.id, f"{war.id}-truce", words.split(" on ")[0], words, at, status)


def _quiet(war: War, name: str, at: datetime) -> Item:
    summary = f"A bakery in the capital of {war.one} won a prize for its rye bread, judges said on {at:%A}."
    return Item(name, 0, "quiet", war.id, name, f"Bakery number {name} wins a prize", summary, at, "")


def body_of(items: Sequence[Item]) -> bytes:
    """A feed's body with these items, the newest on top."""
    inner = "".join(item.xml() for item in reversed(items))
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>t</title>{inner}</channel></rss>".encode()


def item_of(url: str) -> str:
    """The id of the item that an alert's article link leads to."""
    return url.removeprefix(_LINK)


def expected_series(offered: Sequence[Item]) -> dict[str, Item]:
    """The item that each series must end with: the newest of it that was offered."""
    ends: dict[str, Item] = {}
    for item in offered:
        if item.kind != "quiet" and (item.series not in ends or ends[item.series].published < item.published):
            ends[item.series] = item
    return ends
