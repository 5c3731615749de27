"""A claim ready to be folded: with the article it stands in, whose text it was first, and when it was first said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from service.history.values import value_of
from service.models import CeasefireClaim, Claim, Figure, Reading, Value

Signature = tuple[object, ...]
Order = tuple[datetime, datetime, str, int, str]


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim in its place in time.

    ``said`` is when its origin first printed this very claim: an agency text that another outlet copies a day later is not
    news of a day later.
    """

    claim: Claim
    reading: Reading
    origin: str
    said: datetime

    @property
    def figure(self) -> Figure:
        return self.claim.figure

    @property
    def value(self) -> Value | None:
        return value_of(self.claim.figure)

    @property
    def echo(self) -> bool:
        """Whether its origin had printed this very claim before: a copy, or a revision that repeats it."""
        return self.said < self.reading.published

    @property
    def order(self) -> Order:
        """By first saying, then by article and place in the text; the same on every machine."""
        return (self.said, self.reading.published, self.reading.article, self.figure.start, self.claim.id)

    @property
    def voice(self) -> str:
        """Who speaks: the claimant, else the outlet itself."""
        return self.figure.claimant.casefold() if self.figure.claimant else f"outlet {self.reading.source}"

    @property
    def signature(self) -> Signature:
        """What makes two figures of one origin the same claim."""
        figure = self.figure
        return (figure.kind, figure.low, figure.high, figure.vague, figure.party, figure.scope, figure.relation)


@dataclass(frozen=True, slots=True)
class CeasefireSaying:
    """A ceasefire claim in its place in time; fields as in ``Statement``."""

    claim: CeasefireClaim
    reading: Reading
    origin: str
    said: datetime

    @property
    def echo(self) -> bool:
        """As of a ``Statement``."""
        return self.said < self.reading.published

    @property
    def signature(self) -> Signature:
        """What makes two sayings of one origin the same."""
        return (self.claim.statement.status, self.claim.statement.scope)

    @property
    def order(self) -> Order:
        return (self.said, self.reading.published, self.reading.article, self.claim.statement.start, self.claim.id)


def position(reading: Reading) -> tuple[datetime, int, str]:
    """Where a reading stands in the canonical order: by publication, a revision after what it revises, then by article."""
    return (reading.published, reading.revision, reading.article)


def canonical(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Each article once, oldest first, copies known to both sides: the order everything is folded in, whatever the order of arrival."""
    latest = {reading.article: reading for reading in sorted(readings, key=_content)}
    linked: defaultdict[str, set[str]] = defaultdict(set)
    for reading in latest.values():
        for copy in reading.copies:
            linked[reading.article].add(copy)
            linked[copy].add(reading.article)
    both = [
        reading
        if set(reading.copies) == linked[reading.article]
        else replace(reading, copies=tuple(sorted(linked[reading.article])))
        for reading in latest.values()
    ]
    return tuple(sorted(both, key=position))


def _content(reading: Reading) -> tuple[str, ...]:
    """A total order for the impossible case of two readings with one id, so that even then the order of arrival is nothing."""
    return (reading.article, reading.published.isoformat(), repr(reading))
