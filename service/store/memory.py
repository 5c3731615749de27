"""What a process remembers of the conflicts it worked on, so that an article's transaction costs what is new, not what is known.

A thousand readings take some 60 ms to read from the database and a moment to remember. What is remembered is only ever used under
the conflict's lock, and only where the database confirms it: readings and alerts are numbered in the order of their commits (the
lock sees to that), so what is new has a higher number; a ledger has a version that each change of it raises. A transaction takes
the memory out and puts it back once it is committed, so what was rolled back is never remembered.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from service.models import Change, Reading

MOST_READINGS = 10_000  # about 8 kB each


@dataclass(slots=True)
class ConflictMemory:
    """One conflict as of its last transaction in this process; ``parts`` are the ledger's rows by table and key."""

    readings: dict[str, Reading] = field(default_factory=dict)
    last_reading: int = 0
    announced: list[Change] = field(default_factory=list)
    last_alert: int = 0
    ledger_version: int = 0
    parts: dict[str, dict[str, tuple[int, Any]]] = field(default_factory=dict)


class Memory:
    """The memories of conflicts, the least recently used forgotten first; safe for threads."""

    def __init__(self, most_readings: int = MOST_READINGS) -> None:
        self._most_readings = most_readings
        self._conflicts: OrderedDict[str, ConflictMemory] = OrderedDict()
        self._lock = Lock()

    def take(self, conflict: str) -> ConflictMemory:
        """The memory of a conflict, the caller's alone until it is kept again; an empty one where there is none."""
        with self._lock:
            return self._conflicts.pop(conflict, None) or ConflictMemory()

    def keep(self, conflict: str, memory: ConflictMemory) -> None:
        """Remember a conflict as it was committed."""
        with self._lock:
            self._conflicts[conflict] = memory
            self._conflicts.move_to_end(conflict)
            total = sum(len(kept.readings) for kept in self._conflicts.values())
            while total > self._most_readings:
                _, forgotten = self._conflicts.popitem(last=False)
                total -= len(forgotten.readings)
