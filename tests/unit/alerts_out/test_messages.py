"""Alerts in words that can be read at three in the morning."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import timedelta
from typing import Any

import pytest

from service.alerts.messages import headline, long, message_of, moment, short
from service.models import Change, SeriesKey, Value
from tests.harness.samples import AT, HOSTILE, alert, evidence, hostile_alert, toll, truce

TITLE = "Armenia – Azerbaijan"


def series(**changes: Any) -> SeriesKey:
    return replace(SeriesKey("armenia-azerbaijan", "s1", "killed", "Armenia", "combatant", "current"), **changes)


HEADLINES: list[tuple[Change, str]] = [
    (toll(), "Armenia: 49+ → 105 soldiers killed (+56)"),
    (toll(change="first", before=None, after=Value(49, 49, "at_least")), "Armenia: 49+ soldiers killed"),
    (
        toll(change="revised_down", before=Value(105, 105), after=Value(90, 90)),
        "Armenia: 105 → 90 soldiers killed (−15), revised down",
    ),
    (toll(change="disputed", before=Value(105, 105), after=Value(200, 200)), "Armenia: 105 or 200 soldiers killed, disputed"),
    (toll(before=Value(20, 30), after=Value(35, 35)), "Armenia: 20–30 → 35 soldiers killed"),
    (toll(before=Value(90, 90), after=Value(100, 100, "nearly")), "Armenia: 90 → nearly 100 soldiers killed (about +10)"),
    (toll(before=Value(90, 90), after=Value(100, 100, "up_to")), "Armenia: 90 → up to 100 soldiers killed"),
    (toll(before=Value(49, 49, "at_least"), after=Value(49, 49)), "Armenia: 49+ → 49 soldiers killed (±0)"),
    (toll(series=series(role="civilian")), "Armenia: 49+ → 105 civilians killed (+56)"),
    (toll(series=series(role="unknown", kind="wounded")), "Armenia: 49+ → 105 people wounded (+56)"),
    (toll(series=series(party="unspecified", role="unknown")), f"{TITLE}: 49+ → 105 people killed (+56)"),
    (
        toll(evidence=(evidence(quote="105 fighters died"),), series=series(party="RSF")),
        "RSF: 49+ → 105 fighters killed (+56)",
    ),
    (toll(evidence=(evidence(quote="105 police officers died"),)), "Armenia: 49+ → 105 police killed (+56)"),
    (toll(evidence=(evidence(quote="105 of them died"),)), "Armenia: 49+ → 105 combatants killed (+56)"),
    (
        toll(
            series=series(party="Palestinians", role="unknown", scope="cumulative", story="", since="2023-10-07"),
            before=Value(15000, 15000, "more_than"),
            after=Value(15207, 15207),
        ),
        "Palestinians: more than 15,000 → 15,207 people killed (+207) since 7 Oct 2023",
    ),
    (
        toll(series=series(scope="cumulative", since="the war began")),
        "Armenia: 49+ → 105 soldiers killed (+56) since the war began",
    ),
    (toll(series=series(scope="cumulative", since="since 2014")), "Armenia: 49+ → 105 soldiers killed (+56) since 2014"),
    (toll(series=series(scope="cumulative")), "Armenia: 49+ → 105 soldiers killed (+56) in all"),
    (toll(series=series(scope="cumulative", since="2023-02-31")), "Armenia: 49+ → 105 soldiers killed (+56) since 2023-02-31"),
    (truce(), "Armenia – Azerbaijan: ceasefire agreed → violated; Azerbaijan accuses Armenia"),
    (truce(note="Armenia accuses Azerbaijan"), "Armenia – Azerbaijan: ceasefire agreed → violated; Armenia accuses Azerbaijan"),
    (truce(note="unnamed accuses Armenia"), "Armenia – Azerbaijan: ceasefire agreed → violated; Armenia is accused"),
    (truce(note="Russia accuses unnamed"), "Armenia – Azerbaijan: ceasefire agreed → violated; Russia says so"),
    (truce(evidence=(evidence(claimant="Russia"),)), "Armenia – Azerbaijan: ceasefire agreed → violated; Russia says so"),
    (truce(evidence=(evidence(claimant=None),)), "Armenia – Azerbaijan: ceasefire agreed → violated"),
    (truce(status_before="none", status_after="agreed"), "Armenia – Azerbaijan: ceasefire agreed"),
    (truce(status_before="agreed", status_after="agreed"), "Armenia – Azerbaijan: ceasefire agreed again"),
    (truce(status_before="extended", status_after="extended"), "Armenia – Azerbaijan: ceasefire extended again"),
    (truce(status_before="violated", status_after="in_effect"), "Armenia – Azerbaijan: ceasefire violated → in effect"),
    (truce(parties=(), status_before="none", status_after="called_for"), f"{TITLE}: ceasefire called for"),
]


@pytest.mark.parametrize(("change", "wanted"), HEADLINES, ids=[wanted for _, wanted in HEADLINES])
def test_the_headline_says_it_all(change: Change, wanted: str) -> None:
    assert headline(change, TITLE) == wanted


@pytest.mark.parametrize(
    ("value", "in_short", "in_full"),
    [
        (Value(49, 49, "at_least"), "49+", "at least 49"),
        (Value(2750, 2750), "2,750", "2,750"),
        (Value(20, 30), "20–30", "between 20 and 30"),
        (Value(100, 100, "more_than"), "more than 100", "more than 100"),
        (Value(100, 100, "about"), "about 100", "about 100"),
    ],
)
def test_a_value_keeps_its_qualifier(value: Value, in_short: str, in_full: str) -> None:
    assert (short(value), long(value)) == (in_short, in_full)


def test_a_message_tells_who_says_it_of_whom_and_when() -> None:
    message = message_of(alert())
    assert (message.before, message.after) == ("at least 49", "105")
    assert message.says == "according to Armenia (its own count)"
    assert message.side == "Armenia (combatants)"
    assert message.when == "14 Sep 2022, 19:40 UTC"
    assert message.certainty == "Confirmed, 1 outlet · confidence high (93 %)"
    assert (message.story, message.conflict) == ("Border clashes, September 2022", TITLE)
    (quote,) = message.quotes
    assert (quote.text, quote.claimant, quote.outlet) == ("Yerevan said 105 of its troops were killed", "Armenia", "Agency One")
    assert quote.url == "https://one.example/a1"


def test_a_count_by_the_other_side_is_not_called_its_own() -> None:
    assert message_of(alert(toll(evidence=(evidence(claimant="Azerbaijan"),)))).says == "according to Azerbaijan"


def test_a_figure_without_claimant_is_the_outlets_word() -> None:
    one = toll(evidence=(evidence(claimant=None),), confirmed=False, confidence=0.4)
    assert message_of(alert(one)).says == "reported by Agency One, which names no source"
    assert message_of(alert(one)).certainty == "Unconfirmed, 1 outlet · confidence low (40 %)"
    two = toll(evidence=(evidence(claimant=None), evidence(claimant=None, source="Paper Two")))
    assert message_of(alert(two)).says == "reported by Agency One and Paper Two"


def test_evidence_that_does_not_count_is_left_out() -> None:
    change = toll(evidence=(evidence(), evidence(quote="an older number", source="Paper Two", counts=False)))
    message = message_of(alert(change))
    assert [q.outlet for q in message.quotes] == ["Agency One"]
    assert "1 outlet" in message.certainty


def test_the_same_words_of_one_outlet_are_quoted_once_and_many_are_counted() -> None:
    many = tuple(evidence(claim=str(n), quote=f"quote {n}") for n in range(7))
    message = message_of(alert(toll(evidence=(*many, many[0]))))
    assert [q.text for q in message.quotes] == ["quote 0", "quote 1", "quote 2", "quote 3"]
    assert message.more_quotes == 3


def test_a_story_called_like_its_conflict_is_not_repeated() -> None:
    assert message_of(alert(story_title=TITLE)).story == ""


def test_times_are_utc_whatever_zone_they_came_in() -> None:
    from datetime import timezone

    assert moment(AT.astimezone(timezone(timedelta(hours=4)))) == "14 Sep 2022, 19:40 UTC"


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_hostile_words_leave_a_message_unclean(words: str) -> None:
    from service.alerts.plain import plain, web_link

    message = message_of(hostile_alert(words))
    strings = [value for value in asdict(message).values() if isinstance(value, str)]
    strings += [value for quote in message.quotes for value in asdict(quote).values()]
    assert [text for text in strings if plain(text) != text] == []
    links = [message.article_url, *(quote.url for quote in message.quotes)]
    assert all(link == web_link(link) for link in links)
    assert not any("javascript" in link for link in links)
