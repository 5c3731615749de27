"""Running totals: what counts up over a war, a campaign or a period, and from when.

"Since 7 October", "this year", "in the past two years", "in October" (many), "has killed more than 30,000". What a few days of fighting
cost belongs to the fighting, and "since Monday" to the news.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from service.analysis.clauses import occurrences
from service.analysis.dates import When
from service.analysis.languages.en.numerals import NUMERAL_WORDS
from service.analysis.languages.en.times import (
    BEGINNINGS,
    CAMPAIGNS,
    CUMULATIVE_PHRASES,
    INCIDENTS,
    LIGHT,
    NOT_YET,
    SO_FAR,
    SUPERLATIVES,
)
from service.analysis.languages.en.units import MONTHS
from service.analysis.languages.lists import Phrases, words
from service.analysis.linking import Harm

MONTH = timedelta(days=31)
SOME = 100  # more than that in the perfect tense, with a campaign named, is a running total
FEW = 10  # fewer than that in a month or year are told one by one
SINCE = 25  # tokens from "since" to the date in what it introduces
_ONE_LONG = words("week month year decade")
_SPANS = words("weeks months years decades days") | _ONE_LONG
_MONTHLY = words("alone month year january february march april may june july august september october november december")
_SHORT = words("days hours nights day hour night")
_FUTURE = words("next coming")
_MANY_TIMES = words("several many numerous multiple dozens scores hundreds repeated frequent countless various")
_BLOWS = words("attacks raids bombings ambushes assaults shootings killings strikes blasts operations incursions massacres")
PERFECT = frozenset({"has", "have", "'ve"})
_TRENDS = words("violence escalation attacks surge string series wave unrest increase rise spike spate")
_SUMMING = words("bringing raising taking making pushing brings raises takes brought raised pushed")
_PERIOD = words("in during of throughout for")
_OVER = words("in over during within")
_STAYING = words("missing held captive hostage detained imprisoned prisoner jailed")
_FINITE = ("active:killed", "passive:killed", "intransitive:killed")
_STOPS = frozenset((";", "since"))


def running(harm: Harm, lowers: Sequence[str]) -> bool:
    """Whether a harm is told in the perfect tense, or hangs on a verb that is: "has laid waste to the city, killing 31,000"."""
    begin = 0 if harm.rule.endswith("participle") and harm.at and lowers[harm.at - 1] == "," else max(0, harm.at - 5)
    return not PERFECT.isdisjoint(lowers[begin : harm.at + 1])


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
        over = harm.rule.startswith(_FINITE) and not running(harm, lowers)  # "the war that began in 1991 killed 30,000"
        counted_from = [w for w in named if w.since and not superlative(lowers, w.at) and far(w)]
        dated = next((w for w in counted_from if not over or _in_what_began(harm, lowers, w)), None)
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
    tail = lowers[at + 1 : min(end, at + 9)]
    if all(word in _ENDS for word in tail[:1]) and running(harm, lowers) and harm.at < at:
        return "then"  # "the talks collapsed in 2015, and hundreds have been killed since"
    if dated is not None:
        long = far(dated) or not (_FIGHTING.isdisjoint(tail[:3]) or _BROKE_OUT.isdisjoint(lowers[at + 1 : dated.at]))
        return (
            dated.iso if long else None
        )  # "since fighting between the two began on 15 April" counts up, however young the war
    if len(tail) > 1 and tail[0] == "last" and (tail[1] in _LONG_AGO or tail[1] in MONTHS):
        return " ".join(tail[:2])  # "since last month": no single blow
    if tail and (not BEGINNINGS.isdisjoint(tail) or tail[0] == "then" or tail[0].startswith("mid-")):
        return _beginning(tail)
    return None


_ENDS = frozenset((".", ",", ";", ":", ")"))
_LONG_AGO = words("month year summer winter spring autumn fall")
_FIGHTING = words("fighting war clashes hostilities conflict offensive invasion")
_BROKE_OUT = words("began erupted started broke")


def _in_what_began(harm: Harm, lowers: Sequence[str], when: When) -> bool:
    """ "729 of its men had been killed in the fighting that began on Sept. 27": the year unsaid, it goes on."""
    between = lowers[harm.at + 1 : when.first]
    return (
        when.year is None and harm.at < when.first and not _FIGHTING.isdisjoint(between) and not _BROKE_OUT.isdisjoint(between)
    )


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
    summed = _summed(harm, lowers)
    if summed is not None:
        return summed
    total = nearest(lowers, CUMULATIVE_PHRASES, harm.at) or _span(harm, lowers) or _this_month(harm, lowers)
    if total is not None and (
        superlative(lowers, total[0])
        or _one_of_several(lowers, total[0])
        or (total[0] > 0 and lowers[total[0] - 1] in NOT_YET)
        or not _SUMMING.isdisjoint(lowers[harm.at : total[0]])
        or not _TRENDS.isdisjoint(lowers[max(0, total[0] - 4) : total[0]])
        or (total[1] in SO_FAR and not ((harm.group.low or 0) >= SOME or not CAMPAIGNS.isdisjoint(lowers)))
    ):
        total = None
    return (
        total
        or _between_dates(harm, lowers, named)
        or next((found for w in named if (found := _calendar(harm, lowers, w, today)) is not None), None)
    )


_ADDED_UP = ("number of", "brought to")


def _this_month(harm: Harm, lowers: Sequence[str]) -> tuple[int, tuple[str, ...]] | None:
    """ "Forty-three soldiers have been killed this month": many, in the perfect tense; "earlier this month" has a rule of its own."""
    if (harm.group.low or 0) < FEW or not (running(harm, lowers) or harm.rule in _ADDED_UP):
        return None
    for at in range(harm.at + 1, len(lowers) - 1):
        if lowers[at] == "this" and lowers[at + 1] == "month" and lowers[at - 1] not in ("earlier", "early"):
            return at, ("this", "month")
    return None


def _summed(harm: Harm, lowers: Sequence[str]) -> tuple[int, tuple[str, ...]] | None:
    """ "…, bringing the toll to 50 dead and 180 injured in nine days": with what was just told, what a week or more came to."""
    start = harm.group.start
    if _SUMMING.isdisjoint(lowers[max(0, start - _SUM_NEAR) : start]):
        return None
    for at in range(harm.group.end, min(harm.group.end + _SUM_NEAR, len(lowers))):
        if lowers[at] in (".", ";"):
            return None
        if lowers[at] not in _SPANS or superlative(lowers[harm.group.end :], at - harm.group.end):
            continue
        begin = next((i for i in range(at - 1, at - 5, -1) if lowers[i] in _OVER), -1)
        between = lowers[begin + 1 : at]
        if begin > 0 and (
            lowers[at] != "days" or not _A_FEW.isdisjoint(between) or any(w.isdigit() and int(w) >= _WEEK for w in between)
        ):
            return harm.at, tuple(lowers[begin : at + 1])  # nearer to it than the day of what was just told
    return None


_SUM_NEAR = 18  # tokens between "bringing", the number and "in nine days"
_WEEK = 5  # days from which on they are counted as a time of their own
_A_FEW = words("five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen eighteen twenty")


def _one_of_several(lowers: Sequence[str], at: int) -> bool:
    """ "the third mass abduction in the past three months", "the fourth such raid this year": told of the raid."""
    near = lowers[max(0, at - _SUCH) : at]
    return any(
        word in _ORDINALS and near[i - 1] in ("the", "a") and not INCIDENTS.isdisjoint(near[i + 1 :])
        for i, word in enumerate(near)
        if i
    )


_SUCH = 6  # tokens from "the third" to the period
_ORDINALS = words("second third fourth fifth sixth seventh eighth ninth tenth")


def _between_dates(harm: Harm, lowers: Sequence[str], named: Sequence[When]) -> tuple[int, tuple[str, ...]] | None:
    """ "6,500 civilians were killed between 20 January and mid-April": what was counted over some time."""
    if (harm.group.low or 0) < SOME or "between" not in lowers:
        return None
    start = lowers.index("between")
    first = next((w for w in named if start < w.first <= start + 2 and not w.since), None)
    if first is None or "and" not in lowers[first.last : first.last + 4]:
        return None
    return (first.at, (first.iso,))


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
        if len(between) > 1 and between[0] == "the" and (between[1].isdigit() or between[1] in NUMERAL_WORDS):
            between = between[1:]  # "in the five weeks of fighting"
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
            spent = spent or not {"past", "last"}.isdisjoint(between) or (count >= SOME and between[-2:] == ["a", "half"])
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
