"""The pages and where they are: status, conflict, alert, login; and how every error ends in a page without a trace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import jinja2
import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from service.alerts.messages import moment
from service.alerts.plain import plain
from service.errors import ConfigError, NotFound, StoreError
from service.ports import Store
from service.settings import Settings
from service.web import api
from service.web.chart import charts
from service.web.metrics import exposition
from service.web.security import COOKIE, HEADERS, SESSION, Gatekeeper, Security, client_address, is_loopback, too_many
from service.web.source import Source, source_of
from service.web.views import alert_view, conflict_view, dead_view, feed_views, processes
from service.web.words import ago

log = structlog.get_logger()

_HERE = Path(__file__).parent
_CARD_TOLLS = 6
_NEWEST_ON_CARD = 60  # tolls read for a card, so that a page costs the same however long a war goes on
_NEWEST_IN_FULL = 1000
_RECENT = 20
_FORM_BYTES = 4096


def create_app(store: Store, settings: Settings, clock: Callable[[], datetime]) -> Starlette:
    """The web application; ConfigError where it would listen beyond this machine without a token."""
    web = settings.web
    if not is_loopback(web.host) and not web.token:
        raise ConfigError(f"the page would listen on {web.host} without a token: set WEB_TOKEN, or listen on 127.0.0.1")
    gatekeeper = Gatekeeper(web.token, clock)
    app = Starlette(
        routes=[
            Route("/", index),
            Route("/conflicts/{id}", conflict),
            Route("/alerts", alert_list),
            Route("/alerts/{id}", alert),
            Route("/login", login, methods=["GET", "POST"]),
            Route("/logout", logout, methods=["POST"]),
            Route("/api/status", api.status),
            Route("/api/conflicts", api.conflicts),
            Route("/api/alerts", api.alerts),
            Route("/api/alerts/{id}", api.alert),
            Route("/healthz", healthz),
            Route("/metrics", metrics),
            Mount("/static", StaticFiles(directory=_HERE / "static")),
        ],
        middleware=[Middleware(Security, settings=web, gatekeeper=gatekeeper)],
        exception_handlers={HTTPException: _http_error, StoreError: _store_error, Exception: _bug},
    )
    app.state.source = Source(store, settings, clock)
    app.state.gatekeeper = gatekeeper
    return app


@cache
def templates() -> jinja2.Environment:
    """Templates that escape everything and fail on a name they do not know."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "moment": moment,
        "plain": plain,
        "iso": lambda at: at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    return environment


def _page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    source = source_of(request)
    now = source.clock()
    text = (
        templates()
        .get_template(template)
        .render(now=now, ago=lambda at: ago(at, now), login_needed=request.app.state.gatekeeper.asks, **values)
    )
    return HTMLResponse(text, status)


# --- pages -------------------------------------------------------------------------------------------------------


def index(request: Request) -> Response:
    """Everything at a glance: trouble, conflicts, alerts, feeds, work."""
    source = source_of(request)
    store, settings = source.store, source.settings
    known = store.conflicts()
    views = [
        conflict_view(
            store.ledger(name, newest=_NEWEST_ON_CARD),
            settings.conflict_title(name),
            most_tolls=_CARD_TOLLS,
            in_full=False,
            read=_NEWEST_ON_CARD,
        )
        for name in known
    ]
    told = sorted((v for v in views if v.changed), key=lambda v: (v.changed, v.id), reverse=True)
    busy = {view.id for view in told}
    return _page(
        request,
        "index.html",
        conflicts=told,
        watched=sorted(plain(c.title, 160) for c in settings.conflicts if c.id not in busy),
        alerts=[alert_view(stored) for stored in store.alerts(limit=_RECENT)],
        feeds=feed_views(store.feed_states()),
        backlog=store.backlog(),
        dead=[dead_view(entry) for entry in store.dead_entries()],
        disabled=[(plain(name, 80), plain(why, 300)) for name, why in store.disabled_destinations().items()],
        processes=processes(store.heartbeats(), source.clock()),
    )


def conflict(request: Request) -> Response:
    """One conflict: truce, tolls over time, who says what, the latest alerts."""
    source = source_of(request)
    name = request.path_params["id"]
    if name not in source.store.conflicts():
        raise NotFound("nothing is known of such a conflict")
    ledger = source.store.ledger(name, newest=_NEWEST_IN_FULL)
    return _page(
        request,
        "conflict.html",
        conflict=conflict_view(
            ledger, source.settings.conflict_title(name), most_tolls=None, in_full=True, read=_NEWEST_IN_FULL
        ),
        charts=charts(ledger.changes, source.clock()),
        stories=[
            (plain(s.title, 160), s.started, s.changed, len(s.articles))
            for s in sorted(ledger.stories, key=lambda s: s.changed, reverse=True)[:50]
        ],
        alerts=[alert_view(stored) for stored in source.store.alerts(limit=50, conflict=name, quiet=True)],
    )


def alert_list(request: Request) -> Response:
    """The newest alerts, with those that were kept quiet and why."""
    found = source_of(request).store.alerts(limit=200, quiet=True)
    return _page(request, "alerts.html", alerts=[alert_view(stored) for stored in found])


def alert(request: Request) -> Response:
    """One alert: what changed, in whose words, and what became of it."""
    stored = source_of(request).store.alert(request.path_params["id"])
    deliveries = [
        (plain(d.destination, 80), d.state, d.attempts, plain(d.last_error, 300), d.delivered_at, d.id)
        for d in stored.deliveries
    ]
    return _page(request, "alert.html", alert=alert_view(stored), deliveries=deliveries)


# --- login -------------------------------------------------------------------------------------------------------


async def login(request: Request) -> Response:
    """A form for the token; the cookie it sets holds a signature, not the token."""
    gatekeeper: Gatekeeper = request.app.state.gatekeeper
    if not gatekeeper.asks:
        return RedirectResponse("/", 303)
    if request.method != "POST":
        return _page(request, "login.html", wrong=False)
    address = client_address(request.scope)
    if gatekeeper.blocked(address):
        return too_many()
    if not gatekeeper.right(await _posted_token(request)):
        gatekeeper.wrong(address)
        log.warning("wrong token at login", client=address)
        return _page(request, "login.html", status=403, wrong=True)
    answer = RedirectResponse("/", 303)
    answer.set_cookie(
        COOKIE, gatekeeper.session(), max_age=int(SESSION.total_seconds()), httponly=True, samesite="strict",
        secure=request.url.scheme == "https",
    )  # fmt: skip
    return answer


async def _posted_token(request: Request) -> str:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _FORM_BYTES:
            raise HTTPException(413, "the form is too large")
    fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=10) if body.count(b"&") < 10 else {}
    return fields.get("token", [""])[0]


async def logout(_: Request) -> Response:
    """Forget the cookie."""
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


# --- machines ----------------------------------------------------------------------------------------------------


def healthz(request: Request) -> Response:
    """200 where the database answers and has the present schema, else 503; tells nothing more."""
    try:
        source_of(request).store.check()
    except StoreError as error:
        log.warning("health check failed", error=error.message)
        return PlainTextResponse("database unavailable\n", 503)
    return PlainTextResponse("ok\n")


def metrics(request: Request) -> Response:
    """Counts for Prometheus."""
    source = source_of(request)
    return Response(exposition(source.store, source.clock), media_type="text/plain; version=0.0.4; charset=utf-8")


# --- errors ------------------------------------------------------------------------------------------------------


def _http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    words = str(error.detail) if isinstance(error, HTTPException) else ""
    return _error(request, status, words or HTTPStatus(status).phrase)


def _store_error(request: Request, error: Exception) -> Response:
    if isinstance(error, NotFound):
        return _error(request, 404, "There is nothing here under that id.")
    log.warning("page without database", path=request.url.path, error=str(error))
    return _error(request, 503, "The database is out of reach; the page comes back when it does.")


def _bug(request: Request, _: Exception) -> Response:
    """Starlette logs the trace through the server's log and raises it on; nobody outside sees it."""
    answer = _error(request, 500, "Something went wrong here; the log says what.")
    answer.headers.update(HEADERS)  # this one is answered outside the middleware that adds them
    return answer


def _error(request: Request, status: int, words: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": words}, status)
    return _page(request, "error.html", status=status, code=status, words=words)
