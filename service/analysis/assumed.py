"""Whose people they are where no word about them tells: the one country a sentence names, the country the article is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from service.analysis.languages.en.grammar import SAY
from service.analysis.languages.en.sides import CLASHES, DEEDS, TRADING
from service.analysis.languages.lists import words
from service.analysis.mention import Mention
from service.analysis.places import LIMITS, beside, between_two, destinations, of_talks
from service.analysis.side_rules import ABROAD, Case
from service.models import UNSPECIFIED

NATIONS = ("country", "demonym", "capital", "place")
ALIKE = 3  # times as often may one country be named as the other in an article that speaks of both alike


def of_two_nations(mentions: Sequence[Mention]) -> bool:
    """Whether an article speaks of two countries alike, neither of them known to attack others only."""
    most = Counter(m.country for m in mentions if m.kind in NATIONS and m.country).most_common(2)
    return len(most) > 1 and most[0][1] <= ALIKE * most[1][1] and ABROAD.isdisjoint(country for country, _ in most)


def since_it_began(case: Case) -> bool:
    """ "hundreds have died since the fighting began": in a war of two countries the dead of both."""
    after = case.reading.lowers[case.harm.at :]
    anybody = case.harm.kind == "killed" and case.harm.group.head in ("", "people", "lives")
    return anybody and "since" in after and not _WARS.isdisjoint(after[after.index("since") :])


def in_a_war_of_its_own(case: Case, country: str | None) -> bool:
    """ "Lebanon says 3,800 have died since the war between Israel and Hezbollah began": who counts is one of the two."""
    lowers = case.reading.lowers
    if "between" not in lowers or not since_it_began(case):
        return False
    begin = lowers.index("between")
    return any(m.country == country for first, _, m in case.reading.mentions if begin < first <= begin + _PAIR)


def _crossfire(case: Case) -> bool:
    """ "troops of two sides trade fire; eight dead", "four days of strikes and counter-strikes"."""
    lowers = case.reading.lowers
    return any(
        (word in TRADING and "fire" in lowers[at + 1 : at + 4])
        or (word.startswith("counter-") and word[_COUNTER:] in DEEDS)
        or (word == "their" and lowers[at + 1 : at + 2] and lowers[at + 1] in LIMITS)
        for at, word in enumerate(lowers)
    )


_COUNTER = len("counter-")
_PAIR = 5  # tokens of "between X and Y"
_WARS = words("fighting war hostilities conflict clashes battles")


def seized_abroad(case: Case, homes: Sequence[str]) -> bool:
    """Whether an article of two countries tells of people seized: whom gunmen seize is often a foreigner."""
    return case.harm.kind == "captured" and len(homes) > 1


def named_country(case: Case, homes: Sequence[str]) -> str | None:
    """The one country of the article that the sentence names, where it neither did it nor states it."""
    if between_two(case.reading) or seized_abroad(case, homes) or _crossfire(case):
        return None
    named = {
        m.country
        for first, last, m in case.reading.mentions
        if m.country in homes
        and m.kind in NATIONS
        and not beside(case.reading, first, last)
        and not of_talks(case.reading, first)
        and not _speaks_elsewhere(case, first, last)
    }
    away = destinations(case.reading, case.harm.at) if case.harm.kind == "displaced" else frozenset()
    left = [country for country in named if country not in case.agents | away and country != case.claimant]
    return left[0] if len(left) == 1 and len(named) == 1 else None


def _speaks_elsewhere(case: Case, first: int, last: int) -> bool:
    """ "20 killed near aid site; Israel says it fired warning shots": who speaks in a clause of its own is not where it happened."""
    lowers = case.reading.lowers
    return lowers[last : last + 1] != [] and lowers[last] in SAY and ";" in lowers[case.harm.at : first]


def _by_both(lowers: Sequence[str]) -> bool:
    """ "35 died in the border fighting", "officials on both sides said"."""
    return any(pair in _BOTH for pair in pairwise(lowers))


_BOTH = frozenset({("border", "fighting"), ("both", "sides"), ("both", "armies"), ("both", "countries"), ("two", "armies")})


def of_home(case: Case, homes: Sequence[str], *, two_nations: bool) -> str | None:
    """The first country of the article whose forces are not shown at work in the sentence."""
    if not homes:
        return None
    if case.harm.rule == "prisoners" and (case.claimant in homes or not case.agents.isdisjoint(homes)):
        left = [home for home in homes if home != case.claimant and home not in case.agents]
        return left[0] if len(left) == 1 else UNSPECIFIED  # "had taken 600 prisoners": not the captors' own
    if homes[0] in case.agents & ABROAD and len(homes) == 1:
        return UNSPECIFIED  # "died after Moscow launched a fresh barrage": where, it does not say
    if _by_both(case.reading.lowers):
        return UNSPECIFIED
    if len(homes) > 1 and (between_two(case.reading) or not CLASHES.isdisjoint(case.reading.lowers) or _crossfire(case)):
        return UNSPECIFIED
    if two_nations and since_it_began(case):
        return UNSPECIFIED
    harmful = case.agents | {
        name
        for _, _, m in case.reading.mentions
        if m.kind in ("force", "group")
        for name in (m.party, m.country)
        if name and name != case.claimant
    }
    return next((home for home in homes[:2] if home not in harmful), homes[0])
