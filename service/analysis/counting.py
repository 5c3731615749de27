"""The groups of people of a sentence, in order: numbers with what they count, and single people. One pass to the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from service.analysis.groups import Group
from service.analysis.languages.en.given_names import GIVEN_NAMES, TITLES
from service.analysis.languages.en.grammar import DETERMINERS, POSSESSIVES, STOPPERS
from service.analysis.languages.en.people import SINGULAR
from service.analysis.languages.lists import sequences, words
from service.analysis.noun_phrases import walk
from service.analysis.numbers import Number
from service.analysis.persons import BEGINNINGS, NEAR, PERSON_WORDS, single
from service.analysis.reading import Reading


def find_groups(reading: Reading) -> tuple[list[Group], list[tuple[Number, str]]]:
    """The groups of a sentence in order and without overlap, and the numbers that are none with the rule that says so."""
    groups: list[Group] = []
    rejected: list[tuple[Number, str]] = []
    numbers = {number.first: number for number in reading.numbers}
    starts = numbers | {number.start: number for number in reading.numbers}
    lowers = reading.lowers
    past = 0
    for position in _beginnings(reading, starts):
        if position < past:
            continue
        number = starts.get(position)
        if number is not None:
            group = _counted(reading, number)
            if not group.reject and is_rate(lowers, group.end):
                group = group._replace(reject="rate")
            if (
                not group.head
                and lowers[group.end : group.end + 1] == ["in"]
                and not _MONEY.isdisjoint(lowers[group.end : group.end + 3])
            ):
                group = group._replace(reject="money")  # "millions in losses"
            if number.not_people or group.reject:
                rejected.append((number, number.not_people or group.reject))
                past = number.last
                continue
        else:
            found = single(reading, position)
            if found is None:
                continue
            group = found
        if number is not None and number.low is not None:
            group = _repeated(reading, group)
        groups.append(group)
        past = max(group.end, position + 1)
    return _without_appositions(reading, groups), rejected


def _without_appositions(reading: Reading, groups: list[Group]) -> list[Group]:
    """ "Jane Roe, a nurse, was killed", "her driver, John Doe, was hurt": two ways to name one person are one group."""
    kept: list[Group] = []
    for group in groups:
        if kept and _still_the_same(reading, kept[-1], group):
            kept[-1] = kept[-1]._replace(end=group.end)
        elif kept and _apposed(reading, kept[-1], group):
            last = kept[-1]
            end = group.end + (reading.lowers[group.end : group.end + 1] == [","])
            told = last if last.shape == "single" else group
            kept[-1] = told._replace(start=last.start, end=end)
        else:
            kept.append(group)
    return kept


def _still_the_same(reading: Reading, left: Group, right: Group) -> bool:
    """ "a nurse and mother of two": the parent without an article is the nurse."""
    parent = reading.lowers[right.head_at : right.head_at + 2] in _PARENT_OF and right.shape == "single"
    return parent and left.shape != "counted" and reading.lowers[left.end : right.head_at] in (["and"], [])


def _apposed(reading: Reading, left: Group, right: Group) -> bool:
    """A name and a description between commas; "the mayor, his wife" and "A B, C D and E F" are several people."""
    if {left.shape, right.shape} != {"named", "single"} or reading.lowers[left.end : right.start] != [","]:
        return False
    following = reading.lowers[right.end] if right.end < len(reading.lowers) else "."
    described = left.shape == "single" or reading.lowers[right.start] in ("a", "an", "the")
    bare = (
        left.shape == "named" and right.start == right.head_at and following in ("of", "to", "for")
    )  # "X, aide to the minister"
    nurse_and_mother = following == "and" and _bare_trade(reading.lowers[right.end + 1 : right.end + 3])
    ends = (
        following in (",", ".", ";", ")", '"', "who", "of", "in", "at", "for", "with")
        or following in _DOING
        or following.endswith("ing")
    )
    return bare or (described and (nurse_and_mother or ends))


_DOING = words("working serving living studying teaching reporting based")  # "X, a journalist working for Y"
_PARENT_OF = (["mother", "of"], ["father", "of"])


def _bare_trade(following: Sequence[str]) -> bool:
    """ "Jane Roe, 34, a nurse and mother of two", "an official and leader of the party": one person with two descriptions."""
    return len(following) > 1 and following[0] in SINGULAR and following[1] in ("of", "in", "for", "at", "who", ",")


_MONEY = words("losses damage damages aid cash revenue compensation ransom bribes funding")
_RATES = sequences("a day | per day | every day | each day | a week | every week | each week | a month | a year | for every")
_FROM_THEN = words("after before earlier later ago")


def is_rate(lowers: Sequence[str], end: int) -> bool:
    """ "Four a day", but not "four, a day after the truce" without its comma."""
    return tuple(lowers[end : end + 2]) in _RATES and _FROM_THEN.isdisjoint(lowers[end + 2 : end + 3])


def _beginnings(reading: Reading, starts: Mapping[int, Number]) -> list[int]:
    """The tokens at which a group can begin: numbers, words before a noun for one person, names of two words."""
    lowers = reading.lowers
    found = set(starts)
    persons = [at for at, word in enumerate(lowers) if word in PERSON_WORDS]
    aged = (
        {at for at, word in enumerate(lowers) if word.endswith("-old")} if "-old" in reading.sentence.plain.lower() else set()
    )
    if persons or aged:
        person = 0
        persons.append(len(lowers) + NEAR)
        for position, word in enumerate(lowers):
            if persons[person] < position:
                person += 1  # the next word for a person from here on
            if word in BEGINNINGS and (persons[person] < position + NEAR or position + 1 in aged or position + 2 in aged):
                found.add(position)
    if reading.capitals:
        found.update(position for position, word in enumerate(lowers) if word in GIVEN_NAMES or word in TITLES)
    else:
        capitalised = reading.sentence.capitalised
        found.update(left for left, right in pairwise(capitalised) if left + 1 == right)
        found.update(at for at in capitalised if at + 1 < len(lowers) and lowers[at + 1] in (",", "and"))
    for first, last, mention in reading.mentions:
        if lowers[last : last + 1] == ["'s"]:
            found.add(first)
        elif first and mention.kind in ("demonym", "people") and lowers[first - 1] in ("a", "an", "another"):
            found.add(first - 1)
    return sorted(found)


def _repeated(reading: Reading, group: Group) -> Group:
    """ "three hundred and seventeen students (317)": the same number again in brackets belongs to the group."""
    end = group.end
    words = reading.lowers[end : end + 3]
    if len(words) == 3 and words[0] == "(" and words[2] == ")" and words[1].replace(",", "") == str(group.low):
        return group._replace(end=end + 3)
    return group


_HOUSEHOLD_OF = (["family", "of"], ["household", "of"])


def _household(reading: Reading, number: Number, noun: int) -> Group:
    """ "an entire family of six": the six are its people."""
    lowers, start = reading.lowers, noun
    while start > 0 and noun - start < 3 and lowers[start - 1][0].isalpha() and lowers[start - 1] not in STOPPERS:
        start -= 1
        if lowers[start] in DETERMINERS or lowers[start] in POSSESSIVES:
            break
    return Group(
        start, number.last, "counted", number.low, number.high, number.vague, number.qualifier, "family", noun, "civilian", number=number
    )  # fmt: skip


_BEFORE_NUMBERS = words("""
    another other the these those further additional an all extra his her their its record staggering shocking astonishing whopping
    combined mere full remarkable horrifying devastating
""")


def _counted(reading: Reading, number: Number) -> Group:
    """The group a number counts, with the words that belong to it on either side."""
    found = walk(reading, number.last, several=number.low != 1)
    start, lowers = number.start, reading.lowers
    rest, owner = found.rest, found.owner
    if not found.head and lowers[max(0, start - 2) : start] in _HOUSEHOLD_OF:
        return _household(reading, number, start - 2)
    if number.low == 1 and found.head in ("family", "household"):
        found = found._replace(reject="one family is no count of people")
    while start > 0 and lowers[start - 1] in _BEFORE_NUMBERS:
        if lowers[max(0, start - 2) : start] == ["in", "all"]:
            break  # "in all 50 people were killed"
        start -= 1
        owner = start if lowers[start] in POSSESSIVES else owner
        rest = rest or lowers[start] in ("another", "further", "additional")
    return Group(
        start, found.end, "counted", number.low, number.high, number.vague, number.qualifier, found.head, found.head_at, found.role,
        found.person, rest, found.part, owner, found.state, number, found.reject,
    )  # fmt: skip
