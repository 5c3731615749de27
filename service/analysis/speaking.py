"""Which sides named in a source's words can be who speaks: as subject themselves, or beside an office that is theirs."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.languages.en.grammar import PREPOSITIONS
from service.analysis.languages.en.harm import INTRANSITIVE, TRANSITIVE
from service.analysis.languages.en.sides import DEEDS
from service.analysis.languages.en.sources import OFFICE_HEADS, OFFICES
from service.analysis.languages.lists import words
from service.analysis.reading import Reading

_DATA = words("data figures count information estimates statistics tally records")


def speaking_sides(reading: Reading, begin: int, end: int) -> dict[int, str]:
    """The sides named in ``begin:end`` that can speak, by their last token: as subject themselves or beside an office."""
    lowers = reading.lowers
    found: dict[int, str] = {}
    places = {last for _, last, m in reading.mentions if m.kind in ("place", "capital")}
    for first, last, mention in reading.mentions:
        if not (begin <= first and last <= end and mention.party) or reading.mention_at(first) is None:
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
            if (
                any(lowers[i] in OFFICE_HEADS or lowers[i] in _DATA for i in range(max(begin, first - 6), first))
                or before == "to"
            ):
                found[last - 1] = mention.party
        elif mention.kind == "demonym" and last == end and before == "the" and reading.lowers[last - 1].endswith("s"):
            found[last - 1] = mention.party  # "the Russians said"
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


_BACKED = ("-backed", "-installed", "-appointed", "-imposed", "-controlled", "-run")


def _titles(lowers: Sequence[str], first: int, last: int) -> Sequence[str]:
    """The words after a side's name that can be the title of who speaks for it: "Russian missile hit a station, police said" is not."""
    end = next((at for at in range(first, last) if lowers[at] in _BARRIERS), last)
    return lowers[first:end]


_BARRIERS = frozenset(TRANSITIVE) | frozenset(INTRANSITIVE) | DEEDS | {",", "as", "while", "when", "after"}
