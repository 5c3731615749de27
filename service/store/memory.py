"""What a process remembers of the conflicts it worked on, so that an article's transaction costs what is new, not what is known.

A thousand readings take some 60 ms to read from the database and a moment to remember. What is remembered is only ever used under
the conflict's lock, and only where the database confirms it: readings and alerts are numbered in the order of their commits (the
lock sees to that), so what is new or was replaced has another number. A transaction takes the memory out and puts it back once it is
committed, so what was rolled back is never remembered.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from service.models import Change, Reading

MOST_READINGS = 10_000  # about 8 kB each


@dataclass(slots=True)
class ConflictMemory:
    """One conflict as of its last transaction in this process: readings it needed last, and what was announced."""

    most: int = MOST_READINGS
    readings: OrderedDict[str, tuple[int, Reading]] = field(default_factory=OrderedDict)  # by article, with the row's number
    announced: list[Change] = field(default_factory=list)
    last_alert: int = 0

    def knows(self, article: str, seq: int) -> bool:
        """Whether the reading of that row is remembered."""
        known = self.readings.get(article)
        return known is not None and known[0] == seq

    def learn(self, seq: int, reading: Reading) -> None:
        """Remember a row's reading."""
        self.readings[reading.article] = (seq, reading)

    def recall(self, article: str) -> Reading:
        """A reading that was learnt, as one that is needed still. Raises KeyError for another."""
        self.readings.move_to_end(article)
        return self.readings[article][1]

    def trim(self) -> None:
        """Forget the readings that were not needed for longest."""
        while len(self.readings) > self.most:
            self.readings.popitem(last=False)


class Memory:
    """The memories of conflicts, the least recently used forgotten first; safe for threads."""

    def __init__(self, most_readings: int = MOST_READINGS) -> None:
        self._most_readings = most_readings
        self._conflicts: OrderedDict[str, ConflictMemory] = OrderedDict()
        self._lock = Lock()

    def take(self, conflict: str) -> ConflictMemory:
        """The memory of a conflict, the caller's alone until it is kept again; an empty one where there is none."""
        with self._lock:
            return self._conflicts.pop(conflict, None) or ConflictMemory(self._most_readings)

    def keep(self, conflict: str, memory: ConflictMemory) -> None:
        """Remember a conflict as it was committed."""
        memory.trim()
        with self._lock:
            self._conflicts[conflict] = memory
            self._conflicts.move_to_end(conflict)
            total = sum(len(kept.readings) for kept in self._conflicts.values())
            while total > self._most_readings:
                _, forgotten = self._conflicts.popitem(last=False)
                total -= len(forgotten.readings)
