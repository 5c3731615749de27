"""Text and links from outside, made harmless for every outlet: plain words on one line, and web links only.

Feeds, pages and configuration may hold anything. What is shown to people passes through ``plain`` and ``web_link`` first; an
outlet with a markup of its own (Slack, HTML) escapes for that markup on top.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

# ECMA-48: CSI and OSC sequences (7-bit and C1 forms), then any other escape. Removed whole, so that no "[31m" is left.
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n\r]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
# Categories of characters that are invisible or steer the display: controls, formats (bidi, zero width, tags), surrogates, private
# use, unassigned. Variation selectors and the blank Hangul and Braille letters hide just as well, under other categories.
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_HIDDEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | {chr(c) for c in range(0xFE00, 0xFE10)}
_MAX_MARKS = 4  # combining marks on one letter; Vietnamese, Hebrew and Arabic need at most three
_MAX_LINK = 2000  # characters; longer links break in mail and chat clients
_BAD_IN_LINK = re.compile(r"[\s\\\"'`{}^|<>\x00-\x20\x7f-\x9f]")


def plain(text: str, limit: int | None = None) -> str:
    """The text on one line without control, escape, bidirectional and invisible characters, of at most ``limit`` characters.

    Line breaks and runs of blanks become one blank. Letters of every script stay as they are, in their composed form.
    """
    text = unicodedata.normalize("NFC", _ESCAPES.sub(" ", text))
    text = re.sub(r"\s+", " ", "".join(_visible(text))).strip()
    return text if limit is None else shorten(text, limit)


def _visible(text: str) -> list[str]:
    kept: list[str] = []
    marks = 0
    for char in text:
        if char.isspace():
            kept.append(" ")
            continue
        category = unicodedata.category(char)
        if category in _HIDDEN_CATEGORIES or char in _HIDDEN:
            continue
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if marks <= _MAX_MARKS:
            kept.append(char)
    return kept


def shorten(text: str, limit: int) -> str:
    """At most ``limit`` characters, ending in an ellipsis where something was cut, at a blank where one is near."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    blank = cut.rfind(" ", int(limit * 0.7))
    return (cut if blank < 0 else cut[:blank]).rstrip(" ,;:") + "…"


def web_link(url: str) -> str:
    """The link, ready for an attribute or a chat message, or an empty string where it is not a plain http or https address.

    Refused: other schemes (``javascript:``, ``data:``), user names in front of the host (they make a link look like another
    site's), anything invisible, and what is too long to click. Characters that end a link in some markup are percent-encoded.
    """
    url = url.strip(" \t\r\n")
    if not url or len(url) > _MAX_LINK or plain(url) != unicodedata.normalize("NFC", url):
        return ""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return ""
    host = parts.hostname or ""
    if parts.scheme not in {"http", "https"} or "@" in parts.netloc or not host or port == 0:
        return ""
    if _BAD_IN_LINK.search(parts.netloc):
        return ""
    return _BAD_IN_LINK.sub(lambda bad: quote(bad.group(), safe=""), url)
