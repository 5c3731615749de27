"""Who was harmed: runs the rules of harm over a sentence, word by word, then settles parts.

Active verbs take their objects ("the strike killed 12"), passives and intransitives their subjects ("12 were killed", "12 died"),
states the group beside them ("left 12 dead"), acts what follows "of" ("the killing of 12"), tolls a number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from service.analysis import (
    acts,
    captivity,
    displacement,
    elisions,
    fates,
    graves,
    idioms,
    injuries,
    losses,
    shared_nouns,
    surrender,
    taken_away,
    tolls,
    verbs,
    ways_out,
)
from service.analysis.groups import Group
from service.analysis.languages.en.grammar import INCLUDING
from service.analysis.languages.en.harm import ACTS, INTRANSITIVE, STATES, TRANSITIVE, VICTIMS
from service.analysis.languages.lists import words
from service.analysis.linking import Harm, Links
from service.analysis.phrases import PHRASES
from service.analysis.reading import Reading
from service.analysis.release import let_go

Rule = Callable[[Links, int], None]


def _table() -> dict[str, tuple[Rule, ...]]:
    """The rules each word calls, in order: a state or verb, phrases, an act, victims ("killing" is both verb and act)."""
    table: dict[str, list[Rule]] = {}
    for word in STATES.keys() | INTRANSITIVE.keys() | TRANSITIVE.keys():
        rule = verbs.verb if word in TRANSITIVE else verbs.intransitive if word in INTRANSITIVE else verbs.state
        table.setdefault(word, []).append(rule)
    table.setdefault("toll", []).append(tolls.toll)
    for word in ("number", "count", "tally"):
        table.setdefault(word, []).append(tolls.number_of)
    for word in ("fatal", "deaths", "fatalities"):
        table.setdefault(word, []).append(tolls.fatal)
    for word in ("deaths", "fatalities"):
        table.setdefault(word, []).append(tolls.deaths_make_up)
    for word in ("deaths", "fatalities", "injuries"):
        table.setdefault(word, []).append(tolls.deaths_rise)
    for word in tolls.BRINGING:
        table.setdefault(word, []).append(tolls.brought_to)
    for phrases in (
        PHRASES,
        injuries.RULES,
        captivity.RULES,
        displacement.RULES,
        fates.RULES,
        losses.RULES,
        surrender.RULES,
        idioms.RULES,
        ways_out.RULES,
        taken_away.RULES,
        graves.RULES,
    ):
        for word, phrase in phrases.items():
            table.setdefault(word, []).append(phrase)
    for nouns, rule in ((ACTS, acts.act), (VICTIMS, acts.victims), (VICTIMS, tolls.put_at)):
        for word in nouns:
            table.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in table.items()}


_RULES = _table()


def find_harm(reading: Reading, groups: Sequence[Group]) -> list[Harm]:
    """All groups of a sentence that are said to be harmed, in the order of the text."""
    links = Links(reading, groups)
    for at, word in [(at, word) for at, word in enumerate(reading.lowers) if word in _RULES]:
        for rule in _RULES[word]:
            rule(links, at)
    acts.counts(links)
    shared_nouns.settle(links)
    _inner_states(links)
    _breakdowns(links)
    _of_whole(links)
    _parts(links)
    elisions.settle(links)
    _died_of_wounds(links)
    freed = {harm.at for harm in links.found if harm.kind == "captured" and _undone(links.lowers, harm)}
    found = [harm for harm in links.found if not _rate(links.lowers, harm) and not _undone(links.lowers, harm)]
    if freed:  # "24 hostages were released, including 13 women"
        found = [h for h in found if not (h.kind == "captured" and h.relation == "part" and h.at in freed)]
    return sorted(found, key=lambda harm: (harm.group.start, harm.at))


_HELD = frozenset(("count:captured", "inner:captured", "held", "among the victims", "in captivity", "state:captured"))
_SUPPOSED = words("thought believed presumed feared assumed supposed")


def _undone(lowers: Sequence[str], harm: Harm) -> bool:
    """Hostages let go, and the dead who are not: "a woman thought to have been killed is alive"."""
    if harm.kind == "captured":  # an abduction that is told as such stays one, whatever came after
        return harm.rule in _HELD and let_go(lowers, harm.group)
    return "alive" in lowers and not _SUPPOSED.isdisjoint(lowers[max(0, harm.at - 6) : harm.at])


_TIMES = words("second minute hour day night week month year")
_SPANS = words("seconds minutes hours days weeks months")


def _rate(lowers: Sequence[str], harm: Harm) -> bool:
    """ "two workers die every week", "is killed for every 48 metres": a rate, no count; but "were killed a day earlier"."""
    following = lowers[harm.at + 1 : harm.at + 4]
    if following[:1] == ["every"] and "average" in lowers[: harm.at]:
        return True  # "on average a civilian was killed every 25 minutes and another wounded every 13"
    if following[:2] == ["for", "every"] or (following[:1] == ["every"] and following[-1] in _SPANS):
        return True
    if len(following) < 2 or following[1] not in _TIMES:
        return False
    return following[0] in ("every", "each", "per") or (following[0] == "a" and following[2:] in ([], ["."], [","], ["on"]))


def _inner_states(links: Links) -> None:
    """ "60 wounded people were brought in", "a captured pilot": the state stands inside the group."""
    for index, group in enumerate(links.groups):
        if (
            group.state
            and (group.state == "captured" or links.kinds_of(index) <= {"captured"})
            and (group.shape == "counted" or links.lowers[group.start] in ("a", "an", "another", "one"))
        ):
            word = next((w for w in links.lowers[group.start : group.end] if w in STATES), "")
            figure_of_speech = links.lowers[group.end : group.end + 1] == ["walking"]  # "a dead man walking"
            driven_out_alone = bool(word) and STATES[word] == "displaced" and group.shape == "single"
            if (
                word
                and not figure_of_speech
                and not driven_out_alone
                and not (STATES[word] == "captured" and let_go(links.lowers, group))
            ):
                some = ("of", "the") in pairwise(links.lowers[group.start : group.head_at + 1])  # "rescued 30 of the wounded"
                links.emit([index], STATES[word], f"inner:{STATES[word]}", group.head_at, relation="part" if some else "total")


def _died_of_wounds(links: Links) -> None:
    """ "three of the wounded succumbed", "was hit by shrapnel and died": dead, no longer wounded."""
    dead = {harm.group.start for harm in links.found if harm.kind == "killed"}
    if "succumbed" in links.lowers:
        _succumbed(links, links.lowers.index("succumbed"))
    succumbed = {h.group.start for h in links.found if h.kind == "killed" and links.lowers[h.at] == "succumbed"}
    links.found = [
        h
        for h in links.found
        if not (h.kind != "killed" and h.rule in _NOT_LAST and h.group.start in dead)
        and not (h.kind == "wounded" and h.group.start in succumbed)
    ]


def _succumbed(links: Links, at: int) -> None:
    """ "a woman hurt on Wednesday succumbed to her injuries": the hurt are the dead."""
    hurt = [h for h in links.found if h.kind == "wounded" and h.group.end <= at]
    if hurt and not any(h.kind == "killed" and h.at == at for h in links.found) and hurt[-1].group.shape != "counted":
        links.found.append(hurt[-1]._replace(kind="killed", rule="intransitive:killed", at=at))


_PARTS_WITH_PARTS = frozenset(("among the victims", "of the victims"))  # "28 of the injured …, seven of them children"
_NOT_LAST = frozenset(("of the victims", "hit in the body", "hit by shrapnel"))  # "shot in the chest and killed"


_CLOSED: tuple[list[str], ...] = ([], [","], ["."], [")"], ["were"], ["was"])
_ALIVE = words("alive unhurt unharmed survived safe")


def _parts(links: Links) -> None:
    """ "including three children", "two of them women", "among them a doctor", "(three soldiers and five civilians)"."""
    for index, group in enumerate(links.groups):
        lead = links.groups[links.chain[index]]
        before = links.lowers[lead.start - 1] if lead.start else ""
        aside = links.asides.get(index)
        among_them = links.among_them(lead.start)
        if (group.part or among_them) and not _ALIVE.isdisjoint(links.lowers[group.end : group.end + 8]):
            continue  # "59 hostages, 24 of whom are believed to be alive"
        among = (
            links.lowers[group.end : group.end + 2] == ["among", "them"]
            and links.lowers[group.end + 2 : group.end + 3] in _CLOSED
        )
        if among and links.harmed(index):  # "seven soldiers, a general among them, were killed"
            links.found = [h._replace(relation="part") if h.group is group else h for h in links.found]
        if not (
            among
            or before in INCLUDING
            or among_them
            or (group.part and not group.head and not links.of_troops(group, group.start - 1))
            or aside is not None
        ):
            continue
        if links.harmed(index):
            if links.chain[index] != index and aside is None and not group.part:
                continue
            links.found = [h._replace(relation="part") if h.group is group else h for h in links.found]
            continue
        if let_go(links.lowers, group):
            continue
        position = group.start if among or aside is not None else links.groups[links.chain[index]].start
        for harm in _hosts(links, position):
            if (index, harm.kind) not in links.taken:
                own, run = links.joined_singles(index, harm.kind)
                links.taken.update((i, harm.kind) for i in run)
                links.found.append(
                    Harm(own, harm.kind, f"part:{harm.kind}", harm.at, "part", harm.agent, harm.superseded, harm.group.start)
                )


def _of_whole(links: Links) -> None:
    """ "of the 17 people killed, nine were members of one family"."""
    for harm in list(links.found):
        start = harm.group.start
        before = links.lowers[start - 1] if start else ""
        following = links.lowers[harm.at + 1 : harm.at + 2]
        index = links.by_start.get(harm.at + 2)
        free = index is not None and not links.kinds_of(index) - {harm.kind}
        if before == "of" and following == [","] and index is not None and free and links.groups[index].shape == "counted":
            links.emit([index], harm.kind, f"part:{harm.kind}", harm.at, relation="part")


def _breakdowns(links: Links) -> None:
    """ "13 bodies were seen: eight guerrillas, four soldiers and a civilian": a list that adds up to a count before it."""
    for index in range(len(links.groups) - 1):
        if links.chain[index] != index or links.harmed(index) or index in links.asides:
            continue
        members = [i for i in range(index, len(links.groups)) if links.chain[i] == index]
        if len(members) < 2 or any(links.harmed(i) for i in members):
            continue
        if links.lowers[links.groups[index].start - 1] in ("said", "says", "say"):
            continue  # "…, said an official and a doctor"
        total = sum(links.groups[i].low or 0 for i in members)
        for harm in [h for h in links.found if h.group.low == total and h.group.end <= links.groups[index].start]:
            links.emit(members, harm.kind, f"breakdown:{harm.kind}", harm.at, relation="part")


def _hosts(links: Links, position: int) -> list[Harm]:
    """The harms of the nearest group to the left that has any."""
    whole = [h for h in links.found if (h.relation != "part" or h.rule in _PARTS_WITH_PARTS) and h.group.end <= position]
    if not whole:
        return []
    nearest = max(h.group.start for h in whole)
    return [h for h in whole if h.group.start == nearest]
