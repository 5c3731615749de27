"""Exit codes and messages of the command line, in this process."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from service import __version__
from service.cli import main
from tests.harness.configs import FEEDS, write


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in (
        "ESCALATION_WATCH_CONFIG",
        "ESCALATION_WATCH_DATA",
        "DATABASE_URL",
        "REDIS_URL",
        "SLACK_WEBHOOK_URL",
        "ALERT_WEBHOOK_URL",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"escalation-watch {__version__}\n"


USAGE = {
    "an unknown command": (["wathc"], "wathc"),
    "an unknown option": (["run", "--bogus"], "--bogus"),
    "an unknown option before the command": (["--bogus", "run"], "--bogus"),
    "an unknown command of a group": (["feeds", "lst"], "lst"),
    "a missing argument": (["analyse"], "FILE"),
    "an argument too many": (["config", "check", "x"], "x"),
    "a number that is none": (["backfill", "--jobs", "many", "x"], "--jobs"),
    "a number out of range": (["backfill", "--jobs", "0", "x"], "greater than or equal to 1"),
    "an option without its value": (["status", "--data"], "--data"),
}


@pytest.mark.parametrize(("arguments", "word"), USAGE.values(), ids=USAGE)
def test_a_wrong_call_ends_with_2_and_one_line_that_names_it(
    capsys: pytest.CaptureFixture[str], arguments: list[str], word: str
) -> None:
    assert main(arguments) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.startswith("escalation-watch: ")
    assert word in written.err
    assert "--help" in written.err
    assert written.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["feeds"], ["alerts"], ["config"]], ids=str)
def test_a_call_that_needs_another_word_shows_which_there_are(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().out.count("Commands") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["--config", "here", "feeds", "list", "--json"],
        ["feeds", "--config", "here", "list", "--json"],
        ["feeds", "list", "--json", "--config", "here"],
        ["--config", "nowhere", "feeds", "list", "--json", "--config=here"],
    ],
    ids=["before", "between", "after", "the last one counts"],
)
def test_the_configuration_folder_may_be_named_anywhere(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, arguments: list[str]
) -> None:
    write(tmp_path / "here")
    assert main(arguments) == 0
    assert json.loads(capsys.readouterr().out)["name"] == "Example World"


def test_the_configuration_folder_comes_from_the_environment_where_no_option_names_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write(tmp_path / "config", feeds=FEEDS.replace("Example World", "In ./config"))
    write(tmp_path / "env", feeds=FEEDS.replace("Example World", "In the environment's"))
    assert main(["feeds", "list", "--json"]) == 0
    assert "In ./config" in capsys.readouterr().out
    monkeypatch.setenv("ESCALATION_WATCH_CONFIG", str(tmp_path / "env"))
    assert main(["feeds", "list", "--json"]) == 0
    assert "In the environment's" in capsys.readouterr().out


def test_a_bad_configuration_ends_with_2_and_says_every_mistake(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    write(tmp_path / "config", settings="[poll]\nconcurrency = 300\nfloor = -1\n")
    assert main(["config", "check"]) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert "settings.toml:2: [poll]: concurrency: found 300" in written.err
    assert "settings.toml:3: [poll]: floor: found -1" in written.err


def test_a_good_configuration_is_summed_up(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    write(tmp_path / "config")
    assert main(["config", "check", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["feeds"], told["conflicts"], told["destinations"]) == (1, 1, ["terminal (terminal)"])
    assert main(["config", "check"]) == 0
    assert "terminal (terminal)" in capsys.readouterr().out


def test_doubtful_settings_are_remarked_on(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    settings = '[alerts]\nmuted = true\n[web]\nhost = "0.0.0.0"\n'
    write(tmp_path / "config", feeds=FEEDS.replace('"en"', '"fr"'), settings=settings)
    assert main(["config", "check"]) == 0
    said = capsys.readouterr().out
    assert "feeds in fr" in said
    assert "without a WEB_TOKEN" in said
    assert "muted" in said


def test_an_archive_that_is_not_there_ends_with_1_and_names_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    write(tmp_path / "config")
    assert main(["analyse", "nowhere.jsonl"]) == 1
    assert "nowhere.jsonl" in capsys.readouterr().err


def test_a_message_shows_no_control_characters(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["\x1b[31mred\u202e"]) == 2
    written = capsys.readouterr().err
    assert "\x1b" not in written
    assert "\u202e" not in written


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["history", "rebuild"], "There is no history yet, so nothing to fold."),
        (["alerts", "list"], "No alert; with --quiet also what was recorded and not sent."),
        (["alerts", "list", "--quiet"], "No alert."),
    ],
    ids=["rebuild", "alerts", "alerts with quiet ones"],
)
def test_a_new_folder_has_nothing_to_show_and_says_so(
    command: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--config", str(write(tmp_path)), "--data", str(tmp_path / "data")]) == 0
    shown = capsys.readouterr()
    assert said in (shown.out + shown.err).splitlines()
