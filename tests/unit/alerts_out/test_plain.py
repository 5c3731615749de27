"""Words and links from outside come out harmless."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.alerts.plain import plain, shorten, web_link
from tests.harness.samples import HOSTILE


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_invisible_or_steering_is_left(words: str) -> None:
    assert [c for c in plain(words) if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}] == []


@given(st.text())
def test_no_text_at_all_leaves_a_control_character_or_a_second_line(text: str) -> None:
    found = plain(text)
    assert all(unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} for c in found)
    assert plain(found) == found


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("\x1b[31mred\x1b[0m ink", "red ink"),
        ("\x1b]8;;https://evil.example\x07click\x1b]8;;\x07 here", "click here"),
        ("\x9b2J\x9b1;1Hover", "over"),
        ("first\r\nsecond", "first second"),
        ("a\u202eb\u200bc", "abc"),
        ("Z\u0301\u0301\u0301\u0301\u0301\u0301\u0301", unicodedata.normalize("NFC", "Z\u0301\u0301\u0301\u0301\u0301")),
        ("Đặng Thị Thuỳ, שלום, العربية, Ղարաբաղ", "Đặng Thị Thuỳ, שלום, العربية, Ղարաբաղ"),
        ("“at least 49” – soldiers’ families", "“at least 49” – soldiers’ families"),
    ],
)
def test_what_is_left_reads_as_it_did(raw: str, wanted: str) -> None:
    assert plain(raw) == wanted


def test_a_long_text_is_cut_at_a_word_and_says_so() -> None:
    assert shorten("one two three four", 14) == "one two three…"
    assert shorten("short", 14) == "short"
    assert len(shorten("x" * 100, 14)) == 14


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/",
        "/relative",
        "https://",
        "https:///path",
        "https://reuters.com@evil.example/",
        "https://evil.example\\@reuters.com/",
        "https://ex\u202eample.com/",
        "https://exa\u200bmple.com/",
        "https://e.example:99999/",
        "https://[::1/",
        "https://e.example/" + "x" * 3000,
        "",
    ],
)
def test_a_link_that_is_no_plain_web_address_is_dropped(url: str) -> None:
    assert web_link(url) == ""


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://news.example/a?b=1&c=2#d", "https://news.example/a?b=1&c=2#d"),
        (" http://news.example/a\n", "http://news.example/a"),
        ("https://news.example/a|b>c<d\"e'f g", "https://news.example/a%7Cb%3Ec%3Cd%22e%27f%20g"),
        ("https://news.example/münchen", "https://news.example/münchen"),
        ("http://[2001:db8::1]:8080/x", "http://[2001:db8::1]:8080/x"),
    ],
)
def test_a_web_address_stays_and_cannot_end_the_markup_around_it(url: str, wanted: str) -> None:
    assert web_link(url) == wanted
