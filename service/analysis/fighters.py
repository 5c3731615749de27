"""Which armed group an article means where it only says "the rebels", "three militants", "members of the gang"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from service.analysis.languages.en.people import DEMONYMS, REBELS, SINGULAR, plural
from service.analysis.languages.en.sides import ARMED, ASSAILANTS, JIHADISTS, KURDISH, PEOPLES_IN_ARMS, REGIONS_REBELS
from service.analysis.mention import Mention
from service.analysis.side_rules import Case
from service.models import UNSPECIFIED

ALONE = 3  # times as often as any other must a group be named for "the rebels" to be that group


class Fighters:
    """The armed groups of an article: all it names, those named so far, those it shows attacking."""

    def __init__(self, mentions: Sequence[Mention], attackers: frozenset[str]) -> None:
        self.attackers = attackers
        self.armed: Counter[str] = Counter()  # named so far
        self.noun = ""  # the word by which fighters were last spoken of
        self.region = next(
            (REGIONS_REBELS[name] for m in mentions for name in (m.place, m.text) if name in REGIONS_REBELS), None
        )
        self.rebels: Counter[tuple[str, str]] = Counter(
            (m.country, m.party) for m in mentions if m.kind == "group" and m.country and m.party and m.party not in JIHADISTS
        )

    def notice(self, mention: Mention) -> None:
        """Remember a group that was named."""
        if mention.kind == "group" and mention.party:
            self.armed[mention.party] += 1

    def heard(self, spoken: frozenset[str]) -> None:
        """Remember by which noun a sentence speaks of fighters."""
        if not ARMED.isdisjoint(spoken):
            self.noun = min(word for word in ARMED & spoken)

    def rule(self, country: str | None) -> bool:
        """Whether the article names a group of a country."""
        return any(land == country for land, _ in self.rebels)

    def foremost(self, agents: frozenset[str]) -> str | None:
        """The group named most so far that did not do the harm itself."""
        return next((party for party, _ in self.armed.most_common(3) if party not in agents), None)

    def of_the_kurds(self, party: str, case: Case) -> str:
        """ "24 Kurdish rebels": of the Kurdish group that the article names."""
        named = next((group for (_, group), _ in self.rebels.most_common() if group in KURDISH), None)
        return named if named and case.harm.group.role == "combatant" else party

    def meant(self, head: str, case: Case, home: str | None) -> str:
        """Whom a noun for fighters means: the group its sentence names, a country's rebels, the article's group, else the noun itself."""
        for _, _, mention in case.reading.mentions:
            if mention.kind == "group" and mention.party and mention.party not in case.agents:
                return mention.party
        if home is not None and (head in REBELS or not case.words.isdisjoint(REBELS)):
            return self.region or self._rebels_of(home, case.agents)
        named = self.foremost(case.agents)
        if named is None and home in PEOPLES_IN_ARMS and head not in ASSAILANTS:
            return home
        return named or (UNSPECIFIED if head in ASSAILANTS else plural(head) if head in SINGULAR else head)

    def _rebels_of(self, home: str, agents: frozenset[str]) -> str:
        """ "the guerrillas": the one group that fights that country in the article, else its rebels."""
        named = [(party, n) for (land, party), n in self.rebels.most_common() if land == home and party not in agents]
        others = {party for _, party in self.rebels if party not in agents and party in self.attackers}
        if not named and len(others) == 1:
            return others.pop()  # Boko Haram's "insurgents" in Cameroon
        alone = named and (len(named) == 1 or named[0][1] >= ALONE * named[1][1])
        return named[0][0] if alone else f"{DEMONYMS.get(home, home)} rebels"
