"""Nothing lost, nothing twice, nothing out of order: on both databases, whatever is killed, cut, flushed or away.

``FAULT_ITEMS`` and ``FAULT_KILLS`` make the runs larger (``make faults``, ``make soak``); ``FAULT_SEED`` repeats a run, ``FAULT_DATABASES``
names the one database that a long run is for.
"""

from __future__ import annotations

import os
import secrets
import sys
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from threading import Event

import pytest

from tests.faults.run import Plan, run

ITEMS = int(os.environ.get("FAULT_ITEMS", "2000"))
KILLS = int(os.environ.get("FAULT_KILLS", "40"))
SEED = 20260105
RANDOM_SEED = int(os.environ.get("FAULT_SEED", "0")) or 1 + secrets.randbelow(10**9)
OUTAGES = os.environ.get("FAULT_OUTAGES") == "1"
DATABASES = tuple(os.environ.get("FAULT_DATABASES", "sqlite,postgres").split(","))


@pytest.mark.timeout(3600 * (1 + KILLS // 100))
def test_every_promise_is_kept_under_every_fault_on_both_databases(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Both at once: a run mostly waits, and what is promised holds beside a busy neighbour as well."""
    with capfd.disabled():
        sys.stderr.write(f"\nFAULT_SEED={RANDOM_SEED} repeats this run\n")  # before anything can fail
    stop = Event()
    with ThreadPoolExecutor(len(DATABASES)) as pool:
        plans = [Plan(database, ITEMS, KILLS, SEED, RANDOM_SEED, outages=OUTAGES) for database in DATABASES]
        runs = [pool.submit(run, tmp_path / plan.database, plan, stop=stop) for plan in plans]
        found = []
        try:
            for one in as_completed(runs):
                found.append(one.result())
                with capfd.disabled():  # each as soon as it is there: the other may run for hours yet
                    sys.stderr.write("\n".join([*found[-1].lines(), ""]))
        finally:
            stop.set()  # so that Ctrl-C, or a failure of one, does not wait for the other
    for figures in found:
        assert figures.plan is not None
        assert figures.verdict is not None
        assert figures.verdict.kept, figures.verdict
        assert figures.state_differs == ""
        assert figures.offered == ITEMS
        assert figures.missed == []
        assert figures.kills == figures.plan.promised == KILLS
        assert figures.slow == []
