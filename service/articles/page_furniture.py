"""Furniture that only the page's structure gives away: headlines that are nothing but a link, the page's own heading,
and what stands after the end of the body that the publisher itself declares.

Works on lines of an extraction and a parsed page, so that the extraction's choice of the main part is not disturbed (removing such
elements from the tree beforehand cost a third of one article in the measured pages).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from service.models import Removed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A link that ends like this is a sentence of the article, however it is set.
_SENTENCE_END = (".", "!", "…", '."', ".”", "!”", "?”", '?"', ":", ",", ";")
_LONGEST_LINK = 250
_AROUND = " \t\r\n•·–—|»>-."
_CONTAINERS = frozenset(["body", "html", "article", "main", "section", "td"])
_INLINE = frozenset(["a", "span", "b", "em", "strong", "i", "u", "font", "small"])
_MAX_SIBLINGS = 6
_MAX_CLIMB = 8

# A page's own heading stands above its text; below these lines the same words are a subheading.
_HEAD_LINES = 4

# A declared body below this share of the extracted words is a teaser and says nothing of the end.
_COMPLETE = 0.6
_SAMPLE = 60


def without_page_furniture(lines: Sequence[str], tree: HtmlElement, bodies: Sequence[str]) -> tuple[list[str], list[Removed]]:
    """The lines that belong to the article, and what was removed; ``bodies`` are the page's declared article bodies."""
    links = linked_headlines(tree)
    headings = {_words(heading.itertext()) for heading in tree.iter("h1")}
    end = _declared_end(lines, bodies)
    kept: list[str] = []
    removed: list[Removed] = []
    for number, line in enumerate(lines):
        words = " ".join(line.split()).removeprefix("- ")
        if number >= end:
            removed.append(Removed("after_declared_end", line))
        elif words in links:
            removed.append(Removed("linked_headline", line))
        elif number < _HEAD_LINES and words in headings:
            removed.append(Removed("page_heading", line))
        else:
            kept.append(line)
    return kept, removed


def linked_headlines(tree: HtmlElement) -> frozenset[str]:
    """Texts of blocks that are a link and nothing else and no sentence: headlines of other stories, breadcrumbs, tags."""
    found = set()
    for link in tree.iter("a"):
        words = _words(link.itertext())
        if words and len(words) <= _LONGEST_LINK and not words.endswith(_SENTENCE_END) and _fills_its_block(link):
            found.add(words)
    return frozenset(found)


def _fills_its_block(link: HtmlElement) -> bool:
    """Whether the nearest block around a link has no other words."""
    element = link
    for _ in range(_MAX_CLIMB):
        parent = element.getparent()
        if parent is None or parent.tag in _CONTAINERS:
            break
        if (parent.text or "").strip(_AROUND) or (element.tail or "").strip(_AROUND) or len(parent) > _MAX_SIBLINGS:
            break
        if any(other is not element and _has_words(other) for other in parent):
            break
        element = parent
        if element.tag not in _INLINE:
            return True
    return False


def _has_words(element: HtmlElement) -> bool:
    return any(text.strip(_AROUND) for text in element.itertext()) or bool((element.tail or "").strip(_AROUND))


def _declared_end(lines: Sequence[str], bodies: Sequence[str]) -> int:
    """The number of the first line after the one with which the declared body ends; all of them where no line does.

    A body that was cut off ends within a line and therefore decides nothing.
    """
    body = _squeezed(max(bodies, key=len, default=""))
    if len(body) < _COMPLETE * sum(len(_squeezed(line)) for line in lines):
        return len(lines)
    for number in range(len(lines), 0, -1):
        words = _squeezed(lines[number - 1])
        if len(words) >= _SAMPLE // 2 and body.endswith(words[-_SAMPLE:]):
            return number
    return len(lines)


def _squeezed(text: str) -> str:
    """Letters and digits only, so that spacing and typography of the two copies do not matter."""
    return "".join(char for char in text if char.isalnum()).lower()


def _words(pieces: Iterable[str]) -> str:
    return " ".join("".join(pieces).split())
