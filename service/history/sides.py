"""How near a claimant stands to the dead it counts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from service.history.rules import Rules
from service.models import UNSPECIFIED

Nearness = Literal["own", "neutral", "enemy"]


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides of a conflict as they were known at some time: the first ``known`` of those that are numbered as they came up."""

    numbers: Mapping[str, int]
    known: int

    def __contains__(self, side: str) -> bool:
        return self.numbers.get(side, self.known) < self.known


def side_of(name: str, rules: Rules) -> str:
    """One word for all names of a side, lower case."""
    folded = name.casefold().strip()
    for group in rules.sides:
        if folded in group:
            return min(group)
    return folded


def nearness(claimant: str | None, party: str, belligerents: Collection[str] | Sides, rules: Rules) -> Nearness:
    """ "own" where a side counts its own, "enemy" where one belligerent counts another's, else "neutral".

    ``belligerents`` are sides (``side_of``) that have losses of their own or count the other's in this conflict.
    """
    if claimant is None or party == UNSPECIFIED:
        return "neutral"
    side = side_of(claimant, rules)
    if side == side_of(party, rules):
        return "own"
    return "enemy" if side in belligerents else "neutral"
