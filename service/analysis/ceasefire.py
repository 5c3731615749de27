"""What an article says of a ceasefire: each status with its scope, its words and the sides, and which one is the latest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import get_args

from service.analysis.ceasefire_elliptic import answers, elliptic_breaches, taken_up
from service.analysis.ceasefire_reading import Reading, read_statuses
from service.analysis.ceasefire_scope import Scope, scope_of
from service.analysis.ceasefire_sides import Sides, sides_of
from service.analysis.ceasefire_terms import TruceSentence, in_furniture, in_peace, of_a_war, of_fighting, truce_sentences
from service.analysis.gazetteer import Mention
from service.analysis.one_sided import area, declared_by
from service.analysis.text import Document
from service.models import CeasefireStatement, CeasefireStatus

_THERE: frozenset[CeasefireStatus] = frozenset(("agreed", "in_effect", "extended", "violated", "ended"))
_OTHERS: frozenset[CeasefireStatus] = frozenset(get_args(CeasefireStatus))
_LEAD_SENTENCES = 4
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
        for found in _of_war(sentences, words, sides=sides)
        for name in range(len(found.names))
        if not in_furniture(found, name)
        for candidate in _candidates(found, name, published)
    ]
    there = _there(candidates)
    asked = _asked(candidates)
    candidates += [_of_reading(found, reading, published) for found, reading in elliptic_breaches(document, there)]
    candidates = _telling(_resumed(document, _beside_a_new_one(candidates, sentences)))
    candidates += [_of_reading(found, reading, published) for found, reading in taken_up(document, there)]
    candidates += [_of_reading(found, reading, published) for found, reading in answers(document, asked)]
    chosen: dict[tuple[CeasefireStatus, Scope], list[_Candidate]] = {}
    for candidate in candidates:
        chosen.setdefault((candidate.reading.status, candidate.scope), []).append(candidate)
    statements = [_statement(document, tellings, mentions) for tellings in chosen.values()]
    return tuple(sorted(statements, key=lambda statement: (statement.start, statement.end, statement.status)))


def _of_war(sentences: Sequence[TruceSentence], words: frozenset[str], *, sides: bool) -> list[TruceSentence]:
    """The sentences on a ceasefire of armed sides; behind one on a truce in trade or sport only those that speak of fighting itself."""
    peaceful = in_peace(sentences[0])
    return [found for found in sentences if of_a_war(found, words, sides=sides) and not (peaceful and not of_fighting(found))]


def _asked(candidates: list[_Candidate]) -> list[TruceSentence]:
    """The sentences by which a ceasefire is asked for in the news."""
    return [
        candidate.found
        for candidate in candidates
        if candidate.scope == "current" and candidate.reading.status == "called_for" and not candidate.reading.bare
    ]


def _beside_a_new_one(candidates: list[_Candidate], sentences: Sequence[TruceSentence]) -> list[_Candidate]:
    """Where a new truce is told of, "a truce declared on Tuesday" that never took hold is an older one."""
    candidates = _had_failed(candidates)
    made = any(candidate.scope == "current" and candidate.reading.status in ("agreed", "in_effect") for candidate in candidates)
    heads = sentences[:_LEAD_SENTENCES] if made else ()
    if not any(_NEW_ONE.search(found.masked(name).text) for found in heads for name in range(len(found.names))):
        return candidates
    return [
        replace(candidate, scope="background")
        if candidate.scope == "current" and _OLD_ONE.match(candidate.found.masked(candidate.reading.name).text)
        else candidate
        for candidate in candidates
    ]


def _had_failed(candidates: list[_Candidate]) -> list[_Candidate]:
    """Behind a deal that is the news, "the November truce had frayed" and "a truce agreed last week crumbled" tell of the one before it."""
    deal = next((one for one in candidates if one.scope == "current" and one.reading.status == "agreed"), None)
    if deal is None or deal.reading.weak or deal.found.sentence.index >= _LEAD_SENTENCES:
        return candidates
    return [
        replace(candidate, scope="background")
        if candidate.reading.status in ("violated", "ended")
        and candidate.found.sentence.index > deal.found.sentence.index
        and _HAD_FAILED.search(candidate.found.masked(candidate.reading.name).text)
        else candidate
        for candidate in candidates
    ]


_HAD_FAILED = re.compile(
    r"\b(?:an?|the (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn"
    r"|winter|first|last|christmas|easter|ramadan|eid)|last (?:week|month|year) 's) @ had "
    r"|\ban? @ (?:agreed|signed|reached|brokered|declared|called|announced|mediated) (?:by \w+ )?(?:last|earlier|days|weeks|in"
    r" (?:january|february|march|april|may|june|july|august|september|october|november|december)) "
)
_NEW_ONE = re.compile(r"\b(?:new|another|fresh|second|third)\b(?: [\w-]+){0,3} @")
_OLD_ONE = re.compile(
    r"(?:an?|the (?:first|last|previous|earlier|two previous)) (?!new |fresh |second |third )(?:[\w-]+ ){0,3}@"
)


def _there(candidates: list[_Candidate]) -> list[TruceSentence]:
    """The sentences that tell of a ceasefire that is or was there in the news."""
    return [candidate.found for candidate in candidates if candidate.scope == "current" and candidate.reading.status in _THERE]


def _of_reading(found: TruceSentence, reading: Reading, published: datetime | None) -> _Candidate:
    return _Candidate(found, reading, scope_of(found.masked(reading.name).text, reading.status, published))


def _telling(candidates: list[_Candidate]) -> list[_Candidate]:
    """Without what is only presupposed where a status is stated, and without bare mentions where anything is said.

    Of bare mentions the first decides: a headline's, else the lead's.
    """
    current = [candidate.reading for candidate in candidates if candidate.scope == "current"]
    if any(reading.event == "ending" and reading.mood == "coming" for reading in current):
        candidates = [candidate for candidate in candidates if not _end_as_noun(candidate)]
    if any((reading.event, reading.mood) == ("restoring", "asked") for reading in current):
        candidates = [_broken_is_over(candidate) for candidate in candidates]
    if any(reading.status == "rejected" for reading in current):
        candidates = [_one_side_would(candidate) for candidate in candidates]
    told = [reading for reading in current if not reading.weak and not reading.bare and not reading.presupposed]
    if any(reading.status in _THERE for reading in told):
        return [candidate for candidate in candidates if not _supposed(candidate.reading)]
    if told:
        return [candidate for candidate in candidates if not candidate.reading.weak and not candidate.reading.bare]
    if any(not reading.bare for reading in current):
        kept = [candidate for candidate in candidates if not candidate.reading.bare]
        return _first_of(kept, "agreed", "in_effect")
    first = next((index for index, candidate in enumerate(candidates) if candidate.reading.bare), len(candidates))
    return [candidate for index, candidate in enumerate(candidates) if index <= first or not candidate.reading.bare]


_RESUMED = re.compile(
    r"\b(?:fighting|combat|hostilities|war|strikes|airstrikes|bombing|bombardment|offensive|shelling|attacks)"
    r" (?:has |have |had )?(?:resumed|resumes)\b|\bresum(?:ed|es|ption of) (?:its |their |the |his |heavy |military )*"
    r"(?:fighting|combat|hostilities|war|strikes|airstrikes|bombing|bombardment|offensive|shelling|attacks|operations)\b"
)


def _resumed(document: Document, candidates: list[_Candidate]) -> list[_Candidate]:
    """A truce that is only taken to be there is over where the lead says that fighting has resumed; one broken, in one breath with it."""
    over = [
        replace(candidate, reading=replace(candidate.reading, status="ended", event="ending"))
        for candidate in candidates
        if candidate.reading.status == "violated" and candidate.scope == "current" and _gone_back_to_war(candidate.found.plain)
    ]
    if over and not any(candidate.reading.status == "ended" for candidate in candidates):
        return [*candidates, over[0]]
    lead = " ".join(sentence.plain for sentence in document.sentences[:_LEAD_SENTENCES]).lower()
    if _RESUMED.search(lead) is None or any(candidate.reading.status == "ended" for candidate in candidates):
        return candidates
    return [
        replace(candidate, reading=replace(candidate.reading, status="ended"))
        if candidate.reading.status == "in_effect" and (candidate.reading.weak or candidate.reading.bare)
        else candidate
        for candidate in candidates
    ]


def _gone_back_to_war(plain: str) -> bool:
    """ "Resumed combat after accusing them of violating the truce"; what resumes "despite" it or "hours after it began" is a breach."""
    if _RESUMED.search(plain) is None or _JUST_BEGUN.search(plain):
        return False
    return "despite" not in plain and "spite of" not in plain and "though" not in plain


_JUST_BEGUN = re.compile(
    r"\b(?:hours?|minutes?|moments|shortly|soon|days?) after (?:[^\s]+ ){1,10}?(?:took effect|began|started|came into|went into)\b"
)


def _supposed(reading: Reading) -> bool:
    return reading.weak or reading.bare or reading.presupposed


def _end_as_noun(candidate: _Candidate) -> bool:
    """ "The end of the truce", which may lie ahead."""
    reading = candidate.reading
    return (reading.event, reading.mood) == ("ending", "told") and candidate.found.plain[reading.start :].startswith(
        ("end", "expiry")
    )


def _broken_is_over(candidate: _Candidate) -> _Candidate:
    """A truce "that had been broken" is over where a new one is asked for."""
    reading = candidate.reading
    passive = reading.event == "breaking" and candidate.found.plain[: reading.start].endswith(("been ", "was ", "were "))
    return replace(candidate, reading=replace(reading, status="ended")) if passive else candidate


_ACCEPTED = re.compile(r"\b(?:accept(?:ed|s)?|(?:said|says) yes)\b")
_NEAR = 40  # characters from "accepted" to the proposal or truce


def _one_side_would(candidate: _Candidate) -> _Candidate:
    """What one side "accepted" or "said yes to" is no agreement where the other refuses it."""
    reading = candidate.reading
    accepted = _ACCEPTED.search(candidate.found.plain, max(0, reading.start - _NEAR), reading.end)
    if reading.status != "agreed" or accepted is None:
        return candidate
    return replace(candidate, reading=replace(reading, status="called_for"))


def _first_of(candidates: list[_Candidate], *rivals: CeasefireStatus) -> list[_Candidate]:
    """Of statuses that cannot both be presupposed the one that is told first."""
    first = next((candidate.reading.status for candidate in candidates if candidate.reading.status in rivals), None)
    kept = _OTHERS - set(rivals)
    return [candidate for candidate in candidates if candidate.reading.status == first or candidate.reading.status in kept]


def _names_sides(mentions: Sequence[Mention]) -> bool:
    """Whether the text names an armed side, a side of a known conflict or two countries."""
    if any(mention.party and (mention.conflicts or mention.kind in ("group", "force")) for mention in mentions):
        return True
    return len({mention.party for mention in mentions if mention.party}) >= 2


def _candidates(found: TruceSentence, name: int, published: datetime | None) -> list[_Candidate]:
    masked = found.masked(name).text
    scoped = ((reading, scope_of(masked, reading.status, published)) for reading in read_statuses(found, name))
    return [_Candidate(found, _long_ago(reading) if scope == "background" else reading, scope) for reading, scope in scoped]


def _long_ago(reading: Reading) -> Reading:
    """Of a truce that ended an older war it is told that it was made, not that it held."""
    return replace(reading, status="agreed") if reading.event == "effect" else reading


_TELLINGS = 4  # sentences of one status that are read for its hours


def _statement(document: Document, tellings: Sequence[_Candidate], mentions: Sequence[Mention]) -> CeasefireStatement:
    """The first sentence that gives the status, with the hours that it or the next ones say: a headline has no room for them."""
    candidate = tellings[0]
    found, reading = candidate.found, candidate.reading
    start, end = _quote(document, found, reading)
    sides: Sides = sides_of(found, reading, mentions)
    hours = [sides, *(sides_of(other.found, other.reading, mentions) for other in tellings[1:_TELLINGS])]
    inside = [mention for mention in mentions if found.sentence.start <= mention.start < found.sentence.end]
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
        starts=next((told.starts for told in hours if told.starts), None),
        ends=next((told.ends for told in hours if told.ends), None),
        confidence=0.3 if reading.bare else 0.5 if reading.weak or _taken_for_granted(reading) else 0.9,
        declared_by=declared_by(found, reading, inside),
        area=area(found, reading, inside, document.text),
    )


def _taken_for_granted(reading: Reading) -> bool:
    """Whether that a truce holds is only taken for granted: "urged both to respect the truce" is also said of a broken one."""
    return reading.presupposed and reading.status == "in_effect"


def _quote(document: Document, found: TruceSentence, reading: Reading) -> tuple[int, int]:
    """The sentence, or of a long one the clause with the ceasefire and the words that decided."""
    sentence = found.sentence
    if sentence.end - sentence.start <= _LONG_QUOTE:
        return sentence.start, sentence.end
    name_start, name_end = found.names[reading.name]
    first = found.token_at(min(reading.start, name_start))
    last = found.token_at(max(reading.end, name_end) - 1)
    texts = sentence.texts
    while first > 0 and texts[first - 1] not in ",;:–":
        first -= 1
    while last + 1 < len(texts) and texts[last + 1] not in ",;:–.":
        last += 1
    return sentence.starts[first], sentence.ends[last]


# Which state is the latest where an article tells of several: an end overrules a breach, a breach a truce that holds.
_ORDER: tuple[CeasefireStatus, ...] = ("ended", "violated", "extended", "in_effect", "agreed", "rejected", "called_for")


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
    if "ended" in found and any(said.rule == "ceasefire: restoring, asked" and said.start < first for said in current):
        return "called_for"
    if "agreed" in found and _turned_down(current):
        found.discard("agreed")
    return next((status for status in _ORDER if status in found), "none")


def _turned_down(current: Sequence[CeasefireStatement]) -> bool:
    """Whether one side's ceasefire is refused by another, which is told before it or in one breath."""
    made = min(statement.start for statement in current if statement.status == "agreed")
    return any(statement.status == "rejected" and statement.start <= made for statement in current)
