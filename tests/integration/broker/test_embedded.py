"""The private Valkey: it starts, answers, survives a kill with its content, and leaves no orphan."""

from __future__ import annotations

from pathlib import Path

import pytest

from service import embedded
from service.broker import RqBroker
from service.errors import BrokerError


@pytest.fixture
def broker_dir(tmp_path: Path) -> Path:
    return tmp_path


def _broker(folder: Path) -> RqBroker:
    return RqBroker(embedded.socket_url(folder), job_timeout=10)


def test_hints_survive_a_killed_broker(broker_dir: Path) -> None:
    server = embedded.start(broker_dir)
    broker = _broker(broker_dir)
    broker.hint([[1, 2], [3]])
    client = broker._redis
    client.execute_command("WAITAOF", 1, 0, 2000)
    server.terminate()
    assert not embedded.answers(broker_dir)
    again = embedded.start(broker_dir)
    try:
        assert broker.waiting() == 2
    finally:
        broker.close()
        again.stop()


def test_a_broker_that_is_away_is_a_broker_error_that_says_nothing_is_lost(broker_dir: Path) -> None:
    broker = _broker(broker_dir)
    with pytest.raises(BrokerError, match="wait in the database"):
        broker.hint([[1]])
    with pytest.raises(BrokerError, match="check that Redis runs and that REDIS_URL names it"):
        broker.waiting()
    broker.close()


def test_the_error_of_a_broker_with_a_password_does_not_tell_it() -> None:
    broker = RqBroker("redis://:planted-secret@127.0.0.1:1/0", job_timeout=10)
    with pytest.raises(BrokerError) as caught:
        broker.hint([[1]])
    assert "planted-secret" not in str(caught.value)
    broker.close()


def test_an_orphan_is_ended_before_a_new_broker_starts(broker_dir: Path) -> None:
    orphan = embedded.start(broker_dir)
    embedded.stop_orphan(broker_dir)
    assert not embedded.answers(broker_dir)
    orphan.stop()


@pytest.mark.parametrize("name", ["with blank", "d" * 120, "quote'd"])
def test_a_folder_that_a_socket_cannot_live_in_gets_one_elsewhere(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    server = embedded.start(folder)
    try:
        assert embedded.answers(folder)
        assert folder not in embedded.socket_path(folder).parents
    finally:
        server.stop()


def test_reset_drops_everything_queued(broker_dir: Path) -> None:
    server = embedded.start(broker_dir)
    broker = _broker(broker_dir)
    try:
        broker.hint([[n] for n in range(30)])
        broker.reset()
        assert broker.waiting() == 0
    finally:
        broker.close()
        server.stop()
