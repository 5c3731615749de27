"""``alerts``: what was sent, to whom, and sending it again."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from service.cli.opened import opened
from service.cli.options import AsJson, ConfigDir, DataDir, settings_of, settle
from service.cli.output import console, moment, print_json, show_table, table, words
from service.errors import UsageError
from service.ports import StoredAlert

if TYPE_CHECKING:
    from service.models import Change, Ledger
    from service.ports import Store

group = typer.Typer(help="Alerts and their deliveries.", no_args_is_help=True)


@group.callback()
def before(ctx: typer.Context, config: ConfigDir = None, data: DataDir = None) -> None:
    """Takes the common options between the words as well."""
    settle(ctx, config, data)


@group.command("list")
def list_alerts(
    ctx: typer.Context,
    config: ConfigDir = None,
    data: DataDir = None,
    conflict: Annotated[str, typer.Option(metavar="ID", help="Only this conflict's.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="At most so many, the newest.")] = 50,
    quiet: Annotated[bool, typer.Option("--quiet", help="Also those that were recorded and not sent.")] = False,
    as_json: AsJson = False,
) -> None:
    """The newest alerts and what became of them."""

    settings = settings_of(ctx, config, data, need_secrets=False)
    with opened(settings) as app:
        alerts = app.store.alerts(limit=limit, conflict=conflict or None, quiet=quiet)
    if as_json:
        for stored in alerts:
            print_json(stored_record(stored))
        return
    if alerts:
        show_alerts(alerts)
    else:
        console().print("No alert." if quiet else "No alert; with --quiet also what was recorded and not sent.")


@group.command("show")
def show(
    ctx: typer.Context,
    alert_id: Annotated[str, typer.Argument(metavar="ID", help="As `alerts list` shows it.")],
    config: ConfigDir = None,
    data: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """One alert with its quotes, each delivery of it, and why the toll or truce stands where it stands today."""
    from service.alerts.shape import alert_record
    from service.alerts.terminal import print_alert
    from service.cli.explained import show_explanation
    from service.history.explain import explain_change

    settings = settings_of(ctx, config, data, need_secrets=False)
    with opened(settings) as app:
        stored = app.store.alert(alert_id)
        ledger = _history_of(app.store, stored.alert.change)
    if as_json:
        print_json(alert_record(stored.alert))
        return
    out = console()
    print_alert(out, stored.alert)
    if not stored.sent:
        out.print(words(f"not sent: {stored.why_quiet}", "yellow"))
    for delivery in stored.deliveries:
        error = f": {delivery.last_error}" if delivery.last_error else ""
        out.print(
            words(
                f"{delivery.destination}: {delivery.state}, {delivery.attempts} {'try' if delivery.attempts == 1 else 'tries'}{error}"
            )
        )
    explanation = explain_change(stored.alert.change, ledger)
    out.print()
    if explanation is None:
        out.print(
            words("Today no toll stands for it: its claims were taken back, or its story is another one's now.", "yellow")
        )
    else:
        out.print(words("Where it stands today", "bold"))
        show_explanation(out, explanation)


def _history_of(store: "Store", change: "Change") -> "Ledger":
    """What explains a change: of a long war only the days since its story began; a running total or a truce needs all of it."""
    story = store.story(change.conflict, change.series.story) if change.series and change.series.story else None
    return store.ledger(change.conflict, since=story.started if story else None)


@group.command("resend")
def resend(
    ctx: typer.Context,
    alert_id: Annotated[str, typer.Argument(metavar="ID")],
    config: ConfigDir = None,
    data: DataDir = None,
) -> None:
    """Put an alert's deliveries into the outbox again; the deliverer sends them."""

    settings = settings_of(ctx, config, data, need_secrets=False)
    with opened(settings) as app:
        count = app.store.resend(alert_id, app.clock())
    console().print(f"{count} {'delivery waits' if count == 1 else 'deliveries wait'} to be sent again.")


@group.command("test")
def try_out(
    ctx: typer.Context,
    destination: Annotated[str, typer.Argument(metavar="DESTINATION", help="A name from `config check`.")],
    config: ConfigDir = None,
    data: DataDir = None,
) -> None:
    """Send a test alert to a destination now. Where it takes it, it is on again if it was off, and what failed before goes out."""
    from service.alerts.destinations import trial_delivery
    from service.wiring import outlets

    settings = settings_of(ctx, config, data)
    names = [known.name for known in settings.destinations]
    if destination not in names:
        raise UsageError(f"there is no destination {destination}; configured: {', '.join(names)}")
    with opened(settings) as app:
        [result] = asyncio.run(outlets(app)[destination].send([trial_delivery(destination, app.clock())]))
        if result.error is not None:
            raise result.error
        app.store.enable_destination(destination)
        waited = len(app.store.hasten_deliveries(destination, app.clock()))
    follow = {0: "", 1: " One alert that waited for another try goes out now."}
    console().print(
        f"{destination} took the test alert." + follow.get(waited, f" {waited} alerts that waited for another try go out now.")
    )


def stored_record(stored: StoredAlert) -> dict[str, object]:
    """An alert in the contract's shape with what became of it."""
    from service.alerts.shape import alert_record

    deliveries = [
        {
            "id": delivery.id,
            "destination": delivery.destination,
            "state": delivery.state,
            "attempts": delivery.attempts,
            "error": delivery.last_error,
            "delivered_at": moment(delivery.delivered_at) or None,
        }
        for delivery in stored.deliveries
    ]
    return alert_record(stored.alert) | {"sent": stored.sent, "why_quiet": stored.why_quiet, "deliveries": deliveries}


def show_alerts(alerts: Sequence[StoredAlert]) -> None:
    """A row each, newest first."""
    from service.alerts.messages import headline

    shown = table(f"Alerts ({len(alerts)})", "id", "when", "conflict", "change", "deliveries")
    for stored in alerts:
        alert = stored.alert
        became = ", ".join(f"{d.destination} {d.state}" for d in stored.deliveries) or f"quiet: {stored.why_quiet}"
        shown.add_row(
            alert.id,
            f"{alert.change.at:%Y-%m-%d %H:%M}",
            words(alert.conflict),
            words(headline(alert.change, alert.conflict_title)),
            words(became),
        )
    show_table(console(), shown, "when", "change")
