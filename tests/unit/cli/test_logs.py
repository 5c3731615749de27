"""Log lines are one line each, bounded, and without characters that steer a terminal."""

from __future__ import annotations

import io
import json
import logging
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from service.logs import configure_logging, redactor
from service.settings import Settings


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.reset_defaults()
    logging.captureWarnings(False)
    root.handlers[:] = handlers
    root.setLevel(level)


def logging_to(log_format: str, level: str = "info") -> io.StringIO:
    out = io.StringIO()
    configure_logging(Settings(Path("config"), Path("var"), log_format=log_format, log_level=level), out)
    return out


def test_json_lines_hold_time_level_event_and_values() -> None:
    out = logging_to("json")
    structlog.get_logger().info("feed polled", feed="https://a.example/", entries=3, ok=True, nothing=None)
    [line] = out.getvalue().splitlines()
    record = json.loads(line)
    assert record.pop("timestamp").endswith("Z")
    assert record == {
        "level": "info",
        "event": "feed polled",
        "feed": "https://a.example/",
        "entries": 3,
        "ok": True,
        "nothing": None,
    }


def test_what_is_no_terminal_gets_json_unless_told_otherwise() -> None:
    out = logging_to("auto")
    structlog.get_logger().info("x")
    assert json.loads(out.getvalue())["event"] == "x"
    out = logging_to("console")
    structlog.get_logger().info("x", feed="f")
    assert "feed=f" in out.getvalue()


@pytest.mark.parametrize("log_format", ["json", "console"])
@pytest.mark.parametrize("words", ["a\nb", "a\r\nforged=1", "\x1b[2J", "\u202eabc", "\x00\x07", "\ud800", "\u2028x"])
def test_an_event_stays_one_line_without_steering_characters(log_format: str, words: str) -> None:
    out = logging_to(log_format)
    structlog.get_logger().warning(words, title=words)
    [line] = out.getvalue().splitlines()
    assert line.isprintable()


@pytest.mark.parametrize("log_format", ["json", "console"])
def test_a_line_is_bounded(log_format: str) -> None:
    out = logging_to(log_format)
    structlog.get_logger().warning("x" * 1_000_000, **{f"k{n}": "y" * 100_000 for n in range(50)})
    [line] = out.getvalue().splitlines()
    assert len(line) <= 16_000
    if log_format == "json":
        assert json.loads(line)["level"] == "warning"


def test_what_is_below_the_level_is_not_written() -> None:
    out = logging_to("json", "warning")
    structlog.get_logger().info("x")
    assert out.getvalue() == ""


def test_other_libraries_are_heard_from_warnings_on_and_cleaned_like_our_own() -> None:
    out = logging_to("json")
    logging.getLogger("httpx").info("chatter")
    logging.getLogger("rq.worker").warning("job %s\nfailed", "7")
    logging.getLogger("broken").error("%d", "no number")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn("old feature", UserWarning, stacklevel=1)
    events = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [event.get("library") for event in events] == ["rq.worker", "broken", "py.warnings"]
    assert events[0]["event"] == "job 7\\nfailed"


def test_a_traceback_is_kept() -> None:
    out = logging_to("json")
    try:
        int("x")
    except ValueError:
        structlog.get_logger().exception("bad")
    assert "ValueError: invalid literal" in json.loads(out.getvalue())["exception"]


def test_a_closed_stream_never_stops_the_service() -> None:
    out = logging_to("json")
    out.close()
    structlog.get_logger().error("nobody reads this")


def test_the_longest_secret_is_hidden_first_and_escaped_forms_too() -> None:
    hide = redactor(['pass"word', 'pass"word-and-more'])
    assert hide('a pass"word-and-more b') == "a [secret] b"
    assert hide(json.dumps({"a": 'pass"word'})) == '{"a": "[secret]"}'
