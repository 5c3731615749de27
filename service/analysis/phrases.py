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
        chosen = links.subject(begin) if auxiliary == "be" else links.objects(at) or links.beside(base)
        if not links.emit(chosen, "killed", "to death", at) and auxiliary == "be" and not chosen:
            links.emit_surname(begin, "killed", "to death:surname", at)
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
    if lowers[at] == "cuts" and lowers[at - 1 : at] and lowers[at - 1] not in _BODILY:
        return  # "power cuts", "budget cuts"
    for position in range(at - 1, max(-1, at - 8), -1):
        word = lowers[position]
        if word == "with" and not {"left", "leaving"}.isdisjoint(lowers[max(0, position - 6) : position]):
            _left_with(links, position, at)
            return
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


_BODILY = words("and or , minor deep severe serious light suffered sustained several some facial")


def _left_with(links: Links, with_at: int, at: int) -> None:
    """ "left 14 with shrapnel wounds"."""
    index = links.by_end.get(with_at)
    left = links.lowers[links.groups[index].start - 1] if index is not None and links.groups[index].start else ""
    if index is not None and left in ("left", "leaving"):
        links.emit([index], "wounded", "left with injuries", at)


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
            dead = "kidnapped" in lowers or not {"bodies", "dead", "body", "corpses"}.isdisjoint(
                lowers[max(0, begin - 8) : begin]
            )
            if auxiliary == "be" and not dead:
                links.emit(links.subject(begin), "wounded", "taken to hospital", at)
            return
    if at > 1 and lowers[at - 1] == "in" and lowers[at - 2] in _STAYS:
        begin, _ = links.auxiliary(at - 1)
        links.emit([i for i in links.subject(begin) if links.groups[i].person], "wounded", "in hospital", at)


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


_STAYS = words("are were is was remain remains still")
_GRAVE = words("serious critical grave severe life-threatening")


def beaten(links: Links, at: int) -> None:
    """ "60 demonstrators were beaten", "stabbed two women": wounded, unless it was to death."""
    lowers = links.lowers
    if "death" in lowers[at + 1 : at + 7] or "dead" in lowers[at + 1 : at + 3]:
        return
    begin, auxiliary = links.auxiliary(at)
    kind: Kind = "killed" if at and lowers[at - 1] in _MORTAL else "wounded"
    if auxiliary == "be":
        links.emit(links.subject(begin), kind, "beaten or stabbed", at)
    else:
        people = [
            i
            for i in links.objects(at)
            if links.groups[i].person and (links.groups[i].head in PLURAL or links.groups[i].shape == "counted")
        ]
        links.emit(people, kind, "beaten or stabbed", at, agent=at)


_MORTAL = words("fatally mortally")
_EXECUTED = words("head heads point-blank execution-style")


def shot(links: Links, at: int) -> None:
    """ "was fatally shot", "shot five men in the head"; a bare "shot" leaves open who lives."""
    lowers = links.lowers
    if lowers[at + 1 : at + 2] in (["dead"], ["down"]):
        return
    begin, auxiliary = links.auxiliary(at)
    fatal = not _MORTAL.isdisjoint(lowers[max(0, at - 2) : at])
    if not fatal and _EXECUTED.isdisjoint(lowers[at + 1 : at + 14]):
        return
    chosen = links.subject(begin) if auxiliary == "be" else links.objects(at)
    if not fatal:
        chosen = [i for i in chosen if links.groups[i].shape == "counted" and links.groups[i].person]
    links.emit(chosen, "killed", "fatally shot", at)


def wiped_out(links: Links, at: int) -> None:
    """ "the strike wiped out a family of six"."""
    if links.lowers[at + 1 : at + 2] == ["out"]:
        begin, auxiliary = links.auxiliary(at)
        chosen = links.subject(begin) if auxiliary == "be" else links.objects(at + 1)
        links.emit([i for i in chosen if links.groups[i].person], "killed", "wiped out", at)


def fell(links: Links, at: int) -> None:
    """ "five soldiers fell in battle": killed, where the fallen are fighters."""
    if links.lowers[at + 1 : at + 2] not in (["in"], ["during"]) or _FIELD.isdisjoint(links.lowers[at + 2 : at + 6]):
        return
    begin, auxiliary = links.auxiliary(at)
    start = begin if auxiliary else at
    chosen = links.beside(start) or links.subject(start)
    links.emit([i for i in chosen if links.groups[i].role == "combatant"], "killed", "fell in battle", at)


_FIELD = words("battle combat action fighting battles line clashes")


def cost(links: Links, at: int) -> None:
    """ "cost four people their lives", "the ambush cost the army 17 men"."""
    lowers = links.lowers
    for index in range(len(links.groups)):
        group = links.groups[index]
        if not at < group.start <= at + 5:
            continue
        lives = lowers[group.end : group.end + 2] in (["their", "lives"], ["his", "life"], ["her", "life"])
        men = group.shape == "counted" and group.head in ("men", "soldiers", "fighters", "troops") and group.start > at + 1
        if lives or men:
            links.emit([index], "killed", "cost lives", at)
        return


def medical_help(links: Links, at: int) -> None:
    """ "forty people needed medical treatment", "sought medical help"."""
    lowers = links.lowers
    if lowers[at + 1 : at + 2] and lowers[at + 1] not in _HELP:
        return
    for position in range(at - 1, max(-1, at - 4), -1):
        if lowers[position] in _SOUGHT:
            begin, auxiliary = links.auxiliary(position)
            start = begin if auxiliary else position
            links.emit(links.beside(start) or links.subject(start), "wounded", "medical help", at)
            return


_HELP = words("help treatment attention care assistance aid")
_SOUGHT = words("needed sought required received seeking needing requiring receiving need seek require given provided")

PHRASES: dict[str, Callable[[Links, int], None]] = {
    **dict.fromkeys(("lost", "lose", "loses", "losing"), lost),
    "death": to_death,
    **dict.fromkeys(("gunned", "mowed", "cut"), down),
    **dict.fromkeys(
        ("wounds", "injuries", "burns", "concussion", "concussions", "bruises", "fractures", "cuts", "contusions"), injuries
    ),
    "shot": shot,
    "wiped": wiped_out,
    **dict.fromkeys(("fell", "fallen"), fell),
    **dict.fromkeys(("cost", "costing"), cost),
    "medical": medical_help,
    **dict.fromkeys(("hospital", "hospitals"), to_hospital),
    "condition": in_condition,
    **dict.fromkeys(("beaten", "stabbed", "stabbing"), beaten),
}
