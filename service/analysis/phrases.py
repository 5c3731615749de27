"""Harm in several words: "lost 12 soldiers", "beaten to death", "taken to hospital", "forced from their homes"."""

from __future__ import annotations

from collections.abc import Callable

from service.analysis.languages.en.people import PLURAL
from service.analysis.languages.lists import words
from service.analysis.linking import Links
from service.analysis.verbs import along_with
from service.models import Kind

_TO_DEATH = words("""
    stabbed beaten tortured burned burnt hacked bludgeoned crushed shot starved stabbing beating torturing burning hacking
    beat hack stoned trampled clubbed choked frozen
""")


def lost(links: Links, at: int) -> None:
    """ "lost 12 soldiers", "lost their lives"."""
    lowers = links.lowers
    if (
        lowers[at + 1 : at + 2]
        and lowers[at + 1] in ("their", "his", "her")
        and lowers[at + 2 : at + 3] in (["lives"], ["life"])
    ):
        begin, auxiliary = links.auxiliary(at)
        start = begin if auxiliary else at
        links.emit(links.beside(start) or links.subject(start), "killed", "lost their lives", at)
        return
    people = [i for i in links.objects(at) if _lost_person(links, i)]
    links.emit(people, "killed", "lost people", at)


def _lost_person(links: Links, index: int) -> bool:
    group = links.groups[index]
    return (group.person and group.role != "unknown") or group.head in ("men", "people", "members", "son", "sons")


def to_death(links: Links, at: int) -> None:
    """ "was beaten to death", "beat 12 men to death"."""
    lowers = links.lowers
    if at < 2 or lowers[at - 1] != "to":
        return
    base = next((i for i in (at - 2, at - 3) if i >= 0 and lowers[i] in _TO_DEATH), -1)
    if base >= 0:
        begin, auxiliary = links.auxiliary(base)
        if (
            links.emit(links.subject(begin) if auxiliary == "be" else links.beside(base), "killed", "to death", at)
            or auxiliary == "be"
        ):
            along_with(links, at, "killed")
        return
    index = links.by_end.get(at - 1)
    if index is not None and links.groups[index].start > 0 and lowers[links.groups[index].start - 1] in _TO_DEATH:
        links.emit([index], "killed", "to death", at)


def down(links: Links, at: int) -> None:
    """ "gunned down 12 worshippers"."""
    if links.lowers[at + 1 : at + 2] == ["down"]:
        begin, auxiliary = links.auxiliary(at)
        chosen = links.subject(begin) if auxiliary == "be" else links.objects(at) or links.beside(at)
        links.emit(chosen, "killed", "gunned down", at)


def injuries(links: Links, at: int) -> None:
    """ "suffered injuries", "sustained shrapnel wounds", "were treated for wounds", "have bullet wounds"."""
    lowers = links.lowers
    for position in range(at - 1, max(-1, at - 8), -1):
        word = lowers[position]
        if word in ("suffered", "sustained", "suffering", "sustaining", "received", "suffer", "have", "has", "had"):
            begin, auxiliary = links.auxiliary(position)
            links.emit(
                links.beside(position) or links.subject(begin if auxiliary else position), "wounded", "suffered injuries", at
            )
            return
        if word in ("treated", "hospitalised", "hospitalized", "admitted"):
            begin, auxiliary = links.auxiliary(position)
            if auxiliary == "be":
                links.emit(links.subject(begin), "wounded", "treated for wounds", at)
            return


def to_hospital(links: Links, at: int) -> None:
    """ "12 people were taken to hospital"."""
    lowers = links.lowers
    for position in range(at - 1, max(0, at - 6), -1):
        if lowers[position] in (
            "taken",
            "rushed",
            "brought",
            "transferred",
            "admitted",
            "transported",
            "airlifted",
            "ferried",
            "treated",
        ):
            begin, auxiliary = links.auxiliary(position)
            dead = not {"bodies", "dead", "body", "corpses"}.isdisjoint(lowers[max(0, begin - 8) : begin])
            if auxiliary == "be" and not dead:
                links.emit(links.subject(begin), "wounded", "taken to hospital", at)
            return


def in_condition(links: Links, at: int) -> None:
    """ "three of the children are in a serious condition": wounded, and counted among the wounded."""
    lowers = links.lowers
    start = next((i for i in range(at - 1, max(0, at - 5), -1) if lowers[i] == "in"), -1)
    if start < 1 or _GRAVE.isdisjoint(lowers[start:at]):
        return
    begin, auxiliary = links.auxiliary(start)
    links.emit(
        links.subject(begin) if auxiliary == "be" else links.beside(start),
        "wounded",
        "in a grave condition",
        at,
        relation="part",
    )


_GRAVE = words("serious critical grave severe life-threatening")
_ABODES = words("homes home houses camp camps villages")
_INHABITANTS = words("people residents families civilians villagers inhabitants palestinians others households")


def left_home(links: Links, at: int) -> None:
    """ "3,000 people have left the camp": displaced, where people and not visitors leave."""
    lowers = links.lowers
    tail = lowers[at + 1 : at + 4]
    if len(tail) < 2 or tail[0] not in ("the", "their") or _ABODES.isdisjoint(tail[1:]):
        return
    begin, auxiliary = links.auxiliary(at)
    if auxiliary == "be":
        return
    start = begin if auxiliary else at
    chosen = [i for i in links.beside(start) or links.subject(start) if links.groups[i].head in _INHABITANTS]
    links.emit(chosen, "displaced", "left home", at)


def forced(links: Links, at: int) -> None:
    """ "forced 2,000 people from their homes", "2,750 people were forced to flee"."""
    tail = links.lowers[at + 1 : at + 14]
    if {"homes", "home", "flee", "leave", "exile", "houses", "out", "abandon", "villages"}.isdisjoint(tail):
        return
    begin, auxiliary = links.auxiliary(at)
    if auxiliary == "be":
        links.emit(links.subject(begin), "displaced", "forced out", at)
    else:
        links.emit(links.objects(at), "displaced", "forced out", at, agent=at)


def beaten(links: Links, at: int) -> None:
    """ "60 demonstrators were beaten", "stabbed two women": wounded, unless it was to death."""
    lowers = links.lowers
    if "death" in lowers[at + 1 : at + 7] or "dead" in lowers[at + 1 : at + 3]:
        return
    begin, auxiliary = links.auxiliary(at)
    kind: Kind = "wounded"
    if auxiliary == "be":
        links.emit(links.subject(begin), kind, "beaten or stabbed", at)
    else:
        people = [
            i
            for i in links.objects(at)
            if links.groups[i].person and (links.groups[i].head in PLURAL or links.groups[i].shape == "counted")
        ]
        links.emit(people, kind, "beaten or stabbed", at, agent=at)


PHRASES: dict[str, Callable[[Links, int], None]] = {
    **dict.fromkeys(("lost", "lose", "loses", "losing"), lost),
    "death": to_death,
    **dict.fromkeys(("gunned", "mowed", "cut"), down),
    **dict.fromkeys(("wounds", "injuries"), injuries),
    **dict.fromkeys(("hospital", "hospitals"), to_hospital),
    "condition": in_condition,
    **dict.fromkeys(("left", "leave"), left_home),
    **dict.fromkeys(("forced", "driven", "forcing"), forced),
    **dict.fromkeys(("beaten", "stabbed", "stabbing"), beaten),
}
