"""Running totals: what counts up over a war, a campaign or a period, and from when.

"Since 7 October", "this year", "in the past two years", "in October" (many), "has killed more than 30,000". What a few days of fighting
cost belongs to the fighting, and "since Monday" to the news.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from service.analysis.clauses import occurrences
from service.analysis.dates import When
from service.analysis.languages.en.numerals import NUMERAL_WORDS
from service.analysis.languages.en.times import (
    BEGINNINGS,
    CAMPAIGNS,
    CUMULATIVE_PHRASES,
    LIGHT,
    NOT_YET,
    ONE_BLOW,
    SO_FAR,
    STORMED,
    STRUGGLES,
    SUPERLATIVES,
    WAR_WORDS,
)
from service.analysis.languages.lists import Phrases, words
from service.analysis.linking import Harm

MONTH = timedelta(days=31)
SOME = 100  # more than that in the perfect tense, with a campaign named, is a running total
MANY = 1000  # more than that in one event is so rare that it is a war's total unless something says otherwise
FEW = 10  # fewer than that in a month or year are told one by one
FAR = 10  # times what the news itself tells: a bare number so large is a war's
SINCE = 25  # tokens from "since" to the date in what it introduces
_ONE_LONG = words("week month year decade")
_SPANS = words("weeks months years decades days") | _ONE_LONG
_MONTHLY = words("alone month year january february march april may june july august september october november december")
_SHORT = words("days hours nights day hour night")
_FUTURE = words("next coming")
_MANY_TIMES = words("several many numerous multiple dozens scores hundreds repeated frequent countless various")
_BLOWS = words("attacks raids bombings ambushes assaults shootings killings strikes blasts operations incursions massacres")
_PERFECT = frozenset({"has", "have", "'ve"})
_BIG_WORDS = frozenset({"thousands", "tens of thousands", "hundreds of thousands", "millions", "several thousand"})
_TRENDS = words("violence escalation attacks surge string series wave unrest increase rise spike spate")
_SUMMING = words("bringing raising taking making pushing brings raises takes")
_PERIOD = words("in during of throughout for")
_OVER = words("in over during within")
_STAYING = words("missing held captive hostage detained imprisoned prisoner jailed")
_TOLD = ("participle", "state", "toll", "count", "number", "inner", "beside")  # rules without a verb in a past tense
_ONCE = words(
    "claimed cost took left caused saw led resulted ended was were"
)  # "the conflict claimed 30,000 lives": it is over
_IN_THE = frozenset({("in", "the"), ("in", "that"), ("in", "those")})
_FINITE = ("active:killed", "passive:killed", "intransitive:killed")
_STOPS = frozenset((";", "since"))


def running(harm: Harm, lowers: Sequence[str]) -> bool:
    """Whether a harm is told in the perfect tense, or hangs on a verb that is: "has laid waste to the city, killing 31,000"."""
    begin = 0 if harm.rule.endswith("participle") and harm.at and lowers[harm.at - 1] == "," else max(0, harm.at - 5)
    return not _PERFECT.isdisjoint(lowers[begin : harm.at + 1])


def taken_lives(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "the war, which a 1987 accord was to end, has taken at least 11,000 lives": no date of the past goes with the present perfect."""
    ahead = lowers[max(0, harm.group.start - _LIVES) : harm.group.start]
    told = any(word in _PERFECT and ahead[at + 1] in _TAKEN for at, word in enumerate(ahead[:-1]))
    return told and (harm.group.low or 0) >= MANY


_LIVES = 6  # tokens from "has taken" to the number of lives
_TAKEN = words("taken claimed cost left killed seen")


def many_attacks(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "have carried out several attacks on patrols, killing 50 soldiers": what many blows came to, and none of them alone."""
    if not harm.rule.endswith("participle") or not harm.group.low or harm.group.low < FEW:
        return False
    ahead = lowers[: harm.at]
    return any(word in _MANY_TIMES and not _BLOWS.isdisjoint(ahead[at + 1 : at + 4]) for at, word in enumerate(ahead))


def superlative(lowers: Sequence[str], at: int) -> bool:
    """ "the deadliest since 2014" counts nothing from 2014."""
    return not SUPERLATIVES.isdisjoint(lowers[max(0, at - 25) : at])


def nearest(lowers: Sequence[str], phrases: Phrases, near: int) -> tuple[int, tuple[str, ...]] | None:
    """Of the phrases that stand in a sentence the one nearest to a token, the longest of several there, and where."""
    return min(occurrences(lowers, phrases), key=lambda found: abs(found[0] - near), default=None)


def counted_since(harm: Harm, lowers: Sequence[str], named: Sequence[When], far: Callable[[When], bool]) -> str | None:
    """What a number is counted from: an ISO date, "then", "the invasion began"; None where from nothing or from a few days ago.

    Of several "since" the one after the harm counts, else the one before; ``far`` tells whether a date is long enough ago.
    """
    places = [at for at, word in enumerate(lowers) if word == "since"]
    if not places:
        if harm.rule.startswith(_FINITE) and not running(harm, lowers):
            return None  # "the war that began in 1991 killed 30,000": it is over
        dated = next((w for w in named if w.since and not superlative(lowers, w.at) and far(w)), None)
        return dated.iso if dated else None
    at = next((place for place in places if place > harm.at), places[-1])
    counted = running(harm, lowers) and harm.at < at  # "the largest of a war that has cost 75,000 lives since 1980"
    if superlative(lowers[harm.at :] if counted else lowers, at - harm.at if counted else at) or not _SUMMING.isdisjoint(
        lowers[harm.at : at]
    ):
        return None  # "killing four, bringing to 250 those killed since May": the since is the sum's
    if at and lowers[at - 1] in _STAYING and harm.at != at - 1:
        return None  # "found dead, missing since March"
    end = next((i for i in range(at + 1, min(len(lowers), at + SINCE)) if lowers[i] in _STOPS), at + SINCE)
    dated = next((w for w in named if at < w.at < end), None)
    if dated is not None:
        return dated.iso if far(dated) else None
    tail = lowers[at + 1 : min(end, at + 9)]
    if tail and (not BEGINNINGS.isdisjoint(tail) or tail[0] == "then" or tail[0].startswith("mid-")):
        return _beginning(tail)
    return None


def _beginning(tail: Sequence[str]) -> str:
    """What a count begins from: "then", "the ground offensive began"."""
    if tail[0] == "then":
        return "then"
    end = next((i for i, word in enumerate(tail) if not word[0].isalnum()), len(tail))
    last = next((i + 1 for i, word in enumerate(tail) if word in BEGINNINGS), end)
    return " ".join(tail[: min(end, last)])


def counting_period(
    harm: Harm, lowers: Sequence[str], named: Sequence[When], today: date
) -> tuple[int, tuple[str, ...]] | None:
    """Words for the period that a running total counts over, and where they stand."""
    total = nearest(lowers, CUMULATIVE_PHRASES, harm.at) or _span(harm, lowers)
    if total is not None and (
        superlative(lowers, total[0])
        or (total[0] > 0 and lowers[total[0] - 1] in NOT_YET)
        or not _SUMMING.isdisjoint(lowers[harm.at : total[0]])
        or not _TRENDS.isdisjoint(lowers[max(0, total[0] - 4) : total[0]])
        or (total[1] in SO_FAR and not ((harm.group.low or 0) >= SOME or not CAMPAIGNS.isdisjoint(lowers)))
    ):
        total = None
    return total or next((found for w in named if (found := _calendar(harm, lowers, w, today)) is not None), None)


def _calendar(harm: Harm, lowers: Sequence[str], when: When, today: date) -> tuple[int, tuple[str, ...]] | None:
    """ "more than 350 were killed in October", "700 have died during 1990": a month just over or this year, counted up."""
    before = lowers[when.first - 1] if when.first else ""
    if when.since or when.day is not None or before not in _PERIOD or superlative(lowers, when.at):
        return None
    count = harm.group.low or 0
    if when.month is not None and lowers[when.last + 1 : when.last + 2] == ["alone"]:
        fits = count >= FEW
    elif when.month is None:
        fits = when.year == today.year and count >= FEW
    else:
        start = when.on(today)
        fits = start is not None and timedelta() <= today - start < MONTH + MONTH and count >= SOME
    return (when.at, (when.iso,)) if fits else None


def _span(harm: Harm, lowers: Sequence[str]) -> tuple[int, tuple[str, ...]] | None:
    """ "in the past two years", "in 76 years", "in a month of protests", "in its first five days alone": what many deaths add up over."""
    count = harm.group.low or 0
    for at, word in enumerate(lowers):
        if word not in _SPANS or at < 2:
            continue
        begin = next((i for i in range(at - 1, max(-1, at - 6), -1) if lowers[i] in _OVER), -1)
        between = [w for w in lowers[begin + 1 : at] if w not in LIGHT]
        if begin < 0 or not between or (between[-1] in ("the", "recent") or not _FUTURE.isdisjoint(between)):
            continue
        of = lowers[at + 1 : at + 2] == ["of"]
        if "first" in between:
            spent = count >= FEW and (word != "days" or not _MONTHLY.isdisjoint(lowers[at + 1 : at + 5]))
        elif word in _ONE_LONG:
            spent = between == ["a"] and of and count >= FEW
        elif word == "days":
            spent = False
        else:
            spent = (len(between) == 1 or between == ["as", "many"]) and (
                count >= SOME or (count >= FEW and (of or running(harm, lowers)))
            )
            spent = spent or not {"past", "last"}.isdisjoint(between)
        if spent:
            return begin, tuple(lowers[begin : at + 1])
    return None


def in_days(lowers: Sequence[str]) -> bool:
    """ "in the past few days", "in 24 hours", "in two days of fighting": so short a span belongs to the news."""
    for at, word in enumerate(lowers):
        if word in _SHORT:
            near = lowers[max(0, at - 5) : at]
            counted = any(w in NUMERAL_WORDS or w.isdigit() or w in ("few", "several", "past", "last") for w in near)
            if counted and not _OVER.isdisjoint(near):
                return True
    return False


def war_total(harm: Harm, lowers: Sequence[str], *, perfect: bool) -> bool:
    """A number that only a war or campaign reaches: in the perfect tense, or of dead and wounded without a past tense."""
    count = harm.group.low or 0
    if in_days(lowers):
        return False
    big = count >= MANY or (harm.group.vague in _BIG_WORDS and not WAR_WORDS.isdisjoint(lowers))
    if perfect:
        if harm.group.vague == "hundreds" and _cost_lives(harm, lowers):
            return True
        return big or (count >= SOME and not CAMPAIGNS.isdisjoint(lowers)) or (count >= FEW and _in_the_war(harm, lowers))
    told = harm.rule.startswith(_TOLD) and _ONCE.isdisjoint(lowers[max(0, harm.at - 8) : harm.at])
    return big and harm.kind in ("killed", "wounded") and told


def _cost_lives(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "their struggle for power has cost hundreds of lives": what many die of one by one, and no single blow."""
    lives = "lives" in lowers[harm.group.start : harm.group.end + 1]
    before = lowers[: harm.group.start]
    return lives and not STRUGGLES.isdisjoint(before) and ONE_BLOW.isdisjoint(before)


def long_war(lowers: Sequence[str]) -> bool:
    """ "Colombia's 52-year civil war", "the decades-long insurgency": a war told by its age goes on."""
    for at, word in enumerate(lowers):
        if word.endswith(("-year", "-year-old", "-long", "-decade")) and not WAR_WORDS.isdisjoint(lowers[at + 1 : at + 4]):
            return _ENDED.isdisjoint(lowers)
    return False


_ENDED = words("ended ending end over until ending finished concluded peace former brought")


def finished_war(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "the war killed 30,000": a number too large for one event, of a war, in a past tense."""
    large = (harm.group.low or 0) >= MANY or harm.group.vague in _BIG_WORDS
    rubric = lowers.index(":") if ":" in lowers[:_RUBRIC] else 0  # "Ukraine war: Wagner lost 20,000 men"
    return large and not WAR_WORDS.isdisjoint(lowers[rubric:])


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
