"""One person in a sentence: "a soldier", "his younger brother", "the pilot", "journalist Jane Roe", "Jane Roe"."""

from __future__ import annotations

from service.analysis.groups import Group
from service.analysis.languages.en.grammar import BE, DETERMINERS, POSSESSIVES, STOPPERS
from service.analysis.languages.en.harm import STATES, TRANSITIVE
from service.analysis.languages.en.people import COMPOUND, KIN, PLURAL, SINGULAR
from service.analysis.languages.lists import words
from service.analysis.noun_phrases import walk
from service.analysis.reading import Reading

_STARTS = words("a an one another the this") | POSSESSIVES
BEGINNINGS = _STARTS | words("'s and ,") | frozenset(SINGULAR)  # lower-case words at which a single person can begin
PERSON_WORDS = frozenset(SINGULAR) | words(
    "another second third fourth fifth sixth"
)  # without one of them near, no single person is named
NEAR = 10  # tokens from the first word to the noun: "a young local journalist"
_ENDS = words(". , in at on near when as while after and during")
_NOT_NAMES = words("""
    the a an in on at it he she they we this that these those but and as after before since when while according for from by
    his her its their i ministry department council party church university hospital association committee force army guard
    news agency times post court street square city province north south east west northern southern eastern western front
    party union international national united human rights observatory republic islamic state air bank house school attacks
    attack bombing war child children thousands hundreds dozens two three four five six seven eight nine ten more over at
    least about police officials some many most several security forces rebels troops
""")


def single(reading: Reading, position: int) -> Group | None:
    """One person: "a soldier", "his younger brother", "the pilot", "journalist Jane Roe", "Jane Roe"."""
    lowers = reading.lowers
    word = lowers[position]
    if position and lowers[position - 1] in ("not", "no", "nor", "without", "never"):
        return None
    owner = reading.mention_at(position)
    if owner is not None and lowers[owner[0] : owner[0] + 1] == ["'s"]:
        return _owned(reading, position, owner[0] + 1)
    if word in ("a", "another") and lowers[position + 1 : position + 2] and lowers[position + 1] in _ORDINALS:
        return Group(position, position + 2, "single", head="others") if _verbal(lowers, position + 2) else None
    if word in _STARTS:
        begin = position + 1
    elif word in ("and", ",") and _kin_after(reading, position + 1):
        begin = position = position + 1
    elif word == "'s":
        begin = position + 1
    elif word in SINGULAR and word not in COMPOUND and _named_after(reading, position + 1):
        begin = position
    else:
        return _named(reading, position)
    if word == "another" and _stands_alone(lowers, begin):
        return Group(position, begin, "single", head="others")
    found = walk(reading, begin)
    if not found.person or found.plural or (found.head not in SINGULAR and found.head != "year-old"):
        return None
    if word == "'s" and found.head not in KIN:
        return None
    return Group(
        position, _after_age(reading, found.end), "single", head=found.head, head_at=found.head_at, role=found.role,
        rest=word == "another", owner=position if word in POSSESSIVES else found.owner, state=found.state,
    )  # fmt: skip


_ORDINALS = words("second third fourth fifth sixth")


def _verbal(lowers: list[str], at: int) -> bool:
    return at < len(lowers) and (lowers[at] in BE or lowers[at] in STATES)


def _owned(reading: Reading, position: int, begin: int) -> Group | None:
    """ "Hamas's deputy leader": one person of a side."""
    found = walk(reading, begin)
    if not found.person or found.plural or found.head not in SINGULAR:
        return None
    return Group(position, found.end, "single", head=found.head, head_at=found.head_at, role=found.role, owner=position)


def _stands_alone(lowers: list[str], after: int) -> bool:
    """ "injured another": one more, without a noun."""
    return after > 1 and (after >= len(lowers) or lowers[after] in _ENDS) and lowers[after - 2] in TRANSITIVE


def _after_age(reading: Reading, end: int) -> int:
    """ "a girl, 9, and her mother": where the age after a person ends."""
    lowers = reading.lowers
    aged = len(lowers) > end + 2 and lowers[end] == "," and lowers[end + 1].isdigit() and len(lowers[end + 1]) <= 3
    return end + 2 if aged and lowers[end + 2] in (",", "and", "was", ".") else end


def _kin_after(reading: Reading, position: int) -> bool:
    """ "his father and younger brother": the second needs no possessive of its own."""
    for word in reading.lowers[position : position + 3]:
        if word in KIN and word in SINGULAR:
            return True
        if word in STOPPERS or not word[0].isalpha() or word in DETERMINERS or word in POSSESSIVES or word in TRANSITIVE:
            return False
    return False


def _named_after(reading: Reading, position: int) -> bool:
    tokens = reading.tokens
    return (
        not reading.capitals
        and position < len(tokens)
        and tokens[position].text[0].isupper()
        and reading.mention_at(position) is None
    )


def _named(reading: Reading, position: int) -> Group | None:
    """A person by name: two capitalised words or more that name no place, side or month, or a name the gazetteer knows."""
    if reading.capitals:
        return None
    tokens = reading.tokens
    last = position
    while last < len(tokens) and last - position < 6 and _name_like(reading, last):
        last += 1
    if last - position < 2 or (position > 0 and tokens[position - 1].text == "-"):
        return None
    return Group(position, last, "named")


def _name_like(reading: Reading, position: int) -> bool:
    token = reading.tokens[position]
    if not (token.text[0].isupper() and token.text[0].isalpha()) or (token.text.isupper() and len(token.text) > 3):
        return False
    if (
        token.lower in _NOT_NAMES
        or token.lower in STATES
        or reading.number_at(position) is not None
        or token.lower in STOPPERS
        or token.lower in PLURAL
    ):
        return False
    mention = reading.mention_at(position)
    return mention is None or mention[1].kind == "person"
