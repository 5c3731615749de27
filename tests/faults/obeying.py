"""``python -m tests.faults.obeying PROGRAM …``: a program for which file modes hold even where root runs it."""

from __future__ import annotations

import ctypes
import os
import sys

_DAC_OVERRIDE, _DROP_FROM_BOUNDS = 1, 24  # linux/capability.h, linux/prctl.h

if os.geteuid() == 0 and sys.platform == "linux":
    ctypes.CDLL(None).prctl(_DROP_FROM_BOUNDS, _DAC_OVERRIDE, 0, 0, 0)
os.execv(sys.argv[1], sys.argv[1:])
