"""People in the hands of others: "taken hostage", "seized 12 villagers", "detained 11 people in the occupied town"."""

from __future__ import annotations

from service.analysis.languages.en.harm import CAPTORS, RELEASE
from service.analysis.languages.lists import words
from service.analysis.linking import Links

_HOLDING = words("taken took held hold holds holding take taking takes kept seized")
HELD_NEAR = 3  # tokens from the verb to those held; what is further away is another clause's
_SOLDIERY = words("forces troops soldiers army military occupation occupying occupiers")
_POLICE = words("police prosecutors court customs")


def hostage(links: Links, at: int) -> None:
    """ "taken hostage", "held 12 villagers captive", "took hostage a researcher"."""
    lowers = links.lowers
    if _HOLDING.isdisjoint(lowers[max(0, at - 12) : at]):
        return
    begin, auxiliary = links.auxiliary(at - 1) if at and lowers[at - 1] in _HOLDING else (at, "")
    if auxiliary == "be":
        links.emit(links.subject(begin), "captured", "taken captive", at)
    elif not links.emit(links.beside(at), "captured", "taken captive", at) and lowers[at - 1] in _HOLDING:
        people = links.objects(at) or links.beside(at - 1)
        links.emit([i for i in people if links.groups[i].person], "captured", "taken captive", at)


def held(links: Links, at: int) -> None:
    """ "gunmen seized 12 villagers", "took away 27 students", "still holding 15 people": by armed people, not by the police."""
    lowers = links.lowers
    tail = lowers[at + 1 : at + 16]
    if lowers[at] in ("whisked", "marched", "dragged", "herded") and tail[:1] not in (["away"], ["off"]):
        return
    if lowers[at] in ("took", "taken", "taking"):
        away = tail[:1] in (["away"], ["captive"], ["hostage"], ["prisoner"])
        if not away and {"hostage", "captive", "prisoner", "captivity"}.isdisjoint(tail):
            return
    if CAPTORS.isdisjoint(lowers) and not links.reading.kidnapping:
        return
    begin, auxiliary = (at, "") if lowers[at].endswith("ing") else links.auxiliary(at)
    chosen = links.subject(begin) if auxiliary == "be" else links.objects(at + 1 if tail[:1] in (["away"], ["off"]) else at)
    if auxiliary != "be" and chosen and links.groups[chosen[0]].start - at > HELD_NEAR:
        return
    people = [i for i in chosen if links.groups[i].person and links.groups[i].shape == "counted"]
    links.emit(people, "captured", "held", at, agent=at)


def detained(links: Links, at: int) -> None:
    """ "Russian forces detained 11 residents of Kherson": by an occupier or an armed group; arrests by a country's police are not war."""
    lowers = links.lowers
    if not _POLICE.isdisjoint(lowers) or not RELEASE.isdisjoint(lowers[at + 1 : at + 12]):
        return
    begin, auxiliary = links.auxiliary(at)
    chosen = links.subject(begin) if auxiliary == "be" else links.objects(at)
    people = [i for i in chosen if links.groups[i].person and links.groups[i].shape == "counted"]
    if not people:
        return
    first, last = (at, min(at + 9, len(lowers))) if auxiliary == "be" else (max(0, at - 9), at)
    if auxiliary == "be" and "by" not in lowers[first:last]:
        return
    captors = {m.party for begins, _, m in links.reading.mentions if first <= begins < last and m.party}
    group = any(m.kind == "group" for begins, _, m in links.reading.mentions if first <= begins < last)
    sides = {m.party or m.country for begins, _, m in links.reading.mentions if not first <= begins < last}
    foreign = bool(captors) and not _SOLDIERY.isdisjoint(lowers[first:last]) and bool(sides - captors - {None})
    if group or foreign:
        links.emit(people, "captured", "detained by an occupier", at)


RULES = {
    **dict.fromkeys(("hostage", "captive", "prisoner", "captivity"), hostage),
    **dict.fromkeys(("held", "holding", "hold", "holds", "took", "taken", "taking", "seized", "seizing"), held),
    **dict.fromkeys(("whisked", "marched", "dragged", "herded"), held),
    **dict.fromkeys(("detained", "arrested"), detained),
}
