"""The least first figure of each kind: a kind's own line, else the file's first_min, else the defaults."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.config import load_settings
from tests.harness.configs import write


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("", {"wounded": 2, "missing": 2, "captured": 2, "displaced": 200}),
        ("first_displaced = 100\nfirst_killed = 3", {"killed": 3, "wounded": 2, "missing": 2, "captured": 2, "displaced": 100}),
        ("first_min = 5", {}),
        ("first_min = 5\nfirst_killed = 1", {"killed": 1}),
    ],
)
def test_the_least_first_figure_of_a_kind_is_its_own_line_else_the_files_else_the_default(
    tmp_path: Path, lines: str, expected: dict[str, int]
) -> None:
    policy = load_settings(write(tmp_path, settings=f"[alerts]\n{lines}\n"), tmp_path, {}).policy
    assert dict(policy.first_of) == expected
