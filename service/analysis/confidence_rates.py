"""How often figures of a size, a rule's family and a scope are right; written by benchmarks/calibration.py --write."""

from __future__ import annotations

OVERALL = 0.934
OPTIMISM = 0.015
SIZES = {
    "more": 0.956,
    "one": 0.952,
    "vague": 0.827,
}
FAMILIES = {
    "act": -0.02,
    "active": 0.028,
    "along with": 0.004,
    "among the victims": -0.024,
    "count": -0.073,
    "forced out": 0.007,
    "held": -0.042,
    "inner": -0.046,
    "intransitive": 0.001,
    "of the victims": 0.003,
    "part": 0.025,
    "participle": 0.019,
    "passive": -0.004,
    "state": 0.016,
    "suffered injuries": 0.002,
    "taken captive": 0.002,
    "taken to hospital": 0.004,
    "the victims included": 0.002,
    "to death": -0.028,
    "toll": -0.011,
}
SCOPES = {
    "background": 0.024,
    "cumulative": 0.03,
    "current": -0.02,
    "other": -0.034,
    "superseded": 0.013,
}
