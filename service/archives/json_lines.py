"""JSON Lines -> archived records; the shape is "An article record" of the contract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO, Never

from service.articles.dates import lies_ahead, read_date
from service.errors import RecordError
from service.models import ArchiveRecord, RejectedRecord

# A long-read with its page's HTML is about 2 MB; anything beyond is not one article.
MAX_LINE_BYTES = 16 * 1024 * 1024
_MAX_ID = 300
_TEXTS = ("title", "source", "url", "language", "text", "html")
_LONE_SURROGATES = dict.fromkeys(range(55296, 57344), "�") | {0: None}


def read_lines(
    stream: BinaryIO, *, file: str, require_published: bool, now: datetime | None
) -> Iterator[ArchiveRecord | RejectedRecord]:
    """Records of a stream in its order; each bad line becomes a RejectedRecord, blank lines are passed over.

    A date more than a day after ``now`` (where given) is refused. Errors of the stream itself (OSError, EOFError, zlib.error) are raised.
    """
    for number, raw in _bounded_lines(stream):
        if raw is None:
            yield RejectedRecord(file, number, f"the line is longer than {MAX_LINE_BYTES:,} bytes")
            continue
        line = raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw
        if not line.strip():
            continue
        try:
            yield _record(_parsed(line), file=file, line=number, require_published=require_published, now=now)
        except RecordError as error:
            yield RejectedRecord(file, number, error.message)


def _bounded_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Line numbers from 1 with their bytes, None for a line that is too long; never holds more than one line."""
    number = 0
    while line := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        too_long = len(line) > MAX_LINE_BYTES
        while too_long and line and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE_BYTES)
        yield number, None if too_long else line


def _parsed(line: bytes) -> dict[str, object]:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RecordError(f"not UTF-8 at byte {error.start + 1} of the line") from error
    try:
        found = json.loads(text, object_pairs_hook=_without_duplicates, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise RecordError(f"not JSON: {error.msg} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise RecordError("not a record: nested too deeply") from error
    except ValueError as error:  # a number with more digits than Python converts
        raise RecordError(f"not a record: {str(error)[:100]}") from error
    if not isinstance(found, dict):
        raise RecordError(f"not a record: an object is expected, not {_kind(found)}")
    return found


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise RecordError(f"the key {key[:60]!r} stands twice")
        found[key] = value
    return found


def _no_constant(name: str) -> Never:
    raise RecordError(f"not JSON: {name} is not a JSON number")


def _record(found: dict[str, object], *, file: str, line: int, require_published: bool, now: datetime | None) -> ArchiveRecord:
    texts = {key: _text(found, key) for key in _TEXTS}
    _require_words(found, texts)
    return ArchiveRecord(
        id=_id(found),
        text=texts["text"] if texts["text"].strip() else "",
        html="" if texts["text"].strip() else texts["html"],
        title=" ".join(texts["title"].split()),
        published=_published(found, required=require_published, now=now),
        source=texts["source"].strip(),
        url=texts["url"].strip(),
        language=texts["language"].strip() or "en",
        file=file,
        line=line,
    )


def _require_words(found: dict[str, object], texts: dict[str, str]) -> None:
    """Text or page must be there; an empty text is taken where a title stands for it, as in feeds without summaries."""
    if texts["text"].strip() or texts["html"].strip():
        return
    if "text" not in found and "html" not in found:
        raise RecordError('"text" or "html" is required')
    if not texts["title"].strip():
        raise RecordError('"text" and "html" are empty and there is no title')


def _text(found: dict[str, object], key: str) -> str:
    value = found.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise RecordError(f'"{key}" must be text, not {_kind(value)}')
    return value.translate(_LONE_SURROGATES)


def _id(found: dict[str, object]) -> str:
    value = found.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None:
        raise RecordError('"id" is required')
    if not isinstance(value, str):
        raise RecordError(f'"id" must be text, not {_kind(value)}')
    value = value.translate(_LONE_SURROGATES).strip()
    if not value or len(value) > _MAX_ID:
        raise RecordError(f'"id" must have 1 to {_MAX_ID} characters, not {len(value)}')
    return value


def _published(found: dict[str, object], *, required: bool, now: datetime | None) -> datetime | None:
    value = found.get("published")
    if value is None or value == "":
        if required:
            raise RecordError('"published" is required (ISO 8601, as 2022-09-13T10:30:00Z)')
        return None
    if not isinstance(value, str):
        raise RecordError(f'"published" must be text, not {_kind(value)}')
    moment = read_date(value)
    if moment is None:
        raise RecordError(f'"published" is no ISO 8601 date: {value[:60]!r}')
    if lies_ahead(moment, now):
        raise RecordError(f'"published" lies in the future: {value[:60]!r}')
    return moment


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", int: "a number", float: "a number"}
    return names.get(type(value), "null")
