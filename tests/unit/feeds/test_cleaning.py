"""Titles become plain text, links become addresses, and one page has one form."""

from __future__ import annotations

import pytest

from service.feeds.links import canonical, web_link
from service.feeds.text import plain, storable
from tests.harness.cost import cpu_seconds


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Armenia: 49 killed", "Armenia: 49 killed"),
        ("<b>Armenia</b>: <i class='x'>49</i> killed", "Armenia: 49 killed"),
        ("Killed &amp; wounded", "Killed & wounded"),
        ("Killed &amp;amp; wounded", "Killed & wounded"),
        ("&lt;b&gt;49&lt;/b&gt; killed", "49 killed"),
        ("Yerevan&#8217;s army &#x2013; 49 dead", "Yerevan’s army – 49 dead"),
        ("49 < 77 and 5 > 3", "49 < 77 and 5 > 3"),
        ("first<br/>second<p>third", "first second third"),
        ("<script>alert(1)</script>Truce <style>b{}</style>holds", "Truce holds"),
        ("  Truce \n\t holds\u00a0again  ", "Truce holds again"),
        ("Truce\u202e sdloh\u200b \u200eno\ufeffw\u00ad", "Truce sdloh now"),
        ("Bell\x07 \x1b[31mred\x00", "Bell [31mred"),
        ("half a pair \ud83d", "half a pair"),
        ("AT&T and R&D; done", "AT&T and R&D; done"),
        ("<img src=x onerror=alert(1)>", ""),
        ("Unclosed <b", "Unclosed <b"),
        ("", ""),
    ],
)
def test_a_title_is_plain_text(markup: str, text: str) -> None:
    assert plain(markup, longest=500) == text


def test_a_long_title_is_cut_at_a_word() -> None:
    cut = plain("killed " * 100, longest=50)
    assert cut == "killed " * 6 + "killed…"
    assert len(plain("x" * 600, longest=500)) == 500


@pytest.mark.parametrize(
    "hostile", ["<" * 10**6, "<a " * 10**6, "<script>" * 10**6, "&" * 10**6, "&amp;" * 10**6, "<!--" * 10**6]
)
def test_a_hostile_title_is_cleaned_in_no_time(hostile: str) -> None:
    assert cpu_seconds(lambda: plain(hostile, longest=500)) < 1.0


def test_markup_is_kept_but_for_what_no_database_takes() -> None:
    assert storable("<p>a\0b\ud800 é\u200f</p>", longest=100) == "<p>ab é\u200f</p>"
    assert storable("abc", longest=2) == "ab"


BASE = "https://example.org/news/feed.xml"


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("/a", "https://example.org/a"),
        ("a?b=c", "https://example.org/news/a?b=c"),
        ("//cdn.example/a", "https://cdn.example/a"),
        ("\n   https://example.org/a\n  ", "https://example.org/a"),
        ("https://example.org/\n      a", "https://example.org/a"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("HTTPS://example.org/a", "https://example.org/a"),
        ("HTTP://Example.org/A", "http://Example.org/A"),
        ("https://example.org/a?utm_source=rss", "https://example.org/a?utm_source=rss"),
        ("", ""),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("mailto:a@example.org", ""),
        ("tag:example.org,2022:1", ""),
        ("ftp://example.org/a", ""),
        ("https://user:pw@example.org/a", ""),
        ("http://[broken/", ""),
        ("https:///a", "https://example.org/a"),
        ("https://example.org/\x00a", ""),
        ("https://example.org:99999/", ""),
        ("https://example.org/" + "a" * 5000, ""),
    ],
)
def test_a_link_is_an_absolute_web_address_or_nothing(link: str, url: str) -> None:
    assert web_link(link, BASE) == url


@pytest.mark.parametrize(
    "other",
    [
        "https://www.example.org/a/", "http://example.org/a", "https://EXAMPLE.org:443/a", "https://example.org/a#comments",
        "https://example.org/a?utm_source=rss&utm_medium=feed", "https://example.org/a?fbclid=1", "https://example.org/a?at_medium=RSS",
        "https://example.org/a?traffic_source=rss", "https://example.org./a", "https://example.org/a?",
    ],
)  # fmt: skip
def test_spellings_of_one_page_are_equal(other: str) -> None:
    assert canonical(other) == canonical("https://example.org/a")


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/b", "https://example.org/A", "https://example.org/a?id=1", "https://example.org:8080/a",
        "https://example.org/a#!/story/2", "https://news.example.org/a", "https://example.org/a?id=1&utm_source=x",
    ],
)  # fmt: skip
def test_different_pages_stay_different(other: str) -> None:
    assert canonical(other) != canonical("https://example.org/a")


def test_parameters_that_say_what_to_read_are_kept_in_their_order() -> None:
    assert canonical("https://example.org/?p=2&utm_source=x&id=1") == "example.org?p=2&id=1"
