"""One TOML table as it is read: every value is asked for by name, type and range, and what is left over is unknown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from service.config.positions import TomlPath
from service.config.problems import Problems, listed, nearest, shown

Check = Callable[[str], str | None]
"""Says what is wrong with a text ("needs …"), or None."""

Choice = TypeVar("Choice", bound=str)

_SECONDS = {"s": 1, "sec": 1, "second": 1, "m": 60, "min": 60, "minute": 60, "h": 3600, "hour": 3600, "d": 86400, "day": 86400}
_BYTES = {"b": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9, "kib": 2**10, "mib": 2**20, "gib": 2**30}
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,127}")
_AMOUNT = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,6})?) ?([a-z]{1,7})", re.IGNORECASE)


@dataclass(slots=True)
class Table:
    """A table of one file with the lines of its keys; each reader takes a key's value or reports why it cannot be used.

    After a problem the default is returned, so that reading goes on and every problem is found in one run.
    """

    file: Path
    values: dict[str, Any]
    lines: Mapping[TomlPath, int]
    problems: Problems
    path: TomlPath = ()
    title: str = ""  # how messages call it: "[poll]", "[[feed]] \"BBC\""
    known: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)  # secrets in the file, reported already

    # --- where things are, and saying what is wrong with them

    def line(self, *key: str | int) -> int:
        """Line of a key, of an element of it, or of the table itself; the nearest enclosing one that is known."""
        path = (*self.path, *key)
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def wrong(self, key: str | int, message: str, *more: str | int) -> None:
        """Report a problem of one key."""
        name = f"{self.title}: {key}" if self.title else str(key)
        self.problems.add(self.file, self.line(key, *more), f"{name}: {message}")

    def found(self, key: str, value: object, allowed: str, *more: str | int) -> None:
        """Report a value that is not allowed, and what is."""
        self.wrong(key, f"found {shown(value)}; allowed: {allowed}", *more)

    def has(self, key: str) -> bool:
        return key in self.values

    def _take(self, key: str) -> Any:
        if key not in self.known:
            self.known.append(key)
        return self.values.get(key)

    def finish(self) -> None:
        """Report every key that nobody asked for."""
        for key in self.values:
            if key not in self.known and key not in self.refused:
                near = nearest(key, self.known)
                message = f"unknown key {shown(key)}.{near} Known here: {listed(self.known)}"
                name = f"{self.title}: " if self.title else ""
                self.problems.add(self.file, self.line(key), f"{name}{message}")

    def refuse_secret(self, key: str, instead: str, variable: str) -> None:
        """Report a secret that stands in the file itself, without showing it."""
        if self._take(key) is not None:
            self.wrong(
                key,
                f"secrets do not belong in this file, which gets copied and committed; remove the line, put the value into the "
                f"environment variable {variable} (or a file named by {variable}_FILE)"
                + (f' and write {instead} = "{variable}"' if instead not in self.values else ""),
            )
            self.known.remove(key)
            self.refused.append(key)

    # --- values

    def text(self, key: str, default: str | None = None, *, check: Check | None = None, longest: int = 2000) -> str:
        """A text without surrounding blanks; required where there is no default."""
        value = self._take(key)
        if value is None:
            if default is None:
                near = nearest(key, [name for name in self.values if name not in self.known])
                self.wrong(key, f'is missing; give {key} = "…".{near and near + " (a key that is there)"}')
            return default or ""
        if not isinstance(value, str):
            self.found(key, value, 'a text in quotes, like "…"')
            return default or ""
        wrong = _text_problem(value, longest) or (check(value.strip()) if check else None)
        if wrong:
            self.wrong(key, f"found {shown(value)}; {wrong}")
            return default or ""
        return value.strip()

    def variable(self, key: str, default: str) -> str:
        """The name of an environment variable; what stands there instead is not shown, it may be the secret itself."""
        value = self._take(key)
        if value is None:
            return default
        if isinstance(value, str) and _VARIABLE.fullmatch(value.strip()):
            return value.strip()
        self.wrong(
            key, f'is not the name of an environment variable; write {key} = "{default}" and put the value into {default}'
        )
        return default

    def choice(self, key: str, default: Choice, allowed: Iterable[Choice]) -> Choice:
        """One of a few words."""
        value = self._take(key)
        if value is None:
            return default
        for word in allowed:
            if value == word:
                return word
        near = nearest(value, allowed) if isinstance(value, str) else ""
        self.found(key, value, listed(allowed) + "." * bool(near) + near)
        return default

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self._take(key)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self.found(key, value, "true, false (without quotes)")
        return default

    def integer(self, key: str, default: int, low: int, high: int) -> int:
        """A whole number in a range, both ends included."""
        value = self._take(key)
        if value is None:
            return default
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        self.found(key, value, f"a whole number from {low} to {high}")
        return default

    def number(self, key: str, default: float, low: float, high: float) -> float:
        """A number in a range, both ends included; not a number and infinity are outside every range."""
        value = self._take(key)
        if value is None:
            return default
        if isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high:
            return float(value)
        self.found(key, value, f"a number from {low:g} to {high:g}")
        return default

    def seconds(self, key: str, default: float, low: float, high: float) -> float:
        """A duration in seconds; also as text with a unit: "90 s", "2 min", "1 h", "7 days"."""
        amount = self._amount(key, _SECONDS)
        if amount is None:
            return default
        if isinstance(amount, float) and low <= amount <= high:
            return amount
        allowed = f'{low:g} to {high:g} seconds, as a number or like "90 s", "2 min", "1 h", "7 days"'
        self.found(key, self.values[key], allowed)
        return default

    def size(self, key: str, default: int, low: int, high: int) -> int:
        """A number of bytes; also as text with a unit: "500 kB", "10 MiB"."""
        amount = self._amount(key, _BYTES)
        if amount is None:
            return default
        if isinstance(amount, float) and low <= amount <= high:
            return int(amount)
        self.found(key, self.values[key], f'{low} to {high} bytes, as a number or like "500 kB", "10 MiB"')
        return default

    def _amount(self, key: str, units: Mapping[str, int]) -> float | str | None:
        """None: not given; a float: the amount; a text: not an amount."""
        value = self._take(key)
        if value is None:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value) if abs(value) < 1e18 else "too large"
        parts = _AMOUNT.fullmatch(value.strip()) if isinstance(value, str) else None
        if not parts:
            return "not an amount"
        unit = parts[2].lower()
        factor = units.get(unit) or units.get(unit.removesuffix("s"))
        return float(parts[1]) * factor if factor else "no such unit"

    def texts(
        self, key: str, default: tuple[str, ...] = (), *, check: Check | None = None, longest: int = 200
    ) -> tuple[str, ...]:
        """An array of different texts."""
        value = self._take(key)
        if value is None:
            return default
        if not isinstance(value, list):
            self.found(key, value, 'an array of texts, like ["…", "…"]')
            return default
        taken: list[str] = []
        for place, item in enumerate(value):
            wrong = 'allowed: a text in quotes, like "…"'
            if isinstance(item, str):
                wrong = _text_problem(item, longest) or (check(item.strip()) if check else None) or ""
                if not wrong and item.strip() in taken:
                    wrong = "it is in this array already; remove one"
            if wrong:
                self.wrong(key, f"found {shown(item)}; {wrong}", place)
            else:
                taken.append(item.strip())
        return tuple(taken)

    # --- tables in it

    def table(self, key: str, title: str) -> Table:
        """The table under a key, empty where there is none."""
        value = self._take(key)
        if value is not None and not isinstance(value, dict):
            self.found(key, value, f"a table: a line {title} with its keys under it")
        return self._inner(value if isinstance(value, dict) else {}, (key,), title)

    def tables(self, key: str, title: str) -> list[Table]:
        """The tables of an array of tables, none where there is none."""
        value = self._take(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.found(key, value, f"tables: a line {title} before the keys of each (two brackets, not one)")
            return []
        return [self._inner(item, (key, place), title) for place, item in enumerate(value)]

    def _inner(self, values: dict[str, Any], key: tuple[str | int, ...], title: str) -> Table:
        return Table(self.file, values, self.lines, self.problems, (*self.path, *key), title)


def one_of(allowed: Iterable[str] | None) -> Check:
    """A check for texts() and text(): the value is one of these; with None everything is."""
    if allowed is None:
        return lambda _value: None
    names = tuple(allowed)

    def check(value: str) -> str | None:
        if value in names:
            return None
        near = nearest(value, names)
        return f"allowed: {listed(names) or '(none)'}{'.' if near else ''}{near}"

    return check


def _text_problem(value: str, longest: int) -> str | None:
    if not value.strip():
        return "it is empty; write something between the quotes or remove the line"
    if len(value) > longest:
        return f"it has {len(value)} characters; allowed: at most {longest}"
    if any(ord(letter) < 32 or ord(letter) == 127 for letter in value):
        return "it holds a control character or a line break; allowed: one line of plain text"
    return None
