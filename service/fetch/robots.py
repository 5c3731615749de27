"""What a site lets robots read (RFC 9309), kept for a while."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urljoin

from protego import Protego

from service.errors import FetchError
from service.fetch.guard import Target, shown

MAX_ROBOTS = 512 * 1024  # bytes; RFC 9309, 2.5 asks for at least 500 KiB, what is beyond may be ignored
_RETRY = timedelta(seconds=300)  # how long a site counts as closed after its robots.txt could not be had
_MOST_SITES = 2000
_MOST_LINES = 20_000
_USER_AGENT = re.compile(r"\s*user[- ]?agent\s*:?(.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rules:
    """What one origin said: its parsed robots.txt (None where it has none), or ``closed`` with the reason it could not be had."""

    parsed: Protego | None = None
    closed: str = ""

    def check(self, target: Target, agent: str) -> None:
        """FetchError where the site does not let this robot read the URL."""
        if self.closed:
            raise FetchError(
                f"{shown(target.url)}: not read, because {robots_url(target)} could not be had ({self.closed}), "
                "and a site that cannot say what robots may read counts as closed; tried again later"
            )
        if self.parsed is not None and not self.parsed.can_fetch(target.url, agent):
            raise FetchError(f"{shown(target.url)}: not read, because {robots_url(target)} asks robots not to", permanent=True)


class RobotsCache:
    """Rules by origin, each for ``ttl`` seconds; may outlive a fetcher and serve several. At most 2,000 sites."""

    def __init__(self, ttl: float, clock: Callable[[], datetime]) -> None:
        self._ttl = timedelta(seconds=ttl)
        self._clock = clock
        self._kept: dict[str, tuple[datetime, Rules]] = {}

    def fresh(self, target: Target) -> Rules | None:
        """The rules of this origin where they are known and not too old."""
        kept = self._kept.get(target.origin)
        return kept[1] if kept and self._clock() < kept[0] else None

    def keep(self, target: Target, rules: Rules) -> Rules:
        """Remember what was learnt; where robots.txt is away the last known rules go on to hold (RFC 9309, 2.4)."""
        if rules.closed and (kept := self._kept.get(target.origin)) and not kept[1].closed:
            rules = kept[1]
            until = self._clock() + _RETRY
        else:
            until = self._clock() + (_RETRY if rules.closed else self._ttl)
        self._kept.pop(target.origin, None)
        while len(self._kept) >= _MOST_SITES:
            del self._kept[next(iter(self._kept))]
        self._kept[target.origin] = (until, rules)
        return rules


def robots_url(target: Target) -> str:
    """Where this origin keeps its robots.txt."""
    return urljoin(target.url, "/robots.txt")


def product(user_agent: str) -> str:
    """The name by which robots.txt knows this service: the user agent up to its version (RFC 9309, 2.2.1)."""
    return user_agent.partition("/")[0].strip()


def rules_of(body: bytes, agent: str) -> Rules:
    """The rules in a robots.txt, whatever its encoding; an HTML page in its place says nothing."""
    text = body[:MAX_ROBOTS].decode("utf-8-sig", "replace")
    if text.lstrip()[:1] == "<":
        return Rules()
    return Rules(Protego.parse("\n".join(_about(agent, line) for line in text.splitlines()[:_MOST_LINES])))


def _about(agent: str, line: str) -> str:
    """A line as it is, but all other robots under one name.

    Protego keeps every rule once for each robot that it is for: 20,000 names before 20,000 rules would fill the memory.
    """
    named = _USER_AGENT.match(line)
    if named is None:
        return line
    name = named.group(1).partition("#")[0].strip().lower()
    return line if name == "*" or name.replace("*", "") in agent.lower() else "User-agent: another-robot"
