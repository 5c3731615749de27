"""The pure rooms load nothing heavy, so that they can be tried and trusted on their own."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("rq", "redis", "sqlalchemy", "httpx", "trafilatura", "feedparser", "typer", "starlette")


def _loaded(module: str) -> set[str]:
    program = f"import sys, {module}; print(*sorted(name for name in sys.modules if '.' not in name))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["service.analysis", "service.analysis.analyse", "service.history", "service.history.fold"])
def test_the_pure_rooms_load_no_heavy_library(module: str) -> None:
    assert not _loaded(module) & set(HEAVY)


def test_the_check_would_see_a_heavy_library() -> None:
    assert "sqlalchemy" in _loaded("service.store.engine")
