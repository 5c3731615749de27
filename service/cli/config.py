"""``config check``: whether the service would start with this configuration, and what it would do."""

import typer

from service.cli.options import AsJson, ConfigDir, DataDir, settings_of, settle
from service.cli.output import console, print_json, show_table, table, words
from service.settings import Settings

group = typer.Typer(help="The configuration.", no_args_is_help=True)


@group.callback()
def before(ctx: typer.Context, config: ConfigDir = None, data: DataDir = None) -> None:
    """Takes the common options between the words as well."""
    settle(ctx, config, data)


@group.command("check")
def check(ctx: typer.Context, config: ConfigDir = None, data: DataDir = None, as_json: AsJson = False) -> None:
    """Check feeds.toml, conflicts.toml, settings.toml and the environment; every mistake with file and line."""
    settings = settings_of(ctx, config, data)
    if as_json:
        print_json(summary(settings))
        return
    out = console()
    rows = table(f"The configuration in {settings.config_dir} is good.", "", "")
    for name, value in summary(settings).items():
        rows.add_row(name, words(", ".join(value) if isinstance(value, list) else str(value)))
    show_table(out, rows)
    for remark in doubts(settings):
        out.print(words(f"! {remark}", "yellow"))


def summary(settings: Settings) -> dict[str, object]:
    """What is configured, without any secret: names and counts only."""
    return {
        "feeds": len(settings.feeds),
        "conflicts": len(settings.conflicts),
        "destinations": [f"{destination.name} ({destination.kind})" for destination in settings.destinations],
        "policies": [name for name, _ in settings.conflict_policies] or ["general only"],
        "database": _kind(settings.database_url) or f"SQLite in {settings.data_dir}",
        "broker": _kind(settings.redis_url) or f"embedded, in {settings.data_dir}",
        "web": f"{settings.web.host}:{settings.web.port}, {'token needed' if settings.web.token else 'no token'}",
        "log": f"{settings.log_level}, {settings.log_format}",
    }


def _kind(url: str) -> str:
    """The kind of server a URL names; never the URL, it may hold a password."""
    return {
        "postgresql": "PostgreSQL",
        "postgres": "PostgreSQL",
        "sqlite": "SQLite",
        "redis": "Redis",
        "rediss": "Redis",
        "unix": "Redis",
    }.get(url.partition(":")[0].partition("+")[0], "")


def doubts(settings: Settings) -> list[str]:
    """What is allowed and yet probably not meant."""
    found = []
    other = sorted({feed.language for feed in settings.feeds if feed.language.split("-")[0] != "en"})
    if other:
        found.append(f"only English is analysed; feeds in {', '.join(other)} will give no figures")
    from service.config.checks import is_loopback

    if not is_loopback(settings.web.host) and not settings.web.token:
        found.append(f"the web page will not start: it would listen on {settings.web.host} without a WEB_TOKEN")
    if settings.policy.muted:
        found.append("alerts are muted for every conflict without a policy of its own")
    return found
