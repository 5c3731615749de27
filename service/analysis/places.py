"""Where a sentence puts what happened, and which countries an article is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from service.analysis.gazetteer import Mention
from service.analysis.languages.en.sides import DEEDS, DIRECTIONS, LOCATIVE, NOT_A_PLACE, PLACES, STRUCK
from service.analysis.reading import Reading
from service.analysis.text import Document
from service.models import UNSPECIFIED

_NEXT_WORD = re.compile(r"[ \n](\w+)")
RIVAL = 0.4  # of the foremost country's weight: what another needs to be what the article is about as well
LEAD = 600  # characters: title and first paragraphs
_WEIGHTS = {"place": 2.0, "capital": 1.5, "demonym": 0.6, "person": 0.6, "official": 0.6}


def where(reading: Reading, at: int) -> str | None:
    """The country of the place nearest to token ``at`` that the sentence puts things at; "unspecified" for two countries at once."""
    best: tuple[int, str] | None = None
    for first, last, mention in reading.mentions:
        if not _is_place(reading, first, last, mention):
            continue
        distance = abs(first - at)
        if best is None or distance < best[0]:
            best = (distance, _with_neighbour(reading, last, mention))
    return best[1] if best else None


def _is_place(reading: Reading, first: int, last: int, mention: Mention) -> bool:
    """Whether a name stands where a place stands: "in X", "near the town of X", "shelled X", not "X's army"."""
    lowers = reading.lowers
    if not (mention.country or mention.party) or reading.mention_at(first) is None or dateline(reading, first):
        return False
    following = lowers[last : last + 2]
    if mention.kind == "demonym" and (not following or following[0] not in PLACES):
        return False
    if mention.kind not in ("place", "capital", "country", "demonym"):
        return False
    if len(following) == 2 and following[0] == "'s" and following[1] in ("ministry", "army", "government"):
        return False
    if following[:1] == ["'s"] and not DEEDS.isdisjoint(lowers[last + 1 : last + 4]):
        return False  # "in Israel's assault"
    before = lowers[max(0, first - 5) : first]
    if not before or before[-1] in NOT_A_PLACE:
        return False
    struck = before[-1] in STRUCK or (before[-1] in DIRECTIONS and len(before) > 1 and before[-2] in STRUCK)
    return struck or not LOCATIVE.isdisjoint(before)


def _with_neighbour(reading: Reading, last: int, mention: Mention) -> str:
    """ "in Syria and Iraq" is neither alone."""
    country = mention.country or mention.party or UNSPECIFIED
    joined = reading.mention_at(last + 1) if reading.lowers[last : last + 1] == ["and"] else None
    return UNSPECIFIED if joined is not None and joined[1].country not in (None, country) else country


def between_two(reading: Reading) -> bool:
    """ "fighting between Armenia and Azerbaijan": a sentence about two sides at once."""
    lowers = reading.lowers
    if "between" not in lowers:
        return False
    start = lowers.index("between")
    named = [(first, last, m) for first, last, m in reading.mentions if start < first <= start + 10 and (m.party or m.country)]
    return any(
        one[2].party != other[2].party and "and" in lowers[one[1] : other[0]]
        for one, other in pairwise(named)
    )  # fmt: skip


def dateline(reading: Reading, first: int) -> bool:
    """ "BEIRUT (AFP)": a name in capitals where nothing else is says where the report was written."""
    text = reading.tokens[first].text
    return len(text) > 3 and text.isupper() and not reading.capitals


def home_countries(document: Document, mentions: Sequence[Mention]) -> list[str]:
    """The countries an article is about, foremost first: places and sides it names, those at the beginning counting most."""
    weights: dict[str, float] = {}
    capitals = document.text[:2000].isupper()
    for mention in mentions:
        country = mention.country
        hyphenated = document.text[mention.end : mention.end + 1] == "-"  # "London-based"
        if not country or hyphenated or (mention.text.isupper() and len(mention.text) > 3 and not capitals):
            continue
        following = _NEXT_WORD.match(document.text, mention.end)
        if mention.kind == "demonym" and following is not None and following[1].lower() in DEEDS:
            continue  # "a Russian missile": who did it, not where
        weight = 4.0 if mention.start < LEAD else 1.0
        weights[country] = weights.get(country, 0.0) + weight * _WEIGHTS.get(mention.kind, 1.0)
    order = sorted(weights, key=lambda country: (-weights[country], country))
    return [country for country in order if weights[country] >= weights[order[0]] * RIVAL]
