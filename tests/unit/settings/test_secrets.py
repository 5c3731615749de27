"""Secrets come from the environment or from files it names, and never leave again: not in repr, errors or logs."""

from __future__ import annotations

import io
import logging
from dataclasses import replace
from pathlib import Path

import pytest
import structlog

from service.config import check_listening, load_settings
from service.errors import ConfigError
from service.logs import configure_logging, hide_secrets
from service.settings import Settings
from tests.harness.configs import write

HOOK = "https://hooks.slack.com/services/T000/B000/XsecretXslackX"
TARGET = "https://receiver.example.org/XsecretXpathX"
KEY = "whsec_" + "XsecretXsigningXkeyXofX32XlettersX=="[:32]
DATABASE = "postgresql://watch:XsecretXdb%21X@db.example.org/watch"
BROKER = "redis://:XsecretXredisX@broker.example.org:6379/0"
TOKEN = "XsecretXtokenXofXsomeXlength"
ALL = {
    "SLACK_WEBHOOK_URL": HOOK,
    "ALERT_WEBHOOK_URL": TARGET,
    "ALERT_WEBHOOK_SECRET": KEY,
    "DATABASE_URL": DATABASE,
    "REDIS_URL": BROKER,
    "WEB_TOKEN": TOKEN,
}


def found(settings: Settings) -> dict[str, str]:
    by_name = {destination.name: destination for destination in settings.destinations}
    return {
        "SLACK_WEBHOOK_URL": by_name["slack"].url,
        "ALERT_WEBHOOK_URL": by_name["webhook"].url,
        "ALERT_WEBHOOK_SECRET": by_name["webhook"].secret,
        "DATABASE_URL": settings.database_url,
        "REDIS_URL": settings.redis_url,
        "WEB_TOKEN": settings.web.token,
    }


def test_secrets_are_taken_from_the_environment_and_make_destinations(tmp_path: Path) -> None:
    assert found(load_settings(write(tmp_path), tmp_path, ALL)) == ALL


def test_secrets_are_taken_from_files_without_the_line_break_at_their_end(tmp_path: Path) -> None:
    environ = {}
    for name, value in ALL.items():
        (tmp_path / name).write_text(value + "\r\n")
        environ[f"{name}_FILE"] = str(tmp_path / name)
    assert found(load_settings(write(tmp_path / "config"), tmp_path, environ)) == ALL


def test_alerts_go_to_the_terminal_where_nothing_else_is_configured(tmp_path: Path) -> None:
    [destination] = load_settings(write(tmp_path), tmp_path, {}).destinations
    assert (destination.name, destination.kind) == ("terminal", "terminal")


def test_empty_variables_and_empty_files_make_no_destination(tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("\n")
    environ = {"SLACK_WEBHOOK_URL_FILE": str(tmp_path / "empty"), "ALERT_WEBHOOK_URL": " ", "ALERT_WEBHOOK_SECRET_FILE": ""}
    [destination] = load_settings(write(tmp_path / "config"), tmp_path, environ).destinations
    assert destination.kind == "terminal"


def test_a_variable_the_file_uses_makes_no_second_destination(tmp_path: Path) -> None:
    settings = '[[destination]]\nkind = "slack"\nname = "desk"\nurl_env = "SLACK_WEBHOOK_URL"\n'
    loaded = load_settings(write(tmp_path, settings=settings), tmp_path, {"SLACK_WEBHOOK_URL": HOOK})
    assert [destination.name for destination in loaded.destinations] == ["desk"]


def test_commands_that_deliver_nothing_run_without_the_destinations_variables(tmp_path: Path) -> None:
    folder = write(tmp_path, settings='[alerts]\ndestinations = ["webhook"]\n[[destination]]\nkind = "slack"\n')
    loaded = load_settings(folder, tmp_path, {}, need_secrets=False)
    assert [destination.url for destination in loaded.destinations] == [""]
    with pytest.raises(ConfigError, match="SLACK_WEBHOOK_URL is not set"):
        load_settings(folder, tmp_path, {})


BAD = {
    "both forms": ({"WEB_TOKEN": TOKEN, "WEB_TOKEN_FILE": "/run/x"}, "WEB_TOKEN and WEB_TOKEN_FILE are both set"),
    "a file that is not there": (
        {"DATABASE_URL_FILE": "/nowhere/XfileX"},
        "DATABASE_URL_FILE names /nowhere/XfileX, which cannot be read",
    ),
    "a folder": ({"REDIS_URL_FILE": "/"}, "REDIS_URL_FILE names /, which cannot be read"),
    "a path with NUL": ({"REDIS_URL_FILE": "/a\x00b"}, "REDIS_URL_FILE"),
    "a database of another kind": (
        {"DATABASE_URL": "mysql://watch:XsecretX@db/x"},
        "DATABASE_URL is not a URL that can be used",
    ),
    "a broker of another kind": ({"REDIS_URL": "amqp://:XsecretX@broker"}, "REDIS_URL is not a URL that can be used"),
    "a token that can be guessed": ({"WEB_TOKEN": "XsecretX"}, "WEB_TOKEN has fewer than 16 characters"),
    "a hook that is no address": ({"SLACK_WEBHOOK_URL": "XsecretX"}, "SLACK_WEBHOOK_URL (its value is not shown) is not a URL"),
    "a hook without encryption": (
        {"SLACK_WEBHOOK_URL": "http://hooks.slack.com/XsecretX"},
        "SLACK_WEBHOOK_URL (its value is not shown) begins with http://",
    ),
    "a webhook without a key": ({"ALERT_WEBHOOK_URL": TARGET}, "ALERT_WEBHOOK_SECRET (or ALERT_WEBHOOK_SECRET_FILE) is not"),
    "a key that is not base64": ({"ALERT_WEBHOOK_URL": TARGET, "ALERT_WEBHOOK_SECRET": "XsecretX!"}, "is not base64"),
    "a key that is too short": ({"ALERT_WEBHOOK_URL": TARGET, "ALERT_WEBHOOK_SECRET": "whsec_XsecretX"}, "holds 6 bytes"),
    "a secret of two lines": ({"WEB_TOKEN": TOKEN + "\nsecond XsecretX"}, "WEB_TOKEN holds a line break"),
    "a port": ({"WEB_PORT": "80a"}, "WEB_PORT"),
    "a host": ({"WEB_HOST": "a b"}, "WEB_HOST"),
    "a level": ({"LOG_LEVEL": "loud"}, "LOG_LEVEL"),
    "a format": ({"LOG_FORMAT": "xml"}, "LOG_FORMAT"),
}


@pytest.mark.parametrize(("environ", "words"), BAD.values(), ids=BAD)
def test_a_bad_variable_is_named_and_its_value_is_not_shown(tmp_path: Path, environ: dict[str, str], words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_settings(write(tmp_path), tmp_path, environ)
    assert caught.value.message.startswith("environment: ")
    assert words in caught.value.message
    assert "XsecretX" not in repr(caught.value)


IN_THE_FILE = {
    "the hook for its variable": f'[[destination]]\nkind = "slack"\nurl_env = "{HOOK}"\n',
    "the hook": f'[[destination]]\nkind = "slack"\nurl = "{HOOK}"\n',
    "the key": f'[[destination]]\nkind = "webhook"\nurl = "{TARGET}"\nsecret = "{KEY}"\n',
    "the key for its variable": f'[[destination]]\nkind = "webhook"\nurl = "https://a.example/"\nsecret_env = "{KEY}=="\n',
    "the token": f'[web]\ntoken = "{TOKEN}"\n',
    "the database": f'[storage]\ndatabase_url = "{DATABASE}"\n',
    "the database for its variable": f'[storage]\ndatabase_url_env = "{DATABASE}"\n',
    "the broker": f'[storage]\nredis_url = "{BROKER}"\n',
}


@pytest.mark.parametrize("settings", IN_THE_FILE.values(), ids=IN_THE_FILE)
def test_a_secret_in_the_file_is_refused_with_where_it_belongs_and_not_shown(tmp_path: Path, settings: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_settings(write(tmp_path, settings=settings), tmp_path, {})
    assert "environment variable" in caught.value.message
    assert "settings.toml:" in caught.value.message
    assert "XsecretX" not in repr(caught.value)


def test_a_feed_address_with_a_password_is_refused_and_not_shown(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="user name or password") as caught:
        load_settings(write(tmp_path, feeds='[[feed]]\nname = "A"\nurl = "https://me:XsecretX@a.example/"\n'), tmp_path, {})
    assert "XsecretX" not in repr(caught.value)


def test_no_secret_is_in_the_repr_of_the_settings(tmp_path: Path) -> None:
    assert "XsecretX" not in repr(load_settings(write(tmp_path), tmp_path, ALL))


@pytest.mark.parametrize("log_format", ["json", "console"])
def test_no_secret_is_in_the_logs_however_it_gets_there(tmp_path: Path, log_format: str) -> None:
    settings = replace(load_settings(write(tmp_path), tmp_path, ALL), log_format=log_format)
    out = io.StringIO()
    configure_logging(settings, out)
    log = structlog.get_logger()
    for value in ALL.values():
        event = f"in the event {value}"
        log.warning(event, key=value, inner={"deep": [value]}, raw=value.encode())
        logging.getLogger("httpx").warning("POST %s", value)
        try:
            raise RuntimeError(value)  # noqa: TRY301 - the traceback is what is tested
        except RuntimeError:
            log.exception("in a traceback")
    log.warning("parts", password="XsecretXdb!X", other="XsecretXredisX", path="services/T000/B000/XsecretXslackX")
    written = out.getvalue()
    assert written.count("[secret]") >= 5 * len(ALL)
    assert "XsecretX" not in written
    assert "XsecretX" not in hide_secrets(f"could not connect to {DATABASE}")


def test_a_page_for_other_machines_needs_a_token(tmp_path: Path) -> None:
    folder = write(tmp_path, settings='[web]\nhost = "0.0.0.0"\n')
    with pytest.raises(ConfigError, match="WEB_TOKEN"):
        check_listening(load_settings(folder, tmp_path, {}).web)
    check_listening(load_settings(folder, tmp_path, {"WEB_TOKEN": TOKEN}).web)
    check_listening(load_settings(folder, tmp_path, {"WEB_HOST": "::1"}).web)
