"""Progress of long work: a bar on a terminal, plain lines at intervals elsewhere; always on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from service.cli.output import remarks

_LINE_EVERY = 5.0  # seconds between plain lines


@contextmanager
def progress(
    what: str, total: int | None = None, *, console: Console | None = None, clock: Callable[[], float] = time.monotonic
) -> Iterator[Callable[[int], None]]:
    """Shows how far work is; call what it gives with how many more are done. ``total`` None where nobody knows it."""
    out = console or remarks()
    if out.is_terminal:
        with _bar(out, known=total is not None) as bar:
            task = bar.add_task(what, total=total)
            yield lambda done: bar.advance(task, done)
        return
    lines = _Lines(out, what, total, clock)
    yield lines.advance
    lines.say()


def _bar(out: Console, *, known: bool) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    more = (TimeRemainingColumn(),) if known else (SpinnerColumn(),)
    # rich would send what goes to a redirected standard output to the terminal as well: results belong into their file
    return Progress(*columns, *more, console=out, redirect_stdout=sys.stdout.isatty(), redirect_stderr=True)


class _Lines:
    """A line every few seconds, and one at the end."""

    def __init__(self, out: Console, what: str, total: int | None, clock: Callable[[], float]) -> None:
        self._out, self._what, self._total, self._clock = out, what, total, clock
        self._done = 0
        self._began = self._said = clock()

    def advance(self, done: int) -> None:
        self._done += done
        if self._clock() - self._said >= _LINE_EVERY:
            self.say()

    def say(self) -> None:
        self._said = self._clock()
        of = f" of {self._total}" if self._total is not None else ""
        self._out.print(f"{self._what}: {self._done}{of}, {self._said - self._began:.0f} s", markup=False)
