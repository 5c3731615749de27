"""``python -m tests.faults``: one run from the command line, its figures on standard output; 1 where a promise was broken."""

from __future__ import annotations

import argparse
import secrets
import signal
import sys
import tempfile
from pathlib import Path

from tests.faults.run import Plan, run


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Run a plan on each database asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgres"), action="append")
    parser.add_argument("--items", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--second-seed", type=int, default=secrets.randbelow(1_000_000))
    parser.add_argument("--outages", action="store_true", help="with the 60 s outages")
    parser.add_argument("--only", default="", help="just the faults whose names hold this")
    parser.add_argument("--keep", type=Path, help="a folder for logs, left behind")
    chosen = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that servers and processes are ended on the way out
    broken = 0
    for database in chosen.database or ["sqlite", "postgres"]:
        folder = Path(tempfile.mkdtemp(prefix=f"ew-faults-{database}-", dir=chosen.keep))
        plan = Plan(
            database, chosen.items, chosen.kills, chosen.seed, chosen.second_seed, outages=chosen.outages, only=chosen.only
        )
        figures = run(folder / "run", plan, say=lambda line: _say(f"  {line}"))
        _say("\n".join(figures.lines()))
        if not figures.kept:
            broken = 1
            _say(f"{figures.verdict} {folder}")
    return broken


if __name__ == "__main__":
    sys.exit(main())
