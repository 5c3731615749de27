"""Clauses and asides in a run of words: where a clause begins, where an aside does, what is a participle."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.languages.en.grammar import CLAUSE_BREAKS, INCLUDING, RELATIVES, SAY
from service.analysis.languages.en.harm import INTRANSITIVE, STATES, TRANSITIVE
from service.analysis.languages.en.people import PLURAL, SINGULAR
from service.analysis.languages.lists import Phrases, words

REACH = 45  # tokens a subject may stand from its verb
ASIDE = 30  # tokens an aside in commas, dashes or brackets may have
DASHES = frozenset(("–", "--", "-"))
_OPENERS = INCLUDING | words(
    """
    reportedly believed thought identified named described who whom which among most mostly mainly some all many aged one two three
    four both each whose nearly almost
"""
)
_PARTICIPLES = words("shot slain caught held taken beaten stabbed burnt hit")
_BREAKS = frozenset((";", ":", "...")) | SAY | frozenset(TRANSITIVE) | frozenset(INTRANSITIVE)


def participle(word: str) -> bool:
    """Whether a word can be a passive participle."""
    return word in STATES or word.endswith("ed") or word in _PARTICIPLES


def clause(lowers: Sequence[str], at: int) -> tuple[int, list[tuple[int, int]]]:
    """Where the clause that ends at ``at`` begins, and the asides in it."""
    asides: list[tuple[int, int]] = []
    position = at
    while position > 0 and at - position < REACH:
        word = lowers[position - 1]
        if word in (")", "]") or word in DASHES or (word == "," and position == at):
            opening = aside_before(lowers, position - 1)
            if opening < position:
                asides.append((opening, position))
                position = opening
                continue
            if word in ("–", "--"):
                break
        elif word == "as" and position > 1 and lowers[position - 2] in _SERVED:
            pass
        elif _reduced(lowers, position - 1, at):
            pass  # "six labourers abducted by gunmen were found dead"
        elif (word in _BREAKS and not _noun_there(lowers, position - 1)) or (
            word in CLAUSE_BREAKS and (word not in ("as", "since", "before", "after") or position < at)
        ):
            break
        position -= 1
    return position, asides


_SERVED = words("served serving serve worked working work acted acting known described identified such well")


def _reduced(lowers: Sequence[str], at: int, end: int) -> bool:
    """Whether a participle behind people only says which people a clause is about: "three marines wounded in the raid have died"."""
    if at == 0 or lowers[at] not in TRANSITIVE or TRANSITIVE[lowers[at]].form not in ("past", "pp") or at + 1 >= end:
        return False
    noun = lowers[at - 1] in PLURAL or lowers[at - 1] in SINGULAR
    return noun and lowers[at + 1] in _BEHIND_PARTICIPLE and "and" not in lowers[at:end] and "," not in lowers[at:end]


_BEHIND_PARTICIPLE = words("by in on at near during from last since earlier")


def _noun_there(lowers: Sequence[str], at: int) -> bool:
    """ "victims of the massacre": a verb's base after an article is a noun."""
    return (
        at > 0 and lowers[at - 1] in ("the", "a", "an") and lowers[at] in TRANSITIVE and TRANSITIVE[lowers[at]].form == "base"
    )


def aside_before(lowers: Sequence[str], close: int) -> int:
    """Where the aside that ends with the mark at ``close`` begins; one past ``close`` where it ends none."""
    mark = lowers[close]
    for at in range(close - 1, max(-1, close - ASIDE), -1):
        word = lowers[at]
        if (mark == ")" and word == "(") or (mark == "]" and word == "[") or (mark in DASHES and word == mark):
            return at
        if mark == "," and word == ",":
            return at if lowers[at + 1] in _OPENERS or lowers[close - 2 : close] == ["among", "them"] else close + 1
    return close + 1


def relative_before(lowers: Sequence[str], at: int) -> int:
    """The relative pronoun of "71 men who it said were killed", the verb's auxiliaries beginning at ``at``; -1 for none."""
    said = next((i for i in (at, at - 1) if 0 < i < len(lowers) and lowers[i] in SAY), -1)
    for position in range(said - 1, max(-1, said - 5), -1):
        word = lowers[position]
        if word in RELATIVES:
            return position
        if word in _MARKS or word in TRANSITIVE or word in SAY:
            return -1
    return -1


_MARKS = frozenset((",", ";", ":", '"', "."))


def occurrences(lowers: Sequence[str], phrases: Phrases) -> list[tuple[int, tuple[str, ...]]]:
    """Where any of the phrases stands, and which: in the phrases' order."""
    begun = [at for at, word in enumerate(lowers[:-1]) if word in phrases and lowers[at + 1] in phrases[word]]
    found = [
        (order, at, phrase)
        for at in begun
        for order, phrase in phrases[lowers[at]][lowers[at + 1]]
        if len(phrase) == 2 or tuple(lowers[at : at + len(phrase)]) == phrase
    ]
    return [(at, phrase) for _, at, phrase in sorted(found)]
