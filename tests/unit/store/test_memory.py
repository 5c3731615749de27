"""How much of the conflicts a process remembers."""

from __future__ import annotations

from service.store.memory import ConflictMemory, Memory
from tests.harness.values import reading


def of(count: int) -> ConflictMemory:
    return ConflictMemory(readings={f"a{n}": reading(f"a{n}") for n in range(count)})


def test_what_was_taken_is_gone_until_it_is_kept() -> None:
    memory = Memory()
    memory.keep("north-south", of(1))
    taken = memory.take("north-south")
    assert len(taken.readings) == 1
    assert memory.take("north-south").readings == {}
    memory.keep("north-south", taken)
    assert memory.take("north-south") is taken


def test_the_least_recently_used_conflict_is_forgotten_first() -> None:
    memory = Memory(most_readings=10)
    for conflict in ("a", "b", "c"):
        memory.keep(conflict, of(3))
    memory.keep("a", memory.take("a"))
    memory.keep("d", of(3))
    assert {name: len(memory.take(name).readings) for name in "abcd"} == {"a": 3, "b": 0, "c": 3, "d": 3}


def test_a_conflict_larger_than_the_memory_is_not_remembered() -> None:
    memory = Memory(most_readings=10)
    memory.keep("a", of(11))
    assert memory.take("a").readings == {}
