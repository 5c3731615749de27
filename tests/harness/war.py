"""A generated history of one long war, for tests and benchmarks of the fold: incidents, counters, copies, edits, truces."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from service.models import Article, CeasefireClaim, CeasefireStatement, Claim, Figure, Reading, Report

CONFLICT = "generated-war"
A_DAY = 60  # readings: what a war in the headlines gives
START = datetime(1990, 1, 1, tzinfo=UTC)
_SIDES = ("Northland", "Southland")
_PLACES = tuple(
    f"{first}{second}" for first in ("River", "Hill", "Lake", "Stone", "Mill", "Oak") for second in ("town", "camp", "ford")
)
_WORDS = tuple(f"word{n}" for n in range(3000))
_OUTLETS = tuple(f"Outlet {n}" for n in range(40))


def readings(claims: int, *, seed: int = 1) -> Iterator[Reading]:
    """Readings of one conflict, oldest first, until so many claims are made; about two claims each, sixty readings a day."""
    chance = random.Random(seed)
    war = _War(chance)
    made = number = 0
    former: list[Reading] = []
    while made < claims:
        reading = war.reading(number, former)
        former = [*former[-50:], reading]
        made += len(reading.claims)
        number += 1
        yield reading


class _War:
    """Incidents that open, grow for a day or two and are forgotten, and counters that only grow."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._incidents: list[dict[str, Any]] = []
        self._counters = dict.fromkeys(_SIDES, 1000)

    def reading(self, number: int, former: list[Reading]) -> Reading:
        chance = self._chance
        published = START + timedelta(days=number / A_DAY)
        self._incidents = [one for one in self._incidents if one["until"] > published]
        if len(self._incidents) < 3 or chance.random() < 0.03:
            self._incidents.append(self._incident(published))
        incident = chance.choice(self._incidents)
        incident["toll"] += chance.choice((0, 0, 0, 1, 3))
        figures = [self._figure("killed", incident["toll"], incident["side"], incident["place"])]
        if chance.random() < 0.5:
            figures.append(self._figure("wounded", 2 * incident["toll"] + 1, incident["side"], incident["place"]))
        if chance.random() < 0.3:
            side = chance.choice(_SIDES)
            self._counters[side] += chance.randrange(5)
            figures.append(self._figure("killed", self._counters[side], side, "", scope="cumulative", since="the war began"))
        if chance.random() < 0.2:
            figures.append(self._figure("killed", 100 + chance.randrange(9000), chance.choice(_SIDES), "", scope="background"))
        edited = chance.choice(former) if former and chance.random() < 0.02 else None
        copied = chance.choice(former) if former and chance.random() < 0.05 else None
        truce = chance.choice(("called_for", "agreed", "in_effect", "violated", "ended")) if chance.random() < 0.02 else ""
        return _made(
            number, published, figures, incident, edited=edited, copied=copied, truce=truce, source=chance.choice(_OUTLETS)
        )

    def _incident(self, now: datetime) -> dict[str, Any]:
        chance = self._chance
        return {
            "until": now + timedelta(hours=chance.randrange(12, 60)),
            "toll": chance.randrange(1, 30),
            "side": chance.choice(_SIDES),
            "place": chance.choice(_PLACES),
            "words": tuple(chance.sample(_WORDS, 12)),
        }

    def _figure(self, kind: str, number: int, side: str, place: str, **given: Any) -> Figure:
        claimant = self._chance.choice((None, None, side, "United Nations"))
        quote = f"{number} people of {side} were {kind}" + (f" in {place}" if place else "")
        values: dict[str, Any] = {"qualifier": "exact", "scope": "current", "relation": "total", "role": "unknown"} | given
        return Figure(
            kind=kind, low=number, high=number, party=side, claimant=claimant, quote=quote, start=0, end=len(quote),
            rule="generated", places=(place,) if place else (), **values,
        )  # fmt: skip


def _made(number: int, published: datetime, figures: list[Figure], incident: dict[str, Any], **given: Any) -> Reading:
    edited, copied, truce = given["edited"], given["copied"], given["truce"]
    article = f"{number:020x}"
    sayings = [CeasefireStatement(truce, "current", f"the truce: {truce}", 0, 10, "generated")] if truce else []  # type: ignore[arg-type]
    return Reading(
        article=article,
        entry=edited.entry if edited else f"entry-{article}",
        ref=article,
        revision=edited.revision + 1 if edited else 1,
        conflict=CONFLICT,
        source=given["source"],
        trust="established",
        url=f"https://news.example/{article}",
        title=f"Fighting near {incident['place']}",
        published=published,
        dated=True,
        parties=_SIDES,
        places=(incident["place"],),
        words=incident["words"],
        claims=tuple(Claim(f"{article}{place:02}", article, figure) for place, figure in enumerate(figures)),
        ceasefire=tuple(CeasefireClaim(f"{article}t{place}", article, one, now=True) for place, one in enumerate(sayings)),
        copies=(copied.article,) if copied else (),
    )


def article_of(one: Reading) -> Article:
    """An article that says what the reading says."""
    return Article(
        id=one.article, entry=one.entry, ref=one.ref, revision=one.revision, source=one.source, trust=one.trust, url=one.url,
        title=one.title, text=one.title, published=one.published, dated=True, language="en", origin="page",
        content_hash=one.article, fingerprint="", author="",
    )  # fmt: skip


def report_of(one: Reading) -> Report:
    """What the analysis would have made of it, without the figures: nothing asks for them again."""
    return Report(True, (), (), "none", one.conflict, (one.conflict,), one.parties, one.places, (), "generated", "1")
