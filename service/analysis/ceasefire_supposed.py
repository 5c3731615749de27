"""What a ceasefire's noun phrase and its preposition let a reader suppose where nothing is said of it.

English names a thing that is there by "the" or by what it is like ("the shaky truce"), one that is wished for by what it
should be ("a full ceasefire"). The first rule that fits decides; a weak one counts only where nothing is told of any other
ceasefire that is there, a bare one only where the article says nothing else of any.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from service.analysis.ceasefire_joined import violent
from service.analysis.ceasefire_mood import Signal
from service.analysis.ceasefire_phrase import Phrase
from service.analysis.languages.en.truce import grammar


@dataclass(frozen=True, slots=True)
class _Look:
    """A noun phrase and the words before it: ``last`` the one right before, ``pair`` the last two."""

    phrase: Phrase
    before: tuple[str, ...]
    last: str
    pair: tuple[str, ...]

    def near(self, words: frozenset[str], reach: int) -> bool:
        return not words.isdisjoint(self.before[-reach:])

    def named(self, words: frozenset[str]) -> bool:
        return not words.isdisjoint(self.phrase.words[self.phrase.first : self.phrase.end])

    @property
    def war(self) -> bool:
        return violent(self.phrase.words) or not grammar.WARS.isdisjoint(self.phrase.words)


_SHOULD = frozenset(("must", "should", "can", "could", "would"))
_FEARS = frozenset(("fear", "fears", "feared", "worry", "worries", "concern", "concerns"))
_TO = frozenset(("to", "will"))
_MIGHT = frozenset(("would", "could", "might"))


class _Rule(NamedTuple):
    """``how`` names the rule; without an event it lets a reader suppose nothing."""

    how: str
    fits: Callable[[_Look], bool]
    event: str = ""
    mood: str = "told"
    grade: Literal["sure", "weak", "bare"] = "weak"


def supposed(phrase: Phrase) -> list[Signal]:
    """What the phrase lets a reader suppose, by the first rule that fits."""
    before = phrase.words[: phrase.start]
    look = _Look(phrase, before, before[-1] if before else "", before[-2:])
    rule = next((rule for rule in _RULES if rule.fits(look)), None)
    if rule is None or not rule.event:
        return []
    weak, bare = rule.grade == "weak", rule.grade == "bare"
    return [Signal(rule.event, rule.mood, phrase.first, phrase.end, weak=weak, bare=bare, how=rule.how)]


def _is(kind: str) -> Callable[[_Look], bool]:
    """Whether an adjective makes the ceasefire one of a kind."""
    return lambda look: kind in look.phrase.adjectives


def _wished(look: _Look) -> bool:
    """ "In return for", "close to"; a bare "to" says nothing."""
    start = look.phrase.start
    if look.pair in (("close", "to"), ("closer", "to"), ("near", "to")):
        return True
    return look.last != "to" and any(
        cue.end == start and (mood := cue.meaning("mood")) is not None and mood.what == "wished" for cue in look.phrase.cues
    )


def _none_before_a_day(look: _Look) -> bool:
    """ "No ceasefire before Saturday" tells of one on Saturday."""
    following = look.phrase.words[look.phrase.end : look.phrase.end + 4]
    days = grammar.WEEKDAYS | grammar.HOURS
    return look.phrase.determiner == "no" and following[:1] in (("before",), ("until",)) and not days.isdisjoint(following)


def _none_until(look: _Look) -> bool:
    following = look.phrase.words[look.phrase.end : look.phrase.end + 1]
    return look.phrase.determiner == "no" and following in (("before",), ("until",), ("while",), ("unless",), ("without",))


def _under(look: _Look) -> bool:
    despite = look.last in ("despite", "of") and look.pair[0] in ("despite", "spite")
    return look.last in grammar.UNDER or look.pair in (("part", "of"), ("duration", "of")) or despite


def _to_be_freed(look: _Look) -> bool:
    """ "Hostages will be freed under the truce"."""
    near = look.before[-16:]
    freed = next((place for place, word in enumerate(near) if word in grammar.FREED), None)
    if freed is None or not _under(look) or "to" in near[-3:]:
        return False
    return not grammar.TO_COME.isdisjoint(near[max(0, freed - 4) : freed])


def _headed_for(look: _Look) -> bool:
    """Headlines leave out articles: "rebels to leave town under truce"."""
    return _under(look) and not look.phrase.determiner and not _TO.isdisjoint(look.before[-8:])


def _should_be_made(look: _Look) -> bool:
    """ "Should be backed by a unilateral ceasefire"."""
    return "making" in look.phrase.adjectives and not look.phrase.definite and look.near(_SHOULD, 8)


def _guns(look: _Look) -> bool:
    return look.phrase.words[look.phrase.first] == "guns"


def _in_the_deal(look: _Look) -> bool:
    """ "What is in the truce deal"; who is freed in it is freed under it."""
    return look.last == "in" and look.phrase.deal and not look.near(grammar.FREED, 16)


def _halted_for(look: _Look) -> bool:
    """ "Halted its raids for a 48-hour pause", "in what it called a pause"."""
    named = look.pair[:1] in (("it",), ("they",), ("he",), ("was",)) and look.last in grammar.BELITTLING
    if not named and not (look.last == "for" and "keeping" in look.phrase.adjectives):
        return False
    return look.near(grammar.STOPPED, 40)


def _not_the(look: _Look) -> bool:
    return not look.phrase.definite


_DENIES = frozenset(("denies", "denied", "denying"))
_THERE_IS = (("there", "is"), ("there", "was"))
_ON = frozenset(("continue", "continues", "continued", "on"))


def _none_and_war(look: _Look) -> bool:
    """ "There was no truce and the offensive would continue"; "there is no truce in sight" says nothing."""
    if look.phrase.determiner != "no" or look.pair not in _THERE_IS:
        return False
    behind = look.phrase.words[look.phrase.end :]
    return any(
        word in ("would", "will") and not _ON.isdisjoint(behind[place + 1 : place + 3]) for place, word in enumerate(behind)
    )


_RULES: tuple[_Rule, ...] = (
    _Rule("guns that should fall silent", lambda look: _guns(look) and look.named(_SHOULD), "asking"),
    _Rule("guns that are to fall silent", lambda look: _guns(look) and look.named(_TO), "making"),
    _Rule("guns that fell silent", _guns, "keeping"),
    _Rule("a body made of it", lambda look: look.phrase.body and "making" in look.phrase.adjectives, "making"),
    _Rule("a body named after it", lambda look: look.phrase.body),
    _Rule(
        "one that is there, on a condition",
        lambda look: look.near(grammar.UNCERTAIN, 5) and look.phrase.definite and "keeping" in look.phrase.adjectives,
        "keeping",
        "asked",
        "sure",
    ),
    _Rule("on a condition", lambda look: look.near(grammar.UNCERTAIN, 5)),
    _Rule("no sign of one", lambda look: look.before[-3:] in (("no", "sign", "of"), ("no", "signs", "of"))),
    _Rule("feared for", lambda look: look.last == "for" and look.near(_FEARS, 3), "keeping"),
    _Rule("wished for", _wished, "asking"),
    _Rule("until there is one", lambda look: look.last == "until", "asking"),
    _Rule("called a failed one", _is("ending"), "ending"),
    _Rule("called a broken one", _is("breaking"), "breaking"),
    _Rule("called a possible one", _is("asking"), "asking"),
    _Rule("none before a day", _none_before_a_day, "making"),
    _Rule("none until", _none_until, "making", "denied"),
    _Rule(
        "none to come",
        lambda look: look.phrase.determiner == "no" and look.before[-3:] in grammar.THERE_WILL_BE,
        "making",
        "denied",
        "sure",
    ),
    _Rule("denied", lambda look: look.last in _DENIES and not look.phrase.definite, "making", "disputed", "sure"),
    _Rule("none while war goes on", _none_and_war, "making", "denied", "sure"),
    _Rule("none", lambda look: look.phrase.determiner in ("no", "any")),
    _Rule(
        "talks without one",
        lambda look: look.last == "without" and not grammar.TALKS.isdisjoint(look.before),
        "making",
        "denied",
        "sure",
    ),
    _Rule("without one", lambda look: look.last == "without"),
    _Rule("before it", lambda look: look.last == "before" or look.pair in grammar.BEFORE_ALSO, "making"),
    _Rule("to come after it", lambda look: look.last == "after" and _not_the(look) and "will" in look.before, "making"),
    _Rule("war after it", lambda look: look.last in ("after", "following") and _not_the(look) and look.war, "ending"),
    _Rule("war that followed it", lambda look: look.last == "followed" and violent(look.before), "ending"),
    _Rule("halted for it", _halted_for, "keeping"),
    _Rule("in the deal", _in_the_deal, "making"),
    _Rule("to be freed under it", _to_be_freed, "making"),
    _Rule("under one that might be", lambda look: _under(look) and _not_the(look) and look.near(_MIGHT, 16), "asking"),
    _Rule("to be let out under one", _headed_for, "making"),
    _Rule("in one that was made", lambda look: look.last == "in" and _not_the(look), "making"),
    _Rule("under it", _under, "keeping"),
    _Rule("called a made one that should be", _should_be_made, "asking"),
    _Rule("called a made one", _is("making"), "making"),
    _Rule("what should be", lambda look: look.last in ("be", "is", "was"), "asking", "told", "bare"),
    _Rule("with it", lambda look: look.last == "with" and look.phrase.definite, "keeping"),
    _Rule("with one", lambda look: look.last == "with", "making"),
    _Rule("a deal", lambda look: look.phrase.deal, "making"),
    _Rule("called a wished one", _is("wishing"), "asking", "told", "bare"),
    _Rule("to have one", lambda look: look.last in ("have", "having"), "asking"),
    _Rule(
        "about one",
        lambda look: look.phrase.determiner in ("a", "an") and look.last in ("for", "of", "about", "on", "to"),
        "asking",
        "told",
        "bare",
    ),
    _Rule("called one that is there", _is("keeping"), "keeping", "told", "bare"),
    _Rule("the truce", lambda look: look.phrase.definite, "keeping", "told", "bare"),
    _Rule("named without article", lambda look: not look.phrase.determiner, "keeping", "told", "bare"),
)
