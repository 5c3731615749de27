"""Comparing stated numbers with their qualifiers: more, less, or the same news said better or worse."""

from __future__ import annotations

import math
from typing import Literal

from service.history.rules import Rules
from service.models import Figure, Value

Comparison = Literal["more", "less", "finer", "same"]


def value_of(figure: Figure) -> Value | None:
    """The figure's number, None for a vague word."""
    if figure.low is None or figure.high is None:
        return None
    return Value(figure.low, figure.high, figure.qualifier)


def floor_of(value: Value, rules: Rules) -> int:
    """The least number the words can mean."""
    match value.qualifier:
        case "more_than":
            return value.low + 1
        case "nearly" | "about" | "up_to":  # "as many as 1,100" is how the news first tells of a higher number
            return math.ceil(value.low * (1 - rules.fuzz_share))
    return value.low


def ceiling_of(value: Value, rules: Rules) -> float:
    """The greatest number the words can mean; infinite for "at least" and "more than"."""
    match value.qualifier:
        case "at_least" | "more_than":
            return math.inf
        case "about":
            return math.floor(value.high * (1 + rules.fuzz_share))
    return value.high


def reach_of(value: Value, rules: Rules) -> int:
    """The greatest number that is still the same news: "more than 100" reaches 110, "at least 49" only 49."""
    match value.qualifier:
        case "more_than":
            return value.high + max(1, min(_rounding(value.high), math.floor(value.high * rules.refine_share)))
        case "about":
            return math.floor(value.high * (1 + rules.fuzz_share))
    return value.high


def compare(known: Value, new: Value, rules: Rules) -> Comparison:
    """What a new number says beside a known one, whoever said either.

    "more": certainly beyond the known number and its rounding; "less": certainly below it; "finer": the same news with a
    better number; "same": the known number again, or a vaguer one.
    """
    if floor_of(new, rules) > reach_of(known, rules):
        return "more"
    if ceiling_of(new, rules) < floor_of(known, rules):
        return "less"
    if _width(new, rules) < _width(known, rules) and new.high >= known.low:
        return "finer"
    return "same"


def agree(one: Value, other: Value, rules: Rules) -> bool:
    """Whether both can be the same count, as two reports of one number would word it."""
    return compare(one, other, rules) in ("finer", "same") and compare(other, one, rules) in ("finer", "same")


def contradict(one: Value, other: Value, rules: Rules) -> bool:
    """Whether two claimants' numbers are further apart than lag and rounding explain."""
    if compare(one, other, rules) in ("finer", "same"):
        return False
    gap = abs(one.high - other.high)
    return gap >= rules.dispute_least and gap >= rules.dispute_share * max(one.high, other.high)


def _width(value: Value, rules: Rules) -> float:
    if value.qualifier in ("exact", "at_least"):  # "at least 49" is a count so far, "more than 40" a rounding
        return value.high - value.low + (0 if value.qualifier == "exact" else 0.5)
    return max(1.0, ceiling_of(value, rules) - floor_of(value, rules))


def _rounding(number: int) -> int:
    """The step a speaker rounded to: 100 for 6,500, 10 for 150, 1 for 153."""
    step = 1
    while number and number % (step * 10) == 0:
        step *= 10
    return step
