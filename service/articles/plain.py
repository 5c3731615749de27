"""A feed's own markup (summary, content) -> plain text with one paragraph a line."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from service.articles.markup import prepare

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_NOT_TEXT = frozenset(
    ["script", "style", "template", "svg", "iframe", "noscript", "head", "title", "button", "select", "option", "textarea"]
)
_LOOKS_LIKE_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|&(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,10});")


def plain_text(markup: str, *, limit_chars: int = 200_000) -> str:
    """Text of a fragment of HTML, or of plain text, whitespace collapsed within lines; never raises."""
    if not _LOOKS_LIKE_MARKUP.search(markup):
        return tidy(markup)[:limit_chars]
    if "<" not in markup:
        return tidy(unescape(markup))[:limit_chars]
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    html = prepare(markup).html
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = document_fromstring(f"<html><body><div>{html}</div></body></html>".encode(errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
    return tidy("".join(_pieces(tree)))[:limit_chars]


def tidy(text: str) -> str:
    """Lines with single spaces, without empty lines around them."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _pieces(tree: HtmlElement) -> list[str]:
    """Text in document order with a line break around each block; white space of the markup is only a space."""
    from lxml import etree

    pieces: list[str] = []
    silent = 0  # how many open elements are not text
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            silent += name in _NOT_TEXT
            text = element.text
        else:
            silent -= name in _NOT_TEXT
            text = element.tail
        if name in _BLOCKS:
            pieces.append("\n")
        if text and not silent:
            pieces.append(" ".join(text.split()) if text.strip() else " ")
            pieces[-1] = f"{' ' if text[0].isspace() else ''}{pieces[-1]}{' ' if text[-1].isspace() else ''}"
    return pieces
