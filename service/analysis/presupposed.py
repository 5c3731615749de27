"""What a source takes as known and does not state: "X said the attack that killed 12 was …", "held over the killing of three"."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.claimants import Claim
from service.analysis.languages.en.grammar import DAY_WORDS, DETERMINERS, RELATIVES
from service.analysis.languages.en.sources import ATTRIBUTION
from service.analysis.languages.lists import sequences, words
from service.analysis.linking import Harm
from service.analysis.reading import Reading

_NEAR = 4  # tokens between a relative pronoun and its verb: "who on Saturday killed"
_NOUN = 6  # tokens of the noun phrase before a relative pronoun
_SAYING = 4  # tokens between a verb of saying and its "that": "told reporters in Kyiv that"
_GIVEN = words("over for after of about into behind condemned condemning denounced")
_INQUIRED = words("investigate investigating investigation inquiry probe probing")
_OWNED = ("act:killed:possessive", "act:killed:surname")  # "of Chima's death the police said …"
_CONFIRMS = words("confirmed confirms announced announces reported reports claimed claims acknowledged admitted")
_MOTIVES = sequences("motive for | motives for | reason for | reasons for")
NAMING = words("named identified")  # "named six soldiers who were killed" is the news of their deaths
_BLAMING = words("accused accuses blamed blames")


def presupposed(harm: Harm, reading: Reading, claim: Claim) -> bool:
    """Whether a harm only tells which attack or whose killing the source speaks of."""
    lowers = reading.lowers
    if lowers[claim.at] in _BLAMING or lowers[claim.at] in NAMING:
        return False
    if harm.rule in _OWNED:
        return _CONFIRMS.isdisjoint(lowers[max(0, harm.at - 8) : harm.at])
    if harm.rule.startswith("act:") and not harm.rule.endswith(":bodies"):
        definite = harm.at > 1 and lowers[harm.at - 1] == "the"
        return definite and (lowers[harm.at - 2] in _GIVEN or not _INQUIRED.isdisjoint(lowers[max(0, harm.at - 8) : harm.at]))
    if harm.rule.startswith("active") and tuple(lowers[max(0, harm.at - 2) : harm.at]) in _MOTIVES:
        return True
    return claim.at < harm.at and claim.direction != "before" and _relative(harm, reading, claim)


def _relative(harm: Harm, reading: Reading, claim: Claim) -> bool:
    """ "the attack that killed 12": the verb stands in a relative clause and not in what "said that" opens."""
    lowers = reading.lowers
    if not harm.rule.startswith(("active", "state", "part")):
        return False
    verb = min(harm.at, harm.group.start)
    for at in range(verb - 1, max(claim.at, verb - _NEAR - 1), -1):
        word = lowers[at]
        if word in (",", ";", "and") or word in ATTRIBUTION:
            return False
        if word in RELATIVES:
            said = _opens_speech(lowers, at, claim.at) or lowers[at - 1] in DAY_WORDS
            return (word == "who" or not said) and _known(lowers, at, claim.at)
    return False


def _opens_speech(lowers: Sequence[str], at: int, after: int) -> bool:
    """Whether a "that" belongs to a verb of saying: "told reporters that"; in "said the raid that" it belongs to the raid."""
    return any(
        lowers[verb] in ATTRIBUTION and (lowers[verb] == "told" or lowers[verb + 1] not in DETERMINERS or verb + 1 == at)
        for verb in range(max(after, at - _SAYING), at)
    )


def _known(lowers: Sequence[str], at: int, after: int) -> bool:
    """Whether the clause tells of what is known: "the raid that", "blame for a strike that"; "sparking a fight that" is news."""
    for position in range(at - 1, max(after, at - _NOUN - 1), -1):
        if lowers[position] in ("a", "an", "another"):
            return lowers[at] != "that" or not (lowers[position - 1].endswith("ing") or lowers[position - 1] == "off")
        if lowers[position] in DETERMINERS:
            return True
    return True
