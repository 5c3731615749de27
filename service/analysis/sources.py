"""Who speaks: finds the source a verb of saying or an "according to" names, and follows what "it" and "the ministry" refer to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from service.analysis.informants import Named, informant
from service.analysis.languages.en.grammar import BE, CLAUSE_BREAKS, DETERMINERS, PREPOSITIONS
from service.analysis.languages.en.people import DEMONYMS, REBELS, SINGULAR, plural
from service.analysis.languages.en.sides import BANDS, RUN
from service.analysis.languages.en.sources import (
    ARMED,
    BODIES,
    BODY_NOUNS,
    FORMER,
    GROUP_KINDS,
    HIRED,
    LEADING,
    MISSIONS,
    MONITORS,
    NOT_NATIONAL,
    OFFICE_HEADS,
    REBELLIOUS,
    WORLD_BODIES,
)
from service.analysis.languages.lists import words
from service.analysis.reading import Reading
from service.analysis.speakers import Speakers, person_only
from service.analysis.speaking import bystander, installed, official, own_words, side_beside, speaking_sides

PRONOUNS = words("he she it they")
_LAST = words("source sources statement spokesman spokeswoman spokesperson report")  # with "the": of whom spoke last
_ADVISERS = words("adviser advisor aide envoy ambassador")
_PERSONAL = words("official officials officer officers minister chief commander general mayor governor president premier")
_STAFF = words("official officials officer officers")
_LOWER = words("hospital union church school university camp foreign allied")  # kinds that have no capital of their own
_SOURCES = words("source sources")
_DESKS = words("wing affairs office department cell")  # "the army's media wing" is no outlet
_OWNED = words(
    "army military troops navy ministry office officials prosecutors indictment"
)  # "the army" is whose it was where that was said last
_MINISTRIES = words("defence defense health interior foreign")
_STATE_BODIES = words(
    "centre center commission committee council"
)  # with a side's name in front: "the Russian coordination centre"
_OPENS_WITH = 4  # tokens from the beginning in which a sentence's subject stands
_OF_BAND = 3  # tokens from "of" to the noun: "the rebel movement"
_ISSUED = words("released issued published posted sent given")  # "a statement released by the army"
_LED = 8  # tokens after "the head of" in which whose head it is stands
_RUN = ("-run", "-controlled", "-led", "-affiliated")


class Sources:
    """Knows an article's sources so far; ``home`` is the country offices speak for where none is named."""

    def __init__(self, home: str | None, monitor: str | None, armed: str | None = None) -> None:
        self.home = home
        self.armed = armed  # the armed group for which "the rebels" speak: named last, else the article's first
        self.monitor = monitor or (
            "Syrian Observatory for Human Rights" if home == "Syria" else None
        )  # whom "a monitor" means there
        self.last: str | None = None
        self.office = ""  # the word by which the home was last taken to speak, nobody's side being named
        self.speakers = Speakers()
        self.found = -1  # the token at which the source was found last, -1 for a person known by name only
        self._body: str | None = None  # the organisation or armed group that spoke last
        self._by_noun: dict[str, str] = {}  # organisations that spoke, by their last word: "the doctors' network"
        self._named: Named = []  # the organisations of the sentence at hand
        self._owners: dict[str, str] = {}

    def entity(self, reading: Reading, named: Named, begin: int, end: int, *, forward: bool = False) -> str | None:
        """The source named in ``begin:end``: the one nearest to the verb, which stands before or behind it."""
        self.found = -1
        self._named = named
        puppet = installed(reading, begin, end)
        if puppet is not None:
            self._owners |= {word: puppet for word in reading.lowers[begin:end] if word in _OWNED}
            return puppet
        alone = self.speakers.once_in_office(reading, begin, end, forward=forward)
        if alone is not None:
            return alone
        lowers = reading.lowers
        bodies = {
            last - 1: (first, name)
            for first, last, name in named
            if begin <= first and last <= end and not bystander(lowers, first, last, name)
        }
        inside = {at for last, (first, _) in bodies.items() for at in range(first, last + 1)}
        sides = {at: side for at, side in speaking_sides(reading, begin, end).items() if at not in inside}
        near = begin if forward else own_words(reading, begin, end)
        if near > begin and person_only(reading, near, end):
            near = begin  # "the minister of information, Ada Obi said": the title stands before the comma
        order = range(begin, end) if forward else range(end - 1, near - 1, -1)
        known = {at: name for at, (_, name) in bodies.items()} | sides
        for position in order:
            if position in inside and position not in bodies:
                continue
            name = known.get(position) or self._common(reading, position, near, end, sides, known)
            if name is None:
                continue
            if name[0].islower() and name not in REBELS:
                name = self.speakers.beside(reading, begin, position, end, forward=forward) or name
            of_group = any(last - 1 == position and m.kind == "group" for _, last, m in reading.mentions)
            if of_group or any(name == body for _, body in bodies.values()):
                self._body = name
                self._by_noun[lowers[position]] = name
            self.speakers.introduce(reading, near, end, name)
            first = None if forward else self._first_of_list(reading, begin, position, known)
            self.office = self.office if first is None else ""
            self.found = position
            return first or name
        person = self.speakers.person(reading, near, end, forward=forward)
        return person or (None if forward else self.speakers.beside(reading, begin, end, end))

    def _first_of_list(self, reading: Reading, begin: int, position: int, known: Mapping[int, str]) -> str | None:
        """ "a monitor, medics and rescue workers said": the first of several sources."""
        lowers = reading.lowers
        first: str | None = None
        gap = 0
        joined = fresh = False  # whether a list has begun; whether its last joint stands right behind these words
        while position > begin and gap < 5:
            position -= 1
            word = lowers[position]
            if word == "and" or (word == "," and joined):
                joined, fresh, gap = True, True, 0
                continue
            starts = word in DETERMINERS and first is not None and lowers[position - 1 : position] not in (["and"], [","])
            if word == "," or starts:
                break
            name = known.get(position) or (self.monitor if word in MONITORS else None) or informant(reading, position, begin)
            if name is None and fresh and word in OFFICE_HEADS:
                name = self._office(reading, position, begin, position + 1, known, known)
            if name is not None and joined:
                first, gap, fresh = name, 0, False
            elif word == "for" and lowers[position - 1] in LEADING:
                pass  # "spokesmen for the group and two residents"
            elif word in BE or word in CLAUSE_BREAKS or (word in PREPOSITIONS and word != "of"):
                break
            gap += 1
        return first

    def _common(
        self, reading: Reading, position: int, begin: int, end: int, sides: Mapping[int, str], known: Mapping[int, str]
    ) -> str | None:
        """The source a common noun, a pronoun or a last name stands for."""
        lowers = reading.lowers
        word = lowers[position]
        before = lowers[max(begin, position - 3) : position]
        spoken = self._monitor(word, before) or self.speakers.get(reading, position) or self._of_mission(reading, position)
        if spoken is None and word in ("defence", "defense") and before[-1:] == ["civil"]:
            beside = list(sides.values())
            spoken = "White Helmets" if self.home == "Syria" else beside[-1] if beside else self.home
        if spoken is None and word in PRONOUNS and position >= end - 3:
            return self.last or self._subject(reading, position)
        if (
            spoken is None
            and lowers[position + 1 : position + 2] != ["'"]
            and ("the" in before[-2:] or (word in self._by_noun and "the" in before))
        ):
            spoken = self._back(word, sides, position)
        if spoken is None and word == "group" and not GROUP_KINDS.isdisjoint(before):
            spoken = self.armed  # "an ethnic armed group said"
        if spoken is None and word == "militias":
            backed = lowers[position - 1 : position] and lowers[position - 1].endswith("-backed")
            spoken = self.armed or " ".join(reading.texts[position - 1 if backed else position : position + 1])
        if spoken is None and word in _STATE_BODIES:
            spoken = side_beside(reading, max(begin, position - 3), position)
        if spoken is None and word in ARMED:
            return self._armed(word)
        if spoken is None and not official(lowers, position, before):
            spoken = self._informant(reading, position, begin, known)
            if (
                spoken is None
                and word == "media"
                and _DESKS.isdisjoint(lowers[position + 1 : position + 2])
                and "state" not in before
            ):
                spoken = "media"
            if spoken is None and word not in OFFICE_HEADS:
                return None
        if spoken is None and lowers[end - 1 : end] == [","]:  # "in a Taliban assault, the mayor, Ivan Petrov, said"
            begin = own_words(reading, begin, position)
        return spoken or self._office(reading, position, begin, end, sides, known)

    def _subject(self, reading: Reading, end: int) -> str | None:
        """ "The army killed 30 gunmen in two raids, it said": where nobody has spoken yet, the side that the sentence begins with."""
        for at in range(min(_OPENS_WITH, end)):
            found = reading.mention_at(at)
            if found is not None:
                return found[1].party if found[1].kind in ("group", "force", "country") else None
            if reading.lowers[at] in _OWNED:
                return self._office(reading, at, 0, at + 1, {}, {})
        return None

    def _monitor(self, word: str, before: Sequence[str]) -> str | None:
        """ "the monitor", "a monitoring group"."""
        return self.monitor if word in MONITORS or (before[-1:] and before[-1] in MONITORS) else None

    def _armed(self, word: str) -> str | None:
        """ "the rebels" speak for the armed group the article names, else for their country's rebels."""
        hired = self.armed in HIRED and word in REBELS
        if (self.armed is None or hired) and word in REBELS and self.home in DEMONYMS:
            return f"{DEMONYMS[self.home]} rebels"
        nameless = hired or (self.armed is None and word in REBELS)
        return (plural(word) if word in SINGULAR else word) if nameless else self.armed

    def _back(self, word: str, sides: Mapping[int, str], position: int) -> str | None:
        """ "the group", "the network": the body that spoke last; "the source", "the spokesman": who spoke last."""
        if any(position - 4 <= at < position for at in sides):
            return None
        if word in BODY_NOUNS or word in BODIES:
            armed = self.armed if word in BANDS and self.last == self.home else None  # a government is no "group"
            return self._by_noun.get(word) or self._body or armed or self.last
        return self.last if word in _LAST else None

    def _informant(self, reading: Reading, position: int, begin: int, known: Mapping[int, str]) -> str | None:
        """People in the text's own words; "a Hezbollah lawmaker" and "Israeli sources" speak for their side."""
        lowers = reading.lowers
        if lowers[position] == "opposition":
            return self._opposition()
        spoken = informant(reading, position, begin)
        if spoken is None:
            return None
        if spoken == "source" and lowers[position - 1] == "another" and self.last is not None:
            return self.last  # "Another source said": of those who spoke before
        first = position - len(spoken.split()) + 1
        if first - 2 in known and lowers[first - 1] == "'s":
            return known[first - 2]
        for start, last, mention in reading.mentions:
            of_side = mention.kind in ("group", "force") or lowers[position] in _SOURCES
            if begin <= start and last == first and mention.party and of_side:
                return mention.party
        return spoken

    def _opposition(self) -> str | None:
        return f"{DEMONYMS.get(self.home, self.home)} opposition" if self.home is not None else "opposition"

    def _office(
        self, reading: Reading, position: int, begin: int, end: int, sides: Mapping[int, str], known: Mapping[int, str]
    ) -> str | None:
        """Whom an office speaks for: who runs it, whose it is, who spoke before, else the country the article is about."""
        lowers = reading.lowers
        word = lowers[position]
        before = lowers[position - 1] if position > begin else ""
        told = self._special(reading, position, begin)
        if told is not None:
            return told
        key = f"{before} {word}" if before in _MINISTRIES else word
        behind = position + 1 + (word in LEADING and not _ISSUED.isdisjoint(lowers[position + 1 : position + 2]))
        if lowers[behind : behind + 1] in (["of"], ["for"], ["by"], ["from"]):
            led = self._led(reading, behind + 1, end, known) if word in LEADING else self._of_band(reading, behind + 1)
            if led is not None:
                return led
        owner = self.run_by(reading, max(begin, position - 6), min(end, position + 7))
        if owner is None:
            owned = [known[i] for i in range(max(begin, position - 4), position) if i in known]
            owner = owned[-1] if owned else None
        if owner is None:
            beside = [sides[i] for i in range(max(begin, position - 8), min(end, position + 7)) if i in sides]
            owner = beside[-1] if beside else None
        if owner is not None:
            if word in _OWNED:
                self._owners[key] = self._owners[word] = owner
                if word == "officials":
                    self._owners["official"] = owner
            return owner
        if before == "'s" and (registered := self._owners.get(lowers[position - 2])) is not None:
            return registered  # "the ministry's spokesman"
        definite = "the" in lowers[max(begin, position - 2) : position]
        if definite and word in _LAST and self.last is not None:
            return self.last
        if definite and key in self._owners:
            return self._owners[key]
        self.office = word if self.home else ""
        return self.home

    def _special(self, reading: Reading, position: int, begin: int) -> str | None:
        """ "Gulf officials", "the separatist authorities", "the group's news agency", "authorities there": no country's by themselves."""
        lowers = reading.lowers
        word, before = lowers[position], lowers[position - 1] if position > begin else ""
        if word in _ADVISERS and not FORMER.isdisjoint(lowers[max(begin, position - 3) : position]):
            return " ".join(lowers[position - 1 : position + 1])  # "a former adviser" speaks for himself
        if word in _PERSONAL and not FORMER.isdisjoint(lowers[max(begin, position - 3) : position]):
            return " ".join(lowers[next(i for i in range(position, begin - 1, -1) if lowers[i] in FORMER) : position + 1])
        if before in NOT_NATIONAL and word in _STAFF:
            text = reading.texts[position - 1]
            return f"{text if position > 1 or before not in _LOWER else before} {word}"
        rebellious = next((w for w in lowers[max(begin, position - 2) : position] if w in REBELLIOUS), None)
        if rebellious is not None:
            return self.armed or plural(rebellious)
        if any(lowers[i] == "'s" and lowers[i - 1] in BANDS for i in range(max(begin + 1, position - 3), position)):
            return self.armed
        if lowers[position + 1 : position + 2] == ["there"] and self.home is not None:
            self.office = "there"
            return self.home
        return None

    def _led(self, reading: Reading, begin: int, end: int, known: Mapping[int, str]) -> str | None:
        """ "the head of the Emergency Lawyers", "a statement by the group", "a spokesman for the hospital": what follows speaks."""
        for position in range(begin, min(end, begin + _LED)):
            word = reading.lowers[position]
            if word in (",", "said"):
                return None
            name = known.get(position) or (word in ARMED and self._armed(word)) or informant(reading, position, begin)
            name = name or self._of_band(reading, position) or self._of_mission(reading, position)
            if name:
                return name
        return None

    def _of_band(self, reading: Reading, begin: int) -> str | None:
        """ "officials of the group", "a spokesman for the rebel movement": the body that spoke last, else the armed group told of."""
        lowers = reading.lowers
        at = next((i for i in range(begin, min(len(lowers), begin + _OF_BAND)) if lowers[i] in BANDS), -1)
        named = at < 0 or lowers[at + 1 : at + 2] in (["of"], ["for"]) or not (reading.texts[at].islower() or reading.capitals)
        if named or lowers[begin] != "the":
            return None
        return self._by_noun.get(lowers[at]) or self.armed or self._body

    def _of_mission(self, reading: Reading, position: int) -> str | None:
        """ "two observers of the OSCE mission were hurt, a spokesman for the mission said": whose mission the sentence tells of."""
        if reading.lowers[position] not in MISSIONS or reading.lowers[position - 1] != "the":
            return None
        return next((name for _, _, name in reversed(self._named) if name in WORLD_BODIES), None)

    @staticmethod
    def run_by(reading: Reading, begin: int, end: int) -> str | None:
        """ "the Hamas-run health ministry" speaks for who runs it."""
        for first, last, mention in reading.mentions:
            run = reading.lowers[first].endswith(_RUN) or (
                reading.lowers[first - 1 : first] == ["by"] and first > 1 and reading.lowers[first - 2] in RUN
            )
            if begin <= first and last <= end and run:
                return mention.party or (mention.text if mention.kind == "group" else mention.country)
        return None
