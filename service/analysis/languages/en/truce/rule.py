"""A rule of what a sentence says of a ceasefire.

A rule's pattern is matched against one sentence in lower case with single blanks, quotation marks left out, the ceasefire in
question written ``@`` and any other one ``%``. ``<1>`` to ``<12>`` stand for a gap of up to that many words without crossing
a semicolon or another ceasefire, ``<1,>`` and so on for one that does not cross a comma either, ``<1!>`` and ``<1~>`` for
one that does not enter another clause (``~``: or another phrase of time). All gaps are bounded,
so no pattern can backtrack far. The group ``c`` is the cue: a word that decided once decides nothing else, so rules that
need more words stand before those that need fewer. A rule without a status only takes its cue out of the reading.
"""

from __future__ import annotations

from typing import NamedTuple

from service.models import CeasefireStatus


class Rule(NamedTuple):
    """One way of saying something of a ceasefire, with a sentence it catches."""

    name: str
    status: CeasefireStatus | None
    pattern: str
    example: str
    weak: bool = False  # only counts where nothing else is said of this ceasefire
    violence: bool = False  # only where the sentence tells of violence
    bare: bool = False  # only counts where the article says nothing else of any ceasefire
