"""Alerts in the contract's shape."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from service.alerts.compose import alert_id, compose
from service.alerts.shape import alert_record, iso, state_record
from service.history.fold import fold
from service.models import Value
from tests.harness.told import START, arrive, count, told

NORTH = "Northland"
READINGS = (
    told("a", 0, count(49, by=NORTH, qualifier="at_least", role="combatant"), now="agreed"),
    told("b", 30, count((100, 110), by=NORTH, role="combatant")),
)


def records() -> list[dict[str, object]]:
    rang, _, ledger = arrive(READINGS)
    return [alert_record(compose(change, ledger, READINGS, conflict_title="N and S", created=START)) for change in rang]


def test_a_toll_alert_has_the_contracts_keys_in_order() -> None:
    alert = records()[0]
    assert list(alert)[:13] == [
        "id",
        "type",
        "conflict",
        "story",
        "change",
        "series",
        "before",
        "after",
        "at",
        "confidence",
        "confirmed",
        "article",
        "claims",
    ]
    assert alert["series"] == {"kind": "killed", "party": NORTH, "role": "combatant", "scope": "current", "since": None}
    assert (alert["before"], alert["after"]) == (None, {"value": 49, "qualifier": "at_least"})
    assert alert["article"] == {"id": "a", "url": "https://news.example/a", "title": "Title of a", "source": "outlet a"}
    assert alert["claims"] == [
        {
            "quote": "at_least 49 of Northland killed",
            "claimant": NORTH,
            "source": "outlet a",
            "url": "https://news.example/a",
            "published": "2026-03-01T06:00:00Z",
        }
    ]


def test_a_range_is_a_list_of_its_ends() -> None:
    assert records()[2]["after"] == {"value": [100, 110], "qualifier": "exact"}


def test_a_ceasefire_alert_names_parties_and_statuses() -> None:
    alert = records()[1]
    assert (alert["type"], alert["series"]) == ("ceasefire.changed", {"parties": ["Northland", "Southland"]})
    assert (alert["before"], alert["after"]) == ({"status": "none"}, {"status": "agreed"})


def test_the_id_is_the_same_for_the_same_news_and_another_for_other_news() -> None:
    change = arrive(READINGS)[0][0]
    assert alert_id(change) == alert_id(replace(change, note="worded otherwise", confidence=0.1))
    assert alert_id(change) != alert_id(replace(change, after=Value(50, 50)))


def test_a_change_of_an_unknown_article_is_refused() -> None:
    change = replace(arrive(READINGS)[0][0], article="gone")
    with pytest.raises(ValueError, match="article gone"):
        compose(change, fold(READINGS), READINGS, conflict_title="", created=START)


def test_the_state_is_plain_json_in_one_order() -> None:
    state = state_record(fold(READINGS))
    assert json.loads(json.dumps(state)) == state
    assert [record["type"] for record in state] == ["toll", "ceasefire", "story"]
    assert (state[0]["low"], state[0]["best"], state[0]["high"]) == (100, {"value": [100, 110], "qualifier": "exact"}, 110)


def test_times_are_utc_to_the_second() -> None:
    assert iso(START) == "2026-03-01T06:00:00Z"
