"""The commands as processes: exit codes, what goes to which output, closed pipes, interruption."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.harness.command import ROOT, environment, escalation_watch
from tests.harness.configs import write

ARTICLE = {
    "id": "a1",
    "title": "Clashes on the border",
    "published": "2022-09-13T10:30:00Z",
    "source": "Agency One",
    "text": "Yerevan said 105 of its troops were killed in clashes with Azerbaijani forces on Tuesday.\nREAD ALSO: Flood kills 440\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with a good configuration in ./config."""
    write(tmp_path / "config")
    return tmp_path


def lines_of(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_analyse_reads_standard_input_and_writes_labels(folder: Path) -> None:
    done = escalation_watch("analyse", "-", "--json", folder=folder, stdin=json.dumps(ARTICLE) + "\n")
    assert (done.returncode, done.stderr) == (0, "")
    [labels] = lines_of(done.stdout)
    assert labels["id"] == "a1"
    assert isinstance(labels["figures"], list)
    for figure in labels["figures"]:
        assert ARTICLE["text"][figure["start"] : figure["end"]] == figure["quote"]
    assert 105 in [figure["value"] for figure in labels["figures"]]


def test_analyse_reads_single_files_and_touches_no_data_folder(folder: Path) -> None:
    (folder / "one.txt").write_text(ARTICLE["text"])
    (folder / "two.html").write_text(f"<html><body><article><p>{ARTICLE['text']}</p></article></body></html>")
    done = escalation_watch("analyse", "one.txt", "two.html", "--explain", folder=folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("105") >= 2
    assert not (folder / "var").exists()


def test_bad_records_are_named_and_the_rest_goes_on(folder: Path) -> None:
    lines = [json.dumps(ARTICLE), "{not json", json.dumps({"id": "a2"}), json.dumps(ARTICLE | {"id": "a3"})]
    (folder / "articles.jsonl").write_text("\n".join(lines))
    done = escalation_watch("analyse", "articles.jsonl", "--json", folder=folder)
    assert done.returncode == 3
    assert [record["id"] for record in lines_of(done.stdout)] == ["a1", "a3"]
    assert "articles.jsonl:2: rejected:" in done.stderr
    assert "articles.jsonl:3: rejected:" in done.stderr


def test_replay_prints_nothing_but_json_on_standard_output(folder: Path) -> None:
    (folder / "articles.jsonl").write_text(json.dumps(ARTICLE) + "\n{}\n")
    done = escalation_watch("replay", "articles.jsonl", "--json", folder=folder)
    assert done.returncode == 3
    assert all(record["type"] in ("toll.changed", "ceasefire.changed") for record in lines_of(done.stdout))
    assert "replayed: 1 of 1" in done.stderr
    assert not (folder / "var").exists()


LATER = ARTICLE | {
    "id": "a2",
    "published": "2022-09-14T10:30:00Z",
    "text": "Yerevan said 135 of its troops were killed in clashes with Azerbaijani forces on the border.\n",
}


def replayed(folder: Path, *options: str) -> list[tuple[object, object]]:
    """The value before and after of each alert that two days of articles lead to."""
    (folder / "articles.jsonl").write_text(json.dumps(ARTICLE) + "\n" + json.dumps(LATER) + "\n")
    done = escalation_watch("replay", "articles.jsonl", "--json", *options, folder=folder)
    assert done.returncode == 0, done.stderr
    return [(record["before"] and record["before"]["value"], record["after"]["value"]) for record in lines_of(done.stdout)]  # type: ignore[index]


def test_replay_is_narrowed_by_time_and_conflict(folder: Path) -> None:
    assert replayed(folder) == [(None, 105), (105, 135)]
    assert replayed(folder, "--since", "2022-09-14") == [(105, 135)]  # what came before is history, not forgotten
    assert replayed(folder, "--until", "2022-09-14T10:30:00Z") == [(None, 105)]
    assert replayed(folder, "--conflict", "armenia-azerbaijan") == [(None, 105), (105, 135)]
    assert replayed(folder, "--conflict", "russia-ukraine") == []
    wrong = escalation_watch("replay", "articles.jsonl", "--since", "yesterday", folder=folder)
    assert wrong.returncode == 2
    assert "--since: 'yesterday' is no time; write 2023-11-24" in wrong.stderr


def test_replay_tries_another_policy(folder: Path) -> None:
    (folder / "config" / "settings.toml").write_text("[alerts]\nmuted = true\n")
    (folder / "large.toml").write_text("[alerts]\nmin_change = 50\n")
    assert replayed(folder) == []
    assert replayed(folder, "--policy", "large.toml") == [(None, 105)]
    (folder / "wrong.toml").write_text("[alerts]\nmin_change = 0\n\n[poll]\nfloor = 5\n")
    wrong = escalation_watch("replay", "articles.jsonl", "--policy", "wrong.toml", folder=folder)
    assert wrong.returncode == 2
    assert "wrong.toml:2" in wrong.stderr
    assert "poll" in wrong.stderr
    missing = escalation_watch("replay", "articles.jsonl", "--policy", "none.toml", folder=folder)
    assert missing.returncode == 2
    assert "none.toml" in missing.stderr


def test_a_history_is_folded_anew_and_stays_what_it_was(folder: Path) -> None:
    (folder / "articles.jsonl").write_text(json.dumps(ARTICLE) + "\n" + json.dumps(LATER) + "\n")
    assert escalation_watch("backfill", "articles.jsonl", "--alerts", folder=folder).returncode == 0
    explained = ("history", "explain", "armenia-azerbaijan")
    before = escalation_watch(*explained, folder=folder).stdout
    done = escalation_watch("history", "rebuild", "--json", folder=folder)
    assert done.returncode == 0, done.stderr
    assert {"conflict": "armenia-azerbaijan", "readings": 2} in lines_of(done.stdout)
    assert "read of armenia-azerbaijan: 2 of 2" in done.stderr
    assert escalation_watch(*explained, folder=folder).stdout == before
    unknown = escalation_watch("history", "rebuild", "nowhere", folder=folder)
    assert unknown.returncode == 1
    assert "there is armenia-azerbaijan" in unknown.stderr


def test_stories_are_listed_merged_by_hand_and_parted_again(folder: Path) -> None:
    other = "Azerbaijan shelled the village of Sotk with drones on Thursday, wounding 31 civilians, Armenia's health ministry said.\n"
    drones = ARTICLE | {"id": "drones", "url": "https://news.example/drones", "title": "Drones hit village", "text": other}
    (folder / "articles.jsonl").write_text(
        json.dumps(ARTICLE) + "\n" + json.dumps(drones | {"published": "2022-09-15T09:00:00Z"}) + "\n"
    )
    assert escalation_watch("backfill", "articles.jsonl", folder=folder).returncode == 0
    history = ("history", "stories", "armenia-azerbaijan")
    records = lines_of(escalation_watch(*history, "--json", folder=folder).stdout)
    assert len(records) == 2
    younger, older = (str(record["id"]) for record in records)
    assert older in escalation_watch(*history, folder=folder).stdout
    merge = ("history", "merge", "armenia-azerbaijan")
    backwards = escalation_watch(*merge, older, younger, "--why", "one raid", folder=folder)
    assert (backwards.returncode, "the other way round" in backwards.stderr) == (2, True)
    silent = escalation_watch(*merge, younger, older, "--why", " ", folder=folder)
    assert (silent.returncode, "needs words" in silent.stderr) == (2, True)
    done = escalation_watch(*merge, younger, older, "--why", "one raid", folder=folder)
    assert done.returncode == 0, done.stderr
    assert [record["id"] for record in lines_of(escalation_watch(*history, "--json", folder=folder).stdout)] == [older]
    shown = escalation_watch("history", "explain", "armenia-azerbaijan", folder=folder).stdout
    assert f"story {younger} into {older}: one raid" in shown
    assert "– came in with a backfill" in shown.partition("Not told, and why")[2]
    parted = escalation_watch("history", "unmerge", "armenia-azerbaijan", younger, "--why", "two", folder=folder)
    assert parted.returncode == 0, parted.stderr
    assert len(lines_of(escalation_watch(*history, "--json", folder=folder).stdout)) == 2
    assert escalation_watch("alerts", "list", "--json", folder=folder).stdout == ""


def test_a_toll_is_explained_with_its_quotes_and_what_does_not_count(folder: Path) -> None:
    old = {"text": ARTICLE["text"] + "More than 6,500 soldiers died in their war of 2020.\n"}
    (folder / "articles.jsonl").write_text(json.dumps(ARTICLE | old) + "\n" + json.dumps(LATER) + "\n")
    assert escalation_watch("backfill", "articles.jsonl", "--alerts", folder=folder).returncode == 0
    done = escalation_watch("history", "explain", "armenia-azerbaijan", "--figures", folder=folder)
    assert done.returncode == 0, done.stderr
    assert "Armenia, combatants, killed: 135" in done.stdout
    assert "rise: 105 → 135 (a newer, higher count) [Agency One]" in done.stdout
    assert "6,500 soldiers died in their war of 2020.” – about an earlier war or incident" in done.stdout
    record, quiet = lines_of(escalation_watch("history", "explain", "armenia-azerbaijan", "--json", folder=folder).stdout)
    assert record["subject"] in done.stdout
    assert quiet["subject"] == "Changes that did not ring"
    unknown = escalation_watch("history", "explain", "nowhere", folder=folder)
    assert unknown.returncode == 1
    assert "there is armenia-azerbaijan" in unknown.stderr
    newest = lines_of(escalation_watch("alerts", "list", "--quiet", "--json", folder=folder).stdout)[0]
    shown = escalation_watch("alerts", "show", str(newest["id"]), folder=folder)
    assert "Where it stands today" in shown.stdout
    assert "rise: 105 → 135" in shown.stdout


def test_a_fresh_folder_has_a_status_and_no_alerts(folder: Path) -> None:
    done = escalation_watch("status", "--json", folder=folder)
    assert done.returncode == 0, done.stderr
    [queue] = [record for record in lines_of(done.stdout) if record["type"] == "queue"]
    assert (queue["pending"], queue["hints"]) == (0, None)
    assert escalation_watch("alerts", "list", "--json", folder=folder).stdout == ""
    missing = escalation_watch("alerts", "show", "nowhere", folder=folder)
    assert (missing.returncode, missing.stdout) == (1, "")
    assert "nowhere" in missing.stderr
    assert escalation_watch("status", "--health", "poll", folder=folder).returncode == 1
    assert escalation_watch("status", "--health", "pol", folder=folder).returncode == 2


def test_backfill_is_idempotent_and_names_what_it_rejects(folder: Path) -> None:
    (folder / "articles.jsonl").write_text(json.dumps(ARTICLE) + "\n{}\n")
    first = escalation_watch("backfill", "articles.jsonl", "--json", folder=folder)
    assert first.returncode == 3, first.stderr
    assert "articles.jsonl:2: rejected:" in first.stderr
    [told] = lines_of(first.stdout)
    assert (told["new"], told["rejected"]) == (1, 1)
    [again] = lines_of(escalation_watch("backfill", "articles.jsonl", "--json", folder=folder).stdout)
    assert [again[name] for name in ("read", "new", "skipped", "rejected")] == [2, 0, 1, 1]


def test_feeds_are_added_exported_removed_and_imported(folder: Path) -> None:
    before = (folder / "config" / "feeds.toml").read_text()
    url = "https://b.example.org/feed.xml"
    added = escalation_watch("feeds", "add", url, "--name", "B", "--trust", "primary", folder=folder)
    assert added.returncode == 0, added.stderr
    exported = escalation_watch("feeds", "export", folder=folder)
    assert (exported.returncode, url in exported.stdout) == (0, True)
    (folder / "feeds.opml").write_text(exported.stdout)
    assert escalation_watch("feeds", "remove", url, folder=folder).returncode == 0
    assert (folder / "config" / "feeds.toml").read_text().split() == before.split()
    imported = escalation_watch("feeds", "import", "feeds.opml", folder=folder)
    assert "1 feeds added, 1 left out" in imported.stdout
    names = [record["name"] for record in lines_of(escalation_watch("feeds", "list", "--json", folder=folder).stdout)]
    assert names == ["Example World", "B"]


REFUSED = {
    "a feed that is there": ["feeds", "add", "https://news.example.org/world.xml/"],
    "another scheme": ["feeds", "add", "javascript:alert(1)"],
    "a password": ["feeds", "add", "https://me:XsecretX@a.example.org/"],
    "a language that is none": ["feeds", "add", "https://a.example.org/", "--language", "english"],
    "a trust that is none": ["feeds", "add", "https://a.example.org/", "--trust", "best"],
    "removing what is not there": ["feeds", "remove", "https://a.example.org/"],
    "a destination that is not there": ["alerts", "test", "desk"],
}


@pytest.mark.parametrize("arguments", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_ends_with_2_and_changes_nothing(folder: Path, arguments: list[str]) -> None:
    before = (folder / "config" / "feeds.toml").read_bytes()
    done = escalation_watch(*arguments, folder=folder)
    assert done.returncode == 2
    assert done.stderr.startswith("escalation-watch: ")
    assert "Traceback" not in done.stderr
    assert "XsecretX" not in done.stderr
    assert (folder / "config" / "feeds.toml").read_bytes() == before


def test_a_test_alert_reaches_the_terminal(folder: Path) -> None:
    done = escalation_watch("alerts", "test", "terminal", folder=folder)
    assert done.returncode == 0, done.stderr
    assert "This is a test" in done.stdout


@pytest.mark.parametrize("arguments", [["feeds", "list", "--json"], ["analyse", "many.jsonl", "--json"], ["--help"]], ids=str)
def test_a_reader_that_goes_away_ends_the_command_without_a_word(folder: Path, arguments: list[str]) -> None:
    feeds = "".join(f'[[feed]]\nname = "{n}"\nurl = "https://f{n}.example.org/{"x" * 200}"\n' for n in range(1000))
    write(folder / "config", feeds=feeds)
    (folder / "many.jsonl").write_text("".join(json.dumps(ARTICLE | {"id": f"a{n}"}) + "\n" for n in range(1000)))
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "service", *arguments]
    with os.fdopen(writing, "wb") as out:
        done = subprocess.run(
            command, cwd=folder, env=environment(), stdout=out, stderr=subprocess.PIPE, text=True, timeout=60, check=False
        )
    assert done.stderr == ""
    assert done.returncode == 141


def test_an_interrupted_command_ends_quietly_with_130(folder: Path) -> None:
    command = [
        sys.executable,
        "-c",
        # a shell lets what it starts in the background ignore interrupts, and a test runner hands that on
        (
            "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
            "print('up', file=sys.stderr, flush=True); from service.cli import main; sys.exit(main())"
        ),
        "analyse",
        "-",
    ]
    with subprocess.Popen(
        command, cwd=folder, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stderr.readline()
        process.stdin.write(json.dumps(ARTICLE) + "\n" * 20_000)
        process.stdin.flush()
        process.stdout.readline()  # it is at work, and waits for more
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert errors == ""


SECRETS = {
    "SLACK_WEBHOOK_URL": "https://127.0.0.1:9/services/T0/B0/XsecretXslackX",
    "ALERT_WEBHOOK_URL": "https://127.0.0.1:9/XsecretXhookX",
    "ALERT_WEBHOOK_SECRET": "whsec_XsecretXsigningXkeyXofX32Xletters",
    "REDIS_URL": "redis://:XsecretXredisX@127.0.0.1:9/0",
    "WEB_TOKEN": "XsecretXtokenXofXsomeXlength",
}


@pytest.mark.parametrize(
    ("arguments", "extra"),
    [
        (["config", "check"], {}),
        (["config", "check", "--json"], {}),
        (["status"], {}),
        (["status", "--json"], {}),
        (["alerts", "test", "slack"], {}),
        (["alerts", "test", "webhook"], {}),
        (["feeds", "list"], {}),
        (["status"], {"DATABASE_URL": "postgresql://watch:XsecretXdbX@127.0.0.1:9/watch"}),
        (["poll"], {"DATABASE_URL": "postgresql://watch:XsecretXdbX@127.0.0.1:9/watch"}),
        (["config", "check"], {"DATABASE_URL": "XsecretXdbX"}),
        (["config", "check"], {"REDIS_URL_FILE": "/nowhere"}),
    ],
    ids=str,
)
def test_no_command_shows_a_secret(folder: Path, arguments: list[str], extra: dict[str, str]) -> None:
    done = escalation_watch(*arguments, folder=folder, env=environment(**SECRETS | extra))
    assert "XsecretX" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1, 2)


def test_the_module_and_the_installed_command_are_the_same(folder: Path) -> None:
    installed = ROOT / ".venv" / "bin" / "escalation-watch"
    if not installed.exists():
        pytest.skip("the command is not installed in .venv")
    done = subprocess.run([installed, "--version"], capture_output=True, text=True, timeout=60, check=False, env=environment())
    assert done.stdout == escalation_watch("--version", folder=folder).stdout
