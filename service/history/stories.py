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
from dataclasses import dataclass
from datetime import timedelta

from service.history.merging import merged_into
from service.history.profiles import Profile, counts_of, hear, keep_most
from service.history.rules import Rules
from service.history.titles import note_facts
from service.models import UNSPECIFIED, Claim, Reading

_TRUCE = ("ceasefire", "")


@dataclass(frozen=True, slots=True)
class Telling:
    """Where one reading belongs: the story of each of its claims, its own (the first claim's), every one it touches, and those closed."""

    of_claim: Mapping[str, str]
    of_article: str
    touched: tuple[Profile, ...]
    closed: tuple[str, ...]


_MEMORY = 2000  # readings after which a word's past counts half


@dataclass(frozen=True, slots=True)
class _Traits:
    """What of a reading speaks for or against a story, prepared once."""

    reading: Reading
    words: frozenset[str]
    places: frozenset[str]
    regions: frozenset[str]


class Teller:
    """The stories told so far, and where the next reading's claims belong."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self.seen: Counter[str] = Counter()  # in how many readings so far a word stood
        self.told = 0
        self.open: list[Profile] = []

    def tell(self, reading: Reading) -> Telling:
        """Give every claim of a reading its story."""
        traits = self._traits(reading)
        closed = [story.id for story in self.open if reading.published - story.last > self._rules.story_gap]
        self.open = [story for story in self.open if reading.published - story.last <= self._rules.story_gap]
        likeness = {story.id: self._likeness(traits, story) for story in self.open}
        of_claim: dict[str, str] = {}
        mine: list[Profile] = []
        pending = _in_order(reading)
        fits = {(claim.id, story.id): self._fit(claim, traits, story, likeness) for claim in pending for story in self.open}
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
            of_claim[claim.id] = story.id
            if story.size == 0:  # new: what else the article says is held against where this happened
                fits |= {(other.id, story.id): 1.0 + self._place_score(other, traits, story) for other in pending}
        self._tell_truce(traits, mine)
        self._remember(traits, mine)
        touched = mine or self._mention(traits, likeness)
        first = touched[0].id if touched else ""
        return Telling(
            {claim.id: of_claim.get(claim.id, first) for claim in reading.claims}, first, tuple(touched), tuple(closed)
        )

    def _surest(
        self, pending: Sequence[Claim], fits: Mapping[tuple[str, str], float], mine: Sequence[Profile]
    ) -> tuple[Claim, Profile | None]:
        """The claim whose story is least in doubt; where every claim fits none, the first one, without a story."""
        best: tuple[Claim, Profile | None] = (pending[0], None)
        best_score = self._rules.story_threshold
        for claim in pending:
            for story in self.open:
                own = self._rules.story_same_article if any(story is other for other in mine) else 0.0
                score = fits[claim.id, story.id] + own
                if score > best_score or (score == best_score and best[1] is not None and story.last > best[1].last):
                    best, best_score = (claim, story), score
        return best

    def _fit(self, claim: Claim, traits: _Traits, story: Profile, likeness: Mapping[str, float]) -> float:
        """How well a claim fits an open story."""
        number = self._number_score(claim, traits, story)
        return likeness[story.id] + number + self._place_score(claim, traits, story) + self._nowhere_else(claim, traits, story)

    def _nowhere_else(self, claim: Claim, traits: _Traits, story: Profile) -> float:
        """What speaks for a story of a country's unrest where nobody names a place: the count is its highest or near it."""
        figure, rules = claim.figure, self._rules
        if not rules.story_placeless or figure.low is None or figure.relation != "total" or traits.places or story.places:
            return 0.0
        level = max(counts_of(story, figure.kind, figure.party), default=0)
        goes_on = level * rules.story_correction_share <= figure.low <= level * rules.story_growth * 2
        return rules.story_placeless if goes_on and traits.reading.published - story.last <= rules.incident_gap else 0.0

    def _traits(self, reading: Reading) -> _Traits:
        names = [name.casefold() for name in (*reading.parties, *reading.places)]
        stems = {word[:5] for name in names for word in name.split()}
        places = tuple(dict.fromkeys(place.casefold() for place in reading.places))  # those named most come first
        regions = {place for place in places if self._is_region(place)}
        return _Traits(
            reading,
            frozenset(word for word in reading.words if word[:5] not in stems),
            frozenset([place for place in places if place not in regions][: self._rules.story_chief_places]),
            frozenset(_region(place) for place in regions),
        )

    def _is_region(self, place: str) -> bool:
        return _region(place) in self._rules.regions

    # --- finding the story -----------------------------------------------------------------------------------

    def _likeness(self, traits: _Traits, story: Profile) -> float:
        """What speaks for a story whatever the claim: words, one origin, and how long ago it was told."""
        rules = self._rules
        if story.knows(traits.reading):
            return rules.story_same_origin
        least = max(1.0, rules.story_word_share * story.size)
        shared = sorted(word for word in traits.words if story.words[word] >= least)
        words = min(rules.story_words_cap, rules.story_word_weight * sum(self._rarity(word) for word in shared))
        crowd = min(rules.story_crowd_cap, rules.story_crowd * math.log2(1 + story.size))
        days = (traits.reading.published - story.last) / timedelta(days=1)
        alone = rules.story_alone if len(self.open) == 1 else 0.0
        return words + crowd + alone - rules.story_fade * max(0.0, days - 0.5)

    def _rarity(self, word: str) -> float:
        """1 for a word that no reading of this conflict had so far, towards 0 for one that all have."""
        base = self.told + 20  # a handful of readings tells nothing yet about what is rare
        return math.log(base / (self.seen[word] + 1)) / math.log(base)

    def _number_score(self, claim: Claim, traits: _Traits, story: Profile) -> float:
        """Whether the number can be the story's count: the same, grown, or long left behind."""
        figure, rules, now = claim.figure, self._rules, traits.reading.published
        replaced = [other for other in traits.reading.claims if other.figure.scope == "superseded"]
        if figure.low is not None and self._among_the_held(claim, story):
            return rules.story_same_number
        if figure.low is None or figure.relation != "total":
            return 0.0
        counts = counts_of(story, figure.kind, figure.party)
        if not counts:
            return 0.0
        number = figure.low
        if number in counts:
            fresh = max(0.25, 1 - (now - counts[number].last) / (2 * rules.story_lag))
            return rules.story_same_number * min(1.0, math.log(number + 1) / math.log(11)) * fresh
        if any(old.figure.low in counts for old in replaced if old.figure.kind == figure.kind):
            return rules.story_same_number  # the article itself says that it replaces the story's number
        level = max(counts)
        large = min(1.0, math.log10(max(number, 1)) / 2)  # two tolls of a hundred on one day are one; two of three are chance
        if number > level:
            if number - level <= rules.story_small_step or number <= level * rules.story_growth:
                return rules.story_grown + rules.story_large * large
            contested = figure.claimant != figure.party and any(party == figure.claimant for _, party in story.counts)
            near = contested or number <= level * rules.story_growth * 2  # the other side counts as it likes
            return 0.0 if near else -rules.story_leap
        if figure.kind == "captured":
            return rules.story_grown  # those still held become fewer
        near = number >= rules.story_correction_least and number >= level * rules.story_correction_share
        far_below = level >= rules.story_correction_least and number < level * rules.correction_share
        if far_below and figure.claimant is None:
            return -rules.story_never_told  # slow outlets print what the story told before; this number it never told
        passed = min(heard.first for known, heard in counts.items() if known > number)
        if now - passed <= rules.story_lag:
            close = level - number <= rules.story_small_step or number >= level * rules.story_correction_share
            return rules.story_lagging if close else 0.0
        if near:
            return rules.story_large * large
        return -rules.story_other_number

    def _among_the_held(self, claim: Claim, story: Profile) -> bool:
        """Whether captives without a place of their own can be some of the many that a story knows to be held."""
        figure = claim.figure
        if figure.kind != "captured" or any(not self._is_region(place.casefold()) for place in figure.places):
            return False
        held = max((number for (kind, _), told in story.counts.items() if kind == "captured" for number in told), default=0)
        return held >= self._rules.held_least and figure.low is not None and figure.low < held

    def _place_score(self, claim: Claim, traits: _Traits, story: Profile) -> float:
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

    def _begin(self, traits: _Traits, number: int) -> Profile:
        """A new story; or the open one that people decided it is a part of."""
        reading = traits.reading
        name = reading.article if number == 0 else f"{reading.article}~{number + 1}"
        meant = merged_into(name, self._rules.merged)
        if (known := next((story for story in self.open if story.id == meant), None)) is not None:
            return known
        story = Profile(name, reading.published, reading.published, reading.published, reading.title)
        self.open.append(story)
        return story

    def _join(self, story: Profile, traits: _Traits, claim: Claim, mine: list[Profile]) -> None:
        figure = claim.figure
        if not any(story is other for other in mine):
            mine.append(story)
        if figure.low is not None and figure.relation != "part":
            hear(story, (figure.kind, figure.party), figure.low, traits.reading.published)
        own = {place.casefold() for place in figure.places}
        story.places.update({place for place in own if not self._is_region(place)} or traits.places)
        story.regions.update({_region(place) for place in own if self._is_region(place)} or traits.regions)
        note_facts(story.facts, "claim", figure.places, (figure.party,) if figure.party != UNSPECIFIED else ())

    def _tell_truce(self, traits: _Traits, mine: list[Profile]) -> None:
        """A truce is told in its article's story, else in the one that told of a truce last, else in one of its own."""
        if not any(claim.now and claim.statement.scope == "current" for claim in traits.reading.ceasefire):
            return
        if not mine:
            told = [story for story in self.open if _TRUCE in story.counts]
            told = told or (self.open if self._rules.story_threshold < 0 else [])  # two states' one flare-up
            mine.append(max(told, key=lambda story: (story.last, story.id)) if told else self._begin(traits, 0))
        hear(mine[0], _TRUCE, 0, traits.reading.published)

    def _mention(self, traits: _Traits, likeness: Mapping[str, float]) -> list[Profile]:
        """An article without a count of its own is listed with the story it most resembles, and moves nothing."""
        scores = {
            story.id: likeness[story.id]
            + (self._rules.story_same_place if any(story.places[p] for p in traits.places) else 0.0)
            for story in self.open
        }
        fitting = [story for story in self.open if scores[story.id] > self._rules.story_threshold]
        if not fitting:
            return []
        story = max(fitting, key=lambda story: (scores[story.id], story.last, story.id))
        story.admit(traits.reading)
        return [story]

    def _remember(self, traits: _Traits, mine: Sequence[Profile]) -> None:
        reading = traits.reading
        self.told += 1
        self.seen.update(traits.words)
        if self.told >= _MEMORY:
            self.told //= 2
            self.seen = Counter({word: times // 2 for word, times in self.seen.items() if times > 1})
        for number, story in enumerate(mine):
            story.last = max(story.last, reading.published)
            story.admit(reading)
            if number == 0:
                story.words.update(traits.words)
            for counter in (story.words, story.places, *story.facts.values()):
                keep_most(counter)


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


def _region(place: str) -> str:
    """One name for a region however it is dressed: "the occupied West Bank", "northern Gaza Strip"."""
    return place.removeprefix("the ").removeprefix("occupied ").removesuffix(" strip").removesuffix(" region")
