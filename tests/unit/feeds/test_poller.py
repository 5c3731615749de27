"""The poller's loop: fixed tasks, one feed per host, and nothing that a feed or the database does ends it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from service import poller as module
from service.errors import StoreError
from service.models import Feed
from service.poller import Poller
from service.ports import Backlog, FeedState
from service.settings import PollSettings

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SETTINGS = PollSettings(floor=0.2, concurrency=4, max_backlog=100)


class Feeds:
    """Feed states in memory; ``trouble`` is raised in place of an answer, as often as there are errors in it."""

    def __init__(self, *urls: str) -> None:
        self.states = {url: FeedState(Feed(url, url)) for url in urls}
        self.pending = 0
        self.trouble: list[StoreError] = []
        self.now = NOW

    def feed_states(self) -> Sequence[FeedState]:
        return list(self.states.values())

    def due_feeds(self, now: datetime) -> Sequence[FeedState]:
        if self.trouble:
            raise self.trouble.pop()
        return [state for state in self.states.values() if state.next_poll is None or state.next_poll <= now]

    def backlog(self) -> Backlog:
        return Backlog(self.pending, 0, 0, 0, None, 0, 0, 0, 0)

    def polled(self, state: FeedState) -> None:
        self.states[state.feed.url] = replace(state, last_polled=self.now, next_poll=self.now + timedelta(hours=1))


@asynccontextmanager
async def running(
    feeds: Feeds, poll_one: Callable[[FeedState], Awaitable[object]], settings: PollSettings = SETTINGS
) -> AsyncIterator[asyncio.Event]:
    stop = asyncio.Event()
    task = asyncio.create_task(Poller(feeds, settings, poll_one, clock=lambda: feeds.now).run(stop))
    try:
        yield stop
        assert not task.done(), "the loop ended by itself"
    finally:
        stop.set()
        await asyncio.wait_for(task, 6)


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 - what is waited for is plain state of the test
            await asyncio.sleep(0.01)


async def test_every_due_feed_is_polled_once_and_one_that_is_not_due_is_left_alone() -> None:
    feeds = Feeds(*(f"https://h{n}.example/" for n in range(10)))
    feeds.states["https://h3.example/"] = replace(feeds.states["https://h3.example/"], next_poll=NOW + timedelta(hours=1))
    polled: list[str] = []

    async def poll_one(state: FeedState) -> None:
        polled.append(state.feed.url)
        feeds.polled(state)

    async with running(feeds, poll_one):
        await until(lambda: len(polled) == 9)
    assert sorted(set(polled)) == sorted(set(feeds.states) - {"https://h3.example/"})
    assert len(polled) == 9


async def test_at_most_so_many_at_once_and_one_per_host() -> None:
    feeds = Feeds(*(f"https://h{n % 8}.example/{n}" for n in range(24)))
    now_polled: list[str] = []
    most = 0
    done: list[str] = []

    async def poll_one(state: FeedState) -> None:
        nonlocal most
        host = state.feed.url.split("/")[2]
        assert host not in now_polled
        now_polled.append(host)
        most = max(most, len(now_polled))
        await asyncio.sleep(0.01)
        now_polled.remove(host)
        feeds.polled(state)
        done.append(state.feed.url)

    async with running(feeds, poll_one):
        await until(lambda: len(done) == 24)
    assert most == SETTINGS.concurrency
    assert sorted(done) == sorted(feeds.states)


async def test_a_slow_feed_does_not_hold_up_the_others() -> None:
    feeds = Feeds("https://slow.example/", "https://quick.example/")
    hang = asyncio.Event()
    done: list[str] = []

    async def poll_one(state: FeedState) -> None:
        if "slow" in state.feed.url:
            await hang.wait()
        feeds.polled(state)
        done.append(state.feed.url)

    async with running(feeds, poll_one):
        await until(lambda: done == ["https://quick.example/"])
        hang.set()
        await until(lambda: len(done) == 2)


async def test_polling_pauses_while_workers_are_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BACKLOG_EVERY", 0.0)
    feeds = Feeds("https://a.example/")
    feeds.pending = 101
    polled = asyncio.Event()

    async def poll_one(state: FeedState) -> None:
        assert feeds.pending < 80
        feeds.polled(state)
        polled.set()

    with capture_logs() as logs:
        async with running(feeds, poll_one):
            await until(lambda: any("pauses" in line["event"] for line in logs))
            feeds.pending = 90  # below the limit, but not by enough
            await asyncio.sleep(0.2)
            assert not polled.is_set()
            feeds.pending = 79
            await asyncio.wait_for(polled.wait(), 5)


async def test_a_database_that_is_away_is_waited_for_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FIRST_PAUSE", 0.01)
    feeds = Feeds("https://a.example/")
    feeds.trouble = [StoreError("the database is away")] * 3
    polled = asyncio.Event()

    async def poll_one(state: FeedState) -> None:
        feeds.polled(state)
        polled.set()

    with capture_logs() as logs:
        async with running(feeds, poll_one):
            await asyncio.wait_for(polled.wait(), 5)
    waits = [line["wait"] for line in logs if "database" in line["event"]]
    assert waits == [0.01, 0.02, 0.04]


async def test_a_feed_whose_outcome_cannot_be_stored_is_not_hammered(monkeypatch: pytest.MonkeyPatch) -> None:
    feeds = Feeds("https://a.example/")
    asked: list[datetime] = []

    async def poll_one(state: FeedState) -> None:
        asked.append(feeds.now)
        raise StoreError("disk full")

    with capture_logs() as logs:
        async with running(feeds, poll_one):
            for rest in (0.5, 1.0, 2.0):
                await until(lambda: len(asked) == len([line for line in logs if "could not be stored" in line["event"]]) > 0)
                seen = len(asked)
                await asyncio.sleep(0.15)  # several ticks
                assert len(asked) == seen
                feeds.now += timedelta(seconds=rest)
                await until(lambda before=seen: len(asked) == before + 1)  # type: ignore[misc]  # bound at once
    assert [line["wait"] for line in logs if "could not be stored" in line["event"]][:3] == [0.5, 1.0, 2.0]


async def test_a_bug_that_one_feed_brings_out_stops_neither_the_loop_nor_the_others() -> None:
    feeds = Feeds("https://bad.example/", *(f"https://good{n}.example/" for n in range(6)))
    asked: list[str] = []

    async def poll_one(state: FeedState) -> None:
        asked.append(state.feed.url)
        if "bad" in state.feed.url:
            raise ZeroDivisionError("a bug")
        feeds.polled(state)

    with capture_logs() as logs:
        async with running(feeds, poll_one):
            await until(lambda: len(asked) == 7)
            await asyncio.sleep(0.15)
            assert len(asked) == 7
            feeds.now += timedelta(minutes=11)
            await until(lambda: asked.count("https://bad.example/") == 2)
    (first, *_) = [line for line in logs if line["log_level"] == "error"]
    assert first["feed"] == "https://bad.example/"
    assert isinstance(first["exc_info"], ZeroDivisionError)


async def test_a_stop_lets_polls_under_way_finish() -> None:
    feeds = Feeds("https://a.example/")
    begun, done = asyncio.Event(), asyncio.Event()

    async def poll_one(state: FeedState) -> None:
        begun.set()
        await asyncio.sleep(0.1)
        feeds.polled(state)
        done.set()

    async with running(feeds, poll_one) as stop:
        await begun.wait()
        stop.set()
    assert done.is_set()


async def test_a_stop_waits_no_longer_than_its_grace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_GRACE", 0.1)
    feeds = Feeds("https://a.example/")
    begun = asyncio.Event()
    cancelled = asyncio.Event()

    async def poll_one(state: FeedState) -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            cancelled.set()

    async with running(feeds, poll_one):
        await begun.wait()
    assert cancelled.is_set()
