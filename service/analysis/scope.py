"""When a figure is about: the news itself, a running total, an older war, an earlier count, or nothing that happened.

Judged by the words of the figure's own sentence and the dates in it, against the date of publication; where they say nothing, by
the sentence it leans on. The rules are in ``unreal.py``, ``running.py`` and ``earlier.py``; here is their order.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from service.analysis.before_now import earlier_time, long_after, put_at_last, told_first
from service.analysis.dates import When, dates, days_ago
from service.analysis.earlier import (
    LEAD,
    Context,
    began_it,
    called_to_account,
    in_an_era,
    in_which,
    named_incident,
    of_another_clause,
    remembered,
    told_of,
    when_it_was,
)
from service.analysis.graves import IN_A_GRAVE
from service.analysis.languages.en.grammar import SAY, WEEKDAYS
from service.analysis.languages.en.sides import BATTLE, CLASHES
from service.analysis.languages.en.times import INCIDENTS, TODAY
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.reading import Reading
from service.analysis.replaced import said_earlier
from service.analysis.running import (
    MONTH,
    counted_since,
    counting_period,
    in_days,
    many_attacks,
    running,
)
from service.analysis.text import Sentence
from service.analysis.unreal import hanged_for, natural, no_violence, unreal
from service.analysis.war_size import (
    MANY,
    bare_total,
    beyond_one_incident,
    counted_up_to,
    finished_war,
    long_war,
    taken_lives,
    told_as_past,
    war_total,
    what_a_war_killed,
)
from service.models import Kind, Scope

RECENT = timedelta(days=11)  # an event that far back can still be the article's news
WOUNDED_FOR_EACH = 20  # more wounded than so many for each dead are not of one day
FAR_DOWN = 7  # sentences from which on an earlier day is told for context
LIKEWISE = "the other side's running total"
NEWS = "the news"
DISASTER = "disaster, disease or accident"
_VIOLENCE = (
    INCIDENTS
    | BATTLE
    | CLASHES
    | words("""
    shot shelling shelled gunmen soldiers troops rebels militants fighters bomb bombs missile missiles rocket rockets drone drones
    militia army murdered executed beheaded gunned stabbed war
""")
)
GOING_ON = "goes on about an earlier incident"
_BOUNDS = frozenset((",", ";", ".", ":", '"'))
_SUMS = words("they include includes dead toll victims casualties among wounded injured another more others")
_HOLDING = frozenset({("holds", "them"), ("hold", "them"), ("holding", "them")})
_STILL = words("being still remain remains")
_NOW = WEEKDAYS | TODAY


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
        self._days: tuple[int, frozenset[int]] = (-1, frozenset())
        self._total_of: Kind | None = None  # what that total counts
        self._total_in = -2  # index of the sentence that last told a war's or campaign's total
        self._news = 0  # the largest number killed in the news itself so far
        self._judged: dict[int, Judgement] = {}  # of the sentence at hand, by the token where the people begin
        self._by_verb: dict[int, Judgement] = {}  # of the sentence at hand, the last by the token that tells of the harm
        self._told: set[tuple[str, int | None]] = set()  # kinds and numbers of the news itself
        self._lead_days: frozenset[int] = frozenset()  # how many days ago the lead's news was
        self._disaster = False  # the lead tells of a disaster or accident, and nothing since of violence
        self._earlier_in = -2  # index of the sentence that last told of an earlier incident

    def days_ago(self, reading: Reading) -> frozenset[int]:
        """How many days before the article a sentence says that something was; empty where unsaid."""
        index = reading.sentence.index
        if self._days[0] != index:
            named = self._dated[1] if self._dated[0] == index else dates(reading)
            self._days = (index, days_ago(reading, named, self.today))
        return self._days[1]

    def judge(self, harm: Harm, reading: Reading) -> Judgement:
        """The scope of one harm."""
        if self._dated[0] != reading.sentence.index:
            self._dated = (reading.sentence.index, dates(reading))
            self._judged, self._by_verb = {}, {}
        whole = self._judged.get(harm.host) if harm.host >= 0 else None
        if (
            whole is not None
            and whole.scope == "cumulative"
            and harm.relation == "part"
            and _of_these_days(harm, reading.lowers)
        ):
            whole = Judgement("current", None, "of the last days")  # "…, including 17 in the past 24 hours"
        judgement = whole or self._own(harm, reading)
        beside = self._by_verb.get(harm.at)
        if beside is not None and beside.scope == "cumulative" and judgement.rule == NEWS:
            judgement = beside  # "at least 138 militants and 21 civilians have died": one verb, one time
        self._judged.setdefault(harm.group.start, judgement)
        self._by_verb[harm.at] = judgement
        return judgement

    def _own(self, harm: Harm, reading: Reading) -> Judgement:
        """The scope of a harm that is no part of another."""
        lowers = reading.lowers
        perfect = running(harm, lowers) or self._total_in == reading.sentence.index
        judgement = _by_words(harm, lowers) or self._by_time(harm, reading, perfect=perfect)
        if judgement is None:
            judgement = self._by_context(harm, reading, perfect=perfect)
        if judgement.rule == DISASTER and reading.sentence.index < LEAD and not self._told:
            self._disaster = True
        elif self._disaster and judgement.rule == NEWS and _VIOLENCE.isdisjoint(lowers):
            return Judgement(
                "other", None, "goes on about a disaster"
            )  # "A ferry sank, drowning 98. … Eleven were in hospital."
        if judgement.scope == "cumulative":
            self._total_in, self._total_of = reading.sentence.index, harm.kind
        elif judgement.scope == "background":
            self._earlier_in = reading.sentence.index
        elif judgement.scope == "current":
            self._disaster = False
            self._told.add((harm.kind, harm.group.low))
            self._news = max(self._news, (harm.group.low or 0) if harm.kind == "killed" else 0)
        return judgement

    def _by_time(self, harm: Harm, reading: Reading, *, perfect: bool) -> Judgement | None:
        """What dates and words for time say."""
        lowers = reading.lowers
        if not perfect and began_it(harm, lowers):
            return Judgement("background", None, "what a war began with")
        named, by_name = self._names(harm, lowers, self._dated[1])
        lasting = _lasting(harm, lowers)
        since = None if lasting else counted_since(harm, lowers, self._dated[1] if by_name else named, self._reaches_back)
        if by_name and not lasting and not (since and running(harm, lowers)):
            return Judgement("background", None, "an earlier incident by its date")
        if remembered(harm, lowers):
            return Judgement("background", None, "remembered")
        if not named and called_to_account(harm, lowers):
            return Judgement("background", None, "what somebody is called to account for")
        if since is not None:
            return Judgement("cumulative", since, "since a date" if since[:1].isdigit() else "since something began")
        if not lasting:
            judgement = self._past_or_total(harm, lowers, named, first=reading.sentence.index == 0)
            if judgement is not None:
                return judgement
        if perfect and _NOW.isdisjoint(lowers) and many_attacks(harm, lowers):
            return Judgement("cumulative", None, "of many attacks")
        beside = self._beside_the_news(harm, perfect=perfect)
        if (war_total(harm, lowers, perfect=perfect) and not beside) or what_a_war_killed(harm, lowers):
            return Judgement("cumulative", None, "a war's or campaign's total")
        if finished_war(harm, lowers) and not beside:
            if long_war(lowers) or counted_up_to(lowers) or harm.kind == "missing":
                return Judgement("cumulative", None, "a war's or campaign's total")
            return Judgement("background", None, "a war that is over")
        return None

    def _beside_the_news(self, harm: Harm, *, perfect: bool) -> bool:
        """ "Killed 274 and wounded 1,024 on Monday, the deadliest day since the 2006 war": so many wounded go with so many dead."""
        wounded = harm.kind == "wounded" and not perfect
        return wounded and MANY <= (harm.group.low or 0) <= WOUNDED_FOR_EACH * self._news

    def _names(self, harm: Harm, lowers: Sequence[str], named: Sequence[When]) -> tuple[list[When], bool]:
        """The dates that stand for themselves, and whether a harm is of an incident that one is part of the name of."""
        alone: list[When] = []
        for when in named:
            if not when.since and of_another_clause(harm, lowers, when):
                continue
            leads_on = not when.since or in_which(harm, lowers, when)
            head = named_incident(lowers, when) if leads_on and self._past(when) else -1
            if head < 0:
                alone.append(when)
            elif told_of(harm, lowers, when, head):
                return alone, True
        return alone, False

    def _by_context(self, harm: Harm, reading: Reading, *, perfect: bool) -> Judgement:
        """What the sentences before say where this one says nothing of time."""
        lowers = reading.lowers
        told = (harm.kind, harm.group.low) in self._told
        if self._of_the_days_before(reading) and not perfect and not told:
            return Judgement("background", None, "a day before the news")
        if self._dated[1] or not _NOW.isdisjoint(lowers):
            return self._left(harm, lowers)
        after = reading.sentence.index == self._total_in + 1
        of_its_kind = harm.kind == self._total_of or (harm.group.low or 0) >= MANY  # not "two other soldiers were wounded"
        if after and (perfect or (of_its_kind and not _SUMS.isdisjoint(lowers[:6]))):
            return Judgement("cumulative", None, "goes on about a running total")
        if (after or any(j.rule == LIKEWISE for j in self._judged.values())) and _likewise(harm, lowers):
            return Judgement("cumulative", None, LIKEWISE)
        if reading.sentence.index >= LEAD and bare_total(harm, self._news, perfect=perfect):
            return Judgement("cumulative", None, "a bare total")
        told = self._earlier_in == reading.sentence.index - 1 or any(j.rule == GOING_ON for j in self._judged.values())
        if harm.kind in ("killed", "wounded") and not perfect and self._context.goes_on(reading, told=told):
            return Judgement("background", None, GOING_ON)
        return self._left(harm, lowers)

    def _of_the_days_before(self, reading: Reading) -> bool:
        """Whether a sentence far down tells of an earlier day than the lead: "A bus had also been hit on Wednesday"."""
        days, index = self.days_ago(reading), reading.sentence.index
        if not self._lead_days and days and index <= LEAD:
            self._lead_days = days
        if index < FAR_DOWN or not days or not self._lead_days:
            return False
        return min(days) > max(self._lead_days) + (1 if 0 in self._lead_days else 0)

    def _left(self, harm: Harm, lowers: Sequence[str]) -> Judgement:
        """The news, unless the number is beyond any single incident."""
        if beyond_one_incident(harm, lowers):
            past = harm.kind == "killed" and told_as_past(harm, lowers, lead=self._dated[0] < LEAD)
            return Judgement("background" if past else "cumulative", None, "beyond one incident")
        return Judgement("current", None, NEWS)

    def _past_or_total(self, harm: Harm, lowers: Sequence[str], named: Sequence[When], *, first: bool) -> Judgement | None:
        """An earlier date or time, words for a running total, or a day of the news: what stands nearest to the harm."""
        total = counting_period(harm, lowers, named, self.today)
        earlier = earlier_time(lowers, harm.at, harm.group.start)
        if first and earlier is not None and told_first(harm, lowers, earlier):
            earlier = None
        past = [w for w in named if not w.since and self._past(w)]
        dated = bool(past) and all(w.since or w in past for w in named) and not taken_lives(harm, lowers)
        if any(when_it_was(lowers, w, harm) for w in named if self._past(w)):
            return Judgement("background", None, "a date, when …")
        now = min((abs(at - harm.at) for at in _days_of_the_news(lowers)), default=len(lowers))
        if total is not None and abs(total[0] - harm.at) <= now:
            others = [w.at for w in past if dated and w.at != total[0]] + ([earlier] if earlier is not None else [])
            if all(abs(total[0] - harm.at) <= abs(at - harm.at) for at in others):
                return Judgement("cumulative", " ".join(total[1]), "a running total")
        if dated:
            return Judgement("background", None, "an earlier date")
        if earlier is not None and abs(earlier - harm.at) <= now:
            return Judgement("background", None, "an earlier time")
        if in_an_era(lowers):
            return Judgement("background", None, "an era")
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


def _by_words(harm: Harm, lowers: Sequence[str]) -> Judgement | None:
    """What a sentence says by its words alone, whatever its dates."""
    if put_at_last(harm, lowers):
        return Judgement("current", None, "a count given today")
    if long_after(harm, lowers):
        return Judgement("background", None, "long before")
    if harm.superseded or said_earlier(harm, lowers):
        return Judgement("superseded", None, "replaced by a later count")
    if unreal(harm, lowers):
        return Judgement("other", None, "not stated as happened")
    if harm.rule != IN_A_GRAVE and no_violence(harm, lowers):
        return Judgement("other", None, DISASTER)
    if natural(harm, lowers):
        return Judgement("other", None, "a natural death")
    if hanged_for(harm, lowers):
        return Judgement("other", None, "a sentence carried out")
    return None


def _likewise(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "Azerbaijan said 61 civilians had been killed and 282 wounded.", right after another's total; no place or cause told."""
    had = next((at for at in range(len(lowers) - 2) if lowers[at : at + 2] == ["had", "been"]), -1)
    said = had > 0 and not SAY.isdisjoint(lowers[:had]) and harm.at > had and harm.kind in ("killed", "wounded")
    return said and _TOLD_MORE.isdisjoint(lowers[had:]) and _NOW.isdisjoint(lowers)


_TOLD_MORE = words("by in near at when on during after as from while outside")


def _of_these_days(harm: Harm, lowers: Sequence[str]) -> bool:
    """Whether what follows a number, up to the next mark, puts it in the last days: "17 in the past 24 hours", "nine overnight"."""
    end = harm.group.end
    stop = next((at for at in range(end, len(lowers)) if lowers[at] in _BOUNDS), len(lowers))
    tail = lowers[end:stop]
    return not _NOW.isdisjoint(tail) or in_days(tail) or tail[-3:] in (["the", "past", "day"], ["the", "last", "day"])


def _lasting(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "missing since March", "still held after the raid of 7 October": it goes on, nothing is counted up."""
    if harm.kind == "captured" and any(pair in _HOLDING for pair in pairwise(lowers[harm.at :])):
        return True  # "were captured last week, says the brigade that holds them"
    still = harm.kind == "missing" or harm.rule in ("held", "count:captured") or harm.group.low == 1
    if harm.kind not in ("missing", "captured") or not still:
        return False
    if harm.kind == "captured" and lowers[harm.at] in ("holds", "hold", "holding"):
        return True  # "is holding a dozen captives, among them two taken in 2012"
    return "since" in lowers or not _STILL.isdisjoint(lowers[max(0, harm.at - 3) : harm.at])


def _days_of_the_news(lowers: Sequence[str]) -> list[int]:
    """Where a day of the week or "today" stands that is not only the day on which somebody said it."""
    if _NOW.isdisjoint(lowers):
        return []
    return [at for at, word in enumerate(lowers) if word in _NOW and SAY.isdisjoint(lowers[max(0, at - 3) : at])]
