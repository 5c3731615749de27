"""What waits for a second origin or for an hour, through the real pipeline on both databases."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from service.app import App
from service.broker import NoBroker
from service.config.load import load_settings
from service.gazetteers import gazetteer_from
from service.models import Alert, ArchiveRecord, Feed, Trust
from service.ports import Fetcher
from service.records import process_record
from service.settings import Policy, Settings
from service.store import SqlStore
from service.waiting import come_due

ROOT = Path(__file__).resolve().parents[3]
NOON = datetime(2022, 9, 13, 12, tzinfo=UTC)
JUMP = "Shelling on the border killed 480 Armenian soldiers in clashes with Azerbaijan on Tuesday."
AppFor = Callable[..., App]


def _no_network() -> Fetcher:
    raise AssertionError("nothing here fetches")


@pytest.fixture
def app_for(store: SqlStore, tmp_path: Path) -> AppFor:
    """The service on this store, with a policy; two outlets are unrated, one is established."""
    shipped = load_settings(ROOT / "config", tmp_path, dict(os.environ), need_secrets=False)
    gazetteer = gazetteer_from(shipped.conflicts)
    trusts: dict[str, Trust] = {"Rumour": "unrated", "Hearsay": "unrated", "Agency": "established"}
    feeds = tuple(Feed(f"https://{name.lower()}.example/feed", name, trust, "en") for name, trust in trusts.items())

    def make(**policy: object) -> App:
        settings: Settings = replace(shipped, feeds=feeds, policy=replace(Policy(window=0.0), **policy), destinations=())  # type: ignore[arg-type]
        return App(
            settings=settings,
            store=store,
            gazetteer=gazetteer,
            clock=lambda: NOON,
            open_fetcher=_no_network,
            open_broker=NoBroker,
        )

    return make


def take(
    app: App, text: str, minutes: int, source: str, title: str = "Clashes between Armenia and Azerbaijan"
) -> tuple[Alert, ...]:
    """The alerts that go out for an article published that many minutes after noon."""
    at = NOON + timedelta(minutes=minutes)
    record = ArchiveRecord(
        id=f"{source}-{minutes}", text=text, title=title, published=at, source=source, url=f"https://{source.lower()}.example/{minutes}",
        language="en", file="f", line=1,
    )  # fmt: skip
    return process_record(app, record, now=at, alerts=True).alerts


def quiet(app: App) -> list[str]:
    return [stored.why_quiet for stored in app.store.alerts(quiet=True) if not stored.sent]


def killed(alerts: tuple[Alert, ...]) -> list[tuple[int, bool, str]]:
    return [(a.change.after.low, a.change.confirmed, a.change.note) for a in alerts if a.change.after is not None]


def test_a_lone_unrated_jump_waits_and_rings_alone_when_its_time_is_over(app_for: AppFor) -> None:
    app = app_for(hold=3600.0, hold_change=100)
    assert take(app, JUMP, 0, "Rumour") == ()
    assert quiet(app) == ["held until 2022-09-13 13:00 UTC: one unrated outlet alone says so"]
    assert come_due(app, NOON + timedelta(minutes=59)) == ()
    rung = come_due(app, NOON + timedelta(minutes=60))
    assert killed(rung) == [(480, False, "held, and no second outlet has said so")]
    assert come_due(app, NOON + timedelta(minutes=61)) == ()
    assert [stored.alert.id for stored in app.store.alerts()] == [rung[0].id]


def test_a_second_origin_lets_it_ring_at_once_and_confirmed(app_for: AppFor) -> None:
    app = app_for(hold=3600.0, hold_change=100)
    take(app, JUMP, 0, "Rumour")
    rung = take(app, "At least 480 Armenian soldiers died in the border clashes with Azerbaijan, a monitor said.", 20, "Agency")
    assert killed(rung) == [(480, True, "held until a second outlet said the same")]
    assert {evidence.source for evidence in rung[0].change.evidence} == {"Rumour", "Agency"}
    assert come_due(app, NOON + timedelta(hours=2)) == ()
    assert quiet(app) == []


def test_a_copy_is_no_second_origin(app_for: AppFor) -> None:
    app = app_for(hold=3600.0, hold_change=100)
    text = f"{JUMP} {' '.join(f'Witness number {n} spoke of smoke above village {n}.' for n in range(40))}"
    take(app, text, 0, "Rumour")
    assert take(app, text, 5, "Hearsay") == ()


def test_an_established_outlet_and_a_small_step_are_not_held(app_for: AppFor) -> None:
    app = app_for(hold=3600.0, hold_change=100)
    assert killed(take(app, JUMP.replace("480", "60"), 0, "Rumour")) == [(60, False, "first count (from outside the sides)")]
    assert [value for value, _, _ in killed(take(app, JUMP.replace("480", "300"), 10, "Agency"))] == [300]


def test_what_is_overtaken_while_it_waits_never_rings(app_for: AppFor) -> None:
    app = app_for(hold=3600.0, hold_change=100)
    take(app, JUMP, 0, "Rumour")
    assert [value for value, _, _ in killed(take(app, JUMP.replace("480", "900"), 10, "Agency"))] == [900]
    assert come_due(app, NOON + timedelta(hours=2)) == ()
    assert quiet(app) == ["overtaken while it was held"]


def test_outlets_that_no_feed_names_are_not_held(app_for: AppFor) -> None:
    app = app_for(hold=3600.0, hold_change=100)
    assert [value for value, _, _ in killed(take(app, JUMP, 0, "Archive"))] == [480]


def test_with_unconfirmed_off_a_change_waits_without_end_for_a_second_origin(app_for: AppFor) -> None:
    app = app_for(unconfirmed=False)
    assert take(app, JUMP.replace("480", "12"), 0, "Agency") == ()
    assert come_due(app, NOON + timedelta(days=30)) == ()
    rung = take(app, "The border clashes killed 12 Armenian soldiers, a monitor said.", 60, "Hearsay")
    assert [(value, confirmed) for value, confirmed, _ in killed(rung)] == [(12, True)]


TRUCE = "Armenia and Azerbaijan agreed a ceasefire that takes effect at 8 p.m. on Tuesday, Moscow said."


def statuses(alerts: tuple[Alert, ...]) -> list[tuple[str, str]]:
    return [(alert.change.status_before, alert.change.status_after) for alert in alerts if alert.change.series is None]


def test_an_agreed_truce_begins_at_its_hour_without_another_article(app_for: AppFor) -> None:
    app = app_for()
    assert statuses(take(app, TRUCE, 0, "Agency")) == [("none", "agreed")]
    assert come_due(app, NOON + timedelta(hours=7, minutes=59)) == ()
    rung = come_due(app, NOON + timedelta(hours=8))
    assert statuses(rung) == [("agreed", "in_effect")]
    assert rung[0].change.note == "by the hour that was agreed"
    assert come_due(app, NOON + timedelta(hours=9)) == ()
    assert app.store.ledger("armenia-azerbaijan").ceasefire[0].status == "in_effect"
    assert statuses(take(app, "The ceasefire between Armenia and Azerbaijan has taken effect.", 600, "Agency")) == []


def test_a_truce_that_was_called_off_before_its_hour_does_not_begin(app_for: AppFor) -> None:
    app = app_for()
    take(app, TRUCE, 0, "Agency")
    called_off = "The ceasefire between Armenia and Azerbaijan has collapsed, both governments said."
    assert statuses(take(app, called_off, 60, "Agency")) == [("agreed", "ended")]
    assert come_due(app, NOON + timedelta(hours=9)) == ()


def test_the_hour_of_a_truce_comes_also_when_many_articles_lie_between_it_and_the_deal(app_for: AppFor) -> None:
    app = app_for()
    take(app, TRUCE, 0, "Agency")
    for minute in range(1, 180):
        take(app, f"Shelling wounded {minute + 5} Armenian soldiers in clashes with Azerbaijan.", minute, "Agency")
    assert statuses(come_due(app, NOON + timedelta(hours=8))) == [("agreed", "in_effect")]


def test_one_bombing_that_two_outlets_put_into_two_conflicts_rings_once(app_for: AppFor) -> None:
    app = app_for(hold=0.0)
    first = take(
        app,
        "A suicide bomber of the Pakistani Taliban killed at least 34 people at an election rally in Peshawar on Tuesday, police said.",
        0, "Agency", "Bomber kills 34 at rally in northwest Pakistan",
    )  # fmt: skip
    second = take(
        app,
        "At least 34 people were killed in Pakistan when a bomb tore through an election rally close to the border with Afghanistan.",
        40, "Hearsay", "Toll of Pakistan rally bombing reaches 34 near Afghan border",
    )  # fmt: skip
    assert [(alert.conflict, alert.change.after.low) for alert in first if alert.change.after] == [
        ("pakistan-insurgencies", 34)
    ]
    assert second == ()
    assert quiet(app) == [f"told already on 2022-09-13 in {first[0].conflict_title}"]
