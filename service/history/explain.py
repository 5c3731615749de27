"""In words and quotes: why a toll is what it is, which claims count, which do not and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from service.history.fold import RULES
from service.history.series import said_exactly
from service.models import UNSPECIFIED, CeasefireState, Change, Claim, Evidence, Ledger, Reading, SeriesKey, Toll, Value

_KINDS = {"killed": "killed", "wounded": "wounded", "missing": "missing", "captured": "captured", "displaced": "displaced"}
_QUALIFIERS = {
    "exact": "",
    "at_least": "at least ",
    "more_than": "more than ",
    "nearly": "nearly ",
    "about": "about ",
    "up_to": "up to ",
}
_STATUSES = {
    "none": "no ceasefire",
    "called_for": "a ceasefire is called for",
    "rejected": "a ceasefire is refused",
    "agreed": "a ceasefire is agreed",
    "in_effect": "a ceasefire is in effect",
    "extended": "the ceasefire is extended",
    "violated": "a ceasefire exists and is said to be broken",
    "ended": "the ceasefire is over",
}
_OUTSIDE = {
    "background": "about an earlier war or incident",
    "superseded": "a number that the article itself replaces",
    "other": "denied, feared, threatened, or no organised violence",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one toll or truce stands where it stands: each field is text for people, oldest first."""

    subject: str
    verdict: str
    steps: tuple[str, ...] = ()
    counting: tuple[str, ...] = ()
    not_counting: tuple[str, ...] = ()
    not_told: tuple[str, ...] = ()

    def parts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The lists with their headings, in the order in which they are shown."""
        return (
            ("How it came", self.steps),
            ("Counts", self.counting),
            ("Does not count", self.not_counting),
            ("Not told, and why", self.not_told),
        )

    def lines(self) -> tuple[str, ...]:
        """The whole as indented lines."""
        parts: list[str] = [self.subject, f"  {self.verdict}"]
        for head, items in self.parts():
            if items:
                parts += [f"  {head}:", *(f"    {item}" for item in items)]
        return tuple(parts)


def explain(ledger: Ledger, readings: Sequence[Reading] = ()) -> tuple[Explanation, ...]:
    """One explanation a toll, then the ceasefire, then (given the readings) the figures that belong to no toll at all."""
    found = [explain_toll(toll, ledger) for toll in ledger.tolls]
    found += [explain_truce(state, ledger) for state in ledger.ceasefire]
    outside = tuple(_outside(ledger, readings))
    if outside:
        found.append(Explanation("Figures that belong to no toll", f"{len(outside)} in all.", not_counting=outside))
    return tuple(found)


def explain_quiet(changes: Sequence[tuple[Change, str]], *, kind: str = "", side: str = "") -> Explanation | None:
    """The changes that rang for nobody, each with the reason, as given; of one kind and side only where asked. None for none."""
    lines = []
    for change, why in changes:
        series = change.series
        if (kind or side) and (
            series is None or kind not in ("", series.kind) or side.casefold() not in ("", series.party.casefold())
        ):
            continue
        what = "ceasefire" if series is None else f"{_side(series)}, {_KINDS[series.kind]}"
        lines.append(f"{what}: {_step(change)} – {why}")
    return Explanation("Changes that did not ring", f"The newest {len(lines)}.", not_told=tuple(lines)) if lines else None


def _side(series: SeriesKey) -> str:
    role = "" if series.role == "unknown" else f" {series.role}s"
    return (series.party if series.party != UNSPECIFIED else "side not named") + role


def narrowed(ledger: Ledger, *, kind: str = "", side: str = "", limit: int = 0) -> Ledger:
    """The ledger with the tolls of one kind and side only, of these the ``limit`` (0: all) that were counted last, newest first."""
    tolls = [t for t in ledger.tolls if kind in ("", t.series.kind) and side.casefold() in ("", t.series.party.casefold())]
    tolls.sort(key=lambda toll: toll.as_of, reverse=True)
    return replace(ledger, tolls=tuple(tolls[:limit] if limit else tolls), ceasefire=() if kind or side else ledger.ceasefire)


def explain_change(change: Change, ledger: Ledger) -> Explanation | None:
    """Why the toll or truce that a change moved stands where it stands today; None where it is none any more."""
    if change.series is None:
        return next((explain_truce(state, ledger) for state in ledger.ceasefire), None)
    toll = next((toll for toll in ledger.tolls if toll.series == change.series), None)
    return explain_toll(toll, ledger) if toll else None


def explain_toll(toll: Toll, ledger: Ledger) -> Explanation:
    """Why a toll is what it is."""
    series = toll.series
    story = next((story.title for story in ledger.stories if story.id == series.story), "")
    over = story or (f"running total since {series.since}" if series.since else "running total")
    who = series.party if series.party != UNSPECIFIED else "side not named"
    role = "" if series.role == "unknown" else f", {series.role}s"
    counting = [item for item in toll.evidence if item.counts]
    return Explanation(
        f"{who}{role}, {_KINDS[series.kind]}: {words(toll.best)} ({over})",
        _verdict(toll, counting),
        tuple(_step(change) for change in ledger.changes if change.series and _same(change.series, series)),
        tuple(_line(item) for item in counting),
        tuple(_line(item) for item in toll.evidence if not item.counts),
    )


def _same(then: SeriesKey, now: SeriesKey) -> bool:
    """Whether a series is one that goes by a fuller name since: its side, its role or its "since" became known later."""
    same = (then.story, then.kind, then.scope) == (now.story, now.kind, now.scope)
    named = then.party in (now.party, UNSPECIFIED) and then.role in (now.role, "unknown") and then.since in (now.since, "")
    return same and named


def words(value: Value | None) -> str:
    """A number in words: "at least 2,750", "20 to 30"."""
    if value is None:
        return "nothing"
    number = f"{value.low:,}" if value.low == value.high else f"{value.low:,} to {value.high:,}"
    return _QUALIFIERS[value.qualifier] + number


def _verdict(toll: Toll, counting: Sequence[Evidence]) -> str:
    by = f"by the count of {toll.claimant}" if toll.claimant else "by the articles' own account"
    outlets = len({item.source for item in counting})
    span = "" if toll.low == toll.high else f"; what is claimed runs from {toll.low:,} to {toll.high:,}"
    claims = f"{len(counting)} claims in {outlets} outlets count" if len(counting) != 1 else "one claim counts"
    return f"It stands there {by} of {_time(toll.as_of)}{span}; {claims}."


def _step(change: Change) -> str:
    if change.series is None:
        turn = f"{change.status_before} → {change.status_after}".replace("_", " ")
        return f"{_time(change.at)} {turn}{_note(change.note)}{_outlet(change)}"
    before, after = words(change.before) if change.before else "", words(change.after)
    shown = f"{before} → {after}" if before not in ("", after) else after
    return f"{_time(change.at)} {change.change.replace('_', ' ')}: {shown}{_note(change.note)}{_outlet(change)}"


def _outlet(change: Change) -> str:
    return f" [{change.evidence[0].source}]" if change.evidence else ""


def _note(note: str) -> str:
    return f" ({note})" if note else ""


def _line(item: Evidence) -> str:
    claimant = f"{item.claimant} in " if item.claimant else ""
    return f"{_time(item.published)} {claimant}{item.source}: “{item.quote}” – {item.why}"


def explain_truce(state: CeasefireState, ledger: Ledger) -> Explanation:
    """Why a truce stands where it stands."""
    breach = f"; {state.accuser or 'somebody'} accuses {state.accused or 'somebody'}" if state.accuser or state.accused else ""
    reach = (f"; declared by {state.declared_by} alone" if state.declared_by else "") + (
        f"; for {state.area}" if state.area else ""
    )
    hours = reach + (f"; begins {state.starts}" if state.starts else "") + (f"; ends {state.ends}" if state.ends else "")
    return Explanation(
        f"Ceasefire {' – '.join(state.parties)}: {_STATUSES[state.status]}",
        f"So it stands since {_time(state.since)}{breach}{hours}.",
        tuple(_step(change) for change in ledger.changes if change.series is None),
        tuple(_line(item) for item in state.evidence if item.counts),
        tuple(_line(item) for item in state.evidence if not item.counts),
    )


def _outside(ledger: Ledger, readings: Sequence[Reading]) -> Iterable[str]:
    inside = {item.claim for toll in ledger.tolls for item in toll.evidence}
    for reading in sorted(readings, key=lambda reading: (reading.published, reading.article)):
        for claim in reading.claims:
            if claim.id not in inside:
                said = f"“{claim.figure.quote}” – {_why_outside(claim, reading)}"
                yield f"{_time(reading.published)} {reading.source}: {said}"


def _why_outside(claim: Claim, reading: Reading) -> str:
    figure = claim.figure
    if figure.scope in _OUTSIDE:
        return _OUTSIDE[figure.scope]
    if figure.low is None:
        return "no number, and no toll it could belong to"
    if figure.relation == "part":
        return "a part of another figure"
    if said_exactly(figure, reading, RULES):
        return "said more exactly in the same article"
    return "a sum over the sides, whose own numbers are known" if figure.party == UNSPECIFIED else "taken back by a later edit"


def _time(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"
