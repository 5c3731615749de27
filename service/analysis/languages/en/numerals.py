"""Numerals, vague amounts and the words that qualify them."""

from __future__ import annotations

from typing import Final

from service.analysis.languages.lists import words
from service.models import Qualifier

UNITS: Final = {
    w: n
    for n, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
    if n
}
TENS: Final = {
    w: 10 * n for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
} | {"fourty": 40}
SCALES: Final = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 10**9,
}
DOZEN: Final = {"dozen": 12}
GROUPS: Final = {"couple": 2, "score": 20, "pair": 2, "duo": 2, "trio": 3, "quartet": 4}  # "a couple of", "a trio of"
COUNTED_ONCE: Final = words("death fatality body corpse killing injury")  # "a single death" is a count of one
SUFFIXES: Final = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000}  # only where people follow: "2.5m refugees"

# Words for an amount nobody counted, as the text words them; the guide keeps the word.
VAGUE: Final = {
    "dozens": "dozens",
    "scores": "scores",
    "hundreds": "hundreds",
    "thousands": "thousands",
    "millions": "millions",
    "several": "several",
    "numerous": "several",
    "multiple": "several",
}
VAGUE_SCALED: Final = {"tens": "tens", "dozens": "dozens", "hundreds": "hundreds", "scores": "scores"}  # "tens of thousands"
VAGUE_SCALES: Final = {"thousands": "thousands", "millions": "millions"}
VAGUE_STARTS: Final = {  # after an article: "a few", "a number of", "a handful of"
    ("a", "few"): "several",
    ("a", "number", "of"): "several",
    ("a", "large", "number", "of"): "several",
    ("large", "numbers", "of"): "several",
    ("a", "handful", "of"): "several",
    ("an", "unknown", "number", "of"): "several",
    ("an", "unspecified", "number", "of"): "several",
    ("an", "undisclosed", "number", "of"): "several",
    ("an", "undetermined", "number", "of"): "several",
    ("a", "series", "of"): "",
}
SEVERAL: Final = {"several": "several", "few": "several"}  # before a scale: "several hundred"

# Phrases directly before a number; the longest match counts.
QUALIFIERS: Final[dict[tuple[str, ...], Qualifier]] = {
    ("at", "least"): "at_least",
    ("at", "the", "very", "least"): "at_least",
    ("at", "a", "minimum"): "at_least",
    ("no", "fewer", "than"): "at_least",
    ("no", "less", "than"): "at_least",
    ("not", "fewer", "than"): "at_least",
    ("not", "less", "than"): "at_least",
    ("a", "minimum", "of"): "at_least",
    ("minimum", "of"): "at_least",
    ("more", "than"): "more_than",
    ("nore", "than"): "more_than",
    ("greater", "than"): "more_than",
    ("higher", "than"): "more_than",
    ("well", "over"): "more_than",
    ("better", "than"): "more_than",
    ("over",): "more_than",
    ("upwards", "of"): "more_than",
    ("upward", "of"): "more_than",
    ("in", "excess", "of"): "more_than",
    ("exceeding",): "more_than",
    ("exceeds",): "more_than",
    ("exceeded",): "more_than",
    ("surpassed",): "more_than",
    ("surpasses",): "more_than",
    ("surpassing",): "more_than",
    ("topped",): "more_than",
    ("tops",): "more_than",
    ("topping",): "more_than",
    ("passed",): "more_than",
    ("passes",): "more_than",
    ("above",): "more_than",
    ("beyond",): "more_than",
    ("nearly",): "nearly",
    ("almost",): "nearly",
    ("close", "to"): "nearly",
    ("near",): "nearly",
    ("nearing",): "nearly",
    ("nears",): "nearly",
    ("neared",): "nearly",
    ("approaches",): "nearly",
    ("approaching",): "nearly",
    ("just", "under"): "nearly",
    ("just", "short", "of"): "nearly",
    ("nearly", "about"): "nearly",
    ("up", "to"): "up_to",
    ("as", "many", "as"): "up_to",
    ("as", "much", "as"): "up_to",
    ("a", "maximum", "of"): "up_to",
    ("at", "most"): "up_to",
    ("fewer", "than"): "up_to",
    ("less", "than"): "up_to",
    ("under",): "up_to",
    ("no", "more", "than"): "up_to",
    ("not", "more", "than"): "up_to",
    ("about",): "about",
    ("around",): "about",
    ("some",): "about",
    ("roughly",): "about",
    ("approximately",): "about",
    ("approx",): "about",
    ("circa",): "about",
    ("an", "estimated"): "about",
    ("estimated",): "about",
    ("estimated", "at"): "about",
    ("estimated", "to", "be"): "about",
    ("estimated", "at", "about"): "about",
    ("perhaps",): "about",
    ("probably",): "about",
    ("maybe",): "about",
    ("in", "the", "region", "of"): "about",
    ("something", "like"): "about",
    ("just", "over"): "more_than",
    ("just", "above"): "more_than",
}
LONGEST_QUALIFIER: Final = max(map(len, QUALIFIERS))
QUALIFIER_ENDS: Final = frozenset(q[-1] for q in QUALIFIERS)

# Phrases directly after a number.
QUALIFIERS_AFTER: Final[dict[tuple[str, ...], Qualifier]] = {
    ("or", "more"): "at_least",
    ("or", "so"): "about",
    ("or", "thereabouts"): "about",
    ("plus",): "more_than",
    ("+",): "more_than",
}
NUMERAL_WORDS: Final[frozenset[str]] = frozenset().union(
    UNITS, TENS, SCALES, DOZEN, VAGUE, VAGUE_SCALED, GROUPS, ("few", "number", "numbers", "handful")
)
