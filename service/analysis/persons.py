"""One person in a sentence: "a soldier", "his younger brother", "the pilot", "journalist Jane Roe", "Jane Roe"."""

from __future__ import annotations

from service.analysis.groups import Group
from service.analysis.languages.en.grammar import BE, DETERMINERS, INCLUDING, MOURNING, POSSESSIVES, STOPPERS
from service.analysis.languages.en.harm import INTRANSITIVE, STATES, TRANSITIVE
from service.analysis.languages.en.numerals import UNITS
from service.analysis.languages.en.people import COMPOUND, KIN, PLURAL, ROLE_MODIFIERS, SINGULAR
from service.analysis.languages.lists import words
from service.analysis.names import name_at
from service.analysis.noun_phrases import Phrase, walk
from service.analysis.reading import Reading

_ORDINALS = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
    "twelfth": 12,
}  # fmt: skip
_STARTS = words("a an one another the this") | POSSESSIVES
BEGINNINGS = _STARTS | words("'s and ,") | frozenset(SINGULAR)  # lower-case words at which a single person can begin
PERSON_WORDS = (
    frozenset(SINGULAR) | words("another couple") | frozenset(_ORDINALS)
)  # without one of them near, no single person is named
NEAR = 10  # tokens from the first word to the noun: "a young local journalist"
_ENDS = words(". , in at on near when as while after and during")


def single(reading: Reading, position: int) -> Group | None:
    """One person: "a soldier", "his younger brother", "the pilot", "journalist Jane Roe", "Jane Roe"."""
    lowers = reading.lowers
    word = lowers[position]
    if position and lowers[position - 1] in ("not", "no", "nor", "without", "never"):
        return None
    owner = reading.mention_at(position)
    if owner is not None and lowers[owner[0] : owner[0] + 1] == ["'s"]:
        return _owned(reading, position, owner[0] + 1)
    if word in _STARTS:
        return _nounless(reading, position) or _described(reading, position, position + 1)
    if word in ("and", ",") and _kin_after(reading, position + 1):
        return _described(reading, position + 1, position + 1)
    if word == "'s":
        found = _described(reading, position, position + 1)
        return found if found is not None and found.head in KIN else None
    if any(first < position < last and m.kind in ("force", "group") for first, last, m in reading.mentions):
        return None  # "the Revolutionary Guard Corps"
    if word in SINGULAR and word not in COMPOUND and _named_after(reading, position + 1):
        return _described(reading, position, position)
    return _named(reading, position) or _bare(reading, position)


def _nounless(reading: Reading, position: int) -> Group | None:
    """ "injured another", "another was hit", "a second was killed": one more, without a noun."""
    lowers = reading.lowers
    begin = position + 1
    hurt = begin < len(lowers) and lowers[begin] in STATES and not (lowers[begin + 1 : begin + 2] and _noun(lowers[begin + 1]))
    if lowers[position] == "another" and hurt:
        return Group(position, begin, "single", head="others")
    if lowers[position] == "another" and (
        _stands_alone(lowers, begin) or lowers[begin : begin + 1] in (["was"], ["is"], ["lies"], ["lay"])
    ):
        return Group(position, begin, "single", head="others")
    if lowers[position] in ("a", "another") and lowers[begin : begin + 1] and lowers[begin] in _ORDINALS:
        told = (
            _verbal(lowers, begin + 1)
            or lowers[begin + 1 : begin + 2] in (["died"], ["lies"], ["lay"], ["has"], ["had"])
            or lowers[begin + 1 : begin + 4] == ["on", "the", "way"]
        )
        told = told or (position > 0 and lowers[position - 1] in ("arrested", "detained", "captured", "wounded", "injured"))
        return Group(position, begin + 1, "single", head="others") if told else None
    return None


def ordinal_of(word: str) -> int:
    """7 for "seventh", 0 for a word that is no ordinal."""
    return _ORDINALS.get(word, 0)


_BODIES_OF_PEOPLE = words(
    "movement movements front army cell unit units band leadership "
    "group groups team family convoy community organisation organization association union club collective charity"
)


def _noun(word: str) -> bool:
    return word in SINGULAR or word in PLURAL


def _described(reading: Reading, position: int, begin: int) -> Group | None:
    """A person by a noun: the group starts at ``position``, the words that lead to the noun at ``begin``."""
    lowers = reading.lowers
    word = lowers[position]
    if lowers[begin : begin + 1] and lowers[begin] in _ORDINALS:  # "a second soldier": no measure of time
        begin += 1
    found = walk(reading, begin)
    if "of" in lowers[begin : max(begin, found.head_at)]:
        return None  # "the murder of Father X": the person is what follows
    if found.head == "couple" and lowers[found.end : found.end + 1] != ["of"]:
        return Group(position, found.end, "counted", 2, 2, head="couple", head_at=found.head_at, role="civilian")
    if word in ("a", "an", "another") and _one_of_a_people(reading, found):
        return Group(position, found.end, "single", head=found.head, head_at=found.head_at, rest=word == "another")
    if found.head == "hostage" and (word not in ("a", "an", "another") or lowers[position - 1] == "as"):
        return None  # "holding the city hostage"
    if not found.person or found.plural or (found.head not in SINGULAR and found.head != "year-old"):
        return None
    after = lowers[found.end] if found.end < len(lowers) else "."
    if found.head == "national" and after[0].isalpha() and after not in STOPPERS and after not in STATES:
        return None  # "the National Guard"
    if found.end == found.head_at + 1 and lowers[found.end : found.end + 1] and lowers[found.end] in _BODIES_OF_PEOPLE:
        return None  # "a kidnapped missionary group" is no missionary
    return Group(
        position, _after_age(reading, found.end), "single", head=found.head, head_at=found.head_at, role=found.role,
        rest=word == "another", owner=position if word in POSSESSIVES else found.owner, state=found.state,
    )  # fmt: skip


def _one_of_a_people(reading: Reading, found: Phrase) -> bool:
    """ "a Palestinian was killed", "an Israeli", but not "a Palestinian village", "an Israeli strike"."""
    mention = reading.mention_at(found.head_at) if found.head_at >= 0 else None
    if mention is None or mention[0] != found.end or mention[1].kind not in ("demonym", "people"):
        return False
    word = mention[1].text.lower()
    following = reading.lowers[found.end] if found.end < len(reading.lowers) else "."
    ends = not following[0].isalpha() or following in STOPPERS or following in STATES or following in TRANSITIVE
    return ends and following not in ("-", "'s") and (not word.endswith("s") or word.endswith("ese"))


_OPENS_BARE = words(", : ; and & – - -- | ' ...") | {"", '"'} | MOURNING
_ENDS_BARE = words(", . ; : – - -- and & in at on near as after during while when by off outside inside") | {""}
_FATES = words("shot among gunned stabbed found feared dies die")


def _bare(reading: Reading, position: int) -> Group | None:
    """Headlines save the article: "Soldier killed, four hurt", "Shell kills mother and two children"."""
    lowers = reading.lowers
    word = lowers[position]
    after = lowers[position + 1] if position + 1 < len(lowers) else ""
    if word not in SINGULAR or after in SINGULAR or after in PLURAL or word in _ALIKE:
        return None
    start = position
    while start > 0 and position - start < _MOST_BARE and _describes(reading, start - 1):
        start -= 1
    if start == 1 and (lowers[0] == "first" or lowers[0] in _ORDINALS):  # "First Israeli soldier killed since truce"
        start = 0
    before = lowers[start - 1] if start else ""
    struck = before in TRANSITIVE and (TRANSITIVE[before].form == "s" or _did(reading, start - 1))
    graded = after in _GRAVELY and reading.lowers[position + 2 : position + 3] in _HURT
    fated = before in _OPENS_BARE and (after in STATES or after in _FATES or graded)
    aged = after == "," and lowers[position + 3 : position + 4] == [","] and _age(lowers[position + 2])
    fated = fated or (
        aged and before in _OPENS_BARE and lowers[position + 4 : position + 5] != [] and lowers[position + 4] in STATES
    )
    listed = not before and after in (",", "and", "&") and reading.number_at(position + 2) is not None
    listed = listed or (before in (",", "and", "&") and after in _ENDS_BARE and _is_headline(reading))
    if not fated and not listed and not ((struck or before in INCLUDING) and after in _ENDS_BARE):
        return None
    return Group(start, _after_age(reading, position + 1), "single", head=word, head_at=position, role=SINGULAR[word])


def _did(reading: Reading, at: int) -> bool:
    """ "Settlers kill Palestinian teenager": a verb right behind those who did it, in a headline."""
    lowers = reading.lowers
    if at == 0 or TRANSITIVE[lowers[at]].form != "base" or not _is_headline(reading):
        return False
    named = any(last == at and m.kind in ("group", "force", "country", "capital") for _, last, m in reading.mentions)
    return named or lowers[at - 1] in PLURAL


_GRAVELY = words("seriously critically badly severely gravely slightly lightly moderately fatally")
_HURT = (["wounded"], ["injured"], ["hurt"])
_ARTICLES = words("the a an was were had has been his her its their")
_LONGEST_HEADLINE = 22  # tokens


def _is_headline(reading: Reading) -> bool:
    """Few words, none of those that headlines save, and a verb of harm in the present."""
    lowers = reading.lowers
    verbs = (TRANSITIVE[word].form for word in lowers if word in TRANSITIVE)
    return len(lowers) <= _LONGEST_HEADLINE and _ARTICLES.isdisjoint(lowers) and any(form in ("s", "base") for form in verbs)


_ALIKE = words("rohingya druze bedouin baloch hazara")  # one or many: "Rohingya killed in drone attack"
_MOST_BARE = 3  # words before a bare noun: "six-year-old Palestinian schoolboy"


def _describes(reading: Reading, position: int) -> bool:
    word = reading.lowers[position]
    if (
        word.endswith("-old")
        or word in ROLE_MODIFIERS
        or word in COMPOUND
        or word in SINGULAR
        or word in ("us", "un", "u.s.", "u.n.", "nato", "senior", "top", "veteran")
    ):
        return True
    return any(first <= position < last and m.kind in _WHOSE for first, last, m in reading.mentions)


_WHOSE = ("demonym", "people", "group", "force", "country", "place")


def _verbal(lowers: list[str], at: int) -> bool:
    return at < len(lowers) and (lowers[at] in BE or lowers[at] in STATES or lowers[at] in INTRANSITIVE)


def _owned(reading: Reading, position: int, begin: int) -> Group | None:
    """ "Hamas's deputy leader": one person of a side."""
    found = walk(reading, begin)
    if not found.person or found.plural or found.head not in SINGULAR:
        return None
    if any(first <= found.head_at < last and m.kind in ("force", "group") for first, last, m in reading.mentions):
        return None  # "Iran's Islamic Revolutionary Guard Corps"
    return Group(position, found.end, "single", head=found.head, head_at=found.head_at, role=found.role, owner=position)


def _stands_alone(lowers: list[str], after: int) -> bool:
    """ "injured another": one more, without a noun."""
    return (
        after > 1
        and (after >= len(lowers) or lowers[after] in _ENDS)
        and (lowers[after - 2] in TRANSITIVE or lowers[after - 2] in ("arrested", "detained"))
    )


def _age(word: str) -> bool:
    return word.isdigit() and len(word) <= 3


def _after_age(reading: Reading, end: int) -> int:
    """ "a girl, 9, and her mother": where the age after a person ends."""
    lowers = reading.lowers
    aged = len(lowers) > end + 2 and lowers[end] == "," and (lowers[end + 1] in UNITS or _age(lowers[end + 1]))
    return end + 2 if aged and lowers[end + 2] in (",", "and", "was", ".") else end


def _kin_after(reading: Reading, position: int) -> bool:
    """ "his father and younger brother": the second needs no possessive of its own."""
    for word in reading.lowers[position : position + 3]:
        if word in KIN and word in SINGULAR:
            return True
        if word in STOPPERS or not word[0].isalpha() or word in DETERMINERS or word in POSSESSIVES or word in TRANSITIVE:
            return False
        if word in UNITS and word != "one":
            return False  # "four adult and six child deaths"
    return False


def _named_after(reading: Reading, position: int) -> bool:
    texts = reading.texts
    return (
        not reading.capitals
        and position < len(texts)
        and texts[position][0].isupper()
        and (reading.mention_at(position) is None or _first_name_like_a_place(reading, position))
    )


def _first_name_like_a_place(reading: Reading, position: int) -> bool:
    """ "reporter Farah Omar": a place's name with another name behind it is a person's."""
    texts, mention = reading.texts, reading.mention_at(position)
    behind = position + 1 < len(texts) and texts[position + 1][0].isupper() and reading.mention_at(position + 1) is None
    return mention is not None and mention[0] == position + 1 and mention[1].kind == "place" and behind


def _named(reading: Reading, position: int) -> Group | None:
    """A person by name, with the age that follows it."""
    last = name_at(reading, position)
    if last == position:
        return None
    end = _after_age(reading, last)
    title = next((word for word in reading.lowers[position:last] if word in SINGULAR), "") if reading.capitals else ""
    if title:
        return Group(position, end, "single", head=title, head_at=position, role=SINGULAR[title])
    return Group(position, end, "named")
