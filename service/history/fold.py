"""The fold of one conflict: readings one after the other in the order they were published -> what each of them changes.

reading -> whose text it is ┐
           its stories      ┴> its claims' series -> tolls, steps ┐
           what it says of the truce        -> state, turn        ┴> changes

No reading looks ahead: what follows from one depends on those published before it and on nothing else, and of those only what
``Folding`` remembers, which stays small however long a war goes on. So a history can be folded from any point on (``advance``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from service.history.ceasefire import Truce
from service.history.changes import toll_change, turn_change
from service.history.profiles import Profile
from service.history.rules import Rules
from service.history.series import Line, Lines
from service.history.sides import side_of
from service.history.statements import CeasefireSaying, Signature, Statement, canonical
from service.history.stories import Teller, Telling
from service.history.titles import title_of
from service.models import KINDS, UNSPECIFIED, CeasefireState, Change, Claim, Ledger, Reading, Story, Toll

RULES = Rules()


@dataclass(frozen=True, slots=True)
class Row:
    """One part of a ledger and the time of the newest reading that touched it."""

    at: datetime
    part: Story | Toll | CeasefireState | Change


def fold(readings: Sequence[Reading], *, rules: Rules = RULES) -> Ledger:
    """Everything that follows from one conflict's readings; the same to the byte for every order of ``readings``.

    Raises ValueError where the readings are of more than one conflict.
    """
    ordered = canonical(readings)
    if not ordered:
        return Ledger("")
    folding = Folding(ordered[0].conflict, rules)
    for reading in ordered:
        folding.step(reading)
    return ledger_of(folding.conflict, [row.part for row in folding.rows()])


def ledger_of(conflict: str, parts: Iterable[Story | Toll | CeasefireState | Change]) -> Ledger:
    """Parts of a ledger in its canonical order; changes of one series and article are given in the order they were made."""
    every = list(parts)
    return Ledger(
        conflict,
        tuple(sorted((p for p in every if isinstance(p, Story)), key=lambda story: (story.started, story.id))),
        tuple(sorted((p for p in every if isinstance(p, Toll)), key=lambda toll: toll.series)),
        tuple(sorted((p for p in every if isinstance(p, CeasefireState)), key=lambda state: state.parties)),
        tuple(sorted((p for p in every if isinstance(p, Change)), key=change_order)),
    )


def change_order(change: Change) -> tuple[object, ...]:
    """Oldest first; within one article tolls in the order of kinds and parties, then the ceasefire; steps of one series as they came."""
    if change.series is None:
        return (change.at, change.article, 1, 0)
    key = change.series
    return (change.at, change.article, 0, KINDS.index(change.series.kind), key.scope == "cumulative", key)


class Folding:
    """What is remembered of one conflict while its readings are folded, and what they changed since it was begun or restored."""

    def __init__(self, conflict: str, rules: Rules = RULES) -> None:
        self.conflict, self.rules = conflict, rules
        self.newest: datetime | None = None
        self.belligerents: set[str] = set()  # everybody who has losses of its own in it
        self.teller = Teller(rules)
        self.lines = Lines(self.belligerents, rules)
        self.truce = Truce(rules)
        self._begin()

    def _begin(self) -> None:
        """Nothing has changed yet."""
        self.changes: list[Change] = []
        self._stories: dict[str, tuple[datetime, Profile]] = {}
        self._lines: dict[int, tuple[datetime, Line]] = {}
        self._truce_at: datetime | None = None
        self.story_of: dict[str, str] = {}  # of the articles taken in

    # --- one reading -------------------------------------------------------------------------------------------

    def step(self, reading: Reading) -> None:
        """Take the next reading in; readings come in canonical order. Raises ValueError for one of another conflict."""
        if reading.conflict != self.conflict:
            raise ValueError("readings of several conflicts cannot be folded into one ledger")
        if self.newest is None or self.newest.date() < reading.published.date():
            self.lines.forget(reading.published)
        self.newest = reading.published
        self.belligerents.update(_with_losses(reading, self.rules))
        self.truce.meet(reading)
        telling = self.teller.tell(reading)
        self.lines.close(telling.closed)
        self.story_of[reading.article] = telling.of_article
        for story in telling.touched:
            self._stories[story.id] = (reading.published, story)
        known = self._known(reading)
        self._take_figures(reading, telling, known)
        self._take_sayings(reading, telling, known)

    def _known(self, reading: Reading) -> _Known:
        """What the same text said before: an earlier revision or a copy of the article."""
        copies = set(reading.copies)
        lines = self.lines.telling((reading.entry, *reading.copies))
        live: list[Statement | CeasefireSaying] = [s for line in lines for s in line.walk.live] + [*self.truce.heard]
        kin = [s for s in live if s.reading.entry == reading.entry or s.reading.article in copies]
        if not kin:
            return _Known(reading.article, {})
        origins = {s.origin for s in kin}
        said: dict[Signature, datetime] = {}
        for one in live:
            if one.origin in origins:
                said[one.signature] = min(said.get(one.signature, one.said), one.said)
        return _Known(min(kin, key=lambda s: s.order[:3]).origin, said)

    def _take_figures(self, reading: Reading, telling: Telling, known: _Known) -> None:
        edited = [line for line in self.lines.telling([reading.entry]) if line.walk.withdraw(reading)]
        statements = [known.statement(claim, reading) for claim in sorted(reading.claims, key=_in_text)]
        placed, aside = self.lines.place(statements, telling.of_claim)
        for line in edited:
            if all(line is not other for other, _ in placed):
                line.walk.note_edit(reading)
                self._collect(line, reading, telling)
        for line, statement in placed:
            line.walk.take(statement, sides=self.lines.sides(line), whole=self.lines.whole(line))
            self._collect(line, reading, telling)
        for line in aside:
            self._collect(line, reading, telling)

    def _collect(self, line: Line, reading: Reading, telling: Telling) -> None:
        """Note what a walk made of a claim; a running total is told in the story of the article that moved it."""
        self._lines[id(line)] = (reading.published, line)
        for step in line.walk.steps:
            story = line.story or telling.of_article
            self._note(toll_change(step, line.key(), story, self.belligerents, self.rules))
        line.walk.steps.clear()

    def _take_sayings(self, reading: Reading, telling: Telling, known: _Known) -> None:
        before = self.truce.state
        self.truce.withdraw(reading)
        if reading.ceasefire or self.truce.state is not before:
            self._truce_at = reading.published
        for claim in sorted(reading.ceasefire, key=lambda claim: (claim.statement.start, claim.id)):
            saying = CeasefireSaying(claim, reading, known.origin, reading.published)
            saying = replace(saying, said=known.said.get(saying.signature, saying.said))
            turn = self.truce.take(saying)
            if turn:
                self._note(turn_change(turn, self.conflict, self.truce.parties(), telling.of_article, self.rules))

    def _note(self, change: Change) -> None:
        self.changes.append(change)
        if change.change != "confirmed":
            for story in self.teller.open:
                if story.id == change.story:
                    story.changed = change.at
                    self._stories[story.id] = (change.at, story)

    # --- what it comes to --------------------------------------------------------------------------------------

    def rows(self) -> list[Row]:
        """Every part of the ledger that was touched since this was begun or restored, as it stands now."""
        found = [Row(at, self._story(story)) for at, story in self._stories.values()]
        for at, line in self._lines.values():
            toll = line.walk.toll(line.key(), line.aside)
            found += [Row(at, toll)] if toll else []
        state = self.truce.outcome(self.conflict)
        if state and self._truce_at:
            found.append(Row(self._truce_at, state))
        return found + [Row(change.at, change) for change in self.changes]

    def _story(self, story: Profile) -> Story:
        title = title_of(story.facts, story.title, story.started, story.until)
        articles = tuple(dict.fromkeys(article for article, _ in story.members))
        return Story(story.id, self.conflict, title, story.started, story.changed or story.started, articles)


@dataclass(frozen=True, slots=True)
class _Known:
    """Whose text a reading is, and when each claim in it was first said."""

    origin: str
    said: dict[Signature, datetime]

    def statement(self, claim: Claim, reading: Reading) -> Statement:
        new = Statement(claim, reading, self.origin, reading.published)
        return replace(new, said=self.said.get(new.signature, new.said))


def _in_text(claim: Claim) -> tuple[int, str]:
    return (claim.figure.start, claim.id)


def _with_losses(reading: Reading, rules: Rules) -> Iterable[str]:
    for claim in reading.claims:
        if claim.figure.party != UNSPECIFIED and claim.figure.scope in ("current", "cumulative"):
            yield side_of(claim.figure.party, rules)
