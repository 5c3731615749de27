"""Who is in the database right now, so that all connections of a process can be closed at one moment.

A SQLite connection opened while the file could not be written stays so for ever, and so does every other that the process opens
beside it: they share what the first one found. Only when none is left open does the next one look at the file again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_PATIENCE = 2.0  # seconds to wait for the others to leave; who waits for itself (a call within a call) goes in all the same


class Doors:
    """Counts who is inside; once ``shut`` was asked for, ``empty`` is called when the last has left and before the next goes in."""

    def __init__(self, empty: Callable[[], None]) -> None:
        self._empty = empty
        self._moved = threading.Condition()
        self._inside = 0
        self._wanted = False

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Be in; waits for a moment where everybody is asked to leave first."""
        with self._moved:
            if self._wanted and self._inside:
                self._moved.wait_for(lambda: not self._wanted or not self._inside, _PATIENCE)
            self._empty_if_wanted()
            self._inside += 1
        try:
            yield
        finally:
            with self._moved:
                self._inside -= 1
                self._empty_if_wanted()
                self._moved.notify_all()

    def shut(self) -> None:
        """Have everything closed as soon as nobody is inside."""
        with self._moved:
            self._wanted = True

    def _empty_if_wanted(self) -> None:
        if self._wanted and not self._inside:
            self._wanted = False
            self._empty()
