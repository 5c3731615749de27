"""Merging two stories of a conflict by hand, and taking that back: the decision is recorded and the history folded anew from there on.

Nothing rings for it: what was told stays told, and the next article is compared with that.
"""

from __future__ import annotations

from datetime import datetime

from service.errors import UsageError
from service.folds import refold
from service.history.merging import Merge
from service.models import Story
from service.ports import ConflictWork, Store


def merge(store: Store, conflict: str, story: str, into: str, *, why: str, now: datetime) -> None:
    """Count a story as a part of an older one. UsageError where there is none of the two, or where they cannot be one."""
    part, whole = _story(store, conflict, story), _story(store, conflict, into)
    if part.id == whole.id:
        raise UsageError(f"{story} is one story already")
    if (whole.started, whole.id) > (part.started, part.id):
        raise UsageError(
            f"{into} began later than {story}: a story is merged into the older one; give them the other way round"
        )
    with store.conflict_work([conflict]) as work:
        work.add_merge(conflict, story, into, why=why, now=now)
        update = refold(work, conflict, part.started, now).update
        if any(isinstance(row.part, Story) and row.part.id == story for row in update.rows):
            raise UsageError(
                f"{into} had been silent for too long when {story} began at {part.started:%Y-%m-%d %H:%M}; they stay two"
            )


def unmerge(store: Store, conflict: str, story: str, *, why: str, now: datetime) -> None:
    """Let a story that was merged be one of its own again. UsageError where it was not merged."""
    with store.conflict_work([conflict]) as work:
        standing = [one for one in work.merges(conflict) if one.story == story and one.undone is None]
        if not standing:
            raise UsageError(f"{story} was not merged into another story; `history explain {conflict}` lists what was")
        for one in standing:
            work.undo_merge(one.number, why=why, now=now)
        refold(work, conflict, _began(work, standing[0]), now)


def _story(store: Store, conflict: str, name: str) -> Story:
    if (found := store.story(conflict, name)) is None:
        raise UsageError(f"{conflict} has no story {name}; `history stories {conflict}` lists them")
    return found


def _began(work: ConflictWork, merge_: Merge) -> datetime:
    """When the merged story's first article was published."""
    article = merge_.story.split("~", 1)[0]
    readings = work.readings_of(merge_.conflict, [article])
    return readings[article].published if article in readings else merge_.at
