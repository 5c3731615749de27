"""Breaches told without naming the ceasefire again: "40 violations in 24 hours", right behind a sentence that names it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.analysis.ceasefire_reading import Reading
from service.analysis.ceasefire_terms import TruceSentence, plain_sentence
from service.analysis.text import Document

_REACH = 2  # sentences behind the one that names a ceasefire
_BREACHES = frozenset(("violation", "violations", "breach", "breaches"))
# A breach of nothing else: "violations of airspace", "border violations" and "rights violations" are no truce's.
_BREACH = re.compile(
    r"(?<!rights )(?<!airspace )(?<!border )(?<!law )(?<!traffic )(?<!sanctions )(?<!data )(?<!security )(?<!parole )"
    r"\b(?:violations?|breaches)\b(?= (?:[.,;:]|in |on |by |since |from |during |over |after |and |were |had |have |was |along |it )|"
    r" of (?:it|the (?:agreement|deal|accord|terms)|its terms)\b)"
)
_DENIED = re.compile(r"\b(?:no|not|never|without|any|if|against|prevent|avoid|deter|report|denied|denies)(?: [\w-]+){0,3} $")


def elliptic_breaches(document: Document, named: Sequence[TruceSentence]) -> list[tuple[TruceSentence, Reading]]:
    """Breaches of a ceasefire that one of the two sentences before names; those that name one themselves are left to other rules."""
    naming = {found.sentence.index for found in named}
    beside = {index + step for index in naming for step in range(1, _REACH + 1)} - naming
    found = []
    for index in sorted(beside & set(range(len(document.sentences)))):
        sentence = document.sentences[index]
        if sentence.words.isdisjoint(_BREACHES):
            continue
        plain = plain_sentence(sentence, _BREACH)
        if plain is None:
            continue
        start, end = plain.names[0]
        if not _DENIED.search(plain.plain[:start]):
            found.append(
                (plain, Reading("violated", "breaking", "told", 0, start, end, weak=False, how="of the truce named before"))
            )
    return found
