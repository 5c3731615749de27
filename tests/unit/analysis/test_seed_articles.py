"""The five articles on one flare-up are read exactly as they are labelled; skipped where the shared texts are absent."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from service.analysis import analyse
from service.analysis.labels import label_record
from service.config.load import load_settings
from service.gazetteers import gazetteer_from

ROOT = Path(__file__).parents[3]
SEEDS = ROOT.parent / "shared" / "seeds"
FIELDS = ("kind", "qualifier", "party", "role", "claimant", "scope", "relation", "vague")


def lines(name: str) -> dict[str, dict[str, Any]]:
    path = SEEDS / name
    if not path.exists():
        return {}
    return {record["id"]: record for record in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


def shape(figure: dict[str, Any]) -> tuple[str, ...]:
    return (str(figure["value"]), *(str(figure.get(field)) for field in FIELDS))


@pytest.mark.skipif(not SEEDS.exists(), reason="the shared seed articles are not here")
@pytest.mark.parametrize("article", sorted(lines("articles.jsonl")) or [""])
def test_a_seed_article_is_read_as_labelled(article: str) -> None:
    record, label = lines("articles.jsonl")[article], lines("labels.jsonl")[article]
    gazetteer = gazetteer_from(load_settings(ROOT / "config", ROOT / "var", {}, need_secrets=False).conflicts)
    published = datetime.fromisoformat(record["published"])
    found = label_record(article, analyse(record["text"], title=record["title"], published=published, gazetteer=gazetteer))
    assert sorted(map(shape, found["figures"])) == sorted(map(shape, label["figures"]))
    assert found["relevant"] == label["relevant"]
    assert found["ceasefire_now"] == label["ceasefire_now"]
