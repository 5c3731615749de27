"""The configured conflicts and the countries package -> the gazetteer the analysis reads with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pycountry

from service.analysis.gazetteer import Gazetteer
from service.analysis.gazetteer_build import build_gazetteer
from service.settings import Conflict


def gazetteer_from(conflicts: Sequence[Conflict]) -> Gazetteer:
    """The gazetteer for these conflicts, with the ISO names of the world's countries from pycountry beside the everyday ones."""
    return build_gazetteer(conflicts, tuple(_iso_names()))


def _iso_names() -> Iterator[tuple[str, str]]:
    """(alpha-2 code, name) as ISO 3166 has them: short, common and official names, without inversions ("Iran, Islamic Republic of")."""
    for country in pycountry.countries:
        for field in ("name", "common_name", "official_name"):
            name = getattr(country, field, "")
            if name and "," not in name and "(" not in name:
                yield country.alpha_2, name
