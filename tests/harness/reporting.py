"""usage: reporting.py CONFIG < TEXTS.jsonl: which build of the analysis is first on the path, then a hash of its report on each text.

A line for each text, written at once: the first one missing names the text that ended the process.
"""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

PUBLISHED = datetime(2024, 3, 15, tzinfo=UTC)


def main() -> int:
    from service.analysis import analyse
    from service.config.load import load_settings
    from service.gazetteers import gazetteer_from

    gazetteer = gazetteer_from(load_settings(Path(sys.argv[1]), Path("var"), {}, need_secrets=False).conflicts)
    print(json.dumps(_modules()), flush=True)  # noqa: T201 - what it finds is its output
    for line in sys.stdin:
        text, title = json.loads(line)
        try:
            report = repr(analyse(text, title=title, published=PUBLISHED, gazetteer=gazetteer))
        except Exception as error:  # noqa: BLE001 - whatever is raised is the finding
            report = f"raised {error!r}"
        found = report if report.startswith("raised") else hashlib.sha256(report.encode("utf-8", "surrogatepass")).hexdigest()
        print(json.dumps(found), flush=True)  # noqa: T201
    return 0


def _modules() -> dict[str, list[str]]:
    """The modules of the analysis that run as extensions and those that run as sources, and any of the compiler's that came along."""
    ours = {
        n: m
        for n, m in sys.modules.items()
        if n.startswith("service.analysis.") and ".languages" not in n and not n.endswith("__mypyc")
    }
    sources = sorted(name for name, module in ours.items() if str(module.__file__).endswith(".py"))
    return {
        "extensions": sorted(set(ours) - set(sources)),
        "sources": sources,
        "compiler": sorted({name.partition(".")[0] for name in sys.modules} & {"mypy", "mypyc", "mypy_extensions", "librt"}),
    }


if __name__ == "__main__":
    sys.exit(main())
