"""A figure on its way: what was read of it in its own sentence, before the article as a whole has its say."""

from __future__ import annotations

from dataclasses import dataclass

from service.models import Figure


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure with what later stages need to know of its telling."""

    figure: Figure
    sentence: int
    at: int  # offset of the group of people
    rest: bool  # "five more", "another five"
    told: bool  # the party follows from the figure's own words and is not only assumed
    assumed: bool  # the party is only the country the article is about, or nobody
    days: frozenset[int]  # how many days ago its sentence says it happened
    separate: bool  # its sentence turns to another incident
    within: bool  # its sentence says that it is most of, or one place's or day's share of, what was counted before
    summing: bool = False  # its sentence tells of attacks, fighting or a day, not of one blow
    all_sides: bool = False  # a sum of the dead of every side, which the figures that follow do not exceed
    known: bool = False  # "the three men": those the text has told of
    in_all: bool = False  # its sentence sums up what was told before
    wide: bool = False  # its sentence counts across the country
    placed_first: bool = False  # its sentence opens with the place it tells of
    arms: frozenset[str] = frozenset()  # with what its sentence says that people were harmed
    ordinal: int = 0  # 7 for "a seventh"
    head: str = ""  # the noun that counts
    doers: frozenset[str] = frozenset()  # sides that its sentence says did it
    name: str = ""  # surname, in small letters, of a person by name
