"""Who states a figure: "X said …", "according to X", "X put the toll at", and which words of a sentence that covers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from service.analysis.languages.en.grammar import BE, CLAUSE_BREAKS, DAY_WORDS, HAVE
from service.analysis.languages.en.harm import INTRANSITIVE, TRANSITIVE
from service.analysis.languages.en.sources import ATTRIBUTION, MONITORS, OFFICES, WITNESSES
from service.analysis.languages.lists import words
from service.analysis.reading import Reading
from service.analysis.sources import PRONOUNS, Named, Sources, organisations

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
_JOINTS = words("and but while as when after before who which that whom whose because , ; : . – -- ( )")
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


class Claimants:
    """Reads an article's claims sentence by sentence."""

    def __init__(self, home: str | None, monitor: str | None) -> None:
        self.sources = Sources(home, monitor)

    def read(self, reading: Reading) -> list[Claim]:
        """The claims of the next sentence; must be called for each sentence in order."""
        lowers = reading.lowers
        verbs = [at for at, word in enumerate(lowers) if word in ATTRIBUTION]
        named = organisations(reading) if verbs or reading.sentence.index == 0 else []
        if not verbs:
            claim = self._headline(reading, named) if reading.sentence.index == 0 else None
            return [claim] if claim else []
        claims: list[Claim] = []
        for at in verbs:
            self.sources.office = ""
            claim = self._claim(reading, named, at)
            if claim is not None:
                claims.append(claim._replace(office=self.sources.office))
                self.sources.last = claim.name
        return claims

    def _claim(self, reading: Reading, named: Named, at: int) -> Claim | None:
        lowers = reading.lowers
        word = lowers[at]
        if word in ("according", "citing"):
            if word == "according" and lowers[at + 1 : at + 2] != ["to"]:
                return None
            name = self.sources.entity(reading, named, at + 1, _phrase_end(lowers, at + 2), forward=True)
            return Claim(name, at, at, "both", "according to") if name else None
        if lowers[at + 1 : at + 2] == ["by"] and word in _GIVEN:
            name = self.sources.entity(reading, named, at + 2, _phrase_end(lowers, at + 2), forward=True)
            return Claim(name, at, at, "both", "given by") if name else None
        if not self._attributes(lowers, at):
            return None
        inverted = self._inverted(reading, named, at)
        if inverted is not None:
            return Claim(inverted, at, at, "before", "said X")
        begin = _phrase_start(lowers, at)
        name = self.sources.entity(reading, named, begin, at, forward=word in _CONTINUED)
        if name is None and word in _CONTINUED:
            name = self.sources.last
        return Claim(name, at, begin, _direction(lowers, at), "X said") if name is not None else None

    def _headline(self, reading: Reading, named: Named) -> Claim | None:
        """ "Police: 12 killed in blast", "12 killed in blast – officials": a source set apart; "Sudan: 12 killed" names a place."""
        lowers = reading.lowers
        marks = [at for at, word in enumerate(lowers) if word in _APART]
        for at, begin, end, direction in (
            ((marks[0], 0, marks[0], "after"), (marks[-1], marks[-1] + 1, len(lowers), "before")) if marks else ()
        ):
            if not 0 < end - begin <= APART or lowers[end - 1] in _TOPICS:
                continue
            spoken = any(w in OFFICES or w in WITNESSES or w in MONITORS for w in lowers[begin:end]) or any(
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
        apart = at > 0 and lowers[at - 1] not in ('"', ",", "'")
        if apart and (lowers[at] not in ("said", "says") or lowers[at - 1] in PRONOUNS):
            return None
        end = at + 1
        while end < len(lowers) and end - at < 9 and lowers[end] not in _PHRASE_ENDS and lowers[end] not in BE:
            end += 1
        if (
            end == at + 1
            or lowers[at + 1] in _NOT_INVERTED
            or (end < len(lowers) and (lowers[end] in BE or lowers[end] in _VERBAL))
        ):
            return None
        if at and lowers[at - 1] not in ('"', ",", "'") and end < len(lowers) and lowers[end] not in (",", ".", "(", "in", "–"):
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
        if word in ("claimed", "claims", "claim", "claiming"):
            if following in ("its", "their", "the") and not _MEN.isdisjoint(lowers[at + 2 : at + 4]):
                return True
            return (
                following != "to"
                and following not in ("responsibility", "that_", "the", "an", "a", "by", "another", "credit", "its", "their")
                and not any(w in ("lives", "life", "victims") for w in lowers[at : at + 6])
            )
        if word in ("put", "puts", "gave", "gives", "listed", "given"):
            return any(
                w in ("toll", "number", "figure", "figures", "tolls", "total", "dead", "casualties", "count")
                for w in lowers[at : at + 7]
            )
        if before in BE:
            return False
        if before in ("the", "a", "this", "its", "of", "his"):
            return False
        return not (word in ("say", "report", "states") and before in ("the", "a", "united", "two", "member"))


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
        for word in lowers[at + 2 : at + 8]:
            if word == "that":
                return "after"
        return "both"
    return "after"


def _told(lowers: Sequence[str], at: int) -> Direction:
    """ "…, medics told AFP." ends what was said; "told AFP that 12 had died" begins it."""
    for word in lowers[at + 1 : at + 7]:
        if word in (".", ",", '"'):
            return "before"
        if word == "that" or word[0].isdigit() or word in BE or word in TRANSITIVE or word in INTRANSITIVE:
            return "after"
    return "before" if len(lowers) <= at + 7 else "after"


def claimant_of(claims: Sequence[Claim], group_start: int, reading: Reading) -> Claim | None:
    """The claim that covers a group: the nearest verb of saying before it in its clause, else one that follows it."""
    lowers = reading.lowers
    left = [c for c in claims if c.at < group_start and c.direction != "before" and not _divided(lowers, c.at, group_start)]
    alone = len(claims) == 1
    right = [
        c
        for c in claims
        if c.at >= group_start
        and c.direction != "after"
        and ((alone and ";" not in lowers[group_start : c.subject]) or not _divided(lowers, group_start, c.subject))
    ]
    left = [
        c for c in left if (c.direction == "after" or not _sets_off(lowers, c.at)) and not _in_aside(lowers, c, group_start)
    ]
    direct = [c for c in left if c.direction == "after"]
    if direct:
        return direct[-1]
    if right:
        return right[0]
    if left:
        return left[-1]
    return next((c for c in claims if _runs_on(c, group_start, lowers)), None)


def _runs_on(claim: Claim, group_start: int, lowers: Sequence[str]) -> bool:
    """ "40 were wounded in the raid the ministry said": without a comma what stands before still belongs to the saying."""
    gap = lowers[group_start : claim.at]
    return 0 < len(gap) <= REACH and claim.rule == "X said" and _JOINTS.isdisjoint(gap)


def _in_aside(lowers: Sequence[str], claim: Claim, group_start: int) -> bool:
    """ "The raid, which the army says is aimed at gunmen, has left 12 dead": what is said ends with the aside."""
    start = next((i for i in range(claim.at - 1, max(0, claim.at - 6), -1) if lowers[i] in ("which", "who")), 0)
    if start == 0 or lowers[start - 1] != ",":
        return False
    return any(lowers[i] == "," and lowers[i + 1] in HAVE for i in range(claim.at + 1, group_start - 1))


def _sets_off(lowers: Sequence[str], at: int) -> bool:
    """ "X should stop, she said, after 12 were killed": what set off the saying is not what was said."""
    rest = [word for word in lowers[at + 1 : at + 7] if word not in DAY_WORDS and word != "on"]
    return rest[:2] in ([",", "after"], [",", "when"])


def _divided(lowers: Sequence[str], first: int, last: int) -> bool:
    """Whether a contrast stands between: "X said 105 died, while 50 …"; inside what X says a "while" only joins."""
    for at in range(first, last):
        word = lowers[at]
        if word in (";", "but", "whereas") or (word == "while" and lowers[at - 1 : at] == [","]):
            return True
    return False
