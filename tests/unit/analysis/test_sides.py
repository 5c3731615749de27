"""Whose people the victims are: what the title tells, which countries an article is about, which unlisted names are armed groups."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.analysis import analyse
from service.analysis.gazetteer import Gazetteer
from service.analysis.homes import home_countries
from service.analysis.text import prepare
from service.config.load import load_settings
from service.gazetteers import gazetteer_from
from service.models import Figure

ROOT = Path(__file__).parents[3]
PUBLISHED = datetime(2024, 3, 15, tzinfo=UTC)


@cache
def gazetteer() -> Gazetteer:
    settings = load_settings(ROOT / "config", ROOT / "var", {}, need_secrets=False)
    return gazetteer_from(settings.conflicts)


def read(title: str, text: str) -> tuple[Figure, ...]:
    return analyse(text, title=title, published=PUBLISHED, gazetteer=gazetteer()).figures


@pytest.mark.parametrize(
    ("title", "text", "party"),
    [
        (
            "Three Pakistani children killed by old shell",
            "Three children were killed when a shell blew up near the Afghan border on Friday.",
            "Pakistan",
        ),
        ("Air raid on Kharkiv", "Seven people were killed in the attack. Russia said it had hit a depot.", "Ukraine"),
        ("Bombing in Pakistan", "A bombing near the Pakistan-Afghanistan border killed 30 people.", "Pakistan"),
        (
            "2 officers dead in Pakistan after Taliban suicide bombers hit police post",
            "The Taliban has said that it was behind a bombing that led to two officer deaths.",
            "Pakistan",
        ),
        ("Three Ukrainian soldiers killed", "Four people were killed by a shell in Belgorod in Russia.", "Russia"),
    ],
)
def test_a_title_tells_whose_the_people_of_the_text_are(title: str, text: str, party: str) -> None:
    figures = [figure for figure in read(title, text) if figure.kind == "killed"]
    assert [figure.party for figure in figures] == [party]


@pytest.mark.parametrize(
    ("text", "homes"),
    [
        ("Russian missiles hit Odesa. Russia fired 40 of them at Ukraine.", ["Ukraine"]),
        ("Soldiers fought near the Syrian border, Turkey said. Turkish villages were shelled.", ["Turkey"]),
        ("Pakistani police guard the border with Afghanistan near Quetta.", ["Pakistan"]),
        ("The New York Times wrote of Aleppo.", ["Syria"]),
    ],
)
def test_who_attacks_and_who_is_only_a_neighbour_is_not_what_an_article_is_about(text: str, homes: list[str]) -> None:
    document = prepare(text)
    assert home_countries(document, gazetteer().mentions(document)).countries == homes


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("The Zomi Revolutionary Army attacked.", ["Zomi Revolutionary Army"]),
        ("Fighters of the Kivu Freedom Brigade fled.", ["Kivu Freedom Brigade"]),
        ("the Front for the Liberation of Oranje said", []),
        ("rebels of the Front for the Liberation of Oranje said", []),
        ("the Oranje Liberation Front (OLF) said. Two OLF men fled.", ["Oranje Liberation Front"] * 3),
        ("THE MORAZANIST PATRIOTIC FRONT CLAIMED THE ATTACK ON A CONVOY", ["Morazanist Patriotic Front"]),
        ("The Salvation Army fed the poor.", []),
        ("The Eastern Front was quiet.", []),
        ("The Conservative Party lost the election.", []),
        ("The Somali National Army said so.", []),
        ("The Peace Movement marched.", []),
        ("The Border Force stopped a lorry.", []),
        ("A Japan Air Self-Defense Force jet took off.", []),
        ("The Liberation of Paris is remembered.", []),
        ("The Revolutionary Forces and the Guerrilla Movement met.", []),
        ("THE HIGH COMMAND OF THE PERUVIAN ARMY AND THE GOVERNMENT FORCES DENIED IT.", []),
    ],
)
def test_names_of_armed_groups_are_told_by_how_they_are_built(text: str, groups: list[str]) -> None:
    found = [m for m in gazetteer().mentions(prepare(text)) if m.kind == "group"]
    assert [mention.party for mention in found] == groups


@given(st.text(alphabet="AaBb Armyfont'()[],.-ofthe Liberation Front", max_size=200))
def test_names_are_in_order_and_never_overlap(text: str) -> None:
    mentions = gazetteer().mentions(prepare(text))
    assert all(one.end <= other.start for one, other in pairwise(mentions))
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


@pytest.mark.parametrize(
    ("text", "foremost"),
    [
        ("Trump: Thai and Cambodian leaders agree to renew truce. The US president said both countries were ready.", "United States"),
        ("Blinken: Armenia and Azerbaijan agree to halt fire. The US secretary of state spoke to both.", "United States"),
    ],
)  # fmt: skip
def test_who_mediates_between_two_sides_of_a_war_is_not_whose_war_it_is(text: str, foremost: str) -> None:
    document = prepare(text)
    homes = home_countries(document, gazetteer().mentions(document)).countries
    assert homes
    assert homes[0] != foremost


def test_who_speaks_of_no_war_of_two_is_still_the_home() -> None:
    document = prepare("Trump: three soldiers killed in base attack. The US president spoke of a terrible loss.")
    assert home_countries(document, gazetteer().mentions(document)).countries[:1] == ["United States"]
