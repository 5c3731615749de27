"""Harm to bodies in several words: "suffered burns", "hit by shrapnel", "shot in the leg", "lost an eye", "taken to hospital", "beaten"."""

from __future__ import annotations

from collections.abc import Callable

from service.analysis.company import along_with
from service.analysis.groups import Group
from service.analysis.languages.en.grammar import HAVE
from service.analysis.languages.en.harm import BODY_PARTS, INJURIES, INTRANSITIVE, MISSILES
from service.analysis.languages.en.people import PLURAL
from service.analysis.languages.lists import words
from service.analysis.linking import Harm, Links
from service.models import Kind

_NEAR = 8  # tokens from what was suffered back to its verb
_SUFFERED = words("suffered sustained suffering sustaining received suffer have has had escaped")
_TREATED = words("treated hospitalised hospitalized admitted")
_TREATING = words("treated treating treat treats")
_BODILY = words("and or , minor deep severe serious light suffered sustained several some facial for shrapnel")


def injuries(links: Links, at: int) -> None:
    """ "suffered injuries", "sustained shrapnel wounds", "treated 27 people for burns", "30 patients with bullet wounds"."""
    lowers = links.lowers
    if lowers[at] == "cuts" and at and lowers[at - 1] not in _BODILY:
        return  # "power cuts", "budget cuts"
    for position in range(at - 1, max(-1, at - _NEAR), -1):
        word = lowers[position]
        if word == "with" and lowers[position - 1] in _BROUGHT and _brought_with(links, position - 1, at):
            return
        if word == "with" and _with_injuries(links, position, at):
            return
        if word in HAVE and lowers[position + 1] in INTRANSITIVE:
            return  # "has died from gunshot wounds"
        if word in _SUFFERED:
            begin, auxiliary = links.auxiliary(position)
            people = links.beside(position) or links.subject(begin if auxiliary else position)
            links.emit(people, "wounded", "suffered injuries", at)
            return
        if word in _TREATED and links.auxiliary(position)[1] == "be":
            links.emit(links.subject(links.auxiliary(position)[0]), "wounded", "treated for wounds", at)
            return
        if word in _TREATING:
            links.emit(_counted_people(links, links.objects(position)), "wounded", "treated for wounds", at, agent=position)
            return


def _with_injuries(links: Links, with_at: int, at: int) -> bool:
    """ "left 14 with shrapnel wounds", "forty patients with burns": whether a count stands before "with"."""
    index = links.by_end.get(with_at)
    if index is None or links.groups[index].shape != "counted":
        return False
    left = links.lowers[links.groups[index].start - 1] if links.groups[index].start else ""
    rule = "left with injuries" if left in ("left", "leaving") else "people with injuries"
    links.emit([index], "wounded", rule, at)
    return True


_BROUGHT = words("admitted evacuated brought flown hospitalised hospitalized rushed")


def _brought_with(links: Links, verb: int, at: int) -> bool:
    """ "a dozen marines were evacuated with concussion"."""
    begin, auxiliary = links.auxiliary(verb)
    return auxiliary == "be" and links.emit(links.subject(begin), "wounded", "people with injuries", at)


def _counted_people(links: Links, indices: list[int]) -> list[int]:
    return [i for i in indices if links.groups[i].shape == "counted" and (links.groups[i].person or not links.groups[i].head)]


def a_wound(links: Links, at: int) -> None:
    """ "suffered a head wound", "sustained a leg injury": an injury in the singular needs its verb."""
    lowers = links.lowers
    verb = next((i for i in range(at - 1, max(-1, at - 5), -1) if lowers[i] in ("suffered", "sustained", "received")), -1)
    if verb > 0 and "a" in lowers[verb:at]:
        begin, auxiliary = links.auxiliary(verb)
        links.emit(links.beside(verb) or links.subject(begin if auxiliary else verb), "wounded", "suffered injuries", at)


def hit_by(links: Links, at: int) -> None:
    """ "hit by shrapnel", "struck in the arm by a bullet", "injured by flying glass": people, not walls."""
    lowers = links.lowers
    for position in range(at + 1, min(at + 3, len(lowers))):
        if lowers[position] in _TEARING:  # "flying glass cut 40 shoppers", "shrapnel tore into nine worshippers"
            people = links.objects(position + (lowers[position + 1 : position + 2] in (["into"], ["through"])))
            people = [i for i in people if links.groups[i].person and links.groups[i].head]
            fatal = not _FATAL.isdisjoint(lowers[position:])
            if links.emit([] if fatal else people, "wounded", "hit by shrapnel", at, agent=position):
                return
    by = next((i for i in range(at - 1, max(0, at - 5), -1) if lowers[i] == "by"), -1)
    verb = next((i for i in range(by - 1, max(-1, by - 6), -1) if lowers[i] in _STRUCK), -1) if by > 0 else -1
    if verb < 1:
        return
    begin, auxiliary = links.auxiliary(verb)
    people = links.subject(begin) if auxiliary == "be" else links.beside(verb)
    links.emit([i for i in people if _is_people(links, i)], "wounded", "hit by shrapnel", at)


def _is_people(links: Links, index: int) -> bool:
    group = links.groups[index]
    return group.person or not group.head


_TEARING = words("cut hit struck tore ripped peppered sprayed raked pierced grazed showered")
_FATAL = words("killing killed dead dying died fatally")
_STRUCK = words("hit struck pierced grazed peppered cut lacerated hurt")


def in_the_leg(links: Links, at: int) -> None:
    """ "was shot in the leg", "a bullet hit a cameraman in the arm": wounded, unless the sentence says that it was to death."""
    lowers = links.lowers
    begin, auxiliary = links.auxiliary(at)
    if auxiliary == "be":
        if _body_part_at(lowers, at + 1):
            links.emit([i for i in links.subject(begin) if _is_people(links, i)], "wounded", "hit in the body", at)
        return
    people = links.objects(at)
    if people and _body_part_at(lowers, links.groups[people[-1]].end):
        links.emit([i for i in people if _is_people(links, i)], "wounded", "hit in the body", at, agent=at)


def _body_part_at(lowers: list[str], at: int) -> bool:
    """Whether "in the leg", "in his left arm" stands at a token."""
    return (
        lowers[at : at + 1] == ["in"]
        and not BODY_PARTS.isdisjoint(lowers[at + 1 : at + 4])
        and "head" not in lowers[at : at + 4]
    )


def lost_a_limb(links: Links, at: int) -> None:
    """ "lost a leg", "lost their sight", "lost both hands"."""
    lowers = links.lowers
    tail = lowers[at + 1 : at + 4]
    if BODY_PARTS.isdisjoint(tail) or tail[:1] == ["of"]:
        return
    part = at + 1 + next(i for i, word in enumerate(tail) if word in BODY_PARTS)
    if any(word not in _OWN for word in lowers[at + 1 : part]) or lowers[part + 1 : part + 2] == ["of"]:
        return
    begin, auxiliary = links.auxiliary(at)
    start = begin if auxiliary else at
    people = links.beside(start) or links.subject(start)
    links.emit([i for i in people if _is_people(links, i)], "wounded", "lost a limb", at)


_OWN = words("a an the his her their both one two left right")


def treating(links: Links, at: int) -> None:
    """ "was treating 60 casualties", "treated 12 wounded": the patients' own noun says that they are hurt; "the clinic treated 120"."""
    counted = links.objects(at)
    people = [i for i in counted if links.groups[i].head in ("casualties", "wounded", "injured")]
    if not people and not _CLINICS.isdisjoint(links.lowers) and links.auxiliary(at)[1] != "be":
        people = [i for i in counted if links.groups[i].shape == "counted" and not links.groups[i].head]
    links.emit(people, "wounded", "treated for wounds", at, agent=at)


def operated(links: Links, at: int) -> None:
    """ "the clinic bandaged 90 people", "surgeons operated on 34 people through the night"."""
    directly = links.lowers[at] != "operated"
    if (directly or links.lowers[at + 1 : at + 2] == ["on"]) and not (_CLINICS | {"volunteers"}).isdisjoint(links.lowers[:at]):
        people = _counted_people(links, links.objects(at if directly else at + 1))
        links.emit([i for i in people if (links.groups[i].low or 2) > 1], "wounded", "treated for wounds", at, agent=at)


_CLINICS = words("hospital hospitals clinic clinics doctors medics surgeons ward")


def to_hospital(links: Links, at: int) -> None:
    """ "12 people were taken to hospital", "14 needed hospital treatment"."""
    lowers = links.lowers
    if lowers[at + 1 : at + 2] in (["treatment"], ["care"]) and at and lowers[at - 1] in _SOUGHT:
        _patients(links, at - 1, at)
        return
    for position in range(at - 1, max(0, at - 6), -1):
        if lowers[position] in _CARRIED:
            begin, auxiliary = links.auxiliary(position)
            dead = "kidnapped" in lowers or not _DEAD.isdisjoint(lowers[max(0, begin - 8) : begin])
            if auxiliary == "be" and not dead and not links.emit(links.subject(begin), "wounded", "taken to hospital", at):
                _he_was_taken(links, at)
            return
    if at > 1 and lowers[at - 1] == "in" and lowers[at - 2] in ("lies", "lay", "lie"):
        people = links.beside(at - 2) or links.subject(at - 2)
        links.emit([i for i in people if _is_people(links, i)], "wounded", "in hospital", at)
        return
    index = links.by_end.get(at - 1) if at and lowers[at - 1] == "in" else None
    headline = index is not None and links.groups[index].shape == "counted" and lowers[at + 1 : at + 2] in ([], ["."], [","])
    if headline and index is not None and _DEATHS.isdisjoint(lowers[:at]):  # "two killed, 14 in hospital"
        links.emit([index], "wounded", "in hospital", at)
        return
    if at > 1 and lowers[at - 1] == "in" and lowers[at - 2] in _STAYS:
        begin, _ = links.auxiliary(at - 1)
        links.emit([i for i in links.subject(begin) if _is_people(links, i)], "wounded", "in hospital", at)


def _he_was_taken(links: Links, at: int) -> None:
    """ "He was found beaten and was taken to a hospital": one person, told of before, who lives."""
    if links.lowers[0] in ("he", "she") and _DEATHS.isdisjoint(links.lowers) and (-1, "wounded") not in links.taken:
        links.taken.add((-1, "wounded"))
        links.found.append(Harm(Group(0, 1, "named"), "wounded", "taken to hospital", at))


_DEATHS = words("died dead death dies pronounced succumbed body heart illness ill collapsed crash accident birth")
_CARRIED = words("taken rushed brought transferred admitted transported airlifted ferried treated")
_DEAD = words("bodies dead body corpses")
_STAYS = words("are were is was remain remains still")


def in_condition(links: Links, at: int) -> None:
    """ "three of the children are in a serious condition", "two are in intensive care": counted among the wounded."""
    lowers = links.lowers
    start = next((i for i in range(at - 1, max(0, at - 5), -1) if lowers[i] == "in"), -1)
    if start < 1 or _GRAVE.isdisjoint(lowers[start:at]):
        return
    begin, auxiliary = links.auxiliary(start)
    people = links.subject(begin) if auxiliary == "be" else links.beside(start)
    links.emit(people, "wounded", "in a grave condition", at, relation="part")


_GRAVE = words("serious critical grave severe life-threatening intensive")


def beaten(links: Links, at: int) -> None:
    """ "60 demonstrators were beaten", "stabbed two women", "burned 16 people": wounded, unless it was to death."""
    lowers = links.lowers
    if "death" in lowers[at + 1 : at + 7] or "dead" in lowers[at + 1 : at + 3]:
        return
    begin, auxiliary = links.auxiliary(at)
    mortal = (at and lowers[at - 1] in _MORTAL) or lowers[at + 1 : at + 2] == ["alive"]
    kind: Kind = "killed" if mortal else "wounded"
    if auxiliary == "be":
        people = links.subject(begin)
        if kind == "killed":
            links.emit([i for i in people if links.groups[i].person], kind, "beaten or stabbed", at)
            along_with(links, at, kind)
            return
        burned = lowers[at] in ("burned", "burnt")
        links.emit([i for i in people if not burned or links.groups[i].person], kind, "beaten or stabbed", at)
        return
    people = links.objects(at + (lowers[at + 1 : at + 2] == ["alive"]))
    groups = links.groups
    people = [i for i in people if groups[i].person and (groups[i].head in PLURAL or groups[i].shape == "counted")]
    links.emit(people, kind, "beaten or stabbed", at, agent=at)


_MORTAL = words("fatally mortally")


def medical_help(links: Links, at: int) -> None:
    """ "forty people needed medical treatment", "sought medical help"."""
    if links.lowers[at + 1 : at + 2] and links.lowers[at + 1] not in _HELP:
        return
    for position in range(at - 1, max(-1, at - 4), -1):
        if links.lowers[position] in _SOUGHT:
            _patients(links, position, at)
            return


def treatment(links: Links, at: int) -> None:
    """ "left 30 people needing treatment", "12 required treatment for burns": for an injury where it says for what."""
    lowers = links.lowers
    if lowers[at + 1 : at + 2] == ["for"] and INJURIES.isdisjoint(lowers[at + 2 : at + 6]):
        return
    if at and lowers[at - 1] in _SOUGHT:
        _patients(links, at - 1, at)


def _patients(links: Links, verb: int, at: int) -> None:
    """Those who sought help, the verb standing at ``verb``; left out where help is for the living of a disaster or a disease."""
    begin, auxiliary = links.auxiliary(verb)
    start = begin if auxiliary else verb
    people = [i for i in links.beside(start) or links.subject(start) if links.groups[i].shape == "counted"]
    links.emit(people, "wounded", "medical help", at)


_HELP = words("help treatment attention care assistance aid")
_SOUGHT = words("needed sought required received seeking needing requiring receiving need seek require given provided")

RULES: dict[str, Callable[[Links, int], None]] = {
    **dict.fromkeys(INJURIES, injuries),
    "wound": a_wound,
    **dict.fromkeys(MISSILES, hit_by),
    **dict.fromkeys(("hit", "struck"), in_the_leg),
    **dict.fromkeys(("treated", "treating"), treating),
    **dict.fromkeys(("operated", "bandaged"), operated),
    **dict.fromkeys(("hospital", "hospitals"), to_hospital),
    **dict.fromkeys(("condition", "care"), in_condition),
    **dict.fromkeys(("beaten", "stabbed", "stabbing", "burned", "burnt"), beaten),
    "medical": medical_help,
    "treatment": treatment,
}
