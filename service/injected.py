"""What the fault tests inject into a running process: labelled crash points and a wrong clock; nothing unless asked for at the start.

``ESCALATION_WATCH_FAULTS`` names a folder; it is read once, when the process starts. A file in it named after a crash point arms that
point once: whoever reaches it first removes the file and ends like a process that was killed. A file ``clock`` holds the seconds by
which the clock is wrong. Without the variable, which nothing from outside can set, a point costs one comparison. Labels are fixed
words of this code, never anything a feed or a page says.
"""

from __future__ import annotations

import os
import signal
from datetime import timedelta
from pathlib import Path

VARIABLE = "ESCALATION_WATCH_FAULTS"
_CLOCK = "clock"

_folder = Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None


def crash_point(label: str) -> None:
    """End here, as by ``kill -9``, where a test armed this point; ``label`` is a constant of the code."""
    if _folder is not None:
        _crash_if_armed(_folder / label)


def commit_point(when: str, doing: str) -> None:
    """The crash point before or after a commit: ``when`` and the first two words, always constants, of what the transaction does."""
    if _folder is not None:
        _crash_if_armed(_folder / "-".join([when, *doing.split()[:2]]))


def clock_error() -> timedelta:
    """By how much this process's clock is to be wrong; zero unless a test says otherwise."""
    if _folder is None:
        return timedelta()
    try:
        return timedelta(seconds=float((_folder / _CLOCK).read_text(encoding="ascii")))
    except (OSError, ValueError):  # not there, or just being written
        return timedelta()


def _crash_if_armed(armed: Path) -> None:
    try:
        armed.unlink()
    except OSError:
        return
    os.kill(os.getpid(), signal.SIGKILL)
