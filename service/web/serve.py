"""The web role's process: uvicorn around the application until SIGTERM or Ctrl-C."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
from typing import TYPE_CHECKING

import structlog
import uvicorn

from service.errors import ServiceError
from service.settings import WebSettings
from service.web.pages import create_app

if TYPE_CHECKING:
    from service.app import App  # brings the analysis with it, which the page has no use for

log = structlog.get_logger()


def serve(app: App) -> None:
    """Serve until asked to stop; open requests get five seconds. ServiceError where the address cannot be listened on."""
    web = app.settings.web
    application = create_app(app.store, app.settings, app.clock)
    sock = listen(web)
    log.info("page", url=f"http://{_place(web.host, sock.getsockname()[1])}/")
    # uvicorn ends gracefully on SIGTERM and then raises the signal again, for whoever handled it before: that is a clean end here
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    config = uvicorn.Config(
        application,
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
    with sock, contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[sock])


def listen(web: WebSettings) -> socket.socket:
    """The socket of the page; with port 0 the system chooses. ServiceError says what to do where the address is taken or not ours."""
    try:
        return socket.create_server(
            (web.host, web.port), family=socket.AF_INET6 if ":" in web.host else socket.AF_INET, backlog=2048
        )
    except OSError as error:
        reason = (
            os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        )  # without Python's addition to it
        raise ServiceError(
            f"the web page cannot listen on {_place(web.host, web.port)}: {reason}; "
            "end what listens there, or give it another port with WEB_PORT or [web] port"
        ) from error


def _place(host: str, port: int) -> str:
    return f"{f'[{host}]' if ':' in host else host}:{port}"
