"""Keeps hostile bodies from holding feedparser up: three of its steps take time by the square of what they are given.

Found by pumping 75 snippets through every element (60,000 bytes each): blank lines before the root element (its search for a
DOCTYPE), long words in an author (its search for an e-mail address), many attributes on one tag (xml.sax looks each up in a list).
"""

from __future__ import annotations

import re
from typing import Any

import feedparser.mixin

_MOST_TAGS = 500_000  # "<" in one body; 5 s of work (measured)
_MOST_ITEMS = 5000  # read from one body: about 5 s at 0.9 ms each (measured)
_LONGEST_PROLOG = 65_536  # bytes before the root element
_ATTRIBUTE_WORK = 200_000_000  # sum over tags of "=" squared: 10,000 attributes on a tag take 3.5 s
_LONGEST_AUTHOR = 500

_ROOT = re.compile(rb"<\0?[A-Za-z_]")
_BLANKS = re.compile(rb"\s{2,}")
_ITEM = re.compile(rb"<(?:[A-Za-z_][\w.-]{0,20}:)?(?:item|entry)[\s>/]", re.IGNORECASE)


class TooMuch(ValueError):
    """Reading the body would take minutes; the message says what there is too much of."""


def bounded(body: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The body as it may be given to the parser, and what was left out; TooMuch where it may not be at all."""
    if body.count(b"<") > _MOST_TAGS:
        raise TooMuch(f"has more than {_MOST_TAGS:,} tags, which no feed needs")
    if sum(part.count(b"=") ** 2 for part in body.split(b"<")) > _ATTRIBUTE_WORK:
        raise TooMuch("has tags with thousands of attributes, which no feed needs")
    body = _with_short_prolog(body)
    for count, match in enumerate(_ITEM.finditer(body)):
        if count == _MOST_ITEMS:
            return body[: match.start()], (f"more than {_MOST_ITEMS} items; those after them are not read",)
    return body, ()


def _with_short_prolog(body: bytes) -> bytes:
    root = _ROOT.search(body)
    if root is None:
        return body[:_LONGEST_PROLOG]  # no XML at all; enough to say what it is instead
    prolog = _BLANKS.sub(b"\n", body[: root.start()])
    if len(prolog) > _LONGEST_PROLOG:
        raise TooMuch(f"has {len(prolog):,} bytes before its first element, which no feed needs")
    return prolog + body[root.start() :]


def bound_authors() -> None:
    """Make feedparser look for an e-mail address in the first 500 characters of an author only."""
    mixin: Any = feedparser.mixin._FeedParserMixin  # noqa: SLF001 - the only place where the search can be reached
    search = mixin._sync_author_detail  # noqa: SLF001 - as above
    if getattr(search, "bounded", False):
        return

    def sync_author_detail(self: Any, key: str = "author") -> None:
        context = self._get_context()
        if isinstance(author := context.get(key), str) and len(author) > _LONGEST_AUTHOR:
            context[key] = author[:_LONGEST_AUTHOR]
        search(self, key)

    sync_author_detail.bounded = True  # type: ignore[attr-defined]  # marks the replacement
    mixin._sync_author_detail = sync_author_detail  # noqa: SLF001 - as above
