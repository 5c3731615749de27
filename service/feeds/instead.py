"""What a body was that is no feed, and what its owner can do about it."""

from __future__ import annotations

import re
from html import unescape

from service.feeds.links import web_link

_HEAD = 65_536  # bytes that are looked at
_HTML = re.compile(rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_LINK = re.compile(r"<link\b[^<>]{1,1000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-z-]{1,20})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
_ROOT = re.compile(rb"<([A-Za-z_][\w:.-]{0,60})[\s/>]")
_BINARY = (
    (b"%PDF", "a PDF file"),
    (b"\x1f\x8b", "gzip data"),
    (b"PK\x03\x04", "a ZIP file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8", "an image"),
    (b"GIF8", "an image"),
)


def what_it_was(body: bytes, *, url: str, content_type: str) -> str:
    """In words for a message: "is an HTML page, not a feed; the page names this feed: …"."""
    head = body[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n\0")
    if not head:
        return "is empty; if it stays so, remove the feed or ask its publisher"
    for magic, name in _BINARY:
        if head.startswith(magic):
            return f"is {name}, not a feed; check the address"
    if head[:1] in b"{[":
        kind = "a JSON Feed, which is not read here" if b"jsonfeed.org/version" in head else "JSON, not a feed"
        return f"is {kind}; most sites offer RSS or Atom as well, use that address"
    if _HTML.search(head[:4096]) or ("html" in content_type.lower() and head[:1] == b"<"):
        return _html(head, url)
    if head[:1] == b"<" and (root := _root(head)):
        return f"is XML of another kind (<{root}>), not RSS, RDF or Atom; check the address"
    return "is plain text, not a feed; check the address"


def _html(head: bytes, url: str) -> str:
    feeds = _announced(head.decode("utf-8", "replace"), url)
    if feeds:
        return f"is an HTML page, not a feed; the page names {'this feed' if len(feeds) == 1 else 'these feeds'}: {', '.join(feeds)}"
    return (
        "is an HTML page, not a feed; the feed may have moved, or the site shows robots a page of its own: open it in a browser"
    )


def _announced(html: str, url: str) -> list[str]:
    """The feeds a page announces with <link rel="alternate" type="application/rss+xml" href=…>, at most three."""
    found: list[str] = []
    for tag in _LINK.findall(html):
        named = {m[0].lower(): unescape(m[1] or m[2] or m[3]) for m in _ATTRIBUTE.findall(tag)}
        if "alternate" in named.get("rel", "").lower() and named.get("type", "").lower().strip() in _FEED_TYPES:
            link = web_link(named.get("href", ""), url)
            if link and link not in found:
                found.append(link)
    return found[:3]


def _root(head: bytes) -> str:
    match = _ROOT.search(head)
    return match.group(1).decode("ascii", "replace") if match else ""
