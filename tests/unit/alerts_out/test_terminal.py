"""Alerts on a terminal and in a pipe."""

from __future__ import annotations

import io
import unicodedata

import pytest
from rich.console import Console

from service.alerts.terminal import AlertConsole, TerminalDestination, print_alert
from tests.harness.samples import HOSTILE, alert, delivery, hostile_alert


def printed(item: object, *, terminal: bool) -> str:
    out = io.StringIO()
    print_alert(Console(file=out, force_terminal=terminal, width=100, color_system=None), item)  # type: ignore[arg-type]
    return out.getvalue()


@pytest.mark.parametrize("terminal", [True, False])
def test_headline_claimant_quote_and_link_are_shown(terminal: bool) -> None:
    text = printed(alert(), terminal=terminal)
    for words in (
        "Armenia: 49+ → 105 soldiers killed (+56)",
        "at least 49 → 105",
        "according to Armenia",
        "Agency One",
        "“Yerevan said 105 of its troops were killed”",
        "https://one.example/a1",
        "14 Sep 2022, 19:40 UTC",
    ):
        assert words in text


def test_a_pipe_gets_plain_lines_with_the_headline_first() -> None:
    lines = printed(alert(), terminal=False).splitlines()
    assert lines[0] == "▲ Armenia: 49+ → 105 soldiers killed (+56)"
    assert all(line.startswith("    ") for line in lines[1:])


@pytest.mark.parametrize("terminal", [True, False])
@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_cannot_steer_the_terminal(words: str, terminal: bool) -> None:
    text = printed(hostile_alert(words), terminal=terminal)
    lines = text.replace("\x1b[0m", "").split("\n")
    assert [c for line in lines for c in line if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co"}] == []


def test_rich_reads_no_markup_in_what_comes_from_outside() -> None:
    text = printed(hostile_alert("[bold red]x[/] [link=https://evil.example]y[/link]"), terminal=True)
    assert "[bold red]x[/]" in text


async def test_a_closed_pipe_is_a_failure_and_no_crash() -> None:
    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError(32, "Broken pipe")

    outlet = TerminalDestination("terminal", AlertConsole(file=Closed(), force_terminal=False))
    (result,) = await outlet.send([delivery()])
    assert result.error is not None
    assert "Broken pipe" in result.error.message
