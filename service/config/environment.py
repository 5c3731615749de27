"""Secrets from the environment: NAME, or NAME_FILE with the path of a file that holds it (as Docker hands them over).

No message of this module contains a value, only names of variables and paths of files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from service.config.problems import Problems, printable

_LARGEST = 64 * 1024  # bytes; a secret is short, a file beyond this is the wrong file


@dataclass(frozen=True, slots=True)
class Environment:
    """The environment of a process as handed in; ``secret`` is the only way to a value."""

    values: Mapping[str, str]
    problems: Problems

    def plain(self, name: str) -> str:
        """A variable that is no secret, without blanks around; empty where unset."""
        return self.values.get(name, "").strip()

    def has(self, name: str) -> bool:
        """Whether the variable or its _FILE twin is set; a file that is there and empty means unset, as an empty variable does."""
        if self.plain(name):
            return True
        path = self.plain(f"{name}_FILE")
        try:
            return bool(path) and bool(Path(path).read_bytes()[:_LARGEST].strip())
        except (OSError, ValueError):
            return True  # reading it will say what is wrong

    def secret(self, name: str) -> str:
        """The variable's value or the content of the file its twin names, without blanks around; empty where unset."""
        value, path = self.plain(name), self.plain(f"{name}_FILE")
        if value and path:
            self.wrong(f"{name} and {name}_FILE are both set; keep one of them")
            return ""
        return self._from_file(f"{name}_FILE", path) if path else self._one_line(name, value)

    def wrong(self, message: str) -> None:
        """Report a problem of the environment."""
        self.problems.add("environment", 0, message)

    def _from_file(self, name: str, path: str) -> str:
        place = printable(path)
        try:
            with Path(path).open("rb") as file:
                content = file.read(_LARGEST + 1)
            value = content.decode("utf-8-sig").strip()
        except (OSError, ValueError) as error:  # a NUL in the path and bytes that are no text are ValueErrors
            reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text, or the path is not one"
            self.wrong(f"{name} names {place}, which cannot be read: {reason}")
            return ""
        if len(content) > _LARGEST:
            self.wrong(f"{name} names {place}, which is larger than {_LARGEST // 1024} KiB; is it the right file?")
            return ""
        if not value:
            self.wrong(f"{name} names {place}, which is empty; write the secret into it")
            return ""
        return self._one_line(name, value)

    def _one_line(self, name: str, value: str) -> str:
        if value.isprintable():
            return value
        self.wrong(f"{name} holds a line break or a control character; allowed: one line of text")
        return ""
