"""OPML: whole or not at all, nested at will, and back again."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.errors import OpmlError
from service.feeds.opml import export_opml, import_opml, parse_opml
from service.models import Feed

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def opml(*lines: str) -> bytes:
    return "\n".join(["<?xml version='1.0'?>", "<opml version='2.0'><body>", *lines, "</body></opml>"]).encode()


def urls(body: bytes) -> list[str]:
    return [feed.url for feed in parse_opml(body, file="f.opml").feeds]


def test_feeds_are_found_at_any_depth_and_in_order() -> None:
    body = opml(
        "<outline xmlUrl='https://a.example/' text='A'/>",
        "<outline text='World'><outline text='Caucasus'><outline type='rss' xmlUrl='https://b.example/' title='B'/></outline>",
        "<outline XMLURL='https://c.example/' text='C'/></outline>",
        "<outline text='a note'/>",
    )
    assert urls(body) == ["https://a.example/", "https://b.example/", "https://c.example/"]


def test_ten_thousand_levels_are_no_problem() -> None:
    body = opml("<outline text='x'>" * 10_000, "<outline xmlUrl='https://a.example/'/>", "</outline>" * 10_000)
    assert urls(body) == ["https://a.example/"]


def test_name_trust_and_language_are_taken_where_they_are_there() -> None:
    body = opml(
        "<outline text='Primary'><outline xmlUrl='https://a.example/' text='short' title='Long &amp;amp; name' language='en-GB'/>",
        "</outline>",
        "<outline text='World'><outline xmlUrl='https://b.example/' language='english'/></outline>",
    )
    assert parse_opml(body, file="f.opml").feeds == (
        Feed("https://a.example/", "Long & name", "primary", "en-GB"),
        Feed("https://b.example/", "b.example", "unrated", "en"),
    )


def test_the_nearest_group_that_names_a_trust_decides() -> None:
    body = opml(
        "<outline text='primary'><outline text='unrated'><outline text='x'><outline xmlUrl='https://a.example/'/></outline></outline></outline>"
    )
    assert parse_opml(body, file="f.opml").feeds[0].trust == "unrated"


def test_one_address_in_two_spellings_is_taken_once_and_told() -> None:
    body = opml(
        "<outline xmlUrl='https://a.example/feed' text='A'/>", "<outline xmlUrl='http://www.a.example/feed/' text='Again'/>"
    )
    found = parse_opml(body, file="f.opml")
    assert len(found.feeds) == 1
    assert found.duplicates == ("f.opml:4: http://www.a.example/feed/ is there already as A",)


def test_two_feeds_of_one_name_get_names_of_their_own() -> None:
    body = opml(
        *(f"<outline xmlUrl='https://{host}.example/{n}' text='News'/>" for host, n in (("a", 1), ("b", 2), ("b", 3), ("b", 4)))
    )
    names = [feed.name for feed in parse_opml(body, file="f.opml").feeds]
    assert names == ["News", "News (b.example)", "News (2)", "News (3)"]


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("feed://a.example/x", "http://a.example/x"),
        ("feed:https://a.example/x", "https://a.example/x"),
        (" https://a.example/ ", "https://a.example/"),
    ],
)
def test_old_spellings_of_addresses_are_understood(written: str, url: str) -> None:
    assert urls(opml(f"<outline xmlUrl='{written}'/>")) == [url]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", r"f\.opml:1: broken XML"),
        (b"not xml", r"f\.opml:1: broken XML"),
        (b"<opml><body>\n<outline xmlUrl='https://a.example/'>\n</body></opml>", r"f\.opml:3: broken XML: mismatched tag"),
        (b"<html><body/></html>", r"f\.opml is no OPML: it begins with <html>"),
        (b"<rss version='2.0'/>", "is no OPML"),
        (b"<opml><body><outline text='empty'/></body></opml>", "names no feed"),
        (
            opml("<outline xmlUrl='https://a.example/'/>", "<outline xmlUrl='ftp://b.example/'/>"),
            r"f\.opml:4: xmlUrl 'ftp://b\.example/' cannot be used",
        ),
        (opml("<outline xmlUrl='javascript:alert(1)'/>"), "f.opml:3: xmlUrl"),
        (opml("<outline xmlUrl=''/>"), "f.opml:3: xmlUrl '' cannot be used"),
        (opml("<outline xmlUrl='https://me:secret@a.example/'/>"), "f.opml:3: the address carries a user name or password"),
        (
            b"<!DOCTYPE opml [<!ENTITY a 'b'>]><opml><body><outline text='&a;' xmlUrl='https://a.example/'/></body></opml>",
            "XML entities",
        ),
        (b"<!DOCTYPE opml [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><opml>&a;</opml>", "XML entities"),
        (b"<?xml version='1.0' encoding='no-such'?><opml/>", "f.opml"),
    ],
)
def test_a_bad_file_is_named_with_its_line_and_nothing_is_imported(body: bytes, words: str) -> None:
    with pytest.raises(OpmlError, match=words) as error:
        parse_opml(body, file="f.opml")
    assert "secret" not in error.value.message


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(OpmlError, match=r"none\.opml cannot be read: No such file"):
        import_opml(tmp_path / "none.opml")
    with pytest.raises(OpmlError, match="cannot be read"):
        import_opml(tmp_path)


def test_an_export_is_imported_as_it_was(tmp_path: Path) -> None:
    feeds = (
        Feed("https://a.example/?a=1&b=2", 'Quote " and <tag> & more', "primary", "en-GB"),
        Feed("https://b.example/", "بي", "established", "ar"),
        Feed("https://c.example/", "C", "unrated", "en"),
    )
    file = tmp_path / "out.opml"
    file.write_text(export_opml(feeds, now=NOW), encoding="utf-8")
    assert import_opml(file).feeds == feeds


def test_an_export_is_grouped_by_trust() -> None:
    feeds = [Feed("https://c.example/", "C"), Feed("https://a.example/", "A", "primary"), Feed("https://b.example/", "B")]
    root = ET.fromstring(export_opml(feeds, now=NOW))
    groups = {group.get("text"): [o.get("text") for o in group] for group in root.findall("body/outline")}
    assert groups == {"primary": ["A"], "unrated": ["C", "B"]}
