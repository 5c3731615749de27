"""``make demo``'s story through the real processes: every expected alert, none other, within a minute."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from service.demo.story import load
from tests.harness.service import ROOT, environment


@pytest.mark.timeout(120)
def test_the_demo_rings_exactly_what_it_must_and_says_how_to_look_at_it(tmp_path: Path) -> None:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "service", "--data", str(tmp_path), "demo"],
        cwd=ROOT, env=environment(COLUMNS="160"), capture_output=True, text=True, check=False, timeout=110,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    assert done.stdout.count("as expected") == len(load().expected) == 10
    assert "not expected" not in done.stdout
    assert "missing" not in done.stdout
    assert "escalation-watch --config" in done.stdout
    assert " web" in done.stdout
    assert time.monotonic() - began < 60


def test_the_story_is_what_it_promises_to_be() -> None:
    tale = load()
    assert len({step.id for step in tale.steps}) >= 10
    assert len(tale.outlets) == 4
    assert {outlet.format for outlet in tale.outlets} == {"rss", "rss091", "rdf", "atom"}
    assert any(step.edited for step in tale.steps), "an edited article"
    texts = [step.text for step in tale.steps]
    assert len(texts) > len(set(texts)), "a copy"
    dates = [step.edited or step.published for step in tale.steps]
    assert dates != sorted(dates), "a late arrival"
    assert any("quake" in step.title for step in tale.steps), "an unrelated toll"
    assert any(step.furniture for step in tale.steps)
    assert max(dates).date().toordinal() - min(dates).date().toordinal() == 4, "five days"
