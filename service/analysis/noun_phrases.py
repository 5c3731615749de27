"""The words of a group of people, from its number or determiner to its head: "of its pro-government fighters", "more civilians".

English puts what counts last: modifiers, sides and states stand between the number and the noun. The walk reads on to the right
until a noun of people, a noun that counts victims ("deaths"), or a thing; a word that cannot stand inside a noun phrase ends it.
"""

from __future__ import annotations

from typing import NamedTuple

from service.analysis.languages.en.grammar import DETERMINERS, MOURNING, POSSESSIVES, STOPPERS
from service.analysis.languages.en.harm import COUNT_NOUNS, STATES
from service.analysis.languages.en.numerals import VAGUE_SCALED
from service.analysis.languages.en.people import (
    COMPOUND,
    FORCES,
    HOUSEHOLDS,
    PLURAL,
    RANKED,
    ROLE_MODIFIERS,
    SINGULAR,
    YOUNG_AGES,
)
from service.analysis.languages.en.units import MEASURES, THINGS, TIME_UNITS
from service.analysis.languages.lists import words
from service.analysis.reading import Reading
from service.models import Role

MAX_MODIFIERS = 9  # "12 heavily armed pro-government Libyan National Army special forces soldiers"
GROWN_UP = 16  # years; younger victims are children
_KINDS_OF_PEOPLE = words("men women children boys girls")  # "8,000 men and boys": one count of both
_NO_MODIFIERS = DETERMINERS | POSSESSIVES | MOURNING
_NAMED_FOR_DEATH = words(
    "threats threat squads squad sentences sentence certificates certificate notices warrants camps penalties row"
)
_ATTESTED = words("confirmed recorded documented reported verified")
_CARRYING = words("carrying holding containing transporting ferrying housing sheltering")  # "dozens of buses carrying refugees"
_FALLEN = words("dead killed wounded injured")
_PARTITIVE = frozenset({"them", "whom", "us", "which", "those"})
_ARTICLES = frozenset({"the", "these"})


class Phrase(NamedTuple):
    """Where the words of a group lead: its end, the noun that counts, and what the words before it say."""

    end: int
    head: str = ""
    head_at: int = -1
    role: Role = "unknown"
    person: bool = False
    plural: bool = True
    rest: bool = False
    part: bool = False
    owner: int = -1
    state: str = ""
    reject: str = ""


class _Walk:
    """One walk to the right; the steps consume words or end it with a phrase."""

    def __init__(self, reading: Reading, start: int, *, several: bool) -> None:
        self.reading = reading
        self.lowers = reading.lowers
        self.start = self.at = start
        self.several = several  # the number is not one, so a noun in the singular is no head
        self.hint: Role | None = None
        self.rest = self.part = False
        self.owner, self.generic, self.steps = -1, -1, 0
        self.state = self.reject = ""

    def run(self) -> Phrase:
        count = len(self.lowers)
        while self.at < count and self.steps < MAX_MODIFIERS:
            before = self.at
            word = self.lowers[before]
            following = self.lowers[before + 1] if before + 1 < count else ""
            if word in VAGUE_SCALED and before > self.start:
                break  # "kills 10 injuring scores": another count begins
            for step in (self._opening, self._name, self._noun, self._modifier):
                ended = step(word, following)
                if ended is not None:
                    return ended
                if self.at != before:
                    break
            else:
                break
        return self._without_person()

    def _end(
        self,
        end: int,
        head: str = "",
        head_at: int = -1,
        role: Role = "unknown",
        *,
        person: bool = False,
        plural: bool = True,
        part: bool = False,
        reject: str = "",
    ) -> Phrase:
        part = part or self.part
        return Phrase(end, head, head_at, role, person, plural, self.rest, part, self.owner, self.state, reject)

    # --- steps: each returns the phrase where it ends, moves on where it read something, else leaves all as it was ---

    def _opening(self, word: str, following: str) -> Phrase | None:
        """ "more", "others", "of them", "of the", "its", a quotation mark, an explanation in brackets."""
        if word == "others":
            return self._end(self.at + 1, "others", self.at, person=True)
        if word in ("more", "other", "further", "additional", "new"):
            self.rest = self.rest or word not in ("new", "other")
            self.at += 1
        elif word == "of" and self.at - self.start <= 2:
            return self._of(following)
        elif word in POSSESSIVES and not self.steps:  # "the two forced their hostages to watch" counts no hostages
            self.owner = self.at
            self.at += 1
        elif (word in DETERMINERS and self.at == self.start + 1 and self.lowers[self.start] == "of") or (
            word in ("'", '"') and following[:1].isalpha() and self.steps < 2
        ):
            self.at += 1
        elif word == "[":
            close = next((i for i in range(self.at + 1, min(self.at + 10, len(self.lowers))) if self.lowers[i] == "]"), -1)
            self.at = close + 1 if close > 0 else self.at
        return None

    def _of(self, following: str) -> Phrase | None:
        """ "two of them", "four of the dead", "12 of the 30 hostages" are parts; "71 of its troops" goes on."""
        reading, at = self.reading, self.at
        if following in _PARTITIVE:
            return self._end(at + 2, part=True)
        third = self.lowers[at + 2] if at + 2 < len(self.lowers) else ""
        if following in _ARTICLES and third in STATES and not _noun_follows(reading, at + 3):
            return self._end(at + 3, part=True)
        owned = following in _ARTICLES or following in POSSESSIVES
        if reading.number_at(at + 1) or (owned and reading.number_at(at + 2)):
            return self._end(at, part=True)
        self.part = self.part or following == "these"
        self.at += 1
        return None

    def _name(self, word: str, following: str) -> Phrase | None:
        """A side or people by name: modifies the noun after it ("Israeli soldiers") or is the head itself ("12 Palestinians")."""
        mention = self.reading.mention_at(self.at)
        if mention is None or word in PLURAL or word in SINGULAR:
            return None
        last, found = mention
        after = self.lowers[last] if last < len(self.lowers) else ""
        if after == "'s":
            self.owner, self.at = self.at, last + 1
            return None
        people = found.kind in ("demonym", "people", "group")
        noun_after = after in PLURAL or after in SINGULAR or after in COMPOUND or (self.several and after in COUNT_NOUNS)
        if after == "and" and people and self._another_side(last + 1):
            self.at = last + 1  # "Indian and Chinese soldiers"
            self.steps += 1
            return None
        if noun_after or (
            (people or found.kind == "force") and (after in ROLE_MODIFIERS or (after and modifies(self.reading, last)))
        ):
            self.at = last
            self.steps += 1
            return None
        noun = self.lowers[last - 1]
        if noun in PLURAL and last - self.at > 1 and (people or found.kind == "force"):
            return self._end(appended(self.reading, last), noun, last - 1, PLURAL[noun], person=True)
        if people:
            role: Role = "combatant" if found.kind == "group" else self.hint or "unknown"
            return self._end(last, found.text.lower(), self.at, role, person=True)
        return self._without_person()

    def _another_side(self, at: int) -> bool:
        """Whether a second side follows that goes with a noun of people."""
        other = self.reading.mention_at(at)
        return other is not None and other[1].kind in ("demonym", "people", "group") and modifies(self.reading, other[0])

    def _noun(self, word: str, following: str) -> Phrase | None:
        """A noun: people, an age, a count of victims, a thing; or one that only modifies the next."""
        if word.endswith(("-year-old", "-month-old")):
            return self._aged(word)
        if word.isdigit() and following == "-" and self.lowers[self.at + 2 : self.at + 3] in (["year-old"], ["month-old"]):
            self.at += 2
            return self._aged(f"{word}-{self.lowers[self.at]}")  # "a 12- YEAR-OLD girl", as a line's end left it
        if word in ("women", "woman") and self.lowers[self.at + 1 : self.at + 3] == ["human", "rights"]:
            self._step(1)
        elif word == "human" and following == "rights":  # "35 human rights defenders" are no humans counted
            self.hint = "civilian"
            self._step(2)
        elif following == "'s":
            if self.owner < 0 or self.lowers[self.owner] not in POSSESSIVES:  # "his country's soldiers" are his
                self.owner = self.at
            self._step(2)
        elif self.several and following in COUNT_NOUNS and word not in COUNT_NOUNS and (word in COMPOUND or _one(word)):
            self.hint = SINGULAR[word] if _one(word) else ROLE_MODIFIERS.get(word, self.hint)
            self._step(1)
        elif word in PLURAL or word in SINGULAR:
            return self._person(word, following)
        elif word in THINGS and not modifies(self.reading, self.at + 1):
            return self._end(self.at + 1, word, self.at, reject="counts things")
        elif word in COUNT_NOUNS:
            if following in _NAMED_FOR_DEATH:
                return self._end(self.at + 2, following, self.at + 1, reject="counts things")  # "15 death threats"
            return self._end(self.at + 1, word, self.at, self.hint or "unknown")
        return None

    def _aged(self, word: str) -> Phrase | None:
        if modifies(self.reading, self.at + 1):
            self._step(1)
            return None
        after = self.reading.texts[self.at + 1] if self.at + 1 < len(self.lowers) else ""
        thing = after.islower() and after.isalpha() and not (after in STOPPERS or after in STATES or after.endswith("ed"))
        if thing and len(after) > 3:  # "a 12-year-old bridge"
            return self._end(self.at + 1)
        age = word.split("-", 1)[0]
        young = word.endswith("-month-old") or (age.isdigit() and int(age[:3]) < GROWN_UP) or age in YOUNG_AGES
        return self._end(self.at + 1, "year-old", self.at, "civilian" if young else "unknown", person=True, plural=False)

    def _person(self, word: str, following: str) -> Phrase | None:
        own = PLURAL[word] if word in PLURAL else SINGULAR[word]
        person_next = following in PLURAL or following in SINGULAR
        compound = person_next or (word in COMPOUND and following in COMPOUND and modifies(self.reading, self.at + 1))
        if compound and (word in COMPOUND or word in SINGULAR) and word != "people":
            self.hint = self.hint or ROLE_MODIFIERS.get(word) or own
            self._step(1)
            return None
        role = self.hint if self.hint is not None and (own == "unknown" or word in RANKED) else own
        end = appended(self.reading, self.at + 1)
        if word in _KINDS_OF_PEOPLE and self.lowers[end : end + 1] == ["and"] and following == "and":
            end += 2 if self.lowers[end + 1 : end + 2] and self.lowers[end + 1] in _KINDS_OF_PEOPLE else 0
        if word in ("members", "member", "personnel") and end < len(self.lowers) and self.lowers[end] == "of":
            role = _members_of(self.reading, end + 1) or role
        return self._end(end, word, self.at, role, person=True, plural=word in PLURAL and word not in SINGULAR)

    def _modifier(self, word: str, following: str) -> Phrase | None:
        """Any other word that can stand before a noun; stays where it is at one that cannot."""
        if word in _ATTESTED and (following in COUNT_NOUNS or following in PLURAL):
            self._step(1)  # "813 confirmed deaths"
        elif word in STATES and self.reading.number_at(self.at + 1) is None and _noun_follows(self.reading, self.at + 1):
            self.state = STATES[word]
            self.hint = ROLE_MODIFIERS.get(word, self.hint)
            self._step(1)
        elif word in ("and", "or", "&"):
            joins = self.steps and self.generic < 0 and not self.reading.number_at(self.at + 1)
            if joins and modifies(self.reading, self.at + 1):
                self._step(1)
        elif word in TIME_UNITS or word in MEASURES:
            if following in PLURAL or (following in SINGULAR and not self.several):
                self._step(1)  # "a night watchman", "two day labourers"
            else:
                self.reject = "unit"
        elif (
            word not in STOPPERS
            and word not in _CARRYING
            and word not in STATES
            and word not in _NO_MODIFIERS
            and (word[0].isalpha() or word[0] == "-")
        ):
            self.hint = ROLE_MODIFIERS.get(word, self.hint)
            if (word.endswith("s") and not word.endswith(("ss", "us"))) or word in THINGS:
                self.generic = self.at
            self._step(1)
        return None

    def _step(self, words: int) -> None:
        self.at += words
        self.steps += 1

    def _without_person(self) -> Phrase:
        """No noun of people was met: the last plural noun may count ("12 Alawites"), or the number stands alone."""
        if self.generic >= 0 and self.at == self.generic + 1:
            noun = self.lowers[self.generic]
            reject = "counts things" if noun in THINGS else self.reject
            return self._end(self.at, noun, self.generic, self.hint or "unknown", reject=reject)
        if self.steps == 1 and self.at == self.start + 1 and self.at < len(self.lowers) and self.several:
            word = self.reading.texts[self.start]
            if self.lowers[self.at] in _FALLEN and word[:1].isupper() and self.start and not self.reject:
                return self._end(self.at, self.lowers[self.start], self.start, person=True)  # "claimed 60 Amal dead"
        end = self.start
        while self.rest and end < len(self.lowers) and self.lowers[end] in ("more", "other", "further", "additional"):
            end += 1
        return self._end(end, plural=False, reject=self.reject)


def walk(reading: Reading, position: int, *, several: bool = False) -> Phrase:
    """Follow the words of a group to its head, to the right of its number or determiner at ``position``."""
    return _Walk(reading, position, several=several).run()


def modifies(reading: Reading, position: int) -> bool:
    """Whether a noun of people follows within a few modifiers."""
    for word in reading.lowers[position : position + 4]:
        if word in PLURAL or word in SINGULAR:
            return True
        if word in STOPPERS or not word[0].isalpha():
            return False
    return False


def appended(reading: Reading, position: int) -> int:
    """A name after the head belongs to the group: "journalist James Foley"."""
    texts = reading.texts
    if reading.capitals:
        return position
    while position < len(texts) and texts[position][0].isupper():
        mention = reading.mention_at(position)
        if reading.lowers[position] in STOPPERS or (mention is not None and mention[1].kind not in ("person", "place")):
            break
        position += 1
    return position


def _one(word: str) -> bool:
    return word in SINGULAR and word not in PLURAL


def _noun_follows(reading: Reading, position: int) -> bool:
    if position >= len(reading.lowers):
        return False
    word = reading.lowers[position]
    if word in STOPPERS or not word[0].isalpha():
        return False
    return reading.mention_at(position) is not None or modifies(reading, position)


def _members_of(reading: Reading, position: int) -> Role | None:
    """The role of "members of …": a force or an armed group makes them combatants, a family civilians."""
    for at in range(position, min(position + 7, len(reading.lowers))):
        word = reading.lowers[at]
        mention = reading.mention_at(at)
        if word in FORCES or (mention is not None and mention[1].kind in ("force", "group")):
            return "combatant"
        if word in HOUSEHOLDS:
            return "civilian"
        if word in ROLE_MODIFIERS:  # "of the rebel organisation", "of a missionary group"
            return ROLE_MODIFIERS[word]
        if word in (",", "were", "was", "and", "who"):
            return None
    return None
