"""Border wars that no file names, told in two-sentence summaries: one conflict, one story, a toll a side, no sums."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from service.analysis.analyse import analyse
from service.analysis.gazetteer import Gazetteer
from service.config.load import load_settings
from service.gazetteers import gazetteer_from
from service.history.fold import fold
from service.history.readings import readings_of
from service.models import Article, Reading

ROOT = Path(__file__).parents[3]
WARS = ROOT / "tests" / "data" / "border_wars"


@dataclass(frozen=True)
class War:
    """A stream, the conflict it must be, and where its dead of each side stand in the end; ``truce`` is the last state."""

    name: str
    conflict: str
    dead: dict[str, int]
    truce: str


@cache
def _names() -> Gazetteer:
    """What the service ships, without a war that this test wants to be unknown."""
    conflicts = load_settings(ROOT / "config", ROOT / "var", {}, need_secrets=False).conflicts
    return gazetteer_from([conflict for conflict in conflicts if conflict.id != "tajikistan-kyrgyzstan"])


def _readings(name: str) -> list[Reading]:
    found: list[Reading] = []
    for line in (WARS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        published = datetime.fromisoformat(item["published"])
        article = Article(
            item["id"], item["id"], item["id"], 1, item["source"], "unrated", "", item["title"], item["text"],
            published, dated=True, language="en", origin="record", content_hash=item["id"],
        )  # fmt: skip
        report = analyse(item["text"], title=item["title"], published=published, gazetteer=_names())
        found += readings_of(article, report) if report.relevant else ()
    return found


@pytest.mark.parametrize(
    "war",
    [
        War("kyrgyzstan_tajikistan", "country-kyrgyzstan--tajikistan", {"Kyrgyzstan": 59, "Tajikistan": 41}, "in_effect"),
        War("djibouti_eritrea", "country-djibouti--eritrea", {"Djibouti": 9, "Eritrea": 100}, "rejected"),
        War("ecuador_peru", "country-ecuador--peru", {"Ecuador": 11, "Peru": 9}, "extended"),
        War("afghanistan_iran", "country-afghanistan--iran", {"Iran": 3, "Taliban": 1}, "none"),
    ],
    ids=lambda war: war.name,
)
def test_a_border_war_is_one_story_with_a_toll_a_side(war: War) -> None:
    readings = _readings(war.name)
    assert {reading.conflict for reading in readings} == {war.conflict}
    ledger = fold(readings)
    assert len(ledger.stories) == 1
    dead: dict[str, int] = {}
    for toll in ledger.tolls:
        if toll.series.kind == "killed":
            dead[toll.series.party] = max(toll.best.low, dead.get(toll.series.party, 0))
    assert dead == war.dead
    assert next((state.status for state in ledger.ceasefire), "none") == war.truce
