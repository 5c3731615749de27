"""The dead by where they lie: "a pit in which there were 30 people", "the graves of 12 monks", "a trench with 40 villagers"."""

from __future__ import annotations

from collections.abc import Callable

from service.analysis.languages.lists import words
from service.analysis.linking import Links

IN_A_GRAVE = "in a grave"
_HOLDING = words(
    "of with containing holding contained held for where there were was lay lie are which in up to at near least some about"
)
_REACH = 9  # tokens from "pit" to those in it


def in_a_grave(links: Links, at: int) -> None:
    """ "opened a pit in which there were 30 people", "a mass grave of 40 villagers": counted people and nothing else between."""
    lowers = links.lowers
    if lowers[at] in ("pit", "trench") and not _DUG.isdisjoint(lowers[max(0, at - 2) : at]):
        return  # "a coal pit", "the orchestra pit"
    for position in range(at + 1, min(at + _REACH, len(lowers))):
        index = links.by_start.get(position)
        if index is not None:
            group = links.groups[index]
            counted = group.shape == "counted" and group.person and (group.low or 2) > 1
            told = {"of", "with", "containing", "holding", "contained", "held", "where", "which"} & set(
                lowers[at + 1 : position]
            )
            if counted and told and not links.harmed(index):
                links.emit([index], "killed", IN_A_GRAVE, at)
            return
        placed = any(first <= position < last for first, last, _ in links.reading.mentions)
        if lowers[position] not in _HOLDING and not placed:
            return


_DUG = words("coal gold copper diamond orchestra sand gravel barbecue fire snake mine open-cast")
RULES: dict[str, Callable[[Links, int], None]] = dict.fromkeys(("pit", "grave", "graves"), in_a_grave)
