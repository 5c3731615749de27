"""The whole fold of one conflict: readings in any order -> the one ledger that follows from them.

readings -> canonical order -> stories ┐
                            statements ┴> series -> tolls, steps ┐
                            ceasefire sayings -> state, turns    ┴> changes -> Ledger
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from service.history.ceasefire import follow, parties_of
from service.history.changes import toll_change, turn_change
from service.history.rules import Rules
from service.history.series import Line, Placement
from service.history.sides import side_of
from service.history.statements import Statement, canonical, ceasefire_sayings, statements
from service.history.stories import Storyline, stories
from service.history.titles import title_of
from service.history.tolls import Walk
from service.models import KINDS, UNSPECIFIED, Change, Claim, Ledger, Reading, Story, Toll, Value

RULES = Rules()


def fold(readings: Sequence[Reading], *, rules: Rules = RULES) -> Ledger:
    """Everything that follows from one conflict's readings; the same to the byte for every order of ``readings``.

    Raises ValueError where the readings are of more than one conflict.
    """
    ordered = canonical(readings)
    if not ordered:
        return Ledger("")
    conflict = ordered[0].conflict
    if any(reading.conflict != conflict for reading in ordered):
        raise ValueError("readings of several conflicts cannot be folded into one ledger")
    told = stories(ordered, rules=rules)
    tolls, changes = _tolls(ordered, told, rules)
    state, turns = follow(ceasefire_sayings(ordered), ordered, rules=rules)
    parties = parties_of(ordered)
    changes += [turn_change(turn, conflict, parties, told.of_article[turn.by.reading.article], rules) for turn in turns]
    return Ledger(
        conflict,
        _stories(ordered, told, changes),
        tuple(tolls),
        (state,) if state else (),
        tuple(sorted(changes, key=change_order)),
    )


def change_order(change: Change) -> tuple[object, ...]:
    """Oldest first; within one article tolls in the order of kinds and parties, then the ceasefire; steps of one series as they came."""
    if change.series is None:
        return (change.at, change.article, 1, 0)
    key = change.series
    return (change.at, change.article, 0, KINDS.index(change.series.kind), key.scope == "cumulative", key)


def belligerents_of(readings: Sequence[Reading], rules: Rules) -> frozenset[str]:
    """The sides of a conflict: everybody who has losses of its own in it."""
    return frozenset(
        side_of(claim.figure.party, rules)
        for reading in readings
        for claim in reading.claims
        if claim.figure.party != UNSPECIFIED and claim.figure.scope in ("current", "cumulative")
    )


def _tolls(readings: Sequence[Reading], told: Storyline, rules: Rules) -> tuple[list[Toll], list[Change]]:
    """Walk every series, those with a named party first, so that sums over the sides can be told from news."""
    sayings = statements(readings)
    sides = belligerents_of(readings, rules)
    newest = readings[-1].published
    lines = Placement(told.of_claim, sayings, rules).lines()
    walked: dict[tuple[str, str], list[Walk]] = {}
    outcome: list[tuple[Toll | None, list[Change]]] = []
    mains: dict[tuple[str, str, str], Walk] = {}
    for key, line in sorted(lines.items(), key=lambda item: (item[1].party == UNSPECIFIED, item[1].number, item[0])):
        group = walked.setdefault((line.story, line.kind), [])
        known = _known_sides(tuple(group)) if line.party == UNSPECIFIED and line.story else None
        main = mains.setdefault((line.story, line.kind, line.party), walk := Walk(key, sides, rules, known))
        if main is not walk and main.key.role == "unknown" and line.story:
            walk = Walk(key, sides, rules, known, _whole(main))
        for statement in line.claims:
            walk.take(statement)
        group.append(walk)
        story_for = _story_for(line, told.of_article)
        toll = walk.toll(line.aside, newest)
        changes = [toll_change(step, walk.key, story_for(step.article), sides, rules) for step in walk.steps]
        outcome.append((toll, changes))
    tolls = sorted((toll for toll, _ in outcome if toll), key=lambda toll: toll.series)
    return tolls, [change for _, changes in outcome for change in changes]


def _story_for(line: Line, story_of: Mapping[str, str]) -> Callable[[str], str]:
    """A running total is told in the story of the article that moved it."""
    return lambda article: line.story or story_of.get(article, "")


def _known_sides(walks: Sequence[Walk]) -> Callable[[Statement], list[Value]]:
    """What the named sides' tolls were when a claim was made."""

    def known(statement: Statement) -> list[Value]:
        found = []
        for walk in walks:
            before = [value for by, value in walk.timeline if by.said <= statement.said]
            found += before[-1:]
        return found

    return known


def _whole(main: Walk) -> Callable[[Statement], Value | None]:
    """What all of a side's dead came to when a claim about some of them was made."""

    def known(statement: Statement) -> Value | None:
        before = [value for by, value in main.timeline if by.said <= statement.said]
        return before[-1] if before else None

    return known


def _stories(readings: Sequence[Reading], told: Storyline, changes: Sequence[Change]) -> tuple[Story, ...]:
    by_article = {reading.article: reading for reading in readings}
    claims: dict[str, list[Claim]] = {}
    for reading in readings:
        for claim in reading.claims:
            if claim.figure.scope == "current":
                claims.setdefault(told.of_claim[claim.id], []).append(claim)
    last = {change.story: change.at for change in sorted(changes, key=change_order) if change.change != "confirmed"}
    found = []
    for story, articles in told.members.items():
        group = sorted((by_article[article] for article in articles), key=lambda reading: (reading.published, reading.article))
        started = group[0].published
        title = title_of(group, claims.get(story, ()))
        found.append(Story(story, group[0].conflict, title, started, last.get(story, started), tuple(r.article for r in group)))
    return tuple(sorted(found, key=lambda story: (story.started, story.id)))
