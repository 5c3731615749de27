"""Verbs and states of harm: "killed 12", "12 were killed", "12 died", "12 dead", "30 wounded"."""

from __future__ import annotations

from service.analysis.clauses import participle
from service.analysis.company import along_with
from service.analysis.displacement import runs_away
from service.analysis.languages.en.grammar import ADVERBS, MODALS, POSSESSIVES, SAY, STOPPERS
from service.analysis.languages.en.harm import INTRANSITIVE, RELEASE, STATES, TRANSITIVE, Verb
from service.analysis.languages.en.people import PLURAL
from service.analysis.languages.lists import words
from service.analysis.linking import Links
from service.analysis.release import let_go
from service.models import Kind


def verb(links: Links, at: int) -> None:
    """A form of a verb that takes its victims as object, or as subject of its passive."""
    found = TRANSITIVE[links.lowers[at]]
    kind = found.kind
    if kind == "wounded" and at and links.lowers[at - 1] in ("fatally", "mortally"):
        found, kind = found._replace(kind="killed"), "killed"
    if found.form in ("ing", "base", "s"):
        if kind == "captured" and found.form == "base" and lowers_before(links, at) == "to":
            return  # "to capture a suspect" is only wanted
        _present(links, at, found)
        return
    if combined(links, at) or freed(links, at) or (kind == "captured" and _since_freed(links, at)):
        return
    begin, auxiliary = links.auxiliary(at - (lowers_before(links, at) in _BETWEEN))
    if auxiliary == "be":
        _passive(links, at, begin, kind)
        return
    if not _attributive(links, at):
        _past(links, at, found, perfect=auxiliary == "have")


_BETWEEN = ("left", '"')  # "six guards were left injured", 'were "neutralised"'


def _present(links: Links, at: int, found: Verb) -> None:
    """ "kills 12", "killing 12 and wounding 30"; "killing and wounding 40" is one count for two kinds, a vague one told of both."""
    ing = found.form == "ing"
    if ing and links.lowers[at + 1 : at + 2] == ["of"]:
        return
    if ing and not _INTENTIONS.isdisjoint(links.lowers[max(0, at - 5) : at]):
        return  # "with the intention of robbing or kidnapping him"
    if links.emit_pronoun(at + 1, found.kind, f"active:{found.kind}:pronoun", at):
        return
    other = _joined_participle(links.lowers, at) if ing else -1
    objects = _people(links, links.objects(max(at, other)), people_only=found.people_only)
    if other >= 0:
        objects = [i for i in objects if links.groups[i].vague is not None]
    links.emit(objects, found.kind, f"active:{found.kind}:participle" if ing else f"active:{found.kind}", at, agent=at)


_INTENTIONS = words("intention intent aim purpose plan hope goal intending planning")


def _joined_participle(lowers: list[str], at: int) -> int:
    """Where the other participle of "killing and wounding" stands, -1 for none: of one killed, of the other wounded."""
    for joint, other in ((at + 1, at + 2), (at - 1, at - 2)):
        if 0 <= other < len(lowers) and lowers[joint] in ("and", "or") and lowers[other] in TRANSITIVE:
            beside = TRANSITIVE[lowers[other]]
            if beside.form == "ing" and {beside.kind, TRANSITIVE[lowers[at]].kind} == {"killed", "wounded"}:
                return other
    return -1


def _passive(links: Links, at: int, begin: int, kind: Kind) -> None:
    """ "12 were killed", the auxiliaries begin at ``begin``."""
    subject = links.subject(begin)
    done = links.emit(subject, kind, f"passive:{kind}", at)
    if not done and begin == 0:
        links.emit(links.objects(at), kind, f"passive:{kind}:inverted", at)
        return
    if (
        not done
        and not subject
        and links.lowers[at] != "captured"
        and not {"was", "has", "had", "is"}.isdisjoint(links.lowers[begin:at])
    ):
        links.emit_surname(_before_aside(links, begin), kind, f"passive:{kind}:surname", at)
    along_with(links, at, kind)


def _before_aside(links: Links, begin: int) -> int:
    """In newswire in capitals, where the aside begins that ends at ``begin``: "EDGARD CHACON, IDEOLOGIST OF THE GROUP, WAS KILLED"."""
    lowers = links.lowers
    if not links.reading.capitals or begin < 1 or lowers[begin - 1] != ",":
        return begin
    return next((i for i in range(begin - 2, max(0, begin - _ASIDE), -1) if lowers[i] == ","), begin)


_ASIDE = 16  # tokens


def _past(links: Links, at: int, found: Verb, *, perfect: bool) -> None:
    """ "killed": a past tense with an object, or a participle after its people ("12 people killed in blast")."""
    kind = found.kind
    objects = links.objects(at)
    if not objects and at <= 1:
        _inverted(links, at, kind)
    if perfect and not objects and _relative_perfect(links, at, kind):
        return
    relative = lowers_before(links, at) in ("that", "which")  # "the raid that killed five of their patients was …"
    if perfect or (objects and (relative or not _subject_of_next(links, objects[0]))):
        links.emit(_people(links, objects, people_only=found.people_only), kind, f"active:{kind}", at, agent=at)
        return
    following = links.lowers[at + 1] if at + 1 < len(links.lowers) else ""
    if kind == "captured" and following[:1].isalpha() and following not in _AFTER_CAPTURED:
        return  # "guerrillas captured many towns"
    if following == "off" or (found.people_only and not objects and links.reading.number_at(at + 1) is not None):
        return  # "killed off two of the bills"; "captured 52 per cent of the vote"
    if not objects and links.emit_pronoun(at + 1, kind, f"active:{kind}:pronoun", at):
        return
    if not objects and lowers_before(links, at) in _RELATIVE_SUBJECTS and at - 1 in links.by_end:
        links.emit([links.by_end[at - 1]], kind, f"active:{kind}:relative", at)  # "a pilot they captured"
        return
    if lowers_before(links, at) in ("the", "those") or (not objects and following in _TAKES_OBJECT):
        return  # "the killed"; "the photographer captured the moment"
    earlier = _earlier_passive(links, at)
    if earlier >= 0:
        links.emit(links.subject(earlier), kind, f"passive:{kind}", at)
        return
    if following in _AFTER_APPOSED and _apposed(links, at, kind):
        return
    beside = links.beside(at) or (_kidnapped_list(links, at) if kind == "captured" and following == "by" else [])
    inside_next = beside and any(g.start <= at < g.end for g in links.groups[beside[-1] + 1 : beside[-1] + 2])
    if beside and not inside_next and links.emit(beside, kind, f"participle:{kind}", at):
        _were_among(links, beside[0], kind, at)
        along_with(links, at, kind)


def _kidnapped_list(links: Links, at: int) -> list[int]:
    """ "five schoolgirls, their teacher and a security team kidnapped by bandits": the people of the list that ends at the participle."""
    near = [i for i, group in enumerate(links.groups) if 0 < at - group.end <= _LIST_END and group.person]
    joined = near and links.lowers[links.groups[near[-1]].end] in ("and", ",")
    return links.chain_from(links.chain[near[-1]]) if joined else []


_LIST_END = 5  # tokens of the last of a list, who is no one person


def _people(links: Links, indices: list[int], *, people_only: bool) -> list[int]:
    """Of a verb that also takes things ("captured Mallah Farms"), only objects that are people by their noun."""
    return [i for i in indices if links.groups[i].shape != "named"] if people_only else indices


def _apposed(links: Links, at: int, kind: Kind) -> bool:
    """ "a reporter and his interpreter, kidnapped in June, are still held"; "four soldiers, including an officer, killed in Doda"."""
    last = links.by_end.get(at - 1)
    if last is None or lowers_before(links, at) != ",":
        return False
    whole = links.whole_of(links.groups[links.chain[last]].start)
    if whole is not None:
        links.emit(list(range(links.chain[whole], whole + 1)), kind, f"participle:{kind}", at)
        return True
    if kind != "captured" or not let_go(links.lowers, links.groups[last]):
        links.emit(list(range(links.chain[last], last + 1)), kind, f"participle:{kind}", at)
    return True


def _relative_perfect(links: Links, at: int, kind: Kind) -> bool:
    """ "executed 21 men they had kidnapped"."""
    begin, _ = links.auxiliary(at)
    if (
        kind == "captured"
        and begin > 0
        and begin - 1 in links.by_end
        and let_go(links.lowers, links.groups[links.by_end[begin - 1]])
    ):
        return True  # "freed 12 soldiers it had captured"
    if begin < 1 or links.lowers[begin - 1] not in _RELATIVE_SUBJECTS or begin - 1 not in links.by_end:
        return False
    return links.emit([links.by_end[begin - 1]], kind, f"active:{kind}:relative", at)


_AFTER_CAPTURED = STOPPERS.union(STATES, TRANSITIVE)
_AFTER_APPOSED = words("in on by near last during since")
_RELATIVE_SUBJECTS = words("they it he she we")
_TAKES_OBJECT = POSSESSIVES | {"the"}


def lowers_before(links: Links, at: int) -> str:
    """The word before a token, empty at the beginning."""
    return links.lowers[at - 1] if at else ""


def _earlier_passive(links: Links, at: int) -> int:
    """ "was shot in the chest and killed": where the auxiliaries of the passive begin that this verb goes on with, -1 for none."""
    lowers = links.lowers
    if lowers_before(links, at) not in ("and", "then") or at in links.by_end:
        return -1
    for position in range(at - 2, max(0, at - 12), -1):
        word = lowers[position]
        if word in (",", ";", ":", "and", "or", "who", "that", '"') or word in SAY:
            return -1
        if participle(word) or word == "hit":
            begin, auxiliary = links.auxiliary(position)
            if auxiliary == "be":
                return begin
    return -1


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
    if lowers[at + 1 : at + 5] in _AND_OR_DEAD or (at > 3 and lowers[at - 3 : at] == ["and", "/", "or"]):
        return True  # "captured and/or killed"
    if following[:1] and STATES.get(following[0], own) != own and following[0] != "missing":
        return True
    if before and STATES.get(before[-1], own) != own:
        return True
    if len(following) == 2 and following[0] in ("or", "and", "/", "and/or") and STATES.get(following[1], own) != own:
        return True
    return len(before) == 2 and before[1] in ("or", "and", "/", "and/or") and STATES.get(before[0], own) != own


_AND_OR_DEAD = (["and", "/", "or", "killed"], ["and", "/", "or", "wounded"], ["and", "/", "or", "injured"])


def freed(links: Links, at: int) -> bool:
    """ "the freed hostages", "12 were released": nobody newly harmed."""
    return any(word in RELEASE for word in links.lowers[max(0, at - 2) : at])


def _since_freed(links: Links, at: int) -> bool:
    """ "the 27 kidnapped students were released": held no longer."""
    lowers = links.lowers
    for position in range(at + 1, min(at + 8, len(lowers))):
        if lowers[position] in RELEASE and "not" not in lowers[at:position]:
            return not {"were", "was", "been"}.isdisjoint(lowers[at:position])
        later = lowers[position] == "and" and lowers[position + 1 : position + 2] in (["later"], ["then"], ["since"])
        if later and lowers[position + 2 : position + 3] and lowers[position + 2] in RELEASE:
            return True  # "was kidnapped and then released"
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


def intransitive(links: Links, at: int) -> None:
    """ "12 died", "thousands fled": the subject is the victim."""
    lowers = links.lowers
    kind = INTRANSITIVE[lowers[at]]
    if lowers[at] == "drowned" and lowers_before(links, at) in ("presumed", "feared", "believed"):
        return
    begin, auxiliary = links.auxiliary(at)
    start = begin if auxiliary else at
    while start > 0 and (
        lowers[start - 1] in ADVERBS
        or lowers[start - 1] in MODALS
        or lowers[start - 1] in ("to", "did", "later", "forced", "have")
    ):
        start -= 1
    earlier = _earlier_passive(links, at)
    chosen = links.subject(earlier) if earlier >= 0 else links.beside(start) or links.subject(start)
    chosen = [i for i in chosen if not links.fraction(links.groups[i].start)]
    if kind == "displaced":
        chosen = [i for i in chosen if not runs_away(links, i, at)]
        if lowers_before(links, start) == "and" and chosen and links.is_object(chosen[0]):
            chosen = []  # "militants killed 42 people and fled"
    if links.emit(chosen, kind, f"intransitive:{kind}", at):
        along_with(links, at, kind)
    elif not chosen and kind == "killed" and lowers[at] in ("died", "perished", "succumbed"):
        links.emit_surname(start, kind, "intransitive:killed:surname", at)


_LISTED = words("listed posted registered considered classified recorded reported declared counted")


def state(links: Links, at: int) -> None:
    """ "12 dead", "three were missing", "was found dead", "shot dead 12"."""
    lowers = links.lowers
    kind = STATES[lowers[at]]
    if combined(links, at) or freed(links, at) or _attributive(links, at):
        return
    if at and lowers[at - 1] in ("the", "those", "among", "amongst"):
        return  # "a camp for the displaced"
    listed = at > 1 and lowers[at - 1] == "as" and lowers[at - 2] in _LISTED
    begin, auxiliary = links.auxiliary(at - 2 if listed else at)
    if auxiliary == "be":
        links.emit(links.subject(begin), kind, f"state:{kind}", at)
        along_with(links, at, kind)
        return
    if at and (lowers[at - 1] == "left" or (lowers[at] == "dead" and lowers[at - 1] in _FOUND_DEAD)):
        before, passive = links.auxiliary(at - 1 - (at > 1 and lowers[at - 2 : at] == ["found", "shot"]))
        if passive == "be":
            links.emit(links.subject(before), kind, f"state:{kind}", at)
            along_with(links, at, kind)
            return
        if lowers[at] == "dead" and links.emit(links.objects(at), kind, "active:killed:shot dead", at, agent=at - 1):
            return
    beside = links.beside(at)
    if beside and not _adjective(links, beside[-1], at):
        links.emit(beside, kind, f"state:{kind}", at)


_FOUND_DEAD = words("shot found left pulled dug pronounced declared brought picked discovered")


def _adjective(links: Links, index: int, at: int) -> bool:
    """ "many of the civilian dead": the noun only says which of the dead."""
    group = links.groups[index]
    before = links.lowers[group.start - 1] if group.start else ""
    return (
        group.shape == "single" and links.lowers[group.start] == "the" and group.end == at and before in ("of", "among", "for")
    )
