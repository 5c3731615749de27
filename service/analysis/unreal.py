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

OLD_AGE = 65  # from that age on "has died aged" tells of old age, where no attack is named
_CAUSE = 14  # tokens from a death to its cause or charge
_OF = words("of from to after following with suffering by")
_DRESS = words("a an the his her massive sudden short long severe acute natural suspected apparent")
_ENDS = tuple(
    tuple(end.split())
    for end in (
        "heart attack",
        "heart failure",
        "cardiac arrest",
        "cancer",
        "causes",
        "old age",
        "illness",
        "pneumonia",
        "kidney failure",
    )
)
_MARKS = frozenset((".", ",", ":", "’", "'", '"'))
_BLOWS = ATTACKS - words("rebels guerrillas insurgents militants gunmen terrorists troops forces war")
_HELD = words("""
    captivity hostage hostages detention detained custody prison prisoner prisoners jail jailed cell torture tortured beaten siege besieged
    blockade camp displaced hunger starvation
""")
_MEANWHILE = words("while when during amid as fleeing evacuation protest protests rally shelter")
_HANGS = words("hangs hanged hang")
_MOBS = words("militants rebels gunmen mob fighters jihadists insurgents villagers gang")
_PIT_WORDS = words("mine mines")
_BLOWS_AT_PITS = (ATTACKS - _PIT_WORDS) | words("armed attackers assailants bandits")
_OPENED = words("open opened opens opening")
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
    if harm.rule == "ordered out":
        return True
    if harm.rule in _NEGATED_THEMSELVES or (harm.rule == "idiom:killed" and lowers[harm.at] in _NOT_SAVED):
        return False
    before = lowers[max(0, harm.at - 5) : harm.at]
    if not MODAL_WORDS.isdisjoint(before[-3:]) and not _estimated(harm, before) and not harm.rule.startswith(("count", "toll")):
        return True
    if "whether" in lowers[max(0, min(harm.at, harm.group.start) - 4) : harm.at]:
        return True  # "prosecutors are looking into whether soldiers killed three more"
    if "feared" in before[-2:] or not _RISKS.isdisjoint(before):
        return True
    ahead = lowers[max(0, harm.group.start - 6) : harm.group.start]
    ahead = _behind_and_said(ahead)
    if harm.rule == "act:displaced" and not _PLANS.isdisjoint((*ahead, *lowers[harm.group.end : harm.group.end + 4])):
        return True  # "the relocation of 2,000 people is planned"
    if _accusations_denied(lowers, harm):
        return True
    if not _DENIALS.isdisjoint(ahead) and not (
        harm.rule.startswith("act:") and "rejected" in ahead and _CLAIMED.isdisjoint(ahead)
    ):
        return True  # who rejects a murder does not deny it
    if _called_false(lowers, harm) or _feared(lowers, harm):
        return True
    bare = not lowers[harm.at].endswith(("ed", "ing", "s"))
    asked = "to" in before[-2:] or ("to" in before and before[-1] == "and" and bare)  # "to step in and evacuate hundreds"
    if asked and harm.rule.startswith("active") and not harm.rule.endswith("participle"):
        return not HYPOTHETICAL.isdisjoint(lowers[max(0, harm.at - 12) : harm.at])
    if harm.rule.startswith("idiom"):
        return False  # "did not survive": the negation is the idiom's own
    return not NEGATIONS.isdisjoint(before[-3:]) and "only" not in lowers[max(0, harm.at - 5) : harm.at + 3]


_NEGATED_THEMSELVES = frozenset(("another count", "not traced"))  # "could confirm only 63", "have not been heard from"
_NOT_SAVED = words("saved revived resuscitated")  # "could not be saved"


def _estimated(harm: Harm, before: Sequence[str]) -> bool:
    """ "the war may have killed 150,000", "hundreds may have been captured": an estimate of many, not a fear for one."""
    many = harm.group.vague is not None or (harm.group.low or 0) >= _ESTIMABLE
    return many and any(before[at : at + 2] == ["may", "have"] for at in range(len(before)))


_ESTIMABLE = 1000


def _accusations_denied(lowers: Sequence[str], harm: Harm) -> bool:
    """ "rejected accusations that they had seized and killed three sailors", "dismissed as lies claims that …"."""
    start = min(harm.at, harm.group.start)
    return any(
        lowers[at] in _DENIALS
        and any(lowers[i] in _ACCUSATIONS and lowers[i + 1] in ("that", "of") for i in range(at + 1, min(at + 4, start - 1)))
        for at in range(max(0, start - _THAT_FAR), start - 2)
    )


_PLANS = words("plan plans planned planning scheduled ordered orders")
_ACCUSATIONS = words("accusations allegations claims charges reports suggestions")
_THAT_FAR = 12  # tokens from a denial to the harm it denies


def _behind_and_said(ahead: Sequence[str]) -> Sequence[str]:
    """What stands behind "and said" or "but said": "denied it and said 40 had been killed" denies something else."""
    joints = [at for at in range(1, len(ahead)) if ahead[at] in ("said", "says") and ahead[at - 1] in ("and", "but")]
    return ahead[joints[-1] :] if joints else ahead


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
    if _no_attack(lowers):
        return True
    if not PITS.isdisjoint(found) and found.isdisjoint(_BLOWS_AT_PITS) and not _by_miners(lowers):
        return True  # a mine that is dug
    peaceful = not (found.isdisjoint(DISASTERS) and found.isdisjoint(MISHAPS))
    if "fire" in found and any(word == "fire" and at and lowers[at - 1] in _OPENED for at, word in enumerate(lowers)):
        return False  # "forces open fire on a boat of flood evacuees"
    if found.isdisjoint(ATTACKS):
        return peaceful or _crash(lowers, found)
    if not peaceful:
        return False
    told = (word for word in reversed(lowers[: harm.at + 1]) if word in ATTACKS or word in DISASTERS or word in MISHAPS)
    return next(told, "strike") not in ATTACKS


def _by_miners(lowers: Sequence[str]) -> bool:
    """ "villagers were killed by illegal miners": they did it."""
    return any(word == "miners" and "by" in lowers[max(0, at - 3) : at] for at, word in enumerate(lowers))


def _no_attack(lowers: Sequence[str]) -> bool:
    """ "were caused by electrical shorts and not a terror attack"."""
    for at, word in enumerate(lowers):
        if word == "not" and _FOUL.intersection(lowers[at + 1 : at + 4]) and not _CAUSED.isdisjoint(lowers[:at]):
            return lowers[at + 1] in _FOUL or lowers[at + 1] in ("a", "an", "by", "any")
    return False


_FOUL = words("attack attacks bomb bombs terrorism sabotage terrorists militants")
_CAUSED = words("caused accident accidental accidentally result")


def natural(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "died of cancer", "has died aged 96", "Jane Roe, 93, … is dead": one person's death by nobody's arms."""
    if harm.kind != "killed" or harm.group.low != 1 or not harm.rule.startswith(("intransitive", "state")):
        return False
    if not (_HELD.isdisjoint(lowers) and _BLOWS.isdisjoint(lowers) and _MEANWHILE.isdisjoint(lowers[harm.at :])):
        return False  # whose heart fails in a cell, a siege or a raid dies of it too
    behind = lowers[harm.at + 1 : harm.at + _CAUSE]
    if any(
        behind[at - 1] in _OF and tuple(_without(behind[at:]))[: len(end)] == end
        for at in range(1, len(behind))
        for end in _ENDS
    ):
        return True
    if behind[:1] in (["aged"], ["at"]):
        return _old(next((word for word in behind[1:5] if word not in ("the", "age", "of")), ""))
    told_at_the_end = lowers[harm.at] == "dead" and all(word in _MARKS for word in behind)
    return told_at_the_end and any(
        _old(word) and lowers[at - 1] == "," and lowers[at + 1 : at + 2] == [","]
        for at, word in enumerate(lowers[: harm.at])
        if at
    )


def _without(behind: Sequence[str]) -> list[str]:
    return [word for word in behind if word not in _DRESS]


def _old(word: str) -> bool:
    return word.isdigit() and len(word) < 4 and int(word) >= OLD_AGE


def hanged_for(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "hangs three men for spying": a sentence that was passed; a mob's hanging names no charge."""
    return lowers[harm.at] in _HANGS and "for" in lowers[harm.at + 1 : harm.at + _CAUSE] and _MOBS.isdisjoint(lowers[: harm.at])


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
