"""Whose people a side tells of that does not say so: a country counts its own soldiers and its own people first."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from service.analysis import assumed
from service.analysis.languages.en.sides import HOSTAGES_OF, RULERS, RULING, SOLDIERS
from service.analysis.languages.lists import words
from service.analysis.places import between_two
from service.analysis.presupposed import NAMING
from service.analysis.side_rules import ABROAD, Case


def its_soldiers(case: Case, homes: Sequence[str], parties: Collection[str]) -> str | None:
    """ "Turkey said nine soldiers had died in northern Iraq", "the US military said three soldiers were killed in Jordan"."""
    if case.harm.group.head in _POLICEMEN and case.harm.agent < 0 and _police_speak(case):
        return case.claimant  # "Serbian police said an Albanian guerrilla was killed and two policemen were hurt"
    if case.harm.group.head not in SOLDIERS or case.claimant in case.agents:
        return None
    if case.harm.agent >= 0:  # "Pakistan says Indian fire kills two soldiers"
        return case.claimant if case.agents and case.claimant in parties and case.agents.issuperset(homes) else None
    if case.claimant in homes:
        return case.claimant
    if case.claimant in parties and tells_its_own(case):
        return case.claimant
    named = not NAMING.isdisjoint(case.reading.lowers[: case.harm.group.start])  # "named six soldiers": its own
    return case.claimant if case.claimant in parties and (named or _army_speaks(case)) else None


def its_soldiers_and_civilians(case: Case, parties: Collection[str]) -> str | None:
    """ "Israel says 73 of its soldiers and 45 civilians have died", "Cambodia's ministry said five soldiers and eight civilians …"."""
    group, lowers = case.harm.group, case.reading.lowers
    if case.claimant not in parties or case.harm.agent >= 0 or case.claimant in case.agents or group.shape != "counted":
        return None
    if group.head in SOLDIERS:
        joined = lowers[group.end : group.end + 1] == ["and"] and not _CIVIL.isdisjoint(lowers[group.end : group.end + _LISTED])
    else:
        before = lowers[max(0, group.start - _LISTED) : group.start]
        begin = group.start - _LISTED - 1
        others = any(
            m.party != case.claimant for first, _, m in case.reading.mentions if begin <= first < group.start and m.party
        )
        joined = group.head in _CIVIL and before[-1:] == ["and"] and not SOLDIERS.isdisjoint(before) and not others
    return case.claimant if joined else None


_CIVIL = words("civilians civilian villagers residents")
_LISTED = 5  # tokens from one of two joined counts to the other's noun


def tells_its_own(case: Case) -> bool:
    """ "Thailand reported nine soldiers dead": what one reports, confirms or admits of soldiers without a word of whose is its own."""
    lowers = case.reading.lowers
    return any(
        m.party == case.claimant and m.kind in ("country", "capital") and lowers[last : last + 1] and lowers[last] in _OWNING_UP
        for _, last, m in case.reading.mentions
    )


_OWNING_UP = words("reported reports confirmed confirms acknowledged acknowledges admitted admits announced mourned mourns")


def _army_speaks(case: Case) -> bool:
    lowers = case.reading.lowers
    return any(
        m.party == case.claimant
        and (m.kind == "force" or lowers[first] == "pentagon" or not _ARMIES.isdisjoint(lowers[last : last + 1]))
        for first, last, m in case.reading.mentions
    )


def _police_speak(case: Case) -> bool:
    lowers = case.reading.lowers
    return any(
        m.party == case.claimant and lowers[last : last + 1] == ["police"] for _, last, m in case.reading.mentions if m.party
    )


_POLICEMEN = words("policeman policemen policewoman police officer officers constable constables")
_ARMIES = words("army military navy marines")


def _ruled_by(group: str) -> str | None:
    """The country whose offices speak for those who rule it: "Hamas-run health ministry says 20 killed"."""
    return next((country for country, rulers in RULERS.items() if group in rulers), None)


def its_people(case: Case, homes: Sequence[str], attackers: Collection[str], *, held: bool) -> str | None:
    """ "Pakistani police said three children had been killed"; ``held`` whether hostages are spoken of."""
    speaks = case.claimant
    if case.claimant in RULING:
        speaks = next((home for home in homes if case.claimant in RULERS.get(home, ())), None) or _ruled_by(case.claimant)
        if speaks in HOSTAGES_OF and held:
            return HOSTAGES_OF[speaks]
        if case.harm.group.shape == "named" and case.harm.group.role == "unknown":
            return case.claimant  # "Hamas announced that X had been killed"
    peoples = {m.party for _, _, m in case.reading.mentions if m.kind == "people"}
    if speaks is None or speaks in case.agents or case.claimant in case.agents or case.harm.rule == "prisoners":
        return None  # who did it, or took them, does not tell of its own
    if case.agents and speaks in peoples:
        return speaks  # "Iraqi Kurds say Iranian shelling kills 13"
    civilians = case.harm.group.role == "civilian"
    concerned = speaks in homes or case.claimant in RULING or (speaks in attackers and speaks not in ABROAD and civilians)
    if not concerned or (between_two(case.reading) and not assumed.in_a_war_of_its_own(case, speaks)):
        return None
    sufferer = speaks in homes[:1] or speaks not in attackers or (civilians and not case.agents)
    return speaks if sufferer else None
