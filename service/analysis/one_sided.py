"""A truce that one side alone declares, and the place it is declared for.

"The rebels declared a ceasefire" binds nobody else, and "a truce in Aleppo" leaves the rest of the country at war: whoever reads only
"agreed" at night takes both for peace.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.analysis.ceasefire_reading import Reading
from service.analysis.ceasefire_terms import TruceSentence
from service.analysis.gazetteer import Mention
from service.analysis.languages.en.places import VENUES

_BEGUN = frozenset({"agreed", "in_effect", "extended"})
_ALONE = re.compile(r"\b(?:unilateral|unilaterally|one-sided|on (?:its|their|his) own)\b")
_DECLARES = re.compile(
    r"\b(?:declar(?:e|es|ed|ing)|announc(?:e|es|ed|ing)|proclaim(?:s|ed|ing)?|order(?:s|ed|ing)?|observ(?:e|es|ed|ing))\b"
)
_MUTUAL = re.compile(
    r"\b(?:agree|agrees|agreed|agreement|deal|accord|pact|between|both|mutual|bilateral|with|sign|signs|signed|talks|sides"
    r"|broker\w{0,4}|mediat\w{0,5}|negotiat\w{0,6})\b"
)
_MEDIATORS = frozenset({"United States", "United Nations"})  # they announce what others have agreed
_REACH = 60  # characters from the verb to the truce it declares
_IN = re.compile(r"(?: [\w-]+){0,2}? (?:in|around|at|along|near|across|over|for) (?:the )?(?:[\w-]+ ){0,2}$")


def declared_by(found: TruceSentence, reading: Reading, inside: Sequence[Mention]) -> str | None:
    """The side that declares a truce by itself, None where two made it or nobody is named; ``inside`` are the sentence's names."""
    if reading.status not in _BEGUN:
        return None
    plain = found.plain
    name = found.names[reading.name][0]
    alone = _ALONE.search(plain) is not None
    verbs = [verb for verb in _DECLARES.finditer(plain) if verb.start() < name and name - verb.end() <= _REACH]
    if not verbs and not alone:
        return None
    if not alone and _MUTUAL.search(plain):
        return None
    place = _offset(found, verbs[-1].start() if verbs else name)
    before = [mention.party for mention in inside if mention.start < place and mention.party and mention.kind != "place"]
    if not before or (before[-1] in _MEDIATORS and not alone):
        return None
    return before[-1]


def area(found: TruceSentence, reading: Reading, places: Sequence[Mention], text: str) -> str | None:
    """The place that stands right behind the truce, "in Aleppo", as the text words it; None where none does."""
    if reading.status not in _BEGUN:
        return None
    end = _offset(found, found.names[reading.name][1] - 1)
    while end < len(text) and (text[end].isalpha() or text[end] == "-"):
        end += 1
    for mention in places:
        if mention.start >= end and mention.kind in ("place", "capital"):
            signed = mention.text in VENUES and _MUTUAL.search(found.plain)  # "sign a truce in Jeddah"
            return text[mention.start : mention.end] if _IN.match(text[end : mention.start]) and not signed else None
    return None


def _offset(found: TruceSentence, position: int) -> int:
    return found.sentence.starts[found.token_at(position)]
