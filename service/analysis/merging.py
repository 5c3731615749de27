"""The same figure said twice: which tellings are one figure, and what each of them lends to it.

A headline says a number without its side or source; the body says it in full. The fullest telling is quoted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.analysis.drafts import Draft
from service.analysis.languages.en.sides import ARMED
from service.analysis.side_rules import ABROAD
from service.models import UNSPECIFIED, Figure

FEW = 3  # so small a number is often said of two incidents


def merge(drafts: Sequence[Draft]) -> tuple[Figure, ...]:
    """Each (kind, value, party, scope) once; a figure said again lends what the first telling left open."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((i for i, k in enumerate(kept) if _same(k, draft)), None)
        if twin is None:
            kept.append(draft)
        else:
            kept[twin] = _joined(kept[twin], draft)
    return tuple(draft.figure for draft in kept)


def _same(first: Draft, second: Draft) -> bool:
    a, b = first.figure, second.figure
    if (a.kind, a.low, a.high, a.vague) != (b.kind, b.low, b.high, b.vague):
        return False
    if a.scope != b.scope:
        if first.sentence == 0 and (a.scope, b.scope) == ("current", "background"):
            return _earlier_in_headline(first, second)
        return _running_total_in_headline(first, second) and (a.party == b.party or not _other_people(first, second))
    if _side_by_side(first, second):
        return False
    if a.party == b.party or _namesakes(first, second):
        return True
    if first.sentence == 0 and second.sentence <= BELOW and _nameless(a.party) and _nameless(b.party) and a.role == b.role:
        return True  # "2 militants killed … left two insurgents dead"
    if _other_people(first, second):
        return False
    small = (a.low is None or a.low < FEW) and not _headline(first)
    return not small and not (first.told and second.told)


def _side_by_side(first: Draft, second: Draft) -> bool:
    """ "Left two soldiers and two militants dead": as many of others in one breath."""
    near = first.sentence == second.sentence and 0 < second.at - first.at <= BREATH and first.figure.rule == second.figure.rule
    one = first.figure.party == second.figure.party and first.figure.role == second.figure.role
    several = (first.figure.low or 0) > 1 and bool(first.head) and bool(second.head) and first.head != second.head
    return near and several and not one


BREATH = 45  # characters between two groups of one list


def _running_total_in_headline(first: Draft, second: Draft) -> bool:
    """ "58 troops killed in siege. A total of 58 have been killed since May": the headline had no room to say since when."""
    bare = first.sentence == 0 and first.figure.scope == "current" and (first.figure.low or 0) >= FEW
    return bare and second.figure.scope == "cumulative" and 0 < second.sentence <= BELOW


def _earlier_in_headline(first: Draft, second: Draft) -> bool:
    """ "Planner of attack that killed 180 dead. … behind the 2021 bombing that killed 180": the headline had no room to say when."""
    told_back = second.figure.rule.startswith("active") and 0 < second.sentence <= BELOW
    return told_back and (first.figure.low or 0) >= MANY and first.figure.rule == second.figure.rule


MANY = 10  # a number that two incidents hardly share
BELOW = 2  # sentences of a text in which a headline's figure is told in full


def _other_people(first: Draft, second: Draft) -> bool:
    """ "three children … three of its fighters", "four of the soldiers … four Abu Sayyaf militants": of one number, and not the same."""
    a, b = first.figure, second.figure
    if "unknown" in (a.role, b.role) or first.assumed or second.assumed:
        return a.role != b.role and "unknown" not in (a.role, b.role)
    nameless = ARMED | {UNSPECIFIED}
    return a.role != b.role or (a.role == "combatant" and a.party not in nameless and b.party not in nameless)


def _nameless(party: str) -> bool:
    """Whether fighters are named by no group of theirs: "militants", "Pakistani rebels"."""
    return party in ARMED or party.endswith(" rebels")


def _namesakes(first: Draft, second: Draft) -> bool:
    """ "… kidnapped the priest Diaa Aziz. … Aziz was kidnapped on Saturday": one man, whoever's he is said to be."""
    return bool(second.name) and first.figure.low == 1 and second.name in first.figure.quote.lower()


def _headline(draft: Draft) -> bool:
    """Whether a figure stands in the first sentence, its side only assumed: "Soldier killed in border clash"."""
    return draft.sentence == 0 and draft.assumed


def _joined(first: Draft, second: Draft) -> Draft:
    """The first telling with what it left open filled from the second, quoted from the fuller of the two."""
    a, b = first.figure, second.figure
    surer = (second.told and not first.told) or (first.assumed and not second.assumed)
    role = a.role if a.role != "unknown" else b.role
    qualifier = b.qualifier if a.qualifier == "exact" and len(b.quote) > len(a.quote) and first.sentence < 2 else a.qualifier
    relation = a.relation if a.relation != "total" else b.relation if a.rule.startswith("part") else a.relation
    another = _another_person(first, second)
    spoken = first if another else _fuller(first, second)
    source = b if not another and ((spoken is second and b.claimant) or not a.claimant) else a
    figure = replace(
        a,
        scope=b.scope,  # as the first's, or the running total that a headline left unsaid
        party=_victims(first, second)
        if a.party in second.doers and not first.told and a.party in ABROAD
        else b.party
        if surer
        else a.party,
        role=role,
        qualifier=qualifier,
        relation=relation,
        claimant=source.claimant,
        since=a.since or b.since,
        quote=spoken.figure.quote,
        start=spoken.figure.start,
        end=spoken.figure.end,
    )
    told, assumed = first.told or second.told, first.assumed and second.assumed
    return replace(first, figure=figure, sentence=spoken.sentence, told=told, assumed=assumed)


def _victims(first: Draft, second: Draft) -> str:
    """Whose they are where the fuller telling says that the side assumed first did it: "22 killed on day of Israeli withdrawal"."""
    return UNSPECIFIED if second.figure.party == first.figure.party else second.figure.party


def _another_person(first: Draft, second: Draft) -> bool:
    """Whether one victim told of far below another is hardly the same: who states the one has not stated the other."""
    alone = first.figure.low == first.figure.high == 1
    return alone and first.sentence > 0 and second.sentence - first.sentence > APART and first.figure.scope == "background"


APART = 2  # sentences


def _fuller(first: Draft, second: Draft) -> Draft:
    """The telling to quote: a headline's only where the body does not say the figure in a sentence of its own."""
    a, b = first.figure, second.figure
    if first.sentence == 0 and second.sentence > 0:
        return second if b.claimant or not a.claimant else first
    return second if b.claimant and not a.claimant and len(b.quote) > len(a.quote) else first
