"""The fetcher against real servers on loopback: every limit holds, and each error names the URL and the reason."""

from __future__ import annotations

import asyncio
import gzip
import itertools
import ssl
import threading
import time
import zlib
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from service.errors import BlockedAddress, FetchError
from service.fetch.client import SafeFetcher, open_fetcher
from service.fetch.guard import Resolver
from service.ports import Fetched, FetchRequest
from service.settings import FetchSettings
from tests.integration.fetch.site import Site, raw, says

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
CERTIFICATE = Path(__file__).parents[2] / "data" / "fetch" / "feeds.test.pem"


@asynccontextmanager
async def fetcher_for(
    *sites: Site,
    allow: Sequence[str] = (),
    resolver: Resolver | None = None,
    tls: ssl.SSLContext | None = None,
    seconds: float = 5.0,
    host_delay: float = 0.0,
    feed_bytes: int = 100_000,
    page_bytes: int = 50_000,
) -> AsyncIterator[SafeFetcher]:
    settings = FetchSettings(
        timeout=seconds,
        connect_timeout=2.0,
        feed_bytes=feed_bytes,
        page_bytes=page_bytes,
        host_delay=host_delay,
        allow=(*(site.authority for site in sites), *allow),
    )
    fetcher = open_fetcher(settings, resolver=resolver, clock=lambda: NOW, tls=tls)
    try:
        yield fetcher
    finally:
        await fetcher.close()


async def get(site: Site, path: str, kind: str = "feed", **options: float) -> Fetched:
    async with fetcher_for(site, **options) as fetcher:  # type: ignore[arg-type]  # options are numbers of fetcher_for
        return await fetcher.get(FetchRequest(site.url(path), "page" if kind == "page" else "feed"))


# --- what is sent and what comes back ----------------------------------------------------------------------------


async def test_a_feed_comes_back_with_body_type_and_validators(site: Site) -> None:
    site.on("/feed", says(b"<rss/>", content_type="text/xml", etag='"v1"', last_modified="Sun, 22 Nov 2026 11:00:00 GMT"))
    answer = await get(site, "/feed")
    assert answer == Fetched(site.url("/feed"), 200, b"<rss/>", "text/xml", '"v1"', "Sun, 22 Nov 2026 11:00:00 GMT")


async def test_a_request_names_the_service_and_asks_for_gzip_alone(site: Site) -> None:
    site.on("/feed", b"x")
    await get(site, "/feed")
    headers = site.asked[0][1]
    assert headers["user-agent"].startswith("EscalationWatch/")
    assert headers["accept-encoding"] == "gzip"
    assert headers["host"] == site.authority
    assert not {"cookie", "authorization", "referer", "if-none-match", "if-modified-since"} & headers.keys()


async def test_validators_are_sent_and_a_304_has_no_body(site: Site) -> None:
    site.on("/feed", says(status=304, etag='"v1"'))
    async with fetcher_for(site) as fetcher:
        answer = await fetcher.get(FetchRequest(site.url("/feed"), "feed", etag='"v1"', last_modified="yesterday"))
    assert (answer.status, answer.body) == (304, b"")
    assert site.asked[0][1]["if-none-match"] == '"v1"'
    assert site.asked[0][1]["if-modified-since"] == "yesterday"


async def test_a_304_that_was_not_asked_for_is_an_error(site: Site) -> None:
    site.on("/feed", says(status=304))
    with pytest.raises(FetchError, match="304 Not Modified although"):
        await get(site, "/feed")


async def test_cookies_are_neither_kept_nor_sent(site: Site) -> None:
    site.on("/a", says(b"x", set_cookie="id=1; Path=/"))
    async with fetcher_for(site) as fetcher:
        for _ in range(2):
            await fetcher.get(FetchRequest(site.url("/a"), "feed"))
    assert all("cookie" not in headers for _, headers in site.asked)


async def test_a_proxy_in_the_environment_is_not_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    site.on("/feed", b"direct")
    assert (await get(site, "/feed")).body == b"direct"


async def test_validators_that_could_not_be_sent_back_are_dropped(site: Site) -> None:
    site.on(
        "/feed",
        raw(b'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nETag: "\xc3\xa9"\r\nLast-Modified: ' + b"a" * 2000 + b"\r\n\r\nx"),
    )
    answer = await get(site, "/feed")
    assert (answer.etag, answer.last_modified) == ("", "")


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("identity", bytes), ("gzip", bytes)],
)
async def test_compressed_bodies_are_unpacked(site: Site, encoding: str, pack: Callable[[bytes], bytes]) -> None:
    site.on("/feed", says(pack(b"<rss/>" * 1000), content_encoding=encoding))
    assert (await get(site, "/feed")).body == b"<rss/>" * 1000


async def test_a_chunked_body_is_put_together(site: Site) -> None:
    site.on("/feed", raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"))
    assert (await get(site, "/feed")).body == b"abcde"


# --- limits ------------------------------------------------------------------------------------------------------


async def test_a_body_of_fifty_megabytes_is_refused_by_its_announcement(site: Site) -> None:
    site.on("/feed", says(b"", length=50 * 1024 * 1024))
    with pytest.raises(
        FetchError, match=r"/feed: the body is larger than the limit of 100,000 bytes: 52,428,800 are announced"
    ):
        await get(site, "/feed")


async def test_a_body_of_fifty_megabytes_that_is_not_announced_ends_at_the_limit(site: Site) -> None:
    sent = 0

    def answer(handler: BaseHTTPRequestHandler) -> None:
        nonlocal sent
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(800):
            handler.wfile.write(bytes(65536))
            sent += 65536
        handler.close_connection = True

    site.on("/feed", answer)
    with pytest.raises(FetchError, match="larger than the limit of 100,000 bytes"):
        await get(site, "/feed")
    assert sent < 50 * 1024 * 1024


async def test_a_gzip_bomb_ends_at_the_limit(site: Site) -> None:
    site.on("/feed", says(gzip.compress(bytes(50_000_000)), content_encoding="gzip"))
    with pytest.raises(FetchError, match=r"/feed: the body is larger than the limit of 100,000 bytes when unpacked"):
        await get(site, "/feed")


async def test_pages_and_feeds_have_limits_of_their_own(site: Site) -> None:
    site.on("/robots.txt", says(status=404))
    site.on("/big", bytes(60_000))
    assert len((await get(site, "/big")).body) == 60_000
    with pytest.raises(FetchError, match="limit of 50,000"):
        await get(site, "/big", "page")


async def test_a_slow_drip_ends_at_the_time_limit(site: Site) -> None:
    over = threading.Event()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        for _ in range(1000):
            handler.wfile.write(b"x")
            if over.wait(0.05):  # each byte well within any read timeout
                return

    site.on("/feed", answer)
    began = time.monotonic()
    with pytest.raises(FetchError, match=r"/feed: not finished within 0\.5 s"):
        await get(site, "/feed", seconds=0.5)
    over.set()
    assert time.monotonic() - began < 3


async def test_redirects_share_one_time_limit(site: Site) -> None:
    over = threading.Event()

    def slowly(where: str) -> Callable[[BaseHTTPRequestHandler], None]:
        def answer(handler: BaseHTTPRequestHandler) -> None:
            over.wait(0.3)
            says(status=302, location=where)(handler)

        return answer

    for step in range(5):
        site.on(f"/{step}", slowly(f"/{step + 1}"))
    with pytest.raises(FetchError, match=r"not finished within 0\.7 s"):
        await get(site, "/0", seconds=0.7)
    over.set()
    assert len(site.asked) <= 3


@pytest.mark.parametrize(
    ("pieces", "words"),
    [
        ([b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"], "broke off"),
        ([b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"], "broke off"),
        ([b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n"], "broke off or is no HTTP"),
        ([b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"], "broke off or is no HTTP"),
        ([b"SSH-2.0-OpenSSH_9.0\r\n"], "no HTTP"),
        ([b""], "broke off"),
        ([b"HTTP/1.1 200 OK\r\nX: " + b"a" * 300_000 + b"\r\n\r\n"], "broke off"),
        ([b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\nx"], "'br', which was not asked for"),
        (
            [b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\x1f\x8b\x08\x00"],
            "broke off in the middle",
        ),
    ],
)
async def test_a_broken_answer_is_an_error_that_names_the_url(site: Site, pieces: list[bytes], words: str) -> None:
    site.on("/feed", raw(*pieces))
    with pytest.raises(FetchError, match=words) as error:
        await get(site, "/feed")
    assert site.url("/feed") in error.value.message


async def test_a_server_that_is_not_there_is_an_error_that_names_the_url(site: Site) -> None:
    site.close()
    with pytest.raises(FetchError, match=r"/feed: no connection"):
        await get(site, "/feed")


@pytest.mark.parametrize(
    ("status", "headers", "retry_after", "permanent"),
    [
        (404, {}, None, False),
        (410, {}, None, True),
        (403, {}, None, False),
        (429, {"retry_after": "90"}, 90.0, False),
        (503, {"retry_after": "Sun, 22 Nov 2026 12:02:00 GMT"}, 120.0, False),
        (503, {"retry_after": "9999999"}, 86400.0, False),
        (500, {}, None, False),
        (204, {}, None, False),
        (300, {}, None, False),
        (302, {}, None, False),
        (599, {}, None, False),
    ],
)
async def test_another_status_is_an_error_with_status_and_retry_after(
    site: Site, status: int, headers: dict[str, str], retry_after: float | None, permanent: bool
) -> None:
    site.on("/feed", says(b"", status=status, **headers))
    with pytest.raises(FetchError, match=f"/feed: answered {status}") as error:
        await get(site, "/feed")
    assert (error.value.status, error.value.retry_after, error.value.permanent) == (status, retry_after, permanent)


# --- redirects ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [
        ([301], True),
        ([308], True),
        ([301, 308, 301], True),
        ([302], False),
        ([303], False),
        ([307], False),
        ([301, 302], False),
        ([302, 301], False),
    ],
)
async def test_a_move_for_good_is_reported_only_where_every_step_is(site: Site, statuses: list[int], moved: bool) -> None:
    for step, status in enumerate(statuses):
        site.on(f"/{step}", says(status=status, location=f"{step + 1}"))
    site.on(f"/{len(statuses)}", b"here")
    answer = await get(site, "/0")
    assert answer.body == b"here"
    assert answer.url == site.url(f"/{len(statuses)}")
    assert answer.moved_permanently_to == (answer.url if moved else "")


async def test_five_redirects_are_followed_and_six_are_not(site: Site) -> None:
    for step in range(6):
        site.on(f"/{step}", says(status=302, location=f"/{step + 1}"))
    site.on("/6", b"end")
    assert (await get(site, "/1")).body == b"end"
    with pytest.raises(FetchError, match=r"/0: redirects more than 5 times"):
        await get(site, "/0")


@pytest.mark.parametrize("where", ["/loop", "#again", "/other"])
async def test_a_redirect_loop_ends_at_once(site: Site, where: str) -> None:
    site.on("/loop", says(status=301, location=where))
    site.on("/other", says(status=301, location="/loop"))
    with pytest.raises(FetchError, match=r"/loop: redirects in a circle"):
        await get(site, "/loop")
    assert len(site.asked) <= 2


@pytest.mark.parametrize(
    "where",
    [
        "file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "http://127.0.0.1:1/", "http://localhost/", "//10.0.0.1/",
        "http://169.254.169.254/latest/", "http://user@example.org/", "http://[::1]/", "http://2130706433/",
    ],
)  # fmt: skip
async def test_a_redirect_goes_through_the_guard(site: Site, where: str) -> None:
    site.on("/feed", says(status=301, location=where))
    with pytest.raises(BlockedAddress) as error:
        async with fetcher_for(site, resolver=_localhost) as fetcher:
            await fetcher.get(FetchRequest(site.url("/feed"), "feed"))
    assert error.value.permanent


async def test_a_redirect_to_no_address_at_all_is_an_error(site: Site) -> None:
    site.on("/feed", says(status=301, location="http://[bad/"))
    with pytest.raises(FetchError, match=r"/feed: redirects to something that is no address"):
        await get(site, "/feed")


async def _localhost(host: str, port: int) -> Sequence[str]:
    return ["127.0.0.1"]


# --- addresses ---------------------------------------------------------------------------------------------------


async def test_a_name_is_resolved_once_and_the_connection_goes_to_what_was_checked() -> None:
    checked, other = Site("127.0.0.1"), Site("127.0.0.2")
    checked.on("/feed", b"checked")
    answers = [["127.0.0.1"], ["127.0.0.2"], ["169.254.169.254"]]
    lookups: list[str] = []

    async def rebinding(host: str, port: int) -> Sequence[str]:
        lookups.append(host)
        return answers[len(lookups) - 1]

    try:
        async with fetcher_for(allow=[f"rebind.test:{checked.port}"], resolver=rebinding) as fetcher:
            answer = await fetcher.get(FetchRequest(f"http://rebind.test:{checked.port}/feed", "feed"))
    finally:
        checked.close()
        other.close()
    assert answer.body == b"checked"
    assert lookups == ["rebind.test"]
    assert checked.asked[0][1]["host"] == f"rebind.test:{checked.port}"


async def test_a_name_that_turns_private_is_refused_at_its_next_connection(site: Site) -> None:
    answers = iter([["127.0.0.1"], ["169.254.169.254"]])

    async def rebinding(host: str, port: int) -> Sequence[str]:
        return next(answers)

    def once(handler: BaseHTTPRequestHandler) -> None:
        says(b"x", connection="close")(handler)
        handler.close_connection = True

    site.on("/feed", once)
    async with fetcher_for(allow=[f"rebind.test:{site.port}"], resolver=rebinding) as fetcher:
        request = FetchRequest(f"http://rebind.test:{site.port}/feed", "feed")
        assert (await fetcher.get(request)).body == b"x"
        with pytest.raises(
            BlockedAddress, match=r"/feed: rebind\.test resolves to 169\.254\.169\.254, a cloud metadata address"
        ):
            await fetcher.get(request)


async def test_the_next_address_is_tried_where_one_is_down(site: Site) -> None:
    async def two(host: str, port: int) -> Sequence[str]:
        return ["127.0.0.3", "127.0.0.1"]  # nothing listens on the first

    site.on("/feed", b"second")
    async with fetcher_for(allow=[f"two.test:{site.port}"], resolver=two) as fetcher:
        assert (await fetcher.get(FetchRequest(f"http://two.test:{site.port}/feed", "feed"))).body == b"second"


async def test_a_private_name_is_refused_and_nothing_is_asked(site: Site) -> None:
    async with fetcher_for(resolver=_localhost) as fetcher:
        with pytest.raises(BlockedAddress, match=r"inside\.test resolves to 127\.0\.0\.1, a loopback address"):
            await fetcher.get(FetchRequest("http://inside.test/feed", "feed"))
    assert site.asked == []


async def test_the_system_resolver_knows_this_machine(site: Site) -> None:
    site.on("/feed", b"here")
    async with fetcher_for(allow=[f"localhost:{site.port}"]) as fetcher:
        assert (await fetcher.get(FetchRequest(f"http://localhost:{site.port}/feed", "feed"))).body == b"here"


@pytest.fixture
def secure_site(site: Site) -> Site:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE, CERTIFICATE.with_suffix(".key"))
    site.names = []  # type: ignore[attr-defined]  # only here
    context.sni_callback = lambda _socket, name, _context: site.names.append(name)  # type: ignore[attr-defined]  # as above
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    site.on("/feed", b"secure")
    return site


async def test_tls_asks_for_the_name_and_checks_it_although_the_address_was_connected_to(secure_site: Site) -> None:
    tls = ssl.create_default_context(cafile=CERTIFICATE)
    port = secure_site.port
    async with fetcher_for(allow=[f"feeds.test:{port}"], resolver=_localhost, tls=tls) as fetcher:
        answer = await fetcher.get(FetchRequest(f"https://feeds.test:{port}/feed", "feed"))
    assert answer.body == b"secure"
    assert secure_site.names == ["feeds.test"]  # type: ignore[attr-defined]  # set by the fixture


@pytest.mark.parametrize(("name", "trusted"), [("other.test", True), ("feeds.test", False)])
async def test_a_certificate_for_another_name_or_of_nobody_known_is_refused(
    secure_site: Site, name: str, trusted: bool
) -> None:
    tls = ssl.create_default_context(cafile=CERTIFICATE) if trusted else None
    port = secure_site.port
    async with fetcher_for(allow=[f"{name}:{port}"], resolver=_localhost, tls=tls) as fetcher:
        with pytest.raises(FetchError, match="no secure connection"):
            await fetcher.get(FetchRequest(f"https://{name}:{port}/feed", "feed"))


# --- manners -----------------------------------------------------------------------------------------------------


async def test_one_request_per_host_at_a_time_with_a_pause_between(site: Site) -> None:
    times: list[tuple[float, float]] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        began = time.monotonic()
        threading.Event().wait(0.03)
        times.append((began, time.monotonic()))
        says(b"x")(handler)

    for n in range(4):
        site.on(f"/{n}", answer)
    async with fetcher_for(site, host_delay=0.1) as fetcher:
        await asyncio.gather(*(fetcher.get(FetchRequest(site.url(f"/{n}"), "feed")) for n in range(4)))
    assert site.most_at_once == 1
    assert all(later[0] - earlier[1] >= 0.09 for earlier, later in itertools.pairwise(times))


async def test_different_hosts_are_asked_at_the_same_time() -> None:
    sites = [Site(), Site()]
    both = threading.Barrier(2, timeout=5)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        both.wait()  # neither answers before both are asked
        says(b"x")(handler)

    try:
        for site in sites:
            site.on("/feed", answer)
        async with fetcher_for(*sites, host_delay=5.0) as fetcher:
            answers = await asyncio.gather(*(fetcher.get(FetchRequest(site.url("/feed"), "feed")) for site in sites))
    finally:
        for site in sites:
            site.close()
    assert [answer.body for answer in answers] == [b"x", b"x"]


async def test_waiting_for_a_turn_does_not_count_against_the_time_limit(site: Site) -> None:
    site.on("/feed", b"x")
    async with fetcher_for(site, host_delay=0.3, seconds=0.25) as fetcher:
        answers = await asyncio.gather(*(fetcher.get(FetchRequest(site.url("/feed"), "feed")) for _ in range(3)))
    assert len(answers) == 3


async def test_a_failed_request_frees_its_host(site: Site) -> None:
    site.on("/feed", raw(b"rubbish"))
    site.on("/good", b"x")
    async with fetcher_for(site) as fetcher:
        with pytest.raises(FetchError):
            await fetcher.get(FetchRequest(site.url("/feed"), "feed"))
        assert (await fetcher.get(FetchRequest(site.url("/good"), "feed"))).body == b"x"


async def test_a_page_asks_robots_txt_first_and_once(site: Site) -> None:
    site.on("/robots.txt", b"User-agent: *\nDisallow: /private")
    site.on("/news", b"page")
    async with fetcher_for(site) as fetcher:
        pages = [fetcher.get(FetchRequest(site.url("/news"), "page")) for _ in range(3)]
        assert [page.body for page in await asyncio.gather(*pages)] == [b"page"] * 3
        with pytest.raises(FetchError, match=r"/private/1: not read, because .*/robots\.txt asks robots not to") as error:
            await fetcher.get(FetchRequest(site.url("/private/1"), "page"))
    assert error.value.permanent
    assert site.paths() == ["/robots.txt", "/news", "/news", "/news"]


async def test_a_feed_does_not_ask_robots_txt(site: Site) -> None:
    site.on("/robots.txt", b"User-agent: *\nDisallow: /")
    site.on("/feed", b"x")
    assert (await get(site, "/feed")).body == b"x"
    assert site.paths() == ["/feed"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429])
async def test_a_site_without_robots_txt_may_be_read(site: Site, status: int) -> None:
    site.on("/robots.txt", says(status=status))
    site.on("/news", b"page")
    assert (await get(site, "/news", "page")).body == b"page"


@pytest.mark.parametrize(
    "answer",
    [says(status=500), says(status=503), raw(b"rubbish"), says(bytes(600_000))],
    ids=["500", "503", "no HTTP", "too big"],
)
async def test_a_site_that_cannot_say_what_robots_may_read_is_closed_for_now(
    site: Site, answer: Callable[[BaseHTTPRequestHandler], None]
) -> None:
    site.on("/robots.txt", answer)
    site.on("/news", b"page")
    with pytest.raises(FetchError, match=r"/news: not read, because .*/robots\.txt could not be had") as error:
        await get(site, "/news", "page")
    assert not error.value.permanent
    assert site.paths() == ["/robots.txt"]


async def test_robots_txt_is_asked_at_each_host_on_the_way_of_a_page(site: Site) -> None:
    other = Site()
    try:
        site.on("/news", says(status=302, location=other.url("/closed")))
        other.on("/robots.txt", b"User-agent: *\nDisallow: /closed")
        with pytest.raises(FetchError, match=r"/closed: not read"):
            async with fetcher_for(site, other) as fetcher:
                await fetcher.get(FetchRequest(site.url("/news"), "page"))
    finally:
        other.close()
    assert other.paths() == ["/robots.txt"]


async def test_robots_txt_that_leads_inside_is_refused(site: Site) -> None:
    site.on("/robots.txt", says(status=301, location="http://10.0.0.1/robots.txt"))
    with pytest.raises(BlockedAddress):
        await get(site, "/news", "page")
