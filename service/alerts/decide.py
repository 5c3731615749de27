"""Which changes ring: the ones that are still true, differ from what was told before, and that the policy lets through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from service.alerts.echoes import told_elsewhere
from service.history.ceasefire import AGREED_ANEW
from service.models import FEATURE, KINDS, PASSING, UNSPECIFIED, CeasefireStatus, Change, Kind, SeriesKey, Value


class PolicyLike(Protocol):
    """The fields of ``service.settings.Policy`` that decide whether a change rings."""

    @property
    def kinds(self) -> tuple[Kind, ...]: ...
    @property
    def parties(self) -> tuple[str, ...]: ...
    @property
    def min_change(self) -> int: ...
    @property
    def min_percent(self) -> float: ...
    @property
    def first_min(self) -> int: ...
    @property
    def first_of(self) -> tuple[tuple[Kind, int], ...]: ...
    @property
    def ceasefire(self) -> tuple[CeasefireStatus, ...]: ...
    @property
    def cumulative(self) -> bool: ...
    @property
    def revised_down(self) -> bool: ...
    @property
    def disputed(self) -> bool: ...
    @property
    def muted(self) -> bool: ...
    @property
    def cumulative_step(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Known:
    """What a decision needs of a history: the changes since some time before the article, and how things are called now.

    ``changes`` are in the ledger's order, and hold all from that time on; ``standing`` names every series that has a toll and can
    still move; ``story_of`` maps articles and stories to the story they are in now, those that never changed left out.
    """

    changes: tuple[Change, ...]
    standing: frozenset[SeriesKey]
    story_of: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Decision:
    """One change and what becomes of it: ``quiet`` is empty where it rings, else the reason it does not.

    The change's ``before`` is what people were told last, not what history knew last.
    """

    change: Change
    quiet: str = ""


def decide(
    before_announced: Sequence[Change], known: Known, reading_article: str, *, policy: PolicyLike
) -> tuple[Decision, ...]:
    """What the article's changes lead to, tolls first in the order of kinds, then the ceasefire; one a series.

    ``before_announced`` are the changes that rang so far, oldest first; ``reading_article`` is the article that just came in.
    """
    last: dict[object, Change] = {}
    for change in known.changes:
        if change.article == reading_article:
            last[_slot(change)] = _together(last.get(_slot(change)), change)
    loud = [change for change in last.values() if change.change != "confirmed"]
    decisions: list[Decision] = []
    for change in sorted(loud, key=_rank):
        rang = [decision.change for decision in decisions if not decision.quiet]
        decisions.append(_decide(change, [*before_announced, *rang], known, policy))
    decisions += _owed(before_announced, known, reading_article, policy)
    return tuple(sorted(decisions, key=lambda decision: _rank(decision.change)))


def _decide(change: Change, announced: Sequence[Change], known: Known, policy: PolicyLike) -> Decision:
    told = last_told(change, announced, known)
    as_told = _as_told(change, told)
    for quiet in (
        _late(change, known),
        _repeated(as_told, told) or told_elsewhere(as_told, announced),
        _in_passing(as_told, announced),
        _by_policy(as_told, policy),
    ):
        if quiet:
            return Decision(as_told, quiet)
    if told is None and change.moves:
        return Decision(change)  # never told, but known: from a backfill, or too small to ring; it says what it was before
    return Decision(as_told)


def _together(former: Change | None, change: Change) -> Change:
    """What two steps of one article tell: "over 80" in the headline and 84 in the text are one piece of news, 84."""
    if former is None or former.change == "confirmed" or change.change != "confirmed":
        return change
    if not change.moves:
        return former
    return replace(former, after=change.after, evidence=(*change.evidence[:1], *former.evidence))


def _owed(announced: Sequence[Change], known: Known, reading_article: str, policy: PolicyLike) -> list[Decision]:
    """What people were told and is no longer so, although the change is another article's.

    An edit that arrives late can take back what was told, and a late addition can lift what a later article stated; the change then
    belongs to an article that rang for something else. Only what rang before is owed, and only where it rings now. A truce that is
    made known late is owed with what became of it: an end without a beginning is no change and rang for nothing.
    """
    told_ids = {change.id for change in announced}
    newest = {_slot(change): change for change in known.changes if change.change != "confirmed"}
    late_truce = any(change.series is None and change.article == reading_article for change in known.changes)
    owed = []
    for change in newest.values():
        if change.article == reading_article or change.id in told_ids or not change.moves:
            continue
        told = last_told(change, announced, known)
        lets = late_truce and (told is None or told.at <= change.at) if change.series is None else told and told.at <= change.at
        if lets:
            decision = _decide(change, announced, known, policy)
            owed += [] if decision.quiet else [decision]
    return owed


def last_told(change: Change, announced: Sequence[Change], known: Known) -> Change | None:
    """The newest announced change of the same series, also where its story was merged or its role became known since."""
    for earlier in reversed(announced):
        if earlier.moves != change.moves:
            continue  # a dispute is told beside the toll
        if change.series is None:
            if earlier.series is None:
                return earlier
        elif earlier.series is not None and _same_series(earlier, change, known):
            return earlier
    return None


def _same_series(earlier: Change, change: Change, known: Known) -> bool:
    """Whether an announced change was of the series that is ``change``'s today, whatever it was called then."""
    old, new = earlier.series, change.series
    if old is None or new is None or old.kind != new.kind:
        return False
    story = known.story_of.get(old.story) or known.story_of.get(earlier.article) or old.story
    today = replace(old, story=story) if old.story else old
    if today == new:
        return True
    if today in known.standing or old.party not in (new.party, UNSPECIFIED):
        return False  # still a series by itself, or somebody else's
    if {"civilian", "combatant"} <= {old.role, new.role}:
        return False
    if old.scope != new.scope and earlier.after not in (change.before, change.after):
        return False  # a running total became the flare-up's own only where it is the same number
    return story == new.story if new.story else _same_counter(earlier.after, change.after)


def _same_counter(told: Value | None, now: Value | None) -> bool:
    """Whether two numbers can be of one running total that goes by another "since" today."""
    return told is not None and now is not None and told.low <= 2 * now.low and now.low <= 2 * told.low


def _as_told(change: Change, told: Change | None) -> Change:
    """The change against what people were told last."""
    if change.series is None:
        return replace(change, status_before=told.status_after if told else "none")
    if not change.moves:
        return change
    if told is None:
        return replace(change, before=None, change="first") if change.change == "rise" else replace(change, before=None)
    kind = change.change
    if kind == "first" and told.after is not None and change.after is not None:
        kind = "rise" if change.after.high >= told.after.high else "revised_down"
    return replace(change, before=told.after, change=kind)


def _late(change: Change, known: Known) -> str:
    """Quiet where a later-published article has moved the series on already, loudly or by saying the same more exactly."""
    same = [other for other in known.changes if _slot(other) == _slot(change)]
    loud = [other for other in same if other.change != "confirmed"]
    if loud and loud[-1].id != change.id:
        return f"late: {_state(loud[-1])} is known since {loud[-1].at:%Y-%m-%d %H:%M}"
    if change.series is not None and change.moves:
        if change.series not in known.standing:
            return "taken back since"
        if same and same[-1].article != change.article:
            return f"late: {_state(same[-1])} is known since {same[-1].at:%Y-%m-%d %H:%M}"
    return ""


def _repeated(change: Change, told: Change | None) -> str:
    if change.series is None:
        same = told is not None and told.status_after == change.status_after and change.status_after != "extended"
        same = same and not change.note.startswith(AGREED_ANEW)
        return "told already" if same or change.status_before == change.status_after == "none" else ""
    if told is None or told.after is None or change.after is None:
        return ""
    same = (told.after.low, told.after.high) == (change.after.low, change.after.high)
    return "told already" if same else ""


def _in_passing(change: Change, announced: Sequence[Change]) -> str:
    """A war's total that nobody was told of is no news where an article mentions it below other news: "… since 1983"."""
    if change.note.endswith(FEATURE):
        return "a feature mentions it"
    if change.series is None or change.after is None or change.before is not None or not change.note.endswith(PASSING):
        return ""
    grown = any(
        told.series is not None
        and told.series.scope == "cumulative"
        and told.series.kind == change.series.kind
        and told.after is not None
        and told.after.low <= change.after.low <= _GROWN * told.after.low
        for told in announced
    )
    return "" if grown else "a running total, mentioned in passing"


_GROWN = 3  # times what a running total was when it was told last; more is another war's


def _by_policy(change: Change, policy: PolicyLike) -> str:
    """Why the policy keeps the change quiet; empty where it lets it through."""
    if policy.muted:
        return "the conflict is muted"
    if change.series is None:
        return "" if change.status_after in policy.ceasefire else f"ceasefire status {change.status_after} is off"
    series = change.series
    if series.kind not in policy.kinds:
        return f"kind {series.kind} is off"
    if policy.parties and series.party not in policy.parties:
        return f"party {series.party} is not watched"
    if series.scope == "cumulative" and not policy.cumulative:
        return "running totals are off"
    if change.change == "revised_down" and not policy.revised_down:
        return "corrections are off"
    if change.change == "disputed":
        return "" if policy.disputed else "disputes are off"
    too_small = _too_small(change, series, policy)
    if not too_small and series.scope == "cumulative" and change.change == "rise":
        return _between_steps(change.before, change.after, policy.cumulative_step)
    return too_small


def _between_steps(before: Value | None, after: Value | None, step: int) -> str:
    """Quiet where a running total passed no round number: by default a step is one in the second of its digits."""
    if before is None or after is None:
        return ""
    step = step or 10 ** max(0, len(str(after.low)) - 2)
    return "" if after.low // step > before.low // step else f"no multiple of {step:,} passed since {before.low:,}"


def _too_small(change: Change, series: SeriesKey, policy: PolicyLike) -> str:
    before, after = change.before, change.after
    if after is None:
        return ""
    if before is None:
        least = next((number for kind, number in policy.first_of if kind == series.kind), policy.first_min)
        return f"a first figure below {least}" if after.high < least else ""
    step = abs(after.low - before.low) or abs(after.high - before.high)
    if step < policy.min_change:
        return f"a change of {step}, less than {policy.min_change}"
    if before.low and 100 * step / before.low < policy.min_percent:
        return f"a change of {100 * step / before.low:.1f} %, less than {policy.min_percent:g} %"
    return ""


def _slot(change: Change) -> tuple[SeriesKey | None, bool]:
    """What one article can ring for once: a series' toll, a dispute about it, the ceasefire."""
    return (change.series, not change.moves)


def _rank(change: Change) -> tuple[object, ...]:
    if change.series is None:
        return (len(KINDS), "", "")
    kinds: tuple[str, ...] = KINDS
    return (kinds.index(change.series.kind), change.series.scope == "cumulative", change.series.party, change.series.role)


def _state(change: Change) -> str:
    return change.status_after if change.series is None else _number(change.after)


def _number(value: Value | None) -> str:
    if value is None:
        return "no number"
    return str(value.low) if value.low == value.high else f"{value.low}–{value.high}"
