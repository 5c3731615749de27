"""Accuracy of the analysis on labelled articles, with floors that only rise.

usage: accuracy.py [--gold DIR] [--json] [--raise] [--misses N]

Reads DIR/dev/articles.jsonl, DIR/dev/labels.jsonl, DIR/muc_dev.jsonl and DIR/score.py (DIR is ../shared/gold by default; where it is
absent nothing is measured and the exit code is 0). The labelled articles are measured in two parts: a third set aside by a hash
of the id, which nobody reads while working on the rules, and the rest. Floors are in accuracy_floors.json beside this file: a
measure below its floor is an error; ``--raise`` lifts every floor to what was measured, never lowers one. The agreement on a field is
printed as the labelling guide has it, a share of the figures that were found, and has its floor as a share of all that are labelled: else
a figure newly found with one field wrong would count as a step back.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from service.analysis import analyse  # noqa: E402 - run from any folder
from service.analysis.gazetteer import Gazetteer  # noqa: E402
from service.analysis.labels import label_record  # noqa: E402
from service.config.load import load_settings  # noqa: E402
from service.gazetteers import gazetteer_from  # noqa: E402

FLOORS = Path(__file__).with_name("accuracy_floors.json")
FIELDS = ("party", "role", "qualifier", "claimant", "scope", "relation")
SHARE = "field "  # of the figures found; without a floor
MEASURES = ("relevant", "figures", "figures_strict", "killed", "wounded", "captured", "displaced", "missing", "ceasefire")


def set_aside(article: str) -> bool:
    """Whether an article belongs to the third that is only measured: its id's SHA-256, as a number, divides by three."""
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % 3 == 0


def records(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def instant(text: str | None) -> datetime:
    """A record's date; without an offset it is UTC, without a date the turn of the millennium."""
    found = datetime.fromisoformat(text or "2000-01-01")
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def read(record: dict[str, Any], gazetteer: Gazetteer) -> dict[str, Any]:
    report = analyse(
        record["text"], title=record.get("title") or "", published=instant(record.get("published")), gazetteer=gazetteer
    )
    return label_record(record["id"], report)


def scorer(gold: Path) -> Any:
    """The shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", gold / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def flat(report: dict[str, Any]) -> dict[str, float]:
    """The measures of a score report by name: F1, and agreement on the fields of matched figures."""
    found = {name: report[name]["f1"] for name in MEASURES}
    shares = {field: report["fields_on_matched"].get(field) or 0.0 for field in FIELDS}
    found |= {f"{SHARE}{field}": share for field, share in shares.items()}
    found |= {f"labelled with {field} right": round(share * report["figures"]["r"], 3) for field, share in shares.items()}
    found["articles with every killed figure right"] = report["article_exact_killed"] or 0.0
    found["ceasefire_now where any"] = report["ceasefire_now_where_any"] or 0.0
    return found


def victims_recall(articles: Iterable[dict[str, Any]], gazetteer: Gazetteer) -> float:
    """Recall of victims of two or more that are not optional, in the capitals newswire."""
    hit = wanted = 0
    for record in articles:
        want = [v for v in record["victims"] if v["value"] >= 2 and not v["optional"]]
        if want:
            have = {(f["kind"], f["value"]) for f in read(record, gazetteer)["figures"] if isinstance(f["value"], int)}
            hit += sum((v["kind"], v["value"]) in have for v in want)
            wanted += len(want)
    return round(hit / wanted, 3) if wanted else 0.0


def measure(gold: Path, misses: int) -> dict[str, dict[str, float]]:
    score = scorer(gold)
    settings = load_settings(ROOT / "config", ROOT / "var", {}, need_secrets=False)
    gazetteer = gazetteer_from(settings.conflicts)
    labels = records(gold / "dev" / "labels.jsonl")
    read_as = {record["id"]: read(record, gazetteer) for record in records(gold / "dev" / "articles.jsonl")}
    found: dict[str, dict[str, float]] = {}
    for name, aside in (("set aside", True), ("worked with", False)):
        report, missed = score.score([label for label in labels if set_aside(label["id"]) is aside], read_as)
        found[name] = flat(report)
        if not aside:
            for line in missed[:misses]:
                print(line, file=sys.stderr)
    found["capitals newswire"] = {"victims recall": victims_recall(records(gold / "muc_dev.jsonl"), gazetteer)}
    return found


def below(found: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]) -> list[str]:
    """What fell below its floor."""
    return [
        f"{part}: {name} is {value:.3f}, its floor {floors[part][name]:.3f}"
        for part, values in found.items()
        for name, value in values.items()
        if value < floors.get(part, {}).get(name, 0.0)
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--raise", action="store_true", dest="lift")
    parser.add_argument("--misses", type=int, default=0, help="print up to this many misses of the part that is worked with")
    options = parser.parse_args()
    if not (options.gold / "score.py").exists():
        print(f"no labelled articles at {options.gold}: nothing measured")
        return 0
    found = measure(options.gold, options.misses)
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    if options.json:
        print(json.dumps(found))
    else:
        for part, values in found.items():
            for name, value in values.items():
                floor = floors.get(part, {}).get(name)
                print(f"{part:18} {name:42} {value:.3f}" + (f"   floor {floor:.3f}" if floor is not None else ""))
    fallen = below(found, floors)
    for line in fallen:
        print(line, file=sys.stderr)
    if options.lift:
        lifted = {
            part: {
                name: max(value, floors.get(part, {}).get(name, 0.0))
                for name, value in values.items()
                if not name.startswith(SHARE)
            }
            for part, values in found.items()
        }
        FLOORS.write_text(json.dumps(lifted, indent=2) + "\n", encoding="utf-8")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
