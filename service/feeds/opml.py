"""OPML, the list of feeds that readers exchange: imported whole or not at all, exported grouped by trust."""

from __future__ import annotations

import typing
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import format_datetime
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit
from xml.sax import ContentHandler, SAXException, SAXParseException
from xml.sax.saxutils import escape, quoteattr
from xml.sax.xmlreader import AttributesImpl

import defusedxml.sax
from defusedxml import DefusedXmlException

from service.config import checks
from service.errors import OpmlError
from service.feeds.text import visible
from service.models import Feed, Trust

_LARGEST = 10 * 1024 * 1024  # bytes; a list of 20,000 feeds has about 4 MB
_NAME = 120  # characters, as in config/feeds.toml
_TRUSTS: tuple[Trust, ...] = typing.get_args(Trust)


@dataclass(frozen=True, slots=True)
class OpmlImport:
    """The feeds of a file in its order, each address once; ``duplicates`` says in words which were left out."""

    feeds: tuple[Feed, ...]
    duplicates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Outline:
    """One <outline>: its line, its attributes by lower-case name, and the names of the groups around it."""

    line: int
    named: dict[str, str]
    groups: tuple[str, ...]


def import_opml(path: Path) -> OpmlImport:
    """Read an OPML file; OpmlError naming file, line and reason where any of it cannot be used."""
    try:
        if path.stat().st_size > _LARGEST:
            raise OpmlError(f"{path} is larger than {_LARGEST // 1024 // 1024} MB, which no list of feeds is")
        body = path.read_bytes()
    except OSError as error:
        raise OpmlError(f"{path} cannot be read: {error.strerror}") from None
    return parse_opml(body, file=str(path))


def parse_opml(body: bytes, *, file: str) -> OpmlImport:
    """Read OPML 1.0-2.0 with outlines nested at will. A group called primary, established or unrated gives its feeds that trust."""
    outlines = _outlines(body, file)
    feeds: dict[str, Feed] = {}
    names: set[str] = set()
    duplicates: list[str] = []
    for outline in outlines:
        feed = _feed(outline, file)
        same = checks.same_url(feed.url)
        if same in feeds:
            duplicates.append(f"{file}:{outline.line}: {feed.url} is there already as {feeds[same].name}")
            continue
        feed = replace(feed, name=_unique(feed, names))
        names.add(feed.name.casefold())
        feeds[same] = feed
    if not feeds:
        raise OpmlError(f"{file} names no feed: no <outline> has an xmlUrl")
    return OpmlImport(tuple(feeds.values()), tuple(duplicates))


def export_opml(feeds: Iterable[Feed], *, now: datetime, title: str = "Escalation Watch") -> str:
    """OPML 2.0 with one group for each trust in use, feeds in the order given; what OPML has no place for is left out."""
    by_trust: dict[Trust, list[Feed]] = {trust: [] for trust in _TRUSTS}
    for feed in feeds:
        by_trust[feed.trust].append(feed)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"  <head><title>{escape(title)}</title><dateCreated>{format_datetime(now)}</dateCreated></head>",
        "  <body>",
    ]
    for trust, members in by_trust.items():
        if members:
            lines.append(f"    <outline text={quoteattr(trust)}>")
            lines.extend(f"      {_outline(feed)}" for feed in members)
            lines.append("    </outline>")
    return "\n".join([*lines, "  </body>", "</opml>", ""])


def _outline(feed: Feed) -> str:
    name = quoteattr(visible(feed.name))  # a control character would make the whole file no XML
    return f'<outline type="rss" text={name} title={name} xmlUrl={quoteattr(feed.url)} language={quoteattr(feed.language)}/>'


# --- reading -----------------------------------------------------------------------------------------------------


class _Handler(ContentHandler):
    """Collects the outlines that name a feed."""

    def __init__(self) -> None:
        super().__init__()
        self.root = ""
        self.found: list[_Outline] = []
        self._groups: list[str] = []

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - the name SAX asks for
        self.root = self.root or name.lower()
        if name.lower() != "outline":
            return
        named = {key.lower(): value for key, value in attrs.items()}
        if "xmlurl" in named:
            # SAX counts lines where a tag ends; a tag over several lines is found by its last
            self.found.append(_Outline(self._locator.getLineNumber() or 0, named, tuple(self._groups)))  # type: ignore[attr-defined]  # set by SAX
        self._groups.append(named.get("text") or named.get("title") or "")

    def endElement(self, name: str) -> None:  # noqa: N802 - the name SAX asks for
        if name.lower() == "outline":
            self._groups.pop()


def _outlines(body: bytes, file: str) -> list[_Outline]:
    handler = _Handler()
    try:
        defusedxml.sax.parseString(body, handler)
    except SAXParseException as error:
        raise OpmlError(f"{file}:{error.getLineNumber() or 1}: broken XML: {error.getMessage()}") from None
    except DefusedXmlException:
        raise OpmlError(f"{file} defines XML entities or reaches for other files, which no list of feeds needs") from None
    except (SAXException, ValueError, LookupError) as error:
        raise OpmlError(f"{file} cannot be read as XML: {str(error)[:200]}") from None
    if handler.root != "opml":
        raise OpmlError(f"{file} is no OPML: it begins with <{handler.root}>")
    return handler.found


def _feed(outline: _Outline, file: str) -> Feed:
    url = outline.named["xmlurl"].strip()
    if url.lower().startswith("feed:"):  # feed:https://…, feed://…: how browsers once handed feeds to readers
        rest = url[len("feed:") :]
        url = f"http:{rest}" if rest.startswith("//") else rest
    if checks.has_password(url):
        raise OpmlError(f"{file}:{outline.line}: the address carries a user name or password; use one without")
    if wrong := checks.web_url(url):
        raise OpmlError(f"{file}:{outline.line}: xmlUrl {url[:200]!r} cannot be used; {wrong}")
    name = _name(outline.named) or urlsplit(url).hostname or url
    trust: Trust = next((t for group in reversed(outline.groups) for t in _TRUSTS if group.strip().lower() == t), "unrated")
    language = outline.named.get("language", "").strip()
    return Feed(url, name, trust, "en" if not language or checks.language(language) else language)


def _name(named: dict[str, str]) -> str:
    words = unescape(named.get("title") or named.get("text") or "")
    return " ".join(visible(words[: _NAME * 4]).split())[:_NAME].strip()


def _unique(feed: Feed, names: set[str]) -> str:
    """A name that no feed before it has: alerts name outlets by it."""
    host = urlsplit(feed.url).hostname or ""
    tries = [feed.name, f"{feed.name[: _NAME - len(host) - 3]} ({host})"]
    number = 2
    while tries[0].casefold() in names:
        if len(tries) > 1:
            tries.pop(0)
        else:
            tries = [f"{feed.name[: _NAME - 8]} ({number})"]
            number += 1
    return tries[0]
