"""Where an article's news is no organised violence none of its figures is current: crime, courts and accidents are told from war."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from service.analysis import analyse
from tests.unit.analysis.test_figures import gazetteer, value

EXAMPLES = Path(__file__).parents[2] / "data" / "outside" / "scopes.jsonl"


def examples() -> list[Any]:
    return [
        pytest.param(json.loads(line), id=f"{EXAMPLES.stem}:{number}")
        for number, line in enumerate(EXAMPLES.read_text(encoding="utf-8").splitlines(), 1)
    ]


@pytest.mark.parametrize("example", examples())
def test_a_figure_outside_the_news_is_an_older_war_or_no_war_at_all(example: dict[str, Any]) -> None:
    report = analyse(example["text"], published=datetime(2024, 3, 15, tzinfo=UTC), gazetteer=gazetteer())
    assert not report.relevant
    found = {(f.kind, value(f)): f.scope for f in report.figures}
    assert {(w["kind"], w["value"]): w["scope"] for w in example["find"]}.items() <= found.items()
    assert "current" not in found.values()
