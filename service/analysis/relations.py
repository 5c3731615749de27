"""How the figures of one article hang together: parts of a total, and increments.

What a sentence says itself ("including three children") is settled before; here the article is read as a whole. The total of the
lead covers what follows it: smaller figures of the same kind and side by the same source are its parts. Another source's
smaller figure is a rival count, not a part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from service.analysis.adding_up import LEAD_SENTENCES, MOST_SUMMANDS, NO_ONE_SIDE, comes_on_top, same_source, sums, value_of
from service.analysis.drafts import Draft
from service.analysis.incidents import another_day, another_event, another_place
from service.analysis.languages.lists import words
from service.analysis.told_parts import NESTED, named_before, of_nobody_counted, parts_of_nothing, where_others_died
from service.models import UNSPECIFIED, Figure


def relate(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with their relations settled across the article."""
    settled = list(drafts)
    of_nobody_counted(settled)
    where_others_died(settled)
    for scope in ("current", "cumulative"):
        for kind in sorted({d.figure.kind for d in settled}):  # the killed before the wounded
            members = [i for i, d in enumerate(settled) if d.figure.kind == kind and d.figure.scope == scope]
            sums(settled, members)
            if scope == "current":
                _parts(settled, members)
                _before_the_sum(settled, members)
                _under_a_vague_sum(settled, members)
                _answers(settled, members)
            _increments(settled, members)
    named_before(settled)
    parts_of_nothing(settled)
    return settled


def _parts(drafts: list[Draft], members: Sequence[int]) -> None:
    """Mark what the article's totals cover."""
    totals = [i for i in members if drafts[i].figure.relation == "total" and value_of(drafts[i]) >= 2]
    totals.sort(key=lambda i: -value_of(drafts[i]))
    for total in totals:
        if drafts[total].figure.relation != "total":
            continue
        if _holds_all(drafts, members, total):
            drafts[total] = replace(drafts[total], all_sides=True)
        for index in members:
            if (
                index != total
                and _reaches(drafts[total], drafts[index])
                and _covered(drafts[total], drafts[index])
                and _listed(drafts, members, total, index)
                and not _told_apart(drafts, members, total, index)
            ):
                drafts[index] = replace(drafts[index], figure=replace(drafts[index].figure, relation="part"))


def _told_apart(drafts: Sequence[Draft], members: Sequence[int], total: int, index: int) -> bool:
    """Whether what a figure is told with shows that a total does not count it, though nothing in its own words does."""
    whole, other = drafts[total], drafts[index]
    if len(members) > MOST_SUMMANDS:
        return False  # a list
    if other.wide and not whole.wide and whole.figure.places:
        return True
    if other.figure.kind == "wounded" and _with_the_killed(drafts, other):
        return True
    if whole.sentence and whole.figure.rule.startswith(_ANSWERS):
        first = next((drafts[i] for i in members if i < total and drafts[i].figure.relation == "total"), None)
        if first is not None and first.sentence < LEAD_SENTENCES and not other.within and another_event(first, other):
            return True  # what the lead's own count does not cover, another source's count of the same does not either
    return _has_no_room(drafts, members, total, index)


def _with_the_killed(drafts: Sequence[Draft], hurt: Draft) -> bool:
    """ "Three died and nine were injured": where the three are none of the lead's dead, the nine are none of its wounded."""
    killed = [d for d in drafts if d.figure.kind == "killed" and d.figure.scope == "current" and d.figure.relation != "part"]
    beside = max((value_of(d) for d in killed if d.sentence == hurt.sentence and d.at < hurt.at), default=0)
    return bool(beside) and any(value_of(d) > beside and d.sentence < hurt.sentence for d in killed)


def _has_no_room(drafts: Sequence[Draft], members: Sequence[int], total: int, index: int) -> bool:
    """Whether a total of 32 has no room for 19 beside the 21 that the same source told of another place."""
    whole, other = drafts[total], drafts[index]
    if not whole.summing or other.within or other.known:
        return False
    counted = [
        drafts[i]
        for i in members
        if total < i < index and drafts[i].figure.relation == "part" and not drafts[i].figure.rule.startswith(NESTED)
    ]
    apart = [d for d in counted if d.sentence != other.sentence and d.figure.claimant == other.figure.claimant]
    return bool(apart) and sum(map(value_of, apart)) + value_of(other) > value_of(whole)


def _before_the_sum(drafts: list[Draft], members: Sequence[int]) -> None:
    """ "Five children died in the blast. … In all 50 people were killed": what is told before the sum that counts it."""
    for order, index in enumerate(members):
        few = drafts[index]
        if few.figure.relation != "total" or few.figure.low is None:
            continue
        later = [drafts[i] for i in members[order + 1 :][:MOST_SUMMANDS]]
        if any(_in_the_sum(few, whole) or _in_all(few, whole) for whole in later):
            drafts[index] = replace(few, figure=replace(few.figure, relation="part"))


def _in_the_sum(few: Draft, whole: Draft) -> bool:
    """The young, and women, told in the lead before the sum."""
    if few.separate or few.head not in _SOME_OF_ALL or few.sentence >= LEAD_SENTENCES or whole.separate:
        return False
    near = whole.sentence < LEAD_SENTENCES * 2 and not another_place(whole.figure, few.figure)
    return near and whole.head in _ALL and _may_hold(few, whole)


_SOME_OF_ALL = words("children women girls boys babies infants toddlers schoolchildren pupils teenagers child boy girl")
_ALL = words("people persons civilians residents dead deaths lives bodies") | {""}


def _in_all(few: Draft, whole: Draft) -> bool:
    """ "A strike killed four. Another killed two. In all, nine people were killed"."""
    return whole.in_all and whole.sentence - few.sentence < LEAD_SENTENCES and _may_hold(few, whole)


def _may_hold(few: Draft, whole: Draft) -> bool:
    """Whether a sum further down is large enough, and of the same side and day."""
    if whole.sentence <= few.sentence or whole.rest or whole.figure.relation != "total" or value_of(whole) <= value_of(few):
        return False
    return _same_side(whole.figure, few.figure) and not another_day(few.days, whole.days)


def _under_a_vague_sum(drafts: list[Draft], members: Sequence[int]) -> None:
    """ "Attacks kill 10, injure scores. … killing three and injuring 15": where the three are part of the ten, the 15 are of the scores."""
    vague = next((drafts[i] for i in members if drafts[i].figure.vague in _UP_TO and drafts[i].sentence < LEAD_SENTENCES), None)
    if vague is None or vague.figure.kind != "wounded":
        return
    parts = {d.sentence for d in drafts if d.figure.kind == "killed" and d.figure.relation == "part" and _of_its_own(d)}
    for index in members:
        draft = drafts[index]
        few = draft.figure.low is not None and draft.figure.low < _UP_TO[vague.figure.vague or ""]
        if few and draft.figure.relation == "total" and draft.sentence in parts and _same_side(vague.figure, draft.figure):
            drafts[index] = replace(draft, figure=replace(draft.figure, relation="part"))


def _of_its_own(draft: Draft) -> bool:
    """Whether a part is counted as such by the article's total and not by its own sentence's ("including three children")."""
    return not draft.figure.rule.startswith(NESTED)


_UP_TO = {"dozens": 100, "scores": 200, "hundreds": 1000}  # what a vague word may hold


def _answers(drafts: list[Draft], members: Sequence[int]) -> None:
    """ "Most died in Oweijel, where 23 were killed. Another group put the toll at 30": who answers a part counts a part."""
    most = 0  # the largest number told before the part
    for before, index in pairwise(members):
        part, rival = drafts[before].figure, drafts[index].figure
        answers = rival.rule.startswith(_ANSWERS) and rival.relation == "total" and not drafts[index].head
        near = drafts[index].sentence - drafts[before].sentence <= 1 and drafts[before].within
        another = part.relation == "part" and rival.claimant not in (None, part.claimant)
        if answers and near and another and most > value_of(drafts[index]):
            drafts[index] = replace(drafts[index], figure=replace(rival, relation="part"))
        most = max(most, value_of(drafts[before]))


def _holds_all(drafts: Sequence[Draft], members: Sequence[int], total: int) -> bool:
    """ "Attacks and raids left 26 dead": whether a lead's number of no one side is enough for all that the article goes on to tell."""
    whole = drafts[total]
    if whole.sentence >= LEAD_SENTENCES or whole.figure.party not in NO_ONE_SIDE or not whole.figure.low:
        return False
    below = [drafts[i] for i in members if i > total and drafts[i].figure.relation == "total"]
    told = {value_of(d) for d in below} - {value_of(whole)}
    return (
        len(told) >= SEVERAL
        and len({d.figure.party for d in below}) > 1
        and whole.figure.low <= 2 * sum(told) <= 2 * whole.figure.low
    )


SEVERAL = 3  # figures


def _reaches(total: Draft, other: Draft) -> bool:
    """Whether a total can cover a figure so far below it: the lead's and a toll all that follows, a sum further down what is near it."""
    if total.sentence < LEAD_SENTENCES or total.figure.rule.startswith("toll"):
        return True
    return total.summing and 0 < other.sentence - total.sentence < LEAD_SENTENCES


def _listed(drafts: Sequence[Draft], members: Sequence[int], total: int, index: int) -> bool:
    """Whether "five more" goes on with a list of what a total sums up; else it comes on top. "Another man" is one of those counted."""
    if not drafts[index].rest or value_of(drafts[index]) == 1:
        return True
    if comes_on_top(drafts[index]):
        return False
    listed = [
        value_of(drafts[i])
        for i in members
        if i < index and drafts[i].figure.relation == "part" and not drafts[i].figure.rule.startswith(NESTED)
    ]
    return bool(listed) and sum(listed) + value_of(drafts[index]) <= value_of(drafts[total])


def _covered(total: Draft, other: Draft) -> bool:
    """Whether one figure is counted within another of the article."""
    whole, part = total.figure, other.figure
    if part.relation != "total" or part.low is None or value_of(other) >= value_of(total) or value_of(other) == 0:
        return False
    if not _same_side(whole, part) or other.ordinal > value_of(total):
        return False
    if other.within and other.sentence > total.sentence:
        return True
    told_there = total.summing and (
        _local(part.claimant) or (_local(whole.claimant) and bool(part.places))
    )  # rescuers at one of the places that a ministry's sum is of
    if (part.low != 1 or part.kind == "captured") and not (told_there or same_source(whole.claimant, part.claimant)):
        return False  # a rival count; one person is none, but who is held is told of by those who miss them
    if total.all_sides:
        return other.sentence > total.sentence and not another_event(total, other)
    if whole.party == UNSPECIFIED and part.party != UNSPECIFIED and (whole.claimant is None or whole.claimant != part.claimant):
        return False  # a sum over both sides made by the article beside what each side says
    if part.rule == "act:killed:bodies":
        return True
    if another_event(total, other):
        return False
    if part.rule.startswith(_COUNTED) and not other.rest:
        return False  # "put the toll at 30", "the number of dead": a count of the same, by somebody else or of another time
    if part.low == 1 and part.role == "combatant" and whole.role != "combatant":
        return False
    if part.qualifier in ("more_than", "nearly", "about", "up_to") and value_of(other) * 10 >= value_of(total) * 8:
        return False  # a rounded way to say the same
    return other.sentence > total.sentence


_COUNTED = ("toll", "number of")
_ANSWERS = (*_COUNTED, "another count")


def _local(claimant: str | None) -> bool:
    """Whether a source speaks for a place and not for a side or a monitor: "rescuers", "a doctor", "Nasser Hospital"."""
    return claimant is not None and (claimant[0].islower() or claimant.split()[-1].lower() in _LOCAL)


_LOCAL = words("hospital hospitals rescuers mayor residents witnesses doctors medics workers")


def _same_side(whole: Figure, part: Figure) -> bool:
    if (whole.role == "civilian" and part.role == "combatant") or (whole.role == "combatant" and part.role == "civilian"):
        return False
    return whole.party == part.party or whole.party == UNSPECIFIED


def _increments(drafts: list[Draft], members: Sequence[int]) -> None:
    """ "five more" adds to a figure of the same kind said before; after another kind it only says "besides"."""
    for order, index in enumerate(members):
        draft = drafts[index]
        figure = draft.figure
        if draft.ordinal > 2 and any(value_of(drafts[i]) == draft.ordinal - 1 for i in members[:order]):
            drafts[index] = replace(
                draft, figure=replace(figure, relation="increment")
            )  # six died, "a seventh died in hospital"
            continue
        if not draft.rest or figure.relation == "part" or figure.low is None or figure.rule.startswith("inner"):
            continue
        beside = any(
            d.sentence == draft.sentence and d.at < draft.at and d.figure.kind != figure.kind and not d.rest for d in drafts
        )
        before = any(drafts[i].sentence == draft.sentence and drafts[i].figure.low != figure.low for i in members[:order])
        first = figure.kind != "killed" and order == 0 and draft.sentence > 0
        if (before or not (beside or first)) and not _itself_the_total(drafts, members, index):
            drafts[index] = replace(draft, figure=replace(figure, relation="increment"))


def _itself_the_total(drafts: Sequence[Draft], members: Sequence[int], index: int) -> bool:
    """ "the deaths of 50 more people, among them 38 men …": what the article breaks down and tops with nothing is its total."""
    of = drafts[index]
    if of.sentence >= LEAD_SENTENCES or any(value_of(drafts[i]) > value_of(of) for i in members):
        return False
    return any(
        drafts[i].figure.relation == "part" and 0 <= drafts[i].sentence - of.sentence < LEAD_SENTENCES and i > index
        for i in members
    )
