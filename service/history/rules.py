"""The thresholds of the fold in one place, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

# Names under which one side counts and is counted: an own count counts most, a count of the other side's dead least.
# The ministry in Gaza speaks for Hamas by the guide, and its dead are Palestinians; the like for the other pairs.
_SIDES: tuple[frozenset[str], ...] = (
    frozenset(
        {"palestinians", "palestine", "palestinian authority", "hamas", "gaza", "palestinian islamic jihad", "islamic jihad"}
    ),
    frozenset({"israel", "israelis"}),
    frozenset({"russia", "russians"}),
    frozenset({"ukraine", "ukrainians"}),
    frozenset({"lebanon", "hezbollah", "lebanese"}),
    frozenset({"yemen", "houthis", "ansar allah"}),
    frozenset({"nagorno-karabakh", "armenia", "artsakh", "armenians"}),
    frozenset({"azerbaijan", "azerbaijanis"}),
)


@dataclass(frozen=True, slots=True)
class Rules:
    """What counts as the same, as more and as contradiction. Shares are of the larger number, times are durations."""

    # What people decided: a story (by its id) and the older one that it is a part of.
    merged: Mapping[str, str] = field(default_factory=dict)

    # Values. "More than 100" then "105" is the same news said better; past a tenth it is more dead (issue 4's examples).
    refine_share: float = 0.10
    # "About", "nearly" and "roughly" are used within a tenth of the exact number that follows later.
    fuzz_share: float = 0.10
    # Two claimants contradict each other when they differ by a fifth and by more than two people: below that it is lag.
    dispute_share: float = 0.20
    dispute_least: int = 3

    # A lower count by the same claimant within the hour, or of less than a third, is another district or a part, not a correction.
    correction_after: timedelta = timedelta(hours=1)
    correction_share: float = 1 / 3

    # Stories. A day-by-day flare-up is covered daily; three days without a word and it is another one.
    story_gap: timedelta = timedelta(days=3)
    # Weights of what speaks for and against a story, set by reading the streams of a raid, a truce and a month of war.
    story_threshold: float = 1.2
    # Two states that nobody expected to fight have one flare-up, however many its places: only days of silence make it two.
    story_threshold_of_states: float = -100.0
    # Where neither a report nor a story names a place, in a country where nobody expected trouble, a higher number is its unrest's newest.
    story_placeless: float = 0.0
    story_placeless_of_country: float = 1.0
    story_same_article: float = 0.6
    story_same_origin: float = 5.0
    story_alone: float = 0.5  # where only one story is open, it needs less to be that one
    story_crowd: float = 0.1  # what many report is likelier meant than what one did; per doubling of a story's articles
    story_crowd_cap: float = 0.5
    story_fade: float = 0.5  # a day, beyond the first half
    story_word_share: float = 0.15  # of a story's articles that must have a word for it to be the story's
    story_word_weight: float = 0.35
    story_words_cap: float = 1.6
    story_same_number: float = 2.5  # for ten and more; small numbers are shared by chance
    story_grown: float = 0.7
    story_large: float = 0.5
    story_lagging: float = 0.5
    story_growth: float = 2.5
    story_small_step: int = 3
    story_other_number: float = 1.6
    story_never_told: float = 0.4
    story_leap: float = 2.4  # more than five times what the story knew: common words and a common place do not make up for it
    story_correction_least: int = 20
    story_correction_share: float = 0.6
    story_lag: timedelta = timedelta(hours=18)  # outlets still print the morning's number in the evening
    story_same_place: float = 1.2
    story_place_share: float = 0.25  # of the story's chief place
    story_other_place: float = 1.5
    story_chief_places: int = 3  # of an article: a live page names a dozen, and none of the others tells where its dead are
    story_same_region: float = 0.2
    story_other_region: float = 1.0
    # Names too wide to tell incidents apart; lower case, without "occupied" and "strip".
    regions: frozenset[str] = frozenset(
        {
            "west bank", "gaza", "israel", "palestine", "lebanon", "southern lebanon", "syria", "ukraine", "russia", "crimea",
            "donbas", "donbass", "sudan", "darfur", "ethiopia", "tigray", "amhara", "somalia", "sahel", "mali", "niger",
            "burkina faso", "nigeria", "congo", "north kivu", "south kivu", "ituri", "myanmar", "rakhine", "shan", "yemen", "iraq",
            "iran", "afghanistan", "pakistan", "balochistan", "khyber pakhtunkhwa", "waziristan", "kashmir", "india", "armenia",
            "azerbaijan", "nagorno-karabakh", "middle east", "jerusalem", "washington", "white house", "moscow", "london",
            "red sea", "european union", "new york", "paris", "cairo", "doha", "beirut", "tehran", "kremlin", "pentagon",
        }
    )  # fmt: skip
    # An addition of nearly the whole toll is the toll: "another 22 were hurt" is said beside one who died.
    increment_share: float = 0.8
    increment_least: int = 8  # two may well die after two
    # "Five more died" from two outlets within a day and a half is one addition; the same holds for reports of one truce state.
    incident_gap: timedelta = timedelta(hours=40)

    # Where so many are held, a lower count of captives without a place of their own is of some of them: seen, freed, still held.
    held_least: int = 20

    # Running totals. One counter grows slowly; a value far off is another counter (another area, another period, a restart).
    counter_fall: float = 0.75
    counter_growth: float = 1.5
    counter_growth_same_since: float = 3.0
    # A running total that nobody speaks of for four months is over: the United Nations' yearly reports come at least quarterly.
    counter_forgotten: timedelta = timedelta(days=120)
    # A "current" figure this large that matches a running total is that running total, whatever the sentence looked like.
    counter_least: int = 500

    # Ceasefires. An older report of the deal still travels for half a day after the first breach or collapse.
    truce_lag: timedelta = timedelta(hours=12)
    # "The truce holds" printed within hours of a breach was written before it.
    truce_settle: timedelta = timedelta(hours=3)
    # After this long without a word of it a truce is forgotten: a call for one then means that there is none.
    truce_forgotten: timedelta = timedelta(days=45)
    # What is said to be agreed again so much later is another agreement, or the signing of the first.
    truce_anew: timedelta = timedelta(days=14)
    # A new extension of a truce that is extended already: daily reports of the same extension lie closer together.
    extension_gap: timedelta = timedelta(hours=36)

    # A statement the analysis is less sure of than this is made in passing ("amid the truce"): alone it turns nothing.
    truce_sure: float = 0.6
    # Between a deal and its beginning lie hours or days in which everybody writes of "the truce" already.
    truce_start: timedelta = timedelta(hours=48)

    # Where three origins held a state within a day, one that says otherwise may mean the future ("once the truce ends") or err:
    # a second one among the last few must agree. Where few report, one is enough.
    truce_consensus: int = 3
    truce_memory: timedelta = timedelta(hours=24)
    truce_last: int = 6
    # Where so many hold a state, two others must say that the truce began or ended: a crowd writes of both before they come.
    truce_crowd: int = 6

    # Trust: the chance that a lone report of that tier has the number right; agreeing origins multiply the doubt away.
    trust_primary: float = 0.90
    trust_established: float = 0.85
    trust_unrated: float = 0.70
    # A claim about the enemy's dead is right less often than an admission of one's own (exaggeration both ways).
    enemy_factor: float = 0.60

    sides: tuple[frozenset[str], ...] = _SIDES
