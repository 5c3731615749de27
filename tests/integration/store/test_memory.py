"""What a process remembers of a conflict is never older than the database; on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from service.models import Claim, Ledger, Reading
from service.store import SqlStore, open_store
from tests.harness.books import whole
from tests.harness.values import CONFLICT, NOW, alert, article, change, figure, later, ledger, reading, report


@pytest.fixture
def pair(store_url: str) -> Iterator[tuple[SqlStore, SqlStore]]:
    """Two stores on one database: what two processes have."""
    one, other = open_store(store_url), open_store(store_url)
    yield one, other
    one.close()
    other.close()


def take_in(store: SqlStore, name: str, *, copies: tuple[str, ...] = (), **given: object) -> list[Reading]:
    with store.conflict_work([CONFLICT]) as work:
        work.add_article(article(name), report(), copies=copies)
        work.add_reading(reading(name, **given))
        return list(work.readings(CONFLICT))


def test_two_processes_see_each_others_readings(pair: tuple[SqlStore, SqlStore]) -> None:
    for number in range(6):
        found = take_in(pair[number % 2], f"a{number}", published=later(-number))
        assert [item.article for item in found] == [f"a{n}" for n in range(number, -1, -1)]


def test_another_analysis_by_another_process_takes_the_place_of_the_remembered(pair: tuple[SqlStore, SqlStore]) -> None:
    one, other = pair
    take_in(one, "a")
    newer = (Claim("v2", "a", figure(low=7, high=7)),)
    take_in(other, "a", claims=newer)
    with one.conflict_work([CONFLICT]) as work:
        assert work.readings(CONFLICT) == [reading("a", claims=newer)]


def test_a_link_to_a_remembered_reading_is_seen(pair: tuple[SqlStore, SqlStore]) -> None:
    one, other = pair
    take_in(one, "a")
    take_in(other, "b", copies=("a",))
    with one.conflict_work([CONFLICT]) as work:
        assert [item.copies for item in work.readings(CONFLICT)] == [("b",), ("a",)]


def test_two_processes_see_each_others_announcements(pair: tuple[SqlStore, SqlStore]) -> None:
    for number in range(4):
        with pair[number % 2].conflict_work([CONFLICT]) as work:
            work.add_alert(alert(f"alert-{number}"), destinations=["desk"], available_at=NOW)
            assert [one.id for one in work.announced(CONFLICT)] == [f"change-of-alert-{n}" for n in range(number + 1)]


def test_what_rang_lately_is_of_every_conflict_the_newest_first_and_without_the_quiet(store: SqlStore) -> None:
    with store.conflict_work([CONFLICT]) as work:
        for name, conflict, quiet in (
            ("a", CONFLICT, ""),
            ("b", "elsewhere", ""),
            ("c", "elsewhere", "muted"),
            ("d", CONFLICT, ""),
        ):
            work.add_alert(replace(alert(name), conflict=conflict), destinations=["desk"], available_at=NOW, quiet=quiet)
        assert [one.id for one in work.rang_lately(9)] == ["d", "b", "a"]
        assert [one.id for one in work.rang_lately(2)] == ["d", "b"]


def test_a_ledger_that_another_process_changed_is_made_right(pair: tuple[SqlStore, SqlStore]) -> None:
    first = ledger(change("c1"))
    second = ledger(change("c1"), change("c2"))
    third = ledger(change("c1", note="seen otherwise"), change("c3"))
    for number, wanted in enumerate((first, first, second, first, third, Ledger(CONFLICT), second)):
        with pair[number % 2].conflict_work([CONFLICT]) as work:
            work.save(whole(wanted), None)
        assert pair[0].ledger(CONFLICT) == wanted


def test_what_was_rolled_back_is_not_remembered(store: SqlStore) -> None:
    take_in(store, "a")
    with store.conflict_work([CONFLICT]) as work:
        work.save(whole(ledger(change("c1"))), None)

    def fail() -> None:
        with store.conflict_work([CONFLICT]) as work:
            work.add_article(article("lost"), report())
            work.add_reading(reading("lost"))
            work.add_alert(alert("lost"), destinations=["desk"], available_at=NOW)
            work.save(whole(ledger(change("lost"))), None)
            assert len(work.readings(CONFLICT)) == 2
            assert len(work.announced(CONFLICT)) == 1
            raise KeyError("a bug")

    with pytest.raises(KeyError):
        fail()
    with store.conflict_work([CONFLICT]) as work:
        assert work.readings(CONFLICT) == [reading("a")]
        assert work.announced(CONFLICT) == []
        work.save(whole(ledger(change("lost"))), None)
    assert store.ledger(CONFLICT) == ledger(change("lost"))


def test_a_conflict_that_is_not_locked_is_read_from_the_database(pair: tuple[SqlStore, SqlStore]) -> None:
    one, other = pair
    take_in(one, "a")
    with one.conflict_work(["east-west"]) as work:
        assert work.readings(CONFLICT) == [reading("a")]
    take_in(other, "b")
    with one.conflict_work(["east-west"]) as work:
        assert [item.article for item in work.readings(CONFLICT)] == ["a", "b"]


def test_what_was_handed_out_is_not_changed_by_what_comes(store: SqlStore) -> None:
    take_in(store, "a")
    with store.conflict_work([CONFLICT]) as work:
        before = work.readings(CONFLICT)
        work.add_article(article("b"), report(), copies=("a",))
        work.add_reading(reading("b"))
        after = work.readings(CONFLICT)
    assert list(before) == [reading("a")]
    assert list(after) == [replace(reading("a"), copies=("b",)), replace(reading("b"), copies=("a",))]
