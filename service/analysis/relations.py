"""How the figures of one article hang together: parts of a total, and increments.

What a sentence says itself ("including three children") is settled before; here the article is read as a whole. The total of the
lead covers what follows it: smaller figures of the same kind and side by the same source are its parts. Another source's
smaller figure is a rival count, not a part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.analysis.drafts import Draft
from service.analysis.incidents import another_day, another_event, another_place
from service.analysis.languages.en.sides import ARMED
from service.analysis.languages.lists import words
from service.models import UNSPECIFIED, Figure

LEAD_SENTENCES = 4  # title, dateline and the first paragraphs


def relate(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with their relations settled across the article."""
    settled = list(drafts)
    for scope in ("current", "cumulative"):
        for kind in {d.figure.kind for d in settled}:
            members = [i for i, d in enumerate(settled) if d.figure.kind == kind and d.figure.scope == scope]
            _sums(settled, members)
            if scope == "current":
                _parts(settled, members)
                _women_and_children(settled, members)
            _increments(settled, members)
    return settled


def _value(draft: Draft) -> int:
    return draft.figure.low or 0


def _parts(drafts: list[Draft], members: Sequence[int]) -> None:
    """Mark what the article's totals cover."""
    totals = [i for i in members if drafts[i].figure.relation == "total" and _value(drafts[i]) >= 2]
    totals.sort(key=lambda i: -_value(drafts[i]))
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
            ):
                drafts[index] = replace(drafts[index], figure=replace(drafts[index].figure, relation="part"))


def _women_and_children(drafts: list[Draft], members: Sequence[int]) -> None:
    """ "At least five children died in the blast. … In all 50 people were killed": the young, and women, told before the sum."""
    for order, index in enumerate(members):
        few = drafts[index]
        if few.head not in _SOME_OF_ALL or few.figure.relation != "total" or few.figure.low is None or few.separate:
            continue
        for later in members[order + 1 :]:
            whole = drafts[later]
            if whole.sentence == few.sentence or whole.head not in _ALL or whole.rest or whole.figure.relation != "total":
                continue
            near = whole.sentence < LEAD_SENTENCES * 2 and not (whole.separate or another_day(few.days, whole.days))
            same = _same_side(whole.figure, few.figure) and not another_place(whole.figure, few.figure)
            if near and same and _value(whole) > _value(few) and few.sentence < LEAD_SENTENCES:
                drafts[index] = replace(few, figure=replace(few.figure, relation="part"))
                break


_SOME_OF_ALL = words("children women girls boys babies infants toddlers schoolchildren pupils teenagers child boy girl")
_ALL = words("people persons civilians residents dead deaths lives bodies") | {""}


def _holds_all(drafts: Sequence[Draft], members: Sequence[int], total: int) -> bool:
    """ "Attacks and raids left 26 dead": whether a lead's number of no one side is enough for all that the article goes on to tell."""
    whole = drafts[total]
    if whole.sentence >= LEAD_SENTENCES or whole.figure.party not in _NO_ONE_SIDE or not whole.figure.low:
        return False
    below = [drafts[i] for i in members if i > total and drafts[i].figure.relation == "total"]
    told = {_value(d) for d in below} - {_value(whole)}
    return (
        len(told) >= SEVERAL
        and len({d.figure.party for d in below}) > 1
        and whole.figure.low <= 2 * sum(told) <= 2 * whole.figure.low
    )


SEVERAL = 3  # figures
_NO_ONE_SIDE = ARMED | {UNSPECIFIED}  # "26 fighters, 13 of them militants"


def _reaches(total: Draft, other: Draft) -> bool:
    """Whether a total can cover a figure so far below it: the lead's and a toll all that follows, a sum further down what is near it."""
    if total.sentence < LEAD_SENTENCES or total.figure.rule.startswith("toll"):
        return True
    return total.summing and 0 < other.sentence - total.sentence < LEAD_SENTENCES


def _listed(drafts: Sequence[Draft], members: Sequence[int], total: int, index: int) -> bool:
    """Whether "five more" goes on with a list of what a total sums up; else it comes on top. "Another man" is one of those counted."""
    if not drafts[index].rest or _value(drafts[index]) == 1:
        return True
    listed = [
        _value(drafts[i])
        for i in members
        if i < index and drafts[i].figure.relation == "part" and not drafts[i].figure.rule.startswith(_NESTED)
    ]
    return bool(listed) and sum(listed) + _value(drafts[index]) <= _value(drafts[total])


_NESTED = ("part", "among", "of the", "the victims", "breakdown")  # rules for people named within a count of their own sentence


def _covered(total: Draft, other: Draft) -> bool:
    """Whether one figure is counted within another of the article."""
    whole, part = total.figure, other.figure
    if part.relation == "part" or part.low is None or _value(other) >= _value(total) or _value(other) == 0:
        return False
    if not _same_side(whole, part) or other.ordinal > _value(total):
        return False
    if other.within and other.sentence > total.sentence:
        return True
    told_there = total.summing and (
        _local(part.claimant) or (_local(whole.claimant) and bool(part.places))
    )  # rescuers at one of the places that a ministry's sum is of
    if (part.low != 1 or part.kind == "captured") and not (told_there or _same_source(whole.claimant, part.claimant)):
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
    if part.qualifier in ("more_than", "nearly", "about", "up_to") and _value(other) * 10 >= _value(total) * 8:
        return False  # a rounded way to say the same
    return other.sentence > total.sentence


_COUNTED = ("toll", "number of")


def _same_source(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one in other or other in one


def _local(claimant: str | None) -> bool:
    """Whether a source speaks for a place and not for a side or a monitor: "rescuers", "a doctor", "Nasser Hospital"."""
    return claimant is not None and (claimant[0].islower() or claimant.split()[-1].lower() in _LOCAL)


_LOCAL = words("hospital hospitals rescuers mayor residents witnesses doctors medics workers")


def _sums(drafts: list[Draft], members: Sequence[int]) -> None:
    """ "16 Americans and one Canadian" are the 17 said elsewhere: neighbours that add up to a figure of the article are its parts."""
    order = [i for i in members if drafts[i].figure.low is not None and drafts[i].figure.relation != "part"][:MOST_SUMMANDS]
    totals = {_value(drafts[i]): i for i in reversed(order)}
    for start in range(len(order)):
        total, run = _value(drafts[order[start]]), [order[start]]
        for index in order[start + 1 :]:
            if _value(drafts[index]) == _value(drafts[run[-1]]) and drafts[index].figure.party == drafts[run[-1]].figure.party:
                continue  # the same figure again
            run.append(index)
            total += _value(drafts[index])
            whole = totals.get(total)
            if whole is not None and whole not in run and _may_add_up(drafts, whole, run, order):
                for i in run:
                    drafts[i] = replace(drafts[i], figure=replace(drafts[i].figure, relation="part"))
                break


MOST_SUMMANDS = 30  # figures of one kind; more only in lists, where adding up proves nothing


def _may_add_up(drafts: Sequence[Draft], whole: int, run: Sequence[int], order: Sequence[int]) -> bool:
    """Small sums are chance, unless the summands stand in one sentence near the sum, or are all that follows the lead's total."""
    total = drafts[whole]
    sides = {drafts[i].figure.party for i in run if drafts[i].told}
    if total.told and sides and sides != {total.figure.party}:
        return False  # five militants and three policemen are not the eight militants of another place
    if total.sentence < LEAD_SENTENCES and whole < run[0] and list(run) == [i for i in order if i > whole]:
        return True
    together = len({drafts[i].sentence for i in run}) == 1
    near = total.sentence - drafts[run[-1]].sentence < LEAD_SENTENCES
    return (_value(total) >= 10 or (together and near)) and all(
        _same_source(total.figure.claimant, drafts[i].figure.claimant) for i in run
    )


def _same_side(whole: Figure, part: Figure) -> bool:
    if (whole.role == "civilian" and part.role == "combatant") or (whole.role == "combatant" and part.role == "civilian"):
        return False
    return whole.party == part.party or whole.party == UNSPECIFIED


def _increments(drafts: list[Draft], members: Sequence[int]) -> None:
    """ "five more" adds to a figure of the same kind said before; after another kind it only says "besides"."""
    for order, index in enumerate(members):
        draft = drafts[index]
        figure = draft.figure
        if draft.ordinal > 2 and any(_value(drafts[i]) == draft.ordinal - 1 for i in members[:order]):
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
    if of.sentence >= LEAD_SENTENCES or any(_value(drafts[i]) > _value(of) for i in members):
        return False
    return any(
        drafts[i].figure.relation == "part" and 0 <= drafts[i].sentence - of.sentence < LEAD_SENTENCES and i > index
        for i in members
    )
