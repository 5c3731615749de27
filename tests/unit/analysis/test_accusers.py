"""Whose accusation it is: the name before the verb, or, behind a pronoun or "and", the one the sentence began with."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.analysis import analyse
from service.analysis.gazetteer import Gazetteer
from service.config.load import load_settings
from service.gazetteers import gazetteer_from

ROOT = Path(__file__).resolve().parents[3]

SENTENCES = [
    (
        "Azerbaijan said its men died because of a provocation by Armenia and it accused Armenia of violating a truce brokered by Russia.",
        "Azerbaijan",
        "Armenia",
    ),
    (
        "Azerbaijan said that its servicemen died because of Armenia and accused Yerevan of breaching the truce.",
        "Azerbaijan",
        "Armenia",
    ),
    (
        "Armenia's defence ministry on Tuesday accused Azerbaijan of violating the ceasefire brokered by Russia.",
        "Armenia",
        "Azerbaijan",
    ),
    ("Azerbaijan accused Armenia of violating the ceasefire that Russia had brokered hours earlier.", "Azerbaijan", "Armenia"),
]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return gazetteer_from(load_settings(ROOT / "config", ROOT / "var", {}, need_secrets=False).conflicts)


@pytest.mark.parametrize(("sentence", "accuser", "accused"), SENTENCES)
def test_the_accuser_is_the_subject_of_the_accusation(gazetteer: Gazetteer, sentence: str, accuser: str, accused: str) -> None:
    report = analyse(sentence, published=datetime(2022, 9, 13, tzinfo=UTC), gazetteer=gazetteer)
    (breach,) = [said for said in report.ceasefire if said.status == "violated"]
    assert (breach.accuser, breach.accused) == (accuser, accused)
