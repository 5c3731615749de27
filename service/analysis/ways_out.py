"""Ways out of a battle: "230,000 have escaped from the west", "a ferry took off 1,800 women and children"."""

from __future__ import annotations

from collections.abc import Callable

from service.analysis.displacement import crowd
from service.analysis.languages.lists import words
from service.analysis.linking import Links

_CELLS = words("""
    prison prisons jail jails prisoners inmates custody convicts detainees zoo animals cattle captors captivity cells kidnappers
""")
_NO_FLIGHT = words("unhurt injury injuries death with unharmed serious harm charges punishment notice attention poverty")
_FROM = words("""
    besieged siege encircled city town quarter enclave assault corridor onslaught advance bombs airstrikes war fighting invasion
    violence clashes conflict offensive shelling bombardment bombing militants rebels taliban junta
""")
_NEAR = 12  # tokens from "escaped" to what from
_PLACE_NEAR = 4  # tokens from "escaped" to the name of the place


def escaped(links: Links, at: int) -> None:
    """ "230,000 people have escaped from the west", "9,000 civilians escaped the besieged quarter"; not inmates from a prison."""
    tail = links.lowers[at + 1 : at + _NEAR]
    if not _CELLS.isdisjoint(links.lowers) or (tail and tail[0] in _NO_FLIGHT):
        return
    named = any(at < first < at + _PLACE_NEAR and m.place for first, _, m in links.reading.mentions)
    if named or tail[:2] == ["from", "the"] or not _FROM.isdisjoint(tail):
        begin, auxiliary = links.auxiliary(at)
        start = begin if auxiliary == "have" else at
        people = links.beside(start) or links.subject(start)
        links.emit([i for i in people if crowd(links, i)], "displaced", "escaped", at)


_CRAFT = words("""
    ferry ferries ship ships boat boats helicopter helicopters navy trains train buses convoy convoys plane planes trawlers tugs
    lorries trucks airlift flights steamer warship warships frigate destroyer peacekeepers
""")
_TRAVELLERS = words("passengers fans tourists holidaymakers supporters workers pilgrims players migrants commuters")
_AWAY = words("out off away west east north south inland across westward eastward northward southward")


def taken_off(links: Links, at: int) -> None:
    """ "a ferry took off 1,800 women and children", "trains carried 12,000 people west": by a craft, away from where they were."""
    lowers = links.lowers
    if _CRAFT.isdisjoint(lowers[max(0, at - _NEAR) : at]):
        return
    directly = lowers[at + 1 : at + 2] in (["off"], ["out"])
    people = [
        i
        for i in links.objects(at + directly)
        if crowd(links, i) and links.groups[i].person and links.groups[i].head not in _TRAVELLERS
    ]
    if people and (directly or not _AWAY.isdisjoint(lowers[links.groups[people[-1]].end :][:1])):
        links.emit(people, "displaced", "brought out", at, agent=at)


RULES: dict[str, Callable[[Links, int], None]] = {
    **dict.fromkeys(("escaped", "escaping"), escaped),
    **dict.fromkeys(("took", "lifted", "carried", "brought", "moved", "taking", "carrying", "lifting", "bringing"), taken_off),
}
