"""Speed of the analysis: median milliseconds for an article of 1,000 words, in process time, beside a plain word scan.

usage: analysis_speed.py [ARTICLES.jsonl] [--rounds N] [--pages PAGES.jsonl.gz]

Each article's best of N rounds counts, scaled to 1,000 words. Machines differ: quote the ratio to the floor, which is one regular
expression that finds every word, and the share of the time that trafilatura takes to extract the same general news page. Without
arguments the labelled articles and pages of ../shared are read; where they are absent nothing is measured and the exit code is 0.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import trafilatura  # noqa: E402 - beside what stands below

from service.analysis import analyse  # noqa: E402 - run from any folder
from service.config.load import load_settings  # noqa: E402
from service.gazetteers import gazetteer_from  # noqa: E402

PUBLISHED = datetime(2024, 3, 15, tzinfo=UTC)


_WORD = re.compile(r"\w+")


def _scaled(texts: Sequence[str], rounds: int, read: Callable[[str], object]) -> list[float]:
    """Milliseconds for 1,000 words of each text: the best of the rounds, in process time."""
    best = [float("inf")] * len(texts)
    for _ in range(rounds):
        for index, text in enumerate(texts):
            start = time.process_time()
            read(text)
            best[index] = min(best[index], time.process_time() - start)
    return [seconds * 1e6 / len(text.split()) for seconds, text in zip(best, texts, strict=True)]


def _share_of_extraction(pages: Sequence[str], rounds: int, read: Callable[[str], object]) -> list[float]:
    """For each page's markup: the time to read its text as a share of the time trafilatura takes to extract it."""
    shares = []
    for page in pages:
        text = _extract(page)
        if text:
            peer = min(_seconds(_extract, page) for _ in range(2))
            shares.append(min(_seconds(read, text) for _ in range(rounds)) / peer)
    return shares


def _extract(page: str) -> str:
    return trafilatura.extract(page, include_comments=False) or ""


def _seconds(do: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    do(text)
    return time.process_time() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles", type=Path, nargs="?", default=ROOT.parent / "shared" / "gold" / "dev" / "articles.jsonl")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pages", type=Path, default=ROOT.parent / "shared" / "pages" / "pages.jsonl.gz")
    options = parser.parse_args()
    if not options.articles.is_file():
        print(f"nothing measured: {options.articles.name} is not here; name a file of article records")
        return 0
    gazetteer = gazetteer_from(load_settings(ROOT / "config", ROOT / "var", {}, need_secrets=False).conflicts)
    texts = [json.loads(line)["text"] for line in options.articles.read_text(encoding="utf-8").splitlines() if line.strip()]
    texts = [text for text in texts if len(text.split()) >= 100]

    def read(text: str) -> object:
        return analyse(text, published=PUBLISHED, gazetteer=gazetteer)

    ours = _scaled(texts, options.rounds, read)
    floor = _scaled(texts, options.rounds, _WORD.findall)
    median, slowest = statistics.median(ours), statistics.quantiles(ours, n=20)[-1]
    least = statistics.median(floor)
    print(f"{len(texts)} articles, a 1,000 words: median {median:.2f} ms, 95 % {slowest:.2f} ms")
    print(f"floor (every word once): median {least:.2f} ms; ratio {median / least:.0f}")
    if options.pages.is_file():
        with gzip.open(options.pages, "rt", encoding="utf-8") as lines:
            shares = _share_of_extraction([json.loads(line)["html"] for line in lines], options.rounds, read)
        print(
            f"{len(shares)} general news pages: {statistics.median(shares):.0%} of the time trafilatura takes to extract them"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
