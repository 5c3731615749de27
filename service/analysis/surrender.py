"""Fighters in the enemy's hands, and crews with their craft: "surrendered", "fell into rebel hands", "seized a tanker with 21 crew"."""

from __future__ import annotations

from service.analysis.languages.lists import words
from service.analysis.linking import Links


def surrendered(links: Links, at: int) -> None:
    """ "959 fighters from the plant had surrendered", "laid down their arms and surrendered": in the enemy's hands."""
    lowers = links.lowers
    if lowers[at] == "surrender":
        if at > 1 and lowers[at - 1] == "to" and lowers[at - 2] in ("forced", "compelled", "obliged"):
            _in_enemy_hands(links, at - 2, "surrendered", at)  # "two dozen defenders were forced to surrender"
        return
    if not _OTHER_THAN_MEN.isdisjoint(lowers[at + 1 : at + 4]):
        return
    men = links.by_start.get(at + 2) if lowers[at + 1 : at + 2] == ["with"] else None
    if men is not None and (links.groups[men].role == "combatant" or links.groups[men].head == "men"):
        links.emit([men], "captured", "surrendered", at)  # "the commander surrendered with 30 of his men"
    laid = at > 4 and lowers[at - 1] == "and" and lowers[at - 2] in ("arms", "weapons") and lowers[at - 4] == "down"
    _in_enemy_hands(links, at - 5 if laid else at, "surrendered", at)


_OTHER_THAN_MEN = words("weapons control power seats territory land points title arms")


def given_up(links: Links, at: int) -> None:
    """ "45 soldiers had given themselves up"."""
    if links.lowers[at + 1 : at + 3] in (["themselves", "up"], ["himself", "up"], ["itself", "up"]):
        _in_enemy_hands(links, at, "surrendered", at)


_PRISONERS = words("prisoners captives hostages")


def into_hands(links: Links, at: int) -> None:
    """ "seventeen soldiers fell into enemy hands", "6,000 are in their hands as prisoners of war"."""
    before = links.lowers[max(0, at - 5) : at]
    held_there = not _PRISONERS.isdisjoint(links.lowers) or any(at - 3 <= first < at for first, _, _ in links.reading.mentions)
    if "in" in before and (held_there or links.lowers[at - 1] in ("enemy", "rebel")):
        begin, auxiliary = links.auxiliary(at - len(before) + before.index("in"))
        if auxiliary == "be" and links.lowers[at + 1 : at + 2] in (
            ["are"],
            ["were"],
            ["number"],
        ):  # "those in Russian hands are 6,000"
            index = links.by_start.get(at + 2)
            links.emit([index] if index is not None and not links.groups[index].head else [], "captured", "in enemy hands", at)
            return
        if auxiliary == "be":
            people = [i for i in links.subject(begin) if links.groups[i].shape == "counted" and links.groups[i].person]
            links.emit(people, "captured", "in enemy hands", at)
    elif "into" in before:
        verb = at - len(before) + before.index("into") - 1
        if verb > 0 and links.lowers[verb] in ("fell", "fallen", "fall"):
            _in_enemy_hands(links, verb, "fell into hands", at)


def _in_enemy_hands(links: Links, verb: int, rule: str, at: int) -> None:
    """Counted fighters before a verb are captured."""
    begin, auxiliary = links.auxiliary(verb)
    start = begin if auxiliary else verb
    chosen = links.beside(start) or links.subject(start)
    people = [i for i in chosen if links.groups[i].role == "combatant" or (rule == "surrendered" and not links.groups[i].head)]
    links.emit([i for i in people if links.groups[i].shape == "counted"], "captured", rule, at)


def seized_craft(links: Links, at: int) -> None:
    """ "seized a tanker with 21 crew members on board", "hijacked a freighter and its crew of 22"."""
    lowers = links.lowers
    if _CRAFT.isdisjoint(lowers[at + 1 : at + 7]):
        return
    for position in range(at + 2, min(at + _CRAFT_NEAR, len(lowers) - 1)):
        if lowers[position] in ("with", "and"):
            crew_of = lowers[position + 1 : position + 4] in (
                ["its", "crew", "of"],
                ["a", "crew", "of"],
                ["their", "crew", "of"],
            )
            start = position + 4 if crew_of else position + 1 + (lowers[position + 1] in ("its", "all", "the"))
            index = links.by_start.get(start)
            if index is not None and links.groups[index].shape == "counted" and (crew_of or links.groups[index].person):
                links.emit([index], "captured", "seized with its crew", at, agent=at)
            return


_CRAFT = words("tanker ship vessel freighter boat trawler dhow yacht ferry carrier coaster cargo bus minibus plane airliner")
_CRAFT_NEAR = 12  # tokens from "seized" to "with"
RULES = {
    **dict.fromkeys(("surrendered", "surrender"), surrendered),
    **dict.fromkeys(("given", "gave"), given_up),
    "hands": into_hands,
    **dict.fromkeys(("seized", "seizing", "hijacked", "hijack", "hijacking", "boarded"), seized_craft),
}
