"""Markup of a page -> its article text, by trafilatura; the only place that imports it (0.2 s, so only when first used)."""

from __future__ import annotations

from configparser import ConfigParser
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from service.articles.linked_data import article_bodies
from service.articles.markup import prepare
from service.articles.page_dates import PageMetadata, read_metadata
from service.articles.page_furniture import without_page_furniture
from service.articles.plain import tidy
from service.models import Removed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Below this an extraction is an error message or a teaser's remains ("Loading…"), not an article.
MIN_TEXT = 25

# A publisher's own articleBody that has this many times the extracted text means that extraction took a part for the whole.
_MUCH_LONGER = 1.4


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a page gave: ``text`` is empty where nothing was found, which is a state to be shown, not a success.

    ``title``, ``published`` (UTC) and ``author`` are filled only where metadata was asked for and the page has it.
    ``problems`` are flags for the article: extraction_empty, page_truncated, page_flattened, charset_guessed, text_cut.
    ``removed`` is the furniture that only the page's structure gave away; the residue filter has not been over ``text`` yet.
    """

    text: str
    title: str = ""
    published: datetime | None = None
    author: str = ""
    problems: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()

    @property
    def empty(self) -> bool:
        return not self.text


def extract(
    html: bytes | str, *, url: str = "", want_metadata: bool = False, limit_chars: int = 200_000, charset: str = ""
) -> Extracted:
    """The article of a page, comments left out, at most ``limit_chars`` long; never raises for any input.

    ``charset`` is the declared one, bare or as a Content-Type header. Settings measured in benchmarks/extraction.py.
    """
    markup = prepare(html, charset=charset)
    problems = list(markup.problems)
    tree = _parse(markup.html)
    if tree is None:
        return Extracted("", problems=(*problems, "extraction_empty"))
    metadata = read_metadata(tree, url=url) if want_metadata else PageMetadata()
    bodies = article_bodies(tree)
    lines, removed = without_page_furniture(tidy(_main_text(tree)).splitlines(), tree, bodies)
    text = _longer_of("\n".join(lines), bodies)
    if len(text) < MIN_TEXT:
        text = ""
        problems.append("extraction_empty")
    if len(text) > limit_chars:
        text = text[:limit_chars]
        problems.append("text_cut")
    return Extracted(text, metadata.title, metadata.published, metadata.author, tuple(problems), tuple(removed))


def page_metadata(html: bytes | str, *, url: str = "", charset: str = "") -> PageMetadata:
    """Title, date and author of a page without extracting its text (a tenth of the time)."""
    tree = _parse(prepare(html, charset=charset).html)
    return PageMetadata() if tree is None else read_metadata(tree, url=url)


def _parse(html: str) -> HtmlElement | None:
    """The parsed page, None where there is nothing to parse."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    if "<" not in html:
        html = f"<html><body><p>{html}</p></body></html>"
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, default_doctype=False)
    try:
        # As bytes, because lxml refuses text that carries an encoding declaration; surrogates cannot be encoded and go.
        return document_fromstring(html.encode("utf-8", errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _main_text(tree: HtmlElement) -> str:
    """trafilatura's text of the page, "" where it finds none."""
    import trafilatura

    # Not favor_precision: it drops paragraphs with many links, a sixth of one BBC page; what it would spare us, page_furniture takes.
    text: str | None = trafilatura.extract(tree, include_comments=False, config=_settings())
    return text or ""


@cache
def _settings() -> ConfigParser:
    """trafilatura's settings, but a breaking story of three lines counts as found: below 250 characters, its default, it falls back to
    all the page's text on one line, heading and byline glued to the first sentence."""
    from trafilatura.settings import DEFAULT_CONFIG

    settings = deepcopy(DEFAULT_CONFIG)
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "100"
    return settings


def _longer_of(text: str, bodies: tuple[str, ...]) -> str:
    """The extraction, or the publisher's own body where that is much longer or the same with its paragraphs."""
    longest = max(bodies, key=len, default="")
    if "\n" not in text and text.split() == longest.split():
        return longest
    return longest if len(longest) > max(200, _MUCH_LONGER * len(text)) else text
