"""What another source counts where the harm is not said again: "The ministry says 2,000", "the Observatory could confirm only 63"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.analysis.groups import Group
from service.analysis.languages.en.grammar import BE, HAVE
from service.analysis.languages.en.harm import INTRANSITIVE, STATES, VICTIMS
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.reading import Reading
from service.analysis.text import Sentence
from service.models import Kind

RULE = "another count"
LATELY = 2  # sentences back to the count that another source answers
_FEWEST = 3  # people; smaller numbers without a noun count anything
_COUNTING = words("""
    confirm confirmed verify verified counted recorded lists listed documented logged tallied gives gave estimates estimated reckons
    admits admitted acknowledges acknowledged concedes conceded thinks believes names named identified totalled
""")
_SAYING = words("says said say claims claimed reports reported")
_SPEAKING = words("speaks spoke spoken talks talked")
_NOUNS = words("count tally figure estimate")
_PUTTING = words("put puts putting")
_NAMING = words("named names identified identifies lists listed of")  # "has named 45,000 soldiers", "the names of 30 officers"
_OWNING = words("admitted admits admit confessed owned owns own up")  # "admitted to 12", "owns up to 41"
_MAKING = words("made makes make making")
_HAVING = re.compile(r"\b(?:has|had|have) [0-9][0-9,]*[.,;]")  # "the Red Cross has 23."
_IT = words("it that them number figure count tally total")
_SMALL = words("only just now about around some already the")
_MARKS = words(". ; : ) ,") | {'"', "–", "--"}
_DASHES = words("– -- - : ( ,")
_BEHIND = words("since over for and while so of")
_EARLIER = words("earlier previous initial first preliminary")
CUES = _COUNTING | _SAYING | _SPEAKING | _NOUNS | _PUTTING | _OWNING | _MAKING | {"mark", "vouch", "names"}
_NEAR = 14  # tokens from "the last count" to "was 5,400"


def asked_for(sentence: Sentence) -> tuple[int, Kind] | None:
    """The sentence and the kind where it asks for a count: "How many have been killed is anyone's guess"."""
    if "how" not in sentence.words or "many" not in sentence.words:
        return None
    told = (STATES.get(word) or INTRANSITIVE.get(word) for word in sentence.lowers)
    kind: Kind | None = next((kind for kind in told if kind is not None), None)
    if kind is None and not _LOSING.isdisjoint(sentence.words):
        kind = "killed"  # "has not said how many it lost"
    return (sentence.index, kind) if kind else None


_LOSING = words("lost lose losing losses")


def may_count(sentence: Sentence) -> bool:
    """Whether a sentence has a word by which it may answer a count."""
    return not CUES.isdisjoint(sentence.words) or _HAVING.search(sentence.plain) is not None


def other_counts(reading: Reading, groups: Sequence[Group], harmed: Sequence[Harm], told: Sequence[Kind]) -> list[Harm]:
    """The bare numbers by which a sentence answers a count told before in it, or just before it: ``told`` are those kinds in order."""
    lowers = reading.lowers
    taken = {harm.group.start for harm in harmed}
    found: list[Harm] = []
    for group in groups:
        bare = group.shape == "counted" and not group.part and not group.rest and (not group.head or _by_name(lowers, group))
        if (
            not bare
            or group.start in taken
            or (group.low is not None and group.low < _FEWEST)
            or not _closes(lowers, group.end)
        ):
            continue
        so_far = lowers[group.end : group.end + 2] == ["so", "far"] and lowers[group.start - 1] in _DASHES
        if not so_far and not _given(lowers, group):
            continue
        ahead = [harm.kind for harm in harmed if harm.group.end <= group.start and harm.relation != "part"]
        kind = ahead[-1] if ahead else told[-1] if told else _of_the(lowers[: group.start])
        if so_far and not ahead:  # "reporters are being killed at a terrible rate – at least 53 so far"
            kind = next((STATES[word] for word in lowers[group.start :: -1] if word in STATES), None)
        if kind is not None:
            earlier = not _EARLIER.isdisjoint(lowers[max(0, group.start - 5) : group.start])
            found.append(Harm(group, kind, RULE, group.start, superseded=earlier))
    return found


def _closes(lowers: Sequence[str], end: int) -> bool:
    """Whether nothing follows that the number could count."""
    return end >= len(lowers) or lowers[end] in _MARKS or lowers[end] in _BEHIND or lowers[end : end + 2] == ["to", "be"]


def _of_the(before: Sequence[str]) -> Kind | None:
    """ "They counted the dead by their shoes, and made it 38"."""
    named = (VICTIMS[word] for at, word in enumerate(before) if word in _VICTIMS and at and before[at - 1] == "the")
    return next(named, None)


_VICTIMS = words("dead wounded injured missing")


def _by_name(lowers: Sequence[str], group: Group) -> bool:
    """ "opposition media have named 80 soldiers", "published the names of 31 officers"."""
    before = lowers[group.start - 1] if group.start else ""
    return group.person and before in _NAMING and (before != "of" or lowers[group.start - 2] == "names")


def _given(lowers: Sequence[str], group: Group) -> bool:
    """Whether somebody is said to count so many."""
    at = group.start
    while at and lowers[at - 1] in _SMALL:
        at -= 1
    if at == 0:
        return False
    word, earlier = lowers[at - 1], lowers[at - 2] if at > 1 else ""
    if (
        word in _COUNTING
        or word in _SAYING
        or (word == "for" and earlier == "vouch")
        or (word == "of" and (earlier in _SPEAKING or earlier == "names"))
        or (word == "to" and earlier in _OWNING)
        or (word == "it" and earlier in _MAKING)
        or (word in _MAKING and earlier in _WHICH)
        or (word in HAVE and group.low is not None and group.end < len(lowers) and lowers[group.end] in _STOPS)
    ):
        return True
    if word == "of" and not _SPEAKING.isdisjoint(lowers[: at - 1]) and not BE & set(lowers[at - _SAME_WORD : at]):
        return True  # "the junta spoke of 17 killed, the students' union of 72"
    if word == "at" and earlier in _IT and not _PUTTING.isdisjoint(lowers[max(0, at - 5) : at]):
        return True
    if word == "at" and earlier in _PUTTING:
        return False
    if "mark" in lowers[group.end : group.end + 6] and not _NEARER.isdisjoint(lowers[group.end : group.end + 5]):
        return True
    if word in BE and "many" in lowers[:at] and not {"number", "figure"}.isdisjoint(lowers[max(0, at - 8) : at]):
        return True  # "nobody can say how many died; the number given most often is 43"
    return word in BE and not _NOUNS.isdisjoint(lowers[max(0, at - _NEAR) : at - 1]) and lowers[at - 2] not in ("there", "they")


_NEARER = words("nearer closer")
_STOPS = words(". , ;")
_WHICH = words("which that this")
_SAME_WORD = 6  # tokens of ", the students' union of"
