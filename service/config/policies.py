"""[alerts] of settings.toml, and [[alerts.conflict]] laid over it -> the policy of each conflict."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import time
from zoneinfo import available_timezones

from service.config.problems import nearest
from service.config.tables import Check, Table, one_of
from service.models import KINDS, STATUSES, UNSPECIFIED, CeasefireStatus, Kind
from service.settings import Conflict, Policy, QuietHours

_KIND: dict[str, Kind] = {kind: kind for kind in KINDS}
_SPAN = re.compile(r"((?:[01][0-9]|2[0-3]):[0-5][0-9])\s*[-–]\s*((?:[01][0-9]|2[0-3]):[0-5][0-9])")
_STATUS: dict[str, CeasefireStatus] = {status: status for status in STATUSES}


def read_policies(
    root: Table, conflicts: Collection[Conflict] | None, destinations: Collection[str]
) -> tuple[Policy, tuple[tuple[str, Policy], ...]]:
    """The general policy and each conflict's own; ids, parties and destinations they name must exist.

    With None for ``conflicts`` (their file cannot be read) neither ids nor parties are checked.
    """
    table = root.table("alerts", "[alerts]")
    general = _read(table, Policy(), conflicts, _destination(destinations))
    own: dict[str, Policy] = {}
    for inner in table.tables("conflict", "[[alerts.conflict]]"):
        name = inner.text("id", check=one_of(None if conflicts is None else [conflict.id for conflict in conflicts]))
        if name in own:
            inner.wrong("id", f"conflict {name} has a policy above already; put both into one")
        ours = [conflict for conflict in conflicts or () if conflict.id == name]
        own[name] = _read(inner, general, ours or conflicts, _destination(destinations))
        inner.finish()
    table.finish()
    own.pop("", None)
    return general, tuple(own.items())


def _read(table: Table, base: Policy, conflicts: Collection[Conflict] | None, destination: Check) -> Policy:
    kinds = table.texts("kinds", base.kinds, check=one_of(KINDS))
    statuses = table.texts("ceasefire", base.ceasefire, check=one_of(STATUSES))
    names = _party_names(conflicts)
    parties = table.texts("parties", base.parties, check=one_of(names))
    policy = replace(
        base,
        kinds=tuple(_KIND[kind] for kind in kinds),
        parties=tuple(dict.fromkeys((names or {}).get(party, party) for party in parties)),
        min_change=table.integer("min_change", base.min_change, 1, 10**9),
        min_percent=table.number("min_percent", base.min_percent, 0, 10_000),
        first_min=table.integer("first_min", base.first_min, 1, 10**9),
        first_of=_first_of(table, base),
        ceasefire=tuple(_STATUS[status] for status in statuses),
        cumulative=table.flag("cumulative", base.cumulative),
        revised_down=table.flag("revised_down", base.revised_down),
        disputed=table.flag("disputed", base.disputed),
        window=table.seconds("window", base.window, 0, 86400),
        destinations=table.texts("destinations", base.destinations, check=destination),
        max_age=table.seconds("max_age", base.max_age, 0, 10**9),
        muted=table.flag("muted", base.muted),
        cumulative_step=table.integer("cumulative_step", base.cumulative_step, 0, 10**9),
        quiet_hours=_quiet_hours(table, base.quiet_hours),
        hold=table.seconds("hold", base.hold, 0, 604800),
        hold_change=table.integer("hold_change", base.hold_change, 1, 10**9),
        unconfirmed=table.flag("unconfirmed", base.unconfirmed),
        quiet_change=table.integer("quiet_change", base.quiet_change, 0, 10**9),
        quiet_ceasefire=tuple(_STATUS[s] for s in table.texts("quiet_ceasefire", base.quiet_ceasefire, check=one_of(STATUSES))),
    )
    if not policy.kinds and not policy.ceasefire and not policy.muted:
        key = "kinds" if table.has("kinds") else "ceasefire"
        table.wrong(key, "with no kinds and no ceasefire statuses nothing can ever ring; to silence alerts write muted = true")
    return policy


def _quiet_hours(table: Table, base: QuietHours | None) -> QuietHours | None:
    """ "22:00-06:30" and a time zone; "none" takes away what [alerts] says."""
    span = table.text("quiet_hours", _written(base), check=_span)
    zone = table.text("quiet_zone", base.zone if base else "UTC", check=_zone)
    found = _SPAN.fullmatch(span)
    return QuietHours(time.fromisoformat(found[1]), time.fromisoformat(found[2]), zone) if found else None


def _written(quiet: QuietHours | None) -> str:
    return f"{quiet.begin:%H:%M}-{quiet.end:%H:%M}" if quiet else "none"


def _span(text: str) -> str | None:
    found = _SPAN.fullmatch(text)
    return (
        None if text == "none" or (found and found[1] != found[2]) else 'needs two times of day, like "22:00-06:30", or "none"'
    )


def _zone(name: str) -> str | None:
    known = available_timezones()
    return None if name in known else f'needs a time zone like "Europe/Berlin".{nearest(name, known)}'


def _first_of(table: Table, base: Policy) -> tuple[tuple[Kind, int], ...]:
    """``first_wounded = 3`` and the like; a ``first_min`` of its own stands for every kind that is not named."""
    least: dict[Kind, int] = {} if table.has("first_min") else dict(base.first_of)
    for kind in KINDS:
        number = table.integer(f"first_{kind}", least.get(kind, 0), 1, 10**9)
        if number:
            least[kind] = number
    return tuple(least.items())


def _party_names(conflicts: Collection[Conflict] | None) -> dict[str, str] | None:
    """What a policy may call a party (its name or id) -> its name; "unspecified" stands for victims of no named side."""
    if conflicts is None:
        return None
    parties = [party for conflict in conflicts for party in conflict.parties]
    return (
        {party.name: party.name for party in parties} | {UNSPECIFIED: UNSPECIFIED} | {party.id: party.name for party in parties}
    )


def _destination(names: Collection[str]) -> Check:
    """A destination that exists; where one comes from the environment, say which variable makes it."""
    made_by = {"slack": "SLACK_WEBHOOK_URL", "webhook": "ALERT_WEBHOOK_URL and ALERT_WEBHOOK_SECRET"}
    known = one_of(names)

    def check(value: str) -> str | None:
        wrong = known(value)
        if wrong and value in made_by:
            return f"{wrong}. A destination {value} appears when {made_by[value]} is set in the environment"
        return wrong

    return check
