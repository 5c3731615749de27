"""The JSON API: the contract's shapes, read only."""

from __future__ import annotations

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

from service.alerts.shape import alert_record, iso, state_record
from service.ports import FeedState, StoredAlert
from service.web.source import source_of
from service.web.views import ALIVE, feed_condition

_MOST = 500


def status(request: Request) -> JSONResponse:
    """Feeds, queue, dead entries and deliveries, disabled destinations, signs of life."""
    source = source_of(request)
    store, now = source.store, source.clock()
    backlog = store.backlog()
    return JSONResponse(
        {
            "at": iso(now),
            "entries": {
                "pending": backlog.pending,
                "claimed": backlog.claimed,
                "done": backlog.done,
                "dead": backlog.dead,
                "oldest_pending": iso(backlog.oldest_pending) if backlog.oldest_pending else None,
            },
            "deliveries": {"pending": backlog.deliveries_pending, "dead": backlog.deliveries_dead},
            "articles": backlog.articles,
            "claims": backlog.claims,
            "disabled_destinations": store.disabled_destinations(),
            "processes": [
                {"name": name, "at": iso(at), "alive": now - at <= ALIVE} for name, at in sorted(store.heartbeats().items())
            ],
            "dead_entries": [
                {"id": e.id, "feed": e.feed, "url": e.url, "title": e.title, "attempts": e.attempts, "error": e.error}
                for e in store.dead_entries()
            ],
            "feeds": [_feed(state) for state in store.feed_states()],
        }
    )


def _feed(state: FeedState) -> dict[str, Any]:
    return {
        "url": state.feed.url,
        "name": state.feed.name,
        "trust": state.feed.trust,
        "condition": feed_condition(state),
        "last_success": iso(state.last_success) if state.last_success else None,
        "last_news": iso(state.last_news) if state.last_news else None,
        "next_poll": iso(state.next_poll) if state.next_poll else None,
        "failures": state.failures,
        "last_error": state.last_error,
        "silent": state.silent,
        "entries": state.entries_seen,
    }


def conflicts(request: Request) -> JSONResponse:
    """Tolls, ceasefire states and stories of each conflict, with the claims behind them.

    ``conflict`` narrows it to one, ``limit`` (1 to 5000, default 500) to so many tolls and stories a conflict that moved last.
    """
    source, limit = source_of(request), _number(request, "limit", 500, 5000)
    wanted = request.query_params.get("conflict")
    found = [
        {
            "id": name,
            "title": source.settings.conflict_title(name),
            "state": state_record(source.store.ledger(name, newest=limit)),
        }
        for name in source.store.conflicts()
        if wanted in (None, name)
    ]
    return JSONResponse({"conflicts": found})


def _number(request: Request, name: str, usual: int, most: int) -> int:
    """A number from the query; HTTPException 400 for what is none from 1 to ``most``."""
    said = request.query_params.get(name, str(usual))
    if not said.isascii() or not said.isdigit() or len(said) > 4 or not 1 <= int(said) <= most:
        raise HTTPException(400, f"{name} must be a number from 1 to {most}")
    return int(said)


def alerts(request: Request) -> JSONResponse:
    """The newest alerts first; ``conflict``, ``limit`` (1 to 500, default 50) and ``quiet=1`` narrow or widen."""
    found = source_of(request).store.alerts(
        limit=_number(request, "limit", 50, _MOST),
        conflict=request.query_params.get("conflict"),
        quiet=request.query_params.get("quiet") == "1",
    )
    return JSONResponse({"alerts": [_stored(stored) for stored in found]})


def alert(request: Request) -> JSONResponse:
    """One alert by its id; 404 where there is none."""
    return JSONResponse(_stored(source_of(request).store.alert(request.path_params["id"])))


def _stored(stored: StoredAlert) -> dict[str, Any]:
    """The contract's alert, with what became of it beside."""
    return alert_record(stored.alert) | {
        "sent": stored.sent,
        "quiet": stored.why_quiet or None,
        "deliveries": [
            {
                "id": d.id,
                "destination": d.destination,
                "state": d.state,
                "attempts": d.attempts,
                "error": d.last_error or None,
                "delivered_at": iso(d.delivered_at) if d.delivered_at else None,
            }
            for d in stored.deliveries
        ],
    }
