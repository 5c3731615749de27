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
    BESIDE,
    CLEAR,
    ENDINGS,
    FIGHTING,
    GENERIC,
    LEADING,
    NOT_GROUPS,
    SURE,
    UNCLEAR,
    WITHIN,
)
from service.analysis.mention import Mention
from service.analysis.text import Document, Sentence, Token

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
        if ENDINGS.isdisjoint(sentence.words):
            continue
        tokens, capitals = sentence.tokens, sentence.capitals
        for at, token in enumerate(tokens):
            if token.lower in ENDINGS and _upper(token):
                span = _name(tokens, at, capitals=capitals)
                if span is not None and _is_armed(tokens, *span, at):
                    added.append(_mention(document.text, sentence, *span, capitals=capitals))
                    short = _short(tokens, span[1])
                    if short:
                        initials.setdefault(short, added[-1])
    if not added:
        return list(found)
    known = [m for m in found if m.kind not in _REPLACED]
    added = [m for m in added if not any(m.start < k.end and k.start < m.end for k in known)]
    added += _by_initials(document, initials, [*found, *added]) if added else []
    kept = [m for m in found if not any(m.start < a.end and a.start < m.end for a in added)]
    return sorted(kept + added, key=lambda mention: mention.start)


def _name(tokens: Sequence[Token], at: int, *, capitals: bool) -> tuple[int, int] | None:
    """Where the name that ends in the word for a force at ``at`` begins and ends."""
    begin = at
    while begin > 0 and at - begin < LONGEST and _part_of_name(tokens, begin - 1, capitals=capitals):
        begin -= 1
    while begin < at and _leads(tokens[begin].lower):
        begin += 1
    if begin == at or (capitals and (begin == 0 or tokens[begin - 1].lower not in BESIDE)):
        return None
    end = at + 1
    if tokens[end : end + 2] and tokens[end].lower in ("of", "for") and end + 1 < len(tokens) and not capitals:
        end = _complement(tokens, end)
    return begin, end


def _leads(word: str) -> bool:
    """Whether a word only leads to a name: "President of the Kivu Freedom Brigade", "Guerrillas of the …"."""
    return word in WITHIN or word in DETERMINERS or word in SINGULAR or word in FIGHTING or word in LEADING


def _part_of_name(tokens: Sequence[Token], at: int, *, capitals: bool) -> bool:
    token = tokens[at]
    if token.lower in WITHIN:
        before = tokens[at - 1].lower if at else ""
        return not capitals and at > 0 and (before in WITHIN or (_upper(tokens[at - 1]) and before not in STOPPERS))
    return _upper(token) and token.lower not in STOPPERS and token.text[0].isalpha()


def _complement(tokens: Sequence[Token], at: int) -> int:
    """ "… for the Liberation of X": where it ends."""
    end = at + 1
    while end < len(tokens) and end - at < LONGEST and (_upper(tokens[end]) or tokens[end].lower in ("of", "the", "for")):
        end += 1
    while end > at and not _upper(tokens[end - 1]):
        end -= 1
    return end if end > at + 1 else at


def _is_armed(tokens: Sequence[Token], begin: int, end: int, at: int) -> bool:
    words = [token.lower for token in tokens[begin : at + 1]]
    if all(word in GENERIC or word in WITHIN for word in words[:-1]):
        return False  # "the Guerrilla Movement" is no name
    if " ".join(words) in NOT_GROUPS or " ".join(words[-2:]) in NOT_GROUPS:
        return False
    before = tokens[at - 1].lower
    if before == "'s" and at > 1:
        before = tokens[at - 2].lower + before
    if (before, tokens[at].lower) in UNCLEAR:
        return False
    if before in SURE and tokens[at].lower in CLEAR:
        return True
    beside = [token.lower for token in (*tokens[max(0, begin - NEAR) : begin], *tokens[end : end + NEAR])]
    return not FIGHTING.isdisjoint(beside)


def _short(tokens: Sequence[Token], end: int) -> str:
    """The initials in brackets or commas after a name: "(EGTK)"."""
    if end + 2 < len(tokens) and tokens[end].text in ("(", "[", ",") and tokens[end + 2].text in (")", "]", ","):
        short = tokens[end + 1].text
        if 2 < len(short) <= INITIALS and short.isupper() and short.isalpha():
            return short
    return ""


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
        for token in sentence.tokens:
            group = initials.get(token.text)
            if group is not None and token.start not in spans:
                found.append(
                    Mention(token.start, token.end, token.text, group.party, "group", group.country, (), None)
                )  # fmt: skip
    return found


def _mention(text: str, sentence: Sentence, begin: int, end: int, *, capitals: bool) -> Mention:
    tokens = sentence.tokens
    start, stop = tokens[begin].start, tokens[end - 1].end
    words = " ".join(text[start:stop].split())
    return Mention(start, stop, text[start:stop], words.title() if capitals else words, "group", None, (), None)


def _upper(token: Token) -> bool:
    return token.text[:1].isupper()
