"""People in the hands of others: "taken hostage", "seized 12 villagers", "detained 11 people in the occupied town"."""

from __future__ import annotations

from service.analysis.languages.en.harm import CAPTORS, RELEASE
from service.analysis.languages.lists import words
from service.analysis.linking import Links

_HOLDING = words("taken took held hold holds holding take taking takes kept seized")
HELD_NEAR = 3  # tokens from the verb to those held; what is further away is another clause's
_BY_ARMS = CAPTORS - words("armed fighters hostage hostages captive captives captivity prisoner ransom kidnapping abduction")
_TAKING = words("took take takes taken taking captured capture")
_SOLDIERY = words("forces troops soldiers army military occupation occupying occupiers")
_POLICE = words("police prosecutors court customs")


def hostage(links: Links, at: int) -> None:
    """ "taken hostage", "held 12 villagers captive", "took hostage a researcher", "made prisoner", "are still in captivity"."""
    lowers = links.lowers
    if lowers[at] == "captivity" or (at and lowers[at - 1] == "made"):
        start = next((i for i in range(at - 1, max(-1, at - 5), -1) if lowers[i] in ("in", "made")), -1)
        begin, auxiliary = links.auxiliary(start) if start > 0 else (at, "")
        if auxiliary == "be" and RELEASE.isdisjoint(lowers):
            links.emit(links.subject(begin), "captured", "in captivity", at)
            return
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
    if tail[:1] in (["accountable"], ["responsible"], ["liable"], ["to"], ["up"]):
        return
    if CAPTORS.isdisjoint(lowers) and not links.reading.kidnapping:
        return
    begin, auxiliary = (at, "") if lowers[at].endswith("ing") else links.auxiliary(at)
    chosen = links.subject(begin) if auxiliary == "be" else links.objects(at + 1 if tail[:1] in (["away"], ["off"]) else at)
    if auxiliary != "be" and chosen and links.groups[chosen[0]].start - at > HELD_NEAR:
        return
    people = [i for i in chosen if links.groups[i].person and links.groups[i].shape != "named"]
    links.emit(people, "captured", "held", at, agent=at)


def made_off(links: Links, at: int) -> None:
    """ "made off with 22 pupils"."""
    if links.lowers[at + 1 : at + 3] == ["off", "with"]:
        people = [i for i in links.objects(at + 2) if links.groups[i].person]
        links.emit(people, "captured", "made off with", at, agent=at)


def prisoners(links: Links, at: int) -> None:
    """ "took 14 prisoners", "holds more than 6,000 Russian prisoners of war"."""
    lowers = links.lowers
    index = links.by_end.get(at + 1)
    if index is None or links.groups[index].shape != "counted" or not RELEASE.isdisjoint(lowers):
        return
    before = lowers[max(0, links.groups[index].start - 3) : links.groups[index].start]
    of_war = lowers[at + 1 : at + 3] == ["of", "war"] and not _HOLDING.isdisjoint(lowers[: links.groups[index].start])
    if of_war or not _TAKING.isdisjoint(before):
        links.emit([index], "captured", "prisoners", at)


def surrendered(links: Links, at: int) -> None:
    """ "959 fighters from the plant had surrendered": in the enemy's hands."""
    begin, auxiliary = links.auxiliary(at)
    start = begin if auxiliary else at
    if "weapons" in links.lowers[at + 1 : at + 4] or "control" in links.lowers[at + 1 : at + 4]:
        return
    chosen = links.beside(start) or links.subject(start)
    people = [i for i in chosen if links.groups[i].role == "combatant" and links.groups[i].shape == "counted"]
    links.emit(people, "captured", "surrendered", at)


def detained(links: Links, at: int) -> None:
    """ "Russian forces detained 11 residents of Kherson": by an occupier or an armed group; arrests by a country's police are not war."""
    lowers = links.lowers
    if not _POLICE.isdisjoint(lowers) or not RELEASE.isdisjoint(lowers[at + 1 : at + 12]):
        return
    begin, auxiliary = links.auxiliary(at)
    chosen = links.subject(begin) if auxiliary == "be" else links.objects(at)
    fighters = any(harm.group.role == "combatant" for harm in links.found)  # "killed 20 militants and detained 14"
    people = [i for i in chosen if links.groups[i].shape == "counted" and (links.groups[i].person or not links.groups[i].head)]
    if fighters and auxiliary != "be" and people:
        links.emit(people, "captured", "detained in fighting", at)
        return
    people = [i for i in people if links.groups[i].person]
    if not people:
        return
    first, last = (at, min(at + 9, len(lowers))) if auxiliary == "be" else (max(0, at - 9), at)
    if auxiliary == "be" and "by" not in lowers[first:last]:
        return
    captors = {m.party for begins, _, m in links.reading.mentions if first <= begins < last and m.party}
    group = any(m.kind == "group" for begins, _, m in links.reading.mentions if first <= begins < last)
    group = group or not _BY_ARMS.isdisjoint(lowers[first:last]) or lowers[first:last].count("armed") > 0
    sides = {m.party or m.country for begins, _, m in links.reading.mentions if not first <= begins < last}
    foreign = bool(captors) and not _SOLDIERY.isdisjoint(lowers[first:last]) and bool(sides - captors - {None})
    if group or foreign:
        links.emit(people, "captured", "detained by an occupier", at)


RULES = {
    **dict.fromkeys(("hostage", "captive", "prisoner", "captivity"), hostage),
    **dict.fromkeys(("held", "holding", "hold", "holds", "took", "taken", "taking", "seized", "seizing"), held),
    **dict.fromkeys(("whisked", "marched", "dragged", "herded"), held),
    **dict.fromkeys(("detained", "arrested"), detained),
    "made": made_off,
    "prisoners": prisoners,
    "surrendered": surrendered,
}
