"""Where bytes from outside come in, as functions of bytes: none may raise anything but the error it is documented to raise.

A target also checks what must hold of its result. Seeds are what a fuzzer starts to mutate: short, valid, and odd in one place.
"""

from __future__ import annotations

import asyncio
import atexit
import io
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from urllib.parse import quote

import httpx
from starlette.applications import Starlette

from service.analysis import analyse
from service.analysis.gazetteer import Gazetteer
from service.archives.json_lines import read_lines
from service.archives.reader import read
from service.articles.extract import extract
from service.articles.residue import clean
from service.config.load import load_settings
from service.errors import ArchiveError, ConfigError, FeedError, OpmlError, ServiceError
from service.feeds.opml import parse_opml
from service.feeds.parse import parse
from service.gazetteers import gazetteer_from
from service.models import ArchiveRecord, Feed
from service.settings import Settings
from service.store import open_store
from service.web import create_app
from tests.harness import configs

AT = datetime(2026, 3, 1, tzinfo=UTC)
CONFIG = Path(__file__).parents[2] / "config"


@dataclass(frozen=True)
class Target:
    """A door, and what to knock with."""

    name: str
    knock: Callable[[bytes], None]
    seeds: tuple[bytes, ...]


@contextmanager
def names_itself(error: type[ServiceError], file: str) -> Iterator[None]:
    """The one error that may come, and the file that it must name."""
    message = file
    try:
        yield
    except error as refusal:
        message = str(refusal)
    assert file in message


def feed(body: bytes) -> None:
    try:
        parsed = parse(body, feed=Feed("https://example.org/feed", "E"), content_type="", fetched=AT, limit=500)
    except FeedError:
        return
    keys = [entry.key for entry in parsed.entries]
    assert len(set(keys)) == len(keys)
    assert all(entry.published.tzinfo is UTC for entry in parsed.entries)


def opml(body: bytes) -> None:
    with names_itself(OpmlError, "a.opml"):
        parse_opml(body, file="a.opml")


def page(body: bytes) -> None:
    found = extract(body, url="https://example.org/1", want_metadata=True, limit_chars=10_000)
    assert len(found.text) <= 10_000


def furniture(body: bytes) -> None:
    text = body.decode("utf-8", "replace")
    once = clean(text)
    assert clean(once.text).text == once.text
    letters = iter(text)
    assert all(letter in letters for letter in once.text)


def article(body: bytes) -> None:
    text = body.decode("utf-8", "replace")
    report = analyse(text, title=text[:40], published=AT, gazetteer=_gazetteer())
    for found in (*report.figures, *report.ceasefire):
        assert text[found.start : found.end] == found.quote or found.quote == text[:40]


def archive(body: bytes) -> None:
    for record in read_lines(io.BytesIO(body), file="a.jsonl", require_published=False, now=AT):
        assert record.line >= 1
        assert not isinstance(record, ArchiveRecord) or record.id
    with tempfile.TemporaryDirectory() as folder:
        for name in ("a.warc", "a.jsonl.gz", "2026-01-01_a.html", "2026-01-01_b.txt"):
            path = Path(folder) / name
            path.write_bytes(body)
            with names_itself(ArchiveError, name):
                list(read(path, now=AT))


def configuration(body: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        config = configs.write(Path(folder) / "config", settings=body)
        with names_itself(ConfigError, "settings.toml"):
            load_settings(config, Path(folder), {}, need_secrets=False)


def parameters(body: bytes) -> None:
    """A path and a query of the web page and its API: an answer below 500, and nothing of ours in it."""
    query = quote(body[:2000], safe="&=")
    for path in (
        f"/api/alerts?limit={query}",
        f"/api/alerts?{query}",
        f"/alerts?{query}",
        f"/conflicts/{quote(body[:300], safe='')}",
    ):
        answer = asyncio.run(_ask(path))
        assert answer.status_code < 500, (path, answer.status_code)
        assert "Traceback" not in answer.text


async def _ask(path: str) -> httpx.Response:
    transport = httpx.ASGITransport(app=_page(), client=("127.0.0.1", 4000))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
        return await client.get(path)


@cache
def _page() -> Starlette:
    folder = Path(tempfile.mkdtemp(prefix="ew-fuzz-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return create_app(open_store(f"sqlite:///{folder / 'web.db'}"), Settings(folder, folder), lambda: AT)


@cache
def _gazetteer() -> Gazetteer:
    return gazetteer_from(load_settings(CONFIG, Path("var"), {}, need_secrets=False).conflicts)


RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>N</title><item><guid>1</guid>
<title>Clashes &amp; a truce</title><link>https://example.org/1</link><pubDate>Tue, 13 Sep 2022 10:30:00 GMT</pubDate>
<description>&lt;p&gt;49 killed&lt;/p&gt;</description></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><title type="html">T</title>
<updated>2022-09-13T10:30:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x</div></content></entry></feed>"""
PAGE = b"""<html><head><meta charset="utf-8">
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2022-09-13"}</script></head><body><article><h1>Clashes</h1>
<p>At least 49 soldiers were killed overnight on the border, the prime minister told parliament.</p></article></body></html>"""
RECORD = b'{"id": "1", "text": "x", "published": "2022-09-13"}\n'
RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\nWARC-Date: 2022-09-13T10:30:00Z\r\n"
    b"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\n"
    b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(RESPONSE), RESPONSE)
)
SETTINGS = CONFIG.joinpath("settings.toml").read_bytes().replace(b"# ", b"")[:4000]
TEXT = (
    "Yerevan said at least 49 of its soldiers were killed, including three officers, and 30 wounded since 7 October.\n"
    "READ ALSO: Flood kills 440\nA ceasefire brokered by Moscow was violated, Baku said. “Between 20 and 30 died,” it added."
).encode()

TARGETS = (
    Target("feed", feed, (RSS, ATOM, b"<html><body>no feed</body></html>", b'{"items": []}')),
    Target("opml", opml, (b'<opml version="2.0"><body><outline text="a" xmlUrl="https://example.org/f"/></body></opml>',)),
    Target("page", page, (PAGE, b"<p>" * 50, PAGE.decode().encode("utf-16"))),
    Target("furniture", furniture, (TEXT, b"Leave a Reply\nPrevious article\nNext article\n" + TEXT)),
    Target("article", article, (TEXT, TEXT.upper(), b"12, 13 and twenty-three killed, 1.2 million fled")),
    Target("archive", archive, (RECORD, WARC, b"WARC/1.0\r\nWARC-Type: response\r\n\r\n\r\n")),
    Target("parameters", parameters, (b"conflict=sudan&limit=5&quiet=1", b"5", b"armenia-azerbaijan")),
    Target("configuration", configuration, (SETTINGS, b"[alerts]\nmin_change = 5\n")),
)
