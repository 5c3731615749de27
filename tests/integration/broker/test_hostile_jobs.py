"""Whoever can write to Redis must not be able to run code: every hostile job is refused, and the worker lives on."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import redis
import rq
from rq.serializers import JSONSerializer

from service import embedded
from service.broker import JOB, QUEUE, connect
from workers import safe


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[redis.Redis]:
    server = embedded.start(tmp_path)
    client = connect(embedded.socket_url(tmp_path), blocking=True)
    yield client
    client.close()
    server.stop()


def _push(connection: redis.Redis, data: bytes, **fields: str) -> str:
    """A job as somebody with access to Redis would write it, without rq's help."""
    name = "hostile"
    now = "2026-01-01T00:00:00.000000Z"
    connection.hset(
        f"rq:job:{name}",
        mapping={
            "status": "queued",
            "origin": QUEUE,
            "description": "x",
            "created_at": now,
            "enqueued_at": now,
            "timeout": "10",
            "data": data,
            **fields,
        },
    )
    connection.sadd("rq:queues", f"rq:queue:{QUEUE}")
    connection.rpush(f"rq:queue:{QUEUE}", name)
    return name


def _payload(function: str, instance: Any = None, *args: Any) -> bytes:
    return zlib.compress(json.dumps([function, instance, list(args), {}]).encode())


def _work(connection: redis.Redis) -> None:
    queue = rq.Queue(QUEUE, connection=connection, job_class=safe.SafeJob, serializer=JSONSerializer)
    worker = safe.SafeWorker([queue], connection=connection, job_class=safe.SafeJob, serializer=JSONSerializer)
    worker.work(burst=True, logging_level="CRITICAL")


def test_a_job_that_names_another_function_does_not_run(connection: redis.Redis, tmp_path: Path) -> None:
    target = tmp_path / "proof"
    _push(connection, _payload("os.mkdir", None, str(target)))
    _work(connection)
    assert not target.exists()


def test_a_job_on_an_instance_does_not_run(connection: redis.Redis, tmp_path: Path) -> None:
    target = tmp_path / "proof"
    _push(connection, _payload(JOB, str(target), []))
    _work(connection)
    assert not target.exists()


TRAP = "tests.integration.broker.traps.spring"


@pytest.mark.parametrize("callback", ["success_callback_name", "failure_callback_name"])
def test_a_callback_does_not_run(
    connection: redis.Redis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, callback: str
) -> None:
    mark = tmp_path / "mark"
    monkeypatch.setenv("TRAP_MARK", str(mark))
    _push(connection, _payload("os.mkdir", None, str(tmp_path / "made")), **{callback: TRAP})
    _work(connection)
    assert not mark.exists()


def test_the_trap_of_the_callback_test_springs_on_a_plain_worker(
    connection: redis.Redis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: a plain worker runs whatever callback Redis names."""
    mark = tmp_path / "mark"
    monkeypatch.setenv("TRAP_MARK", str(mark))
    _push(connection, _payload("os.mkdir", None, str(tmp_path / "made")), success_callback_name=TRAP)
    queue = rq.Queue(QUEUE, connection=connection, serializer=JSONSerializer)
    rq.Worker([queue], connection=connection, serializer=JSONSerializer).work(burst=True, logging_level="CRITICAL")
    assert mark.exists()


def test_a_pickle_is_not_loaded(connection: redis.Redis, tmp_path: Path) -> None:
    import pickle

    class Bomb:
        def __reduce__(self) -> tuple[Any, ...]:
            return Path.touch, (tmp_path / "proof",)

    _push(connection, zlib.compress(pickle.dumps(Bomb())))
    _work(connection)
    assert not (tmp_path / "proof").exists()


def test_the_hostile_jobs_of_these_tests_would_run_on_a_plain_worker(connection: redis.Redis, tmp_path: Path) -> None:
    """The control: without the doors shut the first job of this file does its harm."""
    target = tmp_path / "proof"
    _push(connection, _payload("os.mkdir", None, str(target)))
    queue = rq.Queue(QUEUE, connection=connection, serializer=JSONSerializer)
    rq.Worker([queue], connection=connection, serializer=JSONSerializer).work(burst=True, logging_level="CRITICAL")
    assert target.exists()
