"""usage: analysis.py CONFIG: times the analysis that is first on the path, in a process of its own (analysis_speed.py starts it).

Reads texts as JSON strings, one a line, up to an empty line, and says whether it runs compiled. Then for each further line it reads
all texts and answers with the seconds of processor time that each took, as a JSON list.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path

from service.analysis import COMPILED, analyse
from service.config.load import load_settings
from service.gazetteers import gazetteer_from

PUBLISHED = datetime(2024, 3, 15, tzinfo=UTC)


def main() -> int:
    gazetteer = gazetteer_from(load_settings(Path(sys.argv[1]), Path("var"), {}, need_secrets=False).conflicts)
    texts = [json.loads(line) for line in takewhile(str.strip, sys.stdin)]
    print("compiled" if COMPILED else "interpreted", flush=True)
    for _ in sys.stdin:
        took = []
        for text in texts:
            start = time.process_time()
            analyse(text, published=PUBLISHED, gazetteer=gazetteer)
            took.append(time.process_time() - start)
        print(json.dumps(took), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
