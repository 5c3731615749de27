"""The tests' own rule: with REQUIRE_ALL=1, as in CI, a skipped test is a failed one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SKIPS = """
import pytest

def test_that_passes():
    pass

@pytest.mark.skip(reason="by mark")
def test_skipped_by_mark():
    pass

def test_skipped_inside():
    pytest.skip("no browser here")

@pytest.mark.xfail(strict=True)
def test_known_to_fail():
    assert False
"""

MODULE_SKIPS = """
import pytest

pytest.importorskip("a_module_that_nobody_has")

def test_never_collected():
    pass
"""


@pytest.mark.parametrize(
    ("source", "require_all", "code", "words"),
    [
        (SKIPS, "0", 0, ["1 passed, 2 skipped, 1 xfailed"]),
        (SKIPS, "1", 1, ["1 failed, 1 passed, 1 xfailed, 1 error", "no browser here", "although REQUIRE_ALL=1"]),
        (MODULE_SKIPS, "1", 2, ["1 error", "a_module_that_nobody_has", "although REQUIRE_ALL=1"]),
    ],
    ids=["a developer may lack something", "CI may not", "nor may a whole module"],
)
def test_a_skip_is_a_failure_where_all_is_required(
    tmp_path: Path, source: str, require_all: str, code: int, words: list[str]
) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\nasyncio_default_fixture_loop_scope = function\n")
    (tmp_path / "test_one.py").write_text(source)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider", "-p", "no:randomly", str(tmp_path)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT), "REQUIRE_ALL": require_all},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout
    for word in words:
        assert word in done.stdout
