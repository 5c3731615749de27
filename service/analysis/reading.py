"""One sentence as the rules read it: its words, numbers and known names by token position."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from service.analysis.gazetteer import Mention
from service.analysis.numbers import Number, find_numbers
from service.analysis.text import Document, Sentence


class Reading:
    """A sentence with its tokens, their lower-case words, its numbers, and the gazetteer's names in it."""

    __slots__ = (
        "_by_token",
        "_number_starts",
        "_numbers",
        "kidnapping",
        "lowers",
        "mentions",
        "sentence",
        "texts",
    )

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention], *, kidnapping: bool = False) -> None:
        self.sentence = sentence
        self.kidnapping = kidnapping  # whether the article tells of people seized by armed people
        self.texts: list[str] = sentence.texts
        self.lowers: list[str] = sentence.lowers
        self.mentions: list[tuple[int, int, Mention]] = []
        self._numbers: list[Number] | None = None
        self._number_starts: dict[int, Number] | None = None
        if mentions:
            starts, ends = sentence.starts, sentence.ends
            for mention in mentions:
                first, last = bisect_right(ends, mention.start), bisect_left(starts, mention.end)
                if first < last:
                    self.mentions.append((first, last, mention))
        self._by_token = {first: index for index, (first, _, _) in enumerate(self.mentions)}

    @property
    def numbers(self) -> list[Number]:
        """The numbers of the sentence in order."""
        if self._numbers is None:
            self._numbers = find_numbers(self.texts, self.lowers)
        return self._numbers

    def number_at(self, position: int) -> Number | None:
        """The number whose qualifier or amount begins at a token."""
        if self._number_starts is None:
            self._number_starts = {n.first: n for n in self.numbers} | {n.start: n for n in self.numbers}
        return self._number_starts.get(position)

    @property
    def capitals(self) -> bool:
        """Whether letter case tells nothing here."""
        return self.sentence.capitals

    def mention_at(self, position: int) -> tuple[int, Mention] | None:
        """The name that begins at a token and covers it: where it ends, and the name."""
        index = self._by_token.get(position)
        if index is None:
            return None
        first, last, mention = self.mentions[index]
        if mention.start > self.sentence.starts[first] or mention.end < self.sentence.ends[last - 1]:
            return None  # a part of a hyphenated word
        return last, mention

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Character offsets of tokens ``first:last`` in the document."""
        return self.sentence.starts[first], self.sentence.ends[last - 1]


def mentions_by_sentence(document: Document, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions of each sentence, in order."""
    starts = [sentence.start for sentence in document.sentences]
    found: list[list[Mention]] = [[] for _ in starts]
    for mention in mentions:
        index = bisect_right(starts, mention.start) - 1
        if index >= 0:
            found[index].append(mention)
    return found
