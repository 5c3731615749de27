"""What did not happen, or not by anybody's arms: threatened, planned, feared, denied and imagined harm; disasters and accidents."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.languages.en.grammar import NEGATIONS
from service.analysis.languages.en.times import (
    ATTACKS,
    CRASHES,
    DISASTERS,
    FEARING,
    HYPOTHETICAL,
    MISHAPS,
    MODAL_WORDS,
    PITS,
    ROAD_WORDS,
    VEHICLES,
)
from service.analysis.languages.lists import words
from service.analysis.linking import Harm

_PIT_WORDS = words("mine mines")
_BURNING = words("caught catches catching a the")
_NEAR = 8  # tokens between a vehicle and its crash
_RISKS = words("risk danger risks")
_DENIALS = words("denied denies deny denying dismissed refuted rejected untrue false")
_UNTRUE = frozenset({("not", "true"), ("no", "truth"), ("not", "correct"), ("not", "accurate")})
_CLAIMED = words("claim claims report reports rumour rumours rumor rumors allegation allegations suggestion suggestions")
_FALSE = words("false untrue fabricated baseless fake unfounded wrong lies nonsense")
_IS = words("is are was were as be completely entirely totally")


def unreal(harm: Harm, lowers: Sequence[str]) -> bool:
    """Whether a harm is threatened, planned, feared, denied or imagined."""
    before = lowers[max(0, harm.at - 5) : harm.at]
    if not MODAL_WORDS.isdisjoint(before[-3:]) and not harm.rule.startswith(("count", "toll")):
        return True
    if "whether" in lowers[max(0, min(harm.at, harm.group.start) - 4) : harm.at]:
        return True  # "prosecutors are looking into whether soldiers killed three more"
    if "feared" in before[-2:] or not _RISKS.isdisjoint(before):
        return True
    ahead = lowers[max(0, harm.group.start - 6) : harm.group.start]
    if not _DENIALS.isdisjoint(ahead) and not (
        harm.rule.startswith("act:") and "rejected" in ahead and _CLAIMED.isdisjoint(ahead)
    ):
        return True  # who rejects a murder does not deny it
    if _called_false(lowers, harm) or _feared(lowers, harm):
        return True
    if "to" in before[-2:] and harm.rule.startswith("active") and not harm.rule.endswith("participle"):
        return not HYPOTHETICAL.isdisjoint(lowers[max(0, harm.at - 8) : harm.at])
    return not NEGATIONS.isdisjoint(before[-3:]) and "only" not in lowers[max(0, harm.at - 5) : harm.at + 3]


def _feared(lowers: Sequence[str], harm: Harm) -> bool:
    """ "officials fear that 70 people died", "it is feared 70 have died"."""
    start = harm.group.start
    ahead = lowers[max(0, start - 2) : start]
    return bool(ahead) and (ahead[-1] in FEARING or (ahead[-1] == "that" and ahead[0] in FEARING))


def _called_false(lowers: Sequence[str], harm: Harm) -> bool:
    """ "it was not true that 49 were killed", "claims that 80 of its soldiers died are false"."""
    ahead = lowers[max(0, harm.group.start - 8) : harm.group.start]
    if any(tuple(ahead[at : at + 2]) in _UNTRUE for at in range(len(ahead) - 1)):
        return True
    if _CLAIMED.isdisjoint(ahead):
        return False
    behind = lowers[harm.at : harm.at + 14]
    return any(word in _FALSE and behind[at - 1] in _IS for at, word in enumerate(behind) if at)


def no_violence(harm: Harm, lowers: Sequence[str]) -> bool:
    """Whether a harm is of a disaster, a disease or an accident: what is named last before it, an attack or none, decides."""
    found = frozenset(lowers)
    if not PITS.isdisjoint(found) and found.isdisjoint(ATTACKS - _PIT_WORDS):
        return True  # a mine that is dug
    peaceful = not (found.isdisjoint(DISASTERS) and found.isdisjoint(MISHAPS))
    if found.isdisjoint(ATTACKS):
        return peaceful or _crash(lowers, found)
    if not peaceful:
        return False
    told = (word for word in reversed(lowers[: harm.at + 1]) if word in ATTACKS or word in DISASTERS or word in MISHAPS)
    return next(told, "strike") not in ATTACKS


def _crash(lowers: Sequence[str], found: frozenset[str]) -> bool:
    """A vehicle that crashes, sinks or burns, or a road accident by name."""
    if found.isdisjoint(CRASHES):
        return False
    for at, word in enumerate(lowers):
        if word in CRASHES and (word != "fire" or lowers[at - 1] in _BURNING):
            near = lowers[max(0, at - _NEAR) : at + 4]
            if not VEHICLES.isdisjoint(near) or not ROAD_WORDS.isdisjoint(near):
                return True
    return False
