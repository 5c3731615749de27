"""What tests run in processes of their own against one database: ``python -m tests.harness.storing ROLE URL [ARGUMENT]``.

Each role prints what it got hold of, one item a line, for the test to compare.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable

from service.history.statements import canonical
from service.store import SqlStore, open_store
from tests.harness.arriving import WAR, arrive
from tests.harness.books import whole
from tests.harness.values import CONFLICT, NOW, alert, article, entry, later, ledger, poll, reading, report
from tests.harness.war import readings


def say(*words: object) -> None:
    """One line at once, in one write: several processes share the pipe."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def opens(store: SqlStore, _argument: str) -> None:
    store.check()
    say("current")


def claims(store: SqlStore, name: str) -> None:
    """Claim rows in small overlapping batches until all are done."""
    ids = [row.id for row in store.overdue(NOW, hinted_before=NOW, limit=10_000)]
    for start in [*range(0, len(ids), 3), *range(0, len(ids), 7)]:
        for item in store.claim(ids[start : start + 10], worker=name, now=NOW, lease=60):
            say(item.id)
            store.begin(item.id)
            store.finish(item.id, NOW, generation=item.generation)


def folds(store: SqlStore, name: str) -> None:
    """Read, decide and write: each article's revision is the number of readings before it."""
    for number in range(15):
        with store.conflict_work([CONFLICT, f"conflict-of-{name}"]) as work:
            count = len(work.readings(CONFLICT))
            work.add_article(article(f"{name}-{number}"), report())
            work.add_reading(reading(f"{name}-{number}", revision=count, claims=(), ceasefire=()))
        say(count)


def arrives(store: SqlStore, argument: str) -> None:
    """Take every so-many-eth of a generated war's articles in, shuffled, each as the pipeline does; ``argument`` is "which of how many"."""
    which, of = map(int, argument.split(" of "))
    both_ways = canonical(list(readings(WAR)))  # who comes second finds the copy that came first
    mine = list(both_ways[which::of])
    random.Random(which).shuffle(mine)
    for one in mine:
        arrive(store, one)
        say(one.article)


def delivers(store: SqlStore, _name: str) -> None:
    """Take a few deliveries at a time, print them as sent, then mark them."""
    for _ in range(400):
        found = store.due_deliveries(NOW, limit=3, lease=60)
        for delivery in found:
            say(delivery.alert.conflict, delivery.destination, delivery.alert.id)
        store.delivered([delivery.id for delivery in found], NOW)
        if store.backlog().deliveries_pending == 0:
            return


def polls(store: SqlStore, name: str) -> None:
    """Two pollers see the same growing feed."""
    for number in range(20):
        for id_ in store.record_poll(poll(*(entry(f"item-{n}") for n in range(number + 1))), NOW):
            say(id_)


def dies_in_the_middle(store: SqlStore, _argument: str) -> None:
    """Write everything that an article's transaction writes, say so, and never commit."""
    with store.conflict_work([CONFLICT]) as work:
        work.add_article(article("lost"), report())
        work.add_reading(reading("lost"))
        work.save(whole(ledger()), None)
        work.add_alert(alert("lost"), destinations=["desk"], available_at=NOW)
        work.finish_entry(1, NOW)
        say("written")
        time.sleep(120)


def dies_with_a_claim(store: SqlStore, name: str) -> None:
    (item,) = store.claim([1], worker=name, now=NOW, lease=60)
    store.begin(item.id)
    say("claimed")
    time.sleep(120)


def forks(store: SqlStore, _argument: str) -> None:
    """A work-horse uses its parent's store over a connection of its own, and ends without the parent noticing."""
    parents = _connection_of(store)
    child = os.fork()
    if child == 0:
        store.record_poll(poll(entry("from the child")), NOW)
        own = _connection_of(store) is not parents
        store.close()
        os._exit(0 if own else 3)
    say("child ended with", os.waitpid(child, 0)[1])
    store.record_poll(poll(entry("from the parent")), later(1))
    say("entries", store.backlog().pending)


def _connection_of(store: SqlStore) -> object:
    with store._database.reading("look at the connection") as connection:
        return connection.connection.dbapi_connection


ROLES: dict[str, Callable[[SqlStore, str], None]] = {
    role.__name__: role
    for role in (opens, claims, folds, arrives, delivers, polls, dies_in_the_middle, dies_with_a_claim, forks)
}


def main() -> None:
    role, url, argument = sys.argv[1:4]
    if role == "opens":  # all at the same moment
        import alembic.command  # noqa: F401 - what takes long comes before the start

        say("ready")
        sys.stdin.readline()
    store = open_store(url)
    ROLES[role](store, argument)
    store.close()


if __name__ == "__main__":
    main()
