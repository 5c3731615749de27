"""How a ceasefire is joined to what happens beside it: despite it, hours after it, with fighting that goes on."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.ceasefire_mood import Signal
from service.analysis.ceasefire_phrase import Phrase
from service.analysis.languages.en.truce import grammar
from service.analysis.languages.en.truce.names import VIOLENCE

_FALL = frozenset(("fell", "fallen", "went", "gone", "falling"))
_AT_THE_START = 3  # words before "after" where it opens the sentence


def joined(phrase: Phrase, predicates: Sequence[Signal]) -> list[Signal]:
    """What is told by what happens despite the ceasefire, soon after it or beside it."""
    words, start = phrase.words, phrase.start
    if "outside" in words[max(0, start - 3) : start] or ("not" in words and not grammar.APPLIES.isdisjoint(words)):
        return []  # "the truce does not apply to them"
    beside = violent(words[:start]) or violent(words[phrase.end :])
    found = [
        Signal("breaking", "told", place, place + 1, joined=joint)
        for place, joint in _breaches(phrase, predicates, beside=beside)
    ]
    if any(
        words[place] == "guns" and "silent" in words[place : place + 4] and not _FALL.isdisjoint(words[place : place + 4])
        for place in range(start)
    ):
        found.append(Signal("keeping", "told", start - 1, start))
    if any(word.startswith("resum") for word in words) and beside:
        found.append(Signal("resuming", "told", start, phrase.end))
    if words[max(0, start - 1) : start] in (("under",), ("during",), ("amid",)) and _made_in_passing(predicates):
        to_come = not grammar.TO_COME.isdisjoint(words[max(0, start - 12) : start])
        goes_on = violent(words[:start]) and not grammar.CONTINUES.isdisjoint(words[max(0, start - 6) : start])
        if goes_on or not to_come:  # "the war will stop under a truce signed in Ankara"
            found.append(Signal("breaking" if goes_on else "effect", "told", start - 1, start))
    if words[phrase.end : phrase.end + 3] == ("to", "the", "test") and not grammar.PUTTING.isdisjoint(
        words[max(0, start - 5) : start]
    ):
        found.append(Signal("straining", "told", phrase.end, phrase.end + 3))
    if any(told.event == "wavering" for told in predicates) and not grammar.FIRED.isdisjoint(words[phrase.end :]):
        found.append(Signal("breaking", "told", start, phrase.end))
    if words[phrase.end : phrase.end + 1] == ("with",) and words[phrase.end + 1 : phrase.end + 2] in grammar.CONTEMPT:
        found.append(Signal("refusing", "told", phrase.end, phrase.end + 2))  # "greeted the truce with derision"
    if _belittled(phrase):
        found.append(Signal("refusing", "told", phrase.end, phrase.end + 1))
    day = words[start - 2 : start] == ("day", "of") and words[start - 3] in grammar.NTH
    during = words[start - 1 : start] == ("during",) and phrase.determiner in ("a", "an", "")
    fought = words[start - 1 : start] in (("during",), ("amid",)) and not grammar.FOUGHT.isdisjoint(words[:start])
    if (day or during or fought) and _broken_meanwhile(words[:start]):
        found.append(Signal("breaking", "told", start - 1, start))
    held = _held_after_all(phrase)
    return [*found, Signal("enduring", "told", held, held + 1)] if held else found


def _made_in_passing(predicates: Sequence[Signal]) -> bool:
    """Whether all that is told of the ceasefire is who made it: "freed under a truce negotiated by Qatar"."""
    return bool(predicates) and all(told.passing and told.event == "making" for told in predicates)


def _breaches(phrase: Phrase, predicates: Sequence[Signal], *, beside: bool) -> list[tuple[int, bool]]:
    """Where words join the ceasefire to violence against it, and whether the ceasefire must be told to be there."""
    words, start = phrase.words, phrase.start
    found: list[tuple[int, bool]] = []
    despite = _despite(words, start)
    if despite is not None and beside and (not phrase.noun or phrase.noun == "making"):
        found.append((despite, False))
    soon = _soon_after(words, start)
    first = (
        soon is not None and soon <= _AT_THE_START and "," in words[phrase.end :]
    )  # "Hours after the truce began, shells fell"
    if (
        phrase.noun in ("", "making")
        and soon is not None
        and (violent(words[:soon]) or (first and violent(words[phrase.end :])))
    ):
        found.append((soon, True))
    if "notwithstanding" in words[phrase.end : phrase.end + 6] and violent(words[:start]):
        found.append((phrase.end, False))
    though = _although(words, start)
    if though is not None and violent(words[:though]):
        found.append((though, True))
    if "since" in words[max(0, start - 2) : start] and _since_it(phrase, predicates):
        found.append((start - 1, False))
    meanwhile = words[max(0, start - 1) : start] in (("while",), ("when",)) and not grammar.FIRED.isdisjoint(words[:start])
    if meanwhile and any((told.event, told.mood) == ("keeping", "told") for told in predicates):
        found.append((start - 1, True))
    began = next((told for told in predicates if (told.event, told.mood) == ("starting", "told")), None)
    amid = _amid(words, began.end) if began is not None else None
    if amid is not None and violent(words[amid : amid + 4]):
        found.append((amid, True))  # "began in Khartoum with gunfire"
    meant = any(told.event == "meant" for told in predicates)
    if _fighting_goes_on(phrase, meant=meant):
        found.append((phrase.end - 1, not meant))
    return found


def _despite(words: Sequence[str], start: int) -> int | None:
    """Where "despite" stands right before the ceasefire, or before its announcement."""
    if start >= 2 and words[start - 1] == "of" and words[start - 2] in grammar.NEWS:
        start -= 3 if start >= 3 and words[start - 3] in ("the", "an", "a") else 2
    if start >= 1 and words[start - 1] in grammar.DESPITE:
        return start - 1
    if start >= 2 and tuple(words[start - 2 : start]) in grammar.DESPITE_ALSO:
        return start - 1
    return _despite_making(words, start)


def _despite_making(words: Sequence[str], start: int) -> int | None:
    """Where "despite" stands before the making of the ceasefire: "despite the government ordering a truce", "despite agreeing to"."""
    for place in range(start - 1, max(0, start - 8), -1):
        if words[place] in grammar.DESPITE:
            return place if not grammar.BEING_MADE.isdisjoint(words[place + 1 : start]) else None
        if words[place] in grammar.CLAUSES:
            return None
    return None


def _amid(words: Sequence[str], position: int) -> int | None:
    """Where "with" or "amid" stands close behind the verb, in its clause."""
    for place in range(position, min(len(words), position + 5)):
        if words[place] in grammar.CLAUSES or words[place] in (",", "."):
            return None
        if words[place] in grammar.AMID:
            return place
    return None


def _although(words: Sequence[str], start: int) -> int | None:
    """Where "even though" or "although" opens the clause that names the ceasefire, violence before it."""
    for place in range(start - 1, max(0, start - 12), -1):
        if words[place] in ("though", "although") or words[place - 1 : place + 1] == ("even", "as"):
            return place
        if words[place] in (".", ";"):
            return None
    return None


def _held_after_all(phrase: Phrase) -> int:
    """ "It lapsed but has broadly held": the place of "held", else 0."""
    words = phrase.words
    for place in range(phrase.end, len(words)):
        if words[place] == "but" and not grammar.HAVE.isdisjoint(words[place + 1 : place + 2]):
            return next((at for at in range(place + 2, min(len(words), place + 6)) if words[at] in grammar.HELD), 0)
    return 0


def _soon_after(words: Sequence[str], start: int) -> int | None:
    """Where "hours after" stands before the ceasefire within its clause."""
    for place in range(start - 1, max(0, start - 10), -1):
        if words[place] in ("after", "into"):
            declared = words[place + 1] in grammar.DECLARING  # "after declaring a truce"
            return place if declared or not grammar.SOON.isdisjoint(words[max(0, place - 3) : place]) else None
        if words[place] == "of" and words[place - 1] in grammar.SOON and "within" in words[max(0, place - 4) : place]:
            return place  # "within hours of"
        if words[place] in grammar.CLAUSES:
            return None
    return None


def violent(words: Sequence[str]) -> bool:
    """Whether these words tell of violence."""
    return VIOLENCE.search(" ".join(words)) is not None


def _since_it(phrase: Phrase, predicates: Sequence[Signal]) -> bool:
    """ "Six killed since the truce began", "the latest raid since November's truce"; not "attacks have fallen since the truce"."""
    words = phrase.words
    if any(told.event in ("starting", "making") and told.mood == "told" for told in predicates) and _killing(words):
        return True
    named = words[phrase.start : phrase.end]
    old = "armistice" in named or any(word.isdigit() and len(word) == 4 for word in named)  # "at war since the 1953 armistice"
    headline = not phrase.determiner and phrase.start < _HEADLINE  # "12 attacks since harvest truce"
    there = (
        (phrase.definite or headline)
        and not old
        and words[phrase.first] != "it"
        and not any(told.event in ("ending", "breaking") for told in predicates)
    )
    before = words[: phrase.start]
    fewer = any(word in grammar.FEWER and not _NEVER & set(before[max(0, at - 2) : at]) for at, word in enumerate(before))
    return there and violent(before) and not fewer  # "have not stopped shooting since the truce"


_HEADLINE = 12  # words of a headline before the ceasefire
_NEVER = frozenset(("not", "n't", "never", "hardly", "barely"))


def _killing(words: Sequence[str]) -> bool:
    return not grammar.KILLED.isdisjoint(words) and "no" not in words and "without" not in words


def _belittled(phrase: Phrase) -> bool:
    """ "Described the truce as a theatrical show"."""
    words = phrase.words
    behind = words[phrase.end : phrase.end + 6]
    behind = behind[1:] if behind[:1] == ("terms",) else behind
    if behind[:1] not in (("as",), ("a",), ("an",)) or grammar.BELITTLING.isdisjoint(
        words[max(0, phrase.start - 4) : phrase.start]
    ):
        return False
    return not grammar.PLOYS.isdisjoint(behind)


def _broken_meanwhile(before: Sequence[str]) -> bool:
    """ "Shots were fired at a convoy during a truce"."""
    return not grammar.FIRED.isdisjoint(before) and grammar.QUIET.isdisjoint(before)


def _fighting_goes_on(phrase: Phrase, *, meant: bool) -> bool:
    """ "A truce took effect but shelling continued": behind a word of contrast, violence that goes on."""
    words = phrase.words
    for place in range(phrase.end, min(len(words), phrase.end + 16)):
        if words[place] in (".", ";"):
            return False
        if words[place] in grammar.BUT and (words[place] not in ("as", "and") or words[place - 1] == ","):
            rest = words[place + 1 : place + (20 if meant else 11)]
            goes_on = grammar.GOES_ON if words[place] != "while" else grammar.CONTINUES
            return violent(rest) and (meant or not goes_on.isdisjoint(rest)) and "calmer" not in rest and "eased" not in rest
    return False
