"""``python -m workers [--burst]``: one worker process; ``escalation-watch work`` turns into it."""

from __future__ import annotations

import sys

from workers.process import main

sys.exit(main(sys.argv[1:]))
