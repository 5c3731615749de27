"""``python -m tests.faults.faultless CONFIG FOLDER COUNT``: the same items with nothing in the way.

One process, one fresh database, no broker, no network, no fault. It runs beside the run whose final state must equal what it prints.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from service import pipeline
from service.config.load import load_settings
from service.feeds import parse
from service.ports import FeedState, PollOutcome
from service.wiring import build
from tests.faults.items import Item, body_of, items
from tests.faults.oracle import final_state
from tests.harness.service import ROOT, environment

_AT_ONCE = 200


class Faultless:
    """The run in peace of the first ``count`` items, under way in a process of its own."""

    def __init__(self, config: Path, folder: Path, count: int) -> None:
        command = [sys.executable, "-m", "tests.faults.faultless", str(config), str(folder), str(count)]
        self._process = subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True)

    def state(self) -> str:
        """Its final state, when it is done."""
        found, _ = self._process.communicate()
        assert self._process.returncode == 0, "the run in peace failed"
        return found

    def end(self) -> None:
        """Let it go, done or not."""
        self._process.kill()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()


def faultless_state(config: Path, folder: Path, all_items: Sequence[Item]) -> str:
    """The final state that a service with this configuration comes to when it is given the items in peace."""
    settings = load_settings(config, folder, {}, need_secrets=False)
    app = build(replace(settings, database_url="", destinations=()))
    now = datetime.now(UTC)
    try:
        app.store.sync_feeds(settings.feeds, now)
        for number, feed in enumerate(settings.feeds):
            mine = [item for item in all_items if item.feed == number]
            for start in range(0, len(mine), _AT_ONCE):
                body = body_of(mine[start : start + _AT_ONCE])
                read = parse.parse(body, feed=feed, content_type="application/rss+xml", fetched=now, limit=_AT_ONCE)
                ids = app.store.record_poll(PollOutcome(FeedState(feed), read.entries), now)
                asyncio.run(pipeline.process_entries(app, ids, worker="in peace"))
        return final_state(app.store)
    finally:
        app.store.close()


def main(config: str, folder: str, count: str) -> int:
    """Print the final state; politely, for the run beside it is timed."""
    os.nice(5)
    _, all_items = items(int(count), feeds=len(load_settings(Path(config), Path(folder), {}, need_secrets=False).feeds))
    sys.stdout.write(faultless_state(Path(config), Path(folder), all_items))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
