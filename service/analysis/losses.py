"""What a side says it lost: "raises its losses to 71", "put its losses at 105", "a 71-strong list of the dead"."""

from __future__ import annotations

from service.analysis.groups import Group
from service.analysis.languages.en.grammar import POSSESSIVES
from service.analysis.languages.en.people import PLURAL
from service.analysis.languages.lists import words
from service.analysis.linking import Harm, Links
from service.analysis.reading import Reading

MOST = 1_000_000  # men; a larger loss is one of money
REACH = 10  # tokens from "losses" to its number
_BESIDE = 3  # tokens from "losses" to a number that has no joint: "losses of some 71"
_JOINTS = words(
    "to at of from was were stood stand stands reached reach hit exceeded exceed passed : be are than topped about total"
)
_FORCES = words("military army troop troops combat battlefield human personnel forces")
_BUSINESS = words("""
    company companies firm bank banks airline profit profits profitable revenue revenues quarter sales shares market markets insurer
    insurers business insured economic economy financial crop crops livestock output barrels trade budget investors seats season game
    games match matches league team points workforce jobs tax stock pre-tax net annual farmers dollars euros rubles pounds
""")
_BEFORE_DEAD = words("the those its their")
_OF_ONE_SIDE = words("enemy government rebel guerrilla insurgent militia coalition allied")
_LISTS = words("list lists roll register tally")
_COMBINED = (
    ["killed", "and", "wounded"],
    ["killed", "or", "wounded"],
    ["dead", "and", "wounded"],
    ["killed", "and", "injured"],
)
_DEAD = words("dead killed fallen slain victims casualties losses")


def losses(links: Links, at: int) -> None:
    """ "Azerbaijan raised its losses to 71", "Armenia's losses rose to 105": a side's dead, unless it trades or plays."""
    lowers = links.lowers
    owner = _owner(links, at)
    if owner < 0 or not _BUSINESS.isdisjoint(lowers):
        return
    for index, group in enumerate(links.groups):
        before = lowers[group.start - 1] if group.start else ""
        if not at < group.start <= at + REACH or group.shape != "counted" or ";" in lowers[at : group.start]:
            continue
        if (
            before not in _JOINTS
            or (group.head and not group.person)
            or (group.low or 0) >= MOST
            or (index, "killed") in links.taken
            or lowers[group.end : group.end + 3] in _COMBINED
        ):
            return
        links.taken.add((index, "killed"))
        counted = group._replace(owner=owner if group.owner < 0 else group.owner)
        links.found.append(Harm(counted, "killed", "losses", at, superseded=before in ("from", "than")))
        if before != "from":
            return


def _owner(links: Links, at: int) -> int:
    """The token of whose losses they are: "its", "Armenia's", "Armenian", with a word between; -1 where nobody's."""
    for position in range(at - 1, max(-1, at - 4), -1):
        word = links.lowers[position]
        mention = links.reading.mention_at(position)
        if mention is not None and mention[1].party and mention[0] <= at:
            return position
        if word in POSSESSIVES:
            named = any(first < position and m.party for first, _, m in links.reading.mentions)
            return position if named else -1
        if word in _OF_ONE_SIDE:
            return position
        if word != "'s" and word not in _FORCES:
            return -1
    return -1


def strong_list(links: Links, at: int) -> None:
    """ "a 71-strong list of the dead": the number stands in a word of its own."""
    lowers = links.lowers
    number = lowers[at - 1].removesuffix("-strong") if at else ""
    if number == lowers[at - 1] or not number.isdigit() or lowers[at + 1 : at + 2] != ["of"] or len(number) > len(str(MOST)):
        return
    dead = next((i for i in range(at + 2, min(at + 7, len(lowers))) if lowers[i] in _DEAD), -1)
    if dead < 0 or any(word not in _BEFORE_DEAD and word not in PLURAL for word in lowers[at + 2 : dead]):
        return
    links.found.append(Harm(Group(at - 1, at, "counted", int(number), int(number)), "killed", "list of the dead", at))


def own_word(harm: Harm, reading: Reading) -> str | None:
    """The side that states its own losses: "Azerbaijan raises its losses to 71", "Azerbaijan released a list of the dead"."""
    if harm.rule not in ("losses", "list of the dead"):
        return None
    owner = harm.group.owner
    if owner >= 0 and reading.lowers[owner] not in POSSESSIVES:
        return None
    named = [m.party for first, _, m in reading.mentions if first < (owner if owner >= 0 else harm.at) and m.party]
    return named[-1] if named else None


RULES = {"losses": losses, **dict.fromkeys(_LISTS, strong_list)}
