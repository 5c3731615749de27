"""Claims as evidence: words, who says so, who printed it, and whether it counts."""

from __future__ import annotations

from collections.abc import Iterable

from service.history.rules import Rules
from service.history.sides import Nearness
from service.history.statements import CeasefireSaying, Statement
from service.models import Evidence, Trust


def evidence_of(statement: Statement, *, counts: bool, why: str) -> Evidence:
    """A figure as evidence."""
    reading = statement.reading
    return Evidence(
        statement.claim.id,
        reading.article,
        statement.figure.quote,
        statement.figure.claimant,
        reading.source,
        reading.trust,
        reading.url,
        reading.published,
        counts,
        why,
    )


def saying_evidence(saying: CeasefireSaying, *, counts: bool, why: str) -> Evidence:
    """A ceasefire statement as evidence."""
    reading = saying.reading
    return Evidence(
        saying.claim.id,
        reading.article,
        saying.claim.statement.quote,
        saying.claim.statement.claimant or saying.claim.statement.accuser,
        reading.source,
        reading.trust,
        reading.url,
        reading.published,
        counts,
        why,
    )


def weight(trust: Trust, nearness: Nearness, stated: float, rules: Rules) -> float:
    """The chance that one report has its number right: its outlet's tier, the claimant's place, the analysis's own certainty."""
    tier = {"primary": rules.trust_primary, "established": rules.trust_established, "unrated": rules.trust_unrated}[trust]
    return tier * (rules.enemy_factor if nearness == "enemy" else 1.0) * stated


def confidence_of(weights: Iterable[tuple[str, float]]) -> float:
    """Agreeing origins taken together: one minus the product of the doubts, the best report of each origin once; two decimals."""
    best: dict[str, float] = {}
    for origin, chance in weights:
        best[origin] = max(best.get(origin, 0.0), min(chance, 0.99))
    doubt = 1.0
    for chance in sorted(best.values()):
        doubt *= 1 - chance
    return round(min(1 - doubt, 0.99), 2)
