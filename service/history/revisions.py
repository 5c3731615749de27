"""Edited articles: the newest revision of an entry takes the place of the older ones from its own time on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from service.models import Reading


@dataclass(frozen=True, slots=True)
class Edit:
    """A newer revision that took an older one's place, and when."""

    at: datetime
    article: str


def edits(readings: Sequence[Reading]) -> Mapping[str, Edit]:
    """Article id -> the edit that replaced it; articles that stand are not in it.

    A revision counts as newer by when it was said: a live one is dated when its edit was seen, so a feed whose dates jump does not
    bring an old text back, and an archive's versions carry their own dates, in whatever order they are read.
    """
    entries: dict[str, list[Reading]] = {}
    for reading in readings:
        entries.setdefault(reading.entry, []).append(reading)
    replaced: dict[str, Edit] = {}
    for group in entries.values():
        group.sort(key=lambda reading: (reading.published, reading.revision, reading.article))
        for older, newer in pairwise(group):
            if newer.article != older.article:
                replaced[older.article] = Edit(newer.published, newer.article)
    return replaced
