"""What rings on a stream of real news, against a list of what a duty editor must be told.

usage: streams.py STREAM.jsonl NEEDS.jsonl [--misses] [--json]

STREAM is an archive as `replay` takes it. NEEDS is made by a reader of the stream, before any output was seen, one JSON object a line:

    {"item": "id of the record by which it is known", "until": "id of the last record at which telling it is still worth it",
     "must": true, "what": "free words", "type": "toll", "kind": "killed", "party": ["Palestine"], "low": 7, "high": 8}
    {"item": "…", "must": false, "what": "…", "type": "ceasefire", "status": ["agreed"]}

``conflict``, a list of ids, is optional. ``must`` is what an editor has to hear, false what one accepts to hear. Each need accepts one
alert: a second one for the same need is a repeat and counts as wrong. Where a file is absent, this says so and measures nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from service.alerts.shape import alert_record  # noqa: E402 - run from any folder
from service.archives import read  # noqa: E402
from service.config.load import load_settings  # noqa: E402
from service.models import ArchiveRecord  # noqa: E402
from service.replay import in_order, replay, throwaway  # noqa: E402

EARLY = 3  # records: outlets' clocks differ, so news can ring a little before the record by which the reader knew it
STALE = 80  # records after which nobody wants to hear what the reader gave no end for


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to be told, with the places of its first and last record in the stream."""

    since: int
    until: int
    must: bool
    what: str
    wanted: Mapping[str, Any]

    def fits(self, alert: Mapping[str, Any], place: int) -> bool:
        """Whether an alert caused by the record at ``place`` tells this."""
        if not self.since - EARLY <= place <= self.until:
            return False
        if self.wanted.get("conflict") and alert["conflict"] not in self.wanted["conflict"]:
            return False
        if self.wanted["type"] == "ceasefire":
            return alert["type"] == "ceasefire.changed" and alert["after"]["status"] in self.wanted["status"]
        if alert["type"] != "toll.changed" or alert["series"]["kind"] != self.wanted["kind"]:
            return False
        value = alert["after"]["value"]
        low, high = value if isinstance(value, list) else (value, value)
        return alert["series"]["party"] in self.wanted["party"] and low <= self.wanted["high"] and high >= self.wanted["low"]


@dataclass(frozen=True, slots=True)
class Score:
    """The outcome over one stream: needs met with their lateness in records, needs missed, alerts nobody asked for."""

    items: int
    alerts: int
    musts: int
    met: tuple[tuple[Need, int], ...]
    missed: tuple[Need, ...]
    wrong: tuple[Mapping[str, Any], ...]

    def figures(self) -> dict[str, float]:
        late = [max(0, lateness) for need, lateness in self.met if need.must]
        return {
            "items": self.items,
            "alerts": self.alerts,
            "items an alert": round(self.items / self.alerts, 1) if self.alerts else 0.0,
            "musts": self.musts,
            "recall of must": round(len(late) / self.musts, 3) if self.musts else 0.0,
            "precision": round(1 - len(self.wrong) / self.alerts, 3) if self.alerts else 0.0,
            "median lateness in items": median(late) if late else 0.0,
        }


def needs_of(path: Path, places: Mapping[str, int]) -> list[Need]:
    """The reader's list; ``places`` maps a record's id to its place in the stream. ValueError names an unknown id."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        need = json.loads(line)
        for name in ("item", "until"):
            if need.get(name) is not None and need[name] not in places:
                raise ValueError(f"{path}:{number}: {name} {need[name]!r} is no record of the stream")
        since = places[need["item"]]
        until = places[need["until"]] if need.get("until") else since + STALE
        found.append(Need(since, until, need["must"], need["what"], need))
    return found


def score(alerts: Sequence[Mapping[str, Any]], needs: Sequence[Need], places: Mapping[str, int]) -> Score:
    """Give each alert, in order, to one open need it fits: a must before what is only accepted, the nearest first."""
    left = list(needs)
    met: list[tuple[Need, int]] = []
    wrong: list[Mapping[str, Any]] = []
    for alert in alerts:
        place = alert.get(
            "rang", places[alert["article"]["id"]]
        )  # a truce that begins by the clock rings long after its article
        fitting = [need for need in left if need.fits(alert, place)]
        if not fitting:
            wrong.append(alert)
            continue
        need = min(fitting, key=lambda need: (not need.must, abs(place - need.since)))
        left.remove(need)
        met.append((need, place - need.since))
    musts = sum(need.must for need in needs)
    return Score(len(places), len(alerts), musts, tuple(met), tuple(need for need in left if need.must), tuple(wrong))


def fired(records: Sequence[ArchiveRecord]) -> list[dict[str, Any]]:
    """The alerts that ring when the records arrive in order of publication, under the settings that come with the project."""
    settings = load_settings(ROOT / "config", ROOT / "var", {}, need_secrets=False)
    with throwaway(settings) as app:
        return [
            alert_record(alert) | {"rang": place}
            for place, told in enumerate(replay(app, in_order(records, arrival=False)))
            for alert in told
        ]


def words(alert: Mapping[str, Any], place: int) -> str:
    """An alert on one line, for a reader who judges it."""
    if alert["type"] == "ceasefire.changed":
        what = f"truce {alert['before']['status']} -> {alert['after']['status']}"
    else:
        series, before = alert["series"], alert["before"]
        since = f" since {series['since']}" if series["since"] else f" {series['scope']}"
        was = before["value"] if before else "-"
        what = (
            f"{alert['change']} {series['party']} {series['role']} {series['kind']}{since} {was} -> {alert['after']['value']}"
        )
    quote = alert["claims"][0]["quote"] if alert["claims"] else ""
    return f"[{place}] {alert['conflict']} {alert['story'][:6]} {what} | {alert['note']} | {quote[:160]}"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("stream", type=Path, nargs="?")
    parser.add_argument("needs", type=Path, nargs="?")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true", help="print what was missed and what nobody asked for")
    options = parser.parse_args()
    if options.stream is None or options.needs is None:
        print("no stream and no list of needs given: nothing measured")
        return 0
    absent = [str(path) for path in (options.stream, options.needs) if not path.exists()]
    if absent:
        print(f"no {' and no '.join(absent)}: nothing measured")
        return 0
    records = [record for record in read(options.stream) if isinstance(record, ArchiveRecord)]
    places = {record.id: place for place, (_, record) in enumerate(in_order(records, arrival=False))}
    outcome = score(fired(records), needs_of(options.needs, places), places)
    if options.misses:
        for need in outcome.missed:
            print(f"missed [{need.since}] {need.what}", file=sys.stderr)
        for alert in outcome.wrong:
            print(f"wrong {words(alert, places[alert['article']['id']])}", file=sys.stderr)
    if options.json:
        print(json.dumps(outcome.figures()))
    else:
        for name, value in outcome.figures().items():
            print(f"{name:26} {value:g}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
