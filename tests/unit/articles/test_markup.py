"""Bytes of a page become markup that is decoded, light and shallow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.articles.markup import MAX_DEPTH, MAX_MARKUP, decode, drop_dead_weight, flatten, prepare
from tests.harness.cost import cpu_seconds

WORDS = "Überfall auf das Café: »vier« Tote"


@pytest.mark.parametrize(
    ("page", "charset"),
    [
        (WORDS.encode("utf-8"), ""),
        (WORDS.encode("utf-8"), "text/html; charset=ISO-8859-1"),  # the server is wrong, the bytes are not
        (b"\xef\xbb\xbf" + WORDS.encode("utf-8"), "windows-1251"),
        (WORDS.encode("utf-16"), ""),
        (WORDS.encode("cp1252"), "text/html; charset=iso-8859-1"),
        (WORDS.encode("cp1252"), "windows-1252"),
        (b'<meta charset="windows-1252">' + WORDS.encode("cp1252"), ""),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">' + WORDS.encode("cp1252"), ""),
    ],
)
def test_text_is_read_whatever_is_declared(page: bytes, charset: str) -> None:
    text, problems = decode(page, charset=charset)
    assert text.endswith(WORDS)
    assert problems == ()


@pytest.mark.parametrize(
    ("words", "charset"),
    [
        ("Четыре солдата погибли", "windows-1251"),
        ("四人死亡", "gb2312"),
        ("四人が死亡", "shift_jis"),
        ("Vier Tote – “Ruhe”", "latin1"),
    ],
)
def test_other_encodings_are_read_by_their_declaration(words: str, charset: str) -> None:
    codec = {"gb2312": "gbk", "shift_jis": "cp932", "latin1": "cp1252"}.get(charset, charset)
    assert decode(words.encode(codec), charset=charset) == (words, ())
    assert decode(f'<meta charset="{charset}">'.encode() + words.encode(codec))[0].endswith(words)


@pytest.mark.parametrize("charset", ["", "utf-8", "no-such-charset", "rot13", "hex", "text/html; charset="])
def test_a_page_without_a_fitting_declaration_is_guessed_and_says_so(charset: str) -> None:
    text, problems = decode("Café Zürich".encode("cp1252"), charset=charset)
    assert "Caf" in text
    assert problems == ("charset_guessed",)


@pytest.mark.parametrize("charset", ["", "utf-8"])
def test_one_broken_byte_does_not_turn_a_utf8_page_into_mojibake(charset: str) -> None:
    text, problems = decode("“Überfall” – vier Tote in der Nähe".encode() + b"\xc3", charset=charset)
    assert text.startswith("“Überfall” – vier Tote in der Nähe")
    assert problems == ("charset_guessed",)


def test_scripts_styles_drawings_and_comments_go_and_linked_data_stays() -> None:
    html = (
        "<head><style>p {}</style><SCRIPT src=x>var a = '<p>no</p>';</SCRIPT >"
        '<script type="application/ld+json">{"@type": "NewsArticle"}</script></head>'
        "<body><!-- <p>no</p> --><svg><text>no</text></svg><p>yes</p><noscript>no</noscript></body>"
    )
    light = drop_dead_weight(html)
    assert "no" not in light
    assert "<p>yes</p>" in light
    assert '{"@type": "NewsArticle"}' in light


@pytest.mark.parametrize("opening", ["<script>", "<!--", "<style>", "<svg", "<iframe "])
def test_what_is_never_closed_hides_nothing_and_costs_no_time(opening: str) -> None:
    html = opening * 100_000 + "<p>yes</p>"
    assert drop_dead_weight(html).endswith("<p>yes</p>")
    assert cpu_seconds(lambda: drop_dead_weight(html)) < 5


def test_shallow_markup_is_left_to_the_letter() -> None:
    html = "<div><p>One<br>two" * 150 + "</div>" * 150
    assert flatten(html, max_depth=MAX_DEPTH) == html


def test_self_closing_elements_make_no_depth() -> None:
    html = "<body>" + "<p>One <li>two <td>three <br> <img src=x>" * 500 + "</body>"
    assert flatten(html, max_depth=MAX_DEPTH) == html


def test_deep_markup_keeps_its_text_and_says_so() -> None:
    markup = prepare("<div>" * 3000 + "<p>deep down</p>" + "</div>" * 3000 + "<p>after</p>")
    assert markup.problems == ("page_flattened",)
    assert "<p>deep down</p>" in markup.html
    assert markup.html.count("<div>") == MAX_DEPTH == markup.html.count("</div>")


def test_a_huge_page_is_cut_and_says_so() -> None:
    markup = prepare("<p>words</p>" * (MAX_MARKUP // 10))
    assert len(markup.html) <= MAX_MARKUP
    assert markup.problems == ("page_truncated",)


@given(st.binary(max_size=300), st.text(max_size=30))
def test_any_bytes_and_any_declaration_are_survived(page: bytes, charset: str) -> None:
    assert isinstance(prepare(page, charset=charset).html, str)
