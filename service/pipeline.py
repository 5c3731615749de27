"""The only sequences of I/O: poll_feed, process_entries, process_article.

    poll_feed         due feed -> fetch (conditional) -> feeds.outcome_of -> store.record_poll -> broker.hint
    process_entries   claim -> fetch page -> articles.extract -> process_article -> done | later | dead
    process_article   analyse -> [transaction, conflicts locked: claims -> fold -> changes -> alerts + deliveries]

Decisions are made by pure functions of the rooms; here they are only put in order. No broad except: what is not named here is a
bug, ends the job, and comes back through the reconciler until its tries are used up and it is shown as dead.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from service.alerts.compose import compose
from service.alerts.decide import Known, decide
from service.analysis.analyse import analyse
from service.app import App, Broker
from service.articles.build import article_from_entry, entry_id, stands
from service.articles.extract import Extracted, extract
from service.errors import BrokerError, FetchError, StoreError
from service.feeds.poll import outcome_of
from service.folds import fold_in
from service.history.readings import readings_of, withdrawn, within_bounds
from service.injected import crash_point
from service.models import Alert, Article, Reading, Report
from service.ports import ConflictWork, FeedState, Fetched, Fetcher, FetchRequest, WorkItem
from service.ringing import Ringing

log = structlog.get_logger()

_PAGE_TRIES = 3  # a page that cannot be had for a moment is worth two more tries before the feed's own words must do
_PAGE_BACKOFF = 30.0  # seconds, doubled
_MOST_WAITING = 1000  # jobs in the queue beyond which nothing is hinted again, or a queue without workers would grow for ever


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one article led to: ``alerts`` are those that go out, ``quiet`` those recorded only, each with its reason."""

    article: Article
    report: Report
    new: bool
    alerts: tuple[Alert, ...] = ()
    quiet: tuple[tuple[Alert, str], ...] = ()


# --- polling -----------------------------------------------------------------------------------------------------


async def poll_feed(app: App, fetcher: Fetcher, broker: Broker, state: FeedState) -> int:
    """Ask one feed for news and store what it answers; returns how many entries are new or edited."""
    request = FetchRequest(state.feed.url, "feed", etag=state.etag, last_modified=state.last_modified)
    answer: Fetched | FetchError
    try:
        answer = await fetcher.get(request)
    except FetchError as error:
        answer = error
    crash_point("feed-fetched")
    now = app.clock()
    outcome = await asyncio.to_thread(
        outcome_of,
        state,
        answer,
        now=now,
        settings=app.settings.poll,
        chance=random.random(),  # noqa: S311 - jitter, no secret
    )
    oldest_first = sorted(outcome.entries, key=lambda entry: entry.published)  # so that changes ring in the order they happened
    outcome = replace(outcome, entries=tuple(oldest_first))
    ids = await asyncio.to_thread(app.store.record_poll, outcome, now)
    for problem in outcome.problems:
        log.warning("feed has a problem", feed=state.feed.url, problem=problem)
    if outcome.state.last_error:
        log.warning("feed failed", feed=state.feed.url, error=outcome.state.last_error, failures=outcome.state.failures)
    elif ids:
        log.info("feed has news", feed=state.feed.url, entries=len(ids))
    await asyncio.to_thread(hint, app, broker, ids)
    return len(ids)


def hint(app: App, broker: Broker, ids: Sequence[int], alone: Sequence[int] = ()) -> None:
    """Put ids on the queue in batches, those of ``alone`` one by one; where the broker is away the reconciler does it later."""
    size = app.settings.work.batch
    batches = [ids[i : i + size] for i in range(0, len(ids), size)] + [[entry] for entry in alone]
    if not batches:
        return
    try:
        broker.hint(batches)
    except BrokerError as error:
        log.warning("broker away, entries wait in the database", entries=len(ids) + len(alone), error=str(error))
    else:
        crash_point("entries-hinted")
        app.store.mark_hinted([*ids, *alone], app.clock())


def reconcile(app: App, broker: Broker, *, patience: float | None = None) -> int:
    """Re-hint what is overdue and give up what used all its tries; returns how many rows were hinted.

    ``patience`` in seconds is how long a hint may go unanswered; by default short while the queue is empty (whatever was hinted has
    been popped or lost) and as long as a lease while jobs wait.
    """
    work = app.settings.work
    now = app.clock()
    try:
        waiting = broker.waiting()
    except BrokerError:
        return 0
    if waiting >= _MOST_WAITING:
        return 0  # enough for any number of workers; what they have not been told of is told when they get there
    lost = waiting == 0
    if patience is None:
        patience = work.reconcile_every if lost else work.lease
    rows = app.store.overdue(now, hinted_before=now - timedelta(seconds=patience), limit=work.batch * 50)
    spent = [row for row in rows if row.attempts >= work.max_attempts]
    for row in spent:
        app.store.give_up(row.id, error=f"its worker died {row.attempts} times while working on it", now=now)
        log.error("entry given up", entry=row.id, attempts=row.attempts)
    fresh = [row.id for row in rows if row.attempts == 0]
    suspects = [row.id for row in rows if 0 < row.attempts < work.max_attempts]
    hint(app, broker, fresh, alone=suspects)  # something that may kill its worker travels alone
    return len(fresh) + len(suspects)


# --- working -----------------------------------------------------------------------------------------------------


async def process_entries(app: App, ids: Sequence[int], *, worker: str, stop: asyncio.Event | None = None) -> int:
    """Work through the rows among ``ids`` that are due; returns how many ended as done.

    When ``stop`` is set the entry at hand is finished and the rest are given back at once.
    """
    stop = stop or asyncio.Event()
    items = app.store.claim(ids, worker=worker, now=app.clock(), lease=app.settings.work.lease)
    if not items:
        return 0
    fetcher = app.open_fetcher()
    stopped = asyncio.create_task(stop.wait())
    pages = {item.id: asyncio.create_task(_page_of(fetcher, item)) for item in items}
    waiting = list(items)
    done = 0
    try:
        while waiting and not stop.is_set():
            await asyncio.wait({pages[waiting[0].id], stopped}, return_when=asyncio.FIRST_COMPLETED)
            if not stop.is_set():
                done += _process_item(app, waiting[0], pages[waiting[0].id])
                waiting.pop(0)
        return done
    finally:
        _give_back(app, waiting)
        for task in (stopped, *pages.values()):
            task.cancel()
        await asyncio.gather(stopped, *pages.values(), return_exceptions=True)
        await fetcher.close()


def _give_back(app: App, items: Sequence[WorkItem]) -> None:
    """What a stop or an error kept from being done is due again at once, and not only when its lease ends."""
    for item in items:
        try:
            app.store.release(item.id, error="", available_at=app.clock())
        except StoreError as error:
            log.warning("entries wait for their lease to end", entries=len(items), error=str(error))
            return


async def _page_of(fetcher: Fetcher, item: WorkItem) -> Fetched | FetchError | None:
    if not item.feed.fetch_pages or not item.entry.url:
        return None
    try:
        return await fetcher.get(FetchRequest(item.entry.url, "page"))
    except FetchError as error:
        return error


def _process_item(app: App, item: WorkItem, fetched: asyncio.Task[Fetched | FetchError | None]) -> int:
    """One entry from page to history; 1 where it is done, 0 where it waits for another try.

    What fetching raised for no foreseen reason is raised here, after the attempt is counted: an entry that does so is not tried for ever.
    """
    attempts = app.store.begin(item.id)
    try:
        return _work_through(app, item, fetched.result(), attempts)
    except StoreError as error:
        _not_its_fault(app, item, error)
        raise


def _not_its_fault(app: App, item: WorkItem, error: StoreError) -> None:
    """A full disk or a server that is away fails one entry after the other: none of them may die of it."""
    with contextlib.suppress(StoreError):  # away altogether: then this try counts
        app.store.release(item.id, error=error.message, available_at=app.clock(), tried=False)


def _work_through(app: App, item: WorkItem, page: Fetched | FetchError | None, attempts: int) -> int:
    """The dangerous part of an entry, its ``attempts``-th time."""
    if attempts > app.settings.work.max_attempts:
        error = f"given up after {attempts - 1} tries"
        app.store.give_up(item.id, error=error, now=app.clock(), generation=item.generation, tried=False)
        return 0
    if isinstance(page, FetchError) and not page.permanent and attempts < _PAGE_TRIES:
        wait = page.retry_after or _PAGE_BACKOFF * 2 ** (attempts - 1)
        now = app.clock()
        app.store.release(item.id, error=page.message, available_at=now + timedelta(seconds=wait), now=now)
        log.info("page later", url=item.entry.url, error=page.message, wait=wait)
        return 0
    extracted, problem = _extracted(app, item, page)
    previous = app.store.find_revision(entry_id(item.entry.feed, item.entry.key))
    article = article_from_entry(item.entry, item.feed, extracted, previous=previous, now=app.clock())
    if stands(article, previous):
        log.info("page not had again, what it said before stands", url=item.entry.url, problem=problem)
        app.store.finish(item.id, app.clock(), generation=item.generation)
        return 1
    if problem:
        log.info("page not used, the feed's own words must do", url=item.entry.url, problem=problem)
    process_article(app, article, item=item)
    return 1


def _extracted(app: App, item: WorkItem, page: Fetched | FetchError | None) -> tuple[Extracted | None, str]:
    """The page's text, or nothing and why not."""
    if page is None:
        return None, ""
    if isinstance(page, FetchError):
        return None, page.message
    page_date_wanted = item.entry.date_flag != ""  # metadata costs as much as the text (measured)
    return extract(
        page.body,
        url=page.url,
        charset=page.content_type,
        want_metadata=page_date_wanted,
        limit_chars=app.settings.work.text_chars,
    ), ""


def process_article(
    app: App,
    article: Article,
    *,
    item: WorkItem | None = None,
    now: datetime | None = None,
    alerts: bool = True,
    hold: bool = True,
) -> Outcome:
    """Analyse one article and fold it into the history; with ``alerts`` off its changes are recorded and not delivered.

    With ``hold`` off no jump of a lone unrated outlet is held: for archives, whose outlets nobody has rated.

    Idempotent: the same article again changes nothing and gives ``new`` False.
    """
    at = now or app.clock()
    report = analyse(
        article.text, title=article.title, published=article.published, gazetteer=app.gazetteer, language=article.language
    )
    report, cut = within_bounds(report)
    if cut:
        article = replace(article, flags=(*article.flags, "claims_cut"))
        log.warning("more claims than one article may make, the first are kept", article=article.ref, url=article.url)
    readings = readings_of(article, report) if report.relevant else ()
    if article.revision > 1:
        readings += withdrawn(article, report, app.store.conflicts_of(article.entry))
    if not readings:
        row, generation = (item.id, item.generation) if item else (None, None)
        new = app.store.add_irrelevant(article, report, row, at, generation=generation)
        return Outcome(article, report, new)
    sent: list[Alert] = []
    quiet: list[tuple[Alert, str]] = []
    with app.store.conflict_work([reading.conflict for reading in readings]) as work:
        copies = work.near_copies(article.fingerprint, published=article.published, entry=article.entry)
        new = work.add_article(article, report, copies=copies)
        if new:
            for reading in readings:
                ringing = Ringing(app, work, reading.conflict, at, alerts, hold, sent, quiet)
                take_in(app, work, reading, ringing)
        if item is not None:
            work.finish_entry(item.id, at, generation=item.generation)
    return Outcome(article, report, new, tuple(sent), tuple(quiet))


def take_in(app: App, work: ConflictWork, reading: Reading, ringing: Ringing) -> None:
    """Add one reading to its conflict's history and put what changed into the outbox."""
    conflict = reading.conflict
    announced = work.announced(conflict)
    folded = fold_in(work, reading, ringing.now)
    ledger = folded.update.ledger()
    known = Known(ledger.changes, folded.update.standing, folded.update.story_of)
    ringing.settle([change for change in ledger.changes if change.article == reading.article])
    for decision in decide(announced, known, reading.article, policy=ringing.policy):
        title = app.settings.conflict_title(conflict)
        causes = tuple(
            work.readings_of(conflict, [decision.change.article]).values()
        )  # what is owed is older than the checkpoint
        ringing.ring(compose(decision.change, ledger, causes, conflict_title=title, created=ringing.now), decision.quiet)
