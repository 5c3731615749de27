"""Every fault there is, by name, and whether it ends processes without asking them; how each strikes is in ``tests.faults.strikes``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from random import Random

from tests.faults import strikes
from tests.faults.strikes import Publish
from tests.faults.world import World


@dataclass(frozen=True, slots=True)
class Fault:
    """``strike`` returns when the fault is over, so that recovery begins then; ``only`` names the database it needs."""

    name: str
    strike: Callable[[World, Random, Publish], None]
    kills: bool = False
    only: str = ""


_POINTS = (
    "feed-fetched", "before-commit-of-store-what", "after-commit-of-store-what", "entries-hinted", "before-commit-of-note-which",
    "after-commit-of-note-which", "before-commit-of-claim-entries", "after-commit-of-claim-entries", "before-commit-of-count-an",
    "after-commit-of-count-an", "before-commit-of-work-on", "after-commit-of-work-on", "before-commit-of-store-article",
    "after-commit-of-store-article", "before-commit-of-claim-deliveries", "after-commit-of-claim-deliveries", "alert-sent",
    "before-commit-of-mark-deliveries", "after-commit-of-mark-deliveries",
)  # fmt: skip

KILLS = (
    *(Fault(f"kill {name}", partial(strikes.kill_role, name), kills=True) for name in ("poll", "deliver")),
    *(
        Fault(f"kill a worker's {which}", partial(strikes.kill_worker, which), kills=True)
        for which in ("parent", "horse", "both")
    ),
    Fault("kill everything", strikes.kill_everything, kills=True),
    Fault("kill the broker", partial(strikes.kill_broker, 0.0), kills=True),
    Fault("kill PostgreSQL", partial(strikes.kill_postgres, 0.0), kills=True, only="postgres"),
    *(Fault(f"crash at {label}", partial(strikes.crash_at, label), kills=True) for label in _POINTS),
    Fault(
        "crash at work-on and then at release-the",
        lambda world, chance, publish: strikes.crash_at(
            "before-commit-of-work-on", world, chance, publish, "before-commit-of-release-the"
        ),
        kills=True,
    ),
    *(
        Fault(f"crash at {label}", partial(strikes.crash_at_after_trouble, label), kills=True)
        for label in (
            "before-commit-of-put-deliveries",
            "before-commit-of-hasten-deliveries",
            "after-commit-of-hasten-deliveries",
        )
    ),
)

TROUBLES = (
    Fault("broker away", partial(strikes.kill_broker, 4.0)),
    Fault("broker flushed", strikes.flush_broker),
    Fault("a corrupt job", strikes.corrupt_job),
    Fault("PostgreSQL away", partial(strikes.kill_postgres, 4.0), only="postgres"),
    Fault("PostgreSQL restarted", strikes.restart_postgres, only="postgres"),
    Fault("sessions ended", strikes.end_sessions, only="postgres"),
    Fault("connections cut", strikes.cut, only="postgres"),
    Fault("cut in the middle of a statement", strikes.cut_in_statement, only="postgres"),
    Fault("database read-only", strikes.read_only),
    Fault("disk full", strikes.full_disk, only="sqlite"),
    Fault("disk of PostgreSQL full", strikes.full_disk_of_postgres, only="postgres"),
    Fault("database locked", strikes.locked, only="sqlite"),
    *(
        Fault(f"receiver: {t}", partial(strikes.receiver, t))
        for t in ("500", "429", "410", "hang", "cut after effect", "500 after effect")
    ),
    *(Fault(f"feeds: {t}", partial(strikes.feeds, t)) for t in ("reset", "drip", "refuse", "cut short", "stale 304")),
    Fault("clock an hour fast and right again", strikes.clock),
    Fault("clock an hour slow and right again", strikes.clock_slow),
    *(Fault(f"stop {name}", partial(strikes.stop_role, name)) for name in ("poll", "work-1", "deliver")),
    Fault("stop everything", strikes.stop_everything),
)

OUTAGES = (
    Fault("broker away for 60 s", partial(strikes.kill_broker, 60.0)),
    Fault("PostgreSQL away for 60 s", partial(strikes.kill_postgres, 60.0), only="postgres"),
)
