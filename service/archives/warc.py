"""WARC files (ISO 28500) -> archived records: the HTML pages that were answered with 200."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO

from service.archives.pages import MAX_FILE_BYTES
from service.articles.dates import lies_ahead, read_date
from service.articles.extract import page_metadata
from service.models import ArchiveRecord, RejectedRecord

_CHUNK = 1024 * 1024
_HTML = ("text/html", "application/xhtml+xml")


def read_warc(
    stream: BinaryIO, *, file: str, require_published: bool, now: datetime | None = None
) -> Iterator[ArchiveRecord | RejectedRecord]:
    """Records in the order of the file; ``line`` is the ordinal of the WARC record. What is no page is passed over.

    The id is the page's address, so that later captures are revisions. A page without a date of its own takes the capture's,
    marked as not dated. Damage ends the file with a RejectedRecord: what follows cannot be found again. ``stream`` is
    already inflated, whether it was compressed by record, as the standard asks, or as a whole.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        # HTTP heads are parsed here: within warcio one that is broken, or a record without an address, would end the whole file
        for number, record in enumerate(ArchiveIterator(_Unbroken(stream), no_record_parse=True), start=1):
            wrong = _parse_head(record)
            if wrong:
                yield RejectedRecord(file, number, wrong)
            elif _is_page(record):
                yield _page(record, file=file, number=number, require_published=require_published, now=now)
            elif _breaks_off(record):
                yield RejectedRecord(file, number, "the record breaks off")
        if not number:
            yield RejectedRecord(file, 0, "there is no WARC record in it")
    except (ArchiveLoadFailed, ValueError, OverflowError) as error:  # the last from a length that fits no integer of C
        yield RejectedRecord(file, number + 1, f"not a WARC record, the rest of the file is lost: {str(error).strip()[:160]}")


def _parse_head(record: Any) -> str:
    """Give a response its HTTP head; what is wrong with it, or nothing."""
    from warcio.statusandheaders import StatusAndHeadersParser

    if record.rec_type != "response" or record.length == 0:
        return ""
    url = record.rec_headers.get_header("WARC-Target-URI")
    if not url:
        return "the record has no WARC-Target-URI"
    if not url.lower().startswith(("http://", "https://")):
        return ""
    try:
        record.http_headers = StatusAndHeadersParser([], verify=False).parse(record.raw_stream)
    except EOFError:
        return f"{url[:200]}: the record breaks off"
    return ""


def _is_page(record: Any) -> bool:
    """Whether a warcio record is an HTML page; answers other than 200 are redirects and errors."""
    if record.rec_type == "resource":
        return (record.rec_headers.get_header("Content-Type") or "").lower().startswith(_HTML)
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = (record.http_headers.get_header("Content-Type") or "").lower()
    return str(record.http_headers.get_statuscode()) == "200" and kind.startswith(_HTML)


def _page(
    record: Any, *, file: str, number: int, require_published: bool, now: datetime | None = None
) -> ArchiveRecord | RejectedRecord:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    if not url:
        return RejectedRecord(file, number, "the record has no WARC-Target-URI")
    content = record.content_stream().read(MAX_FILE_BYTES + 1)
    if len(content) > MAX_FILE_BYTES:
        return RejectedRecord(file, number, f"{url[:200]}: longer than {MAX_FILE_BYTES:,} bytes")
    if _breaks_off(record):
        return RejectedRecord(file, number, f"{url[:200]}: the record breaks off")
    if not content.strip():
        return RejectedRecord(file, number, f"{url[:200]}: the page is empty")
    headers = record.http_headers or record.rec_headers
    charset = headers.get_header("Content-Type") or ""
    own = page_metadata(content, url=url, charset=charset).published
    captured = read_date(record.rec_headers.get_header("WARC-Date") or "")
    published: datetime | None = own or captured
    if published is None and require_published:
        return RejectedRecord(file, number, f"{url[:200]}: neither the page nor its capture has a date")
    if lies_ahead(published, now):
        return RejectedRecord(file, number, f"{url[:200]}: its date lies in the future: {published:%Y-%m-%d}")
    return ArchiveRecord(
        id=url[:300], text="", html=content, charset=charset, title="", published=published, dated=own is not None,
        source=_host(url), url=url, language="en", file=file, line=number,
    )  # fmt: skip


def _breaks_off(record: Any) -> bool:
    """Whether the file ended before the length that the record declares; warcio says nothing of it."""
    while record.raw_stream.read(_CHUNK):
        pass
    return bool(getattr(record.raw_stream, "limit", 0) > 0)


class _Unbroken:
    """A stream that says of gzip that breaks off what warcio would take for a proper end."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        # What is whole before the break must come through: GzipFile.read would raise and give nothing of it.
        self._read = getattr(stream, "read1", stream.read)

    def read(self, size: int = -1) -> bytes:
        try:
            return self._read(size)
        except EOFError as error:
            raise OSError(str(error)) from error

    def tell(self) -> int:
        return self._stream.tell()


def _host(url: str) -> str:
    return url.split("://", 1)[-1].split("/", 1)[0].rsplit("@", 1)[-1].lower().removeprefix("www.")
