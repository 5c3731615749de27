"""Whose people a sentence speaks of without a name: "its troops", "his country's soldiers", "the enemy", "lost 12 men"."""

from __future__ import annotations

from collections.abc import Collection

from service.analysis.gazetteer import Mention
from service.analysis.groups import Group
from service.analysis.languages.en.grammar import HAVE, POSSESSIVES, SAY
from service.analysis.languages.en.harm import TRANSITIVE
from service.analysis.languages.en.people import KIN, PLURAL
from service.analysis.languages.en.sides import AGGRESSION, ARMED, ENEMY, NOT_A_SUBJECT, RULING
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.reading import Reading

SPEAKERS = frozenset({"country", "capital", "demonym", "force", "group", "official", "person"})
LOSER = 12  # tokens before "lost" in which its subject stands
_HOLDING = words("held holds took")
_THEY = words("it they he she")
REGULARS = words("army military troops soldiers government police")


def named_owner(group: Group, reading: Reading) -> Mention | None:
    """The side whose possessive stands in the group: "Armenia's soldiers"."""
    if group.owner < 0:
        return None
    found = reading.mention_at(group.owner)
    return found[1] if found is not None else None


def is_theirs(group: Group, reading: Reading) -> bool:
    """Whether the people are a side's by "its", "their"; "his wife" is nobody's soldier."""
    behind = reading.lowers[group.end : group.end + _AMONG]
    if "among" in behind[:2] and not _ITS.isdisjoint(behind) and not _OWN.isdisjoint(behind):
        return True  # "acknowledged 29 dead among its own"
    if group.head in _STAFF and reading.lowers[group.end : group.end + 1] == ["of"]:
        return reading.lowers[group.end + 1] in _ITS  # "two members of its embassy staff"
    return group.owner >= 0 and reading.lowers[group.owner] in POSSESSIVES and group.head not in KIN


COMRADES = words("comrades men brothers brethren")
_STAFF = words("members member staff")
_ITS = words("its their")
_OWN = words("own ranks men fighters troops soldiers forces")
_AMONG = 5  # tokens from a number to "among its own"


def subject_before(reading: Reading, at: int, not_these: Collection[str] = ()) -> Mention | None:
    """The last side before token ``at`` that a pronoun there can stand for: one that speaks or acts, not one that is spoken of."""
    found = None
    for first, last, mention in reading.mentions:
        if first >= at:
            break
        if can_be_subject(mention) and mention.party not in not_these and not _only_mentioned(reading, first, last):
            found = mention
    return found


def can_be_subject(mention: Mention) -> bool:
    """Whether a name stands for a side that can be "it" or "they"."""
    return mention.party is not None and mention.kind in SPEAKERS


def _only_mentioned(reading: Reading, first: int, last: int) -> bool:
    lowers = reading.lowers
    if first and lowers[first - 1] in NOT_A_SUBJECT:
        return True
    joined = [f for f, stop, _ in reading.mentions if stop == first - 1] if lowers[first - 1 : first] == ["and"] else []
    if joined and lowers[joined[0] - 1 : joined[0]] and lowers[joined[0] - 1] in NOT_A_SUBJECT:
        return True  # "in Iraq and Syria"
    return lowers[last : last + 1] != ["'s"] and lowers[last : last + 1] != [] and lowers[last] in _THINGS


_PLACES_HIT = words("""
    positions targets bases base outposts outpost posts post checkpoints territory soil airspace border villages
    towns cities city village town convoys sites facilities trenches lines bunkers airfields airfield depots warships tanks vehicles
""")  # "struck Cambodian positions": what is struck has no soldiers
_THINGS = (
    AGGRESSION - words("launched fired attacked bombed shelled struck invaded raided stormed retaliated targeted pounded")
) | _PLACES_HIT


def of_its_people(mention: Mention, group: Group) -> str | None:
    """The party of a side's people: citizens under an armed group that rules a country are that country's."""
    if mention.kind == "group" and mention.party in RULING and group.role == "civilian":
        return mention.country or mention.party
    return mention.party or mention.country


def names_the_enemy(harm: Harm, reading: Reading) -> bool:
    """ "600 enemy soldiers", "the enemy lost 120 men", "the occupiers"."""
    group, lowers = harm.group, reading.lowers
    begin = group.start - 1 if group.start and lowers[group.start - 1] == "the" else group.start
    if not ENEMY.isdisjoint(lowers[begin : group.end]):
        return True
    if lowers[group.end : group.end + 2] in (["of", "the"], ["from", "the"]) and lowers[group.end + 2 : group.end + 3] == [
        "enemy"
    ]:
        return True
    return lost(harm) and not ENEMY.isdisjoint(lowers[max(0, harm.at - 4) : harm.at])


def sufferer(harm: Harm, reading: Reading) -> tuple[int, Mention | None]:
    """Who "suffered 12 dead", "sustained 148 casualties (93 dead and 55 wounded)": where the verb stands, -1 for none, and the side."""
    lowers, start = reading.lowers, harm.group.start
    at = next((i for i in range(start - 1, max(0, start - SUFFERED), -1) if lowers[i] in _SUFFERING), -1)
    if at < 0 or harm.group.head != "" or any(word in (";", ".", "that", "who") for word in lowers[at:start]):
        return -1, None
    beside = [
        m for first, last, m in reading.mentions
        if at - _BESIDE <= last <= at and can_be_subject(m) and PLURAL.keys().isdisjoint(lowers[last:at])
    ]  # fmt: skip
    return at, beside[-1] if beside else None


_BESIDE = 4  # tokens from a side to "suffered": "(FMLN) have sustained"
_SUFFERING = words("suffered sustained suffering sustaining suffers sustains")
SUFFERED = 11  # tokens from "suffered" to a bare number


def lost(harm: Harm) -> bool:
    """Whether the harm is told as a loss: "lost 12 fighters"."""
    return harm.rule == "lost people"


def loser(harm: Harm, reading: Reading) -> tuple[Mention | str | None, int]:
    """Who lost them, and where it stands: the side before "lost", or the pronoun that stands for it."""
    lowers = reading.lowers
    begin = harm.at - 2 if lowers[max(0, harm.at - 1)] in HAVE else harm.at - 1
    if begin >= 0 and lowers[begin] in (
        "and",
        "but",
    ):  # "troops killed 14 rebels and lost nine men", "held 22 men and had lost nine"
        verbs = (at for at in range(begin, max(-1, begin - LOSER), -1) if lowers[at] in TRANSITIVE or lowers[at] in _HOLDING)
        begin = next(verbs, begin)
    for at in range(begin, max(-1, begin - LOSER), -1):
        word = lowers[at]
        named = next((m for first, last, m in reading.mentions if first <= at < last), None)
        if named is not None and can_be_subject(named) and (at == 0 or lowers[at - 1] not in NOT_A_SUBJECT):
            return named, at
        if word in REGULARS:
            owner = at - 2 if at > 1 and lowers[at - 1] == "'s" else at - 1
            named = next((m for first, last, m in reading.mentions if first <= owner < last), None)
            return (named if named is not None and can_be_subject(named) else word), at
        if word in _THEY or word in POSSESSIVES or word in ARMED:
            return word, at
        if word in (";", ",") or word in SAY:
            break
    return None, harm.at
