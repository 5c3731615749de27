"""What a saying can do to the state of a truce, whoever says it: the state itself, and why a saying leaves it as it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from service.history.beginnings import another_deal, begins_at, headline_of_a_deal
from service.history.rules import Rules
from service.history.statements import CeasefireSaying
from service.models import CeasefireStatus

STANDING = frozenset({"agreed", "in_effect", "extended", "violated"})  # a truce exists
_ABSENT = frozenset({"none", "called_for", "rejected", "ended"})


@dataclass(frozen=True, slots=True)
class State:
    """Where the truce stands, by whose word, and what was said of it last."""

    status: CeasefireStatus = "none"
    since: datetime | None = None
    by: CeasefireSaying | None = None
    spoken: datetime | None = None  # when anybody last said that a truce exists
    ended: datetime | None = None  # when the last truce anybody spoke of ended, None while one exists
    extended: datetime | None = None  # when anybody last said that it is extended
    ends: tuple[str | None, ...] = ()  # until when it was ever said to be extended


def why_stays(state: State, saying: CeasefireSaying, rules: Rules) -> str:
    """Why a saying leaves the state as it is whoever says it; empty where it can turn it."""
    old, new = state.status, saying.claim.statement.status
    age = saying.said - state.since if state.since else rules.truce_forgotten
    if new == "none":
        return "says nothing of a truce"
    if new == old and new != "extended" and not _joined_by_others(state, saying, rules):
        return "says the same"
    if new == "extended" and not _extended_again(state, saying, rules):
        return "the extension that is known"
    if new in ("called_for", "rejected"):
        return _why_no_call(state, saying, rules, age)
    if new == "agreed" and old in ("violated", "ended", "extended", "in_effect") and _another(saying, age, rules):
        return ""
    if new == "extended" and old == "agreed" and age < rules.truce_start and saying.claim.statement.ends is None:
        return "the deal that is known, not yet begun"
    if old in _ABSENT:
        return _why_no_truce(state, saying, rules)
    if new == "agreed" and old in ("in_effect", "extended"):
        return "the deal is known to be in effect"
    if old == "violated" and new == "agreed" and age < rules.truce_lag:
        return "the deal as it was before"
    if old == "violated" and new in ("in_effect", "extended") and age < rules.truce_settle:
        return "the state before the breach"
    if new == "in_effect" and old == "extended":
        return "an extended truce is in effect"
    return ""


def _why_no_call(state: State, saying: CeasefireSaying, rules: Rules, age: timedelta) -> str:
    """Why a call or a refusal leaves the state as it is: a truce exists, or the refusal is fresher news than another call."""
    if state.status in STANDING and not _refused_by_the_other(state, saying):
        silent = saying.said - state.spoken if state.spoken else rules.truce_forgotten
        if silent < (rules.story_gap if state.status == "violated" else rules.truce_forgotten):
            return "a call or a refusal while a truce exists does not end it"
    return "a call after the refusal" if state.status == "rejected" and age < rules.story_gap else ""


def _refused_by_the_other(state: State, saying: CeasefireSaying) -> bool:
    """Whether one side declared the truce alone and somebody else refuses to join it, or a side denies the deal that was announced."""
    statement, by = saying.claim.statement, state.by.claim.statement if state.by else None
    if statement.status != "rejected" or state.status not in ("agreed", "in_effect"):
        return False
    if state.status == "agreed" and statement.rule.startswith(_DENIED):
        return True
    if by is None or by.declared_by is None:
        return False
    return statement.claimant != by.declared_by and statement.declared_by is None


def _another(saying: CeasefireSaying, age: timedelta, rules: Rules) -> bool:
    """Whether an agreement is of another truce than the one that was spoken of so far."""
    statement = saying.claim.statement
    if another_deal(statement, saying.said) or statement.rule.startswith(_RESTORED):
        return True
    if age < rules.story_gap:
        return False
    if statement.starts is not None and begins_at(statement.starts, saying.said) is not None:
        return True
    return statement.confidence >= rules.truce_sure and headline_of_a_deal(statement, saying.reading.title)


_DENIED = ("ceasefire: making, disputed", "ceasefire: making, denied: none while war goes on")
_RESTORED = "ceasefire: restoring"  # nobody restores what holds


def _joined_by_others(state: State, saying: CeasefireSaying, rules: Rules) -> bool:
    """Whether both sides now agree to what one had declared alone, sign what was agreed in principle, or agree anew after weeks."""
    new, by = saying.claim.statement, state.by.claim.statement if state.by else None
    if by is None or new.status != "agreed" or state.since is None:
        return False
    age = saying.said - state.since
    sure = new.confidence >= rules.truce_sure
    if new.declared_by is not None:
        return sure and age >= rules.truce_anew and headline_of_a_deal(new, saying.reading.title)
    loosely = by.declared_by is not None or "in principle" in by.quote.lower()
    return sure and age >= (rules.truce_lag if loosely else rules.truce_anew)


def _why_no_truce(state: State, saying: CeasefireSaying, rules: Rules) -> str:
    """Why a saying about a truce does not make one where there is none."""
    old, new = state.status, saying.claim.statement.status
    if state.ended is None:  # one that the other side refused can still end
        return "no truce is known that could end" if new == "ended" and old != "none" and state.spoken is None else ""
    if new == "violated":
        return "a breach of the truce that ended"
    if new == "ended":
        return "the truce that ended before"
    if saying.said - state.ended < rules.truce_lag:
        return "an older state of the truce that ended"
    return ""


def _extended_again(state: State, saying: CeasefireSaying, rules: Rules) -> bool:
    """Whether it is the truce's first extension or a further one: another end is named, or the last word of one is long past."""
    if state.extended is None or saying.said - state.extended >= rules.extension_gap:
        return True
    end = saying.claim.statement.ends
    return end is not None and None not in state.ends and end not in state.ends
