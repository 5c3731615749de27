"""Who and where a text names: the longest name, written as names are, in any case of letters."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.analysis.gazetteer import Gazetteer
from service.analysis.gazetteer_build import COUNTRY_NAMES, build_gazetteer
from service.analysis.text import prepare

GAZETTEER = build_gazetteer(())


@dataclass(frozen=True)
class _Party:
    name: str
    aliases: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Conflict:
    id: str
    title: str
    parties: tuple[_Party, ...]
    places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


def _named(text: str, gazetteer: Gazetteer = GAZETTEER) -> list[tuple[str, str | None]]:
    return [(mention.text, mention.party) for mention in gazetteer.mentions(prepare(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yerevan said 105 of its troops were killed.", [("Yerevan", "Armenia")]),
        ("The Kremlin and the Pentagon denied it.", [("Kremlin", "Russia"), ("Pentagon", "United States")]),
        ("Azerbaijan's defence ministry", [("Azerbaijan", "Azerbaijan")]),
        ("Armenian-Azerbaijani border", [("Armenian", "Armenia"), ("Azerbaijani", "Azerbaijan")]),
        ("South Sudan's army", [("South Sudan", "South Sudan")]),
        ("the Democratic Republic of Congo", [("Democratic Republic of Congo", "Democratic Republic of the Congo")]),
        ("al-Shabaab and Al Shabaab", [("al-Shabaab", "al-Shabaab"), ("Al Shabaab", "al-Shabaab")]),
        ("Gaza's health ministry", [("Gaza", "Palestine")]),
        ("Côte d’Ivoire sent troops", [("Côte d’Ivoire", "Ivory Coast")]),
        ("N’Djamena and Sana’a", [("N’Djamena", "Chad"), ("Sana’a", "Yemen")]),
        ("Syrias second city", [("Syrias", "Syria")]),
        ("U.S. troops and US planes", [("U.S.", "United States"), ("US", "United States")]),
        ("IS fighters and ISIS", [("IS", "Islamic State"), ("ISIS", "Islamic State")]),
        ("Iraqis, Syrians and Filipinos", [("Iraqis", "Iraq"), ("Syrians", "Syria"), ("Filipinos", "Philippines")]),
        ("Hamas-run ministry", [("Hamas", "Hamas")]),
        ("pro-Russian separatists shelled the town", [("pro-Russian separatists", "Donetsk separatists")]),
    ],
)
def test_names_stand_for_their_side(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert _named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They ate turkey and told us so.",
        "It is so.",
        "Michael Jordan scored twice.",
        "Jordan Henderson left the pitch.",
        "Chad Smith drums for the band.",
        "He polished the car.",
        "pro-Russian",
        "a georgia peach",
        "The mali of the garden.",
        "Paris Hilton arrived.",
    ],
)
def test_words_that_look_like_names_stand_for_nobody(text: str) -> None:
    assert _named(text) == []


def test_who_stands_behind_something_is_no_side_of_it() -> None:
    mentions = GAZETTEER.mentions(prepare("Iran-backed fighters and a Russian-brokered ceasefire"))
    assert [(mention.country, mention.party) for mention in mentions] == [("Iran", None), ("Russia", None)]


def test_texts_in_capitals_are_read() -> None:
    text = "THE US EMBASSY TOLD US THAT FMLN REBELS IN SAN MIGUEL KILLED TWO SALVADORAN SOLDIERS AND IT IS SO"
    assert _named(text) == [("US", "United States"), ("FMLN", "FMLN"), ("SAN MIGUEL", None), ("SALVADORAN", "El Salvador")]


def test_headlines_keep_their_countries() -> None:
    assert _named("Jordan Says It Shot Down Drones Over Amman")[0] == ("Jordan", "Jordan")
    assert _named("Israel Strikes Gaza City, Kills Hamas Commander")[0] == ("Israel", "Israel")


def test_the_american_state_is_not_the_country() -> None:
    assert [mention.country for mention in GAZETTEER.mentions(prepare("Police in Atlanta, Georgia, arrested him."))] == [
        "United States"
    ]
    assert [mention.country for mention in GAZETTEER.mentions(prepare("Police in Tbilisi, Georgia, arrested him."))] == [
        "Georgia",
        "Georgia",
    ]


def test_initials_are_read_as_the_text_spells_them_out() -> None:
    assert _named("The RSF shelled the camp.") == [("RSF", "Rapid Support Forces")]
    assert ("RSF", "Rapid Support Forces") not in _named("Reporters Without Borders (RSF) condemned the arrests.")


def test_places_know_their_country_and_their_one_name() -> None:
    (mention,) = GAZETTEER.mentions(prepare("Shells fell on Lattakia."))
    assert (mention.kind, mention.place, mention.country, mention.party) == ("place", "Latakia", "Syria", None)


def test_the_configuration_wins_over_the_lists_and_every_conflict_of_a_side_is_kept() -> None:
    conflicts = (
        _Conflict(
            "north-south",
            "North and South",
            (_Party("Northland", ("Northlanders", "Damascus"), ("Ada Frost",), ("Grey Guard",)), _Party("Russia")),
            places=("Fogtown",),
            keywords=("Amber Line",),
        ),
        _Conflict("east", "East", (_Party("Russia"), _Party("Ukraine")), countries=("UA",)),
    )
    gazetteer = build_gazetteer(conflicts)
    found = {
        mention.text: mention
        for mention in gazetteer.mentions(prepare("Ada Frost, the Grey Guard, Damascus, Moscow, Fogtown, Amber Line"))
    }
    assert found["Damascus"].party == "Northland"
    assert (found["Ada Frost"].kind, found["Grey Guard"].kind, found["Fogtown"].kind) == ("person", "force", "place")
    assert found["Amber Line"].kind == "keyword"
    assert found["Moscow"].conflicts == ("north-south", "east")


def test_every_country_is_known_by_its_name() -> None:
    for name in COUNTRY_NAMES.values():
        assert any(mention.country == name for mention in GAZETTEER.mentions(prepare(f"Soldiers from {name}, they said."))), (
            name
        )


@given(st.text(max_size=400))
def test_any_text_is_read_and_every_mention_stands_where_it_says(text: str) -> None:
    past = 0
    for mention in GAZETTEER.mentions(prepare(text)):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= past
        past = mention.end


TOWNS = build_gazetteer(
    (), towns=(("MK", "Tetovo"), ("RU", "Vladimir"), ("PH", "Angeles City"), ("TR", "Batman"), ("UA", "Donetsk"))
)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Two policemen were killed in Tetovo on Monday.", "North Macedonia"),
        ("Shells fell on the outskirts of Tetovo.", "North Macedonia"),
        ("FOUR REBELS DIED NEAR TETOVO, THE ARMY SAID.", "North Macedonia"),
        ("A bomb went off in Vladimir, police said.", "Russia"),
        ("Three died in a clash near Angeles City.", "Philippines"),
        ("A bus was hit in Donetsk.", "Ukraine"),
    ],
)
def test_a_town_of_the_long_list_is_one_where_a_place_stands(text: str, country: str) -> None:
    assert [mention.country for mention in TOWNS.mentions(prepare(text))] == [country]


@pytest.mark.parametrize(
    "text",
    [
        "President Vladimir Putin spoke.",
        "Talks were held in Vladimir Putin's office.",
        "The council of Port Angeles City met.",
        "A film about Batman opened.",
        "Vladimir was wounded in the leg.",
        "They fled in tetovo style.",
    ],
)
def test_a_town_of_the_long_list_is_none_where_a_person_or_a_thing_stands(text: str) -> None:
    assert not [mention for mention in TOWNS.mentions(prepare(text)) if mention.kind == "place"]
