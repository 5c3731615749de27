"""A step chart of tolls over time, as geometry for an inline SVG; no script, no style attribute. Pure.

Coordinates are in SVG user units, the origin at the top left; values grow upwards from zero, time to the right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from service.alerts.messages import STATUS_WORDS, day, long, moment, number
from service.alerts.plain import plain
from service.models import Change, SeriesKey
from service.web.words import TONES, side_and_kind

WIDTH, HEIGHT = 720, 250
_LEFT, _RIGHT, _TOP, _BOTTOM = 62, 16, 18, 30
_MOST_LINES = 6  # as many as there are colours that can be told apart
_STEPS = tuple(
    timedelta(hours=h)
    for h in (
        1,
        3,
        6,
        12,
        24,
        48,
        96,
        7 * 24,
        14 * 24,
        30 * 24,
        91 * 24,
        182 * 24,
        365 * 24,
        5 * 365 * 24,
        20 * 365 * 24,
        100 * 365 * 24,
    )
)


@dataclass(frozen=True, slots=True)
class Dot:
    """One change: its place, the span of its range (equal for a number), and words for the tooltip."""

    x: float
    y: float
    y_low: float
    y_high: float
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """One series: an SVG path and its dots; ``tone`` numbers its colour from 0."""

    label: str
    last: str
    path: str
    dots: tuple[Dot, ...]
    tone: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A turn of a ceasefire across the chart; ``tone`` is good, bad, talk or quiet."""

    x: float
    words: str
    tone: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart for one kind of toll; ``left_out`` counts lines beyond those shown; ``summary`` says in words what it shows."""

    title: str
    summary: str
    lines: tuple[Line, ...]
    left_out: int
    marks: tuple[Mark, ...]
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    top: int = _TOP
    bottom: int = HEIGHT - _BOTTOM


_Steps = Mapping[SeriesKey, Sequence[Change]]


def charts(changes: Sequence[Change], now: datetime) -> tuple[Chart, ...]:
    """One chart for each kind and scope, those with most lines first; charts of one scope share their time axis."""
    groups: dict[tuple[str, str], dict[SeriesKey, list[Change]]] = {}
    for change in sorted(changes, key=lambda c: c.at):
        if change.series is not None and change.after is not None:
            kind = (change.series.scope, change.series.kind)
            groups.setdefault(kind, {}).setdefault(change.series, []).append(change)
    turns = [change for change in changes if change.series is None]
    newest = {kind: _newest(series) for kind, series in groups.items()}
    drawn: list[Chart] = []
    for scope in ("current", "cumulative"):
        shown = {kind: series for kind, series in newest.items() if kind[0] == scope}
        if shown:
            times = [c.at for series in shown.values() for steps in series.values() for c in steps]
            span = _time_span(times, now)
            drawn += [_chart(kind, series, len(groups[kind]) - len(series), turns, span) for kind, series in shown.items()]
    return tuple(sorted(drawn, key=lambda chart: (-len(chart.lines), chart.title)))


def _newest(groups: _Steps) -> _Steps:
    """The series that changed last, as many as a chart can show."""
    ordered = sorted(groups.items(), key=lambda item: item[1][-1].at, reverse=True)
    return dict(ordered[:_MOST_LINES])


def _time_span(times: Sequence[datetime], now: datetime) -> tuple[datetime, datetime]:
    """From a little before the first change up to now, unless that would squeeze the news into a corner."""
    first, last = min(times), max(times)
    margin = max((last - first) * 0.06, timedelta(hours=3))
    recent = last <= now <= last + max(last - first, timedelta(days=1))
    return first - margin, now if recent and now > last else last + margin


def _chart(
    kind: tuple[str, str], groups: _Steps, left_out: int, turns: Sequence[Change], span: tuple[datetime, datetime]
) -> Chart:
    highest = max(change.after.high for steps in groups.values() for change in steps if change.after)
    top, y_ticks = _scale(highest)
    frame = _Frame(*span, top)
    title = f"{kind[1].capitalize()}{', running totals' if kind[0] == 'cumulative' else ''}"
    lines = tuple(_line(series, steps, tone, frame) for tone, (series, steps) in enumerate(groups.items()))
    marks = tuple(
        Mark(frame.x(turn.at), f"{moment(turn.at)}: ceasefire {STATUS_WORDS[turn.status_after]}", TONES[turn.status_after])
        for turn in turns
        if span[0] <= turn.at <= span[1]
    )
    said = [*(f"{line.label}: {line.last}" for line in lines), *(mark.words for mark in marks)]
    return Chart(
        title=title,
        summary=f"{title}, {day(span[0])} to {day(span[1])}. {'; '.join(said)}.",
        lines=lines,
        left_out=left_out,
        marks=marks,
        x_ticks=_time_ticks(frame),
        y_ticks=tuple(Tick(frame.y(value), number(value)) for value in y_ticks),
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    start: datetime
    end: datetime
    top: int

    def x(self, at: datetime) -> float:
        share = (at - self.start) / (self.end - self.start)
        return round(_LEFT + share * (WIDTH - _LEFT - _RIGHT), 1)

    def y(self, value: float) -> float:
        share = value / self.top
        return round(HEIGHT - _BOTTOM - share * (HEIGHT - _TOP - _BOTTOM), 1)


def _line(series: SeriesKey, steps: Sequence[Change], tone: int, frame: _Frame) -> Line:
    side, kind = side_and_kind(series, steps[-1].evidence)
    dots: list[Dot] = []
    path: list[str] = []
    for change in steps:
        if change.after is None:
            continue
        middle = (change.after.low + change.after.high) / 2
        who = ", ".join(dict.fromkeys(plain(e.claimant, 80) for e in change.evidence if e.claimant)) or "no source named"
        x, y = frame.x(change.at), frame.y(middle)
        dots.append(
            Dot(
                x, y, frame.y(change.after.low), frame.y(change.after.high), f"{moment(change.at)}: {long(change.after)}, {who}"
            )
        )
        path.append(f"M{x} {y}" if not path else f"H{x}V{y}")
    path.append(f"H{frame.x(frame.end)}")
    last = steps[-1].after
    return Line(f"{side}: {kind}", long(last) if last else "", "".join(path), tuple(dots), tone)


def _scale(highest: int) -> tuple[int, list[int]]:
    """A round upper end and at most six round ticks, in steps of 1, 2 or 5 times a power of ten."""
    step = 1
    while step * 5 < highest:
        digit = int(str(step)[0])
        step = step * 5 // 2 if digit == 2 else step * 2
    ticks = list(range(0, max(highest, 1) + step, step))
    return ticks[-1], ticks


def _time_ticks(frame: _Frame) -> tuple[Tick, ...]:
    """At most eight ticks at round hours or days, in UTC."""
    step = next((s for s in _STEPS if (frame.end - frame.start) / s <= 8), _STEPS[-1])
    midnight = frame.start.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    ticks: list[Tick] = []
    at = midnight
    while at <= frame.end and len(ticks) < 100:
        if at >= frame.start:
            ticks.append(Tick(frame.x(at), _tick_words(at, step)))
        at += step
    return tuple(ticks)


def _tick_words(at: datetime, step: timedelta) -> str:
    if step >= timedelta(days=91):
        return f"{at:%b %Y}"
    if step >= timedelta(days=1) or at.hour == 0:
        return f"{at.day} {at:%b}"
    return f"{at:%H:%M}"
