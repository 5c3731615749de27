"""config/feeds.toml edited in place: every comment and blank line of its owner stays as it is.

The text is edited by lines and then read again: where it does not say exactly what was meant, nothing is written.
"""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import tomlkit

from service.config import checks
from service.errors import ConfigError, UsageError
from service.models import Feed

_HEADER = re.compile(r"\s*\[\[\s*(?:feed|\"feed\"|'feed')\s*\]\]\s*(?:#.*)?")
_ANY_HEADER = re.compile(r"\s*\[")
_NO_CONTENT = re.compile(r"\s*(?:#.*)?")
_BASE = Feed("", "")


def add_feed(path: Path, feed: Feed) -> None:
    """Append a feed; UsageError where its address or name is there already, ConfigError where the file cannot be used."""
    if found := add_feeds(path, [feed]):
        raise UsageError(found[0])


def add_feeds(path: Path, feeds: Sequence[Feed]) -> tuple[str, ...]:
    """Append those feeds whose address and name are new, all in one write; returns in words which were left out."""
    text = _text(path) if path.exists() else ""
    present = _feeds(text, path)
    urls = {checks.same_url(str(feed.get("url", ""))): str(feed.get("name", "")) for feed in present}
    names = {str(feed.get("name", "")).casefold(): str(feed.get("url", "")) for feed in present}
    left_out: list[str] = []
    new: list[Feed] = []
    for feed in feeds:
        if (same := checks.same_url(feed.url)) in urls:
            left_out.append(f"{feed.url} is in {path} already, as {urls[same]}")
        elif (name := feed.name.casefold()) in names:
            left_out.append(f"{path} has a feed named {feed.name} already ({names[name]}); give {feed.url} another name")
        else:
            urls[same], names[name] = feed.name, feed.url
            new.append(feed)
    if new:
        edited = text + ("" if not text or text.endswith("\n") else "\n") + "".join(_block(feed) for feed in new)
        _write(path, edited.lstrip("\n"), expected=[*present, *(_values(feed) for feed in new)])
    return tuple(left_out)


def remove_feed(path: Path, url: str) -> None:
    """Take out the feed with this address (or name); UsageError where there is none."""
    text = _text(path)
    present = _feeds(text, path)
    wanted = [
        place
        for place, feed in enumerate(present)
        if checks.same_url(str(feed.get("url", ""))) == checks.same_url(url) or str(feed.get("name", "")) == url
    ]
    if not wanted:
        raise UsageError(f"{url} is not in {path}; `escalation-watch feeds list` shows what is")
    lines = text.splitlines(keepends=True)
    starts = [number for number, line in enumerate(lines) if _HEADER.fullmatch(line.rstrip("\r\n"))]
    if len(starts) != len(present):
        raise ConfigError(f"{path} does not write each feed as a [[feed]] table of its own; take {url} out by hand")
    start = starts[wanted[0]]
    before, rest = lines[:start], _rest(lines, start)
    while not rest and before and not before[-1].strip():
        before.pop()
    kept = before + rest
    _write(path, "".join(kept), expected=[feed for place, feed in enumerate(present) if place != wanted[0]])


def _rest(lines: list[str], start: int) -> list[str]:
    """What follows a feed's table: after its last key, and after comments that stand directly below it."""
    end = next((n for n in range(start + 1, len(lines)) if _ANY_HEADER.match(lines[n])), len(lines))
    last = max((n for n in range(start, end) if not _NO_CONTENT.fullmatch(lines[n].rstrip("\r\n"))), default=start)
    end_of_block = last + 1
    while end_of_block < end and lines[end_of_block].strip():
        end_of_block += 1
    if start == 0 or not lines[start - 1].strip():  # one blank line where two would meet
        while end_of_block < len(lines) and not lines[end_of_block].strip():
            end_of_block += 1
    return lines[end_of_block:]


def _block(feed: Feed) -> str:
    written = (f"{key} = {tomlkit.item(value).as_string()}\n" for key, value in _values(feed).items())
    return f"\n[[feed]]\n{''.join(written)}"


def _values(feed: Feed) -> dict[str, Any]:
    values: dict[str, Any] = {"name": feed.name, "url": feed.url, "trust": feed.trust, "language": feed.language}
    if feed.fetch_pages != _BASE.fetch_pages:
        values["fetch_pages"] = feed.fetch_pages
    if feed.min_interval is not None:
        whole = feed.min_interval.is_integer() if isinstance(feed.min_interval, float) else True
        values["min_interval"] = int(feed.min_interval) if whole else feed.min_interval
    return values


# --- reading and writing -----------------------------------------------------------------------------------------


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise ConfigError(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path} is not UTF-8 (byte {error.start}); save it as UTF-8") from None


def _feeds(text: str, path: Path) -> list[dict[str, Any]]:
    try:
        feeds = tomllib.loads(text).get("feed", [])
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path} is no valid TOML: {error}; correct it first") from None
    if not isinstance(feeds, list) or not all(isinstance(feed, dict) for feed in feeds):
        raise ConfigError(f"{path}: feed must be written as [[feed]] tables")
    return feeds


def _write(path: Path, text: str, *, expected: list[dict[str, Any]]) -> None:
    """Put the text in the file's place in one step, so that a reader or a crash never meets half of it."""
    if not _says(text, expected):
        raise ConfigError(f"{path} cannot be edited without changing more than was asked; edit it by hand")
    path = path.resolve()  # a link stays a link
    spare = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, spare = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(spare).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(spare).replace(path)
    except OSError as error:
        if spare is not None:
            with contextlib.suppress(OSError):
                Path(spare).unlink()
        raise ConfigError(f"{path} cannot be written: {error.strerror}; nothing was changed") from None


def _says(text: str, expected: list[dict[str, Any]]) -> bool:
    try:
        return bool(tomllib.loads(text).get("feed", []) == expected)
    except tomllib.TOMLDecodeError:
        return False
