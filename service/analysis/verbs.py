"""Verbs and states of harm: "killed 12", "12 were killed", "12 died", "12 dead", "30 wounded"."""

from __future__ import annotations

from service.analysis.languages.en.grammar import ADVERBS, MODALS
from service.analysis.languages.en.harm import INTRANSITIVE, RELEASE, STATES, TRANSITIVE, Verb
from service.analysis.languages.en.people import PLURAL
from service.analysis.linking import Links
from service.models import Kind


def verb(links: Links, at: int) -> None:
    """A form of a verb that takes its victims as object, or as subject of its passive."""
    found = TRANSITIVE[links.lowers[at]]
    kind = found.kind
    if found.form in ("ing", "base", "s"):
        participle = found.form == "ing"
        if participle and links.lowers[at + 1 : at + 2] == ["of"]:
            return
        objects = _people(links, links.objects(at), people_only=found.people_only)
        links.emit(objects, kind, f"active:{kind}:participle" if participle else f"active:{kind}", at, agent=at)
        return
    if combined(links, at) or freed(links, at) or (kind == "captured" and _since_freed(links, at)):
        return
    begin, auxiliary = links.auxiliary(at)
    if auxiliary == "be":
        _passive(links, at, begin, kind)
        return
    if not _attributive(links, at):
        _past(links, at, found, perfect=auxiliary == "have")


def _passive(links: Links, at: int, begin: int, kind: Kind) -> None:
    """ "12 were killed", the auxiliaries begin at ``begin``."""
    if not links.emit(links.subject(begin), kind, f"passive:{kind}", at) and begin == 0:
        links.emit(links.objects(at), kind, f"passive:{kind}:inverted", at)
    else:
        along_with(links, at, kind)


def _past(links: Links, at: int, found: Verb, *, perfect: bool) -> None:
    """ "killed": a past tense with an object, or a participle after its people ("12 people killed in blast")."""
    kind = found.kind
    objects = links.objects(at)
    if not objects and at <= 1:
        _inverted(links, at, kind)
    if perfect or (objects and not _subject_of_next(links, objects[0])):
        links.emit(_people(links, objects, people_only=found.people_only), kind, f"active:{kind}", at, agent=at)
        return
    beside = links.beside(at)
    inside_next = beside and any(g.start <= at < g.end for g in links.groups[beside[-1] + 1 : beside[-1] + 2])
    if beside and not inside_next and links.emit(beside, kind, f"participle:{kind}", at):
        _were_among(links, beside[0], kind, at)
        along_with(links, at, kind)


def _people(links: Links, indices: list[int], *, people_only: bool) -> list[int]:
    """Of a verb that also takes things ("captured Mallah Farms"), only objects that are people by their noun."""
    return [i for i in indices if links.groups[i].shape != "named"] if people_only else indices


def _inverted(links: Links, at: int, kind: Kind) -> None:
    """ "Killed in the attack were three nurses and a driver"."""
    for position in range(at + 1, min(at + 14, len(links.lowers) - 1)):
        if links.lowers[position] in ("were", "was"):
            index = links.by_start.get(position + 1)
            if index is not None:
                links.emit(links.chain_from(index), kind, f"inverted:{kind}", at)
            return


def _attributive(links: Links, at: int) -> bool:
    """ "medical staff and injured people": the state describes the noun after it, not who stands before."""
    lowers = links.lowers
    following = lowers[at + 1] if at + 1 < len(lowers) else ""
    plain = (
        following in PLURAL and at + 1 not in links.by_start and (at == 0 or lowers[at - 1] in ("and", "or", ",", "of", "the"))
    )
    return plain and lowers[at] in STATES and not (at and lowers[at - 1] == "shot")


def _subject_of_next(links: Links, index: int) -> bool:
    """ "12 killed, 30 people were wounded": what follows is the subject of the next verb, not this one's object."""
    end = links.groups[index].end
    word = links.lowers[end] if end < len(links.lowers) else ""
    return word in ("was", "were", "are", "is") or (word in STATES and word != "missing") or word in INTRANSITIVE


def combined(links: Links, at: int) -> bool:
    """ "killed and wounded", "killed or injured": one count for two kinds is no figure of either."""
    lowers = links.lowers
    own = STATES.get(lowers[at])
    following, before = lowers[at + 1 : at + 3], lowers[max(0, at - 2) : at]
    if own is None:
        return False
    if following[:1] and STATES.get(following[0], own) != own and following[0] != "missing":
        return True
    if before and STATES.get(before[-1], own) != own:
        return True
    if len(following) == 2 and following[0] in ("or", "and", "/", "and/or") and STATES.get(following[1], own) != own:
        return True
    return len(before) == 2 and before[1] in ("or", "and", "/", "and/or") and STATES.get(before[0], own) != own


def freed(links: Links, at: int) -> bool:
    """ "the freed hostages", "12 were released": nobody newly harmed."""
    return any(word in RELEASE for word in links.lowers[max(0, at - 2) : at])


def _since_freed(links: Links, at: int) -> bool:
    """ "the 27 kidnapped students were released": held no longer."""
    lowers = links.lowers
    for position in range(at + 1, min(at + 8, len(lowers))):
        if lowers[position] in RELEASE and "not" not in lowers[at:position]:
            return not {"were", "was", "been"}.isdisjoint(lowers[at:position])
        if lowers[position] in (",", ".", "by", "from", "in", "and"):
            return False
    return False


def _were_among(links: Links, index: int, kind: Kind, at: int) -> None:
    """ "seven children were among 71 civilians killed"."""
    start = links.groups[index].start
    if start > 1 and links.lowers[start - 1] in ("among", "amongst"):
        begin, auxiliary = links.auxiliary(start - 1)
        if auxiliary == "be":
            links.emit(links.subject(begin), kind, "among the victims", at, relation="part")


def along_with(links: Links, at: int, kind: Kind) -> None:
    """ "X was killed near his home, along with two of his guards": the company shares the fate."""
    lowers = links.lowers
    for position in range(at + 1, min(at + 24, len(lowers) - 2)):
        word = lowers[position]
        if word in (";", ".", ":") or word in TRANSITIVE or word in INTRANSITIVE:
            return
        if (word in ("along", "together") and lowers[position + 1] == "with") or lowers[position : position + 3] == [
            "as",
            "well",
            "as",
        ]:
            start = position + (3 if word == "as" else 2)
            index = links.by_start.get(start)
            if index is None:
                index = links.by_start.get(start + 1)
            if index is not None:
                links.emit(links.chain_from(index), kind, f"along with:{kind}", at)
            return


def intransitive(links: Links, at: int) -> None:
    """ "12 died", "thousands fled": the subject is the victim."""
    lowers = links.lowers
    kind = INTRANSITIVE[lowers[at]]
    begin, auxiliary = links.auxiliary(at)
    start = begin if auxiliary else at
    while start > 0 and (
        lowers[start - 1] in ADVERBS
        or lowers[start - 1] in MODALS
        or lowers[start - 1] in ("to", "did", "later", "forced", "have")
    ):
        start -= 1
    if links.emit(links.beside(start) or links.subject(start), kind, f"intransitive:{kind}", at):
        along_with(links, at, kind)


def state(links: Links, at: int) -> None:
    """ "12 dead", "three were missing", "was found dead", "shot dead 12"."""
    lowers = links.lowers
    kind = STATES[lowers[at]]
    if combined(links, at) or freed(links, at) or _attributive(links, at):
        return
    begin, auxiliary = links.auxiliary(at)
    if auxiliary == "be":
        links.emit(links.subject(begin), kind, f"state:{kind}", at)
        return
    if lowers[at] == "dead" and at > 0 and lowers[at - 1] in ("shot", "found", "left"):
        before, passive = links.auxiliary(at - 1)
        if passive == "be":
            links.emit(links.subject(before), kind, "state:killed", at)
            return
        if links.emit(links.objects(at), kind, "active:killed:shot dead", at, agent=at - 1):
            return
    links.emit(links.beside(at), kind, f"state:{kind}", at)
