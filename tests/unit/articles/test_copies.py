"""Copies of an agency text are near, other reports on the same event are not."""

from __future__ import annotations

import pytest

from service.articles.copies import are_near, distance, fingerprint

AGENCY = (
    "Shelling along the northern border killed at least four farmers on Tuesday and drove hundreds of families from their villages, "
    "regional officials said, in the heaviest exchange of fire since a truce was signed two years ago. The defence ministry of the "
    "neighbouring republic denied that its troops had fired first and accused the other army of moving howitzers into the buffer zone "
    "overnight. Mediators in Geneva called on both governments to respect the ceasefire line and offered to host talks before the weekend. "
    "A doctor at the district hospital said by telephone that eleven wounded people, three of them children, had been brought in by noon."
)
OWN_REPORT = (
    "In the cellar of the school the teacher counts her pupils again. Since the first howitzer shells fell on Tuesday morning nobody in "
    "Upper Mill has slept, and the four men who went out did not come back. The mayor walks from house to house with a list. "
    "Officials in the capital speak of the worst breach of the truce in years; in Geneva, far away, diplomats offer a table and chairs. "
    "At the hospital in the district town the beds ran out around noon, says a surgeon, who asks for blood and for quiet."
)


def copies() -> dict[str, str]:
    return {
        "to the letter": AGENCY,
        "other white space": AGENCY.replace(". ", ".\n\n"),
        "the last clause cut": AGENCY.rsplit(",", 2)[0] + ".",
        "a line of the desk added": AGENCY + " Additional reporting by our correspondent in the capital.",
        "two words changed": AGENCY.replace("heaviest", "worst").replace("called on", "urged"),
        "the figure brought up to date": AGENCY.replace("at least four farmers", "at least seven farmers"),
    }


@pytest.mark.parametrize("kind", list(copies()))
def test_a_copy_is_near(kind: str) -> None:
    assert are_near(fingerprint(AGENCY), fingerprint(copies()[kind]))


def test_an_own_report_on_the_same_event_is_no_copy() -> None:
    assert not are_near(fingerprint(AGENCY), fingerprint(OWN_REPORT))


def test_a_fingerprint_is_sixteen_hex_digits_and_the_same_every_time() -> None:
    assert fingerprint(AGENCY) == fingerprint(AGENCY)
    assert len(fingerprint(AGENCY)) == 16
    assert int(fingerprint(AGENCY), 16) >= 0


@pytest.mark.parametrize("text", ["", "Four killed.", "Shelling kills four farmers on the northern border, officials say."])
def test_a_text_too_short_to_compare_has_none_and_is_near_to_nothing(text: str) -> None:
    assert fingerprint(text) == ""
    assert not are_near(fingerprint(text), fingerprint(text))


def test_distance_counts_bits() -> None:
    assert distance("0000000000000000", "000000000000000f") == 4
    assert distance("", "000000000000000f") == 64


def test_eight_bits_are_near_and_nine_are_not() -> None:
    assert are_near("0000000000000000", "00000000000000ff")
    assert not are_near("0000000000000000", "00000000000001ff")
