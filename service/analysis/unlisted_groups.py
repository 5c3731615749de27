"""Armed groups that no list names, told by how such groups call themselves: "the Zomi Revolutionary Army", "the Kivu Freedom Brigade".

A name is a run of capitalised words that ends in a word for a force. Where the words before it leave no doubt ("Liberation Front") that
is enough; where parties and armies of states are called so too ("the Eastern Front", "the Conservative Party"), a word for fighters
must stand beside it. Initials given in brackets ("(EGTK)") stand for the group from then on.
"""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.languages.en.grammar import DETERMINERS, STOPPERS
from service.analysis.languages.en.people import SINGULAR
from service.analysis.languages.en.unlisted import (
    ARMED_KINDS,
    BESIDE,
    CLEAR,
    ENDINGS,
    FIGHTING,
    GENERIC,
    INTRODUCING,
    LEADING,
    NOT_GROUPS,
    SURE,
    UNCLEAR,
    WITHIN,
)
from service.analysis.mention import Mention
from service.analysis.text import Document, Sentence

LONGEST = 7  # words of a name before its ending
NEAR = 3  # tokens beside a name in which a word for fighters shows what it is
INITIALS = 8  # letters at most
_REPLACED = (
    "place",
    "country",
    "demonym",
    "people",
    "person",
    "capital",
    "keyword",
)  # kinds of names that can be a part of a group's


def with_unlisted_groups(document: Document, found: Sequence[Mention]) -> list[Mention]:
    """The names of a text and the unlisted groups in it, in order; a known name inside a group's gives way."""
    added: list[Mention] = []
    initials: dict[str, Mention] = {}
    for sentence in document.sentences:
        if INTRODUCING.isdisjoint(sentence.words) and ENDINGS.isdisjoint(sentence.words):
            continue
        texts, capitals = sentence.texts, sentence.capitals
        if not capitals and not INTRODUCING.isdisjoint(sentence.words):
            added += [_mention(document.text, sentence, *span, capitals=False) for span in _introduced(sentence)]
        for at, word in enumerate(sentence.lowers):
            if word in ENDINGS and _upper(texts[at]):
                span = _name(sentence, at, capitals=capitals)
                if span is not None and _is_armed(sentence.lowers, *span, at):
                    added.append(_mention(document.text, sentence, *span, capitals=capitals))
                    short = _short(texts, span[1])
                    if short:
                        initials.setdefault(short, added[-1])
    initials |= _of_listed(document.text, found)
    if not added and not initials:
        return list(found)
    known = [m for m in found if m.kind not in _REPLACED]
    added = [m for m in added if not any(m.start < k.end and k.start < m.end for k in known)]
    added += _by_initials(document, initials, [*found, *added])
    kept = [m for m in found if not any(m.start < a.end and a.start < m.end for a in added)]
    return sorted(kept + added, key=lambda mention: mention.start)


def _introduced(sentence: Sentence) -> list[tuple[int, int]]:
    """ "the militant group Lashkar-i-Noor": a name in capitals right behind the words that say what it is."""
    texts, lowers = sentence.texts, sentence.lowers
    spans = []
    for at in range(1, len(lowers) - 1):
        if lowers[at] in INTRODUCING and lowers[at - 1] in ARMED_KINDS and texts[at].islower():
            end = at + 1
            while end < len(lowers) and end - at < LONGEST and _proper(texts[end], lowers[end]):
                end += 1
            if end > at + 1:
                spans.append((at + 1, end))
    return spans


def _proper(text: str, lower: str) -> bool:
    return _upper(text) and text[0].isalpha() and lower not in STOPPERS and lower not in DETERMINERS


def _name(sentence: Sentence, at: int, *, capitals: bool) -> tuple[int, int] | None:
    """Where the name that ends in the word for a force at ``at`` begins and ends."""
    lowers = sentence.lowers
    begin = at
    while begin > 0 and at - begin < LONGEST and _part_of_name(sentence, begin - 1, capitals=capitals):
        begin -= 1
    while begin < at and _leads(lowers[begin]):
        begin += 1
    if begin == at or (capitals and (begin == 0 or lowers[begin - 1] not in BESIDE)):
        return None
    end = at + 1
    if end + 1 < len(lowers) and lowers[end] in ("of", "for") and not capitals:
        end = _complement(sentence, end)
    return begin, end


def _leads(word: str) -> bool:
    """Whether a word only leads to a name: "President of the Kivu Freedom Brigade", "Guerrillas of the …"."""
    return word in WITHIN or word in DETERMINERS or word in SINGULAR or word in FIGHTING or word in LEADING


def _part_of_name(sentence: Sentence, at: int, *, capitals: bool) -> bool:
    texts, word = sentence.texts, sentence.lowers[at]
    if word in WITHIN:
        before = sentence.lowers[at - 1] if at else ""
        return not capitals and at > 0 and (before in WITHIN or (_upper(texts[at - 1]) and before not in STOPPERS))
    return _upper(texts[at]) and word not in STOPPERS and texts[at][0].isalpha()


def _complement(sentence: Sentence, at: int) -> int:
    """ "… for the Liberation of X": where it ends."""
    texts, lowers = sentence.texts, sentence.lowers
    end = at + 1
    while end < len(texts) and end - at < LONGEST and (_upper(texts[end]) or lowers[end] in ("of", "the", "for")):
        end += 1
    while end > at and not _upper(texts[end - 1]):
        end -= 1
    return end if end > at + 1 else at


def _is_armed(lowers: list[str], begin: int, end: int, at: int) -> bool:
    words = lowers[begin : at + 1]
    if all(word in GENERIC or word in WITHIN for word in words[:-1]):
        return False  # "the Guerrilla Movement" is no name
    if " ".join(words) in NOT_GROUPS or " ".join(words[-2:]) in NOT_GROUPS:
        return False
    before = lowers[at - 1]
    if before == "'s" and at > 1:
        before = lowers[at - 2] + before
    if (before, lowers[at]) in UNCLEAR:
        return False
    if before in SURE and lowers[at] in CLEAR:
        return True
    beside = lowers[max(0, begin - NEAR) : begin] + lowers[end : end + NEAR]
    return not FIGHTING.isdisjoint(beside)


def _short(texts: list[str], end: int) -> str:
    """The initials in brackets or commas after a name: "(EGTK)"."""
    if end + 2 < len(texts) and texts[end] in ("(", "[", ",") and texts[end + 2] in (")", "]", ","):
        short = texts[end + 1]
        if 2 < len(short) <= INITIALS and short.isupper() and short.isalpha():
            return short
    return ""


def _of_listed(text: str, found: Sequence[Mention]) -> dict[str, Mention]:
    """The initials in brackets behind a listed group, where they are no name by themselves: "the Arakan Army (AA)"."""
    initials: dict[str, Mention] = {}
    for mention in found:
        if mention.kind == "group" and text[mention.end : mention.end + 2] == " (":
            short = text[mention.end + 2 : mention.end + 2 + INITIALS].split(")", maxsplit=1)[0]
            if len(short) > 1 and short.isalpha() and short.isupper():
                initials.setdefault(short, mention)
    return initials


def _by_initials(document: Document, initials: dict[str, Mention], taken: Sequence[Mention]) -> list[Mention]:
    """Every place where a group's initials stand alone and are no known name."""
    if not initials:
        return []
    spans = {mention.start for mention in taken}
    wanted = {short.lower() for short in initials}
    found = []
    for sentence in document.sentences:
        if wanted.isdisjoint(sentence.words):
            continue
        for at, text in enumerate(sentence.texts):
            group = initials.get(text)
            if group is not None and sentence.starts[at] not in spans:
                start, end = sentence.starts[at], sentence.ends[at]
                found.append(Mention(start, end, text, group.party, "group", group.country, (), None))
    return found


def _mention(text: str, sentence: Sentence, begin: int, end: int, *, capitals: bool) -> Mention:
    start, stop = sentence.starts[begin], sentence.ends[end - 1]
    words = " ".join(text[start:stop].split())
    return Mention(start, stop, text[start:stop], words.title() if capitals else words, "group", None, (), None)


def _upper(text: str) -> bool:
    return text[:1].isupper()
