"""Processes and their children, found by the kernel's own lists, and the limit that makes a disk look full to them."""

from __future__ import annotations

import contextlib
import resource
from pathlib import Path


def children(pid: int) -> list[int]:
    """The live children of a process."""
    with contextlib.suppress(OSError):
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def limit_files(pid: int, size: int | None) -> None:
    """Let no file that a process or a child of it writes grow beyond ``size`` bytes; None lifts it."""
    limit = resource.RLIM_INFINITY if size is None else size
    for one in (pid, *children(pid)):
        with contextlib.suppress(ProcessLookupError):
            resource.prlimit(one, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
