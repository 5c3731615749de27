"""Soldiers or civilians where a number has no noun: by "the number of policemen killed", "suffered 12 dead", "dead among the civilians"."""

from __future__ import annotations

from service.analysis.languages.en.grammar import POSSESSIVES
from service.analysis.languages.en.people import PLURAL, ROLE_MODIFIERS, SINGULAR
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.owners import sufferer
from service.analysis.reading import Reading
from service.analysis.situations import numbered as numbered_noun
from service.models import Role

_MEN = words("men personnel")
_REGULARS = words("army military forces troops navy")
_IN_ARMS = words("armed mobilised mobilized conscripted enlisted")
_LOST = ("lost people", "losses", "list of the dead")


def numbered(harm: Harm, reading: Reading) -> Role | None:
    """ "put the number of security personnel killed at 125"."""
    lowers, noun = reading.lowers, numbered_noun(harm, reading.lowers)
    if lowers[harm.at] == "deaths" and "military" in lowers[: harm.at] and "casualties" in lowers[: harm.at]:
        return "combatant"  # "Russian military casualties are nearing 300,000, with deaths making up …"
    if harm.rule.startswith(("toll", "bring")) and not harm.group.head:
        near = lowers[max(0, harm.at - 1) : harm.at] + (
            lowers[harm.at + 2 : harm.at + 3] if _next_is_of(lowers, harm.at) else []
        )
        told = next((ROLE_MODIFIERS[word] for word in near if word in ROLE_MODIFIERS), None)
        if told is not None:
            return told  # "the civilian toll", "the toll of civilian casualties"
    if harm.rule.startswith("toll") and not harm.group.head and lowers[harm.at - 1 : harm.at] == ["death"]:
        whose = lowers[harm.at - 2] if harm.at > 1 else ""  # "the journalist death toll"
        return ROLE_MODIFIERS.get(whose) or (SINGULAR.get(whose) if SINGULAR.get(whose) != "unknown" else None)
    own = harm.rule == "number of" and lowers[harm.at - 1] in ("its", "their")
    if own and not _REGULARS.isdisjoint(lowers[: harm.at]):
        return "combatant"  # "the army put its dead at four"
    if noun < 1:
        return None
    role = PLURAL[lowers[noun]]
    return role if role != "unknown" else ROLE_MODIFIERS.get(lowers[noun - 1])


def _next_is_of(lowers: list[str], at: int) -> bool:
    return lowers[at + 1 : at + 2] == ["of"]


def men_of_a_side(harm: Harm, reading: Reading) -> Role | None:
    """ "lost 300 men", "50 of its men", "400 mobilised men": an army's."""
    group = harm.group
    if group.head in _MEN and not _IN_ARMS.isdisjoint(reading.lowers[group.start : group.end]):
        return "combatant"
    if group.head in _MEN and (harm.rule in _LOST or (group.owner >= 0 and reading.lowers[group.owner] in POSSESSIVES)):
        return "combatant"
    if group.head == "members" and group.owner >= 0 and reading.lowers[group.owner] in POSSESSIVES:
        of_arms = any(m.kind in ("group", "force") and last <= group.start for _, last, m in reading.mentions)
        return "combatant" if of_arms else None  # "the Revolutionary Guards said two of their members were killed"
    if harm.rule == "lost people" and (group.head == "" or (group.head == "sons" and "our" in reading.lowers)):
        return "combatant"
    if harm.rule not in ("losses", "list of the dead") or group.head != "":
        return None
    own = group.owner >= 0 and reading.lowers[group.owner] in POSSESSIVES  # "put its losses at 71 dead"
    return "combatant" if own or _of_soldiers(reading) else None


def _of_soldiers(reading: Reading) -> bool:
    return not {"military", "army", "troops", "soldiers", "battlefield", "combat"}.isdisjoint(reading.lowers)


def among(harm: Harm, reading: Reading) -> Role | None:
    """ "26 dead and 65 wounded among the army ranks and 8 dead among the civilians"."""
    group, lowers = harm.group, reading.lowers
    if group.head != "" or group.shape != "counted":
        return None
    for at in range(group.end, min(group.end + _AMONG_NEAR, len(lowers))):
        if lowers[at] in (",", ";", "."):
            return None
        if lowers[at] == "among":
            told = lowers[at + 1 : at + 4]
            if "ranks" in told and not _REGULARS.isdisjoint(told):
                return "combatant"
            return next((PLURAL[word] for word in told if PLURAL.get(word, "unknown") != "unknown"), None)
    return None


_AMONG_NEAR = 7  # tokens from a number to "among the civilians"


def suffered(harm: Harm, reading: Reading) -> Role | None:
    """ "the marines suffered one dead and 19 wounded"."""
    lowers, start = reading.lowers, harm.group.start
    _, side = sufferer(harm, reading)
    if side is not None:
        return "combatant" if side.kind in ("group", "force") else None
    if harm.group.head != "" or lowers[max(0, start - 1) : start] not in (["suffered"], ["sustained"], ["had"]):
        return None
    return "combatant" if start > 1 and PLURAL.get(lowers[start - 2]) == "combatant" else None
