"""A group of people a sentence names, and which groups form one list.

A group is what a rule about harm can take for its victims: how many, in which words, of which side and role as far as the group's
own words tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from service.analysis.languages.en.grammar import DAY_WORDS, PREPOSITIONS, STOPPERS
from service.analysis.languages.en.harm import INTRANSITIVE, TRANSITIVE
from service.analysis.languages.en.people import COLLECTIVES, PLURAL
from service.analysis.languages.en.units import AGE_BEFORE
from service.analysis.languages.lists import sequences, words
from service.analysis.numbers import Number
from service.analysis.reading import Reading
from service.models import Qualifier, Role

Shape = Literal["counted", "single", "named"]


class Group(NamedTuple):
    """Tokens ``start:end`` name the people; ``head`` is the noun that counts, empty where a number stands alone."""

    start: int
    end: int
    shape: Shape
    low: int | None = 1
    high: int | None = 1
    vague: str | None = None
    qualifier: Qualifier = "exact"
    head: str = ""
    head_at: int = -1
    role: Role = "unknown"
    person: bool = True  # the head is a word for people
    rest: bool = False  # "more", "another", "further": on top of those counted before
    part: bool = False  # "of them", "of the dead": within those counted before
    owner: int = -1  # token of a possessive ("its", "his country's"), -1 where none
    state: str = ""  # kind of harm an adjective inside the group states ("60 wounded people")
    number: Number | None = None
    reject: str = ""  # the rule by which it is no group of people


def chains(reading: Reading, groups: Sequence[Group]) -> tuple[list[int], dict[int, int]]:
    """For each group the first group of the list it is joined to; and the groups that stand in an aside, with its host.

    "12 soldiers, three civilians and a child" is one list. In "six priests -- five Spaniards and one Salvadoran -- and two women"
    the list is of priests and women, and the aside's host is the first.
    """
    first: list[int] = []
    asides: dict[int, int] = {}
    host = -1
    for index, group in enumerate(groups):
        if index == 0:
            first.append(0)
            continue
        gap = reading.lowers[groups[index - 1].end : group.start]
        if host >= 0 and gap[:1] and gap[0] in _CLOSING:
            left, host = host, -1
            joined = tuple(gap[1:]) in _JOINTS and bool(gap[1:])
            first.append(first[left] if joined else index)
        elif host < 0 and len(gap) == 1 and gap[0] in _OPENING and group.shape == "counted" and _closes(reading, group.end):
            host = index - 1
            asides[index] = host
            first.append(index)
        elif _joined(reading, groups[index - 1], group):
            first.append(first[index - 1])
            if host >= 0:
                asides[index] = host
        else:
            host = -1
            first.append(index)
    return first, asides


_OPENING = frozenset(("(", "--", "–", "-"))
_CLOSING = frozenset((")", "--", "–", "-"))


def _closes(reading: Reading, position: int) -> bool:
    return any(word in _CLOSING for word in reading.lowers[position : position + 16])


_JOINTS = sequences("""
    | and | , | , and | or | as well as | , as well as | along with | , along with | together with | plus | , plus | & | and also
    | , and also | and the | , the | , and the | and in addition to | in addition to | , in addition to | and at least
""")


_FROM_NEAR = 6  # tokens of "from South Sudan and"


def _joined(reading: Reading, left: Group, right: Group) -> bool:
    gap = tuple(reading.lowers[left.end : right.start])
    if reading.lowers[right.start] == "whose":
        return False  # "Mr X, whose brother was killed"
    if gap[:1] == ("from",) and gap[-1] == "and" and 2 < len(gap) <= _FROM_NEAR and right.shape == "counted" and not right.head:
        return True  # "two peacekeepers from Chad and one from Senegal"
    if (
        gap[:2] == ("of", "the")
        and gap[-1] == "and"
        and len(gap) <= _OF_NEAR
        and right.shape == "counted"
        and _of_another(reading, right)
    ):
        return True  # "187 children of the upper school and 125 of the lower"
    if len(gap) > 2 and gap[-1] == "of" and gap[-2] in COLLECTIVES:
        cut = len(gap) - 2
        while cut and gap[cut - 1] not in (",", "and", "or"):
            cut -= 1
        if len(gap) - cut <= 5 and gap[cut] in ("a", "an", "the"):
            gap = gap[:cut]
            if not gap and left.head and left.person:
                return True  # "three workers an entire family of six", where a comma was lost
    if gap[:1] == ("who",) and gap[-1] == "and" and _ends_there(reading, gap, left, right):
        return True  # "killed seven civilians who had been given a ride and five soldiers"
    gap = _past_ages(_past_a_second_noun(gap, left))
    if not gap and (right.shape != "single" or not left.head):
        return False
    if gap[:1] == ("of",) and 2 < len(gap) <= 10 and (left.shape == "single" or _belonging(gap, left, right)):
        gap = _after_phrase(gap)
    return gap in _JOINTS and not right.part


def _past_a_second_noun(gap: tuple[str, ...], left: Group) -> tuple[str, ...]:
    """What joins two groups after a second noun for the people of the first: "65 soldiers and police and 26 civilians"."""
    second = len(gap) > 2 and gap[0] in ("and", "or") and gap[1] in PLURAL and left.shape == "counted"
    return gap[2:] if second else gap


_WHO_NEAR = 11  # tokens of "who had stayed behind for an exam and"
_NO_LIST = words(", ; : that which when while but because as said") | frozenset(TRANSITIVE) | frozenset(INTRANSITIVE)
_AFTER_LIST = PREPOSITIONS | DAY_WORDS | {",", ".", ";", ":", ")", "when", "as", "while"}


def _ends_there(reading: Reading, gap: tuple[str, ...], left: Group, right: Group) -> bool:
    """Whether a relative clause stands between two of a list: the second has no verb of its own, and no harm is told in the clause."""
    if len(gap) > _WHO_NEAR or left.part or right.part or not (right.head and right.person) or not _NO_LIST.isdisjoint(gap):
        return False
    return right.end >= len(reading.lowers) or reading.lowers[right.end] in _AFTER_LIST


_OF_NEAR = 6  # tokens of "of the upper school and"


def _of_another(reading: Reading, group: Group) -> bool:
    """Whether "125 of the lower" follows as a second share of the like."""
    if group.head and group.person:
        return False
    number = group.number
    return number is not None and reading.lowers[number.last : number.last + 2] == ["of", "the"]


def _belonging(gap: tuple[str, ...], left: Group, right: Group) -> bool:
    """Whether what the first of a list belong to stands between: "seven members of the Revolutionary Guards and two conscripts"."""
    several = left.person and right.head and right.person and right.shape != "named"
    return bool(several) and len(gap) <= _OF_NEAR - 1 and _NO_LIST.isdisjoint(gap[:-1])


def _past_ages(gap: tuple[str, ...]) -> tuple[str, ...]:
    """What joins two groups after the first one's ages: "nine women, aged between 40 and 80, and three children"."""
    aged = len(gap) > 3 and gap[0] == "," and (gap[1] in AGE_BEFORE or (gap[1] == "about" and gap[2].isdigit()))
    if aged and "," in gap[2:]:
        return gap[gap.index(",", 2) :]
    return gap


def _after_phrase(gap: tuple[str, ...]) -> tuple[str, ...]:
    """What joins two groups after "of the town of X" has been said of the first."""
    for at in range(1, len(gap)):
        if gap[at] in (",", "and", "as"):
            return gap[at:]
        if gap[at] in STOPPERS and gap[at] != "of":
            return gap
    return gap


def named_run(groups: Sequence[Group], lowers: Sequence[str], last: int) -> list[int]:
    """ "two men, A B, 34, and C D, 32": the count those named up to ``last`` stand for, else all of them; empty for one alone."""
    first = last
    while first and groups[first].shape == "named" and _only_ages(lowers[groups[first - 1].end : groups[first].start]):
        first -= 1
    if first == last:
        return []
    return [first] if groups[first].shape == "counted" else list(range(first, last + 1))


def _only_ages(gap: Sequence[str]) -> bool:
    return bool(gap) and gap[0] == "," and all(word in (",", "and") or (word.isdigit() and len(word) < 3) for word in gap)
