"""Bytes of a page -> markup that is safe and quick to parse: decoded, without dead weight, never nested too deeply.

Every pass reads the page once from left to right; nothing here backtracks.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

# libxml2 stops at 256 open elements and drops what stands deeper without a word (measured: all text gone at 260 levels).
MAX_DEPTH = 200

# After scripts and styles are gone a news page is below 300,000 characters; extraction takes seconds from about a million on.
MAX_MARKUP = 1_500_000

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Labels that browsers read as another encoding (WHATWG Encoding Standard, section 4.2).
_AS_BROWSERS_READ = {
    "iso-8859-1": "windows-1252", "iso8859-1": "windows-1252", "latin1": "windows-1252", "latin-1": "windows-1252",
    "ascii": "windows-1252", "us-ascii": "windows-1252", "iso-8859-9": "windows-1254", "gb2312": "gb18030", "gbk": "gb18030",
    "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932", "x-sjis": "cp932", "utf8": "utf-8",
}  # fmt: skip

_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.\-]{1,40})""", re.IGNORECASE)
_HEADER_CHARSET = re.compile(r"""charset\s{0,9}=\s{0,9}["']?([A-Za-z0-9_:.\-]{1,40})""", re.IGNORECASE)

_DEAD_WEIGHT = ("script", "style", "svg", "template", "iframe", "object", "canvas", "noscript")
_OPENING = re.compile(r"<!--|<(script|style|svg|template|iframe|object|canvas|noscript)(?=[\s>/])", re.IGNORECASE)
_CLOSING = {name: re.compile(rf"</{name}\s{{0,20}}>", re.IGNORECASE) for name in _DEAD_WEIGHT}
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,60})([^<>]{0,20000})>")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_UNCLOSED = frozenset(
    ["p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot"]
)  # close themselves, so they say nothing of depth


@dataclass(frozen=True, slots=True)
class Markup:
    """Decoded markup and what had to be done to it, as flags for the article."""

    html: str
    problems: tuple[str, ...]


def prepare(html: bytes | str, *, charset: str = "") -> Markup:
    """Decode, drop scripts, styles and comments (linked data stays), bound size and depth.

    ``charset`` is the transport's declaration, bare or as a Content-Type header.
    """
    text, problems = (html, ()) if isinstance(html, str) else decode(html, charset=charset)
    text = drop_dead_weight(without_controls(text))
    if len(text) > MAX_MARKUP:
        text = text[:MAX_MARKUP]
        problems = (*problems, "page_truncated")
    flat = flatten(text, max_depth=MAX_DEPTH)
    if flat != text:
        problems = (*problems, "page_flattened")
    return Markup(flat, problems)


def without_controls(html: str) -> str:
    """Markup without characters, plain or as references, that no XML may hold: one of them makes the extraction drop its whole element."""
    return _REFERENCE.sub(_allowed, html.translate(_CONTROLS)) if "&#" in html else html.translate(_CONTROLS)


def _allowed(reference: re.Match[str]) -> str:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return "" if _is_control(code) or code > MAX_CODE else reference[0]


def _is_control(code: int) -> bool:
    """Whether XML 1.0 (section 2.2) leaves a character out: C0 controls but for blanks, surrogates, two non-characters."""
    return (code < 32 and code not in (9, 10, 13)) or 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF)


MAX_CODE = 0x10FFFF
_CONTROLS = dict.fromkeys(code for code in range(0x10000) if _is_control(code))
_REFERENCE = re.compile(r"&#(?:[xX]0{0,20}([0-9A-Fa-f]{1,8})|0{0,20}([0-9]{1,9}))(?![0-9A-Fa-f]);?")


def decode(page: bytes, *, charset: str = "") -> tuple[str, tuple[str, ...]]:
    """Text of a page, and ("charset_guessed",) where no declaration fitted its bytes.

    Order: byte order mark, then UTF-8 where the bytes are valid UTF-8 beyond ASCII (other encodings practically never are,
    whatever the server says), then the transport's charset, then the page's own, then windows-1252 as browsers do.
    """
    for bom, name in _BOMS:
        if page.startswith(bom):
            return page[len(bom) :].decode(name, errors="replace"), ()
    try:
        return page.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    in_header = _HEADER_CHARSET.search(charset)
    in_page = _META_CHARSET.search(page[:4096])
    names = [in_header.group(1) if in_header else charset, in_page.group(1).decode("ascii") if in_page else ""]
    for name in names:
        text = _decode_as(page, name)
        if text is not None:
            return text, ()
    if sum(1 for name in names if name.lower() in {"utf-8", "utf8"}) or _mostly_utf8(page):
        return page.decode("utf-8", errors="replace"), ("charset_guessed",)
    return page.decode("windows-1252", errors="replace"), ("charset_guessed",)


def _decode_as(page: bytes, name: str) -> str | None:
    """Strictly decoded text, or None where the name is unknown, not a text encoding or does not fit."""
    label = name.strip().lower()
    if not label:
        return None
    try:
        codec = codecs.lookup(_AS_BROWSERS_READ.get(label, label))
        text, _ = codec.decode(page, "strict")
    except (LookupError, UnicodeError, ValueError, TypeError):
        return None
    return text if isinstance(text, str) else None


def _mostly_utf8(page: bytes) -> bool:
    """Whether broken bytes are few among valid multi-byte sequences: a truncated or spliced UTF-8 page."""
    text = page[:200_000].decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    good = sum(1 for char in text if ord(char) > 127) - broken
    return good > 4 * broken


def drop_dead_weight(html: str) -> str:
    """Markup without comments, scripts (but for JSON-LD), styles and drawings; an unclosed one ends at the next tag it left open.

    A third to nine tenths of a news page; extraction time follows the size.
    """
    kept: list[str] = []
    at = 0
    unclosed: set[str] = set()
    while match := _OPENING.search(html, at):
        kept.append(html[at : match.start()])
        at = _end_of(html, match, unclosed)
        if match.group(1) and match.group(1).lower() == "script" and _is_linked_data(html, match.end()):
            kept.append(html[match.start() : at])
    kept.append(html[at:])
    return " ".join(kept) if len(kept) > 1 else html


def _end_of(html: str, opening: re.Match[str], unclosed: set[str]) -> int:
    """Where the element or comment that opens here is over; just after the opening where it never closes.

    What was once looked for in vain goes into ``unclosed``, so that a page of opening tags is not read to its end for each.
    """
    name = (opening.group(1) or "").lower()
    if name in unclosed:
        return opening.end()
    if not name:
        end = html.find("-->", opening.end())
        found = end + 3 if end >= 0 else -1
    else:
        closing = _CLOSING[name].search(html, opening.end())
        found = closing.end() if closing else -1
    if found < 0:
        unclosed.add(name)
        return opening.end()
    return found


def _is_linked_data(html: str, after_name: int) -> bool:
    end = html.find(">", after_name)
    return "ld+json" in html[after_name : min(end, after_name + 500)].lower() if end >= 0 else False


def flatten(html: str, *, max_depth: int) -> str:
    """The same markup where no element is nested deeper than ``max_depth``: tags beyond become line breaks.

    Counts open tags that must be closed; paragraphs, list items and cells close themselves and stay.
    """
    if html.count("<") < max_depth:
        return html
    kept: list[str] = []
    at = depth = deepest = 0
    for match in _TAG.finditer(html):
        name = match.group(2).lower()
        if name in _VOID or name in _UNCLOSED or match.group(3).endswith("/"):
            continue
        if match.group(1):
            beyond = depth > max_depth
            depth = max(0, depth - 1)
        else:
            depth += 1
            deepest = max(deepest, depth)
            beyond = depth > max_depth
        if beyond:
            kept.append(html[at : match.start()])
            at = match.end()
    if deepest <= max_depth:
        return html
    kept.append(html[at:])
    return "\n".join(kept)
