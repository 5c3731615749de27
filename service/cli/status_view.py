"""How things stand, gathered into one value and shown as tables or JSON lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rich.console import Console

from service.alerts.shape import records
from service.cli.output import ago, lasting, moment, show_table, table, words
from service.cli.state import show_ledgers
from service.models import Ledger
from service.ports import Backlog, DeadEntry, FeedState, StoredAlert

_DEAD_SHOWN = 20
NEWEST_SHOWN = 40  # tolls of a conflict
ALIVE = timedelta(seconds=60)  # six missed signs of life


@dataclass(frozen=True, slots=True)
class Status:
    """Everything ``status`` shows, as it was at ``now``."""

    now: datetime
    feeds: Sequence[FeedState]
    backlog: Backlog
    dead_entries: Sequence[DeadEntry]
    dead_alerts: Sequence[StoredAlert]
    disabled: Mapping[str, str]
    heartbeats: Mapping[str, datetime]
    ledgers: Sequence[Ledger]
    hints: int | None = None  # jobs in the broker; None where it does not answer


def condition(state: FeedState) -> str:
    """One word for a feed: failing, silent, new (not polled yet) or good."""
    if state.failures:
        return "failing"
    if state.silent:
        return "silent"
    return "good" if state.last_polled else "new"


def alive(status: Status, role: str) -> bool:
    """Whether a process of the role gave a sign of life lately."""
    return any(name.split("/")[0] == role and status.now - at <= ALIVE for name, at in status.heartbeats.items())


def status_records(status: Status) -> Iterator[dict[str, object]]:
    """One record a process, feed, dead entry, dead delivery, disabled destination, toll, truce and story, and one for the queue."""
    for name, at in sorted(status.heartbeats.items()):
        yield {"type": "process", "name": name, "at": moment(at), "alive": status.now - at <= ALIVE}
    yield _queue_record(status)
    for state in status.feeds:
        yield _feed_record(state)
    for dead in status.dead_entries:
        yield {
            "type": "dead_entry",
            "id": dead.id,
            "feed": dead.feed,
            "url": dead.url,
            "title": dead.title,
            "attempts": dead.attempts,
            "error": dead.error,
        }
    for stored in status.dead_alerts:
        for delivery in stored.deliveries:
            if delivery.state == "dead":
                yield {
                    "type": "dead_delivery",
                    "id": delivery.id,
                    "alert": stored.alert.id,
                    "destination": delivery.destination,
                    "error": delivery.last_error,
                }
    for name, why in sorted(status.disabled.items()):
        yield {"type": "disabled_destination", "name": name, "error": why}
    yield from records(status.ledgers)


def _queue_record(status: Status) -> dict[str, object]:
    backlog = status.backlog
    return {
        "type": "queue",
        "pending": backlog.pending,
        "claimed": backlog.claimed,
        "done": backlog.done,
        "dead": backlog.dead,
        "oldest_pending": moment(backlog.oldest_pending) or None,
        "hints": status.hints,
        "deliveries_pending": backlog.deliveries_pending,
        "deliveries_dead": backlog.deliveries_dead,
        "articles": backlog.articles,
        "claims": backlog.claims,
    }


def _feed_record(state: FeedState) -> dict[str, object]:
    return {
        "type": "feed",
        "url": state.feed.url,
        "name": state.feed.name,
        "condition": condition(state),
        "last_success": moment(state.last_success) or None,
        "last_news": moment(state.last_news) or None,
        "next_poll": moment(state.next_poll) or None,
        "failures": state.failures,
        "last_error": state.last_error,
        "silent": state.silent,
        "entries": state.entries_seen,
    }


def show_status(out: Console, status: Status) -> None:
    """Trouble first, then the queue, the feeds, tolls and truces."""
    _show_trouble(out, status)
    backlog = status.backlog
    work = table("Work", "", "", right=("",))
    rows = [
        ("entries waiting", f"{backlog.pending:,}"),
        ("entries being worked on", f"{backlog.claimed:,}"),
        ("entries done", f"{backlog.done:,}"),
        ("entries dead", f"{backlog.dead:,}"),
        (
            "hints in the broker",
            "no broker answers (nothing is running, or it is away)" if status.hints is None else f"{status.hints:,}",
        ),
        ("deliveries waiting", f"{backlog.deliveries_pending:,}"),
        ("deliveries dead", f"{backlog.deliveries_dead:,}"),
        ("articles kept", f"{backlog.articles:,}"),
        ("claims kept", f"{backlog.claims:,}"),
    ]
    if backlog.oldest_pending is not None and backlog.oldest_pending < status.now:
        rows.insert(1, ("oldest waiting since", ago(backlog.oldest_pending, status.now)))
    for name, value in rows:
        work.add_row(name, value)
    show_table(out, work)
    out.print()
    show_feeds(out, status.feeds, status.now)
    out.print()
    show_ledgers(out, status.ledgers)
    if any(len(ledger.tolls) >= NEWEST_SHOWN for ledger in status.ledgers):
        out.print(f"Of each conflict the {NEWEST_SHOWN} tolls that moved last; `status --json` has all.", style="dim")


def show_feeds(out: Console, feeds: Sequence[FeedState], now: datetime) -> None:
    """The feeds, those in trouble first."""
    if not feeds:
        out.print("No feed was asked so far: `run` or `poll` asks those that `feeds list` shows.")
        return
    order = {"failing": 0, "silent": 1, "new": 2, "good": 3}
    styles = {"failing": "red", "silent": "yellow", "new": "dim", "good": "green"}
    shown = table(
        f"Feeds ({len(feeds)})", "feed", "is", "last success", "last news", "next poll", "entries", "error", right=("entries",)
    )
    for state in sorted(feeds, key=lambda state: (order[condition(state)], state.feed.name.casefold())):
        word = condition(state)
        error = f"{state.last_error.removeprefix(f'{state.feed.url}: ')} ({state.failures} in a row)" if state.failures else ""
        shown.add_row(
            words(state.feed.name),
            words(word, styles[word]),
            ago(state.last_success, now),
            ago(state.last_news, now),
            "due" if state.next_poll is None or state.next_poll <= now else ago(state.next_poll, now),
            f"{state.entries_seen:,}",
            words(error, limit=160),
        )
    show_table(out, shown, "feed", "is")


def _show_trouble(out: Console, status: Status) -> None:
    newest = {name.split("/")[0]: name for name, _ in sorted(status.heartbeats.items(), key=lambda beat: beat[1])}
    silent = sorted(name for name in newest.values() if status.now - status.heartbeats[name] > ALIVE)
    for name in silent:
        out.print(words(f"! no sign of life from {name} for {lasting(status.now - status.heartbeats[name])}", "yellow"))
    for name, why in sorted(status.disabled.items()):
        out.print(words(f"! destination {name} is switched off: {why}; `alerts test {name}` tries it again", "red"))
    for stored in status.dead_alerts:
        for delivery in stored.deliveries:
            if delivery.state == "dead":
                told = f"! alert {stored.alert.id} did not reach {delivery.destination}: {delivery.last_error}"
                out.print(words(f"{told}; `alerts resend {stored.alert.id}` sends it again", "red"))
    for dead in status.dead_entries[:_DEAD_SHOWN]:
        out.print(
            words(f"! entry {dead.id} is given up after {dead.attempts} tries: {dead.title or dead.url}: {dead.error}", "red")
        )
    if len(status.dead_entries) > _DEAD_SHOWN:
        out.print(f"! … and {len(status.dead_entries) - _DEAD_SHOWN} more dead entries; --json lists all", style="red")
    if silent or status.disabled or status.dead_alerts or status.dead_entries:
        out.print()
