"""Speed of the analysis in process time: articles, articles of about 1,000 words, and general pages beside their extraction.

usage: analysis_speed.py [ARTICLES.jsonl] [--rounds N] [--pages PAGES.jsonl.gz] [--compiled [FOLDER]]

Each text's best of N rounds counts. Articles are scaled to 1,000 words; short ones are dense, so those that have 800 to 1,300 words by
nature are told apart. Machines differ: quote the ratio to the floor, which is one regular expression that finds every word, and the
share of the time that trafilatura takes to extract the same general news page. With ``--compiled`` the compiled build (made now, or
the wheel's content in FOLDER) reads the same texts in turns with the sources. Without arguments the labelled articles and pages of
../shared are read; where they are absent nothing is measured and the exit code is 0.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import trafilatura  # noqa: E402 - beside what stands below

from tests.harness import compiled  # noqa: E402 - run from any folder

LONG = range(800, 1300)  # words of an article of about 1,000
_WORD = re.compile(r"\w+")


class Build:
    """One build of the analysis in a process of its own, with the texts it is to read."""

    def __init__(self, folder: Path, texts: Sequence[str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "benchmarks" / "timed" / "analysis.py"), str(ROOT / "config")],
            env=os.environ | {"PYTHONPATH": str(folder)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.best = [float("inf")] * len(texts)
        self.name = self._ask("".join(json.dumps(text) + "\n" for text in texts) + "\n")

    def read(self) -> None:
        """Read all texts once and keep what is the best time of each so far."""
        self.best = list(map(min, self.best, json.loads(self._ask("again\n"))))

    def end(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()

    def _ask(self, question: str) -> str:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(question)
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()


def _seconds(do: Callable[[str], object], text: str, rounds: int) -> float:
    """The best of the rounds, in process time."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        do(text)
        best = min(best, time.process_time() - start)
    return best


def _extract(page: str) -> str:
    return trafilatura.extract(page, include_comments=False) or ""


def _pages(file: Path) -> list[tuple[str, float]]:
    """The text of each page that has one, and the seconds its extraction takes."""
    if not file.is_file():
        return []
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        pages = [json.loads(line)["html"] for line in lines]
    return [(text, _seconds(_extract, page, 2)) for page in pages if (text := _extract(page))]


def _measure(folders: Sequence[Path], texts: Sequence[str], rounds: int) -> list[Build]:
    """Each build's best times, round by round in turns, so that what else the machine does slows all alike."""
    builds = [Build(folder, texts) for folder in folders]
    for _ in range(rounds):
        for build in builds:
            build.read()
    for build in builds:
        build.end()
    return builds


def _report(builds: Sequence[Build], articles: Sequence[str], pages: Sequence[tuple[str, float]]) -> None:
    words = [len(text.split()) for text in articles]
    least = statistics.median(_seconds(_WORD.findall, text, 5) * 1e6 / n for text, n in zip(articles, words, strict=True))
    print(f"floor (every word of 1,000 once): {least:.2f} ms")
    for build in builds:
        scaled = [seconds * 1e6 / n for seconds, n in zip(build.best, words, strict=False)]
        median, slowest = statistics.median(scaled), statistics.quantiles(scaled, n=20)[-1]
        print(f"{build.name}:")
        print(
            f"  {len(scaled)} articles scaled to 1,000 words: {median:.2f} ms (95 %: {slowest:.2f}), {median / least:.0f} floors"
        )
        long = [ms for ms, n in zip(scaled, words, strict=True) if n in LONG]
        if long:
            print(f"  {len(long)} articles of {LONG.start} to {LONG.stop} words, for 1,000: {statistics.median(long):.2f} ms")
        own = build.best[len(articles) :]
        shares = [seconds / peer for seconds, (_, peer) in zip(own, pages, strict=True)]
        if shares:
            each = statistics.median(seconds * 1e6 / len(text.split()) for seconds, (text, _) in zip(own, pages, strict=True))
            share = f"{statistics.median(shares):.1%} of trafilatura's time"
            print(f"  {len(shares)} general news pages: {share}, {each:.2f} ms for 1,000 words")
        if build is not builds[0]:
            ratio = statistics.median(b / a for a, b in zip(builds[0].best, build.best, strict=True))
            print(f"  {ratio:.2f} of the time of the {builds[0].name} one, median of all texts")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles", type=Path, nargs="?", default=ROOT.parent / "shared" / "gold" / "dev" / "articles.jsonl")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pages", type=Path, default=ROOT.parent / "shared" / "pages" / "pages.jsonl.gz")
    parser.add_argument("--compiled", type=Path, nargs="?", const=Path(), metavar="FOLDER")
    options = parser.parse_args()
    if not options.articles.is_file():
        print(f"nothing measured: {options.articles.name} is not here; name a file of article records")
        return 0
    articles = [json.loads(line)["text"] for line in options.articles.read_text(encoding="utf-8").splitlines() if line.strip()]
    articles = [text for text in articles if len(text.split()) >= 100]
    pages = _pages(options.pages)
    with tempfile.TemporaryDirectory() as scratch:
        folders = [ROOT]
        if options.compiled is not None:
            folders.append(options.compiled.resolve() if options.compiled != Path() else compiled.build(Path(scratch)))
        builds = _measure(folders, [*articles, *(text for text, _ in pages)], options.rounds)
    _report(builds, articles, pages)
    return 0


if __name__ == "__main__":
    sys.exit(main())
