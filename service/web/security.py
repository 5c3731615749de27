"""Who may read the pages: Host check, bearer token or login cookie, limits on guessing, and strict headers on every answer.

Without a token the page answers only to loopback names, so that no web site can reach it through a name of its own that points here
(DNS rebinding). With a token every page but the login and the health check asks for it.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.settings import WebSettings

COOKIE = "escalation_watch"
SESSION = timedelta(hours=12)
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_HOST = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.]{2,45})\]|(?P<name>[A-Za-z0-9_.-]{1,253}))(?::[0-9]{1,5})?", re.ASCII)
_OPEN = frozenset({"/login", "/healthz"})
_STATIC = "/static/"
_TRIES, _WINDOW = 10, timedelta(minutes=1)  # wrong tokens a minute from one address
_MOST_ADDRESSES = 10_000

HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",  # outlets need not learn where their readers' page stands
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


def is_loopback(host: str) -> bool:
    """Whether a listening address or a Host header's name is this machine only."""
    return host.strip("[]").lower() in _LOOPBACK


class Gatekeeper:
    """Tokens, sessions and wrong guesses; the time comes from ``clock``."""

    def __init__(self, token: str, clock: Callable[[], datetime]) -> None:
        self._digest = hashlib.sha256(token.encode()).digest()
        self._key = hashlib.sha256(b"session\0" + token.encode()).digest()
        self.asks = bool(token)
        self._clock = clock
        self._wrong: OrderedDict[str, list[datetime]] = OrderedDict()

    def right(self, token: str) -> bool:
        """Constant-time comparison of digests, so that neither content nor length shows."""
        return self.asks and hmac.compare_digest(hashlib.sha256(token.encode("utf-8", "replace")).digest(), self._digest)

    def session(self) -> str:
        """A cookie's value: when it ends, signed with a key derived from the token, which itself never leaves."""
        ends = str(int((self._clock() + SESSION).timestamp()))
        return f"{ends}.{self._sign(ends)}"

    def valid(self, session: str) -> bool:
        """Whether we made this cookie and it has not ended."""
        ends, _, signature = session.partition(".")
        if not re.fullmatch(r"[0-9]{1,12}", ends, re.ASCII) or not signature.isascii():
            return False
        return hmac.compare_digest(signature, self._sign(ends)) and int(ends) > self._clock().timestamp()

    def _sign(self, ends: str) -> str:
        return hmac.new(self._key, ends.encode(), hashlib.sha256).hexdigest()

    def blocked(self, address: str) -> bool:
        """Whether this address guessed wrong too often in the last minute."""
        since = self._clock() - _WINDOW
        recent = [at for at in self._wrong.get(address, ()) if at > since]
        return len(recent) >= _TRIES

    def wrong(self, address: str) -> None:
        """Remember a wrong guess."""
        since = self._clock() - _WINDOW
        self._wrong[address] = [*[at for at in self._wrong.get(address, ()) if at > since][-_TRIES:], self._clock()]
        self._wrong.move_to_end(address)
        while len(self._wrong) > _MOST_ADDRESSES:
            self._wrong.popitem(last=False)


class Security:
    """ASGI middleware around everything; pure ASGI, so that no answer gets out without the headers."""

    def __init__(self, app: ASGIApp, *, settings: WebSettings, gatekeeper: Gatekeeper) -> None:
        self._app = app
        self._gatekeeper = gatekeeper
        self._own_names = _LOOPBACK if not gatekeeper.asks else frozenset()
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)

        refusal = self._refusal(scope, Headers(scope=scope))
        await (refusal or self._app)(scope, receive, send_with_headers)

    def _refusal(self, scope: Scope, headers: Headers) -> ASGIApp | None:
        """The answer that ends the request here; None where it may go on."""
        if not self._host_is_ours(headers):
            return PlainTextResponse("This service does not answer to that host name.\n", 421)
        if scope["method"] not in {"GET", "HEAD"} and not same_origin(headers):
            return PlainTextResponse("This request comes from another site.\n", 403)
        path = scope["path"]
        if not self._gatekeeper.asks or path in _OPEN or path.startswith(_STATIC):
            return None
        return self._unless_known(scope, headers)

    def _unless_known(self, scope: Scope, headers: Headers) -> ASGIApp | None:
        address = client_address(scope)
        kind, _, given = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            if self._gatekeeper.blocked(address):
                return too_many()
            if self._gatekeeper.right(given.strip()):
                return None
            self._gatekeeper.wrong(address)
        elif self._gatekeeper.valid(_cookie(headers)):
            return None
        if scope["path"].startswith("/api/") or scope["path"] == "/metrics" or kind:
            return PlainTextResponse(
                "A bearer token is needed.\n", 401, {"www-authenticate": 'Bearer realm="escalation-watch"'}
            )
        return RedirectResponse("/login", 303)

    def _host_is_ours(self, headers: Headers) -> bool:
        given = headers.getlist("host")
        match = _HOST.fullmatch(given[0]) if len(given) == 1 else None
        if match is None:
            return False
        name = (match["six"] or match["name"]).lower()
        return not self._own_names or name in self._own_names


def same_origin(headers: Headers) -> bool:
    """Whether a changing request comes from our own pages: by Sec-Fetch-Site where the browser tells, else by Origin.

    A request without either is no browser's and carries no cookie by accident.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def client_address(scope: Scope) -> str:
    """The peer's address; "unknown" on a socket that has none."""
    client = scope.get("client")
    return str(client[0]) if client else "unknown"


def too_many() -> PlainTextResponse:
    """The answer to somebody who guesses."""
    return PlainTextResponse("Too many wrong tokens; wait a minute.\n", 429, {"retry-after": "60"})


def _cookie(headers: Headers) -> str:
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(headers.get("cookie", ""))
    except CookieError:
        return ""
    return jar[COOKIE].value if COOKIE in jar else ""
