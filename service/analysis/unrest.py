"""People killed in riots, protests or fighting in a country where no war is known: the words of the count itself say so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.models import Figure

_OPENING = 500  # characters; further down unrest is mentioned in news of other things
_UNREST = re.compile(
    r"\b(?:unrest|riots?|rioting|protests?|protesters|demonstrations?|demonstrators?|clash(?:es|ed)?|fighting|uprising|mobs?"
    r"|massacred?|bloodshed|(?:in|during) (?:the |a )?(?:[\w-]+ )?crackdown"
    r"|(?<!domestic )(?<!sexual )(?<!knife )(?<!gun )(?<!fan )violence|war zone)\b",
    re.IGNORECASE,
)
_FLED_FROM = re.compile(r"\b(?:fighting|clashes|war zone|violence|shelling)\b", re.IGNORECASE)


def killed_in_unrest(title: str, figures: Sequence[Figure], harm_in_title: bool) -> bool:
    """Whether people died or fled in unrest by the words of a count at the beginning, or of a headline that tells of dead.

    "Thirty-two people have been killed this week" under "Protest death toll climbs" is such a count; a civilians' running total is one
    as well, since who counts civilians counts a war's dead.
    """
    live = [figure for figure in figures if figure.scope in ("current", "cumulative") and figure.start < _OPENING]
    dead = [figure for figure in live if figure.kind in ("killed", "wounded")]
    if dead and harm_in_title and _UNREST.search(title) is not None:
        return True
    if any(_UNREST.search(figure.quote) or _of_civilians(figure) for figure in dead):
        return True
    return any(figure.kind == "displaced" and _FLED_FROM.search(figure.quote) for figure in live)


def _of_civilians(figure: Figure) -> bool:
    return figure.role == "civilian" and figure.scope == "cumulative" and "civilians" in figure.quote.lower()
