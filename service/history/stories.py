"""Telling stories apart: which claims of one conflict are about the same flare-up or incident.

Online, in one pass, in order of publication: each claim joins the open story that fits it best or opens one. So an article's story
never changes because a later one is published, and since the order is that of publication, the order of arrival is nothing.

What speaks for a story: the numbers (the same count of the same side, or one that can have grown to it), the places, the words that
are rare in this conflict, the article's own other claims. What speaks against it: other places, a count that the story has long
left behind, days without a word. A border clash with many places is one story because its sides' own counts go on from article to
article; two strikes of one war on one day are two because place and number differ.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from service.history.rules import Rules
from service.models import UNSPECIFIED, Claim, Reading

_TRUCE = ("ceasefire", "")


@dataclass(frozen=True, slots=True)
class Storyline:
    """Who is told in which story: by claim and by article (its first claim's), and each story's articles, oldest first."""

    of_claim: Mapping[str, str]
    of_article: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]


@dataclass(slots=True)
class _Story:
    """One open story's profile."""

    id: str
    last: datetime
    articles: list[str] = field(default_factory=list)
    places: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    counts: dict[tuple[str, str], list[tuple[int, datetime]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Traits:
    """What of a reading speaks for or against a story, prepared once."""

    reading: Reading
    kin: frozenset[str]  # articles that are copies or other revisions of this one
    words: frozenset[str]
    places: frozenset[str]
    regions: frozenset[str]


def stories(readings: Sequence[Reading], *, rules: Rules) -> Storyline:
    """The stories of canonical readings of one conflict."""
    teller = _Teller(readings, rules)
    for reading in readings:
        teller.tell(reading)
    return Storyline(
        teller.of_claim, teller.of_article, {story.id: tuple(dict.fromkeys(story.articles)) for story in teller.stories}
    )


class _Teller:
    """The stories told so far, and where the next reading's claims belong."""

    def __init__(self, readings: Sequence[Reading], rules: Rules) -> None:
        self._rules = rules
        self._kin = _kin(readings)
        self._seen: Counter[str] = Counter()  # in how many readings so far a word stood
        self._told = 0
        self._open: list[_Story] = []
        self.stories: list[_Story] = []
        self.of_claim: dict[str, str] = {}
        self.of_article: dict[str, str] = {}

    def tell(self, reading: Reading) -> None:
        """Give every claim of a reading its story."""
        traits = self._traits(reading)
        self._open = [story for story in self._open if reading.published - story.last <= self._rules.story_gap]
        likeness = {story.id: self._likeness(traits, story) for story in self._open}
        mine: list[_Story] = []
        pending = _in_order(reading)
        fits = {(claim.id, story.id): self._fit(claim, traits, story, likeness) for claim in pending for story in self._open}
        while pending:
            claim, story = self._surest(pending, fits, mine)
            if story is None:
                if claim.figure.low is None and mine:
                    story = mine[0]
                else:
                    story = self._begin(traits, len(mine))
                    fits |= {(other.id, story.id): 1.0 + self._place_score(other, traits, story) for other in pending}
            pending.remove(claim)
            self._join(story, traits, claim, mine)
            if len(story.articles) == 0:  # new: what else the article says is held against where this happened
                fits |= {(other.id, story.id): 1.0 + self._place_score(other, traits, story) for other in pending}
        self._tell_truce(traits, mine)
        if not mine:
            self._mention(traits, likeness)
        first = mine[0].id if mine else self.of_article.get(reading.article, "")
        for claim in reading.claims:
            self.of_claim.setdefault(claim.id, first)
        self._remember(traits, mine)

    def _surest(
        self, pending: Sequence[Claim], fits: Mapping[tuple[str, str], float], mine: Sequence[_Story]
    ) -> tuple[Claim, _Story | None]:
        """The claim whose story is least in doubt; where every claim fits none, the first one, without a story."""
        best: tuple[Claim, _Story | None] = (pending[0], None)
        best_score = self._rules.story_threshold
        for claim in pending:
            for story in self._open:
                own = self._rules.story_same_article if any(story is other for other in mine) else 0.0
                score = fits[claim.id, story.id] + own
                if score > best_score or (score == best_score and best[1] is not None and story.last > best[1].last):
                    best, best_score = (claim, story), score
        return best

    def _fit(self, claim: Claim, traits: _Traits, story: _Story, likeness: Mapping[str, float]) -> float:
        """How well a claim fits an open story."""
        number = self._number_score(claim, traits, story)
        return likeness[story.id] + number + self._place_score(claim, traits, story)

    def _traits(self, reading: Reading) -> _Traits:
        names = [name.casefold() for name in (*reading.parties, *reading.places)]
        stems = {word[:5] for name in names for word in name.split()}
        places = {place.casefold() for place in reading.places}
        regions = {place for place in places if self._is_region(place)}
        return _Traits(
            reading,
            self._kin[reading.article],
            frozenset(word for word in reading.words if word[:5] not in stems),
            frozenset(places - regions),
            frozenset(_region(place) for place in regions),
        )

    def _is_region(self, place: str) -> bool:
        return _region(place) in self._rules.regions

    # --- finding the story -----------------------------------------------------------------------------------

    def _likeness(self, traits: _Traits, story: _Story) -> float:
        """What speaks for a story whatever the claim: words, one origin, and how long ago it was told."""
        rules = self._rules
        if not traits.kin.isdisjoint(story.articles):
            return rules.story_same_origin
        least = max(1.0, rules.story_word_share * len(story.articles))
        shared = sorted(word for word in traits.words if story.words[word] >= least)
        words = min(rules.story_words_cap, rules.story_word_weight * sum(self._rarity(word) for word in shared))
        crowd = min(rules.story_crowd_cap, rules.story_crowd * math.log2(1 + len(story.articles)))
        days = (traits.reading.published - story.last) / timedelta(days=1)
        alone = rules.story_alone if len(self._open) == 1 else 0.0
        return words + crowd + alone - rules.story_fade * max(0.0, days - 0.5)

    def _rarity(self, word: str) -> float:
        """1 for a word that no reading of this conflict had so far, towards 0 for one that all have."""
        base = self._told + 20  # a handful of readings tells nothing yet about what is rare
        return math.log(base / (self._seen[word] + 1)) / math.log(base)

    def _number_score(self, claim: Claim, traits: _Traits, story: _Story) -> float:
        """Whether the number can be the story's count: the same, grown, or long left behind."""
        figure, rules, now = claim.figure, self._rules, traits.reading.published
        replaced = [other for other in traits.reading.claims if other.figure.scope == "superseded"]
        if figure.low is None or figure.relation != "total":
            return 0.0
        counts = _counts(story, figure.kind, figure.party)
        if not counts:
            return 0.0
        number = figure.low
        same = [at for known, at in counts if known == number]
        if same:
            fresh = max(0.25, 1 - (now - max(same)) / (2 * rules.story_lag))
            return rules.story_same_number * min(1.0, math.log(number + 1) / math.log(11)) * fresh
        if any(old.figure.low in {known for known, _ in counts} for old in replaced if old.figure.kind == figure.kind):
            return rules.story_same_number  # the article itself says that it replaces the story's number
        level = max(known for known, _ in counts)
        large = min(1.0, math.log10(max(number, 1)) / 2)  # two tolls of a hundred on one day are one; two of three are chance
        if number > level:
            if number - level <= rules.story_small_step or number <= level * rules.story_growth:
                return rules.story_grown + rules.story_large * large
            contested = figure.claimant != figure.party and any(party == figure.claimant for _, party in story.counts)
            near = contested or number <= level * rules.story_growth * 2  # the other side counts as it likes
            return 0.0 if near else -rules.story_other_number
        if figure.kind == "captured":
            return rules.story_grown  # those still held become fewer
        near = number >= rules.story_correction_least and number >= level * rules.story_correction_share
        passed = min(at for known, at in counts if known > number)
        if now - passed <= rules.story_lag:
            close = level - number <= rules.story_small_step or number >= level * rules.story_correction_share
            return rules.story_lagging if close else 0.0
        if near:
            return rules.story_large * large
        return -rules.story_other_number

    def _place_score(self, claim: Claim, traits: _Traits, story: _Story) -> float:
        """Shared places speak for a story, other places against it, where both name any; those of the claim's own sentence more."""
        rules = self._rules
        own = {place.casefold() for place in claim.figure.places}
        certainty = 1.0 if own else 0.5
        places = {place for place in own if not self._is_region(place)} if own else traits.places
        regions = {_region(place) for place in own if self._is_region(place)} or traits.regions
        if places and story.places:
            share = max(story.places[place] for place in places) / max(story.places.values())
            if share >= rules.story_place_share:
                return certainty * rules.story_same_place * min(1.0, 0.5 + share)
            if share == 0:  # a flare-up along a border names ever new places, an incident does not
                return -certainty * rules.story_other_place / (1 + len(story.places) / 4)
            return 0.0
        if regions and story.regions:
            shared = any(story.regions[region] for region in regions)
            return certainty * (rules.story_same_region if shared else -rules.story_other_region)
        return 0.0

    # --- telling it ----------------------------------------------------------------------------------------------

    def _begin(self, traits: _Traits, number: int) -> _Story:
        name = traits.reading.article if number == 0 else f"{traits.reading.article}~{number + 1}"
        story = _Story(name, traits.reading.published)
        self._open.append(story)
        self.stories.append(story)
        return story

    def _join(self, story: _Story, traits: _Traits, claim: Claim, mine: list[_Story]) -> None:
        figure = claim.figure
        self.of_claim[claim.id] = story.id
        if not any(story is other for other in mine):
            mine.append(story)
        if figure.low is not None and figure.relation == "total":
            story.counts.setdefault((figure.kind, figure.party), []).append((figure.low, traits.reading.published))
        own = {place.casefold() for place in figure.places}
        story.places.update({place for place in own if not self._is_region(place)} or traits.places)
        story.regions.update({_region(place) for place in own if self._is_region(place)} or traits.regions)

    def _tell_truce(self, traits: _Traits, mine: list[_Story]) -> None:
        """A truce is told in its article's story, else in the one that told of a truce last, else in one of its own."""
        if not any(claim.now and claim.statement.scope == "current" for claim in traits.reading.ceasefire):
            return
        if not mine:
            told = [story for story in self._open if _TRUCE in story.counts]
            mine.append(max(told, key=lambda story: (story.last, story.id)) if told else self._begin(traits, 0))
        mine[0].counts.setdefault(_TRUCE, []).append((0, traits.reading.published))

    def _mention(self, traits: _Traits, likeness: Mapping[str, float]) -> None:
        """An article without a count of its own is listed with the story it most resembles, and moves nothing."""
        scores = {
            story.id: likeness[story.id]
            + (self._rules.story_same_place if any(story.places[p] for p in traits.places) else 0.0)
            for story in self._open
        }
        fitting = [story for story in self._open if scores[story.id] > self._rules.story_threshold]
        if fitting:
            story = max(fitting, key=lambda story: (scores[story.id], story.last, story.id))
            story.articles.append(traits.reading.article)
            self.of_article[traits.reading.article] = story.id

    def _remember(self, traits: _Traits, mine: Sequence[_Story]) -> None:
        reading = traits.reading
        self._told += 1
        self._seen.update(traits.words)
        for number, story in enumerate(mine):
            story.last = max(story.last, reading.published)
            story.articles.append(reading.article)
            if number == 0:
                story.words.update(traits.words)
                self.of_article[reading.article] = story.id


def _kin(readings: Sequence[Reading]) -> Mapping[str, frozenset[str]]:
    """Article -> its copies and the other revisions of its entry, by direct links, in both directions."""
    kin: dict[str, set[str]] = {reading.article: set() for reading in readings}
    entries: dict[str, list[str]] = {}
    for reading in readings:
        entries.setdefault(reading.entry, []).append(reading.article)
        for copy in reading.copies:
            if copy in kin and copy != reading.article:
                kin[reading.article].add(copy)
                kin[copy].add(reading.article)
    for revisions in entries.values():
        for article in revisions:
            kin[article].update(other for other in revisions if other != article)
    return {article: frozenset(others) for article, others in kin.items()}


def _in_order(reading: Reading) -> list[Claim]:
    """The claims that tell a story: current ones, totals first, the greatest first, as the headline would have it."""
    current = [claim for claim in reading.claims if claim.figure.scope == "current"]
    return sorted(
        current,
        key=lambda claim: (
            claim.figure.relation != "total",
            claim.figure.low is None,
            claim.figure.start,
            claim.id,
        ),
    )


def _counts(story: _Story, kind: str, party: str) -> list[tuple[int, datetime]]:
    """The numbers a story has for a kind and a side; a side that is not named is compared with all."""
    if party != UNSPECIFIED:
        return [*story.counts.get((kind, party), ()), *story.counts.get((kind, UNSPECIFIED), ())]
    return [count for (other, _), counts in story.counts.items() if other == kind for count in counts]


def _region(place: str) -> str:
    """One name for a region however it is dressed: "the occupied West Bank", "northern Gaza Strip"."""
    return place.removeprefix("the ").removeprefix("occupied ").removesuffix(" strip").removesuffix(" region")
