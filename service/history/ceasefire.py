"""Where a truce stands: a state machine over what articles say is the case now, oldest first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime

from service.analysis.languages.en.countries import COUNTRIES
from service.analysis.state_wars import slug
from service.history.beginnings import begins_at
from service.history.evidence import saying_evidence
from service.history.rules import Rules
from service.history.statements import CeasefireSaying
from service.history.truce_state import STANDING, State, why_stays
from service.models import BETWEEN_STATES, OF_A_COUNTRY, CeasefireState, CeasefireStatus, Reading

_STATES = frozenset(country.name for country in COUNTRIES)
_BROKEN = frozenset({"violated", "ended"})  # either bears the other out


@dataclass(frozen=True, slots=True)
class Turn:
    """One change of the state: what it was, what it is, and the saying that turned it."""

    before: CeasefireStatus
    after: CeasefireStatus
    by: CeasefireSaying
    supporters: tuple[CeasefireSaying, ...]
    at: datetime
    note: str = ""


_TAKEN = "taken back"
AGREED_ANEW = "agreed anew, or by more than before"
WAITS = "waits for"  # in the reason of a saying that another one can still make count
_KEPT = 100  # sayings that are kept to be shown
_FORMER = 8  # states a taken-back saying can fall back through
_NAMES = 100  # parties that are counted to find the two sides


class Truce:
    """A conflict's truce, followed saying by saying as they are published; only what can still matter is kept.

    Only the statement that an article gives as the latest state moves anything, and only one of scope current. An edit takes back what
    the revision before it said of the last day and a half.
    """

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self.state = State()
        self.former: list[State] = []  # before each turn, oldest first
        self.heard: list[CeasefireSaying] = []  # witnesses of the last day and a half, oldest first
        self.verdicts: dict[str, tuple[CeasefireSaying, bool, str]] = {}
        self.names: Counter[str] = Counter()
        self.losses = False  # whether losses of the conflict are known

    def parties(self, conflict: str) -> tuple[str, ...]:
        """The two sides that most readings of the conflict name, sorted by name; of a country's conflict no mediator's country."""
        ranked = sorted(self.names, key=lambda party: (-self.names[party], party))
        if conflict.startswith(OF_A_COUNTRY):
            own = conflict.removeprefix(OF_A_COUNTRY).split(BETWEEN_STATES)
            ranked = [party for party in ranked if party not in _STATES or slug(party) in own]
        return tuple(sorted(ranked[:2]))

    def meet(self, reading: Reading) -> None:
        """Let a reading's parties and losses count, and forget what is too long ago to matter."""
        self.losses = self.losses or any(claim.figure.scope in ("current", "cumulative") for claim in reading.claims)
        for rank, party in enumerate(reading.parties):
            self.names[party] += 2 if rank < 2 else 1
        if len(self.names) > 2 * _NAMES:
            self.names = Counter(dict(sorted(self.names.items(), key=lambda item: (-item[1], item[0]))[:_NAMES]))
        self.heard = [saying for saying in self.heard if reading.published - saying.said <= self._rules.incident_gap]

    def withdraw(self, edit: Reading) -> None:
        """Take back what other revisions said; a state that rests on it gives way to the one before, unless it is said again."""
        for saying in self.heard:
            if _replaced(saying, edit) and saying.claim.id in self.verdicts:
                self.verdicts[saying.claim.id] = (saying, False, f"{_TAKEN} by a later edit of the article")
        self.heard = [saying for saying in self.heard if not _replaced(saying, edit)]
        self.former = [state for state in self.former if state.by is None or not _replaced(state.by, edit)]
        again = {claim.statement.status for claim in edit.ceasefire if claim.now and claim.statement.scope == "current"}
        if self.state.by is not None and _replaced(self.state.by, edit) and self.state.status not in again:
            self.state = self.former.pop() if self.former else State()

    def take(self, saying: CeasefireSaying) -> Turn | None:
        """Take the next saying in; the turn it makes, if it makes one."""
        why = _why_not(saying)
        if why:
            self._keep(saying, counts=False, why=why)
            return None
        status = saying.claim.statement.status
        why = self._why_unclear(status) or why_stays(self.state, saying, self._rules) or self._why_waits(saying)
        if saying.echo:
            why = "said before in the same text"
        self._keep(saying, counts=not why, why=why or "the newest state")
        before = self.state
        self.heard.append(saying)
        if not saying.echo:
            self.state = _after(before, saying, turns=not why)
        if why:
            return None
        self.former = [*self.former, before][-_FORMER:]
        alike = tuple(s for s in self.heard if s.claim.statement.status == status)
        note = AGREED_ANEW if before.status == status == "agreed" else ""
        return Turn(before.status, status, saying, alike, saying.said, note)

    def elapse(self, now: datetime) -> Turn | None:
        """Let the hour come at which an agreed truce begins, where nobody has said anything else by then; the turn that it makes."""
        start = self.begins()
        before = self.state
        if start is None or start > now or before.by is None:
            return None
        self.state = replace(before, status="in_effect", since=start, spoken=start)
        self.former = [*self.former, before][-_FORMER:]
        return Turn(before.status, "in_effect", before.by, (), start, "by the hour that was agreed")

    def begins(self) -> datetime | None:
        """When the truce that is agreed begins, by the words said last that give an hour; None where none is agreed or nobody gives one."""
        if self.state.status != "agreed" or self.state.since is None:
            return None
        since = self.state.since
        agreed = [
            saying
            for saying, _, why in self.verdicts.values()
            if _status(saying) == "agreed" and saying.claim.statement.scope == "current" and not why.startswith(_TAKEN)
        ]
        hours = [
            begins_at(saying.claim.statement.starts, saying.said)
            for saying in self._said_last(agreed)
            if saying.claim.statement.starts and saying.said >= since
        ]
        return next((hour for hour in reversed(hours) if hour is not None), None)

    def _said_last(self, agreed: list[CeasefireSaying]) -> list[CeasefireSaying]:
        """The sayings from the last delay on: what was to begin on Thursday and is put off has no hour of Thursday."""
        inorder = sorted(agreed, key=lambda saying: saying.order)
        delays = [at for at, saying in enumerate(inorder) if (saying.claim.statement.starts or "").startswith("delayed")]
        return inorder[delays[-1] :] if delays else inorder

    def outcome(self, conflict: str) -> CeasefireState | None:
        """The present state, None where nobody ever gave one; no ceasefire where what was said of one waits for another voice."""
        state = self.state
        if state.by is None or state.since is None:
            return self._waiting(conflict)
        breach = state.by.claim.statement
        stands = state.status in ("agreed", "in_effect", "extended")
        evidence = [saying_evidence(saying, counts=counts, why=why) for saying, counts, why in self.verdicts.values()]
        return CeasefireState(
            conflict,
            self.parties(conflict),
            state.status,
            state.since,
            breach.accuser if state.status == "violated" else None,
            breach.accused if state.status == "violated" else None,
            tuple(sorted(evidence, key=lambda item: (item.published, item.article, item.claim))),
            *self._hours(),
            self.begins(),
            breach.declared_by if stands else None,
            breach.area if stands else None,
        )

    def _waiting(self, conflict: str) -> CeasefireState | None:
        """That there is no ceasefire so far, with what was said of one, where that can still make one."""
        waiting = [saying.said for saying, _, why in self.verdicts.values() if f": {WAITS} " in why]
        if not waiting:
            return None
        evidence = [saying_evidence(saying, counts=counts, why=why) for saying, counts, why in self.verdicts.values()]
        shown = tuple(sorted(evidence, key=lambda item: (item.published, item.article, item.claim)))
        return CeasefireState(conflict, self.parties(conflict), "none", min(waiting), None, None, shown)

    def _hours(self) -> tuple[str | None, str | None]:
        """When the present truce begins and ends, in the words said last; both None where there is none."""
        if self.state.status not in STANDING:
            return None, None
        ended = [saying.said for saying, counts, _ in self.verdicts.values() if counts and _status(saying) == "ended"]
        sayings = [
            s for s, _, why in self.verdicts.values() if s.claim.statement.scope == "current" and not why.startswith(_TAKEN)
        ]
        mine = sorted(
            (s for s in sayings if _status(s) in STANDING and all(s.said > at for at in ended)), key=lambda s: s.order
        )
        starts = [s.claim.statement.starts for s in mine if s.claim.statement.starts]
        ends = [s.claim.statement.ends for s in mine if s.claim.statement.ends]
        return (starts[-1] if starts else None), (ends[-1] if ends else None)

    def _keep(self, saying: CeasefireSaying, *, counts: bool, why: str) -> None:
        self.verdicts[saying.claim.id] = (saying, counts, why)
        while len(self.verdicts) > _KEPT:
            del self.verdicts[next(iter(self.verdicts))]

    def _why_unclear(self, status: CeasefireStatus) -> str:
        """A call from afar, with no word of losses so far, is about no conflict that anybody could name."""
        first = self.state.status == "none" and status in ("called_for", "rejected")
        return "a call for a truce where no losses are known" if first and not self.losses else ""

    def _why_waits(self, saying: CeasefireSaying) -> str:
        """Why a lone voice does not turn the state yet; empty where it is sure, few held otherwise or others agree."""
        state, rules, new = self.state, self._rules, saying.claim.statement.status
        recent = [other for other in self.heard if not other.echo and saying.said - other.said <= rules.truce_memory]
        agreeing = [s for s in recent[-rules.truce_last + 1 :] if s.origin != saying.origin and _seconds(_status(s), new)]
        seconds = {other.origin for other in agreeing}
        if state.ended is not None and new in ("in_effect", "extended") and saying.said - state.ended < rules.story_gap:
            return "" if len(seconds) >= 2 else "the truce ended: that one holds again needs three voices"
        if state.status == "none" and new == "ended":
            return "" if seconds else self._waits("the end of a truce that nobody spoke of", saying)
        if saying.claim.statement.confidence < rules.truce_sure:
            return _why_in_passing(state, saying, rules) or ("" if seconds else self._waits("said in passing", saying))
        held = {other.origin for other in recent if _speaks_against(_status(other), state.status, new)}
        sure = {other.origin for other in agreeing if other.claim.statement.confidence >= rules.truce_sure}
        if len(held) < rules.truce_consensus:
            return ""
        if len(held) < rules.truce_crowd and (state.status, new) == ("agreed", "violated"):
            return ""  # who told of the deal spoke before it was to begin
        needed = 2 if len(held) >= rules.truce_crowd and new in ("in_effect", "ended") else 1
        return "" if len(sure) >= needed else self._waits("too few voices against many", saying)

    def _waits(self, why: str, saying: CeasefireSaying) -> str:
        """That a saying waits, why, and until when another outlet's word of it counts."""
        return f"{why}: {WAITS} another outlet that says so by {saying.said + self._rules.truce_memory:%Y-%m-%d %H:%M} UTC"


def _why_in_passing(state: State, saying: CeasefireSaying, rules: Rules) -> str:
    """ "Aid amid the truce" speaks of a truce without saying that it began, and is printed between the deal and its hour as well."""
    age = saying.said - state.since if state.since else rules.truce_forgotten
    if state.status == "agreed" and saying.claim.statement.status == "in_effect" and age < rules.truce_start:
        return "said in passing before the truce is said to have begun"
    return ""


def _after(state: State, saying: CeasefireSaying, *, turns: bool) -> State:
    """The state once a witness has spoken."""
    statement = saying.claim.statement
    if turns:
        ended = saying.said if statement.status == "ended" else None if statement.status in STANDING else state.ended
        state = replace(state, status=statement.status, since=saying.said, by=saying, ended=ended)
        if statement.status in ("agreed", "ended"):  # another truce: its extensions are its own
            state = replace(state, extended=None, ends=())
    if statement.status in STANDING:
        state = replace(state, spoken=saying.said)
    if statement.status == "extended" and (turns or state.extended is not None):  # a hope of one that waits begins none
        state = replace(state, extended=saying.said, ends=tuple(dict.fromkeys((*state.ends, statement.ends)))[-_FORMER:])
    return state


def _status(saying: CeasefireSaying) -> CeasefireStatus:
    return saying.claim.statement.status


def _replaced(saying: CeasefireSaying, edit: Reading) -> bool:
    return saying.reading.entry == edit.entry and saying.reading.article != edit.article


def _why_not(saying: CeasefireSaying) -> str:
    """Why a saying is no witness of the present state at all; empty where it is."""
    if saying.claim.statement.scope != "current":
        return "about an older truce"
    return "" if saying.claim.now else "not the latest state in its article"


def _speaks_against(said: CeasefireStatus, present: CeasefireStatus, new: CeasefireStatus) -> bool:
    """Whether a witness of the present state contradicts the new one: any that says whether there is a truce, where that changes."""
    if (present in STANDING) != (new in STANDING):
        return (said in STANDING) == (present in STANDING)
    return _agrees(said, present)


def _seconds(said: CeasefireStatus, new: CeasefireStatus) -> bool:
    """Whether a witness bears a new state out: that it holds is no word of an extension."""
    return said == new if new == "extended" else _agrees(said, new) or {said, new} <= _BROKEN


def _agrees(said: CeasefireStatus, new: CeasefireStatus) -> bool:
    return said == new or {said, new} <= {"in_effect", "extended"}
