"""What a headline itself says of the kind of text below it: a signed column, an editorial, an explanation, an older year."""

from __future__ import annotations

import re
from datetime import datetime

from service.analysis.text import Document

# "The truce is a beginning | Jane Roe": papers sign columns so in the headline of a feed
_SIGNED = re.compile(
    r"\|\s+[A-Z][\w.'’-]+(?: (?:de|van|von|al|bin|el|[A-Z][\w.'’-]*)){1,3}\s*$|\| (?:[A-Z]\w+ )?(?:[Ee]ditorial|Letters?)\s*$"
)
_EDITORIAL = re.compile(
    r"\W*(?:the )?(?:[a-z]+ ){1,3}view on\b|\W*(?:editorial|letters?|opinion|comment|leading article)\s*[:|–-]",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(r"\W*(?:who|what|why) (?:is|are|was|were)\b", re.IGNORECASE)


def signed(title: str) -> bool:
    """ "The truce is a beginning | Jane Roe"."""
    return _SIGNED.search(title) is not None


def editorial(title: str) -> bool:
    """ "The Courier view on the truce", "Letters: …"."""
    return _EDITORIAL.match(title) is not None


def explained(title: str) -> bool:
    """ "Who are the Houthis?"."""
    return _EXPLAINED.match(title) is not None


_YEAR = re.compile(r"(?<!since )(?<!from )(?<!\bat )(?<!about )\b(?:19|20)\d\d\b")


def old_year(document: Document, title: str, published: datetime | None) -> float:
    """Whether headline or first sentence date what they tell to an earlier year, and to none of today."""
    if published is None or not document.sentences:
        return 0.0
    years = [int(year) for year in _YEAR.findall(f"{title} {document.sentences[0].plain}".lower())]
    return float(bool(years) and max(years) < published.year)
