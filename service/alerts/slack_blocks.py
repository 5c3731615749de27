"""Alerts of one conflict as one Slack message: Block Kit for the eye, plain text for notifications. Pure.

Limits by Slack's reference: 50 blocks a message, 3,000 characters a section, 150 a header, 40,000 a fallback text (4,000 advised).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    ContextBlock,
    DividerBlock,
    HeaderBlock,
    MarkdownTextObject,
    PlainTextObject,
    SectionBlock,
)

from service.alerts.messages import Message, Quote
from service.alerts.plain import shorten

MOST_IN_FULL = 10  # alerts shown with quotes: 4 blocks each, within Slack's 50; the others as one line each
_SECTION_CHARS = 3000
_HEADER_CHARS = 150
_FALLBACK_CHARS = 3000
_QUOTE_CHARS = 400

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# Slack has no escape for its other markup. Look-alikes leave the words readable and keep them from being formatted; the exact
# letters are in the webhook and on the page.
_LOOKALIKES = str.maketrans({"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"})
_EMOJI = re.compile(r":(?=[a-z0-9_+'-]+:)", re.IGNORECASE)
_IN_HEADER = str.maketrans({"&": "+", "<": "‹", ">": "›"})  # a header is plain text, in which clients differ about entities


@dataclass(frozen=True, slots=True)
class SlackMessage:
    """``text`` is what notifications and old clients show, already escaped."""

    text: str
    blocks: tuple[Block, ...]

    def payload(self) -> dict[str, Any]:
        """The JSON body; raises slack_sdk's SlackObjectFormationError where a block breaks one of Slack's limits."""
        return {
            "text": self.text,
            "blocks": [block.to_dict() for block in self.blocks],
            "unfurl_links": False,
            "unfurl_media": False,
        }

    def text_only(self) -> dict[str, Any]:
        """The same news without blocks, for when Slack refuses them."""
        return {"text": self.text, "unfurl_links": False, "unfurl_media": False}


def mrkdwn(text: str) -> str:
    """Words from outside inside Slack's markup: nothing in them mentions, links, formats or turns into an emoji."""
    return _EMOJI.sub("∶", text.translate(_LOOKALIKES)).translate(_ENTITIES)


def slack_message(messages: Sequence[Message]) -> SlackMessage:
    """One Slack message for alerts of one conflict, oldest first; at least one."""
    conflict = messages[0].conflict
    blocks: list[Block] = [
        HeaderBlock(text=PlainTextObject(text=shorten(conflict, _HEADER_CHARS).translate(_IN_HEADER), emoji=False))
    ]
    for position, message in enumerate(messages[:MOST_IN_FULL]):
        if position:
            blocks.append(DividerBlock())
        blocks.extend(_alert_blocks(message))
    rest = messages[MOST_IN_FULL:]
    if rest:
        blocks += [DividerBlock(), _section(_lines([f"{m.sign} {mrkdwn(m.headline)}" for m in rest], _SECTION_CHARS))]
    return SlackMessage(_fallback(conflict, messages), tuple(blocks))


def _alert_blocks(message: Message) -> list[Block]:
    blocks: list[Block] = [_section(_summary(message))]
    quotes = [_quote(quote) for quote in message.quotes]
    if message.more_quotes:
        quotes.append(f"and {message.more_quotes} more {'quote' if message.more_quotes == 1 else 'quotes'}")
    if quotes:
        blocks.append(_section(_lines(quotes, _SECTION_CHARS)))
    footer = [message.certainty, *([f"Story: {message.story}"] if message.story else []), f"Alert {message.alert_id}"]
    elements = [_text(mrkdwn(part)) for part in footer]
    return [*blocks, ContextBlock(elements=elements)]


def _summary(message: Message) -> str:
    """Headline, then the step in full words, who says it, which side and when, a line each."""
    step = f"{message.before} → {message.after}" if message.before else f"first figure: {message.after}"
    lines = [
        f"*{message.sign} {mrkdwn(message.headline)}*",
        f"{mrkdwn(step)}, {mrkdwn(message.says)}",
        f"{mrkdwn(message.side)} · {message.when}",
    ]
    if message.note:
        lines.append(f"Note: {mrkdwn(shorten(message.note, _QUOTE_CHARS))}")
    if message.article_url:
        lines.append(f"{link(message.article_url, message.article)} · {mrkdwn(message.outlet)}")
    return _lines(lines, _SECTION_CHARS)


def _quote(quote: Quote) -> str:
    said = f", {mrkdwn(quote.claimant)}" if quote.claimant else ""
    outlet = link(quote.url, quote.outlet) if quote.url else mrkdwn(quote.outlet)
    return f"> “{mrkdwn(shorten(quote.text, _QUOTE_CHARS))}”{said} · {outlet}, {quote.when}"


def link(url: str, words: str) -> str:
    """``<url|words>``; the url has passed ``web_link``, which leaves no bar and no angle bracket in it."""
    return f"<{url.translate(_ENTITIES)}|{mrkdwn(words)}>"


def _lines(lines: Sequence[str], limit: int) -> str:
    """Whole lines only, so that no link or entity is cut in the middle; says how many did not fit."""
    kept: list[str] = []
    room = limit - len("\n… and 9999 more, left out for length")
    for line in lines:
        if len(line) + 1 > room:
            break
        kept.append(line)
        room -= len(line) + 1
    left = len(lines) - len(kept)
    return "\n".join([*kept, f"… and {left} more, left out for length"] if left else kept)


def _fallback(conflict: str, messages: Sequence[Message]) -> str:
    lines = [f"{mrkdwn(m.headline)} ({'confirmed' if m.confirmed else 'unconfirmed'})" for m in messages]
    if len(lines) == 1 and messages[0].headline.startswith(conflict):
        return lines[0]
    return f"{mrkdwn(conflict)}: {lines[0]}" if len(lines) == 1 else _lines([f"{mrkdwn(conflict)}:", *lines], _FALLBACK_CHARS)


def _text(words: str) -> MarkdownTextObject:
    return MarkdownTextObject(text=words, verbatim=True)


def _section(words: str) -> SectionBlock:
    return SectionBlock(text=_text(words))
