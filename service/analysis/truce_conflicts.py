"""Whose truce a statement is about: the sides and the ground named at the word itself, before those the article names most.

"China calls for a ceasefire in Gaza" is about Gaza, however often the article names China; "hours before a truce in the Strip, militants in
Lebanon fired" moves no truce in Lebanon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.analysis.gazetteer import Gazetteer, Mention
from service.analysis.languages.en.places import VENUES
from service.models import CeasefireStatement

_TRUCE = re.compile(
    r"cease-?fires?|cease fire|truces?|armistice|cessation of hostilities|(?:humanitarian )?pauses?\b(?: in (?:the )?fighting)?",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:['’]s)?[\s\-–—]{0,2}(?:[\w-]{3,12} ){0,1}")  # "Gaza truce", "Gaza's fragile truce"
_BOUND = re.compile(
    r"(?: (?:deal|agreement|plan|talks|accord|arrangement))?,? (?:in|between|with|on|over|for|across|inside|along) (?:[\w'’-]+ ){0,3}"
)
_REACH = 70  # characters on either side of the word in which two sides of one conflict are the truce's
_SIGNED = re.compile(
    r"\b(?:sign|signs|signed|signing|agree|agreed|agrees|reach|reached|brokered|strike|struck|announced)\b", re.IGNORECASE
)
_AND = re.compile(r"(?: and | & |[-–—/]| or |, )(?:the )?")


def whose_truce(statement: CeasefireStatement, text: str, beside: Sequence[Mention], gazetteer: Gazetteer) -> str | None:
    """The configured conflict whose sides or ground stand at the statement's truce; None where none does.

    ``beside`` are the mentions of its sentence, ``text`` the document's. Work is linear in the sentence.
    """
    found = _TRUCE.search(text, statement.start, statement.end)
    if found is None:
        return None
    near = [mention for mention in beside if mention.end > found.start() - _REACH and mention.start < found.end() + _REACH]
    near = [m for m in near if not text.startswith((" ally ", " allies "), m.end)]  # "between X and the Hezbollah ally Y"
    bound = _bound(near, text, found.start(), found.end())
    scores: dict[str, float] = {}
    for conflict in gazetteer.conflicts.values():
        sides = {mention.party for mention in near if mention.party in conflict.parties}
        held = [mention for mention in bound if conflict.id in mention.conflicts]
        if held or len(sides) >= 2:
            scores[conflict.id] = len(sides) + 2.0 * len(held)
    return max(scores, key=lambda conflict: scores[conflict], default=None)  # the first of equals: the file's order


def conflict_of_a_belligerent(countries: Sequence[str], gazetteer: Gazetteer) -> str | None:
    """The first conflict across a border of which one of these countries is the first side: for a truce whose other side nobody names."""
    for country in countries:
        for conflict in gazetteer.conflicts.values():
            if conflict.parties[:1] == (country,) and country in conflict.countries and len(conflict.countries) > 1:
                return conflict.id
    return None


def _bound(near: Sequence[Mention], text: str, start: int, end: int) -> list[Mention]:
    """The names that stand directly before the truce or after it with a preposition, and those joined to one of them."""
    bound: list[Mention] = []
    former: Mention | None = None
    for mention in sorted(near, key=lambda mention: mention.start):
        before = mention.end <= start and start - mention.end <= 16 and _JOINED.fullmatch(text[mention.end : start])
        if mention.text in VENUES and _SIGNED.search(text, max(0, start - _REACH), start):
            continue  # "sign a truce in Jeddah"
        after = mention.start >= end and _BOUND.fullmatch(text[end : mention.start])
        joined = former is not None and former in bound and _AND.fullmatch(text[former.end : mention.start])
        if before or after or joined:
            bound.append(mention)
        former = mention
    return bound
