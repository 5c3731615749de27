"""Readings in a few words, and what the fold and the alerts make of them in a few words: for tests of history and alerts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from service.alerts.decide import Decision, Known, PolicyLike, decide
from service.history.fold import fold
from service.models import CeasefireClaim, CeasefireStatement, Change, Claim, Figure, Ledger, Reading, Value
from service.settings import Policy
from tests.harness.books import Books

START = datetime(2026, 3, 1, 6, 0, tzinfo=UTC)
CONFLICT = "northland-southland"
_MARKS = {"exact": "", "at_least": "≥", "more_than": ">", "nearly": "<", "about": "~", "up_to": "≤"}


def count(number: int | tuple[int, int] | None, party: str = "Northland", **given: Any) -> Figure:
    """A figure; ``by`` is the claimant, everything else as the model names it."""
    low, high = number if isinstance(number, tuple) else (number, number)
    values: dict[str, Any] = {
        "kind": "killed",
        "qualifier": "exact",
        "role": "unknown",
        "claimant": given.pop("by", None),
        "scope": "current",
        "relation": "total",
        "start": 0,
        "rule": "test",
        "vague": None if number is not None else "dozens",
    } | given
    values.setdefault("quote", f"{values['qualifier']} {number} of {party} {values['kind']}")
    values.setdefault("end", values["start"] + len(values["quote"]))
    return Figure(low=low, high=high, party=party, **values)


def truce(status: str, **given: Any) -> CeasefireStatement:
    """A ceasefire statement of scope current."""
    values: dict[str, Any] = {
        "scope": "current",
        "quote": f"the truce: {status}",
        "start": 0,
        "end": 10,
        "rule": "test",
    } | given
    return CeasefireStatement(status=status, **values)  # type: ignore[arg-type]  # tests name statuses as plain text


def told(ref: str, hours: float, *figures: Figure, now: str = "", **given: Any) -> Reading:
    """A reading of the article ``ref``, published that many hours after START; ``now`` adds a statement of the truce's state."""
    article = given.pop("article", f"{ref}-{given.get('revision', 1)}")
    sayings = given.pop("ceasefire", [truce(now)] if now else [])
    values: dict[str, Any] = {
        "entry": f"entry {ref}",
        "ref": ref,
        "revision": 1,
        "conflict": CONFLICT,
        "source": f"outlet {ref}",
        "trust": "established",
        "url": f"https://news.example/{ref}",
        "title": f"Title of {ref}",
        "dated": True,
        "parties": ("Northland", "Southland"),
        "places": ("Rivertown",),
        "words": ("border", "clashes", "rivertown", "shelling"),
        "copies": (),
    } | given
    return Reading(
        article=article,
        published=START + timedelta(hours=hours),
        claims=tuple(Claim(f"{article} {number}", article, figure) for number, figure in enumerate(figures)),
        ceasefire=tuple(
            CeasefireClaim(
                f"{article} truce {number}", article, saying, now=saying.scope == "current" and number == len(sayings) - 1
            )
            for number, saying in enumerate(sayings)
        ),
        **values,
    )


def number(value: Value | None) -> str:
    """A value as "≥49", "105" or "20–30"."""
    if value is None:
        return "nothing"
    return _MARKS[value.qualifier] + (str(value.low) if value.low == value.high else f"{value.low}–{value.high}")


def line(change: Change) -> str:
    """A change in one line: who caused it, what of whom, from what to what."""
    if change.series is None:
        return f"{change.article.rsplit('-', 1)[0]}: truce {change.status_before} → {change.status_after}"
    key = change.series
    who = f"{key.party} civilians" if key.role == "civilian" and key.kind != "displaced" else key.party
    over = "" if key.scope == "current" else f" since {key.since or '?'}"
    ref = change.article.rsplit("-", 1)[0]
    return f"{ref}: {change.change} {who} {key.kind}{over} {number(change.before)} → {number(change.after)}"


def lines(ledger: Ledger, *, quiet: bool = False) -> list[str]:
    """The ledger's changes in lines, without the quiet ones unless asked for."""
    return [line(change) for change in ledger.changes if quiet or change.change != "confirmed"]


def turns(readings: Sequence[Reading]) -> list[str]:
    """The turns of the truce that readings lead to, in lines."""
    return [line(change) for change in fold(readings).changes if change.series is None]


def tolls(ledger: Ledger) -> dict[str, str]:
    """Where every series stands: "Northland killed" -> "low / best / high"."""
    return {
        f"{toll.series.party} {toll.series.role} {toll.series.kind}": f"{toll.low} / {number(toll.best)} / {toll.high}"
        for toll in ledger.tolls
    }


def arrive(readings: Iterable[Reading], *, policy: PolicyLike | None = None) -> tuple[list[Change], list[Decision], Ledger]:
    """Let readings arrive one by one as the pipeline does: what rang, every decision, and the ledger at the end."""
    books = Books(CONFLICT)
    rang: list[Change] = []
    decisions: list[Decision] = []
    for reading in readings:
        books.conflict = reading.conflict
        update = books.arrive(reading)
        known = Known(update.ledger().changes, update.standing, update.story_of)
        for decision in decide(rang, known, reading.article, policy=policy or Policy()):
            decisions.append(decision)
            if not decision.quiet:
                rang.append(decision.change)
    return rang, decisions, books.ledger()


def rings(readings: Sequence[Reading], *, policy: PolicyLike | None = None) -> list[str]:
    """The alerts of an order of arrival, in lines."""
    return [line(change) for change in arrive(readings, policy=policy)[0]]
