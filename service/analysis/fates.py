"""People nobody knows the fate of: "the whereabouts of 12 are unknown", "listed 18 as missing", "no word of the four"."""

from __future__ import annotations

from service.analysis.languages.en.grammar import BE
from service.analysis.languages.lists import words
from service.analysis.linking import Links

_UNKNOWN = words("unknown unclear known uncertain established mystery")
_GONE = words("gone went go goes")


def whereabouts(links: Links, at: int) -> None:
    """ "the whereabouts of 7,000 soldiers are unknown", "the fate of 43 students remains unclear"."""
    index = links.by_start.get(at + 2, links.by_start.get(at + 3))
    if index is None or links.lowers[at + 1] != "of" or _UNKNOWN.isdisjoint(links.lowers[links.groups[index].end :]):
        return
    people = [i for i in links.chain_from(index) if links.lowers[at] == "whereabouts" or links.groups[i].shape == "counted"]
    links.emit(people, "missing", "whereabouts unknown", at)


def missing(links: Links, at: int) -> None:
    """ "9,000 people have gone missing", "listed 18 soldiers as missing"; "are missing" is a state like others."""
    lowers = links.lowers
    before = lowers[at - 1] if at else ""
    if before in _GONE:
        begin, auxiliary = links.auxiliary(at - 1)
        start = begin if auxiliary else at - 1
        links.emit(links.beside(start) or links.subject(start), "missing", "gone missing", at)
    elif before == "the" and lowers[at - 2 : at - 1] == ["of"] and not _ROLLS.isdisjoint(lowers[max(0, at - 4) : at]):
        on = next((i for i in range(at - 3, max(0, at - _ROLL_NEAR), -1) if lowers[i] == "on"), 0)
        begin, auxiliary = links.auxiliary(on)
        if auxiliary == "be":
            links.emit(links.subject(begin), "missing", "listed as missing", at)
    elif before == "as":
        index = links.by_end.get(at - 1)
        if index is not None:
            links.emit([index], "missing", "listed as missing", at)


_ROLLS = words("register list lists roll registers")
_ROLL_NEAR = 9  # tokens from "on" to "missing": "on the state's register of the missing"


def survived(links: Links, at: int) -> None:
    """ "none of the four men in the vehicle survived": all are dead."""
    for index, group in enumerate(links.groups):
        before = [word for word in links.lowers[max(0, group.start - 4) : group.start + 1] if word != "the"]
        before = before if before[-1:] == ["of"] else before[:-1]
        none_of = before[-2:] == ["none", "of"] or before[-3:] == ["not", "one", "of"]
        if none_of and group.end <= at <= group.end + _SURVIVED_NEAR and group.shape == "counted":
            links.emit([index], "killed", "none survived", at)


_SURVIVED_NEAR = 8  # tokens from the people to "survived"


def no_word(links: Links, at: int) -> None:
    """ "there has been no word of the four reporters"."""
    if links.lowers[max(0, at - 1) : at] == ["no"]:
        of = next((i for i in range(at + 1, min(at + _OF_NEAR, len(links.lowers))) if links.lowers[i] in _ABOUT), -1)
        index = links.by_start.get(of + 1, links.by_start.get(of + 2)) if of > 0 else None
        if index is not None and links.groups[index].shape == "counted" and links.groups[index].person:
            links.emit([index], "missing", "no word of", at)


_ABOUT = ("of", "from", "on", "about")
_OF_NEAR = 6  # tokens of "no trace has been found of"


def contact(links: Links, at: int) -> None:
    """ "lost contact with 14 soldiers", "contact was lost with a patrol of 14"."""
    near = links.lowers[max(0, at - 3) : at + 5]
    if "lost" not in near or "with" not in links.lowers[at + 1 : at + 5]:
        return
    first = links.lowers.index("with", at + 1) + 1
    people = [i for i, g in enumerate(links.groups) if first <= g.start <= first + 4 and g.shape == "counted" and g.person]
    links.emit(people[:1], "missing", "contact lost", at)


def traced(links: Links, at: int) -> None:
    """ "20 people could not be traced", "six have yet to be located", "three cannot be accounted for"."""
    lowers = links.lowers
    following = lowers[at + 1 : at + 2]
    if (lowers[at] == "heard" and following not in (["of"], ["from"])) or (lowers[at] == "accounted" and following != ["for"]):
        return
    if lowers[at] == "seen" and following not in (["since"], ["again"]):
        return
    begin, auxiliary = links.auxiliary(at)
    alone = links.by_end.get(at - 1) if at and lowers[at - 1] == "not" else None
    if alone is not None and lowers[at] == "accounted" and links.groups[alone].shape == "counted":
        links.emit([alone], "missing", "not traced", at)  # "17 dead, two not accounted for"
        return
    if auxiliary != "be" or not ({"not", "cannot", "never", "n't", "yet"} & set(lowers[max(0, begin - 2) : at])):
        return
    while begin and (lowers[begin - 1] in ("yet", "have", "has") or lowers[begin - 1] in BE):
        begin -= 1
    chosen = links.beside(begin) or links.subject(begin)
    alone = lowers[at] in ("heard", "seen") and _GAMES.isdisjoint(lowers)  # "a nurse has not been heard from since"
    people = [i for i in chosen if alone or links.groups[i].shape == "counted"]
    links.emit([i for i in people if links.groups[i].person or not links.groups[i].head], "missing", "not traced", at)


def searched_for(links: Links, at: int) -> None:
    """ "relatives are still searching for 45 men": people, by who wants them back; who may lie under rubble is no count."""
    lowers = links.lowers
    if _BEREFT.isdisjoint(lowers[:at]) or lowers[at + 1 : at + 2] != ["for"]:
        return
    people = [i for i in links.objects(at + 1) if links.groups[i].shape == "counted" and links.groups[i].person]
    links.emit([i for i in people if links.groups[i].role != "combatant" or "fellow" in lowers], "missing", "searched for", at)


_BEREFT = words("relatives families kin mothers parents wives")
_GAMES = words("game match season public stage television club")

RULES = {
    **dict.fromkeys(("whereabouts", "fate"), whereabouts),
    "missing": missing,
    "survived": survived,
    **dict.fromkeys(("word", "trace", "sign", "news"), no_word),
    "contact": contact,
    **dict.fromkeys(("searching", "looking"), searched_for),
    **dict.fromkeys(("traced", "located", "accounted", "heard", "seen"), traced),
}
