"""Captives: a great number held stays one count, and what becomes of some of them is no new one."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from service.models import Reading
from tests.harness.told import count, rings, told

FAR = {"places": (), "words": ("family", "plea", "release")}


@dataclass(frozen=True)
class Case:
    """Readings in order of arrival and the alerts they raise."""

    name: str
    arrivals: tuple[Reading, ...]
    rings: tuple[str, ...]


CASES = (
    Case(
        "some of the many held, of whatever nation, are no new captives",
        (
            told("a", 0, count(240, kind="captured")),
            told("b", 20, count(12, "Farland", kind="captured"), **FAR),
            told("c", 30, count(2, "Farland", kind="captured", relation="increment"), **FAR),
            told("d", 40, count(17, kind="captured", by="Southland"), **FAR),
        ),
        ("a: first Northland captured nothing → 240",),
    ),
    Case(
        "another abduction in another place is one",
        (
            told("a", 0, count(280, kind="captured"), places=("Kuri",), words=("school", "pupils", "forest")),
            told("b", 40, count(15, kind="captured", places=("Gidan",)), places=("Gidan",), words=("seminary", "night")),
        ),
        ("a: first Northland captured nothing → 280", "b: first Northland captured nothing → 15"),
    ),
    Case(
        "a count put right by who gave it is a correction",
        (
            told("a", 0, count(280, kind="captured", by="police")),
            told("b", 20, count(187, kind="captured", by="police")),
        ),
        ("a: first Northland captured nothing → 280", "b: revised_down Northland captured 280 → 187"),
    ),
    Case(
        "of a few captives each count is news",
        (told("a", 0, count(9, kind="captured")), told("b", 10, count(3, "Southland", kind="captured"))),
        ("a: first Northland captured nothing → 9", "b: first Southland captured nothing → 3"),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_captives_ring_only_here(case: Case) -> None:
    assert rings(case.arrivals) == list(case.rings)
