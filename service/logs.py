"""Logs on standard error: console lines on a terminal, JSON lines elsewhere; bounded, without control characters or secrets.

Feeds decide what many log lines contain, so every string is made harmless before it is written; values of configured
secrets are replaced wherever they occur, in tracebacks and other libraries' messages too.
"""

from __future__ import annotations

import contextlib
import json
import logging
import sys
from collections.abc import Callable, Iterable, MutableMapping
from typing import Any, TextIO
from urllib.parse import unquote, urlsplit

import structlog

from service.settings import Settings

_LONGEST_VALUE = 2000  # characters of one value
_LONGEST_LINE = 16_000  # characters of one line; a traceback fits
_HIDDEN = "[secret]"
_SHORTEST_SECRET = 4  # hiding shorter ones would garble every line and protect nothing

_hide: Callable[[str], str] = str


def configure_logging(settings: Settings, stream: TextIO | None = None) -> None:
    """Set up structlog and the standard library's logging for this process; ``stream`` is standard error unless given."""
    global _hide  # noqa: PLW0603 - logging is one per process, and so is what it hides
    _hide = redactor(secrets_of(settings))
    level = getattr(logging, settings.log_level.upper())
    out = _Lines(stream)
    as_json = settings.log_format == "json" or (settings.log_format == "auto" and not out.is_terminal())
    last = structlog.processors.JSONRenderer(serializer=_line_of_json) if as_json else _console(colors=out.is_terminal())
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.StackInfoRenderer(),
            structlog.processors.format_exc_info,
            _harmless,
            last,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=lambda *_: out,
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(handlers=[_Foreign()], level=logging.INFO if level == logging.DEBUG else logging.WARNING, force=True)
    logging.captureWarnings(True)


def hide_secrets(text: str) -> str:
    """A text for a person without the secrets of the settings logging was configured with."""
    return _hide(text)


_TELLING_PATH = 16  # characters; Slack's has over 40, and a plain "hook" would be blotted out of every other word


def secrets_of(settings: Settings) -> tuple[str, ...]:
    """Every configured secret as it may appear in a message: whole URLs, their passwords and tokens, signing keys."""
    urls = [settings.database_url, settings.redis_url, *(destination.url for destination in settings.destinations)]
    found = [settings.web.token, *urls]
    for destination in settings.destinations:
        found += [
            destination.secret,
            *destination.secret.split(),
            *(key.removeprefix("whsec_") for key in destination.secret.split()),
        ]
    for url in urls:
        with contextlib.suppress(ValueError):
            parts = urlsplit(url)
            found += [parts.password or "", unquote(parts.password or "")]
    for destination in settings.destinations:  # the path of a Slack URL is the secret, with or without its host
        with contextlib.suppress(ValueError):
            path = urlsplit(destination.url).path.strip("/")
            found.append(path if len(path) >= _TELLING_PATH else "")
    return tuple(dict.fromkeys(secret for secret in found if len(secret) >= _SHORTEST_SECRET))


def redactor(secrets: Iterable[str]) -> Callable[[str], str]:
    """A function that replaces every secret in a text, the longest first, also where JSON has escaped it."""
    ordered = sorted({form for secret in secrets for form in (secret, json.dumps(secret)[1:-1])}, key=len, reverse=True)

    def hide(text: str) -> str:
        for secret in ordered:
            if secret in text:
                text = text.replace(secret, _HIDDEN)
        return text

    return hide


def harmless(text: str, longest: int = _LONGEST_VALUE) -> str:
    """The text with control, bidirectional and other unprintable characters as escapes, cut where it is too long.

    Line breaks and tabs stay: tracebacks need them; JSON and the console renderer put them where they belong.
    """
    if len(text) > longest:
        text = f"{text[:longest]}… ({len(text)} characters)"
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() or letter in "\n\t" else repr(letter)[1:-1] for letter in text)


def _harmless(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for key, value in list(event.items()):
        if key == "exception":
            event[key] = _clean(value, _LONGEST_LINE)
        elif not isinstance(value, bool | int | float | None):
            event[key] = _clean(value, _LONGEST_VALUE).replace("\n", "\\n")
    return event


def _clean(value: object, longest: int) -> str:
    return harmless(_hide(str(value)), longest)


def _line_of_json(event: MutableMapping[str, Any], **_: Any) -> str:
    line = json.dumps(event, ensure_ascii=True, default=str)
    if len(line) > _LONGEST_LINE:
        kept = {key: event.get(key) for key in ("timestamp", "level")}
        line = json.dumps(kept | {"event": str(event.get("event"))[:_LONGEST_VALUE], "cut": len(line)}, ensure_ascii=True)
    return line


def _console(*, colors: bool) -> Callable[..., str]:
    plain = structlog.dev.ConsoleRenderer(colors=colors, exception_formatter=structlog.dev.plain_traceback)

    def render(logger: Any, method: str, event: MutableMapping[str, Any]) -> str:
        rendered = plain(logger, method, event)
        return str(rendered)[:_LONGEST_LINE]

    return render


class _Lines:
    """Writes one line at a time; a stream that is gone must never stop the service."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream

    def is_terminal(self) -> bool:
        stream = self._stream or sys.stderr
        return stream is not None and stream.isatty()

    def msg(self, line: str) -> None:
        stream = self._stream or sys.stderr  # looked up each time: tests and daemons replace it
        with contextlib.suppress(OSError, ValueError):
            if stream is not None:
                stream.write(line.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")
                stream.flush()

    log = debug = info = warn = warning = error = critical = fatal = exception = failure = msg


class _Foreign(logging.Handler):
    """Hands other libraries' messages to structlog, so that they are cleaned like our own."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            message = record.getMessage()
        except (TypeError, ValueError):
            message = str(record.msg)
        structlog.get_logger().log(record.levelno, message, library=record.name, exc_info=record.exc_info or None)
