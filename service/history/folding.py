"""What is remembered of one conflict while its readings are folded one after the other, and what they change.

reading -> whose text it is ┐
           its stories      ┴> its claims' series -> tolls, steps ┐
           what it says of the truce        -> state, turn        ┴> changes
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from service.history.ceasefire import Truce
from service.history.changes import toll_change, turn_change
from service.history.ledger import TRUCE, Row
from service.history.profiles import Profile
from service.history.rules import Rules
from service.history.series import Line, Lines
from service.history.sides import Sides, side_of
from service.history.statements import CeasefireSaying, Signature, Statement
from service.history.stories import Teller, Telling
from service.history.titles import title_of
from service.models import BETWEEN_STATES, OF_A_COUNTRY, UNSPECIFIED, Change, Claim, Reading, SeriesKey, Story


class Folding:
    """One conflict's history so far: all that can still matter, and what was touched since it was begun or restored.

    No reading looks ahead: what follows from one depends on those published before it and on nothing else, and of those only on what
    is remembered here, which stays small however long a war goes on.
    """

    def __init__(self, conflict: str, rules: Rules) -> None:
        if BETWEEN_STATES in conflict:
            rules = replace(rules, story_threshold=rules.story_threshold_of_states)
        elif conflict.startswith(OF_A_COUNTRY):
            rules = replace(rules, story_placeless=rules.story_placeless_of_country)
        self.conflict, self.rules = conflict, rules
        self.newest: datetime | None = None
        self.sides: dict[str, int] = {}  # everybody with losses of its own, numbered as they came up
        self.teller = Teller(rules)
        self.lines = Lines(rules)
        self.truce = Truce(rules)
        self.changes: list[Change] = []
        self.story_of: dict[str, str] = {}  # of the articles taken in
        self._stories: dict[str, Profile] = {}
        self._lines: dict[str, Line] = {}

    def begin(self, doubtful: Collection[str] = ()) -> None:
        """Count from here on as touched what is touched, and those of the parts in doubt that can still move."""
        self.changes, self.story_of = [], {}
        self._stories = {story.id: story for story in self.teller.open if story.id in doubtful}
        self._lines = {line.id: line for line in self.lines.every() if line.id in doubtful}

    def standing(self) -> frozenset[SeriesKey]:
        """How every series that has a toll, and can still move or was touched, is called."""
        lines = {line.id: line for line in self.lines.every()} | self._lines
        return frozenset(line.key() for line in lines.values() if line.walk.stands())

    # --- one reading -------------------------------------------------------------------------------------------

    def step(self, reading: Reading) -> None:
        """Take the next reading in; readings come in canonical order. Raises ValueError for one of another conflict."""
        if reading.conflict != self.conflict:
            raise ValueError("readings of several conflicts cannot be folded into one ledger")
        if self.newest is None or self.newest.date() < reading.published.date():
            self.lines.forget(reading.published)
        self.elapse(reading.published)
        self.newest = reading.published
        for side in _with_losses(reading, self.rules):
            self.sides.setdefault(side, len(self.sides))
        self.lines.sides = Sides(self.sides, len(self.sides))
        self.truce.meet(reading)
        telling = self.teller.tell(reading)
        self.lines.close(telling.closed)
        self.story_of[reading.article] = telling.of_article
        for story in telling.touched:
            self._touch(story, reading.published)
        known = self._known(reading)
        self._take_figures(reading, telling, known)
        self._take_sayings(reading, telling, known)

    def elapse(self, now: datetime) -> None:
        """Let the time pass: a truce that is agreed for an hour begins at it where nothing else was said before."""
        turn = self.truce.elapse(now)
        if turn:
            article = turn.by.reading.article
            story = next((one.id for one in self.teller.open if any(article == member for member, _ in one.members)), "")
            self._note(turn_change(turn, self.conflict, self.truce.parties(self.conflict), story, self.rules))

    def _touch(self, story: Profile, now: datetime) -> None:
        story.touched = now
        self._stories[story.id] = story

    def _known(self, reading: Reading) -> _Known:
        """What the same text said before: an earlier revision or a copy of the article."""
        copies = set(reading.copies)

        def akin(one: Statement | CeasefireSaying) -> bool:
            return one.reading.entry == reading.entry or one.reading.article in copies

        lines = self.lines.telling((reading.entry, *reading.copies))
        groups: list[list[Statement] | list[CeasefireSaying]] = [*(line.walk.live for line in lines), self.truce.heard]
        speaking = [group for group in groups if any(akin(one) for one in group)]
        kin = [one for group in speaking for one in group if akin(one)]
        if not kin:
            return _Known(reading.article, {})
        origins = {one.origin for one in kin}
        said: dict[Signature, datetime] = {}
        for one in (one for group in speaking for one in group if one.origin in origins):
            said[one.signature] = min(said.get(one.signature, one.said), one.said)
        return _Known(min(kin, key=lambda one: one.order[:3]).origin, said)

    def _take_figures(self, reading: Reading, telling: Telling, known: _Known) -> None:
        sides = self.lines.sides
        edited = [line for line in self.lines.telling([reading.entry]) if line.walk.withdraw(reading, sides)]
        statements = [known.statement(claim, reading) for claim in sorted(reading.claims, key=_in_text)]
        placed, others = self.lines.place(statements, telling.of_claim)
        for line in edited:
            if all(line is not other for other, _ in placed):
                line.walk.note_edit(reading)
                self._collect(line, reading, telling)
        for line, statement in placed:
            line.walk.sides = sides
            line.walk.take(statement, sides=self.lines.of_sides(line), whole=self.lines.whole(line))
            self._collect(line, reading, telling)
        for line in others:
            self._collect(line, reading, telling)

    def _collect(self, line: Line, reading: Reading, telling: Telling) -> None:
        """Note what a walk made of a claim; a running total is told in the story of the article that moved it."""
        line.touched = reading.published
        self._lines[line.id] = line
        for step in line.walk.steps:
            self._note(toll_change(step, line.key(), line.story or telling.of_article, self.lines.sides, self.rules))
        line.walk.steps.clear()

    def _take_sayings(self, reading: Reading, telling: Telling, known: _Known) -> None:
        self.truce.withdraw(reading)
        for claim in sorted(reading.ceasefire, key=lambda claim: (claim.statement.start, claim.id)):
            saying = CeasefireSaying(claim, reading, known.origin, reading.published)
            turn = self.truce.take(replace(saying, said=known.said.get(saying.signature, saying.said)))
            if turn:
                self._note(turn_change(turn, self.conflict, self.truce.parties(self.conflict), telling.of_article, self.rules))

    def _note(self, change: Change) -> None:
        self.changes.append(change)
        for story in self.teller.open if change.change != "confirmed" else ():
            if story.id == change.story:
                story.changed = change.at
                self._touch(story, change.at)

    # --- what it comes to --------------------------------------------------------------------------------------

    def rows(self) -> list[Row]:
        """Every part that was touched, as it stands now, and the truce's state."""
        stories = [Row(story.id, story.touched or story.started, self._story(story)) for story in self._stories.values()]
        tolls = [
            Row(line.id, line.touched or line.last, line.walk.toll(line.key(), line.aside)) for line in self._lines.values()
        ]
        truce = [Row(TRUCE, self.newest, self.truce.outcome(self.conflict))] if self.newest else []
        return [*stories, *tolls, *truce, *(Row(change.id, change.at, change) for change in self.changes)]

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
