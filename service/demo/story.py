"""The bundled story as values: outlets, steps and the alerts that must fire."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from typing import Any

from service.models import Alert


@dataclass(frozen=True, slots=True)
class Outlet:
    """One invented outlet; ``format`` is the feed format it speaks: rss, rss091, rdf or atom."""

    id: str
    name: str
    format: str
    trust: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens to a feed: an article appears, or (with ``edited``) an earlier one changes."""

    outlet: str
    id: str
    title: str
    text: str
    published: datetime
    edited: datetime | None
    furniture: bool


@dataclass(frozen=True, slots=True)
class Expected:
    """One alert that must fire, reduced to what a person would check."""

    step: str
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Tale:
    """The whole story in order."""

    title: str
    outlets: tuple[Outlet, ...]
    steps: tuple[Step, ...]
    expected: tuple[Expected, ...]


def load() -> Tale:
    """Read the story that is bundled with the package."""
    raw = tomllib.loads(resources.files("service.demo").joinpath("story.toml").read_text(encoding="utf-8"))
    first_dates = {step["id"]: step["published"] for step in raw["step"] if "published" in step}
    return Tale(
        title=raw["title"],
        outlets=tuple(Outlet(o["id"], o["name"], o["format"], o["trust"]) for o in raw["outlet"]),
        steps=tuple(_step(step, first_dates) for step in raw["step"]),
        expected=tuple(_expected(item, raw["expected"][:index]) for index, item in enumerate(raw["expected"])),
    )


def _step(raw: dict[str, Any], first_dates: dict[str, datetime]) -> Step:
    return Step(
        outlet=raw["outlet"],
        id=raw["id"],
        title=raw["title"],
        text=raw["text"].strip(),
        published=first_dates[raw["id"]],
        edited=raw.get("edited"),
        furniture=raw.get("furniture", False),
    )


def _expected(raw: dict[str, Any], earlier: list[dict[str, Any]]) -> Expected:
    if "ceasefire" in raw:
        before = next((item["ceasefire"] for item in reversed(earlier) if "ceasefire" in item), "none")
        return Expected(raw["step"], "ceasefire", before, raw["ceasefire"])
    return Expected(raw["step"], f"{raw['party']} {raw['kind']}", str(raw.get("before", "–")), str(raw["after"]))


def seen(alert: Alert) -> Expected:
    """An alert that fired, in the form of one that was expected; the step is the last part of its article's address."""
    change = alert.change
    step = alert.article.url.rsplit("/", maxsplit=1)[-1].removesuffix(".html")
    if change.series is None or change.after is None:
        return Expected(step, "ceasefire", change.status_before, change.status_after)
    before = "–" if change.before is None else str(change.before.high)
    return Expected(step, f"{change.series.party} {change.series.kind}", before, str(change.after.high))
