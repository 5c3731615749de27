"""The long-running roles of one process each: poll, deliver, web; each ends on SIGTERM or Ctrl-C with nothing half-done."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator

import structlog

from service import pipeline, waiting
from service.app import App, Broker
from service.errors import BrokerError, StoreError
from service.ports import FeedState, Fetcher

log = structlog.get_logger()

PARENT = "ESCALATION_WATCH_PARENT"  # set by the supervisor, so that its children do not outlive it
_BEAT = 10.0  # seconds between two signs of life


def name_of(role: str) -> str:
    """How this process calls itself in the heartbeats."""
    return f"{role}@{socket.gethostname()}-{os.getpid()}"


def end_with_parent(also: Callable[[], None] | None = None) -> None:
    """Ask this process to stop when the supervisor that started it is gone, even if it was killed; ``also`` is done before."""
    parent = os.environ.get(PARENT, "")
    if parent.isdigit():
        threading.Thread(target=_watch, args=(int(parent), also), daemon=True).start()


def _watch(parent: int, also: Callable[[], None] | None) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    if also is not None:
        also()
    os.kill(os.getpid(), signal.SIGTERM)


def stop_event() -> asyncio.Event:
    """Set by SIGTERM or SIGINT; to be called in a running loop."""
    stop = asyncio.Event()
    for which in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(which, stop.set)
    return stop


async def beat(app: App, role: str, stop: asyncio.Event) -> None:
    """Write signs of life until stopped; a store that is away for a moment is no reason to end."""
    while not stop.is_set():
        try:
            await asyncio.to_thread(app.store.beat, role, name_of(role), app.clock())
        except StoreError as error:
            log.warning("no sign of life could be written", role=role, error=str(error))
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), _BEAT)


async def poll(app: App) -> None:
    """Poll feeds and reconcile until stopped."""
    from service.poller import Poller

    stop = stop_event()
    fetcher = app.open_fetcher()
    broker = app.open_broker()

    async def poll_one(state: FeedState) -> int:
        return await pipeline.poll_feed(app, fetcher, broker, state)

    poller = Poller(app.store, app.settings.poll, poll_one, clock=app.clock)
    await asyncio.to_thread(app.store.sync_feeds, app.settings.feeds, app.clock())
    tasks = [asyncio.create_task(t) for t in (poller.run(stop), _reconcile(app, broker, stop), beat(app, "poll", stop))]
    try:
        await _until(stop, tasks)
    finally:
        await _close(fetcher, broker)


async def _reconcile(app: App, broker: Broker, stop: asyncio.Event) -> None:
    while not stop.is_set():
        try:
            await asyncio.to_thread(pipeline.reconcile, app, broker)
            await asyncio.to_thread(waiting.come_due, app, app.clock())
        except (StoreError, BrokerError) as error:
            log.warning("reconciling waits", error=str(error))
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), app.settings.work.reconcile_every)


async def _until(stop: asyncio.Event, tasks: list[asyncio.Task[None]]) -> None:
    """Wait for the stop; a task that fails before it ends the role with its error, so that it is seen and started anew."""
    waiting: asyncio.Task[object] = asyncio.create_task(stop.wait())
    done, _ = await asyncio.wait([waiting, *tasks], return_when=asyncio.FIRST_COMPLETED)
    stop.set()
    waiting.cancel()
    _, late = await asyncio.wait(tasks, timeout=6.0)
    for task in late:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for task in tasks:
        if task in done:
            task.result()


async def _close(fetcher: Fetcher, broker: Broker) -> None:
    await fetcher.close()
    broker.close()


@contextlib.contextmanager
def closing(app: App) -> Iterator[App]:
    """Close the store at the end of a command."""
    try:
        yield app
    finally:
        app.store.close()


async def deliver(app: App) -> None:
    """Deliver alerts until stopped."""
    from service.alerts.delivery import Deliverer
    from service.wiring import outlets

    stop = stop_event()
    deliverer = Deliverer(app.store, outlets(app), app.settings.destinations, clock=app.clock)
    await _until(stop, [asyncio.create_task(t) for t in (deliverer.run(stop), beat(app, "deliver", stop))])
