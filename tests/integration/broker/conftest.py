"""rq's worker, run in the test's own process, sets loggers and signal handlers; other tests must not find them changed."""

from __future__ import annotations

import logging
import signal
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """Put back what rq changed."""
    loggers = [logging.getLogger(name) for name in ("rq", "rq.worker", "rq.job", "rq.queue")]
    before = [(logger, logger.level, list(logger.handlers), logger.propagate) for logger in loggers]
    handlers = {which: signal.getsignal(which) for which in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM)}
    yield
    for logger, level, attached, propagate in before:
        logger.setLevel(level)
        logger.handlers[:] = attached
        logger.propagate = propagate
    for which, handler in handlers.items():
        signal.signal(which, handler)
