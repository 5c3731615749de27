"""Tolls and totals: "the death toll rose from 50 to 71", "the number of dead was 50", "put the dead at 41", "bringing the total to 19"."""

from __future__ import annotations

from service.analysis.groups import Group
from service.analysis.languages.en.grammar import BE, HAVE
from service.analysis.languages.en.harm import COUNT_NOUNS, STATES, VICTIMS
from service.analysis.languages.en.people import ROLE_MODIFIERS
from service.analysis.languages.lists import words
from service.analysis.linking import Links
from service.models import Kind

_EARLIER = words("earlier previous preliminary initial initially previously")
_TOLL_JOINTS = words("""
    to at of from was is stood stands reached reaches hit hits than passes past exceeds : be with surpassed now by tops topped
    rising exceeded as standing nearer closer
""")


_REACH, _FAR = 22, 40  # tokens from "toll" to its number, the greater where "risen to" stands before it
_ROSE = words("rose risen surged climbed jumped increased grown soared swelled rises climbs fallen dropped")
_BEYOND = words(
    "passed exceeded surpassed surpasses topped passes exceeds tops exceeding nears approaches"
)  # qualifiers that are verbs as well


def toll(links: Links, at: int) -> None:
    """ "the death toll rose from 50 to 71", "a toll of eight", "the earlier toll was 50", "put the toll at 12"."""
    lowers = links.lowers
    kind = _kind_of_toll(lowers, at)
    earlier = not _EARLIER.isdisjoint(lowers[max(0, at - 12) : at + 8])
    previous = replaced = False
    for index, group in enumerate(links.groups):
        reach = _FAR if lowers[group.start - 2 : group.start - 1] and lowers[group.start - 2] in _ROSE else _REACH
        if group.shape != "counted" or not at < group.start < at + reach or ";" in lowers[at : group.start]:
            continue
        before = _joint_before(lowers, group.start)
        before = "to" if lowers[group.start : group.start + 2] == ["up", "to"] else before  # "toll up to 22"
        joined = before in _TOLL_JOINTS or lowers[group.start] in _BEYOND  # "the death toll in Gaza passes 50,000"
        if not joined and not previous and group.start - at > 2:
            continue
        if before == "as" and lowers[group.end : group.end + 1] and lowers[group.end] in BE | HAVE:
            return  # "the toll was likely to rise as dozens more had been hurt"
        if previous and before not in ("to", "from", "and", "than") and not (replaced and before in _TOLL_JOINTS):
            return
        if previous and group.end < len(lowers) and STATES.get(lowers[group.end], kind) != kind:
            return  # "had risen to 120 from 100, with more than 300 wounded"
        if before == "by" and not group.head:
            links.emit([index], kind, "toll:by", at, relation="increment")
            continue
        superseded = before in ("from", "than") or (earlier and not previous and before != "to")
        links.emit([index, *_listed(links, index, kind)], kind, "toll", at, superseded=superseded)
        previous, replaced = True, superseded
        if (
            before != "from"
            and not (group.end < len(lowers) and lowers[group.end] in (",", "from", "up"))
            and not _up_from(links, index)
        ):
            return


def _listed(links: Links, first: int, kind: Kind) -> list[int]:
    """ "death toll: 258 militants, 65 troops, 26 civilians": the people that stand in one list with the first."""
    found: list[int] = []
    for index in range(first + 1, len(links.groups)):
        group = links.groups[index]
        if links.chain[index] != links.chain[first] or group.shape != "counted" or not (group.head and group.person):
            break
        if group.end < len(links.lowers) and STATES.get(links.lowers[group.end], kind) != kind:
            break  # "toll: 12 soldiers, 30 civilians wounded"
        found.append(index)
    return found if links.groups[first].head and links.groups[first].person else []


def _kind_of_toll(lowers: list[str], at: int) -> Kind:
    """ "the injury toll", "the toll of the wounded", "toll of missing"; else of the dead."""
    if at > 0 and lowers[at - 1] in ("injury", "wounded"):
        return "wounded"
    named = lowers[at + 2 + (lowers[at + 2 : at + 3] == ["the"]) :][:1] if lowers[at + 1 : at + 2] == ["of"] else []
    return VICTIMS.get(named[0], "killed") if named else "killed"


def _joint_before(lowers: list[str], start: int) -> str:
    """The word before a number, a quotation mark left out: "at 'around 200' people"."""
    return lowers[start - (2 if lowers[start - 1] in ('"', "'") and start > 1 else 1)]


def put_at(links: Links, at: int) -> None:
    """ "put the dead at 41 and the injured at 60": a count of victims said by who puts it."""
    lowers = links.lowers
    if lowers[at] in ("casualties", "victims"):
        return
    if lowers[at + 1 : at + 3] == [",", "whom"] and not _PUTTING.isdisjoint(lowers[at + 3 : at + 6]):
        where = next((i for i in range(at + 4, min(at + 8, len(lowers) - 1)) if lowers[i] == "at"), -1)
        quoted = where > 0 and lowers[where + 1] in ('"', "'")
        index = links.by_start.get(where + 1 + quoted) if where > 0 else None
        links.emit([index] if index is not None else [], VICTIMS[lowers[at]], "number of", at)  # "the dead, whom it puts at 40"
        return
    near = not _PUTTING.isdisjoint(lowers[max(0, at - _PUT_NEAR) : at])  # "put Mariupol dead at 20,000"
    owned = bool(at) and lowers[at - 1] in _OF_THEM and not _PUTTING.isdisjoint(lowers[:at])
    if lowers[at + 1 : at + 2] == ["at"] and (near or owned):
        index = links.by_start.get(at + 2)
        if index is not None:
            links.emit([index], VICTIMS[lowers[at]], "number of", at)


_PUT_NEAR = 4  # tokens from "put" to "dead"
_OF_THEM = words("the their its confirmed")
_PUTTING = words("put puts putting estimated estimates estimate")


def deaths_make_up(links: Links, at: int) -> None:
    """ "casualties are nearing 300,000, with deaths making up as many as 120,000 of those"."""
    tail = links.lowers[at + 1 : at + 3]
    if tail in (["making", "up"], ["make", "up"], ["made", "up"], ["accounting", "for"], ["account", "for"]):
        index = links.by_start.get(at + 3)
        if index is not None and (links.groups[index].part or not links.groups[index].head):
            links.emit([index], "killed", "number of", at)


def fatal(links: Links, at: int) -> None:
    """ "812 casualties, 290 of them fatal", "of the 37 casualties nine were fatal", "of which 22 were deaths"."""
    lowers = links.lowers
    if _CASUALTIES.isdisjoint(lowers[:at]):
        return
    being = at > 0 and lowers[at - 1] in BE
    index = links.by_end.get(at - being)
    if index is not None and links.groups[index].shape == "counted" and not links.groups[index].person:
        links.emit([index], "killed", "number of", at)


_CASUALTIES = words("casualties injuries attacks incidents")


def deaths_rise(links: Links, at: int) -> None:
    """ "civilian deaths since April had jumped to 822", "deaths in Gaza top 1,000", "fatalities rose from 96 to 120"."""
    lowers = links.lowers
    kind: Kind = COUNT_NOUNS[lowers[at]]
    told = False
    put = not _PUTTING.isdisjoint(lowers[max(0, at - _PUT_NEAR) : at])  # "put the deaths of the battle at over 300"
    for index, group in enumerate(links.groups):
        if not at < group.start <= at + _REACH or group.shape != "counted":
            continue
        between = lowers[at + 1 : group.start]
        before = _joint_before(lowers, group.start)
        if told and before not in ("from", "to"):
            return
        moved = any(
            (before in ("to", "from") and word in _MOVES) or (before in ("at", "around") and word in _STANDS)
            for word in between
        )
        if not (
            moved or before in _MEETS or lowers[group.start] in _BEYOND or (put and before == "at")
        ) or not _CLAUSE_ENDS.isdisjoint(between):
            return
        if (group.head and not group.person) or not COUNT_NOUNS.keys().isdisjoint(between):
            return  # "deaths rose to 31 and injuries to 300"
        if links.emit([index], kind, "number of", at, superseded=before == "from"):
            links.found[-1] = links.found[-1]._replace(group=_told_by_noun(group, before, lowers[at - 1] if at else ""))
        told = True


def _told_by_noun(group: Group, before: str, adjective: str) -> Group:
    """What verb and adjective say of the number: "civilian deaths", "deaths top 1,000"."""
    if before in _PASS and group.qualifier == "exact":
        group = group._replace(qualifier="more_than")
    told = ROLE_MODIFIERS.get(adjective, "unknown")
    return group._replace(role=told) if group.role == "unknown" else group


_MOVES = _ROSE | words(
    "rise rising climb climbing jump jumps jumping surge surges soar soars swell mount mounts mounted grow grows"
)
_STANDS = words("stand stands stood standing now")
_PASS = words("top tops topped pass passes passed exceed exceeds exceeded surpass surpasses surpassed")
_MEETS = _PASS | words("reach reaches reached hit hits numbered totalled totaled")
_CLAUSE_ENDS = words("; , as while after and who that")


def _up_from(links: Links, index: int) -> bool:
    """Whether a toll goes on "24 on Thursday night, up from 17": the number after it is what it was before."""
    following = links.groups[index + 1 : index + 2]
    begin = following[0].start if following else 0
    return begin - links.groups[index].end < _UP and links.lowers[begin - 2 : begin] == ["up", "from"]


_UP = 12  # tokens from a toll to "up from"


def number_of(links: Links, at: int) -> None:
    """ "the number of dead was 50", "the count of the dead passed 1,000", "bringing to 870 the number killed"."""
    lowers = links.lowers
    if lowers[at] == "count" and at and lowers[at - 1] in ("body", "death"):
        toll(links, at)
        return
    stated = STATES.get(lowers[at + 1]) if at + 1 < len(lowers) else None
    if stated is not None and lowers[at + 2 : at + 3] in (["or"], ["and"]) and STATES.get(lowers[at + 3], stated) != stated:
        return  # "the number killed or wounded": one count for both
    ahead = links.by_end.get(at - 1) if at and lowers[at - 1] == "the" else None
    if stated is not None and ahead is not None and lowers[links.groups[ahead].start - 1] in ("to", "at"):
        links.emit([ahead], stated, "number of", at)
        return
    if stated is not None:  # "put the number killed at 23"
        _number_is(links, at + 1, stated, earlier=not _EARLIER.isdisjoint(lowers[max(0, at - 12) : at + 12]))
        return
    if lowers[at + 1 : at + 2] != ["of"]:
        return
    counted = links.by_start.get(at + 2) if at and lowers[at] == "count" and lowers[at - 1] in _EARLIER else None
    if counted is not None and not links.groups[counted].head:  # "raising an earlier count of four"
        links.emit([counted], "killed", "toll", at, superseded=True)
        return
    index = links.by_end.get(at - 1)
    if index is not None and lowers[at - 1] == "the":  # "bringing to 250 the number of troops killed"
        kinds = _kinds_told(lowers[at + 2 : at + 10])
        if len(set(kinds)) == 1:
            links.emit([index], kinds[0], "number of", at)
        return
    _number_of_victims(links, at)


def _number_of_victims(links: Links, at: int) -> None:
    """ "the number of dead was 50", "the count of the dead passed 1,000"."""
    lowers = links.lowers
    first = at + 2
    if "[" in lowers[first : first + 5] and "]" in lowers[first : first + 12]:
        first = lowers.index("]", first) + 1  # "the number of M-19 [19 April Movement] members murdered"
    for position in range(first, min(first + 8, len(lowers))):
        word = lowers[position]
        if word == "casualties":
            return
        kind = STATES.get(word) or VICTIMS.get(word) or (COUNT_NOUNS.get(word) if word in _COUNTABLE else None)
        if kind is not None and any(STATES.get(w, kind) != kind for w in lowers[position + 1 : position + 3]):
            return  # "the number of killed or wounded"
        if kind is not None:
            _number_is(links, position, kind, earlier=not _EARLIER.isdisjoint(lowers[max(0, at - 12) : at + 12]))
            return
        if word[0].isdigit() or word in (",", ".", "and"):
            return


def _kinds_told(following: list[str]) -> list[Kind]:
    """What befell those whose number is told: "of troops killed", "of soldiers it has lost"."""
    kinds = [STATES[word] for word in following if word in STATES]
    if not kinds and "held" in following:
        return ["captured"]  # "bringing to nine the number of Americans held"
    return kinds or (["killed"] if "lost" in following else [])


_COUNTABLE = words("deaths fatalities hostages captives refugees injuries idps evacuees")


def brought_to(links: Links, at: int) -> None:
    """ "the deaths bring those killed to more than 80", "taking the army's losses to 21"; a "toll" and a "number" have their own rules."""
    lowers = links.lowers
    for index, group in enumerate(links.groups):
        if not at < group.start <= at + 16 or group.shape != "counted" or lowers[group.start - 1] != "to":
            continue
        if group.end < len(lowers) and lowers[group.end] in STATES:
            return  # "raising the count to 31 dead and 140 hurt": each says itself what it counts
        between = lowers[at + 1 : group.start - 1]
        kinds = {STATES.get(word) or VICTIMS.get(word) or COUNT_NOUNS.get(word) for word in between} - {None}
        if not kinds and not _SUMS.isdisjoint(between):
            kinds = {harm.kind for harm in links.found if harm.group.end <= at} or {
                kind for g in links.groups if g.end <= at and (kind := COUNT_NOUNS.get(g.head)) is not None
            }
        plain = (
            len(between) < _NEAR_TOTAL
            and not {"toll", "number", "casualties", ",", ":", "that"} & set(between)
            and (group.person or not group.head)
        )
        if len(kinds) == 1 and plain:
            kind = kinds.pop()
            if kind is not None:
                links.emit([index], kind, "brought to", at)
        return


_NEAR_TOTAL = 9  # tokens from "bring" to its number: "bring those killed along the border to more than 80"
_SUMS = words("total tally count figure sum losses fatalities")
BRINGING = words("""
    bring brings bringing brought take takes taking took raise raises raising raised lift lifts lifting lifted push pushes pushing
    pushed revise revises revised lowered
""")


_NUMBER_NEAR = 12  # tokens from "killed" to "was 50"


def _number_is(links: Links, at: int, kind: Kind, *, earlier: bool) -> None:
    lowers = links.lowers
    for index, group in enumerate(links.groups):
        if group.shape != "counted" or group.start <= at:
            continue
        before = _joint_before(lowers, group.start)
        reach = _FAR if before == "to" and lowers[group.start - 2] in _ROSE else _NUMBER_NEAR
        if group.start - at > reach or (before not in _TOLL_JOINTS and lowers[group.start] not in _BEYOND):
            return
        links.emit([index], kind, "number of", at, superseded=before == "from" or earlier)
        if before != "from" and lowers[group.end : group.end + 1] != ["from"]:  # "cut to 84 from 103"
            return
