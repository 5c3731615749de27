"""One answer of one feed -> what is to be stored; pure, so that the pipeline only fetches before and stores after."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from service.errors import FeedError, FetchError
from service.feeds.parse import ParsedFeed, parse
from service.feeds.schedule import after_failure, after_success, offered_gap
from service.ports import FeedState, Fetched, PollOutcome
from service.settings import PollSettings

_HALF = 32  # hex digits; the two halves of FeedState.body_hash


def outcome_of(
    state: FeedState, answer: Fetched | FetchError, *, now: datetime, settings: PollSettings, chance: float
) -> PollOutcome:
    """The feed's next state and its entries; never raises for what a feed or server does.

    Nothing is parsed for a 304 or a body seen before. A body that is no feed counts as a failure, and its validators are not kept,
    so that the next poll gets it again. ``chance`` in [0, 1) spreads the polls.
    """
    if isinstance(answer, FetchError):
        return _failed(state, answer, now, settings, chance)
    if answer.status == 304 or _hash(answer.body) == state.body_hash[:_HALF]:
        same = after_success(state, news=False, gap=None, newest=None, now=now, settings=settings, chance=chance)
        return PollOutcome(_validated(same, answer))
    try:
        parsed = parse(
            answer.body,
            feed=state.feed,
            content_type=answer.content_type,
            fetched=now,
            limit=settings.entries_per_feed,
        )
    except FeedError as error:
        return _failed(state, error, now, settings, chance)
    return _read(state, answer, parsed, now, settings, chance)


def _read(
    state: FeedState,
    answer: Fetched,
    parsed: ParsedFeed,
    now: datetime,
    settings: PollSettings,
    chance: float,
) -> PollOutcome:
    items = _hash(*sorted(entry.key.encode("utf-8", "surrogatepass") for entry in parsed.entries))
    news = bool(parsed.entries) and items != state.body_hash[_HALF:]
    dated = [entry.published for entry in parsed.entries if not entry.date_flag]
    after = after_success(
        state,
        news=news,
        gap=offered_gap(parsed.entries),
        newest=max(dated, default=None),
        now=now,
        settings=settings,
        chance=chance,
    )
    kept = replace(
        _validated(after, answer),
        # the body's hash says whether to parse, the items' whether there was news: bodies also change by their time stamps alone
        body_hash=_hash(answer.body) + items,
        entries_seen=len(parsed.entries) + parsed.dropped,
    )
    return PollOutcome(kept, parsed.entries, problems=_moved(state, answer) + parsed.problems)


def _failed(
    state: FeedState, error: FetchError | FeedError, now: datetime, settings: PollSettings, chance: float
) -> PollOutcome:
    fetch = error if isinstance(error, FetchError) else None
    after = after_failure(
        state,
        error=error.message,
        retry_after=fetch.retry_after if fetch else None,
        permanent=fetch.permanent if fetch else False,
        now=now,
        settings=settings,
        chance=chance,
    )
    return PollOutcome(after)


def _validated(state: FeedState, answer: Fetched) -> FeedState:
    """The validators to send next time; a 304 need not repeat them."""
    if answer.status == 304:
        return replace(state, etag=answer.etag or state.etag, last_modified=answer.last_modified or state.last_modified)
    return replace(state, etag=answer.etag, last_modified=answer.last_modified)


def _moved(state: FeedState, answer: Fetched) -> tuple[str, ...]:
    if not answer.moved_permanently_to or answer.moved_permanently_to == state.feed.url:
        return ()
    return (f"the feed has moved for good to {answer.moved_permanently_to}: change its url in feeds.toml",)


def _hash(*parts: bytes) -> str:
    return _digest(parts)[:_HALF]


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()
