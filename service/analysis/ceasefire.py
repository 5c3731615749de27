"""What an article says of a ceasefire: each status with its scope, its words and the sides, and which one is the latest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import get_args

from service.analysis.ceasefire_rules import Reading, read_statuses
from service.analysis.ceasefire_scope import Scope, scope_of
from service.analysis.ceasefire_sides import Sides, sides_of
from service.analysis.ceasefire_terms import TruceSentence, in_furniture, of_a_war, truce_sentences
from service.analysis.gazetteer import Mention
from service.analysis.text import Document
from service.models import CeasefireStatement, CeasefireStatus

_HALTED = frozenset({"it ended a war", "paused by it"})  # rules that tell what a truce stopped
_RUNS_STILL = frozenset({"to end", "before it ends"})  # its end is talked about and still to come
_BROKEN = frozenset({"was violated", "broken by"})  # what is over where a new one is asked for
_OTHERS: frozenset[CeasefireStatus] = frozenset(get_args(CeasefireStatus))
_LONG_QUOTE = 240  # characters; a longer sentence is quoted by the clause that tells the status


@dataclass(frozen=True, slots=True)
class _Candidate:
    found: TruceSentence
    reading: Reading
    scope: Scope


def find_ceasefire(
    document: Document, mentions: Sequence[Mention], *, published: datetime | None
) -> tuple[CeasefireStatement, ...]:
    """One statement for each distinct (status, scope) of the guide, in the order of the text.

    Offsets are into ``document.text``; ``mentions`` are the gazetteer's, in order; ``published`` dates "in February".
    """
    sentences = truce_sentences(document)
    if not sentences:
        return ()
    words = frozenset().union(*(sentence.words for sentence in document.sentences[:200]))
    sides = _names_sides(mentions)
    candidates = [
        candidate
        for found in sentences
        if of_a_war(found, words, sides=sides)
        for name in range(len(found.names))
        if not in_furniture(found, name)
        for candidate in _candidates(found, name, published)
    ]
    candidates = _telling(candidates)
    chosen: dict[tuple[CeasefireStatus, Scope], _Candidate] = {}
    for candidate in candidates:
        chosen.setdefault((candidate.reading.status, candidate.scope), candidate)
    statements = [_statement(document, candidate, mentions) for candidate in chosen.values()]
    return tuple(sorted(statements, key=lambda statement: (statement.start, statement.end, statement.status)))


def _telling(candidates: list[_Candidate]) -> list[_Candidate]:
    """Without what is only presupposed where a status is stated, and without bare mentions where anything is said.

    Of bare mentions the first decides: a headline's, else the lead's.
    """
    current = [candidate.reading for candidate in candidates if candidate.scope == "current"]
    rules = {reading.rule for reading in current}
    if rules & _RUNS_STILL:
        candidates = [candidate for candidate in candidates if candidate.reading.rule != "collapse of"]
    if "wish to renew" in rules:
        candidates = [
            replace(candidate, reading=replace(candidate.reading, status="ended"))
            if candidate.reading.rule in _BROKEN
            else candidate
            for candidate in candidates
        ]
    if any(not reading.weak for reading in current):
        return [candidate for candidate in candidates if not candidate.reading.weak]
    if any(not reading.bare for reading in current):
        kept = [candidate for candidate in candidates if not candidate.reading.bare]
        return _first_of(kept, "agreed", "in_effect")
    first = next((index for index, candidate in enumerate(candidates) if candidate.reading.bare), len(candidates))
    return [candidate for index, candidate in enumerate(candidates) if index <= first or not candidate.reading.bare]


def _first_of(candidates: list[_Candidate], *rivals: CeasefireStatus) -> list[_Candidate]:
    """Of statuses that cannot both be presupposed the one that is told first."""
    first = next((candidate.reading.status for candidate in candidates if candidate.reading.status in rivals), None)
    return [candidate for candidate in candidates if candidate.reading.status in (first, *(_OTHERS - set(rivals)))]


def _names_sides(mentions: Sequence[Mention]) -> bool:
    """Whether the text names an armed side, a side of a known conflict or two countries."""
    if any(mention.party and (mention.conflicts or mention.kind in ("group", "force")) for mention in mentions):
        return True
    return len({mention.party for mention in mentions if mention.party}) >= 2


def _candidates(found: TruceSentence, name: int, published: datetime | None) -> list[_Candidate]:
    readings = read_statuses(found, name)
    scope = scope_of(found.masked(name).text, frozenset(reading.status for reading in readings), published)
    if scope == "background":  # a truce that ended an older war: that it held is not what is told
        readings = tuple(replace(reading, status="agreed") if reading.rule in _HALTED else reading for reading in readings)
    return [_Candidate(found, reading, scope) for reading in readings]


def _statement(document: Document, candidate: _Candidate, mentions: Sequence[Mention]) -> CeasefireStatement:
    found, reading = candidate.found, candidate.reading
    start, end = _quote(document, found, reading)
    sides: Sides = sides_of(found, reading, mentions)
    return CeasefireStatement(
        status=reading.status,
        scope=candidate.scope,
        quote=document.text[start:end],
        start=start,
        end=end,
        rule=f"ceasefire: {reading.rule}",
        parties=sides.parties,
        claimant=sides.claimant,
        accuser=sides.accuser,
        accused=sides.accused,
        starts=sides.starts,
        ends=sides.ends,
        confidence=0.3 if reading.bare else 0.5 if reading.weak else 0.9,
    )


def _quote(document: Document, found: TruceSentence, reading: Reading) -> tuple[int, int]:
    """The sentence, or of a long one the clause with the ceasefire and the words that decided."""
    sentence = found.sentence
    if sentence.end - sentence.start <= _LONG_QUOTE:
        return sentence.start, sentence.end
    name_start, name_end = found.names[reading.name]
    first = found.token_at(min(reading.start, name_start))
    last = found.token_at(max(reading.end, name_end) - 1)
    tokens = sentence.tokens
    while first > 0 and tokens[first - 1].text not in ",;:–":
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].text not in ",;:–.":
        last += 1
    return tokens[first].start, tokens[last].end


# Which state is the latest where an article tells of several: an end overrules a breach, a breach a truce that holds.
_ORDER: tuple[CeasefireStatus, ...] = ("ended", "violated", "extended", "in_effect", "agreed", "rejected", "called_for")
_LEAD_SENTENCES = 4


def ceasefire_now(document: Document, statements: Sequence[CeasefireStatement]) -> CeasefireStatus:
    """The one status that describes the latest state in the news of the article, or "none".

    A truce that the lead tells to be made, extended or holding is newer than one whose end is only told further down.
    """
    current = [statement for statement in statements if statement.scope == "current"]
    lead_end = document.sentences[min(_LEAD_SENTENCES, len(document.sentences)) - 1].end if document.sentences else 0
    lead = {statement.status for statement in current if statement.start < lead_end}
    found = {statement.status for statement in current}
    if lead & {"agreed", "in_effect", "extended"} and "violated" not in found and "ended" not in lead:
        found.discard("ended")
    first = document.sentences[0].end if document.sentences else 0
    if "ended" in found and any(said.rule == "ceasefire: wish to renew" and said.start < first for said in current):
        return "called_for"
    if "ended" in found and any(said.rule == "ceasefire: negotiators withdrawn" and said.start < lead_end for said in current):
        return "rejected"
    return next((status for status in _ORDER if status in found), "none")
