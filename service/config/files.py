"""config/*.toml as bytes -> a Table with line numbers; what cannot be read or is not TOML is a problem with its line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from service.config.positions import key_lines
from service.config.problems import Problems, printable
from service.config.tables import Table

_LARGEST = 16 * 1024 * 1024  # bytes; a configuration beyond this is a mistake (a log, a dump)
_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")
_TWICE = re.compile(r"Cannot declare \((.+)\) twice")
_LONG_NUMBER = re.compile(r"[0-9_]{1000,}")


def read_table(path: Path, problems: Problems, *, missing: str = "") -> Table | None:
    """Read one file; None where it cannot be used (reported) or is missing (reported only with a ``missing`` advice)."""
    text = _read_text(path, problems, missing)
    if text is None:
        return None
    try:
        values = tomllib.loads(text)
        lines = key_lines(text)
    except tomllib.TOMLDecodeError as error:
        problems.add(path, _error_line(str(error), text), f"is not valid TOML: {_plain(str(error))}")
    except RecursionError:
        problems.add(path, 0, "is not usable: brackets are nested too deeply")
    except ValueError:  # int() refuses numbers of more than 4,300 digits
        long = _LONG_NUMBER.search(text)
        problems.add(path, _line_of(text, long.start()) if long else 0, "is not usable: a number is too long or not a number")
    else:
        return Table(path, values, lines, problems)
    return None


def _read_text(path: Path, problems: Problems, missing: str) -> str | None:
    try:
        if path.is_file() and path.stat().st_size > _LARGEST:
            problems.add(path, 0, f"is larger than {_LARGEST // 2**20} MiB, so it cannot be a configuration file")
            return None
        content = path.read_bytes()
    except FileNotFoundError:
        if missing:
            problems.add(path, 0, f"is missing; {missing}")
        return None
    except OSError as error:
        problems.add(path, 0, f"cannot be read: {error.strerror or type(error).__name__}")
        return None
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")  # editors on Windows put a mark before the first line
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problems.add(path, line, "is not UTF-8 text; save the file with the encoding UTF-8")
        return None


def _error_line(message: str, text: str) -> int:
    found = _AT_LINE.search(message)
    return int(found[1]) if found else text.rstrip().count("\n") + 1


def _plain(message: str) -> str:
    """tomllib's words without its place (the line stands before the message) and without foreign control characters."""
    if twice := _TWICE.match(message):
        table = ".".join(re.findall(r"'([^']+)'", twice[1]))
        return printable(f"[{table}] stands here a second time; write its options under the first one")
    found = _AT_LINE.search(message)
    column = f", column {found[2]}" if found else ""
    words = _AT_LINE.sub("", message).replace("(at end of document)", "at the end of the file").strip()
    return printable(f"{words}{column}")


def _line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
