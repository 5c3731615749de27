"""What a ceasefire is said to do or to undergo: "the truce held", "was broken", "brokered by Qatar", "is dead"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.analysis.ceasefire_cues import Cue, Meaning
from service.analysis.ceasefire_mood import Signal, after, not_yet, said
from service.analysis.ceasefire_phrase import Phrase
from service.analysis.languages.en.truce import grammar

_REACH = 34  # words behind a ceasefire in which its predicate is looked for
_PARTICIPLE = 8  # words between a ceasefire and a participle that belongs to it: "a truce in the province announced by Russia"
_PLACED = 4  # words of "in Goma" between a ceasefire and what it was declared to be
_RELATIVE = 9  # words between "that" and its verb
_BREAKS = grammar.CLAUSES - grammar.RELATIVES - {"%"}
_HELPERS = grammar.BE | grammar.HAVE | grammar.MODALS
_BESIDE = frozenset({"making", "asking", "starting", "keeping", "restoring", "watching", "welcoming"})  # as participles


def predicate(phrase: Phrase, *, governed: bool) -> list[Signal]:
    """Passing remarks of the ceasefire in order, then what its main verb tells, if there is one.

    Where a verb before it has the ceasefire as its object (``governed``), "and the" begins another clause.
    """
    words = phrase.words
    found: list[Signal] = []
    changes: list[str] = []
    position = opened = phrase.end
    inside = False
    aside = words[phrase.end : phrase.end + 2] == (",", "which")  # "the truce, which …, went into effect"
    for cue in [cue for cue in phrase.cues if cue.start >= position]:
        if cue.start - phrase.end > _REACH:
            break
        if _closed(words, position, cue.start, governed=governed):
            if not aside:
                break
            if words[cue.start - 1] != ",":
                continue
            position = opened = cue.start
        since = words[max(opened, cue.start - _RELATIVE) : cue.start]
        relative = not grammar.RELATIVES.isdisjoint(since) or (inside and "but" in since)
        signal = _verb(phrase, cue, changes, relative=relative)
        change = cue.meaning("mood")
        if signal is not None:
            if not relative and not signal.passing:
                return [*found, signal]
            if signal.event != "effect":
                found.append(
                    replace(
                        signal,
                        passing=True,
                        apart=(relative and words[cue.start] not in grammar.ACCEPTED) or signal.apart,
                        weak=False,
                    )
                )
            changes, opened, inside = [], cue.end, relative  # "that should have begun but never took hold"
        elif change is not None and cue.meaning("noun", "does") is None:
            if change.what == "supposed":
                break
            changes.append(_coming(phrase, cue) or change.what)
        position = cue.end
    return found


def _coming(phrase: Phrase, cue: Cue) -> str:
    """ "coming" for a "would" that tells of a time to come: where somebody said so or the ceasefire is a known one; else ""."""
    would = "would" in phrase.words[cue.start : cue.end]
    words = phrase.words
    return "coming" if would and (phrase.definite or (said(words) and grammar.PLANS.isdisjoint(words[: cue.start]))) else ""


def _closed(words: Sequence[str], start: int, end: int, *, governed: bool) -> bool:
    """Whether another clause begins among ``words[start:end]``; "but has not been approved" goes on with the same subject."""
    between = words[start:end]
    for place, word in enumerate(between):
        following = words[start + place + 1] if start + place + 1 < len(words) else ""
        if word in _BREAKS and not (word == "but" and following in _HELPERS):
            return True
        listed = not governed or not {"between", "by"}.isdisjoint(between)
        if word == "and" and place + 1 < len(between) and following in grammar.DETERMINERS and not listed:
            return True
        if word == "and" and following in ("what", "that"):
            return True
        if word in ("and", "or", ",") and not said(between) and not grammar.SUBJECTS.isdisjoint(between[place:]):
            return True
    return tuple(between[-2:]) in (("and", "to"), ("or", "to"))  # "to agree on a truce and to end the war"


def _verb(phrase: Phrase, cue: Cue, changes: Sequence[str], *, relative: bool) -> Signal | None:
    """The predicate a cue makes, None where it is none."""
    words = phrase.words
    if words[cue.start] == "last" and not grammar.TIMES.isdisjoint(words[cue.end : cue.end + 1]):
        return None  # "last week"
    if words[cue.start] == "held" and (words[cue.end : cue.end + 1] == ("by",) or words[cue.start - 1] in grammar.HOSTAGES):
        return None  # "hostages held in the strip"
    before = words[max(phrase.end, cue.start - 5) : cue.start]
    be = not (grammar.BE - {"'s"}).isdisjoint(before) or before[-1:] == ("'s",)  # "in Croatia's war fell apart"
    state, done, does = cue.meaning("state"), cue.meaning("done to"), cue.meaning("does")
    if state is not None and _is_state(phrase, cue, state):
        return _told(phrase, cue, state.what, changes)
    if done is not None and done.form == "ed" and be:
        negotiated = "being" in before and done.what in ("making", "asking")
        return _told(phrase, cue, "asking" if negotiated else done.what, changes)
    if done is not None and words[cue.start : cue.end] == ("called",):
        return None  # "which he called neither war nor peace"
    if does is not None and does.what == "making" and relative:
        does = None  # "so that more prisoners come home"
    by_whom = done is not None and does is not None and does.form == "ed" and words[cue.end : cue.end + 1] == ("by",)
    meant = words[cue.start - 2 : cue.start] == ("to", "have") and does is not None and does.what == "starting"
    if does is not None and not by_whom and (meant or not (be and does.form == "ed")):  # "was to have taken effect"
        active = _active(phrase, cue, does, changes, relative=relative)
        if active is not None or done is None or does.form != "base":
            return active
    if done is not None and not be:
        return _participle(phrase, cue, done, changes, relative=relative)
    return None


def _is_state(phrase: Phrase, cue: Cue, state: Meaning) -> bool:
    """Whether a state is the ceasefire's: behind "is" and the like, or right behind it ("the truce in place since May")."""
    words = phrase.words
    if words[cue.start] == "over" and words[cue.end : cue.end + 1] == ("in",) and "but" in words[cue.end : cue.end + 4]:
        return False  # "over in all but name"
    if not (grammar.BE - {"left"}).isdisjoint(words[max(phrase.end, cue.start - 2) : cue.start]):
        after_it = words[cue.end] if cue.end < len(words) else ""
        return (
            words[cue.start : cue.end] != ("over",) or after_it in grammar.OVER_FOLLOWS | grammar.PREPOSITIONS
        )  # "were over Kabul"
    where = (
        words[phrase.end : phrase.end + 1] in (("in",), ("with",), ("for",), ("around",)) and cue.start - phrase.end <= _PLACED
    )
    if cue.start != phrase.end and not (where and words[max(0, phrase.start - 1)] in grammar.DECLARED):
        return False  # "declared the ceasefire in Goma over"
    following = words[cue.end] if cue.end < len(words) else ""
    if words[cue.start] == "over" and following not in grammar.OVER_FOLLOWS:
        return False  # "declared a truce over Christmas"
    if state.what == "signs" and words[cue.start] in ("in", "on"):
        return True  # "with a truce in the works"
    return (state.what == "keeping" and words[cue.end - 1] != "its") or words[max(0, phrase.start - 1)] in grammar.DECLARED


def _active(phrase: Phrase, cue: Cue, does: Meaning, changes: Sequence[str], *, relative: bool) -> Signal | None:
    """What the ceasefire itself does."""
    words = phrase.words
    before = words[max(phrase.end, cue.start - 5) : cue.start]
    last = before[-1] if before else ""
    if does.form == "base" and not changes:
        if last != "to" and cue.meaning("done to") is not None:
            return None
        if last == "to" and does.what == "effect":
            return None  # "a truce reached to let civilians out"
        changes = ["coming"] if last == "to" and grammar.SEEMS.isdisjoint(before) else changes
    if does.what == "ending" and words[cue.start].startswith("end") and _ends_a_war(words, cue):
        return _told(phrase, cue, "effect", changes)
    ahead = does.what in ("starting", "ending") and _has_a_day(words, cue.end)
    ahead = ahead or (does.what == "starting" and words[max(0, phrase.start - 1)] in grammar.WHEN)  # "before the truce starts"
    if does.form == "ing" and does.what == "starting" and ahead and (grammar.BE - {"'s"}).isdisjoint(before):
        return _told(phrase, cue, "starting", [*changes, "coming"])  # "a ceasefire starting at midnight"
    if does.form == "s" and (ahead or (does.what == "ending" and relative)):
        changes = [*changes, "coming"]
    if does.form == "ing" and grammar.BE.isdisjoint(before) and (does.what in ("effect", "keeping") or last != ","):
        return None
    return _told(phrase, cue, does.what, changes)


def _participle(phrase: Phrase, cue: Cue, done: Meaning, changes: Sequence[str], *, relative: bool) -> Signal | None:
    """ "A truce broken within hours", and "a truce that Turkey and Russia brokered"."""
    words = phrase.words
    if relative and done.form in ("ed", "s"):
        return _stands(phrase, _told(phrase, cue, done.what, changes))
    last = words[cue.start - 1]
    then = last == "and" and words[cue.start] in grammar.BROKEN  # "agreed in Chad and broken many times"
    near = cue.start - phrase.end <= _PARTICIPLE or last == "," or then
    apart = not then and last in grammar.PHRASE_ENDS - {","} | grammar.DETERMINERS
    have = not grammar.HAVE.isdisjoint(words[max(phrase.end, cue.start - 5) : cue.start])
    beyond = done.what in _BESIDE and last != "," and "," in words[phrase.end : cue.start]  # "amid the truce, some returned"
    if done.form != "ed" or have or apart or beyond or not near:
        return None
    signal = _stands(phrase, _told(phrase, cue, done.what, changes))
    if signal is None or done.what not in _BESIDE:
        return signal
    dated = not grammar.WEEKDAYS.isdisjoint(words[cue.end : cue.end + 7])
    return replace(signal, passing=True, apart=dated or (last == "," and done.what == "making"))


def _stands(phrase: Phrase, signal: Signal | None) -> Signal | None:
    """ "Few believe that the truce signed on Thursday will last": whatever is doubted, it was signed."""
    doubted = signal is not None and signal.event == "making" and signal.mood in ("supposed", "feared") and phrase.definite
    return replace(signal, mood="told") if signal is not None and doubted else signal


def _has_a_day(words: Sequence[str], position: int) -> bool:
    """Whether a day or an hour follows: what "begins on Friday at noon" lies ahead."""
    following = words[position : position + 4]
    return any(word in grammar.WEEKDAYS | grammar.HOURS or word[:1].isdigit() for word in following)


def _ends_a_war(words: Sequence[str], cue: Cue) -> bool:
    """Whether "ended" has a war for its object: "a truce that ended a year of fighting"."""
    following = words[cue.end : cue.end + 8]
    if not following or following[0] in ("with", "on", "at", "in", "as", "when", "after", "by", "."):
        return False
    return not grammar.WARS.isdisjoint(following) and grammar.CLAUSES.isdisjoint(following[:2])


def _told(phrase: Phrase, cue: Cue, event: str, changes: Sequence[str]) -> Signal:
    """The event with the mood that the words between ceasefire and verb, and those before it, give it."""
    words = phrase.words
    before = words[max(0, phrase.start - 2) : phrase.start]
    if _only_meant(phrase, cue, event):
        return Signal("meant", "told", cue.start, cue.end)  # "was supposed to have begun": it did not
    mood = _outer_mood(phrase, event, before)
    for change in reversed(changes):
        mood = after(change, mood, event)
    if event == "effect" and mood == "denied" and "failed" not in changes:
        has = not grammar.HAVE.isdisjoint(words[max(0, cue.start - 4) : cue.start])
        mood = "denied" if has else "untold"  # "the truce will not end the war"
    done = not grammar.HAVE.isdisjoint(words[phrase.end : cue.start])
    if event == "ending" and not done and before[-1:] and (before[-1] == "once" or _when(before[-1], words[cue.start])):
        mood = "coming"  # "when the truce ends"
    if event == "ending" and mood == "told" and before[-1:] == ("after",) and words[cue.start].endswith("s"):
        mood = "coming" if not _INTENT.isdisjoint(words[: phrase.start]) else mood  # "vows to fight on after the truce expires"
    if mood == "coming" and before[-1:] == ("for",):
        mood = "asked"  # "for the truce to be restored"
    if event == "effect" and mood == "coming" and not phrase.definite and "would" in words[phrase.end : cue.start]:
        mood = "asked"  # "a truce would let aid in, the Red Cross said"
    if event == "making" and mood == "told" and not phrase.definite and _of_a_plan(words[: phrase.start]):
        mood = "asked"
    if event == "stalling" and mood != "supposed":
        mood = "told"
    if event in ("keeping", "making") and mood in ("told", "coming") and _for_longer(words[cue.end : cue.end + 5]):
        event, mood = "extending", "told"  # "will last for another day"
    mood = not_yet(words, mood, phrase.start, cue.end)
    if mood == "denied" and event == "starting" and not {"before", "until"}.isdisjoint(words[cue.end : cue.end + 3]):
        mood = "coming"
    return Signal(event, mood, cue.start, cue.end, weak=event == "effect" and mood != "denied")


_INTENT = frozenset(
    ("vow", "vows", "vowed", "pledges", "pledged", "promises", "promised", "will", "plans", "prepared", "ready")
)


def _of_a_plan(before: Sequence[str]) -> bool:
    """ "The proposal would see the fighting stop while a lasting truce was negotiated"."""
    return "would" in before and not grammar.PLANS.isdisjoint(before)


def _for_longer(following: Sequence[str]) -> bool:
    """ "For another day", "a further two weeks"."""
    more = next((place for place, word in enumerate(following) if word in grammar.MORE_TIME), None)
    return more is not None and not grammar.TIME_UNITS.isdisjoint(following[more:])


def _when(conjunction: str, verb: str) -> bool:
    return conjunction in grammar.WHEN and verb.endswith("s")


def _outer_mood(phrase: Phrase, event: str, before: Sequence[str]) -> str:
    """The mood by the words right before the ceasefire."""
    if before[-1:] == ("once",) and event in ("starting", "keeping", "making"):
        return "supposed"
    if not grammar.FEARED.isdisjoint(before):
        return "feared"
    if not grammar.DENYING.isdisjoint(before):
        return "disputed"
    if not grammar.DOUBTED.isdisjoint(before) or tuple(before) == ("long", "as"):
        return "supposed"
    return "denied" if phrase.determiner == "no" else "told"


def _only_meant(phrase: Phrase, cue: Cue, event: str) -> bool:
    """Whether something was only meant to be: "was supposed to have begun", "was initially to last a week"."""
    words = phrase.words
    if event in ("starting", "keeping", "ending") and not {"initially", "originally"}.isdisjoint(words[phrase.end : cue.start]):
        return True
    near = words[max(0, cue.start - 6) : cue.start]
    return "have" in near[-3:] and not grammar.MEANT.isdisjoint(near)
