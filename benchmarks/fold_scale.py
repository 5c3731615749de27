"""What one article costs in a store of a thousand claims and in one of very many, and how long a whole history takes to fold anew.

usage: fold_scale.py [--claims N] [--only sqlite|postgresql]

The history is generated (tests/harness/war.py). An article's cost is its whole transaction: near-copies, article, claims, fold,
ledger, decision, alerts, commit. The floor beside it is the transaction of an article that touches no history. Exits 1 where the
ratio is above 1.5, or where a re-fold takes more than 30 s of CPU for each 100,000 claims.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from sqlalchemy import insert  # noqa: E402

from service.app import App  # noqa: E402 - run from any folder
from service.broker import NoBroker  # noqa: E402
from service.config.load import load_settings  # noqa: E402
from service.folds import rebuild  # noqa: E402
from service.gazetteers import gazetteer_from  # noqa: E402
from service.models import Reading  # noqa: E402
from service.pipeline import take_in  # noqa: E402
from service.ringing import Ringing  # noqa: E402
from service.store import open_store, sqlite_url  # noqa: E402
from service.store.engine import Database  # noqa: E402
from service.store.readings import rows_of  # noqa: E402
from service.store.rows import as_row  # noqa: E402
from service.store.tables import article, claim, copy_link, ledger, reading  # noqa: E402
from tests.harness.war import CONFLICT, article_of, readings, report_of  # noqa: E402

SMALL = 1000
MEASURED = 100  # articles of each kind; the middle one counts
MOST_RATIO = 1.5
SECONDS_A_CLAIM = 30 / 100_000


@contextmanager
def databases(only: str) -> Iterator[dict[str, tuple[str, str]]]:
    """The two stores' addresses on each database, by the database's name."""
    with tempfile.TemporaryDirectory(prefix="fold-scale-") as folder:
        found = {}
        if only != "postgresql":
            found["sqlite"] = (sqlite_url(Path(folder) / "small"), sqlite_url(Path(folder) / "great"))
        if only == "sqlite":
            yield found
            return
        from tests.harness.postgres import PostgresServer

        server = PostgresServer()
        try:
            server.start()
            for database in ("small", "great"):
                server.execute(f"CREATE DATABASE {database}")
            yield found | {"postgresql": (server.url("small"), server.url("great"))}
        finally:
            server.remove()


def fill(url: str, history: Sequence[Reading] | Iterator[Reading]) -> tuple[Reading, int]:
    """Store readings as their articles would have left them, but for the ledger; the last one and how many claims."""
    last, claims = None, 0
    stream, database = iter(history), Database(url)
    while portion := list(islice(stream, 2000)):
        last, claims = portion[-1], claims + sum(len(one.claims) for one in portion)
        with database.writing("fill") as connection:
            connection.execute(
                insert(article), [as_row(article_of(one)) | {"report": report_of(one), "relevant": True} for one in portion]
            )
            links = [pair for one in portion for copy in one.copies for pair in ((one.article, copy), (copy, one.article))]
            if links:
                connection.execute(insert(copy_link), [{"article": one, "other": other} for one, other in links])
            stored, counted, _ = (list(rows) for rows in zip(*(rows_of(one) for one in portion), strict=True))
            connection.execute(insert(reading), stored)
            connection.execute(insert(claim), [row for rows in counted for row in rows])
    with database.writing("fill") as connection:
        connection.execute(insert(ledger), [{"conflict": CONFLICT}])
    database.close()
    if last is None:
        raise ValueError("a history without readings")
    return last, claims


def take(app: App, one: Reading) -> tuple[float, float]:
    """Let an article arrive; seconds by the clock and of this process's CPU that its transaction took."""
    began, cpu = time.perf_counter(), time.process_time()
    with app.store.conflict_work([CONFLICT]) as work:
        work.near_copies("0" * 16, published=one.published, entry=one.entry)
        work.add_article(article_of(one), report_of(one), copies=one.copies)
        take_in(app, work, one, Ringing(app, work, CONFLICT, one.published, True, True, [], []))
    return time.perf_counter() - began, time.process_time() - cpu


def floor(app: App, last: Reading) -> tuple[float, float]:
    """The same of a transaction that stores an article and nothing else, the middle one of many."""
    took = []
    for number in range(MEASURED):
        one = article_of(replace(last, article=f"floor-{number}", entry=f"floor-{number}"))
        began, cpu = time.perf_counter(), time.process_time()
        app.store.add_irrelevant(one, report_of(last), None, one.published)
        took.append((time.perf_counter() - began, time.process_time() - cpu))
    return middle(took)


def middle(took: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The medians of clock and CPU."""
    return statistics.median(clock for clock, _ in took), statistics.median(cpu for _, cpu in took)


def grown(name: str, url: str, claims: int) -> tuple[App, Iterator[Reading], Reading, float]:
    """A store with so many claims, folded anew; what comes next, the last reading, and the re-fold's CPU seconds a claim."""
    store = open_store(url)
    settings = load_settings(ROOT / "config", Path(tempfile.gettempdir()), {})
    app = App(settings, store, gazetteer_from(settings.conflicts), lambda: last.published, _none, NoBroker)
    source = readings(10**9)
    last, made = fill(url, _until(source, claims))
    began, cpu = time.perf_counter(), time.process_time()
    folded = rebuild(store, CONFLICT, lambda _: None)
    took, worked = time.perf_counter() - began, time.process_time() - cpu
    print(f"{name}: {made:,} claims of {folded:,} articles folded anew in {took:.1f} s, {worked:.1f} s of CPU", flush=True)
    return app, source, last, worked / made


def compare(name: str, small: str, great: str, claims: int) -> bool:
    """Let articles arrive in turn in both stores, so that whatever else the machine does weighs on both; whether all is within limits."""
    few, many = grown(name, small, SMALL), grown(name, great, claims)
    ratios = []
    for what, hours in (("newest", 0), ("six hours late", 6)):
        took: tuple[list[tuple[float, float]], list[tuple[float, float]]] = ([], [])
        for _ in range(MEASURED):
            for (app, source, _, _), times in zip((few, many), took, strict=True):
                one = next(source)
                times.append(take(app, replace(one, published=one.published - timedelta(hours=hours))))
        (clock, cpu), (great_clock, great_cpu) = middle(took[0]), middle(took[1])
        ratios.append(great_clock / clock)
        print(
            f"{name}: an article, {what}: {1000 * clock:.1f} ms beside {SMALL:,} claims, {1000 * great_clock:.1f} ms beside {claims:,} "
            f"(CPU {1000 * cpu:.1f} and {1000 * great_cpu:.1f}): ratio {great_clock / clock:.2f}, of CPU {great_cpu / cpu:.2f}, "
            f"at most {MOST_RATIO}",
            flush=True,
        )
    bare, bare_cpu = floor(many[0], many[2])
    print(f"{name}: floor, an article without a history: {1000 * bare:.1f} ms, {1000 * bare_cpu:.1f} of CPU")
    print(f"{name}: a re-fold of 100,000 claims: {100_000 * many[3]:.1f} s of CPU, at most {100_000 * SECONDS_A_CLAIM:.0f}")
    for app in (few[0], many[0]):
        app.store.close()
    return ratios[0] <= MOST_RATIO and many[3] <= SECONDS_A_CLAIM


def _until(source: Iterator[Reading], claims: int) -> Iterator[Reading]:
    while claims > 0:
        one = next(source)
        claims -= len(one.claims)
        yield one


def _none() -> None:
    raise NotImplementedError("nothing is fetched here")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=20_000)
    parser.add_argument("--only", choices=("sqlite", "postgresql"), default="")
    options = parser.parse_args()
    with databases(options.only) as found:
        good = [compare(name, small, great, options.claims) for name, (small, great) in found.items()]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
