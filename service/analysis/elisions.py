"""Counts whose verb is said once: "six died in Kharkiv, four in Sumy", "sixty were wounded, 12 seriously", "five of the nine killed",
"two soldiers died, as did a nurse", "three died at once and two more in hospital".
"""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.languages.en.grammar import BE, DAY_WORDS, HAVE
from service.analysis.languages.en.harm import INTRANSITIVE, STATES, TRANSITIVE
from service.analysis.languages.en.people import PLURAL, SINGULAR
from service.analysis.languages.en.units import MONTHS
from service.analysis.languages.lists import words
from service.analysis.linking import Harm, Links
from service.models import Relation

_PLACED = words("in near at outside around")
_GRAVELY = words("seriously critically badly severely gravely slightly lightly")
_OPENS = words(", and : ; &") | {"while"}
_ENDS = words(", and ; . :")
_NOT_THERE = (
    words("last earlier previous week month year ago before")
    | BE
    | HAVE
    | DAY_WORDS
    | frozenset(MONTHS)
    | frozenset(TRANSITIVE)
    | frozenset(INTRANSITIVE)
    | frozenset(STATES)
)
_QUARTERS = words("north south east west centre center")
_OTHERS = words("second third fourth other same")  # "ten in the first village and five in the third"
_LONGEST = 7  # tokens from "four" to the end of "in the village of Sumy"


def settle(links: Links) -> None:
    """Give the counts that have no verb of their own that of the count before them."""
    for index, group in enumerate(links.groups):
        if links.harmed(index):
            continue
        if any(
            rule(links, index)
            for rule in (
                _so_did,
                _had_too,
                _all_of_them,
                _and_more_later,
                _of_them_too,
                _and_others_there,
                _on_the_other,
                _the_other_side,
                _another_teller,
                _in_addition,
            )
        ):
            continue
        if group.shape != "counted" or group.head or group.low is None:
            continue
        before = _harm_before(links, group.start)
        following = links.lowers[group.end] if group.end < len(links.lowers) else "."
        if group.part and index + 1 < len(links.groups):
            _of_the(links, index)
        elif before is None or links.lowers[group.start - 1] not in _OPENS:
            continue
        elif following in _PLACED and _parallel(links, before, group.start) and _only_a_place(links, group.end):
            _likewise(links, [index], before)
        elif following in _GRAVELY and before.kind == "wounded" and _ends(links, group.end + 1):
            links.emit([index], "wounded", "elided:wounded", before.at, relation="part")


def _likewise(links: Links, indices: Sequence[int], before: Harm, *, relation: Relation = "total") -> bool:
    """Record that these groups suffered what the count before did, at the same time."""
    known = len(links.found)
    done = links.emit(indices, before.kind, f"elided:{before.kind}", before.at, relation=relation)
    links.found[known:] = [harm._replace(host=before.group.start) for harm in links.found[known:]]
    return done


def _had_too(links: Links, index: int) -> bool:
    """ "The rebels said that 57 troops had died; the army said four had"."""
    group, lowers = links.groups[index], links.lowers
    bare = group.shape == "counted" and not group.head and group.low is not None and not group.part
    if not bare or lowers[group.end : group.end + 1] not in _HAD or not _ends(links, group.end + 1):
        return False
    before = _harm_before(links, group.start)
    if (
        before is None
        or lowers[group.start - 1] not in _TOLD
        or not before.rule.startswith(("passive", "intransitive", "state"))
    ):
        return False
    return _likewise(links, [index], before)


def _all_of_them(links: Links, index: int) -> bool:
    """ "killed the family at table, all six of them": the object nobody counted, counted behind it."""
    group, lowers = links.groups[index], links.lowers
    ahead = lowers[max(0, group.start - 2) : group.start + 1]
    if not group.part or group.head or "all" not in ahead or "," not in ahead or lowers[group.end - 1] != "them" or links.found:
        return False
    for at in range(group.start - 1, max(0, group.start - _VERB_NEAR), -1):
        verb = TRANSITIVE.get(lowers[at])
        if verb is not None and verb.form in ("past", "pp") and verb.kind in ("killed", "wounded"):
            links.taken.add((index, verb.kind))
            links.found.append(Harm(group._replace(part=False), verb.kind, f"active:{verb.kind}", at, agent=at))
            return True
    return False


_VERB_NEAR = 12  # tokens from "killed" to "all six of them"
_HAD = (["had"], ["have"], ["were"], ["did"])
_TOLD = words("said says say that claimed claims admitted only just reported")
_SO = words("as so")
_DID = words("were was did have")


def _so_did(links: Links, index: int) -> bool:
    """ "12 soldiers were killed, as were two nurses", "four policemen died, and so did a trader"."""
    group, lowers = links.groups[index], links.lowers
    if group.start < 3 or lowers[group.start - 1] not in _DID or lowers[group.start - 2] not in _SO:
        return False
    before = _harm_before(links, group.start - 2)
    if before is None or not before.rule.startswith(("passive", "intransitive", "state", "participle", "suffered", "taken")):
        return False
    return _likewise(links, links.chain_from(index), before)


_LATER = words("later afterwards overnight after on in at from of")
_AT_HOSPITAL = words("hospital hospitals way later wounds injuries clinic overnight afterwards operating")


def _and_more_later(links: Links, index: int) -> bool:
    """ "three died at once and two more in hospital", "two died at the scene and a third on the way to hospital"."""
    group, lowers = links.groups[index], links.lowers
    more = group.rest or group.head == "others" or (group.shape == "counted" and not group.head)
    if not more or group.start < 2 or lowers[group.start - 1] != "and":
        return False
    tail = lowers[group.end : group.end + _LONGEST]
    if not tail or tail[0] not in _LATER or _AT_HOSPITAL.isdisjoint(tail) or not _VERBS.isdisjoint(tail):
        return False
    before = _harm_before(links, group.start)
    if before is None or before.kind != "killed" or not before.rule.startswith(("passive", "intransitive", "active")):
        return False
    return _likewise(links, [index], before)


_VERBS = BE | HAVE


def _and_others_there(links: Links, index: int) -> bool:
    """ "killed 15 soldiers in the north on Thursday and four policemen in the west, officials said"."""
    group, lowers = links.groups[index], links.lowers
    joined = group.shape == "counted" and group.low is not None and group.start > 1 and lowers[group.start - 1] == "and"
    if not joined or (group.head and not group.person) or lowers[group.end : group.end + 1] != ["in"]:
        return False
    before = _harm_before(links, group.start)
    if before is None or not _told_of_there(links, before) or before.kind not in ("killed", "wounded"):
        return False
    gap = lowers[max(before.group.end, before.at + 1) : group.start - 1]
    if "in" not in gap or not _NOT_THERE.isdisjoint(set(gap) - DAY_WORDS) or not _only_a_place(links, group.end):
        return False
    return _likewise(links, [index], before)


def _told_of_there(links: Links, before: Harm) -> bool:
    """Whether a harm is told so that a place may follow: "killed 12 in X", "12 were killed in X"; what has been may be a sum."""
    if before.rule.startswith("active"):
        return True
    ahead = links.lowers[max(0, before.at - _AUXILIARIES) : before.at]
    return before.rule.startswith(("passive", "intransitive")) and HAVE.isdisjoint(ahead)


_AUXILIARIES = 4  # tokens


def _of_them_too(links: Links, index: int) -> bool:
    """ "79 were killed, 42 of them in Homs and 18 in Hama", "nine of the dead were rebels and 12 were soldiers"."""
    group, lowers = links.groups[index], links.lowers
    if group.shape != "counted" or group.head or group.low is None or lowers[group.start - 1] not in _OPENS:
        return False
    told = [harm for harm in links.found if harm.group.end <= group.start]
    before = max(told, key=lambda harm: harm.group.start, default=None)
    if before is None or before.relation != "part" or before.kind not in ("killed", "wounded", "captured"):
        return False
    tail = lowers[group.end : group.end + 2]
    placed = tail[:1] != [] and tail[0] in _PLACED and _only_a_place(links, group.end)
    if not (placed or tail == [",", "all"] or (tail[:1] != [] and tail[0] in BE and _people_near(lowers, group.end + 1))):
        return False
    return _likewise(links, [index], before, relation="part")


def _people_near(lowers: list[str], start: int) -> bool:
    """Whether "soldiers" or "young women" follows, before anything that tells more."""
    for word in lowers[start : start + _NOUN_NEAR]:
        if word in PLURAL or word in SINGULAR:
            return True
        if word in _ENDS or word in TRANSITIVE:
            return False
    return False


_NOUN_NEAR = 4  # tokens from "were" to what they were


def _on_the_other(links: Links, index: int) -> bool:
    """ "14 dead on one side and 20 on the other"."""
    group = links.groups[index]
    before = _harm_before(links, group.start)
    side = group.shape == "counted" and group.start > 2 and links.lowers[group.start - 1] == "side" and before is not None
    if side and before is not None and group.person and "on" in links.lowers[max(0, group.start - 5) : group.start]:
        return links.emit(
            links.chain_from(index), before.kind, f"elided:{before.kind}", before.at
        )  # "and on the other side 21 soldiers"
    if (
        group.shape != "counted"
        or group.head
        or before is None
        or links.lowers[group.end : group.end + 3] != ["on", "the", "other"]
    ):
        return False
    return _likewise(links, [index], before)


_COUNTED = ("state", "lost people", "suffered")
_ALSO = words("and while but")


def _the_other_side(links: Links, index: int) -> bool:
    """ "Kenya has reported 12 dead and Uganda nine", "one army lost 40 men, the other 25" with both named."""
    group, lowers, texts = links.groups[index], links.lowers, links.reading.texts
    named = group.start > 2 and texts[group.start - 1][:1].isupper() and lowers[group.start - 2] in _ALSO
    by_noun = group.start > 3 and lowers[group.start - 2] == "the" and lowers[group.start - 3] in _ALSO
    named = named or (by_noun and PLURAL.get(lowers[group.start - 1]) == "combatant")
    if not named or group.shape != "counted" or group.head or group.low is None:
        return False
    before = _harm_before(links, group.start)
    following = lowers[group.end] if group.end < len(lowers) else "."
    if before is None or not before.rule.startswith(_COUNTED) or following not in _ENDS | _LATER | {"since"}:
        return False
    gap = lowers[before.group.end : group.start - 2 - by_noun]
    if len(gap) > _LONGEST or not _VERBS.isdisjoint(gap):
        return False
    return links.emit([index], before.kind, f"elided:{before.kind}", before.at)


_TELLING = words(
    "counted count counts reported reports recorded lists listed gave gives puts put claims claimed says said spoke"
)
_SUBJECT = 4  # tokens of ", the student union's office"


def _another_teller(links: Links, index: int) -> bool:
    """ "Residents counted 63 bodies, the soldiers 20": who tells and the number, and nothing else before the sentence or clause ends."""
    group, lowers, texts = links.groups[index], links.lowers, links.reading.texts
    if group.shape != "counted" or group.head or group.low is None or not _ends(links, group.end):
        return False
    joint = next((at for at in range(group.start - 1, max(0, group.start - 2 - _SUBJECT), -1) if lowers[at] in _OPENS), -1)
    teller = lowers[joint + 1 : group.start]
    before = _harm_before(links, joint)
    if joint < 0 or not teller or before is None or before.group.low is None:
        return False
    if not (teller[0] in ("the", "its", "their") or texts[joint + 1][:1].isupper()) or not _NOT_THERE.isdisjoint(teller):
        return False
    if any(joint < first < group.start and m.party for first, _, m in links.reading.mentions):
        return False  # a side by name tells of its own: "Kenya has reported 12 dead and Uganda nine"
    if not _TELLING.isdisjoint(teller) or not _VERBS.isdisjoint(teller) or not _PLACED.isdisjoint(teller):
        return False
    return not _TELLING.isdisjoint(lowers[:joint]) and links.emit([index], before.kind, f"elided:{before.kind}", before.at)


def _in_addition(links: Links, index: int) -> bool:
    """ "in addition to 11 children, four women were killed"."""
    group, lowers = links.groups[index], links.lowers
    ahead = lowers[max(0, group.start - 3) : group.start] == ["in", "addition", "to"]
    if not ahead or lowers[group.end : group.end + 1] != [","] or group.shape != "counted":
        return False
    after = [h for h in links.found if h.group.start == group.end + 1 and h.kind in ("killed", "wounded")]
    return bool(after) and links.emit([index], after[0].kind, f"elided:{after[0].kind}", after[0].at)


def _harm_before(links: Links, position: int) -> Harm | None:
    """The last harm told before a position; none where it had two kinds at once."""
    told = [harm for harm in links.found if harm.group.end <= position and harm.relation != "part"]
    if not told:
        return None
    last = max(told, key=lambda harm: harm.group.start)
    alone = all(harm.kind == last.kind for harm in told if harm.group.start == last.group.start)
    return last if alone else None


def _parallel(links: Links, before: Harm, start: int) -> bool:
    """Whether the count before has its place too ("in Kharkiv, four in Sumy"), or a colon opens the list."""
    gap = links.lowers[before.group.end : start]
    if gap[-1:] == ["and"] and gap[-2:-1] != [","] and not before.rule.startswith("elided") and ":" not in gap:
        return False  # a bare "and" joins only what is a list already
    return ":" in gap or not _PLACED.isdisjoint(gap[:-1]) or links.lowers[0] in _PLACED


def _only_a_place(links: Links, position: int) -> bool:
    """Whether nothing but a place follows: "in Sumy", "in the east of the city"; a verb would make it another statement."""
    lowers, texts = links.lowers, links.reading.texts
    named = False
    for at in range(position + 1, min(position + _LONGEST, len(lowers))):
        word = lowers[at]
        if word in _ENDS:
            return named
        if word in _NOT_THERE or word.isdigit() or word.endswith("ed"):
            return False
        named = named or texts[at][0].isupper() or word in _QUARTERS or (word in _OTHERS and texts[at - 1] in ("a", "the"))
    return named and position + _LONGEST >= len(lowers)


def _ends(links: Links, position: int) -> bool:
    return position >= len(links.lowers) or links.lowers[position] in _ENDS


_DIED = words("died succumbed")
_THEN = 8  # tokens from "the five wounded" to "died"


def _of_the(links: Links, index: int) -> None:
    """ "five of the nine people killed": as many of what the next count suffered."""
    whole = links.groups[index + 1]
    gap = links.lowers[links.groups[index].end : whole.start]
    if len(gap) > 2 or gap[:1] != ["of"] or not TRANSITIVE.keys().isdisjoint(gap):
        return  # "raids, one of which killed the reporter", "five of them fled and three were killed"
    if not _DIED.isdisjoint(links.lowers[whole.end : whole.end + _THEN]):
        links.emit(
            [index], "killed", "elided:killed", links.groups[index].start
        )  # "two of the five wounded on Friday have since died"
        return
    for harm in [h for h in links.found if h.group is whole and h.kind in ("killed", "wounded")]:
        links.emit([index], harm.kind, f"elided:{harm.kind}", harm.at, relation="part")
