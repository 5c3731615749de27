"""``history``: why a toll or a truce stands where it stands."""

from collections.abc import Sequence
from typing import Annotated

import typer

from service.cli.opened import opened
from service.cli.options import AsJson, ConfigDir, DataDir, settings_of, settle
from service.cli.output import console, print_json, remarks, words
from service.errors import NotFound, UsageError
from service.models import Reading
from service.ports import Store

Conflict = Annotated[str, typer.Argument(metavar="CONFLICT", help="Its id, as `status` shows it.")]

_LOOKED_THROUGH = 500  # of a conflict's newest alerts, for those that did not ring

group = typer.Typer(help="The stored history of a conflict.", no_args_is_help=True)


@group.callback()
def before(ctx: typer.Context, config: ConfigDir = None, data: DataDir = None) -> None:
    """Takes the common options between the words as well."""
    settle(ctx, config, data)


@group.command("explain")
def explain(
    ctx: typer.Context,
    conflict: Conflict,
    config: ConfigDir = None,
    data: DataDir = None,
    kind: Annotated[str, typer.Option(metavar="KIND", help="Only tolls of this kind: killed, wounded, …")] = "",
    side: Annotated[str, typer.Option(metavar="NAME", help="Only tolls of this side's people.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="At most so many tolls, those counted last.")] = 20,
    figures: Annotated[bool, typer.Option("--figures", help="Also each figure that belongs to no toll, and why.")] = False,
    as_json: AsJson = False,
) -> None:
    """Why each toll and the truce stand where they stand: the steps, which claims count, which do not and why."""
    from service.cli.explained import explanation_record, merge_record, show_explanations, show_merges
    from service.history.explain import explain as explained
    from service.history.explain import explain_quiet, narrowed

    settings = settings_of(ctx, config, data, need_secrets=False)
    with opened(settings) as app:
        _require(app.store, conflict)
        ledger = app.store.ledger(conflict)
        readings: Sequence[Reading] = ()
        if figures:
            with app.store.conflict_work([conflict]) as work:
                readings = work.readings(conflict)
        merges = app.store.merges(conflict)
        stored = app.store.alerts(limit=_LOOKED_THROUGH, conflict=conflict, quiet=True)
    quiet = [(item.alert.change, item.why_quiet) for item in stored if not item.sent]
    wanted = narrowed(ledger, kind=kind, side=side, limit=limit)
    found = explained(wanted, readings)
    silenced = explain_quiet(quiet[:limit], kind=kind, side=side)
    found += (silenced,) if silenced else ()
    if as_json:
        for explanation in found:
            print_json(explanation_record(explanation))
        for merge_ in merges:
            print_json({"type": "merge", **merge_record(merge_)})
        return
    out = console()
    show_explanations(out, settings.conflict_title(conflict), found)
    show_merges(out, merges)
    left = len(narrowed(ledger, kind=kind, side=side).tolls) - len(wanted.tolls)
    if left:
        out.print(f"\n{left} {'toll' if left == 1 else 'tolls'} counted earlier not shown; `--limit` shows more.", style="dim")


@group.command("stories")
def stories(
    ctx: typer.Context,
    conflict: Conflict,
    config: ConfigDir = None,
    data: DataDir = None,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="At most so many, those told last.")] = 30,
    as_json: AsJson = False,
) -> None:
    """The stories of a conflict with their ids, those told last first."""
    from service.alerts.shape import story_record
    from service.cli.explained import show_stories

    settings = settings_of(ctx, config, data, need_secrets=False)
    with opened(settings) as app:
        _require(app.store, conflict)
        found = app.store.ledger(conflict, newest=limit).stories
    found = tuple(sorted(found, key=lambda story: (story.changed, story.id), reverse=True)[:limit])
    if as_json:
        for story in found:
            print_json(story_record(story))
        return
    show_stories(console(), settings.conflict_title(conflict), found)


Why = Annotated[
    str, typer.Option("--why", metavar="TEXT", help="The reason, which is recorded and shown by `history explain`.")
]


@group.command("merge")
def merge(
    ctx: typer.Context,
    conflict: Conflict,
    story: Annotated[str, typer.Argument(metavar="STORY", help="Its id, as `history stories` shows it.")],
    into: Annotated[str, typer.Argument(metavar="INTO", help="The older story that it is a part of.")],
    why: Why,
    config: ConfigDir = None,
    data: DataDir = None,
) -> None:
    """Count two stories as one from now on: for where one flare-up was told as two. Recorded; rings nothing."""
    from service.merging import merge as merge_stories

    settings = settings_of(ctx, config, data, need_secrets=False)
    with opened(settings) as app:
        _require(app.store, conflict)
        merge_stories(app.store, conflict, story, into, why=_reason(why), now=app.clock())
    console().print(words(f"{story} is a part of {into} now; `history unmerge {conflict} {story}` takes that back."))


@group.command("unmerge")
def unmerge(
    ctx: typer.Context,
    conflict: Conflict,
    story: Annotated[str, typer.Argument(metavar="STORY", help="The story that was merged into another.")],
    why: Why,
    config: ConfigDir = None,
    data: DataDir = None,
) -> None:
    """Take a merge back. Recorded; rings nothing."""
    from service.merging import unmerge as unmerge_story

    settings = settings_of(ctx, config, data, need_secrets=False)
    with opened(settings) as app:
        _require(app.store, conflict)
        unmerge_story(app.store, conflict, story, why=_reason(why), now=app.clock())
    console().print(words(f"{story} is a story of its own again."))


def _require(store: Store, *conflicts: str) -> None:
    """NotFound for a conflict without a history."""
    known = store.conflicts()
    for conflict in conflicts:
        if conflict not in known:
            raise NotFound(f"nothing is known of a conflict {conflict!r}; there is {', '.join(known) or 'no history yet'}")


def _reason(why: str) -> str:
    """The reason without blanks around it. UsageError for none."""
    if not why.strip():
        raise UsageError("--why needs words: whoever reads the history later wants to know")
    return why.strip()


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
        _require(app.store, *(conflicts or ()))
        if not app.store.conflicts():
            remarks().print("There is no history yet, so nothing to fold.")
        for conflict in conflicts or app.store.conflicts():
            with progress(f"read of {conflict}", app.store.count_readings(conflict)) as advance:
                done = fold_anew(app.store, conflict, advance)
            if as_json:
                print_json({"conflict": conflict, "readings": done})
