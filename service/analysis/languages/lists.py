"""Word lists written as text: easy to read, to sort and to add to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Listed = tuple[tuple[int, tuple[str, ...]], ...]  # phrases, each with its place in their order
Phrases = Mapping[str, Mapping[str, Listed]]  # by first word, then by second


def words(text: str) -> frozenset[str]:
    """The words of a text, separated by blanks and line breaks."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a text, separated by commas, each as a tuple of words; the longest first."""
    found = {tuple(phrase.split()) for phrase in text.split(",")}
    return tuple(sorted((p for p in found if p), key=lambda p: (-len(p), p)))


def by_first(listed: Iterable[tuple[str, ...]]) -> Mapping[str, Listed]:
    """The phrases that begin with a word, by that word, each with its place in the order."""
    found: dict[str, Listed] = {}
    for order, phrase in enumerate(listed):
        found[phrase[0]] = (*found.get(phrase[0], ()), (order, phrase))
    return found


def by_two(listed: Iterable[tuple[str, ...]]) -> Phrases:
    """Phrases of two words or more by the first two: what begins one is seldom followed by what goes on with it."""
    found: dict[str, dict[str, Listed]] = {}
    for order, phrase in enumerate(listed):
        seconds = found.setdefault(phrase[0], {})
        seconds[phrase[1]] = (*seconds.get(phrase[1], ()), (order, phrase))
    return found


def sequences(text: str) -> frozenset[tuple[str, ...]]:
    """Sequences of tokens, separated by "|": they may hold commas, and one may be empty."""
    return frozenset(tuple(" ".join(part.split()).split()) for part in text.split("|"))


def by_name(text: str) -> dict[str, str]:
    """Pairs "key: value", separated by commas; blanks and line breaks inside count as one blank."""
    pairs = (pair.split(":", 1) for pair in " ".join(text.split()).split(","))
    return {key.strip(): value.strip() for key, value in pairs}
