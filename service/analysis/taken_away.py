"""People taken away without a word of capture: "picked up at a checkpoint", "took away nine farmers", "Russia holds 41 seamen"."""

from __future__ import annotations

from collections.abc import Callable

from service.analysis.company import along_with
from service.analysis.languages.en.harm import RELEASE
from service.analysis.languages.en.people import PLURAL
from service.analysis.languages.lists import words
from service.analysis.linking import Links

_ARMED_MEN = words("""
    militia militiamen soldiers troops rebels gunmen paramilitaries paramilitary fighters uniform uniforms masked masks camouflage
    balaclavas intelligence commandos army guerrillas separatists occupiers jihadists
""")
_POLICE = words("police detectives court prosecutors customs magistrate ambulance")
_AT_CHECKPOINTS = words("checkpoint checkpoints roadblock roadblocks")
_NEAR = 10  # tokens from "picked up" to the checkpoint


def picked_up(links: Links, at: int) -> None:
    """ "was picked up at a militia checkpoint with four other boys", "soldiers picked up 12 students"."""
    lowers = links.lowers
    if lowers[at + 1 : at + 2] != ["up"] or not _POLICE.isdisjoint(lowers) or not RELEASE.isdisjoint(lowers):
        return
    begin, auxiliary = links.auxiliary(at)
    if auxiliary != "be":
        if not _ARMED_MEN.isdisjoint(lowers[max(0, at - _NEAR) : at]):
            links.emit(_people(links, links.objects(at + 1)), "captured", "picked up", at, agent=at)
        return
    if (_ARMED_MEN | _AT_CHECKPOINTS).isdisjoint(lowers[at : at + _NEAR]):
        return
    if links.emit(links.subject(begin), "captured", "picked up", at):
        links.taken.update(
            (i, "missing") for i, group in enumerate(links.groups) if group.end <= at
        )  # "… and has not been seen since"
        along_with(links, at, "captured")
        with_at = next((i for i in range(at + 2, min(at + 2 * _NEAR, len(lowers))) if lowers[i] == "with"), -1)
        index = links.by_start.get(with_at + 1)
        if index is not None and links.groups[index].shape == "counted":
            links.emit([index], "captured", "picked up", at)


def _people(links: Links, indices: list[int]) -> list[int]:
    return [i for i in indices if links.groups[i].shape == "counted" and links.groups[i].person]


def took_away(links: Links, at: int) -> None:
    """ "men in uniform took away nine farmers", "masked men came and took 14 students", "overran the post and took eleven men"."""
    lowers = links.lowers
    away = lowers[at + 1 : at + 2] in (["away"], ["off"])
    people = _people(links, links.objects(at + away))
    if not people or not _POLICE.isdisjoint(lowers) or not RELEASE.isdisjoint(lowers):
        return
    end = links.groups[people[-1]].end
    away = away or lowers[end : end + 1] in (["away"], ["with"])
    if away and not _ARMED_MEN.isdisjoint(lowers[:at]) and not _TO_HELP & set(lowers[end : end + 4]):
        links.emit(people, "captured", "taken away", at, agent=at)


_TO_HELP = words("hospital safety clinic shelter")
_BESET = words("killed overrun overran ambushed surrounded captured stormed encircled hijacked boarded")


def all_taken(links: Links, at: int) -> None:
    """ "the patrol was overrun and its eleven men taken", "26 rebels were killed and 18 taken"."""
    lowers = links.lowers
    index = links.by_end.get(at)
    ends = at + 1 >= len(lowers) or lowers[at + 1] in (".", ",", ";", "prisoner", "captive")
    if index is None or not ends or _BESET.isdisjoint(lowers[:at]):
        return
    group = links.groups[index]
    if group.shape == "counted" and (group.person or not group.head or links.collective(group.start - 1)):
        links.emit([index], "captured", "taken captive", at)


_PRISONERS_OF_STATES = words("""
    sailors seamen crew crewmen soldiers servicemen pilots airmen marines fighters reporters journalists diplomats engineers
    aid-workers fishermen hostages conscripts officers
""")


def holds(links: Links, at: int) -> None:
    """ "Russia holds 41 of the seamen", "the rebels are holding 300 troops": people of a kind that is held, by a side that is named."""
    lowers = links.lowers
    holder = at and (
        lowers[at - 1] in ("still", "they", "rebels", "is", "are", "was", "were")
        or links.reading.mention_at(at - 1) is not None
    )
    if not holder or not RELEASE.isdisjoint(lowers):
        return
    for index in links.objects(at)[:1]:
        group = links.groups[index]
        closes = lowers[group.end : group.end + 1] in ([], ["."], [","], [";"])
        if not group.head and closes and links.found and lowers[at - 1] in ("they", "rebels"):
            links.emit([index], "captured", "held", at, agent=at)  # "the rebels claim to have killed 200 and say they hold 31"
            return
        partly = not _PRISONERS_OF_STATES.isdisjoint(lowers[group.end : group.end + 3]) and group.part
        named = any(last == at - (lowers[at - 1] in ("still", "is", "are")) for _, last, m in links.reading.mentions if m.party)
        nation = group.head not in PLURAL and group.head_at >= 0 and links.reading.mention_at(group.head_at) is not None
        if named and group.shape == "counted" and (group.head in _PRISONERS_OF_STATES or partly or nation):
            links.emit([index], "captured", "held", at, agent=at)


def in_their_prisons(links: Links, at: int) -> None:
    """ "2,500 civilians are being held in Russian prisons": in another's, who is named by nation."""
    lowers = links.lowers
    begin, auxiliary = links.auxiliary(at)
    if auxiliary != "be" or lowers[at + 1 : at + 2] != ["in"] or links.reading.mention_at(at + 2) is None:
        return
    if not _PRISONS.isdisjoint(lowers[at + 3 : at + 5]):
        links.emit(_people(links, links.subject(begin)), "captured", "held", at)


_PRISONS = words("prisons prison jails captivity camps colonies cells")


def shown(links: Links, at: int) -> None:
    """ "the rebels displayed 30 prisoners to reporters"."""
    index = next(iter(links.objects(at)), None)
    if (
        index is not None
        and links.groups[index].head in ("prisoners", "captives")
        and not _ARMED_MEN.isdisjoint(links.lowers[:at])
    ):
        links.emit([index], "captured", "prisoners", at, agent=at)


RULES: dict[str, Callable[[Links, int], None]] = {
    "picked": picked_up,
    **dict.fromkeys(("took", "take", "takes", "taking"), took_away),
    "taken": all_taken,
    **dict.fromkeys(("hold", "holds", "holding"), holds),
    "held": in_their_prisons,
    **dict.fromkeys(("displayed", "paraded", "showed"), shown),
}
