"""The figures of an article whose news is no organised violence: none of them is current.

What ordinary crime, courts, accidents and disease did is "other"; what armed groups, forces and mobs did is background. Each figure
is judged by its own sentence first, then by what most of the article is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from service.analysis.gazetteer import Mention
from service.analysis.languages.en.times import ACCIDENT, ARMED, COURT_DEATHS, CRIME, TARGETS, WAR_WORDS
from service.analysis.text import Document
from service.models import Figure

FEW = 10  # a running total of a war or campaign is more than that
_LETTERS = re.compile(r"[a-z]+")
_DEEDS = CRIME - {"prosecutor", "prosecutors"}  # in a single sentence they only say it
_LIVE = frozenset({"current", "superseded"})


def outside_the_news(figures: Sequence[Figure], document: Document, mentions: Sequence[Mention]) -> tuple[Figure, ...]:
    """The figures of an article whose news is not organised violence, each "background" or "other" or a war's running total."""
    civil = sum(1 for s in document.sentences if not (s.words.isdisjoint(CRIME) and s.words.isdisjoint(ACCIDENT)))
    armed = sum(1 for m in mentions if m.kind in ("group", "force")) + sum(
        1 for s in document.sentences if not (s.words.isdisjoint(WAR_WORDS) and s.words.isdisjoint(ARMED))
    )
    other = civil > armed
    return tuple(_outside(figure, other=other) for figure in figures)


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
