"""The commands and the options before them."""

from typing import Annotated

import typer

from service import __version__
from service.cli import alerts, analyse, backfill, config, demo, feeds, history, replay, roles, run, status
from service.cli.options import ConfigDir, DataDir, Folders

app = typer.Typer(
    help="Watches news feeds for changes in death tolls and ceasefires, and says who said it, in which words, and what it was before.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 failed, 2 usage or configuration, 3 done but some records were rejected.",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"escalation-watch {__version__}")
        raise typer.Exit


@app.callback()
def before(
    ctx: typer.Context,
    config: ConfigDir = None,
    data: DataDir = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Keeps what stands before the command's name."""
    del version
    ctx.obj = Folders(config, data)


app.command("run")(run.run)
app.command("poll")(roles.poll)
app.command("work")(roles.work)
app.command("deliver")(roles.deliver)
app.command("web")(roles.web)
app.command("analyse")(analyse.analyse)
app.command("replay")(replay.replay)
app.command("backfill")(backfill.backfill)
app.command("status")(status.status)
app.command("demo", hidden=True)(demo.demo)
app.add_typer(feeds.group, name="feeds")
app.add_typer(alerts.group, name="alerts")
app.add_typer(history.group, name="history")
app.add_typer(config.group, name="config")
