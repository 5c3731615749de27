"""The command as a user runs it: a process of its own, with nothing of this machine's configuration in its environment."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_OURS = (
    "DATABASE_URL",
    "REDIS_URL",
    "SLACK_WEBHOOK",
    "ALERT_WEBHOOK",
    "ESCALATION_WATCH",
    "WEB_",
    "LOG_",
    "COLUMNS",
    "FORCE_COLOR",
    "TTY_",
)


def environment(**extra: str) -> dict[str, str]:
    """This process's environment without anything the service would read."""
    return {key: value for key, value in os.environ.items() if not key.startswith(_OURS)} | {"PYTHONPATH": str(ROOT)} | extra


def escalation_watch(
    *arguments: str, folder: Path, stdin: str = "", env: Mapping[str, str] | None = None, timeout: float = 60.0
) -> subprocess.CompletedProcess[str]:
    """Run one command in ``folder`` and give back its exit code and both outputs."""
    return subprocess.run(
        [sys.executable, "-m", "service", *arguments],
        cwd=folder,
        env=dict(env if env is not None else environment()),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
