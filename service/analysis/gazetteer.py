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
    LOWER_CASE,
    NAME_NEIGHBOURS,
    NEWSPAPERS,
    NOT_A_SIDE,
    OTHER_READINGS,
)
from service.analysis.languages.en.numerals import NUMERAL_WORDS
from service.analysis.mention import Mention, MentionKind
from service.analysis.text import Document, Sentence, Token, letters_of
from service.analysis.unlisted_groups import with_unlisted_groups

__all__ = ["ConflictSpec", "Gazetteer", "Mention", "MentionKind", "Name", "Writing"]

Writing = Literal["cased", "upper", "alone"]  # how a name must be written in normal text to be taken for one


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
    """Names by their first word; ``mentions`` reads a document, ``conflicts`` are the configured conflicts by id."""

    __slots__ = ("_firsts", "_heads", "_long", "_single", "conflicts")

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
        heads = {letters_of(word) for word in single}
        seconds: dict[str, set[str]] = {}
        for first, found in self._long.items():
            later = {letters_of(second) for second in found}
            if letters_of(first) and all(later):
                seconds.setdefault(letters_of(first), set()).update(later)
            else:
                heads |= later | {letters_of(first)}  # "400 Mawozo", "MI 6": looked for by the word that has letters
        self._heads = frozenset(heads) - {""}
        self._firsts = {first: frozenset(found) for first, found in seconds.items()}
        self.conflicts: Mapping[str, ConflictSpec] = {conflict.id: conflict for conflict in conflicts}

    def __len__(self) -> int:
        return len(self._single) + sum(len(found) for seconds in self._long.values() for found in seconds.values())

    def mentions(self, document: Document) -> tuple[Mention, ...]:
        """All names in the order of the text, the longest at each place, none overlapping another."""
        found: list[Mention] = []
        for sentence in document.sentences:
            self._read(document.text, sentence, found)
        known = _without_namesakes(_as_spelt_out(document.text, _without_the_state_of_georgia(found)))
        return tuple(with_unlisted_groups(document, known))

    def _can_name(self, words: frozenset[str]) -> bool:
        """Whether any known name can stand among these runs of letters: half of the sentences of the news need no look at their tokens."""
        if not words.isdisjoint(self._heads):
            return True
        return any(not words.isdisjoint(self._firsts[word]) for word in words & self._firsts.keys())

    def _read(self, text: str, sentence: Sentence, found: list[Mention]) -> None:
        if not self._can_name(sentence.words):
            return
        single, long = self._single, self._long
        tokens = sentence.tokens
        past = 0  # the first token after the name taken last
        capitals: bool | None = None  # whether letter case tells nothing here; worked out at most once
        for position, token in enumerate(tokens):
            word = token.lower
            if position < past:
                continue
            if capitals is None and (word in long or word in single) and token.text.isupper():
                capitals = sentence.capitals
            if word in long:
                name = _longest(long[word], tokens, position)
                if name is not None and _written_as_name(name, tokens, position, single, bool(capitals)):
                    past = position + len(name.words)
                    found.append(_mention(text, name, token.start, tokens[past - 1].end))
                    continue
            if word in single:
                if _written_as_name(single[word], tokens, position, single, bool(capitals)):
                    found.append(_mention(text, single[word], token.start, token.end))
            elif "-" in word and len(word) > 3:
                self._read_compound(text, token, found)

    def _read_compound(self, text: str, token: Token, found: list[Mention]) -> None:
        """The known names inside one hyphenated word: "Armenian-Azerbaijani", "Russian-brokered", but no side in "pro-Russian"."""
        parts = token.text.split("-")
        if parts[0].lower() in NOT_A_SIDE or token.end - token.start != len(token.text):
            return
        behind = parts[-1].lower() in BEHIND  # the one behind something is not the side that acts or suffers
        start = token.start
        for part in parts:
            name = self._single.get(part.lower())
            if name is not None and (part.isupper() or (name.writing != "upper" and len(part) > 2 and part[:1].isupper())):
                found.append(
                    _mention(text, replace(name, party=None, conflicts=()) if behind else name, start, start + len(part))
                )
            start += len(part) + 1


def _mention(text: str, name: Name, start: int, end: int) -> Mention:
    return Mention(start, end, text[start:end], name.party, name.kind, name.country, name.conflicts, name.place)


def _longest(seconds: Mapping[str, tuple[Name, ...]], tokens: tuple[Token, ...], position: int) -> Name | None:
    """The longest name of two words or more that stands at ``position``."""
    if position + 1 >= len(tokens):
        return None
    for name in seconds.get(tokens[position + 1].lower, ()):
        words = name.words
        length = len(words)
        if length == 2:
            return name
        if position + length <= len(tokens) and all(tokens[position + i].lower == words[i] for i in range(2, length)):
            return name
    return None


def _written_as_name(name: Name, tokens: tuple[Token, ...], position: int, known: Mapping[str, Name], capitals: bool) -> bool:
    """Whether the words are written the way the name is: capitals where case tells something, and no part of a longer unknown name."""
    length = len(name.words)
    first = tokens[position].text
    if name.writing == "upper":
        if not (first.isupper() or (first[:1].isupper() and first[-1:] == ".")):
            return False
        return not capitals or _upper_in_capitals(name, tokens, position)
    if (
        first.islower()
        and name.words[0] not in LOWER_CASE
        and all(token.text.islower() or not token.text[0].isalpha() for token in tokens[position + 1 : position + length])
    ):
        return False
    if _newspaper(name, tokens, position):
        return False
    if name.writing == "cased":
        return True
    if first.isupper() and capitals:
        return name.kind != "place" or (position > 0 and tokens[position - 1].lower in PREPOSITIONS)
    if name.words[0] not in FIRST_NAMES and _title_case(tokens):
        return True
    return not (_named_before(tokens, position, known) or _named_after(tokens, position + length, known))


def _newspaper(name: Name, tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a place is part of a newspaper's name: "the New York Times", "the Times of Israel"."""
    if name.kind not in ("place", "capital", "country"):
        return False
    following = tokens[position + len(name.words) : position + len(name.words) + 1]
    if following and following[0].lower in NEWSPAPERS and following[0].text[:1].isupper():
        return True
    before = tokens[max(0, position - 2) : position]
    return len(before) == 2 and before[1].lower == "of" and before[0].text == "Times"


def _upper_in_capitals(name: Name, tokens: tuple[Token, ...], position: int) -> bool:
    """In a text all in capitals "US" is the country only after an article, a number or a preposition, before a noun that it goes with."""
    word = name.words[0]
    if len(word) > 3 or "." in word:
        return True
    if word not in CASED_WORDS:
        return True
    before = tokens[position - 1].lower if position else ""
    after = tokens[position + 1].lower if position + 1 < len(tokens) else ""
    led = before in DETERMINERS or before in PREPOSITIONS or before in NUMERAL_WORDS or before.isdigit()
    return led and after in CASED_WORDS[word]


def _named_before(tokens: tuple[Token, ...], position: int, known: Mapping[str, Name]) -> bool:
    """Whether a capitalised word that is no known name stands right before: "Michael Jordan"."""
    if position == 0:
        return False
    before = tokens[position - 1]
    word = before.lower
    if not before.text[:1].isupper() or not before.text.isalpha() or before.end + 1 < tokens[position].start:
        return False
    if position == 1 and (word in NUMERAL_WORDS or word in STOPPERS or word in DETERMINERS):
        return False  # "Two French soldiers"
    return word not in NAME_NEIGHBOURS and word not in known and len(word) > 2


def _named_after(tokens: tuple[Token, ...], position: int, known: Mapping[str, Name]) -> bool:
    """Whether a capitalised word that is no known name and no office follows: "Jordan Henderson"."""
    if position >= len(tokens):
        return False
    after = tokens[position]
    word = after.lower
    if not after.text[:1].isupper() or not after.text.isalpha() or after.start > tokens[position - 1].end + 1:
        return False
    return word not in NAME_NEIGHBOURS and word not in known


def _title_case(tokens: tuple[Token, ...]) -> bool:
    """Whether a headline capitalises its words, so that a capital beside a name tells nothing."""
    long_words = [token.text for token in tokens if len(token.text) > 3 and token.text.isalpha()]
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
