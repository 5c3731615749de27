"""Counts that the article itself replaces: "initial reports said that 12 had died", "put the dead at 17 but later said 24 had died"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.analysis.drafts import Draft
from service.analysis.languages.en.grammar import SAY
from service.analysis.languages.en.numerals import NUMERAL_WORDS
from service.analysis.languages.en.times import CORRECTING, EARLIER_SAID, REPLACING, SAID_EARLIER
from service.analysis.languages.lists import words
from service.analysis.linking import Harm

SAYING = 14  # tokens from "initial reports" to what they said
_RISING = words("rose risen rises climbed now later jumped grew")
_AT_FIRST = 4  # tokens from the beginning in which the number stands
_REPORTED = words("reported thought believed said counted listed")
_TOOK_BACK = frozenset({("took", "it", "back"), ("took", "that", "back"), ("taken", "it", "back")})


def said_earlier(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "had earlier reported a toll of eight", "initial reports said that 12 had died", "Earlier five had been counted dead"."""
    if _corrected(harm, lowers) or _had_put(harm, lowers):
        return True
    if lowers[0] == "earlier" and lowers[1] != "," and (lowers[1][0].isdigit() or lowers[1] in NUMERAL_WORDS):
        return True
    if lowers[:2] == ["at", "first"] and harm.group.start <= _AT_FIRST and not _REPORTED.isdisjoint(lowers[: harm.at + 3]):
        return True  # "at first five were reported dead"
    for at in range(max(0, harm.group.start - SAYING), harm.group.start):
        if lowers[max(0, at - 2) : at] == ["according", "to"]:
            continue  # what is still the latest: "according to preliminary reports"
        if lowers[at] in EARLIER_SAID and not SAID_EARLIER.isdisjoint(lowers[at + 1 : at + 3]):
            if not _RISING.isdisjoint(lowers[at + 1 : harm.group.start]):
                continue  # "first given as 17, rose to 24"
            near = harm.group.start - at <= 7 or _is_number(lowers, at, harm.group.start)
            return near or (lowers[at] in REPLACING and "that" in lowers[at + 2 : harm.group.start])
    return False


def _is_number(lowers: Sequence[str], at: int, start: int) -> bool:
    """ "an earlier count given by police late on Friday was of 15 dead": a noun, and what it was."""
    return lowers[at - 1 : at] in (["an"], ["the"], ["its"], ["their"]) and not {"was", "were", "stood", "spoke"}.isdisjoint(
        lowers[max(at, start - 3) : start]
    )


def _had_put(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "On Wednesday officials had put the toll at 12": the count before today's."""
    if not harm.rule.startswith(("toll", "number of")):
        return False
    begin = max(0, harm.group.start - SAYING)
    return any(
        lowers[at] == "had" and lowers[at + 1 + (lowers[at + 1] in ("earlier", "previously", "been"))] in _PUT
        for at in range(begin, harm.group.start - 2)
    )


_PUT = words("put given stood reported")


def still_standing(drafts: Sequence[Draft]) -> list[Draft]:
    """ "The ministry gave an initial toll of two dead": the latest there is where the article gives no other of its kind."""
    live = {draft.figure.kind for draft in drafts if draft.figure.scope in ("current", "cumulative")}
    return [
        replace(draft, figure=replace(draft.figure, scope="current"))
        if draft.figure.scope == "superseded" and draft.figure.kind not in live and _first_count(draft.figure.quote)
        else draft
        for draft in drafts
    ]


def _first_count(quote: str) -> bool:
    return not _FIRST_COUNTS.isdisjoint(quote.lower().split())


_FIRST_COUNTS = words("initial preliminary provisional")


def _corrected(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "put the dead at 17 but later said 24 had died", "said 32 had died, and took it back hours later"."""
    after = lowers[harm.at : harm.at + SAYING]
    for at, word in enumerate(after):
        if word == "later" and at and after[at - 1] in ("but", "and", "then", ","):
            told = after[at + 1 : at + 2]
            if not CORRECTING.isdisjoint(told):
                return True
            if after[at - 1] == "but" and not SAY.isdisjoint(told) and any(_number(w) for w in after[at + 2 : at + 7]):
                return True
        if word in ("took", "taken") and tuple(after[at : at + 3]) in _TOOK_BACK:
            return True
    return False


def _number(word: str) -> bool:
    return word[0].isdigit() or word in NUMERAL_WORDS
