"""An alert in words: what changed, from what to what, who says so, about whom, when, and in which words. Pure.

Every string in a ``Message`` is plain text on one line (see ``plain``) and every link a web link, so an outlet only has to
escape for its own markup.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from service.alerts.plain import plain, web_link
from service.models import UNSPECIFIED, Alert, CeasefireStatus, Change, Evidence, SeriesKey, Value

_QUOTE_CHARS = 500
_NAME_CHARS = 80
_TITLE_CHARS = 160
_QUOTES = 4  # a message that is read at night; the page and the webhook have all of them

_ACCUSATION = re.compile(r"(.{1,80}) accuses (.{1,80})")  # how service.history words the note of a breach
_UNNAMED = "unnamed"

_QUALIFIER_WORDS = {
    "exact": "",
    "at_least": "at least ",
    "more_than": "more than ",
    "nearly": "nearly ",
    "about": "about ",
    "up_to": "up to ",
}
_KIND_WORDS = {
    "killed": "killed",
    "wounded": "wounded",
    "missing": "missing",
    "captured": "captured",
    "displaced": "displaced",
}
STATUS_WORDS: dict[CeasefireStatus, str] = {
    "none": "no ceasefire",
    "called_for": "called for",
    "rejected": "rejected",
    "agreed": "agreed",
    "in_effect": "in effect",
    "extended": "extended",
    "violated": "violated",
    "ended": "ended",
}
# What combatants are called follows the words of the quotes, because "soldiers" would be wrong of a militia or of police.
_COMBATANTS = (
    (
        "soldiers",
        re.compile(r"\b(?:soldiers?|troops?|servicem[ae]n|service members?|conscripts?)\b", re.IGNORECASE),
    ),
    ("police", re.compile(r"\b(?:police|policem[ae]n|officers|gendarmes?)\b", re.IGNORECASE)),
    (
        "fighters",
        re.compile(
            r"\b(?:fighters?|militants?|gunm[ae]n|rebels?|insurgents?|militia\w*|terrorists?|jihadists?)\b", re.IGNORECASE
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Quote:
    """One piece of evidence; ``claimant`` is empty where the outlet says it itself, ``url`` where there is no safe link."""

    text: str
    claimant: str
    outlet: str
    url: str
    when: str


@dataclass(frozen=True, slots=True)
class Message:
    """One alert, ready to be laid out; ``before`` is empty for a first figure, ``note`` and ``story`` where there is none."""

    sign: str
    headline: str
    before: str
    after: str
    side: str
    says: str
    when: str
    certainty: str
    confirmed: bool
    quotes: tuple[Quote, ...]
    more_quotes: int
    note: str
    story: str
    conflict: str
    article: str
    article_url: str
    outlet: str
    alert_id: str


def message_of(alert: Alert) -> Message:
    """The alert in words; no limits of a particular outlet, but quotes and names of a sane length."""
    change = alert.change
    evidence = tuple(e for e in change.evidence if e.counts) or change.evidence
    quotes = _quotes(evidence)
    conflict = plain(alert.conflict_title, _TITLE_CHARS) or plain(alert.conflict, _TITLE_CHARS)
    story = plain(alert.story_title, _TITLE_CHARS)
    return Message(
        sign=_sign(change),
        headline=headline(change, conflict),
        before=_before(change),
        after=_after(change),
        side=_side(change),
        says=_says(change, evidence),
        when=moment(change.at),
        certainty=certainty(change),
        confirmed=change.confirmed,
        quotes=quotes[:_QUOTES],
        more_quotes=max(0, len(quotes) - _QUOTES),
        note="" if _ACCUSATION.fullmatch(plain(change.note)) else plain(change.note, _QUOTE_CHARS),
        story="" if story == conflict else story,
        conflict=conflict,
        article=plain(alert.article.title, _TITLE_CHARS) or plain(alert.article.id, _NAME_CHARS),
        article_url=web_link(alert.article.url),
        outlet=outlet_name(alert.article.source, alert.article.url),
        alert_id=plain(alert.id, _NAME_CHARS),
    )


# --- headline ----------------------------------------------------------------------------------------------------


def headline(change: Change, conflict_title: str) -> str:
    """One line that says it all: "Armenia: 49+ → 105 soldiers killed (+56)"; the conflict's title stands in for an unnamed side."""
    if change.series is None:
        return _ceasefire_headline(change, conflict_title)
    series = change.series
    party = _party(series.party)
    people = f"{people_word(series, change.evidence)} {_KIND_WORDS.get(series.kind, plain(series.kind))}"
    after = short(change.after) if change.after else "?"
    if change.change == "disputed" and change.before:
        body = f"{short(change.before)} or {after} {people}, disputed"
    elif change.before:
        body = f"{short(change.before)} → {after} {people}{_difference(change.before, change.after)}"
    else:
        body = f"{after} {people}"
    ending = {"revised_down": ", revised down", "confirmed": ", confirmed"}.get(change.change, "")
    return f"{party or conflict_title}: {body}{since_words(series)}{ending}"


def _ceasefire_headline(change: Change, conflict_title: str) -> str:
    parties = " – ".join(plain(p, _NAME_CHARS) for p in change.parties) or conflict_title
    after = STATUS_WORDS[change.status_after]
    if change.status_before == "none":
        step = f"ceasefire {after}"
    elif change.status_before == change.status_after:
        step = f"ceasefire {after} again"  # another deal, or a further extension
    else:
        step = f"ceasefire {STATUS_WORDS[change.status_before]} → {after}"
    accusation = _accusation(change)
    return f"{parties}: {step}{'; ' + accusation if accusation else ''}"


def _accusation(change: Change) -> str:
    """ "Azerbaijan accuses Armenia": from the change's note, else from who says it and who else is a party."""
    if change.status_after != "violated":
        return ""
    if stated := _ACCUSATION.fullmatch(plain(change.note)):
        accuser, accused = stated.groups()
        if accuser == _UNNAMED:
            return f"{accused} is accused"
        return f"{accuser} says so" if accused == _UNNAMED else f"{accuser} accuses {accused}"
    accusers = list(dict.fromkeys(plain(e.claimant, _NAME_CHARS) for e in change.evidence if e.claimant and e.counts))
    others = [plain(p, _NAME_CHARS) for p in change.parties if plain(p, _NAME_CHARS) not in accusers]
    if len(accusers) != 1:
        return ""
    return f"{accusers[0]} accuses {others[0]}" if len(change.parties) == 2 and len(others) == 1 else f"{accusers[0]} says so"


def _sign(change: Change) -> str:
    if change.series is None:
        return "◆"
    return {"first": "●", "rise": "▲", "revised_down": "▼", "disputed": "◇", "confirmed": "✓", "status": "◆"}[change.change]


# --- numbers -----------------------------------------------------------------------------------------------------


def number(count: int) -> str:
    """2,750 with a comma for thousands."""
    return f"{count:,}"


def short(value: Value) -> str:
    """A value for a headline: 49+, 20–30, nearly 100."""
    if value.high != value.low:
        return f"{number(value.low)}–{number(value.high)}"
    if value.qualifier == "at_least":
        return f"{number(value.low)}+"
    return f"{_QUALIFIER_WORDS[value.qualifier]}{number(value.low)}"


def long(value: Value) -> str:
    """A value in full words: "at least 49", "between 20 and 30"."""
    if value.high != value.low:
        return f"between {number(value.low)} and {number(value.high)}"
    return f"{_QUALIFIER_WORDS[value.qualifier]}{number(value.low)}"


def _difference(before: Value, after: Value | None) -> str:
    """ " (+56)"; nothing for ranges and upper bounds, of which no difference can be stated."""
    if after is None or any(v.low != v.high or v.qualifier == "up_to" for v in (before, after)):
        return ""
    by = after.low - before.low
    rough = "about " if {before.qualifier, after.qualifier} & {"about", "nearly"} else ""
    return f" ({rough}{'+' if by > 0 else '−' if by < 0 else '±'}{number(abs(by))})"


# --- people, sides, claimants --------------------------------------------------------------------------------------


def people_word(series: SeriesKey, evidence: tuple[Evidence, ...]) -> str:
    """Whom the series counts: civilians, people, or combatants by the word of the first quote that uses one such word only."""
    if series.role == "civilian":
        return "civilians"
    if series.role != "combatant":
        return "people"
    for item in evidence:
        words = [word for word, pattern in _COMBATANTS if pattern.search(item.quote)]
        if len(words) == 1:  # "troops killed ten militants" names both sides
            return words[0]
    return "combatants"


def since_words(series: SeriesKey) -> str:
    """What a running total counts from: " since 7 Oct 2023"; empty for the figures of one event."""
    if series.scope != "cumulative":
        return ""
    since = plain(series.since, _NAME_CHARS)
    if not since:
        return " in all"
    with contextlib.suppress(ValueError):  # not a day of the calendar: shown as it was worded
        since = day(datetime.fromisoformat(since)) if re.fullmatch(r"\d{4}-\d\d-\d\d", since) else since
    return f" {since}" if since.startswith("since ") else f" since {since}"


def _party(party: str) -> str:
    return "" if party in {"", UNSPECIFIED} else plain(party, _NAME_CHARS)


def _side(change: Change) -> str:
    if change.series is None:
        return " and ".join(plain(p, _NAME_CHARS) for p in change.parties)
    role = {"combatant": "combatants", "civilian": "civilians"}.get(
        change.series.role, "not stated whether soldiers or civilians"
    )
    return f"{_party(change.series.party) or 'side not stated'} ({role})"


def _says(change: Change, evidence: tuple[Evidence, ...]) -> str:
    """Who stands behind it: "according to Armenia" (with "its own count"), or the outlets themselves."""
    claimants = list(dict.fromkeys(plain(e.claimant, _NAME_CHARS) for e in evidence if e.claimant))
    if claimants:
        own = change.series is not None and claimants == [_party(change.series.party)]
        return f"according to {_listed(claimants)}{' (its own count)' if own else ''}"
    outlets = list(dict.fromkeys(outlet_name(e.source, e.url) for e in evidence))
    return f"reported by {_listed(outlets)}, which names no source" if len(outlets) == 1 else f"reported by {_listed(outlets)}"


def _listed(names: list[str]) -> str:
    shown = names[:3]
    if len(names) > 3:
        return f"{', '.join(shown)} and {len(names) - 3} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else (shown[0] if shown else "an unnamed source")


# --- before, after, certainty, time ----------------------------------------------------------------------------------


def _before(change: Change) -> str:
    if change.series is None:
        return STATUS_WORDS[change.status_before]
    return long(change.before) if change.before else ""


def _after(change: Change) -> str:
    if change.series is None:
        return STATUS_WORDS[change.status_after]
    return long(change.after) if change.after else ""


def certainty(change: Change) -> str:
    """How sure: "Confirmed · confidence high (93 %)" or "Unconfirmed, one origin · confidence low (40 %)"."""
    origins = len({e.source for e in change.evidence if e.counts})
    base = "Confirmed" if change.confirmed else "Unconfirmed"
    outlets = f", {origins} outlet{'' if origins == 1 else 's'}" if origins else ""
    level = "high" if change.confidence >= 0.85 else "medium" if change.confidence >= 0.6 else "low"
    return f"{base}{outlets} · confidence {level} ({round(change.confidence * 100)} %)"


def day(when: datetime) -> str:
    """14 Sep 2022."""
    return f"{when.day} {when:%b %Y}"


def moment(when: datetime) -> str:
    """14 Sep 2022, 19:40 UTC."""
    return f"{day(when.astimezone(UTC))}, {when.astimezone(UTC):%H:%M} UTC"


def outlet_name(source: str, url: str) -> str:
    """The outlet's name, else its host, else words that say it is unknown."""
    name = plain(source, _NAME_CHARS)
    if not name and (link := web_link(url)):
        name = urlsplit(link).hostname or ""
    return name or "unnamed outlet"


def _quotes(evidence: tuple[Evidence, ...]) -> tuple[Quote, ...]:
    """Evidence in its order, the same words of the same outlet once."""
    found: dict[tuple[str, str], Quote] = {}
    for e in evidence:
        outlet = outlet_name(e.source, e.url)
        words, claimant = plain(e.quote, _QUOTE_CHARS), plain(e.claimant or "", _NAME_CHARS)
        found.setdefault((words, outlet), Quote(words, claimant, outlet, web_link(e.url), moment(e.published)))
    return tuple(found.values())
