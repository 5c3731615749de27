"""The service's processes: started, kept up, killed, asked to stop, found with their children."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.harness.service import ROOT

_STOP_WITHIN = 10.0  # seconds; what the service promises


def children(pid: int) -> list[int]:
    """The live children of a process."""
    with contextlib.suppress(OSError):
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def kill(pid: int, how: signal.Signals = signal.SIGKILL) -> bool:
    """Send a signal; whether somebody was there to get it."""
    try:
        os.kill(pid, how)
    except ProcessLookupError:
        return False
    return True


class Role:
    """One process of the service that is started again whenever it ends unasked."""

    def __init__(self, name: str, command: Sequence[str], env: Mapping[str, str], log: Path) -> None:
        self.name = name
        self.starts = 0
        self.late_stops: list[str] = []
        self._command = list(command)
        self._env = dict(env)
        self._log = log
        self._wanted = False
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.RLock()

    @property
    def pid(self) -> int:
        """The process's id; 0 where there is none."""
        with self._lock:
            return self._process.pid if self._process is not None and self._process.poll() is None else 0

    def start(self) -> None:
        """Start it, and from now on again whenever it ends."""
        with self._lock:
            self._wanted = True
            self.keep_up()

    def keep_up(self) -> None:
        """Start the process where it should run and does not."""
        with self._lock:
            if not self._wanted or self.pid:
                return
            self.starts += 1
            with self._log.open("ab") as out:
                self._process = subprocess.Popen(
                    self._command, cwd=ROOT, env=self._env, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL
                )

    def become(self, command: Sequence[str]) -> None:
        """Run another command from the next start on."""
        self._command = list(command)

    def ask_to_stop(self) -> None:
        """SIGTERM; one that takes longer than promised is noted, then killed."""
        with self._lock:
            pid, process = self.pid, self._process
        if not pid or process is None:
            return
        kill(pid, signal.SIGTERM)
        try:
            process.wait(_STOP_WITHIN * patience())
        except subprocess.TimeoutExpired:
            self.late_stops.append(f"{self.name} did not end within {_STOP_WITHIN:g} s of SIGTERM")
            kill(pid)
            process.wait()

    def end(self) -> None:
        """Stop for good."""
        with self._lock:
            self._wanted = False
        self.ask_to_stop()

    def limit_files(self, size: int | None) -> None:
        """Let no file grow beyond ``size`` bytes, for this process and its children; None lifts it."""
        limit = resource.RLIM_INFINITY if size is None else size
        for pid in (self.pid, *children(self.pid)) if self.pid else ():
            with contextlib.suppress(ProcessLookupError):
                resource.prlimit(pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

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


def python(*arguments: str) -> list[str]:
    """A command line of this Python."""
    return [sys.executable, *arguments]


def wait_for(condition: Callable[[], bool], seconds: float) -> bool:
    """Whether something came true within so many seconds of an idle machine's time."""
    began = time.monotonic()
    while not condition():
        if time.monotonic() - began > seconds * patience():
            return False
        time.sleep(0.05)
    return True
