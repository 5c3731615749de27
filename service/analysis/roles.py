"""Combatant, civilian or unknown: by the people's own noun, by whose they are, by what was done to them, by those they are counted with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from service.analysis.bare_numbers import among, men_of_a_side, numbered, suffered
from service.analysis.languages.en.grammar import BE, POSSESSIVES, PREPOSITIONS
from service.analysis.languages.en.harm import STATES
from service.analysis.languages.en.numerals import NUMERAL_WORDS
from service.analysis.languages.en.people import PLURAL, RANKS, ROLE_MODIFIERS, SINGULAR
from service.analysis.languages.en.sides import NEUTRALISED
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.protests import at_a_protest
from service.analysis.reading import Reading
from service.analysis.situations import (
    ambushed,
    carried_troops,
    enlisted,
    fought,
    merchant_crew,
    of_a_unit,
    set_off,
    situation,
    those_told,
)
from service.models import Figure, Role, Scope

_LOOKED_AT = 7  # tokens after "two of them" in which its noun may follow
_APPOSED = 16  # tokens from the people to ", all of them soldiers"
_SETTING_OFF = frozenset((",", "–", "-", "--", "("))
_BEFORE = 3  # tokens before a name in which its title stands: "the commander Abu Yusuf"
_DEFENDED = words(
    "rights land lands environmental environment forest forests public territory territories nature water women's earth"
)
_HELPING = words("crescent cross kitchen kitchens charity ambulance hospital aid rescue relief medical shelter")
_TROOPS = words(
    "troops army soldiers forces police militants fighters rebels"
)  # with them about, whom they seize may be fighters
_BARE = ("", "others")
_SOME_MEN = frozenset((*_BARE, "people", "men", "persons"))


class Case(NamedTuple):
    """One harm to judge: ``before`` is the figure before it in the same sentence, ``protest`` whether protesters are spoken of."""

    harm: Harm
    reading: Reading
    before: Figure | None
    protest: bool
    scope: Scope = "current"


def role_of(case: Case) -> Role:
    """The role of a harm's victims: the first rule that answers decides."""
    if case.harm.group.head in ("civilian", "civilians"):
        return "civilian"
    for rule in _RULES:
        role = rule(case)
        if role is not None:
            return role
    return "unknown"


def _ranked(case: Case) -> Role | None:
    """ "a senior Hamas official", "the head of Hamas's wing": the rank is that of the armed group, force or body named with it."""
    group, reading = case.harm.group, case.reading
    if group.head not in RANKS and group.head not in _DEPUTIES:
        return None
    begin, end = group.start, _past_of(reading.lowers, group.end)
    if any((begin <= first < end or last == begin) and m.kind in ("group", "force") for first, last, m in reading.mentions):
        return "combatant"
    begin = begin - 1 if begin and group.shape == "single" and reading.lowers[begin - 1] in ROLE_MODIFIERS else begin
    modifiers = {ROLE_MODIFIERS.get(word) for word in reading.lowers[begin : group.head_at]}
    if "combatant" in modifiers:
        return "combatant"
    return "civilian" if "civilian" in modifiers and group.role == "unknown" else None


def _past_of(lowers: Sequence[str], end: int) -> int:
    """Where the side stands at the latest whose rank it is: "the deputy head of the Islamic State's branch"."""
    at = end + 1 if not _RANKS_OF.isdisjoint(lowers[end : end + 1]) else end
    return at + _OF_SIDE if lowers[at : at + 1] == ["of"] else end


_DEPUTIES = ("deputy", "head", "adviser", "advisor", "advisers", "advisors")
_RANKS_OF = RANKS | {"head"}
_MILITIAS = words("militia militias gang paramilitary")
_OF_SIDE = 4  # tokens after a rank's "of" in which the side is named


def _own_noun(case: Case) -> Role | None:
    group = case.harm.group
    if merchant_crew(case.harm, case.reading.lowers):
        return "civilian"
    if group.head == "sons" and case.harm.rule == "lost people":
        return None  # "We lost 28 of our sons"
    if group.head in ("member", "members") and not _MILITIAS.isdisjoint(
        case.reading.lowers[group.start : group.end + _OF_SIDE]
    ):
        return "combatant"  # "members of a civilian militia"
    if group.role == "unknown":
        return None
    if group.head in ("defender", "defenders") and not _DEFENDED.isdisjoint(
        case.reading.lowers[max(0, group.start - 1) : group.end + 4]
    ):
        return "civilian"  # "human rights defenders", "defenders of the forest"
    if group.head in ("volunteer", "volunteers") and not _HELPING.isdisjoint(case.reading.lowers[group.end : group.end + 7]):
        return "civilian"
    return "unknown" if _mixed(group.role, case.reading.lowers, group.end) else group.role


def _set_off(case: Case) -> Role | None:
    """ "Kenyan policemen shot dead near Garissa: three killed"."""
    noun = set_off(case.harm, case.reading.lowers)
    return PLURAL[case.reading.lowers[noun]] if noun >= 0 else None


def _in_arms(case: Case) -> Role | None:
    """ "prisoners of war", "killed while fighting for the army", "blew up a train carrying troops, killing 40"."""
    lowers, end = case.reading.lowers, case.harm.group.end
    told = (
        lowers[end : end + 2] == ["of", "war"]
        or of_a_unit(lowers, end)
        or enlisted(case.harm, lowers)
        or carried_troops(case.harm, lowers)
    )
    return "combatant" if told or lowers[end : end + 2] == ["of", "war"] else None


def _mixed(role: Role, lowers: Sequence[str], end: int) -> bool:
    """ "hundreds of families and fighters": one count over both kinds of people."""
    if lowers[end : end + 1] != ["and"] or end + 1 >= len(lowers):
        return False
    other = PLURAL.get(lowers[end + 1])
    return other is not None and other not in (role, "unknown") and lowers[end + 1] not in ("women", "children")


def _named(case: Case) -> Role | None:
    """Who is only named is no soldier, for fighters are introduced as such: by a title before the name or as an armed group's."""
    group, reading = case.harm.group, case.reading
    if group.shape != "named":
        return None
    start = max(0, group.start - _BEFORE)
    titles = {SINGULAR.get(word) for word in reading.lowers[start : group.end]}
    for first, last, mention in reading.mentions:
        if start <= first and last <= group.end and mention.kind in ("group", "force"):
            titles.add("combatant")
    return "combatant" if "combatant" in titles else "civilian"


def _part(case: Case) -> Role | None:
    """ "two of them children": the noun follows."""
    group = case.harm.group
    if not group.part:
        return None
    for word in case.reading.lowers[group.end : group.end + _LOOKED_AT]:
        role = PLURAL.get(word) or SINGULAR.get(word)
        if role is not None and role != "unknown":
            fighters = word in _BY_AGE_OR_SEX and case.before is not None and case.before.role == "combatant"
            return "combatant" if fighters else role  # "ten rebels, two of them children"
        if word in (",", ".", "and"):
            break
    told = those_told(case.reading, group.start) if case.before is None and case.reading.lowers[group.end - 1] == "them" else 0
    role = PLURAL[case.reading.lowers[told]] if told else "unknown"
    if role == "unknown" and case.reading.lowers[group.end - 1] == "them" and case.harm.agent >= 0:
        return "combatant" if ambushed(case.reading.lowers, case.harm.at) else None
    return role if role != "unknown" else None


def _predicate(case: Case) -> Role | None:
    """ "104 of the dead, not counting those in the port, were soldiers": the noun stands behind the verb."""
    harm, lowers = case.harm, case.reading.lowers
    start = harm.group.start
    if harm.rule != "of the victims" and not (harm.relation == "part" and lowers[start + 1 : start + 3] == ["of", "the"]):
        return None
    begin = max(harm.at, harm.group.end - 1) + 1
    verb = next((at for at in range(begin, min(begin + _TO_VERB, len(lowers))) if lowers[at] in BE), -1)
    if verb < 0 or not _SENTENCE_ENDS.isdisjoint(lowers[begin:verb]):
        return None
    said = lowers[verb + 1 : verb + 1 + _TO_NOUN]
    noun: Role | None = next((PLURAL[word] for word in said if word in PLURAL), None)
    return None if noun == "unknown" or _passive(said) else noun


_TO_VERB = 12  # tokens from "of the dead" to "were"
_TO_NOUN = 3  # tokens from "were" to the noun: "were young children"
_SENTENCE_ENDS = frozenset((".", ";", ":"))


def _passive(said: Sequence[str]) -> bool:
    """Whether a verb and no noun follows: "were killed beside soldiers", "were with police"."""
    first = said[0] if said else "not"
    return first in ("not", "found") or first.endswith("ed") or first in PREPOSITIONS or first in STATES


def _colleagues(case: Case) -> Role | None:
    """ "two reporters were hurt by shells that killed three of their colleagues": of the same trade."""
    group, lowers = case.harm.group, case.reading.lowers
    near = lowers[group.start : group.end + _OF_THEIR]
    at = next((group.start + i for i, word in enumerate(near) if word in _COLLEAGUES), -1)
    if at < 1 or lowers[at - 1] not in POSSESSIVES:
        return None
    roles = (PLURAL.get(word) or SINGULAR.get(word) for word in reversed(lowers[: group.start]))
    return next((role for role in roles if role is not None and role != "unknown"), None)


_COLLEAGUES = words("colleagues colleague comrades comrade")
_OF_THEIR = 3  # tokens of "of their colleagues" behind a number


_BY_AGE_OR_SEX = words("women children teenagers girls boys minors youths women teens adolescents")


def _all_of_them(case: Case) -> Role | None:
    """ "12 people, all of them civilians", "nine people – all journalists – were …"; "most of them" tells nothing of the rest."""
    lowers = case.reading.lowers
    end = case.harm.group.end
    for at in range(end, min(end + _APPOSED, len(lowers) - 1)):
        if lowers[at] in (";", "."):
            return None
        if lowers[at] not in _SETTING_OFF or lowers[at + 1] not in ("all", "both"):
            continue
        for word in lowers[at + 2 : at + 2 + _LOOKED_AT]:
            role = PLURAL.get(word)
            if role is not None and role != "unknown":
                return role
            if word in (",", "were", "was", "have", "had"):
                break
    return None


def _of_one_family(case: Case) -> Role | None:
    """ "nine people from one family", "seven members of a wedding party"."""
    lowers, end = case.reading.lowers, case.harm.group.end
    after = lowers[end : end + 4]
    told = after[:1] in (["from"], ["of"]) and not {"family", "families", "wedding"}.isdisjoint(after)
    near = lowers[end : min(end + _LOOKED_AT + _LOOKED_AT, _stop(lowers, end))]
    told = told or any(pair in _SAME_FAMILY for pair in pairwise(near))
    return "civilian" if told else None  # "nine of the dead were from one family"


def _stop(lowers: Sequence[str], at: int) -> int:
    return next((i for i in range(at, len(lowers)) if lowers[i] in (",", ";", ".")), len(lowers))


_SAME_FAMILY = frozenset({("one", "family"), ("same", "family"), ("single", "family")})


def _fought(case: Case) -> Role | None:
    """ "troops fought militants, killing eight"."""
    return "combatant" if fought(case.harm, case.reading.lowers) >= 0 else None


def _situation(case: Case) -> Role | None:
    return situation(case.harm, case.reading)


def _shared_noun(case: Case) -> Role | None:
    """ "two Armenian and two Azerbaijani soldiers": the noun behind the second number is the first one's too."""
    group, lowers = case.harm.group, case.reading.lowers
    described = group.head_at >= 0 and case.reading.mention_at(group.head_at) is not None and not group.head.endswith("s")
    if not (group.head == "" or described) or lowers[group.end : group.end + 1] != ["and"]:
        return None
    behind = lowers[group.end + 1 : group.end + 6]
    if not behind or not (behind[0].isdigit() or behind[0] in NUMERAL_WORDS):
        return None
    return next((PLURAL[word] for word in behind if word in PLURAL), None)


def _neutralised(case: Case) -> Role | None:
    """ "neutralised 12": what armies say of those they fight."""
    neutralised = case.reading.lowers[case.harm.at] in NEUTRALISED
    return "combatant" if neutralised and case.harm.group.head in _SOME_MEN else None


def _as_before(case: Case) -> Role | None:
    """ "12 soldiers were killed and 30 wounded", "a child was killed and five other people hurt"; not "two medics among 31 dead"."""
    group, lowers, before = case.harm.group, case.reading.lowers, case.before
    if before is None or "among" in lowers[max(0, group.start - 2) : group.start]:
        return None
    if group.head in _BARE:
        return before.role if before.role != "unknown" else None
    other = "other" in lowers[group.start : group.end]
    return "civilian" if other and group.head in ("people", "persons") and before.role == "civilian" else None


def _seized(case: Case) -> Role | None:
    """Whom armed men abduct are civilians where nothing else is said; whom troops capture may be anyone."""
    harm, head = case.harm, case.harm.group.head
    if harm.kind != "captured" or head == "suspects":
        return None
    if head in ("captive", "prisoner") and case.before is not None and case.before.role == "combatant":
        return "combatant"  # "killed nine soldiers and took two more captive"
    if harm.rule == "prisoners" and head.startswith("prisoner") and not _TROOPS.isdisjoint(case.reading.lowers[: harm.at]):
        return "combatant"  # "Ukrainian forces had taken 600 prisoners"
    prisoner = not _PRISONER.isdisjoint(case.reading.lowers[max(0, harm.at - 2) : case.harm.group.end + 2])
    if prisoner and (head in ("", "men", "prisoner", "prisoners") or _nationals(case)):
        return "combatant"  # "took 31 prisoner", "have taken 2,650 prisoners", "taken prisoner some 120 Ukrainians"
    if case.reading.kidnapping and not _TROOPS.intersection(case.reading.lowers):
        return "civilian"
    return None if head in ("", "men", "members") or head in NUMERAL_WORDS else "civilian"


_PRISONER = words("prisoner prisoners")


def _nationals(case: Case) -> bool:
    """ "120 Ukrainians": only whose they are is told."""
    found = case.reading.mention_at(case.harm.group.end - 1)
    return found is not None and found[1].kind == "demonym"


def _in_shelters(case: Case) -> Role | None:
    """Who is evacuated, put up or has moved to shelters is no soldier; "displaced" and "fled" alone are said of everybody."""
    harm, lowers = case.harm, case.reading.lowers
    if harm.kind != "displaced" or case.scope != "current":
        return None
    return "civilian" if harm.rule in _SHELTERED or not _SHELTERS.isdisjoint(lowers[harm.at : harm.at + 8]) else None


_SHELTERED = ("left home", "sheltering", "idiom:displaced", "living in camps")
_SHELTERS = words("evacuated shelter shelters camps safety refuge")


def _protesters(case: Case) -> Role | None:
    return at_a_protest(case.harm, case.reading.lowers, near=case.protest)


def _told_by(rule: Callable[[Harm, Reading], Role | None]) -> Callable[[Case], Role | None]:
    return lambda case: rule(case.harm, case.reading)


_RULES: tuple[Callable[[Case], Role | None], ...] = (
    _ranked,
    _in_arms,
    _colleagues,
    _own_noun,
    _set_off,
    _told_by(numbered),
    _named,
    _predicate,
    _part,
    _all_of_them,
    _of_one_family,
    _situation,
    _fought,
    _told_by(men_of_a_side),
    _neutralised,
    _shared_noun,
    _told_by(among),
    _told_by(suffered),
    _as_before,
    _seized,
    _in_shelters,
    _protesters,
)
