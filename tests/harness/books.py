"""A conflict's ledger as a store keeps it, in memory: readings arrive one by one and only what they change is folded."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from service.history.checkpoint import Checkpoint, articles_in, restore
from service.history.fold import RULES, Update, advance
from service.history.folding import Folding
from service.history.ledger import TRUCE, Row, ledger_of
from service.history.rules import Rules
from service.models import Ledger, Reading, Story


@dataclass
class Books:
    """What ``service.store`` keeps of one conflict, with the same rules for what is replaced."""

    conflict: str
    stride: int = 2
    rules: Rules = RULES
    readings: dict[str, Reading] = field(default_factory=dict)
    rows: dict[tuple[str, str], Row] = field(default_factory=dict)
    checkpoints: list[Checkpoint] = field(default_factory=list)
    folded: list[int] = field(default_factory=list)  # how many readings each arrival folded

    def arrive(self, reading: Reading) -> Update:
        """Take one reading in, folding from the newest checkpoint before it."""
        self._link(reading)
        return self._refold(reading.published)

    def merge(self, story: Story, into: Story) -> Update:
        """Count a story as a part of another from its start on."""
        self.rules = replace(self.rules, merged={**self.rules.merged, story.id: into.id})
        return self._refold(story.started)

    def _refold(self, changed: datetime) -> Update:
        self.checkpoints = [one for one in self.checkpoints if one.at < changed]
        start = self.checkpoints[-1] if self.checkpoints else None
        after = [one for one in self.readings.values() if start is None or one.published > start.at]
        folding = self._restored(start) if start else Folding(self.conflict, self.rules)
        touched = self._touched_after(start.at if start else None)
        update = advance(folding, after, doubtful={key for _, key in touched}, stride=self.stride)
        for place in touched:
            self.rows.pop(place, None)
        self.rows |= {(_table(row), row.key): row for row in update.rows}
        self.checkpoints += update.checkpoints
        self.folded.append(len(after))
        return update

    def ledger(self) -> Ledger:
        """The ledger as it stands."""
        return ledger_of(self.conflict, [row.part for row in self.rows.values()])

    def _link(self, reading: Reading) -> None:
        known = [one for one in self.readings.values() if reading.article in one.copies or one.article in reading.copies]
        mine = tuple(sorted({*reading.copies, *(one.article for one in known)}))
        self.readings[reading.article] = replace(reading, copies=mine)
        for one in known:
            self.readings[one.article] = replace(one, copies=tuple(sorted({*one.copies, reading.article})))

    def _restored(self, checkpoint: Checkpoint) -> Folding:
        needed = {article: self.readings[article] for article in articles_in(checkpoint)}
        return restore(checkpoint, needed, self.rules)

    def _touched_after(self, at: datetime | None) -> list[tuple[str, str]]:
        return [place for place, row in self.rows.items() if at is None or row.at > at or row.key == TRUCE]


def whole(ledger: Ledger) -> Update:
    """An update that makes a stored ledger this one, when it is saved in the place of all."""
    rows: list[Row] = [Row(story.id, story.changed, story) for story in ledger.stories]
    rows += [Row(repr(toll.series), toll.as_of, toll) for toll in ledger.tolls]
    rows += [Row(TRUCE, state.since, state) for state in ledger.ceasefire]
    rows += [Row(change.id, change.at, change) for change in ledger.changes]
    return Update(ledger.conflict, tuple(rows), (), frozenset(), {})


def _table(row: Row) -> str:
    """Which table a row is kept in: one without a part is a toll that is none any more, or no truce yet."""
    if row.part is None:
        return "ceasefire" if row.key == TRUCE else "toll"
    return type(row.part).__name__.casefold()
