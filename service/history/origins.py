"""Who wrote a text first: copies of an agency text and the revisions of one article are one origin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from service.models import Reading


class Union:
    """Disjoint sets over strings; the smallest member by the given order names a set."""

    def __init__(self, members: Iterable[str]) -> None:
        """``members`` in canonical order: of two sets the one with the earlier first member gives its name."""
        self._rank = {member: number for number, member in enumerate(members)}
        self._parent = {member: member for member in self._rank}

    def find(self, member: str) -> str:
        """The name of the member's set."""
        root = member
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[member] != root:
            self._parent[member], member = root, self._parent[member]
        return root

    def join(self, one: str, other: str) -> None:
        """Make one set of both; members that nobody knows are left out."""
        if one in self._parent and other in self._parent:
            first, second = sorted((self.find(one), self.find(other)), key=self._rank.__getitem__)
            self._parent[second] = first


def origins(readings: Sequence[Reading]) -> Mapping[str, str]:
    """Article id -> id of the earliest article of its origin; ``readings`` in canonical order."""
    union = Union(reading.article for reading in readings)
    by_entry: dict[str, str] = {}
    for reading in readings:
        union.join(by_entry.setdefault(reading.entry, reading.article), reading.article)
        for copy in reading.copies:
            union.join(copy, reading.article)
    return {reading.article: union.find(reading.article) for reading in readings}
