"""How near a claimant stands to the dead it counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from service.history.rules import Rules
from service.models import UNSPECIFIED

Nearness = Literal["own", "neutral", "enemy"]


def side_of(name: str, rules: Rules) -> str:
    """One word for all names of a side, lower case."""
    folded = name.casefold().strip()
    for group in rules.sides:
        if folded in group:
            return min(group)
    return folded


def nearness(claimant: str | None, party: str, belligerents: Iterable[str], rules: Rules) -> Nearness:
    """ "own" where a side counts its own, "enemy" where one belligerent counts another's, else "neutral".

    ``belligerents`` are sides (``side_of``) that have losses of their own or count the other's in this conflict.
    """
    if claimant is None or party == UNSPECIFIED:
        return "neutral"
    side = side_of(claimant, rules)
    if side == side_of(party, rules):
        return "own"
    return "enemy" if side in belligerents else "neutral"
