"""Feeds and their entries, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from service.models import Feed
from service.ports import FeedState, PollOutcome
from service.store import SqlStore
from tests.harness.values import FEED, NOW, entry, later, poll

OTHER = Feed("https://other.example/atom", "Other", language="de", fetch_pages=False, min_interval=60.0)


def test_the_configured_feeds_are_kept_in_their_order(store: SqlStore) -> None:
    store.sync_feeds([OTHER, FEED], NOW)
    assert [state.feed for state in store.feed_states()] == [OTHER, FEED]


def test_a_feed_that_left_the_configuration_is_not_polled_and_comes_back_with_what_was_learnt(store: SqlStore) -> None:
    store.sync_feeds([FEED, OTHER], NOW)
    store.record_poll(poll(etag='"abc"', next_poll=later(60)), NOW)
    store.sync_feeds([OTHER], NOW)
    assert [state.feed for state in store.feed_states()] == [OTHER]
    assert [state.feed for state in store.due_feeds(later(600))] == [OTHER]
    store.sync_feeds([replace(FEED, name="New name"), OTHER], NOW)
    first = store.feed_states()[0]
    assert (first.feed.name, first.etag) == ("New name", '"abc"')


def test_syncing_no_feeds_leaves_none(store: SqlStore) -> None:
    store.sync_feeds([FEED], NOW)
    store.sync_feeds([], NOW)
    assert store.feed_states() == []


def test_everything_that_polling_learnt_comes_back(store: SqlStore) -> None:
    learnt = FeedState(
        FEED,
        '"e"',
        "Sun, 01 Mar 2026 12:00:00 GMT",
        "hash",
        300.5,
        2,
        "timed out",
        NOW,
        later(-5),
        later(-50),
        7200.25,
        later(300),
        True,
        41,
    )
    store.record_poll(PollOutcome(learnt), NOW)
    assert store.feed_states() == [learnt]


def test_a_feed_is_due_when_it_was_never_polled_or_its_time_has_come(store: SqlStore) -> None:
    store.sync_feeds([FEED, OTHER], NOW)
    store.record_poll(poll(next_poll=later(60)), NOW)
    assert [state.feed for state in store.due_feeds(later(59))] == [OTHER]
    assert [state.feed for state in store.due_feeds(later(60))] == [OTHER, FEED]


def test_validators_and_entries_are_stored_together(store: SqlStore) -> None:
    ids = store.record_poll(poll(entry("a"), entry("b"), etag='"v1"'), NOW)
    items = store.claim(ids, worker="w", now=NOW, lease=60)
    assert [item.entry for item in items] == [entry("a"), entry("b")]
    assert [item.feed for item in items] == [FEED, FEED]
    assert store.feed_states()[0].etag == '"v1"'


def test_an_entry_seen_again_is_not_new(store: SqlStore) -> None:
    assert len(store.record_poll(poll(entry("a")), NOW)) == 1
    assert store.record_poll(poll(entry("a", fetched=later(60), published=later(60))), later(60)) == []


def test_only_entries_that_are_new_or_edited_are_returned_in_the_feeds_order(store: SqlStore) -> None:
    (first, second) = store.record_poll(poll(entry("a"), entry("b")), NOW)
    ids = store.record_poll(poll(entry("c"), entry("b", title="Edited"), entry("a")), NOW)
    assert ids[1:] == [second]
    assert ids[0] not in {first, second}


@pytest.mark.parametrize(
    "edit",
    [{"title": "Edited"}, {"summary": "Edited"}, {"content": "Edited"}, {"updated": later(60)}],
    ids=lambda edit: next(iter(edit)),
)
def test_an_edited_entry_is_work_again(store: SqlStore, edit: dict[str, str | datetime]) -> None:
    (id_,) = store.record_poll(poll(entry("a")), NOW)
    store.claim([id_], worker="w", now=NOW, lease=60)
    store.begin(id_)
    store.finish(id_, NOW)
    edited = replace(entry("a"), **edit)  # type: ignore[arg-type]  # one field of the entry each
    assert store.record_poll(poll(edited), later(60)) == [id_]
    (item,) = store.claim([id_], worker="w", now=later(60), lease=60)
    assert (item.entry, item.attempts) == (edited, 0)


def test_a_feed_that_uses_one_key_twice_offers_the_first(store: SqlStore) -> None:
    twice = poll(entry("a", title="First"), entry("a", title="Second"))
    (id_,) = store.record_poll(twice, NOW)
    assert store.record_poll(twice, NOW) == []
    (item,) = store.claim([id_], worker="w", now=NOW, lease=60)
    assert item.entry.title == "First"


def test_the_same_key_in_two_feeds_is_two_entries(store: SqlStore) -> None:
    ids = {*store.record_poll(poll(entry("a")), NOW), *store.record_poll(poll(entry("a", feed=OTHER.url), feed=OTHER), NOW)}
    assert len(ids) == 2


def test_a_thousand_entries_at_once_are_stored(store: SqlStore) -> None:
    many = [entry(f"item-{n}") for n in range(1200)]
    assert len(set(store.record_poll(poll(*many), NOW))) == 1200
    assert store.record_poll(poll(*many), NOW) == []


def test_text_that_a_database_cannot_hold_is_made_storable_and_stays_known(store: SqlStore) -> None:
    hostile = entry("nul\0key", title="a\0b", summary="lone \ud800 surrogate", content="عربي \U0001f600 \u202e")
    (id_,) = store.record_poll(poll(hostile), NOW)
    assert store.record_poll(poll(hostile), NOW) == []
    (item,) = store.claim([id_], worker="w", now=NOW, lease=60)
    assert item.entry.title == "a�b"
    assert item.entry.summary == "lone � surrogate"
    assert item.entry.content == "عربي \U0001f600 \u202e"


def test_a_naive_time_is_refused_and_nothing_is_stored(store: SqlStore) -> None:
    with pytest.raises(ValueError, match="naive"):
        store.record_poll(poll(entry("a", published=datetime(2026, 3, 1))), NOW)  # noqa: DTZ001 - on purpose
    assert store.backlog().pending == 0
