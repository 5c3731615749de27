"""What one sentence says of one ceasefire: the rules of ``languages/en/truce`` applied in their order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.analysis.ceasefire_terms import Masked, TruceSentence
from service.analysis.languages.en.truce import RULES, Rule
from service.analysis.languages.en.truce.names import VIOLENCE
from service.models import CeasefireStatus

_GAP = re.compile(r"<(\d+)([,!~]?)>")
_NOT = re.compile(r"(?<![a-z!])n't")  # a rule's "n't" stands for "doesn't", "can't" and so on, which are one word of a sentence
_CLAUSE = r"(?!(?:before|since(?! it)|after|until|when|while|as|but|because|although|though|despite|whose|where) )"  # another clause begins
_PHRASE = (
    r"(?!(?:before|after|until|when|while|but|because|although|though|despite|during|amid|under|since|within|whose|where) )"
)
_TURNS = {"!": _CLAUSE, "~": _PHRASE}


def _expand(pattern: str) -> re.Pattern[str]:
    """``<n>`` is a gap of up to n words, ``<n,>`` one without a comma, ``<n!>`` and ``<n~>`` one that does not enter another clause."""

    def gap(found: re.Match[str]) -> str:
        most, kind = found.groups()
        word = rf"(?:{_TURNS.get(kind, '')}[^\s;{',' if kind in (',', '~') else ''}@%]+ )"
        return f"{word}{{0,{most}}}?"

    return re.compile(_GAP.sub(gap, _NOT.sub("[a-z]+n't", pattern)))


_COMPILED: tuple[tuple[Rule, re.Pattern[str]], ...] = tuple((rule, _expand(rule.pattern)) for rule in RULES)

# How a ceasefire came about is said in passing where its breach or end is the news ("a truce brokered last week has collapsed").
_IN_PASSING = frozenset({"made by", "agreed truce", "was made", "about to be", "led to it"})
_BEFORE_IT = frozenset({"war ended with it", "agreed truce", "about to be", "led to it"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One status a sentence gives one ceasefire; ``start`` and ``end`` are the deciding words' place in the sentence's plain form."""

    status: CeasefireStatus
    rule: str
    name: int
    start: int
    end: int
    weak: bool
    bare: bool = False


def read_statuses(found: TruceSentence, name: int) -> tuple[Reading, ...]:
    """The statuses the sentence gives its ceasefire number ``name``, in the order of the rules."""
    masked = found.masked(name)
    claimed: list[tuple[int, int]] = []
    readings: list[Reading] = []
    for rule, pattern in _COMPILED:
        if ((rule.weak and readings) or (rule.bare and (readings or claimed))) or (
            rule.name == "deal" and not _is_a_deal(found, name)
        ):
            continue
        match = _first_free(pattern, masked, claimed)
        if match is None or (rule.violence and not _violent(masked.text, match.span("c"))):
            continue
        claimed.append(match.span("c"))
        if rule.status is not None:
            start, end = match.span("c")
            readings.append(
                Reading(
                    rule.status,
                    rule.name,
                    name,
                    masked.original(start),
                    masked.original(max(end - 1, start)) + 1,
                    rule.weak or rule.bare,
                    rule.bare,
                )
            )
    return tuple(_settle(readings))


def matching_rules(found: TruceSentence, name: int) -> frozenset[str]:
    """The names of all rules whose pattern fits, whether or not another decided first; for tests and explanations."""
    text = found.masked(name).text
    return frozenset(rule.name for rule, pattern in _COMPILED if pattern.search(text))


def _is_a_deal(found: TruceSentence, name: int) -> bool:
    start, end = found.names[name]
    return found.plain[start:end].endswith(("deal", "agreement", "accord", "pact"))


def _first_free(pattern: re.Pattern[str], masked: Masked, claimed: list[tuple[int, int]]) -> re.Match[str] | None:
    """The first match whose cue no earlier rule has used."""
    position = 0
    for _ in range(4):
        match = pattern.search(masked.text, position)
        if match is None:
            return None
        start, end = match.span("c")
        if all(end <= begin or stop <= start for begin, stop in claimed):
            return match
        position = match.start() + 1
    return None


def _violent(text: str, cue: tuple[int, int]) -> bool:
    return any(match.end() <= cue[0] or match.start() >= cue[1] for match in VIOLENCE.finditer(text))


_FIGHTING = frozenset({"fighting after", "fighting goes on under it", "despite"})
_NOT_YET = frozenset(
    {
        "ready for one",
        "is being negotiated",
        "deal debated",
        "close to a deal",
        "none so far",
        "did not rule out",
        "could be made",
        "not yet",
        "in a proposal",
        "fighting despite talk",
    }
)
_RESUMED = frozenset({"resumes as it ends", "fighting resumes beside it"})
_DONE = frozenset({"deal that brings it", "led to it", "made", "agreed to make", "war ended with it", "pledged"})


def _settle(readings: list[Reading]) -> list[Reading]:
    """Leave out what is only said in passing, or undone by what else is said of the same ceasefire."""
    said = {reading.status for reading in readings}
    rules = {reading.rule for reading in readings}
    undone: set[CeasefireStatus] = set()
    if "rejected" in said:
        undone |= {"called_for", "agreed", "in_effect"}
    if "extended" in said:
        undone |= {"agreed", "called_for", "in_effect"}
    if "ended" in said:
        undone |= {"in_effect", "extended", "agreed"}
    if said & {"ended", "violated", "in_effect", "extended"}:
        undone |= {"called_for"}
    if "called_for" in said:
        undone |= {"called_for"} if rules & _DONE and not rules & _NOT_YET else {"agreed"}
    kept = [reading for reading in readings if reading.status not in undone]
    if "possible kind" in rules and not said & {"rejected", "ended"}:
        return [reading for reading in readings if reading.rule == "possible kind"]
    if "wish to renew" in rules:
        return [reading for reading in readings if reading.status == "called_for" or reading.rule in _RESUMED]
    if "held after all" in rules:
        kept = [reading for reading in readings if reading.status == "in_effect"]
    if said & {"ended", "rejected"}:
        kept = [reading for reading in kept if reading.rule not in _FIGHTING]
    if said & {"ended", "violated"}:
        kept = [reading for reading in kept if reading.rule not in _IN_PASSING]
    elif "in_effect" in said:
        kept = [reading for reading in kept if reading.rule not in _BEFORE_IT]
    return kept
