"""``make demo``: the story through the real processes, then a table of what rang against what had to ring."""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from service.demo.server import NewsServer
from service.demo.story import Expected, Tale, load, seen
from service.errors import ServiceError, UsageError
from service.ports import Store
from service.settings import Settings
from service.store import open_store, sqlite_url
from service.supervisor import Supervisor

_LIMIT = 55.0  # seconds for the whole story; it is there to be watched, not to be waited for
_STEP_LIMIT = 20.0

_SETTINGS = """\
[poll]
floor = 0.3
ceiling = 0.5
jitter = 0.0

[work]
reconcile_every = 1.0

[fetch]
allow = ["{authority}"]
host_delay = 0.0

[alerts]
window = 0.0
max_age = 0.0  # the story is of 2022; without a limit on age its changes still ring

[[destination]]
name = "terminal"
kind = "terminal"
"""


def run_demo(settings: Settings, console: Console) -> int:
    """Tell the story in ``DATA/demo``; 0 where exactly the expected alerts fired, else 1."""
    tale = load()
    home = settings.data_dir / "demo"
    shutil.rmtree(home, ignore_errors=True)
    config, data = home / "config", home / "data"
    config.mkdir(parents=True)
    data.mkdir()
    news = NewsServer(tale)
    _write_config(config, settings.config_dir, tale, news)
    console.print(f"[bold]{tale.title}[/bold]: {len(tale.steps)} steps, {len(tale.outlets)} feeds on {news.base}\n")
    began = time.monotonic()
    news.start()
    try:
        asyncio.run(_tell(tale, news, config, data))
    finally:
        news.stop()
    return _report(tale, data, home, time.monotonic() - began, console)


def _write_config(config: Path, source: Path, tale: Tale, news: NewsServer) -> None:
    conflicts = source / "conflicts.toml"
    if not conflicts.is_file():
        raise UsageError(f"{conflicts} is missing; run the demo where config/ is, or name the folder with --config")
    shutil.copy(conflicts, config / "conflicts.toml")
    (config / "settings.toml").write_text(_SETTINGS.format(authority=news.authority), encoding="utf-8")
    feeds = "\n".join(
        f'[[feed]]\nname = "{o.name}"\nurl = "{news.base}/{o.id}/feed.xml"\ntrust = "{o.trust}"\nlanguage = "en"\n'
        for o in tale.outlets
    )
    (config / "feeds.toml").write_text(feeds, encoding="utf-8")


async def _tell(tale: Tale, news: NewsServer, config: Path, data: Path) -> None:
    # a child must not inherit the deployment's own database, broker or destinations
    secret = (
        "DATABASE_URL",
        "REDIS_URL",
        "SLACK_WEBHOOK_URL",
        "ALERT_WEBHOOK_URL",
        "ALERT_WEBHOOK_SECRET",
        "ESCALATION_WATCH_",
    )
    environ = {key: value for key, value in os.environ.items() if not key.startswith(secret)}
    environ.setdefault("LOG_LEVEL", "warning")
    stop = asyncio.Event()
    group = Supervisor(Settings(config_dir=config, data_dir=data), workers=1, web=False, environ=environ)
    running = asyncio.create_task(group.run(stop))
    try:
        async with asyncio.timeout(_LIMIT):
            store = await asyncio.to_thread(open_store, sqlite_url(data))  # whoever comes first makes the schema
            try:
                for number, step in enumerate(tale.steps, start=1):
                    news.publish(step)
                    await _worked_through(store, number, running)
            finally:
                store.close()
    except TimeoutError:
        raise ServiceError(f"the demo was not through after {_LIMIT:.0f} s; see the messages above") from None
    finally:
        stop.set()
        await running


async def _worked_through(store: Store, articles: int, running: asyncio.Task[None]) -> None:
    """Until as many article revisions as steps are stored and every alert is out."""
    async with asyncio.timeout(_STEP_LIMIT):
        while True:
            _still(running)
            backlog = await asyncio.to_thread(store.backlog)
            waiting = backlog.pending + backlog.claimed + backlog.deliveries_pending
            if backlog.articles >= articles and not waiting:
                return
            await asyncio.sleep(0.05)


def _still(running: asyncio.Task[None]) -> None:
    if running.done():
        running.result()
        raise ServiceError("the service ended before the story did; see the messages above")


def _report(tale: Tale, data: Path, home: Path, seconds: float, console: Console) -> int:
    store = open_store(sqlite_url(data))
    try:
        fired = [seen(stored.alert) for stored in reversed(store.alerts(limit=200)) if stored.sent]
    finally:
        store.close()
    table = Table(title="What rang", title_justify="left")
    for name, kwargs in (
        ("article", {}),
        ("series", {}),
        ("before", {"justify": "right"}),
        ("after", {"justify": "right"}),
        ("", {}),
    ):
        table.add_column(name, **kwargs)  # type: ignore[arg-type]  # rich's literal for justify
    for item in tale.expected:
        table.add_row(
            item.step, item.what, item.before, item.after, "[green]as expected[/]" if item in fired else "[red]missing[/]"
        )
    for item in (i for i in fired if i not in tale.expected):
        table.add_row(item.step, item.what, item.before, item.after, "[red]not expected[/]")
    console.print()
    console.print(table)
    good = _same(list(tale.expected), fired)
    quiet = len(tale.steps) - len({item.step for item in fired})
    console.print(
        f"{len(fired)} alerts, {len(tale.expected)} expected; {quiet} of {len(tale.steps)} steps rang for nothing new. {seconds:.1f} s.\n"
        f"Look at what it made: [bold].venv/bin/escalation-watch --config {home / 'config'} --data {data} web[/bold], "
        "then http://127.0.0.1:8000"
    )
    return 0 if good else 1


def _same(expected: list[Expected], fired: list[Expected]) -> bool:
    return expected == fired
