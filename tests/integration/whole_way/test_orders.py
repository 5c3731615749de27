"""Whatever order the five real articles arrive in, the history at the end is the same, byte for byte."""

from __future__ import annotations

import json
import os
from itertools import permutations
from pathlib import Path

import pytest

from service.alerts.shape import alert_record, records
from service.archives import read
from service.config.load import load_settings
from service.models import ArchiveRecord
from service.replay import final_state, in_order, replay, throwaway
from service.settings import Settings

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return load_settings(ROOT / "config", tmp_path_factory.mktemp("data"), dict(os.environ), need_secrets=False)


@pytest.fixture(scope="module")
def seeds(shared: Path) -> list[ArchiveRecord]:
    return [record for record in read(shared / "seeds" / "articles.jsonl") if isinstance(record, ArchiveRecord)]


def _run(settings: Settings, articles: list[ArchiveRecord]) -> tuple[str, list[tuple[str, str]]]:
    """The final state as text, and what rang as (article, series and value)."""
    rang = []
    with throwaway(settings) as app:
        for alerts in replay(app, in_order(articles, arrival=True)):
            for alert in map(alert_record, alerts):
                rang.append((alert["article"]["id"], json.dumps([alert["series"], alert["after"]], sort_keys=True)))
        state = "\n".join(json.dumps(record, sort_keys=True) for record in records(final_state(app)))
    return state, rang


@pytest.mark.timeout(300)
def test_the_final_state_is_byte_identical_in_all_120_orders_and_no_state_rings_twice(
    settings: Settings, seeds: list[ArchiveRecord]
) -> None:
    states = set()
    for order in permutations(seeds):
        state, rang = _run(settings, list(order))
        states.add(state)
        said = [what for _, what in rang]
        assert len(said) == len(set(said)), [record.id for record in order]
    assert len(states) == 1
    assert '"party": "Armenia"' in states.pop()


def test_copies_and_an_edit_mixed_in_change_no_toll(settings: Settings, seeds: list[ArchiveRecord]) -> None:
    from dataclasses import replace

    plain, _ = _run(settings, seeds)
    copies = [replace(record, id=f"{record.id}-copy", source=f"Copy of {record.source}") for record in seeds]
    edit = replace(seeds[0], text=seeds[0].text + "\n\nThis story was updated.")
    mixed, rang = _run(settings, [*seeds, *copies, edit])
    tolls = [json.loads(line) for line in mixed.splitlines()]
    before = [json.loads(line) for line in plain.splitlines()]
    assert _best(tolls) == _best(before)
    assert len(rang) == 8


def _best(state: list[dict[str, object]]) -> list[str]:
    """The tolls' best values, without the evidence, which copies do add to."""
    return [
        json.dumps([record.get("series"), record.get("best"), record.get("status")], sort_keys=True)
        for record in state
        if record.get("best") or record.get("status")
    ]
