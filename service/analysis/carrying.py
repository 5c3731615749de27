"""What the sentence before said goes on: "Of those, 12,000 were children", "Among them were two nurses", "They included …"."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.drafts import Draft
from service.analysis.groups import Group
from service.analysis.languages.en.grammar import BE, INCLUDING
from service.analysis.languages.en.people import PLURAL, SINGULAR
from service.analysis.linking import Harm, Links
from service.analysis.reading import Reading
from service.models import Kind

_OPENINGS = (
    "of those",
    "of these",
    "of them",
    "among them",
    "among those",
    "they include",
    "those include",
    "the dead include",
)
_OPENING = 60  # characters
_THEM = (" of them ", " of those ", " of the dead ", " of the victims ", " was among them", " were among them")
_NOUN_NEAR = 6  # words after "were" within which the noun of "three of them were young women" stands


def goes_on(plain: str) -> bool:
    """Whether a sentence begins by naming a part of those just counted, or counts "three of them", "a colonel among them"."""
    start = plain[:_OPENING].lower().lstrip("\"'(")
    return start.startswith(_OPENINGS) or any(words in start for words in _THEM)


def carried(reading: Reading, groups: Sequence[Group], before: Sequence[Draft]) -> list[Harm]:
    """The groups of a sentence that are parts of the figures ``before``, those of the sentence just read."""
    lowers = reading.lowers
    links = Links(reading, groups)
    for index, group in enumerate(groups):
        if links.chain[index] != index or group.shape == "named":
            continue
        kind = _kind(group, before)
        named_after = lowers[group.start - 1 : group.start] != ["of"] and _are_people(lowers, group.end)
        listed = group.start > 0 and (
            lowers[group.start - 1] in BE or lowers[group.start - 1] in INCLUDING or lowers[group.start - 1] == ":"
        )
        members = [i for i in range(index, len(groups)) if links.chain[i] == index]
        tail = lowers[groups[members[-1]].end :][:3]
        among = tail[1:] == ["among", "them"] and tail[0] in BE
        if kind is None or not (named_after or among or (listed and group.person)):
            continue
        if links.found and (group.head or not named_after):
            continue  # "18 were rebels and 12 were soldiers" goes on, another statement does not
        members = links.chain_from(index) if listed else members if among else [index]
        links.emit(members, kind, f"carried:{kind}", group.start, relation="part")
    return links.found


def _kind(group: Group, before: Sequence[Draft]) -> Kind | None:
    """The kind of the figure that can hold the group; of several the first told."""
    for draft in before:
        low = draft.figure.low
        if draft.figure.relation != "part" and (low is None or group.low is None or low > group.low):
            return draft.figure.kind
    return None


def _are_people(lowers: Sequence[str], end: int) -> bool:
    """Whether "were children" follows a count."""
    if end >= len(lowers) or lowers[end] not in BE:
        return False
    for word in lowers[end + 1 : end + _NOUN_NEAR]:
        if word in PLURAL or word in SINGULAR:
            return True
        if word in (",", ".", "in", "on", "at", "by", "killed", "wounded", "released", "freed"):
            return False
    return False
