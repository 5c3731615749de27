"""Files of .html and .txt, one article each -> archived records."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import PurePosixPath

from service.articles.dates import lies_ahead, read_date
from service.articles.extract import page_metadata
from service.articles.markup import decode
from service.models import ArchiveRecord, RejectedRecord

MAX_FILE_BYTES = 16 * 1024 * 1024
_DATED_NAME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{8})(?![0-9])(?:[T_ -]([0-9]{2})[:.h-]?([0-9]{2})(?:[:.-]?([0-9]{2}))?Z?(?![0-9]))?"
)
_LONGEST_TITLE = 200


def read_page(
    content: bytes, *, name: str, file: str, source: str, require_published: bool, now: datetime | None
) -> ArchiveRecord | RejectedRecord:
    """One file's record: ``name``, the path within its folder, is its id; the file name's date comes before the page's own."""
    if len(content) > MAX_FILE_BYTES:
        return RejectedRecord(file, 0, f"the file is longer than {MAX_FILE_BYTES:,} bytes")
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        return RejectedRecord(file, 0, "the file is empty")
    suffix = PurePosixPath(name.removesuffix(".gz")).suffix.lower()
    published = date_of_name(PurePosixPath(name).name)
    text, title, html = "", "", b""
    if suffix == ".txt":
        text = decode(content)[0].replace("\x00", "")
        title = _title_line(text)
    else:
        html = content
        published = published or page_metadata(content).published
    if published is None and require_published:
        where = "its name" if suffix == ".txt" else "its name or its metadata"
        return RejectedRecord(
            file, 0, f"no date in {where}: begin the file name with it, as 2022-09-13_{PurePosixPath(name).name}"
        )
    if lies_ahead(published, now):
        return RejectedRecord(file, 0, f"its date lies in the future: {published:%Y-%m-%d}")
    return ArchiveRecord(
        id=name, text=text, html=html, title=title, published=published, source=source, url="", language="en", file=file, line=0
    )


def date_of_name(name: str) -> datetime | None:
    """The ISO date (and time, in UTC) that a file name begins with, as 2022-09-13_1030_title.txt; None without one."""
    match = _DATED_NAME.match(name)
    if match is None:
        return None
    day, hour, minute, second = match.groups()
    if len(day) == len("20220913"):
        day = f"{day[:4]}-{day[4:6]}-{day[6:]}"
    timed = read_date(f"{day}T{hour}:{minute}:{second or '00'}Z") if hour else None
    return timed or read_date(day)


def _title_line(text: str) -> str:
    """The first line where it stands alone above an empty one and is no sentence."""
    lines = text.strip("\ufeff \t\r\n").splitlines()
    alone = len(lines) > 2 and not lines[1].strip()
    first = lines[0].strip() if lines else ""
    return first if alone and len(first) <= _LONGEST_TITLE and not first.endswith((".", ":", ",", '"', "”")) else ""
