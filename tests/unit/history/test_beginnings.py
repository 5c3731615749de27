"""The hour at which a truce begins."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.history.beginnings import begins_at

THURSDAY = datetime(2023, 11, 23, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("7am local time (05:00 gmt) on friday", "2023-11-24T05:00"),
        ("7am local time ,0500 gmt, on friday", "2023-11-24T05:00"),
        ("friday at 7 a.m.", "2023-11-24T07:00"),
        ("at 7:30 p.m. on saturday", "2023-11-25T19:30"),
        ("12 a.m. on friday", "2023-11-24T00:00"),
        ("12 p.m. on friday", "2023-11-24T12:00"),
        ("noon on friday", "2023-11-24T12:00"),
        ("midnight on sunday", "2023-11-27T00:00"),
        ("midnight", "2023-11-24T00:00"),
        ("9 a.m.", None),
        ("tomorrow at 06:00", "2023-11-24T06:00"),
        ("tonight at 22:00", "2023-11-23T22:00"),
        ("18:00", "2023-11-23T18:00"),
        ("06:00", None),
        ("24 november at 10:00 gmt", "2023-11-24T10:00"),
        ("november 30 at 7 am", "2023-11-30T07:00"),
        ("thursday at 18:00 gmt", "2023-11-23T18:00"),
        ("friday", None),
        ("friday morning", None),
        ("thursday at 10:00", None),
        ("13 pm", None),
        ("november 31 at 7 am", None),
        ("march 3 at 7 am", None),
        ("", None),
    ],
)
def test_an_hour_is_read_from_the_words(words: str, start: str | None) -> None:
    assert begins_at(words, THURSDAY) == (datetime.fromisoformat(start).replace(tzinfo=UTC) if start else None)


@given(st.text(max_size=60), st.integers(min_value=0, max_value=4 * 10**9))
def test_no_words_raise_and_a_beginning_is_never_past(words: str, seconds: int) -> None:
    said = datetime.fromtimestamp(seconds, UTC)
    start = begins_at(words, said)
    assert start is None or start > said
