"""An archived record on its way through the pipeline: extraction where it is a page, revisions where it was seen before."""

from __future__ import annotations

from datetime import datetime

from service.app import App
from service.articles.build import article_from_record, entry_id
from service.articles.extract import extract
from service.models import ArchiveRecord, Article, Trust
from service.pipeline import Outcome, process_article


def article_of(record: ArchiveRecord, app: App, *, now: datetime) -> Article:
    """The article an archive's record makes; a page without text becomes its title, flagged."""
    page = None
    if record.html:
        page = extract(
            record.html,
            url=record.url,
            want_metadata=record.published is None or not record.title,
            limit_chars=app.settings.work.text_chars,
            charset=record.charset,
        )
    previous = app.store.find_revision(entry_id(f"archive:{record.source}", record.id))
    trust = _trust_of(record, app) or "unrated"
    return article_from_record(record, page, trust=trust, previous=previous, now=now)


def process_record(app: App, record: ArchiveRecord, *, now: datetime, alerts: bool) -> Outcome:
    """Read one archived record into the history; nothing of an outlet that no feed names is held, since nobody has rated it."""
    hold = _trust_of(record, app) is not None
    return process_article(app, article_of(record, app, now=now), now=now, alerts=alerts, hold=hold)


def _trust_of(record: ArchiveRecord, app: App) -> Trust | None:
    """The trust of the configured feed that has the outlet's name."""
    name = record.source.casefold()
    return next((feed.trust for feed in app.settings.feeds if feed.name.casefold() == name), None)
