"""A path -> the records in it, whatever kind of archive it is."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast

from service.archives.json_lines import read_lines
from service.archives.pages import MAX_FILE_BYTES, read_page
from service.archives.warc import read_warc
from service.errors import ArchiveError
from service.models import ArchiveRecord, RejectedRecord

_JSON_LINES = (".jsonl", ".ndjson")
_PAGES = (".html", ".htm", ".xhtml", ".txt")
_WARC = (".warc",)
_KNOWN = (*_JSON_LINES, *_PAGES, *_WARC)
_GZIP = b"\x1f\x8b"


def read(
    path: str | Path, *, require_published: bool = True, now: datetime | None = None, stdin: BinaryIO | None = None
) -> Iterator[ArchiveRecord | RejectedRecord]:
    """Records of an archive, always in the same order, with each one that cannot be used as a RejectedRecord in its place.

    ``path`` is a file (JSON Lines, WARC, .html, .txt, or gzip of these), a folder of such files (read by name, deeply),
    or "-" for JSON Lines on standard input. Raises ArchiveError where there is nothing to read, before the first record.
    """
    if str(path) == "-":
        source = _gunzipped(stdin or sys.stdin.buffer)
        return _guarded(read_lines(source, file="-", require_published=require_published, now=now), "-")
    root = Path(path)
    try:
        files = _files_of(root) if root.is_dir() else [root]
        kinds = [(file, _kind(file)) for file in files]
    except OSError as error:
        raise ArchiveError(f"cannot read the archive {root}: {error.strerror or error}") from error
    if not files:
        raise ArchiveError(f"the folder {root} holds no archive files ({', '.join(_KNOWN)}, or gzip of these)")
    return _records(root, kinds, require_published=require_published, now=now)


def _files_of(root: Path) -> list[Path]:
    """Files of known kinds in a folder, by name; hidden ones and links out of it are passed over."""
    return sorted(
        file
        for file in root.rglob("*")
        if file.is_file()
        and not file.is_symlink()
        and not any(part.startswith(".") for part in file.relative_to(root).parts)
        and file.name.lower().removesuffix(".gz").endswith(_KNOWN)
    )


def _kind(file: Path) -> str:
    """The suffix that says how to read a file, from its name or, where that says nothing, its first bytes."""
    name = file.name.lower().removesuffix(".gz")
    known = next((suffix for suffix in _KNOWN if name.endswith(suffix)), "")
    with _opened(file) as stream:
        if known:
            return known
        try:
            start = stream.read(512).lstrip(b"\xef\xbb\xbf \t\r\n")
        except (OSError, EOFError, zlib.error) as error:
            raise ArchiveError(f"cannot read the archive {file}: {error}") from error
    if start.startswith(b"WARC/"):
        return ".warc"
    if start.startswith(b"{"):
        return ".jsonl"
    if start.startswith(b"<"):
        return ".html"
    raise ArchiveError(f"{file} is no archive this can read: JSON Lines, WARC, .html, .txt, or gzip of these")


def _records(
    root: Path, kinds: list[tuple[Path, str]], *, require_published: bool, now: datetime | None
) -> Iterator[ArchiveRecord | RejectedRecord]:
    for file, kind in kinds:
        yield from _guarded(_records_of(root, file, kind, require_published=require_published, now=now), str(file))


def _records_of(
    root: Path, file: Path, kind: str, *, require_published: bool, now: datetime | None
) -> Iterator[ArchiveRecord | RejectedRecord]:
    with _opened(file) as stream:
        if kind in _JSON_LINES:
            yield from read_lines(stream, file=str(file), require_published=require_published, now=now)
        elif kind in _WARC:
            yield from read_warc(stream, file=str(file), require_published=require_published, now=now)
        else:
            inside = root != file
            name = file.relative_to(root).as_posix() if inside else file.name
            source = root.resolve().name if inside else ""
            content = stream.read(MAX_FILE_BYTES + 1)
            yield read_page(content, name=name, file=str(file), source=source, require_published=require_published, now=now)


def _guarded(records: Iterator[ArchiveRecord | RejectedRecord], file: str) -> Iterator[ArchiveRecord | RejectedRecord]:
    """The records, and one rejection more where the file breaks off or cannot be read on."""
    line = 0
    try:
        for record in records:
            line = record.line
            yield record
    except (OSError, EOFError, zlib.error) as error:
        yield RejectedRecord(file, line + 1 if line else 0, f"the file cannot be read on from here: {error}")


def _opened(file: Path) -> AbstractContextManager[BinaryIO]:
    """The file's bytes, gunzipped where they are gzip whatever the name says."""

    @contextmanager
    def opening() -> Iterator[BinaryIO]:
        with file.open("rb") as stream:
            yield _gunzipped(stream)

    return opening()


def _gunzipped(stream: BinaryIO) -> BinaryIO:
    """The stream, or what is in it where it begins as gzip does."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
    return cast("BinaryIO", gzip.GzipFile(fileobj=buffered) if buffered.peek(2).startswith(_GZIP) else buffered)
