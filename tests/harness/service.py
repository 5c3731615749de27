"""The service as a user runs it: `escalation-watch run` with a configuration folder, ended by SIGTERM."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parents[2]
SECRET = "whsec_" + "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

SETTINGS = """\
[poll]
floor = 0.3
ceiling = 0.5
jitter = 0.0

[work]
reconcile_every = 0.5
lease = 20.0

[fetch]
allow = [{allow}]
host_delay = 0.0

[alerts]
window = 0.0
max_age = 0.0

[[destination]]
name = "hook"
kind = "webhook"
url_env = "TEST_HOOK_URL"
secret_env = "TEST_HOOK_SECRET"
"""


def write_config(folder: Path, *, feeds: Mapping[str, str], allow: list[str]) -> Path:
    """A configuration folder with test timings and the shipped conflicts; feeds are name -> url."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "config" / "conflicts.toml", folder / "conflicts.toml")
    (folder / "settings.toml").write_text(SETTINGS.format(allow=", ".join(f'"{a}"' for a in allow)), encoding="utf-8")
    (folder / "feeds.toml").write_text(
        "\n".join(f'[[feed]]\nname = "{n}"\nurl = "{u}"\ntrust = "established"\nlanguage = "en"\n' for n, u in feeds.items()),
        encoding="utf-8",
    )
    return folder


def environment(**extra: str) -> dict[str, str]:
    """The environment of a service process: this one's, without anything that names other servers."""
    drop = ("DATABASE_URL", "REDIS_URL", "SLACK_WEBHOOK", "ALERT_WEBHOOK", "ESCALATION_WATCH", "WEB_")
    clean = {k: v for k, v in os.environ.items() if not k.startswith(drop)}
    return clean | {"TEST_HOOK_SECRET": SECRET, "PYTHONPATH": str(ROOT)} | extra


class Service:
    """One process of the service, its output kept in a file."""

    def __init__(self, *arguments: str, config: Path, data: Path, log: Path, env: Mapping[str, str]) -> None:
        self.log = log
        with log.open("ab") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "service", "--config", str(config), "--data", str(data), *arguments],
                cwd=ROOT,
                env=dict(env),
                stdout=out,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.stop()

    def stop(self, within: float = 10.0) -> int:
        """SIGTERM, and the exit code; fails the test where it takes longer than promised."""
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=within)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"not ended {within} s after SIGTERM:\n{self.tail()}") from None

    def tail(self, lines: int = 60) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


def eventually(condition: Callable[[], bool], service: Service, *, within: float = 45.0, what: str) -> None:
    """Wait for something that must come true while the service runs; a service that ends, or the limit, fails the test."""
    limit = time.monotonic() + within
    while not condition():
        assert service.process.poll() is None, f"the service ended ({service.process.returncode}):\n{service.tail()}"
        assert time.monotonic() < limit, f"{what}: not within {within} s\n{service.tail()}"
        time.sleep(0.05)
