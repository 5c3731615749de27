"""The scorer of streams: one alert a need, musts first, lateness in records, and words where there is nothing to measure."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).parents[3] / "benchmarks" / "streams.py"
PLACES = {f"r{number}": number for number in range(10)}


def scorer() -> Any:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("streams", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["streams"] = module  # its dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def toll(item: str, value: int, party: str = "Northland") -> dict[str, Any]:
    series = {"kind": "killed", "party": party, "role": "unknown", "scope": "current", "since": None}
    return {
        "type": "toll.changed",
        "conflict": "north",
        "series": series,
        "after": {"value": value, "qualifier": "exact"},
        "article": {"id": item},
    }


def needs(folder: Path, *given: dict[str, Any]) -> Any:
    path = folder / "needs.jsonl"
    path.write_text("".join(json.dumps(need) + "\n" for need in given), encoding="utf-8")
    return scorer().needs_of(path, PLACES)


def killed(item: str, low: int, high: int, *, must: bool = True, **more: Any) -> dict[str, Any]:
    base = {"item": item, "must": must, "what": f"{low} dead", "type": "toll", "kind": "killed", "party": ["Northland"]}
    return {**base, "low": low, "high": high, **more}


def test_an_alert_meets_a_need_once_and_a_repeat_is_wrong(tmp_path: Path) -> None:
    wanted = needs(tmp_path, killed("r1", 7, 8))
    outcome = scorer().score([toll("r3", 7), toll("r4", 8)], wanted, PLACES)
    assert outcome.figures() == {
        "items": 10,
        "alerts": 2,
        "items an alert": 5.0,
        "musts": 1,
        "recall of must": 1.0,
        "precision": 0.5,
        "median lateness in items": 2,
    }


def test_a_must_is_met_before_what_is_only_accepted(tmp_path: Path) -> None:
    wanted = needs(tmp_path, killed("r2", 9, 9, must=False), killed("r1", 9, 9))
    assert scorer().score([toll("r2", 9)], wanted, PLACES).figures()["recall of must"] == 1.0


def test_the_wrong_side_and_a_stale_number_are_wrong(tmp_path: Path) -> None:
    wanted = needs(tmp_path, killed("r1", 9, 9, until="r3"))
    outcome = scorer().score([toll("r1", 9, party="Southland"), toll("r9", 9)], wanted, PLACES)
    assert len(outcome.wrong) == 2
    assert [need.what for need in outcome.missed] == ["9 dead"]


def test_without_a_stream_it_says_so_and_measures_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(tmp_path / "none.jsonl"), str(tmp_path / "none.needs")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "nothing measured" in done.stdout
