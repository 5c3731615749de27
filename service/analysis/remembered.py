"""A bounded memory of what was worked out of a word: the words of the news are few and come again."""

from __future__ import annotations

from typing import Generic, TypeVar

Found = TypeVar("Found")
MOST = 50_000  # words, a few megabytes; a text that makes up more of them only empties the memory
LONGEST = 40  # characters; what is longer is worked out each time


class Remembered(dict[str, Found], Generic[Found]):
    """Word to what ``work_out`` makes of it, kept for the words seen lately."""

    def work_out(self, word: str) -> Found:
        """What is to be known of a word; depends on nothing else."""
        raise NotImplementedError

    def __missing__(self, word: str) -> Found:
        found = self.work_out(word)
        if len(word) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[word] = found
        return found
