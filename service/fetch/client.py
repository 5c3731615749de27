"""The one HTTP client of a process: ``open_fetcher(settings)`` -> SafeFetcher, which fulfils service.ports.Fetcher."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urljoin

import httpx

from service.errors import BlockedAddress, FetchError
from service.fetch.allow import USUAL_PORTS, allow_list
from service.fetch.answers import broken_exchange, refusal
from service.fetch.guard import Guard, Resolver, Target, about, shown
from service.fetch.inflate import Inflater
from service.fetch.resolve import SystemResolver
from service.fetch.robots import MAX_ROBOTS, RobotsCache, Rules, product, robots_url, rules_of
from service.fetch.transport import CheckedTransport, public_authorities
from service.fetch.turns import Turns
from service.ports import Fetched, FetchRequest
from service.settings import FetchSettings

_CONNECTIONS = 20  # httpx searches its pool linearly: 700 requests a second with 20, 52-69 with 300 (measured)
_LONGEST_HEADER = 1000
_PERMANENT = frozenset({301, 308})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ACCEPT = {
    "feed": "application/rss+xml, application/atom+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5",
    "page": "text/html, application/xhtml+xml, */*;q=0.5",
    "robots": "text/plain, */*;q=0.5",
}


def _utc_now() -> datetime:
    return datetime.now(UTC)


def open_fetcher(
    settings: FetchSettings,
    *,
    resolver: Resolver | None = None,
    clock: Callable[[], datetime] = _utc_now,
    robots: RobotsCache | None = None,
    tls: ssl.SSLContext | None = None,
) -> SafeFetcher:
    """A fetcher for the running event loop; ConfigError for a bad allow-list.

    ``resolver`` gives a name's addresses (default: the system's), ``clock`` the time in UTC for Retry-After dates and the age of
    robots.txt, ``robots`` what other fetchers of this process have learnt, ``tls`` the certificate authorities (default: certifi's).
    """
    guard = Guard(allow_list(settings.allow), resolver or SystemResolver())
    transport = CheckedTransport(guard, tls=tls or public_authorities(), connections=_CONNECTIONS)
    return SafeFetcher(settings, transport, guard, robots or RobotsCache(settings.robots_ttl, clock), clock)


@dataclass(frozen=True, slots=True)
class _Hop:
    """One exchange: a final answer, or where it points next."""

    answer: Fetched | None
    location: str = ""
    permanent: bool = False


class SafeFetcher:
    """GET for feeds and pages, with every limit of FetchSettings; each error names the URL and the reason.

    Waiting for a host's turn does not count against the time limit; connecting, asking and reading do.
    """

    def __init__(
        self,
        settings: FetchSettings,
        transport: httpx.AsyncBaseTransport,
        guard: Guard,
        robots: RobotsCache,
        clock: Callable[[], datetime],
    ) -> None:
        self._settings = settings
        self._transport = transport
        self._timeouts = httpx.Timeout(settings.timeout, connect=settings.connect_timeout).as_dict()
        self._guard = guard
        self._robots = robots
        self._clock = clock
        self._turns = Turns(settings.host_delay)
        self._asking_robots: dict[str, asyncio.Lock] = {}

    async def get(self, request: FetchRequest) -> Fetched:
        """Fetch a feed or a page, asking robots.txt first for a page; FetchError for anything but 200 and a 304 that was asked for."""
        limit = self._settings.feed_bytes if request.kind == "feed" else self._settings.page_bytes
        headers = {"accept": _ACCEPT[request.kind]}
        if request.etag:
            headers["if-none-match"] = request.etag
        if request.last_modified:
            headers["if-modified-since"] = request.last_modified
        return await self._follow(request.url, headers, limit, ask_robots=request.kind == "page")

    async def close(self) -> None:
        """Close all connections."""
        await self._transport.aclose()

    async def _follow(self, url: str, headers: dict[str, str], limit: int, *, ask_robots: bool) -> Fetched:
        """Ask, and go where redirects point, through the guard and by the rules of each host on the way."""
        first, seen = url, {url}
        all_permanent = True
        left = self._settings.timeout
        for _ in range(self._settings.max_redirects + 1):
            try:
                target = self._guard.check_url(url)
            except BlockedAddress as error:
                raise (error if url == first else about(first, error)) from None
            if ask_robots:
                (await self._rules(target)).check(target, product(self._settings.user_agent))
            hop, left = await self._in_turn(target, headers, limit, left)
            if hop.answer is not None:
                moved = hop.answer.url if url != first and all_permanent else ""
                return replace(hop.answer, moved_permanently_to=moved)
            all_permanent = all_permanent and hop.permanent
            try:
                url = urljoin(target.url, hop.location).partition("#")[0]
            except ValueError:
                raise FetchError(f"{shown(first)}: redirects to something that is no address: {shown(hop.location)}") from None
            if url in seen:
                raise FetchError(f"{shown(first)}: redirects in a circle, back to {shown(url)}")
            seen.add(url)
        raise FetchError(f"{shown(first)}: redirects more than {self._settings.max_redirects} times, last to {shown(url)}")

    async def _in_turn(self, target: Target, headers: dict[str, str], limit: int, left: float) -> tuple[_Hop, float]:
        """One exchange when it is this host's turn; returns what is left of the time limit, too."""
        host = target.host if target.port in USUAL_PORTS else f"{target.host}:{target.port}"
        clock = asyncio.get_running_loop().time
        async with self._turns.turn(host):
            began = clock()
            try:
                async with asyncio.timeout(left):
                    hop = await self._exchange(target, headers, limit)
            except TimeoutError:
                raise FetchError(
                    f"{shown(target.url)}: not finished within {self._settings.timeout:g} s; the server is slow or drips its answer"
                ) from None
            except (
                httpx.HTTPError,
                httpx.InvalidURL,
                httpx.StreamError,
                UnicodeError,
            ) as error:  # UnicodeError: a host that IDNA refuses
                raise broken_exchange(target.url, error) from None
            return hop, left - (clock() - began)

    async def _exchange(self, target: Target, headers: dict[str, str], limit: int) -> _Hop:
        # The transport and not httpx.AsyncClient, which keeps cookies, reads the environment, and looks at Location before us.
        always = {"user-agent": self._settings.user_agent, "accept-encoding": "gzip"}
        request = httpx.Request("GET", target.url, headers=always | headers, extensions={"timeout": self._timeouts})
        try:
            response = await self._transport.handle_async_request(request)
        except FetchError as error:  # from the guard, while connecting
            raise about(target.url, error) from None
        try:
            return await self._hop(target, response, headers, limit)
        finally:
            await response.aclose()

    async def _hop(self, target: Target, response: httpx.Response, headers: dict[str, str], limit: int) -> _Hop:
        status = response.status_code
        location = response.headers.get("location", "")
        if status in _REDIRECTS and location:
            return _Hop(None, location, status in _PERMANENT)
        conditional = "if-none-match" in headers or "if-modified-since" in headers
        if status == 304 and not conditional:
            raise FetchError(f"{shown(target.url)}: answered 304 Not Modified although it was asked for everything", status=304)
        if status not in (200, 304):
            raise refusal(target.url, response, self._clock())
        body = await _body(target, response, limit) if status == 200 else b""
        return _Hop(
            Fetched(
                url=target.url,
                status=status,
                body=body,
                content_type=_header(response, "content-type"),
                etag=_header(response, "etag"),
                last_modified=_header(response, "last-modified"),
            )
        )

    async def _rules(self, target: Target) -> Rules:
        """What the origin's robots.txt says, asked at most once at a time."""
        lock = self._asking_robots.setdefault(target.origin, asyncio.Lock())
        try:
            async with lock:
                return self._robots.fresh(target) or self._robots.keep(target, await self._ask_rules(target))
        finally:
            if not lock.locked():
                self._asking_robots.pop(target.origin, None)

    async def _ask_rules(self, target: Target) -> Rules:
        """4xx: everything allowed; 5xx or out of reach: nothing for now (RFC 9309, 2.3.1)."""
        try:
            answer = await self._follow(robots_url(target), {"accept": _ACCEPT["robots"]}, MAX_ROBOTS, ask_robots=False)
        except BlockedAddress:
            raise
        except FetchError as error:
            if error.status is not None and 400 <= error.status < 500:
                return Rules()
            return Rules(closed=error.message)
        rules = rules_of(answer.body, product(self._settings.user_agent))
        end = self._guard.check_url(answer.url)
        if end.url == robots_url(end):  # http led to https: its pages will be asked for next
            self._robots.keep(end, rules)
        return rules


def _header(response: httpx.Response, name: str) -> str:
    """A header that can be stored and sent back; empty where it is not plain ASCII or absurdly long."""
    value: str = response.headers.get(name, "")
    return value if value.isascii() and value.isprintable() and len(value) <= _LONGEST_HEADER else ""


async def _body(target: Target, response: httpx.Response, limit: int) -> bytes:
    """The whole body, unpacked; FetchError where it is larger than ``limit`` bytes or does not unpack."""
    announced = response.headers.get("content-length", "")
    if announced.isascii() and announced.isdigit() and len(announced) < 20 and int(announced) > limit:
        raise FetchError(
            f"{shown(target.url)}: the body is larger than the limit of {limit:,} bytes: {int(announced):,} are announced"
        )
    try:
        inflater = Inflater(response.headers.get("content-encoding", ""), limit)
        async for chunk in response.aiter_raw():
            inflater.feed(chunk)
        return inflater.body()
    except FetchError as error:
        raise about(target.url, error) from None
