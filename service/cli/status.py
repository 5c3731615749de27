"""``status``: feeds, queue, what is dead, tolls and truces; ``--health`` for container checks."""

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from service.cli.opened import opened
from service.cli.options import AsJson, ConfigDir, DataDir, settings_of
from service.cli.output import console, print_json
from service.cli.status_view import ALIVE, NEWEST_SHOWN, Status, show_status, status_records
from service.errors import BrokerError, UsageError

if TYPE_CHECKING:
    from service.app import App

_ROLES = ("poll", "work", "deliver")


def status(
    ctx: typer.Context,
    config: ConfigDir = None,
    data: DataDir = None,
    as_json: AsJson = False,
    health: Annotated[
        str, typer.Option(metavar="ROLE", help="Only whether poll, work or deliver is alive; exit code 1 if not.")
    ] = "",
    retry: Annotated[
        int | None, typer.Option(metavar="ID", min=1, help="Give a dead entry another five tries.", show_default=False)
    ] = None,
) -> int:
    """How feeds, queue, dead entries and deliveries, tolls and ceasefires stand."""
    if health and health not in _ROLES:
        raise UsageError(f"--health {health}: there is no such role; allowed: {', '.join(_ROLES)}")
    settings = settings_of(ctx, config, data, need_secrets=False)
    with opened(settings, migrate=not health) as app:
        if health:
            return _health(app, health, as_json=as_json)
        if retry is not None:
            app.store.retry_entry(retry, app.clock())
            console().print(f"entry {retry} is due again; the running service takes it up within seconds")
            return 0
        now = gathered(app, newest=None if as_json else NEWEST_SHOWN)
    if as_json:
        for record in status_records(now):
            print_json(record)
    else:
        show_status(console(), now)
    return 0


def _health(app: "App", role: str, *, as_json: bool) -> int:
    """0 where a process of the role gave a sign of life lately."""
    beats = {name: abs(app.clock() - at) for name, at in app.store.heartbeats().items() if name.split("/")[0] == role}
    nearest = min(beats.values(), default=timedelta.max)
    if as_json:
        print_json({"role": role, "alive": nearest <= ALIVE})
    else:
        console().print(f"{role}: {'alive' if nearest <= ALIVE else 'no sign of life'}")
    return 0 if nearest <= ALIVE else 1


def gathered(app: "App", *, newest: int | None) -> Status:
    """What ``status`` shows, of each conflict so many tolls (None: all); a broker that does not answer is part of the answer."""
    store = app.store
    return Status(
        now=app.clock(),
        feeds=store.feed_states(),
        backlog=store.backlog(),
        dead_entries=store.dead_entries(),
        dead_alerts=[alert for alert in store.alerts(limit=200) if any(d.state == "dead" for d in alert.deliveries)],
        disabled=store.disabled_destinations(),
        heartbeats=store.heartbeats(),
        ledgers=[store.ledger(conflict, newest=newest) for conflict in store.conflicts()],
        hints=_hints(app),
    )


def _hints(app: "App") -> int | None:
    try:
        broker = app.open_broker()
        try:
            return broker.waiting()
        finally:
            broker.close()
    except BrokerError:
        return None
