"""Quotes found in the cleaned text are found again in the text the user gave."""

from __future__ import annotations

from service.cli.quotes import into
from service.models import Rejected
from tests.harness import values


def quoting(text: str, quote: str, rank: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(rank + 1):
        start = text.index(quote, start + 1)
    return start, start + len(quote)


def test_offsets_point_into_the_text_as_given() -> None:
    original = "READ ALSO: 440 dead in flood\n\nYerevan said   105 of its troops\nwere killed.\n"
    cleaned = "Yerevan said 105 of its troops were killed."
    start, end = quoting(cleaned, "105 of its troops were killed")
    figure = values.figure(quote=cleaned[start:end], start=start, end=end)
    number = quoting(cleaned, "105")
    report = values.report(figures=(figure,), rejected=(Rejected("105", *number, rule="r"),), ceasefire=())
    moved = into(original, cleaned, report)
    [found] = moved.figures
    assert original[found.start : found.end] == found.quote == "105 of its troops\nwere killed"
    assert original[moved.rejected[0].start : moved.rejected[0].end] == "105"


def test_words_said_twice_keep_their_rank() -> None:
    original = "Menu\nTen died. And again: Ten died. Share this\n"
    cleaned = "Ten died. And again: Ten died."
    start, end = quoting(cleaned, "Ten died", rank=1)
    report = values.report(figures=(values.figure(quote="Ten died", start=start, end=end),), ceasefire=())
    [found] = into(original, cleaned, report).figures
    assert (found.start, found.end) == quoting(original, "Ten died", rank=1)


def test_the_same_sentence_again_and_again_is_counted() -> None:
    cleaned = "Ten died. " * 30
    original = f"Menu\n{cleaned}\nShare this\n"
    start, end = quoting(cleaned, "Ten died", rank=14)
    report = values.report(figures=(values.figure(quote="Ten died", start=start, end=end),), ceasefire=())
    [found] = into(original, cleaned, report).figures
    assert (found.start, found.end) == quoting(original, "Ten died", rank=14)


def test_words_that_were_in_two_pieces_keep_the_offsets_of_the_cleaned_text() -> None:
    original = "Ten soldiers\nSUBSCRIBE NOW\ndied."
    cleaned = "Ten soldiers died."
    report = values.report(figures=(values.figure(quote=cleaned, start=0, end=len(cleaned)),), ceasefire=())
    assert into(original, cleaned, report) == report


def test_an_unchanged_text_changes_nothing() -> None:
    report = values.report()
    assert into("same", "same", report) is report
