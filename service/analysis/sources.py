"""Who speaks: finds the source a verb of saying or an "according to" names, and follows what "it" and "the ministry" refer to."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.languages.en.grammar import BE, CLAUSE_BREAKS, DAY_WORDS, PREPOSITIONS
from service.analysis.languages.en.people import DEMONYMS
from service.analysis.languages.en.sources import (
    MEDIA,
    MONITOR_NAMES,
    MONITORS,
    OFFICE_HEADS,
    ORGANISATIONS,
    WITNESSES,
)  # fmt: skip
from service.analysis.languages.lists import words
from service.analysis.reading import Reading
from service.analysis.speaking import installed, speaking_sides
from service.analysis.text import Sentence

Named = list[tuple[int, int, str]]  # first token, end, the name a claim carries
_ORGANISATIONS = {tuple(name.split()): canonical for name, canonical in ORGANISATIONS.items()}
_FIRST_WORDS = frozenset(phrase[0] for phrase in _ORGANISATIONS)
_LONGEST = max(map(len, _ORGANISATIONS))
PRONOUNS = words("he she it they")
_BACK = words("""
    group source sources statement agency organisation organization report spokesman spokeswoman monitor centre center
""")
_NOT_PERSONS = DAY_WORDS | words("the a an in on at he she it they we i this that these and but as news agency report reports")
_OF = frozenset(("in", "of", "for", "from"))


def organisations(reading: Reading) -> list[tuple[int, int, str]]:
    """Names of monitors, agencies and other sources in a sentence: first token, end, the name a claim carries."""
    lowers = reading.lowers
    found: list[tuple[int, int, str]] = []
    if _FIRST_WORDS.isdisjoint(lowers):
        return found
    position = 0
    while position < len(lowers):
        if lowers[position] in _FIRST_WORDS:
            for size in range(min(_LONGEST, len(lowers) - position), 0, -1):
                name = _ORGANISATIONS.get(tuple(lowers[position : position + size]))
                if name is not None and (size > 1 or len(lowers[position]) > 4 or reading.tokens[position].text.isupper()):
                    found.append((position, position + size, name))
                    position += size - 1
                    break
        position += 1
    return found


def monitor_of(sentences: Sequence[Sentence]) -> str | None:
    """The monitor an article leans on, so that "a monitor said" in its lead has a name."""
    for sentence in sentences:
        if sentence.words & {"observatory", "watch", "sohr", "amnesty", "acled", "monitor"}:
            for _, _, name in organisations(Reading(sentence, ())):
                if name in MONITOR_NAMES:
                    return name
    return None


class Sources:
    """Knows an article's sources so far; ``home`` is the country offices speak for where none is named."""

    def __init__(self, home: str | None, monitor: str | None) -> None:
        self.home = home
        self.monitor = monitor
        self.last: str | None = None
        self.office = ""  # the word by which the home was last taken to speak, nobody's side being named
        self.people: dict[str, str] = {}  # last name of who was introduced as speaking for a side

    def entity(self, reading: Reading, named: Named, begin: int, end: int, *, forward: bool = False) -> str | None:
        """The source named in ``begin:end``: the one nearest to the verb, which stands before or behind it."""
        lowers = reading.lowers
        puppet = installed(reading, begin, end)
        if puppet is not None:
            return puppet
        organisations_at = {
            last - 1: name
            for first, last, name in named
            if begin <= first and last <= end and not self._bystander(lowers, first, name)
        }
        sides_at = speaking_sides(reading, begin, end)
        order = range(begin, end) if forward else range(end - 1, begin - 1, -1)
        for position in order:
            name = (
                organisations_at.get(position)
                or sides_at.get(position)
                or self._common(reading, position, begin, end, sides_at, organisations_at)
            )
            if name is not None:
                self._introduce(reading, begin, end, name)
                if not forward:
                    name = self._first_of_list(lowers, begin, position, organisations_at | sides_at) or name
                return name
        return self._person(reading, begin, end, forward=forward)

    def _person(self, reading: Reading, begin: int, end: int, *, forward: bool) -> str | None:
        """A person who speaks for nobody known: by name, where it stands right beside the verb."""
        if reading.capitals:
            return None
        tokens = reading.tokens
        first = begin if forward else end
        if forward:
            while first < end and not tokens[first].text[0].isupper():
                first += 1
            last = first
            while last < end and _in_name(tokens[last].text):
                last += 1
        else:
            last = end
            while first > begin and _in_name(tokens[first - 1].text):
                first -= 1
        words = [token.text for token in tokens[first:last]]
        if (
            not 2 <= len(words) <= 4
            or (first - begin > 3 and forward)
            or not words[0][0].isupper()
            or not words[-1][0].isupper()
        ):
            return None
        if any(token.lower in _NOT_PERSONS for token in tokens[first:last]) or any(
            first <= f < last for f, _, _ in reading.mentions
        ):
            return None
        name = " ".join(words)
        self.people.setdefault(words[-1].lower(), name)
        return name

    def _first_of_list(self, lowers: Sequence[str], begin: int, position: int, named: dict[int, str]) -> str | None:
        """ "a monitor, medics and rescue workers said": the first of several sources."""
        first: str | None = None
        gap = 0
        joined = False
        while position > begin and gap < 5:
            position -= 1
            word = lowers[position]
            if word == "and" or (word == "," and joined):
                joined, gap = True, 0
                continue
            if word == ",":
                break
            name = (
                named.get(position)
                or (self.monitor if word in MONITORS else None)
                or (self._witnesses(lowers, position, begin) if word in WITNESSES else None)
            )
            if name is not None and joined:
                first, gap = name, 0
            elif word in BE or word in CLAUSE_BREAKS or (word in PREPOSITIONS and word != "of"):
                break
            gap += 1
        return first

    def _common(
        self, reading: Reading, position: int, begin: int, end: int, sides: dict[int, str], named: dict[int, str]
    ) -> str | None:
        """The source a common noun, a pronoun or a last name stands for."""
        lowers = reading.lowers
        word = lowers[position]
        if word in MONITORS and self.monitor is not None:
            return self.monitor
        if word in self.people and reading.tokens[position].text[0].isupper():
            return self.people[word]
        if word in WITNESSES:
            return self._witnesses(lowers, position, begin)
        if word in ("defence", "defense") and lowers[max(begin, position - 1) : position] == ["civil"]:
            beside = list(sides.values())
            return "White Helmets" if self.home == "Syria" else beside[-1] if beside else self.home
        if (
            word == "media"
            and lowers[position + 1 : position + 2] != ["wing"]
            and "state" not in lowers[max(begin, position - 3) : position]
        ):
            return "local media" if "local" in lowers[max(begin, position - 3) : position] else "media"
        if word in OFFICE_HEADS:
            return self._office(reading, position, begin, end, sides, named)
        if word in PRONOUNS and position >= end - 3:
            return self.last
        if word in _BACK and "the" in lowers[max(begin, position - 3) : position]:
            return self.last
        return None

    def _office(
        self, reading: Reading, position: int, begin: int, end: int, sides: dict[int, str], named: dict[int, str]
    ) -> str | None:
        """Whom an office speaks for: who runs it, whose it is, who spoke before, else the country the article is about."""
        lowers = reading.lowers
        word = lowers[position]
        runner = self._run_by(reading, max(begin, position - 6), position)
        if runner is not None:
            return runner
        owned = [named[i] for i in range(max(begin, position - 4), position) if i in named]
        if owned:
            return owned[-1]
        beside = [sides[i] for i in range(max(begin, position - 8), min(end, position + 7)) if i in sides]
        if beside:
            return beside[-1]
        definite = "the" in lowers[max(begin, position - 2) : position]
        if word in _BACK and definite and self.last is not None:
            return self.last
        self.office = word if self.home else ""
        return self.home

    @staticmethod
    def _run_by(reading: Reading, begin: int, end: int) -> str | None:
        """ "the Hamas-run health ministry" speaks for who runs it."""
        for first, last, mention in reading.mentions:
            if (
                begin <= first
                and last <= end
                and reading.lowers[first].endswith(("-run", "-controlled", "-led", "-affiliated"))
            ):
                return mention.party or (mention.text if mention.kind == "group" else mention.country)
        return None

    def _witnesses(self, lowers: Sequence[str], position: int, begin: int) -> str:
        """The words for sources who speak for nobody: "local activists", "witnesses"; an opposition speaks for itself."""
        word = WITNESSES[lowers[position]]
        before = lowers[position - 1] if position > begin else ""
        if word == "opposition" and self.home is not None:
            return f"{DEMONYMS.get(self.home, self.home)} opposition"
        return f"{before} {word}" if before in ("local", "opposition", "hospital") else word

    @staticmethod
    def _bystander(lowers: Sequence[str], first: int, name: str) -> bool:
        """An agency somebody told something to, and an office in somebody else's title, state nothing themselves."""
        before = lowers[first - 1] if first else ""
        if name in MEDIA or name == "Associated Press":
            return before in ("told", "to", "with", "by", "the") or lowers[first + 1 : first + 2] not in (
                ["reported"],
                ["said"],
                ["news"],
                ["reports"],
            )
        return before == "to" and first > 1 and lowers[first - 2] in ("ambassador", "envoy", "representative")

    def _introduce(self, reading: Reading, begin: int, end: int, side: str) -> None:
        """Remember the last name of an office holder, for later "Smith said"."""
        if reading.capitals or len(self.people) > 60:
            return
        tokens = reading.tokens
        last = min(end, len(tokens)) - 1
        if (
            last > begin
            and tokens[last].text[0].isupper()
            and tokens[last - 1].text[0].isupper()
            and reading.mention_at(last) is None
        ):
            self.people[tokens[last].lower] = side


def _in_name(text: str) -> bool:
    return (text[0].isupper() and text.isalpha() is not False) or text.lower() in ("al", "bin", "de", "van", "el", "abu", "-")
