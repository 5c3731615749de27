"""When a feed is asked again: adaptive, polite after errors, never given up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.feeds.schedule import after_failure, after_success, offered_gap
from service.models import Entry, Feed
from service.ports import FeedState
from service.settings import PollSettings

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SETTINGS = PollSettings()
FEED = Feed("https://example.org/feed", "Example")
MIDDLE = 0.5  # the chance at which jitter is nothing


def polled(
    state: FeedState | None = None,
    *,
    news: bool = True,
    gap: float | None = None,
    newest: datetime | None = NOW,
    at: datetime = NOW,
    chance: float = MIDDLE,
) -> FeedState:
    return after_success(state or FeedState(FEED), news=news, gap=gap, newest=newest, now=at, settings=SETTINGS, chance=chance)


def failed(
    state: FeedState, *, retry_after: float | None = None, permanent: bool = False, at: datetime = NOW, chance: float = 0.0
) -> FeedState:
    return after_failure(
        state, error="broke", retry_after=retry_after, permanent=permanent, now=at, settings=SETTINGS, chance=chance
    )


def wait(state: FeedState, since: datetime = NOW) -> float:
    assert state.next_poll is not None
    return (state.next_poll - since).total_seconds()


# --- interval ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("gap", "interval"), [(None, 120.0), (60.0, 120.0), (4000.0, 1000.0), (1_000_000.0, 3600.0)])
def test_the_first_interval_follows_the_feeds_own_pace_between_floor_and_ceiling(gap: float | None, interval: float) -> None:
    assert polled(gap=gap).interval == interval


def test_news_halves_the_interval_and_quiet_lengthens_it_by_a_quarter() -> None:
    state = replace(polled(), interval=1000.0)
    assert polled(state, news=True).interval == 500.0
    assert polled(state, news=False).interval == 1250.0


def test_a_feed_with_news_at_every_poll_is_soon_asked_at_the_floor_and_a_dead_one_at_the_ceiling() -> None:
    state = replace(polled(), interval=3600.0)
    for _ in range(6):
        state = polled(state, news=True)
    assert state.interval == SETTINGS.floor
    for _ in range(20):
        state = polled(state, news=False)
    assert state.interval == SETTINGS.ceiling


def test_a_feeds_own_least_interval_goes_before_the_general_floor_and_ceiling() -> None:
    slow = FeedState(Feed(FEED.url, FEED.name, min_interval=7200.0))
    quick = FeedState(Feed(FEED.url, FEED.name, min_interval=30.0))
    assert polled(slow).interval == 7200.0
    assert polled(quick).interval == 30.0


@pytest.mark.parametrize(("chance", "seconds"), [(0.0, 108.0), (0.5, 120.0), (0.999999, 132.0)])
def test_jitter_spreads_polls_by_its_share_of_the_interval(chance: float, seconds: float) -> None:
    assert wait(polled(chance=chance)) == pytest.approx(seconds, abs=0.01)


# --- silence -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "silent"), [(6.9, False), (7.1, True)])
def test_a_feed_without_news_for_a_week_is_silent(days: float, silent: bool) -> None:
    later = NOW + timedelta(days=days)
    assert polled(polled(gap=3600.0), news=False, at=later).silent is silent


@pytest.mark.parametrize(("days", "silent"), [(14.0, False), (16.0, True)])
def test_a_feed_that_is_rare_by_nature_is_silent_after_five_of_its_gaps(days: float, silent: bool) -> None:
    later = NOW + timedelta(days=days)
    assert polled(polled(gap=3 * 86400.0), news=False, at=later).silent is silent


def test_news_ends_the_silence() -> None:
    quiet = polled(polled(), news=False, at=NOW + timedelta(days=30))
    assert quiet.silent
    assert not polled(quiet, news=True, at=NOW + timedelta(days=31)).silent


def test_a_feed_whose_newest_entry_is_a_year_old_is_silent_from_its_first_poll() -> None:
    state = polled(newest=NOW - timedelta(days=365))
    assert state.silent
    assert state.last_news == NOW - timedelta(days=365)


def test_a_feed_that_never_had_an_entry_is_silent() -> None:
    assert polled(news=False, newest=None).silent


def test_a_feed_that_fails_for_long_falls_silent_too() -> None:
    assert not failed(polled(), at=NOW + timedelta(days=1)).silent
    assert failed(polled(), at=NOW + timedelta(days=8)).silent


# --- failures ----------------------------------------------------------------------------------------------------


def test_the_wait_doubles_with_each_failure_up_to_the_cap() -> None:
    state = polled()
    waits = []
    for _ in range(10):
        state = failed(state)
        waits.append(wait(state))
    assert waits == [120, 240, 480, 960, 1920, 3840, 7680, 15360, 21600, 21600]


def test_a_feed_is_never_given_up() -> None:
    state = replace(polled(), failures=1_000_000)
    assert wait(failed(state)) == SETTINGS.backoff_cap


def test_one_success_ends_the_back_off() -> None:
    state = failed(failed(failed(polled())))
    again = polled(state, news=False)
    assert (again.failures, again.last_error) == (0, "")
    assert again.interval == 150.0


@pytest.mark.parametrize(
    ("retry_after", "seconds"), [(None, 120.0), (0.0, 120.0), (60.0, 120.0), (3000.0, 3000.0), (86400.0, 86400.0)]
)
def test_retry_after_is_waited_for_even_beyond_the_cap(retry_after: float | None, seconds: float) -> None:
    assert wait(failed(polled(), retry_after=retry_after)) == seconds


@given(st.floats(0, 86400), st.floats(0, 1, exclude_max=True), st.integers(0, 100))
def test_no_feed_is_asked_earlier_than_its_server_said(retry_after: float, chance: float, failures: int) -> None:
    state = replace(polled(), failures=failures)
    assert wait(failed(state, retry_after=retry_after, chance=chance)) >= retry_after - 0.001


def test_a_feed_that_is_gone_is_asked_at_the_cap_at_once() -> None:
    assert wait(failed(polled(), permanent=True)) == SETTINGS.backoff_cap


def test_a_failure_keeps_what_is_known_of_the_feed() -> None:
    state = replace(polled(), etag='"v1"', body_hash="abc", entries_seen=5)
    after = failed(state)
    assert replace(after, failures=0, last_error="", next_poll=state.next_poll) == state
    assert (after.failures, after.last_error) == (1, "broke")


def test_a_feed_that_fails_from_the_start_waits_from_the_floor_up() -> None:
    first = failed(FeedState(FEED))
    assert wait(first) == SETTINGS.floor
    assert wait(failed(first)) == 2 * SETTINGS.floor


@given(
    st.lists(st.tuples(st.sampled_from(["news", "quiet", "fail"]), st.floats(0, 1, exclude_max=True)), max_size=60),
    st.one_of(st.none(), st.floats(0, 1e9)),
)
def test_the_next_poll_is_always_ahead_and_within_the_longest_wait(steps: list[tuple[str, float]], gap: float | None) -> None:
    state, now = FeedState(FEED), NOW
    for step, chance in steps:
        state = (
            failed(state, at=now, chance=chance)
            if step == "fail"
            else polled(state, news=step == "news", gap=gap, at=now, chance=chance)
        )
        assert 0 < wait(state, now) <= SETTINGS.backoff_cap * (1 + SETTINGS.jitter)
        assert state.next_poll is not None
        now = state.next_poll


# --- pace --------------------------------------------------------------------------------------------------------


def entry(hours: float, flag: str = "") -> Entry:
    told = NOW - timedelta(hours=hours)
    return Entry(FEED.id, str(hours), "", "t", "", "", told, "", flag, None, "", NOW)  # type: ignore[arg-type]  # a DateFlag


def test_the_gap_is_the_mean_between_the_newest_twenty() -> None:
    assert offered_gap([entry(n) for n in range(4)]) == 3600.0
    assert offered_gap([entry(n) for n in range(20)] + [entry(10_000)]) == 3600.0


@pytest.mark.parametrize("entries", [[], [entry(0), entry(1)], [entry(0)] * 5, [entry(n, "missing") for n in range(5)]])
def test_without_three_different_dates_no_gap_is_known(entries: list[Entry]) -> None:
    assert offered_gap(entries) is None


def test_the_usual_gap_moves_slowly() -> None:
    assert polled(polled(gap=1000.0), gap=2000.0).usual_gap == pytest.approx(1300.0)
    assert polled(polled(gap=1000.0), gap=None, news=False).usual_gap == 1000.0
