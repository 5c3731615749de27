"""A claim ready to be folded: with the article it stands in, when it was first said and how long it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from service.history.origins import origins
from service.history.revisions import Edit, edits
from service.history.values import value_of
from service.models import CeasefireClaim, Claim, Figure, Reading, Value


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim in its place in time.

    ``said`` is when its origin first printed this very claim: an agency text that another outlet copies a day later is not
    news of a day later. ``edit`` is what took it back, None while it stands.
    """

    claim: Claim
    reading: Reading
    origin: str
    said: datetime
    edit: Edit | None

    @property
    def figure(self) -> Figure:
        return self.claim.figure

    @property
    def value(self) -> Value | None:
        return value_of(self.claim.figure)

    def gone(self, now: datetime) -> bool:
        """Whether an edit has taken it back by now."""
        return self.edit is not None and self.edit.at <= now

    @property
    def order(self) -> tuple[datetime, datetime, str, int, str]:
        """Canonical order: by first saying, then by article and place in the text; the same on every machine."""
        return (self.said, self.reading.published, self.reading.article, self.figure.start, self.claim.id)

    @property
    def voice(self) -> str:
        """Who speaks: the claimant, else the outlet itself."""
        return self.figure.claimant.casefold() if self.figure.claimant else f"outlet {self.reading.source}"


@dataclass(frozen=True, slots=True)
class CeasefireSaying:
    """A ceasefire claim in its place in time; fields as in ``Statement``."""

    claim: CeasefireClaim
    reading: Reading
    origin: str
    said: datetime
    edit: Edit | None

    def gone(self, now: datetime) -> bool:
        """Whether an edit has taken it back by now."""
        return self.edit is not None and self.edit.at <= now

    @property
    def order(self) -> tuple[datetime, datetime, str, int, str]:
        return (self.said, self.reading.published, self.reading.article, self.claim.statement.start, self.claim.id)


def canonical(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Each article once, oldest first: the order everything is folded in, whatever the order of arrival."""
    latest = {reading.article: reading for reading in sorted(readings, key=_content)}
    return tuple(sorted(latest.values(), key=lambda reading: (reading.published, reading.article)))


def statements(readings: Sequence[Reading]) -> tuple[Statement, ...]:
    """All figures of canonical readings in canonical order."""
    origin_of, replaced = origins(readings), edits(readings)
    first = _first_said(readings, origin_of)
    found = [
        Statement(
            claim,
            reading,
            origin_of[reading.article],
            first[(origin_of[reading.article], *_signature(claim.figure))],
            replaced.get(reading.article),
        )
        for reading in readings
        for claim in reading.claims
    ]
    return tuple(sorted(found, key=lambda statement: statement.order))


def ceasefire_sayings(readings: Sequence[Reading]) -> tuple[CeasefireSaying, ...]:
    """All ceasefire claims of canonical readings in canonical order."""
    origin_of, replaced = origins(readings), edits(readings)
    first: dict[tuple[str, str, str], datetime] = {}
    for reading in readings:
        for claim in reading.ceasefire:
            first.setdefault((origin_of[reading.article], claim.statement.status, claim.statement.scope), reading.published)
    found = [
        CeasefireSaying(
            claim,
            reading,
            origin_of[reading.article],
            first[(origin_of[reading.article], claim.statement.status, claim.statement.scope)],
            replaced.get(reading.article),
        )
        for reading in readings
        for claim in reading.ceasefire
    ]
    return tuple(sorted(found, key=lambda saying: saying.order))


def _first_said(readings: Sequence[Reading], origin_of: Mapping[str, str]) -> dict[tuple[object, ...], datetime]:
    first: dict[tuple[object, ...], datetime] = {}
    for reading in readings:  # canonical: the first one met is the earliest
        for claim in reading.claims:
            first.setdefault((origin_of[reading.article], *_signature(claim.figure)), reading.published)
    return first


def _signature(figure: Figure) -> tuple[object, ...]:
    """What makes two figures of one origin the same claim."""
    return (figure.kind, figure.low, figure.high, figure.vague, figure.party, figure.scope, figure.relation)


def _content(reading: Reading) -> tuple[str, ...]:
    """A total order for the impossible case of two readings with one id, so that even then the order of arrival is nothing."""
    return (reading.article, reading.published.isoformat(), repr(reading))
