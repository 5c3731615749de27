"""Alerts, deliveries and hostile words for the tests of what leaves the service."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from service.models import (
    Alert,
    ArticleRef,
    CeasefireState,
    Change,
    Delivery,
    Entry,
    Evidence,
    Feed,
    Ledger,
    SeriesKey,
    Story,
    Toll,
    Value,
)
from service.ports import FeedState, PollOutcome, Store
from tests.harness.books import whole

AT = datetime(2022, 9, 14, 19, 40, tzinfo=UTC)

HOSTILE: dict[str, str] = {
    "script": "<script>alert(1)</script>",
    "attribute": '" onmouseover="alert(1)" x="',
    "javascript link": "javascript:alert(1)",
    "channel mention": "<!channel> <!here|x> <@U012345> <#C012345>",
    "Slack link": "<https://evil.example/|Reuters>",
    "Slack bold": "*bold* _italic_ ~struck~ `code` ```block```",
    "emoji": ":skull: :+1:",
    "rich markup": "[bold red]x[/] [link=https://evil.example]y[/link]",
    "colour escape": "\x1b[31mred\x1b[0m",
    "title escape": "\x1b]0;owned\x07after",
    "C1 escape": "\x9b2Jafter",
    "line break": "first\r\nsecond\nthird\u2028fourth\u0085fifth",
    "bell and backspace": "a\x07b\x08c\x00d",
    "bidi override": "abc\u202e\u2066fed\u2069\u202c",
    "zero width": "z\u200be\u200dr\ufeffo\u2060",
    "tag characters": "x\U000e0041\U000e0042",
    "marks": "Z" + "\u0301" * 50,
    "formula": '=HYPERLINK("https://evil.example")',
    "template": "{{ 7*7 }} {% raw %}",
    "entity": "&lt;b&gt; &amp;amp;",
}


def evidence(**changes: Any) -> Evidence:
    """Armenia's own count as an agency printed it."""
    sample = Evidence(
        claim="c1",
        article="a1",
        quote="Yerevan said 105 of its troops were killed",
        claimant="Armenia",
        source="Agency One",
        trust="established",
        url="https://one.example/a1",
        published=AT,
    )
    return replace(sample, **changes)


def toll(**changes: Any) -> Change:
    """Armenia's dead rise from at least 49 to 105."""
    sample = Change(
        id="ch1",
        conflict="armenia-azerbaijan",
        story="s1",
        change="rise",
        at=AT,
        article="a1",
        series=SeriesKey("armenia-azerbaijan", "s1", "killed", "Armenia", "combatant", "current"),
        before=Value(49, 49, "at_least"),
        after=Value(105, 105),
        evidence=(evidence(),),
        confidence=0.93,
        confirmed=True,
    )
    return replace(sample, **changes)


def truce(**changes: Any) -> Change:
    """The truce is broken, says Azerbaijan."""
    sample = Change(
        id="ch2",
        conflict="armenia-azerbaijan",
        story="s1",
        change="status",
        at=AT,
        article="a1",
        parties=("Armenia", "Azerbaijan"),
        status_before="agreed",
        status_after="violated",
        evidence=(evidence(quote="Armenian forces violated the ceasefire", claimant="Azerbaijan"),),
        confidence=0.7,
    )
    return replace(sample, **changes)


def alert(change: Change | None = None, **changes: Any) -> Alert:
    """The alert of a change, in the conflict's name."""
    change = change or toll()
    sample = Alert(
        id=f"al-{change.id}",
        type="ceasefire.changed" if change.series is None else "toll.changed",
        conflict=change.conflict,
        conflict_title="Armenia – Azerbaijan",
        story=change.story,
        story_title="Border clashes, September 2022",
        change=change,
        article=ArticleRef("002", "https://one.example/a1", "Armenia says 105 troops killed", "Agency One"),
        created=AT + timedelta(minutes=2),
    )
    return replace(sample, **changes)


def numbered(number: int, conflict: str = "armenia-azerbaijan") -> Alert:
    """The ``number``-th of a row of different alerts of one conflict."""
    change = toll(id=f"{conflict}-{number}", conflict=conflict, after=Value(100 + number, 100 + number))
    return alert(change, id=f"{conflict}-{number:03}")


def delivery(item: Alert | None = None, **changes: Any) -> Delivery:
    """A delivery in its first try."""
    item = item or alert()
    sample = Delivery(f"msg_{item.id}", item, "desk", 1, "sending", AT)
    return replace(sample, **changes)


def hostile_alert(words: str) -> Alert:
    """An alert in which everything that can come from outside is ``words``."""
    bad = evidence(quote=words, claimant=words, source=words, url=words)
    series = SeriesKey("armenia-azerbaijan", "s1", "killed", words, "combatant", "cumulative", since=words)
    return alert(
        toll(evidence=(bad,), series=series, note=words),
        conflict_title=words,
        story_title=words,
        article=ArticleRef(words, words, words, words),
    )


# --- a history worth looking at ----------------------------------------------------------------------------------------
NOW = datetime(2022, 9, 17, 6, 30, tzinfo=UTC)
CONFLICT = "armenia-azerbaijan"


def hours(count: float) -> datetime:
    """So many hours after the first shots of 13 September 2022."""
    return datetime(2022, 9, 13, 0, 5, tzinfo=UTC) + timedelta(hours=count)


def key(kind: str, party: str, role: str = "combatant", **changes: Any) -> SeriesKey:
    """A series of the border clashes."""
    return replace(SeriesKey(CONFLICT, "s1", kind, party, role, "current"), **changes)


def history() -> Ledger:
    """Five days of border clashes as several outlets told them."""
    steps = [
        (
            14,
            key("killed", "Armenia"),
            None,
            Value(49, 49, "at_least"),
            "first",
            "at least 49 of his country’s soldiers were killed",
        ),
        (30, key("killed", "Azerbaijan"), None, Value(50, 50), "first", "Baku reported the death of 50 of its servicemen"),
        (42, key("killed", "Armenia"), Value(49, 49, "at_least"), Value(105, 105), "rise", "105 of its troops were killed"),
        (
            43,
            key("displaced", "Armenia", "civilian"),
            None,
            Value(2750, 2750, "at_least"),
            "first",
            "at least 2,750 people were forced",
        ),
        (60, key("killed", "Azerbaijan"), Value(50, 50), Value(71, 71), "rise", "71 of its troops had died in border clashes"),
        (
            83,
            key("killed", "Armenia"),
            Value(105, 105),
            Value(135, 135),
            "rise",
            "the number of soldiers killed had risen to 135",
        ),
        (90, key("wounded", "Azerbaijan"), None, Value(200, 280), "first", "between 200 and 280 of its soldiers were hurt"),
    ]
    changes = [
        toll(
            id=f"h{n}", series=series, before=before, after=after, change=kind, at=hours(at), article=f"a{n}",
            evidence=(
                evidence(quote=words, claimant=series.party, published=hours(at), article=f"a{n}", claim=f"c{n}"),
                evidence(quote=words + ", it said", claimant=series.party, source="Daily Two", trust="unrated",
                         url="https://two.example/x?a=1&b=2", published=hours(at + 2), article=f"b{n}", claim=f"d{n}"),
            ),
        )
        for n, (at, series, before, after, kind, words) in enumerate(steps)
    ]  # fmt: skip
    truces = [
        truce(id="t1", at=hours(20), status_before="none", status_after="agreed", evidence=(evidence(
            quote="Russia announced on Tuesday that it had negotiated a ceasefire", claimant="Russia", published=hours(20)),)),
        truce(id="t2", at=hours(31), note="Azerbaijan accuses Armenia"),
        truce(id="t3", at=hours(61), status_before="violated", status_after="in_effect", evidence=(evidence(
            quote="Yerevan said a ceasefire was holding on the border", claimant="Armenia", published=hours(61)),)),
    ]  # fmt: skip
    tolls = [
        Toll(
            change.series, change.after.low if n != 5 else 105, change.after, change.after.high, change.series.party, change.at,
            (*change.evidence, evidence(quote="almost 100 dead", counts=False, why="a part of a known total", claim="x", claimant=None)),
        )
        for n, change in enumerate(changes)
        if n in {3, 4, 5, 6} and change.series and change.after
    ]  # fmt: skip
    state = CeasefireState(CONFLICT, ("Armenia", "Azerbaijan"), "in_effect", hours(61), None, None, truces[2].evidence)
    story = Story("s1", CONFLICT, "Border clashes, September 2022", hours(14), hours(90), tuple(c.article for c in changes))
    ordered = tuple(sorted((*changes, *truces), key=lambda change: change.at))
    return Ledger(CONFLICT, (story,), tuple(tolls), (state,), ordered)


def fill(store: Store) -> list[Alert]:
    """Put the history, its alerts in all states of delivery, and feeds in all conditions into a store; the alerts, oldest first."""
    ledger = history()
    told = [alert(c, id=f"alert-{c.id}", created=c.at + timedelta(minutes=3)) for c in ledger.changes]
    with store.conflict_work([CONFLICT]) as work:
        work.save(whole(ledger), None)
        for n, item in enumerate(told):
            quiet = "a change of 4, less than 5" if n == 1 else ""
            work.add_alert(item, destinations=["newsroom", "archive"], available_at=item.created, quiet=quiet)
    store.due_deliveries(NOW, limit=100, lease=60)
    by_state = [d.id for s in reversed(store.alerts(limit=50)) for d in s.deliveries]
    store.delivered(by_state[:-3], NOW)
    store.dead_delivery(by_state[-3:-2], error="Slack 'newsroom': answered 403: action_prohibited", now=NOW)
    store.retry_delivery(by_state[-2:], error="no answer within 10 s", available_at=NOW + timedelta(minutes=2))
    store.disable_destination("old-hook", error="answered 410 Gone", now=NOW)
    _fill_feeds(store)
    store.beat("poll", "poll@host-1", NOW - timedelta(seconds=4))
    store.beat("work", "work@host-2", NOW - timedelta(seconds=9))
    store.beat("deliver", "deliver@host-3", NOW - timedelta(minutes=12))
    return told


def _fill_feeds(store: Store) -> None:
    feeds = [
        Feed("https://one.example/feed", "Agency One", trust="primary"),
        Feed("https://two.example/rss", "Daily Two"),
        Feed("https://three.example/atom", "Radio Three", trust="established"),
        Feed("https://four.example/rss", "Region Four"),
    ]
    store.sync_feeds(feeds, NOW)
    good = FeedState(
        feeds[0], interval=120, last_polled=NOW, last_success=NOW - timedelta(seconds=50), last_news=NOW - timedelta(minutes=20),
        next_poll=NOW + timedelta(seconds=70), entries_seen=1412,
    )  # fmt: skip
    failing = replace(
        good,
        feed=feeds[1],
        failures=4,
        last_error="https://two.example/rss: answered 503",
        last_success=NOW - timedelta(hours=5),
    )
    silent = replace(good, feed=feeds[2], silent=True, last_news=NOW - timedelta(days=19), entries_seen=88)
    for state in (good, failing, silent):
        store.record_poll(PollOutcome(state), NOW)
    entry = Entry(
        "https://one.example/feed", "k1", "https://one.example/poison", "An article that kills its worker", "", "", NOW, "", "",
        None, "", NOW,
    )  # fmt: skip
    for number in store.record_poll(PollOutcome(good, (entry,)), NOW):
        store.give_up(number, error="its worker died 5 times while working on it", now=NOW)
