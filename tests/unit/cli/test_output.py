"""What commands print, whatever feeds and articles contain."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from rich.console import Console
from rich.table import Table

from service.cli import output, state, status_view
from service.cli.explain import show_report
from service.cli.progress import progress
from service.cli.run import watched
from service.cli.status_view import Status, alive, condition, show_status, status_records
from service.models import CeasefireState, Feed, Ledger, Toll, Value
from service.ports import Backlog, DeadEntry, FeedState, StoredAlert
from service.settings import Destination, Settings
from tests.harness import samples, values
from tests.harness.samples import HOSTILE

NOW = datetime(2022, 9, 15, 12, tzinfo=UTC)


def wide() -> Console:
    return Console(file=io.StringIO(), width=250, highlight=False, force_terminal=False)


def shown(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def status(words: str = "Example") -> Status:
    """A service in which everything that can go wrong has, and every text from outside is ``words``."""
    feeds = [
        FeedState(
            Feed("https://a.example/", words), last_polled=NOW, last_success=NOW - timedelta(minutes=3), entries_seen=1234
        ),
        FeedState(
            Feed("https://b.example/", words), last_polled=NOW, failures=3, last_error=words, next_poll=NOW + timedelta(hours=2)
        ),
        FeedState(Feed("https://c.example/", words), last_polled=NOW, silent=True),
        FeedState(Feed("https://d.example/", words)),
    ]
    key = values.SERIES
    evidence = samples.evidence(quote=words, source=words, claimant=words)
    toll = Toll(key, 49, Value(105, 105, "at_least"), 110, words, NOW, (evidence,))
    truce = CeasefireState(key.conflict, (words,), "violated", NOW, words, None, (evidence,))
    delivery = samples.delivery(state="dead", last_error=words)
    return Status(
        now=NOW,
        feeds=feeds,
        backlog=Backlog(5, 1, 100, 1, NOW - timedelta(hours=3), 2, 1, 90, 240),
        dead_entries=[DeadEntry(7, "https://a.example/", words, words, 5, words)],
        dead_alerts=[StoredAlert(samples.alert(), (delivery,), sent=True)],
        disabled={"desk": words},
        heartbeats={"poll/poll@host-1": NOW, "work/work@host-2": NOW - timedelta(hours=1)},
        ledgers=[Ledger(key.conflict, tolls=(toll,), ceasefire=(truce,))],
        hints=3,
    )


def test_the_status_shows_trouble_feeds_tolls_and_truces() -> None:
    out = wide()
    show_status(out, status())
    text = shown(out)
    for words in (
        "destination desk is switched off", "entry 7 is given up after 5 tries", "alerts resend", "no sign of life from work/work@host-2",
        "failing", "silent", "new", "good", "3 min ago", "in 2 h", "1,234", "Example (3 in a row)", "≥ 105", "49–110", "violated",
        "Example accuses somebody",
    ):  # fmt: skip
        assert words in text, words
    assert text.index("given up") < text.index("entries waiting") < text.index("Feeds (4)") < text.index("Tolls")
    assert text.index("failing") < text.index("silent") < text.index("good")


def test_the_status_records_are_json_and_hold_everything() -> None:
    records = [json.loads(json.dumps(record)) for record in status_records(status())]
    kinds = [record["type"] for record in records]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "process": 2, "queue": 1, "feed": 4, "dead_entry": 1, "dead_delivery": 1, "disabled_destination": 1, "toll": 1, "ceasefire": 1,
    }  # fmt: skip
    feeds = {record["url"]: record for record in records if record["type"] == "feed"}
    assert feeds["https://b.example/"]["condition"] == "failing"
    assert feeds["https://a.example/"]["last_success"] == "2022-09-15T11:57:00Z"
    assert feeds["https://d.example/"]["next_poll"] is None


def test_an_empty_service_says_so() -> None:
    out = wide()
    show_status(out, Status(NOW, [], Backlog(0, 0, 0, 0, None, 0, 0, 0, 0), [], [], {}, {}, []))
    assert "No toll and no ceasefire so far." in shown(out)
    assert "no broker answers" in shown(out)
    assert "No feed was asked so far: `run` or `poll` asks those that `feeds list` shows." in shown(out)


def test_processes_that_a_restart_replaced_are_no_trouble() -> None:
    out = wide()
    before = {"poll/poll@host-7": NOW - timedelta(minutes=9), "poll/poll@host-8": NOW - timedelta(minutes=5)}
    show_status(out, replace(status(), heartbeats=before | {"poll/poll@host-9": NOW}))
    assert "no sign of life" not in shown(out)
    away = wide()
    show_status(away, replace(status(), heartbeats=before))
    assert [line for line in shown(away).splitlines() if "no sign of life" in line] == [
        "! no sign of life from poll/poll@host-8 for 5 min"
    ]


def test_a_role_is_alive_while_one_of_its_processes_gives_signs() -> None:
    assert alive(status(), "poll")
    assert not alive(status(), "work")
    assert not alive(status(), "deliver")


def test_a_feed_is_called_by_its_worst_trouble() -> None:
    both = FeedState(Feed("u", "n"), failures=1, silent=True, last_polled=NOW)
    assert condition(both) == "failing"


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_nothing_from_outside_steers_the_terminal_or_is_read_as_markup(words: str) -> None:
    out = wide()
    show_status(out, status(words))
    report = values.report(
        figures=(values.figure(quote=words, party=words, claimant=words, since=words),),
        ceasefire=(values.statement(quote=words, claimant=words, accuser=words),),
        why_relevant=words,
    )
    show_report(out, words, values.article(title=words), report, explain=True)
    text = shown(out)
    steering = [letter for letter in text if not letter.isprintable() and letter != "\n"]
    assert steering == []
    if "[bold red]" in words:
        assert words in text


def test_an_explained_article_names_its_rules_and_what_was_left_out() -> None:
    out = wide()
    report = values.report(figures=(values.figure(rule="passive:killed", reasons=("party: possessive",)),))
    show_report(out, "002", values.article(), report, explain=True)
    assert "passive:killed, party: possessive" in shown(out)
    plain = wide()
    show_report(plain, "002", values.article(), report, explain=False)
    assert "passive:killed" not in shown(plain)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s ago"),
        (59, "59 s ago"),
        (60, "1 min ago"),
        (7199, "119 min ago"),
        (7200, "2 h ago"),
        (172800, "2 d ago"),
        (-90, "in 1 min"),
    ],
)
def test_how_long_ago_something_is(seconds: int, words: str) -> None:
    assert output.ago(NOW - timedelta(seconds=seconds), NOW) == words


def test_what_never_happened_is_never() -> None:
    assert output.ago(None, NOW) == "never"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Value(49, 49, "at_least"), "≥ 49"),
        (Value(20, 30), "20–30"),
        (Value(6500, 6500), "6,500"),
        (Value(100, 100, "nearly"), "nearly 100"),
    ],
)
def test_a_value_is_shown_with_its_qualifier(value: Value, words: str) -> None:
    assert state.show_value(value) == words


def test_progress_is_plain_lines_where_nobody_looks() -> None:
    out = wide()
    times = iter([0.0, 1.0, 6.0, 6.0, 7.0, 8.0])
    with progress("read", 3, console=out, clock=lambda: next(times)) as advance:
        for _ in range(3):
            advance(1)
    assert shown(out).splitlines() == ["read: 2 of 3, 6 s", "read: 3 of 3, 8 s"]


def test_progress_on_a_terminal_leaves_a_redirected_standard_output_alone(capsys: pytest.CaptureFixture[str]) -> None:
    out = Console(file=io.StringIO(), force_terminal=True, width=100)
    with progress("read", 2, console=out) as advance:
        output.print_json({"a": 1})
        advance(2)
    assert capsys.readouterr().out == '{"a":1}\n'
    assert '{"a":1}' not in shown(out)
    assert "2/2" in shown(out)


def test_the_signs_of_life_that_count_are_six_times_as_old_as_they_come() -> None:
    assert timedelta(seconds=60) == status_view.ALIVE


def terminal(width: int) -> Console:
    return Console(file=io.StringIO(), width=width, highlight=False, force_terminal=True, color_system=None)


def test_on_a_terminal_too_narrow_for_a_table_each_row_is_a_block_and_no_word_is_cut() -> None:
    out = terminal(80)
    output.show_table(out, _alerts(), "when", "change")
    lines = [line.rstrip() for line in shown(out).splitlines()]
    assert lines == [
        "Alerts (1)",
        "2022-09-17 09:00  Azerbaijan: 71 → 77 soldiers killed (+6)",
        "    id 1f31e2600deedc583c44 · conflict armenia-azerbaijan · deliveries terminal",
        "    delivered, slack delivered",
    ]


def test_where_it_fits_a_table_stays_one_and_in_a_pipe_it_is_as_wide_as_it_needs() -> None:
    for out in (terminal(200), Console(file=io.StringIO(), width=40, highlight=False, force_terminal=False)):
        output.show_table(out, _alerts(), "when", "change")
        title, head, row = shown(out).splitlines()
        assert title.rstrip() == "Alerts (1)"
        assert head.split() == ["id", "when", "conflict", "change", "deliveries", "error"]
        assert "armenia-azerbaijan" in row
        assert "terminal delivered, slack delivered" in row


@pytest.mark.parametrize("width", [80, 60])
def test_at_the_width_of_a_small_terminal_the_status_and_a_report_cut_no_name(width: int) -> None:
    out = terminal(width)
    show_status(out, status())
    report = values.report(figures=(values.figure(quote="shells killed 49 conscripts " * 5),))
    show_report(out, "002", values.article(), report, explain=True)
    for whole in (values.CONFLICT, "combatant", "Example", "accuses somebody"):
        assert whole in shown(out), whole
    assert max(len(line.rstrip()) for line in shown(out).splitlines()) <= width


def test_a_start_says_what_is_watched_and_where_alerts_go(tmp_path: Path) -> None:
    slack, terminal_ = Destination("desk", "slack"), Destination("terminal", "terminal")
    made = Settings(tmp_path, tmp_path, feeds=(Feed("https://a.example/", "A"),), destinations=(slack, terminal_))
    assert watched(made) == "watching 1 feeds for 0 conflicts; alerts go to: desk, terminal"


def _alerts() -> Table:
    made = output.table("Alerts (1)", "id", "when", "conflict", "change", "deliveries", "error")
    change = output.words("Azerbaijan: 71 → 77 soldiers killed (+6)")
    made.add_row(
        "1f31e2600deedc583c44", "2022-09-17 09:00", "armenia-azerbaijan", change, "terminal delivered, slack delivered", ""
    )
    return made
