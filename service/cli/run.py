"""``run``: everything in one process group until Ctrl-C."""

from typing import Annotated

import typer

from service.cli.options import ConfigDir, DataDir, settings_of
from service.cli.output import remarks
from service.settings import Settings


def run(
    ctx: typer.Context,
    config: ConfigDir = None,
    data: DataDir = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Worker processes.")] = 2,
    web: Annotated[bool, typer.Option(help="Serve the web page.")] = True,
) -> None:
    """Watch the feeds: poller, workers, deliverer and web page, until Ctrl-C."""
    import asyncio

    from service.config import check_listening
    from service.supervisor import Supervisor

    settings = settings_of(ctx, config, data)
    remarks().print(watched(settings), markup=False)
    if web:
        check_listening(settings.web)
        remarks().print(f"web page: http://{settings.web.host}:{settings.web.port}   stop with Ctrl-C", markup=False)

    async def until_stopped() -> None:
        from service.roles import stop_event

        await Supervisor(settings, workers=workers, web=web).run(stop_event())

    asyncio.run(until_stopped())


def watched(settings: Settings) -> str:
    """What a start is about to do, in one line."""
    names = ", ".join(destination.name for destination in settings.destinations)
    return f"watching {len(settings.feeds)} feeds for {len(settings.conflicts)} conflicts; alerts go to: {names}"
