"""One worker process: import the heavy parts, then fork a limited child for each batch until told to stop."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import socket
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import redis
import rq
import structlog
from rq.serializers import JSONSerializer

from service import pipeline
from service.broker import QUEUE, connect
from service.config.load import load_settings
from service.errors import ServiceError
from service.logs import configure_logging
from service.roles import end_with_parent
from service.settings import Settings
from service.wiring import broker_url, build
from workers import context
from workers.safe import SafeJob, SafeWorker

log = structlog.get_logger()

_QUICK = 5.0  # seconds: a worker that ends sooner, again and again, chokes on something in the queue
_QUICK_ENDS = 3


def main(arguments: Sequence[str]) -> int:
    """Run a worker; returns the process's exit code."""
    parser = argparse.ArgumentParser(prog="escalation-watch work", description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--burst", action="store_true", help="stop when nothing is left to do")
    options = parser.parse_args(arguments)
    try:
        settings = load_settings(options.config, options.data, os.environ)
        configure_logging(settings)
        return Process(settings, burst=options.burst).run()
    except ServiceError as error:
        sys.stderr.write(f"escalation-watch work: {error}\n")
        return 2 if type(error).__name__ in {"ConfigError", "UsageError"} else 1


class Process:
    """Keeps an rq worker going through whatever Redis does; SQL decides what there is to do."""

    def __init__(self, settings: Settings, *, burst: bool) -> None:
        self._settings = settings
        self._burst = burst
        self._name = f"{socket.gethostname()}-{os.getpid()}"
        self._quick_ends = 0

    def run(self) -> int:
        """Work until asked to stop (or, in a burst, until nothing is due); 0 on a clean end."""
        _end_on_request()
        end_with_parent()
        _import_heavy()
        app = build(self._settings)
        app.store.close()  # the schema is there before the first child needs it
        context.prepare(self._settings, self._name, app.gazetteer)
        gc.collect()
        gc.freeze()  # what is here by now stays: no collection in a child touches, and so copies, the pages it shares
        url, server = broker_url(self._settings)
        try:
            if self._burst:
                return self._run_burst(url)
            while not self._turn(url).asked_to_stop:
                pass
            return 0
        finally:
            if server is not None:
                server.stop()

    def _run_burst(self, url: str) -> int:
        while self._reconcile():
            if self._turn(url).asked_to_stop:
                break
        return 0

    def _turn(self, url: str) -> SafeWorker:
        """One life of the rq worker; it ends by request, when idle in a burst, or because Redis failed it."""
        started = time.monotonic()
        worker = self._worker(url)
        worker.work(burst=self._burst, logging_level="WARNING", with_scheduler=False)
        _end_on_request()  # rq leaves its own handlers behind
        if not worker.asked_to_stop and not self._burst:
            self._after_unexpected_end(time.monotonic() - started)
        return worker

    def _worker(self, url: str) -> SafeWorker:
        delay = 0.5
        while True:
            try:
                connection = connect(url, blocking=True)
                connection.ping()
                break
            except redis.RedisError as error:
                log.warning("broker away", error=type(error).__name__, again_in=delay)
                time.sleep(delay)
                delay = min(delay * 2, 10.0)
        queue = rq.Queue(QUEUE, connection=connection, job_class=SafeJob, serializer=JSONSerializer)
        worker = SafeWorker(
            [queue],
            name=f"{self._name}-{time.monotonic_ns()}",
            connection=connection,
            job_class=SafeJob,
            serializer=JSONSerializer,
            log_job_description=False,
            maintenance_interval=60,
            worker_ttl=25,  # rq then waits ten seconds at a time for a job, and tells in between that it lives
            job_monitoring_interval=10,
        )
        worker.memory_bytes = self._settings.work.memory_bytes
        worker.cpu_seconds = self._settings.work.cpu_seconds
        return worker

    def _after_unexpected_end(self, lasted: float) -> None:
        """A corrupt job makes a worker end at once, each time: after a few such ends the queue's content is dropped."""
        self._quick_ends = self._quick_ends + 1 if lasted < _QUICK else 0
        log.warning("worker ended unasked", lasted=round(lasted, 1), times=self._quick_ends)
        if self._quick_ends >= _QUICK_ENDS:
            app = build(self._settings, migrate=False)
            broker = app.open_broker()
            broker.reset()
            broker.close()
            app.store.close()
            self._quick_ends = 0
            log.error("queue dropped: a job in it ended every worker; the poller hints the entries again")
        time.sleep(min(0.2 * 2**self._quick_ends, 2.0))

    def _reconcile(self) -> int:
        app = build(self._settings, migrate=False)
        broker = app.open_broker()
        try:
            return pipeline.reconcile(app, broker, patience=0.0) + broker.waiting()
        finally:
            broker.close()
            app.store.close()


def _end_on_request() -> None:
    """Between two turns nothing is in hand, so a signal may simply end the process."""
    for which in (signal.SIGTERM, signal.SIGINT):
        signal.signal(which, lambda *_: sys.exit(0))


def _import_heavy() -> None:
    """Import once in the parent what every child needs (trafilatura alone costs about 190 ms of CPU)."""
    import trafilatura  # noqa: F401

    import service.analysis.analyse  # noqa: F401
