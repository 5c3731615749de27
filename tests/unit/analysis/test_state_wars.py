"""A war of two states that no file names is one conflict, whichever side an outlet names first; neighbours with rebels are none."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from service.analysis.analyse import analyse
from service.analysis.gazetteer import Gazetteer
from service.config.load import load_settings
from service.gazetteers import gazetteer_from
from service.models import BETWEEN_STATES

ROOT = Path(__file__).parents[3]
DATA = ROOT / "tests" / "data"


@cache
def _shipped() -> Gazetteer:
    return gazetteer_from(load_settings(ROOT / "config", ROOT / "var", {}, need_secrets=False).conflicts)


def _examples(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def _conflict(example: dict[str, str]) -> str | None:
    published = datetime(2024, 3, 5, tzinfo=UTC)
    return analyse(example["text"], title=example["title"], published=published, gazetteer=_shipped()).conflict


@pytest.mark.parametrize("example", _examples("state_wars.jsonl"), ids=lambda example: example["text"][:40])
def test_each_sides_news_falls_to_the_war_of_both_unless_a_file_names_it(example: dict[str, str]) -> None:
    assert _conflict(example) == example["conflict"]


@pytest.mark.parametrize("example", _examples("state_wars_not.jsonl"), ids=lambda example: example["title"])
def test_neighbours_mediators_and_victims_abroad_are_no_enemies(example: dict[str, str]) -> None:
    assert BETWEEN_STATES not in (_conflict(example) or "")
