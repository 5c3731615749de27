"""A truce that one side alone declares, and the place it is for."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from service.analysis import analyse
from service.analysis.gazetteer import Gazetteer
from service.config.load import load_settings
from service.gazetteers import gazetteer_from

ROOT = Path(__file__).parents[3]
PUBLISHED = datetime(2025, 3, 15, tzinfo=UTC)


@cache
def gazetteer() -> Gazetteer:
    settings = load_settings(ROOT / "config", ROOT / "var", {}, need_secrets=False)
    return gazetteer_from(settings.conflicts)


@pytest.mark.parametrize(
    ("sentence", "declarer", "area"),
    [
        ("The M23 declared a ceasefire on Monday after taking Goma.", "M23", None),
        ("The M23 announced a unilateral truce in Goma on Monday.", "M23", "Goma"),
        ("Ethiopia declared a humanitarian truce in Tigray on Thursday.", "Ethiopia", "Tigray"),
        ("Russia ordered a 36-hour Christmas ceasefire in Ukraine on Thursday.", "Russia", None),
        ("The PKK declared a unilateral ceasefire with Turkey on Saturday.", "PKK", None),
        ("Israel and Hamas agreed a four-day truce in Gaza on Wednesday.", None, "Gaza"),
        ("Qatar announced a four-day truce in Gaza on Wednesday after Israel and Hamas had fought for weeks.", None, "Gaza"),
        ("Sudan's army and the RSF signed a seven-day ceasefire on Saturday.", None, None),
        ("Armenia and Azerbaijan said a ceasefire was holding along their border.", None, None),
        ("Thailand and Cambodia announced a ceasefire deal between their armies.", None, None),
    ],
)
def test_who_declares_a_truce_and_where(sentence: str, declarer: str | None, area: str | None) -> None:
    found = analyse(
        f"{sentence} At least 12 soldiers were killed before.", published=PUBLISHED, gazetteer=gazetteer()
    ).ceasefire
    current = [statement for statement in found if statement.scope == "current"]
    assert [(one.declared_by, one.area) for one in current[:1]] == [(declarer, area)]


def test_a_call_or_an_end_is_declared_by_nobody() -> None:
    for sentence in ("The M23 called for a ceasefire in Goma.", "The M23 declared the ceasefire over."):
        for statement in analyse(sentence, published=PUBLISHED, gazetteer=gazetteer()).ceasefire:
            assert (statement.declared_by, statement.area) == (None, None)


@pytest.mark.parametrize(
    ("sentence", "starts"),
    [
        ("The truce between Israel and Hamas will not begin before Friday, an official said.", "delayed until friday"),
        ("The ceasefire between Thailand and Cambodia was postponed by a day.", "delayed"),
        ("Israel and Hamas agreed a truce that will begin on Friday at 7 a.m.", "on friday at 7 a.m"),
    ],
)
def test_a_truce_that_is_put_off_takes_its_hour_back(sentence: str, starts: str) -> None:
    found = analyse(sentence, published=PUBLISHED, gazetteer=gazetteer()).ceasefire
    assert [one.starts for one in found if one.status == "agreed"] == [starts]
