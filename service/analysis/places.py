"""Where a sentence puts what happened, and which countries an article is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from service.analysis.gazetteer import Mention
from service.analysis.languages.en.sides import (
    AGGRESSION,
    BATTLE,
    DEEDS,
    DIRECTIONS,
    LOCATIVE,
    NOT_A_PLACE,
    PLACES,
    STRUCK,
    TALKS,
)
from service.analysis.languages.lists import words
from service.analysis.reading import Reading
from service.analysis.text import Document
from service.models import UNSPECIFIED

_WORD = re.compile(r"\w+")
_BORDERED = re.compile(r"(?i)(?:border|frontier) (?:with|of) $")
FOLLOWING = 40  # characters after a name in which its verb or its weapon stands
DOING = 0.3  # of its weight: what the side that attacks counts for where things happen
LEADING = 4.0  # what a name counts for in title and lead
RIVAL = 0.4  # of the foremost country's weight: what another needs to be what the article is about as well
LEAD = 600  # characters: title and first paragraphs
_WEIGHTS = {"place": 2.0, "capital": 1.5, "demonym": 0.6, "person": 0.6, "official": 0.6}


def where(reading: Reading, at: int, *, near: bool = False) -> str | None:
    """The country of the place nearest to token ``at`` that the sentence puts things at; "unspecified" for two countries at once.

    A country only near which it happened ("near the Syrian border") is asked where ``near`` says so.
    """
    best: tuple[int, str] | None = None
    for first, last, mention in reading.mentions:
        if not _is_place(reading, first, last, mention) or (not near and _elsewhere(reading, first, last, at)):
            continue
        distance = abs(first - at)
        if best is None or distance < best[0]:
            best = (distance, _with_neighbour(reading, last, mention))
    return best[1] if best else None


def _elsewhere(reading: Reading, first: int, last: int, at: int) -> bool:
    """ "… were killed, while fighting went on in X": a place of another clause, or one only near which it happened."""
    between = reading.lowers[min(last, at) : max(first, at)]
    return not _APART.isdisjoint(between) or beside(reading, first, last)


_APART = words("while whereas but ;")
_NEARBY = words("near to from")
_LIMITS = words("border borders frontier boundary")


def beside(reading: Reading, first: int, last: int) -> bool:
    """ "near the Afghan border", "on the border with Syria", "not far from Iraq": another country than where it happened."""
    lowers = reading.lowers
    mention = reading.mention_at(first)
    if mention is None or mention[1].kind not in ("country", "demonym"):
        return False
    following = lowers[last : last + 2]
    if following and following[0] in _LIMITS and not (len(following) > 1 and following[1] in PLACES):
        return True
    before = lowers[max(0, first - 2) : first]
    return bool(before) and (before[-1] in _NEARBY or (before[-1] == "with" and before[0] in _LIMITS))


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
    if following[:1] and following[0] in QUARTERS and _placed_in_another(reading, last):
        return False  # "the Sulaymaniyah neighbourhood of Aleppo"
    if following[:1] == ["'s"] and not DEEDS.isdisjoint(lowers[last + 1 : last + 4]):
        return False  # "in Israel's assault"
    before = lowers[max(0, first - 5) : first]
    if not before or _origin(before) or _of_talks(reading, first):
        return False
    bordering = before[-1] == "with" and before[-2:-1] and before[-2] in _LIMITS
    if before[-1] in NOT_A_PLACE and not bordering:
        return False
    if before[-1] == "on" and not BLAMED.isdisjoint(before):
        return False
    struck = before[-1] in STRUCK or (before[-1] in DIRECTIONS and len(before) > 1 and before[-2] in STRUCK)
    return struck or bool(bordering) or not LOCATIVE.isdisjoint(before)


BLAMED = words("blames blamed blaming blame")
QUARTERS = words("neighbourhood neighborhood district quarter street square road suburb hospital mosque market")


def _placed_in_another(reading: Reading, last: int) -> bool:
    """Whether a place of another name follows at once: "district of the Syrian city of Aleppo"."""
    return any(last < first <= last + 6 and m.country and m.kind != "demonym" for first, _, m in reading.mentions)


def _origin(before: Sequence[str]) -> bool:
    """ "rockets from Gaza", "fired from Lebanon": where it came from."""
    at = len(before) - 1
    while at > 0 and before[at] != "from" and before[at] in DIRECTIONS:
        at -= 1
    return at > 0 and before[at] == "from" and (before[at - 1] in DEEDS or before[at - 1] in _SENT)


_SENT = words("fired launched shot coming came flown arriving originating")


def _of_talks(reading: Reading, first: int) -> bool:
    """ "negotiations in Caracas", "the council met in New York": where people spoke of it."""
    lowers = reading.lowers
    if lowers[first - 1] not in ("in", "at"):
        return False
    return any(word in TALKS for word in lowers[max(0, first - 5) : first - 1])


def ground_of(reading: Reading) -> str | None:
    """The country of the last place that a sentence puts things at."""
    found = None
    for first, last, mention in reading.mentions:
        if mention.kind in ("place", "capital", "country") and not beside(reading, first, last):
            rocked = first > 0 and reading.lowers[first - 1] in SHAKEN and not dateline(reading, first)
            if rocked or _is_place(reading, first, last, mention):
                found = mention.country or mention.party
    return found


SHAKEN = words("rocked rocking shook shaking through hitting entered entering reached seized captured besieged overran took")


def _with_neighbour(reading: Reading, last: int, mention: Mention) -> str:
    """ "in Syria and Iraq" is neither alone."""
    country = mention.country or mention.party or UNSPECIFIED
    joined = reading.mention_at(last + 1) if reading.lowers[last : last + 1] == ["and"] else None
    return UNSPECIFIED if joined is not None and joined[1].country not in (None, country) else country


def between_two(reading: Reading) -> bool:
    """ "fighting between Armenia and Azerbaijan": a sentence about two sides at once."""
    lowers = reading.lowers
    if _pair_of_names(reading):
        return True
    if "between" not in lowers:
        return False
    start = lowers.index("between")
    named = [(first, last, m) for first, last, m in reading.mentions if start < first <= start + 10 and (m.party or m.country)]
    return any(
        one[2].party != other[2].party and "and" in lowers[one[1] : other[0]]
        for one, other in pairwise(named)
    )  # fmt: skip


def _pair_of_names(reading: Reading) -> bool:
    """ "in the Israel-Hamas war", "Thailand and Cambodia said": two sides named as one."""
    lowers = reading.lowers
    for one, other in pairwise(reading.mentions):
        if one[2].party is None or other[2].party is None or one[2].party == other[2].party:
            continue
        hyphenated = one[0] == other[0] and not BATTLES.isdisjoint(lowers[one[1] : one[1] + 1])
        if hyphenated and "the" in lowers[max(0, one[0] - 1) : one[0]]:
            return True
        both = other[0] == one[1] + 1 and lowers[one[1]] == "and" and one[2].kind == other[2].kind == "country"
        if both and lowers[other[1] : other[1] + 1] in (["said"], ["say"], ["reported"], ["agreed"]):
            return True
    return False


BATTLES = BATTLE | words("war wars conflict conflicts")


def dateline(reading: Reading, first: int) -> bool:
    """ "BEIRUT (AFP)": a name in capitals where nothing else is says where the report was written."""
    text = reading.tokens[first].text
    return len(text) > 3 and text.isupper() and not reading.capitals


class Title(NamedTuple):
    """A title that stands apart from the text, and the names in it."""

    document: Document
    mentions: Sequence[Mention] = ()


class Homes(NamedTuple):
    """The ``countries`` an article is about, foremost first, and the sides it shows attacking."""

    countries: list[str]
    attackers: frozenset[str]


def home_countries(document: Document, mentions: Sequence[Mention], title: Title | None = None) -> Homes:
    """What an article is about: places and sides it names, those at the beginning counting most."""
    weights: dict[str, float] = {}
    attackers: set[str] = set()
    capitals = document.text[:2000].isupper()
    named = [(document, mention, LEADING if mention.start < LEAD else 1.0, capitals) for mention in mentions]
    if title is not None:
        named += [(title.document, mention, LEADING, title.document.text.isupper()) for mention in title.mentions]
    for told, mention, weight, shouted in named:
        country = mention.country
        hyphenated = told.text[mention.end : mention.end + 1] == "-" and told.text[mention.end + 1 : mention.end + 2].islower()
        if not country or hyphenated or (mention.text.isupper() and len(mention.text) > 3 and not shouted):
            continue
        share, attacks = _share(told.text, mention)
        if attacks and mention.party:
            attackers |= {country, mention.party}
        if share:
            weights[country] = weights.get(country, 0.0) + weight * share
    order = sorted(weights, key=lambda country: (-weights[country], country))
    return Homes([country for country in order if weights[country] >= weights[order[0]] * RIVAL], frozenset(attackers))


def _share(text: str, mention: Mention) -> tuple[float, bool]:
    """What a name counts for where things happen, and whether it attacks: little for who did it, nothing for "a Russian missile"."""
    following = [word.lower() for word in _WORD.findall(text, mention.end, mention.end + FOLLOWING)]
    weight = _WEIGHTS.get(mention.kind, 1.0)
    if mention.kind == "demonym" and following and following[0] in DEEDS:
        return 0.0, True
    if (following[:1] and following[0] in _LIMITS) or _BORDERED.search(text, max(0, mention.start - 16), mention.start):
        return weight * DOING, False  # "near the Afghan border"
    if mention.kind in ("demonym", "country", "capital", "force") and not AGGRESSION.isdisjoint(following[:3]):
        return weight * DOING, True
    return weight, False
