"""Which entry is which: keys that stay the same from poll to poll and that keep different items apart.

An entry is known by its guid, else by its link, else by title and date. Feeds break the first two: some give every item the
feed's own address as guid, or as link. So where several items of a body share a key and are not the same item, each of them is
known by the next finer one; nothing is dropped but what is there twice.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from service.feeds.links import canonical

_LONGEST = 200  # characters; longer ids, which reach 100 kB, are hashed


@dataclass(frozen=True, slots=True)
class Identity:
    """What a feed says that can tell an item from others; ``title`` falls back to the item's own words."""

    guid: str
    url: str
    title: str
    date: str  # the feed's words
    text: str
    updated: datetime | None

    def keys(self) -> tuple[str, ...]:
        """From coarse to fine, empty ones left out; the last always exists."""
        link = canonical(self.url) if self.url else ""
        fine = "\n".join(part for part in (link, self.title or self.text, self.date) if part)
        return tuple(_short(key) for key in (self.guid, link, fine) if key)


def choose(items: Sequence[Identity]) -> tuple[dict[int, str], list[str]]:
    """A key for each item, by its place in ``items``, and what was odd; items that are there twice have none."""
    odd: list[str] = []
    chosen: dict[int, str] = {}
    used: set[str] = set()
    open_items = {place: item.keys() for place, item in enumerate(items)}
    for depth in range(3):
        groups: dict[str, list[int]] = defaultdict(list)
        for place, keys in open_items.items():
            groups[keys[min(depth, len(keys) - 1)]].append(place)
        for key, places in groups.items():
            last = all(len(open_items[place]) <= depth + 1 for place in places)
            apart = {_sameness(items[place]) for place in places}
            if (len(apart) > 1 or key in used) and not last:
                if depth == 0:
                    odd.append(f"{len(places)} items share the id {key[:80]!r}; told apart by link, title and date")
                continue
            newest = _newest(items, places)
            if key not in used:
                chosen[newest] = key
            if len(places) > 1 or key in used:
                odd.append(f"{len(places)} items are the same ({(items[newest].title or key)[:80]!r}); the newest is used")
            used.add(key)
            for place in places:
                del open_items[place]
    return chosen, odd


def _sameness(item: Identity) -> tuple[str, str]:
    """Equal for two versions of one item: the same page under the same headline."""
    return canonical(item.url), item.title or item.text


def _newest(items: Sequence[Identity], places: Sequence[int]) -> int:
    """The version with the latest edit; the first, which feeds put on top, where they do not say."""
    stamped = [(edited, -place) for place in places if (edited := items[place].updated) is not None]
    return -max(stamped)[1] if stamped else places[0]


def _short(key: str) -> str:
    if len(key) <= _LONGEST:
        return key
    return f"sha256:{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()}"
