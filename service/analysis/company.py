"""Who shared the fate of those named: "X was killed along with two of his guards", "a woman was killed together with her daughter"."""

from __future__ import annotations

from service.analysis.languages.en.grammar import POSSESSIVES
from service.analysis.languages.en.harm import INTRANSITIVE, TRANSITIVE
from service.analysis.languages.en.people import KIN
from service.analysis.linking import Links
from service.models import Kind, Relation


def along_with(links: Links, at: int, kind: Kind) -> None:
    """ "X was killed near his home, along with two of his guards": the company shares the fate."""
    lowers = links.lowers
    for position in range(at + 1, min(at + 24, len(lowers) - 2)):
        word = lowers[position]
        if word in (";", ".", ":") or word in TRANSITIVE or word in INTRANSITIVE:
            return
        size = _company(links, position)
        if size:
            start = position + size
            index = links.by_start.get(start)
            if index is None:
                index = links.by_start.get(start + 1)
            if index is not None and not _both(links, index, kind, at):
                relation: Relation = "increment" if _of_several(links, index, kind, at) else "total"
                links.emit(links.chain_from(index), kind, f"along with:{kind}", at, relation=relation)
            return


def _of_several(links: Links, index: int, kind: Kind, at: int) -> bool:
    """ "seven tourists were abducted along with their driver": he comes on top of the seven."""
    company = links.groups[index]
    several = any(h.at == at and h.kind == kind and h.group.shape == "counted" and (h.group.low or 0) > 1 for h in links.found)
    return several and company.shape == "single" and "their" in links.lowers[company.start - 1 : company.end]


def _both(links: Links, index: int, kind: Kind, at: int) -> bool:
    """ "a woman was killed together with her daughter": two, told as one; whether the two are single people alike."""
    company = links.groups[index]
    last = links.found[-1] if links.found else None
    if last is None or last.at != at or last.kind != kind or (index, kind) in links.taken or len(links.chain_from(index)) > 1:
        return False
    if any(company.start <= first < company.end and m.party for first, _, m in links.reading.mentions):
        return False  # "a reporter was abducted along with a British translator": two sides
    if {company.shape, last.group.shape} != {"single"} or last.group.low != 1 or last.group.role != company.role:
        return False
    links.taken.add((index, kind))
    links.found[-1] = last._replace(group=last.group._replace(low=2, high=2))
    return True


def _company(links: Links, position: int) -> int:
    """How many words at a position introduce company in the same fate, 0 for none."""
    words_here = links.lowers[position : position + 3]
    if words_here == ["as", "well", "as"]:
        return 3
    if words_here[1:2] == ["with"] and words_here[0] in ("along", "together"):
        return 2
    kin = links.by_start.get(position + 1)
    return 1 if words_here[0] == "with" and kin is not None and _kin(links, kin) else 0


def _kin(links: Links, index: int) -> bool:
    """ "with his father", "with two of her children"."""
    group = links.groups[index]
    owned = not POSSESSIVES.isdisjoint(links.lowers[group.start : group.end])
    return owned and group.head in KIN
