"""Numbers in a sentence: what amount a run of tokens states, how it is qualified, and which numbers count no people.

A ``Number`` is a plain count (``low == high``), a range, or a vague word. Numbers that cannot count people (dates, money,
distances, names such as "Flight 17") come with the name of the rule that says so in ``not_people``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from service.analysis.languages.en.numerals import (
    COUNTED_ONCE,
    DOZEN,
    GROUPS,
    LONGEST_QUALIFIER,
    QUALIFIER_ENDS,
    QUALIFIERS,
    QUALIFIERS_AFTER,
    SCALES,
    SEVERAL,
    SUFFIXES,
    TENS,
    UNITS,
    VAGUE,
    VAGUE_SCALED,
    VAGUE_SCALES,
    VAGUE_STARTS,
)
from service.analysis.languages.lists import by_first
from service.analysis.not_people import why_not_people
from service.models import Qualifier

_WORDS = UNITS | TENS | {tens + unit: TENS[tens] + n for tens in TENS for unit, n in UNITS.items() if n < 10}  # "thirtythree"
_STARTS = (
    frozenset(_WORDS)
    | frozenset(VAGUE)
    | frozenset(VAGUE_SCALED)
    | frozenset({"half", "quarter", "a", "an", "hundred", "few", "large"})
)


_VAGUE_STARTS = by_first(VAGUE_STARTS)
_QUALIFIERS_AFTER = by_first(QUALIFIERS_AFTER)
_AFTER_ARTICLES = (  # what ``_vague_at`` and ``_article_amount`` can read behind "a" or "an": no other article is looked at
    frozenset(GROUPS)
    | frozenset(DOZEN)
    | frozenset(SCALES)
    | {"half", "quarter", "single"}
    | {phrase[1] for phrase in VAGUE_STARTS}
) | frozenset(VAGUE_SCALED)


class Number(NamedTuple):
    """Tokens ``first:last`` state the amount, ``start:first`` qualify it; None and ``vague`` where nobody counted."""

    start: int
    first: int
    last: int
    low: int | None
    high: int | None
    vague: str | None
    qualifier: Qualifier
    not_people: str = ""


def find_numbers(texts: Sequence[str], lowers: list[str]) -> list[Number]:
    """All numbers of a sentence in order, without overlap; one pass over its tokens' plain forms and those in lower case."""
    found: list[Number] = []
    past = 0
    for position in [at for at, word in enumerate(lowers) if word in _STARTS or "0" <= word[0] <= "9" or "-" in word]:
        if position >= past and _may_start(lowers, position):
            number = _number_at(texts, lowers, position)
            if number is not None:
                found.append(number)
                past = number.last
    return found


def _may_start(lowers: list[str], at: int) -> bool:
    """Whether the word at a position, or a hyphenated word's first part, can begin a number; an article only before some words."""
    word = lowers[at]
    if word in ("a", "an"):
        return at + 1 < len(lowers) and lowers[at + 1] in _AFTER_ARTICLES
    return word in _STARTS or "0" <= word[0] <= "9" or word.split("-", 1)[0] in _WORDS


def _number_at(texts: Sequence[str], lowers: list[str], position: int) -> Number | None:
    vague = _vague_at(lowers, position)
    if vague is not None:
        word, last = vague
        start, _ = _qualifier_before(lowers, position)
        return Number(start, position, last, None, None, word, "exact") if word else None
    amount = _amount_at(lowers, position)
    if amount is None:
        return None
    low, high, last = amount
    last, low, high = _range_end(lowers, position, last, low, high)
    start, qualifier = _qualifier_before(lowers, position)
    last, after = _qualifier_after(lowers, last)
    if low != high and start > 0 and lowers[start - 1] == "between":
        start -= 1
    if high < low:
        return Number(start, position, last, low, low, None, qualifier, "not a rising range")
    reason = why_not_people(texts, lowers, position, last, low)
    return Number(start, position, last, low, high, None, after or qualifier, reason)


def _vague_at(lowers: list[str], at: int) -> tuple[str, int] | None:
    """A vague amount at a position: its word (empty for what is none) and where it ends."""
    word = lowers[at]
    for _, phrase in _VAGUE_STARTS.get(word, ()):
        if tuple(lowers[at : at + len(phrase)]) == phrase:
            meaning = VAGUE_STARTS[phrase]
            after = at + len(phrase)
            if meaning and phrase[-1] == "few" and after < len(lowers) and lowers[after] in SCALES | DOZEN:
                return f"several {lowers[after]}", after + 1
            return meaning, after
    following = lowers[at + 1] if at + 1 < len(lowers) else ""
    if word in VAGUE_SCALED and following == "of" and at + 2 < len(lowers) and lowers[at + 2] in VAGUE_SCALES:
        return f"{VAGUE_SCALED[word]} of {lowers[at + 2]}", at + 3
    if word in SEVERAL and (following in SCALES or following in DOZEN):
        return f"{SEVERAL[word]} {following}", at + 2
    if word in VAGUE:
        return VAGUE[word], at + 1
    return None


def _amount_at(lowers: list[str], at: int) -> tuple[int, int, int] | None:
    """Low, high and end of the amount that begins at a position."""
    word = lowers[at]
    if word[0].isdigit():
        return _digits_at(lowers, at)
    if word in ("a", "an", "half", "quarter", "hundred"):
        return _article_amount(lowers, at)
    value, last = _word_amount(lowers, at)
    return (value, value, last) if value is not None else None


def _digits_at(lowers: list[str], at: int) -> tuple[int, int, int] | None:
    word = lowers[at]
    following = lowers[at + 1] if at + 1 < len(lowers) else ""
    left, dash, right = word.partition("-")
    if dash:
        if right == "odd":
            value = _digits(left)
            return (value, value, at + 1) if value is not None else None
        low, high = _digits(left), _digits(right)
        if low is None or high is None or not low < high:
            return None
        scale = SCALES.get(following, 1)
        return low * scale, high * scale, at + (2 if scale > 1 else 1)
    if following in SCALES or following in DOZEN:
        factor = SCALES.get(following) or DOZEN[following]
        value = _decimal(word, factor)
        return (value, value, at + 2) if value is not None else None
    value = _digits(word)
    if value is None:
        value = _suffixed(word)
    return (value, value, at + 1) if value is not None else None


def _digits(word: str) -> int | None:
    """Plain digits or digits in groups of three; None for anything else (decimals, times, codes, absurd lengths)."""
    if len(word) > 15 or (word[0] == "0" and len(word) > 1):
        return None
    if word.isdigit():
        return int(word)
    for mark in ",.":
        groups = word.split(mark)
        if (
            len(groups) > 1
            and all(g.isdigit() for g in groups)
            and 1 <= len(groups[0]) <= 3
            and all(len(g) == 3 for g in groups[1:])
        ):
            return int("".join(groups)) if groups[0] != "0" else None
    return None


def _decimal(word: str, factor: int) -> int | None:
    plain = _digits(word) if "." not in word else None
    if plain is not None:
        return plain * factor
    whole, _, part = word.partition(".")
    if whole.isdigit() and part.isdigit() and len(whole) < 7 and len(part) < 7:
        tens: int = 10 ** len(part)
        return int(whole) * factor + int(part) * factor // tens
    return None


def _suffixed(word: str) -> int | None:
    stem = word.rstrip("kmn")
    factor = SUFFIXES.get(word[len(stem) :])
    return _decimal(stem, factor) if factor and stem else None


def _article_amount(lowers: list[str], at: int) -> tuple[int, int, int] | None:
    """ "a hundred", "half a million", "a quarter of a million", "half a dozen", "a couple of", "an additional 12" is none."""
    word = lowers[at]
    rest = lowers[at + 1 : at + 5]
    for opening, divisor in ((["half", "a"], 2), (["quarter", "of", "a"], 4), (["a", "quarter", "of", "a"], 4), (["half"], 2)):
        size = len(opening)
        if lowers[at : at + size] == opening and at + size < len(lowers):
            scale = SCALES.get(lowers[at + size]) or DOZEN.get(lowers[at + size])
            if scale:
                return scale // divisor, scale // divisor, at + size + 1
    if word == "hundred":
        return 100, 100, at + 1
    if word not in ("a", "an") or not rest:
        return None
    multiplied = _multiplied(rest)
    if multiplied is not None:
        return multiplied[0], multiplied[0], at + 1 + multiplied[1]
    if rest[0] in GROUPS and rest[1:2] == ["of"] and rest[2:3] and not rest[2][0].isdigit():
        return GROUPS[rest[0]], GROUPS[rest[0]], at + 3
    if rest[0] in DOZEN:
        return 12, 12, at + 2
    if rest[0] == "single" and rest[1:2] and rest[1] in COUNTED_ONCE:
        return 1, 1, at + 2
    if rest[:2] == ["half", "dozen"]:
        return 6, 6, at + 3
    if rest[0] in SCALES:
        value, last = _word_amount(["one", *lowers[at + 1 : at + 9]], 0)
        return (value, value, at + last) if value is not None else None
    return None


def _multiplied(rest: list[str]) -> tuple[int, int] | None:
    """What "couple of dozen" and "million and a half" make behind an article, and how many words they are."""
    if rest[0] in GROUPS and rest[1:2] == ["of"] and rest[2:3] and (rest[2] in DOZEN or rest[2] in SCALES):
        return GROUPS[rest[0]] * (DOZEN.get(rest[2]) or SCALES[rest[2]]), 3
    if rest[0] in SCALES and rest[1:4] == ["and", "a", "half"]:
        return SCALES[rest[0]] * 3 // 2, 4
    return None


def _word_amount(lowers: Sequence[str], at: int) -> tuple[int | None, int]:
    """A numeral in words: "twenty-three", "two hundred and fifty", "one and a half thousand", "two dozen"."""
    total = current = 0
    position, seen, unit_open = at, False, False
    while position < len(lowers):
        word = lowers[position]
        value = _compound(word)
        if value is not None:
            tens_then_unit = 0 < value < 10 and current % 100 in range(20, 100) and current % 10 == 0
            if unit_open and not tens_then_unit:
                break
            current += value
            seen = unit_open = True
        elif seen and word in SCALES:
            scale = SCALES[word]
            if scale == 100:
                current = max(current, 1) * 100
            else:
                total, current = total + max(current, 1) * scale, 0
            unit_open = False
        elif seen and word in DOZEN:
            return total + current * 12, position + 1
        elif (
            seen
            and list(lowers[position : position + 3]) == ["and", "a", "half"]
            and position + 3 < len(lowers)
            and lowers[position + 3] in SCALES
        ):
            scale = SCALES[lowers[position + 3]]
            return current * scale + scale // 2, position + 4
        elif (
            seen
            and word == "and"
            and not unit_open
            and position + 1 < len(lowers)
            and _compound(lowers[position + 1]) is not None
        ):
            pass
        else:
            break
        position += 1
    return (total + current if seen else None), position


def _compound(word: str) -> int | None:
    """A numeral below a thousand in one word, with hyphens or without."""
    value = _WORDS.get(word)
    if value is not None or "-" not in word or len(word) > 40:
        return value
    parts = word.split("-")
    if parts[-1] == "odd":
        parts = parts[:-1]
    if all(part in _WORDS or part in SCALES or part in DOZEN or part == "and" for part in parts):
        amount, last = _word_amount(parts, 0)
        return amount if last == len(parts) else None
    return None


def _range_end(lowers: list[str], first: int, last: int, low: int, high: int) -> tuple[int, int, int]:
    """ "20 to 30", "20 – 30", "five or six", "between 20 and 30": where the range ends and its bounds.

    A scale said once belongs to both: "30 to 50 million".
    """
    if low != high or last + 1 >= len(lowers):
        return last, low, high
    joint = lowers[last]
    between = first > 0 and (lowers[first - 1] == "between" or lowers[max(0, first - 2) : first] == ["somewhere", "between"])
    if joint == "to" and first > 0 and lowers[first - 1] in ("from", "by"):
        return last, low, high  # "rose from 50 to 71" and "rose by five to 12" are two counts
    if not (joint in ("to", "or", "–") or (joint == "and" and between)):
        return last, low, high
    upper = _amount_at(lowers, last + 1)
    if upper is None:
        return last, low, high
    scale = SCALES.get(lowers[upper[2] - 1], 1) if lowers[last - 1] not in SCALES else 1
    if scale > 1 and low < upper[0] // scale:
        return upper[2], low * scale, upper[1]
    if upper[0] <= low or (joint == "to" and upper[0] > 20 * low) or (joint == "or" and upper[0] > 3 * low):
        return last, low, high
    if scale > 1 and upper[0] >= 1000 > low:
        return last, low, high
    return upper[2], low, upper[1]


_HANDED = frozenset(("handed", "handing", "hand", "hands", "turned", "turning"))


def _qualifier_before(lowers: list[str], at: int) -> tuple[int, Qualifier]:
    """The qualifier directly before a position and where it begins; steps over "the" and "a total of"."""
    end = at
    if lowers[max(0, end - 3) : end] in (["a", "total", "of"], ["the", "total", "of"]):
        end -= 3
    if end == 0 or lowers[end - 1] not in QUALIFIER_ENDS:
        return end, "exact"
    if lowers[max(0, end - 3) : end] in (["it", "was", "over"], ["all", "was", "over"]):
        return end - 1, "exact"  # "by the time it was over 25 people were dead"
    if lowers[end - 1] == "over" and end > 1 and lowers[end - 2] in _HANDED:
        return end, "exact"  # "handed over 130 soldiers"
    for size in range(min(LONGEST_QUALIFIER, end), 0, -1):
        qualifier = QUALIFIERS.get(tuple(lowers[end - size : end]))
        if qualifier is not None:
            return end - size, qualifier
    return end, "exact"


def _qualifier_after(lowers: list[str], last: int) -> tuple[int, Qualifier | None]:
    if lowers[last - 1].endswith("-odd"):
        return last, "about"
    for _, phrase in _QUALIFIERS_AFTER.get(lowers[last], ()) if last < len(lowers) else ():
        if tuple(lowers[last : last + len(phrase)]) == phrase:
            return last + len(phrase), QUALIFIERS_AFTER[phrase]
    return last, None
