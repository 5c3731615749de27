"""Whose ceasefire it is, who accuses whom, who says so, and when it begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.analysis.ceasefire_reading import Reading
from service.analysis.ceasefire_terms import TruceSentence
from service.analysis.gazetteer import Mention

_ACCUSED_OF = re.compile(r"\b(?:accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing))\b")
_SAID = re.compile(
    r"\b(?:said|says|say|told|announced|announces|stated|claimed|reported|confirmed|declared|according to|added|insisted|warned)\b"
)

_TIME = (
    r"(?:on |at |from |by |early |late |next |this )?(?:(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|midnight|noon|dawn|tomorrow|tonight|today|[0-9]{1,2} to [0-9]{1,2}|[0-9][0-9:.]*(?: ?: ?[0-9]{2})?"
    r"|a\.m\.|p\.m\.|am|pm|gmt|local|time|morning|evening|afternoon|night|on|at|early|late"
    r"|january|february|march|april|may|june|july"
    r"|august|september|october|november|december)[ ,]*){1,7}"
)
_STARTS = re.compile(
    rf"\b(?:tak(?:e|es|ing) effect|c(?:o|a)me into (?:force|effect)|begins?|began|starts?|starting|effective|from|beginning) (?P<t>{_TIME})"
)
_DELAYED = re.compile(r"\b(?:delay|delayed|delays|postponed|postpones|postponement|put off|put back|pushed back)\b")
_NOT_BEFORE = re.compile(rf"\b(?:not|no|never|won.t)\b(?: [\w@%'’,-]+){{0,8}}? before (?P<t>{_TIME})")
_UNTIL = re.compile(rf"\b(?:until|till|to) (?:at least )?(?P<t>{_TIME})")
_STARTS_BEFORE = re.compile(r"(?P<t>[0-9][0-9:.]* (?:a\.m\.|p\.m\.|am|pm|gmt)) @")
_ENDS = re.compile(rf"\b(?:until|through|expir(?:e|es|ing|ed)|lasting until|end(?:s|ing)? on|due to end) (?P<t>{_TIME})")


@dataclass(frozen=True, slots=True)
class Sides:
    """What a sentence tells beside the status: sides by canonical name, times in the words of the text."""

    parties: tuple[str, ...] = ()
    claimant: str | None = None
    accuser: str | None = None
    accused: str | None = None
    starts: str | None = None
    ends: str | None = None


def sides_of(found: TruceSentence, reading: Reading, mentions: Sequence[Mention]) -> Sides:
    """The sides the sentence names; mediators and those who only speak are left to the claimant."""
    sentence = found.sentence
    inside = [
        mention
        for mention in mentions
        if sentence.start <= mention.start < sentence.end and mention.party and mention.kind != "keyword"
    ]
    named = tuple(dict.fromkeys(mention.party for mention in inside if mention.party and mention.kind != "place"))
    masked = found.masked(reading.name)
    accuser, accused = _accusation(found, reading, inside) if reading.status in ("violated", "ended") else (None, None)
    return Sides(
        parties=named,
        claimant=accuser or _speaker(found, inside),
        accuser=accuser,
        accused=accused,
        starts=_delayed(reading, masked.text) or _time(_STARTS.search(masked.text) or _STARTS_BEFORE.search(masked.text)),
        ends=_time(_ENDS.search(masked.text)),
    )


def _delayed(reading: Reading, text: str) -> str | None:
    """ "delayed until friday": what takes the hour back that was said before; None where nothing does."""
    if reading.status != "agreed":
        return None
    not_before = _NOT_BEFORE.search(text)
    if not_before is None and _DELAYED.search(text) is None:
        return None
    until = _time(not_before or _UNTIL.search(text))
    return f"delayed until {until}" if until else "delayed"


def _time(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    return _DAYS.sub(r"\1", match.group("t")).replace(" : ", ":").strip(" ,.") or None


_DAYS = re.compile(r"\b([0-9]{1,2}) to [0-9]{1,2}(?= [a-z])")  # "from 4 to 11 may": it begins on the fourth


def _offset(found: TruceSentence, position: int) -> int:
    """Where in the text a position of the sentence's plain form stands."""
    return found.sentence.starts[found.token_at(position)]


def _accusation(found: TruceSentence, reading: Reading, inside: Sequence[Mention]) -> tuple[str | None, str | None]:
    """Who says of whom that it broke the ceasefire: "A accused B of …", "A said B violated …"."""
    verb = _ACCUSED_OF.search(found.plain)
    if verb is not None:
        place = _offset(found, verb.start())
        before = [mention for mention in inside if mention.start < place]
        accuser = _accuser(found, before, place, aside=verb.group().endswith("ing"))
        after = [mention.party for mention in inside if mention.start > place]
        accused = next((party for party in after if party != accuser), None)
        return accuser, accused
    breach = _offset(found, reading.start)
    said = _SAID.search(found.plain)
    if said is None:
        return None, None
    place = _offset(found, said.start())
    speaker = _speaker(found, inside)
    between = (
        [mention.party for mention in inside if min(place, breach) <= mention.start < max(place, breach)]
        if place < breach
        else [mention.party for mention in inside if mention.start < breach]
    )
    accused = next((party for party in between if party != speaker), None)
    return (speaker, accused) if accused else (None, None)


_SUBJECT_NEAR = (
    6  # tokens between a name and "accused" that can be its office: "Azerbaijan's defence ministry on Monday accused"
)


def _accuser(found: TruceSentence, before: Sequence[Mention], place: int, *, aside: bool) -> str | None:
    """Whose verb "accused" is: the name right before it, or, behind a pronoun or "and", the one the sentence began with.

    So is the one of an ``aside``: "Israel struck Tehran, accusing Iran of".
    """
    if not before:
        return None
    sentence = found.sentence
    between = [word for word, start in zip(sentence.lowers, sentence.starts, strict=True) if before[-1].end <= start < place]
    resumed = bool(between) and between[-1] in _RESUMING
    if not resumed and not (aside and "," in between[-2:]) and len(between) <= _SUBJECT_NEAR:
        return before[-1].party
    return before[0].party


_RESUMING = frozenset({"it", "they", "he", "she", "and"})


def _speaker(found: TruceSentence, inside: Sequence[Mention]) -> str | None:
    """The side whose name stands before the verb of saying, or after "according to"."""
    said = _SAID.search(found.plain)
    if said is None:
        return None
    place = _offset(found, said.start())
    if said.group() == "according to":
        return next((mention.party for mention in inside if mention.start > place), None)
    before = [mention.party for mention in inside if mention.start < place]
    return before[-1] if before else None
