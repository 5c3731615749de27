"""What governs a ceasefire: the verb that takes it as its object, the noun it belongs to, and its predicate in that light."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.analysis.ceasefire_cues import Cue, Meaning
from service.analysis.ceasefire_mood import Signal, after, told_of_object
from service.analysis.ceasefire_phrase import Phrase
from service.analysis.languages.en.truce import grammar

_NOUN_LINKS = grammar.LINKS | {"which", "that"}
_VERB_GAP, _NOUN_GAP = 8, 5  # words between a verb or noun and the ceasefire it governs
_FAR_GAP = 12  # the same where a preposition still shows the way: "the proposal made by the rebels last Monday for"
_OBJECT_GAP = 5  # the same for what is broken, kept or ended, which stands close behind its verb
_LIST = 14  # words between a deal and the last of its parts
_HELPERS = grammar.BE | grammar.HAVE | grammar.MODALS


def governing(phrase: Phrase, found: tuple[Cue, Meaning] | None, predicates: Sequence[Signal]) -> list[Signal]:
    """What ``found`` before the ceasefire, and a noun behind it, say of it; then its predicates, read in that light."""
    main = next((signal for signal in predicates if not signal.passing), None)
    if phrase.noun:
        inner = Cue(phrase.end - 1, phrase.end, (Meaning("noun", phrase.noun),))
        return [_of_a_noun(phrase, told_of_object(phrase, inner, inner.meanings[0], phrase.start), main)]
    passing = [told for told in predicates if told.passing]
    if found is None:
        behind = phrase.words[phrase.start - 1] if phrase.start else ""
        return passing if behind in grammar.OF_ANOTHER else list(predicates)
    cue, meaning = found
    signal = told_of_object(phrase, cue, meaning, cue.start)
    if meaning.kind == "noun":
        return [_of_a_noun(phrase, signal, main), *passing]
    infinitive = phrase.words[cue.start - 1 : cue.start] == ("to",)
    made = signal.event == "making" and signal.mood in ("told", "decided")
    if made and main is not None and main.event == "starting" and phrase.words[phrase.end : main.start] == ("to",):
        return [_as_object(phrase, signal, phrase.words[cue.start]), *passing]  # "provides for a truce to start"
    if main is not None and not infinitive and _is_complement(phrase, cue, main):
        return _complement(phrase, meaning, predicates)
    told = _as_object(phrase, signal, phrase.words[cue.start])
    if (
        main is not None
        and infinitive
        and told.mood == "asked"
        and main.mood == "told"
        and main.event in ("ending", "refusing")
    ):
        return [
            replace(main, event="ending" if told.event == "extending" else "refusing")
        ]  # "talks to extend the truce failed"
    if main is not None and main.event == "breaking" and phrase.words[main.start - 1] not in grammar.BE | grammar.HAVE:
        passing.append(main)  # "produced a truce, broken within a week"
    return [told, *passing]


def _as_object(phrase: Phrase, signal: Signal, verb: str) -> Signal:
    """What a verb means with this ceasefire as its object."""
    event, mood = signal.event, signal.mood
    if event == "making" and verb.startswith("call") and phrase.definite:
        event = "watching"  # "called the truce a beginning" makes none
    new = not grammar.NEW.isdisjoint(phrase.words[phrase.start : phrase.first])
    if verb.startswith(grammar.HOLDING) and not grammar.PLANS.isdisjoint(phrase.words[max(0, signal.start - 8) : signal.start]):
        event, mood = "asking", "told"  # "a plan that includes a truce"
    if event == "making" and mood == "coming" and verb.startswith(grammar.SIGNING):
        mood = "asked" if phrase.words[signal.start - 2] in grammar.DUE else mood
    if event == "asking" and mood == "told" and phrase.definite and verb.startswith(grammar.BACKED):
        event = "welcoming"
    if event == "asking" and new:
        event, mood = "restoring", "asked" if mood == "told" else mood
    if event == "keeping" and not phrase.definite and mood in ("coming", "decided", "asked", "refused"):
        event = event if verb in grammar.KEPT else "making"  # "would observe a truce": there is none yet
    if event == "keeping" and mood == "told" and verb.startswith("commit"):
        event, mood = _committed(phrase, signal, verb)
    if event == "extending" and mood == "asked" and verb.startswith("renew"):
        event = "restoring"
    if event == "ending" and mood == "coming":
        mood = "done"
    if (
        event == "keeping"
        and mood == "denied"
        and verb.startswith("b")
        and "longer" in phrase.words[max(0, signal.start - 5) : signal.end]
    ):
        event, mood = "ending", "told"  # "no longer feels bound by"
    if "asking" in phrase.adjectives and not new and event in ("keeping", "making") and mood in ("told", "asked", "coming"):
        event, mood = "asking", "told"
    return replace(signal, event=event, mood=mood)


def _committed(phrase: Phrase, signal: Signal, verb: str) -> tuple[str, str]:
    """ "Committed themselves to a truce" makes one; "is committed to the truce" means to keep it."""
    if phrase.determiner in ("a", "an"):
        return "making", "told"
    meant = verb == "committed" and phrase.words[signal.start - 1] in grammar.BE
    return "keeping", "coming" if meant else "told"


def governor(phrase: Phrase) -> tuple[Cue, Meaning] | None:
    """The verb or noun that takes the ceasefire as its object, or the deal or wish that it is the last part of."""
    return _governor(phrase) or _of_a_list(phrase)


def _governor(phrase: Phrase) -> tuple[Cue, Meaning] | None:
    words = phrase.words
    before = words[phrase.start - 1] if phrase.start else ""
    if before in ("with", "without", "behind"):
        return None
    for cue in reversed([cue for cue in phrase.cues if cue.end <= phrase.start]):
        gap = words[cue.end : phrase.start]
        dismissed = cue.meaning("done to")
        if dismissed is not None and dismissed.what == "refusing" and gap[:1] == ("as",) and len(gap) <= _OBJECT_GAP:
            gap = ()  # "dismissed as a ploy the truce"
        if len(gap) > _FAR_GAP or not grammar.CLAUSES.isdisjoint(gap):
            return None
        if "what" in words[max(0, cue.start - 3) : cue.start] and words[cue.start] in grammar.BELITTLING:
            return None  # "in what it called a humanitarian pause"
        if words[cue.end] == "'s":
            continue  # "the plan's ceasefire"
        verb, noun = cue.meaning("done to"), cue.meaning("noun")
        if verb is not None and verb.what == "extending":
            gap = _without_a_time(gap)
        if words[cue.start] in grammar.MEDIATORS and not grammar.VIA.isdisjoint(words[max(0, cue.start - 3) : cue.start]):
            continue  # "reached through mediators for a truce"
        if noun is not None and (verb is None or _is_noun(words, cue)) and _of_noun(words[cue.end - 1], noun, gap, before):
            return _of_a_deal(phrase, cue) or (cue, noun) if noun.what == "making" else (cue, noun)
        asked = (
            verb is not None
            and verb.form == "ed"
            and verb.what == "asking"
            and (words[cue.end] not in grammar.DETERMINERS or cue.end - cue.start > 1)
        )
        if asked and _behind_a_noun(phrase, cue):
            continue  # "the proposal submitted by the rebels for a truce"
        if verb is not None and _takes(verb, gap, before):
            return cue, verb
    return None


_OF_DEALS = frozenset(("breaking", "ending", "keeping", "extending", "restoring", "straining"))


def _of_a_deal(phrase: Phrase, deal: Cue) -> tuple[Cue, Meaning] | None:
    """What is done to the deal on a ceasefire, and so to the ceasefire: "violated an agreement on a truce"; None where nothing is."""
    outer = next((cue for cue in reversed(phrase.cues) if cue.end <= deal.start and cue.meaning("adjective") is None), None)
    if outer is None:
        return None
    gap = phrase.words[outer.end : deal.start]
    verb, noun = outer.meaning("done to"), outer.meaning("noun")
    of = gap[:1] in (("of",), ("to",))
    if len(gap) > _OBJECT_GAP or not (grammar.CLAUSES | grammar.PREPOSITIONS | {",", "and"}).isdisjoint(gap[1:] if of else gap):
        return None
    if of and noun is not None and noun.what in _OF_DEALS:
        return outer, noun
    return (outer, verb) if not of and verb is not None and verb.what in _OF_DEALS else None


def _of_a_list(phrase: Phrase) -> tuple[Cue, Meaning] | None:
    """The deal or the wish that a ceasefire is the last part of: "a deal to free hostages and a truce"."""
    words = phrase.words
    if not phrase.start or words[phrase.start - 1] not in (",", "and", "as", "&", "plus"):
        return None
    if words[phrase.start - 1] == "as" and words[max(0, phrase.start - 3) : phrase.start] != ("as", "well", "as"):
        return None
    for cue in reversed([cue for cue in phrase.cues if cue.end <= phrase.start]):
        gap = words[cue.end : phrase.start]
        if len(gap) > _LIST or not grammar.CLAUSES.isdisjoint(gap[:-1]):
            return None
        noun = cue.meaning("noun")
        if noun is not None and noun.what in ("making", "asking", "breaking") and gap[0] in _NOUN_LINKS:
            return cue, noun
    return None


def _without_a_time(gap: tuple[str, ...]) -> tuple[str, ...]:
    """The words between verb and object without "by five days" or "for another week"."""
    if gap[:1] not in (("by",), ("for",)):
        return gap
    unit = next((place for place, word in enumerate(gap[:6]) if word in grammar.TIME_UNITS), None)
    return gap if unit is None else gap[unit + 1 :]


_TIMES = grammar.TIME_UNITS | frozenset(("night", "morning", "afternoon", "evening", "weekend", "day", "minutes"))


def _of_noun(word: str, noun: Meaning, gap: Sequence[str], before: str) -> bool:
    """Whether a noun reaches to the ceasefire: "talks on", and "the proposal made last week for" where it is one of asking."""
    if gap[:1] in (("yet",), ("so",)):
        gap = gap[1:] if gap[0] == "yet" else gap[2:]  # "the sternest test yet of"
    if gap and gap[0] in grammar.LINKS and len(gap) <= _NOUN_GAP:
        return not (noun.what == "keeping" and gap[0] == "to" and word in _TIMES)  # "agreed on Monday night to a truce"
    return noun.what == "asking" and before in ("for", "on", "of", "at")


def _behind_a_noun(phrase: Phrase, cue: Cue) -> bool:
    return any(other.end == cue.start and other.meaning("noun") is not None for other in phrase.cues)


def _takes(verb: Meaning, gap: Sequence[str], before: str) -> bool:
    """Whether a verb reaches over ``gap`` to its object; what is broken, kept or ended stands close behind its verb."""
    if "ahead" in gap:
        return False  # "pressed on with its offensive ahead of a truce"
    if len(gap) > _VERB_GAP or ("," in gap and len(gap) > 3):
        return False
    if verb.what in ("making", "asking", "refusing", "restoring", "growing"):
        return before not in ("in", "from", "by", "at", "into") or not gap
    return len(gap) <= _OBJECT_GAP and "that" not in gap and gap[:1] != (",",) and grammar.PREPOSITIONS.isdisjoint(gap)


def _is_noun(words: Sequence[str], cue: Cue) -> bool:
    """Whether a word that can be both is a noun here: "an end to", "calls for", not "ended", "to end"."""
    before = words[cue.start - 1] if cue.start else ""
    following = words[cue.end] if cue.end < len(words) else ""
    if following in grammar.MOUNTING:
        return True  # "hopes grew for"
    return before not in ("to", "will", "would", "could", "not", "they") and following in (
        "of",
        "to",
        "for",
        "on",
        "in",
        "at",
        "yet",
    )


def _of_a_noun(phrase: Phrase, signal: Signal, main: Signal | None) -> Signal:
    """A noun that governs the ceasefire, with the predicate that is then the noun's: "talks on a truce collapsed"."""
    event, mood, word = signal.event, signal.mood, phrase.words[signal.start]
    ran_out = event in ("keeping", "starting", "extending") and mood == "told"
    if main is not None and (
        (ran_out and main.event == "ending")
        or (ran_out and (main.event, main.mood) == ("breaking", "told"))  # "the first night of the truce was marred by"
        or (word in grammar.DEALS and mood == "told" and main.event in ("starting", "keeping", "breaking", "ending"))
        or (event == "making" and main.event in ("making", "refusing"))
    ):
        return main
    if phrase.zone and word in grammar.LAW:
        return replace(signal, event="watching")  # a zone set up is a place; whether it is quiet there is not said
    if event == "keeping" and not phrase.definite and word in grammar.LAW:
        event = "making" if mood == "decided" else "asking"
    if event == "keeping" and word in grammar.TIME_UNITS and mood in ("told", "decided", "coming"):
        more = not grammar.MORE_TIME.isdisjoint(phrase.words[max(0, signal.start - 3) : signal.start + 4])
        return replace(signal, event="extending", mood="told") if more and phrase.words[phrase.start - 1] == "of" else signal
    if event == "asking":
        asked = _of_asking(phrase, word, main)
        if asked is not None:
            return asked
        if word in grammar.OFFERS and mood in ("told", "decided") and _accepted(phrase, main):
            event, mood = "making", "told"
    elif "asking" in phrase.adjectives and event in ("keeping", "making", "starting"):
        event, mood = "asking", "told"
    elif event == "starting" and main is not None and main.event == "delaying":
        return main  # "the start of the truce has been delayed"
    else:
        mood = _not_done(phrase, signal, main)
    return replace(signal, event=event, mood=mood)


def _of_asking(phrase: Phrase, word: str, main: Signal | None) -> Signal | None:
    """What a call for a ceasefire and its predicate tell together: "talks on a truce collapsed"; None where only the call does."""
    if main is None and (place := _turned_down(phrase)):
        return Signal("refusing", "told", place, place + 1)
    if main is not None and main.event == "extending" and phrase.definite and "to" in phrase.words[phrase.end : main.start]:
        return replace(main, mood="asked")  # "hopes grow for the truce to be extended"
    if main is None or main.mood != "told" or main.event not in ("ending", "refusing", "breaking"):
        return None
    if word in grammar.TALKS and phrase.words[main.start].startswith(grammar.PAUSING):
        return None  # "truce talks were suspended"
    there = word.startswith("attempt") and main.event == "breaking"  # "an attempt at a truce unravelled": there was one
    return main if there else replace(main, event="refusing")


def _turned_down(phrase: Phrase) -> int:
    """Where a far predicate turns the proposal down: "a proposal for a halt so that the sick could leave was turned down"; else 0."""
    words = phrase.words
    for place in range(phrase.end, len(words) - 1):
        if words[place] in (".", ";"):
            return 0
        behind = words[place + 1]
        down = words[place + 1 : place + 3] == ("turned", "down") or behind in grammar.TURNED_DOWN
        if down and words[place] in ("was", "were", "been", "went"):
            return place + 1
    return 0


def _not_done(phrase: Phrase, signal: Signal, main: Signal | None) -> str:
    """The mood of a noun whose predicate or whose governor shows that it is not done yet."""
    event, told = signal.event, signal.mood == "told"
    ahead = main is not None and main.event == "stalling"
    if event == "extending" and told and main is not None and main.event in ("asking", "stalling"):
        return "asked"
    if event == "ending" and told and ahead:
        return "coming"  # "the end of the truce looms"
    if event == "restoring" and told and _wanted(phrase, signal):
        return "asked"
    if event == "starting" and main is not None and main.mood in ("denied", "asked"):
        return "coming"
    if event == "delaying" and told and "would" in phrase.words[phrase.end : phrase.end + 2]:
        return "supposed"
    return signal.mood


def _wanted(phrase: Phrase, signal: Signal) -> bool:
    """Whether a renewal is the last thing that calls or hopes are for: "calls mounted for restraint and the renewal of the truce"."""
    wishes = [cue for cue in phrase.cues if cue.end <= signal.start]
    return any((noun := cue.meaning("noun")) is not None and noun.what == "asking" for cue in wishes)


def _accepted(phrase: Phrase, main: Signal | None) -> bool:
    """Whether an offer or a plan is said to be accepted."""
    if not grammar.ACCEPTED.isdisjoint(phrase.words[max(0, phrase.start - 8) : phrase.start]):
        return True
    return main is not None and main.event == "making" and phrase.words[main.start] in grammar.ACCEPTED


def _is_complement(phrase: Phrase, cue: Cue, main: Signal) -> bool:
    """Whether a verb behind the ceasefire makes it the subject of a clause: "announced the truce had collapsed"."""
    between = phrase.words[phrase.end : main.start]
    if phrase.words[cue.end : phrase.start] not in ((), ("that",), ("for",)) or main.weak or "," in between:
        return False
    if not between or between[0] in _HELPERS:
        return True
    if main.event == "ending" and phrase.words[main.start] == "over" and between[0] in ("in", "with", "for", "around"):
        return True  # "declared the ceasefire in Goma over"
    return len(between) <= _OBJECT_GAP and not (_HELPERS - {"to"}).isdisjoint(between)


def _complement(phrase: Phrase, outer: Meaning, predicates: Sequence[Signal]) -> list[Signal]:
    """The predicates of a clause that is wished or refused: "hopes the truce will hold"; "wants a truce in place" wants one."""
    if outer.what not in ("asking", "refusing"):
        return list(predicates)
    if outer.what == "asking" and phrase.determiner in ("a", "an"):
        predicates = [replace(told, event="making") if told.event == "keeping" else told for told in predicates]
    change = "wished" if outer.what == "asking" else "refused"
    return [
        signal if signal.passing else replace(signal, mood=after(change, signal.mood, signal.event)) for signal in predicates
    ]
