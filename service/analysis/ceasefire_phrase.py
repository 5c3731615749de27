"""A ceasefire's noun phrase in its sentence: where it begins, what stands in it, and the cues around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from service.analysis.ceasefire_cues import Cue
from service.analysis.ceasefire_terms import TruceSentence
from service.analysis.languages.en.truce import grammar
from service.analysis.languages.en.truce.events import BODIES
from service.analysis.languages.lists import words as word_set

_BODIES = frozenset(word.strip() for word in BODIES.split(","))
_LONGEST = 8  # words of a noun phrase before its name: "Syria's fragile week-old US and Russian brokered"
_DEALS = word_set("deal deals agreement agreements accord accords pact pacts arrangement understanding treaty")


@dataclass(frozen=True, slots=True)
class Phrase:
    """``words[start:end]`` is the ceasefire with what stands before its name; ``first`` is where the name begins.

    ``adjectives`` are the kinds it is given ("keeping" for "shaky"), ``determiner`` its "the", "a", "no" or "". ``noun`` is
    the event of a noun behind it that makes it "truce talks" or a "truce violation", ``end`` then lies behind that noun.
    """

    found: TruceSentence
    words: tuple[str, ...]
    cues: tuple[Cue, ...]
    start: int
    first: int
    end: int
    determiner: str
    adjectives: frozenset[str]
    noun: str
    body: bool  # the name is part of another thing's: "ceasefire line"

    @property
    def definite(self) -> bool:
        return self.determiner in grammar.DEFINITE or self.determiner.endswith("'s")

    @property
    def deal(self) -> bool:
        return any(word in _DEALS for word in self.words[self.first : self.end])

    @property
    def zone(self) -> bool:
        """Whether the ceasefire is named as a place: "a de-escalation zone"."""
        return self.words[self.end - 1] in ("zone", "zones", "area", "areas")

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Words ``start:end`` as offsets in the sentence's plain form."""
        last = self.found.starts[end - 1]
        return self.found.starts[start], last + len(self.words[end - 1])


def phrase_of(found: TruceSentence, name: int) -> Phrase:
    """The noun phrase of the sentence's ceasefire number ``name``."""
    words = found.words
    spans = [_span(found, number) for number in range(len(found.names))]
    first, end = spans[name]
    covered = {position for begin, stop in spans for position in range(begin, stop)}
    cues = tuple(cue for cue in found.cues if not covered & set(range(cue.start, cue.end)))
    pronoun = found.pronoun(name)
    start, determiner, adjectives = (first, "the", frozenset[str]()) if pronoun else _before(words, cues, first)
    if words[max(0, start - 1) : start] == ("of",) and words[max(0, start - 2)] in grammar.TRANSPARENT:
        start -= 3 if start >= 3 and words[start - 3] in grammar.DETERMINERS else 2
    noun, body = "", False
    if end < len(words) and not pronoun:
        owned = words[end] == "'s"  # "the truce's collapse"
        behind = next((cue for cue in cues if cue.start == end + owned), None)
        compound = behind.meaning("noun") if behind else None
        if behind is not None and words[behind.end : behind.end + 1] and words[behind.end] in grammar.BESIDE_A_TIME:
            compound = compound if compound is None or words[end] not in grammar.SOON else None
        if words[end] in _BODIES:
            body, end = True, end + 1
        elif behind is not None and compound is not None and _compound(words, behind):
            noun, end = compound.what, behind.end
    return Phrase(found, words, cues, start, first, end, determiner, adjectives, noun, body)


def _span(found: TruceSentence, name: int) -> tuple[int, int]:
    start, end = found.names[name]
    return bisect_right(found.starts, start) - 1, bisect_right(found.starts, end - 1)


def _compound(words: Sequence[str], behind: Cue) -> bool:
    """Whether a noun right behind the name belongs to it; "truce calls" does, "the truce demands that" does not."""
    verb = behind.meaning("done to", "does")
    if verb is None or verb.form == "base":
        return True
    following = words[behind.end] if behind.end < len(words) else "."
    return following not in grammar.OBJECT_OPENERS or following in ("to", "for", "on", "in")


def _before(words: Sequence[str], cues: Sequence[Cue], first: int) -> tuple[int, str, frozenset[str]]:
    """Where the phrase begins, its determiner, and the kinds of its adjectives."""
    by_end = {cue.end: cue for cue in cues}
    adjectives: list[tuple[int, str]] = []
    position = first
    while position > 0 and first - position < _LONGEST:
        word = words[position - 1]
        if word in grammar.DETERMINERS:
            return position - 1, word, frozenset(kind for _, kind in adjectives)
        if word in (",", "and") and adjectives and _is_adjective(by_end.get(position - 1)):
            position -= 1  # "immediate, durable and sustained"
            continue
        if word == "may" and words[position - 2 : position - 1] == ("the",):
            position -= 1  # "the May truce"
            continue
        cue = by_end.get(position)
        kind = _kind(word, cue)
        if word in grammar.PHRASE_ENDS or (kind == "" and cue is not None and cue.meaning("done to", "does", "state", "mood")):
            break
        if kind:
            adjectives.append((position - 1, kind))
        position -= 1
    # without a determiner a participle is a verb: "declared unilateral truces", "Qatar brokered truce"
    verbs = {cue.start for cue in cues if cue.meaning("done to")}
    position = max([place + 1 for place, _ in adjectives if place in verbs and words[place].endswith("ed")], default=position)
    return position, "", frozenset(kind for place, kind in adjectives if place >= position)


def _is_adjective(cue: Cue | None) -> bool:
    return cue is not None and cue.meaning("adjective") is not None


def _kind(word: str, cue: Cue | None) -> str:
    """The kind of ceasefire an adjective makes: "keeping" for one that is there, "making" for one that was made; else ""."""
    adjective = cue.meaning("adjective") if cue is not None else None
    if adjective is not None:
        return adjective.what
    if cue is None and word.endswith(grammar.MADE_ENDINGS):
        return "making"
    return "keeping" if cue is None and word.endswith(grammar.SPELL_ENDINGS) else ""
