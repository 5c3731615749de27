"""The service's processes: started, kept up, killed, asked to stop, found with their children."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.faults.warm import WarmStarter
from tests.harness.processes import limit_files

_STOP_WITHIN = 10.0  # seconds; what the service promises


def kill(pid: int, how: signal.Signals = signal.SIGKILL) -> bool:
    """Send a signal; whether somebody was there to get it. 0, a role's id while it is not there, would be the harness's own group."""
    if pid <= 0:
        return False
    try:
        os.kill(pid, how)
    except ProcessLookupError:
        return False
    return True


def lives(pid: int) -> bool:
    """Whether there is such a process; the roles' dead are buried at once by whoever started them."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


class Role:
    """One process of the service that is started again whenever it ends unasked."""

    def __init__(self, name: str, arguments: Sequence[str], starter: WarmStarter, log: Path) -> None:
        self.name = name
        self.starts = 0
        self.late_stops: list[str] = []
        self._arguments = list(arguments)
        self._starter = starter
        self._log = log
        self._wanted = False
        self._pid = 0
        self._lock = threading.RLock()

    @property
    def pid(self) -> int:
        """The process's id; 0 where there is none."""
        with self._lock:
            return self._pid if self._pid and lives(self._pid) else 0

    def start(self) -> None:
        """Start it, and from now on again whenever it ends."""
        with self._lock:
            self._wanted = True
            self.keep_up()

    def keep_up(self) -> None:
        """Start the process where it should run and does not: the first time by its command line, then from warm."""
        with self._lock:
            if not self._wanted or self.pid:
                return
            self._pid = self._starter.start(self._arguments, self._log, warm=self.starts > 0)
            self.starts += 1

    def become(self, arguments: Sequence[str]) -> None:
        """Run another command from the next start on."""
        self._arguments = list(arguments)

    def ask_to_stop(self) -> None:
        """SIGTERM; one that takes longer than promised is noted, then killed."""
        pid = self.pid
        if not pid:
            return
        kill(pid, signal.SIGTERM)
        if not wait_for(lambda: not lives(pid), _STOP_WITHIN, every=0.01):
            self.late_stops.append(f"{self.name} did not end within {_STOP_WITHIN:g} s of SIGTERM")
            kill(pid)
            wait_for(lambda: not lives(pid), _STOP_WITHIN, every=0.01)

    def end(self) -> None:
        """Stop for good."""
        with self._lock:
            self._wanted = False
        self.ask_to_stop()

    def limit_files(self, size: int | None) -> None:
        """Let no file grow beyond ``size`` bytes, for this process and its children; None lifts it."""
        if pid := self.pid:
            limit_files(pid, size)

    def tail(self, lines: int = 40) -> str:
        """The end of its output."""
        return "\n".join(self._log.read_text(errors="replace").splitlines()[-lines:]) if self._log.exists() else ""


class Keeper:
    """Looks after the roles of a run, as a supervisor with no patience."""

    def __init__(self, roles: Sequence[Role]) -> None:
        self._roles = roles
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Start all roles and keep them up."""
        for role in self._roles:
            role.start()
        self._thread.start()

    def _run(self) -> None:
        while not self._stop.wait(0.1):
            for role in self._roles:
                role.keep_up()

    def end(self) -> None:
        """Stop all roles for good, together."""
        self._stop.set()
        if self._thread.ident is not None:
            self._thread.join()
        ending = [threading.Thread(target=role.end) for role in self._roles]
        for thread in ending:
            thread.start()
        for thread in ending:
            thread.join()


def patience() -> float:
    """How much longer than on an idle machine things may take: runnable processes per core, at least 1."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def wait_for(condition: Callable[[], bool], seconds: float, *, every: float = 0.05) -> bool:
    """Whether something came true within so many seconds of an idle machine's time."""
    began = time.monotonic()
    while not condition():
        if time.monotonic() - began > seconds * patience():
            return False
        time.sleep(every)
    return True
