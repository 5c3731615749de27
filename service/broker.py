"""The queue of hints on rq: jobs carry entry ids as JSON and name one allowed function, nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import redis
import rq
from redis.backoff import NoBackoff
from redis.retry import Retry
from rq.serializers import JSONSerializer

from service.errors import BrokerError

QUEUE = "entries"
JOB = "workers.jobs.process_entries"  # by name: the service never imports the workers

_TIMEOUT = 5.0  # seconds; rows in SQL wait, so a slow broker must not hold up polling


def connect(url: str, *, blocking: bool = False) -> redis.Redis:
    """A client for a ``redis://``, ``rediss://`` or ``unix://`` URL; a ``blocking`` one waits on the queue without a read limit."""
    limits: dict[str, Any] = {} if blocking else {"socket_timeout": _TIMEOUT, "retry": Retry(NoBackoff(), 0)}
    try:
        return redis.Redis.from_url(url, socket_connect_timeout=_TIMEOUT, **limits)
    except ValueError as error:
        raise BrokerError("REDIS_URL is not a redis://, rediss:// or unix:// URL") from error


class RqBroker:
    """Hints through one rq queue; every redis error becomes a BrokerError that names no password."""

    def __init__(self, url: str, *, job_timeout: int) -> None:
        self._redis = connect(url)
        self._job_timeout = job_timeout
        self._queue = rq.Queue(QUEUE, connection=self._redis, serializer=JSONSerializer, default_timeout=job_timeout)

    def hint(self, batches: Sequence[Sequence[int]]) -> None:
        jobs = [
            rq.Queue.prepare_data(JOB, args=(list(batch),), timeout=self._job_timeout, result_ttl=0, failure_ttl=3600)
            for batch in batches
            if batch
        ]
        if not jobs:
            return
        try:
            self._queue.enqueue_many(jobs)
        except redis.RedisError as error:
            raise BrokerError(f"the broker took no hints ({type(error).__name__}); the entries wait in the database") from error

    def waiting(self) -> int:
        try:
            return int(self._queue.count)
        except redis.RedisError as error:
            raise BrokerError(
                f"the broker does not answer ({type(error).__name__}); check that Redis runs and that REDIS_URL names it, "
                "or without REDIS_URL that `run` or `poll` is at work in this data folder"
            ) from error

    def reset(self) -> None:
        try:
            for key in self._redis.scan_iter("rq:*", count=500):
                self._redis.delete(key)
        except redis.RedisError as error:
            raise BrokerError(f"the broker could not be emptied ({type(error).__name__})") from error

    def close(self) -> None:
        self._redis.close()


class NoBroker:
    """For work that needs no queue (replay, backfill, analyse): hints go nowhere because the caller does the work itself."""

    def hint(self, batches: Sequence[Sequence[int]]) -> None:
        """Nothing to do."""

    def waiting(self) -> int:
        return 0

    def reset(self) -> None:
        """Nothing to do."""

    def close(self) -> None:
        """Nothing to do."""
