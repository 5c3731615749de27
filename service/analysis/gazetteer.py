"""Who and where a text names: the longest known name at each word, as the party, country, place and conflicts it stands for.

The gazetteer is built once from the configured conflicts and the lists of ``languages/en`` and is then immutable. Looking up
costs one dictionary access a token, so a thousand words take well under a millisecond.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from service.analysis.languages.en.grammar import DETERMINERS, PREPOSITIONS, STOPPERS
from service.analysis.languages.en.naming import (
    BEHIND,
    CASED_WORDS,
    FIRST_NAMES,
    LOCATIONS,
    LOWER_CASE,
    NAME_NEIGHBOURS,
    NEWSPAPERS,
    NOT_A_SIDE,
    OTHER_READINGS,
    SETTLEMENTS,
)
from service.analysis.languages.en.numerals import NUMERAL_WORDS
from service.analysis.mention import Mention, MentionKind
from service.analysis.text import Document, Sentence
from service.analysis.unlisted_groups import with_unlisted_groups

__all__ = ["ConflictSpec", "Gazetteer", "Mention", "MentionKind", "Name", "Writing"]

# How a name must be written in normal text to be taken for one: with a capital, in capitals, beside no other name, or where a place
# stands as well ("in Split", "the town of Split").
Writing = Literal["cased", "upper", "alone", "located"]


@dataclass(frozen=True, slots=True)
class ConflictSpec:
    """What the analysis needs to know of one conflict: names of countries and parties are canonical English names.

    ``grounds`` are the countries whose every violence belongs to it (the configuration names them among its places).
    """

    id: str
    title: str
    countries: tuple[str, ...]
    parties: tuple[str, ...]
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """One phrase and what it stands for; ``words`` are the lower-case tokens of the phrase."""

    words: tuple[str, ...]
    party: str | None
    kind: MentionKind
    country: str | None
    conflicts: tuple[str, ...] = ()
    place: str | None = None
    writing: Writing = "cased"


class Gazetteer:
    """Names by their first word; ``mentions`` reads a document, ``conflicts`` are the configured conflicts by id.

    ``on_ground`` has for a country the conflicts whose ground it is.
    """

    __slots__ = ("_firsts", "_long", "_single", "conflicts", "on_ground")

    def __init__(self, names: Iterable[Name], conflicts: Iterable[ConflictSpec] = ()) -> None:
        single: dict[str, Name] = {}
        by_first: dict[str, dict[str, list[Name]]] = {}
        for name in names:
            if len(name.words) == 1:
                single[name.words[0]] = name
            else:
                by_first.setdefault(name.words[0], {}).setdefault(name.words[1], []).append(name)
        self._single: Mapping[str, Name] = single
        self._long: Mapping[str, Mapping[str, tuple[Name, ...]]] = {
            first: {
                second: tuple(sorted(found, key=lambda name: (-len(name.words), name.words)))
                for second, found in seconds.items()
            }
            for first, seconds in by_first.items()
        }
        self._firsts = frozenset(single) | frozenset(self._long)
        self.conflicts: Mapping[str, ConflictSpec] = {conflict.id: conflict for conflict in conflicts}
        self.on_ground: Mapping[str, tuple[str, ...]] = {
            country: tuple(conflict.id for conflict in self.conflicts.values() if country in conflict.grounds)
            for country in {ground for conflict in self.conflicts.values() for ground in conflict.grounds}
        }

    def __len__(self) -> int:
        return len(self._single) + sum(len(found) for seconds in self._long.values() for found in seconds.values())

    def mentions(self, document: Document) -> tuple[Mention, ...]:
        """All names in the order of the text, the longest at each place, none overlapping another."""
        found: list[Mention] = []
        for sentence in document.sentences:
            self._read(document.text, sentence, found)
        known = _without_namesakes(_as_spelt_out(document.text, _without_the_state_of_georgia(found)))
        return tuple(with_unlisted_groups(document, known))

    def _read(self, text: str, sentence: Sentence, found: list[Mention]) -> None:
        firsts, lowers = self._firsts, sentence.lowers
        if "-" in sentence.plain:
            begins = [at for at, word in enumerate(lowers) if word in firsts or ("-" in word and len(word) > 3)]
        else:
            begins = [at for at, word in enumerate(lowers) if word in firsts]
        single, long = self._single, self._long
        count = len(lowers)
        past = 0  # the first token after the name taken last
        for position in begins:
            if position < past:
                continue
            word = lowers[position]
            seconds = long.get(word)
            if seconds is not None and position + 1 < count and lowers[position + 1] in seconds:
                name = _longest(seconds[lowers[position + 1]], lowers, position)
                if name is not None and _written_as_name(name, sentence, position, single):
                    past = position + len(name.words)
                    found.append(_mention(text, name, sentence.starts[position], sentence.ends[past - 1]))
                    continue
            name = single.get(word)
            if name is not None:
                if _written_as_name(name, sentence, position, single):
                    found.append(_mention(text, name, sentence.starts[position], sentence.ends[position]))
            elif "-" in word and len(word) > 3:
                self._read_compound(text, sentence, position, found)

    def _read_compound(self, text: str, sentence: Sentence, position: int, found: list[Mention]) -> None:
        """The known names inside one hyphenated word: "Armenian-Azerbaijani", "Russian-brokered", but no side in "pro-Russian"."""
        parts, lowers = sentence.texts[position].split("-"), sentence.lowers[position].split("-")
        if self._firsts.isdisjoint(lowers):
            return
        start = sentence.starts[position]
        if lowers[0] in NOT_A_SIDE or sentence.ends[position] - start != len(sentence.texts[position]):
            return
        behind = lowers[-1] in BEHIND  # the one behind something is not the side that acts or suffers
        for part, word in zip(parts, lowers, strict=True):
            name = self._single.get(word)
            if (
                name is not None
                and name.writing != "located"
                and (part.isupper() or (name.writing != "upper" and len(part) > 2 and part[:1].isupper()))
            ):
                found.append(
                    _mention(text, replace(name, party=None, conflicts=()) if behind else name, start, start + len(part))
                )
            start += len(part) + 1


def _mention(text: str, name: Name, start: int, end: int) -> Mention:
    return Mention(start, end, text[start:end], name.party, name.kind, name.country, name.conflicts, name.place)


def _longest(names: tuple[Name, ...], lowers: list[str], position: int) -> Name | None:
    """The longest of these names of two words or more that stands at ``position``, where its first two words do."""
    for name in names:
        words = name.words
        length = len(words)
        if length == 2 or tuple(lowers[position + 2 : position + length]) == words[2:]:
            return name
    return None


def _written_as_name(name: Name, sentence: Sentence, position: int, known: Mapping[str, Name]) -> bool:
    """Whether the words are written the way the name is: capitals where case tells something, and no part of a longer unknown name."""
    texts = sentence.texts
    end = position + len(name.words)
    first = texts[position]
    if name.writing == "upper":
        if not (first.isupper() or (first[:1].isupper() and first[-1:] == ".")):
            return False
        return not sentence.capitals or _upper_in_capitals(name, sentence.lowers, position)
    if (
        first.islower()
        and name.words[0] not in LOWER_CASE
        and all(text.islower() or not text[0].isalpha() for text in texts[position + 1 : end])
    ):
        return False
    if name.kind in ("place", "capital", "country") and _newspaper(sentence, position, end):
        return False
    if name.kind == "demonym" and _house(sentence, end):
        return False
    if name.writing == "cased":
        return True
    if name.writing == "located" and not _located(sentence.lowers, position):
        return False
    if first.isupper() and sentence.capitals:
        return name.kind != "place" or (position > 0 and sentence.lowers[position - 1] in PREPOSITIONS)
    if name.words[0] not in FIRST_NAMES and _title_case(texts):
        return True
    return not (_named_before(sentence, position, known) or _named_after(sentence, end, known))


def _located(lowers: list[str], position: int) -> bool:
    """Whether a place stands at a token: "in Split", "near the town of Split", not "George Split" and not "for Split"."""
    before = lowers[position - 1] if position else ""
    if before == "of":
        return position > 1 and lowers[position - 2] in SETTLEMENTS
    return before in LOCATIONS


def _newspaper(sentence: Sentence, position: int, end: int) -> bool:
    """Whether a place is part of a newspaper's name: "the New York Times", "the Times of Israel"."""
    texts, lowers = sentence.texts, sentence.lowers
    if end < len(lowers) and lowers[end] in NEWSPAPERS and texts[end][:1].isupper():
        return True
    return position > 1 and lowers[position - 1] == "of" and texts[position - 2] == "Times"


def _house(sentence: Sentence, end: int) -> bool:
    """Whether a demonym is part of a building's name: "Gaza's Indonesian Hospital" is no place in Indonesia."""
    texts = sentence.texts
    if end >= len(texts) or texts[end] not in _HOUSES:
        return False
    return not any(
        text[:1].isupper() for text in texts[end + 1 : end + 3] if text.isalpha()
    )  # "Israeli Hospital Hit by Rocket"


_HOUSES = frozenset({"Hospital", "University", "College", "School", "Clinic", "Cathedral"})


def _upper_in_capitals(name: Name, lowers: list[str], position: int) -> bool:
    """In a text all in capitals "US" is the country only after an article, a number or a preposition, before a noun that it goes with."""
    word = name.words[0]
    if len(word) > 3 or "." in word:
        return True
    if word not in CASED_WORDS:
        return True
    before = lowers[position - 1] if position else ""
    after = lowers[position + 1] if position + 1 < len(lowers) else ""
    led = before in DETERMINERS or before in PREPOSITIONS or before in NUMERAL_WORDS or before.isdigit()
    return led and after in CASED_WORDS[word]


def _named_before(sentence: Sentence, position: int, known: Mapping[str, Name]) -> bool:
    """Whether a capitalised word that is no known name stands right before: "Michael Jordan"."""
    if position == 0:
        return False
    before, word = sentence.texts[position - 1], sentence.lowers[position - 1]
    if not before[:1].isupper() or not before.isalpha() or sentence.ends[position - 1] + 1 < sentence.starts[position]:
        return False
    if position == 1 and (word in NUMERAL_WORDS or word in STOPPERS or word in DETERMINERS):
        return False  # "Two French soldiers"
    return word not in NAME_NEIGHBOURS and word not in known and len(word) > 2


def _named_after(sentence: Sentence, position: int, known: Mapping[str, Name]) -> bool:
    """Whether a capitalised word that is no known name and no office follows: "Jordan Henderson"."""
    if position >= len(sentence.texts):
        return False
    after, word = sentence.texts[position], sentence.lowers[position]
    if not after[:1].isupper() or not after.isalpha() or sentence.starts[position] > sentence.ends[position - 1] + 1:
        return False
    return word not in NAME_NEIGHBOURS and word not in known


def _title_case(texts: list[str]) -> bool:
    """Whether a headline capitalises its words, so that a capital beside a name tells nothing."""
    long_words = [text for text in texts if len(text) > 3 and text.isalpha()]
    return len(long_words) >= 3 and 4 * sum(word[0].isupper() for word in long_words) >= 3 * len(long_words)


def _without_the_state_of_georgia(found: list[Mention]) -> list[Mention]:
    """Leave out "Georgia" where the text speaks of American places and never of the Caucasian country by another name."""
    if not any(mention.country == "Georgia" for mention in found):
        return found
    if any(mention.country == "Georgia" and mention.text != "Georgia" and mention.text != "GEORGIA" for mention in found):
        return found
    if any(mention.place and mention.country == "United States" and mention.kind == "place" for mention in found):
        return [mention for mention in found if mention.country != "Georgia"]
    return found


def _without_namesakes(found: list[Mention]) -> list[Mention]:
    """Leave out a town that lends its name to another: its country is named by nothing else, and one country again and again."""
    named = Counter(mention.country for mention in found if mention.country)
    if len(named) < 2 or named.most_common(1)[0][1] < OFTEN:
        return found
    others = {mention.country for mention in found if mention.country and (mention.kind != "place" or mention.party)}
    towns: dict[str, set[str | None]] = {}
    for mention in found:
        if mention.country and mention.country not in others:
            towns.setdefault(mention.country, set()).add(mention.place)
    lone = {
        country
        for country, places in towns.items()
        if len(places) == 1 and named[country] * OFTEN <= named.most_common(1)[0][1]
    }
    return [mention for mention in found if mention.country not in lone] if lone else found


OFTEN = 4  # times as often as a town's country must another be named for the town to be a namesake in that one


def _as_spelt_out(text: str, found: list[Mention]) -> list[Mention]:
    """Leave out initials where the text spells out another body that has them."""
    shared = {mention.text.lower() for mention in found if len(mention.text) <= 3} & OTHER_READINGS.keys()
    others = {initials for initials in shared if any(reading in text for reading in OTHER_READINGS[initials])}
    return [mention for mention in found if mention.text.lower() not in others] if others else found
