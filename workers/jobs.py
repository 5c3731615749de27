"""The functions an rq job may name; there is one, and it takes ids only."""

from __future__ import annotations

import asyncio
import os
import signal

from service import pipeline
from workers import context

OUT_OF_MEMORY = 71  # EX_OSERR of sysexits.h; the parent then gives the entries back


def process_entries(ids: list[int]) -> int:
    """Work through entry rows; the row's state in SQL decides, so a job that comes twice or late changes nothing."""
    clean = [entry for entry in ids if isinstance(entry, int)]
    return asyncio.run(_until_told(clean))


async def _until_told(ids: list[int]) -> int:
    """SIGTERM finishes the entry at hand and gives the others back."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    try:
        return await pipeline.process_entries(context.app(), ids, worker=context.worker_name(), stop=stop)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # an orderly end would start a thread, wait for it, and find no memory for that either
