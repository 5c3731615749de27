"""Numbers that rang already in a neighbouring conflict or story, where both alerts speak of one event in one another's words.

A bombing near a border is told by one outlet as an insurgents' attack and by the next as trouble between the two states; the gazetteer
then puts the two articles into two conflicts, and each would ring. A side that is named and a number of ten or more seldom meet twice
on one day by chance; smaller ones do, so there the headlines and quotes must share words as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from service.alerts.echoes import one_people
from service.history.readings import telling_words
from service.models import UNSPECIFIED, Alert, SeriesKey, Value

MEMORY = timedelta(hours=36)
LOOKED_AT = 60  # of the newest alerts: what rang within a day and a half, but for a day of war everywhere
_SPEAKING = 10  # a number that by itself tells an event from another one of the same day
_STEM = 5  # letters by which two forms of a word are one: "bombing", "bombed"
# Stems that any two alerts of a day of war can share.
_GENERAL = frozenset(
    {
        "soldi",
        "polic",
        "milit",
        "troop",
        "force",
        "secur",
        "army",
        "civil",
        "offic",
        "peopl",
        "child",
        "women",
        "woman",
        "targe",
        "strik",
        "kills",
        "killi",
        "woun",
        "injur",
        "gover",
        "minis",
    }
)


def told_next_door(alert: Alert, others: Sequence[Alert]) -> str:
    """Why a first count or a rise is no news; empty where it is. ``others`` are alerts that rang, newest first, of any conflict."""
    change = alert.change
    if change.series is None or change.after is None or not change.moves or change.change not in ("first", "rise"):
        return ""
    for other in others:
        told = other.change
        if told.series is None or told.after is None or told.series == change.series or not told.moves:
            continue
        if abs(change.at - told.at) > MEMORY or change.series.scope != told.series.scope:
            continue
        if not one_people(told.series, change.series) or not _reaches(told.after, change.after):
            continue
        here, same = other.conflict == alert.conflict, told.after.low == change.after.low
        needed = _words_needed(change.after, change.series, told.series, same_conflict=here, same_number=same)
        if len(_shared(alert, other)) >= needed:
            where = "another story" if here else other.conflict_title
            return f"told already on {told.at:%Y-%m-%d} in {where}"
    return ""


def _reaches(told: Value, now: Value) -> bool:
    """Whether what was told is this number, or a higher one that a slower outlet has not got yet."""
    return told.low == now.low or (now.low >= _SPEAKING and now.low <= told.low <= 2 * now.low)


def _words_needed(number: Value, one: SeriesKey, other: SeriesKey, *, same_conflict: bool, same_number: bool) -> int:
    if same_conflict or number.low == 1:
        return 3
    if number.low < _SPEAKING or UNSPECIFIED in (one.party, other.party):
        return 2
    return 0 if same_number else 1  # a lower count in wholly other words may be another attack of the same day: that must ring


def _shared(one: Alert, other: Alert) -> frozenset[str]:
    """Stems that both alerts' headlines or first quotes have, the names of the sides left out: those prove nothing."""
    return _stems(one) & _stems(other)


def _stems(alert: Alert) -> frozenset[str]:
    names = f"{alert.conflict_title} {alert.change.series.party if alert.change.series else ''}".casefold()
    quote = alert.change.evidence[0].quote if alert.change.evidence else ""
    found = frozenset(word[:_STEM] for word in telling_words(alert.article.title, quote))
    return frozenset(stem for stem in found if stem not in names and stem not in _GENERAL)
