"""One service with everything around it: feeds, receiver, broker, database, and its own processes, each within reach of a fault."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

from service.injected import VARIABLE
from service.ports import Backlog
from service.store import SqlStore, open_store
from tests.faults.items import Item, War
from tests.faults.receiver import HookReceiver
from tests.faults.roles import Keeper, Role, wait_for
from tests.faults.servers import Broker, Databases, Postgres, SqliteFile
from tests.faults.site import FeedSite
from tests.faults.warm import WarmStarter
from tests.harness.service import SECRET, environment

FEEDS = 4
DESTINATION = "hook"

_SETTINGS = """\
[poll]
floor = 0.5
ceiling = 0.5
jitter = 0.0
backoff_cap = 2.0
max_backlog = {max_backlog}

[work]
batch = 20
lease = 5.0
reconcile_every = 0.5
cpu_seconds = {cpu_seconds}

[fetch]
allow = ["{feeds}", "{hook}"]
host_delay = 0.0
timeout = 2.0
connect_timeout = 2.0

[alerts]
window = 0.0
max_age = 0.0

[[destination]]
name = "hook"
kind = "webhook"
url_env = "TEST_HOOK_URL"
secret_env = "TEST_HOOK_SECRET"
timeout = 1.0
"""


class World:
    """Everything of one run in one folder; ``controls`` names, by role, what is sabotaged in it (``tests.faults.sabotage``)."""

    def __init__(
        self,
        folder: Path,
        database: str,
        wars: Sequence[War],
        *,
        workers: int = 2,
        controls: Mapping[str, str] | None = None,
        max_backlog: int = 5000,
        cpu_seconds: int = 120,
    ) -> None:
        self.folder = folder
        self.faults = folder / "faults"
        self.faults.mkdir(parents=True)
        self.site = FeedSite(FEEDS)
        self.receiver = HookReceiver(SECRET)
        self.config = self._write_config(wars, max_backlog=max_backlog, cpu_seconds=cpu_seconds)
        self.broker = Broker(folder / "broker")
        self.database: Databases = Postgres() if database == "postgres" else SqliteFile(folder / "data")
        self.env = environment(
            TEST_HOOK_URL=self.receiver.url, DATABASE_URL=self.database.url, REDIS_URL=self.broker.url,
            **{VARIABLE: str(self.faults)},
        )  # fmt: skip
        obeying = [sys.executable, "-m", "tests.faults.obeying"] if self.database.kind == "sqlite" else []
        self._starter = WarmStarter(self.env, before=obeying)
        names = ["poll", *[f"work-{n + 1}" for n in range(workers)], "deliver"]
        self.roles = {name: self._role(name, dict(controls or {})) for name in names}
        self.keeper = Keeper(list(self.roles.values()))
        self._store: SqlStore | None = None

    def _write_config(self, wars: Sequence[War], *, max_backlog: int, cpu_seconds: int) -> Path:
        config = self.folder / "config"
        config.mkdir()
        (config / "conflicts.toml").write_text("".join(war.toml() for war in wars), encoding="utf-8")
        feeds = "\n".join(
            f'[[feed]]\nname = "Feed {n}"\nurl = "{url}"\ntrust = "established"\nlanguage = "en"\nfetch_pages = false\n'
            for n, url in enumerate(self.site.urls())
        )
        (config / "feeds.toml").write_text(feeds, encoding="utf-8")
        settings = _SETTINGS.format(
            max_backlog=max_backlog, cpu_seconds=cpu_seconds, feeds=self.site.authority, hook=self.receiver.authority
        )
        (config / "settings.toml").write_text(settings, encoding="utf-8")
        return config

    def arguments(self, *words: str) -> list[str]:
        """What follows ``python`` in a command line of the service with this run's folders."""
        return ["-m", "service", "--config", str(self.config), "--data", str(self.folder / "data"), *words]

    def run_command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """One command, as an operator types it."""
        command = [sys.executable, *self.arguments(*words)]
        return subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=120, check=False)

    def _role(self, name: str, controls: dict[str, str]) -> Role:
        kind = name.split("-", maxsplit=1)[0]
        arguments = self.arguments(kind)
        if kind in controls:
            arguments = ["-m", "tests.faults.sabotage", controls[kind], *arguments[2:]]
        return Role(name, arguments, self._starter, self.folder / f"{name}.log")

    def __enter__(self) -> Self:
        self.site.__enter__()
        self.receiver.__enter__()
        self._store = open_store(self.database.own_url)
        self.keeper.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.keeper.end()
        self._starter.end()
        if self._store is not None:
            self._store.close()
        self.broker.remove()
        self.database.remove()
        self.site.__exit__()
        self.receiver.__exit__()

    # --- what is told from outside ---------------------------------------------------------------------------------

    @property
    def workers(self) -> list[Role]:
        """The worker processes."""
        return [role for name, role in self.roles.items() if name.startswith("work")]

    @property
    def store(self) -> SqlStore:
        """The harness's own way into the database, for waiting and for the final state; no figure of loss rests on it."""
        assert self._store is not None
        return self._store

    def publish(self, items: Sequence[Item]) -> None:
        """Put items into their feeds."""
        self.site.publish(items)

    def all_rung(self) -> bool:
        """Whether every published item was offered and every single one of them has rung."""
        return self.behind() == 0

    def behind(self) -> int:
        """How many published items have not been offered yet, or should have rung and have not."""
        return self.site.waiting() + len(self.site.not_among(self.receiver.rung))

    def drained(self) -> bool:
        """Whether nothing is left to do anywhere."""
        if not self.all_rung():
            return False
        left: Backlog = self.store.backlog()
        return left.pending + left.claimed + left.deliveries_pending == 0

    def wait(self, condition: Callable[[], bool], seconds: float) -> bool:
        """Whether something came true within so many seconds of an idle machine's time."""
        return wait_for(condition, seconds)

    def tails(self) -> str:
        """The ends of all logs, for a failure's message."""
        return "\n".join(f"--- {name}\n{role.tail()}" for name, role in self.roles.items())

    def forget(self) -> None:
        """Delete the run's folder."""
        shutil.rmtree(self.folder, ignore_errors=True)
