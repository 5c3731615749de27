"""Stories that people merged by hand: a story counts as a part of an older one, from its first article on.

The fold tells stories apart by itself and never joins two later. Where it was wrong, a person says so (`history merge`); the decision is
stored beside the readings, so that every fold, in any order and ever after, comes to the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Merge:
    """One decision: ``story`` is a part of ``into``; why, and when it was decided; where it was taken back also when and why that."""

    number: int
    conflict: str
    story: str
    into: str
    why: str
    at: datetime
    undone: datetime | None = None
    undone_why: str = ""


def merged_into(story: str, merged: Mapping[str, str]) -> str:
    """The story that one is a part of in the end; itself where nobody merged it, or where the decisions go in a circle."""
    seen = {story}
    while (into := merged.get(story)) is not None and into not in seen:
        seen.add(into)
        story = into
    return story


def meant(merged: Mapping[str, str]) -> dict[str, str]:
    """For every merged story the one that it is a part of in the end."""
    return {story: merged_into(story, merged) for story in merged}
