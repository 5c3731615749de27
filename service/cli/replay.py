"""``replay``: which alerts would have fired, through the real pipeline in a throw-away store."""

from pathlib import Path
from typing import Annotated

import typer

from service.cli.archives import Rejections, good_records
from service.cli.options import AsJson, ConfigDir, DataDir, settings_of, time_option
from service.cli.output import console, print_json


def replay(
    ctx: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help="JSON Lines, WARC, gzip or folders of these; - for JSON Lines on standard input."),
    ],
    config: ConfigDir = None,
    data: DataDir = None,
    arrival: Annotated[bool, typer.Option("--arrival", help="Take the file's order as the order of arrival.")] = False,
    state: Annotated[
        bool, typer.Option("--state", help="Print the final tolls and ceasefire states instead of alerts.")
    ] = False,
    policy: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Try the table alerts of this TOML file in place of settings.toml's.", show_default=False
        ),
    ] = None,
    since: Annotated[
        str, typer.Option(metavar="TIME", help="Print what came in from then on (ISO 8601); what came before is history.")
    ] = "",
    until: Annotated[str, typer.Option(metavar="TIME", help="Read nothing that came in then or later (ISO 8601).")] = "",
    conflict: Annotated[str, typer.Option(metavar="ID", help="Only this conflict's.")] = "",
    as_json: AsJson = False,
) -> int:
    """Replay archived articles by publication date and print the alerts that would have fired."""
    from service.alerts.shape import alert_record, records
    from service.alerts.terminal import print_alert
    from service.cli.progress import progress
    from service.cli.state import show_ledgers
    from service.config.load import with_policy
    from service.replay import final_state, in_order, throwaway, up_to
    from service.replay import replay as replayed

    begin, end = time_option("--since", since), time_option("--until", until)
    settings = settings_of(ctx, config, data, need_secrets=False)
    if policy is not None:
        settings = with_policy(settings, policy)
    rejections = Rejections()
    articles = up_to(end, in_order(good_records(files, rejections, require_published=True), arrival=arrival))
    out = console()
    fired = 0
    with throwaway(settings) as app:
        with progress("replayed", len(articles)) as advance:
            for (now, _), alerts in zip(articles, replayed(app, articles), strict=True):
                shown = () if state or (begin and now < begin) else alerts
                for alert in (alert for alert in shown if conflict in ("", alert.conflict)):
                    fired += 1
                    if as_json:
                        print_json(alert_record(alert))
                    else:
                        print_alert(out, alert)
                advance(1)
        if state:
            ledgers = [ledger for ledger in final_state(app) if conflict in ("", ledger.conflict)]
            if as_json:
                for record in records(ledgers):
                    print_json(record)
            else:
                show_ledgers(out, ledgers)
        elif not fired and not as_json:
            out.print(f"No alert in {len(articles)} articles.")
    return rejections.code
