"""A folding as plain JSON and back, so that a history can go on from where it was; claims are named, their readings hold them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from typing import Any

from service.history.folding import Folding
from service.history.profiles import Heard, Profile
from service.history.rules import Rules
from service.history.series import Line
from service.history.sides import Sides
from service.history.statements import CeasefireSaying, Statement
from service.history.steps import Standing
from service.history.tolls import Walk
from service.history.truce_state import State
from service.models import Reading, SeriesKey, Value

FORM = 1  # raised when what is remembered changes: a checkpoint of another form is not used
KEPT = 40  # of the newest checkpoints of a conflict
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A conflict's folding after every reading published until ``at``; ``body`` is JSON of the form ``form``."""

    conflict: str
    at: datetime
    body: str
    form: int = FORM


def articles_in(checkpoint: Checkpoint) -> Sequence[str]:
    """The articles whose readings ``restore`` needs."""
    articles: Sequence[str] = json.loads(checkpoint.body)["articles"]
    return articles


def take(folding: Folding) -> Checkpoint:
    """The folding as it is now, but for what it touched. Raises ValueError for one that has met no reading."""
    if folding.newest is None:
        raise ValueError("a folding without readings needs no checkpoint")
    writer = _Writer()
    body = writer.folding(folding)
    body["articles"] = list(writer.articles)
    return Checkpoint(folding.conflict, folding.newest, json.dumps(body, ensure_ascii=False, separators=(",", ":")))


def restore(checkpoint: Checkpoint, readings: Mapping[str, Reading], rules: Rules) -> Folding:
    """The folding as it was, with nothing touched. Raises KeyError where a reading it names is missing."""
    return _Reader(json.loads(checkpoint.body), readings, rules).folding(checkpoint)


def worth_keeping(times: Iterable[datetime]) -> set[datetime]:
    """Of a conflict's checkpoints the newest forty, and of older ones the last of each day for a month, then of each month."""
    newest_first = sorted(times, reverse=True)
    kept = set(newest_first[:KEPT])
    spans: set[str] = set()
    for at in newest_first:
        span = f"{at:%Y-%m-%d}" if newest_first[0] - at < 30 * _DAY else f"{at:%Y-%m}"
        if span not in spans:
            spans.add(span)
            kept.add(at)
    return kept


class _Writer:
    """Values to JSON; each article is written once and named by its place in the list."""

    def __init__(self) -> None:
        self.articles: dict[str, int] = {}

    def folding(self, folding: Folding) -> dict[str, Any]:
        lines, truce = folding.lines, folding.truce
        return {
            "sides": list(folding.sides),
            "told": folding.teller.told,
            "seen": folding.teller.seen,
            "stories": [self.profile(story) for story in folding.teller.open],
            "lines": [self.line(line) for line in lines.every()],
            "waiting": [[*group, [self.said(one) for one in kept]] for group, kept in lines.waiting.items()],
            "started": {story: _number(at) for story, at in lines.started.items()},
            "state": self.state(truce.state),
            "former": [self.state(state) for state in truce.former],
            "heard": [self.said(saying) for saying in truce.heard],
            "sayings": [[self.said(saying), counts, why] for saying, counts, why in truce.verdicts.values()],
            "names": truce.names,
            "losses": truce.losses,
        }

    def said(self, one: Statement | CeasefireSaying) -> list[Any]:
        reading = one.reading
        claims: Sequence[Any] = reading.claims if isinstance(one, Statement) else reading.ceasefire
        place = next(place for place, claim in enumerate(claims) if claim.id == one.claim.id)
        origin = None if one.origin == reading.article else one.origin
        return [self.articles.setdefault(reading.article, len(self.articles)), place, origin, _number(one.said)]

    def profile(self, story: Profile) -> list[Any]:
        counts = [
            [*what, [[n, _number(h.first), _number(h.last)] for n, h in numbers.items()]]
            for what, numbers in story.counts.items()
        ]
        times = [_number(at) for at in (story.started, story.last, story.until, story.changed, story.touched)]
        return [
            story.id, times, story.title, story.size, story.members, story.places, story.regions, story.words, counts, story.facts,
        ]  # fmt: skip

    def line(self, line: Line) -> list[Any]:
        named = [getattr(line.named, one.name) for one in fields(line.named)] if line.named else None
        aside = [self.said(one) for one in line.aside]
        times = [_number(line.last), _number(line.touched)]
        return [
            line.id, line.conflict, line.story, line.kind, line.number, self.walk(line.walk), times, line.role, _value(line.level), aside,
            line.sinces, line.copy, named,
        ]  # fmt: skip

    def walk(self, walk: Walk) -> dict[str, Any]:
        every = [*walk.live, *(statement for statement, _, _ in walk.verdicts.values())]
        every += [one.by for one in (*walk.base.values(), *walk.standing.values())] + ([walk.shown_by] if walk.shown_by else [])
        first: dict[str, Statement] = {}
        for one in every:
            first.setdefault(one.claim.id, one)
        numbers = {claim: number for number, claim in enumerate(first)}
        return {
            "table": [self.said(one) for one in first.values()],
            "party": walk.party,
            "sides": walk.sides.known,
            "live": [numbers[one.claim.id] for one in walk.live],
            "verdicts": [[numbers[claim], counts, why] for claim, (_, counts, why) in walk.verdicts.items()],
            "base": self.standing(walk.base, numbers),
            "standing": self.standing(walk.standing, numbers),
            "shown": _value(walk.shown),
            "by": numbers[walk.shown_by.claim.id] if walk.shown_by else None,
            "gone": walk.shown_gone,
            "disputes": {voice: _value(value) for voice, value in walk.disputes.items()},
            "confirmed": _value(walk.confirmed),
            "known": _value(walk.known),
            "moved": walk.moved,
        }

    @staticmethod
    def standing(standing: Mapping[Any, Standing], numbers: Mapping[str, int]) -> dict[str, Any]:
        return {group: [_value(one.value), numbers[one.by.claim.id], one.added] for group, one in standing.items()}

    def state(self, state: State) -> list[Any]:
        times = [_number(at) for at in (state.since, state.spoken, state.ended, state.extended)]
        return [state.status, times, self.said(state.by) if state.by else None, state.ends]


class _Reader:
    """JSON to values; claims are the readings'."""

    def __init__(self, body: dict[str, Any], readings: Mapping[str, Reading], rules: Rules) -> None:
        self._body, self._rules = body, rules
        self._readings = [readings[article] for article in body["articles"]]

    def folding(self, checkpoint: Checkpoint) -> Folding:
        body = self._body
        folding = Folding(checkpoint.conflict, self._rules)
        folding.newest = checkpoint.at
        folding.sides = {side: number for number, side in enumerate(body["sides"])}
        folding.teller.told, folding.teller.seen = body["told"], Counter(body["seen"])
        folding.teller.open = [self.profile(*plain) for plain in body["stories"]]
        lines, truce = folding.lines, folding.truce
        for plain in body["lines"]:
            line = self.line(folding.sides, *plain)
            lines.groups.setdefault((line.story, line.kind, line.party), []).append(line)
            for statement in line.walk.live:
                lines.index(line, statement)
        lines.waiting = {
            (story, kind, party): [self.figure(*one) for one in kept] for story, kind, party, kept in body["waiting"]
        }
        lines.started = {story: _time(at) for story, at in body["started"].items()}
        truce.state = self.state(*body["state"])
        truce.former = [self.state(*plain) for plain in body["former"]]
        truce.heard = [self.saying(*plain) for plain in body["heard"]]
        sayings = [(self.saying(*plain), counts, why) for plain, counts, why in body["sayings"]]
        truce.verdicts = {saying.claim.id: (saying, counts, why) for saying, counts, why in sayings}
        truce.names, truce.losses = Counter(body["names"]), body["losses"]
        return folding

    def figure(self, article: int, place: int, origin: str | None, said: int) -> Statement:
        reading = self._readings[article]
        return Statement(reading.claims[place], reading, origin or reading.article, _time(said))

    def saying(self, article: int, place: int, origin: str | None, said: int) -> CeasefireSaying:
        reading = self._readings[article]
        return CeasefireSaying(reading.ceasefire[place], reading, origin or reading.article, _time(said))

    def profile(
        self, name: str, times: list[int | None], title: str, size: int, members: list[list[str]], *counted: Any
    ) -> Profile:
        started, last, until, changed, touched = (None if at is None else _time(at) for at in times)
        if started is None or last is None or until is None:
            raise ValueError(f"story {name} of the checkpoint has no times")
        places, regions, words, counts, facts = counted
        return Profile(
            name, started, last, until, title, size, [(article, entry) for article, entry in members], changed, touched,
            Counter(places), Counter(regions), Counter(words),
            {(kind, party): {n: Heard(_time(a), _time(b)) for n, a, b in numbers} for kind, party, numbers in counts},
            {what: Counter(names) for what, names in facts.items()},
        )  # fmt: skip

    def line(self, sides: Mapping[str, int], name: str, conflict: str, story: str, kind: str, number: int, *rest: Any) -> Line:
        walk, (last, touched), role, level, aside, sinces, copy, named = rest
        return Line(
            name, conflict, story, kind, number, self.walk(sides, walk), _time(last), role, _as_value(level),
            [self.figure(*one) for one in aside], sinces, copy, SeriesKey(*named) if named else None,
            None if touched is None else _time(touched),
        )  # fmt: skip

    def walk(self, sides: Mapping[str, int], plain: dict[str, Any]) -> Walk:
        table = [self.figure(*one) for one in plain["table"]]
        walk = Walk(plain["party"], Sides(sides, plain["sides"]), self._rules)
        walk.live = [table[number] for number in plain["live"]]
        walk.verdicts = {table[number].claim.id: (table[number], counts, why) for number, counts, why in plain["verdicts"]}
        walk.base, walk.standing = (
            {group: Standing(_sure(value), table[by], added) for group, (value, by, added) in plain[name].items()}
            for name in ("base", "standing")
        )
        walk.shown, walk.shown_gone = _as_value(plain["shown"]), plain["gone"]
        walk.shown_by = None if plain["by"] is None else table[plain["by"]]
        walk.disputes = {voice: _sure(value) for voice, value in plain["disputes"].items()}
        walk.confirmed, walk.known, walk.moved = _as_value(plain["confirmed"]), _as_value(plain["known"]), plain["moved"]
        return walk

    def state(self, status: Any, times: list[int | None], by: list[Any] | None, ends: list[str | None]) -> State:
        since, spoken, ended, extended = (None if at is None else _time(at) for at in times)
        return State(status, since, self.saying(*by) if by else None, spoken, ended, extended, tuple(ends))


def _number(at: datetime | None) -> int | None:
    return None if at is None else (at - _EPOCH) // _MICROSECOND


def _time(microseconds: int) -> datetime:
    return _EPOCH + timedelta(microseconds=microseconds)


def _value(value: Value | None) -> list[Any] | None:
    return None if value is None else [value.low, value.high, value.qualifier]


def _as_value(plain: list[Any] | None) -> Value | None:
    return None if plain is None else Value(*plain)


def _sure(plain: list[Any]) -> Value:
    return Value(*plain)
