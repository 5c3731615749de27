"""People of no one country or of several: peacekeepers, migrants, a ship's crew, "103 journalists, 82 of them Palestinians"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from service.analysis.languages.en.sides import (
    FOREIGN,
    NATO,
    OF_THE_UN,
    PEACEKEEPERS,
    UNITED_NATIONS,
    WANDERERS,
    WORLD_PHRASES,
    WORLDWIDE,
)
from service.analysis.languages.en.situations import NAVAL, SHIPS
from service.analysis.languages.en.sources import MISSIONS, WORLD_BODIES
from service.analysis.side_rules import Case
from service.analysis.situations import merchant_crew
from service.models import UNSPECIFIED


def partly_foreign(case: Case) -> str | None:
    """ "103 journalists died, 82 of them Palestinians", "two people, one of them a Briton": a good part of them of one nationality."""
    group, lowers = case.harm.group, case.reading.lowers
    if group.shape != "counted" or group.role == "combatant" or group.low is None:
        return None
    low = group.low
    for at in range(group.end, min(group.end + _THEREOF, len(lowers) - 3)):
        if lowers[at + 1 : at + 3] != ["of", "them"] or lowers[at - 1] not in (",", "("):
            continue
        share = case.reading.number_at(at)
        named = case.reading.mention_at(at + 4 if lowers[at + 3] in ("a", "an") else at + 3)
        nation = named is not None and named[1].kind in ("demonym", "people")
        many = share is not None and share.low is not None and share.low * _GOOD_PART >= low > share.low
        return UNSPECIFIED if nation and many else None
    return None


_THEREOF = 12  # tokens from the people to "82 of them"
_GOOD_PART = 3  # of how many one must be of another nationality


def of_the_world(case: Case) -> str | None:
    """ "12 foreigners", "four UN peacekeepers", "six migrants", "212 journalists worldwide" are of no one country."""
    if case.harm.group.head in PEACEKEEPERS or (case.harm.group.head and not case.words.isdisjoint(OF_THE_UN)):
        return UNITED_NATIONS
    if case.harm.group.role == "combatant" and not case.words.isdisjoint(NATO):
        return "NATO"
    sent = _of_a_mission(case)
    if sent is not None:
        return sent
    if case.harm.group.head in WANDERERS or merchant_crew(case.harm, case.reading.lowers) or _of_a_ship(case):
        return UNSPECIFIED
    lowers, end = case.reading.lowers, case.harm.group.end
    if case.harm.group.role != "combatant" and not case.words.isdisjoint(FOREIGN):
        return UNSPECIFIED
    after = lowers[end : end + WORLD]
    world = not WORLDWIDE.isdisjoint(after)
    if not world and not _WORLDS.isdisjoint(after):
        world = any(
            tuple(after[at : at + 3]) in WORLD_PHRASES and after[at + 3 : at + 4] != ["'s"] for at in range(len(after) - 2)
        )
    return UNSPECIFIED if world else None


def _of_a_mission(case: Case) -> str | None:
    """ "two observers of the OSCE mission", "soldiers of the African Union force": of who sent them, no country being named."""
    lowers, end = case.reading.lowers, case.harm.group.end
    if lowers[end : end + 1] not in (["of"], ["from"], ["with"]):
        return None
    at = next((i for i in range(end + 2, min(end + _MISSION, len(lowers))) if lowers[i] in MISSIONS), -1)
    sent = [name for name in WORLD_BODIES if at > 0 and tuple(name.lower().split()) in _runs(lowers[end + 1 : at])]
    return sent[0] if len(sent) == 1 else None


def _runs(tokens: Sequence[str]) -> set[tuple[str, ...]]:
    """The words of a phrase, and each two of them that stand side by side."""
    return {(word,) for word in tokens} | set(pairwise(tokens))


_MISSION = 7  # tokens after a group in which "mission" ends the name of who sent it


def _of_a_ship(case: Case) -> bool:
    """ "sink cargo ship in Red Sea; four crew members dead"."""
    return "crew" in case.words and not SHIPS.isdisjoint(case.reading.lowers) and NAVAL.isdisjoint(case.reading.lowers)


_WORLDS = frozenset(phrase[-1] for phrase in WORLD_PHRASES)
WORLD = 8  # tokens after a group in which "worldwide" belongs to it
