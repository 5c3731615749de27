"""How the figures of one article hang together: parts of a total, and increments.

What a sentence says itself ("including three children") is settled before; here the article is read as a whole. The total of the
lead covers what follows it: smaller figures of the same kind and side by the same source are its parts. Another source's
smaller figure is a rival count, not a part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.analysis.drafts import Draft
from service.analysis.languages.en.grammar import WEEKDAYS
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
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


def share(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "most of the dead were in X, where 23 were killed", "on Wednesday alone killed 21", "one of the persons killed was a guard"."""
    if "alone" in lowers and harm.rule != "toll":
        return True
    start, end = harm.group.start, harm.group.end
    if lowers[start : start + 1] == ["one"] and lowers[end : end + 2] == ["of", "the"]:
        return True
    before = lowers[max(0, start - SHARE) : start]
    if _SHARED.isdisjoint(before):
        return False
    return any(
        tuple(before[at : at + len(phrase)]) == phrase for phrase in _SHARES for at in range(len(before) - len(phrase) + 1)
    )


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
    """Whether a sentence turns to another incident: "Elsewhere, …", "In Taiz, meanwhile, …", "in a separate attack", "the same day"."""
    if not _TURNS.isdisjoint(lowers[:3]) or tuple(lowers[:2]) in _TURNING or tuple(lowers[:3]) == ("the", "same", "day"):
        return True
    if any(word in _TURNED and at and lowers[at + 1] == "," for at, word in enumerate(lowers[:8]) if at + 1 < len(lowers)):
        return True
    if lowers[0] == "also" and not WEEKDAYS.isdisjoint(lowers[1:3]):
        return True
    return any(word in _OTHER and not _INCIDENTS.isdisjoint(lowers[at + 1 : at + 4]) for at, word in enumerate(lowers))


_TURNS = words("elsewhere separately meanwhile")
_TURNED = words("meanwhile development retaliation")
_TURNING = frozenset({("hours", "later"), ("hours", "before"), ("hours", "earlier")})
_OTHER = words("separate second another different")
_INCIDENTS = words("""
    attack attacks strike strikes incident incidents blast explosion bombing raid ambush shooting clash clashes shelling
    bomb airstrike assault
""")


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
            if index != lead and _covered(drafts[lead], drafts[index]) and _listed(drafts, members, lead, index):
                drafts[index] = replace(drafts[index], figure=replace(drafts[index].figure, relation="part"))


def _listed(drafts: Sequence[Draft], members: Sequence[int], lead: int, index: int) -> bool:
    """Whether "five more" goes on with a list of what a total sums up; else it comes on top. "Another man" is one of those counted."""
    if not drafts[index].rest or _value(drafts[index]) == 1:
        return True
    listed = [
        _value(drafts[i])
        for i in members
        if i < index and drafts[i].figure.relation == "part" and not drafts[i].figure.rule.startswith(_NESTED)
    ]
    return bool(listed) and sum(listed) + _value(drafts[index]) <= _value(drafts[lead])


_NESTED = ("part", "among", "of the", "the victims", "breakdown")  # rules for people named within a count of their own sentence


def _covered(total: Draft, other: Draft) -> bool:
    """Whether one figure is counted within another of the article."""
    whole, part = total.figure, other.figure
    if part.relation == "part" or part.low is None or _value(other) >= _value(total) or _value(other) == 0:
        return False
    if not _same_side(whole, part):
        return False
    if other.within and other.sentence > total.sentence:
        return True
    if (part.low != 1 or part.kind == "captured") and not _same_source(whole.claimant, part.claimant):
        return False  # a rival count; one person is none, but who is held is told of by those who miss them
    if whole.party == UNSPECIFIED and part.party != UNSPECIFIED and (whole.claimant is None or whole.claimant != part.claimant):
        return False  # a sum over both sides made by the article beside what each side says
    if part.rule == "act:killed:bodies":
        return True
    if _another_event(total, other):
        return False
    if part.rule.startswith("toll") and not other.rest:
        return False
    if part.low == 1 and part.role == "combatant" and whole.role != "combatant":
        return False
    if part.qualifier in ("more_than", "nearly", "about", "up_to") and _value(other) * 10 >= _value(total) * 8:
        return False  # a rounded way to say the same
    return other.sentence > total.sentence


def _another_event(total: Draft, other: Draft) -> bool:
    """Whether a figure is told of another place, another day or a separate incident than the total."""
    if total.sentence and other.figure.low != 1 and not other.rest and _another_place(total.figure, other.figure):
        return True
    if total.separate and other.sentence - total.sentence > 1:
        return True  # "another strike killed seven" sums up nothing
    return other.separate or _another_day(total.days, other.days)


def _another_day(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two sentences tell of different days; what is told of today may have been yesterday, only the telling being today's."""
    return bool(one and other) and all(abs(a - b) > (1 if 0 in (a, b) else 0) for a in one for b in other)


def _another_place(one: Figure, other: Figure) -> bool:
    """Whether two sentences name towns or regions and none in common; a headline's place is often only the nearest known one."""
    return bool(one.places and other.places) and set(one.places).isdisjoint(other.places)


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
            if whole is not None and whole not in run and _may_add_up(drafts, whole, run, order):
                for i in run:
                    drafts[i] = replace(drafts[i], figure=replace(drafts[i].figure, relation="part"))
                break


MOST_SUMMANDS = 30  # figures of one kind; more only in lists, where adding up proves nothing


def _may_add_up(drafts: Sequence[Draft], whole: int, run: Sequence[int], order: Sequence[int]) -> bool:
    """Small sums are chance, unless the summands stand in one sentence near the sum, or are all that follows the lead's total."""
    total = drafts[whole]
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
        if not draft.rest or figure.relation == "part" or figure.low is None or figure.rule.startswith("inner"):
            continue
        beside = any(
            d.sentence == draft.sentence and d.at < draft.at and d.figure.kind != figure.kind and not d.rest for d in drafts
        )
        before = any(drafts[i].sentence == draft.sentence and drafts[i].figure.low != figure.low for i in members[:order])
        first = figure.kind != "killed" and order == 0 and draft.sentence > 0
        if before or not (beside or first):
            drafts[index] = replace(draft, figure=replace(figure, relation="increment"))
