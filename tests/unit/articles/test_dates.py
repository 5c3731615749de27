"""ISO 8601 as archives and pages write it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.articles.dates import read_date

MOMENT = datetime(2023, 2, 8, 15, 44, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-08T15:44:10Z", "2023-02-08T15:44:10+00:00", "2023-02-08 15:44:10+00:00", "2023-02-08 15:44:10",
        "2023-02-08T17:44:10+02:00",
        "2023-02-08T21:14:10+0530", "2023-02-08T10:44:10-05", "2023-02-08T15:44:10.123456Z", "20230208T154410Z", " 2023-02-08T15:44:10z ",
        "2023-02-08 15:44:10 UTC", "2023-02-08 15:44:10 +0000",
    ],
)  # fmt: skip
def test_every_spelling_of_a_moment_is_the_same_moment_in_utc(text: str) -> None:
    assert read_date(text) == MOMENT


def test_a_day_is_its_midnight() -> None:
    assert read_date("2023-02-08") == read_date("20230208") == datetime(2023, 2, 8, tzinfo=UTC)


def test_minutes_are_enough() -> None:
    assert read_date("2023-02-08T15:44Z") == datetime(2023, 2, 8, 15, 44, tzinfo=UTC)


def test_a_leap_second_is_the_second_before() -> None:
    assert read_date("2016-12-31T23:59:60Z") == datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "", "yesterday", "2023-13-01", "2023-02-30", "2023-02-08T25:00:00Z", "2023-02-08T15:44:75Z",
        "2023-02-08T15:44:10+99:00", "0000-01-01",
        "08.02.2023", "2023-2-8", "1675871050", "٢٠٢٣-٠٢-٠٨", "0001-01-01T00:00:00+14:00", "2023-02-08T15:44:10Z extra", "20230208154410",
    ],
)  # fmt: skip
def test_anything_else_is_no_date(text: str) -> None:
    assert read_date(text) is None


# Hypothesis wants them naive and adds the zone itself.
BEGIN, END = datetime(1000, 1, 2), datetime(9999, 12, 30)  # noqa: DTZ001


@given(st.datetimes(min_value=BEGIN, max_value=END, timezones=st.timezones()))
def test_what_python_writes_is_read_back_to_the_second(moment: datetime) -> None:
    offset = moment.utcoffset()
    if offset is not None and offset.total_seconds() % 60 == 0:
        assert read_date(moment.isoformat()) == moment.astimezone(UTC).replace(microsecond=0)


@given(st.text(max_size=40))
def test_any_text_is_survived(text: str) -> None:
    assert read_date(text) is None or read_date(text).tzinfo is UTC  # type: ignore[union-attr]  # the left side rules None out
