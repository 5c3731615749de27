"""Strings that break programs, wherever a text comes in or goes out: our own list always, the public one where it is at hand."""

from __future__ import annotations

import io
import json
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from rich.console import Console

from service.alerts.messages import message_of
from service.alerts.shape import alert_record
from service.alerts.slack_blocks import slack_message
from service.alerts.terminal import panel, plain_lines
from service.analysis import analyse
from service.archives.json_lines import read_lines
from service.articles.build import article_from_record
from service.config.load import load_settings
from service.errors import ConfigError
from service.feeds.opml import export_opml, parse_opml
from service.gazetteers import gazetteer_from
from service.models import ArchiveRecord, Feed
from service.settings import Conflict, Settings
from service.store import SqlStore, open_store
from service.web import create_app
from tests.harness import configs
from tests.harness.samples import CONFLICT, HOSTILE, NOW, hostile_alert
from tests.harness.suites import naughty_strings, needs_suites

AT = datetime(2026, 3, 1, tzinfo=UTC)
SENTENCE = "Yerevan said 105 of its soldiers were killed by Azerbaijani shelling on the border."
OURS = [
    *HOSTILE.values(),
    "", " ", "\t", "\u00a0", "\u3000", "0", "-1", "1e309", "NaN", "null", "undefined", "None", "true", "\\", "\\\\", "'", '"', "''",
    "%s%n", "%00", "{0}", "{name!r}", "$(id)", "`id`", "; DROP TABLE alert; --", "' OR 1=1 --", "../../etc/passwd", "C:\\CON", "nul",
    "A" * 5000, "١٢ قتيلا", "१२ मृत", "１２ killed", "⅔ killed", "Ⅻ killed", "1\u066c000 killed", "🤷🏽\u200d♀️ 12", "Ω≈ç√∫˜µ≤≥÷",
    "ﬀ ligature", "ı İ ß ſ", "T̸̗͠e̷x̸t̶", "\u2028\u2029", "\ufeff105", "\ufff9a\ufffa", "\U000e0001", "\u061c\u2067ltr\u2069",
    "105\u200b killed", "1\u00ad05 killed", "<![CDATA[x]]>", "]]>", "<!--", "-->", "<?php 1?>", "&#0;", "&#x110000;", "&amp;lt;",
    "&bogus;", "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)",
]  # fmt: skip

everywhere = pytest.mark.parametrize("strings", [OURS, pytest.param(None, marks=needs_suites)], ids=["own", "public"])


def listed(strings: list[str] | None) -> list[str]:
    return naughty_strings() if strings is None else strings


@pytest.fixture(scope="module")
def read() -> Callable[[str, str], object]:
    gazetteer = gazetteer_from(
        load_settings(Path(__file__).parents[2] / "config", Path("var"), {}, need_secrets=False).conflicts
    )
    return lambda title, text: analyse(text, title=title, published=AT, gazetteer=gazetteer)


@everywhere
def test_an_archived_article_of_them_is_read_and_its_neighbours_too(
    strings: list[str] | None, read: Callable[[str, str], object]
) -> None:
    for string in listed(strings):
        fields = {"id": "it", "title": string, "text": f"{SENTENCE}\n{string}\n{SENTENCE}", "source": string, "url": string}
        lines = [{"id": "before", "text": "x"}, fields, {"id": "after", "text": "x"}]
        content = "\n".join(json.dumps(line) for line in lines).encode()
        found = list(read_lines(io.BytesIO(content), file="a.jsonl", require_published=False, now=None))
        assert [record.id for record in found if isinstance(record, ArchiveRecord)] == ["before", "it", "after"], string
        article = article_from_record(found[1], None, previous=(), now=AT)  # type: ignore[arg-type]  # a record by the line above
        report = read(article.title, article.text)
        for figure in report.figures:  # type: ignore[attr-defined]  # a Report
            assert article.text[figure.start : figure.end] == figure.quote, string
        assert 105 in [figure.low for figure in report.figures], string  # type: ignore[attr-defined]


@everywhere
def test_a_configuration_of_them_is_taken_or_refused_with_its_line(strings: list[str] | None, tmp_path: Path) -> None:
    for string in listed(strings):
        quoted = json.dumps(string.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007f")
        feeds = f'[[feed]]\nname = {quoted}\nurl = "https://a.example.org/feed"\n'
        settings = f"[alerts]\ndestinations = [{quoted}]\n"
        for files in ({"feeds": feeds}, {"settings": settings}):
            folder = configs.write(tmp_path / "config", **files)
            refusal = ""
            try:
                load_settings(folder, tmp_path, {}, need_secrets=False)
            except ConfigError as error:
                refusal = str(error)
            assert not refusal or ".toml:" in refusal, string
            (folder / "settings.toml").unlink(missing_ok=True)


@everywhere
def test_a_list_of_feeds_with_such_names_comes_back_as_it_went(strings: list[str] | None) -> None:
    for string in listed(strings):
        body = export_opml([Feed("https://a.example.org/feed", string, "unrated", "en")], now=AT).encode(
            "utf-8", "surrogatepass"
        )
        assert [feed.url for feed in parse_opml(body, file="feeds.opml").feeds] == ["https://a.example.org/feed"], string


@everywhere
def test_alerts_of_them_are_words_at_every_outlet(strings: list[str] | None) -> None:
    for string in listed(strings):
        alert = hostile_alert(string)
        message = message_of(alert)
        json.dumps(slack_message([message]).payload()).encode("ascii")
        json.dumps(alert_record(alert)).encode("ascii")
        out = io.StringIO()
        Console(file=out, width=100, force_terminal=True, color_system=None).print(panel(message))
        shown = out.getvalue() + "\n".join(plain_lines(message))
        assert not any(ord(character) < 32 and character != "\n" for character in shown), string
        assert not {"\x7f", "\x9b", "\u202e", "\u2066", "\u2028"} & set(shown), string


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    store: SqlStore = open_store(f"sqlite:///{tmp_path / 'web.db'}")
    settings = Settings(tmp_path, tmp_path, conflicts=(Conflict(CONFLICT, "Armenia – Azerbaijan", ()),))
    transport = httpx.ASGITransport(app=create_app(store, settings, lambda: NOW), client=("127.0.0.1", 4000))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
        yield client
    store.close()


@everywhere
async def test_a_request_of_them_is_answered_without_a_trace(strings: list[str] | None, page: httpx.AsyncClient) -> None:
    for string in listed(strings):
        value = string.encode("utf-8", "replace").decode()
        for path in ("/api/alerts", "/alerts"):
            answer = await page.get(path, params={"limit": value, "conflict": value, "quiet": value})
            assert answer.status_code in (200, 400, 404), (path, string, answer.status_code)
            assert "Traceback" not in answer.text
        answer = await page.get("/conflicts/" + quote(value, safe=""))
        assert answer.status_code in (200, 307, 404), (string, answer.status_code)
        assert "<script>" not in answer.text
