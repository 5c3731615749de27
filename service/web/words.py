"""Small words of the pages: ages, labels, lists of evidence; plain text in, plain text out. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from service.alerts.messages import moment, outlet_name, people_word, since_words
from service.alerts.plain import plain, web_link
from service.models import UNSPECIFIED, CeasefireStatus, Evidence, SeriesKey

_NAME_CHARS = 80
_QUOTE_CHARS = 600
# How a ceasefire status looks: green while it holds, red where it does not, amber while it is talked about.
TONES: dict[CeasefireStatus, str] = {
    "none": "quiet", "called_for": "talk", "rejected": "bad", "agreed": "good", "in_effect": "good", "extended": "good",
    "violated": "bad", "ended": "bad",
}  # fmt: skip
_UNITS = (("d", 86400), ("h", 3600), ("min", 60))


@dataclass(frozen=True, slots=True)
class QuoteView:
    """One claim as the page shows it; ``url`` is empty where there is no safe link, ``why`` says why it does not count."""

    text: str
    claimant: str
    outlet: str
    trust: str
    url: str
    when: str
    counts: bool
    why: str


def quotes(evidence: Iterable[Evidence], limit: int) -> tuple[QuoteView, ...]:
    """Evidence that counts first, newest first, at most ``limit``; the same words of one outlet once."""
    ordered = sorted(evidence, key=lambda e: (e.counts, e.published), reverse=True)
    found: dict[tuple[str, str, str], QuoteView] = {}
    for e in ordered:
        view = QuoteView(
            text=plain(e.quote, _QUOTE_CHARS),
            claimant=plain(e.claimant or "", _NAME_CHARS),
            outlet=outlet_name(e.source, e.url),
            trust=e.trust,
            url=web_link(e.url),
            when=moment(e.published),
            counts=e.counts,
            why="" if e.counts else plain(e.why, _QUOTE_CHARS),
        )
        found.setdefault((view.text, view.outlet, view.claimant), view)
    return tuple(found.values())[:limit]


def side_and_kind(series: SeriesKey, evidence: tuple[Evidence, ...]) -> tuple[str, str]:
    """ "Armenia" and "soldiers killed since 2020"; the side is "side not stated" where nobody names it."""
    side = "side not stated" if series.party in {"", UNSPECIFIED} else plain(series.party, _NAME_CHARS)
    return side, f"{people_word(series, evidence)} {plain(series.kind, 20)}{since_words(series)}"


def span(length: timedelta) -> str:
    """A length of time in its largest unit: 3 d, 4 h, 12 min, 40 s."""
    seconds = max(0, int(length.total_seconds()))
    for unit, size in _UNITS:
        if seconds >= size:
            return f"{seconds // size:,} {unit}"
    return f"{seconds} s"


def ago(when: datetime | None, now: datetime) -> str:
    """ "3 h ago", "in 2 min", "never"."""
    if when is None:
        return "never"
    return f"{span(now - when)} ago" if when <= now else f"in {span(when - now)}"
