"""Which of a sentence's claims covers a figure: the words that are said, and those that only tell when, where and why it was said."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.claimants import REACH, Claim
from service.analysis.languages.en.grammar import DAY_WORDS, HAVE
from service.analysis.languages.en.harm import INTRANSITIVE, TRANSITIVE
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.reading import Reading

_PRESS = words("media newspaper reports broadcaster outlets newspapers")
_PAPERS = words("records documents papers files registers lists")
_PAPERS_NEAR = 5  # tokens from "citing" to the papers
CITED = 5  # tokens from a verb of saying to the "citing" that names whose word it was
_GOING_ON = words("they it he she also that")  # "said its men had come under fire but they lost nobody" goes on
_JOINTS = words("and but while as when after before who which that whom whose because , ; : . – -- ( )")


def claimant_of(claims: Sequence[Claim], group_start: int, reading: Reading) -> Claim | None:
    """The claim that covers a group: the nearest verb of saying before it in its clause, else one that follows it."""
    lowers = reading.lowers
    left = [c for c in claims if c.at < group_start and c.direction != "before" and not _divided(lowers, c.at, group_start)]
    alone = len(claims) == 1
    right = [
        c
        for c in claims
        if c.at >= group_start
        and c.direction != "after"
        and ((alone and ";" not in lowers[group_start : c.subject]) or not _divided(lowers, group_start, c.subject))
    ]
    left = [
        c
        for c in left
        if (c.direction == "after" or not _sets_off(lowers, c.at))
        and not _in_aside(lowers, c, group_start)
        and not _meanwhile(lowers, c, group_start)
    ]
    direct = [c for c in left if c.direction == "after"]
    if direct and not (
        right and lowers[direct[-1].at] == "says" and lowers[right[0].at] == "said"
    ):  # a headline run into the text
        return direct[-1]
    if right:
        cited = next((c for c in right[1:2] if lowers[c.at] == "citing" and c.at - right[0].at <= CITED), None)
        papers = cited is not None and not _PAPERS.isdisjoint(lowers[cited.at + 1 : cited.at + _PAPERS_NEAR])
        heard = (
            cited is not None and (papers or right[0].name[0].islower()) and right[0].name not in _PRESS
        )  # "an aid worker said, citing witnesses", "Zia said, citing official records"
        return right[0] if heard else cited or right[0]  # "a newspaper wrote, citing the ministry": the ministry's word
    if left:
        return left[-1]
    return next((c for c in claims if _runs_on(c, group_start, lowers)), None)


def names_source(claims: Sequence[Claim], harm: Harm, lowers: Sequence[str]) -> bool:
    """ "…, killing 14 children, the governor said": who speaks is none of the victims, though listed after them."""
    group = harm.group
    return group.shape != "counted" and any(
        harm.at < claim.own <= group.start and group.end <= claim.at and lowers[claim.own - 1] == "," for claim in claims
    )


def _runs_on(claim: Claim, group_start: int, lowers: Sequence[str]) -> bool:
    """ "40 were wounded in the raid the ministry said": without a comma what stands before still belongs to the saying."""
    gap = lowers[group_start : claim.at]
    before = [word for word in lowers[max(0, group_start - 2) : group_start] if word != "the"]
    if before[-1:] == ["of"]:
        return False  # "the relatives of some of the 240 hostages have said"
    return 0 < len(gap) <= REACH and claim.rule == "X said" and _JOINTS.isdisjoint(gap)


def _in_aside(lowers: Sequence[str], claim: Claim, group_start: int) -> bool:
    """ "The raid, which the army says is aimed at gunmen, has left 12 dead": what is said ends with the aside."""
    start = next((i for i in range(claim.at - 1, max(0, claim.at - 6), -1) if lowers[i] in ("which", "who")), 0)
    if start == 0 or lowers[start - 1] != ",":
        return False
    return any(lowers[i] == "," and _predicate(lowers[i + 1]) for i in range(claim.at + 1, group_start - 1))


def _predicate(word: str) -> bool:
    return word in HAVE or word == "lost" or word in INTRANSITIVE or (word in TRANSITIVE and TRANSITIVE[word].form == "past")


def _meanwhile(lowers: Sequence[str], claim: Claim, group_start: int) -> bool:
    """Headlines: "Israel says it will go on as strikes kill 40", "Putin says … on the day missiles kill a girl": beside what is said."""
    if lowers[claim.at] not in _PRESENT or lowers[-1:] == ["."]:
        return False
    for at in range(claim.at + 3, group_start - 1):
        aside = lowers[at] == "as" and lowers[at + 1] not in _AS_MANY and lowers[at - 1] not in ("such", "same", "well")
        if aside or lowers[at : at + 3] == ["on", "the", "day"]:
            return True
    return False


_PRESENT = words("says say")
_AS_MANY = words("many much few well part a an of")


def _sets_off(lowers: Sequence[str], at: int) -> bool:
    """ "X should stop, she said, after 12 were killed": what set off the saying is not what was said."""
    rest = [word for word in lowers[at + 1 : at + 7] if word not in DAY_WORDS and word != "on"]
    return rest[:2] in ([",", "after"], [",", "when"])


_A_DEED = (["the", "deaths"], ["the", "death"], ["the", "killing"], ["the", "killings"], ["the", "loss"], ["the", "capture"])


def _divided(lowers: Sequence[str], first: int, last: int) -> bool:
    """Whether a contrast stands between: "X said 105 died, while 50 …"; inside what X says a "while" only joins."""
    for at in range(first, last):
        word = lowers[at]
        before, following = lowers[at - 1 : at], lowers[at + 1 : at + 2]
        if lowers[at : at + 2] == [",", "and"] and lowers[first + 1 : first + 3] in _A_DEED and at > first + 3:
            return True  # "disclosed the deaths of seven, and a bomb left nine dead"
        contrast = word == "but" and (before == [","] or not following or following[0] not in _GOING_ON)
        if word in (";", "whereas") or contrast or (word == "while" and before == [","]):
            return True
    return False
