"""The public test suites, where they are at hand: read from their archive, never copied."""

from __future__ import annotations

import json
import tarfile
from functools import cache
from pathlib import Path

import pytest

ARCHIVE = Path(__file__).resolve().parents[3] / "shared" / "suites" / "suites.tar.xz"
needs_suites = pytest.mark.skipif(not ARCHIVE.exists(), reason="the public test suites are not at hand (../shared/suites)")


@cache
def members(folder: str) -> dict[str, bytes]:
    """The files of one suite by their path in the archive."""
    with tarfile.open(ARCHIVE) as archive:
        files = [member for member in archive if member.isfile() and member.name.removeprefix("./").startswith(f"{folder}/")]
        return {member.name: stream.read() for member in files if (stream := archive.extractfile(member))}


def naughty_strings() -> list[str]:
    """The Big List of Naughty Strings."""
    [content] = [content for name, content in members("blns").items() if name.endswith(".json")]
    found: list[str] = json.loads(content)
    return found
