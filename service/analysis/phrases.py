"""Death in several words: "lost 12 soldiers", "beaten to death", "gunned down", "cost four people their lives", "buried 14 of its men"."""

from __future__ import annotations

from collections.abc import Callable

from service.analysis.company import along_with
from service.analysis.displacement import lowers_at
from service.analysis.injuries import in_the_leg, lost_a_limb
from service.analysis.languages.en.grammar import DAY_WORDS
from service.analysis.languages.en.harm import BODY_PARTS
from service.analysis.languages.en.people import PLURAL
from service.analysis.languages.en.sides import BATTLE, CLASHES
from service.analysis.languages.lists import words
from service.analysis.linking import Links

_TO_DEATH = words("""
    stabbed beaten tortured burned burnt hacked bludgeoned crushed shot starved stabbing beating torturing burning hacking
    beat hack stoned trampled clubbed choked frozen froze freezing knifed battered kicked whipped flogged speared stoning clubbing
    kicking whipping
    flogging
    battering knifing starving dragged
""")


def lost(links: Links, at: int) -> None:
    """ "lost 12 soldiers", "lost their lives"."""
    lowers = links.lowers
    if (
        lowers[at + 1 : at + 2]
        and lowers[at + 1] in ("their", "his", "her")
        and lowers[at + 2 : at + 3] in (["lives"], ["life"])
    ):
        begin, auxiliary = links.auxiliary(at)
        start = begin if auxiliary else at
        links.emit(links.beside(start) or links.subject(start), "killed", "lost their lives", at)
        return
    begin, auxiliary = links.auxiliary(at)
    if auxiliary == "be":
        _were_lost(links, at, begin)
        return
    people = [i for i in links.objects(at) if _lost_person(links, i) and not _killed_or_wounded(links, i)] or _lost_in_battle(
        links, at
    )
    if not links.emit(people, "killed", "lost people", at):
        lost_a_limb(links, at)


def _killed_or_wounded(links: Links, index: int) -> bool:
    """ "lost 315,000 men killed or wounded": one count for both."""
    tail = links.lowers[links.groups[index].end :][:3]
    return len(tail) > 2 and tail[0] in ("killed", "dead") and tail[1] in ("or", "and") and tail[2] in ("wounded", "injured")


def _were_lost(links: Links, at: int, begin: int) -> None:
    """ "three of the Danes were lost on Friday when …": dead, where it is told of soldiers or of a day and a blow."""
    if lowers_at(links, at + 1) not in _LOST_WHEN or not _LOST_THERE.isdisjoint(links.lowers[at + 1 : at + 4]):
        return
    people = [i for i in links.subject(begin) if links.groups[i].shape == "counted" and links.groups[i].person]
    told = "when" in links.lowers[at:]
    links.emit([i for i in people if told or links.groups[i].role == "combatant"], "killed", "were lost", at)


_LOST_WHEN = DAY_WORDS | words("on in when at during there and . ,") | {""}
_LOST_THERE = words("sea transit thought translation shuffle")


def _lost_in_battle(links: Links, at: int) -> list[int]:
    """ "Government troops lose 30 in battle", "Peshmerga lose five": a bare number lost by men in arms, in a fight."""
    index = links.by_start.get(at + 1)
    if index is not None and _army_before(links, at, index):
        return [index]
    if index is None or at == 0 or PLURAL.get(links.lowers[at - 1]) != "combatant" or _FIGHTS.isdisjoint(links.lowers):
        return []
    group = links.groups[index]
    bare = group.head == "" and group.shape == "counted"
    return [index] if bare and lowers_at(links, group.end) in ("in", "to", "as", "at", "near", "during") else []


def _army_before(links: Links, at: int, index: int) -> bool:
    """ "The army was said to have lost 1,300", "the brigade has lost 40 since June": a bare number and nothing but its end or time."""
    group = links.groups[index]
    following = lowers_at(links, group.end)
    ends = following in ("", ".", ",", ";", "since", "there", "so") or (
        following == "in" and not _FIGHTS.isdisjoint(links.lowers)
    )
    bare = group.shape == "counted" and not group.head and not group.part and (group.low or 0) > 1
    return bare and ends and not _ARMIES.isdisjoint(links.lowers[max(0, at - _SUBJECT_NEAR) : at])


_SUBJECT_NEAR = 12  # tokens from "the army" to "lost"
_ARMIES = words(
    "army brigade battalion regiment division platoon militia garrison rebels guerrillas corps troops insurgents legion"
)
_FIGHTS = BATTLE | CLASHES | words("ambush attack raid assault offensive siege")


def _lost_person(links: Links, index: int) -> bool:
    group = links.groups[index]
    return (group.person and group.role != "unknown") or group.head in ("men", "people", "members", "cadres", "son", "sons")


def to_death(links: Links, at: int) -> None:
    """ "was beaten to death", "beat 12 men to death"."""
    lowers = links.lowers
    if at < 2 or lowers[at - 1] != "to":
        return
    told = links.by_end.get(at - 1)
    if told is not None and links.groups[told].start == at - 2 and lowers[at - 3] in _TO_DEATH:
        links.emit([told], "killed", "to death", at)  # "hacked 11 to death"
        return
    base = next((i for i in (at - 2, at - 3) if i >= 0 and lowers[i] in _TO_DEATH), -1)
    if base >= 0:
        begin, auxiliary = links.auxiliary(base)
        chosen = links.subject(begin) if auxiliary else links.objects(at) or links.beside(base)
        if not links.emit(chosen, "killed", "to death", at) and auxiliary == "be" and not chosen:
            links.emit_surname(begin, "killed", "to death:surname", at)
        along_with(links, at, "killed")
        return
    index = links.by_end.get(at - 1)
    if index is not None and links.groups[index].start > 0 and lowers[links.groups[index].start - 1] in _TO_DEATH:
        links.emit([index], "killed", "to death", at)


def down(links: Links, at: int) -> None:
    """ "gunned down 12 worshippers"."""
    if links.lowers[at + 1 : at + 2] == ["down"]:
        begin, auxiliary = links.auxiliary(at)
        chosen = links.subject(begin) if auxiliary == "be" else links.objects(at) or links.beside(at)
        links.emit(chosen, "killed", "gunned down", at)


_MORTAL = words("fatally mortally")
_EXECUTED = words("head heads point-blank execution-style")


def shot(links: Links, at: int) -> None:
    """ "was fatally shot", "shot five men in the head"; a bare "shot" leaves open who lives."""
    lowers = links.lowers
    if lowers[at + 1 : at + 2] in (["dead"], ["down"]):
        return
    begin, auxiliary = links.auxiliary(at)
    fatal = not _MORTAL.isdisjoint(lowers[max(0, at - 2) : at])
    if not fatal and _EXECUTED.isdisjoint(lowers[at + 1 : at + 14]):
        if not _led_away(links, at):
            in_the_leg(links, at)
        return
    if auxiliary != "be" and links.emit_pronoun(at + 1, "killed", "fatally shot:pronoun", at):
        return
    chosen = links.subject(begin) if auxiliary == "be" else links.objects(at)
    if not fatal:
        chosen = [i for i in chosen if links.groups[i].shape == "counted" and links.groups[i].person]
    links.emit(chosen, "killed", "fatally shot", at)


_LED = words("taken lined led marched pulled dragged herded")


def _led_away(links: Links, at: int) -> bool:
    """ "eleven miners were taken to the hills and shot", "pulled the men off the bus and shot 23 of them": an execution."""
    lowers = links.lowers
    led = max((i for i in range(max(0, at - _LED_NEAR), at) if lowers[i] in _LED), default=-1)
    if led < 0 or "and" not in lowers[led:at]:
        return False
    begin, auxiliary = links.auxiliary(led)
    people = links.objects(at)
    if not people:
        people = links.beside(at) or (links.subject(begin) if auxiliary == "be" and lowers[at - 1] == "and" else [])
    return links.emit([i for i in people if links.groups[i].shape == "counted"], "killed", "led away and shot", at)


_LED_NEAR = 16  # tokens from "taken" to "shot"


def wiped_out(links: Links, at: int) -> None:
    """ "the strike wiped out a family of six"."""
    if links.lowers[at + 1 : at + 2] == ["out"]:
        begin, auxiliary = links.auxiliary(at)
        chosen = links.subject(begin) if auxiliary == "be" else links.objects(at + 1)
        people = [i for i in chosen if links.groups[i].person or links.collective(links.groups[i].start - 1)]
        links.emit(people, "killed", "wiped out", at)


def fell(links: Links, at: int) -> None:
    """ "five soldiers fell in battle", "12 servicemen had fallen": killed, where the fallen are fighters."""
    begin, auxiliary = links.auxiliary(at)
    following = links.lowers[at + 1 : at + 2]
    if links.lowers[at] in ("fall", "falls"):  # a headline's "three soldiers fall in Gaza"
        there = following == ["in"] and any(at + 1 < first < at + _FALL_NEAR for first, _, _ in links.reading.mentions)
        fallen = links.beside(at) if there and not auxiliary else []
        links.emit([i for i in fallen if links.groups[i].role == "combatant"], "killed", "fell in battle", at)
        return
    field = following in (["in"], ["during"]) and not _FIELD.isdisjoint(links.lowers[at + 2 : at + 6])
    field = field or (following == ["in"] and any(first == at + 2 and m.place for first, _, m in links.reading.mentions))
    perfect = auxiliary == "have" and (not following or following[0] in _FALLEN)
    if not field and not perfect:
        return
    start = begin if auxiliary else at
    chosen = links.beside(start) or links.subject(start)
    men = [
        i
        for i in chosen
        if links.groups[i].role == "combatant" or (links.groups[i].head == "men" and links.groups[i].owner >= 0)
    ]
    links.emit(men, "killed", "fell in battle", at)  # "88 of its men fell in the valley"


_FALL_NEAR = 5  # tokens from "fall" to its place
_FALLEN = words(". , ; in since defending for so there while during and") | {"–"}  # not "had fallen ill", "had fallen by 300"
_FIELD = words(
    "battle combat action fighting battles line clashes valley retreat assault siege offensive storming ambush defence defense"
)


def cost(links: Links, at: int) -> None:
    """ "cost four people their lives", "the ambush cost the army 17 men"."""
    lowers = links.lowers
    for index in range(len(links.groups)):
        group = links.groups[index]
        if not at < group.start <= at + 5:
            continue
        limbs = lowers[group.end : group.end + 1] in (["their"], ["his"], ["her"], ["a"], ["both"])
        if limbs and not BODY_PARTS.isdisjoint(lowers[group.end + 1 : group.end + 3]):
            links.emit([index], "wounded", "lost a limb", at)  # "cost two soldiers their legs"
            return
        lives = lowers[group.end : group.end + 2] in (["their", "lives"], ["his", "life"], ["her", "life"])
        men = group.shape == "counted" and group.head in ("men", "soldiers", "fighters", "troops") and group.start > at + 1
        if lives or men:
            links.emit([index], "killed", "cost lives", at)
        return


def buried(links: Links, at: int) -> None:
    """ "buried 14 boys", "some 4,000 victims are buried there"; who is buried under rubble may live."""
    lowers = links.lowers
    if not _TRAPPED.isdisjoint(lowers[at + 1 : at + 8]) or not _MINED.isdisjoint(lowers):
        return
    begin, auxiliary = links.auxiliary(at)
    chosen = links.subject(begin) if auxiliary == "be" else links.objects(at)
    mourners = at > 0 and lowers[at - 1] in ("we", "they")  # "we buried nine on Monday"
    people = [i for i in chosen if links.groups[i].shape == "counted"]
    people = [i for i in people if links.groups[i].person or (mourners and not links.groups[i].head)]
    links.emit(people, "killed", "buried", at)


def mourned(links: Links, at: int) -> None:
    """ "Israel mourns eight soldiers": its own."""
    people = [i for i in links.objects(at) if links.groups[i].shape == "counted" and links.groups[i].role == "combatant"]
    told = people and links.lowers[links.groups[people[0]].end :][:1] in (["who"], ["killed"], ["that"], ["whose"])
    links.emit([] if told else people, "killed", "lost people", at)


_TRAPPED = words("under underneath beneath alive rubble debris ruins collapsed avalanche")
_MINED = words("landslide mudslide avalanche earthquake quake feared may might")

PHRASES: dict[str, Callable[[Links, int], None]] = {
    **dict.fromkeys(("lost", "lose", "loses", "losing"), lost),
    "death": to_death,
    **dict.fromkeys(("gunned", "gunning", "guns", "mowed", "mowing", "mown", "cut"), down),
    "shot": shot,
    **dict.fromkeys(("wiped", "wiping", "wipes"), wiped_out),
    "buried": buried,
    **dict.fromkeys(("mourns", "mourn", "buries"), mourned),
    **dict.fromkeys(("fell", "fallen", "fall", "falls"), fell),
    **dict.fromkeys(("cost", "costing"), cost),
}
