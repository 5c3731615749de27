"""The configured conflicts and the countries package -> the gazetteer the analysis reads with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

import pycountry

from service.analysis.gazetteer import Gazetteer
from service.analysis.gazetteer_build import build_gazetteer
from service.settings import Conflict


def gazetteer_from(conflicts: Sequence[Conflict]) -> Gazetteer:
    """The gazetteer for these conflicts, with the ISO names of the world's countries and the towns of ``cities.tsv``."""
    return build_gazetteer(conflicts, tuple(_iso_names()), towns())


@cache
def towns() -> tuple[tuple[str, str], ...]:
    """(alpha-2 code, name) of the towns that ``scripts/make_cities.py`` chose."""
    lines = (resources.files("service") / "cities.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t", 1) for line in lines if not line.startswith("#"))
    return tuple((code, name) for code, names in rows for name in names.split(", "))


def _iso_names() -> Iterator[tuple[str, str]]:
    """(alpha-2 code, name) as ISO 3166 has them: short, common and official names, without inversions ("Iran, Islamic Republic of")."""
    for country in pycountry.countries:
        for field in ("name", "common_name", "official_name"):
            name = getattr(country, field, "")
            if name and "," not in name and "(" not in name:
                yield country.alpha_2, name
