"""What Slack is sent: within its limits, and nothing from outside becomes markup."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from service.alerts.messages import message_of
from service.alerts.slack_blocks import link, mrkdwn, slack_message
from tests.harness.samples import HOSTILE, alert, evidence, hostile_alert, numbered, toll, truce

OWN_LINKS = re.compile(r"<(https?://[^|<>]+)\|([^|<>]*)>")


def texts(payload: dict[str, Any]) -> list[str]:
    """Every text Slack would parse."""
    found = [payload["text"]]
    for block in payload["blocks"]:
        parts = [block["text"]] if "text" in block else block.get("elements", [])
        found += [part["text"] for part in parts if part["type"] == "mrkdwn"]
    return found


def test_before_and_after_quote_outlet_and_link_are_there() -> None:
    payload = slack_message([message_of(alert())]).payload()
    assert payload["text"] == "Armenia – Azerbaijan: Armenia: 49+ → 105 soldiers killed (+56) (confirmed)"
    assert [block["type"] for block in payload["blocks"]] == ["header", "section", "section", "context"]
    said = "\n".join(texts(payload))
    for words in (
        "*▲ Armenia: 49+ → 105 soldiers killed (+56)*",
        "at least 49 → 105, according to Armenia (its own count)",
        "> “Yerevan said 105 of its troops were killed”, Armenia · <https://one.example/a1|Agency One>, 14 Sep 2022, 19:40 UTC",
        "Confirmed, 1 outlet · confidence high (93 %)",
        "Story: Border clashes, September 2022",
    ):
        assert words in said
    assert payload["unfurl_links"] is False


def test_texts_are_verbatim_so_that_slack_links_nothing_by_itself() -> None:
    payload = slack_message([message_of(alert())]).payload()
    parts = [block["text"] for block in payload["blocks"] if block["type"] == "section"]
    parts += [part for block in payload["blocks"] if block["type"] == "context" for part in block["elements"]]
    assert all(part["verbatim"] for part in parts)


def test_alerts_of_one_conflict_travel_in_one_message() -> None:
    payload = slack_message([message_of(alert()), message_of(alert(truce()))]).payload()
    assert [b["type"] for b in payload["blocks"]].count("header") == 1
    assert "Azerbaijan accuses Armenia" in payload["text"]
    assert "49+ → 105" in payload["text"]


@pytest.mark.parametrize("count", [1, 2, 10, 11, 40, 500])
def test_any_number_of_alerts_stays_within_slacks_limits_and_says_what_is_left_out(count: int) -> None:
    long = [
        evidence(claim=str(n), quote=f"{n} " + "words " * 500, source="O" * 300, url="https://x.example/" + "y" * 1900)
        for n in range(9)
    ]
    messages = [message_of(alert(toll(evidence=tuple(long), note="n" * 5000), story_title="t" * 900)) for _ in range(count)]
    payload = slack_message(messages).payload()
    assert len(payload["blocks"]) <= 50
    for block in payload["blocks"]:
        if block["type"] == "section":
            assert len(block["text"]["text"]) <= 3000
    assert len(payload["text"]) <= 4000
    said = "\n".join(texts(payload))
    assert "left out for length" in said
    for text in texts(payload):  # nothing is cut in the middle of a link or an entity
        assert not re.search(r"&(?!amp;|lt;|gt;)", text)
        assert "<" not in OWN_LINKS.sub("", text)


def test_alerts_that_are_not_shown_in_full_still_have_their_headline() -> None:
    payload = slack_message([message_of(numbered(n)) for n in range(14)]).payload()
    said = "\n".join(texts(payload))
    assert all(f"→ {100 + n} soldiers killed" in said for n in range(14))


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_stay_words(words: str) -> None:
    payload = slack_message([message_of(hostile_alert(words))]).payload()
    for text in texts(payload):
        rest = OWN_LINKS.sub("", text)
        assert "<" not in rest
        assert "<!" not in text
        assert "<@" not in text
        assert "javascript:" not in "".join(url for url, _ in OWN_LINKS.findall(text))
    header = payload["blocks"][0]["text"]
    assert header["type"] == "plain_text"
    assert header["emoji"] is False
    json.dumps(payload).encode("ascii")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("<!channel> & co", "&lt;!channel&gt; &amp; co"),
        ("*b* _i_ ~s~ `c`", "∗b∗ ˍiˍ ∼s∼ ˋcˋ"),
        (":skull: at 10:30:45", "∶skull: at 10∶30:45"),
        ("plain words, 49+ – “quoted”", "plain words, 49+ – “quoted”"),
    ],
)
def test_markup_is_taken_away_and_the_words_stay_readable(words: str, wanted: str) -> None:
    assert mrkdwn(words) == wanted


def test_a_link_escapes_its_ampersands_and_words() -> None:
    assert link("https://n.example/?a=1&b=2", "A <b> | *c*") == "<https://n.example/?a=1&amp;b=2|A &lt;b&gt; | ∗c∗>"
