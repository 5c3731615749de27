"""``history``: why a toll or a truce stands where it stands."""

from collections.abc import Sequence
from typing import Annotated

import typer

from service.cli.opened import opened
from service.cli.options import AsJson, ConfigDir, DataDir, settings_of, settle
from service.cli.output import console, print_json
from service.errors import NotFound
from service.models import Reading

group = typer.Typer(help="The stored history of a conflict.", no_args_is_help=True)


@group.callback()
def before(ctx: typer.Context, config: ConfigDir = None, data: DataDir = None) -> None:
    """Takes the common options between the words as well."""
    settle(ctx, config, data)


@group.command("explain")
def explain(
    ctx: typer.Context,
    conflict: Annotated[str, typer.Argument(metavar="CONFLICT", help="Its id, as `status` shows it.")],
    config: ConfigDir = None,
    data: DataDir = None,
    kind: Annotated[str, typer.Option(metavar="KIND", help="Only tolls of this kind: killed, wounded, …")] = "",
    side: Annotated[str, typer.Option(metavar="NAME", help="Only tolls of this side's people.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="At most so many tolls, those counted last.")] = 20,
    figures: Annotated[bool, typer.Option("--figures", help="Also each figure that belongs to no toll, and why.")] = False,
    as_json: AsJson = False,
) -> None:
    """Why each toll and the truce stand where they stand: the steps, which claims count, which do not and why."""
    from service.cli.explained import explanation_record, show_explanations
    from service.history.explain import explain as explained
    from service.history.explain import narrowed

    settings = settings_of(ctx, config, data, need_secrets=False)
    with opened(settings) as app:
        known = app.store.conflicts()
        if conflict not in known:
            raise NotFound(f"nothing is known of a conflict {conflict!r}; there is {', '.join(known) or 'no history yet'}")
        ledger = app.store.ledger(conflict)
        readings: Sequence[Reading] = ()
        if figures:
            with app.store.conflict_work([conflict]) as work:
                readings = work.readings(conflict)
    wanted = narrowed(ledger, kind=kind, side=side, limit=limit)
    found = explained(wanted, readings)
    if as_json:
        for explanation in found:
            print_json(explanation_record(explanation))
        return
    out = console()
    show_explanations(out, settings.conflict_title(conflict), found)
    left = len(narrowed(ledger, kind=kind, side=side).tolls) - len(wanted.tolls)
    if left:
        out.print(f"\n{left} {'toll' if left == 1 else 'tolls'} counted earlier not shown; `--limit` shows more.", style="dim")


@group.command("rebuild")
def rebuild(
    ctx: typer.Context,
    conflicts: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CONFLICT]...", help="Their ids, as `status` shows them; all where none is given."),
    ] = None,
    config: ConfigDir = None,
    data: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Fold the history anew from all that is stored: after a release that changed the rules. Nothing is delivered."""
    from service.cli.progress import progress
    from service.folds import rebuild as fold_anew

    settings = settings_of(ctx, config, data, need_secrets=False)
    with opened(settings) as app:
        known = app.store.conflicts()
        for conflict in conflicts or ():
            if conflict not in known:
                raise NotFound(f"nothing is known of a conflict {conflict!r}; there is {', '.join(known) or 'no history yet'}")
        for conflict in conflicts or known:
            with progress(f"read of {conflict}", app.store.count_readings(conflict)) as advance:
                done = fold_anew(app.store, conflict, advance)
            if as_json:
                print_json({"conflict": conflict, "readings": done})
