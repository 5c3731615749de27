"""Who gets in: hosts, tokens, sessions, guesses, other sites."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from service.errors import ConfigError
from service.settings import Settings, WebSettings
from service.store import SqlStore
from service.web import create_app
from service.web.security import COOKIE, HEADERS, Gatekeeper
from tests.harness.samples import NOW

TOKEN = "correct-horse-battery-staple"


class Time:
    """The time as the test sets it."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def locked(make_app: Any, open_client: Any, time: Time) -> httpx.AsyncClient:
    """A client of an application that asks for a token."""
    client: httpx.AsyncClient = open_client(make_app(token=TOKEN, clock=time))
    return client


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "watch.example"])
def test_listening_beyond_this_machine_needs_a_token(host: str, sqlite_store: SqlStore, tmp_path: Path) -> None:
    settings = Settings(tmp_path, tmp_path, web=WebSettings(host=host))
    with pytest.raises(ConfigError, match="token"):
        create_app(sqlite_store, settings, lambda: NOW)
    create_app(sqlite_store, replace(settings, web=WebSettings(host=host, token=TOKEN)), lambda: NOW)


@pytest.mark.parametrize("path", ["/", "/login", "/healthz", "/static/style.css", "/nope", "/api/status", "/metrics"])
async def test_every_answer_has_the_strict_headers(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:8000", "[::1]:8000", "LOCALHOST"])
async def test_loopback_names_are_answered(client: httpx.AsyncClient, host: str) -> None:
    assert (await client.get("/healthz", headers={"host": host})).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "127.0.0.1:8000@evil.example", "", "a b", "evil.example:8000",
     "[::1", "127.1", "0x7f.1", "[::ffff:127.0.0.1]"],
)  # fmt: skip
async def test_a_name_that_points_here_by_rebinding_is_not_answered(client: httpx.AsyncClient, host: str) -> None:
    answer = await client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "Conflicts" not in answer.text


async def test_two_host_headers_are_not_answered(client: httpx.AsyncClient) -> None:
    request = client.build_request("GET", "/healthz")
    request.headers = httpx.Headers([("host", "127.0.0.1"), ("host", "127.0.0.1")])
    assert (await client.send(request)).status_code == 421


@pytest.mark.parametrize("path", ["/", "/alerts", "/conflicts/x", "/alerts/x"])
async def test_without_a_token_pages_lead_to_the_login(locked: httpx.AsyncClient, path: str) -> None:
    answer = await locked.get(path)
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")


@pytest.mark.parametrize("path", ["/api/status", "/api/conflicts", "/api/alerts", "/api/alerts/x", "/metrics"])
@pytest.mark.parametrize(
    "headers",
    [{}, {"authorization": "Bearer wrong"}, {"authorization": f"Basic {TOKEN}"}, {"authorization": "Bearer"},
     {"authorization": f"Bearer {TOKEN} x"}, {"cookie": f"{COOKIE}={TOKEN}"}],
)  # fmt: skip
async def test_without_the_right_token_machines_get_nothing(
    locked: httpx.AsyncClient, path: str, headers: dict[str, str]
) -> None:
    answer = await locked.get(path, headers=headers)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("path", ["/", "/api/status", "/metrics"])
async def test_a_bearer_token_opens_pages_api_and_metrics_under_any_name(locked: httpx.AsyncClient, path: str) -> None:
    answer = await locked.get(path, headers={"authorization": f"Bearer {TOKEN}", "host": "watch.example"})
    assert answer.status_code == 200


async def test_the_health_check_needs_no_token_and_tells_nothing(locked: httpx.AsyncClient) -> None:
    answer = await locked.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok\n")


async def test_the_login_sets_a_strict_cookie_that_is_not_the_token(locked: httpx.AsyncClient, time: Time) -> None:
    answer = await locked.post("/login", data={"token": TOKEN})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert TOKEN not in cookie
    for word in ("HttpOnly", "SameSite=strict", "Max-Age=43200", "Path=/"):
        assert word in cookie
    assert (await locked.get("/")).status_code == 200
    assert (await locked.get("/api/status")).status_code == 200
    time.now += timedelta(hours=12, seconds=1)
    assert (await locked.get("/")).status_code == 303, "the session has ended"


async def test_the_cookie_is_for_https_only_where_the_page_is(make_app: Any) -> None:
    transport = httpx.ASGITransport(app=make_app(token=TOKEN))
    async with httpx.AsyncClient(transport=transport, base_url="https://watch.example") as client:
        assert "Secure" in (await client.post("/login", data={"token": TOKEN})).headers["set-cookie"]


async def test_signing_out_forgets_the_cookie(locked: httpx.AsyncClient) -> None:
    await locked.post("/login", data={"token": TOKEN})
    await locked.post("/logout")
    assert (await locked.get("/")).status_code == 303


@pytest.mark.parametrize(
    "session", ["", ".", "9999999999.", "9999999999.00", "x.y", "9999999999." + "é", "١٢٣.x", "9" * 50 + ".x"]
)
def test_no_made_up_session_is_valid(session: str) -> None:
    assert not Gatekeeper(TOKEN, lambda: NOW).valid(session)


def test_a_session_of_another_token_or_with_another_end_is_not_valid() -> None:
    ours = Gatekeeper(TOKEN, lambda: NOW)
    assert ours.valid(ours.session())
    assert not ours.valid(Gatekeeper("another", lambda: NOW).session())
    ends, _, signature = ours.session().partition(".")
    assert not ours.valid(f"{int(ends) + 1}.{signature}")


def test_an_empty_token_is_never_right() -> None:
    assert not Gatekeeper("", lambda: NOW).right("")


async def test_guessing_is_slowed_down_at_the_form_and_at_the_api(locked: httpx.AsyncClient, time: Time) -> None:
    for n in range(10):
        if n % 2:
            assert (await locked.post("/login", data={"token": "wrong"})).status_code == 403
        else:
            assert (await locked.get("/api/status", headers={"authorization": "Bearer wrong"})).status_code == 401
    blocked = await locked.post("/login", data={"token": TOKEN})
    assert (blocked.status_code, blocked.headers["retry-after"]) == (429, "60")
    assert (await locked.get("/api/status", headers={"authorization": f"Bearer {TOKEN}"})).status_code == 429
    time.now += timedelta(seconds=61)
    assert (await locked.post("/login", data={"token": TOKEN})).status_code == 303


@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"origin": "https://evil.example"}, {"origin": "null"}],
)
async def test_another_site_cannot_post_here(locked: httpx.AsyncClient, headers: dict[str, str]) -> None:
    assert (await locked.post("/login", data={"token": TOKEN}, headers=headers)).status_code == 403
    assert (await locked.post("/logout", headers=headers)).status_code == 403


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "same-origin"}, {"origin": "http://127.0.0.1:8000"}, {}])
async def test_our_own_form_can(locked: httpx.AsyncClient, headers: dict[str, str]) -> None:
    assert (await locked.post("/login", data={"token": TOKEN}, headers=headers)).status_code == 303


@pytest.mark.parametrize("body", [b"", b"token", b"&" * 1000, b"token=" + b"%ff" * 100, b"\xff\x00", b"token=a&token=b"])
async def test_a_strange_form_is_a_wrong_token(locked: httpx.AsyncClient, body: bytes) -> None:
    assert (await locked.post("/login", content=body)).status_code == 403


async def test_a_huge_form_is_not_read(locked: httpx.AsyncClient) -> None:
    assert (await locked.post("/login", content=b"token=" + b"x" * 100_000)).status_code == 413


async def test_no_page_shows_the_token(locked: httpx.AsyncClient) -> None:
    headers = {"authorization": f"Bearer {TOKEN}"}
    for path in ("/", "/login", "/api/status", "/metrics", "/nope"):
        assert TOKEN not in (await locked.get(path, headers=headers)).text
    assert TOKEN not in (await locked.post("/login", data={"token": TOKEN + "x"})).text
