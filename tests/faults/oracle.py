"""What a run comes to, judged by the ledgers of the feed server and the receiver."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from service.alerts.shape import records
from service.store import SqlStore
from tests.faults.items import Item, expected_series
from tests.faults.receiver import Effect


@dataclass(frozen=True, slots=True)
class Verdict:
    """The promises, each as a list of what broke it."""

    items_lost: list[str]
    changes_lost: list[str]
    twice: list[str]
    out_of_order: list[str]
    dead: list[str]

    @property
    def kept(self) -> bool:
        """Whether every promise was kept."""
        return not (self.items_lost or self.changes_lost or self.twice or self.out_of_order or self.dead)


def judge(offered: Sequence[Item], ledger: Sequence[Effect], store: SqlStore) -> Verdict:
    """Hold what was offered against what took effect; ``store`` only says what was given up and in which order alerts came up."""
    by_id = {item.id: item for item in offered}
    told: defaultdict[str, list[Effect]] = defaultdict(list)
    for effect in ledger:
        told[by_id[effect.item].series].append(effect)
    rung = {effect.item for effect in ledger}
    seen = {part for conflict in store.conflicts() for story in store.ledger(conflict).stories for part in story.articles}
    return Verdict(
        items_lost=[item.id for item in offered if item.kind == "single" and item.id not in rung]
        + _unread(offered, store, seen),
        changes_lost=[
            f"{series}: told {_after(told[series][-1]) if told[series] else 'nothing'}, is {item.expects}"
            for series, item in expected_series(offered).items()
            if not told[series] or _after(told[series][-1]) != item.expects
        ]
        + _never_arrived(ledger, store),
        twice=_twice(ledger),
        out_of_order=[*_broken_chains(told), *_unlike_the_outbox(ledger, store)],
        dead=_dead(store),
    )


def _unread(offered: Sequence[Item], store: SqlStore, seen: set[str]) -> list[str]:
    """Items of which no article was made, or whose article no story lists although it tells of a war."""
    from service.articles.build import entry_id

    feeds = [state.feed.url for state in store.feed_states()]
    lost = []
    for item in offered:
        revisions = store.find_revision(entry_id(feeds[item.feed], item.id))
        if len(revisions) != 1 or (item.kind in ("single", "chain") and revisions[0].id not in seen):
            lost.append(f"{item.id}: {len(revisions)} articles")
    return lost


def _never_arrived(ledger: Sequence[Effect], store: SqlStore) -> list[str]:
    """Alerts that the outbox calls sent and that never took effect."""
    arrived = {effect.alert["id"] for effect in ledger}
    return [f"alert {one.alert.id} never arrived" for one in store.alerts(limit=1_000_000) if one.alert.id not in arrived]


def _after(effect: Effect) -> object:
    after = effect.alert["after"]
    return after.get("value", after.get("status"))


def _before(effect: Effect) -> object:
    before = effect.alert["before"] or {}
    return before.get("value", before.get("status"))


def _twice(ledger: Sequence[Effect]) -> list[str]:
    first: dict[tuple[object, ...], str] = {}
    return [
        f"{effect.said} as {first[effect.said]} and {effect.id}"
        for effect in ledger
        if first.setdefault(effect.said, effect.id) != effect.id
    ]


def _broken_chains(told: dict[str, list[Effect]]) -> list[str]:
    """Alerts whose "before" is not what was told before: one was lost on the way or came out of turn."""
    broken = []
    for series, effects in told.items():
        if not effects:
            continue
        # the first alert of a truce may tell what it was before although nobody was told: its beginning came late
        known: object = _before(effects[0]) if "status" in effects[0].alert["after"] else None
        for effect in effects:
            if _before(effect) != known:
                broken.append(f"{series}: says it was {_before(effect)}, told was {known}")
            known = _after(effect)
    return broken


def _unlike_the_outbox(ledger: Sequence[Effect], store: SqlStore) -> list[str]:
    """Pairs of neighbours of one conflict that arrived the other way round than the changes came about."""
    numbers = {stored.alert.id: number for number, stored in enumerate(reversed(store.alerts(limit=1_000_000)))}
    last: dict[str, int] = {}
    broken = []
    for effect in ledger:
        number = numbers.get(effect.alert["id"], -1)
        if number < last.get(effect.alert["conflict"], -1):
            broken.append(f"{effect.alert['conflict']}: alert {effect.alert['id']} came after a younger one")
        last[effect.alert["conflict"]] = number
    return broken


def _dead(store: SqlStore) -> list[str]:
    entries = [f"entry {entry.id} {entry.title!r}: {entry.error}" for entry in store.dead_entries()]
    deliveries = store.backlog().deliveries_dead
    return entries + ([f"{deliveries} deliveries"] if deliveries else [])


def final_state(store: SqlStore) -> str:
    """Every conflict's tolls, ceasefires, stories and changes, with all claims, as text to be compared byte for byte."""
    ledgers = [store.ledger(conflict) for conflict in store.conflicts()]
    changes = [f"{change.id} {change.change} {change.at.isoformat()}" for one in ledgers for change in one.changes]
    return "\n".join([*(json.dumps(record, sort_keys=True) for record in records(ledgers)), *changes])
