"""People who are let go: "the release of 13 hostages", "the kidnapped girls were freed"; but "some of the 240 hostages" are still held."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.groups import Group
from service.analysis.languages.en.grammar import ADVERBS, BE, HAVE, SAY
from service.analysis.languages.en.harm import RELEASE
from service.analysis.languages.en.numerals import DOZEN, TENS, UNITS, VAGUE
from service.analysis.languages.lists import words

_BEFORE = 4  # tokens from a word of release to the people
_AFTER = 24  # tokens from the people to what was done to them
_HANDOVER = RELEASE | words(
    "freedom liberation transfer transferred transferring receive receives received receiving welcome welcomed welcoming custody"
)
_HANDED = words("hand hands handed handing")
_SOME = (
    words("some all most many any none each number half several few remaining rest")
    | frozenset(UNITS)
    | frozenset(TENS)
    | frozenset(DOZEN)
)
_ENDS = words(". ; : while but whose") | SAY
_DONE = BE | HAVE | ADVERBS
_FREED = RELEASE | words("transferred handed home")
_NOT_YET = words("not n't never yet without")


def let_go(lowers: Sequence[str], group: Group) -> bool:
    """Whether a group is what is released, exchanged or handed over, and so no longer held."""
    start, end = group.start, group.end
    before = list(lowers[max(0, start - _BEFORE) : start])
    if "all" in before and "but" in before and not RELEASE.isdisjoint(lowers[max(0, start - 2 * _BEFORE) : start]):
        return True  # "rescued all but one of the 72 hostages"
    if _part_of(before):
        return False
    if _safe(lowers, start, end) or (not _LET.isdisjoint(before) and lowers[end : end + 1] == ["go"]):
        return True
    if any(word.endswith(("-released", "-freed")) for word in lowers[start:end]):
        return True
    if before[-2:] == ["return", "for"]:
        return True  # "hostages freed in return for dozens of prisoners held by Israel"
    if lowers[start] == "over" and before[-1:] and before[-1] in _HANDED:
        return True
    near = (
        before[-next((i for i, word in enumerate(reversed(before)) if word in (",", "and")), len(before)) :] if before else []
    )
    if not _HANDOVER.isdisjoint(near) or ("over" in near and not _HANDED.isdisjoint(near)):
        return True
    if lowers[end : end + 3] in (["were", "let", "go"], ["was", "let", "go"]) or lowers[end + 1 : end + 4] == [
        "been",
        "let",
        "go",
    ]:
        return True
    return _freed_after(lowers, end)


def _safe(lowers: Sequence[str], start: int, end: int) -> bool:
    """ "All 24 hostages safe", "the 71 rescued captives", "12 hostages walked free", "the last hostages came home"."""
    if not _RESCUED.isdisjoint(lowers[start:end]):
        return True
    after = end + 1 if lowers[end : end + 1] and lowers[end] in _WALKED else end
    return bool(lowers[after : after + 1]) and lowers[after] in _SAFE


_LET = words("let lets letting")
_RESCUED = words("rescued freed released liberated")
_WALKED = words("walked walk came come are were arrived went all")
_SAFE = words("safe free home unharmed unhurt freed")


def _part_of(before: Sequence[str]) -> bool:
    """ "some of the", "two of": the group is the whole of which a part is freed."""
    stem = before[:-1] if before[-1:] in (["the"], ["these"], ["those"]) else before
    return len(stem) > 1 and stem[-1] == "of" and (stem[-2] in _SOME or stem[-2] in VAGUE or stem[-2].isdigit())


def _freed_after(lowers: Sequence[str], end: int) -> bool:
    """ "… were released on Friday", "released so far": a passive of release in the same clause, or one right behind the group."""
    for position in range(end, min(end + _AFTER, len(lowers))):
        word = lowers[position]
        if word in _ENDS or word in _NOT_YET:
            return False
        if word in _FREED and (position == end or lowers[position - 1] in _DONE):
            return True
    return False
