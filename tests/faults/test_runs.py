"""Nothing lost, nothing twice, nothing out of order: on both databases, whatever is killed, cut, flushed or away.

``FAULT_ITEMS`` and ``FAULT_KILLS`` make the runs larger (``make faults``, ``make soak``); ``FAULT_SEED`` repeats a run.
"""

from __future__ import annotations

import os
import secrets
import socket
import sys
from pathlib import Path

import pytest

from tests.faults.run import Figures, Plan, run

ITEMS = int(os.environ.get("FAULT_ITEMS", "2000"))
KILLS = int(os.environ.get("FAULT_KILLS", "40"))
SEED = 20260105
RANDOM_SEED = int(os.environ.get("FAULT_SEED", "0")) or 1 + secrets.randbelow(10**9)
OUTAGES = os.environ.get("FAULT_OUTAGES") == "1"
HOURS = 3600 * (1 + KILLS // 100)

pytestmark = pytest.mark.timeout(HOURS)


@pytest.fixture(scope="module")
def port() -> int:
    """One port for the feeds of all runs: ids follow from addresses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def faultless(port: int, tmp_path_factory: pytest.TempPathFactory) -> Figures:
    """The same items with nothing in the way."""
    plan = Plan("sqlite", ITEMS, 0, faults=False)
    figures = run(tmp_path_factory.mktemp("faultless") / "run", plan, port=port)
    assert figures.kept, figures
    return figures


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_every_promise_is_kept_under_every_fault(
    database: str, faultless: Figures, port: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    plan = Plan(database, ITEMS, KILLS, SEED, RANDOM_SEED, outages=OUTAGES)
    with capfd.disabled():
        sys.stderr.write(f"\n{database}: FAULT_SEED={RANDOM_SEED} repeats this run\n")  # before anything can fail
    figures = run(tmp_path / "run", plan, port=port)
    with capfd.disabled():
        sys.stderr.write("\n".join([*figures.lines(), ""]))
    assert figures.verdict is not None
    assert figures.verdict.kept, figures.verdict
    assert figures.offered == ITEMS
    assert figures.missed == []
    assert figures.kills == plan.promised >= KILLS
    assert figures.slow == []
    assert figures.state == faultless.state
