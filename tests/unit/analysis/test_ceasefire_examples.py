"""Each named family of tests/data/ceasefire: what a sentence says of a ceasefire, and look-alikes that say nothing."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from service.analysis.ceasefire import ceasefire_now, find_ceasefire
from service.analysis.gazetteer_build import build_gazetteer
from service.analysis.text import prepare

DATA = Path(__file__).parents[2] / "data" / "ceasefire"
GAZETTEER = build_gazetteer(())
PUBLISHED = datetime(2023, 5, 10, tzinfo=UTC)


def _examples() -> list[Any]:
    found = []
    for path in sorted(DATA.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found.append(pytest.param(json.loads(line), id=f"{path.stem}-{number}"))
    return found


@pytest.mark.parametrize("example", _examples())
def test_an_article_says_of_a_ceasefire_what_its_example_tells(example: dict[str, Any]) -> None:
    document = prepare(example["text"])
    published = datetime.fromisoformat(example["published"]).replace(tzinfo=UTC) if "published" in example else PUBLISHED
    statements = find_ceasefire(document, GAZETTEER.mentions(document), published=published)
    for scope in ("current", "background"):
        if scope in example:
            assert sorted({said.status for said in statements if said.scope == scope}) == example[scope]
    assert ceasefire_now(document, statements) == example["now"]


def test_there_are_enough_examples_and_look_alikes() -> None:
    examples = [param.values[0] for param in _examples()]
    assert len(examples) >= 280
    assert sum(not example["current"] and not example.get("background") for example in examples) >= 30
