"""Tokens of a sentence: where they stand in the text as given, and a memory of words that hostile text cannot fill."""

from __future__ import annotations

import pytest

from service.analysis import remembered
from service.analysis.remembered import Remembered
from service.analysis.text import prepare


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shells hit the market, killing 12.", ["Shells", "hit", "the", "market", ",", "killing", "12", "."]),
        ("Two  blanks,\tand a tab", ["Two", "blanks", ",", "and", "a", "tab"]),
        ("The U.S.-led raid\u2019s 1\u202f200 dead\u2026", ["The", "U.S.-led", "raid\u2019s", "1\u202f200", "dead", "\u2026"]),
        ("Kyi\u00adv said \u00bd of them", ["Kyi\u00adv", "said", "\u00bd", "of", "them"]),
        ("The bom-\nbardment went on", ["The", "bom-\nbardment", "went", "on"]),
        ("\u201cS\u00e3o Tom\u00e9\u201d \u2014 no", ["\u201c", "S\u00e3o", "Tom\u00e9", "\u201d", "\u2014", "no"]),
    ],
)
def test_a_token_stands_where_the_text_has_it(text: str, found: list[str]) -> None:
    (sentence,) = prepare(text).sentences
    assert len(sentence.starts) == len(sentence.ends) == len(sentence.texts) == len(sentence.lowers)
    pieces: list[str] = []
    for start, end in zip(sentence.starts, sentence.ends, strict=True):
        if text[start:end] != (pieces[-1] if pieces else ""):  # one character that folds to several marks
            pieces.append(text[start:end])
    assert "".join(pieces).replace(" ", "") == "".join(found).replace(" ", "")


def test_a_word_broken_at_a_lines_end_is_one_word_again() -> None:
    (sentence,) = prepare("The bom-\nbardment went on").sentences
    assert "bombardment" in sentence.lowers
    assert "bombardment" in sentence.words


def test_many_kinds_of_marks_fold_as_few_do() -> None:
    marks = "".join(chr(code) for code in range(0x100, 0x180))
    (many,) = prepare(f"\u201cNo\u201d {marks}").sentences
    (few,) = prepare("\u201cNo\u201d \u0105").sentences
    assert many.texts[:3] == few.texts[:3] == ['"', "No", '"']


class _Lengths(Remembered[int]):
    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def work_out(self, word: str) -> int:
        self.asked.append(word)
        return len(word)


def test_a_word_is_worked_out_once() -> None:
    lengths = _Lengths()
    assert [lengths["raid"], lengths["raid"]] == [4, 4]
    assert lengths.asked == ["raid"]


def test_the_memory_never_holds_more_than_its_bound_and_no_endless_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MOST", 10)
    lengths = _Lengths()
    for number in range(1_000):
        assert lengths[f"word{number}"] == len(f"word{number}")
        assert len(lengths) <= 10
    long = "a" * (remembered.LONGEST + 1)
    assert lengths[long] == len(long)
    assert long not in lengths


@pytest.mark.parametrize("beside", ["", " \u00e9"])
def test_a_separator_of_old_teletypes_is_a_blank_in_any_text(beside: str) -> None:
    (sentence,) = prepare(f"Shells\x1chit the market{beside}").sentences
    assert sentence.texts[:4] == ["Shells", "hit", "the", "market"]
