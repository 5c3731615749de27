"""What is told of a ceasefire without naming it again, right behind a sentence that names it.

"40 violations in 24 hours", "Both sides signed the deal in Doha", "Officials said it was holding", "The army rejected the offer".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.analysis.ceasefire_reading import Reading, read_statuses
from service.analysis.ceasefire_terms import TruceSentence, plain_sentence
from service.analysis.languages.en.truce import elliptic
from service.analysis.text import Document, Sentence
from service.models import CeasefireStatus

_REACH = 2  # sentences behind the one that names a ceasefire


def elliptic_breaches(document: Document, named: Sequence[TruceSentence]) -> list[tuple[TruceSentence, Reading]]:
    """Breaches of a ceasefire that one of the two sentences before names; those that name one themselves are left to other rules."""
    found = []
    for sentence in _behind(document, named):
        if sentence.words.isdisjoint(elliptic.BREACHES):
            continue
        plain = plain_sentence(sentence, elliptic.BREACH)
        if plain is None:
            continue
        start, end = plain.names[0]
        if not elliptic.DENIED.search(plain.plain[:start]):
            found.append(
                (plain, Reading("violated", "breaking", "told", 0, start, end, weak=False, how="of the truce named before"))
            )
    return found


def taken_up(document: Document, named: Sequence[TruceSentence]) -> list[tuple[TruceSentence, Reading]]:
    """What is told of "the deal" or "it" in the two sentences behind one that names a ceasefire; only what is plainly told."""
    found = []
    for sentence in _behind(document, named):
        if not sentence.words.isdisjoint(elliptic.DEALS) and (deal := plain_sentence(sentence, elliptic.DEAL)) is not None:
            readings = [reading for name in range(len(deal.names)) for reading in read_statuses(deal, name)]
            plainly = [
                said
                for said in readings
                if not (said.weak or said.bare) and said.event in elliptic.OF_A_DEAL and said.mood == "told"
            ]
            found += [(deal, replace(said, how="of the truce named before")) for said in plainly]
        elif "it" in sentence.words and (holding := plain_sentence(sentence, elliptic.HOLDS)) is not None:
            start, end = holding.names[0]
            if not elliptic.DENIED.search(holding.plain[:start]):
                reading = Reading("in_effect", "keeping", "told", 0, start, end, weak=False, how="of the truce named before")
                found.append((holding, reading))
        elif "bound" in sentence.words and (unbound := plain_sentence(sentence, elliptic.UNBOUND)) is not None:
            start, end = unbound.names[0]
            reading = Reading("ended", "ending", "told", 0, start, end, weak=False, how="of the truce named before")
            found.append((unbound, reading))
        elif "it" in sentence.words and (begins := plain_sentence(sentence, elliptic.BEGINS)) is not None:
            start, end = begins.names[0]
            reading = Reading("agreed", "starting", "coming", 0, start, end, weak=False, how="of the truce named before")
            found.append((begins, reading))
    return found


def answers(document: Document, named: Sequence[TruceSentence]) -> list[tuple[TruceSentence, Reading]]:
    """How the ceasefire that the sentence itself or one of the two before asks for is answered: "The army rejected the offer"."""
    found = []
    for sentence in (*(truce.sentence for truce in named), *_behind(document, named)):
        if sentence.words.isdisjoint(elliptic.ANSWERS):
            continue
        if (refused := plain_sentence(sentence, elliptic.REFUSED)) is not None:
            answer, status, event = refused, _REJECTED, "refusing"
        elif (accepted := plain_sentence(sentence, elliptic.ACCEPTED)) is not None:
            answer, status, event = accepted, _AGREED, "making"
        else:
            continue
        start, end = answer.names[0]
        if not elliptic.DENIED.search(answer.plain[:start]) and answer.sentence.words.isdisjoint(elliptic.COURTS):
            found.append((answer, Reading(status, event, "told", 0, start, end, weak=False, how="of the truce named before")))
    return found


_REJECTED: CeasefireStatus = "rejected"
_AGREED: CeasefireStatus = "agreed"


def _behind(document: Document, named: Sequence[TruceSentence]) -> list[Sentence]:
    """The sentences right behind those that name a ceasefire, which name none themselves."""
    naming = {found.sentence.index for found in named}
    beside = {index + step for index in naming for step in range(1, _REACH + 1)} - naming
    return [document.sentences[index] for index in sorted(beside) if index < len(document.sentences)]
