"""Which countries an article is about: the places and sides it names, those that attack hardly counting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from service.analysis.languages.en.grammar import SAY
from service.analysis.languages.en.sides import AGGRESSION, DEEDS, TALKS, TRADING
from service.analysis.mention import Mention
from service.analysis.places import LIMITS
from service.analysis.text import Document

_WORD = re.compile(r"\w+")
_BORDERED = re.compile(r"(?i)(?:border|frontier) (?:with|of) $")
_ABROAD = re.compile(r"[A-Z][A-Z .]{2,30}\([A-Z .]{2,30}\), [0-9]{1,2} [A-Z]{3}")
_POSTED = re.compile(r"(?i)(?:ambassador|envoy|emissary|consul|commissioner) to $")
PRECEDING = 30  # characters before a place in which the talks held there stand
FOLLOWING = 40  # characters after a name in which its verb or its weapon stands
DOING = 0.3  # of its weight: what the side that attacks counts for where things happen
LEADING = 4.0  # what a name counts for in title and lead
RIVAL = 0.4  # of the foremost country's weight: what another needs to be what the article is about as well
LEAD = 600  # characters: title and first paragraphs
_WEIGHTS = {"place": 2.0, "capital": 1.5, "demonym": 0.6, "person": 0.6, "official": 0.6}


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
    abroad = _written_abroad(document.text)
    at_war = _two_sides(mention for _, mention, _, _ in named)
    for told, mention, weight, shouted in named:
        country = mention.country
        hyphenated = told.text[mention.end : mention.end + 1] == "-" and told.text[mention.end + 1 : mention.end + 2].islower()
        if told is document and mention.start < abroad:
            continue
        if not country or hyphenated or (mention.text.isupper() and len(mention.text) > 3 and not shouted):
            continue
        share, attacks = _share(told.text, mention)
        if attacks and mention.party:
            attackers |= {country, mention.party}
        if at_war and not mention.conflicts and (mention.kind in _SPEAKERS or _office(told.text, mention)):
            share *= DOING  # "Trump: Thai and Cambodian leaders agree": no side of the war that is told of
        if share:
            weights[country] = weights.get(country, 0.0) + weight * share
    order = sorted(weights, key=lambda country: (-weights[country], country))
    return Homes([country for country in order if weights[country] >= weights[order[0]] * RIVAL], frozenset(attackers))


def _two_sides(mentions: Iterable[Mention]) -> bool:
    """Whether two sides of one configured conflict are named."""
    sides: dict[str, set[str]] = {}
    for mention in mentions:
        for conflict in mention.conflicts:
            if mention.party:
                sides.setdefault(conflict, set()).add(mention.party)
    return any(len(parties) > 1 for parties in sides.values())


def _office(text: str, mention: Mention) -> bool:
    """Whether a demonym or country names somebody's office: "the US secretary of state"."""
    return mention.kind in ("demonym", "country") and _OFFICE.match(text, mention.end) is not None


_OFFICE = re.compile(r" (?:\w+ )?(?:president|secretary|envoy|diplomats?|ambassador|mediators?)\b", re.IGNORECASE)
_SPEAKERS = ("person", "official")


def _share(text: str, mention: Mention) -> tuple[float, bool]:
    """What a name counts for where things happen, and whether it attacks: little for who did it, nothing for "a Russian missile"."""
    following = _WORD.findall(text[mention.end : mention.end + FOLLOWING].lower())
    said = next((at for at, word in enumerate(following[:3]) if word in SAY), len(following))
    following = following[:said]  # "Pakistan says Indian fire …": not its own
    weight = _WEIGHTS.get(mention.kind, 1.0)
    if mention.kind == "demonym" and following and following[0] in DEEDS:
        return 0.0, True
    before = text[max(0, mention.start - 5) : mention.start].lower()
    if before.endswith(" to ") and _POSTED.search(text, max(0, mention.start - 16), mention.start) is not None:
        return weight * DOING, False  # "the ambassador to Geneva"
    if (following[:1] and following[0] in LIMITS) or (before.endswith(("with ", "of ")) and _bordered(text, mention.start)):
        return weight * DOING, False  # "near the Afghan border"
    if before[-4:] in (" in ", " at ") and _held_there(text, mention.start):
        return weight * DOING, False  # "talks in Geneva"
    if following[:1] and following[0] in TRADING:
        return weight, False  # "traded fire": both did
    if mention.kind in ("demonym", "country", "capital", "force") and not AGGRESSION.isdisjoint(following[:3]):
        return weight * DOING, True
    return weight, mention.kind == "group" and not AGGRESSION.isdisjoint(following[:3])


def _bordered(text: str, start: int) -> bool:
    """Whether a border with or of what stands here is spoken of: "on the border with Syria"."""
    return _BORDERED.search(text, max(0, start - 16), start) is not None


def _held_there(text: str, start: int) -> bool:
    """Whether a place is only where people spoke: "talks in Geneva"."""
    return not TALKS.isdisjoint(_WORD.findall(text[max(0, start - PRECEDING) : start].lower()))


def _written_abroad(text: str) -> int:
    """Where the dateline of a report written elsewhere ends: "HAVANA (CUBA), 16 SEP 89 --"; 0 for none."""
    found = _ABROAD.match(text)
    return found.end() if found else 0
