"""A feed's markup becomes text by paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.articles.plain import plain_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Four killed  in\n village", "Four killed in\nvillage"),
        ("<p>Four <b>killed</b> in village.</p><p>The mayor said so.</p>", "Four killed in village.\nThe mayor said so."),
        ("Four killed<br/>in village", "Four killed\nin village"),
        ("<b>Four</b> killed, <i>nine</i> hurt", "Four killed, nine hurt"),
        ("Four &amp; nine &#8211; &quot;so many&quot;", 'Four & nine – "so many"'),
        ("a < b and b > c", "a < b and b > c"),
        ("<ul><li>Four killed</li><li>nine hurt</li></ul>", "Four killed\nnine hurt"),
        ("<img src=x alt=y>Four killed<script>alert(1)</script><style>p{}</style>", "Four killed"),
        ("<p>Four\n   killed</p>", "Four killed"),
        ("<div><div><p>Four</p></div> killed</div>", "Four\nkilled"),
        ("<p>Four<!-- five --> killed</p>", "Four killed"),
        ("", ""),
        ("<p></p>", ""),
        ("<", "<"),
    ],
)
def test_markup_becomes_text(markup: str, text: str) -> None:
    assert plain_text(markup) == text


def test_text_is_cut_at_the_limit() -> None:
    assert plain_text("<p>four killed</p>", limit_chars=4) == "four"


@given(st.text(alphabet="<>/&;abp #x0\n\x00\ud800!-", max_size=60))
def test_any_markup_is_survived(markup: str) -> None:
    assert isinstance(plain_text(markup), str)
