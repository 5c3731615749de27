"""From settings to destinations that alerts can be sent to, and a test alert for trying one out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from service.alerts.outlet import Outlet
from service.alerts.slack import SlackDestination
from service.alerts.terminal import TerminalDestination
from service.alerts.webhook import WebhookDestination
from service.errors import ConfigError
from service.fetch.guard import Guard
from service.models import Alert, ArticleRef, Change, Delivery, Evidence, SeriesKey, Value
from service.settings import Destination


def build_destination(settings: Destination, *, clock: Callable[[], datetime], user_agent: str, guard: Guard) -> Outlet:
    """The outlet of one configured destination; ConfigError names it where its URL, secret or kind cannot be used.

    ``guard`` decides which addresses may be connected to; [fetch] allow opens an intranet's.
    """
    if settings.kind == "terminal":
        return TerminalDestination(settings.name)
    if settings.kind not in {"slack", "webhook"}:
        raise ConfigError(f"destination {settings.name!r} is of unknown kind {settings.kind!r}: slack, webhook or terminal")
    if not settings.url.startswith(("https://", "http://")):
        raise ConfigError(
            f"destination {settings.name!r} has no usable URL: the environment variable its url_env names must hold one"
        )
    make = SlackDestination if settings.kind == "slack" else WebhookDestination
    return make(settings, clock=clock, user_agent=user_agent, guard=guard)


def build_destinations(
    destinations: Sequence[Destination], *, clock: Callable[[], datetime], user_agent: str, guard: Guard
) -> dict[str, Outlet]:
    """All configured destinations by name."""
    return {d.name: build_destination(d, clock=clock, user_agent=user_agent, guard=guard) for d in destinations}


def trial_delivery(destination: str, now: datetime) -> Delivery:
    """A delivery that says plainly that it is a test; it is not in the outbox and its id is new at each moment."""
    series = SeriesKey("test", "", "killed", "Testland", "unknown", "current")
    evidence = Evidence(
        "test", "test", "This is a test of Escalation Watch. Nothing happened.", None, "Escalation Watch", "primary", "", now
    )
    change = Change(
        id="test",
        conflict="test",
        story="test",
        change="rise",
        at=now,
        article="test",
        series=series,
        before=Value(1, 1),
        after=Value(2, 2),
        evidence=(evidence,),
        note="This is a test. Nothing happened.",
    )
    alert = Alert(
        id=f"test-{int(now.timestamp())}",
        type="toll.changed",
        conflict="test",
        conflict_title="Test of a destination",
        story="test",
        story_title="Test",
        change=change,
        article=ArticleRef("test", "", "A test, no news", "Escalation Watch"),
        created=now,
    )
    return Delivery(f"msg_test_{int(now.timestamp() * 1000)}", alert, destination, 1, "sending", now)
