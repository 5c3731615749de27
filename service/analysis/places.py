"""Where a sentence puts what happened."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from service.analysis.languages.en.grammar import CLAUSE_BREAKS, PREPOSITIONS
from service.analysis.languages.en.places import VENUES
from service.analysis.languages.en.sides import (
    BATTLE,
    BUILDINGS,
    DEEDS,
    DIRECTIONS,
    ENVOYS,
    HEARD,
    INFORMERS,
    LOCATIVE,
    NOT_A_PLACE,
    PLACES,
    SCENES,
    STRUCK,
    TALKS,
)
from service.analysis.languages.lists import words
from service.analysis.mention import Mention
from service.analysis.reading import Reading
from service.models import UNSPECIFIED


def where(reading: Reading, at: int) -> str | None:
    """The country of the place nearest to token ``at`` that the sentence puts things at; "unspecified" for two countries at once."""
    best: tuple[int, str] | None = None
    for first, last, mention in reading.mentions:
        if not _is_place(reading, first, last, mention) or _elsewhere(reading, first, last, at):
            continue
        distance = abs(first - at)
        if best is None or distance < best[0]:
            best = (distance, _with_neighbour(reading, last, mention))
    return best[1] if best else None


def destinations(reading: Reading, at: int) -> frozenset[str]:
    """ "forced into exile in neighbouring Lithuania", "fled into Chad": the countries that people went to from somewhere else."""
    lowers = reading.lowers
    return frozenset(
        mention.country
        for first, _, mention in reading.mentions
        if mention.country and first > at and not _TOWARDS.isdisjoint(lowers[max(at, first - _HEADED) : first])
    )


_TOWARDS = words("into to across exile neighbouring neighboring")
_HEADED = 4  # tokens before a country in which "into" stands


def _elsewhere(reading: Reading, first: int, last: int, at: int) -> bool:
    """ "… were killed, while fighting went on in X": a place of another clause, or one only near which it happened."""
    between = reading.lowers[min(last, at) : max(first, at)]
    if not _TOWARDS.isdisjoint(reading.lowers[max(at, first - _HEADED) : first]) and (",", "and") in pairwise(between):
        return True  # "hundreds have been killed, and thousands have fled to southern India"
    return not _APART.isdisjoint(between) or beside(reading, first, last)


_APART = words("while whereas but ;")
_NEARBY = words("near to from")
LIMITS = words("border borders frontier boundary")


def beside(reading: Reading, first: int, last: int) -> bool:
    """ "near the Afghan border", "on the border with Syria", "not far from Iraq": another country than where it happened."""
    lowers = reading.lowers
    mention = reading.mention_at(first)
    if mention is None or mention[1].kind not in ("country", "demonym"):
        return False
    following = lowers[last : last + 2]
    if following and following[0] in OUTPOSTS:
        return True  # "near the US embassy"
    if following and following[0] in LIMITS and not (len(following) > 1 and following[1] in PLACES):
        return True
    before = lowers[max(0, first - 2) : first]
    return bool(before) and (before[-1] in _NEARBY or (before[-1] == "with" and before[0] in LIMITS))


def _is_place(reading: Reading, first: int, last: int, mention: Mention) -> bool:
    """Whether a name stands where a place stands: "in X", "near the town of X", "shelled X", not "X's army"."""
    lowers = reading.lowers
    if mention.kind not in ("place", "capital", "country", "demonym"):
        return False
    following = lowers[last : last + 2]
    if mention.kind == "demonym" and (not following or following[0] not in PLACES):
        return False
    if not (mention.country or mention.party) or reading.mention_at(first) is None or _no_ground(reading, first, mention):
        return False
    if len(following) == 2 and following[0] == "'s" and following[1] in ("ministry", "army", "government"):
        return False
    if mention.text in VENUES and (
        lowers[first - 2 : first - 1] == ["said"] or not _MEETING.isdisjoint(reading.sentence.words)
    ):
        return False  # "the WHO said in Geneva", "shook hands in Minsk after talks"
    if following[:1] and _part_of_a_town(reading, last, mention):
        return False
    if _its_deed(lowers, last, mention):
        return False
    if _is_scene(reading, last, mention):
        return True
    before = _before(reading, first, last)
    if not before or _origin(before) or of_talks(reading, first):
        return False
    bordering = before[-1] == "with" and before[-2:-1] and before[-2] in LIMITS
    if before[-1] in NOT_A_PLACE and not bordering:
        return False
    if (before[-1] == "on" and not BLAMED.isdisjoint(before)) or (before[-1] in ("for", "with") and _in_service(before)):
        return False
    struck = before[-1] in STRUCK or (before[-1] in DIRECTIONS and len(before) > 1 and before[-2] in STRUCK)
    return struck or bool(bordering) or not LOCATIVE.isdisjoint(before)


_OF_BOTH = words("divided disputed contested")


def posted(lowers: Sequence[str], first: int) -> bool:
    """ "the ambassador to Geneva", "Radio Tehran, monitored in Cyprus", "divided Kashmir": accredited, heard, of no one country."""
    if first < 2:
        return False
    if lowers[first - 1] in _OF_BOTH:
        return True
    if (
        lowers[first - 1] == "in"
        and lowers[first - 2] in ("telephone", "phone")
        and not HEARD.isdisjoint(lowers[max(0, first - 5) : first])
    ):
        return True
    return (lowers[first - 1] == "to" and lowers[first - 2] in ENVOYS) or (
        lowers[first - 1] in ("in", "from", "by") and lowers[first - 2] in HEARD
    )


def _its_deed(lowers: Sequence[str], last: int, mention: Mention) -> bool:
    """ "in Israel's assault", "day 466 of Russia's invasion", "killed in US drone strike"."""
    if lowers[last : last + 1] == ["'s"] and not _OWN_DEEDS.isdisjoint(lowers[last + 1 : last + 4]):
        return True
    return mention.country in _STRIKERS and mention.kind != "place" and not _BLOWS.isdisjoint(lowers[last : last + 1])


def _is_scene(reading: Reading, last: int, mention: Mention) -> bool:
    """ "the Kabul airport bombing", "the Kharkiv market blast": what happened is called by where; "a Kyiv strike" is whose it was."""
    near = reading.lowers[last : last + SCENE]
    at = next((i for i, word in enumerate(near) if word in SCENES), -1)
    return at > 0 and mention.kind in ("place", "capital") and all(word in BUILDINGS for word in near[:at])


_STRIKERS = ("United States", "Israel")  # whose "strike" is theirs and not where it fell
_BLOWS = words("strike strikes airstrike airstrikes raid raids drone drones missile missiles shelling")
_OWN_DEEDS = DEEDS | words("invasion incursion onslaught campaign bombardment aggression")
SCENE = 4  # tokens after a place in which the incident called by it is named


def _in_service(before: Sequence[str]) -> bool:
    """ "informers for Israel", "spying for Russia", "collaborating with Israel": for whom, not where."""
    return any(word in INFORMERS or word.startswith(("collaborat", "spying", "spied", "informing")) for word in before)


def _before(reading: Reading, first: int, last: int) -> list[str]:
    """The words before a name in its own phrase: over a comma only in "Kfar Takharim, Syria", not in "in a letter, Mexico said"."""
    lowers = reading.lowers
    before = lowers[max(0, first - 5) : first]
    if before[-1:] == [","]:
        following = lowers[last] if last < len(lowers) else "."
        return before if following in _ENDS or following in PREPOSITIONS or following in PLACES else []
    cut = next((at for at in range(len(before) - 1, -1, -1) if before[at] in _CUTS), -1)
    return before[cut + 1 :]


_CUTS = CLAUSE_BREAKS | {",", ";", '"', ":"}
_ENDS = frozenset((",", ".", ")", ";", "--", "–", "-", "and", "'s", "when", "after", "as", "where", "while"))
STREETS = words("boulevard street avenue road square canton bridge farm station hotel hill")


def _part_of_a_town(reading: Reading, last: int, mention: Mention) -> bool:
    """ "Venezuela Boulevard"; "the Sulaymaniyah neighbourhood of Aleppo"."""
    following = reading.lowers[last]
    return (following in STREETS and mention.kind != "place") or (following in QUARTERS and _placed_in_another(reading, last))


def _no_ground(reading: Reading, first: int, mention: Mention) -> bool:
    return posted(reading.lowers, first) or dateline(reading, first) or _met_there(reading, first, mention)


def _met_there(reading: Reading, first: int, mention: Mention) -> bool:
    """ "The WHO said in Geneva", "shook hands in Minsk after talks"."""
    if mention.text not in VENUES:
        return False
    return reading.lowers[max(0, first - 2) : first - 1] == ["said"] or not _MEETING.isdisjoint(reading.sentence.words)


_MEETING = words("talks agreement accord signed summit mediators negotiators negotiations delegations")
OUTPOSTS = words("embassy consulate mission ambassador compound hospital")
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


def of_talks(reading: Reading, first: int) -> bool:
    """ "negotiations in Caracas", "the council met in New York": where people spoke of it."""
    lowers = reading.lowers
    if first == 0 or lowers[first - 1] not in ("in", "at", "of", "by"):
        return False
    return any(word in TALKS for word in lowers[max(0, first - 5) : first - 1])


def ground_of(reading: Reading) -> str | None:
    """The country of the last place that a sentence puts things at."""
    for first, last, mention in reversed(reading.mentions):
        if mention.kind in ("place", "capital", "country") and not beside(reading, first, last):
            rocked = first > 0 and reading.lowers[first - 1] in SHAKEN and not dateline(reading, first)
            if rocked or _is_place(reading, first, last, mention):
                return mention.country or mention.party
    return None


SHAKEN = words("rocked rocking shook shaking through hitting entered entering reached seized captured besieged overran took")


def _with_neighbour(reading: Reading, last: int, mention: Mention) -> str:
    """ "in Syria and Iraq" is neither alone; "in Tripoli, in northern Lebanon" is in Lebanon."""
    country = _wider(reading, last) or mention.country or mention.party or UNSPECIFIED
    joined = reading.mention_at(last + 1) if reading.lowers[last : last + 1] == ["and"] else None
    return UNSPECIFIED if joined is not None and joined[1].country not in (None, country) else country


def _wider(reading: Reading, last: int) -> str | None:
    """The country of the wider place told after a comma: "San Jose Guayabal, in the Salvadoran department of …"."""
    lowers = reading.lowers
    at = last
    if at < len(lowers) and lowers[at] != "," and reading.mention_at(at) is None and reading.texts[at][:1].isupper():
        at += 1  # the rest of a longer name
    if lowers[at : at + 1] != [","]:
        return None
    at += 1
    while (
        at < len(lowers)
        and at - last < WIDER
        and (lowers[at] in DIRECTIONS or lowers[at] in PLACES or lowers[at] in ("in", "of"))
    ):
        at += 1
    found = reading.mention_at(at)
    if found is None or found[1].kind not in ("place", "country", "capital", "demonym"):
        return None
    following = lowers[found[0]] if found[0] < len(lowers) else "."
    ends = (
        following in PLACES if found[1].kind == "demonym" else following != "'s" and (following in _ENDS or following in PLACES)
    )
    return found[1].country if ends or (following in PREPOSITIONS and found[1].kind != "demonym") else None


WIDER = 6  # tokens after a place in which the wider one follows


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
        if hyphenated and lowers[max(0, one[0] - 1) : one[0]] in (["the"], ["in"], ["amid"], ["during"]):
            return True
        both = other[0] == one[1] + 1 and lowers[one[1]] == "and" and one[2].kind == other[2].kind == "country"
        if both and lowers[other[1] : other[1] + 1] in (["said"], ["say"], ["reported"], ["agreed"]):
            return True
    return False


BATTLES = BATTLE | words("war wars conflict conflicts")


def dateline(reading: Reading, first: int) -> bool:
    """ "BEIRUT (AFP)": a name in capitals where nothing else is says where the report was written."""
    text = reading.texts[first]
    return len(text) > 3 and text.isupper() and not reading.capitals
