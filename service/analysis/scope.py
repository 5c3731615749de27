"""When a figure is about: the news itself, a running total, an older war, an earlier count, or nothing that happened.

Judged by the words of the figure's own sentence and the dates in it, against the date of publication and what the article is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from service.analysis.dates import When, dates
from service.analysis.gazetteer import Mention
from service.analysis.languages.en.grammar import NEGATIONS
from service.analysis.languages.en.times import (
    ACCIDENT,
    ATTACKS,
    BEGINNINGS,
    CAMPAIGNS,
    CRIME,
    CUMULATIVE_PHRASES,
    DISASTERS,
    EARLIER_SAID,
    HYPOTHETICAL,
    MODAL_WORDS,
    PAST_PHRASES,
    SAID_EARLIER,
    SUPERLATIVES,
    WAR_WORDS,
)
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.reading import Reading
from service.analysis.text import Document
from service.models import Figure, Scope

RECENT = timedelta(days=11)  # an event that far back can still be the article's news
MONTH = timedelta(days=31)
FEW = 10  # a running total of a war or campaign is more than that
SOME = 100  # more than that in the perfect tense, with a campaign named, is a running total
MANY = 1000  # more than that in one event is so rare that war words decide
AFTER = 20  # tokens from "a day after" to the people harmed before
_SPANS = words("day days week weeks fortnight month months year years decade decades")
_LONG = words("weeks months years decades")
_FUTURE = words("next coming")
_BOUNDS = frozenset((",", ";", ".", ":", '"'))
_PERFECT = frozenset({"has", "have", "'ve"})
_BIG_WORDS = frozenset({"thousands", "tens of thousands", "hundreds of thousands", "millions", "several thousand"})
_TRENDS = words("violence escalation attacks surge string series wave unrest increase rise spike spate")
_SUMMING = words("bringing raising taking making pushing brings raises takes")
_RISKS = words("risk danger risks")
_DENIALS = words("denied denies deny denying dismissed refuted rejected untrue false")
_LETTERS = re.compile(r"[a-z]+")


class Judgement(NamedTuple):
    """A scope, what a cumulative figure counts from, and the rule that decided."""

    scope: Scope
    since: str | None
    rule: str


class Scopes:
    """Judges the figures of one article, as if its news, of the day ``today``, were organised violence."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._dated: tuple[int, list[When]] = (-1, [])
        self._total_in = -1  # index of the sentence that last told a war's or campaign's total

    def judge(self, harm: Harm, reading: Reading) -> Judgement:
        """The scope of one harm."""
        lowers = reading.lowers
        if _years_after(harm, lowers):
            return Judgement("background", None, "long before")
        if harm.superseded or _said_earlier(harm, lowers):
            return Judgement("superseded", None, "replaced by a later count")
        if _unreal(harm, lowers):
            return Judgement("other", None, "not stated as happened")
        running = _running(harm, lowers) or self._total_in == reading.sentence.index
        words = frozenset(lowers)
        if not words.isdisjoint(DISASTERS) and words.isdisjoint(ATTACKS):
            return Judgement("other", None, "disaster or disease")
        judgement = self._by_time(harm, reading, running=running) or _by_war(harm, lowers, running=running)
        if judgement is not None and judgement.scope == "cumulative":
            self._total_in = reading.sentence.index
        if judgement is not None:
            return judgement
        return Judgement("current", None, "the news")

    def _by_time(self, harm: Harm, reading: Reading, *, running: bool) -> Judgement | None:
        """What dates and words for time say."""
        lowers = reading.lowers
        if self._dated[0] != reading.sentence.index:
            self._dated = (reading.sentence.index, dates(reading))
        named = self._dated[1]
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
        total, earlier = _phrase(lowers, CUMULATIVE_PHRASES) or _years_of(harm, lowers), _phrase(lowers, PAST_PHRASES)
        if total is not None and (
            _superlative(lowers, total[0]) or not _TRENDS.isdisjoint(lowers[max(0, total[0] - 4) : total[0]])
        ):
            total = None
        past = [w for w in named if not w.since and self._past(w)]
        dated = bool(past) and all(w.since or w in past for w in named)
        if any(_when(lowers, w, harm) for w in named if self._past(w)):
            return Judgement("background", None, "a date, when …")
        if total is not None:
            others = [w.at for w in past if dated] + ([earlier[0]] if earlier else [])
            if all(abs(total[0] - harm.at) <= abs(at - harm.at) for at in others):
                return Judgement("cumulative", " ".join(total[1]), "a running total")
        if dated or (earlier is not None):
            return Judgement("background", None, "an earlier date" if dated else "an earlier time")
        return None

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
    return not _PERFECT.isdisjoint(lowers[max(0, harm.at - 5) : harm.at + 1])


def _said_earlier(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "had earlier reported a toll of eight", "initial reports said 12 had died"."""
    for at in range(max(0, harm.group.start - 7), harm.group.start):
        if lowers[at] in EARLIER_SAID and not SAID_EARLIER.isdisjoint(lowers[at + 1 : at + 3]):
            return True
    return False


def _unreal(harm: Harm, lowers: Sequence[str]) -> bool:
    """Threatened, planned, feared, denied or imagined."""
    before = lowers[max(0, harm.at - 5) : harm.at]
    if not MODAL_WORDS.isdisjoint(before[-3:]) and not harm.rule.startswith(("count", "toll")):
        return True
    if "feared" in before[-2:] or not _RISKS.isdisjoint(before):
        return True
    if not _DENIALS.isdisjoint(lowers[max(0, harm.group.start - 6) : harm.group.start]):
        return True
    if _called_false(lowers, harm):
        return True
    if "to" in before[-2:] and harm.rule.startswith("active") and not harm.rule.endswith("participle"):
        return not HYPOTHETICAL.isdisjoint(lowers[max(0, harm.at - 8) : harm.at])
    return not NEGATIONS.isdisjoint(before[-3:]) and "only" not in lowers[max(0, harm.at - 5) : harm.at + 3]


def _called_false(lowers: Sequence[str], harm: Harm) -> bool:
    """ "it was not true that 49 were killed", "claims that 80 of its soldiers died are false"."""
    ahead = lowers[max(0, harm.group.start - 8) : harm.group.start]
    if any(tuple(ahead[at : at + 2]) in _UNTRUE for at in range(len(ahead) - 1)):
        return True
    if _CLAIMED.isdisjoint(ahead):
        return False
    behind = lowers[harm.at : harm.at + 14]
    return any(word in _FALSE and behind[at - 1] in _IS for at, word in enumerate(behind) if at)


_UNTRUE = frozenset({("not", "true"), ("no", "truth"), ("not", "correct"), ("not", "accurate")})
_CLAIMED = words("claim claims report reports rumour rumours rumor rumors allegation allegations suggestion suggestions")
_FALSE = words("false untrue fabricated baseless fake unfounded wrong lies nonsense")
_IS = words("is are was were as be completely entirely totally")


def _superlative(lowers: Sequence[str], at: int) -> bool:
    """ "the deadliest since 2014" counts nothing from 2014."""
    return not SUPERLATIVES.isdisjoint(lowers[max(0, at - 25) : at])


def _phrase(lowers: Sequence[str], phrases: Sequence[tuple[str, ...]]) -> tuple[int, tuple[str, ...]] | None:
    """The first of the phrases that stands in a sentence, and where."""
    words = frozenset(lowers)
    for phrase in phrases:
        if phrase[0] in words and phrase[-1] in words:
            size = len(phrase)
            for at, word in enumerate(lowers):
                if word == phrase[0] and tuple(lowers[at : at + size]) == phrase:
                    return at, phrase
    return None


def outside_the_news(figures: Sequence[Figure], document: Document, mentions: Sequence[Mention]) -> tuple[Figure, ...]:
    """The figures of an article whose news is not organised violence: nothing in it is current.

    What ordinary crime, courts and accidents did is "other"; what armed groups and wars did is background.
    """
    civil = sum(1 for s in document.sentences if not (s.words.isdisjoint(CRIME) and s.words.isdisjoint(ACCIDENT)))
    armed = sum(1 for m in mentions if m.kind in ("group", "force")) + sum(
        1 for s in document.sentences if not s.words.isdisjoint(WAR_WORDS)
    )
    other = civil >= 2 and armed < 3
    return tuple(_outside(figure, other=other) for figure in figures)


def _outside(figure: Figure, *, other: bool) -> Figure:
    if figure.scope == "background":
        return replace(figure, scope="other") if other else figure
    few = figure.scope == "cumulative" and figure.low is not None and figure.low < FEW
    if figure.scope != "current" and not few:
        return figure
    words = frozenset(_LETTERS.findall(figure.quote.lower()))
    civil = not (words.isdisjoint(ACCIDENT) and words.isdisjoint(CRIME))
    return replace(figure, scope="other" if other or civil else "background")
