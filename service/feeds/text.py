"""A feed's titles and names as plain text: no tags, entities, control or invisible characters."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

_LOOKED_AT = 20_000  # characters; cleaning is linear, but a title of 10 MB is nobody's title
_HIDDEN = re.compile(r"<(script|style)\b[^<>]*>.{0,5000}?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(?:[a-zA-Z/!?][^<>]*)>")
_BLOCK = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6]|tr|td|table|blockquote)\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)


def plain(markup: str, *, longest: int) -> str:
    """Markup or text -> one line of at most ``longest`` characters, cut at a word where it is longer.

    Feeds escape titles once, twice or not at all: what is an entity or a tag after one round is taken off in a second.
    """
    text = markup[:_LOOKED_AT]
    for _ in range(2):
        text = _TAG.sub("", _BLOCK.sub(" ", _HIDDEN.sub(" ", text)))
        if not _ENTITY.search(text):
            break
        text = unescape(text)
    text = " ".join(visible(text).split())
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[longest // 2 :] else cut}…"


def visible(text: str) -> str:
    """The text without control, bidirectional, zero-width and unpaired surrogate characters; white space becomes blanks."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(letter) for letter in text)


def _visible(letter: str) -> str:
    if letter.isspace():
        return " "
    return "" if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co", "Cn") else letter


def storable(markup: str, *, longest: int) -> str:
    """Markup as it is, without what no database takes (NUL, unpaired surrogates), cut to ``longest`` characters."""
    text = markup[:longest].replace("\0", "")
    return text if text.isascii() else text.encode("utf-8", "ignore").decode("utf-8")
