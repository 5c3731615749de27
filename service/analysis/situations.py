"""What people were doing and where the blow fell, where that tells whether they are soldiers: "people queueing for bread"."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.languages.en.grammar import BE, POSSESSIVES, PREPOSITIONS, RELATIVES, SAY
from service.analysis.languages.en.harm import STATES
from service.analysis.languages.en.people import PLURAL, ROLE_MODIFIERS, SINGULAR
from service.analysis.languages.en.sides import ARMED, FOUGHT
from service.analysis.languages.en.situations import (
    ABOARD,
    AIRCRAFT,
    ARMED_SETTING,
    ATTACKING,
    CARRYING,
    CIVIL_GATHERINGS,
    CIVIL_PURSUITS,
    FORCES_OF_CRAFT,
    HITTING,
    MERCHANT,
    NAVAL,
    OF_THE_DISPLACED,
    SEAFARERS,
    SHIPS,
    WAR_CRAFT,
)
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.reading import Reading
from service.models import Role

_ANYBODY = ("", "others", "people", "persons", "men", "dead", "youths", "ones", "lives")
_PHRASE = 7  # tokens of a phrase in which an armed setting is looked for
_AIMED = 5  # tokens from a blow to what it hit
_CLAUSE = 10  # tokens from what was hit to its verb
_WOMEN_TOO = (["and", "women"], [",", "women"])


def situation(harm: Harm, reading: Reading) -> Role | None:
    """The role that the victims' doings or the place that was hit tell of; None where they tell nothing."""
    if harm.kind not in ("killed", "wounded", "missing"):
        return "civilian" if _of_both_sexes(harm, reading.lowers) else None
    if _crew(harm, reading.lowers):
        return "combatant"
    if harm.group.head not in _ANYBODY:
        return None
    lowers = reading.lowers
    found = _pursuit(harm, lowers) or _of_both_sexes(harm, lowers) or _gathering(lowers) or _aimed_at(lowers)
    return "civilian" if found else None


def fought(harm: Harm, lowers: Sequence[str]) -> int:
    """The token of the fighters whom those fought that did the harm: "troops fought militants, killing eight"; -1 for none."""
    group = harm.group
    bare = group.head == "" or (group.part and lowers[group.end - 1] == "them")
    if not bare or harm.at > group.start or lowers[max(0, harm.at - 1) : harm.at] not in ([","], ["and"], ["have"], ["had"]):
        return -1
    noun = -1
    for at in range(harm.at - 1, -1, -1):
        word = lowers[at]
        if word in FOUGHT:
            return noun
        if (word in PLURAL or word in SINGULAR) and not _of_another_phrase(lowers, at):
            if word not in ARMED:
                return -1
            noun = at
    return -1


def those_told(reading: Reading, at: int) -> int:
    """The token of the unarmed people last named before ``at``, by nationality, for "of them": "Chinese engineers"; 0 for none."""
    lowers = reading.lowers
    noun = next((i for i in range(at - 1, 0, -1) if lowers[i] in PLURAL), 0)
    found = reading.mention_at(noun - 1) if noun else None
    return noun if found is not None and found[1].kind == "demonym" and PLURAL[lowers[noun]] != "combatant" else 0


def set_off(harm: Harm, lowers: Sequence[str]) -> int:
    """The uncounted people whom a bare number behind a colon counts: "Kenyan policemen shot dead: three killed"; -1 for none."""
    group = harm.group
    colon = next((at for at in range(group.start - 1, max(-1, group.start - _SET_OFF - 1), -1) if lowers[at] in (":", ";")), -1)
    if colon >= 0 and lowers[colon] == ";" and harm.kind != "killed":
        return -1
    if colon < 0 or group.head != "" or group.shape != "counted":
        return -1
    for at in range(1, colon):
        harmed = lowers[at] in STATES and lowers[at + 1] in _PASSIVELY
        harmed = harmed or lowers[at] in ("die", "dies") or lowers[at + 1 : at + 3] == ["to", "death"]
        if (harmed or lowers[at : at + 2] in _SHOT) and lowers[at - 1] in PLURAL:
            return at - 1
    return -1


def numbered(harm: Harm, lowers: Sequence[str]) -> int:
    """The noun of the people whose number is told: "put the number of policemen killed at 12"; -1 for none and for anybody."""
    begin, end = number_told(harm, lowers)
    return next((at for at in range(end - 1, begin, -1) if lowers[at] in PLURAL and lowers[at] not in _ANYBODY), -1)


def number_told(harm: Harm, lowers: Sequence[str]) -> tuple[int, int]:
    """The words between "the number of" and what befell them: "bringing to 70 the number of British servicemen killed"."""
    if harm.group.head != "":
        return 0, 0
    number = harm.at if lowers[harm.at] == "number" else -1
    if number < 0:
        number = next((at for at in range(harm.at - 1, max(0, harm.at - _NUMBERED), -1) if lowers[at] == "number"), -1)
    if number < 0 or lowers[number + 1 : number + 2] != ["of"]:
        return 0, 0
    told = range(number + 2, min(number + 2 + _NUMBERED, len(lowers)))
    end = next((at for at in told if lowers[at] in STATES or lowers[at] in RELATIVES), harm.at)
    return number + 1, end


_NUMBERED = 8  # tokens from "number" to "killed"
_SET_OFF = 3  # tokens from the colon to the number: ": at least"
_SHOT = (["shot", "dead"], ["gunned", "down"])
_PASSIVELY = PREPOSITIONS | {":", "dead", "as", "when"}  # behind "killed" these tell that it is no deed of theirs


def enlisted(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "a teenager killed while fighting for the army", "a Briton serving with Ukraine's army"; not "fighting for her life"."""
    begin = harm.group.end
    end = next((i for i in range(begin, len(lowers)) if lowers[i] in (",", ";", ".")), len(lowers))
    close = range(begin, min(end, begin + _SERVING) - 1)
    joined = (i for i in close if lowers[i] in _ENLISTED and lowers[i + 1] in ("for", "with", "alongside"))
    return any(lowers[i + 2 : i + 3] and lowers[i + 2] not in POSSESSIVES for i in joined)


_ENLISTED = words("fighting serving fought served")
_SERVING = 9  # tokens from the person to "fighting for"


def carried_troops(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "blew up a train carrying Russian troops, killing 40"."""
    if harm.group.head not in _ANYBODY:
        return False
    at = next((i for i in range(harm.at - 1, 0, -1) if lowers[i] == "carrying"), -1)
    return at > 0 and any(PLURAL.get(word) == "combatant" for word in lowers[at + 1 : at + 4])


def ambushed(lowers: Sequence[str], at: int) -> bool:
    """ "ambushed Malian troops on a road and killed eight of them": soldiers were what was struck."""
    noun = next((i for i in range(at - 1, 0, -1) if lowers[i] in PLURAL), 0)
    return PLURAL.get(lowers[noun]) == "combatant" and not FOUGHT.isdisjoint(lowers[max(0, noun - _STRUCK_NEAR) : noun])


_STRUCK_NEAR = 4  # tokens from "ambushed" to the troops


def merchant_crew(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "two sailors" of a cargo ship, or held as hostages, are no navy's."""
    if harm.group.head not in SEAFARERS:
        return False
    return not MERCHANT.isdisjoint(lowers) or (not SHIPS.isdisjoint(lowers) and NAVAL.isdisjoint(lowers))


def _of_another_phrase(lowers: Sequence[str], at: int) -> bool:
    """ "a clash with police", "near the rebels": people who are only beside those fought."""
    before = lowers[at - 2 : at] if lowers[at - 1 : at] == ["the"] else lowers[at - 1 : at]
    return before[:1] in (["with"], ["near"], ["by"], ["from"]) and lowers[at - 2 : at - 1] not in (["fought"], ["clashed"])


def _pursuit(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "people working at a mill", "40 people who were praying"; not "men sleeping in a barracks"."""
    at = harm.group.end
    while at < len(lowers) and lowers[at] in _LEADING_IN:
        at += 1
    at += lowers[at : at + 2] == ["at", "work"]
    if lowers[at : at + 1] and (lowers[at] in CIVIL_PURSUITS or lowers[at - 1 : at + 1] == ["at", "work"]):
        return ARMED_SETTING.isdisjoint(lowers[at : at + _PHRASE])
    after = lowers[harm.group.end : harm.group.end + 5]
    return after[:3] in (["with", "the", "same"], ["sharing", "the", "same"]) and not _KINSHIP.isdisjoint(after)


_LEADING_IN = words("who were was had been as they that")
_KINSHIP = words("surname family")


def _of_both_sexes(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "hundreds of men, women and children"."""
    return harm.group.head == "men" and lowers[harm.group.end : harm.group.end + 2] in _WOMEN_TOO and "children" in lowers


def _gathering(lowers: Sequence[str]) -> bool:
    """ "shells fell on a wedding", "a strike on a camp for the displaced": whom such a blow hits are no soldiers."""
    places = [at for at, word in enumerate(lowers) if word in CIVIL_GATHERINGS or (word == "camp" and _displaced(lowers, at))]
    return any(_struck(lowers, at) for at in places)


def _aimed_at(lowers: Sequence[str]) -> bool:
    """ "ambushed travellers on a road where six people died", "shot at a column of families, wounding 15"."""
    for at, word in enumerate(lowers):
        if PLURAL.get(word) != "civilian" or not SAY.isdisjoint(lowers[at + 1 : at + 2]) or lowers[at + 1 : at + 2] == ["'"]:
            continue
        begin = at - 1
        while begin > 0 and at - begin < _AIMED and (lowers[begin] in _OF_SOME or lowers[begin] in ROLE_MODIFIERS):
            begin -= 1
        phrase = {ROLE_MODIFIERS.get(w) for w in lowers[begin + 1 : at]}
        if begin >= 0 and lowers[begin] in ATTACKING and "combatant" not in phrase and lowers[at + 1 : at + 2] != ["and"]:
            return True
    return False


_OF_SOME = words(
    "a an the some of tens dozens scores hundreds column convoy group groups crowd line queue young several unarmed fleeing innocent local"
)


def _displaced(lowers: Sequence[str], at: int) -> bool:
    """ "displaced people's camp", "camp for people displaced by the war"."""
    return not OF_THE_DISPLACED.isdisjoint(lowers[max(0, at - 4) : at + 5])


def _struck(lowers: Sequence[str], at: int) -> bool:
    """Whether a place is what a blow hit: "struck the camp", "the camp was bombed"."""
    for position in range(at - 1, max(-1, at - _AIMED - 1), -1):
        if lowers[position] in _STOPS:
            break
        if lowers[position] in HITTING:
            return True
    return any(lowers[i] in BE and lowers[i + 1] in HITTING for i in range(at + 1, min(at + _CLAUSE, len(lowers) - 1)))


_STOPS = frozenset((",", ".", ";", "killing", "from", "to", "after", "near"))


def _crew(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "shot down an army helicopter, killing all nine on board": soldiers, unless it carried others."""
    group = harm.group
    crew = group.head in ("crew", "crewmembers", "crewmember", "crewmen") or not ABOARD.isdisjoint(
        lowers[group.end : group.end + 3]
    )
    crew = crew or "crew" in lowers[group.end : group.end + 3]  # "five men of its crew"
    if not crew or not CARRYING.isdisjoint(lowers) or group.role == "civilian":
        return False
    return any(
        word in WAR_CRAFT or (word in AIRCRAFT and not FORCES_OF_CRAFT.isdisjoint(lowers[max(0, at - 3) : at]))
        for at, word in enumerate(lowers)
    )


def of_a_unit(lowers: Sequence[str], end: int) -> bool:
    """ "seven men of the 3rd Battalion", "the three, from the 2nd Parachute Regiment,"."""
    at = end + 1 if lowers[end : end + 1] == [","] else end
    return lowers[at : at + 2] in (["of", "the"], ["from", "the"]) and not _UNITS.isdisjoint(lowers[at + 2 : at + _UNIT_NEAR])


_UNITS = words("regiment battalion brigade platoon squadron battalions brigades regiments")
_UNIT_NEAR = 6  # tokens from "of the" to "Battalion"
