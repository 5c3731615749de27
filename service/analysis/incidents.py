"""Whether two figures are told of the same incident, or one of a share of what the other counts: words, places, days."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.drafts import Draft
from service.analysis.languages.en.blows import ARMS, ARMS_WORDS, GENERAL_BLOWS, SEVERAL_BLOWS
from service.analysis.languages.en.grammar import POSSESSIVES, WEEKDAYS
from service.analysis.languages.en.numerals import NUMERAL_WORDS
from service.analysis.languages.en.people import PLURAL
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.reading import Reading
from service.models import UNSPECIFIED, Figure


def share(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "most of the dead were in X, where 23 were killed", "on Wednesday alone killed 21", "one of the persons killed was a guard"."""
    if "alone" in lowers and harm.rule != "toll":
        return True
    start, end = harm.group.start, harm.group.end
    if lowers[start : start + 1] == ["one"] and lowers[end : end + 2] == ["of", "the"]:
        return True
    if lowers[start + 1 : start + 3] in (["of", "the"], ["of", "those"], ["of", "these"]) and (
        harm.group.person or lowers[end - 1] in PLURAL or lowers[end - 1] in _DEATHS
    ):
        return True  # "four of the soldiers were killed by a mine"
    before = lowers[max(0, start - SHARE) : start]
    if _SHARED.isdisjoint(before):
        return False
    return any(
        tuple(before[at : at + len(phrase)]) == phrase for phrase in _SHARES for at in range(len(before) - len(phrase) + 1)
    )


_DEATHS = words("deaths fatalities dead injuries killings wounded injured")
SHARE = 25  # tokens from "most of the dead" to the number
_SHARES = (
    ("most", "of", "the", "deaths"),
    ("most", "of", "the", "dead"),
    ("most", "of", "them"),
    ("most", "of", "those"),
    ("highest", "toll"),
    ("worst", "hit"),
    ("worst", "attack"),
    ("worst", "incident"),
    ("deadliest", "attack"),
    ("deadliest", "incident"),
    ("deadliest", "strike"),
)
_SHARED = frozenset(phrase[0] for phrase in _SHARES)


def elsewhere(lowers: Sequence[str]) -> bool:
    """Whether a sentence turns to another incident or the other side's losses: "Elsewhere, …", "in a separate attack", "for its part"."""
    if not _TURNS.isdisjoint(lowers[:3]) or tuple(lowers[:2]) in _TURNING or tuple(lowers[:3]) in _OTHER_TIMES:
        return True
    opening = lowers[:8]
    if not _TURNED.isdisjoint(opening) and any(
        word in _TURNED and at and lowers[at + 1] == "," for at, word in enumerate(opening) if at + 1 < len(lowers)
    ):
        return True
    if any(
        lowers[at - 1] in POSSESSIVES and lowers[at - 2] == "for"
        for at, word in enumerate(lowers[:_PART])
        if word == "part" and at > 1
    ):
        return True
    if lowers[0] == "also" and not WEEKDAYS.isdisjoint(lowers[1:3]):
        return True
    if _OTHER.isdisjoint(lowers):
        return False
    return any(
        word in _OTHER and not _INCIDENTS.isdisjoint(lowers[at + 1 : at + 4]) and lowers[at + 1] not in _SPANS
        for at, word in enumerate(lowers)
    )


_PART = 10  # tokens from a sentence's beginning to "for its part"
_TURNS = words("elsewhere separately meanwhile")
_TURNED = words("meanwhile development retaliation")
_TURNING = frozenset({("hours", "later"), ("hours", "before"), ("hours", "earlier")})
_OTHER_TIMES = frozenset(
    tuple(t.split()) for t in ("the same day", "a day before", "a day earlier", "the day before", "the previous day")
)
_SPANS = words("day night week month wave round")  # "a second day of bombing"
_OTHER = words("separate second another different")
_INCIDENTS = words("""
    attack attacks strike strikes incident incidents blast explosion bombing raid ambush shooting clash clashes shelling
    bomb airstrike assault
""")


def after_another(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "The attack came a day after militants killed three soldiers": what another incident did."""
    first = max(1, min(harm.at, harm.group.start) - _LATER)
    return any(
        lowers[at] in ("after", "before")
        and lowers[at - 1] in _SPANS_OF_TIME
        and bool(_ONE_OR_MORE & set(lowers[max(0, at - 3) : at - 1]))
        for at in range(first, min(harm.at, harm.group.start))
    )


_LATER = 8  # tokens from "a day after" to those harmed
_SPANS_OF_TIME = words("day days week weeks month months hours")
_ONE_OR_MORE = NUMERAL_WORDS | words("a the several few just")


def announced_deaths(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "the army on Sunday disclosed the deaths of seven": the day is that of the telling."""
    at = harm.at
    return lowers[at] in ("deaths", "death") and not _TELLING.isdisjoint(lowers[max(0, at - 2) : at])


_TELLING = words("disclosed announced confirmed reported acknowledged admitted revealed")


def nationwide(lowers: Sequence[str]) -> bool:
    """ "counted 103 dead across the country": no share of what one town lost."""
    at = lowers.index("country") if "country" in lowers else 0
    return tuple(lowers[max(0, at - 2) : at]) in _ALL_OVER or not _NATIONWIDE.isdisjoint(lowers)


_ALL_OVER = frozenset({("across", "the"), ("throughout", "the"), ("around", "the")})
_NATIONWIDE = words("nationwide countrywide")


def sums_up(reading: Reading) -> bool:
    """Whether a sentence tells of several blows, or of all there were in a time: "55 people have been killed since dawn"."""
    lowers = reading.lowers
    if not reading.sentence.words.isdisjoint(SEVERAL_BLOWS):
        return True
    return any(
        word == "since" and lowers[at + 1 : at + 2] and lowers[at + 1] in _DAWN for at, word in enumerate(lowers)
    ) or any(word == "hours" and lowers[at - 1] in _HOURS for at, word in enumerate(lowers))


_DAWN = words("dawn midnight morning yesterday sunrise")
_HOURS = words("24 48 72 twenty-four")


def in_all(lowers: Sequence[str]) -> bool:
    """ "In all, nine people were killed on Friday": a sum of what was told before."""
    return lowers[:2] in (["in", "all"], ["in", "total"], ["all", "told"]) or lowers[:1] in (["altogether"], ["overall"])


def placed_first(reading: Reading) -> bool:
    """ "In the countryside of Damascus a man was hurt": the sentence opens with where."""
    opening = reading.lowers[:1] == ["in"] or reading.lowers[:2] in (["also", "in"], ["and", "in"])
    return opening and any(m.place and first <= _OPENING for first, _, m in reading.mentions)


_OPENING = 5  # tokens in which the place stands that a sentence opens with


def another_event(total: Draft, other: Draft) -> bool:
    """Whether a figure is told of another place, another day or a separate incident than the total."""
    one_blow = not total.summing and total.figure.party != UNSPECIFIED
    if (total.sentence or one_blow) and not other.rest and another_place(total.figure, other.figure):
        return True
    if other.placed_first and not total.wide and another_place(total.figure, other.figure):
        return True
    if total.separate and other.sentence - total.sentence > 1:
        return True  # "another strike killed seven" sums up nothing
    return other.separate or another_day(total.days, other.days) or _other_arms(total, other)


def arms(found: frozenset[str]) -> frozenset[str]:
    """With what a sentence says that people were harmed: "guns", "air", …; empty where it tells of several attacks or of none."""
    if not GENERAL_BLOWS.isdisjoint(found):
        return frozenset()
    return frozenset[str]().union(*(ARMS[word] for word in found & ARMS_WORDS))


def _other_arms(total: Draft, other: Draft) -> bool:
    """ "Rebel shelling killed seven … barrel bombs dropped from helicopters killed three": far apart in the text, by other arms.

    One attack may have a bomber and gunmen, but tells of both at once.
    """
    apart = other.sentence - total.sentence >= APART
    return apart and bool(total.arms and other.arms) and total.arms.isdisjoint(other.arms)


APART = 3  # sentences


def another_day(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two sentences tell of different days; what is told of today may have been yesterday, only the telling being today's."""
    return bool(one and other) and all(abs(a - b) > (1 if 0 in (a, b) else 0) for a in one for b in other)


def another_place(one: Figure, other: Figure) -> bool:
    """Whether two sentences name towns or regions and none in common."""
    return bool(one.places and other.places) and set(one.places).isdisjoint(other.places)
