"""Known vulnerabilities of what the lock file pins: fails where there are any, says why where nothing could be asked."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    command = [sys.executable, "-m", "pip_audit", "--requirement", "requirements.lock", "--require-hashes", "--disable-pip"]
    try:
        done = subprocess.run(
            [*command, "--format", "json", "--progress-spinner", "off"],
            cwd=ROOT, capture_output=True, text=True, timeout=180, check=False,
        )  # fmt: skip
        found = json.loads(done.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, json.JSONDecodeError) as error:
        print(f"audit skipped: no answer from the service that knows vulnerabilities ({type(error).__name__})")
        return 0
    unknown = [one["name"] for one in found if one.get("skip_reason")]
    if len(unknown) == len(found):
        print(f"audit skipped: {found[0]['skip_reason'] if found else 'nothing to ask about'} (and so for all {len(found)})")
        return 0
    bad = [one for one in found if one.get("vulns")]
    for one in bad:
        for known in one["vulns"]:
            print(f"{one['name']} {one['version']}: {known['id']}, fixed in {', '.join(known['fix_versions']) or 'no release'}")
    print(f"audited {len(found) - len(unknown)} of {len(found)} packages, {len(bad)} with known vulnerabilities")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
