"""People in the hands of others: "taken hostage", "seized 12 villagers", "surrendered", "rounded up", "detained by occupiers"."""

from __future__ import annotations

from service.analysis.languages.en.grammar import WEEKDAYS
from service.analysis.languages.en.harm import CAPTORS, RELEASE
from service.analysis.languages.lists import words
from service.analysis.linking import Links

_HOLDING = words("taken took held hold holds holding take taking takes kept seized")
HELD_NEAR = 3  # tokens from the verb to those held; what is further away is another clause's
_BY_ARMS = CAPTORS - words("armed fighters hostage hostages captive captives captivity prisoner ransom kidnapping abduction")
_KEEPERS = words("rebels militia militias separatists militants insurgents guerrillas jihadists")
_TAKING = words("took take takes taken taking captured capture")
_SOLDIERY = words("forces troops soldiers army military occupation occupying occupiers")
_OWN_SOLDIERS = words("soldiers troops army paratroopers marines commandos")
_OCCUPIERS = words("occupation occupying occupiers")
_POLICE = words("police prosecutors court customs")


def hostage(links: Links, at: int) -> None:
    """ "taken hostage", "held 12 villagers captive", "took hostage a researcher", "made prisoner", "are still in captivity"."""
    lowers = links.lowers
    if lowers[at] == "captivity" or (at and lowers[at - 1] == "made"):
        start = next((i for i in range(at - 1, max(-1, at - 5), -1) if lowers[i] in ("in", "made")), -1)
        begin, auxiliary = links.auxiliary(start) if start > 0 else (at, "")
        held_still = [i for i in links.subject(begin) if RELEASE.isdisjoint(lowers[links.groups[i].start : at + 8])]
        if auxiliary == "be" and held_still:
            links.emit(held_still, "captured", "in captivity", at)
            return
    if lowers[at] == "captivity" and lowers[max(0, at - 2) : at] in (["while", "in"], ["died", "in"], ["still", "in"]):
        captive = [i for i, group in enumerate(links.groups) if at - _CAPTIVE_NEAR <= group.end <= at and group.person]
        if RELEASE.isdisjoint(lowers):
            links.emit(captive[-1:], "captured", "in captivity", at)
        return
    if (
        lowers[max(0, at - 1) : at] == ["them"] and lowers[at - 2] in _HOLDING
    ):  # "trapped 150 soldiers and is holding them captive"
        before = [i for i, group in enumerate(links.groups) if group.end < at and group.shape == "counted" and group.person]
        links.emit(before[-1:], "captured", "taken captive", at)
        return
    if _HOLDING.isdisjoint(lowers[max(0, at - 12) : at]):
        return
    if any(harm.kind == "captured" and harm.group.start < at <= harm.group.end for harm in links.found):
        return  # "killed 200 and took 31 prisoner": the 31, told by "took"
    begin, auxiliary = links.auxiliary(at - 1) if at and lowers[at - 1] in _HOLDING else (at, "")
    if auxiliary == "be":
        links.emit(links.subject(begin), "captured", "taken captive", at)
    elif not links.emit(links.beside(at), "captured", "taken captive", at) and lowers[at - 1] in _HOLDING:
        people = links.objects(at) or links.beside(at - 1)
        links.emit([i for i in people if links.groups[i].person or not links.groups[i].head], "captured", "taken captive", at)


_CAPTIVE_NEAR = 8  # tokens from people to "while in captivity"


def held(links: Links, at: int) -> None:
    """ "gunmen seized 12 villagers", "took away 27 students", "still holding 15 people": by armed people, not by the police."""
    lowers = links.lowers
    tail = lowers[at + 1 : at + 16]
    if lowers[at] in _LEADING and tail[:1] not in (["away"], ["off"]):
        return
    if lowers[at] in ("kept", "keep", "keeping") and _SHIELDS.isdisjoint(tail):
        return
    if lowers[at] in ("took", "taken", "taking"):
        away = tail[:1] in (["away"], ["captive"], ["hostage"], ["prisoner"])
        if not away and {"hostage", "captive", "prisoner", "captivity"}.isdisjoint(tail):
            _carried_off(links, at)
            return
    if at and lowers[at - 1] == "police":
        return  # an arrest
    if _held_to(tail) or (lowers[at] == "seized" and _seized_by_nobody(links, at)):
        return
    if not (links.reading.kidnapping or _armed(links)) or (at and lowers[at - 1] in _PRISONS):
        return
    begin, auxiliary = (at, "") if lowers[at].endswith("ing") else links.auxiliary(at)
    chosen = links.subject(begin) if auxiliary == "be" else links.objects(at + 1 if tail[:1] in (["away"], ["off"]) else at)
    relative = next((i for i in range(at - 1, max(-1, at - _WHOM_NEAR), -1) if lowers[i] == "whom"), -1)
    if not chosen and relative > 0:  # "three sailors whom the group is holding"
        people = [i for i in links.antecedent(relative) if links.groups[i].shape == "counted" and links.groups[i].person]
        links.emit(people, "captured", "held", at)
        return
    if not chosen and tail[:1] == ["by"]:  # "two reporters held by the group since 2021"
        people = [i for i in links.beside(at) if links.groups[i].shape == "counted" and links.groups[i].person]
        links.emit(people, "captured", "held", at)
        return
    if auxiliary != "be" and chosen and _first_word(links, chosen[0]) - at > HELD_NEAR:
        return
    if not chosen and at and lowers[at - 1] in _THEY and at - 1 in links.by_end:  # "the 250 people they seized"
        chosen = [links.by_end[at - 1]]
    still = auxiliary == "be" and links.reading.kidnapping and lowers[at] == "held"
    links.emit(_captives(links, chosen, still=still), "captured", "held", at, agent=at)


def _held_to(tail: list[str]) -> bool:
    """ "held accountable", "held to ransom demands", "held up"; not "hold up to 500 peacekeepers"."""
    return tail[:1] in (["accountable"], ["responsible"], ["liable"], ["to"]) or (tail[:1] == ["up"] and tail[1:2] != ["to"])


def _seized_by_nobody(links: Links, at: int) -> bool:
    """ "Eleven British soldiers were seized in Sierra Leone", "six aid workers seized in Darfur": who did it stands elsewhere."""
    begin, auxiliary = links.auxiliary(at)
    people = links.subject(begin) if auxiliary == "be" else links.beside(at)
    taken = [i for i in people if links.groups[i].shape == "counted" and (links.groups[i].head or "") in _SEIZED]
    following = links.lowers[at + 1 : at + 3]
    dated = following[:1] == ["on"] and following[1:2] and following[1] in WEEKDAYS
    open_end = not following or bool(dated) or following[0] in _SEIZED_WHERE
    return open_end and links.emit(taken, "captured", "seized", at)


_SEIZED = words("""
    soldiers soldier peacekeepers peacekeeper observers monitors troops policemen sailors airmen guards workers volunteers journalists
    reporters nuns priests missionaries pupils students girls children tourists engineers doctors nurses hostages villagers pilgrims
    teachers worshippers passengers crew
""")
_SEIZED_WHERE = words("in near at from by off during after when while as outside . ,")


def _captives(links: Links, chosen: list[int], *, still: bool) -> list[int]:
    """Of the groups that a verb of holding takes those that are people; bare numbers only where captives are told of (``still``)."""
    groups = links.groups
    people = [i for i in chosen if groups[i].shape != "named" and (groups[i].person or _some_of(links, i))]
    people = people or [i for i in chosen if links.collective(groups[i].start - 1)]  # "its crew of 24"
    if not people and still:  # "but 24 are still being held"
        people = [i for i in chosen if groups[i].shape == "counted" and not groups[i].head and (groups[i].low or 0) > 1]
    return people


def _some_of(links: Links, index: int) -> bool:
    """ "about 110 of the 250 people"."""
    group = links.groups[index]
    return group.part and not group.head and index + 1 < len(links.groups) and links.groups[index + 1].person


_THEY = words("they it he")


_WHOM_NEAR = 7  # tokens from "whom" to "holding"
_SHIELDS = words("shields hostage hostages captive prisoner")


def _first_word(links: Links, index: int) -> int:
    """Where the people begin, with "a convoy of" before them."""
    start = links.groups[index].start
    return start - 2 if start > 1 and links.lowers[start - 1] == "of" and links.collective(start - 1) else start


def _carried_off(links: Links, at: int) -> None:
    """ "fighters took 14 civilians from the village", "700 soldiers were taken to a prison camp", "were taken by armed men"."""
    lowers = links.lowers
    begin, auxiliary = links.auxiliary(at)
    if auxiliary == "be":
        to_prison = lowers[at + 1 : at + 2] == ["to"] and not _PRISONS.isdisjoint(lowers[at + 2 : at + 6])
        by = lowers.index("by", at) if "by" in lowers[at + 1 : at + _BY_NEAR] else len(lowers)
        by_captors = not CAPTORS.isdisjoint(lowers[by : by + 5])
        people = [i for i in links.subject(begin) if links.groups[i].shape == "counted" and links.groups[i].person]
        abducted = links.reading.kidnapping and lowers[at + 1 : at + 2] in _NOTHING_MORE
        if abducted and not people:  # "more than 280 had been taken"
            people = [i for i in links.subject(begin) if links.groups[i].shape == "counted" and not links.groups[i].head]
        people = [i for i in people if abducted or by_captors or (to_prison and links.groups[i].role == "combatant")]
        links.emit(people, "captured", "taken captive", at)
        return
    if lowers[at + 1 : at + 2] == ["from"] and at in links.by_end and (links.reading.kidnapping or _armed(links)):
        links.emit(
            [i for i in links.beside(at) if links.groups[i].person], "captured", "held", at
        )  # "the 276 girls taken from there"
        return
    people = [i for i in links.objects(at) if links.groups[i].shape == "counted" and links.groups[i].person]
    if people and not CAPTORS.isdisjoint(lowers[:at]) and lowers[links.groups[people[-1]].end :][:1] in (["from"], ["with"]):
        links.emit(people, "captured", "held", at, agent=at)


_NOTHING_MORE: tuple[list[str], ...] = ([], ["."], [","], [";"], ["by"], ["away"], ["captive"])
_BY_NEAR = 8  # tokens from "taken" to "by"
_PRISONS = words("prisons prison jail jails colony captivity detention prisoner")
_LEADING = words("whisked marched dragged herded carried led bundled hauled")


def _armed(links: Links) -> bool:
    """Whether the sentence names armed people who may hold others."""
    lowers = links.lowers
    if "group" in lowers and lowers[lowers.index("group") - 1] == "the":
        return True
    if "accused" in lowers and "holding" in lowers:
        return True
    return not CAPTORS.isdisjoint(lowers) or any(m.kind == "group" for _, _, m in links.reading.mentions)


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
    start = links.groups[index].start
    before = lowers[max(0, start - 3) : start]
    held_there = not _HOLDING.isdisjoint(lowers[:start])
    of_war = lowers[at + 1 : at + 3] == ["of", "war"] and held_there
    in_arms = held_there and not _KEEPERS.isdisjoint(lowers[:start])
    held_after = lowers[at + 1 : at + 3] == ["of", "war"] and not _HOLDING.isdisjoint(lowers[at + 3 : at + 9])
    if of_war or held_after or in_arms or not _TAKING.isdisjoint(before):
        links.emit([index], "captured", "prisoners", at)


def rounded_up(links: Links, at: int) -> None:
    """ "troops rounded up dozens of men": by soldiers or armed people, not by the police."""
    lowers = links.lowers
    if (
        lowers[at + 1 : at + 2] != ["up"]
        or not _POLICE.isdisjoint(lowers)
        or not _seizers(links, lowers[:at] + lowers[at + 1 :])
    ):
        return
    begin, auxiliary = links.auxiliary(at)
    chosen = links.subject(begin) if auxiliary == "be" else links.objects(at + 1)
    people = [i for i in chosen if links.groups[i].shape == "counted" and links.groups[i].person]
    links.emit(people, "captured", "rounded up", at, agent=at)


def _seizers(links: Links, near: list[str]) -> bool:
    """Whether soldiers or armed people are named among these words."""
    return not (_SOLDIERY | _BY_ARMS).isdisjoint(near) or any(m.kind == "group" for _, _, m in links.reading.mentions)


def detained(links: Links, at: int) -> None:
    """ "Russian forces detained 11 residents of Kherson": by an occupier or an armed group; arrests by a country's police are not war."""
    lowers = links.lowers
    if not _POLICE.isdisjoint(lowers) or not RELEASE.isdisjoint(lowers[at + 1 : at + 12]):
        return
    begin, auxiliary = links.auxiliary(at)
    chosen = links.subject(begin) if auxiliary == "be" else links.objects(at)
    fighters = any(harm.group.role == "combatant" for harm in links.found)  # "killed 20 militants and detained 14"
    people = [i for i in chosen if links.groups[i].shape == "counted" and (links.groups[i].person or not links.groups[i].head)]
    if fighters and auxiliary != "be":
        people += [i for i in chosen if links.groups[i].head == "others" and i not in people]  # "and arrested a third"
    soldiers = auxiliary != "be" and not _OWN_SOLDIERS.isdisjoint(lowers[max(0, at - 6) : at])
    fighters = fighters or (soldiers and any(links.groups[i].role == "combatant" for i in people))
    if (fighters or not _OCCUPIERS.isdisjoint(lowers[:at])) and auxiliary != "be" and people:
        links.emit(people, "captured", "detained in fighting", at)
        return
    people = [i for i in people if links.groups[i].person]
    if not people:
        return
    first, last = (at, min(at + 9, len(lowers))) if auxiliary == "be" else (max(0, at - 9), at)
    if auxiliary == "be":
        if "by" not in lowers[first:last]:
            return
        last = min(lowers.index("by", first) + 5, len(lowers))
        last = next((i for i in range(first, last) if lowers[i] in ("in", "at", "near", "on")), last)
    captors = {m.party for begins, _, m in links.reading.mentions if first <= begins < last and m.party}
    group = any(m.kind == "group" for begins, _, m in links.reading.mentions if first <= begins < last)
    group = group or not _BY_ARMS.isdisjoint(lowers[first:last]) or lowers[first:last].count("armed") > 0
    sides = {m.party or m.country for begins, _, m in links.reading.mentions if not first <= begins < last}
    foreign = bool(captors) and not _SOLDIERY.isdisjoint(lowers[first:last]) and bool(sides - captors - {None})
    if group or foreign:
        links.emit(people, "captured", "detained by an occupier", at)


RULES = {
    **dict.fromkeys(("hostage", "captive", "prisoner", "captivity"), hostage),
    **dict.fromkeys(
        (
            "held",
            "holding",
            "hold",
            "holds",
            "took",
            "taken",
            "taking",
            "seize",
            "seized",
            "seizes",
            "seizing",
            "kept",
            "keep",
            "keeping",
            "grabbed",
            "retained",
        ),
        held,
    ),
    **dict.fromkeys(_LEADING, held),
    **dict.fromkeys(("detained", "arrested"), detained),
    "made": made_off,
    "prisoners": prisoners,
    "rounded": rounded_up,
}
