"""config/*.toml and the environment -> one frozen Settings, checked at start."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time
from pathlib import Path

from service.models import BETWEEN_STATES, OF_A_COUNTRY, CeasefireStatus, Feed, Kind


@dataclass(frozen=True, slots=True)
class PollSettings:
    """How often feeds are asked, in seconds, and how many at once."""

    floor: float = 120.0
    ceiling: float = 3600.0
    concurrency: int = 10  # at most 20: httpx searches its pool linearly (measured)
    jitter: float = 0.1  # share of the interval
    backoff_cap: float = 21600.0
    silent_after: float = 604800.0  # a feed with no news for longer than max(this, 5 usual gaps) is flagged
    entries_per_feed: int = 500
    max_backlog: int = 5000  # above this many pending entries polling pauses


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """Limits of one fetch (seconds, bytes) and what the address guard lets through."""

    timeout: float = 30.0
    connect_timeout: float = 10.0
    max_redirects: int = 5
    feed_bytes: int = 10 * 1024 * 1024
    page_bytes: int = 4 * 1024 * 1024
    user_agent: str = "EscalationWatch/0.1 (+https://example.org/escalation-watch)"
    allow: tuple[str, ...] = ()  # host, host:port or network that the guard lets through although private
    robots_ttl: float = 86400.0
    host_delay: float = 1.0


@dataclass(frozen=True, slots=True)
class WorkSettings:
    """How workers take entries: batch size, tries and limits of a work-horse."""

    batch: int = 20
    lease: float = 300.0  # seconds after which a claimed entry is overdue
    max_attempts: int = 5
    job_timeout: int = 240
    memory_bytes: int = 1024 * 1024 * 1024
    cpu_seconds: int = 120
    text_chars: int = 200_000
    reconcile_every: float = 10.0


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From when to when alerts wait, by the clock of a time zone; over midnight where ``begin`` is later than ``end``."""

    begin: time
    end: time
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Policy:
    """Which changes ring: for a conflict, from [alerts] with [[alerts.conflict]] laid over it."""

    kinds: tuple[Kind, ...] = ("killed", "wounded", "missing", "captured", "displaced")
    parties: tuple[str, ...] = ()  # empty: all
    min_change: int = 1  # absolute, against the value last alerted
    min_percent: float = 0.0
    first_min: int = 1  # a first figure below this is kept quiet
    first_of: tuple[tuple[Kind, int], ...] = (  # the same for one kind: one wounded man in passing is no toll, one dead is
        ("wounded", 2),
        ("missing", 2),
        ("captured", 2),
        ("displaced", 200),
    )
    ceasefire: tuple[CeasefireStatus, ...] = (
        "agreed",
        "in_effect",
        "extended",
        "violated",
        "ended",
        "called_for",
        "rejected",
        "none",
    )
    cumulative: bool = True
    revised_down: bool = True
    disputed: bool = True
    window: float = 60.0  # seconds in which changes of one conflict are gathered into one message
    destinations: tuple[str, ...] = ()  # empty: all
    max_age: float = (
        259200.0  # seconds; a change that arrives later than this after it was published is kept quiet; 0: no limit
    )
    muted: bool = False
    cumulative_step: int = (
        0  # a running total rings when it passes a multiple of this; 0: when one of its two leading digits changes
    )
    quiet_hours: QuietHours | None = None
    quiet_change: int = 50  # a toll that moved by so many people rings in quiet hours too; 0: none does
    hold: float = (
        3600.0  # seconds for which a jump that one unrated outlet alone reports waits for a second origin; 0: not at all
    )
    hold_change: int = 100  # how many people make a jump
    unconfirmed: bool = True  # False: what no second origin has said waits without end
    quiet_ceasefire: tuple[CeasefireStatus, ...] = ("agreed", "in_effect", "ended")  # these ring in quiet hours too


@dataclass(frozen=True, slots=True)
class Destination:
    """Where alerts go. ``url_env`` and ``secret_env`` name environment variables (or their _FILE twins) that hold the secrets."""

    name: str
    kind: str  # slack | webhook | terminal
    url: str = field(default="", repr=False)
    secret: str = field(default="", repr=False)
    timeout: float = 10.0
    max_attempts: int = 12
    conflicts: tuple[str, ...] = ()  # empty: all


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a conflict; ``aliases`` are matched on word boundaries: demonyms, capitals, forces, leaders, officials."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    people: tuple[str, ...] = ()  # leaders and officials that speak for it
    forces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """One watched conflict as config/conflicts.toml names it."""

    id: str
    title: str
    parties: tuple[Party, ...]
    places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()  # ISO 3166 alpha-2
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WebSettings:
    """Where the page listens; anything but loopback needs a token."""

    host: str = "127.0.0.1"
    port: int = 8000
    token: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything configurable, checked once at start."""

    config_dir: Path
    data_dir: Path
    feeds: tuple[Feed, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    poll: PollSettings = PollSettings()
    fetch: FetchSettings = FetchSettings()
    work: WorkSettings = WorkSettings()
    policy: Policy = Policy()
    conflict_policies: tuple[tuple[str, Policy], ...] = ()
    destinations: tuple[Destination, ...] = ()
    web: WebSettings = WebSettings()
    database_url: str = field(default="", repr=False)  # empty: SQLite in data_dir
    redis_url: str = field(default="", repr=False)  # empty: embedded Valkey in data_dir
    log_format: str = "auto"  # auto | json | console
    log_level: str = "info"

    def policy_for(self, conflict: str) -> Policy:
        """The policy of one conflict, else the general one."""
        return dict(self.conflict_policies).get(conflict, self.policy)

    def conflict_title(self, conflict: str) -> str:
        """The title people read; a conflict that no file names is called after its country or two."""
        for known in self.conflicts:
            if known.id == conflict:
                return known.title
        return conflict.removeprefix(OF_A_COUNTRY).replace(BETWEEN_STATES, " – ").replace("-", " ").title()

    def destinations_for(self, conflict: str) -> tuple[Destination, ...]:
        """Where this conflict's alerts go: by its policy's list of names and by each destination's own list of conflicts."""
        wanted = self.policy_for(conflict).destinations
        return tuple(
            d for d in self.destinations if (not wanted or d.name in wanted) and (not d.conflicts or conflict in d.conflicts)
        )
