"""Edited articles through the real pipeline: what an outlet took back no longer counts, what it raised rings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from service.app import App
from service.config.load import load_settings
from service.models import ArchiveRecord
from service.pipeline import Outcome
from service.records import process_record
from service.replay import throwaway

ROOT = Path(__file__).resolve().parents[3]
NOON = datetime(2022, 9, 13, 12, tzinfo=UTC)
TITLE = "Soldiers killed on the border between Armenia and Azerbaijan"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    with throwaway(load_settings(ROOT / "config", tmp_path, dict(os.environ), need_secrets=False)) as app:
        yield app


def _take(app: App, text: str, hours: int, *, title: str = TITLE, name: str = "a", alerts: bool = True) -> Outcome:
    at = NOON + timedelta(hours=hours)
    record = ArchiveRecord(
        id=name, text=text, title=title, published=at, source="Courier", url=f"https://example.org/{name}", language="en",
        file="f", line=1,
    )  # fmt: skip
    return process_record(app, record, now=at, alerts=alerts)


def _tolls(app: App) -> dict[str, int]:
    return {toll.series.party: toll.best.high for toll in app.store.ledger("armenia-azerbaijan").tolls}


def test_an_edited_number_rings_at_the_time_of_the_edit(app: App) -> None:
    first = _take(app, "Armenia said 49 of its soldiers were killed in clashes with Azerbaijan on Tuesday.", 0)
    second = _take(app, "Armenia said 105 of its soldiers were killed in clashes with Azerbaijan on Tuesday.", 5)
    assert [alert.change.change for alert in first.alerts] == ["first"]
    assert [(a.change.before.high, a.change.after.high) for a in second.alerts if a.change.before and a.change.after] == [
        (49, 105)
    ]
    assert second.article.revision == 2
    assert _tolls(app) == {"Armenia": 105}


def test_an_edit_that_changes_no_number_rings_for_nothing(app: App) -> None:
    _take(app, "Armenia said 49 of its soldiers were killed in clashes with Azerbaijan on Tuesday.", 0)
    again = _take(app, "Armenia said 49 of its soldiers were killed in clashes with Azerbaijan on Tuesday. More follows.", 1)
    assert again.new
    assert not again.alerts


def test_a_figure_that_an_outlet_took_back_no_longer_counts(app: App) -> None:
    _take(app, "Armenia said 49 of its soldiers were killed in clashes with Azerbaijan on Tuesday.", 0)
    gone = _take(app, "The weather on the coast will be fine this week, with light winds from the east.", 2, title="Sunny days")
    assert not gone.report.relevant
    assert _tolls(app) == {}
    assert not gone.alerts


def test_what_a_backfill_brought_is_what_it_was_before(app: App) -> None:
    _take(app, "Armenia said 49 of its soldiers were killed in clashes with Azerbaijan on Tuesday.", 0, alerts=False)
    later = _take(app, "Armenia said 105 of its soldiers were killed in clashes with Azerbaijan this week.", 5, name="b")
    assert [(a.change.change, a.change.before and a.change.before.high) for a in later.alerts] == [("rise", 49)]


def test_the_same_article_again_changes_nothing(app: App) -> None:
    text = "Armenia said 49 of its soldiers were killed in clashes with Azerbaijan on Tuesday."
    _take(app, text, 0)
    again = _take(app, text, 3)
    assert not again.new
    assert not again.alerts
    assert app.store.backlog().articles == 1


@pytest.mark.parametrize("order", [(0, 5), (5, 0)])
def test_the_versions_of_an_archive_may_come_in_any_order_and_again(app: App, order: tuple[int, int]) -> None:
    texts = {
        0: "Armenia said 49 of its soldiers were killed in clashes with Azerbaijan on Tuesday.",
        5: "Armenia said 105 of its soldiers were killed in clashes with Azerbaijan on Tuesday.",
    }
    for hours in (*order, *order):
        _take(app, texts[hours], hours)
    assert _tolls(app) == {"Armenia": 105}
    assert app.store.backlog().articles == 2


def test_a_page_in_an_archive_without_a_title_of_its_own_gets_the_pages(app: App) -> None:
    html = (
        "<!doctype html><html><head><title>Four dead in harbour blast</title></head><body><article><h1>Four dead in harbour blast</h1>"
        "<p>An explosion killed four dock workers in the harbour of Odesa on Sunday, the mayor said, and the fire burned for hours.</p>"
        "</article></body></html>"
    )
    record = ArchiveRecord(
        id="p", text="", html=html, title="", published=NOON, source="s", url="", language="en", file="f", line=1
    )
    assert process_record(app, record, now=NOON, alerts=True).article.title == "Four dead in harbour blast"
