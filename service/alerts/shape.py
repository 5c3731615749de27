"""The JSON shapes of the contract: an alert, and the state of a conflict."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from service.models import Alert, CeasefireState, Change, Evidence, Ledger, SeriesKey, Story, Toll, Value

Json = dict[str, Any]


def alert_record(alert: Alert) -> Json:
    """An alert as webhooks, ``replay --json`` and ``alerts show --json`` give it; keys in the contract's order."""
    change = alert.change
    return {
        "id": alert.id,
        "type": alert.type,
        "conflict": alert.conflict,
        "story": alert.story,
        "change": change.change,
        "series": _series(change),
        "before": _before(change),
        "after": _after(change),
        "at": iso(change.at),
        "confidence": change.confidence,
        "confirmed": change.confirmed,
        "article": {
            "id": alert.article.id,
            "url": alert.article.url,
            "title": alert.article.title,
            "source": alert.article.source,
        },
        "claims": [_claim(evidence) for evidence in change.evidence],
        "conflict_title": alert.conflict_title,
        "story_title": alert.story_title,
        "note": change.note,
    }


def state_record(ledger: Ledger) -> list[Json]:
    """The history's outcome, one record a toll, ceasefire state and story; canonical, ready for ``json.dumps``."""
    return [
        *(toll_record(toll) for toll in sorted(ledger.tolls, key=lambda toll: toll.series)),
        *(ceasefire_record(state) for state in sorted(ledger.ceasefire, key=lambda state: state.parties)),
        *(story_record(story) for story in sorted(ledger.stories, key=lambda story: (story.started, story.id))),
    ]


def toll_record(toll: Toll) -> Json:
    """Where a series stands, with every claim and whether it counts."""
    return {
        "type": "toll",
        "conflict": toll.series.conflict,
        "story": toll.series.story,
        "series": series_record(toll.series),
        "low": toll.low,
        "best": value_record(toll.best),
        "high": toll.high,
        "claimant": toll.claimant,
        "as_of": iso(toll.as_of),
        "claims": [evidence_record(evidence) for evidence in toll.evidence],
    }


def ceasefire_record(state: CeasefireState) -> Json:
    """Where a truce stands, with every statement and whether it counts."""
    return {
        "type": "ceasefire",
        "conflict": state.conflict,
        "series": {"parties": list(state.parties)},
        "status": state.status,
        "since": iso(state.since),
        "accuser": state.accuser,
        "accused": state.accused,
        "starts": state.starts,
        "ends": state.ends,
        "declared_by": state.declared_by,
        "area": state.area,
        "claims": [evidence_record(evidence) for evidence in state.evidence],
    }


def story_record(story: Story) -> Json:
    """One story and its articles."""
    return {
        "type": "story",
        "conflict": story.conflict,
        "id": story.id,
        "title": story.title,
        "started": iso(story.started),
        "changed": iso(story.changed),
        "articles": list(story.articles),
    }


def evidence_record(evidence: Evidence) -> Json:
    """A claim with its words, and whether and why it counts."""
    return {**_claim(evidence), "trust": evidence.trust, "counts": evidence.counts, "why": evidence.why}


def series_record(series: SeriesKey) -> Json:
    """A toll's series; ``since`` is null for a story's own toll."""
    return {
        "kind": series.kind,
        "party": series.party,
        "role": series.role,
        "scope": series.scope,
        "since": series.since or None,
    }


def value_record(value: Value | None) -> Json | None:
    """A number with its qualifier; a range is a list of its two ends."""
    if value is None:
        return None
    return {"value": value.low if value.low == value.high else [value.low, value.high], "qualifier": value.qualifier}


def iso(at: datetime) -> str:
    """ISO 8601 in UTC with a Z, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _series(change: Change) -> Json:
    return {"parties": list(change.parties)} if change.series is None else series_record(change.series)


def _before(change: Change) -> Json | None:
    return {"status": change.status_before} if change.series is None else value_record(change.before)


def _after(change: Change) -> Json | None:
    return {"status": change.status_after} if change.series is None else value_record(change.after)


def _claim(evidence: Evidence) -> Json:
    return {
        "quote": evidence.quote,
        "claimant": evidence.claimant,
        "source": evidence.source,
        "url": evidence.url,
        "published": iso(evidence.published),
    }


def records(ledgers: Sequence[Ledger]) -> list[Json]:
    """The state of several conflicts, in order of their ids."""
    return [record for ledger in sorted(ledgers, key=lambda one: one.conflict) for record in state_record(ledger)]
