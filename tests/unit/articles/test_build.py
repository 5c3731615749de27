"""Entries and records become articles: which text, which ids, which revision, which date."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from service.articles.build import SHORT_TEXT, article_from_entry, article_from_record, stands
from service.articles.extract import Extracted
from service.models import ArchiveRecord, Article, Entry, Feed, Removed

NOW = datetime(2022, 9, 13, 12, 0, tzinfo=UTC)
SAID = datetime(2022, 9, 13, 10, 30, tzinfo=UTC)
FEED = Feed(url="https://example.org/feed.xml", name="The Example", trust="established", language="en")
TITLE = "Shells kill four in Upper Mill"
SUMMARY = "Four farmers were killed on Tuesday, the mayor said."
PAGE = """Four farmers were killed on Tuesday when shells fell on the village of Upper Mill, the mayor said by telephone.
The army of the neighbouring country did not answer questions, and the mayor expected the fighting to go on all night.
“We have nowhere to go,” said a teacher who had spent two nights in the cellar of the school with her daughters.
Advertisement
The truce of last year forbids howitzers within ten kilometres of the river, and both sides say that they keep to it."""


def entry(**changes: object) -> Entry:
    plain = Entry(
        feed=FEED.url,
        key="tag:example.org,2022:1",
        url="https://example.org/1",
        title=TITLE,
        summary=f"<p>{SUMMARY}</p>",
        content="",
        published=SAID,
        published_raw="Tue, 13 Sep 2022 10:30:00 GMT",
        date_flag="",
        updated=None,
        author="",
        fetched=NOW,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # each test names the fields it changes


def built(
    entry: Entry, page: Extracted | None = None, previous: tuple[Article, ...] = (), now: datetime = NOW, feed: Feed = FEED
) -> Article:
    return article_from_entry(entry, feed, page, previous=previous, now=now)


def test_the_text_of_the_page_is_cleaned_and_says_what_went() -> None:
    article = built(entry(), Extracted(PAGE))
    assert article.text == PAGE.replace("Advertisement\n", "")
    assert article.removed == (Removed("advertisement", "Advertisement"),)
    assert (article.origin, article.flags, article.title) == ("page", (), TITLE)


def test_what_the_extraction_took_is_kept_with_what_the_filter_took() -> None:
    heading = Removed("page_heading", TITLE)
    assert built(entry(), Extracted(PAGE, removed=(heading,))).removed[0] == heading


def test_source_trust_language_and_address_come_from_the_feed() -> None:
    article = built(entry(), Extracted(PAGE))
    assert (article.source, article.trust, article.language, article.url) == (
        "The Example",
        "established",
        "en",
        "https://example.org/1",
    )


CONTENT = "<p>Four farmers were killed on Tuesday, and nine people were hurt, among them the mayor's own brother.</p>"


@pytest.mark.parametrize(
    ("content", "summary", "page", "origin", "flags"),
    [
        (CONTENT, SUMMARY, Extracted("", problems=("extraction_empty",)), "feed_content", ("extraction_empty",)),
        ("", SUMMARY, Extracted("", problems=("extraction_empty",)), "feed_summary", ("extraction_empty",)),
        ("", "", Extracted("", problems=("extraction_empty",)), "title", ("extraction_empty", "text_empty")),
        ("", SUMMARY, None, "feed_summary", ("page_missing",)),
        ("", SUMMARY, Extracted("Access Denied"), "feed_summary", ("extraction_empty",)),
        ("", SUMMARY, Extracted("The text is on its way."), "feed_summary", ("page_thin",)),
        ("", "<p> </p>", Extracted("Four farmers are dead."), "page", ()),
        ("", SUMMARY, Extracted(f"{SUMMARY} Nine others were hurt."), "page", ()),
        (f"{CONTENT * 5}", SUMMARY, Extracted(PAGE), "page", ()),
        (
            "".join(f"<p>On day {day} the mayor counted {day + 3} dead in the village of Upper Mill.</p>" for day in range(20)),
            SUMMARY,
            Extracted(PAGE),
            "feed_content",
            ("page_thin",),
        ),
    ],
)
def test_without_a_usable_page_the_feeds_own_words_are_used_and_flagged(
    content: str, summary: str, page: Extracted | None, origin: str, flags: tuple[str, ...]
) -> None:
    article = built(entry(content=content, summary=summary), page)
    assert (article.origin, article.flags) == (origin, flags)
    assert article.text


def test_a_feed_whose_pages_are_not_fetched_has_no_page_to_miss() -> None:
    assert built(entry(), None, feed=replace(FEED, fetch_pages=False)).flags == ()


def test_a_short_text_stands_under_its_headline() -> None:
    assert built(entry()).text == f"{TITLE}\n{SUMMARY}"


@pytest.mark.parametrize("summary", [f"{TITLE}. The mayor said so.", f"<b>{TITLE.upper()}</b> The mayor said so."])
def test_a_text_that_begins_with_its_headline_does_not_get_it_twice(summary: str) -> None:
    assert built(entry(summary=summary)).text.lower().count(TITLE.lower()) == 1


def test_a_long_text_stands_alone() -> None:
    assert len(PAGE) > SHORT_TEXT
    assert not built(entry(), Extracted(PAGE)).text.startswith(TITLE)


def test_ids_follow_from_feed_key_and_content() -> None:
    article = built(entry())
    assert article.entry == hashlib.sha256(b"https://example.org/feed.xml\0tag:example.org,2022:1").hexdigest()[:16]
    assert article.id == hashlib.sha256(f"{article.entry}\0{article.content_hash}".encode()).hexdigest()[:16]
    assert article.ref == article.entry


@pytest.mark.parametrize(
    "same",
    [
        PAGE.replace(" ", "  "),
        PAGE.replace("\n", "\r\n\r\n"),
        PAGE + "\nShare this article\nLeave a Reply",
        PAGE.replace("Advertisement\n", ""),
        PAGE.replace("Mill", "Mi\u00adll"),
        PAGE.replace("farmers", "FARMERS"),
    ],
)
def test_white_space_and_furniture_make_no_revision(same: str) -> None:
    assert built(entry(), Extracted(same)).id == built(entry(), Extracted(PAGE)).id


@pytest.mark.parametrize(
    "change", [{"title": "Shells kill five in Upper Mill"}, {"summary": "Five farmers were killed on Tuesday, the mayor said."}]
)
def test_other_words_make_a_revision_of_the_same_entry(change: dict[str, object]) -> None:
    first, second = built(entry()), built(entry(**change))
    assert first.entry == second.entry
    assert first.id != second.id


def test_the_first_revision_was_said_when_the_feed_says() -> None:
    article = built(entry(updated=NOW))
    assert (article.revision, article.published, article.dated) == (1, SAID, True)


EDITED = Extracted(PAGE.replace("Four farmers", "Seven farmers"))


@pytest.mark.parametrize(
    ("updated", "published"),
    [
        (None, NOW + timedelta(hours=3)),
        (SAID + timedelta(hours=2), SAID + timedelta(hours=2)),
        (SAID, NOW + timedelta(hours=3)),  # the feed never says when it edits
        (SAID - timedelta(days=1), NOW + timedelta(hours=3)),
        (NOW + timedelta(days=400), NOW + timedelta(hours=3)),  # nobody edits in the future
    ],
)
def test_a_later_revision_was_said_when_it_was_edited(updated: datetime | None, published: datetime) -> None:
    first = built(entry(), Extracted(PAGE))
    second = built(entry(updated=updated), EDITED, previous=(first,), now=NOW + timedelta(hours=3))
    assert (second.revision, second.published, second.entry) == (2, published, first.entry)


def test_a_third_revision_never_stands_before_the_second() -> None:
    first = built(entry(), Extracted(PAGE))
    second = built(entry(updated=SAID + timedelta(hours=2)), EDITED, previous=(first,), now=NOW + timedelta(hours=3))
    again = Extracted(PAGE.replace("Four farmers", "Nine farmers"))
    third = built(entry(updated=SAID + timedelta(hours=2)), again, previous=(first, second), now=NOW + timedelta(hours=5))
    assert (third.revision, third.published) == (3, NOW + timedelta(hours=5))


def test_an_unchanged_article_is_the_revision_it_was() -> None:
    first = built(entry(), Extracted(PAGE))
    second = built(entry(), EDITED, previous=(first,), now=NOW + timedelta(hours=3))
    assert built(entry(), Extracted(PAGE), previous=(first,), now=NOW + timedelta(days=2)) == first
    assert built(entry(), EDITED, previous=(first, second), now=NOW + timedelta(days=2)) == second


def test_an_edit_back_to_an_earlier_text_is_a_revision_of_its_own() -> None:
    first = built(entry(), Extracted(PAGE))
    second = built(entry(), EDITED, previous=(first,), now=NOW + timedelta(hours=3))
    third = built(entry(), Extracted(PAGE), previous=(first, second), now=NOW + timedelta(hours=4))
    assert (third.revision, third.published, third.text) == (3, NOW + timedelta(hours=4), first.text)
    assert third.id not in (first.id, second.id)
    assert built(entry(), Extracted(PAGE), previous=(first, second, third), now=NOW + timedelta(hours=5)) == third


@pytest.mark.parametrize("flag", ["page_missing", "extraction_empty", "page_thin"])
def test_a_page_that_could_not_be_had_again_takes_nothing_back(flag: str) -> None:
    first = built(entry(), Extracted(PAGE))
    poorer = replace(first, origin="feed_summary", flags=(flag,), text="Other words.")
    assert stands(poorer, (first,))
    assert not stands(poorer, (replace(first, origin="feed_summary"),))
    assert not stands(replace(poorer, origin="page", flags=()), (first,))


def test_the_pages_date_is_asked_only_where_the_feed_has_none() -> None:
    page = Extracted(PAGE, published=SAID - timedelta(days=3), author="Anna Writer")
    assert built(entry(), page).published == SAID
    undated = built(entry(date_flag="missing", published=NOW), page)
    assert (undated.published, undated.dated, undated.author) == (SAID - timedelta(days=3), True, "Anna Writer")


@pytest.mark.parametrize("published", [None, NOW + timedelta(days=3)])
def test_an_entry_that_nobody_dates_has_the_fetch_time_and_says_so(published: datetime | None) -> None:
    article = built(entry(date_flag="impossible", published=NOW), Extracted(PAGE, published=published))
    assert (article.published, article.dated) == (NOW, False)


def test_a_missing_title_comes_from_the_page() -> None:
    assert built(entry(title=""), Extracted(PAGE, title=TITLE)).title == TITLE


def record(**changes: object) -> ArchiveRecord:
    plain = ArchiveRecord(
        id="002",
        text=PAGE,
        title=TITLE,
        published=SAID,
        source="The Example",
        url="",
        language="en",
        file="archive.jsonl",
        line=3,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # each test names the fields it changes


def test_a_records_own_id_is_what_people_use() -> None:
    article = article_from_record(record(), now=NOW)
    assert (article.ref, article.origin, article.published, article.dated, article.trust) == (
        "002",
        "record",
        SAID,
        True,
        "unrated",
    )
    assert article.removed == (Removed("advertisement", "Advertisement"),)


def test_records_of_other_sources_with_the_same_id_are_other_articles() -> None:
    assert article_from_record(record(), now=NOW).entry != article_from_record(record(source="The Other"), now=NOW).entry


def test_a_record_that_was_edited_keeps_its_own_date() -> None:
    first = article_from_record(record(), now=NOW)
    earlier = article_from_record(record(text=EDITED.text, published=SAID - timedelta(hours=1)), previous=(first,), now=NOW)
    assert (earlier.revision, earlier.published) == (2, SAID - timedelta(hours=1))


def test_a_record_of_a_page_takes_text_title_and_date_from_it() -> None:
    page = Extracted(PAGE, title=TITLE, published=SAID, problems=("page_flattened",))
    article = article_from_record(record(text="", html="<html>", title="", published=None), page, now=NOW)
    assert (article.origin, article.title, article.published, article.dated) == ("page", TITLE, SAID, True)
    assert article.flags == ("page_flattened",)


@pytest.mark.parametrize("change", [{"published": None}, {"dated": False}])
def test_a_record_without_a_date_of_its_own_says_so(change: dict[str, object]) -> None:
    assert not article_from_record(record(**change), now=NOW).dated


def test_a_record_with_nothing_but_a_title_is_its_title() -> None:
    article = article_from_record(record(text=""), now=NOW)
    assert (article.text, article.origin, article.flags) == (TITLE, "title", ("text_empty",))
