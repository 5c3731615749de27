"""Looking from a word of harm to the people it is said of: to the subject, the object, the group beside it, the antecedent."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.clauses import aside_before, clause, participle, relative_before
from service.analysis.groups import Group, chains, named_run
from service.analysis.languages.en.grammar import (
    ADVERBS,
    BE,
    CLAUSE_BREAKS,
    GET,
    HAVE,
    INCLUDING,
    MODALS,
    PREPOSITIONS,
    RELATIVES,
    SAY,
    STOPPERS,
)
from service.analysis.languages.en.harm import INTRANSITIVE, STATES, TRANSITIVE
from service.analysis.languages.en.people import COLLECTIVES, PLURAL, SINGULAR
from service.analysis.languages.lists import words
from service.analysis.reading import Reading

_NEAR, _FAR = 8, 14  # tokens between people and their state, the more where "left" tells that one follows
_TAKERS = words("lost losing seized arrested detained took claimed hit")
_FRACTIONS = words("half third quarter fifth tenth thirds quarters most majority per cent percent % proportion part")
_CONJUNCTIVE = frozenset({"after", "before", "since", "until", "till"})  # they open a clause as well
_PHRASE_OPENERS = PREPOSITIONS - _CONJUNCTIVE - INCLUDING
_PRONOUNS = words("he she it they we i you nobody none everyone someone no-one this these those")
_SINGLE_STARTS = words("a an the his her their its this another one")
_PASSED = (ADVERBS - {"since"}) | words("the a an down off dead its their ' ") | {'"'}  # between a verb and its object
_PLACE_NOUNS = words("town city village district province county suburb port island camp hamlet region state outskirts")
_BEFORE_STATE = words("shot left lay lie lying aboard onboard ' so-called") | {'"'}  # between people and their state
_NOT = words("not never no longer")
_RELATIVE_CLAUSE, _RELATIVE_NEAR = 2, 8  # tokens of the clause "that gave chase"; from people to it
_DID = words("gave went came took was were had ran fought tried led made ate sat stood lay got held met")
_AUXILIARIES = BE | HAVE | MODALS | ADVERBS | _NOT | GET | {"to"}

_BETWEEN = words("shot found discovered") | {'"'}  # "were found shot dead"


class Sight:
    """One sentence with its groups, by where they begin and end, and the lists they form."""

    def __init__(self, reading: Reading, groups: Sequence[Group]) -> None:
        self.reading = reading
        self.lowers = reading.lowers
        self.groups = groups
        self.by_start = {group.start: index for index, group in enumerate(groups)}
        self.by_end = {group.end: index for index, group in enumerate(groups)}
        self.chain, self.asides = chains(reading, groups)

    def auxiliary(self, at: int) -> tuple[int, str]:
        """Where the auxiliaries before a participle begin and what they make of it: "be", "have" or nothing."""
        lowers = self.lowers
        position, hops, kind = at - 1, 0, ""
        while position >= 0 and not kind:
            word = lowers[position]
            if word in BE or word in GET:
                kind = "be"
            elif word in HAVE:
                kind = "have"
            elif word in ADVERBS or word in _NOT or word in _BETWEEN or (word.endswith("ly") and len(word) > 4):
                position -= 1
            elif word in ("and", "or", ",", "then") and hops < 4 and position > 0 and participle(lowers[position - 1]):
                position -= 2
                hops += 1
            else:
                return at, ""
        if not kind:
            return at, ""
        while position > 0 and lowers[position - 1] in _AUXILIARIES:
            position -= 1
        return position, kind

    def subject(self, at: int) -> list[int]:
        """The groups that are the subject of a verb whose auxiliaries begin at ``at``."""
        relative = at - 1 if at and self.lowers[at - 1] in RELATIVES else relative_before(self.lowers, at)
        if relative >= 0:
            return self._some_of_whom(relative) or self.antecedent(relative)
        last = self.by_end.get(at)
        if last is not None and self.among_them(self.groups[last].start):
            return [last]  # "of whom 40,000 were killed"
        if (at and self.lowers[at - 1] in _PRONOUNS) or self._uncounted_subject(at):
            return []
        begin, asides = clause(self.lowers, at)
        apposed: list[int] = []
        for index in range(len(self.groups) - 1, -1, -1):
            group = self.groups[index]
            if group.end > at or index in self.asides or any(first <= group.start < last for first, last in asides):
                continue
            if group.end <= begin:
                break
            first = self._list_head(index, begin)
            if self._included(first):
                continue
            if self._in_phrase(first):
                if group.part or self.groups[first].part:
                    return [index]
            elif self.groups[first].part and not self.groups[first].head and index > 0 and not apposed:
                apposed = [index]
            elif not apposed or self._apposed(group.end, self.groups[apposed[0]].start):
                whole = named_run(self.groups, self.lowers, index)
                return whole or [i for i in range(self._through_clause(first), index + 1) if i not in self.asides]
            else:
                break
        return apposed or self._before_relative(begin, at)

    def _some_of_whom(self, relative: int) -> list[int]:
        """ "34 of whom the army says are dead": the group that a relative pronoun is the end of."""
        some = self.by_end.get(relative + 1)
        return [some] if some is not None and self.groups[some].part and self.groups[some].start < relative else []

    def _before_relative(self, begin: int, at: int) -> list[int]:
        """ "a member of a group that gave chase was killed": the clause goes on behind a relative one with a verb of its own."""
        relative = begin - 1
        if relative < 1 or self.lowers[relative] not in ("that", "which", "who") or at - begin < _RELATIVE_CLAUSE:
            return []
        if "," in self.lowers[begin:at] or not any(w.endswith("ed") or w in _DID for w in self.lowers[begin : at - 1]):
            return []
        people = [i for i, group in enumerate(self.groups) if group.end <= relative]
        index = people[-1] if people else -1
        while index >= 0 and self._in_phrase(index):
            index -= 1
        if index < 0 or relative - self.groups[index].end > _RELATIVE_NEAR:
            return []
        gap = self.lowers[self.groups[index].end : relative]
        return [] if any(w in SAY or w in TRANSITIVE or w in BE or w in (",", ";") for w in gap) else [index]

    def fraction(self, start: int) -> bool:
        """Whether the subject is a share of what begins at ``start``: "a third of the country's 40 million people"."""
        before = self.lowers[max(0, start - 5) : start]
        return any(word == "of" and before[at - 1] in _FRACTIONS for at, word in enumerate(before) if at)

    def _list_head(self, index: int, begin: int) -> int:
        """The first group of an index's list that is no part of a phrase or an earlier clause."""
        first = self.chain[index]
        while first < index and (self._in_phrase(first) or self.groups[first].end <= begin):
            first += 1
        return index if self.is_object(first) else first

    def is_object(self, index: int) -> bool:
        """ "killed 12 soldiers and three civilians were hurt": what stands right behind a verb is its object, no subject."""
        start = self.groups[index].start
        before = self.lowers[start - 1] if start else ""
        return (before in TRANSITIVE and TRANSITIVE[before].form != "base") or before in _TAKERS

    def _included(self, index: int) -> bool:
        """Whether a group is named as part of another: "including three children", "among them a doctor"."""
        start = self.groups[index].start
        before = self.lowers[start - 1] if start else ""
        return before in INCLUDING or before == "with" or self.among_them(start)

    def _uncounted_subject(self, at: int) -> bool:
        """ "some prisoners have died": people without a number stand right before the verb, and not in a phrase of their own."""
        lowers = self.lowers
        if (
            at == 0
            or not (lowers[at - 1] in PLURAL or lowers[at - 1] in SINGULAR)
            or any(g.start < at <= g.end for g in self.groups)
        ):
            return False
        position = at - 1
        while position > 0 and at - position < 6 and lowers[position - 1][0].isalpha() and lowers[position - 1] not in STOPPERS:
            position -= 1
        before = lowers[position - 1] if position else ""
        if before == "and" and lowers[position] in ("some", "many", "most") and lowers[position - 2 : position - 1] == [","]:
            return True  # "6,700 are imprisoned there, and some prisoners have died"
        return (
            before not in PREPOSITIONS
            and before not in INCLUDING
            and before not in ("and", "or", "who", "them", "whom", "mostly", "mainly")
        )

    def _in_phrase(self, index: int) -> bool:
        """Whether a group stands in a prepositional phrase and so is no subject: "in clashes with two gangs", "of the Red Crescent"."""
        start = self.groups[index].start
        if self.groups[index].shape == "named" and not self.reading.capitals:
            while start > 0 and (self.lowers[start - 1] == "the" or self.reading.texts[start - 1][0].isupper()):
                start -= 1
        before = self.lowers[start - 1] if start else ""
        return (before in _PHRASE_OPENERS and not (before == "of" and self.collective(start - 1))) or self.fraction(start)

    def _through_clause(self, first: int) -> int:
        """ "two policemen who were her guards and a clerk were hurt": the list goes on across a relative clause."""
        if first == 0 or self.groups[first].shape != "single":
            return first
        gap = self.lowers[self.groups[first - 1].end : self.groups[first].start]
        across = 2 < len(gap) <= 10 and gap[0] == "who" and gap[-1] == "and"
        return self.chain[first - 1] if across else first

    def _apposed(self, end: int, start: int) -> bool:
        """ "three people, two of them children, died": the second is said of the first."""
        return all(word in (",", "(") for word in self.lowers[end:start])

    def antecedent(self, at: int) -> list[int]:
        """The groups before a relative pronoun at ``at``."""
        for index in range(len(self.groups) - 1, -1, -1):
            group = self.groups[index]
            if group.end > at or index in self.asides:
                continue
            gap = self.lowers[group.end : at]
            if len(gap) > 8 or any(word in TRANSITIVE or word in SAY for word in gap):
                return []
            if group.part and not group.head and index:
                continue
            some = index and not group.head and self.groups[index - 1].part and self.groups[index - 1].end == group.start - 1
            if some and self.lowers[group.start - 1] == "of":
                return [index - 1]  # "two of the 20, who were wounded"
            return list(range(self.chain[index], index + 1))
        return []

    def objects(self, at: int) -> list[int]:
        """The groups that begin right after a verb at ``at``, with all that is joined to them."""
        lowers = self.lowers
        position, steps = at + 1, 0
        while position < len(lowers) and position not in self.by_start and steps < 6:
            word = lowers[position]
            following = lowers[position + 1] if position + 1 < len(lowers) else ""
            if word in _PASSED or (word.endswith("ly") and len(word) > 4):
                position += 1
            elif word in ("himself", "herself", "themselves", "itself") and following == "and":
                position += 2
            elif word in ("and", "or") and following in TRANSITIVE:
                return []
            elif word == "," and following == "among":
                position += 2
            elif self._described(position):
                position += 1
            elif word in COLLECTIVES and following == "of" and position + 2 in self.by_start:
                position += 2  # "killed a group of 12 soldiers"
            else:
                position = self._past_uncounted(position)
                if position < 0:
                    return []
            steps += 1
        index = self.by_start.get(position)
        return self.chain_from(index) if index is not None else []

    def _described(self, position: int) -> bool:
        """Whether only a description stands between here and one person: "kidnapped Iraqi priest X", "killed 25-year-old X"."""
        for at in range(position, min(position + 4, len(self.lowers))):
            index = self.by_start.get(at)
            if index is not None:
                return (
                    at > position and self.groups[index].shape in ("single", "named") and self.lowers[at] not in _SINGLE_STARTS
                )
            word = self.lowers[at]
            if word in PREPOSITIONS or word in CLAUSE_BREAKS or word in ("and", "or") or not word[0].isalnum():
                return False
        return False

    def _past_uncounted(self, position: int) -> int:
        """ "killed the mayor of X, as well as two peasants": where the counted part of a list begins, -1 where none follows."""
        lowers = self.lowers
        at = position
        while at < len(lowers) and at - position < 9:
            word = lowers[at]
            if word in (",", "and") or lowers[at : at + 3] == ["as", "well", "as"] or lowers[at : at + 2] == ["along", "with"]:
                after = at + (3 if word == "as" else 2 if word == "along" else 1)
                if word == "," and lowers[after : after + 1] == ["and"]:
                    after += 1
                elif word == "," and lowers[after : after + 3] == ["as", "well", "as"]:
                    after += 3
                return after if after in self.by_start and at > position else -1
            if (word in STOPPERS and word != "of") or word in TRANSITIVE or not word[0].isalpha():
                return -1
            at += 1
        return -1

    def chain_from(self, index: int) -> list[int]:
        """A group and those joined to it on its right, up to one that has a predicate of its own."""
        first, last = self.chain[index], index
        while last + 1 < len(self.groups) and (self.chain[last + 1] == first or last + 1 in self.asides):
            if last + 1 not in self.asides and self._predicated(last + 1):
                break
            last += 1
        chain = [i for i in range(index, last + 1) if i not in self.asides or i == index]
        while len(chain) > 1 and self._speaks(chain[-1]):
            chain = chain[:-1] if self.groups[chain[-2]].shape == "counted" else chain[:-2] or chain[:1]
        return chain

    def _speaks(self, index: int) -> bool:
        """ "… wounding six, Jane Roe, the governor, said": who ends the list is no victim but the source."""
        following = self.lowers[self.groups[index].end : self.groups[index].end + 2]
        said = following[:1] == [","] and len(following) > 1 and following[1] in SAY
        return self.groups[index].shape != "counted" and (said or (bool(following) and following[0] in SAY))

    def _predicated(self, index: int) -> bool:
        """Whether a group has a predicate of its own: "killed 12 soldiers and three civilians were wounded"."""
        end = self.groups[index].end
        word = self.lowers[end] if end < len(self.lowers) else ""
        return (
            word in BE
            or word in HAVE
            or word in STATES
            or word in INTRANSITIVE
            or word in SAY
            or (word.endswith("ed") and len(word) > 4)
        )

    def beside(self, at: int) -> list[int]:
        """The groups that end right before a state at ``at``: "12 soldiers killed", "left 12 dead"."""
        lowers = self.lowers
        position = at
        while position > 0 and position not in self.by_end:
            word = lowers[position - 1]
            if word in ADVERBS or word in _BEFORE_STATE or (word.endswith("ly") and len(word) > 4):
                position -= 1
            elif word == "and" and position > 1 and participle(lowers[position - 2]):
                position -= 2
            else:
                break
        if position > 0 and lowers[position - 1] in (",", ")"):
            position = aside_before(lowers, position - 1)
        index = self.by_end.get(position)
        if index is None and position > 1 and lowers[position - 1] == "," and lowers[position - 2].isdigit():
            index = self.by_end.get(position - 1)  # "Man, 60, killed in shelling"
        if index is None:
            return self._behind_phrase(at)
        group = self.groups[index]
        if group.shape == "named" and index and self._of_a_place(index):
            return self._behind_phrase(at)
        if group.shape == "counted" and (not group.head or group.head == "others"):
            return [index]  # "12 soldiers and three civilians were killed and 30 wounded"
        first = self.chain[index]
        if self.is_object(first) and first != index and self.groups[index].shape == "counted":
            first = index
        lead = self.groups[first]
        before = lowers[lead.start - 1] if lead.start else ""
        host = self.whole_of(lead.start)
        if host is not None:
            return list(range(self.chain[host], host + 1))  # "left seven people including two nurses dead"
        return list(range(index if before in INCLUDING and first != index else first, index + 1))

    def whole_of(self, start: int) -> int | None:
        """The group that the one at ``start`` is part of: "four soldiers, including an officer, killed in Doda"."""
        begin = start - 2 if self.among_them(start) else start - 1 if start and self.lowers[start - 1] in INCLUDING else -1
        if begin < 1:
            return None
        return self.by_end.get(begin - 1 if self.lowers[begin - 1] == "," else begin)

    def _of_a_place(self, index: int) -> bool:
        """ "people at work in the town of Mai Gudo": a name behind a place's noun is the place's."""
        before = self.lowers[max(0, self.groups[index].start - 2) : self.groups[index].start]
        return before[-1:] == ["of"] and before[0] in _PLACE_NOUNS

    def _behind_phrase(self, at: int) -> list[int]:
        """ "two soldiers from the north killed": a group with prepositional phrases between it and its state."""
        lowers = self.lowers
        for index in range(len(self.groups) - 1, -1, -1):
            group = self.groups[index]
            if group.end > at:
                continue
            gap = lowers[group.end : at]
            blocked = any(w in TRANSITIVE or w in SAY or w in (",", ";") or w in BE or w in INTRANSITIVE for w in gap)
            left = group.start > 0 and lowers[group.start - 1] in ("left", "leaving")
            if (
                len(gap) > (_FAR if left else _NEAR)
                or not gap
                or gap[0] not in PREPOSITIONS
                or blocked
                or self._in_phrase(index)
            ):
                return []
            host = self.by_end.get(group.start - 1) if lowers[group.start - 1] in INCLUDING else None
            last = index if host is None else host  # "left seven people including two men in uniform dead"
            return list(range(self.chain[last], last + 1))
        return []

    def among_them(self, at: int) -> bool:
        """Whether "among them" or "of whom" stands right before ``at``."""
        lowers = self.lowers
        return at > 1 and lowers[at - 1] in ("them", "whom", "these", "those") and lowers[at - 2] in ("among", "of", "amongst")

    def collective(self, at: int) -> bool:
        """Whether "of" at ``at`` follows a noun for a group: "a convoy of 12 soldiers"."""
        return at > 0 and self.lowers[at - 1] in COLLECTIVES
