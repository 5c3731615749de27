"""``demo``: the bundled five-day story through the real processes."""

import typer

from service.cli.options import ConfigDir, DataDir, settings_of
from service.cli.output import console


def demo(ctx: typer.Context, config: ConfigDir = None, data: DataDir = None) -> int:
    """Replay the bundled five-day story through the real service, and print each alert as it fires."""
    from service.demo.run import run_demo

    return run_demo(settings_of(ctx, config, data, need_secrets=False), console())
