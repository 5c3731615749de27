"""Figures of one article that add up to another: they are its parts, whoever states them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from service.analysis.drafts import Draft
from service.analysis.languages.en.sides import ARMED
from service.models import UNSPECIFIED

LEAD_SENTENCES = 4  # title, dateline and the first paragraphs
NO_ONE_SIDE = ARMED | {UNSPECIFIED}  # "26 fighters, 13 of them militants"


def value_of(draft: Draft) -> int:
    """How many people a draft counts at least; 0 for a vague word."""
    return draft.figure.low or 0


def same_source(one: str | None, other: str | None) -> bool:
    """Whether two claimants may be one: the same by a longer name, or one of them unnamed."""
    return one is None or other is None or one in other or other in one


def comes_on_top(draft: Draft) -> bool:
    """ "four more bodies were found", "another five succumbed in hospital": later than what was counted."""
    return draft.rest and (draft.head == "bodies" or "succumbed" in draft.figure.quote or "overnight" in draft.figure.quote)


def sums(drafts: list[Draft], members: Sequence[int]) -> None:
    """ "16 Americans and one Canadian" are the 17 said elsewhere: neighbours that add up to a figure of the article are its parts."""
    counted = [i for i in members if drafts[i].figure.low is not None and drafts[i].figure.relation != "part"]
    order = [i for i in counted if not comes_on_top(drafts[i])][:MOST_SUMMANDS]
    totals = {value_of(drafts[i]): i for i in reversed(order)}
    _with_one_more(drafts, order)
    largest = {value: totals[value] for value in (max(totals, default=0),) if value}
    for wholes in (largest, totals):  # in this order: of 26 "five and three" are eight by chance
        for start in range(len(order)):
            if drafts[order[start]].figure.relation != "part":
                _add_up(drafts, order[start:], wholes, order)


def _with_one_more(drafts: list[Draft], order: Sequence[int]) -> None:
    """ "Politician, 8 others dead. Nine people, including a politician, were killed": the headline's one and eight are the nine."""
    first = drafts[order[0]] if order else None
    if first is None or first.sentence or first.head != "others" or first.figure.scope != "current":
        return
    for index in order[1:]:
        whole = drafts[index]
        if 0 < whole.sentence <= 2 and value_of(whole) == value_of(first) + 1 and whole.figure.party == first.figure.party:
            drafts[order[0]] = replace(first, figure=replace(first.figure, relation="part"))
            return


def _brought_to(whole: Draft, last: Draft) -> bool:
    """ "a man died of his wounds, taking the toll to 23"."""
    return whole.sentence == last.sentence and whole.figure.rule in ("brought to", "toll")


def _add_up(drafts: list[Draft], run_of: Sequence[int], wholes: Mapping[int, int], order: Sequence[int]) -> None:
    """Make parts of the first figures of ``run_of`` that add up to one of ``wholes``."""
    total, run = value_of(drafts[run_of[0]]), [run_of[0]]
    for index in run_of[1:]:
        if value_of(drafts[index]) == value_of(drafts[run[-1]]) and drafts[index].figure.party == drafts[run[-1]].figure.party:
            continue  # the same figure again
        run.append(index)
        total += value_of(drafts[index])
        whole = wholes.get(total)
        if whole is not None and whole > index and len(run) > 1 and _brought_to(drafts[whole], drafts[index]):
            drafts[index] = replace(drafts[index], figure=replace(drafts[index].figure, relation="increment"))
            return  # "22 died. … A man died of his wounds, taking the toll to 23"
        if whole is not None and whole not in run and _may_add_up(drafts, whole, run, order):
            for i in run:
                drafts[i] = replace(drafts[i], figure=replace(drafts[i].figure, relation="part"))
            return


MOST_SUMMANDS = 30  # figures of one kind; more only in lists, where adding up proves nothing


def _may_add_up(drafts: Sequence[Draft], whole: int, run: Sequence[int], order: Sequence[int]) -> bool:
    """Small sums are chance, unless the summands stand in one sentence near the sum, or are all that follows the lead's total."""
    total = drafts[whole]
    sides = {drafts[i].figure.party for i in run if drafts[i].told}
    if total.told and sides and sides != {total.figure.party} and total.figure.party not in NO_ONE_SIDE:
        return False  # five militants and three policemen are not the eight militants of another place
    if total.sentence < LEAD_SENTENCES and whole < run[0] and list(run) == [i for i in order if i > whole]:
        return True
    together = len({drafts[i].sentence for i in run}) == 1
    near = total.sentence - drafts[run[-1]].sentence < LEAD_SENTENCES
    return (value_of(total) >= 10 or (together and near)) and all(
        same_source(total.figure.claimant, drafts[i].figure.claimant) for i in run
    )
