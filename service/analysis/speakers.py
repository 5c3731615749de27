"""Persons by name: who was introduced as speaking for a side, and who speaks only for himself."""

from __future__ import annotations

from service.analysis.languages.en.grammar import DAY_WORDS, DETERMINERS, STOPPERS
from service.analysis.languages.en.people import PLURAL
from service.analysis.languages.en.sources import ATTRIBUTION, FORMER, INFORMANTS, OFFICE_HEADS, OFFICES
from service.analysis.languages.lists import words
from service.analysis.reading import Reading

MOST = 60  # persons remembered of one article
_NAMES = range(2, 5)  # words of a person's name
_WRITTEN_OUT = range(1, 6)  # the same behind a title in capitals: "GENERAL BUSTILLO", "GENERAL JOSE RAFAEL BUSTILLO CRUZ"
_SURNAMES = 2  # of which Spanish names have two, and go by either
_NOT_PERSONS = DAY_WORDS | words("the a an in on at he she it they we i this that these and but as news agency report reports")
_APPOSED = 5  # tokens after a name and its comma in which "former" stands
_NEAR = 3  # tokens from the verb to "former"
_BREAKS = frozenset(("'s", ","))
_TITLED = 6  # tokens from "former" to the office
_INSIDE = words("al bin de van el abu ibn ben -")
_ARTICLES = ("al-", "el-")


class Speakers:
    """The persons an article has introduced, by last name; "al-Barazi" is also "Barazi"."""

    def __init__(self) -> None:
        self._by_name: dict[str, str] = {}

    def get(self, reading: Reading, position: int) -> str | None:
        """Whom the person named at a token speaks for."""
        return self._by_name.get(reading.lowers[position]) if reading.texts[position][0].isupper() else None

    def remember(self, last_name: str, name: str, *, anew: bool = True) -> None:
        """Keep for whom a person speaks: a side, or the person's own full name."""
        if len(self._by_name) > MOST:
            return
        for key in (last_name, last_name[3:] if last_name.startswith(_ARTICLES) else last_name):
            if anew or key not in self._by_name:
                self._by_name[key] = name

    def introduce(self, reading: Reading, begin: int, end: int, side: str) -> None:
        """Remember the office holder a source's words name, for a later "Smith said"."""
        if reading.capitals:
            self._introduce_in_capitals(reading, begin, end, side)
            return
        texts, lowers = reading.texts, reading.lowers
        last = end
        while last > begin + 1:
            last -= 1
            if not (texts[last - 1][0].isupper() and _named(texts[last]) and _in_name(texts[last - 1])):
                continue
            taken = [m.kind for first, stop, m in reading.mentions if first <= last < stop]
            surname = taken == ["demonym"] and lowers[last - 1] not in OFFICES and reading.mention_at(last - 1) is None
            if lowers[last] in _NOT_PERSONS or (taken and not surname):  # "the spokesman, Mahmud Danish"
                continue
            self.remember(lowers[last], side)
            return

    def _introduce_in_capitals(self, reading: Reading, begin: int, end: int, side: str) -> None:
        """Where case tells nothing, a name stands right behind a title, or in front of a comma and a title."""
        lowers = reading.lowers
        for at in range(begin, end):
            if lowers[at] not in OFFICES and lowers[at] not in OFFICE_HEADS:
                continue
            behind = _unknown_words(reading, at + 1, end, 1)
            before = _unknown_words(reading, at - 2, begin - 1, -1) if lowers[at - 1 : at] == [","] and at > begin else []
            for names in (behind, before):
                for name in names[-_SURNAMES:] if len(names) in _WRITTEN_OUT else ():
                    self.remember(name, side)

    def named_behind(self, reading: Reading, begin: int, side: str) -> None:
        """ "said the governor's spokesman, Mahfuz Danish": for whom the name behind the office speaks."""
        texts, lowers = reading.texts, reading.lowers
        last = begin
        while not reading.capitals and last < len(texts) and _in_name(texts[last]):
            last += 1
        if (
            last - begin in _NAMES
            and _named(texts[begin])
            and _named(texts[last - 1])
            and _NOT_PERSONS.isdisjoint(lowers[begin:last])
        ):
            self.remember(lowers[last - 1], side)

    def beside(self, reading: Reading, begin: int, at: int, end: int, *, forward: bool = False) -> str | None:
        """ "resident Olena Koval", "Olena Koval, a resident of Izium,", "one resident, Olena Koval,": the name, not the noun at ``at``."""
        lowers = reading.lowers
        if forward:  # "according to Duniya Mohamed, a doctor at the hospital"
            comma = next((i for i in range(begin, at) if lowers[i] == ","), begin)
            name = self.person(reading, begin, comma, forward=True) if at - comma <= _NEAR + 1 else None
            if name is not None and name == " ".join(reading.texts[comma - len(name.split()) : comma]):
                return name
        if at + 1 < end:
            behind = at + 2 if lowers[at + 1] == "," else at + 1
            name = self.person(reading, behind, end, forward=True) if reading.texts[behind][0].isupper() else None
            if name is not None:
                return name
        if end > begin and lowers[end - 1] == ",":
            for comma in (i for i in range(min(at, end - 2), begin, -1) if lowers[i] == ","):
                name = self.person(reading, begin, comma, forward=False)
                if name is not None:
                    return name
        return None

    def once_in_office(self, reading: Reading, begin: int, end: int, *, forward: bool) -> str | None:
        """ "former army chief Ada Obi", "Gen. Ada Obi, a former minister": who has left the office speaks for nobody else."""
        lowers = reading.lowers
        stop = end + _APPOSED if lowers[end : end + 1] == [","] else end
        at = next((i for i in range(begin, min(stop, len(lowers))) if lowers[i] in FORMER), -1)
        if at < 0 or reading.capitals:
            return None
        office = next((i for i in range(at + 1, min(at + _TITLED, len(lowers))) if lowers[i] in OFFICE_HEADS), -1)
        if office < 0 or not _BREAKS.isdisjoint(lowers[at:office]):
            return None
        behind = self._whole_name(reading, office + 1, end)
        if behind is not None:  # "former army chief Ada Obi": nothing else before or behind it
            first, last = behind
            near = at - begin <= _NEAR if forward else last == end or (last == end - 1 and lowers[last] == ",")
            told = near and "," not in lowers[office:first]
        else:
            comma = next((i for i in range(at - 1, max(begin, at - 3), -1) if lowers[i] == ","), begin)
            first, last = self._whole_name(reading, begin, comma) or (comma, comma)
            closed = next((i for i in range(at, end) if lowers[i] == ","), end)
            told = last == comma > first and (forward or closed >= end - 1) and "," not in lowers[begin:first]
        if not told:
            return None
        name = " ".join(reading.texts[first:last])
        self.remember(lowers[last - 1], name)
        return name

    def _whole_name(self, reading: Reading, begin: int, end: int) -> tuple[int, int] | None:
        """Where the first name of a person stands who speaks for nobody known, titles left out."""
        texts, first = reading.texts, begin
        while first < end:
            last = first
            while last < end and _in_name(texts[last]) and reading.lowers[last] not in OFFICES:
                if reading.mention_at(last) is not None:
                    break
                last += 1
            named = last - first in _NAMES and _named(texts[first]) and _named(texts[last - 1])
            if named and _NOT_PERSONS.isdisjoint(reading.lowers[first:last]):
                return first, last
            first = max(last, first + 1)
        return None

    def person(self, reading: Reading, begin: int, end: int, *, forward: bool) -> str | None:
        """A person who speaks for nobody known: by name, where it stands right beside the verb."""
        if reading.capitals:
            return None
        texts = reading.texts
        first = begin if forward else end
        if forward:
            while first < end and not texts[first][0].isupper():
                first += 1
            last = first
            while last < end and _in_name(texts[last]):
                last += 1
        else:
            last = end
            while first > begin and _in_name(texts[first - 1]):
                first -= 1
        if len(range(first, last)) not in _NAMES or (first - begin > 3 and forward):
            return None
        if not (texts[first][0].isupper() and _named(texts[last - 1])):
            return None
        known = any(first <= f < last - (m.kind == "demonym") for f, _, m in reading.mentions)  # "Mahmud Danish" is no Dane
        if known or not _NOT_PERSONS.isdisjoint(reading.lowers[first:last]):
            return None
        name = " ".join(texts[first:last])
        self.remember(reading.lowers[last - 1], name, anew=False)
        return name


def _unknown_words(reading: Reading, start: int, stop: int, step: int) -> list[str]:
    """The words from ``start`` on that can be a name, in the order of the text: no word of the lists and no known name."""
    found: list[str] = []
    for at in range(start, stop, step):
        word = reading.lowers[at]
        listed = word in STOPPERS or word in DETERMINERS or word in OFFICES or word in OFFICE_HEADS or word in INFORMANTS
        known = any(first <= at < last for first, last, _ in reading.mentions)
        if listed or known or not word.isalpha() or word in PLURAL or word in ATTRIBUTION:
            break
        found.append(word)
    return found[::step]


def person_only(reading: Reading, begin: int, end: int) -> bool:
    """Whether the tokens ``begin:end`` are a person's name and nothing else, so that a title stands before the comma."""
    return end - begin in _NAMES and not reading.capitals and all(_in_name(text) for text in reading.texts[begin:end])


def _named(text: str) -> bool:
    return text[0].isupper() or text.lower().startswith(_ARTICLES)


def _in_name(text: str) -> bool:
    return (_named(text) and text[0].isalpha()) or text.lower() in _INSIDE
