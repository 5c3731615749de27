"""Articles of a generated war that arrive at a real store, each in its transaction, as the pipeline lets them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from service.analysis.gazetteer import Gazetteer
from service.app import App
from service.broker import NoBroker
from service.config.load import load_settings
from service.gazetteers import gazetteer_from
from service.models import Reading
from service.pipeline import take_in
from service.ringing import Ringing
from service.settings import Settings
from service.store import SqlStore
from tests.harness.war import article_of, report_of

ROOT = Path(__file__).parents[2]
WAR = 320  # claims of the war that several processes share


@cache
def _settings() -> tuple[Settings, Gazetteer]:
    settings = load_settings(ROOT / "config", ROOT / "var", {})
    return settings, gazetteer_from(settings.conflicts)


def arrive(store: SqlStore, one: Reading) -> None:
    """Let one article arrive and lead to what it leads to."""
    settings, gazetteer = _settings()
    app = App(settings, store, gazetteer, lambda: one.published, _nothing, NoBroker)
    with store.conflict_work([one.conflict]) as work:
        if work.add_article(article_of(one), report_of(one), copies=one.copies):
            take_in(app, work, one, Ringing(app, work, one.conflict, one.published, True, True, [], []))


def _nothing() -> None:
    """Nothing is fetched here."""
