"""schema.org linked data of a page (JSON-LD): what the publisher itself calls the article's body, dates and author."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MAX_SCRIPT = 400_000
_MAX_NODES = 2_000

# https://schema.org/Article and its kinds that news sites use.
_ARTICLE_TYPES = frozenset(
    [
        "article",
        "newsarticle",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "backgroundnewsarticle",
        "liveblogposting",
        "blogposting",
        "webpage",
        "report",
    ]
)


def articles(tree: HtmlElement) -> Iterator[dict[str, object]]:
    """The article objects of a page's linked data, in order; broken scripts are passed over."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        raw = (script.text or "").strip().rstrip(";")
        if not raw or len(raw) > _MAX_SCRIPT:
            continue
        try:
            parsed = json.loads(raw, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(parsed):
            if _is_article(node):
                yield node


def article_bodies(tree: HtmlElement) -> tuple[str, ...]:
    """Every non-empty articleBody of the page, as plain text with one paragraph a line."""
    found = []
    for node in articles(tree):
        body = node.get("articleBody")
        if isinstance(body, str) and "<" not in body and body.strip():
            found.append("\n".join(line.strip() for line in body.splitlines() if line.strip()))
    return tuple(found)


def _nodes(parsed: object) -> Iterator[dict[str, object]]:
    """Objects of a document, breadth first, without recursion, bounded."""
    queue: list[object] = [parsed]
    for _ in range(_MAX_NODES):
        if not queue:
            return
        node = queue.pop(0)
        if isinstance(node, dict):
            yield node
            queue.extend(value for value in node.values() if isinstance(value, (dict, list)))
        elif isinstance(node, list):
            queue.extend(value for value in node if isinstance(value, (dict, list)))


def _is_article(node: dict[str, object]) -> bool:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and name.lower() in _ARTICLE_TYPES for name in kinds)
