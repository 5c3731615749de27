"""Where each key and array element of a TOML text stands: tomllib reads values but forgets their lines.

Only valid TOML is handed in (tomllib has accepted it before), so the scan follows the grammar of TOML 1.0 without
checking it: https://toml.io/en/v1.0.0.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

TomlPath = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\n]*")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}' + r"|'''.*?'{3,5}" + r'|"(?:[^"\\\n]|\\.)*"' + r"|'[^'\n]*'",
    re.DOTALL,
)


def key_lines(text: str) -> Mapping[TomlPath, int]:
    """Line (from 1) of every table, key and array element of a valid TOML text, by path: ``("feed", 3, "url")``."""
    return _Scan(text).run()


class _Scan:
    """One pass over one text; ``at`` is the next character, ``lines`` what was found so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line = 1
        self.counted = 0  # up to where newlines are in ``line``
        self.lines: dict[TomlPath, int] = {(): 1}
        self.arrays: dict[TomlPath, int] = {}  # tables in each [[array]] so far

    def run(self) -> dict[TomlPath, int]:
        table: TomlPath = ()
        self._skip(_BLANK)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip(_BLANK)
        return self.lines

    def _skip(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        taken = found.group() if found else ""
        self.at += len(taken)
        return taken

    def _note(self, path: TomlPath) -> None:
        self.line += self.text.count("\n", self.counted, self.at)
        self.counted = self.at
        self.lines.setdefault(path, self.line)

    def _header(self) -> TomlPath:
        many = self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        path = self._current(self._keys())
        self.at += 2 if many else 1
        if many:
            number = self.arrays.get(path, 0)
            self.arrays[path] = number + 1
            self._note(path)
            path = (*path, number)
        self._note(path)
        return path

    def _current(self, keys: list[str]) -> TomlPath:
        """A header's path: each array of tables on the way means its last table so far."""
        path: TomlPath = ()
        for place, key in enumerate(keys):
            path = (*path, key)
            if place < len(keys) - 1 and path in self.arrays:
                path = (*path, self.arrays[path] - 1)
        return path

    def _keys(self) -> list[str]:
        keys = []
        while True:
            self._skip(_SPACE)
            quoted = self._skip(_STRING)
            keys.append(tomllib.loads(f"k = {quoted}")["k"] if quoted else self._skip(_BARE_KEY))
            self._skip(_SPACE)
            if not self.text.startswith(".", self.at):
                return keys
            self.at += 1

    def _pair(self, table: TomlPath) -> None:
        path = table
        before = self.at
        for key in self._keys():
            path = (*path, key)
            self._note(path)
        self.at += 1  # the equals sign
        self._skip(_SPACE)
        self._value(path)
        self.at = max(self.at, before + 1)  # whatever the text is, the scan ends

    def _value(self, path: TomlPath) -> None:
        opening = self.text[self.at : self.at + 1]
        if opening == "[":
            self._members(path, "]")
        elif opening == "{":
            self._members(path, "}")
        elif not self._skip(_STRING):
            self._skip(_SCALAR)

    def _members(self, path: TomlPath, closing: str) -> None:
        self.at += 1
        number = 0
        self._skip(_BLANK)
        while self.at < len(self.text) and self.text[self.at] != closing:
            before = self.at
            if closing == "]":
                self._note((*path, number))
                self._value((*path, number))
                number += 1
            else:
                self._pair(path)
            self._skip(_BLANK)
            if self.text.startswith(",", self.at):
                self.at += 1
                self._skip(_BLANK)
            self.at = max(self.at, before + 1)
        self.at += 1
