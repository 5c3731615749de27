"""The small values of a walk along a series: where a group of voices stands, what moved, and the words for why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from service.history.sides import Nearness
from service.history.statements import Statement
from service.models import ChangeKind, Evidence, Value

Verdict = tuple[Statement, bool, str]  # a claim, whether it counts, and why


@dataclass(frozen=True, slots=True)
class Standing:
    """The number one group of voices stands by, the claim that set it, and how much of it is "more died" on top."""

    value: Value
    by: Statement
    added: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a series before it gets its id; ``by`` is the claim it rests on, ``article`` and ``at`` what caused it."""

    change: ChangeKind
    before: Value | None
    after: Value
    by: Statement
    article: str
    at: datetime
    note: str
    supporters: tuple[Statement, ...]
    contradicted: bool = False
    moves: bool = True


def number_of(statement: Statement) -> Value:
    """The claim's number. ValueError for a vague word, which no walk is fed with."""
    value = statement.value
    if value is None:
        raise ValueError("a vague claim never reaches a toll")
    return value


def bare(value: Value) -> Value:
    """The number without its qualifier."""
    return Value(value.low, value.high)


def replaces(statement: Statement, known: Value) -> bool:
    """Whether the claim's article says itself that the known number is out of date."""
    return any(
        claim.figure.scope == "superseded" and claim.figure.kind == statement.figure.kind and claim.figure.low == known.low
        for claim in statement.reading.claims
    )


def words_of(group: Nearness) -> str:
    """Whose count it is, for people."""
    return {"own": "the side's own", "neutral": "from outside the sides", "enemy": "by the other side"}[group]


def why_aside(statement: Statement) -> str:
    """Why a claim that belongs to the series counts for nothing."""
    if statement.figure.relation == "part":
        return "a part of another figure"
    return "no number" if statement.figure.low is None else "said more exactly in the same article"


def in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence in canonical order, oldest first."""
    return tuple(sorted(evidence, key=lambda item: (item.published, item.article, item.claim)))
