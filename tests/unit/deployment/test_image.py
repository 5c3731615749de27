"""The Dockerfile, as far as it can be held to its word without docker."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.harness import compiled

ROOT = Path(__file__).resolve().parents[3]
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


@pytest.fixture(scope="module")
def stages() -> list[str]:
    """The text of each stage, from its FROM on."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    return re.split(r"^(?=FROM )", text, flags=re.MULTILINE)[1:]


def pins(lock: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / lock).read_text(encoding="utf-8")))


def test_what_is_copied_into_the_image_is_here_and_not_left_out(stages: list[str]) -> None:
    left_out = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    copied = [
        name for line in re.findall(r"^COPY (?!--from)(.+) \S+$", "".join(stages), flags=re.MULTILINE) for name in line.split()
    ]
    assert set(compiled.SOURCES) <= set(copied)
    for name in copied:
        assert (ROOT / name).exists(), name
        assert name not in left_out, name


def test_the_first_stage_compiles_and_the_last_one_is_slim_and_of_the_same_python(stages: list[str]) -> None:
    first, last = stages
    assert first.startswith("FROM python:3.12-bookworm AS build")
    assert last.startswith("FROM python:3.12-slim-bookworm")
    assert "ARG COMPILE=1" in first
    assert "ESCALATION_WATCH_COMPILE=$COMPILE /opt/compile/bin/pip wheel" in first
    assert "COPY --from=build /opt/venv /opt/venv" in last
    assert "/opt/compile" not in last


def test_everything_in_the_image_is_installed_by_hash_but_our_own_wheel(stages: list[str]) -> None:
    installs = re.findall(r"pip install .*", "".join(stages))
    assert len(installs) == 3
    for install in installs:
        assert "--require-hashes -r requirements" in install or install.endswith("--no-deps --no-index /dist/*.whl")


def test_the_image_is_compiled_with_what_the_tests_compile_with() -> None:
    tools, tested = pins("requirements-compile.lock"), pins("requirements-dev.lock")
    assert {"mypy", "setuptools", "wheel"} <= set(tools)
    assert {name: tested[name] for name in tools} == tools


def test_mypy_stays_out_of_what_runs() -> None:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    assert any(str(need).startswith("mypy>=") for need in groups["compile"])
    assert not {"mypy", "mypy-extensions", "librt"} & set(pins("requirements.lock"))
