"""A known name in a text and what it stands for."""

from __future__ import annotations

from typing import Literal, NamedTuple

MentionKind = Literal["country", "demonym", "capital", "force", "group", "person", "people", "place", "official", "keyword"]


class Mention(NamedTuple):
    """A known name in a text: ``document.text[start:end]`` is ``text``.

    ``party`` is the canonical name of the side it stands for (None for plain places), ``country`` the English short name of the
    country it belongs to, ``conflicts`` the ids of the configured conflicts it points at, ``place`` the canonical place name.
    """

    start: int
    end: int
    text: str
    party: str | None
    kind: MentionKind
    country: str | None
    conflicts: tuple[str, ...]
    place: str | None
