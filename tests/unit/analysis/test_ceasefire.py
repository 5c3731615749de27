"""Ceasefire statements: sides, quotes, times, and the properties that hold for any text."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.analysis.ceasefire import ceasefire_now, find_ceasefire
from service.analysis.ceasefire_cues import find_cues
from service.analysis.ceasefire_reading import read_statuses
from service.analysis.ceasefire_terms import MAX_NAMES, read_sentence, truce_sentences
from service.analysis.gazetteer_build import build_gazetteer
from service.analysis.languages.en.truce.moods import PRESUPPOSED, STATUSES
from service.analysis.languages.lists import words
from service.analysis.text import prepare
from service.models import CeasefireStatement

GAZETTEER = build_gazetteer(())
PUBLISHED = datetime(2023, 5, 10, tzinfo=UTC)


def _read(text: str) -> tuple[CeasefireStatement, ...]:
    document = prepare(text)
    return find_ceasefire(document, GAZETTEER.mentions(document), published=PUBLISHED)


@pytest.mark.parametrize(
    ("event", "mood", "status", "example"),
    [(*pair, *told) for pair, told in STATUSES.items()],
    ids=[f"{event}, {mood}" for event, mood in STATUSES],
)
def test_an_event_in_a_mood_is_read_from_its_own_example(event: str, mood: str, status: str, example: str) -> None:
    sentence = prepare(example).sentences[0]
    found = read_sentence(sentence, loose=True)
    assert found is not None
    readings = [reading for name in range(len(found.names)) for reading in read_statuses(found, name)]
    assert (event, mood, status) in [(reading.event, reading.mood, reading.status) for reading in readings]


def test_what_is_only_presupposed_has_a_status_to_presuppose() -> None:
    assert not PRESUPPOSED - STATUSES.keys()


@pytest.mark.parametrize(
    ("words", "what", "form"),
    [
        ("agreed to", "making", "ed"),
        ("scrapping", "ending", "ing"),
        ("called off", "ending", "ed"),
        ("broken", "breaking", "ed"),
        ("dies", "ending", "s"),
        ("abiding by", "keeping", "ing"),
        ("ratified", "making", "ed"),
        ("breaches", "breaking", "s"),
    ],
)
def test_a_verb_is_known_in_all_its_forms_with_the_words_that_follow_it(words: str, what: str, form: str) -> None:
    (cue,) = find_cues(tuple(words.split()))
    assert (what, form) in [(meaning.what, meaning.form) for meaning in cue.meanings]


@pytest.mark.parametrize(
    ("text", "accuser", "accused"),
    [
        ("Azerbaijan accused Armenia of violating the ceasefire.", "Azerbaijan", "Armenia"),
        ("Baku blamed Yerevan for breaking the truce with mortar fire.", "Azerbaijan", "Armenia"),
        (
            "The Azerbaijani defence ministry said Armenian forces violated the ceasefire and shelled its positions.",
            "Azerbaijan",
            "Armenia",
        ),
        ("Hezbollah said Israel had breached the truce with three air strikes.", "Hezbollah", "Israel"),
        ("Each accused the other of violating a fragile truce along the front.", None, None),
    ],
)
def test_a_breach_has_an_accuser_and_an_accused_where_the_text_names_them(
    text: str, accuser: str | None, accused: str | None
) -> None:
    (breach,) = [statement for statement in _read(text) if statement.status == "violated"]
    assert (breach.accuser, breach.accused) == (accuser, accused)


def test_a_ceasefire_keeps_when_it_begins_and_ends() -> None:
    (agreed,) = _read(
        "Both armies agreed to a ceasefire that is due to take effect at 9 a.m. on Tuesday and last until Friday."
    )
    assert agreed.starts is not None
    assert agreed.starts.startswith("at 9")
    assert agreed.ends == "friday"


def test_a_long_sentence_is_quoted_by_its_clause() -> None:
    text = (
        "After a night in which residents of the northern suburbs sheltered in cellars without water or power, and in which at least "
        "four hospitals were hit by artillery, the two generals agreed to a seven-day truce, mediators in Juba said, although earlier "
        "promises of the same kind had come to nothing and few of those who fled expect to return soon."
    )
    (agreed,) = [statement for statement in _read(text) if statement.status == "agreed"]
    assert "agreed to a seven-day truce" in agreed.quote
    assert len(agreed.quote) < 160


def test_one_statement_for_each_status_and_scope() -> None:
    statements = _read(
        "Gunmen broke the truce on Monday. They broke the truce again on Tuesday. The army called for a new ceasefire."
    )
    assert sorted((statement.status, statement.scope) for statement in statements) == [
        ("called_for", "current"),
        ("violated", "current"),
    ]


def test_the_newest_truce_outlives_an_older_one_told_further_down() -> None:
    document = prepare(
        "The two armies agreed to a ceasefire on Monday. It will be watched by African officers. Both generals signed it. "
        "Markets reopened in the capital. Trucks brought flour. Children went back to school. "
        "A truce collapsed in April after four days."
    )
    assert ceasefire_now(document, find_ceasefire(document, (), published=PUBLISHED)) == "agreed"


def test_no_truce_is_no_statement() -> None:
    assert _read("Shelling killed four people in the port city on Monday.") == ()
    assert ceasefire_now(prepare(""), ()) == "none"


_WORDS = st.sampled_from(
    [
        *sorted(
            words(
                """
                the a ceasefire truce cease-fire armistice cessation of hostilities pause in fighting agreed to violated despite said Russia
                Armenia broke collapsed , . ; " “ ” no not if until after 2020 has been called for rejected extended on Monday @ % é ٣ TRUCE
                """
            )
        ),
        "\n",
        "\n\n",
        "\u200b",
    ]
)


@given(st.lists(_WORDS, max_size=120).map(" ".join) | st.text(max_size=300))
def test_any_text_is_read_and_every_quote_stands_where_its_offsets_say(text: str) -> None:
    for statement in _read(text):
        assert text[statement.start : statement.end] == statement.quote
        assert statement.quote


def test_a_megabyte_of_truces_is_bounded_work() -> None:
    """What is counted is the pairs of ceasefire and sentence that the rules are tried on, not time."""
    text = "The ceasefire truce ceasefire was not violated despite the truce " * 15_000
    sentences = truce_sentences(prepare(text))
    assert sum(len(sentence.names) for sentence in sentences) <= MAX_NAMES
    assert len(_read(text)) <= 14
