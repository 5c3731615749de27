"""SIGTERM at any time: ended within ten seconds, nothing lost, no process left behind; a killed supervisor leaves none either."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from service.store import open_store, sqlite_url
from tests.harness.receiver import Receiver
from tests.harness.service import SECRET, Service, environment, eventually, write_config
from tests.harness.site import Site


def _articles(count: int) -> list[dict[str, str]]:
    return [
        {
            "id": f"n{n}",
            "title": f"Shelling near Kharkiv kills {n + 2}",
            "published": f"2023-06-{1 + n // 24:02d}T{n % 24:02d}:00:00+00:00",
            "text": f"Russian shelling killed {n + 2} civilians near Kharkiv on day {n + 1} of the fighting, Ukrainian officials said.\n\n"
            f"Residents of street {n} described the night in a cellar.",
        }
        for n in range(count)
    ]


def _processes(data: Path) -> list[int]:
    """Processes that name this data folder on their command line."""
    done = subprocess.run(["ps", "-ww", "-eo", "pid,args"], capture_output=True, text=True, check=True)
    lines = (line.split(maxsplit=1) for line in done.stdout.splitlines()[1:])
    return [int(pid) for pid, args in lines if str(data) in args and int(pid) != os.getpid()]


@pytest.mark.timeout(120)
def test_work_that_was_cut_off_by_sigterm_is_done_after_the_next_start(tmp_path: Path) -> None:
    with Site() as site, Receiver(SECRET) as receiver:
        config = write_config(
            tmp_path / "config", feeds={"Site": f"http://{site.authority}/feed.xml"}, allow=[site.authority, receiver.authority]
        )
        env = environment(TEST_HOOK_URL=receiver.url)
        site.publish(*_articles(60))
        data = tmp_path / "data"
        with Service("run", "--no-web", config=config, data=data, log=tmp_path / "log1", env=env) as service:
            eventually(lambda: any(path.startswith("/n") for path, _ in list(site.requests)), service, what="the first page")
            assert len(_processes(data)) >= 5
            assert service.stop() == 0, service.tail()
        assert _processes(data) == []
        with Service("run", "--no-web", config=config, data=data, log=tmp_path / "log2", env=env) as service:
            store = open_store(sqlite_url(data))
            eventually(lambda: store.backlog().done == 60, service, what="all sixty")
            backlog = store.backlog()
            store.close()
            assert service.stop() == 0, service.tail()
    assert (backlog.articles, backlog.dead, backlog.pending) == (60, 0, 0)


@pytest.mark.timeout(120)
def test_children_end_when_their_supervisor_is_killed(tmp_path: Path) -> None:
    config = write_config(tmp_path / "config", feeds={"none": "http://127.0.0.1:9/feed.xml"}, allow=["127.0.0.1:9"])
    data = tmp_path / "data"
    env = environment(TEST_HOOK_URL="http://127.0.0.1:9/hook")
    with Service("run", "--no-web", config=config, data=data, log=tmp_path / "log", env=env) as service:
        eventually(lambda: len(_processes(data)) >= 5, service, what="all roles")
        service.process.send_signal(signal.SIGKILL)
        service.process.wait()
        limit = time.monotonic() + 45  # they end within a second of being up; a loaded machine takes long to start them
        while _processes(data):
            assert time.monotonic() < limit, _processes(data)
            time.sleep(0.1)


@pytest.mark.timeout(120)
def test_a_second_run_on_the_same_folder_is_refused_with_what_to_do(tmp_path: Path) -> None:
    config = write_config(tmp_path / "config", feeds={"none": "http://127.0.0.1:9/feed.xml"}, allow=["127.0.0.1:9"])
    data = tmp_path / "data"
    env = environment(TEST_HOOK_URL="http://127.0.0.1:9/hook")
    with Service("run", "--no-web", config=config, data=data, log=tmp_path / "log", env=env) as service:
        eventually(lambda: (data / "run.lock").exists() and len(_processes(data)) >= 4, service, what="the first")
        second = Service("run", "--no-web", config=config, data=data, log=tmp_path / "log2", env=env)
        assert second.process.wait(timeout=20) == 2
        assert "--data" in second.tail()
