"""The same items with nothing in the way: one process, one fresh database, no broker, no network, no fault."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from service import pipeline
from service.config.load import load_settings
from service.feeds import parse
from service.ports import FeedState, PollOutcome
from service.wiring import build
from tests.faults.items import Item, body_of
from tests.faults.oracle import final_state

_AT_ONCE = 200


def faultless_state(config: Path, folder: Path, items: Sequence[Item]) -> str:
    """The final state that a service with this configuration comes to when it is given the items in peace."""
    settings = load_settings(config, folder, {}, need_secrets=False)
    app = build(replace(settings, database_url="", destinations=()))
    now = datetime.now(UTC)
    try:
        app.store.sync_feeds(settings.feeds, now)
        for number, feed in enumerate(settings.feeds):
            mine = [item for item in items if item.feed == number]
            for start in range(0, len(mine), _AT_ONCE):
                body = body_of(mine[start : start + _AT_ONCE])
                read = parse.parse(body, feed=feed, content_type="application/rss+xml", fetched=now, limit=_AT_ONCE)
                ids = app.store.record_poll(PollOutcome(FeedState(feed), read.entries), now)
                asyncio.run(pipeline.process_entries(app, ids, worker="in peace"))
        return final_state(app.store)
    finally:
        app.store.close()
