"""Thousands grouped as the United Nations and the Red Cross print them."""

from __future__ import annotations

import pytest

from service.analysis.numbers import find_numbers
from service.analysis.text import prepare


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1\u202f200 civilians", 1200),
        ("4\u00a0500 people", 4500),
        ("1\u2009234 dead", 1234),
        ("1'234 dead", 1234),
        ("1\u202f200\u202f000 displaced", 1_200_000),
        ("on page 3, 200 people", 200),
        ("3\u00a020 people", 20),
    ],
)
def test_a_grouped_number_is_read_whole(text: str, value: int) -> None:
    (sentence,) = prepare(text).sentences
    assert find_numbers(sentence.texts, sentence.lowers)[-1].high == value
