"""What one sentence says of one ceasefire: what is done to it, what it does, and in which mood.

Three looks, each from the name outwards: the words that govern it ("agreed to extend the truce"), its predicate ("the truce
collapsed"), and how it is joined to the rest ("despite the truce"). Where none of them tells anything, the noun phrase itself
lets a reader suppose something ("the shaky truce"). Words and statuses stand in ``languages/en/truce``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from service.analysis.ceasefire_governing import governing, governor
from service.analysis.ceasefire_joined import joined
from service.analysis.ceasefire_mood import Signal, said
from service.analysis.ceasefire_phrase import Phrase, phrase_of
from service.analysis.ceasefire_predicate import predicate
from service.analysis.ceasefire_supposed import supposed
from service.analysis.ceasefire_terms import TruceSentence
from service.analysis.languages.en.truce import grammar
from service.analysis.languages.en.truce.moods import PRESUPPOSED, STATUSES
from service.analysis.languages.lists import words
from service.models import CeasefireStatus


@dataclass(frozen=True, slots=True)
class Reading:
    """One status a sentence gives one ceasefire; ``start`` and ``end`` are the deciding words' place in the sentence's plain form.

    A weak reading counts only where nothing else is said of this ceasefire, a bare one only where the article says
    nothing else of any.
    """

    status: CeasefireStatus
    event: str
    mood: str
    name: int
    start: int
    end: int
    weak: bool
    bare: bool = False
    how: str = ""

    @property
    def presupposed(self) -> bool:
        """Whether the ceasefire is only taken to be there, being wished to last or feared to end."""
        return (self.event, self.mood) in PRESUPPOSED

    @property
    def rule(self) -> str:
        """What decided, for explanations: "ending, denied", or of what is only supposed "keeping, told: under it"."""
        return f"{self.event}, {self.mood}" + (f": {self.how}" if self.how else "")


def read_statuses(found: TruceSentence, name: int) -> tuple[Reading, ...]:
    """The statuses the sentence gives its ceasefire number ``name``, the surest first."""
    phrase = phrase_of(found, name)
    if _is_act(phrase) and phrase.words[max(0, phrase.start - 2) : phrase.start] in grammar.FAILING:
        return ()  # "the failure to halt the fighting has raised fears"
    signals = [_of_its_war(phrase, signal) for signal in _signals(phrase)]
    if found.pronoun(name):
        signals = [signal for signal in signals if signal.event != "making"]
    settled = _settled(signals) or (_acted(phrase) if _is_act(phrase) else _supposed(phrase, signals))
    readings: dict[CeasefireStatus, Reading] = {}
    for signal in settled:
        status = STATUSES.get((signal.event, signal.mood))
        if status is not None and status[0] not in readings:
            start, end = phrase.place(signal.start, signal.end)
            readings[status[0]] = Reading(
                status[0], signal.event, signal.mood, name, start, end, signal.weak, signal.bare, signal.how
            )
    return tuple(readings.values())


def _signals(phrase: Phrase) -> list[Signal]:
    if phrase.body:
        return []
    found = governor(phrase)
    predicates = predicate(phrase, governed=found is not None)
    return [*governing(phrase, found, predicates), *joined(phrase, predicates)]


def _of_its_war(phrase: Phrase, signal: Signal) -> Signal:
    """A signal, or of a truce "ending 19 years of war" that it was made, or began where the sentence says so."""
    if not _ends_a_war(phrase, signal):
        return signal
    after = phrase.words[signal.end :]
    began = not _INTO.isdisjoint(after) and not _EFFECT.isdisjoint(after)
    return replace(signal, event="starting" if began else "making", mood="told")


_INTO = words("into took takes taken")
_EFFECT = words("effect force")


def _ends_a_war(phrase: Phrase, signal: Signal) -> bool:
    """ "A truce ending two months of fighting": what is over is the fighting."""
    if signal.event != "ending" or phrase.words[signal.start] != "ending":
        return False
    return not _FIGHTING.isdisjoint(phrase.words[signal.start + 1 : signal.start + _OBJECT])


_FIGHTING = words(
    "war fighting conflict violence hostilities clashes bloodshed siege battle bombardment shelling insurgency unrest"
)
_OBJECT = 8  # tokens after "ending" in which it is told what ends


def _silent(signals: Sequence[Signal]) -> bool:
    """Whether the sentence speaks of the ceasefire in a way that lets a reader suppose nothing."""
    return any(
        (signal.event == "watching" and not signal.passing) or signal.mood in ("supposed", "denied") for signal in signals
    )


def _supposed(phrase: Phrase, signals: Sequence[Signal]) -> list[Signal]:
    there = phrase.determiner == "the" and "keeping" in phrase.adjectives
    return supposed(phrase) if there or not _silent(signals) else []


def _is_act(phrase: Phrase) -> bool:
    """Whether the name is only something done: "to end hostilities"; "a halt to hostilities" is a ceasefire."""
    named = phrase.words[phrase.first : phrase.end]
    return phrase.determiner != "no" and named[0] in _ACTS and named[1:2] not in (("in",), ("to",), ("of",))


def _acted(phrase: Phrase) -> list[Signal]:
    """What an act tells by itself: "suspended its offensive for 48 hours", "the army said it would hold its fire until Sunday".

    What would be done only if or once something is so is none, nor what nobody is said to agree to or to ask for.
    """
    if phrase.determiner and phrase.words[phrase.first] == "pause":
        return []  # "it was a pause"
    before = phrase.words[: phrase.start]
    if before[-1:] == ("to",) and _from_an_hour(phrase) and not any(cue.end <= phrase.start for cue in phrase.cues):
        return [Signal("making", "coming", phrase.start - 1, phrase.end)]  # "India, Pakistan to stop firing from 5 pm"
    if phrase.words[phrase.first].endswith(("ed", "s")):
        return [] if before[-1:] in _UNDONE else [Signal("making", "told", phrase.first, phrase.end)]
    if {"will", "would"}.isdisjoint(before[-7:]) or not said(phrase.words) or not _CONDITIONS.isdisjoint(phrase.words):
        return []
    return [Signal("making", "coming", phrase.start - 1, phrase.end)]


def _from_an_hour(phrase: Phrase) -> bool:
    following = phrase.words[phrase.end : phrase.end + 3]
    if following[:1] not in (("from",), ("at",), ("on",)) or phrase.start > _HEADLINE:
        return False
    return any(word[:1].isdigit() or word in grammar.WEEKDAYS | grammar.HOURS for word in following)


_HEADLINE = 8  # words before "to" in a headline
_CONDITIONS = frozenset(("if", "once", "unless", "only", "could", "until", "not"))
_ACTS = words("cease halt stop end suspend silence hold pause ceased halted stopped suspended paused halts suspends pauses")
_UNDONE = (("not",), ("never",), ("be",), ("been",), ("were",), ("was",), ("has",))
_NEWER: frozenset[CeasefireStatus] = frozenset(("violated", "ended", "extended", "in_effect", "rejected"))
_THERE: frozenset[CeasefireStatus] = frozenset(("agreed", "in_effect", "extended"))
# What one status leaves nothing of, where a sentence gives a ceasefire both.
_UNDOES: dict[CeasefireStatus, frozenset[CeasefireStatus]] = {
    "violated": frozenset(("called_for",)),
    "in_effect": frozenset(("called_for",)),
    "ended": frozenset(("called_for", "in_effect", "extended", "agreed")),
    "extended": frozenset(("called_for", "agreed", "in_effect")),
    "rejected": frozenset(("agreed", "in_effect")),
}


def _settled(signals: Sequence[Signal]) -> list[Signal]:
    """Without what is told in passing where more is told, and without what is undone by it."""
    told = [signal for signal in signals if (signal.event, signal.mood) in STATUSES]
    if not any(signal.event in ("restoring", "stalling") for signal in told):
        told = [signal for signal in told if signal.event != "resuming"]
    strong = [signal for signal in told if not signal.weak] or told
    if any(signal.event == "enduring" for signal in strong):
        return [signal for signal in strong if signal.event == "enduring"]
    chief = [signal for signal in strong if not signal.passing]
    if any(not signal.joined for signal in chief):
        strong = [signal for signal in strong if not (signal.passing and signal.event == "asking")]
    refused = any((signal.event, signal.mood) == ("refusing", "told") and not signal.passing for signal in strong)
    if refused or not _statuses(signal for signal in strong if not signal.joined) & _THERE:
        strong = [signal for signal in strong if not signal.joined]
    chief = [signal for signal in chief if signal in strong]
    if _statuses(chief) & _NEWER:
        strong = [signal for signal in strong if not signal.passing or _stays(signal, chief)]
    undone = frozenset().union(*(_UNDOES.get(status, frozenset()) for status in _statuses(strong)))
    return [signal for signal in strong if _status(signal) not in undone or signal.event == "restoring" or _declared(signal)]


def _stays(signal: Signal, chief: Sequence[Signal]) -> bool:
    """Whether a passing remark stands beside the point: an end always, another clause where the point is a breach or a refusal."""
    beside = _statuses(chief) in (frozenset(("violated",)), frozenset(("rejected",)))
    taken_for_granted = all((other.event, other.mood) in PRESUPPOSED for other in chief)
    return signal.event == "ending" or (signal.apart and (beside or taken_for_granted))


def _declared(signal: Signal) -> bool:
    """ "Dismissed the truce that the rebels had declared": made by them all the same."""
    return signal.apart and (signal.event, signal.mood) == ("making", "told")


def _status(signal: Signal) -> CeasefireStatus:
    return STATUSES[signal.event, signal.mood][0]


def _statuses(signals: Iterable[Signal]) -> frozenset[CeasefireStatus]:
    return frozenset(map(_status, signals))
