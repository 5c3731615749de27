"""The web role's process: uvicorn around the application until SIGTERM or Ctrl-C."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import structlog
import uvicorn

from service.web.pages import create_app

if TYPE_CHECKING:
    from service.app import App  # brings the analysis with it, which the page has no use for

log = structlog.get_logger()


def serve(app: App) -> None:
    """Serve until asked to stop; open requests get five seconds. Raises SystemExit where the port is taken, as uvicorn does."""
    web = app.settings.web
    application = create_app(app.store, app.settings, app.clock)
    log.info("page", url=f"http://{f'[{web.host}]' if ':' in web.host else web.host}:{web.port}/")
    # uvicorn ends gracefully on SIGTERM and then raises the signal again, for whoever handled it before: that is a clean end here
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    uvicorn.run(
        application,
        host=web.host,
        port=web.port,
        access_log=False,
        log_level="warning",
        log_config=None,
        server_header=False,
        date_header=True,
        proxy_headers=False,
        timeout_graceful_shutdown=5,
        limit_concurrency=100,
        h11_max_incomplete_event_size=32 * 1024,
        lifespan="off",
    )
