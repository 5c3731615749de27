"""Which sides a sentence shows at work: the subject of an active verb, "by X", "Israeli strikes"."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.gazetteer import Mention
from service.analysis.languages.en.grammar import SAY
from service.analysis.languages.en.people import PLURAL, SINGULAR
from service.analysis.languages.en.sides import ATTACKS, ATTACKS_BY_DATE, DEEDS, FOUGHT, RUN, TARGETED
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.reading import Reading


def agents_of(reading: Reading, harm: Harm) -> frozenset[str]:
    """Sides that did the harm."""
    acting = [(first, m.party) for first, last, m in reading.mentions if m.party and _acts(reading, harm, first, last, m)]
    if len(acting) > 1:
        begin, end = _clause(reading, harm.at)
        acting = [(first, party) for first, party in acting if begin <= first < end] or acting
    sides = frozenset(party for _, party in acting)
    return sides - _targets(reading) if sides else sides


def _clause(reading: Reading, at: int) -> tuple[int, int]:
    """Where a word's part of a sentence of two halves begins and ends: "X says Y's strikes killed 31, while Y says …"."""
    lowers = reading.lowers
    if _HALVES.isdisjoint(lowers):
        return 0, len(lowers)
    joints = [position for position, word in enumerate(lowers) if word in _HALVES]
    begin = max((joint for joint in joints if joint <= at), default=0)
    return begin, next((joint for joint in joints if joint > at), len(lowers))


_HALVES = words("while whereas ;")


def _targets(reading: Reading) -> frozenset[str]:
    """Armed groups named as what is struck: "a strike on an Islamic State (IS) camp"."""
    lowers = reading.lowers
    return frozenset(
        m.party
        for first, _, m in reading.mentions
        if m.party and m.kind == "group" and not TARGETED.isdisjoint(lowers[max(0, first - 3) : first])
    )


def _acts(reading: Reading, harm: Harm, first: int, last: int, mention: Mention) -> bool:
    lowers = reading.lowers
    before = lowers[max(0, first - 3) : first]
    if before[-1:] == ["from"] and before[-2:-1] and before[-2] in _SENT:
        return True  # "a drone launched from Lebanon"
    if before[-1:] == ["by"] and lowers[first - 2] in RUN:
        return False  # "the health ministry, run by Hamas,"
    if "by" in before or not _ATTACKED.isdisjoint(lowers[last : last + 1]):
        return True
    if not TARGETED.isdisjoint(before) or not FOUGHT.isdisjoint(before[-1:]):
        return False
    if not _THEIRS.isdisjoint(lowers[last : last + 1]):
        return False  # "sinks Tamil Tiger boats, killing 20"
    near = lowers[last : last + 4]
    if not DEEDS.isdisjoint(near) and (SAY.isdisjoint(near) or not DEEDS.isdisjoint(near[: _said(near)])):
        return True
    if any(near[at : at + 2] in _WAR_ON for at in range(len(near))) or lowers[last + 1 : last + 3] == ["air", "war"]:
        return True  # "Israel's air war on Hezbollah"
    subject = 0 <= first < harm.agent and mention.kind in ("force", "group", "demonym")
    return subject and {"said", "says", "that"}.isdisjoint(lowers[last : harm.agent])


_THEIRS = words(
    "boats boat camp camps base bases positions position hideout hideouts convoy convoys stronghold strongholds depots bunkers"
)


def _said(near: Sequence[str]) -> int:
    """Where what a side says begins: in "Pakistan says Indian fire killed two" the fire is not its own."""
    return next(at for at, word in enumerate(near) if word in SAY)


_WAR_ON = (["war", "on"], ["war", "against"])
_SENT = words("launched fired coming came infiltrated")
_ATTACKED = words("invaded attacked launched fired bombed shelled bombarded pounded struck stormed")


def target_of(reading: Reading) -> str | None:
    """The people an attack is said to be against: "attacks on Israelis", "violence against Rohingya"."""
    lowers = reading.lowers
    for first, last, mention in reading.mentions:
        people = mention.kind == "people" or (mention.kind == "demonym" and lowers[last - 1].endswith("s"))
        noun_follows = lowers[last : last + 1] and (lowers[last] in PLURAL or lowers[last] in SINGULAR)
        if not people or noun_follows or first < 2 or lowers[first - 1] not in ("on", "against"):
            continue
        if not ATTACKS.isdisjoint(lowers[max(0, first - AIMED) : first - 1]):
            return mention.party or mention.country
    return None


def told_by_date(reading: Reading, at: int) -> tuple[str, int] | None:
    """ "the 7 October attacks, which killed 1,200": whom an attack known by its date struck, and how far from ``at`` it is named."""
    lowers = reading.lowers
    for position in [at for at, word in enumerate(lowers) if word in _BY_DATE]:
        pair = (lowers[position].rstrip("."), lowers[position + 1].rstrip(".")) if position + 1 < len(lowers) else ("", "")
        country = ATTACKS_BY_DATE.get(pair) or ATTACKS_BY_DATE.get((pair[1], pair[0]))
        after = lowers[position + 2 : position + 6]
        if country is not None and after[:2] == [",", "when"] and not _STORMED.isdisjoint(lowers[position : position + _TOLD]):
            return country, abs(at - position)
        if country is None or "since" in lowers[max(0, position - 3) : position] or (STRIKES.isdisjoint(after)):
            continue
        return country, abs(at - position)
    return None


_BY_DATE = frozenset(form for pair in ATTACKS_BY_DATE for word in pair for form in (word, f"{word}."))  # "oct", "oct."
_STORMED = words("stormed attacked burst invaded infiltrated launched broke raided crossed massacred")
_TOLD = 18  # tokens from a date in which ", when" tells of the attack
STRIKES = ATTACKS | words("onslaught rampage invasion operation incursion terrorist terror")
AIMED = 5  # tokens before "on" or "against" in which the attack is named
