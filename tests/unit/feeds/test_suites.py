"""Public test suites thrown at the parser, where they are at hand: nothing but FeedError comes out, and nothing hangs."""

from __future__ import annotations

import json
import tarfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.errors import FeedError
from service.feeds.parse import ParsedFeed, parse
from service.models import Feed
from tests.harness.cost import cpu_seconds

SUITES = Path(__file__).parents[4] / "shared" / "suites" / "suites.tar.xz"
pytestmark = pytest.mark.skipif(not SUITES.exists(), reason="the public test suites are not at hand (../shared/suites)")
FETCHED = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture(scope="module")
def suites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("suites")
    with tarfile.open(SUITES) as archive:
        archive.extractall(folder, filter="data")
    return folder


def outcome_of(file: Path) -> ParsedFeed | FeedError:
    try:
        return parse(file.read_bytes(), feed=Feed("https://example.org/feed", "E"), content_type="", fetched=FETCHED, limit=500)
    except FeedError as error:
        return error


@pytest.mark.parametrize(("suite", "least"), [("feedparser", 2000), ("feedvalidator", 2000), ("xmlbombs", 5)])
def test_no_feed_of_a_public_suite_ends_the_parser(suites: Path, suite: str, least: int) -> None:
    files = [file for file in sorted((suites / suite).rglob("*")) if file.is_file()]
    assert len(files) >= least
    slowest = 0.0
    for file in files:
        outcomes: list[ParsedFeed | FeedError] = []
        slowest = max(slowest, cpu_seconds(lambda: outcomes.append(outcome_of(file)), tries=1))  # noqa: B023 - called at once
        parsed = outcomes[0]
        if isinstance(parsed, FeedError):
            continue
        keys = [entry.key for entry in parsed.entries]
        assert len(set(keys)) == len(keys), file
        assert all(entry.key and entry.published.tzinfo is UTC for entry in parsed.entries), file
        assert all(not entry.url or entry.url.startswith(("http://", "https://")) for entry in parsed.entries), file
    assert slowest < 5.0


def test_naughty_strings_as_title_guid_and_summary_keep_their_neighbours(suites: Path) -> None:
    (file,) = (suites / "blns").rglob("blns.json")
    for naughty in json.loads(file.read_text(encoding="utf-8")):
        for tag in ("title", "guid", "link", "description", "pubDate"):
            body = (
                "<rss version='2.0'><channel><item><guid>before</guid><title>b</title></item>"
                f"<item><guid>it</guid><{tag}><![CDATA[{naughty}]]></{tag}></item>"
                "<item><guid>after</guid><title>a</title></item></channel></rss>"
            )
            raw = body.encode("utf-8", "surrogatepass")
            parsed = parse(raw, feed=Feed("https://example.org/feed", "E"), content_type="", fetched=FETCHED, limit=500)
            assert {"before", "after"} <= {entry.key for entry in parsed.entries}, (tag, naughty)
            assert all("\x00" not in entry.title + entry.summary + entry.key for entry in parsed.entries)
