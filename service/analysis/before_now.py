"""Words for an earlier time than the news: "last year", "ten days ago", "in a similar attack on Monday"."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.languages.en.grammar import SAY, WEEKDAYS
from service.analysis.languages.en.times import INCIDENTS, PAST_PHRASES
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.running import nearest, running

_BOUNDS = frozenset((",", ";", ".", ":", '"'))


def earlier_time(lowers: Sequence[str], near: int, group: int = -1) -> int | None:
    """Where words for an earlier time stand, "last year"; not where something goes on "since the war began 10 years ago"."""
    found = nearest(lowers, PAST_PHRASES, near)
    if found is None:
        return _counted_back(lowers)
    at, phrase = found
    if _of_the_telling(lowers, at, at + len(phrase)) or _of_an_aside(lowers, at, near, group):
        return None
    if phrase[0] == "last" and lowers[at - 1] == "the" and lowers[at - 2] in _WITHIN:
        return None  # "45,000 of them in the last week": up to now
    if _as_of(lowers, at) or not _PAPERS.isdisjoint(lowers[max(0, at - 3) : at]):
        return None  # "up to the end of last month" ends a count; "a document leaked last month" tells what was counted
    following = [word for word in lowers[at + len(phrase) : at + len(phrase) + 2] if word != ","]
    told = following[:1] == ["when"] and near > at  # "since a ward was stormed a year ago, when 24 people died"
    return None if "since" in lowers[max(0, at - 8) : at] and not told else at


def _of_the_telling(lowers: Sequence[str], at: int, end: int) -> bool:
    """ "told Congress last week that 284 soldiers had been killed": when it was said, not when it was."""
    return lowers[end : end + 1] == ["that"] and not SAY.isdisjoint(lowers[max(0, at - _TELLING) : at])


def _of_an_aside(lowers: Sequence[str], at: int, near: int, group: int) -> bool:
    """ "On the border, where a commander was buried last week, a strike killed two": the time of a relative clause, the harm outside it."""
    begin = next((i for i in range(at - 1, max(0, at - _ASIDE), -1) if lowers[i] in _BOUNDS), 0)
    if begin == 0 or lowers[begin] != "," or lowers[begin + 1] not in _RELATIVES:
        return False
    end = next((i for i in range(at, len(lowers)) if lowers[i] in _BOUNDS), len(lowers))
    return not begin < near < end and not begin < group < end


_ASIDE = 20  # tokens from a relative's comma to its time
_RELATIVES = words("where who which whose whom")
_WITHIN = words("in over during within")
_TELLING = 5  # tokens of "told the House of Commons"


def _as_of(lowers: Sequence[str], at: int) -> bool:
    """ "By the end of last month", "until last week": when a count was made."""
    before = lowers[max(0, at - 4) : at]
    return (before[-1:] == ["of"] and "end" in before) or before[-1:] in (["until"], ["till"], ["by"])


_PAPERS = words("leaked published released issued report document survey study estimate compiled")


def put_at_last(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "The minister put the number of dead in last week's fighting at 200": a count given today."""
    return harm.rule.startswith(("toll", "number of")) and not _PUT.isdisjoint(lowers) and "week" in lowers


def told_first(harm: Harm, lowers: Sequence[str], at: int) -> bool:
    """Whether an article's first sentence tells what was "last week" as its news: "The army killed 126 people last week, X said"."""
    lately = tuple(lowers[at : at + 2]) in _LATELY
    return lately and _SUBORDINATE.isdisjoint(lowers[: max(harm.at, harm.group.end)])


_LATELY = frozenset((("last", "week"), ("last", "month"), ("earlier", "this"), ("early", "this")))
_SUBORDINATE = words("when which who that whose after since following where while as")
_PUT = words("put puts putting")


def _counted_back(lowers: Sequence[str]) -> int | None:
    """Where "ten days ago" or "two weeks before," stands; a day or two is the news, and "two weeks before the vote" dates a plan."""
    for at, word in enumerate(lowers):
        if word in WEEKDAYS and at > 0 and _of_an_earlier(lowers, at):
            return at
        if (
            word in _FORMER
            and lowers[at + 1 : at + 2] != []
            and lowers[at + 1] in _FORMER_INCIDENTS
            and (at == 0 or lowers[at - 1] in _A)
        ):
            return at
        if word == "ago" and lowers[at - 1] == "days" and lowers[at - 2] not in _RECENTLY:
            return at
        if word == "before" and lowers[at - 1] in _FAR_SPANS and (at + 1 == len(lowers) or lowers[at + 1] in _BOUNDS):
            return at
    return None


def _of_an_earlier(lowers: Sequence[str], at: int) -> bool:
    """ "In a similar attack on Monday", "only on Sunday", and at the beginning "Last Friday, a rocket …"."""
    before = lowers[max(0, at - 4) : at]
    if lowers[at - 1] == "last":
        return at <= 1
    return before[-2:] in (["only", "on"], ["just", "on"]) or (
        before[-1] == "on" and not _ALIKE.isdisjoint(before) and not INCIDENTS.isdisjoint(before)
    )


_FORMER = words("earlier previous")  # "Earlier clashes had cost …", "an earlier attack on the base had killed …"
_FORMER_INCIDENTS = INCIDENTS | words("fighting battle battles")
_A = words("an a two three several the in from")
_ALIKE = words("similar previous earlier")
_RECENTLY = words("two three four five six seven eight nine 2 3 4 5 6 7 8 9 few several")
_FAR_SPANS = words("weeks months years week month year")


def long_after(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "three years after 111 girls were taken", "a day after a strike that killed 12": what the news came after."""
    if harm.rule.startswith(("count", "toll", "losses")) or running(harm, lowers):
        return False
    for at in range(harm.group.start - 1, max(0, harm.group.start - AFTER), -1):
        word = lowers[at]
        if word in _BOUNDS and not (word == "," and lowers[at + 1].endswith("ing")):
            return False
        if word == "after" and lowers[at - 1] in _SPANS:
            return not _came_after(lowers, at) or not _NESTED.isdisjoint(lowers[at + 1 : harm.group.start])
    return False


def _came_after(lowers: Sequence[str], after: int) -> bool:
    """ "The explosion came a day after soldiers shot three men dead": two pieces of the same days' news."""
    return lowers[after - 1] in ("day", "hours") and not {"came", "comes"}.isdisjoint(lowers[max(0, after - 4) : after - 1])


AFTER = 20  # tokens from "a day after" to the people harmed before
_SPANS = words("day days week weeks fortnight month months year years decade decades")
_NESTED = words("when after since")  # "came a day after convoys were halted when a strike killed 12"
