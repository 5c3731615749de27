"""What an article says into its conflict's ledger, folded from the last checkpoint before it; and a whole ledger made anew.

fold_in   store the reading -> checkpoint before it -> readings after that -> advance -> store what changed
rebuild   [transaction, conflict locked: empty the ledger -> all readings in portions -> advance -> store]
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from service.history.checkpoint import articles_in, restore
from service.history.fold import RULES, STRIDE, Update, advance
from service.history.folding import Folding
from service.history.rules import Rules
from service.models import Reading, SeriesKey, Value
from service.ports import ConflictWork, Store

_PORTION = 2000  # readings that a rebuild holds in memory at once


@dataclass(frozen=True, slots=True)
class Folded:
    """What a reading led to, and the readings that were folded for it, its own among them."""

    update: Update
    readings: Sequence[Reading]


def fold_in(work: ConflictWork, reading: Reading, now: datetime) -> Folded:
    """Take one reading into its conflict's ledger as it stands at ``now``; costs what was published since the checkpoint before it."""
    return refold(work, reading.conflict, work.add_reading(reading), now)


def fold_on(work: ConflictWork, conflict: str, now: datetime) -> Folded:
    """Let the time pass in a conflict's ledger up to ``now``: an agreed truce begins at its hour."""
    return refold(work, conflict, now, now)


def best_now(work: ConflictWork, series: SeriesKey, now: datetime) -> Value | None:
    """Where the toll of a series stands at ``now``; None where there is none, or none that can still move."""
    folding, _, readings = _from_checkpoint(work, series.conflict, now)
    advance(folding, readings, until=now)
    lines = (line for line in folding.lines.every() if line.key() == series)
    return next((toll.best for line in lines if (toll := line.walk.toll(line.key(), line.aside)) is not None), None)


def refold(work: ConflictWork, conflict: str, changed: datetime, now: datetime) -> Folded:
    """Fold anew what was published since the last checkpoint before the time at which something changed."""
    folding, since, readings = _from_checkpoint(work, conflict, changed)
    update = advance(folding, readings, doubtful=work.touched_after(conflict, since), until=now)
    work.save(update, since)
    return Folded(update, readings)


def _from_checkpoint(
    work: ConflictWork, conflict: str, changed: datetime
) -> tuple[Folding, datetime | None, Sequence[Reading]]:
    """The history up to the last checkpoint before a time, when that was, and the readings published since."""
    start, rules = work.checkpoint_before(conflict, changed), _rules(work, conflict)
    since = start.at if start else None
    folding = restore(start, work.readings_of(conflict, articles_in(start)), rules) if start else Folding(conflict, rules)
    return folding, since, work.readings(conflict, after=since)


def _rules(work: ConflictWork, conflict: str) -> Rules:
    """The rules, with the stories of a conflict that people merged."""
    return replace(RULES, merged={merge.story: merge.into for merge in work.merges(conflict) if merge.undone is None})


def rebuild(store: Store, conflict: str, advanced: Callable[[int], None]) -> int:
    """Fold a conflict's whole history anew, and return of how many readings; ``advanced`` is told of each portion's.

    One transaction: who reads sees the old ledger until the new one is whole, and a run that is cut off leaves the old one.
    """
    done = 0
    with store.conflict_work([conflict]) as work:
        total = work.count_readings(conflict)
        work.clear(conflict)
        folding = Folding(conflict, _rules(work, conflict))
        while portion := work.readings(conflict, after=folding.newest, limit=_PORTION):
            done += len(portion)
            stride = STRIDE if total - done < _PORTION else _PORTION  # checkpoints of long ago are seldom asked for
            work.append(advance(folding, portion, stride=stride))
            advanced(len(portion))
    return done
