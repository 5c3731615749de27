"""[[destination]] of settings.toml and the environment -> where alerts go; URLs and secrets come from the environment only."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Collection

from service.config import checks
from service.config.environment import Environment
from service.config.tables import Table, one_of
from service.settings import Destination

KINDS = ("slack", "webhook", "terminal")
_SECRET_BYTES = range(24, 65)  # the Standard Webhooks specification
_HOW = "openssl rand -base64 32"


def read_destinations(
    root: Table, environment: Environment, conflicts: Collection[str] | None, *, need_secrets: bool
) -> tuple[Destination, ...]:
    """Every destination of the file, then those the environment makes; the terminal where there is none at all."""
    taken: dict[str, Destination] = {}
    used: set[str] = set()
    for table in root.tables("destination", "[[destination]]"):
        destination = _read(table, environment, conflicts, used, need_secrets=need_secrets)
        table.finish()
        if destination.name in taken:
            table.wrong("name", f"there is a destination {destination.name} above already; give each its own name")
        elif destination.name:
            taken[destination.name] = destination
    for destination in _from_environment(environment, used, need_secrets=need_secrets):
        taken.setdefault(destination.name, destination)
    return tuple(taken.values()) or (Destination("terminal", "terminal"),)


def _read(
    table: Table, environment: Environment, conflicts: Collection[str] | None, used: set[str], *, need_secrets: bool
) -> Destination:
    kind = table.choice("kind", "", KINDS)
    if not table.has("kind"):
        table.wrong("kind", f"is missing; allowed: {', '.join(KINDS)}")
    name = table.text("name", kind or "unnamed", check=checks.identifier)
    base = Destination(name, kind)
    url, secret = "", ""
    if kind in ("slack", "webhook"):
        url = _url(table, environment, kind, used, need_secrets=need_secrets)
    if kind == "webhook":
        secret = _secret(table, environment, used, need_secrets=need_secrets)
    table.refuse_secret("secret", "secret_env", "ALERT_WEBHOOK_SECRET")
    return Destination(
        name,
        kind,
        url=url,
        secret=secret,
        timeout=table.seconds("timeout", base.timeout, 0.5, 120),
        max_attempts=table.integer("max_attempts", base.max_attempts, 1, 100),
        conflicts=table.texts("conflicts", base.conflicts, check=one_of(conflicts)),
    )


def _url(table: Table, environment: Environment, kind: str, used: set[str], *, need_secrets: bool) -> str:
    default = "SLACK_WEBHOOK_URL" if kind == "slack" else "ALERT_WEBHOOK_URL"
    if kind == "webhook" and table.has("url") and not table.has("url_env"):
        url = table.text("url")
        wrong = checks.web_url(url) or plain_http(url)
        if url and wrong:
            table.wrong("url", f"is not one that can be used; {wrong}")
        return url
    table.refuse_secret("url", "url_env", default)
    return _from_variable(table, environment, "url_env", default, used, need_secrets=need_secrets)


def _secret(table: Table, environment: Environment, used: set[str], *, need_secrets: bool) -> str:
    return _from_variable(table, environment, "secret_env", "ALERT_WEBHOOK_SECRET", used, need_secrets=need_secrets)


def _from_variable(
    table: Table, environment: Environment, key: str, default: str, used: set[str], *, need_secrets: bool
) -> str:
    """The checked value of the variable that a key names; empty where it is not set."""
    name = table.variable(key, default)
    if table.has(key) and name != str(table.values[key]).strip():
        return ""  # reported: no name of a variable
    used.add(name)
    if not environment.has(name):
        if need_secrets:
            table.wrong(
                key, f"the environment variable {name} is not set; set it, or {name}_FILE to a file that holds the value"
            )
        return ""
    value = environment.secret(name)
    wrong = url_problem(value) if key == "url_env" else secret_problem(value)
    if value and wrong:
        environment.wrong(f"{name} (its value is not shown) {wrong}")
        return ""
    return value


def _from_environment(environment: Environment, used: set[str], *, need_secrets: bool) -> list[Destination]:
    found = []
    if environment.has("SLACK_WEBHOOK_URL") and "SLACK_WEBHOOK_URL" not in used:
        url = _checked(environment, "SLACK_WEBHOOK_URL")
        found.append(Destination("slack", "slack", url=url))
    if environment.has("ALERT_WEBHOOK_URL") and "ALERT_WEBHOOK_URL" not in used:
        if need_secrets and not environment.has("ALERT_WEBHOOK_SECRET"):
            environment.wrong(
                "ALERT_WEBHOOK_URL is set, but ALERT_WEBHOOK_SECRET (or ALERT_WEBHOOK_SECRET_FILE) is not; "
                f"webhooks are signed with it. Make one: {_HOW}"
            )
        url, secret = _checked(environment, "ALERT_WEBHOOK_URL"), _checked(environment, "ALERT_WEBHOOK_SECRET")
        found.append(Destination("webhook", "webhook", url=url, secret=secret))
    return found


def _checked(environment: Environment, name: str) -> str:
    value = environment.secret(name)
    wrong = secret_problem(value) if name.endswith("_SECRET") else url_problem(value)
    if value and wrong:
        environment.wrong(f"{name} (its value is not shown) {wrong}")
        return ""
    return value


def url_problem(value: str) -> str | None:
    """Why a URL from the environment cannot be posted to, in words that do not show it."""
    if checks.web_url(value):
        return "is not a URL; allowed: a full address that begins with https://"
    return plain_http(value)


def plain_http(value: str) -> str | None:
    """Alerts carry a signature or a secret address: over http:// only within this machine or an intranet."""
    parts = checks.split_url(value)
    if parts is not None and parts.scheme == "http" and not checks.is_local(parts.hostname or ""):
        return "begins with http:// and leaves this network unencrypted; allowed: https://"
    return None


def secret_problem(value: str) -> str | None:
    """Why a text is not a list of Standard Webhooks signing secrets (two during a rotation), in words that do not show it."""
    for word in value.split():
        encoded = word.removeprefix("whsec_")
        try:
            length = len(base64.b64decode(encoded + "=" * (-len(encoded) % 4), validate=True))
        except binascii.Error:
            length = -1
        if length not in _SECRET_BYTES:
            reason = "is not base64" if length < 0 else f"holds {length} bytes"
            return f"{reason}; allowed: whsec_ and base64 of 24 to 64 random bytes. Make one: {_HOW}"
    return None
