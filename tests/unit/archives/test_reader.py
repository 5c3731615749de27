"""A path gives the records in it, whatever kind of archive it is."""

from __future__ import annotations

import gzip
import io
import json
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.archives import archive_id, read
from service.archives.pages import date_of_name
from service.errors import ArchiveError
from service.models import ArchiveRecord, RejectedRecord

LINE = b'{"id": "%d", "text": "Four farmers were killed.", "published": "2022-09-13"}\n'
PAGE = (
    '<html><head><meta property="article:published_time" content="2022-09-13T10:30:00Z"><title>Shells kill four</title></head>'
    "<body><p>Four farmers were killed on Tuesday when shells fell on Upper Mill.</p></body></html>"
)
UNDATED = PAGE.replace("article:published_time", "nothing")


def ids(path: Path | str, **options: object) -> list[str]:
    return [one.id if isinstance(one, ArchiveRecord) else str(one) for one in read(path, **options)]  # type: ignore[arg-type]  # passed on


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.jsonl.gz", "a.json", "archive"])
@pytest.mark.parametrize("zipped", [False, True])
def test_json_lines_are_read_under_any_name_zipped_or_not(tmp_path: Path, name: str, zipped: bool) -> None:
    content = LINE % 1 + LINE % 2
    (tmp_path / name).write_bytes(gzip.compress(content) if zipped else content)
    assert ids(tmp_path / name) == ["1", "2"]


@pytest.mark.parametrize("zipped", [False, True])
def test_standard_input_is_json_lines(zipped: bool) -> None:
    content = LINE % 1 + b"broken\n" + LINE % 2
    found = ids("-", stdin=io.BytesIO(gzip.compress(content) if zipped else content))
    assert [found[0], found[2]] == ["1", "2"]
    assert found[1].startswith("-:2: not JSON")


def test_standard_input_that_is_a_pipe_is_read() -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as stream:
        stream.write(LINE % 1)
    with os.fdopen(reading, "rb") as stream:
        assert ids("-", stdin=stream) == ["1"]


def test_a_folder_is_read_deeply_and_by_name(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "b" / "2022-09-14_second.txt").write_text("Nine more were hurt.")
    (tmp_path / "2022-09-13_first.txt").write_text("Four farmers were killed.")
    (tmp_path / "page.html").write_text(PAGE)
    (tmp_path / "page2.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (tmp_path / "more.jsonl").write_bytes(LINE % 7)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden" / "2022-09-13_no.txt").write_text("No.")
    assert ids(tmp_path) == ["2022-09-13_first.txt", "b/2022-09-14_second.txt", "7", "page.html", "page2.html.gz"]


def test_a_page_has_its_own_date_and_its_html(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    [record] = read(tmp_path)
    assert isinstance(record, ArchiveRecord)
    assert (record.published, record.source, record.dated) == (datetime(2022, 9, 13, 10, 30, tzinfo=UTC), tmp_path.name, True)
    assert record.html == PAGE.encode()


def test_the_date_of_a_file_name_comes_first(tmp_path: Path) -> None:
    (tmp_path / "2022-09-15 page.html").write_text(PAGE)
    [record] = read(tmp_path / "2022-09-15 page.html")
    assert isinstance(record, ArchiveRecord)
    assert record.published == datetime(2022, 9, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "moment"),
    [
        ("2022-09-13.txt", datetime(2022, 9, 13, tzinfo=UTC)),
        ("2022-09-13_clashes.txt", datetime(2022, 9, 13, tzinfo=UTC)),
        ("2022-09-13T1030Z_clashes.txt", datetime(2022, 9, 13, 10, 30, tzinfo=UTC)),
        ("2022-09-13_10-30-15_clashes.txt", datetime(2022, 9, 13, 10, 30, 15, tzinfo=UTC)),
        ("20220913-clashes.html", datetime(2022, 9, 13, tzinfo=UTC)),
        ("2022-09-13_9999_dead.txt", datetime(2022, 9, 13, tzinfo=UTC)),
        ("2022-13-13_clashes.txt", None),
        ("clashes_2022-09-13.txt", None),
        ("202209131030.txt", None),
        ("000_ad46bb49.txt", None),
    ],
)
def test_a_file_name_may_begin_with_a_date(name: str, moment: datetime | None) -> None:
    assert date_of_name(name) == moment


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("clashes.txt", b"Four farmers were killed.", "no date in its name: begin the file name with it"),
        ("page.html", UNDATED.encode(), "no date in its name or its metadata"),
        ("2022-09-13.txt", b" \n", "the file is empty"),
        ("2022-09-13.html", b"", "the file is empty"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_reason(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "2022-09-14_good.txt").write_text("Nine were hurt.")
    rejected = [one for one in read(tmp_path) if isinstance(one, RejectedRecord)]
    assert len(rejected) == 1
    assert reason in rejected[0].reason
    assert str(rejected[0]).startswith(str(tmp_path / name))
    assert len(list(read(tmp_path))) == 2


def test_an_undated_file_is_taken_where_dates_are_not_required(tmp_path: Path) -> None:
    (tmp_path / "clashes.txt").write_text("Shells kill four\n\nFour farmers were killed.")
    [record] = read(tmp_path, require_published=False)
    assert isinstance(record, ArchiveRecord)
    assert (record.published, record.title) == (None, "Shells kill four")


@pytest.mark.parametrize("content", ["Café\n".encode(), "Café\n".encode("cp1252"), "\ufeffCafé\n".encode("utf-16-le")])
def test_texts_in_other_encodings_are_read(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "2022-09-13.txt").write_bytes(content)
    [record] = read(tmp_path)
    assert isinstance(record, ArchiveRecord)
    assert record.text.strip() == "Café"


def warc_record(kind: str, url: str, content_type: str, block: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2023-01-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{len(url):032}>\r\nContent-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def warc(path: Path, *, gzipped: bool = True) -> Path:
    """A crawl of one dated page, one undated page, a redirect, a picture, an empty page and a resource."""
    answers: list[tuple[str, str, str, bytes]] = [
        ("https://example.org/1", "200 OK", "text/html; charset=utf-8", PAGE.encode()),
        ("https://www.example.org/2", "200 OK", "text/html", UNDATED.encode()),
        ("https://example.org/3", "302 Found", "text/html", b"<p>elsewhere</p>"),
        ("https://example.org/4.png", "200 OK", "image/png", b"\x89PNG"),
        ("https://example.org/5", "200 OK", "text/html", b""),
    ]
    records = [
        warc_record(
            "response",
            url,
            "application/http; msgtype=response",
            f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body,
        )
        for url, status, kind, body in answers
    ]
    records.append(warc_record("resource", "https://example.org/6", "text/html", PAGE.encode()))
    path.write_bytes(b"".join(gzip.compress(record) if gzipped else record for record in records))
    return path


@pytest.mark.parametrize(("name", "gzipped"), [("crawl.warc.gz", True), ("crawl.warc", False), ("crawl", False)])
def test_a_warc_gives_its_pages(tmp_path: Path, name: str, gzipped: bool) -> None:
    first, second, empty, resource = read(warc(tmp_path / name, gzipped=gzipped))
    assert isinstance(first, ArchiveRecord)
    assert (first.id, first.source, first.line, first.dated) == ("https://example.org/1", "example.org", 1, True)
    assert first.published == datetime(2022, 9, 13, 10, 30, tzinfo=UTC)
    assert isinstance(second, ArchiveRecord)
    assert (second.published, second.dated) == (datetime(2023, 1, 1, tzinfo=UTC), False)
    assert isinstance(empty, RejectedRecord)
    assert "https://example.org/5: the page is empty" in empty.reason
    assert isinstance(resource, ArchiveRecord)
    assert resource.id == "https://example.org/6"


@pytest.mark.parametrize("gzipped", [True, False])
@pytest.mark.parametrize("kept", [0.05, 0.2, 0.35, 0.97])
def test_a_warc_that_breaks_off_gives_what_is_whole_and_says_so(tmp_path: Path, gzipped: bool, kept: float) -> None:
    path = warc(tmp_path / "crawl.warc", gzipped=gzipped)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    *whole, last = read(path)
    assert isinstance(last, RejectedRecord)
    assert any(said in last.reason for said in ("breaks off", "cannot be read on from here", "no WARC record"))
    assert len(whole) == {0.05: 0, 0.2: 0, 0.35: 1, 0.97: 3}[kept]
    for one in whole:
        assert isinstance(one, RejectedRecord) or one.html in (PAGE.encode(), UNDATED.encode())


@pytest.mark.parametrize("kept", [part / 20 for part in range(1, 20)])
def test_wherever_a_compressed_warc_breaks_off_it_says_so(tmp_path: Path, kept: float) -> None:
    path = warc(tmp_path / "crawl.warc.gz")
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    last = list(read(path))[-1]
    assert isinstance(last, RejectedRecord)
    assert "cannot be read on from here" in last.reason


def test_a_warc_compressed_as_a_whole_is_read_too(tmp_path: Path) -> None:
    plain = warc(tmp_path / "crawl.warc", gzipped=False)
    (tmp_path / "crawl.warc.gz").write_bytes(gzip.compress(plain.read_bytes()))
    assert ids(tmp_path / "crawl.warc.gz")[0] == "https://example.org/1"
    assert len(ids(tmp_path / "crawl.warc.gz")) == 4


def test_a_warc_record_without_an_address_or_head_takes_only_itself_down(tmp_path: Path) -> None:
    nameless = warc_record("response", "", "application/http; msgtype=response", b"HTTP/1.1 200 OK\r\n\r\nx")
    headless = warc_record("response", "https://example.org/9", "application/http; msgtype=response", b"no head at all")
    good = warc(tmp_path / "good.warc", gzipped=False).read_bytes()
    (tmp_path / "crawl.warc").write_bytes(nameless.replace(b"WARC-Target-URI: \r\n", b"") + headless + good)
    rejected, *rest = read(tmp_path / "crawl.warc")
    assert isinstance(rejected, RejectedRecord)
    assert rejected.reason == "the record has no WARC-Target-URI"
    assert len(rest) == len(list(read(tmp_path / "good.warc")))


def test_a_warc_record_of_an_impossible_length_is_rejected(tmp_path: Path) -> None:
    record = warc_record("response", "https://example.org/9", "application/http; msgtype=response", b"HTTP/1.1 200 OK\r\n\r\nx")
    (tmp_path / "crawl.warc").write_bytes(record.replace(b"Content-Length: ", b"Content-Length: 9" + b"9" * 60))
    assert all(isinstance(found, RejectedRecord) for found in read(tmp_path / "crawl.warc"))


def test_a_warc_of_other_bytes_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc").write_bytes(b"no warc at all\r\n" * 20)
    [rejected] = read(tmp_path / "crawl.warc")
    assert isinstance(rejected, RejectedRecord)
    assert "not a WARC record" in rejected.reason


def test_a_gzip_that_breaks_off_gives_what_it_has_and_says_so(tmp_path: Path) -> None:
    content = gzip.compress(b"".join(LINE % number + os.urandom(30).hex().encode() + b"\n" for number in range(2000)))
    (tmp_path / "a.jsonl.gz").write_bytes(content[: len(content) // 2])
    found = list(read(tmp_path / "a.jsonl.gz"))
    assert isinstance(found[0], ArchiveRecord)
    assert isinstance(found[-1], RejectedRecord)
    assert "cannot be read on from here" in found[-1].reason


@pytest.mark.parametrize("name", ["missing.jsonl", "missing"])
def test_a_path_that_is_not_there_is_an_error_before_the_first_record(tmp_path: Path, name: str) -> None:
    with pytest.raises(ArchiveError, match=name):
        read(tmp_path / name)
    with pytest.raises(ArchiveError, match=name):
        archive_id(tmp_path / name)


def test_a_folder_with_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    with pytest.raises(ArchiveError, match="holds no archive files"):
        read(tmp_path)


@pytest.mark.parametrize("content", [b"\x89PNG\r\n", b"", b"Four farmers", b"\x1f\x8bbroken"])
def test_a_file_of_no_known_kind_is_an_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "thing").write_bytes(content)
    with pytest.raises(ArchiveError, match="thing"):
        read(tmp_path / "thing")


def test_reading_twice_gives_the_same_records(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"2022-09-13_{number}.txt").write_text(f"{number} were killed.")
    assert list(read(tmp_path)) == list(read(tmp_path))


def test_an_archive_is_the_same_wherever_and_whenever_it_stands(tmp_path: Path) -> None:
    folder = tmp_path / "one" / "archive"
    folder.mkdir(parents=True)
    (folder / "a.jsonl").write_bytes(LINE % 1)
    first = (archive_id(folder), archive_id(folder / "a.jsonl"))
    shutil.copytree(folder, tmp_path / "two" / "archive")
    os.utime(tmp_path / "two" / "archive" / "a.jsonl", (1, 1))
    assert (archive_id(tmp_path / "two" / "archive"), archive_id(tmp_path / "two" / "archive" / "a.jsonl")) == first
    assert len(set(first)) == 2


@pytest.mark.parametrize(
    "change",
    [lambda content: content + LINE % 2, lambda content: content.replace(b"Four", b"Nine"), lambda content: content[:-1]],
)
def test_other_content_is_another_archive(tmp_path: Path, change) -> None:  # type: ignore[no-untyped-def]  # bytes to bytes
    path = tmp_path / "a.jsonl"
    path.write_bytes(LINE % 1)
    before = (archive_id(path), archive_id(tmp_path))
    path.write_bytes(change(LINE % 1))
    after = (archive_id(path), archive_id(tmp_path))
    assert before[0] != after[0]
    assert before[1] != after[1]


def test_another_end_of_a_large_file_is_another_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"x" * 300_000 + b"one")
    before = archive_id(path)
    path.write_bytes(b"x" * 300_000 + b"two")
    assert archive_id(path) != before


def test_standard_input_cannot_be_resumed() -> None:
    with pytest.raises(ArchiveError, match="cannot be resumed"):
        archive_id("-")


def test_dates_in_the_future_are_refused_in_every_kind(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "1", "text": "x", "published": "2099-01-01"}))
    (tmp_path / "2099-01-01_b.txt").write_text("x")
    found = list(read(tmp_path, now=datetime(2022, 9, 13, tzinfo=UTC)))
    assert [type(one) for one in found] == [RejectedRecord, RejectedRecord]
