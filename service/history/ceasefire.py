"""Where a truce stands: a state machine over what articles say is the case now, oldest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from service.history.evidence import saying_evidence
from service.history.rules import Rules
from service.history.statements import CeasefireSaying
from service.models import CeasefireState, CeasefireStatus, Evidence, Reading

_STANDING = frozenset({"agreed", "in_effect", "extended", "violated"})  # a truce exists
_ABSENT = frozenset({"none", "called_for", "rejected", "ended"})


@dataclass(frozen=True, slots=True)
class Turn:
    """One change of the state: what it was, what it is, and the saying that turned it."""

    before: CeasefireStatus
    after: CeasefireStatus
    by: CeasefireSaying
    supporters: tuple[CeasefireSaying, ...]


@dataclass(slots=True)
class _Track:
    status: CeasefireStatus = "none"
    since: datetime | None = None
    by: CeasefireSaying | None = None
    spoken: datetime | None = None  # when anybody last said that a truce exists
    ended: datetime | None = None  # when the last truce anybody spoke of ended, None while one exists
    said: list[CeasefireSaying] = field(default_factory=list)  # witnesses of the present state so far, oldest first


def follow(
    sayings: Sequence[CeasefireSaying], readings: Sequence[Reading], *, rules: Rules
) -> tuple[CeasefireState | None, tuple[Turn, ...]]:
    """The present state and every turn that led there; ``sayings`` and ``readings`` in canonical order, of one conflict.

    Only the statement that an article gives as the latest state moves anything, and only one of scope current.
    """
    if not readings:
        return None, ()
    newest = readings[-1].published
    track, turns = _Track(), []
    evidence: list[Evidence] = []
    heard: list[CeasefireSaying] = []
    for saying in sayings:
        why = _why_not(saying, newest)
        if why:
            evidence.append(saying_evidence(saying, counts=False, why=why))
            continue
        heard.append(saying)
        status = saying.claim.statement.status
        why = _why_stays(track, saying, rules) or _why_waits(track, saying, rules)
        track.said.append(saying)
        evidence.append(saying_evidence(saying, counts=not why, why=why or "the newest state"))
        if not why:
            supporters = tuple(
                other for other in heard if other.claim.statement.status == status and _near(other, saying, rules)
            )
            turns.append(Turn(track.status, status, saying, supporters))
            track.status, track.since, track.by = status, saying.said, saying
        if status in _STANDING:
            track.spoken = saying.said
        if not why:
            track.ended = saying.said if status == "ended" else None if status in _STANDING else track.ended
    if track.by is None or track.since is None:
        return None, ()
    breach = track.by.claim.statement
    state = CeasefireState(
        readings[0].conflict,
        parties_of(readings),
        track.status,
        track.since,
        breach.accuser if track.status == "violated" else None,
        breach.accused if track.status == "violated" else None,
        tuple(sorted(evidence, key=lambda item: (item.published, item.article, item.claim))),
    )
    return state, tuple(turns)


def parties_of(readings: Sequence[Reading]) -> tuple[str, ...]:
    """The two sides that most readings of the conflict name, sorted by name."""
    counts: Counter[str] = Counter()
    for reading in readings:
        for rank, party in enumerate(reading.parties):
            counts[party] += 2 if rank < 2 else 1
    return tuple(sorted(sorted(counts, key=lambda party: (-counts[party], party))[:2]))


def _why_not(saying: CeasefireSaying, newest: datetime) -> str:
    """Why a saying is no witness of the present state at all; empty where it is."""
    if saying.claim.statement.scope != "current":
        return "about an older truce"
    if not saying.claim.now:
        return "not the latest state in its article"
    if saying.gone(newest):
        return "taken back by a later edit of the article"
    return ""


def _why_stays(track: _Track, saying: CeasefireSaying, rules: Rules) -> str:
    """Why a saying leaves the state as it is whoever says it; empty where it can turn it."""
    old, new = track.status, saying.claim.statement.status
    age = saying.said - track.since if track.since else rules.truce_forgotten
    if new == "none":
        return "says nothing of a truce"
    if new == old and not _extended_again(track, saying, rules):
        return "says the same"
    if new in ("called_for", "rejected"):
        silent = saying.said - track.spoken if track.spoken else rules.truce_forgotten
        if old in _STANDING and silent < rules.truce_forgotten:
            return "a call or a refusal while a truce exists does not end it"
        return "a call after the refusal" if old == "rejected" and age < rules.story_gap else ""
    if old in _ABSENT:
        return _why_no_truce(track, saying, rules)
    if new == "agreed" and old in ("in_effect", "extended"):
        return "the deal is known to be in effect"
    if old == "violated" and new == "agreed" and age < rules.truce_lag:
        return "the deal as it was before"
    if old == "violated" and new in ("in_effect", "extended") and age < rules.truce_settle:
        return "the state before the breach"
    if new == "in_effect" and old == "extended":
        return "an extended truce is in effect"
    return ""


def _why_no_truce(track: _Track, saying: CeasefireSaying, rules: Rules) -> str:
    """Why a saying about a truce does not make one where there is none."""
    old, new = track.status, saying.claim.statement.status
    if track.ended is None:
        return "no truce is known that could end" if new == "ended" and old != "none" else ""
    if new == "violated":
        return "a breach of the truce that ended"
    if new == "ended":
        return "the truce that ended before"
    if saying.said - track.ended < rules.truce_lag:
        return "an older state of the truce that ended"
    return ""


def _extended_again(track: _Track, saying: CeasefireSaying, rules: Rules) -> bool:
    """Whether "extended" after "extended" is a further extension: another end is named, or the last word of one is long past."""
    if saying.claim.statement.status != "extended":
        return False
    before = [other for other in track.said if other.claim.statement.status == "extended"]
    if not before or saying.said - before[-1].said >= rules.extension_gap:
        return True
    ends = {other.claim.statement.ends for other in before}
    return saying.claim.statement.ends is not None and None not in ends and saying.claim.statement.ends not in ends


def _why_waits(track: _Track, saying: CeasefireSaying, rules: Rules) -> str:
    """Why a lone voice against many does not turn the state yet; empty where few held it or a second voice agrees."""
    new = saying.claim.statement.status
    recent = [other for other in track.said if saying.said - other.said <= rules.truce_memory]
    held = {other.origin for other in recent if _speaks_against(other.claim.statement.status, track.status, new)}
    revived = track.ended is not None and new in ("in_effect", "extended") and saying.said - track.ended < rules.story_gap
    if len(held) < rules.truce_consensus and not revived:
        return ""
    for other in recent[-rules.truce_last + 1 :]:
        if other.origin != saying.origin and _agrees(other.claim.statement.status, new):
            return ""
    return "one voice against many: waits for a second"


def _speaks_against(said: CeasefireStatus, present: CeasefireStatus, new: CeasefireStatus) -> bool:
    """Whether a witness of the present state contradicts the new one: any that says whether there is a truce, where that changes."""
    if (present in _STANDING) != (new in _STANDING):
        return (said in _STANDING) == (present in _STANDING)
    return _agrees(said, present)


def _agrees(said: CeasefireStatus, new: CeasefireStatus) -> bool:
    return said == new or {said, new} <= {"in_effect", "extended"}


def _near(one: CeasefireSaying, other: CeasefireSaying, rules: Rules) -> bool:
    return abs(other.said - one.said) <= rules.incident_gap
