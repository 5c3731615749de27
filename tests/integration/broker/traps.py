"""What a hostile callback would call: it leaves a mark that a test looks for."""

import os
from pathlib import Path


def spring(*_: object) -> None:
    """Leave the mark."""
    Path(os.environ["TRAP_MARK"]).touch()
