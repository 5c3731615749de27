"""Which claims count the same people: like for like by story or running total, kind, party and role.

Reports word one count in many ways ("50 dead", "50 servicemen died"; "12,300 since 7 October", "12,300 so far"), so a series is found
by what it counts and where its number stands, not by the words alone. Claims are placed as they are published, and what comes later
never moves them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from service.history.rules import Rules
from service.history.sides import Sides
from service.history.statements import Statement
from service.history.tolls import Walk
from service.history.values import agree, compare, floor_of, reach_of, value_of
from service.models import BOTH_SIDES, SEVERAL_SIDES, UNSPECIFIED, Figure, Reading, Role, SeriesKey, Value

_ASIDE = 20  # parts and vague words a series keeps to show


@dataclass(slots=True)
class Line:
    """One series; ``level`` is where its number stands, ``walk`` who is believed."""

    id: str  # of the claim that opened it
    conflict: str
    story: str  # empty for a running total
    kind: str
    number: int  # how many lines of this (story, kind, party) came before
    walk: Walk
    last: datetime  # when a claim was last placed here
    role: Role = "unknown"  # the first plain role among its claims
    level: Value | None = None
    aside: list[Statement] = field(default_factory=list)  # parts and vague words: kept, never counted
    sinces: list[str] = field(default_factory=list)  # what it was said to count from, the first first
    copy: int = 1  # of several lines that would go by one name at once, which this is
    named: SeriesKey | None = None  # how it was named last, without the copy
    touched: datetime | None = None  # when anything about it last changed
    closed: bool = False  # nothing moves it any more

    @property
    def party(self) -> str:
        return self.walk.party

    def plain_key(self) -> SeriesKey:
        """The series by its own facts; two running totals may share it."""
        if self.story:
            return SeriesKey(self.conflict, self.story, self.kind, self.party, self.role, "current")
        since = next(iter(self.sinces), "")  # as it was called first, so that what is said later never renames it
        return SeriesKey(self.conflict, "", self.kind, self.party, self.role, "cumulative", since)

    def key(self) -> SeriesKey:
        """The series as it is named outside; of several running totals of one "since" the later are numbered: "2023-10-07 (2)"."""
        key = self.named or self.plain_key()
        return key if self.copy == 1 else replace(key, since=f"{key.since} ({self.copy})".strip())

    def add(self, statement: Statement) -> None:
        """Let a counted claim say where the series stands; the walk takes it in later."""
        figure, value = statement.figure, statement.value
        self.last = max(self.last, statement.reading.published)
        if figure.scope == "cumulative" and figure.since and figure.since not in self.sinces and len(self.sinces) < _ASIDE:
            self.sinces.append(figure.since)
        if self.role == "unknown" and self.kind != "displaced":  # who flees is never asked for a role
            self.role = figure.role
        if value is not None and figure.relation == "total" and (self.level is None or value.high >= self.level.low):
            self.level = value


Group = tuple[str, str, str]  # story, kind, party


class Lines:
    """All series of one conflict that can still move, and where the next claim belongs; claims come as they are published."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self.sides = Sides({}, 0)  # who is known to have losses by now
        self.groups: dict[Group, list[Line]] = {}
        self.waiting: dict[Group, list[Statement]] = {}  # parts and vague words whose series nobody has told yet
        self.started: dict[str, datetime] = {}
        self._told_in: dict[str, list[Line]] = {}  # by article and by entry; closed lines are left out when it is asked
        self._sweep = 1000

    def every(self) -> Iterable[Line]:
        """All lines, in the order of their groups' first claims."""
        return (line for group in self.groups.values() for line in group)

    def telling(self, names: Iterable[str]) -> list[Line]:
        """The lines in which articles, by their ids or those of their entries, were told."""
        found = {id(line): line for name in names for line in self._told_in.get(name, ()) if not line.closed}
        return list(found.values())

    def index(self, line: Line, statement: Statement) -> None:
        """Let a line be found by the article and the entry of a claim."""
        for name in (statement.reading.article, statement.reading.entry):
            lines = self._told_in.setdefault(name, [])
            if not any(line is other for other in lines):
                lines.append(line)

    def close(self, stories: Collection[str]) -> None:
        """Forget the series of stories that can no longer be told."""
        for group in [group for group in self.groups if group[0] in stories] if stories else ():
            for line in self.groups.pop(group):
                line.closed = True
        for group in [group for group in self.waiting if group[0] in stories] if stories else ():
            del self.waiting[group]
        for story in stories:
            self.started.pop(story, None)
        if len(self._told_in) > self._sweep:
            self._told_in = {}
            for line in self.every():
                for statement in line.walk.live:
                    self.index(line, statement)
            self._sweep = 2 * len(self._told_in) + 1000

    def forget(self, now: datetime) -> None:
        """Forget running totals that nobody has spoken of for long."""
        for group in [group for group in self.groups if not group[0]]:
            for line in self.groups[group]:
                line.closed = now - line.last > self._rules.counter_forgotten
            self.groups[group] = [line for line in self.groups[group] if not line.closed]
            if not self.groups[group]:
                del self.groups[group]

    # --- placing -----------------------------------------------------------------------------------------------

    def place(
        self, statements: Sequence[Statement], story_of: Mapping[str, str]
    ) -> tuple[list[tuple[Line, Statement]], list[Line]]:
        """The series of one reading's counted claims, in the order in which their walks take them in; and what else it touches.

        ``story_of`` maps claim ids to story ids. Those of a named side come first, so that sums over the sides can be told from news.
        """
        counted = [
            s
            for s in statements
            if _counts(s)
            and not self._of_the_held(s, story_of[s.claim.id])
            and not said_exactly(s.figure, s.reading, self._rules)
        ]
        for statement in statements:
            if story := story_of[statement.claim.id]:
                self.started.setdefault(story, statement.reading.published)
        named = self._named(counted, story_of)
        others = self._adopt(named, counted, story_of)
        found = []
        for statement in counted:
            line = self._line_of(statement, story_of[statement.claim.id], named)
            line.add(statement)
            self._name(line)
            self.index(line, statement)
            found.append((line, statement))
        taken = {statement.claim.id for statement in counted}
        rest = [s for s in statements if s.figure.scope in ("current", "cumulative") and s.claim.id not in taken]
        others += [kept for s in rest if (kept := self._set_aside(s, story_of[s.claim.id])) is not None]
        return sorted(found, key=lambda pair: (pair[0].party == UNSPECIFIED, pair[0].number)), others

    def of_sides(self, line: Line) -> list[Value]:
        """What the named sides' tolls are, for a series of a story without a named party."""
        if line.party != UNSPECIFIED or not line.story:
            return []
        others = [
            other
            for (story, kind, party), group in self.groups.items()
            if (story, kind) == (line.story, line.kind)
            for other in group
            if party != UNSPECIFIED or other.number < line.number
        ]
        return [other.walk.known for other in others if other.walk.known is not None]

    def whole(self, line: Line) -> Value | None:
        """What all of a side's dead come to, for a series of some of them."""
        main = self.groups[line.story, line.kind, line.party][0]
        return main.walk.known if main is not line and main.role == "unknown" and line.story else None

    def _named(self, counted: Sequence[Statement], story_of: Mapping[str, str]) -> Mapping[tuple[str, str], set[str]]:
        """The sides with losses in each (story, kind) so far, those of the reading in hand included."""
        named: dict[tuple[str, str], set[str]] = {}
        told = set(story_of.values())
        for story, kind, party in self.groups:
            if story in told and party != UNSPECIFIED:
                named.setdefault((story, kind), set()).add(party)
        for statement in counted:
            if statement.figure.scope == "current" and statement.figure.party != UNSPECIFIED:
                story = story_of[statement.claim.id]
                named.setdefault((story, statement.figure.kind), set()).add(statement.figure.party)
        return named

    def _adopt(
        self, named: Mapping[tuple[str, str], set[str]], counted: Sequence[Statement], story_of: Mapping[str, str]
    ) -> list[Line]:
        """Dead without a side become those of the first side that is named, where its number can be theirs."""
        adopted: list[Line] = []
        for (story, kind), parties in named.items():
            group = self.groups.get((story, kind, UNSPECIFIED))
            party = min(parties)
            if not story or not group or len(parties) > 1 or (story, kind, party) in self.groups:
                continue
            mine = [s.value for s in counted if story_of[s.claim.id] == story and s.figure.kind == kind]
            level = group[0].level
            if any(of_both_sides(kept.figure) for line in group for kept in line.walk.live):
                continue
            if level is None or all(value is None or compare(level, value, self._rules) != "less" for value in mine):
                self.groups[story, kind, party] = self.groups.pop((story, kind, UNSPECIFIED))
                for line in group:
                    line.walk.rename(party, self.sides)
                    self._name(line)
                adopted += group
        return adopted

    def _name(self, line: Line) -> None:
        """Name a line by its facts, apart from the others that stand."""
        plain = line.plain_key()
        if line.named != plain:
            others = self.groups[line.story, line.kind, line.party]
            taken = {other.copy for other in others if other is not line and other.named == plain}
            line.named, line.copy = plain, next(n for n in range(1, len(taken) + 2) if n not in taken)

    def _line_of(self, statement: Statement, story: str, named: Mapping[tuple[str, str], set[str]]) -> Line:
        figure, value = statement.figure, statement.value
        if value is None:
            raise ValueError("a vague claim has no line")
        party = self._party(statement, story, value, named.get((story, figure.kind), set()))
        if figure.scope == "cumulative":
            return self._flare_up(statement, story, party, value) or self._counter(statement, party, value)
        return self._running(statement, story, party, value) or self._by_role(statement, story, party, value)

    def _party(self, statement: Statement, story: str, value: Value, named: Collection[str]) -> str:
        """Whose dead they are: where only one side has any in this story, an unnamed side is that one."""
        figure = statement.figure
        if figure.party != UNSPECIFIED or figure.scope != "current" or of_both_sides(figure):
            return figure.party
        for party in sorted(named):
            for line in self.groups.get((story, figure.kind, party), ()):
                if line.level is not None and line.level.low == value.low:
                    return party
        apart = (story, figure.kind, UNSPECIFIED) in self.groups
        return min(named) if len(named) == 1 and not apart else UNSPECIFIED

    def _by_role(self, statement: Statement, story: str, party: str, value: Value) -> Line:
        """The line of the role; "unknown" goes with what is there, and a lower civilian number is a count of its own."""
        figure = statement.figure
        group = self.groups.setdefault((story, figure.kind, party), [])
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
            return self._grown(group, value)
        if main.role == "unknown":
            lower = main.level is not None and compare(main.level, value, self._rules) == "less"
            if not (role == "civilian" and lower):
                return main
        return self._new(group, statement, story, party)

    def _grown(self, group: Sequence[Line], value: Value) -> Line:
        """The line that a count without a role goes on with: the first one, but another that stands nearer below it."""
        below = [line for line in group if line.level is not None and line.level.low <= value.low]
        return max(below, key=lambda line: (line.level.low if line.level else 0, -line.number), default=group[0])

    def _flare_up(self, statement: Statement, story: str, party: str, value: Value) -> Line | None:
        """The story's own line where a running total runs over no more than the story: by its "since" or by its number."""
        if not story:
            return None
        group = self.groups.get((story, statement.figure.kind, party))
        began = _date(statement.figure.since)
        near = began is not None and began >= self.started[story] - self._rules.story_gap
        if near or any(line.level is not None and agree(line.level, value, self._rules) for line in group or ()):
            return self._by_role(statement, story, party, value)
        return None

    def _running(self, statement: Statement, story: str, party: str, value: Value) -> Line | None:
        """The running total a "current" number belongs to: as large as it, and far above all the story knows."""
        if value.low < self._rules.counter_least:
            return None
        for line in self.groups.get((story, statement.figure.kind, party), ()):
            if line.level is not None and value.low < line.level.low * self._rules.counter_growth_same_since:
                return None
        for line in self.groups.get(("", statement.figure.kind, party), ()):
            if line.level is not None and self._continues(line.level, value, self._rules.counter_growth):
                return line
        return None

    def _counter(self, statement: Statement, party: str, value: Value) -> Line:
        """The running total that this number continues: the nearest in size, the same "since" first; else a new one."""
        figure = statement.figure
        group = self.groups.setdefault(("", figure.kind, party), [])
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
        kind, number = statement.figure.kind, group[-1].number + 1 if group else 0
        walk = Walk(party, self.sides, self._rules)
        line = Line(statement.claim.id, statement.reading.conflict, story, kind, number, walk, statement.reading.published)
        line.aside = self.waiting.pop((story, kind, party), [])
        group.append(line)
        return line

    def _of_the_held(self, statement: Statement, story: str) -> bool:
        """Whether captives are some of the many held in this story: others' nationals, a few of them, "two more" that come free."""
        figure, rules = statement.figure, self._rules
        if figure.kind != "captured" or figure.low is None:
            return False
        for (other, kind, party), group in self.groups.items():
            if (other, kind) != (story, "captured"):
                continue
            held = max((line.level.low for line in group if line.level is not None), default=0)
            few = figure.relation == "increment" or party != figure.party or figure.low < held * rules.correction_share
            if held >= rules.held_least and figure.low < held and few:
                return True
        return False

    def _set_aside(self, statement: Statement, story: str) -> Line | None:
        """Keep a part or a vague word with its series, or until somebody tells that."""
        figure = statement.figure
        group = self.groups.get((story, figure.kind, figure.party)) or self.groups.get(("", figure.kind, figure.party))
        line = min(group, key=lambda line: (line.role != figure.role, line.number)) if group else None
        if line is None and not story:
            return None
        kept = line.aside if line else self.waiting.setdefault((story, figure.kind, figure.party), [])
        kept.append(statement)
        del kept[:-_ASIDE]
        return line


def of_both_sides(figure: Figure) -> bool:
    """Whether the words themselves sum over the sides ("39 have died on both sides"): never one side's, whoever else is named."""
    return figure.party == UNSPECIFIED and not _OF_BOTH.isdisjoint(figure.reasons)


_OF_BOTH = frozenset((f"party: {BOTH_SIDES}", f"party: {SEVERAL_SIDES}"))


def said_exactly(figure: Figure, reading: Reading, rules: Rules) -> bool:
    """Whether the same article gives the number that a headline rounds: "nearly 100 civilians dead", and 97 below."""
    rounded = value_of(figure)
    if rounded is None or figure.qualifier not in ("nearly", "about"):
        return False
    return any(
        exact is not None
        and other.kind == figure.kind
        and other.party == figure.party
        and other.scope in ("current", "cumulative")
        and other.relation == figure.relation
        and other.qualifier in ("exact", "at_least")
        and floor_of(rounded, rules) <= exact.low <= reach_of(rounded, rules)
        for other in (claim.figure for claim in reading.claims)
        if (exact := value_of(other)) is not None
    )


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
