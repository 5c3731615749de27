"""Which claims count the same people: like for like by story or running total, kind, party and role.

Reports word one count in many ways ("50 dead", "50 servicemen died"; "12,300 since 7 October", "12,300 so far"), so a series is found
by what it counts and where its number stands, not by the words alone. Claims are placed in canonical order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from service.history.rules import Rules
from service.history.statements import Statement
from service.history.values import agree, compare
from service.models import UNSPECIFIED, Role, SeriesKey, Value


@dataclass(slots=True)
class Line:
    """One series while its claims are gathered; ``level`` is where its number stands."""

    conflict: str
    story: str  # empty for a running total
    kind: str
    party: str
    number: int  # how many lines of this (story, kind, party) came before
    role: Role = "unknown"  # the first plain role among its claims
    level: Value | None = None
    claims: list[Statement] = field(default_factory=list)
    aside: list[Statement] = field(default_factory=list)  # parts and vague words: kept, never counted
    sinces: dict[str, int] = field(default_factory=dict)

    def key(self) -> SeriesKey:
        """The series as it is named outside; of several running totals without a "since" the later are numbered."""
        if self.story:
            return SeriesKey(self.conflict, self.story, self.kind, self.party, self.role, "current")
        since = next(iter(self.sinces), "")  # as it was called first, so that what is said later never renames it
        return SeriesKey(self.conflict, "", self.kind, self.party, self.role, "cumulative", since)

    def add(self, statement: Statement) -> None:
        """Take a counted claim in."""
        self.claims.append(statement)
        figure, value = statement.figure, statement.value
        if figure.scope == "cumulative" and figure.since:
            self.sinces[figure.since] = self.sinces.get(figure.since, 0) + 1
        if self.role == "unknown" and self.kind != "displaced":  # who flees is never asked for a role
            self.role = figure.role
        if value is not None and figure.relation == "total" and (self.level is None or value.high >= self.level.low):
            self.level = value


class Placement:
    """Puts the claims of one conflict into lines, one by one in canonical order."""

    def __init__(self, story_of: Mapping[str, str], statements: Sequence[Statement], rules: Rules) -> None:
        """``story_of`` maps claim ids to story ids, empty for a claim that is told in none."""
        self._story_of, self._rules = story_of, rules
        self._lines: dict[tuple[str, str, str], list[Line]] = {}
        self._started: dict[str, datetime] = {}
        self._named: dict[tuple[str, str], set[str]] = {}
        for statement in statements:
            story = story_of[statement.claim.id]
            self._started.setdefault(story, statement.reading.published)
            if _counts(statement) and statement.figure.scope == "current" and statement.figure.party != UNSPECIFIED:
                self._named.setdefault((story, statement.figure.kind), set()).add(statement.figure.party)
        for statement in statements:
            if _counts(statement):
                self._place(statement).add(statement)
        for statement in statements:
            if statement.figure.scope in ("current", "cumulative") and not _counts(statement):
                self._set_aside(statement)

    def lines(self) -> Mapping[SeriesKey, Line]:
        """All series in order of their keys. Several running totals of one "since" are told apart by number: "2023-10-07 (2)"."""
        found: dict[SeriesKey, Line] = {}
        for line in sorted(
            (line for group in self._lines.values() for line in group), key=lambda line: (line.key(), line.number)
        ):
            key, copy = line.key(), 1
            while key in found:
                copy += 1
                key = replace(line.key(), since=f"{line.key().since} ({copy})".strip())
            found[key] = line
        return dict(sorted(found.items()))

    def _place(self, statement: Statement) -> Line:
        figure = statement.figure
        story = self._story_of[statement.claim.id]
        value = statement.value
        if value is None:
            raise ValueError("a vague claim has no line")
        party = self._party(statement, story, value)
        if figure.scope == "cumulative":
            return self._flare_up(statement, story, party, value) or self._counter(statement, party, value)
        return self._running(statement, story, party, value) or self._by_role(statement, story, party, value)

    def _party(self, statement: Statement, story: str, value: Value) -> str:
        """Whose dead they are: where only one side has any in this story, an unnamed side is that one."""
        figure = statement.figure
        if figure.party != UNSPECIFIED or figure.scope != "current":
            return figure.party
        named = sorted(self._named.get((story, figure.kind), ()))
        if len(named) == 1:
            return named[0]
        for party in named:
            for line in self._lines.get((story, figure.kind, party), ()):
                if line.level is not None and line.level.low == value.low:
                    return party
        return UNSPECIFIED

    def _by_role(self, statement: Statement, story: str, party: str, value: Value) -> Line:
        """The line of the role; "unknown" goes with what is there, and a lower civilian number is a count of its own."""
        figure = statement.figure
        group = self._lines.setdefault((story, figure.kind, party), [])
        role: Role = "unknown" if figure.kind == "displaced" else figure.role
        if not group:
            return self._new(group, statement, story, party)
        main = group[0]
        for line in group:
            if role == line.role != "unknown":
                return line
        for line in group:
            if line.level is not None and line.level.low == value.low and (role == "unknown" or value.low >= 10):
                return line  # the same number for another role: the same people
        if role == "unknown":
            return main
        if main.role == "unknown":
            lower = main.level is not None and compare(main.level, value, self._rules) == "less"
            if not (role == "civilian" and lower):
                return main
        return self._new(group, statement, story, party)

    def _flare_up(self, statement: Statement, story: str, party: str, value: Value) -> Line | None:
        """The story's own line where a running total runs over no more than the story: by its "since" or by its number."""
        group = self._lines.get((story, statement.figure.kind, party))
        began = _date(statement.figure.since)
        near = began is not None and began >= self._started[story] - self._rules.story_gap
        if near or any(line.level is not None and agree(line.level, value, self._rules) for line in group or ()):
            return self._by_role(statement, story, party, value)
        return None

    def _running(self, statement: Statement, story: str, party: str, value: Value) -> Line | None:
        """The running total a "current" number belongs to: as large as it, and far above all the story knows."""
        if value.low < self._rules.counter_least:
            return None
        for line in self._lines.get((story, statement.figure.kind, party), ()):
            if line.level is not None and value.low < line.level.low * self._rules.counter_growth_same_since:
                return None
        for line in self._lines.get(("", statement.figure.kind, party), ()):
            if line.level is not None and self._continues(line.level, value, self._rules.counter_growth):
                return line
        return None

    def _counter(self, statement: Statement, party: str, value: Value) -> Line:
        """The running total that this number continues: the nearest in size, the same "since" first; else a new one."""
        figure = statement.figure
        group = self._lines.setdefault(("", figure.kind, party), [])
        fitting = []
        for line in group:
            same_since = bool(figure.since) and figure.since in line.sinces
            growth = self._rules.counter_growth_same_since if same_since else self._rules.counter_growth
            roles = {line.role, figure.role}
            if {"civilian", "combatant"} <= roles or line.level is None:
                continue
            if self._continues(line.level, value, growth):
                fitting.append((not same_since, abs(value.low - line.level.low), line.number, line))
        return min(fitting)[-1] if fitting else self._new(group, statement, "", party)

    def _continues(self, level: Value, value: Value, growth: float) -> bool:
        slack = 3  # a counter of a few people jumps by more than half
        return level.low * self._rules.counter_fall - slack <= value.low <= level.high * growth + slack

    def _new(self, group: list[Line], statement: Statement, story: str, party: str) -> Line:
        line = Line(statement.reading.conflict, story, statement.figure.kind, party, len(group))
        group.append(line)
        return line

    def _set_aside(self, statement: Statement) -> None:
        figure = statement.figure
        story = self._story_of[statement.claim.id]
        group = self._lines.get((story, figure.kind, figure.party)) or self._lines.get(("", figure.kind, figure.party))
        for line in sorted(group or (), key=lambda line: (line.role != figure.role, line.number))[:1]:
            line.aside.append(statement)


def _counts(statement: Statement) -> bool:
    figure = statement.figure
    return figure.scope in ("current", "cumulative") and figure.relation != "part" and figure.low is not None


def _date(since: str | None) -> datetime | None:
    """A "since" that is a full ISO date; a bare year or a phrase is none."""
    if not since or len(since) < 10:
        return None
    try:
        return datetime.fromisoformat(since[:10]).replace(tzinfo=UTC)
    except ValueError:
        return None
