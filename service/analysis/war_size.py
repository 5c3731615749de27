"""Numbers that only a war or campaign reaches: its dead, the people it drove out, the many that no single blow kills."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from service.analysis.languages.en.times import CAMPAIGNS, ONE_BLOW, STORMED, STRUGGLES, WAR_WORDS
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.running import FEW, PERFECT, SOME, in_days, running

MANY = 1000  # more than that in one event is so rare that it is a war's total unless something says otherwise
FAR = 10  # times what the news itself tells: a bare number so large is a war's
_BIG_WORDS = frozenset({"thousands", "tens of thousands", "hundreds of thousands", "millions", "several thousand"})
_TOLD = ("participle", "state", "toll", "count", "number", "inner", "beside")  # rules without a verb in a past tense
_ONCE = words(
    "claimed cost took left caused saw led resulted ended was were"
)  # "the conflict claimed 30,000 lives": it is over
_IN_THE = frozenset({("in", "the"), ("in", "that"), ("in", "those")})


def taken_lives(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "the war, which a 1987 accord was to end, has taken at least 11,000 lives": no date of the past goes with the present perfect."""
    ahead = lowers[max(0, harm.group.start - _LIVES) : harm.group.start]
    told = any(word in PERFECT and ahead[at + 1] in _TAKEN for at, word in enumerate(ahead[:-1]))
    return told and (harm.group.low or 0) >= MANY


_LIVES = 6  # tokens from "has taken" to the number of lives
_TAKEN = words("taken claimed cost left killed seen")


def war_total(harm: Harm, lowers: Sequence[str], *, perfect: bool) -> bool:
    """A number that only a war or campaign reaches: in the perfect tense, or of dead and wounded without a past tense."""
    count = harm.group.low or 0
    if in_days(lowers):
        return False
    big = count >= (MANY if harm.kind != "displaced" else CROWD) or (
        harm.group.vague in _BIG_WORDS and not WAR_WORDS.isdisjoint(lowers)
    )
    if perfect:
        if harm.group.vague == "hundreds" and (_cost_lives(harm, lowers) or _where_they_fight(harm, lowers)):
            return True
        return big or (count >= SOME and not CAMPAIGNS.isdisjoint(lowers)) or (count >= FEW and _in_the_war(harm, lowers))
    told = harm.rule.startswith(_TOLD) and _ONCE.isdisjoint(lowers[max(0, harm.at - 8) : harm.at])
    return big and harm.kind in ("killed", "wounded") and told


def _cost_lives(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "their struggle for power has cost hundreds of lives": what many die of one by one, and no single blow."""
    lives = "lives" in lowers[harm.group.start : harm.group.end + 1]
    before = lowers[: harm.group.start]
    return lives and not STRUGGLES.isdisjoint(before) and ONE_BLOW.isdisjoint(before)


def _where_they_fight(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "from Darfur, where fighting has killed hundreds": what is told of a place is not the news."""
    ahead = lowers[max(0, harm.at - _WHERE) : harm.at]
    return harm.rule == "active:killed" and "where" in ahead and not _FIGHTS.isdisjoint(ahead[ahead.index("where") :])


_WHERE = 16  # tokens from "where" to "has killed"
_FIGHTS = STRUGGLES | words("fighting clashes")


def long_war(lowers: Sequence[str]) -> bool:
    """ "Colombia's 52-year civil war", "the decades-long insurgency": a war told by its age goes on."""
    for at, word in enumerate(lowers):
        if word.endswith(("-year", "-year-old", "-long", "-decade")) and not WAR_WORDS.isdisjoint(lowers[at + 1 : at + 4]):
            return _ENDED.isdisjoint(lowers)
    return False


def counted_up_to(lowers: Sequence[str]) -> bool:
    """ "5,486 people had been killed in the conflict up to the end of last month", "by the end of May": a count with its day."""
    for at, word in enumerate(lowers):
        if word == "end" and at and lowers[at - 1] == "the" and lowers[at + 1 : at + 2] == ["of"]:
            before = lowers[max(0, at - 3) : at - 1]
            if before[-1:] in (["by"], ["until"]) or before[-2:] == ["up", "to"]:
                return True
    return False


_ENDED = words("ended ending end over until ending finished concluded peace former brought")


def finished_war(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "the war killed 30,000": a number too large for one event, of a war, in a past tense."""
    large = (harm.group.low or 0) >= MANY or harm.group.vague in _BIG_WORDS
    rubric = lowers.index(":") if ":" in lowers[:_RUBRIC] else 0  # "Ukraine war: Wagner lost 20,000 men"
    zone = ("war", "zone") in pairwise(lowers)  # where people flee from today
    return large and not zone and not WAR_WORDS.isdisjoint(lowers[rubric:])


def what_a_war_killed(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "the conflict killed 920 militants and 165 troops": more than an incident's, less than what tells of a war long over."""
    count = harm.group.low or 0
    return harm.rule == "active:killed" and SOME <= count < MANY and lowers[harm.at - 1] in _STRUGGLE_ITSELF


_STRUGGLE_ITSELF = words("war conflict insurgency rebellion uprising siege")
_RUBRIC = 5  # tokens of a rubric before a headline


def beyond_one_incident(harm: Harm, lowers: Sequence[str]) -> bool:
    """So many dead that they are a war's, where neither a date nor a word for a war says so."""
    count = harm.group.low or 0
    if harm.kind == "displaced":
        lasting = running(harm, lowers) or not _REMAIN.isdisjoint(lowers[max(0, harm.at - 3) : harm.at])
        return (count >= NATION or (count >= EXODUS and lasting)) and not in_days(lowers)
    return harm.kind == "killed" and count >= MANY and not in_days(lowers) and not _on_a_day(harm, lowers)


def _on_a_day(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "more than 1,000 people were killed on that day", "in a single night"."""
    after = lowers[harm.at + 1 : harm.at + 6]
    return any(word in ("day", "night") and at and after[at - 1] in _THAT for at, word in enumerate(after))


_THAT = words("that one single")
_REMAIN = words("are remain remained")
CROWD = 10_000  # fewer may have fled, or taken shelter, from one day's fighting
NATION = 1_000_000  # so many are not driven out by one event
EXODUS = 100_000  # so many that have fled, or are away from home, have done so over a war


def told_as_past(harm: Harm, lowers: Sequence[str], *, lead: bool) -> bool:
    """Whether so large a number is of something over: "gunmen stormed the border, killing 1,200", further down any past tense."""
    if harm.rule.startswith(("active", "act")) and not STORMED.isdisjoint(lowers[: harm.at]):
        return True
    if not harm.rule.startswith(("active", "passive", "intransitive")):
        return False
    after = lowers[harm.at + 1 : harm.at + 12]
    one = any(word in STORMED and not _IN_THE.isdisjoint(pairwise(after[:at])) for at, word in enumerate(after))
    return one or not lead


def _in_the_war(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "60 journalists have been killed in the Israel-Hamas war"."""
    after = lowers[harm.at + 1 : harm.at + 9]
    at = next((i for i, word in enumerate(after) if word in WAR_WORDS), -1)
    return at > 0 and not {"in", "during"}.isdisjoint(after[:at]) and "," not in after[:at]


def bare_total(harm: Harm, news: int, *, perfect: bool) -> bool:
    """ "At least 217 people have been killed.": many, in the perfect tense, and far above what the ``news`` tells so far."""
    count = harm.group.low or 0
    return perfect and count >= SOME and harm.kind == "killed" and 0 < news * FAR < count
