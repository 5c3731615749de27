"""The role that figures of one article lend each other: a rival count the people of the first, parts the total they add up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.analysis.drafts import Draft
from service.models import Role

_ANYBODY = ("", "others", "people", "men", "persons")


def roles_of_counts(drafts: Sequence[Draft]) -> list[Draft]:
    """A count that answers another ("a rights group put the dead at 53") is of the people whom that one, of about its size, tells of."""
    settled = list(drafts)
    for index, draft in enumerate(settled):
        figure = draft.figure
        if figure.role == "unknown" and draft.head in _NO_NOUN and figure.low and figure.rule.startswith(_ANSWERS):
            like = next((d for d in reversed(settled[:index]) if _answered(d, draft)), None)
            if like is None and index and _answers_beside(settled[index - 1], draft):
                like = settled[index - 1]
            if like is not None:
                settled[index] = replace(draft, figure=replace(figure, role=like.figure.role))
    return settled


def _answered(before: Draft, draft: Draft) -> bool:
    """Whether a count answers an earlier one; not "20 civilians", for who counts "27 dead" need not say that they were civilians."""
    told, figure = before.figure, draft.figure
    if (told.kind, told.party, told.scope, told.relation) != (figure.kind, figure.party, figure.scope, "total"):
        return False
    return before.head in _ANYBODY and (told.low or 0) <= 2 * (figure.low or 0) <= 4 * (told.low or 0)


def _answers_beside(before: Draft, draft: Draft) -> bool:
    """ "put the dead at 53 and the wounded at 130"."""
    return before.sentence == draft.sentence and before.figure.rule.startswith(_ANSWERS)


_NO_NOUN = ("", "others")
_ANSWERS = ("toll", "number of", "another count")


def roles_of_parts(drafts: Sequence[Draft]) -> list[Draft]:
    """A total whose parts add up to it has their role: "12 people: seven women and five children"; so has "wounds dozens" beside it."""
    settled = list(drafts)
    for index, draft in enumerate(settled):
        figure = draft.figure
        if figure.role != "unknown" or figure.relation == "part" or not figure.low:
            continue
        parts = [d for d in settled[index + 1 :] if d.figure.relation == "part" and d.figure.kind == figure.kind]
        near = [d for d in parts if d.sentence - draft.sentence <= 1]
        role = _role_of_all(near, figure.low) or _role_of_all(parts, figure.low)
        if role is not None:
            settled[index] = replace(draft, figure=replace(figure, role=role))
            _go_on(settled, index, role)
    return settled


def _role_of_all(parts: Sequence[Draft], whole: int) -> Role | None:
    """The one role of parts that add up to a whole."""
    roles = {part.figure.role for part in parts}
    return roles.pop() if len(roles) == 1 and sum(part.figure.low or 0 for part in parts) == whole else None


def _go_on(drafts: list[Draft], index: int, role: Role) -> None:
    """ "kills 10, wounds dozens": the next bare number of the sentence is of the same people."""
    for following in range(index + 1, min(index + 2, len(drafts))):
        beside = drafts[following]
        bare = beside.head in _NO_NOUN and beside.figure.role == "unknown" and beside.figure.relation != "part"
        if bare and beside.sentence == drafts[index].sentence:
            drafts[following] = replace(beside, figure=replace(beside.figure, role=role))
