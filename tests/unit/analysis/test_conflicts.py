"""Which conflict an article is about, with the configuration the service ships."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from service.analysis.ceasefire import find_ceasefire
from service.analysis.conflicts import Assignment, assign, country_conflict
from service.analysis.gazetteer_build import COUNTRY_NAMES, build_gazetteer
from service.analysis.text import prepare
from service.models import Figure

CONFIG = Path(__file__).parents[3] / "config" / "conflicts.toml"
PUBLISHED = datetime(2022, 9, 14, tzinfo=UTC)


@dataclass(frozen=True)
class _Party:
    name: str
    aliases: tuple[str, ...]
    people: tuple[str, ...]
    forces: tuple[str, ...]


@dataclass(frozen=True)
class _Conflict:
    id: str
    title: str
    parties: tuple[_Party, ...]
    places: tuple[str, ...]
    countries: tuple[str, ...]
    keywords: tuple[str, ...]


def _party(table: dict[str, Any]) -> _Party:
    return _Party(
        table["name"], tuple(table.get("aliases", ())), tuple(table.get("people", ())), tuple(table.get("forces", ()))
    )


def _configured() -> tuple[_Conflict, ...]:
    tables = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["conflict"]
    return tuple(
        _Conflict(
            table["id"],
            table["title"],
            tuple(_party(party) for party in table["party"]),
            tuple(table.get("places", ())),
            tuple(table.get("countries", ())),
            tuple(table.get("keywords", ())),
        )
        for table in tables
    )


CONFLICTS = _configured()
GAZETTEER = build_gazetteer(CONFLICTS)


def _assigned(text: str, title: str = "", quotes: tuple[tuple[str, str], ...] = ()) -> Assignment:
    document = prepare(text)
    mentions = GAZETTEER.mentions(document)
    figures = [
        Figure(
            "killed",
            1,
            1,
            "exact",
            party,
            "unknown",
            None,
            "current",
            "total",
            quote,
            text.index(quote),
            text.index(quote) + len(quote),
            "test",
        )
        for quote, party in quotes
    ]
    return assign(document, mentions, figures, find_ceasefire(document, mentions, published=PUBLISHED), GAZETTEER, title)


@pytest.mark.parametrize(
    ("text", "conflict"),
    [
        (
            "Armenia said 49 of its soldiers were killed in clashes with Azerbaijan, and asked Russia for help.",
            "armenia-azerbaijan",
        ),
        ("Shelling was reported near Jermuk overnight.", "armenia-azerbaijan"),
        ("Kyiv said three people died when Russian drones hit Odesa.", "russia-ukraine"),
        ("Israeli forces shot dead two Palestinians in Jenin.", "israel-palestine"),
        ("An Israeli drone strike killed a Hezbollah commander near Tyre in southern Lebanon.", "israel-lebanon"),
        ("Israel bombed Natanz and Iran fired missiles at Tel Aviv.", "israel-iran"),
        ("Russian jets bombed a market in Idlib.", "syria"),
        ("The RSF shelled El Fasher in Darfur.", "sudan"),
        ("Fano fighters ambushed Ethiopian troops near Gondar.", "ethiopia-amhara-oromia"),
        ("Tigray People's Liberation Front fighters clashed with Ethiopian troops.", "ethiopia-tigray"),
        ("Gunmen killed 40 villagers in Burkina Faso.", "sahel"),
        ("Bandits abducted 87 people in Kaduna.", "nigeria-insurgency"),
        ("M23 rebels entered Goma.", "dr-congo"),
        ("Al-Shabaab attacked a hotel in Mogadishu.", "somalia"),
        ("An air strike by the Myanmar military killed 20 in Sagaing.", "myanmar"),
        ("A suicide bomber killed nine policemen in Quetta.", "pakistan-insurgencies"),
        ("Pakistani and Afghan border guards exchanged fire at Torkham.", "pakistan-afghanistan"),
        ("Militants killed 26 tourists in Pahalgam in Indian Kashmir.", "india-pakistan"),
        ("Maoist rebels killed ten troopers in Chhattisgarh, India.", "india-maoists"),
        ("Houthi missiles hit a tanker in the Red Sea.", "yemen-red-sea"),
        ("Thai and Cambodian troops fought near Preah Vihear.", "thailand-cambodia"),
        ("A bomb killed two rangers in Pattani, Thailand.", "thailand-south"),
        ("Tajik and Kyrgyz border guards clashed in Batken.", "tajikistan-kyrgyzstan"),
        ("A gang killed 70 people in Pont-Sonde, Haiti.", "haiti"),
        ("ELN guerrillas killed 60 people in Catatumbo.", "colombia"),
        ("Police and gunmen fought in Banjska in northern Kosovo.", "kosovo-serbia"),
        ("Insurgents raided a village in Cabo Delgado.", "mozambique-cabo-delgado"),
        ("The Taliban said three of its men died in an attack in Kabul.", "afghanistan"),
        ("Soldiers shot dead 17 protesters in Juliaca, Peru.", "country-peru"),
        ("Police fired on protesters in Nairobi, killing eight.", "country-kenya"),
        ("Armenian police detained protesters in Yerevan.", "country-armenia"),
        ("Cambodia counted seven more dead as border fighting went on.", "thailand-cambodia"),
        ("Peru counted seven more dead as border fighting went on.", "country-peru"),
        ("Cambodian police shot dead two protesters in Kampot.", "country-cambodia"),
        ("The Syrian ceasefire still stands, an envoy said in New York on Tuesday.", "syria"),
        ("Nepal's Maoists announced a nine-day truce for the festival.", "country-nepal"),
        ("An envoy told reporters in New York that a rally for a ceasefire was planned there.", "country-united-states"),
        ("Rescuers pulled nine bodies from a block of flats in Ganja.", "armenia-azerbaijan"),
        ("A bomb killed nine troops in the Southwest Region of Pakistan.", "pakistan-insurgencies"),
        ("A man was found dead in his house.", None),
    ],
)
def test_an_article_belongs_to_the_conflict_its_names_tell(text: str, conflict: str | None) -> None:
    assert _assigned(text).main == conflict


def test_a_mediator_does_not_move_a_sentence_to_its_own_war() -> None:
    text = "Armenia and Azerbaijan fought along their border. On Tuesday, Russia said it had brokered a ceasefire."
    found = _assigned(text)
    assert [(statement.conflict, statement.parties) for statement in found.statements] == [
        ("armenia-azerbaijan", ("Armenia", "Azerbaijan"))
    ]


def test_a_truce_is_between_a_government_and_a_group_where_more_sides_are_named() -> None:
    text = "Israel and Hamas agreed to a four-day truce in Gaza, Qatar said. Israel bombed Gaza City. Hamas freed hostages."
    assert [statement.parties for statement in _assigned(text).statements] == [("Hamas", "Israel")]
    text = "The truce took effect on Friday. The army and the RSF fought for Khartoum for weeks. Sudan and the RSF traded prisoners."
    assert [statement.parties for statement in _assigned(text).statements] == [("Rapid Support Forces", "Sudan")]


def test_a_figure_of_another_countrys_war_goes_there() -> None:
    text = (
        "Armenia said 49 of its soldiers were killed in clashes with Azerbaijan. The fighting near Jermuk came as "
        "Moscow's attention is elsewhere. A strike on Odesa killed 12 people the same day."
    )
    found = _assigned(text, quotes=(("49 of its soldiers", "Armenia"), ("killed 12 people", "Ukraine")))
    assert [figure.conflict for figure in found.figures] == ["armenia-azerbaijan", "russia-ukraine"]
    assert found.conflicts == ("armenia-azerbaijan", "russia-ukraine")


def test_a_foreign_victim_stays_in_the_conflict_of_the_article() -> None:
    text = "Israeli strikes killed dozens in Gaza City. Three Thai workers were among the dead."
    found = _assigned(text, quotes=(("Three Thai workers", "Thailand"),))
    assert found.figures[0].conflict == "israel-palestine"


def test_the_title_tells_what_the_text_leaves_open() -> None:
    assert _assigned("Shells fell all night.", "Fighting flares between Armenia and Azerbaijan").main == "armenia-azerbaijan"


def test_the_shipped_configuration_watches_enough_and_names_what_others_rely_on() -> None:
    by_id = {conflict.id: conflict for conflict in CONFLICTS}
    assert len(by_id) == len(CONFLICTS) >= 35
    assert [party.name for party in by_id["armenia-azerbaijan"].parties] == ["Armenia", "Azerbaijan"]
    assert all(code in COUNTRY_NAMES for conflict in CONFLICTS for code in conflict.countries)


def test_ids_of_countries_are_slugs() -> None:
    assert country_conflict("Peru") == "country-peru"
    assert country_conflict("Trinidad and Tobago") == "country-trinidad-and-tobago"


@pytest.mark.parametrize(
    ("text", "conflict"),
    [
        (
            "China's foreign minister repeated his country's call for a ceasefire in Gaza at the Security Council.",
            "israel-palestine",
        ),
        ("Rockets flew from southern Lebanon hours before a truce in the Gaza Strip was declared.", "israel-palestine"),
        ("Fighting flared in southern Lebanon hours before the truce between Israel and Hamas began.", "israel-palestine"),
        ("Israel said its strikes on Tyre would go on until Hezbollah agrees to a ceasefire in Lebanon.", "israel-lebanon"),
        ("Israel said the truce and the captives' release would not begin before Friday.", "israel-palestine"),
        ("The British foreign secretary visited Israel after the ceasefire was agreed.", "israel-palestine"),
        ("Washington urged a truce between Sudan's army and the Rapid Support Forces.", "sudan"),
        ("Turkey offered to host talks on a ceasefire in Ukraine.", "russia-ukraine"),
        ("Peru and Chile agreed a ceasefire along the Atacama.", "country-peru"),
        ("Hamas freed 13 Israelis and ten Thai hostages as the truce held.", "israel-palestine"),
        ("Hamas freed ten Thai farm workers on the first day of the ceasefire.", "israel-palestine"),
        ("Soldiers in Peru fought guerrillas until a truce was agreed.", "country-peru"),
    ],
)
def test_a_truce_belongs_to_the_sides_and_the_ground_named_with_it(text: str, conflict: str) -> None:
    assert {statement.conflict for statement in _assigned(text).statements} == {conflict}


@pytest.mark.parametrize(
    ("title", "text", "conflict"),
    [
        ("Police kill five Albanian rebels in Skopje", "Five guerrillas were shot dead in a raid.", "country-north-macedonia"),
        ("Eleven British soldiers seized in Sierra Leone", "A militia holds eleven men of a British regiment.", "country-sierra-leone"),
        ("Six Nepalese peacekeepers die in Haiti ambush", "Gunmen fired on the Nepalese patrol in Haiti, the UN said.", "haiti"),
        ("Pakistan kills eight militants near Afghan border", "The army raided a hideout, it said.", "pakistan-insurgencies"),
    ],
)  # fmt: skip
def test_those_who_are_far_from_home_die_in_the_war_of_the_place(title: str, text: str, conflict: str) -> None:
    gazetteer = build_gazetteer(_configured())
    document = prepare(text)
    assert assign(document, gazetteer.mentions(document), (), (), gazetteer, title).main == conflict


@pytest.mark.parametrize(
    ("text", "conflict"),
    [
        ("The RUF is believed to hold 500 peacekeepers after 208 Zambians disappeared.", "country-sierra-leone"),
        ("Clashes between the FNL and soldiers left 12 dead.", "country-burundi"),
        ("LURD fighters shelled the port, killing nine.", "country-liberia"),
    ],
)
def test_a_group_that_no_conflict_names_tells_whose_war_it_is(text: str, conflict: str) -> None:
    gazetteer = build_gazetteer(_configured())
    document = prepare(text)
    assert assign(document, gazetteer.mentions(document), (), (), gazetteer).main == conflict
