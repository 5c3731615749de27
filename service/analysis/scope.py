"""When a figure is about: the news itself, a running total, an older war, an earlier count, or nothing that happened.

Judged by the words of the figure's own sentence and the dates in it, against the date of publication; where they say nothing, by
the sentence it leans on (``earlier.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from service.analysis.clauses import occurrences
from service.analysis.dates import When, dates
from service.analysis.earlier import Context, began_it, in_an_era, named_incident, told_of
from service.analysis.languages.en.grammar import WEEKDAYS
from service.analysis.languages.en.numerals import NUMERAL_WORDS
from service.analysis.languages.en.times import (
    BEGINNINGS,
    CAMPAIGNS,
    CUMULATIVE_PHRASES,
    EARLIER_SAID,
    PAST_PHRASES,
    REPLACING,
    SAID_EARLIER,
    SO_FAR,
    SUPERLATIVES,
    TODAY,
    WAR_WORDS,
)
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.reading import Reading
from service.analysis.text import Sentence
from service.analysis.unreal import no_violence, unreal
from service.models import Scope

RECENT = timedelta(days=11)  # an event that far back can still be the article's news
MONTH = timedelta(days=31)
SOME = 100  # more than that in the perfect tense, with a campaign named, is a running total
MANY = 1000  # more than that in one event is so rare that war words decide
FEW = 10  # fewer than that in a month or year are told one by one
AFTER = 20  # tokens from "a day after" to the people harmed before
SAYING = 14  # tokens from "initial reports" to what they said
_SPANS = words("day days week weeks fortnight month months year years decade decades")
_LONG = words("weeks months years decades")
_FUTURE = words("next coming")
_BOUNDS = frozenset((",", ";", ".", ":", '"'))
_PERFECT = frozenset({"has", "have", "'ve"})
_BIG_WORDS = frozenset({"thousands", "tens of thousands", "hundreds of thousands", "millions", "several thousand"})
_TRENDS = words("violence escalation attacks surge string series wave unrest increase rise spike spate")
_SUMMING = words("bringing raising taking making pushing brings raises takes")
_PERIOD = words("in during of throughout for")
_SUMS = words("they include includes dead toll victims casualties among wounded injured another more others")


class Judgement(NamedTuple):
    """A scope, what a cumulative figure counts from, and the rule that decided."""

    scope: Scope
    since: str | None
    rule: str


class Scopes:
    """Judges the figures of one article, as if its news, of the day ``today``, were organised violence."""

    def __init__(self, today: date, sentences: Sequence[Sentence]) -> None:
        self.today = today
        self._context = Context(sentences, self._past)
        self._dated: tuple[int, list[When]] = (-1, [])
        self._total_in = -2  # index of the sentence that last told a war's or campaign's total

    def judge(self, harm: Harm, reading: Reading) -> Judgement:
        """The scope of one harm."""
        lowers = reading.lowers
        if _years_after(harm, lowers):
            return Judgement("background", None, "long before")
        if harm.superseded or _said_earlier(harm, lowers):
            return Judgement("superseded", None, "replaced by a later count")
        if unreal(harm, lowers):
            return Judgement("other", None, "not stated as happened")
        if no_violence(lowers):
            return Judgement("other", None, "disaster, disease or accident")
        running = _running(harm, lowers) or self._total_in == reading.sentence.index
        judgement = self._by_time(harm, reading, running=running) or _by_war(harm, lowers, running=running)
        if judgement is None:
            judgement = self._by_context(harm, reading, running=running)
        if judgement.scope == "cumulative":
            self._total_in = reading.sentence.index
        return judgement

    def _by_time(self, harm: Harm, reading: Reading, *, running: bool) -> Judgement | None:
        """What dates and words for time say."""
        lowers = reading.lowers
        if self._dated[0] != reading.sentence.index:
            self._dated = (reading.sentence.index, dates(reading))
        named, by_name = self._names(harm, lowers, self._dated[1])
        if by_name:
            return Judgement("background", None, "an earlier incident by its date")
        if "since" in lowers and not _lasting(harm):
            since = lowers.index("since")
            if not _SUMMING.isdisjoint(lowers[harm.at : since]):
                return None  # "killing four, bringing to 250 those killed since May": the since is the sum's
            judgement = self._since(lowers, named, since)
            if judgement is not None:
                return judgement
        elif not _lasting(harm) and any(w.since and not _superlative(lowers, w.at) and self._reaches_back(w) for w in named):
            return Judgement("cumulative", next(w.iso for w in named if w.since), "since a date")
        judgement = self._past_or_total(harm, lowers, named)
        if judgement is not None:
            return judgement
        count = harm.group.low or 0
        if running and (count >= MANY or (count >= SOME and not CAMPAIGNS.isdisjoint(lowers))):
            return Judgement("cumulative", None, "a campaign's total")
        return None

    def _names(self, harm: Harm, lowers: Sequence[str], named: Sequence[When]) -> tuple[list[When], bool]:
        """The dates that stand for themselves, and whether a harm is of an incident that one is part of the name of."""
        alone: list[When] = []
        for when in named:
            head = -1 if when.since or not self._past(when) else named_incident(lowers, when)
            if head < 0:
                alone.append(when)
            elif told_of(harm, lowers, when, head):
                return alone, True
        return alone, False

    def _by_context(self, harm: Harm, reading: Reading, *, running: bool) -> Judgement:
        """What the sentences before say where this one says nothing of time."""
        lowers = reading.lowers
        timed = bool(self._dated[1]) or not WEEKDAYS.isdisjoint(lowers) or not TODAY.isdisjoint(lowers)
        if not timed and reading.sentence.index == self._total_in + 1 and (running or not _SUMS.isdisjoint(lowers[:6])):
            return Judgement("cumulative", None, "goes on about a running total")
        if began_it(harm, lowers):
            return Judgement("background", None, "what a war began with")
        if not timed and harm.kind in ("killed", "wounded") and not running and self._context.goes_on(reading):
            return Judgement("background", None, "goes on about an earlier incident")
        return Judgement("current", None, "the news")

    def _since(self, lowers: Sequence[str], named: Sequence[When], at: int) -> Judgement | None:
        """ "since 2014", "since then", "since the invasion began"; "the deadliest since 2014" counts nothing."""
        if _superlative(lowers, at):
            return None
        dated = next((w for w in named if w.since and w.at > at), None) or next((w for w in named if w.since), None)
        if dated is not None:
            return Judgement("cumulative", dated.iso, "since a date") if self._reaches_back(dated) else None
        tail = lowers[at + 1 : at + 9]
        if not BEGINNINGS.isdisjoint(tail) or (tail and (tail[0] == "then" or tail[0].startswith("mid-"))):
            return Judgement("cumulative", _beginning(tail), "since something began")
        return None

    def _past_or_total(self, harm: Harm, lowers: Sequence[str], named: Sequence[When]) -> Judgement | None:
        """An earlier date or time, or words for a running total: what stands nearer to the harm."""
        total = self._total(harm, lowers, named)
        earlier = _phrase(lowers, PAST_PHRASES, harm.at)
        past = [w for w in named if not w.since and self._past(w)]
        dated = bool(past) and all(w.since or w in past for w in named)
        if any(_when(lowers, w, harm) for w in named if self._past(w)):
            return Judgement("background", None, "a date, when …")
        if total is not None:
            others = [w.at for w in past if dated and w.at != total[0]] + ([earlier[0]] if earlier else [])
            if all(abs(total[0] - harm.at) <= abs(at - harm.at) for at in others):
                return Judgement("cumulative", " ".join(total[1]), "a running total")
        if dated or earlier is not None:
            return Judgement("background", None, "an earlier date" if dated else "an earlier time")
        if in_an_era(lowers) and not _running(harm, lowers):
            return Judgement("background", None, "an era")
        return None

    def _total(self, harm: Harm, lowers: Sequence[str], named: Sequence[When]) -> tuple[int, tuple[str, ...]] | None:
        """Words for the period that a running total counts over, and where they stand."""
        many = (harm.group.low or 0) >= SOME
        total = _phrase(lowers, CUMULATIVE_PHRASES, harm.at) or _years_of(harm, lowers)
        if total is not None and (
            _superlative(lowers, total[0])
            or not _TRENDS.isdisjoint(lowers[max(0, total[0] - 4) : total[0]])
            or (total[1] in SO_FAR and not (many or not CAMPAIGNS.isdisjoint(lowers)))
        ):
            total = None
        return total or next((found for w in named if (found := self._period(harm, lowers, w)) is not None), None)

    def _period(self, harm: Harm, lowers: Sequence[str], when: When) -> tuple[int, tuple[str, ...]] | None:
        """ "more than 350 were killed in October", "700 have died during 1990": a month just over or this year, counted up."""
        before = lowers[when.first - 1] if when.first else ""
        if when.since or when.day is not None or before not in _PERIOD or _superlative(lowers, when.at):
            return None
        count = harm.group.low or 0
        if when.month is None:
            fits = when.year == self.today.year and count >= FEW
        else:
            start = when.on(self.today)
            fits = start is not None and timedelta() <= self.today - start < MONTH + MONTH and count >= SOME
        return (when.at, (when.iso,)) if fits else None

    def _reaches_back(self, when: When) -> bool:
        """Whether a "since" reaches back far enough to be a running total and not the event itself."""
        start = when.on(self.today)
        return start is None or self.today - start > RECENT

    def _past(self, when: When) -> bool:
        """Whether a date is too long before publication to be the news."""
        if when.year is not None and when.month is None:
            return when.year < self.today.year - (1 if self.today.month == 1 else 0)
        start = when.on(self.today)
        return start is None or self.today - start > RECENT + (MONTH if when.day is None else timedelta())


def _by_war(harm: Harm, lowers: Sequence[str], *, running: bool) -> Judgement | None:
    """A number too large for one event is the total of a war: a running one in the perfect tense, else one that is over."""
    large = (harm.group.low or 0) >= MANY or harm.group.vague in _BIG_WORDS
    if not large or WAR_WORDS.isdisjoint(lowers):
        return None
    if running:
        return Judgement("cumulative", None, "a war's total")
    return Judgement("background", None, "a war that is over")


def _years_after(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "three years after 111 girls were taken", "a day after a strike that killed 12": what the news came after."""
    if harm.rule.startswith(("count", "toll", "losses")):
        return False
    for at in range(harm.group.start - 1, max(0, harm.group.start - AFTER), -1):
        if lowers[at] in _BOUNDS:
            return False
        if lowers[at] == "after" and lowers[at - 1] in _SPANS:
            return True
    return False


def _lasting(harm: Harm) -> bool:
    """ "missing since March", "held since 7 October": it goes on, nothing is counted up."""
    return harm.kind == "missing" or (
        harm.kind == "captured" and (harm.rule in ("held", "count:captured") or harm.group.low == 1)
    )


def _beginning(tail: Sequence[str]) -> str:
    """What a count begins from: "then", "the ground offensive began"."""
    if tail[0] == "then":
        return "then"
    end = next((i for i, word in enumerate(tail) if not word[0].isalnum()), len(tail))
    last = next((i + 1 for i, word in enumerate(tail) if word in BEGINNINGS), end)
    return " ".join(tail[: min(end, last)])


def _years_of(harm: Harm, lowers: Sequence[str]) -> tuple[int, tuple[str, ...]] | None:
    """ "in the past two years", "in 76 years": a span that many deaths add up over."""
    for at, word in enumerate(lowers):
        if word not in _LONG or at < 2:
            continue
        begin = next((i for i in range(at - 1, max(-1, at - 6), -1) if lowers[i] in ("in", "over", "during", "within")), -1)
        between = lowers[begin + 1 : at]
        if begin < 0 or not between or (between[-1] in ("the", "recent") or not _FUTURE.isdisjoint(between)):
            continue
        if not {"past", "last"}.isdisjoint(between) or ((harm.group.low or 0) >= SOME and len(between) == 1):
            return begin, tuple(lowers[begin : at + 1])
    return None


def _when(lowers: Sequence[str], named: When, harm: Harm) -> bool:
    """ "since the count began in 2009, when 2,412 were killed"."""
    following = [w for w in lowers[named.at + 1 : named.at + 3] if w != ","]
    return harm.group.start > named.at and following[:1] == ["when"]


def _running(harm: Harm, lowers: Sequence[str]) -> bool:
    """Whether a harm is told in the perfect tense, or hangs on a verb that is: "has laid waste to the city, killing 31,000"."""
    begin = 0 if harm.rule.endswith("participle") and harm.at and lowers[harm.at - 1] == "," else max(0, harm.at - 5)
    return not _PERFECT.isdisjoint(lowers[begin : harm.at + 1])


def _said_earlier(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "had earlier reported a toll of eight", "initial reports said that 12 had died", "Earlier five had been counted dead"."""
    if lowers[0] == "earlier" and lowers[1] != "," and (lowers[1][0].isdigit() or lowers[1] in NUMERAL_WORDS):
        return True
    for at in range(max(0, harm.group.start - SAYING), harm.group.start):
        if lowers[max(0, at - 2) : at] == ["according", "to"]:
            continue  # what is still the latest: "according to preliminary reports"
        if lowers[at] in EARLIER_SAID and not SAID_EARLIER.isdisjoint(lowers[at + 1 : at + 3]):
            near = harm.group.start - at <= 7
            return near or (lowers[at] in REPLACING and "that" in lowers[at + 2 : harm.group.start])
    return False


def _superlative(lowers: Sequence[str], at: int) -> bool:
    """ "the deadliest since 2014" counts nothing from 2014."""
    return not SUPERLATIVES.isdisjoint(lowers[max(0, at - 25) : at])


def _phrase(lowers: Sequence[str], phrases: Sequence[tuple[str, ...]], near: int) -> tuple[int, tuple[str, ...]] | None:
    """Of the phrases that stand in a sentence the one nearest to a token, the longest of several there, and where."""
    return min(occurrences(lowers, phrases), key=lambda found: abs(found[0] - near), default=None)
