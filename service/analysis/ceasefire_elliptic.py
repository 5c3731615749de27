"""What is told of a ceasefire without naming it again, right behind a sentence that names it.

"40 violations in 24 hours", "Both sides signed the deal in Doha", "Officials said it was holding".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from service.analysis.ceasefire_reading import Reading, read_statuses
from service.analysis.ceasefire_terms import TruceSentence, plain_sentence
from service.analysis.text import Document, Sentence

_REACH = 2  # sentences behind the one that names a ceasefire
_BREACHES = frozenset(("violation", "violations", "breach", "breaches"))
# A breach of nothing else: "violations of airspace", "border violations" and "rights violations" are no truce's.
_BREACH = re.compile(
    r"(?<!rights )(?<!airspace )(?<!border )(?<!law )(?<!traffic )(?<!sanctions )(?<!data )(?<!security )(?<!parole )"
    r"\b(?:violations?|breaches)\b(?= (?:[.,;:]|in |on |by |since |from |during |over |after |and |were |had |have |was |along |it )|"
    r" of (?:it|the (?:agreement|deal|accord|terms)|its terms)\b)"
)
_DEAL = re.compile(r"(?<=\bthe )(?:deal|agreement|accord|pact)\b(?! (?:on|over|for|with|to|between) )")
_DEALS = frozenset(("deal", "agreement", "accord", "pact"))
_HOLDS = re.compile(
    r"\bit (?=(?:was|is|has been|had been|appeared to be|appears to be|seemed to be|remained|remains) "
    r"(?:still |largely |broadly |mostly |so far |generally )*(?:holding|in effect|in force|intact|being respected|being observed)\b"
    r"|(?:took|had taken|came|had come|went|had gone|entered) (?:into )?(?:effect|force|hold)\b)"
)
_TOLD = frozenset(
    ("making", "starting", "extending", "breaking", "ending")
)  # events that "the deal" is told of as of a ceasefire
_DENIED = re.compile(r"\b(?:no|not|never|without|any|if|against|prevent|avoid|deter|report|denied|denies)(?: [\w-]+){0,3} $")


def elliptic_breaches(document: Document, named: Sequence[TruceSentence]) -> list[tuple[TruceSentence, Reading]]:
    """Breaches of a ceasefire that one of the two sentences before names; those that name one themselves are left to other rules."""
    found = []
    for sentence in _behind(document, named):
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


def taken_up(document: Document, named: Sequence[TruceSentence]) -> list[tuple[TruceSentence, Reading]]:
    """What is told of "the deal" or "it" in the two sentences behind one that names a ceasefire; only what is plainly told."""
    found = []
    for sentence in _behind(document, named):
        if not sentence.words.isdisjoint(_DEALS) and (deal := plain_sentence(sentence, _DEAL)) is not None:
            readings = [reading for name in range(len(deal.names)) for reading in read_statuses(deal, name)]
            plainly = [
                said for said in readings if not (said.weak or said.bare) and said.event in _TOLD and said.mood == "told"
            ]
            found += [(deal, replace(said, how="of the truce named before")) for said in plainly]
        elif "it" in sentence.words and (holding := plain_sentence(sentence, _HOLDS)) is not None:
            start, end = holding.names[0]
            if not _DENIED.search(holding.plain[:start]):
                reading = Reading("in_effect", "keeping", "told", 0, start, end, weak=False, how="of the truce named before")
                found.append((holding, reading))
    return found


def _behind(document: Document, named: Sequence[TruceSentence]) -> list[Sentence]:
    """The sentences right behind those that name a ceasefire, which name none themselves."""
    naming = {found.sentence.index for found in named}
    beside = {index + step for index in naming for step in range(1, _REACH + 1)} - naming
    return [document.sentences[index] for index in sorted(beside) if index < len(document.sentences)]
