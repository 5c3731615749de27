"""The JSON API and the metrics."""

from __future__ import annotations

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from service.alerts.shape import alert_record
from service.errors import StoreError
from service.store import SqlStore
from tests.harness.samples import CONFLICT, HOSTILE, NOW, fill, hostile_alert


async def test_status_counts_feeds_work_and_processes(client: httpx.AsyncClient, sqlite_store: SqlStore) -> None:
    fill(sqlite_store)
    status = (await client.get("/api/status")).json()
    assert status["at"] == "2022-09-17T06:30:00Z"
    assert status["entries"]["dead"] == 1
    assert status["deliveries"] == {"pending": 2, "dead": 1}
    assert {feed["name"]: feed["condition"] for feed in status["feeds"]} == {
        "Agency One": "good", "Daily Two": "failing", "Radio Three": "silent", "Region Four": "new",
    }  # fmt: skip
    assert {p["name"].split("/")[0]: p["alive"] for p in status["processes"]} == {"poll": True, "work": True, "deliver": False}
    assert status["dead_entries"][0]["error"] == "its worker died 5 times while working on it"
    assert status["disabled_destinations"] == {"old-hook": "answered 410 Gone"}


async def test_conflicts_give_tolls_with_their_claims(client: httpx.AsyncClient, sqlite_store: SqlStore) -> None:
    fill(sqlite_store)
    (conflict,) = (await client.get("/api/conflicts")).json()["conflicts"]
    assert (conflict["id"], conflict["title"]) == (CONFLICT, "Armenia – Azerbaijan")
    tolls = [record for record in conflict["state"] if record["type"] == "toll"]
    assert {(t["series"]["kind"], t["series"]["party"]): (t["low"], t["high"]) for t in tolls}[("killed", "Armenia")] == (
        105,
        135,
    )


async def test_conflicts_can_be_narrowed(client: httpx.AsyncClient, sqlite_store: SqlStore) -> None:
    fill(sqlite_store)
    (conflict,) = (await client.get("/api/conflicts", params={"limit": "1"})).json()["conflicts"]
    assert [record["type"] for record in conflict["state"]].count("toll") == 1
    assert (await client.get("/api/conflicts", params={"conflict": "sudan"})).json() == {"conflicts": []}
    answer = await client.get("/api/conflicts", params={"limit": "9999"})
    assert (answer.status_code, "limit must be a number from 1 to 5000" in answer.text) == (400, True)


async def test_an_alert_is_the_contracts_record_with_what_became_of_it(
    client: httpx.AsyncClient, sqlite_store: SqlStore
) -> None:
    told = fill(sqlite_store)
    wanted = next(item for item in told if item.id == "alert-h2")
    got = (await client.get("/api/alerts/alert-h2")).json()
    assert {name: got[name] for name in alert_record(wanted)} == alert_record(wanted)
    assert (got["sent"], {d["state"] for d in got["deliveries"]}) == (True, {"delivered"})


async def test_alerts_are_newest_first_and_quiet_ones_only_on_request(
    client: httpx.AsyncClient, sqlite_store: SqlStore
) -> None:
    told = fill(sqlite_store)
    ids = [item["id"] for item in (await client.get("/api/alerts")).json()["alerts"]]
    assert ids == [item.id for item in reversed(told) if item.id != told[1].id]
    with_quiet = (await client.get("/api/alerts", params={"quiet": "1"})).json()["alerts"]
    assert {item["id"]: item["quiet"] for item in with_quiet}[told[1].id] == "a change of 4, less than 5"
    assert len((await client.get("/api/alerts", params={"limit": "2"})).json()["alerts"]) == 2
    assert (await client.get("/api/alerts", params={"conflict": "sudan"})).json()["alerts"] == []


@pytest.mark.parametrize("limit", ["0", "-1", "501", "x", "1e3", "", "٣", "9" * 5000])
async def test_a_bad_limit_is_named(client: httpx.AsyncClient, limit: str) -> None:
    answer = await client.get("/api/alerts", params={"limit": limit})
    assert answer.status_code == 400
    assert "1 to 500" in answer.json()["error"]


async def test_an_unknown_alert_is_a_404_in_json(client: httpx.AsyncClient) -> None:
    answer = await client.get("/api/alerts/nope")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/json")
    assert "error" in answer.json()


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
async def test_hostile_words_stay_strings(client: httpx.AsyncClient, sqlite_store: SqlStore, words: str) -> None:
    with sqlite_store.conflict_work([CONFLICT]) as work:
        work.add_alert(hostile_alert(words), destinations=[], available_at=NOW)
    answer = await client.get("/api/alerts")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert len(answer.json()["alerts"]) == 1


async def test_metrics_can_be_scraped(client: httpx.AsyncClient, sqlite_store: SqlStore) -> None:
    fill(sqlite_store)
    sqlite_store.disable_destination('quote" and \\ and\nbreak', error="x", now=NOW)
    answer = await client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    samples = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }
    assert samples["escalation_watch_entries", "dead"] == 1
    assert samples["escalation_watch_feeds", "failing"] == 1
    assert samples["escalation_watch_deliveries", "dead"] == 1
    assert samples["escalation_watch_destination_disabled", 'quote" and \\ and\nbreak'] == 1
    assert samples["escalation_watch_feed_success_timestamp_seconds", "https://one.example/feed"] == NOW.timestamp() - 50


async def test_health_follows_the_database(
    client: httpx.AsyncClient, sqlite_store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (await client.get("/healthz")).status_code == 200

    def away() -> None:
        raise StoreError("gone")

    monkeypatch.setattr(sqlite_store, "check", away)
    assert (await client.get("/healthz")).status_code == 503
