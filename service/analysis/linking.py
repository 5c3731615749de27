"""What rules record: a harm is a group and what was done to it; ``Links`` is one sentence with the harms found in it so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from service.analysis.groups import Group
from service.analysis.languages.en.grammar import STOPPERS
from service.analysis.languages.en.harm import COUNT_NOUNS, INJURIES
from service.analysis.languages.en.people import PLURAL
from service.analysis.looking import Sight
from service.analysis.names import surname_before
from service.analysis.reading import Reading
from service.models import Kind, Relation


class Harm(NamedTuple):
    """A group and what was done to it. ``agent`` is the token before which an active verb's subject stands, -1 for none."""

    group: Group
    kind: Kind
    rule: str
    at: int
    relation: Relation = "total"
    agent: int = -1
    superseded: bool = False
    host: int = -1  # token where the group begins that this one is part of or shares the verb of


_PATIENTS = (["wounded"], ["injured"], ["sick"])
_FOUND_AGAIN = 14  # tokens from "missing" to "found"


class Links(Sight):
    """One sentence, its groups, and the harms found in it so far."""

    def __init__(self, reading: Reading, groups: Sequence[Group]) -> None:
        super().__init__(reading, groups)
        self.found: list[Harm] = []
        self.taken: set[tuple[int, Kind]] = set()

    def emit(
        self,
        indices: Sequence[int],
        kind: Kind,
        rule: str,
        at: int,
        *,
        relation: Relation = "total",
        agent: int = -1,
        superseded: bool = False,
    ) -> bool:
        """Record a harm to each group that can suffer it and has not; whether any was."""
        done = False
        if kind == "missing" and self._found_again(at):
            return False
        for run in self._runs(indices, kind):
            index, group = run[0], self._together(run) if len(run) > 1 else self.groups[run[0]]
            if kind == "displaced" and self.lowers[group.end : group.end + 1] in _PATIENTS:
                continue  # "evacuated 30 wounded"
            if kind == "displaced" and self.lowers[at + 1 : at + 2] == ["with"] and self._hurt(at + 2):
                continue  # "were evacuated with concussion"
            if rule == "state:missing" and (index, "captured") in self.taken:
                continue  # "two reporters kidnapped in December are still missing"
            if (index, kind) in self.taken or not _fits(group, kind):
                continue
            self.taken.update((i, kind) for i in run)
            own: Relation = "part" if group.part and not self.of_troops(group, at) else relation
            self.found.append(Harm(group, kind, rule, at, own, agent, superseded))
            done = True
        return done

    def _hurt(self, at: int) -> bool:
        """Whether an injury is named within a few words of a token."""
        return not INJURIES.isdisjoint(self.lowers[at : at + 4])

    def of_troops(self, group: Group, at: int) -> bool:
        """ "ambushed Malian troops and killed eight of them": of people whom nobody counted."""
        theirs = self.lowers[group.end - 1] == "them" and at < group.start
        return theirs and not any(other.start < at and other.shape == "counted" for other in self.groups)

    def _found_again(self, at: int) -> bool:
        """ "A boy who was listed as missing was found dead": nobody is missing any more; not "12 are missing and three were found"."""
        for position in range(at + 1, min(at + _FOUND_AGAIN, len(self.lowers) - 1)):
            if position in self.by_start:
                return False
            if self.lowers[position] == "found":
                return self.lowers[position + 1] in ("dead", "alive", "safe", "unharmed", "unhurt")
        return False

    def emit_surname(self, before: int, kind: Kind, rule: str, at: int) -> bool:
        """Record a harm to a person named by a surname alone right before a token; whether there is one."""
        begin = surname_before(self.reading, before)
        if begin < 0 or (-1 - begin, kind) in self.taken:
            return False
        self.taken.add((-1 - begin, kind))
        self.found.append(Harm(Group(begin, before, "named"), kind, rule, at))
        return True

    def emit_pronoun(self, at: int, kind: Kind, rule: str, verb: int) -> bool:
        """Record a harm to "him" or "her" in newswire in capitals; whether it stands there as an object."""
        word = self.lowers[at] if at < len(self.lowers) else ""
        following = self.lowers[at + 1] if at + 1 < len(self.lowers) else "."
        alone = word == "him" or (word == "her" and (not following[0].isalpha() or following in STOPPERS))
        if not (self.reading.capitals and alone) or (-1 - at, kind) in self.taken:
            return False
        self.taken.add((-1 - at, kind))
        self.found.append(Harm(Group(at, at + 1, "named"), kind, rule, verb))
        return True

    def make_parts(self, indices: Sequence[int], kind: Kind) -> None:
        """What was found of these groups is part of another count."""
        groups = {self.groups[i].start for i in indices}
        self.found = [h._replace(relation="part") if h.group.start in groups and h.kind == kind else h for h in self.found]

    def harmed(self, index: int) -> bool:
        """Whether anything was said to have happened to a group."""
        return any(taken == index for taken, _ in self.taken)

    def kinds_of(self, index: int) -> set[Kind]:
        """What was said to have happened to a group."""
        return {kind for taken, kind in self.taken if taken == index}

    def _runs(self, indices: Sequence[int], kind: Kind) -> list[list[int]]:
        """Groups by themselves, but single people joined to each other together, unless one is a soldier and one is not."""
        runs: list[list[int]] = []
        for index in indices:
            group = self.groups[index]
            last = runs[-1] if runs else []
            single = group.shape != "counted" and (index, kind) not in self.taken
            if (
                single
                and last
                and self.groups[last[-1]].shape != "counted"
                and (_alike({self.groups[i].role for i in (*last, index)}) or _spouse(group))
            ):
                last.append(index)
            else:
                runs.append([index])
        return runs

    def joined_singles(self, index: int, kind: Kind) -> tuple[Group, list[int]]:
        """A group as one with its own people joined to it: "including a woman and her baby" counts two."""
        chain = [index]
        while chain[-1] + 1 < len(self.groups) and self.chain[chain[-1] + 1] == self.chain[index]:
            if self.groups[chain[-1] + 1].owner < 0:
                break
            chain.append(chain[-1] + 1)
        run = self._runs(chain, kind)[0]
        return (self._together(run) if len(run) > 1 else self.groups[index]), run

    def _together(self, run: Sequence[int]) -> Group:
        """ "a woman and her baby" are two."""
        groups = [self.groups[i] for i in run]
        roles = {group.role for group in groups}
        mixed = "combatant" in roles and len(roles) > 1
        role = "unknown" if mixed else "civilian" if "civilian" in roles else groups[0].role
        return groups[0]._replace(end=groups[-1].end, low=len(groups), high=len(groups), role=role)


def _spouse(group: Group) -> bool:
    """ "an army captain and his wife" are two."""
    return group.owner >= 0 and group.head in ("wife", "husband", "son", "daughter", "mother", "father", "brother", "sister")


def _alike(roles: set[str]) -> bool:
    return "combatant" not in roles or len(roles) == 1


def _fits(group: Group, kind: Kind) -> bool:
    """Whether a group can suffer this: only people are seized, missing or driven out; a count of deaths is no victim itself."""
    if group.head in COUNT_NOUNS and group.head not in PLURAL:
        return False
    return kind in ("killed", "wounded") or group.person or not group.head
