"""The furniture rules of residue.toml, compiled: data that says what a line of page furniture looks like."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

# Longer lines are prose whatever they begin with; captions with credits have a limit of their own in the data.
MAX_LINE = 320

_PIECE = re.compile(r"@([A-Z_]{2,20})@")


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of furniture: ``pattern`` is tried on a stripped line of at most ``longest`` characters."""

    name: str
    pattern: re.Pattern[str]
    longest: int


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules by where they apply; see the head of residue.toml for what each place means."""

    line: tuple[Rule, ...]
    announce: tuple[Rule, ...]
    section: tuple[Rule, ...]
    before: tuple[Rule, ...]
    after: tuple[Rule, ...]


@cache
def rule_book() -> RuleBook:
    """The rules, compiled on first use (20 ms)."""
    with files("service.articles").joinpath("residue.toml").open("rb") as stream:
        data = tomllib.load(stream)
    rules: dict[str, list[Rule]] = {"line": [], "announce": [], "section": [], "before": [], "after": []}
    for entry in data["rule"]:
        rules[entry["place"]].append(_compiled(entry, data["pieces"]))
    return RuleBook(**{place: tuple(found) for place, found in rules.items()})


def _compiled(entry: Mapping[str, Any], pieces: Mapping[str, str]) -> Rule:
    """One pattern for all of a rule's; those for whole lines and headings must match to the end."""
    pattern = "|".join(f"(?:{_expanded(one, pieces)})" for one in entry["patterns"])
    if entry["place"] in {"line", "section"}:
        pattern = rf"(?:{pattern})\Z"
    glued = entry["place"] in {"before", "after"}
    flags = re.NOFLAG if entry.get("case", False) else re.IGNORECASE
    return Rule(entry["name"], re.compile(pattern, flags), 10**9 if glued else entry.get("longest", MAX_LINE))


def _expanded(pattern: str, pieces: Mapping[str, str]) -> str:
    """The pattern with its @PIECES@ put in, pieces of pieces included."""
    while _PIECE.search(pattern):
        pattern = _PIECE.sub(lambda match: pieces[match.group(1)], pattern)
    return pattern
