"""Every example of tests/data/figures is read as it says: what must be found is found as described, and nothing else."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from service.analysis.figures import find_figures
from service.analysis.gazetteer import Gazetteer
from service.analysis.text import prepare
from service.config.load import load_settings
from service.gazetteers import gazetteer_from
from service.models import Figure

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "tests" / "data" / "figures"
PUBLISHED = datetime(2024, 3, 15, tzinfo=UTC)


@cache
def gazetteer() -> Gazetteer:
    settings = load_settings(ROOT / "config", ROOT / "var", {}, need_secrets=False)
    return gazetteer_from(settings.conflicts)


def examples() -> list[Any]:
    return [
        pytest.param(json.loads(line), id=f"{path.stem}:{number}")
        for path in sorted(EXAMPLES.glob("*.jsonl"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    ]


def value(figure: Figure) -> Any:
    return figure.low if figure.low == figure.high else [figure.low, figure.high]


def read(text: str) -> tuple[Figure, ...]:
    document = prepare(text)
    return find_figures(document, gazetteer().mentions(document), published=PUBLISHED).figures


@pytest.mark.parametrize("example", examples())
def test_an_example_is_read_as_it_says(example: dict[str, Any]) -> None:
    found = [
        {"kind": f.kind, "value": value(f), "vague": f.vague, "figure": f}
        for f in read(example["text"])
    ]  # fmt: skip
    wanted = example["find"]
    assert sorted((f["kind"], str(f["value"]), f["vague"] or "") for f in found) == sorted(
        (w["kind"], str(w["value"]), w.get("vague") or "") for w in wanted
    )
    for want in wanted:
        alike = [
            f["figure"] for f in found if (f["kind"], f["value"], f["vague"]) == (want["kind"], want["value"], want.get("vague"))
        ]  # fmt: skip
        told = {name: wanted_value for name, wanted_value in want.items() if name not in ("kind", "value", "vague")}
        said = [{name: getattr(figure, name) for name in told} for figure in alike]
        assert told in said, said


@pytest.mark.parametrize("example", examples())
def test_a_quote_stands_in_the_text_where_the_figure_says(example: dict[str, Any]) -> None:
    for figure in read(example["text"]):
        assert example["text"][figure.start : figure.end] == figure.quote
