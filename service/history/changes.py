"""Steps and turns as changes: with an id from content, evidence in quotes, and how sure they are."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

from service.history.ceasefire import Turn
from service.history.evidence import confidence_of, evidence_of, saying_evidence, weight
from service.history.rules import Rules
from service.history.sides import Nearness, Sides, nearness
from service.history.statements import CeasefireSaying, Statement
from service.history.steps import Step
from service.models import FEATURE, PASSING, Change, SeriesKey, Value

_SHOWN = 24  # claims beside the causing one that a change carries as evidence; all of them count for how sure it is


def toll_change(step: Step, key: SeriesKey, story: str, sides: Sides, rules: Rules) -> Change:
    """A step of a toll as a change. Evidence is what supports the new number by then, the causing claim first."""
    others = [other for other in step.supporters if other is not step.by]
    near = {s.claim.id: nearness(s.figure.claimant, key.party, sides, rules) for s in step.supporters}
    near.setdefault(step.by.claim.id, nearness(step.by.figure.claimant, key.party, sides, rules))
    weights = [(s.origin, weight(s.reading.trust, near[s.claim.id], s.figure.confidence, rules)) for s in (step.by, *others)]
    confidence = confidence_of(weights)
    return Change(
        id=digest(*_key_parts(key), step.article, step.change, _value_text(step.after)),
        conflict=key.conflict,
        story=story,
        change=step.change,
        at=step.at,
        article=step.article,
        series=key,
        before=step.before,
        after=step.after,
        evidence=tuple(
            evidence_of(s, counts=True, why="caused the change" if s is step.by else "says the same")
            for s in (step.by, *others[-_SHOWN:])
        ),
        confidence=round(confidence / 2, 2) if step.contradicted else confidence,
        confirmed=not step.contradicted and _confirmed([step.by, *others], near),
        note=step.note + _manner(step, key),
        moves=step.moves,
    )


def _manner(step: Step, key: SeriesKey) -> str:
    """How the number was told, where that is why it is no news."""
    if step.change == "first" and key.scope == "cumulative" and in_passing(step.by):
        return PASSING
    new = step.change in ("first", "rise") and key.scope == "current"
    return FEATURE if new and in_a_feature(step.by.reading.title) else ""


def in_a_feature(title: str) -> bool:
    """Whether a headline opens with somebody's words and tells of no dead: "‘I’ll never go back’: the families in the hotels"."""
    found = _SAID_FIRST.match(title)
    return found is not None and _OF_DEAD.search(title, found.end()) is None


_SAID_FIRST = re.compile(r"\s*[\"“‘'][^\"”]{3,90}?[\"”’']\s*:")
_OF_DEAD = re.compile(r"\b(?:kill|dead|die|dying|death|toll|injur|wound|massacr|victim|\d)", re.IGNORECASE)


def in_passing(statement: Statement) -> bool:
    """Whether a long war's number stands neither in its article's headline nor in the first sentence."""
    figure, title = statement.figure, statement.reading.title
    if not _LONG.search(figure.since or "") and (figure.since or (figure.low or 0) < 1000 or not _WAR.search(figure.quote)):
        return False  # "in three weeks", "in the battle"
    if figure.low is not None and {f"{figure.low}", f"{figure.low:,}"} & set(_NUMBER.findall(title)):
        return False
    return figure.start > len(title) + 1  # a short text begins with its headline


_LONG = re.compile(r"^(?:19|20)\d\d$|year|decade")
_WAR = re.compile(r"\b(?:war|conflict|insurgency|revolt|rebellion|uprising|struggle|years)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:,\d{3})*")


def turn_change(turn: Turn, conflict: str, parties: Sequence[str], story: str, rules: Rules) -> Change:
    """A turn of a truce as a change."""
    others = [other for other in turn.supporters if other is not turn.by]
    everyone = (turn.by, *others)
    weights = [(s.origin, weight(s.reading.trust, "neutral", s.claim.statement.confidence, rules)) for s in everyone]
    return Change(
        id=digest(conflict, "ceasefire", turn.by.reading.article, turn.before, turn.after),
        conflict=conflict,
        story=story,
        change="status",
        at=turn.at,
        article=turn.by.reading.article,
        parties=tuple(parties),
        status_before=turn.before,
        status_after=turn.after,
        evidence=tuple(
            saying_evidence(s, counts=True, why="caused the change" if s is turn.by else "says the same")
            for s in (turn.by, *others[-_SHOWN:])
        ),
        confidence=confidence_of(weights),
        confirmed=_two_origins(everyone) or turn.by.reading.trust == "primary",
        note=turn.note or _breach(turn.by) or _reach(turn.by),
    )


def digest(*parts: str) -> str:
    """A short stable id from content: 20 hexadecimal digits of SHA-256 over the parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


def _confirmed(supporters: Sequence[Statement], near: Mapping[str, Nearness]) -> bool:
    """Two origins agree, or a side counts its own dead, or a first-hand source says it."""
    return (
        _two_origins(supporters)
        or any(near[s.claim.id] == "own" for s in supporters)
        or any(s.reading.trust == "primary" and near[s.claim.id] != "enemy" for s in supporters)
    )


def _two_origins(supporters: Sequence[Statement] | Sequence[CeasefireSaying]) -> bool:
    return len({s.origin for s in supporters}) >= 2


def _key_parts(key: SeriesKey) -> tuple[str, ...]:
    return (key.conflict, key.story, key.kind, key.party, key.role, key.scope, key.since)


def _value_text(value: Value) -> str:
    return f"{value.qualifier} {value.low}-{value.high}"


def _breach(saying: CeasefireSaying) -> str:
    statement = saying.claim.statement
    if statement.status != "violated" or not (statement.accuser or statement.accused):
        return ""
    return f"{statement.accuser or 'unnamed'} accuses {statement.accused or 'unnamed'}"


def _reach(saying: CeasefireSaying) -> str:
    """Who made a truce alone and where it holds: "declared by M23 alone; for Aleppo"."""
    statement = saying.claim.statement
    alone = f"declared by {statement.declared_by} alone" if statement.declared_by else ""
    return "; ".join(part for part in (alone, f"for {statement.area}" if statement.area else "") if part)
