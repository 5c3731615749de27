"""Loopback servers and a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.harness.wire import Clock, Wire


@pytest.fixture
def wire() -> Iterator[Wire]:
    """One loopback server."""
    server = Wire()
    yield server
    server.close()


@pytest.fixture
def second_wire() -> Iterator[Wire]:
    """Another one."""
    server = Wire()
    yield server
    server.close()


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still until told."""
    return Clock()
