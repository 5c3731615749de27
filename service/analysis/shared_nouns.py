"""Two counts before one noun of harm: "eight civilian and five military deaths", "nine Israeli and 63 Palestinian funerals"."""

from __future__ import annotations

from service.analysis.languages.en.harm import COUNT_NOUNS
from service.analysis.languages.en.people import PLURAL, ROLE_MODIFIERS, SINGULAR
from service.analysis.languages.lists import words
from service.analysis.linking import Harm, Links
from service.models import Role

_JOINTS = words("and or & ,")
_ADJECTIVES = 3  # tokens from a number to what joins it to the next: "five South Korean"


def settle(links: Links) -> None:
    """Give the counts before a count of deaths or injuries the noun they share with it."""
    for harm in [h for h in links.found if h.rule.startswith("count:")]:
        index = links.by_start.get(harm.group.start)
        while index is not None and index > 0 and _shares(links, index - 1, links.groups[index].start):
            index -= 1
            group = links.groups[index]
            links.taken.add((index, harm.kind))
            end = links.groups[index + 1].start - 1
            role = _role(links.lowers[group.end - 1 : end]) if group.role == "unknown" else group.role
            links.found.append(Harm(group._replace(end=end, role=role), harm.kind, harm.rule, harm.at, harm.relation))


def _shares(links: Links, index: int, start: int) -> bool:
    """Whether a count, an adjective and "and" are all that stands before the next count at ``start``."""
    group, lowers = links.groups[index], links.lowers
    number = group.number
    if number is None or number.low is None or group.part or links.harmed(index) or lowers[start - 1] not in _JOINTS:
        return False
    between = lowers[number.last : start - 1]
    if not 0 < len(between) <= _ADJECTIVES or not COUNT_NOUNS.keys().isdisjoint(between):
        return False
    return all(_describes(links, at) for at in range(number.last, start - 1))


def _describes(links: Links, at: int) -> bool:
    """Whether a word can stand before "deaths" and says whose they are."""
    word = links.lowers[at]
    named = any(first <= at < last for first, last, _ in links.reading.mentions)
    return named or word in ROLE_MODIFIERS or word in SINGULAR or (word in PLURAL and not word.endswith("s")) or word == "more"


def _role(described: list[str]) -> Role:
    """What the adjective says of them."""
    return next((role for word in described for role in (ROLE_MODIFIERS.get(word) or SINGULAR.get(word),) if role), "unknown")
