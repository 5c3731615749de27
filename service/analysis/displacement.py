"""People driven out: "forced from their homes", "sheltering in schools", "crossed into Chad", "left the camp", "lives in camps"."""

from __future__ import annotations

from service.analysis.languages.en.people import PLURAL
from service.analysis.languages.lists import words
from service.analysis.linking import Links

_HOMES = words("homes home houses camp camps villages")
_PLACES = words("""
    city town village area districts localities settlements hamlets region enclave district province villages towns country
    quarter capital
""")
_INHABITANTS = words("people residents families civilians villagers inhabitants palestinians others households refugees gazans")
_AWAY = words("homes home flee leave exile houses out abandon villages")
_WAR = words("""
    war fighting invasion violence clashes fled flee fleeing conflict offensive shelling bombardment bombing refugees refugee border
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
    return [i for i in chosen if crowd(links, i)]


def crowd(links: Links, index: int) -> bool:
    """Whether people are as many as are driven out: twenty and more, families, or a vague word, and no fighters."""
    group = links.groups[index]
    numerous = group.low is None or group.low >= _SHELTERED or group.head in ("families", "households")
    return group.shape == "counted" and numerous and group.role != "combatant" and (group.person or not group.head)


def _inhabitants(links: Links, index: int) -> bool:
    """Whether people live where they are: villagers, families, a nation ("150,000 Armenians"); not visitors or workers."""
    group = links.groups[index]
    if group.shape != "counted" or not group.person:
        return group.head in _INHABITANTS
    nation = not links.reading.capitals and group.head_at > group.start and links.reading.texts[group.head_at][0].isupper()
    return group.head in _INHABITANTS or group.head not in PLURAL or nation


def left_home(links: Links, at: int) -> None:
    """ "3,000 people have left the camp", "70,000 residents left the city": displaced, where people and not visitors leave."""
    lowers = links.lowers
    tail = lowers[at + 1 : at + 5]
    nation = not links.reading.capitals and links.reading.texts[at + 1 : at + 2] and links.reading.texts[at + 1][0].isupper()
    if nation or _place_near(links, at, first=at + 1):  # "40,000 Serbs had left Krajina", "have abandoned Rafah"
        people = [i for i in _many(links, at) if _inhabitants(links, i)]
        offensive = not _ON_THEM.isdisjoint(lowers) and lowers[at + 1 : at + 2] != ["for"]
        people = [
            i
            for i in people
            if lowers[at] == "abandoned" or offensive or links.groups[i].head not in ("people", "families", "others")
        ]
        links.emit(people, "displaced", "left home", at)
        return
    if tail[:1] in (["since"], ["by"], ["so"], ["before"]) and not _FLED.isdisjoint(
        lowers
    ):  # "the 41,000 who had left since Friday"
        links.emit(_many(links, at), "displaced", "left home", at)
        return
    if links.reading.number_at(at + 1) and not _PLACES.isdisjoint(tail[1:3]):  # "480 families have abandoned three villages"
        links.emit([i for i in _many(links, at) if _inhabitants(links, i)], "displaced", "left home", at)
        return
    if len(tail) < 2 or tail[0] not in ("the", "their"):
        return
    city = _HOMES.isdisjoint(tail[1:])
    if city and (_PLACES.isdisjoint(tail[1:]) or (tail[0] != "the" and "country" not in tail)):
        return
    war = not _WAR.isdisjoint(lowers) or "besieged" in tail
    begin, auxiliary = links.auxiliary(at)
    if auxiliary == "be":
        return
    start = begin if auxiliary else at
    chosen = [i for i in links.beside(start) or links.subject(start) if _inhabitants(links, i)]
    if city:
        chosen = [i for i in chosen if crowd(links, i) and (war or links.groups[i].head != "people")]
    links.emit(chosen, "displaced", "left home", at)


_FLED = words("fled flee fleeing displaced evacuated refugees")
_FORCING = words("forced driven forcing")
_OWN_HOMES = words("homes home houses villages")
_PUSHED = words("pushed chased expelled drove")


def forced(links: Links, at: int) -> None:
    """ "forced 2,000 people from their homes", "2,750 people were forced to flee"."""
    lowers = links.lowers
    if lowers[at] == "drove" and lowers[at + 1 : at + 2] == ["out"]:
        links.emit([i for i in links.objects(at + 1) if crowd(links, i)], "displaced", "forced out", at, agent=at)
        return
    if lowers[at] == "driven":
        people = [i for i in links.objects(at) if crowd(links, i) and lowers[links.groups[i].end :][:1] == ["from"]]
        if links.emit(people, "displaced", "forced out", at, agent=at):
            return
    if lowers[at] in ("driven", "forced", "expelled") and lowers[at + 1 : at + 3] in (["out", "of"], ["from", "their"]):
        begin, auxiliary = links.auxiliary(at)  # "more than 23,000 driven out of Srebrenica", "were driven out of the town"
        people = links.subject(begin) if auxiliary == "be" else links.beside(at)
        outside = _LIVELIHOOD.isdisjoint(lowers[at + 1 : at + 5])
        if outside and links.emit([i for i in people if crowd(links, i)], "displaced", "driven out", at):
            return
    if (_AWAY if lowers[at] in _FORCING else _OWN_HOMES).isdisjoint(lowers[at + 1 : at + 14]):
        return
    begin, auxiliary = links.auxiliary(at)
    if auxiliary == "be":
        exiled = "exile" in lowers[at + 1 : at + 4]
        people = [i for i in links.subject(begin) if links.groups[i].role != "combatant"]
        if not links.emit(people, "displaced", "forced out", at) and exiled:
            links.emit_surname(begin, "displaced", "forced into exile", at)
    else:
        links.emit(links.objects(at), "displaced", "forced out", at, agent=at)


_LIVELIHOOD = words("business jobs job work office power school schools contention parliament")


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
    if tail[:1] == ["into"] and any(first == at + 2 and m.country for first, _, m in links.reading.mentions):
        more = [i for i in _many(links, at) if links.groups[i].rest and not links.groups[i].head]
        if links.emit(more, "displaced", "crossed the border", at):  # "a million more have crossed into Poland"
            return
        nation = [i for i in _many(links, at) if (links.groups[i].low or 0) >= _EXODUS and links.groups[i].head not in PLURAL]
        nation = [i for i in nation if links.groups[i].head and _inhabitants(links, i)]
        if links.emit(nation, "displaced", "crossed the border", at):  # "250,000 Rwandans crossed into Tanzania"
            return
    if not {"river", "strait", "desert", "mountains"}.isdisjoint(tail):  # "10,000 Rohingya crossed the Naf River"
        people = [i for i in _many(links, at) if _inhabitants(links, i) and links.groups[i].head not in _INHABITANTS]
        if links.emit(people, "displaced", "crossed the border", at):
            return
    if not {"into", "border", "to"}.isdisjoint(tail) and not _WAR.isdisjoint(links.lowers):
        people = [i for i in _many(links, at) if _inhabitants(links, i)]
        links.emit(people, "displaced", "crossed the border", at)


def in_camps(links: Links, at: int) -> None:
    """ "half a million people are living in camps"."""
    usual = not _USUAL.isdisjoint(links.lowers[max(0, at - 3) : at])
    if not usual and links.lowers[at + 1 : at + 2] == ["in"] and not _CAMPS.isdisjoint(links.lowers[at + 2 : at + 5]):
        links.emit(_many(links, at), "displaced", "living in camps", at)


_ON_THEM = words("offensive shelling bombardment bombing assault onslaught siege clashes fighting invasion")
_EXODUS = 500  # people of one nation who cross into another country; fewer may be travellers
_FLEEING = words("fleeing abroad running")


def sent_fleeing(links: Links, at: int) -> None:
    """ "sent 60,000 people fleeing", "sends thousands fleeing", "sent 4 million people abroad"."""
    for index in links.objects(at):
        end = links.groups[index].end
        flight = links.lowers[end : end + 2] == ["into", "flight"]
        refugees = links.groups[index].head == "refugees" and links.lowers[end : end + 1] in (["into"], ["across"])
        if (refugees or flight or not _FLEEING.isdisjoint(links.lowers[end : end + 2])) and crowd(links, index):
            links.emit([index], "displaced", "sent fleeing", at, agent=at)


_VEHICLES_OUT = words("brought carried bused took taken flew flown airlifted ferried evacuating")
_FOREIGNERS = words("citizens nationals foreigners expatriates diplomats evacuees")
_FIGHTING_THERE = words("besieged siege encircled bunkers cellars steelworks enclave pocket frontline front-line")


def brought_out(links: Links, at: int) -> None:
    """ "101 civilians were brought out of the steelworks", "flew out hundreds of their citizens": out of a siege or a war."""
    lowers = links.lowers
    if lowers[at] in ("taken", "took"):
        took_in(links, at)
    begin, auxiliary = links.auxiliary(at)
    directly = lowers[at + 1 : at + 2] == ["out"]
    chosen = links.subject(begin) if auxiliary == "be" else links.objects(at + directly)
    people = [i for i in chosen if crowd(links, i)]
    if not people:
        return
    end = at + 1 if auxiliary == "be" else links.groups[people[-1]].end
    left_siege = lowers[end : end + 2] == ["out", "of"] and not _FIGHTING_THERE.isdisjoint(lowers[end:])
    abroad = directly or lowers[at] in ("airlifted", "ferried") or "out" in lowers[end : end + 2]
    people = [i for i in people if left_siege or (abroad and links.groups[i].head in _FOREIGNERS)]
    links.emit(people, "displaced", "brought out", at, agent=-1 if auxiliary == "be" else at)


def streamed(links: Links, at: int) -> None:
    """ "thousands of residents streamed out of the city", "poured across the border", "took to the roads"."""
    lowers = links.lowers
    if lowers[at] == "roads":
        verb = next((i for i in range(max(0, at - 4), at - 2) if lowers[i] in ("took", "taken") and lowers[i + 1] == "to"), -1)
        if verb < 0:
            return
    else:
        town = not _TOWNS.isdisjoint(lowers[at + 1 : at + 7]) or _place_near(links, at + 1)
        if _WAYS.isdisjoint(lowers[at + 1 : at + 3]) or not (town or not _WAR.isdisjoint(lowers)):
            return
        verb = at
    begin, auxiliary = links.auxiliary(verb)
    start = begin if auxiliary else verb
    people = [i for i in links.beside(start) or links.subject(start) if crowd(links, i)]
    links.emit([i for i in people if links.groups[i].head not in _OUT_ON_PURPOSE], "displaced", "streamed out", at)


def _place_near(links: Links, at: int, *, first: int = -1) -> bool:
    """Whether a place's name begins within a few tokens, or at a certain one."""
    if first >= 0:
        return any(begin == first and m.place for begin, _, m in links.reading.mentions)
    return any(at < begin < at + _PLACE_NEAR and m.place for begin, _, m in links.reading.mentions)


def took_in(links: Links, at: int) -> None:
    """ "has taken in 900,000 Syrians": a nation or refugees, not pupils or patients."""
    if links.lowers[at + 1 : at + 2] == ["in"]:
        people = [i for i in links.objects(at + 1) if crowd(links, i)]
        people = [i for i in people if links.groups[i].head in _TAKEN_IN or links.groups[i].head not in PLURAL]
        links.emit([i for i in people if links.groups[i].person], "displaced", "taken in", at)


def hosts(links: Links, at: int) -> None:
    """ "Uganda has received 45,000 Congolese", "Kenya shelters 400,000 Somalis": a nation or refugees."""
    people = [i for i in links.objects(at) if crowd(links, i) and links.groups[i].person]
    refugees = ("refugees", "evacuees")
    links.emit(
        [i for i in people if links.groups[i].head in refugees or links.groups[i].head not in PLURAL],
        "displaced",
        "taken in",
        at,
    )


_TAKEN_IN = words("refugees evacuees families people newcomers")


_PLACE_NEAR = 4  # tokens from "out" to the town
_STREAMING = words("""
    streamed streaming stream poured pouring pour spilled spilling trekked trekking trudged trudging flooded flocked surged
""")
_WAYS = words("out across over into from towards toward to")
_TOWNS = words("city town village enclave quarter camp border frontier capital")
_OUT_ON_PURPOSE = words(
    "protesters demonstrators fans supporters worshippers workers marchers spectators voters tourists soldiers troops"
)


_ORDERING = words("ordered told instructed urged warned asked orders tells urges")
_LEAVING = words("leave evacuate flee move relocate")


def ordered_out(links: Links, at: int) -> None:
    """ "ordered 40,000 people out of the suburbs", "told 12,000 residents to leave", "30,000 were told to evacuate": not gone yet."""
    lowers = links.lowers
    begin, auxiliary = links.auxiliary(at)
    people = [i for i in (links.subject(begin) if auxiliary == "be" else links.objects(at)) if crowd(links, i)]
    if not people or (links.groups[people[-1]].head in _OUT_ON_PURPOSE):
        return
    end = at + 1 if auxiliary == "be" else links.groups[people[-1]].end
    if lowers[end : end + 2] == ["out", "of"] or (
        lowers[end : end + 1] == ["to"] and not _LEAVING.isdisjoint(lowers[end + 1 : end + 2])
    ):
        links.emit(people, "displaced", "ordered out", at, agent=-1 if auxiliary == "be" else at)


def ran_from(links: Links, at: int) -> None:
    """ "36,000 have run from five villages"."""
    if links.lowers[at + 1 : at + 2] == ["from"] and not (_HOMES | _PLACES).isdisjoint(links.lowers[at + 2 : at + 6]):
        links.emit(_many(links, at), "displaced", "streamed out", at)


def lowers_at(links: Links, at: int) -> str:
    """The word at a token, empty outside the sentence."""
    return links.lowers[at] if 0 <= at < len(links.lowers) else ""


def are_refugees(links: Links, at: int) -> None:
    """ "five million Ukrainians are refugees", "have become refugees"."""
    before = links.lowers[at - 1] if at else ""
    made = links.by_end.get(at, links.by_end.get(at + 1))
    if made is not None and links.lowers[max(0, links.groups[made].start - 1)] in _MADE:  # "has made 6 million people refugees"
        links.emit([made] if crowd(links, made) else [], "displaced", "are refugees", at)
        return
    if made is not None and before == "them" and links.groups[made].part:
        links.emit([made], "displaced", "are refugees", at, relation="part")  # "50,000 people, 15,000 of them refugees"
        return
    if before in _MADE and lowers_at(links, at + 1) == "of":  # "has made refugees of 6 million people"
        links.emit([i for i in links.objects(at + 1) if crowd(links, i)], "displaced", "are refugees", at)
        return
    if before == "as" and lowers_at(links, at - 2) in ("registered", "listed", "live", "living"):
        begin, _ = links.auxiliary(at - 2)
        links.emit([i for i in links.subject(begin) if crowd(links, i)], "displaced", "are refugees", at)
    elif before in ("are", "become", "became", "were", "now"):
        begin, auxiliary = links.auxiliary(at)
        start = begin if auxiliary else links.auxiliary(at - 1)[0]
        links.emit([i for i in links.subject(start) if crowd(links, i)], "displaced", "are refugees", at)


_MADE = words("made makes making")
_RUNAWAYS = words("""
    suspects suspect men man gang thieves thief robbers robber dictators dictator assassins drivers driver prisoners inmates convicts
    leaders ministers president king officials perpetrators culprits
""")
_ESCAPE = words(
    "scene foot motorcycle motorcycles motorbike motorbikes vehicle vehicles car cars taxi taxis prison jail custody"
)
_ABODES = words("home homes house houses village villages")
_FLIGHT = words("""
    war fighting violence shelling bombing bombardment bombs invasion offensive clashes home homes village refugee refugees persecution
    militants rebels taliban junta troops soldiers attack attacks
""")
_FEW = 10  # so small a number of people is driven out in no news; who runs away then runs from a deed


def runs_away(links: Links, index: int, at: int) -> bool:
    """ "three gunmen fled", "the four fled the scene": no displaced people."""
    group = links.groups[index]
    small = group.low is not None and group.low < _FEW and group.role == "unknown"
    escape = group.low is not None and group.low < 10 * _FEW and not _ESCAPE.isdisjoint(links.lowers[at + 1 : at + 8])
    if group.shape != "counted":  # one who "fled to Spain" runs from the law as often as from war
        return _FLIGHT.isdisjoint(links.lowers) or group.role == "combatant" or group.head in _RUNAWAYS
    if not _ABODES.isdisjoint(links.lowers[at + 1 : at + 5]):
        return False
    return group.role == "combatant" or group.head in _RUNAWAYS or escape or (small and not group.vague)


RULES = {
    **dict.fromkeys(("left", "leave", "abandoned"), left_home),
    **dict.fromkeys(_FORCING | _PUSHED, forced),
    **dict.fromkeys(_VEHICLES_OUT, brought_out),
    "taking": took_in,
    **dict.fromkeys((*_STREAMING, "roads"), streamed),
    **dict.fromkeys(_ORDERING, ordered_out),
    **dict.fromkeys(("run", "ran"), ran_from),
    "refugees": are_refugees,
    **dict.fromkeys(("hosts", "hosting", "shelters", "received"), hosts),
    **dict.fromkeys(("sheltering", "sheltered", "shelter", "refuge"), sheltering),
    **dict.fromkeys(("crossed", "crossing"), crossed),
    **dict.fromkeys(_LIVING, in_camps),
    **dict.fromkeys(("sent", "sends", "sending", "send"), sent_fleeing),
}
