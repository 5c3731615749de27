"""Small valid values to store: each function makes one, with what a test cares about given by name."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from service.models import (
    Alert,
    Article,
    ArticleRef,
    CeasefireClaim,
    CeasefireState,
    CeasefireStatement,
    Change,
    Claim,
    Entry,
    Evidence,
    Feed,
    Figure,
    Ledger,
    Reading,
    Report,
    SeriesKey,
    Story,
    Toll,
    Value,
)
from service.ports import FeedState, PollOutcome

NOW = datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=UTC)
FEED = Feed(url="https://news.example/rss", name="News Example", trust="established")
CONFLICT = "north-south"


def later(seconds: float) -> datetime:
    """That many seconds after NOW."""
    return NOW + timedelta(seconds=seconds)


def entry(key: str = "item-1", **given: Any) -> Entry:
    values: dict[str, Any] = {
        "feed": FEED.url,
        "key": key,
        "url": f"https://news.example/{key}",
        "title": f"Title of {key}",
        "summary": "<p>A summary</p>",
        "content": "",
        "published": NOW,
        "published_raw": "Sun, 01 Mar 2026 12:00:00 GMT",
        "date_flag": "",
        "updated": None,
        "author": "",
        "fetched": NOW,
    }
    return Entry(**values | given)


def poll(*entries: Entry, feed: Feed = FEED, **state: Any) -> PollOutcome:
    return PollOutcome(FeedState(feed, **state), entries)


def figure(**given: Any) -> Figure:
    values: dict[str, Any] = {
        "kind": "killed",
        "low": 49,
        "high": 49,
        "qualifier": "at_least",
        "party": "North",
        "role": "combatant",
        "claimant": "North",
        "scope": "current",
        "relation": "total",
        "quote": "at least 49 of its soldiers were killed",
        "start": 10,
        "end": 49,
        "rule": "count-of-killed",
        "conflict": CONFLICT,
    }
    return Figure(**values | given)


def statement(**given: Any) -> CeasefireStatement:
    values: dict[str, Any] = {
        "status": "agreed",
        "scope": "current",
        "quote": "agreed to a truce",
        "start": 60,
        "end": 77,
        "rule": "agreed-to",
        "conflict": CONFLICT,
        "parties": ("North", "South"),
    }
    return CeasefireStatement(**values | given)


def report(**given: Any) -> Report:
    values: dict[str, Any] = {
        "relevant": True,
        "figures": (figure(),),
        "ceasefire": (statement(),),
        "ceasefire_now": "agreed",
        "conflict": CONFLICT,
        "conflicts": (CONFLICT,),
        "parties": ("North", "South"),
        "places": ("Border",),
        "rejected": (),
        "why_relevant": "a figure",
        "version": "1",
    }
    return Report(**values | given)


def article(name: str = "a1", **given: Any) -> Article:
    values: dict[str, Any] = {
        "id": name,
        "entry": f"entry-{name}",
        "ref": f"ref-{name}",
        "revision": 1,
        "source": "News Example",
        "trust": "established",
        "url": f"https://news.example/{name}",
        "title": f"Title of {name}",
        "text": "North said at least 49 of its soldiers were killed. Both agreed to a truce.",
        "published": NOW,
        "dated": True,
        "language": "en",
        "origin": "page",
        "content_hash": f"hash-{name}",
        "fingerprint": "",
    }
    return Article(**values | given)


def reading(name: str = "a1", **given: Any) -> Reading:
    values: dict[str, Any] = {
        "article": name,
        "entry": f"entry-{name}",
        "ref": f"ref-{name}",
        "revision": 1,
        "conflict": CONFLICT,
        "source": "News Example",
        "trust": "established",
        "url": f"https://news.example/{name}",
        "title": f"Title of {name}",
        "published": NOW,
        "dated": True,
        "parties": ("North", "South"),
        "places": ("Border",),
        "words": ("soldiers", "truce"),
        "claims": (Claim(f"claim-{name}", name, figure()),),
        "ceasefire": (CeasefireClaim(f"truce-{name}", name, statement(), True),),
    }
    return Reading(**values | given)


def evidence(name: str = "a1") -> Evidence:
    return Evidence(
        claim=f"claim-{name}",
        article=name,
        quote="at least 49 of its soldiers were killed",
        claimant="North",
        source="News Example",
        trust="established",
        url=f"https://news.example/{name}",
        published=NOW,
    )


SERIES = SeriesKey(CONFLICT, "story-1", "killed", "North", "combatant", "current")


def change(name: str = "change-1", **given: Any) -> Change:
    values: dict[str, Any] = {
        "id": name,
        "conflict": CONFLICT,
        "story": "story-1",
        "change": "rise",
        "at": NOW,
        "article": "a1",
        "series": SERIES,
        "before": Value(49, 49, "at_least"),
        "after": Value(105, 105),
        "evidence": (evidence(),),
        "confidence": 0.93,
        "confirmed": True,
    }
    return Change(**values | given)


def ledger(*changes: Change, **given: Any) -> Ledger:
    values: dict[str, Any] = {
        "conflict": CONFLICT,
        "stories": (Story("story-1", CONFLICT, "Fighting at the border", NOW, NOW, ("a1",)),),
        "tolls": (Toll(SERIES, 49, Value(105, 105), 105, "North", NOW, (evidence(),)),),
        "ceasefire": (CeasefireState(CONFLICT, ("North", "South"), "agreed", NOW, None, None, (evidence(),)),),
        "changes": changes,
    }
    return Ledger(**values | given)


def alert(name: str = "alert-1", **given: Any) -> Alert:
    values: dict[str, Any] = {
        "id": name,
        "type": "toll.changed",
        "conflict": CONFLICT,
        "conflict_title": "North and South",
        "story": "story-1",
        "story_title": "Fighting at the border",
        "change": change(f"change-of-{name}"),
        "article": ArticleRef("ref-a1", "https://news.example/a1", "Title of a1", "News Example"),
        "created": NOW,
    }
    return Alert(**values | given)
