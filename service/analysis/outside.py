"""The figures of an article whose news is no organised violence: none of them is current.

What ordinary crime, courts, accidents and disease did is "other"; what armed groups, forces and mobs did is background. Each figure
is judged by its own sentence first, then by what most of the article is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from service.analysis.gazetteer import Mention
from service.analysis.languages.en.times import (
    ACCIDENT,
    ARMED,
    COURT_DEATHS,
    CRIME,
    DISASTERS,
    MISHAPS,
    REMEMBERING,
    TARGETS,
    WAR_WORDS,
)
from service.analysis.text import Document
from service.models import Figure

FEW = 10  # a running total of a war or campaign is more than that
_LETTERS = re.compile(r"[a-z]+")
LEAD = 3  # sentences that tell what the news is
_MISHAPS = DISASTERS | MISHAPS | {"methane", "colliery", "overturned", "collided", "crashed"}
_DEEDS = CRIME - {"prosecutor", "prosecutors"}  # in a single sentence they only say it
_LIVE = frozenset({"current", "superseded"})


def outside_the_news(figures: Sequence[Figure], document: Document, mentions: Sequence[Mention]) -> tuple[Figure, ...]:
    """The figures of an article whose news is not organised violence, each "background" or "other" or a war's running total."""
    if not figures:
        return ()
    civil = sum(1 for s in document.sentences if not (s.words.isdisjoint(CRIME) and s.words.isdisjoint(ACCIDENT)))
    armed = sum(1 for m in mentions if m.kind in ("group", "force")) + sum(
        1 for s in document.sentences if not (s.words.isdisjoint(WAR_WORDS) and s.words.isdisjoint(ARMED))
    )
    other = civil > armed
    lead = frozenset[str]().union(*(s.words for s in document.sentences[:LEAD]))
    mishap, remembered = not lead.isdisjoint(_MISHAPS), not lead.isdisjoint(REMEMBERING)
    found: list[Figure] = []
    for figure in figures:
        if mishap and figure.scope in _LIVE:  # a mine's gas blast, whoever holds the town
            found.append(replace(figure, scope="other"))
        elif remembered and figure.scope == "cumulative":  # the dead of a massacre, counted and mourned
            found.append(replace(figure, scope="background"))
        else:
            found.append(_outside(figure, other=other))
    return tuple(found)


def _outside(figure: Figure, *, other: bool) -> Figure:
    if figure.scope == "other":
        return figure
    if figure.scope == "cumulative" and (figure.low is None or figure.low >= FEW) and not other:
        return figure
    words = frozenset(_LETTERS.findall(figure.quote.lower()))
    armed = not (words.isdisjoint(ARMED) and words.isdisjoint(TARGETS) and words.isdisjoint(WAR_WORDS))
    civil = not (words.isdisjoint(ACCIDENT) and words.isdisjoint(_DEEDS) and words.isdisjoint(COURT_DEATHS))
    if armed is civil:
        return replace(figure, scope="other" if other else "background")
    return replace(figure, scope="background" if armed else "other")
