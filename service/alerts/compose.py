"""A change with its names: the alert as it goes to the outbox."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from service.history.changes import digest
from service.models import Alert, ArticleRef, Change, Ledger, Reading


def compose(change: Change, ledger: Ledger, readings: Sequence[Reading], *, conflict_title: str, created: datetime) -> Alert:
    """The alert of a change; ``readings`` are the conflict's and hold the causing article. Raises ValueError where they do not.

    The id follows from conflict, series, the state after and the article, so the same news composed twice is one alert.
    """
    reading = next((reading for reading in readings if reading.article == change.article), None)
    if reading is None:
        raise ValueError(f"article {change.article} of change {change.id} is not among the readings of {change.conflict}")
    title = next((story.title for story in ledger.stories if story.id == change.story), "")
    return Alert(
        id=alert_id(change),
        type="ceasefire.changed" if change.series is None else "toll.changed",
        conflict=change.conflict,
        conflict_title=conflict_title,
        story=change.story,
        story_title=title,
        change=change,
        article=ArticleRef(reading.ref, reading.url, reading.title, reading.source),
        created=created,
    )


def alert_id(change: Change) -> str:
    """Stable over runs and machines: 20 hexadecimal digits."""
    if change.series is None:
        return digest("alert", change.conflict, "ceasefire", change.status_after, change.article)
    series, after = change.series, change.after
    said = f"{after.qualifier} {after.low}-{after.high}" if after else ""
    place = (series.story, series.kind, series.party, series.scope, series.since)
    return digest("alert", change.conflict, *place, change.change, said, change.article)
