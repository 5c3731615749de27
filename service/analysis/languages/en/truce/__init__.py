"""How English news speaks of a ceasefire: its names, and the rules that tell its status, in the order in which they decide."""

from __future__ import annotations

from service.analysis.languages.en.truce import (
    breached,
    conditional,
    ended,
    exists,
    extended,
    holding,
    made,
    named,
    rejected,
    wanted,
)
from service.analysis.languages.en.truce.rule import Rule

# A word that decided once decides nothing else, so the order of the families is part of their meaning.
RULES: tuple[Rule, ...] = (
    *conditional.RULES,
    *breached.RULES,
    *ended.RULES,
    *rejected.RULES,
    *extended.RULES,
    *wanted.RULES,
    *holding.RULES,
    *made.RULES,
    *exists.RULES,
    *named.RULES,
)

__all__ = ["RULES", "Rule"]
