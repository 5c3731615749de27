"""Two states that fight each other, read from the words that join their names: a war that no configuration names is one conflict.

"Clashes between Kyrgyzstan and Tajikistan", "fighting with Eritrean troops", "Ecuador and Peru exchange fire": each outlet names its own
side first, so an article that fell to one country would tell half of a border war, and the other half would be another conflict's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.analysis.gazetteer import ConflictSpec, Gazetteer
from service.analysis.languages.lists import words
from service.analysis.mention import Mention
from service.analysis.text import Document
from service.models import BETWEEN_STATES, OF_A_COUNTRY

_LEAD = 700  # characters; who fights there is what the news is about
_STATE_KINDS = frozenset({"country", "demonym", "capital", "force", "official"})
_RULING = {"Taliban": "Afghanistan"}  # groups that news calls by their name where they are a state's army
# States that strike and make peace far from home: two of them at one truce, or one over another's ground, are seldom at war.
_FAR_REACHING = frozenset(
    {
        "United States",
        "United Kingdom",
        "France",
        "Germany",
        "Canada",
        "Australia",
        "Russia",
        "Israel",
        "Turkey",
        "Egypt",
        "Qatar",
    }
    | {"United Arab Emirates", "Saudi Arabia"}
)

_S = r"\x01\d+\x02(?:['’]s?)?"  # a state's name, masked
_FORCES = (
    r"(?:side|forces?|troops|soldiers|servicem[ae]n|army|armies|military|militaries|border guards?|guards?|border troops"
    r"|fighters|gunners|warplanes|helicopters)"
)
_SIDE = rf"(?:the )?(?:\w+ )?{_S}(?: {_FORCES})?"
_FIGHT = (
    r"(?:clash(?:es)?|fighting|battles?|skirmish(?:es)?|hostilities|war|conflict|cease-?fire|truce|firefights?|shoot-?outs?"
    r"|gun ?battles?|gunfights?|exchanges? of (?:gun)?fire|shelling|violence|flare-up|strikes)"
)
_TRUCE = r"(?:cease-?fire|truce)"
_BORDER = r"(?:border|frontier|boundary|line of contact)"
_FEW = r"(?:[\w'’.-]+ ){0,3}"
_DEALT = r"(?:exchang|trad)\w+ (?:[\w-]+ )?(?:fire|gunfire|blame|strikes|blows|shelling|accusations|attacks)"
_BLAMED = r"(?:accus|blam)\w+ (?:each other|one another)"
_MADE = rf"(?:agree|sign|declare|reach|extend|break|discuss|negotiat|talk)\w* (?:[\w-]+ ){{0,4}}(?:{_TRUCE}|end hostilities)"
_STOP = r"(?:cease fire|cease-?fire|truce|stop fighting|end (?:the )?fighting|de-escalate)"
_ENVOYS = r"(?:envoys?|negotiators|delegations|leaders|(?:foreign |defen[cs]e )?ministers|chiefs)"
_WRONGED = r"(?:shell|attack|fir|violat|break|breach|invad|bomb|kill|resum|open|cross|launch|strik)\w*"
_LOST = r"(?:has |have |had )?(?:report|lost|count|confirm|sa)\w* [\w,]+ (?:[\w-]+ )?(?:dead|deaths|killed|fatalities|soldiers|troops)"
_WEAPONS = r"(?:air ?strikes?|strikes?|attacks?|raids?|missiles?|drones?|jets|warplanes)"
_DID = r"(?:opened fire|shelled|attacked|bombed|invaded|crossed|stormed|resumed shelling)"
_MEN = r"(?:soldiers|troops|servicem[ae]n|border guards|guards)"


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


# What joins two states whichever of them tells it.
_MUTUAL = _compiled(
    rf"{_S}(?:[-–—/]| - | and ){_S} (?:\w+ )?(?:{_BORDER} )?{_FIGHT}\b",  # "Kyrgyz-Tajik border clashes"
    rf"\b{_FIGHT} (?:[\w'’.-]+ ){{0,4}}between {_SIDE}{_FEW},? ?and {_SIDE}",
    rf"\b(?:clash\w*|shooting|{_FIGHT}) (?:on|along|at|near|across) (?:the |their )?(?:\w+ )?{_S}[-–—/]{_S} {_BORDER}\b",
    rf"{_SIDE},? (?:and|&) {_SIDE}(?: on \w+)? (?:[\w-]+ ){{0,2}}"
    rf"(?:clash\w*|{_DEALT}|fought|fight|battl\w+|at war|{_BLAMED}|resum\w+ fighting|{_MADE})",
    rf"{_SIDE}, {_SIDE} (?:clash\w*|{_DEALT}|fight\w*|battl\w+|{_MADE})",
    rf"{_S} over (?:the |a )?{_S} (?:{_BORDER} )?{_FIGHT}\b",  # "condemns Eritrea over Djibouti clash"
    rf"\burg\w+ (?:both )?{_S} and {_S} to (?:[\w-]+ ){{0,3}}{_STOP}",
    rf"\b{_ENVOYS} (?:from|of) {_S} and {_S} (?:[\w\x01\x02-]+ ){{0,7}}(?:{_TRUCE}|hostilities)",
    rf"{_S} {_FEW}accus\w+ {_SIDE} of (?:\w+ ){{0,3}}{_WRONGED}",
    rf"{_S} {_FEW}(?:dismiss|den|reject|dispute)\w* {_S} claim",
    rf"{_S} {_LOST},? (?:and|while) {_S} [\w,]+",  # "Kenya has lost 12 soldiers and Uganda nine"
)
# What one side tells of the other; the other may stand anywhere in the sentence or be the state the article is about.
_AGAINST = _compiled(
    rf"\b(?:clash\w*|{_FIGHT}|fought|battl\w+) with {_SIDE}",
    rf"\b(?:clash\w*|{_FIGHT}) (?:on|along|at|near) (?:the|its|their) (?:\w+ )?{_BORDER} with {_S}",
    rf"\bby {_S} (?:\w+ )?(?:{_FORCES}|artillery|shelling)\b",
    rf"{_S} (?:\w+ )?{_FORCES} (?:had |have )?{_DID}",
    rf"\bkilled {_FEW}{_S} {_MEN}\b",
)
# One state's weapons on another's ground. Whom they were meant for does not matter: militants have a state around them.
_STRIKES = _compiled(
    rf"{_S} (?:\w+ ){{0,4}}{_WEAPONS}\b [^.\x01]{{0,60}}\b(?:in|inside|into|on|against|across) {_S}",
    rf"\bstrikes? (?:in|inside|on) {_S} by {_S}",
    rf"\b(?:in|by) (?:an? |the )?{_S} (?:\w+ ){{0,2}}(?:air ?strikes?|missiles?|drones?|strikes?|bombardment|shelling)\b",
)
# Rebels at a border, or gangs: two states named there are neighbours, no enemies.
_OTHERS = re.compile(
    r"\b(?:rebels?|militants?|jihadists?|insurgents?|gunmen|smugglers?|traffickers?|gangs?|guerrillas?|bandits?|militia(?:s|men)?|extremists?"
    r"|terrorists?|dissidents?|separatists?|protest\w*|migrants?|herders|football|soccer|police)\b",
    re.IGNORECASE,
)
# A sentence without one of these is not looked at.
_HINTS = words("""
    clash clashes clashed clashing fighting fight fights fought battle battles battled skirmish skirmishes hostilities war conflict
    ceasefire cease truce firefight shootout gunbattle gunfight gun exchange exchanged exchanges exchanging trade traded trading shelling
    shelled violence strike strikes airstrike airstrikes missile missiles drone drones attack attacks attacked raid raids accuse accuses
    accused accusing blame blames blamed killed dead lost reported counts troops soldiers forces army guards military opened bombed
    invaded crossed stormed urged urges claim claims dismissed denied denies rejected agree agreed sign signed artillery air jets
    warplanes bombardment resumed resume shoot shooting
""")
_INDEX = re.compile(r"\x01(\d+)\x02")


@dataclass(frozen=True, slots=True)
class StateWar:
    """A war of two states that no configured conflict has; ``sure`` where it outweighs a configured conflict of one of them."""

    spec: ConflictSpec
    sure: bool


_SLUG = re.compile(r"[^a-z]+")


def slug(country: str) -> str:
    """A country's name as ids have it: "trinidad-and-tobago"."""
    return _SLUG.sub("-", country.lower()).strip("-")


def state_war(texts: Sequence[tuple[Document, Sequence[Mention]]], gazetteer: Gazetteer) -> StateWar | None:
    """The war of two states that title and lead tell of, where no configured conflict has both for sides or ground; else None.

    ``texts`` are the title and the text with their names, the title first.
    """
    one_sided: StateWar | None = None
    for document, mentions in texts:
        pair, mutual = enemies(document, mentions)
        if pair is None or any(set(pair) <= {*spec.parties, *spec.countries} for spec in gazetteer.conflicts.values()):
            continue
        spec = ConflictSpec(f"{OF_A_COUNTRY}{slug(pair[0])}{BETWEEN_STATES}{slug(pair[1])}", " – ".join(pair), pair, pair)
        war = StateWar(spec, _FAR_REACHING.isdisjoint(pair))
        if mutual:
            return war
        one_sided = one_sided or war
    return one_sided


def enemies(document: Document, mentions: Sequence[Mention]) -> tuple[tuple[str, str] | None, bool]:
    """The two states that a text's lead tells to fight each other, by name, and whether by words that hold for both.

    None where none do. Where only one is named at the fighting, the other is the one named beside it. Work is linear in the lead.
    """
    lead = [mention for mention in mentions if mention.start < _LEAD]
    named = [(mention, state) for mention in lead if (state := _state(mention)) is not None]
    countries = list(dict.fromkeys(state for _, state in named))
    grounds = [mention.country for mention in lead if mention.kind == "place" and mention.country is not None]
    if not countries or len({*countries, *grounds}) < 2:
        return None, False
    groups = [mention for mention in lead if mention.kind == "group" and mention.party not in _RULING]
    one_sided: tuple[str, str] | None = None
    for sentence in document.sentences:
        if sentence.start >= _LEAD:
            break
        if _HINTS.isdisjoint(sentence.words):
            continue
        masked = _masked(document.text, sentence.start, sentence.end, named, countries)
        here = [countries[int(found)] for found in _INDEX.findall(masked)]
        if not here:
            continue
        others = _OTHERS.search(masked) is not None or any(sentence.start <= group.start < sentence.end for group in groups)
        pair = None if others else _first_pair(_MUTUAL, masked, countries)
        if pair is not None:
            return pair, True
        told = here + [state for _, state in named] + grounds
        one_sided = one_sided or _struck(masked, countries, told)
        if not others:
            one_sided = one_sided or _against(masked, countries, told)
    return one_sided, False


def _state(mention: Mention) -> str | None:
    if mention.kind == "group":
        return _RULING.get(mention.party or "")
    return mention.country if mention.kind in _STATE_KINDS else None


def _first_pair(patterns: Sequence[re.Pattern[str]], masked: str, countries: Sequence[str]) -> tuple[str, str] | None:
    for pattern in patterns:
        found = pattern.search(masked)
        pair = _pair([countries[int(n)] for n in _INDEX.findall(found.group())][:2]) if found else None
        if pair is not None:
            return pair
    return None


_Named = Sequence[tuple[Mention, str]]


def _struck(masked: str, countries: Sequence[str], told: Sequence[str]) -> tuple[str, str] | None:
    """The state that strikes on another's ground, and that one; ``told`` are all states, those of the sentence first."""
    for pattern in _STRIKES:
        found = pattern.search(masked)
        if found is None:
            continue
        hit = [countries[int(n)] for n in _INDEX.findall(found.group())]
        pair = _pair(hit) or _pair([hit[0], _other(hit[0], told)])
        if pair is not None and _FAR_REACHING.isdisjoint(pair):
            return pair
    return None


def _against(masked: str, countries: Sequence[str], told: Sequence[str]) -> tuple[str, str] | None:
    for pattern in _AGAINST:
        found = pattern.search(masked)
        if found is not None:
            enemy = countries[int(_INDEX.findall(found.group())[-1])]
            before = [countries[int(n)] for n in _INDEX.findall(masked[: found.start()])[::-1]]  # the nearest first
            return _pair([enemy, _other(enemy, [*before, *told])])
    return None


def _other(enemy: str, told: Sequence[str]) -> str:
    """The other state: the first that is named beside the enemy."""
    return next((state for state in told if state != enemy), enemy)


def _pair(countries: Sequence[str]) -> tuple[str, str] | None:
    """Two states in the order of their names; None where they are one or more than two."""
    both = sorted(set(countries))
    return (both[0], both[1]) if len(both) == 2 else None


def _masked(text: str, start: int, end: int, named: _Named, countries: Sequence[str]) -> str:
    """A sentence with each state's name as its number between control characters."""
    parts, at = [], start
    for mention, state in named:
        if at <= mention.start and mention.end <= end:
            parts += [text[at : mention.start], f"\x01{countries.index(state)}\x02"]
            at = mention.end
    return "".join([*parts, text[at:end]])
