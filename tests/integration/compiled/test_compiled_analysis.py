"""The compiled build is the analysis itself, only faster: the same reports to the byte, on examples and on what breaks programs."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.harness import compiled
from tests.harness.suites import ARCHIVE, naughty_strings
from tests.hostile.test_strings import OURS, SENTENCE

pytestmark = pytest.mark.timeout(1800)  # a build takes some minutes on a slow machine

EXAMPLES = compiled.ROOT / "tests" / "data"
EVERY = 12  # of the streams' items one is read; the labelled articles are all read
MUTATED = 1500
ODD = (
    "\x00",
    "\u200b",
    "\u00ad",
    "…",
    "½",
    "\u202e",
    "\ud800",
    "\n",
    "\r\n",
    "-\n",
    '"',
    "'s",
    " 12 ",
    " killed ",
    "ß",
    "²",
    "٣",
    ".",
    "é",
    "[@]",
    "%",
)


@dataclass(frozen=True)
class Reports:
    """What one build said: the modules it ran as, and for each text what it found."""

    modules: dict[str, list[str]]
    found: list[str]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lacking = compiled.why_not()
    if lacking:
        pytest.skip(lacking)
    return compiled.build(tmp_path_factory.mktemp("compiled"))


def reports(folder: Path, texts: list[tuple[str, str]]) -> Reports:
    """The reports of the build in ``folder`` on texts with their titles, read in a process of its own."""
    script = compiled.ROOT / "tests" / "harness" / "reporting.py"
    done = subprocess.run(
        [sys.executable, "-P", str(script), str(compiled.ROOT / "config")],
        input="".join(json.dumps(text) + "\n" for text in texts),
        env=os.environ | {"PYTHONPATH": str(folder)},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    first, *found = map(json.loads, done.stdout.splitlines())
    assert len(found) == len(texts), f"ended with {done.returncode} at {texts[len(found)]!r}: {done.stderr[-2000:]}"
    return Reports(first, found)


def assert_the_same(installed: Path, texts: list[tuple[str, str]]) -> None:
    ours, theirs = reports(compiled.ROOT, texts), reports(installed, texts)
    assert theirs.modules["sources"] == ours.modules["extensions"] == []
    assert theirs.modules["extensions"] == ours.modules["sources"] != []
    assert theirs.modules["compiler"] == []  # an image without mypy can load it
    assert [text for text, found in zip(texts, theirs.found, strict=True) if found.startswith("raised")] == []
    differ = [text for text, one, other in zip(texts, ours.found, theirs.found, strict=True) if one != other]
    assert differ[:5] == [], f"{len(differ)} of {len(texts)}"


def strings_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings_in(part)


def examples() -> list[str]:
    """Every text in the examples' files."""
    files = sorted(EXAMPLES.rglob("*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return list(dict.fromkeys(text for line in lines for text in strings_in(json.loads(line)) if " " in text))


def test_every_example_is_read_alike_as_text_and_as_title(installed: Path) -> None:
    texts = examples()
    assert len(texts) > 3000
    assert_the_same(installed, [(text, "") for text in texts] + [(texts[at - 1], text) for at, text in enumerate(texts)])


def test_strings_that_break_programs_are_read_alike(installed: Path) -> None:
    strings = OURS + (naughty_strings() if ARCHIVE.exists() else [])
    alone = [(string, string) for string in strings]
    assert_the_same(installed, alone + [(f"{SENTENCE}\n{string}\n{SENTENCE} {string}12 {string}.", "") for string in strings])


def test_mutated_texts_are_read_alike(installed: Path) -> None:
    chance = random.Random(20)
    texts = examples()
    mutated = []
    for _ in range(MUTATED):
        characters = list(chance.choice(texts) + " " + chance.choice(texts))
        for _ in range(chance.randint(1, 30)):
            at, size = chance.randrange(len(characters)), chance.randint(0, 12)
            characters[at : at + size] = chance.choice(([chance.choice(ODD)], [], characters[at : at + size] * 2))
            characters = characters or [" "]
        mutated.append(("".join(characters), chance.choice(("", chance.choice(texts).upper()))))
    mutated += [(text * 200, "") for text in ("killed 12 ", '"', "12 ", "[@]", "A. ", "truce ", "of the ", "\n-\n")]
    assert_the_same(installed, mutated)


def test_labelled_articles_and_streams_are_read_alike(installed: Path, shared: Path) -> None:
    files = [shared / "gold" / "dev" / "articles.jsonl", *sorted((shared / "gold" / "streams").glob("*.jsonl"))]
    texts = []
    for file in files:
        lines = file.read_text(encoding="utf-8").splitlines()
        records = [json.loads(line) for line in (lines if file.stem == "articles" else lines[::EVERY])]
        texts += [(record["text"], record.get("title") or "") for record in records]
        texts += [(record["text"].upper(), "") for record in records]
    assert_the_same(installed, texts)


def test_an_editable_install_refuses_to_be_compiled() -> None:
    done = subprocess.run(
        [sys.executable, "setup.py", "develop"],
        cwd=compiled.ROOT,
        env=os.environ | {"ESCALATION_WATCH_COMPILE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "an editable install runs the sources that are edited" in done.stderr


def test_without_the_variable_a_wheel_is_plain_python(tmp_path: Path) -> None:
    done = compiled.wheel(tmp_path, ESCALATION_WATCH_COMPILE="0")
    assert done.returncode == 0, done.stdout + done.stderr
    [made] = (tmp_path / "dist").glob("*.whl")
    assert made.name.endswith("-py3-none-any.whl")
