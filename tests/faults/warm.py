"""``python -m tests.faults.warm``: a process with all of the service imported, from which a run's roles are forked.

A role that was killed is back in milliseconds instead of a second and a half of imports, which half of a run's time went into. What runs
is what the command line runs, in a process of its own that can be killed like any other. A request is a line on standard input, its
answer the new process's id on standard output; the end of the input is the end.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

from service.roles import PARENT
from tests.harness.service import ROOT

_IMPORTS = (
    "alembic.command", "psycopg", "sqlalchemy.dialects.postgresql.psycopg", "sqlalchemy.dialects.sqlite", "trafilatura",
    "service.alerts.delivery", "service.alerts.destinations", "service.alerts.webhook", "service.cli.app", "service.embedded",
    "service.poller", "service.wiring", "tests.faults.sabotage", "workers.process",
)  # fmt: skip


class WarmStarter:
    """The harness's side: starts commands of this Python and says under which process id."""

    def __init__(self, env: Mapping[str, str], *, before: Sequence[str] = ()) -> None:
        """``before`` are words of a command line that change what the processes may do (``tests.faults.obeying``)."""
        self._process = subprocess.Popen(
            [*before, sys.executable, "-m", "tests.faults.warm"],
            cwd=ROOT, env=dict(env), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._lock = threading.Lock()

    def start(self, arguments: Sequence[str], log: Path, *, warm: bool) -> int:
        """The id of a new process that is ``python ARGUMENTS``: forked with all imports made, or started by name as an operator does."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with self._lock:
            self._process.stdin.write(json.dumps({"arguments": list(arguments), "log": str(log), "warm": warm}) + "\n")
            self._process.stdin.flush()
            return int(self._process.stdout.readline())

    def end(self) -> None:
        """End the starter; what it started must have ended before."""
        self._process.communicate()


def _bury(*_: object) -> None:
    """Reap whoever has ended, so that its process id is nobody's."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _become(arguments: Sequence[str], log: str, *, warm: bool) -> int:
    """Be ``python ARGUMENTS`` from here on; returns the exit code."""
    for which in (signal.SIGCHLD, signal.SIGTERM, signal.SIGINT):
        signal.signal(which, signal.SIG_DFL)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    out = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    os.dup2(out, 1)
    os.dup2(out, 2)
    os.close(out)
    if not warm:
        os.execv(sys.executable, [sys.executable, *arguments])
    sys.argv = list(arguments[1:])
    return _main(arguments[1], list(arguments[2:]))


def _main(module: str, arguments: list[str]) -> int:
    if module == "tests.faults.sabotage":
        from tests.faults import sabotage

        return sabotage.main(*arguments)
    assert module == "service"
    if arguments[-1] == "work":  # which becomes another program; its own words are what remains
        from workers.process import main as work

        return work(arguments[:-1])
    from service.cli import main as command

    return command(arguments)


def main() -> int:
    """Fork what is asked for until nobody asks any more; in a forked process, be that."""
    for module in _IMPORTS:
        import_module(module)
    os.environ[PARENT] = str(os.getpid())
    signal.signal(signal.SIGCHLD, _bury)
    gc.collect()
    gc.freeze()
    for line in iter(sys.stdin.readline, ""):
        wanted = json.loads(line)
        pid = os.fork()
        if not pid:
            return _become(wanted["arguments"], wanted["log"], warm=wanted["warm"])
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
