"""``poll``, ``work``, ``deliver``, ``web``: one role each, for a deployment."""

import os
import sys
from dataclasses import replace
from typing import Annotated

import typer

from service.cli.opened import opened
from service.cli.options import ConfigDir, DataDir, config_folder, data_folder, settings_of


def poll(ctx: typer.Context, config: ConfigDir = None, data: DataDir = None) -> None:
    """Ask the feeds for news, and look after work that is overdue."""
    import asyncio

    from service import roles
    from service.embedded import stop_orphan
    from service.wiring import broker_url

    settings = settings_of(ctx, config, data, need_secrets=False)
    roles.end_with_parent(also=lambda: stop_orphan(settings.data_dir))  # a killed supervisor cannot end the broker it started
    _, broker = broker_url(settings)  # without REDIS_URL the folder's own broker is started where none answers yet
    try:
        with opened(settings) as app:
            asyncio.run(roles.poll(app))
    finally:
        if broker is not None:
            broker.stop()


def work(
    ctx: typer.Context,
    config: ConfigDir = None,
    data: DataDir = None,
    burst: Annotated[bool, typer.Option("--burst", help="Stop when nothing is left to do.")] = False,
) -> None:
    """Work through entries: fetch pages, analyse, keep the history, write alerts into the outbox."""
    settings_of(ctx, config, data)  # a bad configuration is said here, before the worker takes this process's place
    folders = ["--config", str(config_folder(ctx, config)), "--data", str(data_folder(ctx, data))]
    sys.stdout.flush()
    command = [sys.executable, "-m", "workers", *folders, *(["--burst"] if burst else [])]
    os.execv(sys.executable, command)  # noqa: S606 - our own module; service may not import the workers


def deliver(ctx: typer.Context, config: ConfigDir = None, data: DataDir = None) -> None:
    """Send what waits in the outbox to its destinations."""
    import asyncio

    from service import roles

    settings = settings_of(ctx, config, data)
    roles.end_with_parent()
    with opened(settings) as app:
        asyncio.run(roles.deliver(app))


def web(
    ctx: typer.Context,
    config: ConfigDir = None,
    data: DataDir = None,
    host: Annotated[str, typer.Option(help="Address to listen on; other machines need WEB_TOKEN.", show_default=False)] = "",
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port to listen on.", show_default=False)] = None,
) -> None:
    """Serve the status page and the JSON API."""
    from service import roles
    from service.config import check_listening
    from service.web import serve

    settings = settings_of(ctx, config, data, need_secrets=False)
    page = replace(settings.web, host=host or settings.web.host, port=settings.web.port if port is None else port)
    check_listening(page)
    roles.end_with_parent()
    with opened(replace(settings, web=page)) as app:
        serve(app)
