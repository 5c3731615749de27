"""The rules about sides that need no memory of the article: what the group's own sentence says of it."""

from __future__ import annotations

from typing import NamedTuple

from service.analysis.doers import target_of
from service.analysis.languages.en.people import REBELS
from service.analysis.languages.en.sides import BATTLE, COMPANIONS, GOVERNMENT, RETALIATION
from service.analysis.linking import Harm
from service.analysis.named import apposed, behind, both_sides_named, inside
from service.analysis.places import where
from service.analysis.reading import Reading
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
    """ "6,500 troops from both sides"."""
    return UNSPECIFIED if both_sides_named(case.harm, case.reading) else None


def part(case: Case) -> str | None:
    """ "including three children": whose the whole group is."""
    return case.previous if case.harm.relation == "part" else None


def continued(case: Case) -> str | None:
    """ "… and wounding 30", "three others", "and two aides": the people of the group before."""
    group = case.harm.group
    goes_on = group.head in ("", "others") or (
        group.head in COMPANIONS and case.words.isdisjoint(("police", "border", "security"))
    )
    return case.previous if case.same_sentence and goes_on else None


def against(case: Case) -> str | None:
    """ "an attack on Israelis killed four": whom it was aimed at."""
    return target_of(case.reading) if case.harm.group.role != "combatant" else None


def near(case: Case) -> str | None:
    """ "near the Syrian border", where nothing else tells."""
    return where(case.reading, case.harm.at, near=True)


def increment(case: Case) -> str | None:
    """ "five more died": whose those before were."""
    return case.previous if case.harm.relation != "total" else None


def battle(case: Case) -> str | None:
    """ "days of fighting between X and Y cost 500 lives"."""
    if case.harm.kind != "killed" or case.harm.group.head not in ("lives", "people", "", "dead"):
        return None
    if case.harm.group.head == "people" and where(case.reading, case.harm.at) not in (None, UNSPECIFIED):
        return None  # residents of a country at war with itself
    lowers = case.reading.lowers
    groups = {m.party for _, _, m in case.reading.mentions if m.party and m.kind in ("group", "force")}
    sides = len(groups) + (not GOVERNMENT.isdisjoint(lowers)) + (not REBELS.isdisjoint(lowers))
    return UNSPECIFIED if sides > 1 and not BATTLE.isdisjoint(lowers) else None
