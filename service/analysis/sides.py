"""Which side the victims belong to: what the group's own words say, then whom its possessive points at, then where it happened.

Each rule is a method that answers or passes; the first answer counts, and its name is kept as the reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from service.analysis import assumed, nations, side_rules, tellers
from service.analysis.doers import agents_of, target_of, told_by_date
from service.analysis.fighters import Fighters
from service.analysis.gazetteer import Mention
from service.analysis.languages.en.people import REBELS
from service.analysis.languages.en.sides import (
    ARMED,
    GOVERNMENT,
    HELD_PEOPLE,
    HOSTAGES_OF,
    KURDS,
    RULERS,
    SOLDIERS,
)
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.named import as_rebels, described_people, known_person
from service.analysis.owners import (
    COMRADES,
    REGULARS,
    can_be_subject,
    is_theirs,
    loser,
    lost,
    named_owner,
    names_the_enemy,
    of_its_people,
    subject_before,
    sufferer,
)
from service.analysis.places import destinations, ground_of, where
from service.analysis.reading import Reading
from service.analysis.side_rules import ABROAD, Case
from service.analysis.situations import fought
from service.models import BOTH_SIDES, SEVERAL_SIDES, UNSPECIFIED

PLACED = "where it happened"
HOME = "the article's country"  # the rule that only assumes
TOLD = frozenset({"named in the group", "named after the group", "possessive", BOTH_SIDES})  # rules of the figure's own words
BEFORE = "named right before"  # the other side's count behind the first one's: "and Uganda nine"
CLAIMED = "the claimant's people"
STILL = "where the sentences before were"
ASSUMED = frozenset({HOME, STILL, "unsaid"})
OPENING = 50  # characters; who is named there is whom a sentence speaks of
AMERICANS = "United States"
STILL_THERE = 2  # sentences after which a place told is forgotten
FEW_HELD = 10  # people of whom their captors tell without a word for who they are
NEAR_HELD = 8  # tokens beside a group in which "hostage" says that those killed were held


_HOSTAGES = words("hostage hostages captive captives")


class Sides:
    """What an article has told so far about who is who; ``homes`` are the countries it is about, the foremost first.

    ``mentions`` are all names of the article: they tell which groups fight in it and who is whose enemy.
    """

    def __init__(self, homes: Sequence[str], mentions: Sequence[Mention] = (), attackers: frozenset[str] = frozenset()) -> None:
        self.homes = homes
        self.attackers = attackers
        self.known: dict[str, str] = {}  # the side of people described before, by their noun: "the researcher"
        self.home = homes[0] if homes else None
        self.fighters = Fighters(mentions, attackers)
        self.parties: Counter[str] = Counter(m.party for m in mentions if m.party and can_be_subject(m))
        self.two_nations = assumed.of_two_nations(mentions)
        self.counted: set[str] = set()  # whose dead were told of by more than assumption
        self.held = False  # whether the title or the first sentence speaks of hostages
        self.subject: Mention | None = None  # the side the last sentences spoke of, for "its" and "their"
        self.ground: tuple[str, int] | None = None  # the country the last sentences put things in, and the sentence's index
        self.rules: tuple[tuple[str, Callable[[Case], str | None]], ...] = (
            (BOTH_SIDES, side_rules.mixed),
            ("named in the group", self._in_the_group),
            (BOTH_SIDES, side_rules.of_both_sides),
            (BOTH_SIDES, nations.partly_foreign),
            ("whose number it is", side_rules.of_the_number),
            (BEFORE, side_rules.of_the_one_named_before),
            ("the captor's enemy", side_rules.of_the_captors_enemy),
            ("the killers' own people", side_rules.of_own_informers),
            ("those who attacked", side_rules.of_the_assailants),
            ("its own group's", side_rules.of_its_own_group),
            ("of them", self._of_them),
            ("described before", self._described),
            ("the enemy", self._enemy),
            ("named after the group", side_rules.after_the_group),
            ("on its side", side_rules.on_its_side),
            ("those before the colon", side_rules.set_off_before),
            ("of no one country", nations.of_the_world),
            ("possessive", self._possessive),
            ("armed group of the article", self._of_the_group),
            ("those before", side_rules.those_before),
            ("whom they fought", self._fought),
            ("whose unit was struck", side_rules.of_what_was_struck),
            ("who lost them", self._loser),
            ("who suffered them", lambda case: named.party if (named := sufferer(case.harm, case.reading)[1]) else None),
            ("part of the group before", side_rules.part),
            ("as the group before", self._continued),
            ("the government's", self._government),
            ("armed group of the article", self._armed_group),
            (SEVERAL_SIDES, side_rules.battle),
            ("hostages of those who rule the place", self._hostages),
            ("the claimant's soldiers", self._claimants_soldiers),
            ("against whom it was", self._against),
            (PLACED, self._place),
            ("the claimant's own", self._claimants_own),
            ("as the figure before", side_rules.increment),
            ("its own rebels", side_rules.own_rebels),
            ("foes of those who rule", self._foes_of_rulers),
            (CLAIMED, self._claimants_people),
            (STILL, self._still_there),
            ("the country its sentence names", self._named_country),
            (HOME, self._of_home),
        )

    def notice(self, reading: Reading, *, titled: bool = False) -> None:
        """Remember whom a sentence speaks of and where; to be called for each sentence with names in order, after its harms."""
        self.known |= described_people(reading)
        self.fighters.heard(reading.sentence.words)
        if titled or reading.sentence.index == 0:
            self.held |= not HELD_PEOPLE.isdisjoint(reading.sentence.words)
        opening = None
        for first, _, mention in reading.mentions:
            self.fighters.notice(mention)
            if opening is None and mention.start < reading.sentence.start + OPENING:
                opening = subject_before(reading, first + 1)
        self.subject = opening or self.subject
        ground = ground_of(reading)
        if ground is not None:
            self.ground = (ground, -1 if titled else reading.sentence.index)

    def party(
        self, harm: Harm, reading: Reading, claimant: str | None, previous: str | None, *, same_sentence: bool = False
    ) -> tuple[str, str]:  # fmt: skip
        """The party of a harm's victims and the rule that decided."""
        described = frozenset(reading.lowers[harm.group.start : harm.group.end])
        case = Case(harm, reading, described, claimant, previous, same_sentence, agents_of(reading, harm))
        for name, rule in self.rules:
            party = rule(case)
            if party is not None:
                if harm.kind == "killed" and name not in ASSUMED:
                    self.counted.add(party)
                army = HOSTAGES_OF.get(party)
                soldiers = army in self.parties and harm.group.head in SOLDIERS and name not in TOLD
                return (army if soldiers and army else party), name
        if previous and not (previous in ARMED and harm.group.head and harm.group.head not in ARMED):
            return previous, "as the figure before"  # but "61 militants, 15 soldiers" are not of one side
        return UNSPECIFIED, "unsaid"

    # --- rules ---

    def _in_the_group(self, case: Case) -> str | None:
        """ "12 Israeli soldiers"."""
        party = side_rules.in_the_group(case)
        if party is None and case.harm.group.head in ("marine", "marines", "gi", "gis") and AMERICANS in self.parties:
            head = case.reading.texts[case.harm.group.head_at]
            party = AMERICANS if head[:1].isupper() else None  # "A Marine died"
        return self.fighters.of_the_kurds(party, case) if party == KURDS else party

    def _of_them(self, case: Case) -> str | None:
        """ "North Korea has sent troops. Seoul said 300 of them had been killed": of whom the sentence before spoke."""
        group, lowers = case.harm.group, case.reading.lowers
        counted = case.same_sentence or lowers[group.end - 1] != "them" or case.harm.at < group.start
        if counted or self.subject is None or case.claimant is None or self.subject.party == case.claimant:
            return None
        return self.subject.party if self.subject.kind in ("country", "force", "group") else None

    def _possessive(self, case: Case) -> str | None:
        """ "its troops", "his country's soldiers": a side named before in the sentence, the claimant, the last subject."""
        group, reading = case.harm.group, case.reading
        owner = named_owner(group, reading)
        if owner is not None:
            return of_its_people(owner, group)
        if not is_theirs(group, reading):
            return None
        suffered = case.agents if case.harm.at < group.start else frozenset[str]()  # "X killed five of its men" were not X's
        named = subject_before(reading, group.owner if group.owner >= 0 else group.start, suffered)
        if named is not None:
            rebels = case.claimant is not None and case.claimant.endswith((" opposition", " rebels"))
            of_it = rebels and case.claimant == as_rebels(named, frozenset({(case.claimant or "").split()[-1]}))
            return case.claimant if of_it else of_its_people(named, group)
        if case.claimant is not None and (
            group.role == "combatant" or group.head in COMRADES or case.claimant in self.parties or case.claimant in self.homes
        ):
            return case.claimant
        return of_its_people(self.subject, group) if self.subject else None

    def _enemy(self, case: Case) -> str | None:
        """ "600 enemy soldiers", "the enemy lost 120 men": the foe of who speaks."""
        if not names_the_enemy(case.harm, case.reading):
            return None
        speaker = case.claimant or (self.subject.party if self.subject else None)
        foes = [party for party in (*(p for p, _ in self.parties.most_common()), *self.homes) if party != speaker]
        return next((foe for foe in foes if foe in self.homes or foe in self.fighters.armed), foes[0] if foes else UNSPECIFIED)

    def _loser(self, case: Case) -> str | None:
        """ "the army said it had lost 12 men": who lost them."""
        if not lost(case.harm):
            return None
        found, at = loser(case.harm, case.reading)
        if isinstance(found, Mention):
            return found.party
        if found is None:
            return None
        if found in ARMED:
            return self.fighters.meant(found, case, self.home)
        if found in REGULARS:
            return where(case.reading, case.harm.at) or (self.ground[0] if self.ground else self.home)
        named = subject_before(case.reading, at)
        return (named.party if named else None) or case.claimant or (self.subject.party if self.subject else None)

    def _government(self, case: Case) -> str | None:
        if case.harm.group.role != "combatant" or case.words.isdisjoint(GOVERNMENT):
            return None
        place = where(case.reading, case.harm.at)
        fought = next((m.country for _, _, m in case.reading.mentions if m.kind == "group" and m.party in case.agents), None)
        return fought or (place if place in self.homes else self.home)

    def _armed_group(self, case: Case) -> str | None:
        """ "three militants": the group the sentence names as a target, a country's rebels, the group the article is about."""
        rebels = not case.words.isdisjoint(REBELS)
        group = case.harm.group
        ranked = case.reading.lowers[group.head_at - 1] if group.head_at > 0 and group.role == "combatant" else ""
        head = ranked if ranked in ARMED and group.head not in ARMED else group.head  # "a militant commander"
        if not rebels and head not in ARMED:
            return None
        if case.claimant is not None and case.claimant.endswith(" militias") and case.claimant not in case.agents:
            return case.claimant  # "Iran-backed militias say four fighters killed"
        return self.fighters.meant(head, case, self.home)

    def _hostages(self, case: Case) -> str | None:
        """ "129 hostages in Gaza", "bodies of two hostages": the captives of those who rule a place are not its own people."""
        of_hostages = not _HOSTAGES.isdisjoint(case.reading.lowers[case.harm.group.start : case.harm.group.end])
        if (case.harm.kind != "captured" and not of_hostages) or case.harm.group.role == "combatant":
            return None
        enemy = HOSTAGES_OF.get(where(case.reading, case.harm.at) or self.home or "")
        if enemy in case.agents:
            return None
        named = {m.party for _, _, m in case.reading.mentions if m.kind == "group"} | set(self.fighters.armed)
        return enemy if enemy in self.homes or named else None

    def _place(self, case: Case) -> str | None:
        """ "killed 12 people in Hodeidah"; soldiers who died where only others have an army are the others'."""
        place = where(case.reading, case.harm.at)
        if case.harm.kind == "displaced" and place in destinations(case.reading, case.harm.at):
            return None
        dated = told_by_date(case.reading, case.harm.at)
        if dated is not None and dated[0] in self.parties:
            return dated[0]
        army = HOSTAGES_OF.get(place or "")
        if army is None:
            attacking = {m.party for _, _, m in case.reading.mentions if m.kind in ("demonym", "force")} & case.agents
            disputed = place in attacking and case.claimant in self.homes and case.claimant not in case.agents | ABROAD
            return case.claimant if disputed else place  # "Armenia said Azerbaijani shelling killed three in Nagorno-Karabakh"
        group = case.harm.group
        if group.head in ("settler", "settlers"):
            return army
        near = case.reading.lowers[max(0, group.start - NEAR_HELD) : group.end + NEAR_HELD]
        held = not HELD_PEOPLE.isdisjoint(near) and self.fighters.rule(place)
        return army if held or (group.head in SOLDIERS and army in self.parties) else place

    def _continued(self, case: Case) -> str | None:
        """The people of the group before, unless another side tells of its own: "…, Cambodia reports two dead"."""
        own = case.claimant in self.parties and case.claimant != case.previous and tellers.tells_its_own(case)
        if own and case.harm.group.head == "":
            return case.claimant
        return None if own else side_rules.continued(case)

    def _claimants_soldiers(self, case: Case) -> str | None:
        """ "Turkey said nine soldiers had died in northern Iraq": a country tells first of its own."""
        return tellers.its_soldiers(case, self.homes, self.parties) or tellers.its_soldiers_and_civilians(case, self.parties)

    def _claimants_own(self, case: Case) -> str | None:
        group = case.harm.group
        if group.head == "militiamen" and (theirs := self.fighters.foremost(case.agents)) is not None:
            return theirs  # "at least 25 militiamen died, London said", of an article on the West Side Boys
        own = group.role == "combatant" and group.head not in ARMED and case.claimant in self.homes
        return case.claimant if own and case.claimant not in case.agents else None

    def _claimants_people(self, case: Case) -> str | None:
        """ "Pakistani police said three children had been killed": nothing else said, the dead a country tells of are its own."""
        few = (case.harm.group.low or 0) <= FEW_HELD  # more than that are no hostages, though the article is about some
        held = (self.held and few) or not HELD_PEOPLE.isdisjoint(case.reading.lowers)
        return tellers.its_people(case, self.homes, self.attackers, held=held)

    def _against(self, case: Case) -> str | None:
        """ "an attack on Israelis", "a strike on an Islamic State camp", "on a jihadist camp": whom it was aimed at."""
        target = target_of(case.reading) if case.harm.group.role != "combatant" else None
        if target is not None or not side_rules.on_a_camp(case):
            return target
        return self.fighters.foremost(case.agents)

    def _described(self, case: Case) -> str | None:
        """ "the researcher" whom the article called Israeli before."""
        return known_person(case.harm.group, case.reading, self.known)

    def _of_the_group(self, case: Case) -> str | None:
        """ "several members of his gang", "killed three of them" of a group's fighters: the armed group of the article."""
        if not side_rules.of_a_group(case):
            return None
        beside = (m.party for _, _, m in case.reading.mentions if m.kind == "group" and m.party not in case.agents)
        return next(beside, None) or self.fighters.foremost(case.agents) or self.fighters.noun or None

    def _fought(self, case: Case) -> str | None:
        """ "troops fought two groups of militants, killing eight": those they fought."""
        at = fought(case.harm, case.reading.lowers)
        if at < 0:
            return None
        named = next((m.party for first, last, m in case.reading.mentions if m.kind == "group" and last in (at, at + 1)), None)
        return named or self.fighters.meant(case.reading.lowers[at], case, self.home)

    def _foes_of_rulers(self, case: Case) -> str | None:
        """ "Hamas fighters burst through the fence, killing 1,200 people": not the people of those who did it."""
        foe = HOSTAGES_OF.get(self.home or "")
        return foe if not case.agents.isdisjoint(RULERS.get(self.home or "", ())) else None

    def _still_there(self, case: Case) -> str | None:
        """ "Explosions rocked Kyiv. One person died": nothing else said, it was where the sentences before were."""
        if self.ground is None or case.harm.group.role == "combatant" or assumed.seized_abroad(case, self.homes):
            return None
        if self.two_nations and assumed.since_it_began(case):
            return UNSPECIFIED
        country, index = self.ground
        near = case.reading.sentence.index - index <= STILL_THERE
        return country if near and country in self.homes and country not in case.agents else None

    def _named_country(self, case: Case) -> str | None:
        return assumed.named_country(case, self.homes)

    def _of_home(self, case: Case) -> str | None:
        if (
            self.two_nations
            and len(self.counted.intersection(self.homes)) > 1
            and case.harm.group.head in ("", "people", "lives")
        ):
            return UNSPECIFIED  # "Kenya counts 46 dead, Uganda 35. Almost 100 died, some said"
        return assumed.of_home(case, self.homes, two_nations=self.two_nations)
