"""What the fault tests can do to a process, nobody else can, and it costs next to nothing."""

from __future__ import annotations

import ast
import inspect
import os
import re
import signal
import subprocess
import sys
import timeit
from pathlib import Path

import pytest

from service import injected
from service.store import sqlstore

ROOT = Path(__file__).resolve().parents[2]
REACH = "from service.injected import crash_point, commit_point; crash_point('alert-sent'); commit_point('before-commit-of', {doing!r})"


def _reach(folder: Path | None, doing: str = "claim entries") -> int:
    env = {key: value for key, value in os.environ.items() if key != injected.VARIABLE} | {"PYTHONPATH": str(ROOT)}
    if folder is not None:
        env[injected.VARIABLE] = str(folder)
    return subprocess.run([sys.executable, "-c", REACH.format(doing=doing)], env=env, check=False).returncode


def test_an_armed_point_ends_the_process_once(tmp_path: Path) -> None:
    (tmp_path / "alert-sent").touch()
    assert _reach(tmp_path) == -signal.SIGKILL
    assert _reach(tmp_path) == 0


def test_a_commit_is_a_point_by_its_first_two_words(tmp_path: Path) -> None:
    (tmp_path / "before-commit-of-store-what").touch()
    assert _reach(tmp_path) == 0
    assert _reach(tmp_path, "store what https://example.org/ offered") == -signal.SIGKILL


def test_without_the_variable_nothing_is_armed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "alert-sent").touch()
    monkeypatch.chdir(tmp_path)
    assert _reach(None) == 0
    assert (tmp_path / "alert-sent").exists()


def test_the_clock_is_wrong_by_what_the_file_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert injected.clock_error().total_seconds() == 0
    monkeypatch.setattr(injected, "_folder", tmp_path)
    assert injected.clock_error().total_seconds() == 0
    (tmp_path / "clock").write_text("-3600")
    assert injected.clock_error().total_seconds() == -3600


def test_the_first_two_words_of_every_transaction_are_constants() -> None:
    """So that no word from outside can become the name of a crash point."""
    tree = ast.walk(ast.parse(inspect.getsource(sqlstore)))
    said = [_begun(node) for node in tree if isinstance(node, ast.Assign | ast.Call)]
    beginnings = [words for words in said if words is not None]
    assert "work on the history of " in beginnings
    assert len(beginnings) > 20
    assert all(re.match(r"[a-z]+ [a-z]+(?: |$)", words) for words in beginnings), beginnings


def _begun(node: ast.Assign | ast.Call) -> str | None:
    """The constant beginning of what a transaction says it does."""
    if isinstance(node, ast.Assign):
        words = node.value if isinstance(node.targets[0], ast.Name) and node.targets[0].id == "doing" else None
    else:
        words = node.args[0] if isinstance(node.func, ast.Attribute) and node.func.attr == "_write" else None
    first = words.values[0] if isinstance(words, ast.JoinedStr) else words
    return None if first is None or isinstance(first, ast.Name) else str(getattr(first, "value", "?"))


def test_an_unarmed_point_costs_next_to_nothing() -> None:
    assert (
        min(timeit.repeat(lambda: injected.commit_point("before-commit-of", "claim entries"), number=10_000, repeat=5)) < 0.02
    )
