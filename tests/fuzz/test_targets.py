"""Mutated input at every door, a little in each test run; `make fuzz` does it for long. What is found becomes a test of its own."""

from __future__ import annotations

import os
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, Target

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "150"))
ODD = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"<", b">", b"&", b"]]>", b"<!--", b"<![CDATA[", b"&#x0001;", b"&#xD800;", b"'", b'"',
    b"\\", b"{", b"}", b"[", b"]", b"\r\n", b"\n\n", b"\t", b" " * 50, b"9" * 50, b"-1", b"1e999", b"\xe2\x80\xae", b"\xe2\x80\x8b",
    b"\xe2\x80\x9c", b"\xd9\xa3", b"killed ", b"12 ", b"since ", b"truce ", b"killing 12 and wounding ", b"Russia ",
    b"Tue, 13 Sep 2099 ", b"0000-00-00", b"xmlns:a='b'",
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn, target: Target) -> bytes:
    """One of the target's seeds, or random bytes, with a few pieces put in, taken out, doubled or changed."""
    data = bytearray(draw(st.sampled_from((*target.seeds, b"")) | st.binary(max_size=300)))
    chance = random.Random(draw(st.integers(0, 2**32)))
    for _ in range(draw(st.integers(0, 8))):
        at, size = chance.randint(0, len(data)), chance.randint(0, 40)
        match chance.randint(0, 3):
            case 0:
                data[at:at] = chance.choice(ODD) * chance.choice((1, 1, 3, 200))
            case 1:
                del data[at : at + size]
            case 2:
                data[at:at] = data[at : at + size] * chance.choice((1, 2, 50))
            case _:
                data[at : at + 1] = bytes([chance.randint(0, 255)])
    return bytes(data[:200_000])


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
@pytest.mark.timeout(0 if EXAMPLES > 1000 else 120)
def test_no_input_comes_through_a_door_as_anything_but_its_own_error(target: Target) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(mutated(target))
    def knock(data: bytes) -> None:
        target.knock(data)

    knock()
