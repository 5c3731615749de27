"""Parts and totals by how a figure is worded: "80 of them" of nobody counted, "where two died", somebody of a few by name."""

from __future__ import annotations

import re
from dataclasses import replace

from service.analysis.adding_up import value_of
from service.analysis.drafts import Draft

NESTED = ("part", "among", "of the", "the victims", "breakdown")  # rules for people named within a count of their own sentence


def of_nobody_counted(drafts: list[Draft]) -> None:
    """ "Drove the last defenders into two pockets, killing 80 of them": of people who are in no count of the dead just told."""
    for index, draft in enumerate(drafts):
        figure = draft.figure
        if figure.relation != "part" or figure.rule.startswith(NESTED) or not _OF_THEM.match(_from_number(draft)):
            continue
        near = [
            d
            for d in drafts[max(0, index - _JUST_TOLD) : index + _JUST_TOLD]
            if d.figure.kind == figure.kind and d is not draft
        ]
        told = (d for d in near if d.sentence <= draft.sentence <= d.sentence + 2)
        if not any(d.figure.low is None or value_of(d) > value_of(draft) for d in told):
            drafts[index] = replace(draft, figure=replace(figure, relation="total"))


def _from_number(draft: Draft) -> str:
    """A draft's quote from the people on."""
    return draft.figure.quote[max(0, draft.at - draft.figure.start) :].lower()


_JUST_TOLD = 8  # figures before and behind within which the count stands that has the people in it
_OF_THEM = re.compile(r"(?:[\w,-]+ ){1,4}of (?:them|whom|those|these)\b")


def where_others_died(drafts: list[Draft]) -> None:
    """ "25 were killed at the hotel, where a mayor and two lawmakers died": who died where a count was told is in it."""
    for index, draft in enumerate(drafts):
        figure = draft.figure
        if figure.relation != "total" or draft.rest or not figure.low or _EARLIER.search(_from_number(draft)):
            continue
        for whole in reversed(drafts[max(0, index - _JUST_TOLD) : index]):
            same = (whole.sentence, whole.figure.kind, whole.figure.scope) == (draft.sentence, figure.kind, figure.scope)
            if same and value_of(whole) > 2 * value_of(draft) and whole.figure.relation == "total":
                between = draft.figure.quote[max(0, whole.at - figure.start) : max(0, draft.at - figure.start)].lower()
                if ", where " in between and figure.start <= whole.at:
                    drafts[index] = replace(draft, figure=replace(figure, relation="part"))
                break


_EARLIER = re.compile(r"\b(?:earlier|ago|last|before|previous|later|after|since)\b")


def named_before(drafts: list[Draft]) -> None:
    """ "the deaths of four American hostages … Mueller was killed in 2015": one by name is of the few an old case is about."""
    for index, draft in enumerate(drafts):
        one = draft.figure
        if not draft.name or one.scope != "background" or one.relation != "total" or one.role == "combatant":
            continue
        for before in drafts[:index]:
            few = before.figure
            alike = (few.kind, few.scope, few.party, few.role) == (one.kind, one.scope, one.party, one.role)
            if alike and few.relation == "total" and 1 < value_of(before) <= _FEW and before.sentence < draft.sentence:
                drafts[index] = replace(draft, figure=replace(one, relation="part"))
                break


_FEW = 10  # people of whom each may be named


def parts_of_nothing(drafts: list[Draft]) -> None:
    """ "Took 20 prisoner and killed eight of them": no figure of the killed has the eight in it, so they are a count of their own."""
    most = {d.figure.kind: 0 for d in drafts}
    for draft in drafts:
        most[draft.figure.kind] = max(most[draft.figure.kind], value_of(draft) or _VAGUE)
    for index, draft in enumerate(drafts):
        figure = draft.figure
        if figure.relation == "part" and not figure.rule.startswith(NESTED) and most[figure.kind] == value_of(draft):
            drafts[index] = replace(draft, figure=replace(figure, relation="total"))


_VAGUE = 10**9  # more than any number: "dozens" may hold it
