"""Harm told in a turn of phrase: finds the idioms of ``languages/en/idioms.py`` around the word that calls each of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from service.analysis.displacement import crowd
from service.analysis.languages.en.grammar import PREPOSITIONS, SAY
from service.analysis.languages.en.idioms import IDIOMS
from service.analysis.languages.lists import words
from service.analysis.linking import Links
from service.models import Kind

Alternatives = frozenset[str]
_NO_CAPTORS = words("police prosecutors court customs handcuffs officers immigration deserted deserters")
_ENDING = words(". , ; : ) and while") | (PREPOSITIONS - {"of"})
_BEFORE_OBJECT = words("the all another some")


class Idiom(NamedTuple):
    """One line of the list: the words before and behind the victims, and where among which the calling word stands."""

    kind: Kind
    text: str
    limit: str  # any of "+", "*", "!", "@", or none
    passive: bool
    before: tuple[Alternatives, ...]  # empty where the victims are the subject
    behind: tuple[Alternatives, ...]
    offset: int  # of the calling word in ``before`` if it is non-negative there, else in ``behind``
    calls_before: bool
    closes: bool  # no object follows


def _parsed(kind: Kind, line: str) -> tuple[Alternatives, Idiom]:
    parts = line.split()
    closes = parts[-1] == "$"
    parts = parts[:-1] if closes else parts
    slot = next(at for at, part in enumerate(parts) if part.rstrip("+*!@") in ("S", "O"))
    limit = parts[slot][1:]
    passive = parts[slot + 1 : slot + 2] == ["be"]
    sides = parts[:slot], parts[slot + 1 + passive :]
    caller = next(part for part in parts if part != parts[slot] and part.isupper())
    calls_before = caller in sides[0]
    offset = sides[0 if calls_before else 1].index(caller)
    before, behind = (tuple(frozenset(part.lower().split("/")) for part in side) for side in sides)
    called = frozenset(caller.lower().split("/"))
    return called, Idiom(kind, f"{kind}, {line}", limit, passive, before, behind, offset, calls_before, closes)


def _table() -> dict[str, tuple[Idiom, ...]]:
    """The idioms by each word that calls them."""
    table: dict[str, tuple[Idiom, ...]] = {}
    for kind, lines in IDIOMS.items():
        for line in lines.strip().splitlines():
            called, idiom = _parsed(kind, line.strip())
            for word in called:
                table[word] = (*table.get(word, ()), idiom)
    return table


_IDIOMS = _table()


def idiom(links: Links, at: int) -> None:
    """Record the harm of each idiom that the word at a token calls and whose other words stand around it."""
    for one in _IDIOMS[links.lowers[at]]:
        if one.kind == "captured" and _by_police(links.lowers):
            continue
        rule = _object if one.before else _subject
        people = [i for i in rule(links, one, at) if _within(links, i, one.limit)]
        if links.emit(people, one.kind, f"idiom:{one.kind}", at, agent=_agent(links, one, at)):
            return


def _by_police(lowers: list[str]) -> bool:
    """Whether the sentence tells of arrests; "the police said" only tells who speaks."""
    there = [at for at, word in enumerate(lowers) if word in _NO_CAPTORS]
    return any(lowers[at] != "police" or at + 1 >= len(lowers) or lowers[at + 1] not in SAY for at in there)


def _agent(links: Links, one: Idiom, at: int) -> int:
    """Where the verb stands that has a doer as its subject, -1 for none."""
    if not one.before:
        return -1
    return at - one.offset if one.calls_before else -1


def _subject(links: Links, one: Idiom, at: int) -> list[int]:
    first = at - one.offset
    if not _stands(links.lowers, one.behind, first) or (one.closes and not _ends(links.lowers, first + len(one.behind))):
        return []
    begin, auxiliary = links.auxiliary(first)
    if one.passive and auxiliary == "be":
        people = links.subject(begin)
        if not people and one.limit == "":
            links.emit_surname(begin, one.kind, f"idiom:{one.kind}:surname", at)
        return people
    if one.passive:
        return [i for i in links.beside(first) if links.groups[i].shape == "counted"]
    start = begin if auxiliary == "have" else first
    return links.beside(start) or links.subject(start)


def _object(links: Links, one: Idiom, at: int) -> list[int]:
    lowers = links.lowers
    if one.calls_before:
        first = at - one.offset
        if not _stands(lowers, one.before, first):
            return []
        people = links.objects(first + len(one.before) - 1)
        return people if people and _stands(lowers, one.behind, links.groups[people[-1]].end) else []
    behind = at - one.offset
    last = links.by_end.get(behind)
    if last is None or not _stands(lowers, one.behind, behind):
        return []
    start = links.groups[links.chain[last]].start
    start -= bool(start) and lowers[start - 1] in _BEFORE_OBJECT
    return list(range(links.chain[last], last + 1)) if _stands(lowers, one.before, start - len(one.before)) else []


def _stands(lowers: list[str], wanted: tuple[Alternatives, ...], first: int) -> bool:
    """Whether these words stand at a token, one after the other."""
    if first < 0 or first + len(wanted) > len(lowers):
        return False
    return all(lowers[first + at] in alternatives for at, alternatives in enumerate(wanted))


def _ends(lowers: list[str], position: int) -> bool:
    return position >= len(lowers) or lowers[position] in _ENDING


def _within(links: Links, index: int, limit: str) -> bool:
    """Whether people are such as an idiom asks for: a count, a crowd, fighters; and people at all."""
    group = links.groups[index]
    if not (group.person or not group.head):
        return False
    if limit == "*":
        return crowd(links, index)
    if ("!" in limit and group.role != "combatant") or ("@" in limit and not (group.head and group.person)):
        return False
    return "+" not in limit or group.shape == "counted" or group.rest


RULES: dict[str, Callable[[Links, int], None]] = dict.fromkeys(_IDIOMS, idiom)
