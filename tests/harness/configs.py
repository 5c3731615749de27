"""A configuration folder for a test: good files, of which each test spoils one."""

from __future__ import annotations

from pathlib import Path

FEEDS = """\
[[feed]]
name = "Example World"
url = "https://news.example.org/world.xml"
trust = "established"
language = "en"
"""

CONFLICTS = """\
[[conflict]]
id = "armenia-azerbaijan"
title = "Armenia and Azerbaijan"
countries = ["AM", "AZ"]

[[conflict.party]]
id = "armenia"
name = "Armenia"
aliases = ["Yerevan", "Armenian"]

[[conflict.party]]
id = "azerbaijan"
name = "Azerbaijan"
aliases = ["Baku"]
"""


def write(folder: Path, *, feeds: str = FEEDS, conflicts: str = CONFLICTS, settings: str | bytes | None = None) -> Path:
    """The folder with the three files; without ``settings`` there is no settings.toml."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "feeds.toml").write_text(feeds, encoding="utf-8")
    (folder / "conflicts.toml").write_text(conflicts, encoding="utf-8")
    if isinstance(settings, bytes):
        (folder / "settings.toml").write_bytes(settings)
    elif settings is not None:
        (folder / "settings.toml").write_text(settings, encoding="utf-8")
    return folder
