"""Combatant, civilian or unknown: by the group's own head, else by the people it continues."""

from __future__ import annotations

from service.analysis.languages.en.people import PLURAL, SINGULAR
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.reading import Reading
from service.models import Figure, Role

_PROTEST = words("protest protests protesters demonstration demonstrations demonstrators rally rallies crackdown")
_LOOKED_AT = 5  # tokens after "two of them" in which its noun may follow


_RANKS = words("leader leaders official officials member members commander chief figure figures operative operatives")


def _mixed(role: Role, lowers: list[str], end: int) -> bool:
    """ "hundreds of families and fighters": one count over both kinds of people."""
    if lowers[end : end + 1] != ["and"] or end + 1 >= len(lowers):
        return False
    other = PLURAL.get(lowers[end + 1])
    return other is not None and other not in (role, "unknown") and lowers[end + 1] not in ("women", "children")


def _at_a_protest(lowers: list[str]) -> bool:
    return any(
        word in _PROTEST and not {"during", "at", "in", "into", "on"}.isdisjoint(lowers[max(0, i - 4) : i])
        for i, word in enumerate(lowers)
    )


def role_of(harm: Harm, reading: Reading, before: Figure | None) -> Role:
    """The role of a harm's victims; ``before`` is the figure before it in the same sentence."""
    group = harm.group
    lowers = reading.lowers
    if group.role != "unknown":
        return "unknown" if _mixed(group.role, lowers, group.end) else group.role
    if group.head in _RANKS and any(
        group.start <= first < group.end and m.kind in ("group", "force") for first, _, m in reading.mentions
    ):
        return "combatant"
    if group.part:
        for word in lowers[group.end : group.end + _LOOKED_AT]:
            role = PLURAL.get(word) or SINGULAR.get(word)
            if role is not None and role != "unknown":
                return role
            if word in (",", ".", "and"):
                break
    if group.head in ("", "others") and before is not None:
        return before.role
    if harm.kind == "captured" and group.head not in ("men", "members", "suspects", ""):
        return "civilian"
    if group.head == "people" and (group.low or 0) < 5000 and _at_a_protest(lowers):
        return "civilian"
    return "unknown"
