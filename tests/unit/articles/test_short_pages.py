"""A breaking story of two lines is read as its paragraphs, not as one line with heading and byline glued on."""

from __future__ import annotations

from service.articles.extract import extract

PAGE = (
    "<!doctype html><html><head><title>Blast in harbour town</title></head><body><nav><a href='/'>Home</a></nav>"
    "<main><article><h1>Blast in harbour town</h1><p class='byline'>By our correspondent</p>"
    "<p>An explosion killed four dock workers in the harbour of a coastal town on Sunday, the mayor said.</p>"
    "<p>The cause is not known.</p></article></main></body></html>"
)


def test_the_first_sentence_stands_apart_from_heading_and_byline() -> None:
    lines = extract(PAGE).text.splitlines()
    assert "An explosion killed four dock workers in the harbour of a coastal town on Sunday, the mayor said." in lines
    assert not any("correspondent An" in line for line in lines)
