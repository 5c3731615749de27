"""What is wrong with a configuration: collected over all files, then raised as one ConfigError in the order of the files."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from service.errors import ConfigError

_SHOWN = 40  # more than this in one message helps nobody
_FOUND_CHARS = 60


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake; ``line`` is 0 where it belongs to a whole file or to the environment."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}"


@dataclass(slots=True)
class Problems:
    """Collects problems while everything is read, so that one run shows all of them."""

    found: list[Problem] = field(default_factory=list)

    def add(self, file: Path | str, line: int, message: str) -> None:
        self.found.append(Problem(printable(str(file)), line, message))

    def raise_any(self) -> None:
        """Raise a ConfigError that lists every problem, one a line; nothing where there is none."""
        if not self.found:
            return
        files = list(dict.fromkeys(problem.file for problem in self.found))
        problems = sorted(dict.fromkeys(self.found), key=lambda problem: (files.index(problem.file), problem.line))
        lines = [str(problem) for problem in problems[:_SHOWN]]
        if len(problems) > _SHOWN:
            lines.append(f"… and {len(problems) - _SHOWN} more")
        if len(problems) > 1:
            lines.insert(0, f"{len(problems)} problems in the configuration:")
        raise ConfigError("\n".join(lines))


def printable(text: str) -> str:
    """The text with everything that does not print (control, bidi, surrogate characters) as escapes."""
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in text)


def shown(value: object) -> str:
    """A value as an error may show it: escaped and cut to about 60 characters."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        words = value if len(value) <= _FOUND_CHARS else value[: _FOUND_CHARS - 1] + "…"
        return '"' + printable(words).replace('"', '\\"') + '"'
    if isinstance(value, list):
        return f"an array of {len(value)}"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, int) and abs(value) > 10**_FOUND_CHARS:
        return "a very large number"
    return printable(str(value))[:_FOUND_CHARS]


def listed(allowed: Iterable[str], limit: int = 30) -> str:
    """Allowed values for a message: all of them, or the first ones and how many more there are."""
    names = list(allowed)
    rest = f" … ({len(names) - limit} more)" if len(names) > limit else ""
    return ", ".join(names[:limit]) + rest


def nearest(word: str, allowed: Iterable[str]) -> str:
    """`` Did you mean …?`` with the nearest allowed word, or nothing where none is near."""
    if len(word) > 200:  # difflib is quadratic
        return ""
    by_folded: dict[str, str] = {}
    for name in allowed:
        by_folded.setdefault(name.casefold(), name)
    near = difflib.get_close_matches(word.casefold().strip(), by_folded, n=1, cutoff=0.6)
    return f" Did you mean {by_folded[near[0]]}?" if near else ""
