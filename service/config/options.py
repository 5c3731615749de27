"""[poll], [fetch], [work], [web], [log] and [storage] of settings.toml, with the range each option may have."""

from __future__ import annotations

import re

from service.config import checks
from service.config.environment import Environment
from service.config.problems import shown
from service.config.tables import Table
from service.errors import ConfigError
from service.settings import FetchSettings, PollSettings, WebSettings, WorkSettings

LOG_FORMATS = ("auto", "json", "console")
LOG_LEVELS = ("debug", "info", "warning", "error")
_DAY = 86400.0
_MIB = 1024 * 1024


def read_poll(root: Table) -> PollSettings:
    """[poll]: how often and how many at once; 20 at most, because httpx searches its pool linearly (measured)."""
    table, base = root.table("poll", "[poll]"), PollSettings()
    settings = PollSettings(
        floor=table.seconds("floor", base.floor, 0.1, 7 * _DAY),
        ceiling=table.seconds("ceiling", base.ceiling, 0.1, 30 * _DAY),
        concurrency=table.integer("concurrency", base.concurrency, 1, 20),
        jitter=table.number("jitter", base.jitter, 0, 0.5),
        backoff_cap=table.seconds("backoff_cap", base.backoff_cap, 1, 30 * _DAY),
        silent_after=table.seconds("silent_after", base.silent_after, 60, 3650 * _DAY),
        entries_per_feed=table.integer("entries_per_feed", base.entries_per_feed, 1, 10_000),
        max_backlog=table.integer("max_backlog", base.max_backlog, 1, 10_000_000),
    )
    if settings.ceiling < settings.floor:
        key = "ceiling" if table.has("ceiling") else "floor"
        table.wrong(key, f"the ceiling ({settings.ceiling:g} s) is below the floor ({settings.floor:g} s); make it larger")
    table.finish()
    return settings


def read_fetch(root: Table) -> FetchSettings:
    """[fetch]: limits of one request and what the address guard lets through."""
    table, base = root.table("fetch", "[fetch]"), FetchSettings()
    settings = FetchSettings(
        timeout=table.seconds("timeout", base.timeout, 1, 600),
        connect_timeout=table.seconds("connect_timeout", base.connect_timeout, 0.1, 600),
        max_redirects=table.integer("max_redirects", base.max_redirects, 0, 20),
        feed_bytes=table.size("feed_bytes", base.feed_bytes, 1024, 256 * _MIB),
        page_bytes=table.size("page_bytes", base.page_bytes, 1024, 64 * _MIB),
        user_agent=table.text("user_agent", base.user_agent, check=_user_agent, longest=300),
        allow=table.texts("allow", base.allow, check=checks.allow_entry),
        robots_ttl=table.seconds("robots_ttl", base.robots_ttl, 60, 30 * _DAY),
        host_delay=table.seconds("host_delay", base.host_delay, 0, 600),
    )
    if settings.connect_timeout > settings.timeout:
        key = "connect_timeout" if table.has("connect_timeout") else "timeout"
        table.wrong(
            key,
            f"connect_timeout ({settings.connect_timeout:g} s) is above timeout ({settings.timeout:g} s), the limit of it all",
        )
    table.finish()
    return settings


def _user_agent(value: str) -> str | None:
    return None if value.isascii() else "allowed: ASCII letters only, because it is sent as an HTTP header"


def read_work(root: Table) -> WorkSettings:
    """[work]: batches, leases and limits of the workers."""
    table, base = root.table("work", "[work]"), WorkSettings()
    settings = WorkSettings(
        batch=table.integer("batch", base.batch, 1, 1000),
        lease=table.seconds("lease", base.lease, 1, _DAY),
        max_attempts=table.integer("max_attempts", base.max_attempts, 1, 100),
        job_timeout=int(table.seconds("job_timeout", base.job_timeout, 1, _DAY)),
        memory_bytes=table.size("memory_bytes", base.memory_bytes, 256 * _MIB, 1024 * 1024 * _MIB),
        cpu_seconds=int(table.seconds("cpu_seconds", base.cpu_seconds, 1, _DAY)),
        text_chars=table.integer("text_chars", base.text_chars, 1000, 10_000_000),
        reconcile_every=table.seconds("reconcile_every", base.reconcile_every, 0.1, 3600),
    )
    if settings.lease <= settings.job_timeout and table.has("job_timeout"):
        table.wrong(
            "job_timeout",
            f"the lease ({settings.lease:g} s) must be longer than job_timeout ({settings.job_timeout} s), or a second worker"
            " takes work that is still being done",
        )
    table.finish()
    return settings


def read_web(root: Table, environment: Environment) -> WebSettings:
    """[web]: where the page listens; the token comes from the environment variable that ``token_env`` names."""
    table, base = root.table("web", "[web]"), WebSettings()
    name = table.variable("token_env", "WEB_TOKEN")
    table.refuse_secret("token", "token_env", "WEB_TOKEN")
    host, port = table.text("host", base.host, check=checks.host), table.integer("port", base.port, 0, 65535)
    settings = WebSettings(
        host=_web_host(environment) or host, port=_web_port(environment) or port, token=environment.secret(name)
    )
    if settings.token and len(settings.token) < 16:
        environment.wrong(f"{name} has fewer than 16 characters; a token this short can be guessed")
    table.finish()
    return settings


def _web_host(environment: Environment) -> str:
    value = environment.plain("WEB_HOST")
    wrong = checks.host(value) if value else None
    if wrong:
        environment.wrong(f"WEB_HOST is {shown(value)}; {wrong}")
    return "" if wrong else value


def _web_port(environment: Environment) -> int:
    value = environment.plain("WEB_PORT")
    if not value or (re.fullmatch(r"[0-9]{1,5}", value) and 1 <= int(value) <= 65535):
        return int(value or 0)
    environment.wrong(f"WEB_PORT is {shown(value)}; allowed: a port from 1 to 65535")
    return 0


def check_listening(web: WebSettings) -> None:
    """Raise ConfigError where the page would listen beyond this machine without a token; called by who opens the port."""
    if not web.token and not checks.is_loopback(web.host):
        raise ConfigError(
            f"the web page would listen on {web.host}, which other machines can reach, without a token; "
            "set WEB_TOKEN (or WEB_TOKEN_FILE), or listen on 127.0.0.1"
        )


def read_log(root: Table, environment: Environment) -> tuple[str, str]:
    """[log]: format and level; LOG_FORMAT and LOG_LEVEL of the environment win."""
    table = root.table("log", "[log]")
    chosen = table.choice("format", "auto", LOG_FORMATS), table.choice("level", "info", LOG_LEVELS)
    table.finish()
    return _word(environment, "LOG_FORMAT", LOG_FORMATS) or chosen[0], _word(environment, "LOG_LEVEL", LOG_LEVELS) or chosen[1]


def _word(environment: Environment, name: str, allowed: tuple[str, ...]) -> str:
    value = environment.plain(name).lower()
    if not value or value in allowed:
        return value
    environment.wrong(f"{name} is {shown(value)}; allowed: {', '.join(allowed)}")
    return ""


def read_storage(root: Table, environment: Environment) -> tuple[str, str]:
    """[storage]: names of the variables with the database's and the broker's URL -> the two URLs, empty where unset."""
    table = root.table("storage", "[storage]")
    database = table.variable("database_url_env", "DATABASE_URL")
    broker = table.variable("redis_url_env", "REDIS_URL")
    table.refuse_secret("database_url", "database_url_env", "DATABASE_URL")
    table.refuse_secret("redis_url", "redis_url_env", "REDIS_URL")
    table.finish()
    return (
        _store_url(
            environment,
            database,
            ("postgresql", "postgresql+psycopg", "postgres", "sqlite"),
            "postgresql://user:password@host/name",
        ),
        _store_url(environment, broker, ("redis", "rediss", "unix"), "redis://:password@host:6379/0"),
    )


def _store_url(environment: Environment, name: str, schemes: tuple[str, ...], example: str) -> str:
    value = environment.secret(name)
    if not value:
        return ""
    parts = checks.split_url(value)
    if parts is None or parts.scheme not in schemes:
        allowed = ", ".join(f"{scheme}://" for scheme in schemes)
        environment.wrong(f"{name} is not a URL that can be used (its value is not shown); allowed: {allowed}, like {example}")
        return ""
    return value
