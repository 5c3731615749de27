"""Which side the victims belong to: what the group's own words say, then whom its possessive points at, then where it happened.

Each rule is a method that answers or passes; the first answer counts, and its name is kept as the reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from service.analysis.gazetteer import Mention
from service.analysis.groups import Group
from service.analysis.languages.en.grammar import POSSESSIVES, STOPPERS
from service.analysis.languages.en.people import DEMONYMS, KIN, REBELS
from service.analysis.languages.en.sides import ARMED, BATTLE, BELONGING, CLASHES, DEEDS, GOVERNMENT, TARGETED
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.places import between_two, where
from service.analysis.reading import Reading
from service.models import UNSPECIFIED

HOME = "the article's country"  # the rule that only assumes
TOLD = frozenset({"named in the group", "named after the group", "possessive", "both sides"})  # rules of the figure's own words
ASSUMED = frozenset({HOME, "unsaid"})
HOSTAGES_OF = {"Palestine": "Israel"}  # a place whose rulers are the captors, and whose people they hold
OPENING = 50  # characters; who is named there is whom a sentence speaks of
_OTHERS = words("with against by accused accuses accusing accuse blamed blames blaming")  # whom they name is not "they"
_SPEAKERS = frozenset({"country", "capital", "demonym", "force", "group", "official", "person"})


class Case(NamedTuple):
    """What a rule may look at: the harm in its sentence, who claims it, and the party of the figure before."""

    harm: Harm
    reading: Reading
    words: frozenset[str]  # of the group
    claimant: str | None
    previous: str | None
    same_sentence: bool
    agents: frozenset[str]  # sides that did the harm


class Sides:
    """What an article has told so far about who is who; ``homes`` are the countries it is about, the foremost first."""

    def __init__(self, homes: Sequence[str]) -> None:
        self.homes = homes
        self.home = homes[0] if homes else None
        self.armed: Counter[str] = Counter()
        self.subject: str | None = None  # the side the last sentences spoke of, for "its" and "their"
        self.rules: tuple[tuple[str, Callable[[Case], str | None]], ...] = (
            ("both sides", self._both),
            ("named in the group", self._inside),
            ("both sides", _of_both_sides),
            ("named after the group", self._behind),
            ("possessive", self._possessive),
            ("part of the group before", _part),
            ("as the group before", _continued),
            ("the government's", self._government),
            ("armed group of the article", self._armed_group),
            ("a battle of several sides", _battle),
            ("hostages of those who rule the place", self._hostages),
            ("where it happened", _place),
            ("the claimant's own", self._claimants_own),
            ("as the figure before", _increment),
            (HOME, self._of_home),
        )

    def notice(self, start: int, mentions: Sequence[Mention]) -> None:
        """Remember whom the sentence beginning at ``start`` speaks of; to be called for each sentence in order, after its harms."""
        for mention in mentions:
            if mention.kind == "group" and mention.party:
                self.armed[mention.party] += 1
            if mention.start < start + OPENING and mention.party and mention.kind in _SPEAKERS:
                self.subject = mention.party

    def party(
        self, harm: Harm, reading: Reading, claimant: str | None, previous: str | None, *, same_sentence: bool = False
    ) -> tuple[str, str]:  # fmt: skip
        """The party of a harm's victims and the rule that decided."""
        words = frozenset(reading.lowers[harm.group.start : harm.group.end])
        case = Case(harm, reading, words, claimant, previous, same_sentence, _agents(reading, harm))
        for name, rule in self.rules:
            party = rule(case)
            if party is not None:
                return party, name
        return previous or UNSPECIFIED, "as the figure before" if previous else "unsaid"

    # --- rules ---

    @staticmethod
    def _both(case: Case) -> str | None:
        """ "70 regime and rebel fighters"."""
        mixed = "and" in case.words and not case.words.isdisjoint(GOVERNMENT) and not case.words.isdisjoint(REBELS)
        return UNSPECIFIED if mixed else None

    def _inside(self, case: Case) -> str | None:
        """ "12 Israeli soldiers", "12 Hamas fighters"; a group or force beats a country."""
        group, reading = case.harm.group, case.reading
        end = group.head_at + 1 if group.shape == "single" and group.head_at >= 0 else group.end
        begin = _described_from(reading, group)
        named = [
            m for first, _, m in reading.mentions if begin <= first < end and (m.party or m.country) and reading.mention_at(first)
        ]  # fmt: skip
        if not named:
            return None
        chosen = next((m for m in reversed(named) if m.kind in ("group", "force")), named[0])
        return _as_rebels(chosen, case.words)

    @staticmethod
    def _behind(case: Case) -> str | None:
        """ "12 fighters of the Nusra Front", "15 soldiers from the Syrian army"."""
        lowers, end = case.reading.lowers, case.harm.group.end
        returned = case.harm.rule == "act:killed:bodies" and lowers[end : end + 1] == ["from"]  # not theirs who hand them over
        if end >= len(lowers) or lowers[end] not in BELONGING or returned:
            return None
        for first, _, mention in case.reading.mentions:
            if not end <= first < end + 7 or not (mention.party or mention.country):
                continue
            crossed = any(w in (",", ".", "by", "and", "were", "was", "in") for w in lowers[end + 1 : first])
            placed = lowers[end] == "in" and mention.kind not in ("force", "group")
            return None if crossed or placed else _as_rebels(mention, case.words)
        return None

    def _possessive(self, case: Case) -> str | None:
        """ "its troops", "his country's soldiers": a side named before in the sentence, the claimant, the last subject."""
        group, reading = case.harm.group, case.reading
        at = group.owner
        if at < 0 or (group.head in KIN and reading.lowers[at] in POSSESSIVES):
            return None
        mention = reading.mention_at(at)
        if mention is not None:
            return mention[1].party or mention[1].country
        if reading.lowers[at] not in POSSESSIVES:
            return None
        named = [
            m.party
            for first, _, m in reading.mentions
            if first < at and m.party and m.kind in _SPEAKERS and not (first and reading.lowers[first - 1] in _OTHERS)
        ]
        return named[-1] if named else case.claimant or self.subject

    def _government(self, case: Case) -> str | None:
        return self.home if case.harm.group.role == "combatant" and not case.words.isdisjoint(GOVERNMENT) else None

    def _armed_group(self, case: Case) -> str | None:
        """ "three militants": the group the sentence names as a target, a country's rebels, the group the article is about."""
        rebels = not case.words.isdisjoint(REBELS)
        if not rebels and case.harm.group.head not in ARMED:
            return None
        for _, _, mention in case.reading.mentions:
            if mention.kind == "group" and mention.party and mention.party not in case.agents:
                return mention.party
        if rebels and self.home is not None:
            return f"{DEMONYMS.get(self.home, self.home)} rebels"
        named = next((party for party, _ in self.armed.most_common(3) if party not in case.agents), None)
        hunted = self.home is not None and (self.home in case.agents or self.home == case.claimant)
        return named or (case.harm.group.head if hunted and case.harm.group.shape == "counted" else None)

    def _hostages(self, case: Case) -> str | None:
        """ "129 hostages in Gaza": the captives of those who rule a place are not its own people."""
        if case.harm.kind != "captured" or case.harm.group.head not in ("hostages", "captives", "people", "captive", "hostage"):
            return None
        enemy = HOSTAGES_OF.get(_place(case) or self.home or "")
        named = {m.party for _, _, m in case.reading.mentions if m.kind == "group"} | set(self.armed)
        return enemy if enemy in self.homes or named else None

    def _claimants_own(self, case: Case) -> str | None:
        group = case.harm.group
        own = group.role == "combatant" and group.head not in ARMED and case.claimant in self.homes
        return case.claimant if own and case.claimant not in case.agents else None

    def _of_home(self, case: Case) -> str | None:
        """The first country of the article whose forces are not shown at work in the sentence."""
        if not self.homes:
            return None
        if len(self.homes) > 1 and (between_two(case.reading) or not CLASHES.isdisjoint(case.reading.lowers)):
            return UNSPECIFIED
        harmful = case.agents | {
            name
            for _, _, m in case.reading.mentions
            if m.kind in ("force", "group")
            for name in (m.party, m.country)
            if name and name != case.claimant
        }
        return next((home for home in self.homes[:2] if home not in harmful), self.homes[0])


def _of_both_sides(case: Case) -> str | None:
    """ "6,500 troops from both sides"."""
    following = case.reading.lowers[case.harm.group.end : case.harm.group.end + 7]
    return UNSPECIFIED if "both" in following[:5] and not {"sides", "countries", "armies"}.isdisjoint(following) else None


def _part(case: Case) -> str | None:
    return case.previous if case.harm.relation == "part" else None


def _continued(case: Case) -> str | None:
    """ "… and wounding 30", "three others": the people of the group before."""
    return case.previous if case.same_sentence and case.harm.group.head in ("", "others") else None


def _increment(case: Case) -> str | None:
    return case.previous if case.harm.relation != "total" else None


def _battle(case: Case) -> str | None:
    """ "days of fighting between X and Y cost 500 lives"."""
    if case.harm.kind != "killed" or case.harm.group.head not in ("lives", "people", "", "dead"):
        return None
    lowers = case.reading.lowers
    groups = {m.party for _, _, m in case.reading.mentions if m.party and m.kind in ("group", "force")}
    sides = len(groups) + (not GOVERNMENT.isdisjoint(lowers)) + (not REBELS.isdisjoint(lowers))
    return UNSPECIFIED if sides > 1 and not BATTLE.isdisjoint(lowers) else None


def _place(case: Case) -> str | None:
    return where(case.reading, case.harm.at)


def _described_from(reading: Reading, group: Group) -> int:
    """Where the description before one person begins: "kidnapped Iraqi Christian priest X"."""
    lowers, start = reading.lowers, group.start
    if group.shape == "counted" or lowers[start] in ("a", "an", "the", "his", "her", "their"):
        return start
    while start > 0 and group.start - start < 3 and lowers[start - 1] not in STOPPERS and lowers[start - 1][0].isalpha():
        start -= 1
    return start


def _agents(reading: Reading, harm: Harm) -> frozenset[str]:
    """Sides that did the harm: the subject of an active verb, "by X", "Israeli strikes"."""
    return frozenset(m.party for first, last, m in reading.mentions if m.party and _acts(reading, harm, first, last, m))


def _acts(reading: Reading, harm: Harm, first: int, last: int, mention: Mention) -> bool:
    lowers = reading.lowers
    before = lowers[max(0, first - 3) : first]
    if "by" in before or lowers[last : last + 1] in (["invaded"], ["attacked"]):
        return True
    if not TARGETED.isdisjoint(before):
        return False
    if not DEEDS.isdisjoint(lowers[last : last + 4]):
        return True
    subject = 0 <= first < harm.agent and mention.kind in ("force", "group", "demonym")
    return subject and {"said", "says", "that"}.isdisjoint(lowers[last : harm.agent])


def _as_rebels(mention: Mention, words: frozenset[str]) -> str:
    """ "Syrian rebel fighters" are no army of Syria."""
    party = mention.party or mention.country or UNSPECIFIED
    if mention.kind in ("demonym", "country", "place", "capital"):
        if not words.isdisjoint(REBELS):
            return f"{DEMONYMS.get(party, party)} rebels"
        if "opposition" in words:
            return f"{DEMONYMS.get(party, party)} opposition"
    return party
