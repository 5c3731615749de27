"""JSON Lines: good records come through, each bad line is named by file and line with what is wrong."""

from __future__ import annotations

import io
import json
import tarfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.archives import json_lines
from service.archives.json_lines import read_lines
from service.models import ArchiveRecord, RejectedRecord

ROOT = Path(__file__).parents[3]
SUITES = ROOT.parent / "shared" / "suites" / "suites.tar.xz"
GOOD = {
    "id": "1",
    "text": "Four farmers were killed.",
    "title": "Shells kill four",
    "published": "2022-09-13T10:30:00Z",
    "source": "The Example",
}


def lines_of(
    content: bytes, *, require_published: bool = True, now: datetime | None = None
) -> list[ArchiveRecord | RejectedRecord]:
    return list(read_lines(io.BytesIO(content), file="a.jsonl", require_published=require_published, now=now))


def line(**changes: object) -> bytes:
    return json.dumps({**GOOD, **changes}).encode() + b"\n"


def only(content: bytes, *, require_published: bool = True) -> ArchiveRecord:
    [record] = lines_of(content, require_published=require_published)
    assert isinstance(record, ArchiveRecord), record
    return record


def test_a_record_comes_through_with_where_it_stood() -> None:
    assert only(line(language="fr", url="https://example.org/1")) == ArchiveRecord(
        id="1",
        text="Four farmers were killed.",
        title="Shells kill four",
        published=datetime(2022, 9, 13, 10, 30, tzinfo=UTC),
        source="The Example",
        url="https://example.org/1",
        language="fr",
        file="a.jsonl",
        line=1,
    )


@pytest.mark.parametrize(
    ("published", "read"),
    [
        ("2023-02-08 15:44:10+00:00", datetime(2023, 2, 8, 15, 44, 10, tzinfo=UTC)),
        ("2023-02-08T15:44:10", datetime(2023, 2, 8, 15, 44, 10, tzinfo=UTC)),
        ("2023-02-08T17:44:10+02:00", datetime(2023, 2, 8, 15, 44, 10, tzinfo=UTC)),
        ("2023-02-08", datetime(2023, 2, 8, tzinfo=UTC)),
    ],
)
def test_dates_are_utc_unless_they_say_otherwise(published: str, read: datetime) -> None:
    assert only(line(published=published)).published == read


def test_html_is_taken_where_there_is_no_text() -> None:
    record = only(line(text=None, html="<p>Four farmers were killed.</p>"))
    assert (record.text, record.html) == ("", "<p>Four farmers were killed.</p>")
    assert only(line(html="<p>Other.</p>")).html == ""


@pytest.mark.parametrize("ends", [b"\r\n", b"\n", b"\n\n \n", b""])
def test_line_ends_blank_lines_and_a_byte_order_mark_do_no_harm(ends: bytes) -> None:
    content = b"\xef\xbb\xbf" + line().strip() + ends
    assert only(content).id == "1"


def test_a_number_is_an_id_as_good_as_text() -> None:
    assert only(line(id=17)).id == "17"


def test_a_title_stands_in_for_an_empty_text() -> None:
    assert only(line(text="")).title == "Shells kill four"


def test_what_a_database_cannot_hold_is_taken_out() -> None:
    assert only(line(text="Four\x00 farmers \ud83d were killed.")).text == "Four farmers \ufffd were killed."


def test_dates_are_only_required_where_asked() -> None:
    assert only(line(published=None), require_published=False).published is None


BAD: dict[str, tuple[bytes, str]] = {
    "broken JSON": (b'{"id": "1", "text": ', "not JSON"),
    "no JSON": (b"Four farmers were killed.", "not JSON: Expecting value at character 1"),
    "two objects": (line().strip() + line().strip(), "not JSON: Extra data"),
    "NaN": (b'{"id": "1", "text": "x", "weight": NaN}', "NaN is not a JSON number"),
    "Infinity": (b'{"id": "1", "text": "x", "weight": -Infinity}', "-Infinity is not a JSON number"),
    "a key twice": (b'{"id": "1", "text": "x", "text": "y"}', "the key 'text' stands twice"),
    "deep nesting": (b'{"id": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "nested too deeply"),
    "a huge number": (b'{"id": ' + b"9" * 10_000 + b"}", "not a record"),
    "invalid UTF-8": (b'{"id": "1", "text": "caf\xe9"}', "not UTF-8 at byte 25"),
    "UTF-16": ('{"id": "1"}'.encode("utf-16"), "not UTF-8 at byte 1"),
    "a list": (b"[1, 2]", "an object is expected, not a list"),
    "null": (b"null", "an object is expected, not null"),
    "no id": (line(id=None), '"id" is required'),
    "an empty id": (line(id=" "), '"id" must have 1 to 300 characters'),
    "a long id": (line(id="x" * 301), '"id" must have 1 to 300 characters, not 301'),
    "true as id": (line(id=True), '"id" must be text, not true or false'),
    "neither text nor html": (b'{"id": "1", "published": "2022-09-13"}', '"text" or "html" is required'),
    "everything empty": (line(text=" ", html="", title=""), '"text" and "html" are empty and there is no title'),
    "text of a wrong type": (line(text=["Four"]), '"text" must be text, not a list'),
    "title of a wrong type": (line(title=4), '"title" must be text, not a number'),
    "no date": (line(published=None), '"published" is required'),
    "a date in words": (line(published="last Tuesday"), "\"published\" is no ISO 8601 date: 'last Tuesday'"),
    "a day that never was": (line(published="2022-02-30"), '"published" is no ISO 8601 date'),
    "a date as a number": (line(published=1663065000), '"published" must be text, not a number'),
}


@pytest.mark.parametrize("kind", list(BAD))
def test_a_bad_line_is_named_with_what_is_wrong_and_the_rest_goes_on(kind: str) -> None:
    bad, reason = BAD[kind]
    first, rejected, last = lines_of(line(id="first") + bad.strip() + b"\n" + line(id="last"))
    assert isinstance(rejected, RejectedRecord)
    assert reason in rejected.reason
    assert (rejected.file, rejected.line) == ("a.jsonl", 2)
    assert str(rejected).startswith("a.jsonl:2: ")
    assert [isinstance(one, ArchiveRecord) and one.id for one in (first, last)] == ["first", "last"]


def test_a_date_in_the_future_is_refused_where_now_is_known() -> None:
    now = datetime(2022, 9, 13, 12, tzinfo=UTC)
    [rejected] = lines_of(line(published="2099-01-01"), now=now)
    assert isinstance(rejected, RejectedRecord)
    assert "lies in the future" in rejected.reason
    assert isinstance(lines_of(line(published="2022-09-14T11:00:00Z"), now=now)[0], ArchiveRecord)


def test_a_line_too_long_is_passed_over_without_being_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lines, "MAX_LINE_BYTES", 1000)
    rejected, record = lines_of(line(text="x" * 5000) + line(id="after"))
    assert isinstance(rejected, RejectedRecord)
    assert rejected.reason == "the line is longer than 1,000 bytes"
    assert isinstance(record, ArchiveRecord)
    assert (record.id, record.line) == ("after", 2)


@given(st.binary(max_size=200))
def test_any_bytes_are_survived(content: bytes) -> None:
    for one in lines_of(content):
        assert one.line >= 1


def suite_cases() -> list[tuple[str, bytes]]:
    with tarfile.open(SUITES) as suites:
        files = [
            member for member in suites.getmembers() if "jsontestsuite" in member.name.lower() and member.name.endswith(".json")
        ]
        return [(member.name.rsplit("/", 1)[-1], stream.read()) for member in files if (stream := suites.extractfile(member))]


@pytest.mark.skipif(not SUITES.exists(), reason="../shared/suites is not here")
def test_the_json_test_suite_as_a_field_of_a_record() -> None:
    """Valid documents are taken as the value of an unknown field, invalid ones are rejected, and nothing is raised."""
    wrong = []
    cases = suite_cases()
    for name, content in cases:
        if b"\n" in content or b"\r" in content or content.startswith(b"\xef\xbb\xbf"):
            continue
        first, last = lines_of(
            b'{"id": "1", "text": "x", "published": "2022-09-13", "more": ' + content + b"}\n" + line(id="last")
        )
        assert isinstance(last, ArchiveRecord)
        taken = isinstance(first, ArchiveRecord)
        if name[0] in "yn" and taken != (name[0] == "y"):
            wrong.append(name)
    assert len(cases) > 300
    # By decision: a key that stands twice is refused, valid JSON though it is.
    assert {name for name in wrong if name.startswith("y")} <= {
        "y_object_duplicated_key.json",
        "y_object_duplicated_key_and_value.json",
    }
    assert {name for name in wrong if name.startswith("n")} <= set()
