"""When a feed is asked again: pure decisions on FeedState, no clock, no chance of their own.

A feed with news is asked twice as often from then on, one without a quarter less, between the floor and the ceiling: this settles
where about one poll in four brings something. Errors double the wait up to a cap, and a feed is never given up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from service.models import Entry
from service.ports import FeedState
from service.settings import PollSettings

_WITH_NEWS, _WITHOUT = 0.5, 1.25
_GAPS = 20  # the newest entries by which a feed's usual gap is told
_SMOOTH = 0.3  # weight of what was just seen in the usual gap
_SILENT_GAPS = 5
_MOST_DOUBLINGS = 16


def after_success(
    state: FeedState,
    *,
    news: bool,
    gap: float | None,
    newest: datetime | None,
    now: datetime,
    settings: PollSettings,
    chance: float,
) -> FeedState:
    """The state after an answer that could be used; validators, hash and counts are the caller's.

    ``news``: whether it offered something new; ``gap``: seconds between its entries by their own dates, None where unknown;
    ``newest``: the date of its newest entry, None where it has none; ``chance`` in [0, 1).
    """
    usual = _usual_gap(state, gap)
    first = state.last_success is None
    heard = state.last_news
    if news:
        heard = min(newest, now) if first and newest is not None else now
    interval = _interval(state, news, usual, settings)
    quiet_for = (now - heard).total_seconds() if heard else None
    return replace(
        state,
        interval=interval,
        usual_gap=usual,
        failures=0,
        last_error="",
        last_polled=now,
        last_success=now,
        last_news=heard,
        silent=quiet_for is None or quiet_for > max(settings.silent_after, _SILENT_GAPS * usual),
        next_poll=now + timedelta(seconds=interval * (1 + settings.jitter * (2 * chance - 1))),
    )


def after_failure(
    state: FeedState,
    *,
    error: str,
    retry_after: float | None,
    permanent: bool,
    now: datetime,
    settings: PollSettings,
    chance: float,
) -> FeedState:
    """The state after a failed poll: the wait doubles with each failure in a row up to the cap, and is never shorter than
    Retry-After. ``permanent`` (the address is gone) waits for the cap at once, and still asks again."""
    failures = state.failures + 1
    base = state.interval or _floor(state, settings)
    wait = min(base * 2 ** min(failures - 1, _MOST_DOUBLINGS), max(settings.backoff_cap, base))
    if permanent:
        wait = max(wait, settings.backoff_cap)
    wait = max(wait, retry_after or 0.0) * (1 + settings.jitter * chance)  # later, never earlier than the server asked
    last = state.last_news or state.last_success
    return replace(
        state,
        failures=failures,
        last_error=error,
        last_polled=now,
        silent=state.silent
        or (last is not None and (now - last).total_seconds() > max(settings.silent_after, _SILENT_GAPS * state.usual_gap)),
        next_poll=now + timedelta(seconds=wait),
    )


def offered_gap(entries: Sequence[Entry]) -> float | None:
    """Mean seconds between the newest 20 entries by the feed's own dates; None with fewer than three dated ones."""
    dated = sorted((entry.published for entry in entries if not entry.date_flag), reverse=True)[:_GAPS]
    if len(dated) < 3 or dated[0] == dated[-1]:
        return None
    return (dated[0] - dated[-1]).total_seconds() / (len(dated) - 1)


def _usual_gap(state: FeedState, gap: float | None) -> float:
    if gap is None:
        return state.usual_gap
    return gap if state.usual_gap == 0 else (1 - _SMOOTH) * state.usual_gap + _SMOOTH * gap


def _interval(state: FeedState, news: bool, usual: float, settings: PollSettings) -> float:
    floor = _floor(state, settings)
    ceiling = max(settings.ceiling, floor)
    first = usual / 4 if usual else floor
    wanted = state.interval * (_WITH_NEWS if news else _WITHOUT) if state.interval else first
    return min(max(wanted, floor), ceiling)


def _floor(state: FeedState, settings: PollSettings) -> float:
    """A feed's own least interval goes before the general one."""
    return settings.floor if state.feed.min_interval is None else state.feed.min_interval
