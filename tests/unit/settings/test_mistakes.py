"""Every kind of mistake is said with file and line, what was found and what is allowed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from service.config import load_settings
from service.errors import ConfigError
from tests.harness.configs import CONFLICTS, FEEDS, write


def complaint(folder: Path, environ: dict[str, str] | None = None) -> str:
    with pytest.raises(ConfigError) as caught:
        load_settings(folder, folder / "var", environ or {})
    return caught.value.message.replace(f"{folder}/", "")


# A case is: what stands in settings.toml, the line complained of, and what the complaint must contain.
SETTINGS = {
    "unknown table": ("[pol]\n", 1, ['"pol"', "Did you mean poll?", "Known here:"]),
    "unknown key": ("[poll]\n\nconcurency = 3\n", 3, ['"concurency"', "Did you mean concurrency?"]),
    "unknown key of a policy": ("[alerts]\nmin_chang = 3\n", 2, ["Did you mean min_change?"]),
    "a text for a number": ('[poll]\nconcurrency = "ten"\n', 2, ['"ten"', "a whole number from 1 to 20"]),
    "a number out of range": ("[poll]\nconcurrency = 300\n", 2, ["300", "from 1 to 20"]),
    "quiet hours that never end": ('[alerts]\nquiet_hours = "22:00-22:00"\n', 2, ["22:00-06:30"]),
    "quiet hours in words": ('[alerts]\nquiet_hours = "at night"\n', 2, ["at night", "22:00-06:30"]),
    "a zone that is none": (
        '[alerts]\nquiet_hours = "22:00-06:30"\nquiet_zone = "Europe/Berlim"\n',
        3,
        ["Did you mean Europe/Berlin?"],
    ),
    "a flag in quotes": ('[alerts]\nmuted = "yes"\n', 2, ['"yes"', "true, false"]),
    "true for a number": ("[alerts]\nmin_change = true\n", 2, ["found true", "a whole number"]),
    "not a number": ("[poll]\njitter = nan\n", 2, ["found nan", "a number from 0 to 0.5"]),
    "infinity": ("[poll]\nfloor = inf\n", 2, ["found inf", "seconds"]),
    "an unknown unit": ('[poll]\nfloor = "2 fortnights"\n', 2, ["2 fortnights", "2 min"]),
    "a negative duration": ('[poll]\nfloor = "-2 min"\n', 2, ["-2 min"]),
    "a size below the least": ('[fetch]\nfeed_bytes = "1 B"\n', 2, ["1 B", "10 MiB"]),
    "a ceiling below the floor": ('[poll]\nfloor = "1 h"\nceiling = "5 min"\n', 3, ["below the floor"]),
    "a connection that may take longer than all": ("[fetch]\nconnect_timeout = 60\n", 2, ["above timeout"]),
    "a job that may outlast its lease": ("[work]\nlease = 30\njob_timeout = 60\n", 3, ["lease"]),
    "an address to let through that is a URL": (
        '[fetch]\nallow = [\n  "127.0.0.1:8081",\n  "http://intranet/",\n]\n',
        4,
        ["http://intranet/", "host:port"],
    ),
    "a network with host bits": ('[fetch]\nallow = ["10.0.0.1/8"]\n', 2, ["10.0.0.1/8"]),
    "a user agent that is no header": ('[fetch]\nuser_agent = "Wächter"\n', 2, ["ASCII"]),
    "an unknown kind": ('[alerts]\nkinds = ["killed", "wonded"]\n', 2, ["wonded", "Did you mean wounded?"]),
    "a kind said twice": ('[alerts]\nkinds = ["killed", "killed"]\n', 2, ["already"]),
    "an unknown ceasefire status": ('[alerts]\nceasefire = ["broken"]\n', 2, ["broken", "violated"]),
    "an unknown party": ('[alerts]\nparties = ["Armenja"]\n', 2, ["Did you mean Armenia?"]),
    "an unknown destination": ('[alerts]\ndestinations = ["desk"]\n', 2, ["desk", "terminal"]),
    "a destination whose variable is not set": ('[alerts]\ndestinations = ["slack"]\n', 2, ["SLACK_WEBHOOK_URL"]),
    "a policy that can never ring": ("[alerts]\nkinds = []\nceasefire = []\n", 2, ["muted = true"]),
    "an unknown conflict": ('[[alerts.conflict]]\nid = "armenia-azerbajan"\n', 2, ["Did you mean armenia-azerbaijan?"]),
    "a policy without a conflict": ("[[alerts.conflict]]\nmin_change = 3\n", 1, ["id", "is missing"]),
    "two policies for a conflict": (
        '[[alerts.conflict]]\nid = "armenia-azerbaijan"\n[[alerts.conflict]]\nid = "armenia-azerbaijan"\n',
        4,
        ["already"],
    ),
    "one bracket for two": ('[destination]\nkind = "terminal"\n', 1, ["two brackets"]),
    "a table where a value is": ("poll = 3\n", 1, ["a table", "[poll]"]),
    "a destination without a kind": ('[[destination]]\nname = "desk"\n', 1, ["kind", "slack, webhook, terminal"]),
    "an unknown kind of destination": ('[[destination]]\nkind = "webhok"\n', 2, ["Did you mean webhook?"]),
    "two destinations of one name": (
        '[[destination]]\nkind = "terminal"\n[[destination]]\nname = "terminal"\nkind = "terminal"\n',
        4,
        ["already"],
    ),
    "a destination's unknown conflict": ('[[destination]]\nkind = "terminal"\nconflicts = ["sudan"]\n', 3, ["sudan"]),
    "a destination's missing secret": (
        '[[destination]]\nkind = "slack"\n',
        1,
        ["SLACK_WEBHOOK_URL is not set", "SLACK_WEBHOOK_URL_FILE"],
    ),
    "a terminal with an address": ('[[destination]]\nkind = "terminal"\nurl_env = "X"\n', 3, ['"url_env"']),
    "an unknown log format": ('[log]\nformat = "xml"\n', 2, ["xml", "auto, json, console"]),
    "a host that cannot be": ('[web]\nhost = "not a host"\n', 2, ["not a host"]),
    "a port that cannot be": ("[web]\nport = 70000\n", 2, ["70000", "65535"]),
    "an unclosed text": ('[poll]\n\nfloor = "2 min\n', 3, ["not valid TOML"]),
    "a key said twice": ("[poll]\nfloor = 60\nfloor = 90\n", 3, ["not valid TOML"]),
    "a table said twice": ("[poll]\n[log]\n[poll]\n", 3, ["not valid TOML"]),
    "nothing after the equals sign": ("[poll]\nfloor =", 2, ["not valid TOML"]),
    "an empty text": ('[fetch]\nuser_agent = "  "\n', 2, ["it is empty"]),
    "a text with a line break": ('[fetch]\nuser_agent = "a\\nb"\n', 2, ["line break"]),
}


@pytest.mark.parametrize(("text", "line", "words"), SETTINGS.values(), ids=SETTINGS)
def test_a_mistake_in_the_settings_is_said_with_its_line(tmp_path: Path, text: str, line: int, words: list[str]) -> None:
    said = complaint(write(tmp_path, settings=text))
    assert said.startswith(f"settings.toml:{line}: "), said
    for word in words:
        assert word in said


FEED_FILES = {
    "no address": ('[[feed]]\nname = "A"\n', 1, ["url", "is missing"]),
    "a misspelt key for the address": (
        '[[feed]]\nname = "A"\nurll = "https://a.example/"\n',
        3,
        ['"urll"', "Did you mean url?"],
    ),
    "no name": ('[[feed]]\nurl = "https://a.example/"\n', 1, ["name", "is missing"]),
    "not an address": ('[[feed]]\nname = "A"\nurl = "a.example/feed"\n', 3, ["a.example/feed", "a full address"]),
    "another scheme": ('[[feed]]\nname = "A"\nurl = "ftp://a.example/feed"\n', 3, ["http:// or https://"]),
    "a broken address": ('[[feed]]\nname = "A"\nurl = "https://[::1/feed"\n', 3, ["a full address"]),
    "an address with a blank": ('[[feed]]\nname = "A"\nurl = "https://a.example/a feed"\n', 3, ["a full address"]),
    "an impossible host": ('[[feed]]\nname = "A"\nurl = "https://a..example/feed"\n', 3, ["host"]),
    "a port that cannot be": ('[[feed]]\nname = "A"\nurl = "https://a.example:99999/"\n', 3, ["a full address"]),
    "an unknown trust": (
        '[[feed]]\nname = "A"\nurl = "https://a.example/"\ntrust = "estalished"\n',
        4,
        ["Did you mean established?"],
    ),
    "an unknown language": (
        '[[feed]]\nname = "A"\nurl = "https://a.example/"\nlanguage = "english"\n',
        4,
        ["Did you mean en?"],
    ),
    "a language that does not exist": (
        '[[feed]]\nname = "A"\nurl = "https://a.example/"\nlanguage = "xq"\n',
        4,
        ["no language xq"],
    ),
    "the same feed twice": (FEEDS + FEEDS.replace("Example World", "Other"), 8, ["in line 3 already"]),
    "the same feed spelt in another way": (
        FEEDS + '[[feed]]\nname = "Other"\nurl = "http://WWW.news.example.org/world.xml/"\n',
        8,
        ["in line 3 already"],
    ),
    "the same name twice": (FEEDS + '[[feed]]\nname = "example world"\nurl = "https://b.example/"\n', 7, ["in line 2"]),
    "no feed at all": ("# nothing\n", 0, ["has no feed"]),
    "one bracket for two": ('[feed]\nname = "A"\n', 1, ["two brackets"]),
}


@pytest.mark.parametrize(("text", "line", "words"), FEED_FILES.values(), ids=FEED_FILES)
def test_a_mistake_in_the_feeds_is_said_with_its_line(tmp_path: Path, text: str, line: int, words: list[str]) -> None:
    said = complaint(write(tmp_path, feeds=text))
    assert (f"feeds.toml:{line}: " if line else "feeds.toml: has") in said, said
    for word in words:
        assert word in said


CONFLICT_FILES = {
    "an id with blanks": (CONFLICTS.replace('"armenia-azerbaijan"', '"Armenia Azerbaijan"'), 2, ["small letters"]),
    "the same id twice": (CONFLICTS + CONFLICTS, 16, ["in line 2 already"]),
    "no party": ('[[conflict]]\nid = "a"\ntitle = "A"\n', 1, ["[[conflict.party]]"]),
    "a country's name for its code": (CONFLICTS.replace('"AZ"', '"Azerbaijan"'), 4, ["Did you mean AZ?"]),
    "a code of no country": (CONFLICTS.replace('"AZ"', '"ZQ"'), 4, ["ISO 3166"]),
    "one name for two sides": (CONFLICTS.replace('["Baku"]', '["Baku", "Yerevan"]'), 14, ["Yerevan", "of armenia in line 9"]),
    "two parties of one id": (CONFLICTS.replace('id = "azerbaijan"', 'id = "armenia"'), 12, ["in line 7 already"]),
    "an unknown key of a party": (CONFLICTS + 'leader = "X"\n', 15, ['"leader"']),
    "no conflict at all": ("", 0, ["has no conflict"]),
}


@pytest.mark.parametrize(("text", "line", "words"), CONFLICT_FILES.values(), ids=CONFLICT_FILES)
def test_a_mistake_in_the_conflicts_is_said_with_its_line(tmp_path: Path, text: str, line: int, words: list[str]) -> None:
    said = complaint(write(tmp_path, conflicts=text))
    assert (f"conflicts.toml:{line}: " if line else "conflicts.toml: has") in said, said
    for word in words:
        assert word in said


def test_all_mistakes_of_all_files_are_said_at_once_in_the_order_of_their_lines(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        feeds=FEEDS.replace("established", "best") + "[[feed]]\n",
        conflicts=CONFLICTS.replace("AM", "XX"),
        settings="[poll]\nconcurrency = 0\n[log]\nlevel = 3\nformat = 4\n",
    )
    said = complaint(folder, {"LOG_LEVEL": "loud"})
    places = re.findall(r"^(\S+?\.toml:\d+|environment):", said, re.MULTILINE)
    assert said.startswith("8 problems")
    assert places == [
        "feeds.toml:4", "feeds.toml:6", "feeds.toml:6", "conflicts.toml:4",
        "settings.toml:2", "settings.toml:4", "settings.toml:5", "environment",
    ]  # fmt: skip


def test_a_policy_is_not_blamed_for_conflicts_that_could_not_be_read(tmp_path: Path) -> None:
    settings = '[[alerts.conflict]]\nid = "armenia-azerbaijan"\nparties = ["Armenia"]\n'
    said = complaint(write(tmp_path, conflicts="[[conflict]\n", settings=settings))
    assert "conflicts.toml:1: is not valid TOML" in said
    assert "settings.toml" not in said


def test_a_table_that_stands_twice_is_told_by_its_name_and_where_its_options_belong(tmp_path: Path) -> None:
    said = complaint(write(tmp_path, settings='[fetch]\ntimeout = "9 s"\n\n[fetch]\nhost_delay = "1 s"\n'))
    assert (
        "settings.toml:4: is not valid TOML: [fetch] stands here a second time; write its options under the first one" in said
    )


@pytest.mark.parametrize("name", ["feeds.toml", "conflicts.toml"])
def test_a_missing_file_is_said_with_what_to_do(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path)
    (folder / name).unlink()
    assert f"{name}: is missing; copy it" in complaint(folder)


def test_a_missing_folder_is_said_with_how_to_name_another(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="--config DIR"):
        load_settings(tmp_path / "nowhere", tmp_path, {})


UNREADABLE = {
    "not UTF-8": (b"[poll]\n\nfloor = 60 # \xff\n", "settings.toml:3: is not UTF-8"),
    "UTF-16": ("[poll]\n".encode("utf-16"), "is not UTF-8"),
    "binary": (bytes(range(256)), "settings.toml:"),
    "nested too deeply": (b"a = " + b"[" * 100_000, "nested too deeply"),
    "a number of ten thousand digits": (b"[poll]\nfloor = " + b"9" * 10_000 + b"\n", "settings.toml:2: "),
    "a date that does not exist": (b"[poll]\nfloor = 2026-13-45\n", "settings.toml:"),
    "NUL": (b"[poll]\nfloor = \x00\n", "settings.toml:2: "),
    "a key of control characters": (b'"\\u0007\\u202e" = 1\n', r"\u202e"),
}


@pytest.mark.parametrize(("content", "words"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_cannot_be_read_is_a_clear_error(tmp_path: Path, content: bytes, words: str) -> None:
    said = complaint(write(tmp_path, settings=content))
    assert words in said
    assert all(letter.isprintable() or letter == "\n" for letter in said)
    assert len(said) < 2000


def test_a_folder_in_place_of_a_file_is_a_clear_error(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "settings.toml").mkdir()
    assert "settings.toml: cannot be read" in complaint(folder)


NAUGHTY = [
    "",
    " ",
    "\u202eabc",
    "\u0000",
    "\x1b[31m",
    "💣" * 5000,
    "%s%n{0}",
    "../../etc/passwd",
    "<script>",
    "[red]",
    "\ud7ff",
    "\ufeff",
    "a" * 100_000,
]


@pytest.mark.parametrize("value", NAUGHTY, ids=range(len(NAUGHTY)))
@pytest.mark.parametrize(
    "place", ["name", "url", "trust", "language", "title", "aliases", "countries", "id", "allow", "kinds", "level"]
)
def test_a_naughty_text_anywhere_is_taken_or_refused_but_never_a_crash(tmp_path: Path, value: str, place: str) -> None:
    quoted = '"' + "".join(f"\\U{ord(letter):08x}" for letter in value) + '"'
    feeds, conflicts, settings = FEEDS, CONFLICTS, ""
    if place in ("name", "url", "trust", "language"):
        feeds = re.sub(rf"(?m)^{place} = .*$", lambda _: f"{place} = {quoted}", FEEDS)
    elif place in ("title", "id"):
        conflicts = re.sub(rf"(?m)^{place} = .*$", lambda _: f"{place} = {quoted}", CONFLICTS, count=1)
    elif place in ("aliases", "countries"):
        conflicts = re.sub(rf"(?m)^{place} = .*$", lambda _: f"{place} = [{quoted}]", CONFLICTS, count=1)
    else:
        table, written = {"allow": ("fetch", f"[{quoted}]"), "kinds": ("alerts", f"[{quoted}]"), "level": ("log", quoted)}[
            place
        ]
        settings = f"[{table}]\n{place} = {written}\n"
    folder = write(tmp_path, feeds=feeds, conflicts=conflicts, settings=settings)
    try:
        load_settings(folder, tmp_path, {})
    except ConfigError as error:
        assert all(letter.isprintable() or letter == "\n" for letter in error.message)  # noqa: PT017 - it need not raise
        assert len(error.message) < 4000  # noqa: PT017
