"""A plan of faults holds what it promises before anything is started."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.faults.faults import KILLS, TROUBLES
from tests.faults.items import items
from tests.faults.roles import kill
from tests.faults.run import Plan, portions
from tests.faults.world import FEEDS

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_a_plan_has_every_fault_of_its_database_alone_and_as_many_kills_as_it_says(database: str) -> None:
    plan = Plan(database, items=2000, kills=40)
    every = {fault.name for fault in (*KILLS, *TROUBLES) if fault.only in ("", database)}
    assert {fault.name for fault in plan.single()} == every
    assert sum(fault.kills for fault in (*plan.single(), *plan.crowded())) == 40
    assert plan.single() == Plan(database, items=2000, kills=40, second_seed=99).single()
    assert plan.crowded() != Plan(database, items=2000, kills=40, second_seed=99).crowded()


@pytest.mark.parametrize("count", [600, 2000])
def test_each_portion_has_something_that_rings_and_something_quiet_and_all_are_dealt(count: int) -> None:
    _, all_items = items(count, feeds=FEEDS)
    dealt = portions(all_items, 75)
    assert Counter(item.id for portion in dealt for item in portion) == Counter(item.id for item in all_items)
    for portion in dealt:
        assert {"quiet", "single"} <= {item.kind for item in portion}


def test_every_labelled_point_of_the_code_is_in_the_plan() -> None:
    code = "\n".join(path.read_text() for path in (ROOT / "service").rglob("*.py"))
    labels = set(re.findall(r'crash_point\("([a-z-]+)"\)', code))
    assert len(labels) >= 3
    assert labels <= {fault.name.removeprefix("crash at ") for fault in KILLS}


def test_a_role_that_is_not_there_is_nobody_to_kill() -> None:
    assert not kill(0)
