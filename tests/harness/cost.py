"""What a call costs: CPU time of this process, least of several tries, without the garbage of other tests being collected in between.

Limits on hostile input guard against costs that grow out of bounds, seconds where milliseconds are usual. A collection over all that
a long test run keeps alive takes seconds too, so none may fall into the measurement.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


def cpu_seconds(call: Callable[[], object], tries: int = 2) -> float:
    """The CPU seconds of the cheapest of ``tries`` calls."""

    def once() -> float:
        began = time.process_time()
        call()
        return time.process_time() - began

    with _no_collection():
        return min(once() for _ in range(tries))


@contextmanager
def _no_collection() -> Iterator[None]:
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
