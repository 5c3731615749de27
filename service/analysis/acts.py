"""Nouns of harm: "the killing of 12 monks", "12 bodies", "among the dead were three children"."""

from __future__ import annotations

from service.analysis.groups import Group
from service.analysis.languages.en.grammar import INCLUDING, PREPOSITIONS
from service.analysis.languages.en.harm import ACTS, CLAIM, COUNT_NOUNS, FIND, RELEASE, TRANSITIVE, VICTIMS
from service.analysis.languages.en.people import PLURAL
from service.analysis.languages.lists import words
from service.analysis.linking import Harm, Links
from service.models import Kind

_HANDED_OVER = words("""
    return returned returning received receives hand handed handing exchange exchanged transfer transferred repatriated repatriate
""")
LEAD_SENTENCES = 1


def act(links: Links, at: int) -> None:
    """ "the killing of 12 monks", "injuries to 15 others", "claimed the lives of 12", "return the bodies of 100 troops"."""
    lowers = links.lowers
    word = lowers[at]
    kind = ACTS[word]
    following = lowers[at + 1] if at + 1 < len(lowers) else ""
    if word in ("lives", "life") and CLAIM.isdisjoint(lowers[max(0, at - _LIVES_NEAR) : at]):
        return
    if following in ("among", "in") and word in ("deaths", "fatalities"):
        _uncounted(links, at + 1, kind)
        return
    position = at + 2 if kind == "wounded" and following == "to" else _after_of(links, at)
    if position >= 0 and lowers[position : position + 1] == ["["]:  # "the killing of [late minister] X"
        position = next((i + 1 for i in range(position, min(position + 12, len(lowers))) if lowers[i] == "]"), position)
    if word in _REMAINS and _bodies(links, at, alone=position < 0):
        return
    if position < 0:
        if following in FIND:
            return  # "Girl's body found and 22 hurt" counts no bodies
        if word not in ("bodies", "body", "remains"):
            _possessed(links, at, kind)
            return
        position = at + 1
    index = links.by_start.get(position)
    if index is None:
        beyond = links.objects(position - 1)
        index = beyond[0] if beyond else _broken_down(links, position)
    if index is None:
        return
    indices = links.chain_from(index)
    if word == "loss":
        indices = [i for i in indices if links.groups[i].person or links.groups[i].head == "lives"]
    if word == "capture":  # of a town more often than of a man
        indices = [i for i in indices if links.groups[i].shape != "named"]
    handed = word in ("bodies", "remains") and not _HANDED_OVER.isdisjoint(lowers)
    links.emit(indices, kind, "act:killed:bodies" if handed else f"act:{kind}", at)


_LIVES_NEAR = 8  # tokens from "took" to "the life of"
_OF_ONE = words("murder assassination killing execution slaying beheading death kidnapping abduction lynching martyrdom")


def _possessed(links: Links, at: int, kind: Kind) -> None:
    """ "Haniyeh's assassination", "the girl's death": the act is done to who owns it.

    So worded it is known already; only a headline or newswire in capitals has no fuller telling.
    """
    lowers = links.lowers
    lead = links.reading.sentence.index < LEAD_SENTENCES or links.reading.capitals
    if lowers[at] not in _OF_ONE or at < 2 or not lead:
        return
    mark = at - 1 if lowers[at - 1] in ("'s", "'") else at - 2 if lowers[at - 2] == "'s" else -1
    if mark < 1:
        return
    index = links.by_end.get(mark)
    if index is not None and links.groups[index].shape != "counted":
        links.emit([index], kind, f"act:{kind}:possessive", at)
    elif index is None and (lowers[mark] == "'s" or lowers[mark - 1].endswith(("s", "z"))):
        links.emit_surname(mark, kind, f"act:{kind}:surname", at)


def _bodies(links: Links, at: int, *, alone: bool) -> bool:
    """ "two more hostages' bodies"; where nothing is said of whose (``alone``), "found a body" and a list behind a colon."""
    owned = links.by_end.get(at - 1) if at and links.lowers[at - 1] in ("'", "'s") else None
    if owned is not None and links.groups[owned].shape == "counted" and links.groups[owned].vague is None:
        return links.emit([owned], "killed", "act:killed:bodies", at)
    if not alone:
        return False
    return (links.lowers[at] in ("body", "corpse") and _a_body(links, at)) or _listed_bodies(links, at)


def _listed_bodies(links: Links, at: int) -> bool:
    """ "the bodies were laid out: 23 men, four women, a girl": the list behind a colon counts them."""
    colon = next((i for i in range(at + 1, min(at + _COLON_NEAR, len(links.lowers))) if links.lowers[i] == ":"), -1)
    index = links.by_start.get(colon + 1) if colon > 0 else None
    if index is None or links.groups[index].shape != "counted" or not links.groups[index].person:
        return False
    return links.emit(links.chain_from(index), "killed", "act:killed:bodies", at)


_COLON_NEAR = 14  # tokens from "the bodies" to the colon


def _a_body(links: Links, at: int) -> bool:
    """ "found a body under the wreckage"."""
    lowers = links.lowers
    if "a" not in lowers[max(0, at - 2) : at] or FIND.isdisjoint(lowers):
        return False
    links.found.append(Harm(Group(at - 1, at + 1, "single", head="body", head_at=at), "killed", "a body", at))
    return True


def _broken_down(links: Links, position: int) -> int | None:
    """ "the murder of the Jesuits -- five Spaniards and one Salvadoran": the group that counts the uncounted."""
    lowers = links.lowers
    noun = position + (lowers[position : position + 1] == ["the"])
    dashed = noun + 1 < len(lowers) and lowers[noun + 1] in ("--", "–", "(", ",")
    return links.by_start.get(noun + 2) if dashed and lowers[noun] in PLURAL else None


def _after_of(links: Links, at: int) -> int:
    """The token after the "of" that introduces an act's victims, -1 for none: "the murder of X", "the murder in Y of six Z"."""
    lowers = links.lowers
    first = at + 1
    if lowers[first : first + 1] and lowers[first] in ("--", "–"):  # "the massacre--of which much was said--of six priests"
        first = next((i + 1 for i in range(first + 1, min(first + 20, len(lowers))) if lowers[i] in ("--", "–")), first)
    elif lowers[first : first + 1] and lowers[first] in ("[", '"', "'"):
        first += 1
    for position in range(first, min(first + 11, len(lowers) - 1)):
        word = lowers[position]
        if word == "of" and (position == first or position + 1 in links.by_start):
            return -1 if lowers[position - 1] in _INHABITED else position + 1  # "64 funerals in a town of 9,000"
        if position == first and word not in PREPOSITIONS:
            return -1
        if word in TRANSITIVE or word in (".", ",", ";", "-", "–"):
            return -1
    return -1


_INHABITED = words("town village city population community camp province district country suburb hamlet island quarter")


def _uncounted(links: Links, at: int, kind: Kind) -> None:
    """ "It reported deaths among Azerbaijani troops": several, of a side."""
    if links.lowers[at] != "among":
        return
    for position in range(at + 1, min(at + 6, len(links.lowers))):
        word = links.lowers[position]
        if word in PLURAL:
            group = Group(
                at + 1, position + 1, "counted", None, None, "several", head=word, head_at=position, role=PLURAL[word]
            )
            links.found.append(Harm(group, kind, f"deaths among:{kind}", at))
            return


def victims(links: Links, at: int) -> None:
    """ "three children were among the dead", "among those killed were two medics", "the dead included a doctor", "four of the dead"."""
    lowers = links.lowers
    kind = VICTIMS[lowers[at]]
    if kind == "captured" and not RELEASE.isdisjoint(lowers[at + 1 : at + 4]):
        return  # "was among the hostages released"
    counted = links.by_end.get(at)
    begin = (
        at - 1
        if counted is None
        else links.groups[counted].start - (lowers[links.groups[counted].start] not in ("the", "those"))
    )
    while begin > 0 and lowers[begin] in ("the", "those", "people", "who", "were"):
        begin -= 1
    if 0 <= begin < at and lowers[begin] in ("among", "amongst"):
        _among(links, begin, at, kind)
    elif at > 0 and lowers[at - 1] in ("the", "those"):
        _of_victims(links, at, kind)


def _among(links: Links, begin: int, at: int, kind: Kind) -> None:
    """ "among" at ``begin``, the victims at ``at``: those said to be among them stand before or after."""
    start, auxiliary = links.auxiliary(begin)
    chosen = links.subject(start) if auxiliary == "be" else []
    objects = {harm.group.start for harm in links.found if harm.agent >= 0}  # "killed 12, and a son of X was among the dead"
    if not chosen and begin in links.by_end:
        last = links.by_end[begin]
        chosen = list(range(links.chain[last], last + 1))
    if not chosen:
        _following(links, at, kind)
    elif not links.emit(chosen, kind, "among the victims", at, relation="part"):
        links.make_parts([i for i in chosen if links.groups[i].start not in objects], kind)


def _of_victims(links: Links, at: int, kind: Kind) -> None:
    """ "four of the dead", "the dead included a doctor", "the victims were two nurses"."""
    lowers = links.lowers
    following = lowers[at + 1] if at + 1 < len(lowers) else ""
    if at > 1 and lowers[at - 2] == "of":
        if following in ("'", "'s"):
            return  # "three of the hostages' relatives"
        index = links.by_end.get(at + 1)
        if index is None and lowers[at - 1] == "those":  # "thirteen of those killed"
            index = links.by_end.get(at, links.by_end.get(at - 2))
        if index is None and (at == 2 or lowers[at - 3] in (",", ".", ";", '"')):
            index = links.by_start.get(at + 1 + (following == ","))
            if index is not None and (links.groups[index].shape != "counted" or not _are(lowers, links.groups[index].end)):
                index = None
        if index is not None and not _relatives_of(links, index):
            links.emit([index], kind, "of the victims", at, relation="part")
        return
    if following == ":" and at == 1 and at + 2 in links.by_start:  # "The dead: 12 policemen and a passer-by."
        links.emit(links.chain_from(links.by_start[at + 2]), kind, "the victims were", at)
        return
    if following in _NUMBERING and at + 2 in links.by_start:  # "the injured number more than 100"
        links.emit([links.by_start[at + 2]], kind, "number of", at)
        return
    named = lowers[at + 2 : at + 4] in (["identified", "as"], ["named", "as"])
    index = links.by_start.get(at + 4 if named else at + 2)
    if index is None:
        return
    if following in INCLUDING:
        links.emit(links.chain_from(index), kind, "the victims included", at, relation="part")
    elif lowers[at] in ("victims", "dead", "injured", "wounded") and following in ("were", "are"):
        links.emit(links.chain_from(index), kind, "the victims were", at)


_NUMBERING = ("number", "numbered", "totalled", "totaled")
_RELATIVES = tuple(
    [kin, "of"] for kin in ("family", "families", "relatives", "mother", "father", "parents", "wife", "husband", "friends")
)


def _relatives_of(links: Links, index: int) -> bool:
    """ "the family of one of the hostages": told of the family."""
    start = links.groups[index].start
    return links.lowers[max(0, start - 2) : start] in _RELATIVES


def _are(lowers: list[str], at: int) -> bool:
    """Whether a verb of being follows: "of the dead, 14 were children"."""
    return lowers[at : at + 1] in (["were"], ["are"], ["was"])


def _following(links: Links, at: int, kind: Kind) -> None:
    for position in range(at + 1, min(at + 7, len(links.lowers))):
        index = links.by_start.get(position)
        if index is not None:
            links.emit(links.chain_from(index), kind, "among the victims", at, relation="part")
            return


def counts(links: Links) -> None:
    """ "seven civilian deaths", "12 bodies were found", "claimed 30,000 lives", "12 hostages"."""
    lowers = links.lowers
    window = frozenset(lowers)
    for index, group in enumerate(links.groups):
        kind = COUNT_NOUNS.get(group.head)
        if group.head == "casualties" and "fatal" in lowers[group.start : group.end]:
            kind = "killed"
        if kind is None or group.shape != "counted" or links.harmed(index) or not _counts(group, kind, lowers, window):
            continue
        links.taken.add((index, kind))
        links.found.append(Harm(group, kind, f"count:{kind}", group.head_at, "part" if group.part else "total"))


_REMAINS_PLACES = words("lie lies laid morgue morgues grave graves hospital streets rubble return returned handed street")
_CAMPS = words("camp camps refugee refugees registered displaced displacement fled border")
_MOVEMENT = words("""
    fled flee arrived crossed poured fleeing sheltering camps created left hosts host hosted hosting taken registered entered crossed
    influx arriving streamed column trekked poured
""")


_COFFINS_MOVED = words("""
    carried borne draped flag-draped lowered arrived arrive brought paraded unloaded lay lined laid procession buried followed wooden
    shoulders shouldered coffin-bearers mourners
""")
_COFFINS_MADE = words("empty mock symbolic ordered order made makes make build built sold sell cardboard protest protesters")
_FRESH = words("fresh new freshly newly recent")
_SUFFERED = words("sustained suffered received")
_REMAINS = words("bodies body corpses corpse skeletons cadavers remains")
_OFFERING = words("ready offered offers offer offering willing prepared")
_OFFER_NEAR = 5  # tokens from "ready" to the bodies: "ready to hand over"


def _offered(lowers: list[str], start: int) -> bool:
    """ "ready to return 6,000 bodies": what is on offer counts nobody."""
    ahead = lowers[max(0, start - _OFFER_NEAR) : start]
    return not _OFFERING.isdisjoint(ahead) and "to" in ahead


def _counts(group: Group, kind: Kind, lowers: list[str], window: frozenset[str]) -> bool:
    """Whether a count noun counts victims here."""
    if group.head in ("lives", "life"):
        return not CLAIM.isdisjoint(lowers[max(0, group.start - 6) : group.end + 5])
    if group.head == "wounds":
        return not _SUFFERED.isdisjoint(lowers[group.start : group.end])  # "ten sustained gunshot wounds", not "nine wounds"
    if group.head in _REMAINS:
        return not _offered(lowers, group.start) and not (window.isdisjoint(FIND) and window.isdisjoint(_REMAINS_PLACES))
    if group.head in ("coffins", "bodybags", "shrouds"):
        return not window.isdisjoint(_COFFINS_MOVED) and window.isdisjoint(_COFFINS_MADE)
    if group.head == "graves":  # "31 fresh graves", not "two mass graves"
        within = lowers[group.start : group.end]
        return not _FRESH.isdisjoint(within) and "mass" not in within
    if group.head == "killings" and "mass" in lowers[group.start : group.end]:
        return False  # events, not victims
    if kind == "captured" and lowers[group.end : group.end + 1] == ["'"]:
        return False  # "three of the hostages' relatives"
    if kind == "captured" and group.low == 1 and lowers[max(0, group.start - 2) : group.start] in _RELATIVES:
        return False
    if kind == "captured":
        return True  # whoever is let go is taken out again at the end
    if group.head == "arrivals":
        return not window.isdisjoint(_CAMPS)
    return group.head != "refugees" or not window.isdisjoint(_MOVEMENT)
