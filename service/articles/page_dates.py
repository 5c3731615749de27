"""Title, date and author from a page's own metadata, for entries whose feed gave none.

Cheap and exact places first (meta elements, linked data, ``<time>``); the search through the page's text that htmldate does
costs as much as the whole extraction (one page of 36 kB: 2.6 s) and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from service.articles.dates import read_date
from service.articles.linked_data import articles

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Meta names in the order in which they are believed: when it was first published, never when the page was last built.
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "article.published", "datepublished", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date",
    "dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "article_date_original",
    "originalpublicationdate", "date",
)  # fmt: skip
_AUTHOR_NAMES = ("author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl")
_TITLE_NAMES = ("og:title", "twitter:title", "parsely-title", "dc.title")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says of itself; empty where it does not."""

    title: str = ""
    published: datetime | None = None
    author: str = ""


def read_metadata(tree: HtmlElement, *, url: str = "") -> PageMetadata:
    """Title, date of first publication (UTC) and author of a parsed page; ``url`` is only for dates in its path."""
    metas = _metas(tree)
    nodes = list(articles(tree))
    return PageMetadata(_title(tree, metas, nodes), _published(tree, metas, nodes, url), _author(metas, nodes))


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Contents by lower-case name, property or itemprop; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content[:1000])
    return found


def _title(tree: HtmlElement, metas: dict[str, str], nodes: list[dict[str, object]]) -> str:
    headlines = (node.get("headline") for node in nodes)
    heading = next(tree.iter("h1"), None)
    candidates = (
        *(metas.get(name, "") for name in _TITLE_NAMES),
        *(headline for headline in headlines if isinstance(headline, str)),
        "".join(heading.itertext()) if heading is not None else "",
        tree.findtext(".//title") or "",
    )
    return next((" ".join(text.split())[:500] for text in candidates if text.strip()), "")


def _published(tree: HtmlElement, metas: dict[str, str], nodes: list[dict[str, object]], url: str) -> datetime | None:
    for text in _date_texts(tree, metas, nodes):
        found = read_date(text)
        if found is not None and found.year > 1990:
            return found.astimezone(UTC)
    return None


def _date_texts(tree: HtmlElement, metas: dict[str, str], nodes: list[dict[str, object]]) -> Iterator[str]:
    yield from (metas[name] for name in _DATE_NAMES[:3] if name in metas)
    for key in ("datePublished", "dateCreated"):
        yield from (value for node in nodes if isinstance(value := node.get(key), str))
    yield from (metas[name] for name in _DATE_NAMES[3:] if name in metas)
    for element in tree.iter("time"):
        yield element.get("datetime") or ""


def _author(metas: dict[str, str], nodes: list[dict[str, object]]) -> str:
    names = [name for node in nodes for name in _names(node.get("author"))]
    if not names:
        names = [metas[name] for name in _AUTHOR_NAMES if name in metas]
    readable = dict.fromkeys(" ".join(name.split()) for name in names if name.strip() and "://" not in name)
    return ", ".join(readable)[:200]


def _names(author: object) -> Iterator[str]:
    if isinstance(author, str):
        yield author
    elif isinstance(author, dict):
        yield from _names(author.get("name"))
    elif isinstance(author, list):
        for one in author[:20]:
            if not isinstance(one, list):
                yield from _names(one)
