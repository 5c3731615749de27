"""Where a sentence names a ceasefire, and whether a war is meant: the sentence as the rules of ``languages/en/truce`` read it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from service.analysis.ceasefire_cues import Cue, find_cues
from service.analysis.languages.en.truce.names import DEALS, LOOSE_NAMES, NAMES, OF_ANY_TRUCE, PEACETIME, TRUCE_WORDS, WARTIME
from service.analysis.text import Document, Sentence

_NAME = re.compile(r"(?<![\w-])(?:" + "|".join(NAMES) + r")" + DEALS + r"(?![\w-])")
_LOOSE_NAME = re.compile(r"(?<![\w-])(?:" + "|".join((*NAMES, *LOOSE_NAMES)) + r")" + DEALS + r"(?![\w-])")
# "accused Ukraine of breaking it": after a ceasefire has been named in the sentence
_IT = re.compile(
    r"\b(?:breaking|violating|violated|breached|breaching|broke|broken|extend|extending|rejected|rejecting|renew|flouting|ignore|ignored"
    r"|respecting|ending|ended|since) (it)\b"
    r"|\bdeclar(?:e|ed|es|ing) (it)(?= (?:void|dead|over|null|finished)\b)"
)
# What is only done, and names a ceasefire where no other word does.
_ACT = re.compile(
    r"(?:halt|stop|end|suspend|hold|silenc|guns|paus|ceased|suspen|stopp"
    r"|cease (?:all|the|their|its|firing|fighting|shooting|host|cross|milit|offen|comb)).*"
)
# "A ceasefire in the price war"
_NO_WAR = re.compile(
    r"\b(?:price|trade|tariff|bidding|culture|ratings|streaming|wage|browser|chip|talent|format) wars?\b"
    r"|\b(?:wars?|cease-?fires?|truces?) of words\b"
)
_STRIKES = frozenset({"strike", "strikes"})
_LEFT_OUT = frozenset("\"'()[]*“”")
_LONGEST_WORD = 40  # characters; what is longer is no word of the rules
MAX_SENTENCES = 100  # sentences of one text that are read for a ceasefire; real articles have under forty
MAX_NAMES = 200  # ceasefires of one text that are read; bounds the work on a text made of nothing else


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence with "@" for the ceasefire in question and "%" for others; ``shifts`` lead back to the sentence's own offsets."""

    text: str
    shifts: tuple[tuple[int, int], ...]

    def original(self, position: int) -> int:
        """The offset in ``TruceSentence.plain`` of an offset in ``text``."""
        return position + next(shift for begin, shift in reversed(self.shifts) if begin <= position)


@dataclass(frozen=True, slots=True)
class TruceSentence:
    """A sentence that names a ceasefire: ``plain`` is its words in lower case with single blanks.

    ``starts[i]`` is where word ``i`` begins in ``plain``, ``tokens[i]`` which token of the sentence it is; ``names`` are the spans
    of the ceasefires in ``plain``, ``cues`` the words that can tell something of one.
    """

    sentence: Sentence
    plain: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    tokens: tuple[int, ...]
    names: tuple[tuple[int, int], ...]
    cues: tuple[Cue, ...]

    def pronoun(self, name: int) -> bool:
        """Whether a ceasefire is named by "it"."""
        start, end = self.names[name]
        return self.plain[start:end] == "it"

    def masked(self, name: int) -> Masked:
        """``plain`` as the rules read it for one of its ceasefires."""
        pieces: list[str] = []
        shifts: list[tuple[int, int]] = [(0, 0)]
        past = length = 0
        for index, (start, end) in enumerate(self.names):
            pieces += [self.plain[past:start], "@" if index == name else "%"]
            length += start - past + 1
            shifts.append((length, end - length))
            past = end
        pieces.append(self.plain[past:])
        return Masked("".join(pieces), tuple(shifts))

    def token_at(self, position: int) -> int:
        """The index of the sentence's token that stands at a position of ``plain``."""
        low, high = 0, len(self.starts) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.starts[middle] <= position:
                low = middle
            else:
                high = middle - 1
        return self.tokens[low] if self.tokens else 0


def truce_sentences(document: Document) -> tuple[TruceSentence, ...]:
    """The sentences that name a ceasefire, in order and within the bounds above; a bare "pause" only beside a plain name of one."""
    candidates = [sentence for sentence in document.sentences if not sentence.words.isdisjoint(TRUCE_WORDS)][:MAX_SENTENCES]
    found = [read_sentence(sentence) for sentence in candidates]
    if not any(found):
        return ()
    found = [truce or read_sentence(sentence, loose=True) for sentence, truce in zip(candidates, found, strict=True)]
    kept: list[TruceSentence] = []
    names = 0
    for truce in found:
        if truce is not None and names < MAX_NAMES:
            kept.append(replace(truce, names=truce.names[: MAX_NAMES - names]))
            names += len(truce.names)
    return tuple(kept)


def read_sentence(sentence: Sentence, *, loose: bool = False) -> TruceSentence | None:
    """The sentence as the rules read it, None where it names no ceasefire."""
    found = plain_sentence(sentence, _LOOSE_NAME if loose else _NAME)
    if found is None:
        return None
    names = tuple(
        sorted({*found.names, *(match.span(match.lastindex or 1) for match in _IT.finditer(found.plain, found.names[0][1]))})
    )
    return replace(found, names=names)


def plain_sentence(sentence: Sentence, name: re.Pattern[str]) -> TruceSentence | None:
    """The sentence with the places where ``name`` fits, None where it fits nowhere."""
    pieces: list[str] = []
    starts: list[int] = []
    tokens: list[int] = []
    position = 0
    for index, lower in enumerate(sentence.lowers):
        if lower in _LEFT_OUT or (lower == "." and _goes_on(sentence, index + 1)):
            continue
        word = lower[:_LONGEST_WORD].replace("@", "a").replace("%", " ").strip() or "-"
        starts.append(position)
        tokens.append(index)
        pieces.append(word)
        position += len(word) + 1
    plain = " ".join(pieces) + " "
    names = tuple(match.span() for match in name.finditer(plain))
    if not names:
        return None
    if len(names) > 1:  # "a truce failed to stop the fighting": beside a name what is done is none
        names = tuple(span for span in names if _ACT.fullmatch(plain, *span) is None) or names
    return TruceSentence(
        sentence, plain, tuple(pieces), tuple(starts), tuple(tokens), names, find_cues(_hidden(pieces, starts, names))
    )


_BEFORE_A_MONTH = frozenset(("in", "since", "of", "last", "late", "early", "until", "from", "by", "this", "the"))  # "in May"


def _hidden(pieces: list[str], starts: list[int], names: Sequence[tuple[int, int]]) -> list[str]:
    """The words with "@" where a ceasefire is named, so that no cue reaches into a name: "announced an end to hostilities".

    The month of May is shown as another month: it wishes nothing.
    """
    shown = list(pieces)
    for start, end in names:
        for index in range(bisect_right(starts, start) - 1, bisect_right(starts, end - 1)):
            shown[index] = "@"
    return [
        "june" if word == "may" and place and pieces[place - 1] in _BEFORE_A_MONTH else word for place, word in enumerate(shown)
    ]


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Whether a sentence goes on behind a full stop: "on Nov. 24"."""
    following = sentence.texts[index : index + 1]
    return bool(following) and (following[0][:1].isdigit() or following[0][:1].islower())


def of_a_war(found: TruceSentence, document_words: frozenset[str], *, sides: bool = False) -> bool:
    """Whether the ceasefire is one of armed sides: by the words beside it, else by those of the whole text.

    ``sides`` tells that the text names sides of a known conflict. A "ceasefire" is one of war unless something else is said; a
    "truce" needs a word of war or a side.
    """
    words = found.sentence.words
    peace, war = len(words & PEACETIME), len(words & WARTIME)
    if not sides and words & WARTIME <= _STRIKES and any("strikes" in found.plain[start:end] for start, end in found.names):
        return False  # doctors too "pause their strikes"
    if not sides and peace and words & WARTIME <= OF_ANY_TRUCE:
        return False  # "two Conservative camps called a ceasefire in their war over Europe"
    if _NO_WAR.search(found.plain):
        peace, war = peace + 1, war - 1
    plain_name = any("fire" in found.plain[start:end] or "hostilities" in found.plain[start:end] for start, end in found.names)
    if peace > war or (peace and peace == war and not plain_name):
        return False
    if war or sides:
        return True
    return not document_words & PEACETIME if plain_name else len(document_words & WARTIME) > len(document_words & PEACETIME)


def in_peace(found: TruceSentence) -> bool:
    """Whether the sentence tells of a truce in trade, sport or politics by its own words."""
    return _NO_WAR.search(found.plain) is not None or len(found.sentence.words & PEACETIME) > len(
        found.sentence.words & WARTIME
    )


def of_fighting(found: TruceSentence) -> bool:
    """Whether the sentence names violence or those who do it, besides the words that go with any truce."""
    return bool(found.sentence.words & WARTIME - OF_ANY_TRUCE)


def in_furniture(found: TruceSentence, name: int) -> bool:
    """Whether the name stands in another story's headline that was glued into a long sentence: capitals on all words around it."""
    texts = found.sentence.texts
    if found.sentence.index == 0 or len(texts) < 25 or found.sentence.capitals:
        return False
    start, end = found.names[name]
    first, last = found.token_at(start), found.token_at(end - 1)
    around = [text for text in texts[max(0, first - 4) : last + 5] if len(text) > 3 and text.isalpha()]
    return len(around) >= 5 and all(word[0].isupper() for word in around)
