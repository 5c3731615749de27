"""Whether an article opens with an assassination: somebody of standing or in uniform, shot by men who came to do it.

A judge who is shot is no news of a court, and three policemen shot dead by unknown gunmen are no ordinary crime.
"""

from __future__ import annotations

from itertools import pairwise

from service.analysis.languages.en.assassins import GUNMEN, LOOKED_INTO, MEN, OFFICES, SHOT, STRANGERS
from service.analysis.text import Document

_OPENING = 60  # words of each of the first two sentences
_SHOT_DOWN = frozenset((("gunned", "down"), ("riddled", "with")))


def assassination(document: Document) -> bool:
    """Whether the first two sentences tell of somebody of standing or in uniform who was shot by men who came to do it."""
    first, told = ([*(s.lowers[:_OPENING] for s in document.sentences[:2]), [], []])[:2]
    opening = frozenset(first).union(told)
    if opening.isdisjoint(OFFICES) or not LOOKED_INTO.isdisjoint(first):
        return False
    if "assassinated" in opening or opening.issuperset(("shot", "fired")):
        return True
    pairs = {*pairwise(first), *pairwise(told)}
    if not pairs.isdisjoint(_SHOT_DOWN):
        return True
    gunmen = not opening.isdisjoint(GUNMEN) or any(one in STRANGERS and other in MEN for one, other in pairs)
    return gunmen and not opening.isdisjoint(SHOT)
