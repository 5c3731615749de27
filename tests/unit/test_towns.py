"""The long list of towns that comes with the project."""

from __future__ import annotations

from service.analysis.gazetteer_build import COUNTRY_NAMES
from service.analysis.languages.en.countries import COUNTRIES
from service.analysis.text import prepare
from service.gazetteers import gazetteer_from, towns


def test_the_list_is_of_known_countries_and_in_plain_letters() -> None:
    listed = towns()
    assert len(listed) > 20_000
    assert len({name for _, name in listed}) == len(listed), "a name that towns of two countries share tells nothing"
    known = sum(code in COUNTRY_NAMES for code, _ in listed)
    assert known > 0.98 * len(listed)
    assert all(name.isascii() and name[0].isupper() for _, name in listed)


def test_a_country_keeps_its_own_name_and_capital_beside_the_towns() -> None:
    gazetteer = gazetteer_from(())
    for country in COUNTRIES:
        found = gazetteer.mentions(prepare(f"He arrived in {country.name} today."))
        assert country.name in {mention.country for mention in found}, country.name


def test_a_report_that_names_a_town_alone_is_of_its_country() -> None:
    gazetteer = gazetteer_from(())
    found = gazetteer.mentions(prepare("Five soldiers were killed in Kumanovo and two near Batticaloa."))
    assert [mention.country for mention in found] == ["North Macedonia", "Sri Lanka"]
