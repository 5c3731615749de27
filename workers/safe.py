"""rq with the doors shut: JSON payloads, an allow-list of functions, no callbacks, limits on every work-horse.

Whoever can write to Redis could otherwise run any importable function: rq resolves the job's function and its three callbacks by
name from what Redis holds.
"""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import time
from collections.abc import Callable
from typing import Any

import rq
import structlog
from rq.job import Job

from service.broker import JOB
from service.errors import StoreError
from workers import context, jobs

log = structlog.get_logger()

BEAT = 10.0  # seconds between two signs of life

ALLOWED: dict[str, Callable[[list[int]], int]] = {JOB: jobs.process_entries}


class JobRefused(Exception):
    """A job in Redis that this service did not put there."""


class SafeJob(Job):
    """A job that runs only functions of the allow-list, on plain arguments, without callbacks."""

    @property
    def func(self) -> Callable[[list[int]], int]:
        name = self.func_name
        if self.instance is not None or name not in ALLOWED:
            raise JobRefused(f"job {str(self.id)[:60]!r} names {str(name)[:80]!r}, which is not allowed; it was not run")
        return ALLOWED[name]

    @property
    def success_callback(self) -> None:
        return None

    @property
    def failure_callback(self) -> None:
        return None

    @property
    def stopped_callback(self) -> None:
        return None


class SafeWorker(rq.Worker):
    """A forking worker whose children are limited in memory and CPU time."""

    job_class = SafeJob
    max_connection_wait_time = (
        5.0  # seconds between two tries to reach Redis; rq's own minute is longer than a recovery may take
    )
    memory_bytes = 0
    cpu_seconds = 0
    asked_to_stop = False
    _told_at = float("-inf")

    def main_work_horse(self, job: Job, queue: rq.Queue) -> None:
        """Limit this child before it touches anything from outside: a signal cannot interrupt C code, the kernel can."""
        _limit(resource.RLIMIT_CPU, self.cpu_seconds)
        _limit(resource.RLIMIT_AS, self.memory_bytes)
        super().main_work_horse(job, queue)

    def request_stop(self, signum: int, frame: Any) -> None:
        """Pass the wish on to the child, which finishes its present entry and gives the rest back."""
        self.asked_to_stop = True
        if self.horse_pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.horse_pid, signal.SIGTERM)
        super().request_stop(signum, frame)  # type: ignore[no-untyped-call]  # rq has no types here

    def heartbeat(self, timeout: int | None = None, pipeline: Any = None) -> None:
        """Tell the store as well as Redis that this worker lives; rq calls this in the main thread between its waits."""
        super().heartbeat(timeout, pipeline)
        if not self.is_horse and time.monotonic() - self._told_at > BEAT:
            self._told_at = time.monotonic()
            tell_alive()

    def handle_work_horse_killed(self, job: Job, retpid: int, ret_val: int, rusage: Any) -> None:
        """Make a dead child's entries due again at once instead of after their lease."""
        release_dead(ret_val)
        super().handle_work_horse_killed(job, retpid, ret_val, rusage)  # type: ignore[no-untyped-call]


def tell_alive() -> None:
    """Write a sign of life; a store that is away for a moment is no reason to end."""
    try:
        with context.for_a_moment() as app:
            app.store.beat("work", context.worker_name(), app.clock())
    except StoreError as error:
        log.warning("no sign of life could be written", role="work", error=str(error))


def release_dead(ret_val: int) -> None:
    """Give a dead child's entries back; where the store is away they come back with the end of their lease."""
    try:
        with context.for_a_moment() as app:
            freed = app.store.release_worker(
                context.worker_name(), error=f"its worker died ({_died_of(ret_val)})", now=app.clock()
            )
        log.warning("work-horse died", of=_died_of(ret_val), entries=freed)
    except StoreError as error:
        log.warning("work-horse died, its entries wait for their lease to end", of=_died_of(ret_val), error=str(error))


def _died_of(status: int) -> str:
    if os.WIFSIGNALED(status):
        return f"signal {signal.Signals(os.WTERMSIG(status)).name}"
    return f"exit code {os.waitstatus_to_exitcode(status)}"


def _limit(what: int, value: int) -> None:
    if value:
        with contextlib.suppress(ValueError, OSError):  # not every platform knows every limit
            resource.setrlimit(what, (value, value))
