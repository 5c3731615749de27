"""``backfill``: archived articles into the history; idempotent and resumable."""

from typing import Annotated

import typer

from service.cli.archives import Rejections
from service.cli.opened import opened
from service.cli.options import AsJson, ConfigDir, DataDir, settings_of
from service.cli.output import print_json, remarks


def backfill(
    ctx: typer.Context,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="JSON Lines, WARC, .html, .txt, gzip of these, or folders.")
    ],
    config: ConfigDir = None,
    data: DataDir = None,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Processes that read at the same time.")] = 1,
    alerts: Annotated[
        bool, typer.Option("--alerts", help="Deliver alerts for what the archive changes; one process then.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Read archived articles into the history; a run that was cut off goes on where it was."""
    from service.archives import archive_id, read
    from service.backfill import Progress
    from service.backfill import backfill as take_in
    from service.cli.progress import progress

    settings = settings_of(ctx, config, data, need_secrets=alerts)
    rejections = Rejections()
    with opened(settings) as app:
        for path in paths:
            latest = Progress()
            records = read(path, require_published=True, now=app.clock())
            with progress(f"read from {path}") as advance:
                for step in take_in(app, archive_id(path), records, jobs=jobs, alerts=alerts, on_reject=rejections.add):
                    advance(step.read - latest.read)
                    latest = step
            if as_json:
                print_json({"archive": path} | {name: getattr(latest, name) for name in latest.__dataclass_fields__})
            else:
                remarks().print(
                    f"{path}: {latest.new:,} new, {latest.known:,} known, {latest.skipped:,} read in an earlier run, "
                    f"{latest.rejected:,} rejected, {latest.alerts:,} alerts",
                    markup=False,
                )
    return rejections.code
