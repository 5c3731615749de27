"""A feed's words for a time become UTC, and an impossible one the fetch time with a flag."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from service.feeds.dates import Impossible, entry_date, read_date
from tests.harness.cost import cpu_seconds

FETCHED = datetime(2022, 9, 14, 12, 0, tzinfo=UTC)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]  # year to second


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        # RFC 822 and what feeds make of it
        ("Tue, 13 Sep 2022 14:05:00 +0400", utc(2022, 9, 13, 10, 5)),
        ("Tue, 13 Sep 2022 14:05:00 GMT", utc(2022, 9, 13, 14, 5)),
        ("Tue, 13 Sep 2022 14:05:00 EDT", utc(2022, 9, 13, 18, 5)),
        ("Tue, 13 Sep 2022 14:05:00 EST", utc(2022, 9, 13, 19, 5)),
        ("Tue, 13 Sep 2022 14:05:00 IST", utc(2022, 9, 13, 8, 35)),
        ("Tue, 13 Sep 2022 14:05:00 CEST", utc(2022, 9, 13, 12, 5)),
        ("Tue, 13 Sep 2022 14:05:00 GMT+4", utc(2022, 9, 13, 10, 5)),
        ("Tue, 13 Sep 2022 14:05:00 GMT+04:30", utc(2022, 9, 13, 9, 35)),
        ("Tue, 13 Sep 2022 14:05:00 +0400 (AMT)", utc(2022, 9, 13, 10, 5)),
        ("Tue, 13 Sep 2022 14:05:00 XYZ", utc(2022, 9, 13, 14, 5)),
        ("Tue, 13 Sep 2022 14:05:00", utc(2022, 9, 13, 14, 5)),
        ("Tue, 13 Sep 2022 14:05", utc(2022, 9, 13, 14, 5)),
        ("13 Sep 2022", utc(2022, 9, 13)),
        ("13 Sep 22 14:05:00 GMT", utc(2022, 9, 13, 14, 5)),
        ("Tuesday, 13-Sep-22 14:05:00 GMT", utc(2022, 9, 13, 14, 5)),
        ("Tue 13 September 2022 14:05:00 +0000", utc(2022, 9, 13, 14, 5)),
        ("Tues, 13 Sept. 2022 14:05:00 Z", utc(2022, 9, 13, 14, 5)),
        ("Tue,13 Sep 2022 14:05:00 +0000", utc(2022, 9, 13, 14, 5)),
        ("  Tue,  13   Sep 2022\n 14:05:00  +0000 ", utc(2022, 9, 13, 14, 5)),
        ("Thu, 13 Sep 2022 14:05:00 GMT", utc(2022, 9, 13, 14, 5)),  # a wrong weekday says nothing
        ("13 Sep 2022 2:05 pm", utc(2022, 9, 13, 14, 5)),
        ("13 Sep 2022 12:05 AM EDT", utc(2022, 9, 13, 4, 5)),
        # ISO 8601, W3C-DTF, SQL
        ("2022-09-13T14:05:00+04:00", utc(2022, 9, 13, 10, 5)),
        ("2022-09-13T14:05:00.123456Z", utc(2022, 9, 13, 14, 5)),
        ("2022-09-13T14:05Z", utc(2022, 9, 13, 14, 5)),
        ("2022-09-13T14:05:00-0330", utc(2022, 9, 13, 17, 35)),
        ("2022-09-13T14:05:00+04", utc(2022, 9, 13, 10, 5)),
        ("2022-09-13T14:05:00", utc(2022, 9, 13, 14, 5)),
        ("2022-09-13 14:05:00", utc(2022, 9, 13, 14, 5)),
        ("2022-09-13 14:05:00 +0400", utc(2022, 9, 13, 10, 5)),
        ("2022-09-13 14:05:00 UTC", utc(2022, 9, 13, 14, 5)),
        ("2022/09/13 14:05", utc(2022, 9, 13, 14, 5)),
        ("2022-09-13", utc(2022, 9, 13)),
        ("2022-09", utc(2022, 9, 1)),
        ("20220913T140500Z", utc(2022, 9, 13, 14, 5)),
        ("20220913", utc(2022, 9, 13)),
        ("2022-09-13T24:00:00Z", utc(2022, 9, 14)),
        ("2016-12-31T23:59:60Z", utc(2016, 12, 31, 23, 59, 59)),
        # asctime, America, Unix
        ("Tue Sep 13 14:05:00 2022", utc(2022, 9, 13, 14, 5)),
        ("Tue Sep 13 14:05:00 EDT 2022", utc(2022, 9, 13, 18, 5)),
        ("September 13, 2022 at 2:05 p.m.", utc(2022, 9, 13, 14, 5)),
        ("Sept 13, 2022", utc(2022, 9, 13)),
        ("Sep 13 2022 14:05:00 GMT", utc(2022, 9, 13, 14, 5)),
        ("1663077900", utc(2022, 9, 13, 14, 5)),
        ("1663077900000", utc(2022, 9, 13, 14, 5)),
    ],
)
def test_a_date_is_read_as_utc(words: str, moment: datetime) -> None:
    assert read_date(words) == moment


@pytest.mark.parametrize(
    "words",
    [
        "2022-02-30", "2022-13-01T00:00:00Z", "2022-09-13T25:00:00Z", "2022-09-13T14:61:00Z", "2022-09-13T14:05:61Z",
        "Tue, 31 Feb 2022 14:05:00 GMT", "Tue, 00 Sep 2022 14:05:00 GMT", "Tue, 13 Sep 2022 14:05:00 +9900", "0000-00-00 00:00:00",
        "Tue, 13 Sep 2022 13:05 pm", "2022-09-13T14:05:00+04:75", "0001-01-01T00:00:00+10:00",
    ],
)  # fmt: skip
def test_a_day_that_does_not_exist_is_impossible(words: str) -> None:
    with pytest.raises(Impossible):
        read_date(words)


@pytest.mark.parametrize(
    "words", ["", "yesterday", "13/09/2022", "09/13/22 14:05", "٢٠٢٢-٠٩-١٣", "Tue, 13 Xyz 2022", "now", "12", "2022"]
)
def test_what_is_no_date_or_could_be_two_is_not_guessed(words: str) -> None:
    assert read_date(words) is None


@pytest.mark.parametrize(
    "words", ["9" * 100_000, "Tue, " * 50_000, "2022-09-13T" + "0" * 100_000, " " * 1_000_000, "a" * 50 + " " * 50]
)
def test_hostile_words_are_read_in_no_time(words: str) -> None:
    assert cpu_seconds(lambda: read_date(words), tries=20) < 0.05


@pytest.mark.parametrize(
    ("words", "flag"),
    [
        ("", "missing"),
        ("   ", "missing"),
        ("yesterday", "impossible"),
        ("2022-02-30", "impossible"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", "impossible"),
        ("1989-12-31T23:59:59Z", "impossible"),
        ("1900-01-01", "impossible"),
        ("2022-09-15T12:00:01Z", "future"),
        ("2099-01-01", "future"),
        ("9999-12-31T23:59:59-10:00", "impossible"),
    ],
)
def test_a_bad_date_is_the_fetch_time_with_a_flag_and_the_feeds_words(words: str, flag: str) -> None:
    assert entry_date([(words, None)], fetched=FETCHED) == (FETCHED, flag, words.strip() and words)


@pytest.mark.parametrize("words", ["2022-09-15T12:00:00Z", "2022-09-14T12:00:00Z", "1990-01-01T00:00:00Z"])
def test_a_date_up_to_a_day_ahead_and_back_to_1990_is_taken(words: str) -> None:
    moment, flag, raw = entry_date([(words, None)], fetched=FETCHED)
    assert (moment, flag, raw) == (read_date(words), "", words)


def test_a_form_only_feedparser_knows_is_taken_from_there() -> None:
    korean = "2022년 09월 13일 오후 02:05:00"
    parsed = time.struct_time((2022, 9, 13, 5, 5, 0, 1, 256, 0))
    assert entry_date([(korean, parsed)], fetched=FETCHED) == (utc(2022, 9, 13, 5, 5), "", korean)


def test_a_day_that_does_not_exist_is_not_saved_by_a_kinder_parser() -> None:
    parsed = time.struct_time((2022, 3, 2, 0, 0, 0, 0, 1, 0))
    assert entry_date([("2022-02-30", parsed)], fetched=FETCHED)[1] == "impossible"


def test_a_good_second_date_goes_before_a_bad_first() -> None:
    answer = entry_date([("2099-01-01", None), ("2022-09-13", None)], fetched=FETCHED)
    assert answer == (utc(2022, 9, 13), "", "2022-09-13")


def test_of_several_bad_dates_the_first_is_named() -> None:
    assert entry_date([("2099-01-01", None), ("rubbish", None)], fetched=FETCHED) == (FETCHED, "future", "2099-01-01")


def test_the_words_kept_are_bounded() -> None:
    assert len(entry_date([("x" * 10_000, None)], fetched=FETCHED)[2]) == 100


def test_daylight_saving_names_differ_by_an_hour() -> None:
    summer, winter = read_date("13 Sep 2022 14:05 EDT"), read_date("13 Sep 2022 14:05 EST")
    assert summer is not None
    assert winter is not None
    assert winter - summer == timedelta(hours=1)
