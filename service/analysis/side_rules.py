"""The rules about sides that need no memory of the article: what the group's own sentence says of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from service.analysis.languages.en.grammar import BE, HAVE
from service.analysis.languages.en.harm import STATES, TRANSITIVE
from service.analysis.languages.en.people import REBELS
from service.analysis.languages.en.sides import (
    ARMED,
    BANDS,
    BATTLE,
    COMPANIONS,
    DEEDS,
    GOVERNMENT,
    INFORMERS,
    POSITIONS,
    RETALIATION,
    SOLDIERS,
)
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.mention import Mention
from service.analysis.named import apposed, behind, both_sides_named, inside
from service.analysis.owners import subject_before
from service.analysis.places import where
from service.analysis.reading import Reading
from service.analysis.situations import number_told, set_off, those_told
from service.models import UNSPECIFIED


class Case(NamedTuple):
    """What a rule may look at: the harm in its sentence, who claims it, and the party of the figure before."""

    harm: Harm
    reading: Reading
    words: frozenset[str]  # of the group
    claimant: str | None
    previous: str | None
    same_sentence: bool
    agents: frozenset[str]  # sides that did the harm


def mixed(case: Case) -> str | None:
    """ "70 regime and rebel fighters"; thousands dead "since X attacked and Y retaliated"."""
    described = case.words
    if "and" in described and not described.isdisjoint(GOVERNMENT) and not described.isdisjoint(REBELS):
        return UNSPECIFIED
    after = case.reading.lowers[case.harm.at :] if case.harm.agent < 0 else []
    return UNSPECIFIED if "since" in after and not RETALIATION.isdisjoint(after) else None


def in_the_group(case: Case) -> str | None:
    """ "12 Israeli soldiers"."""
    return inside(case.harm.group, case.reading, case.words) or apposed(case.harm.group, case.reading)


def after_the_group(case: Case) -> str | None:
    """ "12 fighters of the Nusra Front"."""
    return behind(case.harm, case.reading, case.words)


def of_both_sides(case: Case) -> str | None:
    """ "6,500 troops from both sides", "nearly 100 killed in Kyrgyz-Tajik border clashes"."""
    return UNSPECIFIED if both_sides_named(case.harm, case.reading) or _between_a_pair(case) else None


def of_the_number(case: Case) -> str | None:
    """ "put the number of Russians killed at 20,000", "the Palestinian death toll rose to 10": whose number it is."""
    at = case.harm.at
    if case.harm.rule.startswith("toll"):
        there = [m for first, _, m in case.reading.mentions if first == at + 2 and case.reading.lowers[at + 1] in _AMONG]
        if there:
            return there[0].party or there[0].country
        owners = [m for first, last, m in case.reading.mentions if at - _TOLL_NAMED <= last <= at and m.kind in _OWNING]
        return _one_of(owners)
    lowers = case.reading.lowers
    begin, end = number_told(case.harm, lowers)
    if (
        case.harm.rule == "number of" and lowers[at] == "deaths"
    ):  # "Russian casualties are nearing 300,000, with deaths making up …"
        end = next((i for i in range(at - 1, 0, -1) if lowers[i] in ("casualties", "losses")), 0)
        begin = end - _CASUALTIES_OF
    near = [m for first, _, m in case.reading.mentions if begin <= first < end and m.party]
    counted = [m for m in near if m.kind in ("people", "demonym", "force", "group")]
    return counted[-1].party if counted else None


def _one_of(owners: Sequence[Mention]) -> str | None:
    """The side named right before "toll"; "the Thailand-Cambodia death toll" is nobody's alone."""
    parties = list(dict.fromkeys(owner.party for owner in owners))
    return parties[0] if len(parties) == 1 else None


_AMONG = words("in among for inside across")
_TOLL_NAMED = 2  # tokens from "Palestinian" or "Russia's" to "toll"
_OWNING = ("demonym", "people", "country", "force", "group")
_CASUALTIES_OF = 3  # tokens from a nationality to "casualties"


def _between_a_pair(case: Case) -> bool:
    """Whether a count that no side claims and no place owns is of fighting that is called by both its sides."""
    texts, lowers = case.reading.texts, case.reading.lowers
    if case.claimant is not None or where(case.reading, case.harm.at) is not None:
        return False
    pairs = [at for at, text in enumerate(texts) if "-" in text[1:-1] and all(part[:1].isupper() for part in text.split("-"))]
    named = {at for at in pairs for first, last, _ in case.reading.mentions if first <= at < last}
    return any(not _FIGHTING.isdisjoint(lowers[max(0, at - 4) : at + 4]) for at in named)


_FIGHTING = words("clash clashes fighting shelling skirmish skirmishes battles hostilities conflict war firefight shootout")


def part(case: Case) -> str | None:
    """ "including three children": whose the whole group is; "300 of them": whom the sentence spoke of."""
    group = case.harm.group
    lowers = case.reading.lowers
    suffering = lowers[group.end] in SUFFERING if group.end < len(lowers) else False
    if suffering and not case.same_sentence and group.part and lowers[group.end - 1] == "them":
        named = subject_before(case.reading, group.start, case.agents | {case.claimant or ""})
        if named is not None:
            return named.party
    if (
        not case.same_sentence
        and group.part
        and lowers[group.end - 1] == "them"
        and (held := those_told(case.reading, group.start))
    ):
        found = case.reading.mention_at(held - 1)
        if found is not None:
            return found[1].party
    return case.previous if case.harm.relation == "part" else None


SUFFERING = BE | HAVE | {"died", "perished"}  # after "of them" these tell what they suffered


def on_its_side(case: Case) -> str | None:
    """ "… and on the Israeli side 23 soldiers and 26 civilians"; not "on the Ukrainian side of the border"."""
    lowers, start = case.reading.lowers, case.harm.group.start
    for first, last, mention in case.reading.mentions:
        told = lowers[max(0, first - 2) : first] == ["on", "the"] and lowers[last : last + 1] == ["side"]
        if told and last < start <= last + _ITS_SIDE and lowers[last + 1] != "of" and ";" not in lowers[last:start]:
            return mention.party
    return None


_ITS_SIDE = 8  # tokens from "on the Israeli side" to its dead


def set_off_before(case: Case) -> str | None:
    """ "Kenyan policemen shot dead near Garissa: three killed": whose those before the colon are."""
    noun = set_off(case.harm, case.reading.lowers)
    near = [m for first, last, m in case.reading.mentions if first <= noun and last > noun - _BESIDE]
    if len({m.party for m in near}) > 1:
        return UNSPECIFIED  # "Latvian, Finnish fighters killed in Donbas; two dead"
    return near[-1].party if noun >= 0 and near else None


_BESIDE = 3  # tokens from a nationality to the noun: "Thai farm workers"


def continued(case: Case) -> str | None:
    """ "… and wounding 30", "three others", "and two aides": the people of the group before."""
    group = case.harm.group
    lowers, start = case.reading.lowers, group.start
    joined = lowers[start - 1 : start] == ["and"] and lowers[start - 2] in STATES  # "two were killed and four wounded"
    joined = joined or (lowers[start - 2 : start - 1] == ["and"] and lowers[start - 1] in TRANSITIVE)  # "… and wounded four"
    if not joined and case.previous in case.agents and where(case.reading, case.harm.at) is not None:
        return None  # "… killed 28 people; Israeli raids killed 1,060"
    goes_on = group.head in ("", "others") or (
        group.head in COMPANIONS and case.words.isdisjoint(("police", "border", "security"))
    )
    apart = case.previous == UNSPECIFIED and ";" in lowers[:start]  # of several nations; another blow struck others
    return case.previous if case.same_sentence and goes_on and not apart else None


def of_the_one_named_before(case: Case) -> str | None:
    """ "Kenya has reported 12 dead and Uganda nine": whose name stands right before a count without a word of its own."""
    if not case.harm.rule.startswith("elided"):
        return None
    return next((m.party for _, last, m in case.reading.mentions if last == case.harm.group.start), None)


def of_own_informers(case: Case) -> str | None:
    """ "Palestinian militants kill two alleged informers for Israel": who is killed as an informer is of the killers' people."""
    if case.harm.group.head not in INFORMERS or not case.harm.rule.startswith("active"):
        return None
    killers = [
        m for first, _, m in case.reading.mentions if first < case.harm.at and m.kind in ("demonym", "country", "people")
    ]
    return killers[0].party if killers else None


def of_the_assailants(case: Case) -> str | None:
    """ "Peru's security forces kill two after attack on convoy": at home, forces that answer an attack kill those who made it."""
    group, lowers = case.harm.group, case.reading.lowers
    if group.head or not case.harm.rule.startswith("active:killed") or _FORCES.isdisjoint(lowers[: case.harm.at]):
        return None
    place = where(case.reading, case.harm.at)
    home = any(m.country == place and first < case.harm.at for first, _, m in case.reading.mentions)
    answered = any(pair in _AFTER_ATTACK for pair in pairwise(lowers[case.harm.at :]))
    return UNSPECIFIED if place is not None and home and answered else None


_FORCES = words("forces troops soldiers army police commandos guards")
_AFTER_ATTACK = frozenset(
    (link, word)
    for link in ("after", "following", "repelling", "in")
    for word in words("attack raid ambush gunfight shootout gunbattle")
)


def of_the_captors_enemy(case: Case) -> str | None:
    """ "the army said it had killed 40 Libyans and taken 30 prisoners", "in fighting with Libyan troops": not the captor's own."""
    if case.harm.rule != "prisoners":
        return None
    told = case.same_sentence and case.previous not in (None, UNSPECIFIED, case.claimant)
    if told:
        return case.previous
    lowers = case.reading.lowers
    fought = [
        m.party
        for first, _, m in case.reading.mentions
        if first > case.harm.at and not _FROM.isdisjoint(lowers[first - 2 : first])
    ]
    return next((party for party in fought if party not in (None, case.claimant)), None)


_FROM = words("with from against")


def of_its_own_group(case: Case) -> str | None:
    """ "Hezbollah fires rockets after a strike kills 5 of the group's senior fighters": the group named last before them."""
    lowers, start, end = case.reading.lowers, case.harm.group.start, case.harm.group.end
    if not any(lowers[at] in BANDS and lowers[at + 1] == "'s" for at in range(start, end - 1)):
        return None
    named = [m.party for first, _, m in case.reading.mentions if m.kind == "group" and first < start]
    return named[-1] if named else None


def of_what_was_struck(case: Case) -> str | None:
    """ "rebels ambushed a Russian column, killing 26 soldiers": those whose column it was."""
    lowers = case.reading.lowers
    if case.harm.group.role == "civilian":
        return None
    for first, last, mention in case.reading.mentions:
        struck = not _STRIKING.isdisjoint(lowers[max(0, first - 2) : first]) and first < case.harm.at
        if mention.kind == "group" and case.harm.group.head in _REGULARS:
            continue  # "raided Taliban hideouts …, one policeman was killed"
        if struck and mention.party and not _UNITS.isdisjoint(lowers[first + 1 : last + 2]):
            return mention.party
    return None


_REGULARS = SOLDIERS | words("police policeman policemen constable constables officer officers personnel")
_STRIKING = words(
    "ambushed ambush ambushes attacked attack attacks shelled shells stormed storms raided raids bombed bomb bombs struck hit hits "
    "carrying transporting strikes pounded pound pounds assaulted overran ambushing attacking storming bombing shelling striking hitting"
)
_UNITS = words("""
    column columns convoy convoys patrol patrols outpost outposts garrison barracks checkpoint checkpoints troops soldiers positions unit
    units bunker camp camps base bases position positions hideout
    hideouts stronghold post posts trenches truck trucks vehicle vehicles headquarters
""")


def of_a_group(case: Case) -> bool:
    """Whether they are "members of the group", "fighters of the gang", or "of them" where fighters are named before."""
    lowers, end = case.reading.lowers, case.harm.group.end
    if case.harm.group.owner >= 0 and lowers[case.harm.group.owner] in BANDS:
        return True
    if lowers[end : end + 1] == ["of"] and len(lowers) > end + 2:
        return lowers[end + 1] in _THE and lowers[end + 2] in BANDS
    if case.same_sentence or not case.harm.group.part or lowers[end - 1] != "them":
        return False
    before = lowers[: case.harm.group.start]
    return not BANDS.isdisjoint(before) and not (ARMED | _MEMBERS).isdisjoint(before)


_THE = words("the his her its their that this")
_MEMBERS = words("members commanders leaders")


def those_before(case: Case) -> str | None:
    """ "The three were captured": those counted before."""
    group = case.harm.group
    told = group.head == "" and group.shape == "counted" and (group.low or 0) > 1
    return (
        case.previous if told and case.reading.lowers[group.start] in ("the", "both") and case.previous != UNSPECIFIED else None
    )


def on_a_camp(case: Case) -> bool:
    """Whether the blow fell on fighters' own ground: "an air strike on a jihadist camp"."""
    lowers = case.reading.lowers
    if case.harm.group.role == "civilian" or case.harm.group.head not in ("", "people", "others", "dead"):
        return False
    for at, word in enumerate(lowers):
        if word in ("on", "at", "against", "targeting") and not _BLOWS.isdisjoint(lowers[max(0, at - 3) : at + 1]):
            aimed = lowers[at + 1 : at + 6]
            if not POSITIONS.isdisjoint(aimed) and not (ARMED | _ARMED_ADJECTIVES).isdisjoint(aimed):
                return True
    return False


_BLOWS = DEEDS | words("raids raid targeting")
_ARMED_ADJECTIVES = words("is isis hamas hezbollah taliban houthi jihadist islamist rebel militant")


def own_rebels(case: Case) -> str | None:
    """ "Colombian rebels killed 12 peasants": those who fight at home kill at home, unless another place is named."""
    for _, last, mention in case.reading.mentions:
        lowers = case.reading.lowers
        fighting = mention.kind == "demonym" and mention.party in case.agents and last <= max(case.harm.agent, case.harm.at)
        if fighting and mention.party not in ABROAD and not _AT_HOME.isdisjoint(lowers[last : last + 2]):
            return mention.party
    return None


_AT_HOME = REBELS | words(
    "gangs gangsters bandits lords traffickers cartels paramilitaries police policemen army guards vigilantes"
)
ABROAD = frozenset(
    {"Palestine", "Israel", "Russia", "United States", "Kosovo"}
)  # whose armed people are told of beyond their borders


def increment(case: Case) -> str | None:
    """ "five more died": whose those before were."""
    return case.previous if case.harm.relation != "total" else None


def battle(case: Case) -> str | None:
    """ "days of fighting between X and Y cost 500 lives"."""
    if case.harm.kind != "killed" or case.harm.group.head not in ("lives", "people", "", "dead"):
        return None
    if case.harm.group.head == "people" and where(case.reading, case.harm.at) not in (None, UNSPECIFIED):
        return None
    lowers = case.reading.lowers
    if case.harm.group.head == "people" and not REBELS.isdisjoint(lowers):
        return None  # residents of a country at war with itself
    groups = {m.party for _, _, m in case.reading.mentions if m.party and m.kind in ("group", "force")}
    sides = len(groups) + (not GOVERNMENT.isdisjoint(lowers)) + (not REBELS.isdisjoint(lowers))
    return UNSPECIFIED if sides > 1 and not BATTLE.isdisjoint(lowers) else None
