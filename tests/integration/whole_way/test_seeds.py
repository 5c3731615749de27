"""The five real articles over HTTP, through poller, rq worker, history and deliverer, to a webhook receiver."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.harness.receiver import Receiver
from tests.harness.service import SECRET, Service, environment, eventually, write_config
from tests.harness.site import Site


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> dict[str, str]:
    """The environment that names the database: none for SQLite."""
    if request.param == "sqlite":
        return {}
    return {"DATABASE_URL": request.getfixturevalue("postgres_url")}


def _key(alert: dict[str, Any]) -> tuple[Any, ...]:
    if alert["type"] == "ceasefire.changed":
        return ("ceasefire", alert["before"]["status"], alert["after"]["status"])
    before = (alert["before"] or {}).get("value")
    return (alert["series"]["kind"], alert["series"]["party"], before, alert["after"]["value"])


def _wanted(expected: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [
        ("ceasefire", a["before"], a["after"])
        if a["series"] == "ceasefire"
        else (a["kind"], a["party"], a["before"], a["after"])
        for a in expected["alerts"]
    ]


@pytest.mark.timeout(120)
def test_the_seeds_over_http_raise_exactly_the_eight_alerts_in_order(
    shared: Path, tmp_path: Path, database: dict[str, str]
) -> None:
    records = [json.loads(line) for line in (shared / "seeds" / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    expected = json.loads((shared / "seeds" / "expected.json").read_text(encoding="utf-8"))
    with Site() as site, Receiver(SECRET) as receiver:
        config = write_config(
            tmp_path / "config",
            feeds={"Seeds": f"http://{site.authority}/feed.xml"},
            allow=[site.authority, receiver.authority],
        )
        env = environment(TEST_HOOK_URL=receiver.url, **database)
        site.publish(*records)
        with Service("run", "--no-web", config=config, data=tmp_path / "data", log=tmp_path / "log", env=env) as service:
            eventually(lambda: len(receiver.alerts()) >= len(expected["alerts"]), service, what="eight alerts")
            eventually(_idle(site), service, what="two more polls")
            assert service.stop() == 0, service.tail()
        alerts = receiver.alerts()
    assert [_key(alert) for alert in alerts] == _wanted(expected)
    for alert in alerts:
        assert alert["claims"], alert
        assert all(claim["quote"] for claim in alert["claims"]), alert
    assert len(receiver.ledger) == len(alerts), "a webhook took effect twice"


def _idle(site: Site) -> Callable[[], bool]:
    """True once the feed was asked for three more times: whatever else would ring has had its chance."""
    start = sum(path == "/feed.xml" for path, _ in site.requests)
    return lambda: sum(path == "/feed.xml" for path, _ in site.requests) >= start + 3
