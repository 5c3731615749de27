"""What a sentence says of an earlier incident without a date of its own: what it leans on, in its own words or the sentence before.

"The 2021 airport bombing that killed 170" dates what its own clause tells and not what else the sentence says. "The blast killed 170"
leans on the sentence before. "The war began when gunmen killed 1,200" tells what the war came after.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from service.analysis.clauses import occurrences
from service.analysis.dates import When, dates
from service.analysis.languages.en.grammar import BE, POSSESSIVES, PREPOSITIONS, WEEKDAYS
from service.analysis.languages.en.harm import STATES
from service.analysis.languages.en.times import (
    ACCOUNT,
    AUTHORED,
    BEGAN,
    BLAMED,
    CHIEFS,
    ERAS,
    INCIDENTS,
    LIFE,
    PAST_PHRASES,
    REMEMBERING,
    SUPERLATIVES,
    TODAY,
    WARS,
)
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.reading import Reading
from service.analysis.text import Sentence

LEAD = 3  # sentences that tell the news itself
NAME = 5  # words from a year to the incident it names: "the 2021 Kabul airport bombing"
DEPTH = 3  # sentences that may go on about an earlier incident
_DATING = words("in on since until till from by during between and to") | {","}
_DEFINITE = words("the that this those these")
_LEANING = words("they it he she")
_RELATIVES = words("that which when where who whose killing wounding leaving during")
_MARKS = frozenset((",", ";", ":", ".", '"', "(", ")", "–", "--"))
_CONNECTING = words("after when following as response retaliation revenge reprisal")
REACH = 12  # tokens from a harm to the incident it happened in
_WITHIN = words("in during")
PAST_LIFE = 7  # tokens from "joined the army" to its year
SOON = 4  # tokens after a harm in which its day may stand: "killed 12 people in Aden on Friday"; a later one is of the arrest
ASIDE = 20  # tokens from ", where" to the year of what was there
_AUTHORS = words("who allegedly reportedly personally and attacker bomber commander militant")
_IN_WHICH = words("that which where")
_INQUIRED = words("allegations allegation evidence")  # with "that": what an inquiry is about
_BLAMED_FOR = words("in of for over")
_ASIDES = words("who which where whose")


def named_incident(lowers: Sequence[str], when: When) -> int:
    """The token of the incident a date is part of the name of, "the 2021 airport bombing"; -1 where it stands for itself."""
    before = lowers[when.first - 1] if when.first else ""
    if before in _DATING:
        return -1
    for at in range(when.last + 1, min(len(lowers), when.last + 1 + NAME)):
        word = lowers[at]
        if word in INCIDENTS:
            return at
        if word in _MARKS or word in PREPOSITIONS or word in _RELATIVES or word in WARS:
            return at if word in WARS else -1
    return -1


def of_another_clause(harm: Harm, lowers: Sequence[str], when: When) -> bool:
    """Whether a date tells of somebody's or something's past in a clause of its own: "the girl was born in 2013, and 11 others …".

    A clause that describes the incident itself ("by the bomb, which went off in 1998") dates the harm.
    """
    begin = max(0, when.first - PAST_LIFE)
    for at in range(when.first - 1, begin - 1, -1):
        word = lowers[at]
        if word in LIFE or (word == "up" and lowers[at - 1] == "set"):
            return not at <= harm.at <= when.last
        if word in _MARKS:
            break
    for at in range(when.first - 1, max(0, when.first - ASIDE), -1):
        if lowers[at] in _MARKS:
            return False
        if lowers[at] in _ASIDES and lowers[at - 1] == ",":
            if not INCIDENTS.isdisjoint(lowers[max(0, at - NAME) : at]) or not WARS.isdisjoint(lowers[max(0, at - NAME) : at]):
                return False
            end = next((i for i in range(when.last + 1, len(lowers)) if lowers[i] in _MARKS), len(lowers))
            own = harm.group.end == at - 1 and any(STATES.get(word) == harm.kind for word in lowers[at:end])
            return not (own or at <= harm.at < end or at <= harm.group.start < end)
    return False


def told_of(harm: Harm, lowers: Sequence[str], when: When, head: int) -> bool:
    """Whether a harm is one of the incident at ``head`` that ``when`` is part of the name of.

    Not "kill the man *behind* the 2021 bombing", and not "the man behind the 2021 bombing was killed".
    """
    if harm.at == head:
        return True
    if harm.at < when.first:
        between = lowers[harm.at + 1 : when.first]
        opening = next((at for at in range(len(between) - 1, -1, -1) if between[at] in PREPOSITIONS), -1)
        near = len(between) <= REACH and opening >= len(between) - NAME and opening >= 0
        broken = any(word in _MARKS and (word != "," or between[at + 1 : at + 2] != ["who"]) for at, word in enumerate(between))
        return (near and not broken and between[opening] in _WITHIN) or harm.group.start > head
    return harm.group.start > head or harm.group.end > when.first


def in_which(harm: Harm, lowers: Sequence[str], when: When) -> bool:
    """ "since the April 22 attack in which 26 people were killed": they were killed in it and not since."""
    return not {"which", "that"}.isdisjoint(lowers[when.last + 1 : min(harm.at, harm.group.start)])


def when_it_was(lowers: Sequence[str], named: When, harm: Harm) -> bool:
    """ "since the count began in 2009, when 2,412 were killed"."""
    following = [w for w in lowers[named.at + 1 : named.at + 3] if w != ","]
    return harm.group.start > named.at and following[:1] == ["when"]


def began_it(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "the war began when gunmen killed 1,200 people": what an offensive or war came after."""
    end = min(harm.at, harm.group.start)
    if BEGAN.isdisjoint(lowers[:end]):
        return False
    for at, word in enumerate(lowers[:end]):
        if word in BEGAN and not WARS.isdisjoint(lowers[max(0, at - 8) : at + 6]):
            connecting = next((i for i in range(at + 1, end) if _connects(lowers, i, word)), -1)
            if connecting > 0 and WARS.isdisjoint(lowers[connecting + 1 : end]):
                return True
    return False


def _connects(lowers: Sequence[str], at: int, verb: str) -> bool:
    """Whether a word leads from a war to what it came after; "by" and "with" only beside their own verbs."""
    word = lowers[at]
    return (
        word in _CONNECTING
        or (word == "by" and verb in ("triggered", "sparked", "ignited", "provoked", "prompted") and lowers[at - 1] == verb)
        or (word == "with" and verb in ("began", "begun", "started") and lowers[at - 1] == verb)
    )


def in_an_era(lowers: Sequence[str]) -> bool:
    """ "under the generals", "during decades of military rule", "in the seventies"."""
    return (
        not ERAS.isdisjoint(lowers)
        and any(
            word in ERAS
            and not {"during", "under", "in", "of", "after", "throughout"}.isdisjoint(lowers[max(0, at - 5) : at])
            and lowers[at - 1] not in POSSESSIVES  # "a couple in their sixties"
            and (word != "decades" or lowers[at + 1 : at + 2] == ["of"])  # "the largest raid in two decades"
            for at, word in enumerate(lowers)
        )
    )


def called_to_account(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "kill the mastermind of the bombing that killed 13", "charged with the murder of six priests", and not a day's news."""
    start, end = min(harm.at, harm.group.start), max(harm.at, harm.group.end)
    days = [at for at, word in enumerate(lowers) if word in WEEKDAYS or word in TODAY]
    if any(at < end + SOON for at in days):
        return False
    for at in range(max(0, start - REACH - NAME), start):
        word = lowers[at]
        authored = word in AUTHORED and at > 0 and lowers[at - 1] in _AUTHORS
        # "Israel is suspected of a strike that killed a general": that is the news
        blamed = word in BLAMED and lowers[at + 1] in _BLAMED_FOR and at > 0 and lowers[at - 1] not in BE
        if blamed or word in ACCOUNT or word in _INQUIRED or authored or (word in CHIEFS and lowers[at + 1] == "behind"):
            between = lowers[at + 1 : start]
            act = harm.rule.startswith("act") or (between[-1:] == ["with"] and harm.rule.endswith("participle"))
            relative = not _IN_WHICH.isdisjoint(between) and not INCIDENTS.isdisjoint(between)
            if act or relative or (word in _INQUIRED and between[:1] == ["that"]):
                return True
    return "which" in lowers[max(0, start - 2) : start] and any(pair in _AVOIDED for pair in pairwise(lowers[start:]))


_AVOIDED = frozenset({("been", "stopped"), ("been", "prevented"), ("been", "avoided"), ("been", "averted")})


def remembered(harm: Harm, lowers: Sequence[str]) -> bool:
    """ "the anniversary of the massacre in which 8,000 were killed", "a memorial names the 14 who died", and not a day's news."""
    start = min(harm.at, harm.group.start)
    if REMEMBERING.isdisjoint(lowers[:start]) or not (WEEKDAYS.isdisjoint(lowers) and TODAY.isdisjoint(lowers)):
        return False
    within = lowers[: max(harm.at, start)]
    return harm.rule.startswith(("participle", "act:", "state")) or not {"who", "which", "when"}.isdisjoint(within)


class Context:
    """The sentences before: whether one of them turned to an earlier incident that this one goes on about."""

    def __init__(self, sentences: Sequence[Sentence], past: Callable[[When], bool]) -> None:
        self._sentences = sentences
        self._past = past
        self._known: dict[int, str] = {}

    def goes_on(self, reading: Reading, *, told: bool) -> bool:
        """Whether a sentence without a time of its own tells of the earlier incident that the one before turned to.

        ``told`` where the one before told of people harmed in an earlier incident.
        """
        index = reading.sentence.index
        if index == 0 or not WEEKDAYS.isdisjoint(reading.lowers) or not TODAY.isdisjoint(reading.lowers):
            return False
        if told and "that" in reading.lowers and _leans(reading.lowers):
            return True
        if told and reading.lowers[:2] == ["the", "incident"]:
            return True
        return _leans(reading.lowers) and self._turn(index - 1, DEPTH) != ""

    def _turn(self, index: int, depth: int) -> str:
        """How a sentence turned to an earlier incident: by its name, by a date, by going on; "" for not at all."""
        if index not in self._known:
            self._known[index] = self._judged(index, depth)
        return self._known[index]

    def _judged(self, index: int, depth: int) -> str:
        sentence = self._sentences[index]
        if not SUPERLATIVES.isdisjoint(sentence.words):
            return ""
        reading = Reading(sentence, ())
        lowers = reading.lowers
        whens = dates(reading)
        for when in whens:
            if self._past(when) and not when.since and named_incident(lowers, when) >= 0:
                return "name"
        if not WEEKDAYS.isdisjoint(lowers) or not TODAY.isdisjoint(lowers):
            return ""
        told = bool(whens) and all(self._past(w) and not w.since for w in whens)
        if (told or occurrences(lowers, PAST_PHRASES)) and index >= LEAD - 1 and not INCIDENTS.isdisjoint(lowers):
            return "date"
        if not whens and depth > 1 and index > 0 and _leans(lowers):
            return self._turn(index - 1, depth - 1) and "goes on"
        return ""


def _leans(lowers: Sequence[str]) -> bool:
    """Whether a sentence takes up what was said: "The blast …", "… in that attack", "They …"."""
    start = next((word for word in lowers[:2] if word[0].isalnum()), "")
    if start in _LEANING:
        return True
    if INCIDENTS.isdisjoint(lowers):
        return False
    return any(word in INCIDENTS and not _DEFINITE.isdisjoint(lowers[max(0, at - 2) : at]) for at, word in enumerate(lowers))
