"""What is told of a ceasefire without naming it again, right behind a sentence that names it.

"40 violations in 24 hours", "Both sides signed the deal in Doha", "Officials said it was holding", "The army rejected the offer".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from service.analysis.ceasefire_reading import Reading, read_statuses
from service.analysis.ceasefire_terms import TruceSentence, plain_sentence
from service.analysis.text import Document, Sentence
from service.models import CeasefireStatus

_REACH = 2  # sentences behind the one that names a ceasefire
_BREACHES = frozenset(("violation", "violations", "breach", "breaches"))
# A breach of nothing else: "violations of airspace", "border violations" and "rights violations" are no truce's.
_BREACH = re.compile(
    r"(?<!rights )(?<!airspace )(?<!border )(?<!law )(?<!traffic )(?<!sanctions )(?<!data )(?<!security )(?<!parole )(?<!laundering )(?<!antitrust )(?<!tax )"
    r"(?<!labor )(?<!labour )(?<!ethics )(?<!visa )(?<!safety )(?<!code )(?<!privacy )(?<!copyright )(?<!election )"
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
_WHAT_IS_ASKED = (
    r" (?:the|that|this|these|those|its|his|their|such|any) (?:[a-z-]+ ){0,2}?(?:offers?|proposals?|calls?|pleas?|appeals?|demands?|ideas?"
    r"|plan|initiative|overtures?|terms|gesture|suggestions?|move)\b"
)
_REFUSED = re.compile(
    r"\b(?:reject(?:ed|s|ing)|dismiss(?:ed|es|ing)|rebuff(?:ed|s|ing)|spurn(?:ed|s|ing)|turn(?:ed|s|ing) down|brush(?:ed|es|ing) (?:aside|off)"
    r"|refus(?:ed|es|ing) to accept|scoff(?:ed|s|ing) at|swatted away|poured scorn on)"
    + _WHAT_IS_ASKED
    + r"(?! (?:that|was|were|by|as) )"
    r"|\bthere (?:would|will|could|can) be (?:none|nothing of the (?:kind|sort)|no such thing)\b"
    r"|\b(?:rejected it|dismissed it|ruled it out|turned it down|rebuffed it|spurned it|said no)\b"
)
_ACCEPTED = re.compile(r"\b(?:accepted|accepts|said yes to|agreed to)" + _WHAT_IS_ASKED)
_ANSWERS = frozenset(
    """
    rejected rejects rejecting dismissed dismisses dismissing rebuffed rebuffs rebuffing spurned spurns spurning turned turns turning
    brushed brushes brushing refused refuses refusing scoffed scoffs scoffing swatted poured none nothing such ruled said accepted accepts
    agreed
    """.split()
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


def answers(document: Document, named: Sequence[TruceSentence]) -> list[tuple[TruceSentence, Reading]]:
    """How the ceasefire that one of the two sentences before asks for is answered: "The army rejected the offer"."""
    found = []
    for sentence in _behind(document, named):
        if sentence.words.isdisjoint(_ANSWERS):
            continue
        if (refused := plain_sentence(sentence, _REFUSED)) is not None:
            answer, status, event = refused, _REJECTED, "refusing"
        elif (accepted := plain_sentence(sentence, _ACCEPTED)) is not None:
            answer, status, event = accepted, _AGREED, "making"
        else:
            continue
        start, end = answer.names[0]
        if not _DENIED.search(answer.plain[:start]) and answer.sentence.words.isdisjoint(_COURTS):
            found.append((answer, Reading(status, event, "told", 0, start, end, weak=False, how="of the truce named before")))
    return found


_COURTS = frozenset(("court", "judge", "judges", "tribunal", "lawyers"))
_REJECTED: CeasefireStatus = "rejected"
_AGREED: CeasefireStatus = "agreed"


def _behind(document: Document, named: Sequence[TruceSentence]) -> list[Sentence]:
    """The sentences right behind those that name a ceasefire, which name none themselves."""
    naming = {found.sentence.index for found in named}
    beside = {index + step for index in naming for step in range(1, _REACH + 1)} - naming
    return [document.sentences[index] for index in sorted(beside) if index < len(document.sentences)]
