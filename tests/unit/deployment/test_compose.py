"""docker-compose.yml against the compose schema, and against what we promise about it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[3]
OURS = ("poller", "worker", "deliverer", "web")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))


def _schema_check(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_compose_file_follows_the_compose_schema() -> None:
    result = _schema_check(ROOT / "docker-compose.yml")
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_schema_check_refuses_a_wrong_file(tmp_path: Path) -> None:
    wrong = tmp_path / "docker-compose.yml"
    wrong.write_text("services: {web: {image: x, restarts: always}}\n", encoding="utf-8")
    assert _schema_check(wrong).returncode != 0


def test_the_services_of_the_contract_are_there(compose: dict[str, Any]) -> None:
    assert set(compose["services"]) == {"postgres", "redis", *OURS}


@pytest.mark.parametrize("name", ["postgres", "redis", *OURS])
def test_every_service_has_a_health_check_a_restart_policy_and_no_new_privileges(compose: dict[str, Any], name: str) -> None:
    service = compose["services"][name]
    assert service["healthcheck"]["test"]
    assert service["restart"] == "unless-stopped"
    assert "no-new-privileges:true" in service["security_opt"]


@pytest.mark.parametrize("name", OURS)
def test_our_services_run_without_root_on_a_read_only_disk(compose: dict[str, Any], name: str) -> None:
    service = compose["services"][name]
    assert service["user"] == "10001:10001"
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]


def test_only_the_web_page_is_published_and_only_on_loopback(compose: dict[str, Any]) -> None:
    published = {name: service["ports"] for name, service in compose["services"].items() if "ports" in service}
    assert published == {"web": ["127.0.0.1:8000:8000"]}


def test_the_broker_keeps_what_it_holds_and_wants_a_password(compose: dict[str, Any]) -> None:
    command = " ".join(compose["services"]["redis"]["command"])
    assert "--appendonly yes" in command
    assert "requirepass" in command
    assert compose["networks"]["inside"]["internal"] is True
    assert compose["services"]["redis"]["networks"] == ["inside"]


def test_no_service_has_a_secret_in_its_environment(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        for key, value in service.get("environment", {}).items():
            assert key.endswith("_FILE") or not any(word in key for word in ("URL", "SECRET", "PASSWORD", "TOKEN")), (name, key)
            if key.endswith("_FILE"):
                assert value.startswith("/run/secrets/")
                assert value.removeprefix("/run/secrets/") in service["secrets"], (name, key)


def test_the_health_checks_name_roles_the_command_knows(compose: dict[str, Any]) -> None:
    roles = {"poller": "poll", "worker": "work", "deliverer": "deliver"}
    for name, role in roles.items():
        assert compose["services"][name]["command"] == [role]
        assert compose["services"][name]["healthcheck"]["test"][-2:] == ["--health", role]


def test_the_service_is_no_superuser_of_its_database_server(compose: dict[str, Any]) -> None:
    postgres = compose["services"]["postgres"]
    assert postgres["environment"]["POSTGRES_USER"] == "postgres"
    assert "./docker/postgres-role.sh:/docker-entrypoint-initdb.d/postgres-role.sh:ro" in postgres["volumes"]
    head = (ROOT / "docker-compose.yml").read_text(encoding="utf-8").split("name:")[0]
    assert "postgresql://watch:%s@postgres:5432/watch" in head
    assert 'cat secrets/watch_password)" > secrets/database_url' in head
