"""The fold of one conflict: all of its readings at once (``fold``), or those that are new on top of a checkpoint (``advance``)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from service.history import checkpoint as checkpoints
from service.history.checkpoint import KEPT, Checkpoint
from service.history.folding import Folding
from service.history.ledger import Row, ledger_of
from service.history.merging import meant
from service.history.rules import Rules
from service.history.statements import canonical
from service.models import Ledger, Reading, SeriesKey

RULES = Rules()
STRIDE = 20  # readings between two checkpoints: folding twenty anew takes about as long as reading a checkpoint


@dataclass(frozen=True, slots=True)
class Update:
    """What readings changed in a conflict's ledger since a checkpoint.

    ``rows`` are the parts that were touched, as they stand now. ``checkpoints`` are new, oldest first. ``standing`` names every series
    that can still move, ``story_of`` the stories of the articles folded and of what was merged by hand.
    """

    conflict: str
    rows: tuple[Row, ...]
    checkpoints: tuple[Checkpoint, ...]
    standing: frozenset[SeriesKey]
    story_of: dict[str, str]

    def ledger(self) -> Ledger:
        """The touched parts as a ledger of their own."""
        return ledger_of(self.conflict, [row.part for row in self.rows])


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


def advance(
    folding: Folding,
    readings: Sequence[Reading],
    *,
    doubtful: Collection[str] = (),
    stride: int = STRIDE,
    until: datetime | None = None,
) -> Update:
    """Fold the readings that follow on what was folded; ``folding`` is new, restored, or was advanced so far, and moves on.

    ``readings`` are all that were published later, in any order; their copies may be among those folded before. ``doubtful`` are the
    keys of stored parts that were touched later: they are told as they stand even where nothing touches them any more. The time passes
    to ``until`` at last.
    """
    folding.begin(doubtful)
    made: list[Checkpoint] = []
    ordered = canonical(readings)
    since = 0
    for number, reading in enumerate(ordered):
        wanted = stride if len(ordered) - number <= KEPT * stride else KEPT * stride  # those of long ago are thinned out anyway
        if since >= wanted and folding.newest is not None and folding.newest < reading.published:
            made.append(checkpoints.take(folding))  # only between two times: readings of one time are folded in one go
            since = 0
        folding.step(reading)
        since += 1
    if until is not None:
        folding.elapse(until)
    return Update(
        folding.conflict,
        tuple(folding.rows()),
        tuple(made),
        folding.standing(),
        {**meant(folding.rules.merged), **folding.story_of},
    )
