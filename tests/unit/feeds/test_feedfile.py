"""feeds.toml edited in place: comments stay, a half-written file is never seen."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from service.errors import ConfigError, UsageError
from service.feeds.feedfile import add_feed, add_feeds, remove_feed
from service.models import Feed

FILE = """\
# The desk's feeds.

# --- Caucasus ---

[[feed]]
name = "A"   # the main one
url = "https://a.example/feed"
trust = "primary"

# --- Ukraine ---

[[feed]]
name = "B"
# flaky on Sundays
url = "https://b.example/feed"
# belongs to B

[[feed]]
name = "C"
url = "https://c.example/feed"

# the end
"""
NEW = Feed("https://new.example/feed?a=1&b=2", 'New "desk" \\ ü', "established", "en-GB", fetch_pages=False, min_interval=600.0)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "feeds.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


def names(path: Path) -> list[str]:
    return [feed["name"] for feed in tomllib.loads(path.read_text(encoding="utf-8"))["feed"]]


def test_an_added_feed_stands_at_the_end_and_all_else_stays_to_the_letter(file: Path) -> None:
    add_feed(file, NEW)
    text = file.read_text(encoding="utf-8")
    assert text.startswith(FILE)
    assert tomllib.loads(text)["feed"][-1] == {
        "name": NEW.name, "url": NEW.url, "trust": "established", "language": "en-GB", "fetch_pages": False, "min_interval": 600,
    }  # fmt: skip


def test_what_is_the_default_is_not_written(file: Path) -> None:
    add_feed(file, Feed("https://new.example/", "New"))
    assert tomllib.loads(file.read_text())["feed"][-1] == {
        "name": "New",
        "url": "https://new.example/",
        "trust": "unrated",
        "language": "en",
    }


def test_adding_and_removing_gives_the_file_back(file: Path) -> None:
    add_feed(file, NEW)
    remove_feed(file, NEW.url)
    assert file.read_text(encoding="utf-8") == FILE


@pytest.mark.parametrize(
    ("which", "gone", "kept"),
    [
        (
            "https://a.example/feed",
            ['"A"', "the main one"],
            ["# --- Caucasus ---", "# --- Ukraine ---", "# belongs to B", "# the end"],
        ),
        ("https://b.example/feed", ['"B"', "flaky", "# belongs to B"], ["# --- Ukraine ---", "# the end", "the main one"]),
        ("https://c.example/feed", ['"C"'], ["# belongs to B", "# the end"]),
        ("http://www.c.example/feed/", ['"C"'], ["# the end"]),
        ("B", ['"B"'], ["# --- Ukraine ---"]),
    ],
)
def test_a_removed_feed_goes_with_its_own_comments_and_no_others(
    file: Path, which: str, gone: list[str], kept: list[str]
) -> None:
    remove_feed(file, which)
    text = file.read_text()
    assert len(names(file)) == 2
    assert not [words for words in gone if words in text]
    assert not [words for words in kept if words not in text]
    assert "\n\n\n" not in text


def test_line_ends_of_windows_stay(file: Path) -> None:
    file.write_bytes(FILE.replace("\n", "\r\n").encode())
    remove_feed(file, "A")
    assert b"\r\n# --- Ukraine ---\r\n" in file.read_bytes()


@pytest.mark.parametrize(
    ("feed", "words"),
    [
        (Feed("https://a.example/feed", "Other"), "is in .* already, as A"),
        (Feed("http://www.a.example/feed/", "Other"), "is in .* already, as A"),
        (Feed("https://other.example/", "a"), "has a feed named a already .*give https://other.example/ another name"),
    ],
)
def test_a_feed_that_is_there_already_is_not_added(file: Path, feed: Feed, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        add_feed(file, feed)
    assert file.read_text() == FILE


def test_of_many_the_new_ones_are_added_and_the_others_told(file: Path) -> None:
    left_out = add_feeds(
        file, [Feed("https://d.example/", "D"), Feed("https://a.example/feed", "X"), Feed("https://d.example", "E")]
    )
    assert names(file) == ["A", "B", "C", "D"]
    assert len(left_out) == 2


def test_a_feed_that_is_not_there_cannot_be_removed(file: Path) -> None:
    with pytest.raises(UsageError, match=r"https://none\.example/ is not in .*feeds list"):
        remove_feed(file, "https://none.example/")


def test_a_file_that_is_not_there_is_made(tmp_path: Path) -> None:
    path = tmp_path / "config" / "feeds.toml"
    add_feed(path, NEW)
    assert names(path) == [NEW.name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[feed]\n", r"feeds\.toml is no valid TOML: .*line 1"),
        ("feed = 5\n", "must be written as"),
        ("\xff", "is not UTF-8"),
        ('feed = [{name = "A", url = "https://a.example/"}]\n', "edit it by hand"),
    ],
)
def test_a_file_that_cannot_be_edited_safely_is_left_as_it_is(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "feeds.toml"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(ConfigError, match=words):
        add_feed(path, NEW)
    assert path.read_bytes() == text.encode("latin-1")


def test_a_feed_inside_a_text_is_not_taken_for_one(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    text = '[[feed]]\nname = """\n[[feed]]\nname = 1\n"""\nurl = "https://a.example/"\n'
    path.write_text(text)
    with pytest.raises(ConfigError, match="by hand"):
        remove_feed(path, "https://a.example/")
    assert path.read_text() == text


def test_a_folder_that_cannot_be_written_is_named_and_nothing_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(FILE)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)  # permissions mean nothing to root, and a full disk cannot be had cheaply
    with pytest.raises(ConfigError, match=r"feeds\.toml cannot be written: No space left on device; nothing was changed"):
        add_feed(path, NEW)
    assert path.read_text() == FILE
    assert [p.name for p in tmp_path.iterdir()] == ["feeds.toml"]


def test_permissions_and_a_link_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.toml", tmp_path / "feeds.toml"
    real.write_text(FILE)
    real.chmod(0o640)
    link.symlink_to(real)
    add_feed(link, NEW)
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert names(real)[-1] == NEW.name


def test_the_shipped_list_survives_an_edit_to_the_letter(tmp_path: Path) -> None:
    shipped = (Path(__file__).parents[3] / "config" / "feeds.toml").read_text(encoding="utf-8")
    path = tmp_path / "feeds.toml"
    path.write_text(shipped, encoding="utf-8")
    add_feed(path, NEW)
    remove_feed(path, NEW.url)
    assert path.read_text(encoding="utf-8") == shipped
