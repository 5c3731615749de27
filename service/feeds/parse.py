"""A feed's body -> entries; the only place that knows feedparser."""

from __future__ import annotations

import html
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from time import struct_time
from typing import Any
from xml.sax import SAXException

import feedparser

from service.errors import FeedError
from service.feeds.bounds import TooMuch, bound_authors, bounded
from service.feeds.dates import entry_date
from service.feeds.instead import what_it_was
from service.feeds.keys import Identity, choose
from service.feeds.links import web_link
from service.feeds.text import plain, storable
from service.models import Entry, Feed

bound_authors()

_TITLE, _AUTHOR, _MARKUP = 500, 200, 500_000  # characters kept
_FROM_TEXT = 120  # characters of an item's own words that stand in for a missing title
_MOST_PROBLEMS = 20
# What feedparser and the parsers below it have been seen to raise on broken input; a bug there must not end the poller.
_PARSER_FAILS = (
    ValueError, LookupError, TypeError, AttributeError, AssertionError, ArithmeticError, RuntimeError, SAXException, RecursionError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """What a body said: ``version`` as feedparser names it (rss20, atom10, …), entries in the feed's order.

    ``problems`` are in words for people, at most 20; ``dropped`` counts items over the limit of entries.
    """

    title: str
    version: str
    entries: tuple[Entry, ...]
    problems: tuple[str, ...]
    dropped: int


def parse(body: bytes, *, feed: Feed, content_type: str, fetched: datetime, limit: int) -> ParsedFeed:
    """Read RSS 0.9x-2.0, RDF and Atom, well-formed or not; FeedError naming the feed and what the body was instead.

    ``fetched`` (UTC) stands in for dates that are missing or impossible. At most ``limit`` entries, the newest by date.
    """
    problems: list[str] = []
    try:
        readable, cut = bounded(body)
    except TooMuch as too_much:
        raise FeedError(f"{feed.name} ({feed.url}) {too_much}; it is not read") from None
    problems.extend(cut)
    found = _read(readable, feed, content_type)
    items: list[Any] = found.get("entries") or []
    version = str(found.get("version") or "")
    if not version and not (items and not _is_html(body)):
        raise FeedError(f"{feed.name} ({feed.url}) {what_it_was(body, url=feed.url, content_type=content_type)}")
    broken = ""
    if found.get("bozo") and isinstance(error := found.get("bozo_exception"), SAXException):
        broken = " ".join(str(error).split())[:150]
        problems.append(f"the XML is broken ({broken}); read as far as it goes")
    entries = _entries(items, feed, fetched, problems)
    if broken and not entries:
        raise FeedError(
            f"{feed.name} ({feed.url}) answered with broken XML in which no item can be read ({broken}); look at it"
        )
    kept = _newest(entries, limit)
    dropped = len(entries) - len(kept)
    if dropped:
        problems.append(f"{len(entries)} entries, of which the {limit} newest are used")
    title = plain(_words(found.get("feed") or {}, "title"), longest=_TITLE)
    return ParsedFeed(title, version, tuple(kept), _few(problems), dropped)


def _read(body: bytes, feed: Feed, content_type: str) -> Any:
    headers = {"content-type": content_type} if content_type else {}
    try:
        # A BytesIO, because feedparser opens bytes that look like a path. Not cleaned, because nobody shows the markup; links are
        # resolved by web_link, because feedparser would resolve guids as well.
        return feedparser.parse(io.BytesIO(body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    except _PARSER_FAILS as error:
        raise FeedError(
            f"{feed.name} ({feed.url}) cannot be read: the parser failed with {type(error).__name__}: {str(error)[:150]}"
        ) from error


def _is_html(body: bytes) -> bool:
    return b"<html" in body[:4096].lower()


# --- entries -----------------------------------------------------------------------------------------------------


def _entries(items: Sequence[Any], feed: Feed, fetched: datetime, problems: list[str]) -> list[Entry]:
    offered = []
    for number, item in enumerate(items, start=1):
        draft = _draft(item, feed, fetched)
        if draft is None:
            problems.append(f"item {number} has neither id, link nor title and is skipped")
        else:
            offered.append(draft)
    keys, odd = choose([identity for identity, _ in offered])
    problems.extend(odd)
    return [_with_key(draft, keys[place]) for place, (_, draft) in enumerate(offered) if place in keys]


def _draft(item: Any, feed: Feed, fetched: datetime) -> tuple[Identity, Entry] | None:
    """One item as an entry without its key; None where nothing tells it from another."""
    guid = storable(_words(item, "id"), longest=1_000_000).strip()
    url = _url(item, guid, feed.url)
    title = plain(_words(item, "title"), longest=_TITLE)
    if not guid and not url and not title:
        return None
    summary, content = _texts(item)
    if not title:
        title = plain(summary or content, longest=_FROM_TEXT)
    published, flag, raw = entry_date(_dates(item, "published", "created", "updated"), fetched=fetched)
    updated, doubt, _ = entry_date(_dates(item, "updated"), fetched=fetched)
    edited = None if doubt else updated
    entry = Entry(
        feed=feed.id,
        key="",
        url=url,
        title=title,
        summary=summary,
        content=content,
        published=published,
        published_raw=storable(raw, longest=_AUTHOR),
        date_flag=flag,
        updated=edited,
        author=plain(_words(item, "author"), longest=_AUTHOR),
        fetched=fetched,
    )
    return Identity(guid, url, title, raw, (summary or content)[:_TITLE], edited), entry


def _with_key(draft: Entry, key: str) -> Entry:
    values = {name: getattr(draft, name) for name in Entry.__dataclass_fields__}
    return Entry(**(values | {"key": key}))


def _url(item: Any, guid: str, base: str) -> str:
    """Where the article is: the publisher's own link where a feed service wraps it, else the link, else a guid that is one."""
    if item.get("guidislink") and _words(item, "link").strip() == guid and "://" not in guid:
        return ""  # feedparser takes any guid for a link where there is none
    alternates = [link.get("href", "") for link in item.get("links", ()) if link.get("rel", "alternate") == "alternate"]
    for link in (_words(item, "feedburner_origlink"), _words(item, "link"), *alternates):
        if url := web_link(link, base):
            return url
    return web_link(guid, base) if guid.lower().startswith(("http://", "https://")) else ""


def _texts(item: Any) -> tuple[str, str]:
    """Summary and content, as markup; the longest content where there are several, no summary where it says the same."""
    contents = [_markup(c) for c in item.get("content", ()) if _is_text(c)]
    content = max(contents, key=len, default="")
    detail = item.get("summary_detail") if "summary_detail" in item else None
    summary = _markup(detail) if detail and _is_text(detail) else ""
    return ("" if summary == content else summary), content


def _is_text(detail: Any) -> bool:
    kind = str(detail.get("type") or "").lower()
    return not kind or kind.startswith("text/") or "xml" in kind or "html" in kind


def _markup(detail: Any) -> str:
    value = storable(str(detail.get("value") or ""), longest=_MARKUP)
    return html.escape(value, quote=False) if detail.get("type") == "text/plain" and "<" in value else value


def _dates(item: Any, *names: str) -> Iterator[tuple[str, struct_time | None]]:
    for name in names:
        if words := _words(item, name):
            parsed = item.get(f"{name}_parsed") if f"{name}_parsed" in item else None
            yield words, parsed


def _words(item: Any, name: str) -> str:
    """A text of an item; asked only where it is, because feedparser answers for some names with another's value."""
    return str(item.get(name) or "") if name in item else ""


def _newest(entries: list[Entry], limit: int) -> list[Entry]:
    if len(entries) <= limit:
        return entries
    ranked = sorted(range(len(entries)), key=lambda place: (entries[place].published, -place), reverse=True)
    return [entries[place] for place in sorted(ranked[:limit])]


def _few(problems: list[str]) -> tuple[str, ...]:
    if len(problems) <= _MOST_PROBLEMS:
        return tuple(problems)
    return (*problems[: _MOST_PROBLEMS - 1], f"and {len(problems) - _MOST_PROBLEMS + 1} more")
