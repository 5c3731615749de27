"""Near-copies: a 64-bit simhash of a text, and when two of them come from the same agency text.

Measured on 149 real news articles (11,000 pairs of different texts, and own changes of each), for texts of 30 / 150 / 300 words:
within 8 bits are 84 / 90 / 94 % of copies cut by a tenth, 86 / 78 / 83 % of copies with every twentieth word changed, 44 / 100 / 100 %
of copies with a sentence added, and no two different texts. In 1,079 real RSS items on four wars the first false pair stood at 9 bits.
Within 3 bits, where an index of four 16-bit bands finds every pair, are only 13 / 24 / 27 % of copies cut by a tenth.
A text that was put into other words altogether is 13 bits and more away and is no copy by this measure.
"""

from __future__ import annotations

# Below this many words a changed one moves the hash as far as another text would: no fingerprint, no copies.
MIN_WORDS = 20

NEAR_BITS = 8


def fingerprint(text: str) -> str:
    """64-bit simhash (Charikar 2002, by trafilatura) as 16 hex digits; "" for a text too short to compare."""
    if len(text.split()) < MIN_WORDS:
        return ""
    from trafilatura.deduplication import Simhash

    return f"{Simhash(text).hash:016x}"


def distance(one: str, other: str) -> int:
    """How many of the 64 bits differ; 64 where either fingerprint is empty."""
    if not one or not other:
        return 64
    return (int(one, 16) ^ int(other, 16)).bit_count()


def are_near(one: str, other: str) -> bool:
    """Whether two texts are nearly the same."""
    return distance(one, other) <= NEAR_BITS
