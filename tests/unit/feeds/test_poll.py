"""One answer of a feed becomes what is to be stored: validators go with the entries they vouch for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from service.errors import BlockedAddress, FetchError
from service.feeds.poll import outcome_of
from service.models import Feed
from service.ports import FeedState, Fetched, PollOutcome
from service.settings import PollSettings

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
FEED = Feed("https://example.org/feed", "Example")


def body(*titles: str, stamp: str = "1") -> bytes:
    items = "".join(f"<item><guid>{t}</guid><title>{t}</title></item>" for t in titles)
    return f"<rss version='2.0'><channel><title>E</title><lastBuildDate>{stamp}</lastBuildDate>{items}</channel></rss>".encode()


def answer(content: bytes, *, status: int = 200, etag: str = '"v1"', moved: str = "") -> Fetched:
    return Fetched(FEED.url, status, content, "text/xml", etag, "yesterday", moved)


def outcome(state: FeedState, got: Fetched | FetchError, at: datetime = NOW) -> PollOutcome:
    return outcome_of(state, got, now=at, settings=PollSettings(entries_per_feed=3), chance=0.5)


FIRST = outcome(FeedState(FEED), answer(body("a", "b")))


def test_a_first_answer_gives_entries_validators_and_the_next_poll() -> None:
    state = FIRST.state
    assert [entry.key for entry in FIRST.entries] == ["a", "b"]
    assert (state.etag, state.last_modified, state.entries_seen, state.failures) == ('"v1"', "yesterday", 2, 0)
    assert state.last_polled == state.last_success == state.last_news == NOW
    assert state.next_poll == NOW + timedelta(seconds=120)


def test_a_304_is_not_parsed_and_keeps_the_validators() -> None:
    after = outcome(FIRST.state, answer(b"", status=304, etag=""), NOW + timedelta(hours=1))
    assert after.entries == ()
    assert (after.state.etag, after.state.last_modified, after.state.body_hash) == ('"v1"', "yesterday", FIRST.state.body_hash)
    assert after.state.last_news == NOW
    assert after.state.last_success == NOW + timedelta(hours=1)


def test_a_body_seen_before_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.feeds.poll.parse", None)  # parsing would end the test
    after = outcome(FIRST.state, answer(body("a", "b"), etag='"v2"'))
    assert (after.entries, after.state.etag, after.state.interval) == ((), '"v2"', 150.0)


def test_a_body_with_a_new_time_stamp_alone_is_parsed_and_is_no_news() -> None:
    after = outcome(FIRST.state, answer(body("a", "b", stamp="2")), NOW + timedelta(hours=1))
    assert len(after.entries) == 2  # an edit of an entry must come through
    assert after.state.last_news == NOW
    assert after.state.interval == 150.0


def test_a_new_entry_is_news() -> None:
    state = replace(FIRST.state, interval=1000.0)
    after = outcome(state, answer(body("c", "a", "b")), NOW + timedelta(hours=1))
    assert after.state.last_news == NOW + timedelta(hours=1)
    assert after.state.interval == 500.0


def test_the_order_of_items_is_no_news() -> None:
    assert outcome(FIRST.state, answer(body("b", "a"))).state.interval == 150.0


@pytest.mark.parametrize("content", [b"", b"<html>maintenance</html>", b'{"error": 1}'])
def test_a_body_that_is_no_feed_is_a_failure_and_its_validators_are_not_kept(content: bytes) -> None:
    after = outcome(FIRST.state, answer(content, etag='"error page"'))
    assert after.entries == ()
    assert (after.state.failures, after.state.etag, after.state.body_hash) == (1, '"v1"', FIRST.state.body_hash)
    assert "Example (https://example.org/feed)" in after.state.last_error


def test_a_feed_that_comes_back_after_an_error_page_is_read_again() -> None:
    broken = outcome(FIRST.state, answer(b"<html>", etag='"x"')).state
    after = outcome(broken, answer(body("c", "a")))
    assert [entry.key for entry in after.entries] == ["c", "a"]
    assert (after.state.failures, after.state.last_error) == (0, "")


def test_a_fetch_error_is_told_and_waited_for() -> None:
    after = outcome(FIRST.state, FetchError("https://example.org/feed: answered 429", status=429, retry_after=3000.0))
    assert (after.state.failures, after.state.last_error) == (1, "https://example.org/feed: answered 429")
    assert after.state.next_poll is not None
    assert after.state.next_poll >= NOW + timedelta(seconds=3000)


def test_a_blocked_address_waits_for_the_cap_and_is_asked_again() -> None:
    after = outcome(FIRST.state, BlockedAddress("refused", permanent=True))
    assert after.state.next_poll is not None
    assert after.state.next_poll >= NOW + timedelta(hours=6)


def test_a_move_for_good_is_told_with_the_new_address() -> None:
    after = outcome(FeedState(FEED), answer(body("a"), moved="https://example.org/new"))
    assert after.problems == ("the feed has moved for good to https://example.org/new: change its url in feeds.toml",)
    assert after.state.feed == FEED


def test_what_was_odd_and_what_was_over_the_limit_is_told() -> None:
    after = outcome(FeedState(FEED), answer(body("a", "b", "c", "d")))
    assert len(after.entries) == 3
    assert after.state.entries_seen == 4
    assert after.problems == ("4 entries, of which the 3 newest are used",)
