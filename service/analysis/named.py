"""Which side the words of a group name: in it ("12 Israeli soldiers"), after it ("of the Nusra Front"), beside it (", a Lebanese,")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from service.analysis.gazetteer import Mention
from service.analysis.groups import Group
from service.analysis.languages.en.grammar import STOPPERS
from service.analysis.languages.en.harm import TRANSITIVE
from service.analysis.languages.en.people import DEMONYMS, PLURAL, REBELS, SINGULAR
from service.analysis.languages.en.sides import BATTLE, BELONGING, CITIZENS, CLASHES, DEEDS, INFORMERS
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.reading import Reading
from service.models import UNSPECIFIED

NAMES = 4  # words of a person's name
AFTER = 9  # tokens after "of" in which the side is named
INCLUDED = 14  # tokens after a group in which "including" opens the list of who they were
APPOSED = 10  # tokens after a person in which the nationality follows
_CROSSING = words(", . : with against by and were was in as when after while said says")
_FIGHTING = BATTLE | CLASHES | DEEDS
_JOINTS = words("and or / -")
_FIRMS = words("charity charities ngo company firm agency newspaper broadcaster embassy consulate aid relief bank")


def inside(group: Group, reading: Reading, described: frozenset[str]) -> str | None:
    """ "12 Israeli soldiers", "12 Hamas fighters"; a group or force beats a country; "Indian and Chinese soldiers" are of no one side."""
    end = group.head_at + 1 if group.shape == "single" and group.head_at >= 0 else group.end
    begin = _described_from(reading, group)
    named = [
        (first, last, m)
        for first, last, m in reading.mentions
        if begin <= first < end and (m.party or m.country) and reading.mention_at(first)
    ]
    if not named:
        return None
    if _joined_sides(named, reading.lowers):
        return UNSPECIFIED
    sides = [mention for _, _, mention in named]
    chosen = next((m for m in reversed(sides) if m.kind in ("group", "force")), sides[0])
    return as_rebels(chosen, described)


def _joined_sides(named: Sequence[tuple[int, int, Mention]], lowers: Sequence[str]) -> bool:
    one = named[0]
    return any(
        other[2].party != one[2].party and len(lowers[one[1] : other[0]]) == 1 and lowers[one[1]] in _JOINTS
        for other in named[1:2]
    )


def behind(harm: Harm, reading: Reading, described: frozenset[str]) -> str | None:
    """ "12 fighters of the Nusra Front", "15 soldiers from the Syrian army", "five of them Spaniards"."""
    group, lowers = harm.group, reading.lowers
    end = group.end
    if group.part:
        return _of_them(group, reading)
    returned = harm.rule == "act:killed:bodies" and lowers[end : end + 1] == ["from"]  # not theirs who hand them over
    end += lowers[end : end + 1] in (["head"], ["chief"], ["leader"], ["commander"])  # "the deputy head of"
    if lowers[end : end + 2] == ["fighting", "for"]:
        end += 1
    elif end >= len(lowers) or lowers[end] not in BELONGING or returned or _informs(group, lowers):
        return None
    for first, last, mention in reading.mentions:
        if not end <= first < end + AFTER or not (mention.party or mention.country):
            continue
        if not _FIRMS.isdisjoint(lowers[last : last + 2]) and mention.kind in ("country", "demonym"):
            continue  # "local employees of a French charity"
        between = lowers[end + 1 : first]
        crossed = any(w in _CROSSING or w in _FIGHTING for w in between)
        placed = lowers[end] == "in" and mention.kind not in ("force", "group")
        placed = placed or not _FIGHTING.isdisjoint(lowers[last : last + 2])  # "in a Boko Haram raid"
        return None if crossed or placed else as_rebels(mention, described)
    return None


def _informs(group: Group, lowers: Sequence[str]) -> bool:
    """ "two collaborators with Israel" are not Israel's people: those kill them who are at war with it."""
    return group.head in INFORMERS and lowers[group.end] != "from"


def _of_them(group: Group, reading: Reading) -> str | None:
    """ "five of them Spaniards", "three of them German tourists"."""
    for at in range(group.start, min(group.end + 3, len(reading.lowers))):
        found = reading.mention_at(at)
        if found is not None and found[1].kind in ("demonym", "people", "group"):
            return found[1].party or found[1].country
        if at >= group.end and reading.lowers[at] in STOPPERS:
            return None
    return None


def apposed(group: Group, reading: Reading) -> str | None:
    """ "a researcher, who is an Israeli citizen", "A B, a Lebanese photographer": the nationality told right after the person."""
    lowers = reading.lowers
    if group.shape == "counted" and group.low != 1:
        return _all_of(group, reading)
    if lowers[group.end : group.end + 2] == [",", "of"] and (land := reading.mention_at(group.end + 2)) is not None:
        return land[1].country if land[1].kind == "country" and lowers[land[0] : land[0] + 1] != ["'s"] else None
    for at in range(group.end, min(group.end + APPOSED, len(lowers))):
        if lowers[at] in (".", ";", "by", "when", "after"):
            return None
        found = reading.mention_at(at)
        if found is None or found[1].kind not in ("demonym", "people", "country", "capital"):
            continue
        last = found[0]
        article = at > 0 and lowers[at - 1] in ("a", "an", "the")
        noun = lowers[last : last + 1] and (lowers[last] in SINGULAR or lowers[last] in CITIZENS)
        if noun and found[1].kind == "demonym" and (lowers[last] in CITIZENS or (article and "," in lowers[group.end : at])):
            return found[1].party
        return None
    return None


def _all_of(group: Group, reading: Reading) -> str | None:
    """ "39 bodies, all believed to be Vietnamese migrants", "12 people, most of them Filipinos"."""
    lowers, end = reading.lowers, group.end
    if lowers[end : end + 1] != [","] or lowers[end + 1 : end + 2] not in (["all"], ["most"], ["mostly"], ["mainly"]):
        return None
    for first, _, mention in reading.mentions:
        if end < first <= end + ALL and mention.kind in ("demonym", "people") and "," not in lowers[end + 1 : first]:
            return mention.party or mention.country
    return None


ALL = 6  # tokens from ", all" to the nationality


_NO_PART = STOPPERS.union(TRANSITIVE)  # "Russian strike kills Ukrainian child": what stands before the verb did it


def _described_from(reading: Reading, group: Group) -> int:
    """Where the description before one person begins: "kidnapped Iraqi Christian priest X"."""
    lowers, start = reading.lowers, group.start
    if group.shape == "counted" or lowers[start] in ("a", "an", "the", "his", "her", "their"):
        return start
    while start > 0 and group.start - start < 3 and lowers[start - 1] not in _NO_PART and lowers[start - 1][0].isalpha():
        start -= 1
    return start


def as_rebels(mention: Mention, described: frozenset[str]) -> str:
    """ "Syrian rebel fighters" are no army of Syria."""
    party = mention.party or mention.country or UNSPECIFIED
    if mention.kind in ("demonym", "country", "place", "capital"):
        if not described.isdisjoint(REBELS):
            return f"{DEMONYMS.get(party, party)} rebels"
        if "opposition" in described:
            return f"{DEMONYMS.get(party, party)} opposition"
    return party


def both_sides_named(harm: Harm, reading: Reading) -> bool:
    """ "6,500 troops from both sides", "civilians, both Israelis and Palestinians", "including soldiers, rebels and civilians"."""
    lowers, end = reading.lowers, harm.group.end
    following = lowers[end : end + 7]
    if following[:1] == ["and"] and _foes(harm.group.head, following[1] if len(following) > 1 else ""):
        return True
    if "both" in following[:5]:
        if not {"sides", "countries", "armies"}.isdisjoint(following):
            return True
        both = end + following.index("both")
        named = [(first, last, m) for first, last, m in reading.mentions if both < first <= both + 4 and m.party]
        if len(named) > 1 and lowers[named[0][1] : named[1][0]] == ["and"]:
            return True
    at = next((i for i in range(end, min(end + INCLUDED, len(lowers))) if lowers[i] in _LISTING), -1)
    if at < 0:
        return False
    nations = {m.party for first, _, m in reading.mentions if at < first < at + NATIONS and m.kind in ("demonym", "people")}
    if len(nations) > 2 and harm.group.shape == "counted":
        return True  # "seven aid workers, among them three Britons, a Pole and an Australian"
    listed = set(lowers[at : at + 8])
    return bool(listed & REBELS) and bool(listed & _REGULARS) and not listed.isdisjoint(PLURAL) and "and" in listed


def _foes(one: str, other: str) -> bool:
    """ "200 soldiers and guerrillas": one count over those who fight each other."""
    return (one in _REGULARS and other in REBELS) or (one in REBELS and other in _REGULARS)


NATIONS = 12  # tokens of a list of nationalities
_LISTING = words("including among")
_REGULARS = words("soldiers troops police policemen servicemen")


def described_people(reading: Reading) -> dict[str, str]:
    """People a sentence calls by their nationality, by their noun: "an Israeli researcher"."""
    found: dict[str, str] = {}
    for first, last, mention in reading.mentions:
        if mention.kind != "demonym" or mention.party is None or reading.mention_at(first) is None:
            continue
        listed = _listed_behind(reading, last)
        found.update(dict.fromkeys(listed, mention.party))
        noun = next((at for at in range(last, min(last + 3, len(reading.lowers))) if reading.lowers[at] in SINGULAR), -1)
        if noun >= 0 and (SINGULAR[reading.lowers[noun]] == "civilian" or reading.lowers[noun] in ("man", "woman", "youth")):
            found.setdefault(reading.lowers[noun], mention.party)
        if noun >= 0 and not reading.capitals:
            surname = _surname(reading, noun + 1)
            if surname:
                found[surname] = mention.party
    return found


def _listed_behind(reading: Reading, at: int) -> list[str]:
    """The surnames of a list set off behind people of a nationality: "four American hostages -- A B, C D and aid worker E F --"."""
    lowers = reading.lowers
    noun = next((i for i in range(at, min(at + 3, len(lowers))) if lowers[i] in PLURAL), -1)
    if noun < 0 or reading.capitals or lowers[noun + 1 : noun + 2] not in (["--"], ["–"], ["-"], [":"], ["—"]):
        return []
    names: list[str] = []
    position = noun + 2
    while position < min(noun + LISTED, len(lowers)) and lowers[position] not in ("--", "–", "—", ".", ";"):
        name = _surname(reading, position)
        names += [name] if name else []
        position += 1
    return names


LISTED = 40  # tokens of a list of names


def _surname(reading: Reading, at: int) -> str:
    """The last word of the name that stands at a token, as it is written: "Foley" of "journalist James Foley"."""
    texts = reading.texts
    end = at
    while end < len(texts) and end - at < NAMES and texts[end][:1].isupper() and texts[end].isalpha():
        end += 1
    return texts[end - 1] if end - at > 1 else ""


def known_person(group: Group, reading: Reading, known: Mapping[str, str]) -> str | None:
    """The side of somebody whom the text called by a nationality before: "the researcher", "Foley"."""
    if group.shape == "named":
        return known.get(reading.texts[group.start : group.end][-1])
    if group.shape == "single" and reading.lowers[group.start] == "the" and group.role != "combatant":
        return known.get(group.head)
    return None
