"""People driven out: "forced from their homes", "sheltering in schools", "crossed into Chad", "left the camp", "lives in camps"."""

from __future__ import annotations

from service.analysis.languages.lists import words
from service.analysis.linking import Links

_HOMES = words("homes home houses camp camps villages")
_PLACES = words("city town village area region enclave district province villages towns")
_INHABITANTS = words("people residents families civilians villagers inhabitants palestinians others households refugees gazans")
_AWAY = words("homes home flee leave exile houses out abandon villages")
_WAR = words("""
    war fighting invasion violence clashes fled flee fleeing conflict offensive shelling bombardment bombing refugees border
""")
_SHELTERED = 20  # people; fewer are those in a cellar or a doorway
_RESTING = words("taking took taken take seek sought seeking found find finding")
_CAMPS = words("camps camp tents shelters")
_USUAL = words("normally usually once formerly officially")
_LIVING = words("living live staying stay crammed crowded housed")


def _many(links: Links, at: int) -> list[int]:
    """The subject of a verb at ``at``, where it is of people and of more than a handful."""
    begin, auxiliary = links.auxiliary(at)
    start = begin if auxiliary else at
    chosen = links.beside(start) or links.subject(start)
    return [i for i in chosen if _crowd(links, i)]


def _crowd(links: Links, index: int) -> bool:
    group = links.groups[index]
    numerous = group.low is None or group.low >= _SHELTERED or group.head in ("families", "households")
    return group.shape == "counted" and numerous and group.role != "combatant" and (group.person or not group.head)


def left_home(links: Links, at: int) -> None:
    """ "3,000 people have left the camp", "70,000 residents left the city": displaced, where people and not visitors leave."""
    lowers = links.lowers
    tail = lowers[at + 1 : at + 4]
    if len(tail) < 2 or tail[0] not in ("the", "their"):
        return
    city = _HOMES.isdisjoint(tail[1:])
    if city and (_PLACES.isdisjoint(tail[1:]) or tail[0] != "the"):
        return
    begin, auxiliary = links.auxiliary(at)
    if auxiliary == "be":
        return
    start = begin if auxiliary else at
    chosen = [i for i in links.beside(start) or links.subject(start) if links.groups[i].head in _INHABITANTS]
    if city:
        chosen = [i for i in chosen if _crowd(links, i) and links.groups[i].head != "people"]
    links.emit(chosen, "displaced", "left home", at)


def forced(links: Links, at: int) -> None:
    """ "forced 2,000 people from their homes", "2,750 people were forced to flee"."""
    if _AWAY.isdisjoint(links.lowers[at + 1 : at + 14]):
        return
    begin, auxiliary = links.auxiliary(at)
    if auxiliary == "be":
        links.emit(links.subject(begin), "displaced", "forced out", at)
    else:
        links.emit(links.objects(at), "displaced", "forced out", at, agent=at)


def sheltering(links: Links, at: int) -> None:
    """ "18,000 people are sheltering in a stadium", "took shelter in a church", "sought refuge in Uganda"."""
    lowers = links.lowers
    verb = at
    if lowers[at] in ("shelter", "refuge"):
        verb = at - 1
        if at == 0 or lowers[verb] not in _RESTING:
            return
    links.emit(_many(links, verb), "displaced", "sheltering", at)


def crossed(links: Links, at: int) -> None:
    """ "some 50,000 people crossed the border into Chad": fleeing, where the sentence speaks of war or refugees."""
    tail = links.lowers[at + 1 : at + 6]
    if not {"into", "border", "to"}.isdisjoint(tail) and not _WAR.isdisjoint(links.lowers):
        people = [i for i in _many(links, at) if links.groups[i].head in _INHABITANTS]
        links.emit(people, "displaced", "crossed the border", at)


def in_camps(links: Links, at: int) -> None:
    """ "half a million people are living in camps"."""
    usual = not _USUAL.isdisjoint(links.lowers[max(0, at - 3) : at])
    if not usual and links.lowers[at + 1 : at + 2] == ["in"] and not _CAMPS.isdisjoint(links.lowers[at + 2 : at + 5]):
        links.emit(_many(links, at), "displaced", "living in camps", at)


def sent_fleeing(links: Links, at: int) -> None:
    """ "sent 60,000 people fleeing", "sends thousands fleeing"."""
    for index in links.objects(at):
        end = links.groups[index].end
        if "fleeing" in links.lowers[end : end + 2]:
            links.emit([index], "displaced", "sent fleeing", at, agent=at)


_RUNAWAYS = words("""
    suspects suspect men man gang thieves thief robbers robber dictators dictator assassins drivers driver prisoners inmates convicts
    leaders ministers president king officials perpetrators culprits
""")
_ESCAPE = words(
    "scene foot motorcycle motorcycles motorbike motorbikes vehicle vehicles car cars taxi taxis prison jail custody"
)
_ABODES = words("home homes house houses village villages")
_FEW = 10  # so small a number of people is driven out in no news; who runs away then runs from a deed


def runs_away(links: Links, index: int, at: int) -> bool:
    """ "three gunmen fled", "the four fled the scene": no displaced people."""
    group = links.groups[index]
    small = group.low is not None and group.low < _FEW and group.role == "unknown"
    escape = group.low is not None and group.low < 10 * _FEW and not _ESCAPE.isdisjoint(links.lowers[at + 1 : at + 8])
    if not _ABODES.isdisjoint(links.lowers[at + 1 : at + 5]):
        return False
    return group.role == "combatant" or group.head in _RUNAWAYS or escape or (small and not group.vague)


RULES = {
    **dict.fromkeys(("left", "leave"), left_home),
    **dict.fromkeys(("forced", "driven", "forcing"), forced),
    **dict.fromkeys(("sheltering", "sheltered", "shelter", "refuge"), sheltering),
    **dict.fromkeys(("crossed", "crossing"), crossed),
    **dict.fromkeys(_LIVING, in_camps),
    **dict.fromkeys(("sent", "sends", "sending", "send"), sent_fleeing),
}
