"""In which mood an event is told of a ceasefire: worked out from the word nearest to it outwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.analysis.ceasefire_cues import Cue, Meaning
from service.analysis.ceasefire_phrase import Phrase
from service.analysis.languages.en.truce import grammar
from service.analysis.languages.en.truce.moods import AFTER, SAYING, SUPPORT
from service.analysis.languages.lists import words as word_set

_SAYING = frozenset(word.strip() for word in SAYING.split(","))
_SUPPORT = word_set(SUPPORT)
_OUTWARD = 4  # changes of mood that are followed outwards
_CLAUSE = 6  # words between a conjunction and its verb
_REPORTED = 40  # words before "would" in which somebody may have said so


@dataclass(frozen=True, slots=True)
class Signal:
    """One event in one mood that words ``start:end`` of the sentence tell of the ceasefire.

    A ``passing`` one is told beside the sentence's point ("the truce brokered by Qatar"), with ``apart`` in a clause or with a
    day of its own; ``joined`` is a breach that counts only of a ceasefire that is there; ``weak`` and ``bare`` are those of
    ``Reading``.
    """

    event: str
    mood: str
    start: int
    end: int
    passing: bool = False
    apart: bool = False
    joined: bool = False
    weak: bool = False
    bare: bool = False
    how: str = ""  # the rule of what is only supposed


def after(change: str, mood: str, event: str) -> str:
    """The mood of an event once a further change is read; a change that does not bear on it leaves it."""
    if change == "refused" and event == "breaking":
        return "disputed"
    if change == "refused" and event == "refusing":
        return "denied"
    if change == "refused" and event == "extending" and mood == "asked":
        return "declined"
    return AFTER[change].get(mood, mood)


def told_of_object(phrase: Phrase, inner: Cue, meaning: Meaning, position: int) -> Signal:
    """The event of ``meaning`` in the mood that the words before ``position`` give it."""
    words, form, event = phrase.words, meaning.form, meaning.what
    mood = _first_mood(phrase, inner, meaning)
    if form in ("s", "base") and words[inner.start] in grammar.NOUN_LIKE and words[inner.start - 1 : inner.start] != ("to",):
        form = ""  # "resist calls for"
    start = inner.start
    if mood == "told" and event == "making" and _after_an_effort(words, inner.start):
        return Signal(event, mood, inner.start, inner.end)
    changes = 0
    for cue in reversed([cue for cue in phrase.cues if cue.end <= position]):
        if changes == _OUTWARD or not _bears_on(words, cue, position, form):
            break
        changed = _changed(words, mood, event, cue, form)
        if changed is not None:
            mood, form = changed
            position = start = cue.start
            changes += 1
    if mood == "told" and form == "base" and meaning.form == "base" and words[inner.start - 1 : inner.start] == ("to",):
        seems = not grammar.SEEMS.isdisjoint(words[max(0, inner.start - 2) : inner.start])  # "appeared to mark the end of"
        due = event == "starting" or _due(phrase, inner, event)
        mood = "told" if seems else "coming" if due else "asked"  # "armies to begin a truce", "they came to negotiate a truce"
    if mood == "told" and meaning.form in ("base", "s") and "until" in words[max(0, inner.start - _CLAUSE) : inner.start]:
        mood = "asked"  # "no talks until the guerrillas declare a truce"
    return Signal(event, not_yet(words, mood, start, inner.end), inner.start, inner.end)


_LEADING = 6  # words of a headline before "to"


def _due(phrase: Phrase, verb: Cue, event: str) -> bool:
    """Whether a headline tells what is due: "IRA to restore truce"; not "they met to restore a truce"."""
    before = phrase.words[: verb.start - 1]
    if not before or len(before) > _LEADING or any(cue.end <= verb.start - 1 for cue in phrase.cues):
        return False
    signed = event == "making" and phrase.words[verb.start].startswith(grammar.SIGNING)
    return (signed or event in ("restoring", "extending")) and not phrase.definite and _VERBAL.isdisjoint(before)


_VERBAL = frozenset(("met", "meet", "came", "come", "went", "are", "is", "was", "were", "be", "need", "needs", "time", "how"))


def _after_an_effort(words: Sequence[str], verb: int) -> bool:
    """ "It took four days of talks to produce": what took that long was reached."""
    return words[verb - 1 : verb] == ("to",) and not grammar.TAKING.isdisjoint(words[max(0, verb - 14) : verb])


def _first_mood(phrase: Phrase, inner: Cue, meaning: Meaning) -> str:
    """The mood by the word itself and the one before it."""
    words, event = phrase.words, meaning.what
    before = words[max(0, inner.start - 2) : inner.start]
    last = before[-1] if before else ""
    if meaning.kind == "noun" and last in grammar.POSSIBLE:
        return "asked"
    if meaning.form == "ing" and (
        (event == "making" and not grammar.BE.isdisjoint(before))
        or (event == "keeping" and last in ("of", "for", "on", "to", "in"))
    ):
        return "asked"  # "is negotiating", "the importance of keeping"
    if event == "making" and last == "being":
        return "asked"  # "a deal is being negotiated for"
    if words[max(0, inner.start - 1)] == "any" and event in ("breaking", "ending"):
        return "supposed"
    return "denied" if phrase.determiner == "no" else "told"


def _bears_on(words: Sequence[str], cue: Cue, position: int, form: str) -> bool:
    """Whether a cue stands close enough before an inner one; an infinitive reaches furthest."""
    gap = words[cue.end : position]
    infinitive = form == "base" or (position > 0 and words[position - 1] == "to")
    reach = 12 if infinitive else 6 if form in ("ing", "") else 4
    if len(gap) > reach or not (grammar.CLAUSES - {"who"}).isdisjoint(gap):
        return False
    if words[cue.start] == "no" and len(gap) > 2:
        return False
    if "and" in gap[:-1] and form == "" and gap[gap.index("and") + 1] in grammar.DETERMINERS:
        return False  # "the failure of talks and the end of"
    return "," not in gap or infinitive or len(gap) <= 1


def _changed(words: Sequence[str], mood: str, event: str, cue: Cue, form: str) -> tuple[str, str] | None:
    """The mood after an outer cue, and that cue's own form; None where it changes nothing."""
    change = cue.meaning("mood")
    if change is not None:
        return _by_a_word(words, mood, event, cue, change.what)
    verb = cue.meaning("done to", "noun")
    if verb is not None and verb.kind == "noun" and words[cue.end] in grammar.DEALS:
        return None  # "a breakthrough deal"
    if verb is None or form not in ("base", "ing", ""):
        return None
    if verb.what == "refusing":
        withheld = event in ("asking", "making") and _is_support(words, cue)
        return "withheld" if withheld else after("refused", mood, event), verb.form
    if verb.what == "asking":
        return after("wished", mood, event), verb.form
    if verb.what == "making" and event not in ("asking", "refusing"):
        undone = "no" in words[max(0, cue.start - 6) : cue.start]  # "no agreement has been reached on"
        return "denied" if undone else after("decided", mood, event), verb.form
    left = not words[cue.start].startswith(grammar.PAUSING)  # "walked out of truce talks", not "suspended" them
    if (
        verb.what == "ending"
        and event == "asking"
        and (verb.kind == "noun" or (left and not grammar.TALKS.isdisjoint(words[cue.end :])))
    ):
        return "denied", verb.form
    return None


def _by_a_word(words: Sequence[str], mood: str, event: str, cue: Cue, change: str) -> tuple[str, str] | None:
    if change == "wished" and "would" in words[cue.start : cue.end] and reported(words, cue.start):
        change = "coming"
    if change == "coming" and not grammar.GOALS.isdisjoint(words[max(0, cue.start - 2) : cue.start]):
        change = "wished"
    if change == "not" and not {"just", "only", "everyone", "all"}.isdisjoint(words[cue.end : cue.end + 3]):
        return None
    if change in ("not", "failed") and event in ("asking", "making") and _is_support(words, cue):
        return "withheld", "ed"
    return after(change, mood, event), "ed" if change in ("failed", "decided") else ""


def _is_support(words: Sequence[str], cue: Cue) -> bool:
    """Whether what is refused is only to speak for a ceasefire: "refused to back a truce"."""
    following = words[cue.end : cue.end + 2]
    if following[:1] != () and following[0] in grammar.NOUN_LIKE and following[1:] == ("to",):
        return words[cue.end + 2 : cue.end + 3] != () and words[cue.end + 2] in _SUPPORT  # "resists calls to back a truce"
    if words[cue.end - 1] == "to":
        return following[:1] != () and following[0] in _SUPPORT
    return following[:1] in (("to",), ("any",), ("its",), ("their",)) and following[-1] in _SUPPORT


def reported(words: Sequence[str], position: int) -> bool:
    """Whether "would" tells of a time to come as somebody said it, and not of a plan."""
    before = words[max(0, position - _REPORTED) : position]
    return said(before) and grammar.PLANS.isdisjoint(before)


def said(words: Sequence[str]) -> bool:
    """Whether somebody says something among these words."""
    return not _SAYING.isdisjoint(words)


def not_yet(words: Sequence[str], mood: str, start: int, end: int) -> str:
    """What is denied "so far" or "yet" is still to come."""
    if mood not in ("denied", "refused"):
        return mood
    before = words[max(0, start - 16) :]
    so_far = any(pair in grammar.SO_FAR for pair in pairwise(before))
    return "not yet" if so_far or "yet" in words[max(0, start - 3) : end + 6] else mood
