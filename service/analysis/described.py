"""What a person known by name is, told elsewhere in the article: "journalist Jane Roe", "Jane Roe, a teacher"."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.languages.en.grammar import STOPPERS
from service.analysis.languages.en.people import PLURAL, ROLE_MODIFIERS, SINGULAR
from service.analysis.text import Document
from service.models import Role

MOST_SENTENCES = 12  # with the name in them; who is described at all is described early
_BEFORE = 4  # words from an office to the surname: "photographer Maria Elena Ruiz"
_AFTER = 8  # words from the surname to what it is: ", 34, a freelance reporter"


def role_by_name(document: Document, surname: str) -> Role:
    """The role of the noun that stands beside a surname (small letters) anywhere in a document.

    Without one a civilian: of a fighter by name an article says at once that he was one.
    """
    seen = 0
    for sentence in document.sentences:
        if surname not in sentence.words:
            continue
        seen += 1
        if seen > MOST_SENTENCES:
            break
        lowers = sentence.lowers
        for position, word in enumerate(lowers):
            if word == surname:
                role = _beside(lowers, position)
                if role != "unknown":
                    return role
    return "civilian"


def _beside(lowers: Sequence[str], position: int) -> Role:
    for word in reversed(lowers[max(0, position - _BEFORE) : position]):
        if word in STOPPERS or word in PLURAL or not word[0].isalpha():
            break
        if word in SINGULAR and SINGULAR[word] != "unknown":
            return SINGULAR[word]
    return _after(lowers, position + 1)


def _after(lowers: Sequence[str], start: int) -> Role:
    """ "Roe, 34, a reporter for …"; the first noun of people decides, with the word before it ("a police officer")."""
    if lowers[start : start + 1] != [","] or {"a", "an", "the"}.isdisjoint(lowers[start + 1 : start + 4]):
        return "unknown"
    hint: Role = "unknown"
    for word in lowers[start + 1 : start + _AFTER]:
        if word in SINGULAR and word != "veteran":  # "a veteran dissident"
            return hint if SINGULAR[word] == "unknown" else SINGULAR[word]
        hint = ROLE_MODIFIERS.get(word, hint)
        if word in ("who", "was", "were", "said", "whose", "and"):
            break
    return "unknown"
