"""A person by name: two capitalised words, a surname with an age; in a text all in capitals, a first name or a title."""

from __future__ import annotations

from service.analysis.languages.en.given_names import GIVEN_NAMES, NAME_LINKS, PLACE_OPENERS, TITLES
from service.analysis.languages.en.grammar import BE, HAVE, STOPPERS
from service.analysis.languages.en.harm import ACTS, COUNT_NOUNS, INTRANSITIVE, STATES, TRANSITIVE
from service.analysis.languages.en.people import COMPOUND, PLURAL, SINGULAR
from service.analysis.languages.en.units import MEASURES, THINGS, TIME_UNITS
from service.analysis.languages.lists import words
from service.analysis.reading import Reading

LONGEST = 6  # words of a name, particles included
MOST_TITLES = 3  # "MINISTER GENERAL DR"
_NOT_NAMES = words("""
    the a an in on at it he she they we this that these those but and as after before since when while according for from by
    his her its their i ministry department council party church university hospital association committee force army guard
    news agency times post court street square city province north south east west northern southern eastern western front
    party union international national united human rights observatory republic islamic state air bank house school attacks
    attack bombing war child children thousands hundreds dozens two three four five six seven eight nine ten more over at
    least about regiment battalion brigade division squadron platoon corps infantry
    police officials some many most several security forces rebels troops
""")
_NOT_SURNAMES = words("""
    nothing everything nobody nothing something anything it one all each both other none bill deal plan hope fight battle
    propaganda literature material materials
    sources source reports government regime movement group command ministry embassy airport jurisdiction
""")
_KNOWN = (
    frozenset().union(STOPPERS, STATES, PLURAL, TRANSITIVE, INTRANSITIVE, THINGS, MEASURES, TIME_UNITS, COUNT_NOUNS, ACTS)
    | _NOT_NAMES
)


def name_at(reading: Reading, position: int) -> int:
    """Where the name of a person that begins at ``position`` ends; ``position`` itself where none does."""
    if reading.capitals:
        return _in_capitals(reading, position)
    count, lowers = len(reading.lowers), reading.lowers
    last = position
    while (
        last < count and last - position < LONGEST and (_name_like(reading, last) or (last > position and _link(reading, last)))
    ):
        last += 1
    while last > position and lowers[last - 1] in NAME_LINKS:
        last -= 1
    if position > 0 and lowers[position - 1] == "-":
        return position
    alone = last - position == 1 and _aged_after(reading, last) and lowers[position] not in SINGULAR
    paired = last - position == 1 and _and_namesake(reading, last)
    return last if last - position >= 2 or alone or paired else position


def _link(reading: Reading, position: int) -> bool:
    """A particle inside a name: "al-Ghoul", "bin", "van der"."""
    text = reading.texts[position]
    return text in NAME_LINKS or (text[:3] in ("al-", "el-", "ad-", "as-", "ar-") and text[3:4].isupper())


def _and_namesake(reading: Reading, position: int) -> bool:
    """ "Bilha and Yakov Inbar": the surname stands with the second."""
    return (
        reading.lowers[position : position + 1] == ["and"]
        and position + 2 < len(reading.lowers)
        and _name_like(reading, position + 1)
        and _name_like(reading, position + 2)
    )


def _aged_after(reading: Reading, position: int) -> bool:
    """ "Nnadi, 18, …": only people have an age."""
    lowers = reading.lowers
    age = lowers[position + 1] if position + 2 < len(lowers) else ""
    return lowers[position : position + 1] == [","] and age.isdigit() and len(age) <= 2 and lowers[position + 2] == ","


def _name_like(reading: Reading, position: int) -> bool:
    text = reading.texts[position]
    if not (text[0].isupper() and text[0].isalpha()) or (len(text) > 3 and text.isupper()):
        return False
    lower = reading.lowers[position]
    if (
        lower in _NOT_NAMES
        or lower in STATES
        or lower in STOPPERS
        or lower in PLURAL
        or reading.number_at(position) is not None
    ):
        return False
    mention = reading.mention_at(position)
    return mention is None or mention[1].kind == "person"


def _in_capitals(reading: Reading, position: int) -> int:
    """ "MAYOR RICARDO BOHORQUEZ", "HECTOR OQUELI": a title or a first name, and what follows that is no other known word."""
    lowers = reading.lowers
    at = position
    while at < len(lowers) and at - position < MOST_TITLES and is_title(lowers[at]):
        at += 1
    titled, first = at > position, at
    if at >= len(lowers) or (not titled and position and lowers[position - 1] in PLACE_OPENERS):
        return position
    given = lowers[at] in GIVEN_NAMES
    if not given and not titled:
        return position
    while at < len(lowers) and at - first < LONGEST and _unknown(reading, at):
        at += 1
    while at > first and lowers[at - 1] in NAME_LINKS:
        at -= 1
    size = at - first
    if size == 0 or (not titled and size < 2):
        return position
    return at if given or size > 1 or _closed(lowers, at) else position


def is_title(word: str) -> bool:
    """Whether a word can stand before a name: an office, a rank, a trade, "Dr"."""
    return word in TITLES or (word in SINGULAR and word not in COMPOUND)


def _unknown(reading: Reading, position: int) -> bool:
    word = reading.lowers[position]
    if word in NAME_LINKS:
        return True
    if len(word) < 2 or not word[0].isalpha() or word in _KNOWN or word in SINGULAR or word in _NOT_SURNAMES:
        return False
    mention = reading.mention_at(position)
    return (mention is None or mention[1].kind == "person") and reading.number_at(position) is None


def _closed(lowers: list[str], position: int) -> bool:
    """Whether a title and one unknown word are a name: a verb, a mark or a possessive follows."""
    word = lowers[position] if position < len(lowers) else "."
    return not word[0].isalpha() or word in BE or word in HAVE or word in INTRANSITIVE or word in STOPPERS


def surname_before(reading: Reading, position: int) -> int:
    """Where a surname that stands alone right before ``position`` begins, -1 where none does: "Kovalenko was killed"."""
    at = position - 1
    if at < 0:
        return -1
    text, word = reading.texts[at], reading.lowers[at]
    if reading.capitals and word in ("he", "she"):
        return at  # newswire in capitals often names its dead where no first name tells that it does
    known = word in _KNOWN or word in SINGULAR or word in _NOT_SURNAMES or len(word) < 3 or not word.isalpha()
    if known or reading.mention_at(at) is not None or reading.number_at(at) is not None:
        return -1
    before = reading.lowers[at - 1] if at else ""
    if reading.capitals:
        if at and _unknown(reading, at - 1):  # a first name that no list has
            at, before = at - 1, reading.lowers[at - 2] if at > 1 else ""
        return at if before in ("", ",", "that", "and", "--", "]") or before in TITLES or before in SINGULAR else -1
    return at if text[0].isupper() and not text.isupper() and before not in ("the", "a", "an", "-") else -1
