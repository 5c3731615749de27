"""From one article's report to what it says about each conflict."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace

from service.models import Article, CeasefireClaim, CeasefireStatement, Claim, Figure, Reading, Report

# Words that stand in every report of any conflict, so they tell no story from another.
_COMMON_WORDS = """
a about above after again against all also although am among an and another any are around as at away back be became
because been before behind being between both but by came can could day days did do does during each early even every
few first for from further get go had has have he her here him his how however i if in including into is it its just
last late later least less like live made make many may more most much must near nearly new news next no nor not now
of off official officials on one only or other others our out over own people per reported reports said same saw say
saying says several she should since so some still such than that the their them then there these they this those
three through to today told too took two under until up update updates us very was watch we week were what when where
which while who whom whose why will with would year years yet you your killed kill kills killing dead death deaths die
died dies wounded injured attack attacks attacked war conflict monday tuesday wednesday thursday friday saturday
sunday
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_WORD = re.compile(r"[^\W\d_][\w'’-]+")
MOST_CLAIMS = 300  # of one article; long reports on long wars have some forty
_LEAD = 400  # characters of the text that count as its lead: the first two or three sentences


def within_bounds(report: Report) -> tuple[Report, bool]:
    """The report with at most 300 figures and 300 ceasefire statements, the first ones, and whether any was left out.

    A page of nothing but "1 killed. 2 killed." would otherwise cost every later fold of its conflict.
    """
    if len(report.figures) <= MOST_CLAIMS and len(report.ceasefire) <= MOST_CLAIMS:
        return report, False
    return replace(report, figures=report.figures[:MOST_CLAIMS], ceasefire=report.ceasefire[:MOST_CLAIMS]), True


def readings_of(article: Article, report: Report) -> tuple[Reading, ...]:
    """One reading for every conflict the report speaks of, in the report's order; none for a report without a conflict.

    What the report gives no conflict of its own belongs to its main one.
    """
    conflicts = dict.fromkeys(conflict for conflict in (report.conflict, *report.conflicts) if conflict)
    return tuple(_reading(article, report, conflict) for conflict in conflicts)


def withdrawn(article: Article, report: Report, conflicts: Iterable[str]) -> tuple[Reading, ...]:
    """Readings without claims, for conflicts of which an earlier revision spoke and this one does not any more.

    They take the earlier revision's place in the fold: what an outlet took back no longer counts.
    """
    said = {reading.conflict for reading in readings_of(article, report)} if report.relevant else set()
    gone = sorted(set(conflicts) - said)
    return tuple(replace(_reading(article, report, conflict), claims=(), ceasefire=()) for conflict in gone)


def claim_id(article: str, kind: str, start: int, end: int, said: str, version: str) -> str:
    """Unique to (article, span, kind and number, analyser version): 20 hexadecimal digits of SHA-256."""
    return hashlib.sha256("\x1f".join((article, kind, str(start), str(end), said, version)).encode()).hexdigest()[:20]


def telling_words(title: str, text: str) -> tuple[str, ...]:
    """The words of title and lead that can tell one story from another: lower case, sorted, no stop words, no numbers."""
    found = {word.casefold().replace("’", "'").removesuffix("'s") for word in _WORD.findall(f"{title}\n{text[:_LEAD]}")}
    return tuple(sorted(word for word in found if len(word) > 2 and word not in _COMMON))


def _reading(article: Article, report: Report, conflict: str) -> Reading:
    figures = [figure for figure in report.figures if (figure.conflict or report.conflict) == conflict]
    sayings = [saying for saying in report.ceasefire if (saying.conflict or report.conflict) == conflict]
    return Reading(
        article=article.id,
        entry=article.entry,
        ref=article.ref,
        revision=article.revision,
        conflict=conflict,
        source=article.source,
        trust=article.trust,
        url=article.url,
        title=article.title,
        published=article.published,
        dated=article.dated,
        parties=report.parties,
        places=report.places,
        words=telling_words(article.title, article.text),
        claims=tuple(_claim(article.id, figure, report.version) for figure in figures),
        ceasefire=_ceasefire(article.id, sayings, report),
    )


def _claim(article: str, figure: Figure, version: str) -> Claim:
    said = f"{figure.low}-{figure.high} {figure.party} {figure.scope}"
    return Claim(claim_id(article, figure.kind, figure.start, figure.end, said, version), article, figure)


def _ceasefire(article: str, sayings: list[CeasefireStatement], report: Report) -> tuple[CeasefireClaim, ...]:
    """The statements, the last current one with the article's latest status marked as its present state."""
    now = [n for n, s in enumerate(sayings) if s.scope == "current" and s.status == report.ceasefire_now]
    latest = max(now, key=lambda n: (sayings[n].accuser is not None, sayings[n].confidence, -sayings[n].start), default=None)
    return tuple(
        CeasefireClaim(
            claim_id(article, f"ceasefire {s.status}", s.start, s.end, s.scope, report.version), article, s, number == latest
        )
        for number, s in enumerate(sayings)
    )
