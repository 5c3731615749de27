"""Which of a source's words can be who speaks: sides as subject themselves, or beside an office that is theirs; who only stands by."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.languages.en.grammar import ADVERBS, HAVE, MODALS, PREPOSITIONS, RELATIVES
from service.analysis.languages.en.harm import INTRANSITIVE, TRANSITIVE
from service.analysis.languages.en.sides import DEEDS
from service.analysis.languages.en.sources import COUNTS, MEDIA, OFFICE_HEADS, OFFICES, OFFICIAL_SOURCES
from service.analysis.languages.lists import words
from service.analysis.places import posted
from service.analysis.reading import Reading

_DATA = words("data figures count information estimates statistics tally records")


def speaking_sides(reading: Reading, begin: int, end: int) -> dict[int, str]:
    """The sides named in ``begin:end`` that can speak, by their last token: as subject themselves or beside an office."""
    lowers = reading.lowers
    found: dict[int, str] = {}
    places = {last for _, last, m in reading.mentions if m.kind in ("place", "capital")}
    for first, last, mention in reading.mentions:
        if not (begin <= first and last <= end and mention.party) or reading.mention_at(first) is None or posted(lowers, first):
            continue
        before = lowers[first - 1] if first else ""
        if before == "," and mention.kind == "country" and first - 1 in places and lowers[last : last + 1] == [","]:
            continue  # "a registrar in Kaduna, Nigeria, said"
        following = _titles(lowers, last, min(last + 7, end))
        if first == begin and before == "by":
            found[last - 1] = mention.party  # "the toll given by Baku"
        elif any(w in OFFICES for w in following) or (following[:1] == ["'s"] and before not in PREPOSITIONS):
            found[last - 1] = mention.party
        elif mention.kind == "group" and before == "of" and last == end:
            found[last - 1] = mention.party  # "the armed wing of Hamas said"
        elif before in ("in", "of", "for", "from", "to") or (
            before == "the" and first > 1 and lowers[first - 2] in ("in", "of", "for", "from")
        ):
            if any(_speaks(lowers, i) for i in range(max(begin, first - 6), first)) or before == "to":
                found[last - 1] = mention.party
        elif mention.kind == "people" and last == end - 1 and lowers[last] in _BANDS:
            found[last] = mention.party  # "Druze militia says"
        elif mention.kind in ("demonym", "people") and last == end and before in _FIRST and lowers[last - 1].endswith("s"):
            found[last - 1] = mention.party  # "the Russians said", "three killed, Palestinians say"
        elif mention.kind in ("group", "force", "person", "official", "capital", "country") and before not in PREPOSITIONS:
            found[last - 1] = mention.party
    return found


def installed(reading: Reading, begin: int, end: int) -> str | None:
    """ "the Moscow-backed mayor of Kherson" speaks for Moscow."""
    for first, _, mention in reading.mentions:
        backed = begin <= first < end and reading.lowers[first].endswith(_BACKED)
        if backed and not OFFICE_HEADS.isdisjoint(reading.lowers[first:end]):
            return mention.party or mention.country
    return None


def _speaks(lowers: Sequence[str], at: int) -> bool:
    """ "the ministry in Kabul", "figures from Kyiv"; not "a radio station in Kabul", which speaks for itself."""
    return (lowers[at] in OFFICE_HEADS or lowers[at] in _DATA) and lowers[at + 1 : at + 2] != ["station"]


_BANDS = words("militia militias fighters militants")
_FIRST = frozenset(("the", "", ",", ";", ":", "-", "–"))
_BACKED = ("-backed", "-installed", "-appointed", "-imposed", "-controlled", "-run")


def _titles(lowers: Sequence[str], first: int, last: int) -> Sequence[str]:
    """The words after a side's name that can be the title of who speaks for it: "Russian missile hit a station, police said" is not."""
    end = next((at for at in range(first, last) if lowers[at] in _BARRIERS), last)
    return lowers[first:end]


_BARRIERS = frozenset(TRANSITIVE) | frozenset(INTRANSITIVE) | DEEDS | {",", "as", "while", "when", "after"}


_SOURCES = words("source sources")
_SEATS = words("structures security forces agencies province governorate district municipality palace headquarters")
_TOLD = words("told to with by the")
_REPORTING = (["reported"], ["said"], ["says"], ["news"], ["reports"], ["tally"], ["count"])
_AT = words("at in from outside near")
_OUTLETS = MEDIA | {"Associated Press", "Al Jazeera"}


def bystander(lowers: Sequence[str], first: int, last: int, name: str) -> bool:
    """An agency somebody told something to, and an office in somebody else's title, state nothing themselves."""
    before = lowers[first - 1] if first else ""
    if lowers[last - 1] in ("hospital", "clinic") and before in _AT:
        return True  # "doctors at Nasser Hospital"
    if name in _OUTLETS:
        counted = before == "by" and first > 1 and lowers[first - 2] in COUNTS
        return not counted and (before in _TOLD or lowers[first + 1 : first + 2] not in _REPORTING)
    return before == "to" and first > 1 and lowers[first - 2] in ("ambassador", "envoy", "representative")


def side_beside(reading: Reading, begin: int, end: int) -> str | None:
    return next((m.party for first, last, m in reading.mentions if begin <= first and last <= end and m.party), None)


def official(lowers: Sequence[str], position: int, before: Sequence[str]) -> bool:
    """ "official figures", "security sources", "a source at the ministry": these speak for an office."""
    word = lowers[position]
    if word in COUNTS:
        return before[-1:] == ["official"]
    return word in _SOURCES and ((bool(before[-1:]) and before[-1] in OFFICIAL_SOURCES) or _of_office(lowers, position + 1))


def _of_office(lowers: Sequence[str], position: int) -> bool:
    """ "a source at the police command" speaks for the office."""
    return lowers[position : position + 1] in (["at"], ["in"], ["from"], ["within"]) and any(
        word in OFFICE_HEADS or word in _SEATS for word in lowers[position + 1 : position + 6]
    )


def own_words(reading: Reading, begin: int, end: int) -> int:
    """Where the source's own words begin: after the last comma, unless that closes or opens what is said about the source."""
    lowers = reading.lowers
    while end > begin and (lowers[end - 1] in HAVE or lowers[end - 1] in ADVERBS or lowers[end - 1] in MODALS):
        end -= 1  # "the ministry, in a statement, also said"
    if end <= begin or lowers[end - 1] == ",":
        return begin
    for position in range(end - 1, begin, -1):
        if lowers[position - 1] == ",":
            return begin if lowers[position] in RELATIVES or lowers[position] in ("and", "or", "in", "on", "at") else position
    return begin
