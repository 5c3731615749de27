"""The words of one sentence that can tell something of a ceasefire: verbs, nouns and states by event, and words that change a mood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from service.analysis.languages.en.truce import events, moods
from service.analysis.languages.lists import words

Kind = Literal["done to", "does", "noun", "state", "mood", "adjective"]


class Meaning(NamedTuple):
    """One way to read a cue: as a verb done to a ceasefire, a verb a ceasefire does, a noun about one, a state, or a change of mood.

    ``what`` is the event, or for a mood its name; ``form`` is "base", "s", "ed" (past and participle), "ing" of a verb, else "".
    """

    kind: Kind
    what: str
    form: str = ""


class Cue(NamedTuple):
    """Words ``start:end`` of a sentence with what they can mean."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]

    def meaning(self, *kinds: Kind) -> Meaning | None:
        """The first meaning of one of the kinds."""
        return next((meaning for meaning in self.meanings if meaning.kind in kinds), None)


_VOWELS = frozenset("aeiou")
_DOUBLING = words(
    "cancel scrap annul quit begin commit compel stop drop ban set get let put rip shred slam snub mar dim rebut scrub plan pin"
    " shrug shun swat bat slap wrap drum chip dog sag"
)  # "scrapped"


def _inflected(verb: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb with their names; words behind the verb follow all of them."""
    head, _, rest = verb.partition(" ")
    rest = f" {rest}" if rest else ""
    base, *past = head.split(">")
    stem = base + base[-1] if base in _DOUBLING else base
    to_y = base.endswith("y") and base[-2] not in _VOWELS
    silent = base.endswith("e") and not base.endswith("ee")
    third = base[:-1] + "ies" if to_y else base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")
    regular = base[:-1] + "ied" if to_y else base + "d" if base.endswith("e") else stem + "ed"
    yield base + rest, "base"
    yield third + rest, "s"
    yield from ((form + rest, "ed") for form in past or (regular,))
    yield (base[:-2] + "ying" if base.endswith("ie") else base[:-1] + "ing" if silent else stem + "ing") + rest, "ing"


def _phrases(text: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in text.replace("\n", " ").split(",") if phrase.strip()]


_Lexicon = Mapping[str, tuple[tuple[tuple[str, ...], tuple[Meaning, ...]], ...]]


def _lexicon() -> _Lexicon:
    """All phrases by their first word, the longest first."""
    found: dict[tuple[str, ...], dict[Meaning, None]] = {}

    def add(text: str, meaning: Meaning) -> None:
        found.setdefault(tuple(text.split()), {})[meaning] = None

    verbs: tuple[tuple[Kind, dict[str, str]], ...] = (("done to", events.DONE_TO), ("does", events.DOES))
    for kind, table in verbs:
        for event, text in table.items():
            for verb in _phrases(text):
                for inflected, form in _inflected(verb):
                    add(inflected, Meaning(kind, event, form))
    plain: tuple[tuple[Kind, dict[str, str]], ...] = (
        ("noun", events.NOUNS),
        ("state", events.STATES),
        ("adjective", events.ADJECTIVES),
    )
    for kind, table in plain:
        for event, text in table.items():
            for entry in _phrases(text):
                add(entry, Meaning(kind, event))
    for mood, text in moods.CHANGES.items():
        for entry in _phrases(text):
            add(entry, Meaning("mood", mood))
    by_first: dict[str, list[tuple[tuple[str, ...], tuple[Meaning, ...]]]] = {}
    for phrase, meanings in sorted(found.items(), key=lambda item: -len(item[0])):
        by_first.setdefault(phrase[0], []).append((phrase, tuple(meanings)))
    return {first: tuple(entries) for first, entries in by_first.items()}


_LEXICON = _lexicon()


def find_cues(sentence: Sequence[str]) -> tuple[Cue, ...]:
    """The cues among the words of a sentence in order, without overlap; at each word the longest phrase."""
    cues: list[Cue] = []
    position = 0
    while position < len(sentence):
        word = sentence[position]
        if word.endswith("n't"):
            cues.append(Cue(position, position + 1, (Meaning("mood", "not"),)))
            position += 1
            continue
        for phrase, meanings in _LEXICON.get(word, ()):
            if tuple(sentence[position : position + len(phrase)]) == phrase:
                cues.append(Cue(position, position + len(phrase), meanings))
                position += len(phrase)
                break
        else:
            position += 1
    return tuple(cues)
