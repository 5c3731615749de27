"""How sure a figure is: how often figures like it were confirmed by careful readers.

"Like it" is the size of the number (a vague word, one person, more), the family of the rule that found it, and its scope. The rates
are measured on labelled articles by benchmarks/calibration.py, which also tests that they keep what they promise.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from service.analysis.confidence_rates import FAMILIES, OPTIMISM, OVERALL, SCOPES, SIZES

LEAST, MOST = 0.3, 0.99


class Rates(NamedTuple):
    """Probabilities by size, and what family and scope add to or take from them."""

    overall: float
    sizes: Mapping[str, float]
    families: Mapping[str, float]
    scopes: Mapping[str, float]
    optimism: float = 0.0  # by how much less often figures of texts that nobody wrote rules for are right


MEASURED = Rates(OVERALL, SIZES, FAMILIES, SCOPES, OPTIMISM)


def confidence_of(rule: str, low: int | None, scope: str) -> float:
    """A probability for a figure by its rule, its number (None where nobody counted) and its scope, in [0.3, 0.99]."""
    return rate(MEASURED, size_of(low), family_of(rule), scope)


def rate(rates: Rates, size: str, family: str, scope: str) -> float:
    """The probability the rates give; an unknown size, family or scope changes nothing."""
    sure = rates.sizes.get(size, rates.overall) + rates.families.get(family, 0.0) + rates.scopes.get(scope, 0.0)
    return round(min(MOST, max(LEAST, sure - rates.optimism)), 2)


def size_of(low: int | None) -> str:
    """ "vague", "one" or "more"."""
    return "vague" if low is None else "one" if low == 1 else "more"


def family_of(rule: str) -> str:
    """A rule's name without its details: "passive:killed" is "passive"."""
    return rule.split(":", 1)[0]
