"""What the pages show, and that nothing from outside is more than words on them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import httpx
import pytest
from lxml import html

from service.models import Ledger
from service.store import SqlStore
from tests.harness.books import whole
from tests.harness.samples import CONFLICT, HOSTILE, NOW, evidence, fill, history, hostile_alert, toll

PAGES = ("/", f"/conflicts/{CONFLICT}", "/alerts", "/alerts/alert-h2")


def words(answer: httpx.Response) -> str:
    """The page's text as a reader sees it, blanks run together."""
    return " ".join(" ".join(html.fromstring(answer.text).itertext()).split())


async def test_an_empty_store_gives_a_page_that_says_so(client: httpx.AsyncClient) -> None:
    answer = await client.get("/")
    assert answer.status_code == 200
    assert "No figures and no ceasefire news yet" in words(answer)
    assert "Watched, nothing found yet 2" in words(answer)


async def test_the_status_page_tells_everything_at_a_glance(client: httpx.AsyncClient, sqlite_store: SqlStore) -> None:
    fill(sqlite_store)
    text = words(await client.get("/"))
    for said in (
        "Armenia soldiers killed 135 claims 105 – 135 according to Armenia",
        "ceasefire in effect Armenia and Azerbaijan",
        "“the number of soldiers killed had risen to 135”",
        "Armenia: 49+ → 105 soldiers killed (+56)",
        "Armenia – Azerbaijan: ceasefire agreed → violated; Azerbaijan accuses Armenia",
        "deliver does not answer, last seen 12 min ago",
        "Destination old-hook is switched off: answered 410 Gone",
        "1 delivery failed for good",
        "1 entry given up",
        "https://two.example/rss: answered 503 (4 in a row)",
        "An article that kills its worker",
        "its worker died 5 times",
        "in 1 min",
    ):
        assert said in text, said


async def test_a_conflicts_page_has_charts_evidence_that_counts_and_that_does_not(
    client: httpx.AsyncClient, sqlite_store: SqlStore
) -> None:
    fill(sqlite_store)
    answer = await client.get(f"/conflicts/{CONFLICT}")
    page = html.fromstring(answer.text)
    assert [figure.findtext("figcaption") for figure in page.iter("figure")] == ["Killed", "Displaced", "Wounded"]
    assert "does not count: a part of a known total" in words(answer)
    assert len(page.xpath("//*[local-name()='svg'][@role='img']")) == 3
    assert "14 Sep 2022, 18:05 UTC: 105, Armenia" in answer.text
    assert "kept quiet: a change of 4, less than 5" in words(answer)


async def test_an_alerts_page_has_before_after_quotes_and_deliveries(client: httpx.AsyncClient, sqlite_store: SqlStore) -> None:
    fill(sqlite_store)
    text = words(await client.get("/alerts/alert-h2"))
    for said in (
        "before at least 49",
        "after 105",
        "according to Armenia (its own count)",
        "“105 of its troops were killed”",
        "newsroom",
    ):
        assert said in text


async def test_a_dead_delivery_shows_its_reason(client: httpx.AsyncClient, sqlite_store: SqlStore) -> None:
    fill(sqlite_store)
    assert "action_prohibited" in words(await client.get("/alerts/alert-h5"))


@pytest.mark.parametrize("path", PAGES)
async def test_no_page_holds_script_inline_style_or_handlers(
    client: httpx.AsyncClient, sqlite_store: SqlStore, path: str
) -> None:
    fill(sqlite_store)
    page = html.fromstring((await client.get(path)).text)
    assert page.xpath("//script | //style | //iframe | //object | //embed | //base") == []
    assert page.xpath("//@*[starts-with(name(), 'on') or name() = 'style']") == []


def poison(text: str) -> Ledger:
    """A history in which everything from outside is this text."""
    ledger = history()
    bad = evidence(quote=text, claimant=text, source=text, url=text, why=text)
    series = replace(ledger.tolls[0].series, party=text, since=text, scope="cumulative")
    return replace(
        ledger,
        stories=(replace(ledger.stories[0], title=text),),
        tolls=(replace(ledger.tolls[0], series=series, claimant=text, evidence=(bad, replace(bad, counts=False))),),
        ceasefire=(replace(ledger.ceasefire[0], parties=(text,), accuser=text, accused=text, evidence=(bad,)),),
        changes=(toll(series=series, evidence=(bad,), note=text),),
    )


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_words_are_words_on_every_page(
    name: str, make_app: Any, open_client: Any, sqlite_store: SqlStore
) -> None:
    text = HOSTILE[name]
    with sqlite_store.conflict_work([CONFLICT]) as work:
        work.save(whole(poison(text)), None)
        work.add_alert(hostile_alert(text), destinations=["desk"], available_at=NOW, quiet=text)
    sqlite_store.disable_destination("desk", error=text, now=NOW)
    async with open_client(make_app(title=text)) as client:
        for path in ("/", f"/conflicts/{CONFLICT}", "/alerts", "/alerts/al-ch1"):
            answer = await client.get(path)
            assert answer.status_code == 200
            page = html.fromstring(answer.text)
            assert page.xpath("//script | //style | //iframe | //b[@onmouseover]") == []
            assert page.xpath("//@*[starts-with(name(), 'on') or name() = 'style']") == []
            for link in page.xpath("//@href | //@src"):
                assert re.match(r"(?:https?://|/|#)", link), link
            assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", answer.text)


async def test_an_unknown_id_is_a_page_and_no_trace(client: httpx.AsyncClient) -> None:
    for path in (
        "/alerts/nope",
        "/conflicts/nope",
        "/nope",
        "/static/nope.css",
        "/static/../pages.py",
        "/static/%2e%2e/pages.py",
    ):
        answer = await client.get(path)
        assert answer.status_code == 404, path
        assert "Traceback" not in answer.text


async def test_a_database_that_is_away_is_a_503_and_comes_back(
    client: httpx.AsyncClient, sqlite_store: SqlStore, monkeypatch: Any
) -> None:
    from service.errors import StoreError

    def away() -> Any:
        raise StoreError("cannot read feeds: postgresql://user:planted-password@db")

    monkeypatch.setattr(sqlite_store, "conflicts", away)
    answer = await client.get("/")
    assert answer.status_code == 503
    assert "planted-password" not in answer.text
    monkeypatch.undo()
    assert (await client.get("/")).status_code == 200


async def test_a_bug_is_a_500_without_trace_and_with_all_headers(
    make_app: Any, open_client: Any, sqlite_store: SqlStore, monkeypatch: Any
) -> None:
    def bug() -> Any:
        raise RuntimeError("planted-secret")

    monkeypatch.setattr(sqlite_store, "conflicts", bug)
    async with open_client(make_app(), raise_errors=False) as client:
        answer = await client.get("/")
    assert answer.status_code == 500
    assert "planted-secret" not in answer.text
    assert "Traceback" not in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/", "/alerts", "/api/status", "/api/alerts/x", "/metrics"])
async def test_nothing_can_be_changed(client: httpx.AsyncClient, method: str, path: str) -> None:
    assert (await client.request(method, path)).status_code == 405


@pytest.mark.parametrize(("more_exist", "told"), [(True, True), (False, False)])
async def test_a_page_that_reads_only_the_newest_figures_says_so(
    client: httpx.AsyncClient, sqlite_store: SqlStore, monkeypatch: pytest.MonkeyPatch, more_exist: bool, told: bool
) -> None:
    fill(sqlite_store)
    known = len(sqlite_store.ledger(CONFLICT).tolls)
    monkeypatch.setattr("service.web.pages._NEWEST_IN_FULL", known - 1 if more_exist else known + 1)
    text = words(await client.get(f"/conflicts/{CONFLICT}"))
    assert (f"The {known - 1} that moved last; history explain has all." in text) is told
    assert ("that moved last" in text) is told
