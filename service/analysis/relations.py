"""How the figures of one article hang together: parts of a total, and increments.

What a sentence says itself ("including three children") is settled before; here the article is read as a whole. The total of the
lead covers what follows it: smaller figures of the same kind and side by the same source are its parts. Another source's
smaller figure is a rival count, not a part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.analysis.drafts import Draft
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
            _increments(settled, members)
    return settled


def _value(draft: Draft) -> int:
    return draft.figure.low or 0


def _parts(drafts: list[Draft], members: Sequence[int]) -> None:
    """Mark what the article's totals cover."""
    totals = [i for i in members if drafts[i].figure.relation == "total" and _value(drafts[i]) >= 2]
    leads = [i for i in totals if drafts[i].sentence < LEAD_SENTENCES or drafts[i].figure.rule.startswith("toll")]
    leads.sort(key=lambda i: -_value(drafts[i]))
    for lead in leads:
        if drafts[lead].figure.relation != "total":
            continue
        for index in members:
            if index != lead and _covered(drafts[lead], drafts[index]):
                drafts[index] = replace(drafts[index], figure=replace(drafts[index].figure, relation="part"))


def _covered(total: Draft, other: Draft) -> bool:
    """Whether one figure is counted within another of the article."""
    whole, part = total.figure, other.figure
    if part.relation == "part" or part.low is None or _value(other) >= _value(total) or _value(other) == 0:
        return False
    if not _same_side(whole, part) or not _same_source(whole.claimant, part.claimant):
        return False
    if whole.party == UNSPECIFIED and part.party != UNSPECIFIED and (whole.claimant is None or whole.claimant != part.claimant):
        return False  # a sum over both sides made by the article beside what each side says
    if part.rule == "act:killed:bodies":
        return True
    if other.separate or (total.days and other.days and total.days.isdisjoint(other.days)):
        return False
    if part.rule.startswith("toll") and not other.rest:
        return False
    if part.low == 1 and part.role == "combatant" and whole.role != "combatant":
        return False
    if part.qualifier in ("more_than", "nearly", "about", "up_to") and _value(other) * 10 >= _value(total) * 8:
        return False  # a rounded way to say the same
    if other.rest and whole.places and part.places and set(whole.places).isdisjoint(part.places):
        return False  # "another six" somewhere else come on top
    return other.sentence > total.sentence


def _same_source(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one in other or other in one


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
            if whole is not None and whole not in run and _may_add_up(drafts, whole, run):
                for i in run:
                    drafts[i] = replace(drafts[i], figure=replace(drafts[i].figure, relation="part"))
                break


MOST_SUMMANDS = 30  # figures of one kind; more only in lists, where adding up proves nothing


def _may_add_up(drafts: Sequence[Draft], whole: int, run: Sequence[int]) -> bool:
    """Small sums are chance, unless the summands stand in one sentence."""
    together = len({drafts[i].sentence for i in run}) == 1
    return (together or _value(drafts[whole]) >= 10) and all(
        _same_source(drafts[whole].figure.claimant, drafts[i].figure.claimant) for i in run
    )


def _same_side(whole: Figure, part: Figure) -> bool:
    if (whole.role == "civilian" and part.role == "combatant") or (whole.role == "combatant" and part.role == "civilian"):
        return False
    return whole.party == part.party or whole.party == UNSPECIFIED


def _increments(drafts: list[Draft], members: Sequence[int]) -> None:
    """ "five more" adds to a figure of the same kind said before; after another kind it only says "besides"."""
    for order, index in enumerate(members):
        draft = drafts[index]
        if not draft.rest or draft.figure.relation == "part":
            continue
        before = [
            drafts[i]
            for i in members[:order]
            if drafts[i].figure.relation != "part" and drafts[i].figure.low not in (None, draft.figure.low)
        ]
        beside = any(d.sentence == draft.sentence and d.at < draft.at and d.figure.kind != draft.figure.kind for d in drafts)
        if before or not beside:
            drafts[index] = replace(draft, figure=replace(draft.figure, relation="increment"))
