"""Whether the confidence of a figure means what it says: the rates behind it, fitted and tested on labelled articles.

usage: calibration.py [--gold DIR] [--write] [--json]

A figure is right where the labels list its kind and number for the article; one reported as live must be live there too. Rates are
fitted on the part of the articles that is worked with, by size of the number, family of the rule and scope, each drawn towards
the rate of all where there are few figures. Two errors are printed: by cross-validation over the articles (every figure is judged by
rates fitted without its article) and, on the part set aside, of the confidence the analysis itself reports. ``--write`` puts the
fitted rates into service/analysis/confidence_rates.py, with one number learnt from the part set aside: by how much less often its
figures are right on the whole. The exit code is 1 where an error is above ``MOST``. Where DIR is absent nothing
is measured and the exit code is 0.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "benchmarks"))

from accuracy import read, records, scorer, set_aside  # noqa: E402 - run from any folder

from service.analysis.confidence import Rates, family_of, rate, size_of  # noqa: E402
from service.config.load import load_settings  # noqa: E402
from service.gazetteers import gazetteer_from  # noqa: E402

MOST = 0.06  # expected calibration error
FOLDS = 10
BINS = 10
PRIOR = 25  # figures' worth of the rate of all that a small family is drawn by
TARGET = ROOT / "service" / "analysis" / "confidence_rates.py"


class Row(NamedTuple):
    """One figure of an article: what its confidence may depend on, what was reported, and whether the labels have it."""

    article: str
    size: str
    family: str
    scope: str
    reported: float
    right: bool


def rows_of(gold: Path) -> list[Row]:
    score = scorer(gold)
    settings = load_settings(ROOT / "config", ROOT / "var", {}, need_secrets=False)
    gazetteer = gazetteer_from(settings.conflicts)
    labels = {record["id"]: record["figures"] for record in records(gold / "dev" / "labels.jsonl")}
    found = []
    for record in records(gold / "dev" / "articles.jsonl"):
        listed = labels[record["id"]]
        live = {score.loose(f) for f in listed if f["scope"] in score.LIVE}
        every = {score.loose(f) for f in listed}
        for figure in read(record, gazetteer)["figures"]:
            value = figure["value"]
            low = value[0] if isinstance(value, list) else value
            right = score.loose(figure) in (live if figure["scope"] in score.LIVE else every)
            row = Row(record["id"], size_of(low), family_of(figure["rule"]), figure["scope"], figure["confidence"], right)
            found.append(row)
    return found


def fit(rows: Sequence[Row]) -> Rates:
    """Rates by size, and what family and scope add to them; deterministic."""
    overall = sum(row.right for row in rows) / len(rows)
    sizes = {
        name: _drawn([row.right for row in rows if row.size == name], overall) for name in sorted({row.size for row in rows})
    }
    families = _shifts(rows, lambda row: row.family, lambda row: sizes[row.size])
    scopes = _shifts(rows, lambda row: row.scope, lambda row: sizes[row.size] + families[row.family])
    return Rates(overall, sizes, families, scopes)


def _drawn(outcomes: Sequence[bool], towards: float) -> float:
    return round((sum(outcomes) + PRIOR * towards) / (len(outcomes) + PRIOR), 3)


def _shifts(rows: Sequence[Row], key: Callable[[Row], str], expected: Callable[[Row], float]) -> dict[str, float]:
    """For each key by how much its figures are right more often than expected, drawn towards zero."""
    shifts = {}
    for name in sorted({key(row) for row in rows}):
        residuals = [row.right - expected(row) for row in rows if key(row) == name]
        shifts[name] = round(sum(residuals) / (len(residuals) + PRIOR), 3)
    return shifts


def expected_calibration_error(pairs: Iterable[tuple[float, bool]]) -> float:
    """The mean distance of promised and kept over ten equal bins of confidence, weighted by their figures."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for promised, right in pairs:
        bins[min(BINS - 1, int(promised * BINS))].append((promised, right))
    every = sum(map(len, bins))
    return sum(abs(sum(p for p, _ in b) - sum(r for _, r in b)) for b in bins) / every if every else 0.0


def cross_validated(rows: Sequence[Row]) -> list[tuple[float, bool]]:
    """Each figure's confidence by rates fitted on the articles of other folds."""
    pairs = []
    for fold in range(FOLDS):
        rates = fit([row for row in rows if _fold(row.article) != fold])
        pairs += [(rate(rates, r.size, r.family, r.scope), r.right) for r in rows if _fold(r.article) == fold]
    return pairs


def _fold(article: str) -> int:
    return int(hashlib.sha256(f"fold {article}".encode()).hexdigest(), 16) % FOLDS


def written(rates: Rates) -> str:
    lines = [
        '"""How often figures of a size, a rule\'s family and a scope are right; written by benchmarks/calibration.py --write."""',
        "",
        "from __future__ import annotations",
        "",
        f"OVERALL = {rates.overall:.3f}",
        f"OPTIMISM = {rates.optimism:.3f}",
    ]
    for name, table in (("SIZES", rates.sizes), ("FAMILIES", rates.families), ("SCOPES", rates.scopes)):
        lines += [f"{name} = {{", *(f'    "{key}": {value},' for key, value in table.items()), "}"]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not (options.gold / "score.py").exists():
        print(f"no labelled articles at {options.gold}: nothing measured")
        return 0
    rows = rows_of(options.gold)
    worked = [row for row in rows if not set_aside(row.article)]
    aside = [row for row in rows if set_aside(row.article)]
    if options.write:
        kept = sum(row.right for row in aside) / len(aside)
        rates = fit(worked)
        rates = rates._replace(optimism=round(max(0.0, rates.overall - kept), 3))
        TARGET.write_text(written(rates), encoding="utf-8")
    errors = {
        "cross-validated": expected_calibration_error(cross_validated(worked)),
        "set aside, as reported": expected_calibration_error((row.reported, row.right) for row in aside),
    }
    if options.json:
        print(json.dumps({name: round(error, 3) for name, error in errors.items()}))
    else:
        for name, error in errors.items():
            print(f"expected calibration error, {name:24} {error:.3f}   at most {MOST}")
    return 1 if max(errors.values()) > MOST else 0


if __name__ == "__main__":
    sys.exit(main())
