"""Whether those counted were at a protest: deadly repression has civilians for victims."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.text import Sentence
from service.models import Role

_PROTEST = words("protest protests protesters demonstration demonstrations demonstrators rally rallies crackdown marchers")
_PROTESTERS = words("protesters demonstrators protestors marchers protests demonstrations rally")
_BEGAN = words("began begun started erupted broke grew")
_WARS = words("war conflict uprising revolution")  # "the war began with protests"
_GOES_ON = 1  # sentences after one about protesters in which "three people died" still speaks of them
_MANY = 5000  # no single protest has more dead
_ANYBODY = ("", "others")
_SOME_PEOPLE = frozenset((*_ANYBODY, "people", "persons", "person", "men", "man", "youths"))


class Protests:
    """Remembers whether a sentence just before spoke of people who protest."""

    def __init__(self) -> None:
        self._last = -_GOES_ON - 1

    def notice(self, sentence: Sentence) -> bool:
        """Read the next sentence; whether those it counts may be protesters."""
        near = sentence.index - self._last <= _GOES_ON
        if not _PROTESTERS.isdisjoint(sentence.words) and (
            _BEGAN.isdisjoint(sentence.words) or _WARS.isdisjoint(sentence.words)
        ):
            self._last = sentence.index
        return near


def at_a_protest(harm: Harm, lowers: Sequence[str], *, near: bool) -> Role | None:
    """ "three people died" during, at or after a protest: civilians."""
    group = harm.group
    if group.head not in _SOME_PEOPLE or (group.low or 0) >= _MANY:
        return None
    at_one = any(
        word in _PROTEST and not {"during", "at", "in", "into", "on"}.isdisjoint(lowers[max(0, i - 4) : i])
        for i, word in enumerate(lowers)
    )
    return "civilian" if at_one or (near and group.head not in ("men", "man")) else None
