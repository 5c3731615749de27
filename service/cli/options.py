"""Options that every command takes, before or after its name, and the settings they lead to."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from service.errors import UsageError
from service.settings import Settings

ConfigDir = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="DIR",
        help="Folder of feeds.toml, conflicts.toml and settings.toml; else ESCALATION_WATCH_CONFIG, else ./config.",
        show_default=False,
    ),
]
DataDir = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="DIR",
        help="Folder of the database, broker and logs; else ESCALATION_WATCH_DATA, else ./var.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line, nothing else on standard output.")]


@dataclass(frozen=True, slots=True)
class Folders:
    """What was given before the command's name; kept as the context's object."""

    config: Path | None = None
    data: Path | None = None


def config_folder(ctx: typer.Context, config: Path | None) -> Path:
    """The configuration folder: after the command's name, else before it, else from the environment, else ./config."""
    before = ctx.find_object(Folders) or Folders()
    return config or before.config or Path(os.environ.get("ESCALATION_WATCH_CONFIG") or "config")


def data_folder(ctx: typer.Context, data: Path | None) -> Path:
    """The data folder, by the same rule; ./var at last."""
    before = ctx.find_object(Folders) or Folders()
    return data or before.data or Path(os.environ.get("ESCALATION_WATCH_DATA") or "var")


def settings_of(ctx: typer.Context, config: Path | None, data: Path | None, *, need_secrets: bool = True) -> Settings:
    """Load and check the settings and start logging by them; ConfigError says what is wrong and where.

    ``need_secrets`` is False for commands that deliver nothing: they run without the variables of the destinations.
    """
    from service.config import load_settings
    from service.logs import configure_logging

    settings = load_settings(config_folder(ctx, config), data_folder(ctx, data), os.environ, need_secrets=need_secrets)
    configure_logging(settings)
    return settings


def settle(ctx: typer.Context, config: Path | None, data: Path | None) -> None:
    """Keep options given between a group's name and its command; what is not given there stays as given before."""
    before = ctx.find_object(Folders) or Folders()
    ctx.obj = Folders(config or before.config, data or before.data)


def time_option(name: str, text: str) -> datetime | None:
    """The time an option gives in ISO 8601, in UTC where it has no offset; None where it is empty, UsageError where it is no time."""
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{name}: {text!r} is no time; write 2023-11-24 or 2023-11-24T07:00Z") from None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
