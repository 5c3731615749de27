"""The five real seed articles through the fold, by their hand-made labels: exactly the expected alerts, in every order."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest

from service.alerts.compose import compose
from service.alerts.shape import alert_record, state_record
from service.history.fold import fold
from service.models import Change
from tests.harness.seed_readings import SEEDS, load
from tests.harness.told import arrive, line

NOW = datetime(2026, 3, 1, tzinfo=UTC)
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared seeds are not here")


def _series(change: Change) -> object:
    """The series without its story, whose id moves to an earlier article when one arrives late."""
    return change.series and (change.series.kind, change.series.party)


def test_the_seeds_raise_exactly_the_eight_expected_alerts(tmp_path: Path) -> None:
    readings = load()
    rang, _, ledger = arrive(readings)
    alerts = [alert_record(compose(change, ledger, readings, conflict_title="A and B", created=NOW)) for change in rang]
    out = tmp_path / "alerts.jsonl"
    out.write_text("".join(json.dumps(alert) + "\n" for alert in alerts), encoding="utf-8")
    checked = subprocess.run(
        [sys.executable, str(SEEDS / "check_alerts.py"), str(out)], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.startswith("8 of 8 alerts, 0 unwanted, order kept")


def test_the_ledger_is_the_same_to_the_byte_in_all_120_orders() -> None:
    states = {json.dumps(state_record(fold(order)), ensure_ascii=False) for order in permutations(load())}
    assert len(states) == 1


def test_no_order_of_arrival_tells_a_state_that_is_superseded_or_was_told() -> None:
    ledger = fold(load())
    final = {line(change).split(" → ")[-1] for change in ledger.changes}
    for order in permutations(load()):
        rang, _, _ = arrive(order)
        assert len({(_series(change), change.after, change.status_after) for change in rang}) == len(rang)
        newest: dict[object, datetime] = {}
        for change in rang:  # of one series, what is told later was said later
            assert change.at >= newest.get(_series(change), change.at)
            newest[_series(change)] = change.at
        assert {line(change).split(" → ")[-1] for change in rang} <= final


def test_whatever_the_order_the_last_thing_told_is_the_final_state() -> None:
    ledger = fold(load())
    for order in permutations(load()):
        rang, _, _ = arrive(order)
        told = {_series(change): change for change in rang}
        for toll in ledger.tolls:
            after = told[(toll.series.kind, toll.series.party)].after
            assert after is not None
            assert (after.low, after.high) == (toll.best.low, toll.best.high)
        assert told[None].status_after == ledger.ceasefire[0].status
