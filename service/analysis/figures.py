"""Document to figures: runs the rules over the sentences that speak of harm, in order, and lists each figure once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from service.analysis.bare_numbers import numbered as role_of_number
from service.analysis.carrying import carried, goes_on
from service.analysis.casualties import find_harm
from service.analysis.claimants import Claim, Claimants
from service.analysis.confidence import confidence_of
from service.analysis.counting import find_groups
from service.analysis.covering import claimant_of, names_source
from service.analysis.dates import news_day
from service.analysis.described import role_by_name
from service.analysis.doers import agents_of
from service.analysis.drafts import Draft
from service.analysis.gazetteer import Mention
from service.analysis.groups import Group
from service.analysis.homes import Title, home_countries
from service.analysis.incidents import (
    after_another,
    announced_deaths,
    arms,
    elsewhere,
    in_all,
    nationwide,
    placed_first,
    share,
    sums_up,
)
from service.analysis.informants import monitor_of
from service.analysis.languages.en.harm import FIND, HARM_WORDS, KIDNAPPING, ONE_PERSON_WORDS, STRONG_WORDS
from service.analysis.languages.en.numerals import NUMERAL_WORDS
from service.analysis.languages.en.sides import ARMED
from service.analysis.languages.en.sources import ATTRIBUTION
from service.analysis.linking import Harm
from service.analysis.losses import own_word
from service.analysis.merging import BELOW, merge
from service.analysis.other_counts import LATELY, RULE, asked_for, may_count, other_counts
from service.analysis.persons import PERSON_WORDS, ordinal_of
from service.analysis.presupposed import presupposed
from service.analysis.protests import Protests
from service.analysis.reading import Reading, mentions_by_sentence
from service.analysis.relations import relate
from service.analysis.replaced import still_standing
from service.analysis.roles import Case, role_of
from service.analysis.scope import Scopes
from service.analysis.shared_roles import roles_of_counts, roles_of_parts
from service.analysis.sides import ASSUMED, BEFORE, CLAIMED, HOME, PLACED, STILL, TOLD, Sides
from service.analysis.situations import numbered
from service.analysis.text import Document, Sentence
from service.analysis.voices import Quotations, speaker_there
from service.models import UNSPECIFIED, Figure, Kind, Rejected, Role

MAX_QUOTE = 400  # characters
_FOLLOWS = ("brought to", "elided", RULE)  # rules whose figure goes on with the one before it
MOST_NAMES = 20  # people by name whose description is looked for; an article that kills more of them is a list
MAX_FIGURES = 400  # tellings read of one article; the longest live page among real ones has about a hundred


class Found(NamedTuple):
    """What was read: figures and the numbers that were none."""

    figures: tuple[Figure, ...]
    rejected: tuple[Rejected, ...]


def _surname(reading: Reading, group: Group) -> str:
    """The last word with a capital of a group, in small letters; empty where it has none."""
    last = next((text for text in reversed(reading.texts[group.start : group.end]) if text[0].isalpha()), "")
    return last.lower() if last[:1].isupper() else ""


class _Reader:
    """Reads a document's sentences in order; what one tells, the next may build on."""

    def __init__(
        self, document: Document, mentions: Sequence[Mention], published: datetime, title: Title | None = None
    ) -> None:
        self.document = document
        self.named = mentions_by_sentence(document, mentions)
        homes, attackers = home_countries(document, mentions, title)
        groups = [m.party for m in mentions if m.kind == "group" and m.party and m.party != m.country]  # a government is none
        self.armed = frozenset(groups)
        armed = next(iter(groups), None)
        self.claimants = Claimants(homes[0] if homes else None, monitor_of(document.sentences), armed)
        self.sides = Sides(homes, mentions, attackers)
        self.told: dict[tuple[object, ...], tuple[str, str]] = {}  # the sides of the figures in the title and what told them
        if title is not None:
            self._read_title(title)
        self.scopes = Scopes(news_day(published.date(), document), document.sentences)
        self.kidnapping = any(not s.words.isdisjoint(KIDNAPPING) for s in document.sentences)
        self.quotations = Quotations()
        self.protests = Protests()
        self.protest = False
        self.asked: tuple[int, Kind] | None = None  # the last sentence that asks how many were harmed, and how
        self.known: dict[str, Role] = {}  # what people by name are, by surname
        self.drafts: list[Draft] = []
        self.rejected: list[Rejected] = []

    def _read_title(self, title: Title) -> None:
        """What a title tells of sides: "3 Pakistani children killed" names whose the "three children" of the text are."""
        for sentence, named in zip(title.document.sentences, mentions_by_sentence(*title), strict=True):
            reading = Reading(sentence, named)
            for harm in find_harm(reading, find_groups(reading)[0]):
                party, why = self.sides.party(harm, reading, None, None)
                several = harm.group.vague is not None or (harm.group.low or 0) > 1
                if several and (why in TOLD or why == PLACED) and party != UNSPECIFIED:
                    self.told[harm.kind, harm.group.low, harm.group.high, harm.group.vague] = (party, why)
            self.sides.notice(reading, titled=True)

    def run(self, telling: frozenset[int]) -> Found:
        """What the sentences tell, of which those in ``telling`` have words of harm."""
        last = max(telling)
        for sentence, named in zip(self.document.sentences, self.named, strict=True):
            if sentence.index > last + _AFTERWARDS and not self.quotations.waiting and not self._just_counted(sentence):
                break  # nothing of harm follows, and nothing said so far waits for its source
            words = sentence.words
            self.protest = self.protests.notice(sentence)
            harmful = sentence.index in telling or (self._just_counted(sentence) and goes_on(sentence.plain))
            self.asked = asked_for(sentence) or self.asked
            harmful = harmful or (self._may_answer(sentence) and counts(sentence) and may_count(sentence))
            if not (harmful or not ATTRIBUTION.isdisjoint(words)) or is_furniture(sentence.plain):
                if named:
                    self.sides.notice(Reading(sentence, named))
                self.quotations.settle(sentence, (), self.drafts, len(self.drafts))
                continue
            reading = Reading(sentence, named, kidnapping=self.kidnapping)
            claims = self.claimants.read(reading)
            first = len(self.drafts)
            if harmful and len(self.drafts) < MAX_FIGURES:
                self._read(reading, claims)
            self.quotations.settle(sentence, claims, self.drafts, first)
            self.sides.notice(reading)
        return Found(merge(roles_of_parts(relate(still_standing(roles_of_counts(self.drafts))))), tuple(self.rejected))

    def _read(self, reading: Reading, claims: Sequence[Claim]) -> None:
        groups, refused = find_groups(reading)
        for number, rule in refused:
            self._reject(reading, number.start, number.last, rule)
        harms = [harm for harm in find_harm(reading, groups) if not names_source(claims, harm, reading.lowers)]
        if not harms and goes_on(reading.sentence.plain):
            harms = carried(reading, groups, self._just_counted(reading.sentence))
        if may_count(reading.sentence):
            told = [d.figure.kind for d in self._counted_lately(reading.sentence) if d.figure.relation != "part"]
            if not told and self.asked and reading.sentence.index - self.asked[0] <= LATELY:
                told = [self.asked[1]]
            harms += other_counts(reading, groups, harms, told)
        harmed = {harm.group.start for harm in harms}
        for group in groups:
            if group.number is not None and group.start not in harmed:
                self._reject(reading, group.start, group.end, "nothing said to have happened to them")
        for harm in harms:
            self.drafts.append(self._draft(harm, reading, claims))

    def _known_role(self, surname: str) -> Role:
        """What somebody is, as the article says beside the name wherever it does."""
        if surname and surname not in self.known and len(self.known) < MOST_NAMES:
            self.known[surname] = role_by_name(self.document, surname)
        return self.known.get(surname, "civilian")

    def _just_counted(self, sentence: Sentence) -> list[Draft]:
        """The figures of the sentence before."""
        near = self.drafts[-4:]
        return [draft for draft in near if draft.sentence == sentence.index - 1]

    def _may_answer(self, sentence: Sentence) -> bool:
        """Whether a count was told, or asked for, so lately that a bare number may answer it."""
        return bool(self._counted_lately(sentence)) or (self.asked is not None and sentence.index - self.asked[0] <= LATELY)

    def _counted_lately(self, sentence: Sentence) -> list[Draft]:
        """The figures of the last sentences, which another source may answer."""
        near = self.drafts[-6:]
        return [draft for draft in near if sentence.index - LATELY <= draft.sentence < sentence.index]

    def _draft(self, harm: Harm, reading: Reading, claims: Sequence[Claim]) -> Draft:
        """All that is said of one harm: claimant, side, scope, role."""
        group = harm.group
        last = self.drafts[-1] if self.drafts else None
        distance = reading.sentence.index - last.sentence if last else MAX_FIGURES
        claimant, claim_rule = self._claimant(harm, reading, claims, last if distance <= 2 else None)
        near = 2 if group.head == "others" or group.rest else 0  # "seven others were wounded" goes on about those before
        beside = last if distance <= near and not _another_blow(last, reading, group) else None
        judgement = self.scopes.judge(harm, reading)
        role = role_of(Case(harm, reading, self._like(beside), self.protest, judgement.scope))
        if role == "civilian" and group.shape == "named":
            role = self._known_role(_surname(reading, group))
        speaker = claimant if claimant and claimant[0].isupper() else None
        whole = self._like(last) if harm.relation != "part" else last.figure if last else None
        before = whole.party if whole else None
        party, why = self.sides.party(harm, reading, speaker, before, same_sentence=beside is not None)
        if why in (HOME, STILL) and judgement.scope == "background" and group.shape == "counted" and len(self.sides.homes) > 1:
            party, why = UNSPECIFIED, "an earlier war of two countries"
        titled = self.told.get((harm.kind, group.low, group.high, group.vague))
        if (
            titled is not None
            and judgement.scope == "current"
            and (why in ASSUMED or why == CLAIMED if titled[1] == PLACED else why not in TOLD)
        ):
            party, why = titled[0], "as the title says"
        if harm.rule == "of the victims" and why not in TOLD:
            party, why = self._whose_they_are(reading.lowers[group.end - 1], group.low or 0) or (party, why)
        if why == HOME and "wars" in reading.lowers:
            party, why = UNSPECIFIED, "several wars"
        told_of = self._toll_of(harm, claimant, reading)
        if why == BEFORE:
            claimant = party if claimant is not None and claimant == before else claimant  # each has told of its own
        elif told_of is not None:
            party, why = told_of.party, "as the claimant's other figure"
            own = role if role_of_number(harm, reading) is not None else told_of.role  # "the civilian toll"
            follows = harm.rule.startswith(("toll", *_FOLLOWS)) and (role == "unknown" or harm.relation != "part")
            role = own if follows else role
            goes_on_about = harm.rule.startswith("elided") or (harm.rule == RULE and judgement.scope == "current")
            judgement = judgement._replace(scope=told_of.scope) if goes_on_about else judgement
            claimant = claimant or told_of.claimant
        introduced = group.shape == "named" and why == CLAIMED and party == claimant and group.role == "unknown"
        if (role == "unknown" or introduced) and (
            party in self.armed or party in ARMED or party.endswith((" rebels", " militias"))
        ):
            role = "combatant"  # an armed group's people, nothing else being said of them
        start, end = _quote(reading, harm)
        figure = Figure(
            kind=harm.kind, low=group.low, high=group.high, qualifier=group.qualifier, party=party, role=role, claimant=claimant,
            scope=judgement.scope, relation=harm.relation, quote=self.document.text[start:end], start=start, end=end, rule=harm.rule,
            vague=group.vague, since=judgement.since, places=tuple(dict.fromkeys(m.place for _, _, m in reading.mentions if m.place)),
            confidence=confidence_of(harm.rule, group.low, judgement.scope),
            reasons=(f"party: {why}", f"scope: {judgement.rule}", f"claimant: {claim_rule}"),
        )  # fmt: skip
        announced = announced_deaths(harm, reading.lowers)
        return Draft(
            figure, reading.sentence.index, at=reading.sentence.starts[group.start],
            rest=group.rest or self._besides(harm, reading), told=why in TOLD, assumed=why in ASSUMED,
            days=frozenset() if announced else self.scopes.days_ago(reading),
            separate=elsewhere(reading.lowers) or after_another(harm, reading.lowers)
            or (claimant is not None and reading.lowers[group.start - 1] == "only"),
            within=share(harm, reading.lowers), wide=nationwide(reading.lowers), placed_first=placed_first(reading),
            known=not {"the", "these", "those"}.isdisjoint(reading.lowers[max(0, group.start - 1) : group.start + 1]),
            summing=announced or sums_up(reading), in_all=in_all(reading.lowers),
            arms=arms(reading.sentence.words), head=group.head,
            ordinal=ordinal_of(reading.lowers[group.end - 1]) if group.shape == "single" and group.head == "others" else 0,
            name=_surname(reading, group) if group.shape == "named" else "",
            doers=agents_of(reading, harm) if self._below_a_headline(reading, harm) else frozenset(),
        )  # fmt: skip

    def _below_a_headline(self, reading: Reading, harm: Harm) -> bool:
        """Whether a sentence tells in full what the first one, a headline, gave as a number."""
        headline = bool(self.drafts) and self.drafts[0].sentence == 0
        return headline and 0 < reading.sentence.index <= BELOW and harm.kind in ("killed", "wounded")

    def _besides(self, harm: Harm, reading: Reading) -> bool:
        """ "killed 12 people in Aden, while five others died in Taiz": besides those of the same kind in the sentence."""
        if harm.group.head != "others":
            return False
        return any(d.sentence == reading.sentence.index and d.figure.kind == harm.kind for d in self.drafts[-4:])

    def _whose_they_are(self, noun: str, few: int) -> tuple[str, str] | None:
        """The side of "one of the hostages": that of the last larger figure told of people by the same noun and with a side."""
        larger = (d.figure for d in reversed(self.drafts) if d.told and (d.figure.low or 0) > few)
        whole = next((figure.party for figure in larger if noun in figure.quote), None)
        return (whole, "as those they are of") if whole else None

    def _claimant(self, harm: Harm, reading: Reading, claims: Sequence[Claim], near: Draft | None) -> tuple[str | None, str]:
        """Who states a harm and the rule that says so; "another five" close by goes on with the source of those before."""
        claim = claimant_of(claims, harm.group.start, reading)
        own = own_word(harm, reading) if claim is None else None
        if own is not None:
            return own, "its own losses"
        if claim is None:
            return (near.figure.claimant, "as the figure before") if near is not None and harm.group.rest else (None, "none")
        if presupposed(harm, reading, claim):
            return None, "presupposed"
        if claim.office:
            return speaker_there(claim.name, claim.office, harm, reading, self.sides.homes), claim.rule
        return claim.name, claim.rule

    def _like(self, beside: Draft | None) -> Figure | None:
        """Whose role "30 others" share: the figure's before, or its whole where that is a part ("four, including a child, … 42")."""
        if beside is None or beside.figure.relation != "part":
            return beside.figure if beside else None
        whole = (d for d in reversed(self.drafts) if d.figure.relation != "part" and d.sentence == beside.sentence)
        found = next(whole, None)
        return found.figure if found else beside.figure

    def _toll_of(self, harm: Harm, claimant: str | None, reading: Reading) -> Figure | None:
        """The last figure by the same claimant, for a bare toll: "the earlier toll given by Baku was 50"; "… bringing the total to 19"."""
        here = reading.sentence.starts[harm.group.start]  # what the sentence tells after it is no older count
        before = [draft.figure for draft in self.drafts if draft.at < here]
        if harm.rule.startswith(_FOLLOWS) and not harm.group.head and before and before[-1].kind == harm.kind:
            return before[-1]
        if harm.group.head or claimant is None or not harm.rule.startswith(("toll", "number of")):
            return None
        if numbered(harm, reading.lowers) >= 0:
            return None  # "the number of policemen killed": not those of the figure before
        same = [f for f in reversed(before) if f.claimant == claimant and f.kind == harm.kind]
        return next((f for f in same if f.relation != "part"), same[0] if same else None)

    def _reject(self, reading: Reading, first: int, last: int, rule: str) -> None:
        start, end = reading.span(first, last)
        self.rejected.append(Rejected(self.document.text[start:end], start, end, rule))


def _another_blow(last: Draft | None, reading: Reading, group: Group) -> bool:
    """ "13 police killed when drone hits helicopter; car bomb leaves six dead": behind the mark somebody else was hit."""
    lowers = reading.lowers
    mark = next((at for at in range(group.start - 1, 0, -1) if lowers[at] == ";"), 0)
    there = (
        mark > 0 and last is not None and last.sentence == reading.sentence.index and last.at < reading.sentence.starts[mark]
    )
    return there and sum(word[0].isalpha() for word in lowers[mark : group.start]) > 1


_AFTERWARDS = 3  # sentences after the last that tells of harm in which its source may be given; ``voices.BACK`` is less


_MAY_TELL = HARM_WORDS | STRONG_WORDS | ONE_PERSON_WORDS | {"body"}


def _tells_of_harm(found: frozenset[str], plain: str) -> bool:
    """Whether a sentence is worth reading for figures: words that only sometimes tell of harm need a number beside them."""
    if _MAY_TELL.isdisjoint(found):
        return False
    if not STRONG_WORDS.isdisjoint(found):
        return True
    if "body" in found and not FIND.isdisjoint(found):
        return True
    if not ONE_PERSON_WORDS.isdisjoint(found) and not PERSON_WORDS.isdisjoint(found):
        return True
    return not HARM_WORDS.isdisjoint(found) and (not NUMERAL_WORDS.isdisjoint(found) or _DIGIT.search(plain) is not None)


def counts(sentence: Sentence) -> bool:
    """Whether a sentence has a number in it."""
    return not NUMERAL_WORDS.isdisjoint(sentence.words) or _DIGIT.search(sentence.plain) is not None


_DIGIT = re.compile("[0-9]")


def find_figures(
    document: Document,
    mentions: Sequence[Mention],
    *,
    published: datetime,
    title: Title | None = None,
) -> Found:
    """Every figure of a document once, in order of the text, judged as if its news were organised violence.

    A title that stands apart from the text helps to tell which countries it is about.
    """
    telling = frozenset(s.index for s in document.sentences if _tells_of_harm(s.words, s.plain))
    return _Reader(document, mentions, published, title).run(telling) if telling else Found((), ())


_FURNITURE = (
    "related article", "related news", "related:", "read also", "read more", "also read", "read:", "previous article",
    "next article", "see also", "more on this", "watch:", "recommended", "you may also like", "most read", "trending",
)  # fmt: skip


def is_furniture(plain: str) -> bool:
    """Whether a sentence is a page's own pointer to other stories."""
    head = plain[:60].lower()
    return head.lstrip("- •>|").startswith(_FURNITURE) or "related news" in head or plain.count("|") > 1


def _quote(reading: Reading, harm: Harm) -> tuple[int, int]:
    """The sentence, or the part around the figure where the sentence is long."""
    start, end = reading.sentence.start, reading.sentence.end
    if end - start <= MAX_QUOTE:
        return start, end
    first = max(0, harm.group.start - 18)
    last = min(len(reading.texts), max(harm.group.end, harm.at + 1) + 14)
    return reading.span(first, last)
