"""Each named family of tests/data/relevance: news of organised violence, and other news in which people die, fight or fall out."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.analysis.analyse import analyse
from service.analysis.ceasefire import find_ceasefire
from service.analysis.gazetteer import Gazetteer
from service.analysis.gazetteer_build import build_gazetteer
from service.analysis.languages.en.newsworthy import LISTS, SAID, WEIGHTS
from service.analysis.relevance import judge
from service.analysis.text import prepare
from service.config.load import load_settings
from service.gazetteers import gazetteer_from

DATA = Path(__file__).parents[2] / "data" / "relevance"
GAZETTEER = build_gazetteer(())
PUBLISHED = datetime(2023, 5, 10, tzinfo=UTC)


def _examples(folder: Path = DATA) -> list[Any]:
    return [
        pytest.param(json.loads(line), id=f"{path.stem}-{number}")
        for path in sorted(folder.glob("*.jsonl"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    ]


def _judged(title: str, text: str) -> tuple[bool, str]:
    document = prepare(text)
    mentions = GAZETTEER.mentions(document)
    return judge(document, title, mentions, (), find_ceasefire(document, mentions, published=None))


@pytest.mark.parametrize("example", _examples())
def test_an_article_is_news_of_violence_or_not_as_its_example_tells(example: dict[str, Any]) -> None:
    report = analyse(example["text"], title=example["title"], published=PUBLISHED, gazetteer=GAZETTEER)
    assert report.relevant == example["relevant"], report.why_relevant


@cache
def _shipped() -> Gazetteer:
    """The names of the conflicts that come with the service."""
    root = Path(__file__).parents[3]
    return gazetteer_from(load_settings(root / "config", root / "var", {}, need_secrets=False).conflicts)


@pytest.mark.parametrize("example", _examples(DATA / "known_wars"))
def test_a_bare_headline_is_news_of_a_known_war_or_not(example: dict[str, Any]) -> None:
    report = analyse(example["text"], title=example["title"], published=PUBLISHED, gazetteer=_shipped())
    assert report.relevant == example["relevant"], report.why_relevant


def test_the_reason_names_what_decided() -> None:
    relevant, why = _judged("Air strike kills 12", "Warplanes bombed a market on Thursday, killing 12 civilians.")
    assert relevant
    assert "words of war in the headline" in why


def test_a_text_without_a_title_is_judged_by_its_beginning() -> None:
    assert _judged("", "SUICIDE BOMBERS KILLED NINE SOLDIERS AND WOUNDED 20 WHEN THEY ATTACKED AN ARMY BARRACKS TODAY.")[0]
    assert not _judged("", "The museum reopened on Monday after a year of repairs.")[0]


def test_an_empty_article_is_no_news_of_war() -> None:
    assert not _judged("", "")[0]


def test_every_weight_belongs_to_a_sign_that_exists() -> None:
    listed = {f"{where} {name}" for where in ("headline", "lead", "body") for name in LISTS}
    others = {
        *(
            "headline side",
            "headline ground",
            "lead side",
            "lead ground",
            "question",
            "short",
            "ceasefire",
            "ceasefire in lead",
        ),
        *(
            "figure",
            "figure in lead",
            "figure of no war",
            "harm by war",
            "harm by fighters",
            "armed abduction",
            "armed attack in headline",
            "fighters harmed in headline",
            "protest put down",
            "old year",
            "attacked amid a disaster",
            "short and full of war",
            "truce told shortly",
            "armed men strike on a war's ground",
            "signed",
            "attack with harm on a conflict's ground",
            "losses of an armed side",
            "killed by fighters",
            "victims on a war's ground",
            "toll of a war",
            "many dead in an attack",
            "many dead beside men in arms",
            "assassination",
            "blown up",
            "dead by a bomb",
            "captives told of shortly",
            "driven out",
            "war told in the summary",
            "accident and no arms in headline",
            "editorial",
            "states at war",
            "killed in unrest",
        ),
        *("crackdown in headline", "trial", "looking back", "opinion"),
    }
    assert WEIGHTS.keys() <= listed | others
    assert SAID.keys() <= WEIGHTS.keys()


@given(st.text(max_size=80), st.text(max_size=300))
def test_any_text_is_judged(title: str, text: str) -> None:
    relevant, why = _judged(title, text)
    assert isinstance(relevant, bool)
    assert why
