"""What the pages show, gathered from ledgers and the store's counts into values that templates only lay out. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from service.alerts.messages import STATUS_WORDS, Message, long, message_of, moment, number, short
from service.alerts.plain import plain, web_link
from service.models import CeasefireState, Ledger, Toll
from service.ports import DeadEntry, FeedState, StoredAlert
from service.web.words import TONES, QuoteView, ago, quotes, side_and_kind

ALIVE = timedelta(seconds=60)  # six signs of life missed
_QUOTES_ON_CARD = 3
_QUOTES_IN_FULL = 40


@dataclass(frozen=True, slots=True)
class TollView:
    """One series: ``low`` and ``high`` are empty where they add nothing to the best value."""

    side: str
    kind: str
    best: str
    best_words: str
    low: str
    high: str
    claimant: str
    as_of: datetime
    as_of_words: str
    story: str
    quotes: tuple[QuoteView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class TruceView:
    """Where one truce stands; ``accusation`` is "Azerbaijan accuses Armenia" or empty."""

    parties: str
    status: str
    tone: str
    since: datetime
    since_words: str
    accusation: str
    quotes: tuple[QuoteView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ConflictView:
    """One conflict: tolls of its newest story first, then running totals; ``changed`` is None where nothing is known yet."""

    id: str
    title: str
    changed: datetime | None
    tolls: tuple[TollView, ...]
    more_tolls: int
    cut: bool  # whether older tolls were not even read
    truces: tuple[TruceView, ...]


@dataclass(frozen=True, slots=True)
class AlertView:
    """One alert with what became of it."""

    id: str
    conflict: str
    message: Message
    created: datetime
    sent: bool
    why_quiet: str
    delivery: str
    tone: str


@dataclass(frozen=True, slots=True)
class FeedView:
    """One feed's health; ``condition`` is failing, silent, new or good."""

    name: str
    url: str
    condition: str
    last_success: datetime | None
    last_news: datetime | None
    next_poll: datetime | None
    entries: str
    error: str


@dataclass(frozen=True, slots=True)
class DeadView:
    """One entry that was given up."""

    id: int
    title: str
    url: str
    error: str
    attempts: int


# --- conflicts -----------------------------------------------------------------------------------------------------


def conflict_view(
    ledger: Ledger, title: str, *, most_tolls: int | None, in_full: bool, read: int | None = None
) -> ConflictView:
    """A conflict for a card (few quotes) or, ``in_full``, for its own page; ``read`` is how many tolls were asked for at most."""
    ordered = sorted(ledger.tolls, key=lambda toll: (toll.as_of, toll.best.low), reverse=True)
    stories = {story.id: plain(story.title, 160) for story in ledger.stories}
    shown = ordered[:most_tolls]
    limit = _QUOTES_IN_FULL if in_full else _QUOTES_ON_CARD
    moments = [toll.as_of for toll in ledger.tolls] + [state.since for state in ledger.ceasefire]
    return ConflictView(
        id=ledger.conflict,
        title=plain(title, 160),
        changed=max(moments, default=None),
        tolls=tuple(_toll_view(toll, stories.get(toll.series.story, ""), limit) for toll in shown),
        more_tolls=len(ordered) - len(shown),
        cut=read is not None and len(ordered) >= read,
        truces=tuple(_truce_view(state, limit) for state in sorted(ledger.ceasefire, key=lambda s: s.since, reverse=True)),
    )


def _toll_view(toll: Toll, story: str, limit: int) -> TollView:
    side, kind = side_and_kind(toll.series, toll.evidence)
    as_best = (toll.low, toll.high) == (toll.best.low, toll.best.high)
    found = quotes(toll.evidence, len(toll.evidence))
    return TollView(
        side=side,
        kind=kind,
        best=short(toll.best),
        best_words=long(toll.best),
        low="" if as_best else number(toll.low),
        high="" if as_best else number(toll.high),
        claimant=plain(toll.claimant or "", 80),
        as_of=toll.as_of,
        as_of_words=moment(toll.as_of),
        story=story,
        quotes=found[:limit],
        more=max(0, len(found) - limit),
    )


def _truce_view(state: CeasefireState, limit: int) -> TruceView:
    accuser, accused = plain(state.accuser or "", 80), plain(state.accused or "", 80)
    accusation = ""
    if accuser or accused:
        accusation = (
            f"{accuser} accuses {accused}"
            if accuser and accused
            else f"{accuser} says so"
            if accuser
            else f"{accused} is accused"
        )
    found = quotes(state.evidence, len(state.evidence))
    return TruceView(
        parties=" and ".join(plain(party, 80) for party in state.parties),
        status=STATUS_WORDS[state.status],
        tone=TONES[state.status],
        since=state.since,
        since_words=moment(state.since),
        accusation=accusation,
        quotes=found[:limit],
        more=max(0, len(found) - limit),
    )


# --- alerts --------------------------------------------------------------------------------------------------------


def alert_view(stored: StoredAlert) -> AlertView:
    """An alert and, in a few words, whether it got through."""
    delivery, tone = _delivery_words(stored)
    return AlertView(
        id=stored.alert.id,
        conflict=stored.alert.conflict,
        message=message_of(stored.alert),
        created=stored.alert.created,
        sent=stored.sent,
        why_quiet=plain(stored.why_quiet, 300),
        delivery=delivery,
        tone=tone,
    )


def _delivery_words(stored: StoredAlert) -> tuple[str, str]:
    if not stored.sent:
        return f"kept quiet: {plain(stored.why_quiet, 300)}", "quiet"
    states = [delivery.state for delivery in stored.deliveries]
    if not states:
        return "no destination", "quiet"
    if "dead" in states:
        return f"{states.count('dead')} of {len(states)} deliveries failed for good", "bad"
    waiting = len(states) - states.count("delivered")
    if waiting:
        tries = max(delivery.attempts for delivery in stored.deliveries if delivery.state != "delivered")
        return f"{waiting} of {len(states)} still to deliver{f', {tries} tries so far' if tries > 1 else ''}", "talk"
    return f"delivered to {', '.join(plain(d.destination, 60) for d in stored.deliveries)}", "good"


# --- feeds and work --------------------------------------------------------------------------------------------------


def feed_condition(state: FeedState) -> str:
    """One word for a feed: failing, silent, new (not polled yet) or good."""
    if state.failures:
        return "failing"
    if state.silent:
        return "silent"
    return "good" if state.last_polled else "new"


def feed_views(states: Sequence[FeedState]) -> tuple[FeedView, ...]:
    """Feeds in trouble first, then by name."""
    order = {"failing": 0, "silent": 1, "new": 2, "good": 3}
    views = [
        FeedView(
            name=plain(state.feed.name, 80) or plain(state.feed.url, 80),
            url=web_link(state.feed.url),
            condition=feed_condition(state),
            last_success=state.last_success,
            last_news=state.last_news,
            next_poll=state.next_poll,
            entries=number(state.entries_seen),
            error=f"{plain(state.last_error, 300)} ({state.failures} in a row)" if state.failures else "",
        )
        for state in states
    ]
    return tuple(sorted(views, key=lambda view: (order[view.condition], view.name.casefold())))


def dead_view(entry: DeadEntry) -> DeadView:
    """An entry that was given up, with its reason."""
    title = plain(entry.title, 160) or plain(entry.url, 160)
    return DeadView(entry.id, title, web_link(entry.url), plain(entry.error, 300), entry.attempts)


def processes(beats: Mapping[str, datetime], now: datetime) -> tuple[tuple[str, bool, str], ...]:
    """(role, alive, "last seen 4 s ago"), one a role, by the freshest process of each."""
    freshest: dict[str, datetime] = {}
    for name, at in beats.items():
        role = plain(name.split("/")[0], 40)
        freshest[role] = max(at, freshest.get(role, at))
    return tuple((role, now - at <= ALIVE, f"last seen {ago(at, now)}") for role, at in sorted(freshest.items()))
