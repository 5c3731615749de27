"""Who states a figure: "X said …", "according to X", "X put the toll at"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from service.analysis.informants import Named, bodies, organisations
from service.analysis.languages.en.grammar import BE, CLAUSE_BREAKS, DAY_WORDS, HAVE, POSSESSIVES, RELATIVES
from service.analysis.languages.en.harm import INTRANSITIVE, TRANSITIVE
from service.analysis.languages.en.numerals import NUMERAL_WORDS
from service.analysis.languages.en.sources import ATTRIBUTION, COUNTS, INFORMANTS, MONITORS, OFFICES, SHOWING
from service.analysis.languages.lists import words
from service.analysis.reading import Reading
from service.analysis.sources import PRONOUNS, Sources, own_words

APART = 5  # tokens of a source that a colon or dash sets apart in a headline
_APART = frozenset((":", "–", "—", "--", "-"))
_VOICES = frozenset({"group", "force", "official", "person"})
_TOPICS = words("live war latest updates update news briefing watch analysis explainer talks crisis conflict attack attacks")
REACH = 26  # tokens between a source's name and its verb: titles and names of office holders are long
Direction = Literal["after", "before", "both"]
_GIVEN = words("given announced reported published confirmed provided released compiled")
_CONTINUED = words("claiming saying adding announcing reporting stating")
_NOT_INVERTED = words("that at it in on its their his her more about some there no")
_MEN = words("forces troops army soldiers fighters men jets air navy drones missiles")
_VERBAL = words("has had have will would")
_PHRASE_ENDS = words(', . ( ; " – adding who in on after as while when a an has had have will')
_ADJUNCTS = DAY_WORDS | words("on in at during as with adding citing after without via through by from late early to")


class Claim(NamedTuple):
    """Somebody's statement in a sentence: who, at which word, and on which side of it what is said stands."""

    name: str
    at: int
    subject: int  # where the source's phrase begins
    direction: Direction
    rule: str
    office: str = ""  # the word for an office whose side nobody named: "officials said"
    own: int = -1  # where the words that only name the source begin, -1 where they stand elsewhere


class Claimants:
    """Reads an article's claims sentence by sentence."""

    def __init__(self, home: str | None, monitor: str | None, armed: str | None = None) -> None:
        self.sources = Sources(home, monitor, armed)

    def read(self, reading: Reading) -> list[Claim]:
        """The claims of the next sentence; must be called for each sentence in order."""
        lowers = reading.lowers
        verbs = [at for at, word in enumerate(lowers) if word in ATTRIBUTION]
        named = organisations(reading) if verbs or reading.sentence.index == 0 else []
        if verbs:
            named = named + bodies(reading, named)
        if not verbs and "by" in lowers:
            verbs = [at for at in range(len(lowers)) if _by_count(lowers, at)]
            named = named or organisations(reading)
        if not verbs:
            claim = self._headline(reading, named) if reading.sentence.index == 0 else None
            return [claim] if claim else []
        self.sources.armed = next(
            (m.party for _, _, m in reading.mentions if m.kind == "group" and m.party), self.sources.armed
        )
        claims: list[Claim] = []
        for at in verbs:
            self.sources.office = ""
            claim = self._claim(reading, named, at, claims)
            if claim is not None:
                claims.append(claim._replace(office=self.sources.office))
                self.sources.last = claim.name
        return claims

    def _claim(self, reading: Reading, named: Named, at: int, before: Sequence[Claim]) -> Claim | None:
        lowers = reading.lowers
        word = lowers[at]
        if word in ("according", "citing", "per"):
            if (word == "according" and lowers[at + 1 : at + 2] != ["to"]) or (word == "per" and not _opens(lowers, at)):
                return None
            name = self.sources.entity(reading, named, at + 1, _phrase_end(lowers, at + 2), forward=True)
            aside = at > 1 and lowers[at - 1] == "," and lowers[at - 2] in RELATIVES  # "who, according to X, had …"
            return Claim(name, at, at, "after" if aside else "both", "according to") if name else None
        if word == "by":
            name = self.sources.entity(reading, named, at + 1, _phrase_end(lowers, at + 1), forward=True)
            return Claim(name, at, at, "both", "by X's count") if name else None
        if lowers[at + 1 : at + 2] == ["by"] and word in _GIVEN:
            name = self.sources.entity(reading, named, at + 2, _phrase_end(lowers, at + 2), forward=True)
            return Claim(name, at, at, "both", "given by") if name else None
        if not self._attributes(lowers, at):
            return None
        begin = _phrase_start(lowers, at)
        if word in _CONTINUED and before:  # "X said …, adding that …"
            return Claim(before[-1].name, at, begin, _direction(lowers, at), "X said")
        if _set_off(lowers, at):
            inverted = self._inverted(reading, named, at)
            if inverted is not None:
                return Claim(inverted, at, at, "before", "said X")
        name = self.sources.entity(reading, named, begin, at, forward=word in _CONTINUED)
        if name is None and word in _CONTINUED:
            name = self.sources.last
        if name is not None:
            own = own_words(reading, begin, at)
            closed = lowers[own - 1 : own] in (['"'], [","]) if word == "told" else False
            direction = "before" if closed and "that" not in lowers[at : at + 8] else _direction(lowers, at)
            return Claim(name, at, begin, direction, "X said", own=own)
        inverted = None if _set_off(lowers, at) else self._inverted(reading, named, at)
        return Claim(inverted, at, at, "before", "said X") if inverted is not None else None

    def _headline(self, reading: Reading, named: Named) -> Claim | None:
        """ "Police: 12 killed in blast", "12 killed in blast – officials": a source set apart; "Sudan: 12 killed" names a place."""
        lowers = reading.lowers
        marks = [at for at, word in enumerate(lowers) if word in _APART]
        for at, begin, end, direction in (
            ((marks[0], 0, marks[0], "after"), (marks[-1], marks[-1] + 1, len(lowers), "before")) if marks else ()
        ):
            if not 0 < end - begin <= APART or lowers[end - 1] in _TOPICS:
                continue
            spoken = any(w in OFFICES or w in INFORMANTS or w in MONITORS for w in lowers[begin:end]) or any(
                begin <= first and last <= end for first, last, _ in named
            )
            spoken = spoken or any(first == begin and last == end and m.kind in _VOICES for first, last, m in reading.mentions)
            self.sources.office = ""
            name = self.sources.entity(reading, named, begin, end, forward=True) if spoken else None
            if name is not None:
                self.sources.last = name
                return Claim(name, at, begin, "after" if direction == "after" else "before", "X: …", self.sources.office)
        return None

    def _inverted(self, reading: Reading, named: Named, at: int) -> str | None:
        """ "…, said the Observatory": a source right after the verb, and no verb after the source."""
        lowers = reading.lowers
        if lowers[at] not in ("said", "says", "added", "reported", "announced", "confirmed", "according", "wrote"):
            return None
        if not _set_off(lowers, at) and (lowers[at] not in ("said", "says") or lowers[at - 1] in PRONOUNS):
            return None
        end = at + 2 if lowers[at + 1 : at + 2] in (["a"], ["an"]) else at + 1
        while end < len(lowers) and end - at < 9 and lowers[end] not in _PHRASE_ENDS and lowers[end] not in BE:
            end += 1
        if (
            end == at + 1
            or lowers[at + 1] in _NOT_INVERTED
            or (end < len(lowers) and (lowers[end] in BE or lowers[end] in _VERBAL))
        ):
            return None
        if not _set_off(lowers, at) and end < len(lowers) and lowers[end] not in (",", ".", "(", "in", "–"):
            return None
        if at == 0 or any(w in TRANSITIVE or w in INTRANSITIVE or w == "that" or w.isdigit() for w in lowers[at + 1 : end]):
            return None
        return self.sources.entity(reading, named, at + 1, end, forward=True)

    @staticmethod
    def _attributes(lowers: Sequence[str], at: int) -> bool:
        """Not every such verb attributes: "claimed responsibility", "claimed 30,000 lives", "was put to death", "the reported death"."""
        word = lowers[at]
        following = lowers[at + 1] if at + 1 < len(lowers) else ""
        before = lowers[at - 1] if at else ""
        if word in ("claimed", "claims", "claim") and following in ("its", "their", "the") and _clause(lowers, at + 2):
            return True
        if word in ("claimed", "claims", "claim", "claiming"):
            if following in ("its", "their", "the") and not _MEN.isdisjoint(lowers[at + 2 : at + 4]):
                return True
            return (
                (following != "to" or (lowers[at + 2 : at + 3] == ["have"] and lowers[at + 3 : at + 4] != ["been"]))
                and following not in ("responsibility", "that_", "the", "an", "a", "by", "another", "credit", "its", "their")
                and not any(w in ("lives", "life", "victims") for w in lowers[at : at + 6])
            )
        if word in ("put", "puts", "gave", "gives", "listed", "given"):
            return any(
                w in ("toll", "number", "figure", "figures", "tolls", "total", "dead", "casualties", "count")
                for w in lowers[at : at + 7]
            )
        if word in ("found", "concluded", "determined"):
            return following == "that"
        if word == "report":
            return (following.isdigit() or following in ("that", "at", "more")) and before not in ("the", "a", "this", "its")
        if word in SHOWING:
            return not COUNTS.isdisjoint(lowers[max(0, at - 8) : at])
        if word in ("blamed", "blames"):
            return "for" in lowers[at + 1 : at + 7]
        if word == "spoke":
            return following == "of" and any(w[0].isdigit() for w in lowers[at + 2 : at + 5])
        if before in BE:
            return word == "quoted" and following == "as"
        if before in ("the", "a", "this", "its", "of", "his"):
            return False
        return not (word in ("say", "report", "states") and before in ("the", "a", "united", "two", "member"))


def _by_count(lowers: Sequence[str], at: int) -> bool:
    """ "…, by the UN's count"."""
    return lowers[at] == "by" and at > 0 and lowers[at - 1] == "," and not _COUNTING.isdisjoint(lowers[at + 2 : at + 6])


_COUNTING = words("count tally estimate estimates reckoning account")


def _clause(lowers: Sequence[str], at: int) -> bool:
    """ "claimed its youngest captive has been killed": a clause, not "claimed the blast, which has killed four"."""
    for word in lowers[at : at + 9]:
        if word in RELATIVES or word in (",", ".", "for"):
            return False
        if word in BE or word in HAVE:
            return True
    return False


def _set_off(lowers: Sequence[str], at: int) -> bool:
    """Whether what is said ends right before the verb: "…", said X"."""
    return at > 0 and lowers[at - 1] in ('"', ",", "'")


def _opens(lowers: Sequence[str], at: int) -> bool:
    """ "Per the ministry, …", "…, as per the ministry", but not "four per day"."""
    return at == 0 or lowers[at - 1] in (",", "as")


def _phrase_start(lowers: Sequence[str], at: int) -> int:
    """Where the subject of a verb of saying can begin at the earliest."""
    position = at
    while position > 0 and at - position < REACH:
        word = lowers[position - 1]
        if word in (";", ":", '"', "–", "but") or (word in CLAUSE_BREAKS and word != "that" and position < at - 1):
            break
        if word in ATTRIBUTION and position < at:
            break
        position -= 1
    return position


def _phrase_end(lowers: Sequence[str], at: int) -> int:
    position = at
    while position < len(lowers) and position - at < 16:
        word = lowers[position]
        if word in (";", ".", ":", '"') or word in BE or (word in CLAUSE_BREAKS and word != "as"):
            break
        position += 1
    return position


def _direction(lowers: Sequence[str], at: int) -> Direction:
    """Whether what is said follows the verb ("said 71 of its troops"), or came before ("…, the ministry said on Monday")."""
    if lowers[at] == "told":
        return _told(lowers, at)
    following = lowers[at + 1] if at + 1 < len(lowers) else "."
    if following == '"' and at + 3 < len(lowers):
        return "after"
    if following in (".", ",", '"', "–", "-", "--", ")", ";") or at + 1 >= len(lowers):
        rest = [w for w in lowers[at + 1 :] if w not in (".", '"', "'", ")")]
        return "before" if not rest or (lowers[at] in ("said", "says", "reported", "added") and following != ",") else "both"
    if following in ("that", "at", "least"):
        return "after"
    if following in ("and", "while", "(", "but"):
        return "both"
    if following in _ADJUNCTS and following != "at":
        return _past_adjuncts(lowers, at + 1)
    return "after"


def _past_adjuncts(lowers: Sequence[str], at: int) -> Direction:
    """Where what is said stands after "said on Monday": behind it where a clause goes on, before it where the sentence ends."""
    if "that" in lowers[at : at + 8]:
        return "after"
    if lowers[at] in ("on", "late", "early", "last"):
        at += 1
    while at < len(lowers) and lowers[at] in DAY_WORDS:
        at += 1
    following = lowers[at] if at < len(lowers) else "."
    goes_on = following in _SUBJECTS or following.isdigit() or following in NUMERAL_WORDS
    return "after" if goes_on and lowers[at - 1] in DAY_WORDS else "both"


_SUBJECTS = words("the it its their his he she they a an at some more about nearly almost over around dozens no") | POSSESSIVES


def _told(lowers: Sequence[str], at: int) -> Direction:
    """ "…, medics told AFP." ends what was said; "told AFP that 12 had died" begins it."""
    for word in lowers[at + 1 : at + 7]:
        if word in (".", ",", '"'):
            return "before"
        if word == "that" or word[0].isdigit() or word in BE or word in TRANSITIVE or word in INTRANSITIVE:
            return "after"
    return "before" if len(lowers) <= at + 7 else "after"
