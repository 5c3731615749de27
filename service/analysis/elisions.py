"""Counts whose verb is said once: "six died in Kharkiv, four in Sumy", "sixty were wounded, 12 seriously", "five of the nine killed"."""

from __future__ import annotations

from service.analysis.languages.en.grammar import BE, DAY_WORDS, HAVE
from service.analysis.languages.en.harm import INTRANSITIVE, STATES, TRANSITIVE
from service.analysis.languages.en.units import MONTHS
from service.analysis.languages.lists import words
from service.analysis.linking import Harm, Links

_PLACED = words("in near at outside around")
_GRAVELY = words("seriously critically badly severely gravely slightly lightly")
_OPENS = words(", and : ; &") | {"while"}
_ENDS = words(", and ; . :")
_NOT_THERE = BE | HAVE | DAY_WORDS | frozenset(MONTHS) | frozenset(TRANSITIVE) | frozenset(INTRANSITIVE) | frozenset(STATES)
_LONGEST = 7  # tokens from "four" to the end of "in the village of Sumy"


def settle(links: Links) -> None:
    """Give the counts that have no verb of their own that of the count before them."""
    for index, group in enumerate(links.groups):
        if group.shape != "counted" or group.head or group.low is None or links.harmed(index):
            continue
        before = _harm_before(links, group.start)
        following = links.lowers[group.end] if group.end < len(links.lowers) else "."
        if group.part and index + 1 < len(links.groups):
            _of_the(links, index)
        elif before is None or links.lowers[group.start - 1] not in _OPENS:
            continue
        elif following in _PLACED and _parallel(links, before, group.start) and _only_a_place(links, group.end):
            links.emit([index], before.kind, f"elided:{before.kind}", before.at)
        elif following in _GRAVELY and before.kind == "wounded" and _ends(links, group.end + 1):
            links.emit([index], "wounded", "elided:wounded", before.at, relation="part")


def _harm_before(links: Links, position: int) -> Harm | None:
    """The last harm told before a position; none where it had two kinds at once."""
    told = [harm for harm in links.found if harm.group.end <= position and harm.relation != "part"]
    if not told:
        return None
    last = max(told, key=lambda harm: harm.group.start)
    alone = all(harm.kind == last.kind for harm in told if harm.group.start == last.group.start)
    return last if alone else None


def _parallel(links: Links, before: Harm, start: int) -> bool:
    """Whether the count before has its place too ("in Kharkiv, four in Sumy"), or a colon opens the list."""
    gap = links.lowers[before.group.end : start]
    if gap[-1:] == ["and"] and gap[-2:-1] != [","] and not before.rule.startswith("elided") and ":" not in gap:
        return False  # a bare "and" joins only what is a list already
    return ":" in gap or not _PLACED.isdisjoint(gap[:-1]) or links.lowers[0] in _PLACED


def _only_a_place(links: Links, position: int) -> bool:
    """Whether nothing but a place follows: "in Sumy", "in the east of the city"; a verb would make it another statement."""
    lowers, tokens = links.lowers, links.reading.tokens
    named = False
    for at in range(position + 1, min(position + _LONGEST, len(lowers))):
        word = lowers[at]
        if word in _ENDS:
            return named
        if word in _NOT_THERE or word.isdigit():
            return False
        named = named or tokens[at].text[0].isupper()
    return named and position + _LONGEST >= len(lowers)


def _ends(links: Links, position: int) -> bool:
    return position >= len(links.lowers) or links.lowers[position] in _ENDS


def _of_the(links: Links, index: int) -> None:
    """ "five of the nine people killed": as many of what the next count suffered."""
    whole = links.groups[index + 1]
    if whole.start - links.groups[index].end > 2:
        return
    for harm in [h for h in links.found if h.group is whole and h.kind in ("killed", "wounded")]:
        links.emit([index], harm.kind, f"elided:{harm.kind}", harm.at, relation="part")
