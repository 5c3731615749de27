"""Who states a figure: "X said …", "according to X", "X put the toll at"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from service.analysis.informants import Named, bodies, organisations
from service.analysis.languages.en.grammar import BE, CLAUSE_BREAKS, HAVE, RELATIVES
from service.analysis.languages.en.harm import INTRANSITIVE, TRANSITIVE
from service.analysis.languages.en.numerals import NUMERAL_WORDS
from service.analysis.languages.en.sources import ATTRIBUTION, FORMER, INFORMANTS, MONITORS, OFFICES
from service.analysis.languages.lists import words
from service.analysis.reading import Reading
from service.analysis.saying import Direction, attributes, direction_of
from service.analysis.sources import PRONOUNS, Sources
from service.analysis.speaking import own_words

COUNTED = 16  # tokens in which "the count of X was different:" stands
APART = 5  # tokens of a source that a colon or dash sets apart in a headline
_APART = frozenset((":", "–", "—", "--", "-"))
_VOICES = frozenset({"group", "force", "official", "person"})
_TOPICS = words("live war latest updates update news briefing watch analysis explainer talks crisis conflict attack attacks")
REACH = 26  # tokens between a source's name and its verb: titles and names of office holders are long
_HEADING = words("speaks spoke heads runs leads commands oversees chairs manages directs")
_GIVEN = words("given announced reported published confirmed provided released compiled")
_OFFICIALLY = words("reported announced confirmed stated said acknowledged")
_CONTINUED = words("claiming saying adding announcing reporting stating")
_NOT_INVERTED = words("that at it in on its their his her more about some there no")
_SHORTENED = words("gen lt col maj capt brig adm sgt dr mr mrs ms rev prof")  # a full stop behind them ends nothing
_VERBAL = words("has had have will would")
_PHRASE_ENDS = words(', . ( ; " – adding who in on after as while when a an has had have will')


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
        for first, last, mention in reading.mentions:
            if mention.kind == "person" and mention.party and last - first > 1:
                self.sources.speakers.remember(lowers[last - 1], mention.party)  # for a later "Mr Syniehubov"
        speaks = not ATTRIBUTION.isdisjoint(reading.sentence.words)
        verbs = [at for at, word in enumerate(lowers) if word in ATTRIBUTION] if speaks else []
        if verbs and "by" in lowers and not _COUNTING.isdisjoint(reading.sentence.words):
            verbs = sorted(verbs + [at for at in range(1, len(lowers)) if lowers[at] == "by" and lowers[at - 1] in _COUNTING])
        named = organisations(reading, self.sources.home) if verbs or reading.sentence.index == 0 else []
        if verbs:
            named = named + bodies(reading, named)
        if not verbs and "by" in lowers:
            verbs = [at for at in range(len(lowers)) if _by_count(lowers, at)]
            named = named or organisations(reading, self.sources.home)
        if not verbs:
            claim = self._headline(reading, named) if reading.sentence.index == 0 else None
            claim = claim or self._own_count(reading)
            return [claim] if claim else []
        self.sources.armed = next(
            (m.party for _, _, m in reading.mentions if m.kind == "group" and m.party), self.sources.armed
        )
        claims: list[Claim] = []
        for at in verbs:
            self.sources.office = ""
            claim = self._claim(reading, named, at, claims)
            if claim is not None:
                claims.append(claim._replace(office=self.sources.office) if self.sources.office else claim)
                self.sources.last = claim.name
        return claims

    def _claim(self, reading: Reading, named: Named, at: int, before: Sequence[Claim]) -> Claim | None:
        lowers = reading.lowers
        word = lowers[at]
        if word in ("according", "citing", "per"):
            if (word == "according" and lowers[at + 1 : at + 2] != ["to"]) or (word == "per" and not _opens(lowers, at)):
                return None
            name = self.sources.entity(reading, named, at + 1, _source_end(lowers, at), forward=True)
            name = self._spoken_for(reading, named, at) or name if self.sources.found < 0 else name
            aside = at > 1 and lowers[at - 1] == "," and lowers[at - 2] in RELATIVES  # "who, according to X, had …"
            return Claim(name, at, at, "after" if aside else "both", "according to") if name else None
        if word == "by":
            name = self.sources.entity(reading, named, at + 1, _phrase_end(lowers, at + 1), forward=True)
            behind = at > 0 and lowers[at - 1] in _COUNTING  # "an estimate by the authorities was 40"
            return Claim(name, at, at, "after" if behind else "both", "by X's count") if name else None
        if lowers[at + 1 : at + 2] == ["by"] and word in _GIVEN:
            name = self.sources.entity(reading, named, at + 2, _phrase_end(lowers, at + 2), forward=True)
            return Claim(name, at, at, "both", "given by") if name else None
        if word in _OFFICIALLY and lowers[max(0, at - 1) : at] == ["officially"] and self.sources.home is not None:
            self.sources.office = "officials"
            return Claim(self.sources.home, at, at, "after" if "that" in lowers[at : at + 6] else "both", "officially reported")
        return self._said(reading, named, at, before) if attributes(lowers, at) else None

    def _said(self, reading: Reading, named: Named, at: int, before: Sequence[Claim]) -> Claim | None:
        """The claim of a verb of saying with its subject before or, in "said X", behind it."""
        lowers = reading.lowers
        word = lowers[at]
        begin = _phrase_start(lowers, at)
        if word in _CONTINUED and before:  # "X said …, adding that …"
            return Claim(before[-1].name, at, begin, direction_of(lowers, at), "X said")
        if _set_off(lowers, at):
            inverted = self._inverted(reading, named, at)
            if inverted is not None:
                return Claim(inverted, at, at, "before", "said X")
        aside = at - 1 if word == "quoted" else _aside_before(lowers, begin, at)  # "X was quoted by an agency as saying"
        name = self.sources.entity(reading, named, begin, aside) if aside > begin else None
        if name is not None:
            name = self.sources.run_by(reading, aside, at) or name  # "the ministry, which is run by Hamas, said"
            return Claim(name, at, begin, direction_of(lowers, at), "X said")
        joined = lowers[at - 1 : at] == ["and"]  # "the army is fighting X and says": the subject stands first
        name = self.sources.entity(reading, named, begin, at, forward=joined or word in _CONTINUED)
        if name is None and word in _CONTINUED:
            name = self.sources.last
        if name is not None:
            found = self.sources.found
            own = own_words(reading, begin, at) if found < 0 else own_words(reading, begin, found + 1)
            closed = lowers[own - 1 : own] in (['"'], [","]) if word == "told" else False
            direction = "before" if closed and "that" not in lowers[at : at + 8] else direction_of(lowers, at)
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
            if not 0 < end - begin <= APART or lowers[end - 1] in _TOPICS or not BE.isdisjoint(lowers[begin:end]):
                continue
            spoken = any(w in OFFICES or w in INFORMANTS or w in MONITORS for w in lowers[begin:end]) or any(
                begin <= first and last <= end for first, last, _ in named
            )
            voices = (
                (*_VOICES, "capital") if direction == "before" else _VOICES
            )  # "…, killing 12: Addis Ababa"; "Kabul: …" is a place
            spoken = spoken or any(first == begin and last == end and m.kind in voices for first, last, m in reading.mentions)
            self.sources.office = ""
            name = self.sources.entity(reading, named, begin, end, forward=True) if spoken else None
            if name is not None:
                self.sources.last = name
                return Claim(name, at, begin, "after" if direction == "after" else "before", "X: …", self.sources.office)
        return None

    def _own_count(self, reading: Reading) -> Claim | None:
        """ "The count of the Nile Doctors Network was higher: 12 dead", "the UN's count differs: …"."""
        lowers = reading.lowers
        colon = next((i for i, word in enumerate(lowers[:COUNTED]) if word == ":" or (word == "was" and i > 3)), 0)
        at = next((i for i in range(colon) if lowers[i] in _COUNTING), -1)
        if at < 0:
            return None
        named = organisations(reading, self.sources.home)
        named = named + bodies(reading, named)
        behind = lowers[at + 1 : at + 2] == ["of"]
        begin, end = (at + 2, colon) if behind else (0, at)
        if not behind and "'s" not in lowers[max(0, at - 1) : at]:
            return None
        name = self.sources.entity(reading, named, begin, end, forward=behind)
        return Claim(name, colon, begin, "after", "X's count") if name else None

    def _inverted(self, reading: Reading, named: Named, at: int) -> str | None:
        """ "…, said the Observatory": a source right after the verb, and no verb after the source."""
        lowers = reading.lowers
        if lowers[at] not in ("said", "says", "added", "reported", "announced", "confirmed", "according", "wrote"):
            return None
        if not _set_off(lowers, at) and (lowers[at] not in ("said", "says") or lowers[at - 1] in PRONOUNS):
            return None
        end = at + 2 if lowers[at + 1 : at + 2] in (["a"], ["an"]) else at + 1
        while end < len(lowers) and end - at < 9 and lowers[end] not in BE:
            if lowers[end] in _PHRASE_ENDS and not (lowers[end] == "." and lowers[end - 1] in _SHORTENED):
                break
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
        name = self.sources.entity(reading, named, at + 1, end, forward=True)
        if name is not None and self.sources.found < 0 and lowers[end : end + 1] == [","]:
            if not FORMER.isdisjoint(lowers[end + 1 : end + 4]):
                return name  # "said Gen. Wali, a former defence minister": he speaks for himself
            heads = lowers[end + 1 : end + 2] == ["who"] and lowers[end + 2 : end + 3] and lowers[end + 2] in _HEADING
            side = self._whose(reading, named, end + 3 if heads else end + 1)
            if side is not None:
                self.sources.speakers.remember(lowers[end - 1], side)
            return side or name
        if name is not None and name[0].isupper() and lowers[end : end + 1] == [","]:
            self.sources.speakers.named_behind(reading, end + 1, name)
        return name

    def _spoken_for(self, reading: Reading, named: Named, at: int) -> str | None:
        """ "according to Mahmud Danish, who speaks for the governor": whom a person speaks for, and remembers it."""
        lowers = reading.lowers
        who = next((i for i in range(at + 3, min(at + APART + 3, len(lowers) - 2)) if lowers[i] == "who"), 0)
        if not who or lowers[who - 1] != "," or lowers[who + 1] not in _HEADING:
            return None
        side = self._whose(reading, named, who + 2)
        if side is not None:
            self.sources.speakers.remember(lowers[who - 2], side)
        return side

    def _whose(self, reading: Reading, named: Named, begin: int) -> str | None:
        """ "said Ada Obi, the director of the Red Crescent": whom the person just named speaks for, where that has a name."""
        end = begin
        while end < len(reading.lowers) and reading.lowers[end] not in (",", ".", '"', "who"):
            end += 1
        name = self.sources.entity(reading, named, begin, end, forward=True)
        return name if name is not None and name[0].isupper() and self.sources.found >= 0 else None


def _aside_before(lowers: Sequence[str], begin: int, at: int) -> int:
    """Where the aside begins that ends before the verb: "Pakistan, which has fought insurgents for years, says"; -1 for none."""
    if lowers[at - 1 : at] != [","]:
        return -1
    return next(
        (i - 1 for i in range(at - 2, begin, -1) if lowers[i] in ("which", "who", "whose") and lowers[i - 1] == ","), -1
    )


def _by_count(lowers: Sequence[str], at: int) -> bool:
    """ "…, by the UN's count", "by a count kept by the committees"."""
    if lowers[at] != "by":
        return False
    if at > 1 and lowers[at - 1] in _KEPT and not _COUNTING.isdisjoint(lowers[max(0, at - 3) : at - 1]):
        return True
    if at > 0 and lowers[at - 1] in _COUNTING:
        return True  # "an earlier estimate by the authorities was 40"
    if at > 0 and lowers[at - 1] != ",":
        return False
    counted = next((i for i in range(at + 2, min(at + 6, len(lowers))) if lowers[i] in _COUNTING), -1)
    return counted > 0 and not (
        lowers[counted + 1 : counted + 2] and lowers[counted + 1] in HAVE
    )  # "by nightfall the figures had"


_KEPT = words("kept made compiled drawn done")

_COUNTING = words("count counts tally estimate estimates reckoning account figures")


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
        if word in ATTRIBUTION and position < at and lowers[position - 2 : position] != ["united", "states"]:
            break
        position -= 1
    return position


def _source_end(lowers: Sequence[str], at: int) -> int:
    """Where the source ends behind "according to": at the comma where that opens the sentence and a count follows."""
    end = _phrase_end(lowers, at + 2)
    comma = next((i for i in range(at + 2, end) if lowers[i] == ","), end)
    following = lowers[comma + 1 : comma + 2]
    counted = bool(following) and (
        following[0].isdigit() or following[0] in NUMERAL_WORDS or following[0] in ("at", "more", "the")
    )
    return comma if at == 0 and counted else end


def _phrase_end(lowers: Sequence[str], at: int) -> int:
    position = at
    while position < len(lowers) and position - at < 16:
        word = lowers[position]
        if word == "." and lowers[position - 1] in _SHORTENED:
            position += 1  # "Gen. Wali"
            continue
        if word in (";", ".", ":", '"') or word in BE or (word in CLAUSE_BREAKS and word != "as"):
            break
        if word == "," and lowers[position + 1 : position + 2] == ["and"]:
            break  # "according to the army, and thousands of Tamils have fled"
        position += 1
    return min(position, len(lowers))
