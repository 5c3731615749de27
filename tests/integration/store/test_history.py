"""Articles, copies, readings and ledgers, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event

from service.models import Claim, Ledger, Reading, Removed, Story
from service.store import SqlStore
from tests.harness.books import whole
from tests.harness.values import (
    CONFLICT,
    NOW,
    alert,
    article,
    change,
    entry,
    figure,
    later,
    ledger,
    poll,
    reading,
    report,
    statement,
)


def take_in(store: SqlStore, name: str, *, copies: tuple[str, ...] = (), **given: object) -> None:
    with store.conflict_work([CONFLICT]) as work:
        work.add_article(article(name), report(), copies=copies)
        work.add_reading(reading(name, **given))


def readings(store: SqlStore, conflict: str = CONFLICT) -> list[Reading]:
    with store.conflict_work([conflict]) as work:
        return list(work.readings(conflict))


# --- articles ----------------------------------------------------------------------------------------------------


def test_an_article_comes_back_as_it_was(store: SqlStore) -> None:
    full = article(
        fingerprint="0123456789abcdef",
        author="A. Writer",
        removed=(Removed("share-bar", "Share this"),),
        flags=("page_thin",),
        dated=False,
    )
    with store.conflict_work([CONFLICT]) as work:
        assert work.add_article(full, report()) is True
    assert store.find_revision(full.entry) == [full]


def test_the_same_article_again_changes_nothing(store: SqlStore) -> None:
    for expected in (True, False):
        with store.conflict_work([CONFLICT]) as work:
            assert work.add_article(article(), report()) is expected
    assert store.add_irrelevant(article(), report(relevant=False), None, NOW) is False
    assert store.backlog().articles == 1


def test_revisions_come_oldest_first(store: SqlStore) -> None:
    second = article("a2", entry="e", revision=2, published=later(60))
    first = article("a1", entry="e", revision=1)
    other = article("b", entry="other")
    for item in (second, first, other):
        store.add_irrelevant(item, report(), None, NOW)
    assert store.find_revision("e") == [first, second]
    assert store.find_revision("unheard of") == []


def test_an_irrelevant_article_ends_the_work_on_its_entry(store: SqlStore) -> None:
    (id_,) = store.record_poll(poll(entry("a")), NOW)
    (item,) = store.claim([id_], worker="w", now=NOW, lease=60)
    assert store.add_irrelevant(article(), report(relevant=False), id_, NOW, generation=item.generation) is True
    assert store.backlog().done == 1
    assert store.conflicts() == []


COPIES = [
    ("the same fingerprint", "0123456789abcdef", 0, True),
    ("three bits in one band", "7123456789abcdef", 0, True),
    ("three bits in three bands", "1123556799abcdef", 0, True),
    ("eight bits", "f1234567f9abcdee", 0, True),
    ("nine bits", "f1234567f9abcdec", 0, False),
    ("two days apart", "0123456789abcdef", 2 * 86400, True),
    ("three days apart", "0123456789abcdef", -3 * 86400, True),
    ("more than three days apart", "0123456789abcdef", 3 * 86400 + 1, False),
    ("no fingerprint", "", 0, False),
]


@pytest.mark.parametrize(("fingerprint", "seconds", "found"), [case[1:] for case in COPIES], ids=[case[0] for case in COPIES])
def test_copies_are_found_by_fingerprint_and_date(store: SqlStore, fingerprint: str, seconds: float, found: bool) -> None:
    with store.conflict_work([CONFLICT]) as work:
        work.add_article(article("a", fingerprint="0123456789abcdef"), report())
    ids = store.near_copies(fingerprint, published=later(seconds), entry="another entry")
    assert ids == (["a"] if found else [])


def test_a_revision_of_the_same_article_is_no_copy(store: SqlStore) -> None:
    with store.conflict_work([CONFLICT]) as work:
        work.add_article(article("a", fingerprint="0123456789abcdef"), report())
    assert store.near_copies("0123456789abcdef", published=NOW, entry="entry-a") == []


def test_an_irrelevant_article_is_nobodys_copy(store: SqlStore) -> None:
    store.add_irrelevant(article("a", fingerprint="0123456789abcdef"), report(relevant=False), None, NOW)
    assert store.near_copies("0123456789abcdef", published=NOW, entry="another entry") == []


def test_copies_are_found_inside_the_work_on_a_conflict(store: SqlStore) -> None:
    with store.conflict_work([CONFLICT]) as work:
        work.add_article(article("a", fingerprint="0123456789abcdef"), report())
        assert work.near_copies("0123456789abcdef", published=NOW, entry="e") == ["a"]


# --- readings ----------------------------------------------------------------------------------------------------


def test_readings_come_oldest_first_whatever_the_order_of_arrival(store: SqlStore) -> None:
    take_in(store, "c", published=later(1))
    take_in(store, "b", published=later(0.000001))
    take_in(store, "Z", published=later(0.000001))
    take_in(store, "a", published=NOW - timedelta(days=900))
    expected = [
        reading("a", published=NOW - timedelta(days=900)),
        reading("Z", published=later(0.000001)),
        reading("b", published=later(0.000001)),
        reading("c", published=later(1)),
    ]
    assert readings(store) == expected


def test_copies_know_of_each_other(store: SqlStore) -> None:
    take_in(store, "a")
    take_in(store, "b", copies=("a", "b", "never stored"))
    take_in(store, "c", copies=("a",))
    assert {item.article: item.copies for item in readings(store)} == {"a": ("b", "c"), "b": ("a",), "c": ("a",)}


def test_a_copy_that_says_nothing_of_the_conflict_is_left_out(store: SqlStore) -> None:
    store.add_irrelevant(article("x"), report(), None, NOW)
    take_in(store, "a", copies=("x",))
    assert readings(store) == [reading("a")]


def test_the_same_reading_again_changes_nothing(store: SqlStore) -> None:
    take_in(store, "a")
    take_in(store, "a")
    assert readings(store) == [reading("a")]
    assert store.backlog().claims == 1


def test_a_new_analysis_of_an_article_takes_the_place_of_the_former(store: SqlStore) -> None:
    take_in(store, "a")
    claims = tuple(Claim(f"v2-{n}", "a", figure(low=n, high=n)) for n in range(3))
    take_in(store, "a", claims=claims)
    assert readings(store) == [reading("a", claims=claims)]
    assert store.backlog().claims == 3


def test_each_conflict_has_its_own_readings_of_an_article(store: SqlStore) -> None:
    with store.conflict_work([CONFLICT, "east-west"]) as work:
        work.add_article(article("a"), report())
        work.add_reading(reading("a"))
        work.add_reading(reading("a", conflict="east-west"))
    assert readings(store) == [reading("a")]
    assert readings(store, "east-west") == [reading("a", conflict="east-west")]


def test_figures_without_a_number_and_statements_with_an_accuser_survive(store: SqlStore) -> None:
    vague = figure(
        low=None,
        high=None,
        vague="dozens",
        since="2022-02-24",
        places=("Border", "River"),
        reasons=("one", "two"),
        confidence=0.5,
    )
    breach = statement(status="violated", accuser="North", accused="South", starts="at midnight", ends=None)
    said = reading(
        "a", claims=(Claim("c", "a", vague),), ceasefire=(replace(reading().ceasefire[0], statement=breach, now=False),)
    )
    with store.conflict_work([CONFLICT]) as work:
        work.add_article(article("a"), report())
        work.add_reading(said)
        assert work.readings(CONFLICT) == [said]


def test_a_number_larger_than_any_database_counts_is_kept(store: SqlStore) -> None:
    endless = reading(
        "a", claims=(Claim("c", "a", figure(low=10**40, high=10**40)), Claim("d", "a", figure(low=-(2**70), high=None)))
    )
    with store.conflict_work([CONFLICT]) as work:
        work.add_article(article("a"), report())
        work.add_reading(endless)
    assert readings(store) == [endless]
    assert store.backlog().claims == 2


def test_an_archives_own_id_may_be_of_any_length(store: SqlStore) -> None:
    odd = article("a", ref="".join(f"{n:x}" for n in range(30_000)), url="https://news.example/" + "x" * 100_000)
    store.add_irrelevant(odd, report(), None, NOW)
    assert store.find_revision(odd.entry) == [odd]


# --- transactions ------------------------------------------------------------------------------------------------


def test_an_exception_leaves_nothing_behind(store: SqlStore) -> None:
    def fail_half_way() -> None:
        with store.conflict_work([CONFLICT]) as work:
            work.add_article(article(), report())
            work.add_reading(reading())
            work.save(whole(ledger(change())), None)
            work.add_alert(alert(), destinations=["desk"], available_at=NOW)
            raise KeyError("a bug")

    with pytest.raises(KeyError):
        fail_half_way()
    assert store.backlog().articles == 0
    assert store.conflicts() == []
    assert store.alerts(quiet=True) == []
    assert readings(store) == []


def test_the_entry_is_finished_in_the_same_transaction(store: SqlStore) -> None:
    (id_,) = store.record_poll(poll(entry("a")), NOW)
    (item,) = store.claim([id_], worker="w", now=NOW, lease=60)
    store.record_poll(poll(entry("a", title="Edited")), later(1))
    with store.conflict_work([CONFLICT]) as work:
        work.add_article(article(), report())
        work.finish_entry(id_, later(2), generation=item.generation)
    assert store.backlog().pending == 1, "the edit is due"
    (item,) = store.claim([id_], worker="w", now=later(2), lease=60)
    with store.conflict_work([CONFLICT]) as work:
        work.finish_entry(id_, later(3), generation=item.generation)
    assert store.backlog().done == 1


# --- ledgers -----------------------------------------------------------------------------------------------------


def test_a_ledger_comes_back_as_it_was_and_lists_its_conflict(store: SqlStore) -> None:
    truce = change(
        "c2", series=None, before=None, after=None, change="status", status_after="agreed", parties=("North", "South")
    )
    kept = ledger(change("c9"), truce, change("c1", at=later(5)))
    with store.conflict_work([CONFLICT]) as work:
        work.save(whole(kept), None)
    assert store.ledger(CONFLICT) == kept
    assert store.conflicts() == [CONFLICT]


def test_a_conflict_without_a_ledger_has_an_empty_one(store: SqlStore) -> None:
    assert store.ledger("unheard of") == Ledger("unheard of")


def test_a_saved_ledger_takes_the_place_of_the_former(store: SqlStore) -> None:
    former = ledger(*(change(f"c{n}", at=later(n)) for n in range(5)))
    newer = ledger(
        change("late arrival", at=later(-1)),
        *former.changes[:2],
        replace(former.changes[3], note="seen otherwise"),
        tolls=(),
        ceasefire=(),
    )
    for saved in (former, newer, Ledger(CONFLICT), former):
        with store.conflict_work([CONFLICT]) as work:
            work.save(whole(saved), None)
        assert store.ledger(CONFLICT) == saved


def test_changes_come_oldest_first(store: SqlStore) -> None:
    with store.conflict_work([CONFLICT]) as work:
        work.save(whole(ledger(change("c3", at=later(3)), change("c1", at=later(1)), change("c2", at=later(1)))), None)
    assert [one.id for one in store.ledger(CONFLICT).changes] == ["c1", "c2", "c3"]


def test_saving_a_ledger_writes_only_the_rows_that_differ(store: SqlStore) -> None:
    stories = tuple(Story(f"s{n:02}", CONFLICT, "Fighting", NOW, NOW, ("a",)) for n in range(50))
    many = ledger(*(change(f"c{n}", at=later(n)) for n in range(200)), stories=stories)
    with store.conflict_work([CONFLICT]) as work:
        work.save(whole(many), None)
    written: list[tuple[str, int]] = []

    def note(
        _connection: object, _cursor: object, statement: str, parameters: object, _context: object, executemany: bool
    ) -> None:
        if not statement.lstrip().startswith(("SELECT", "BEGIN")) and "INTO ledger" not in statement:
            written.append((statement.split()[2], len(parameters) if executemany else 1))  # type: ignore[arg-type]

    event.listen(store._database.engine, "before_cursor_execute", note)
    more = replace(
        many,
        changes=(*many.changes, change("c-new", at=later(500))),
        stories=(*stories[:-1], replace(stories[-1], title="War")),
    )
    for saved in (many, more):
        with store.conflict_work([CONFLICT]) as work:
            work.save(whole(saved), None)
    assert sorted(written) == [("change", 1), ("story", 1)]
    assert store.ledger(CONFLICT) == more
