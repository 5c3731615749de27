"""config/*.toml and the environment -> one frozen Settings; everything wrong with them is said at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from service.config.conflicts import read_conflicts
from service.config.destinations import read_destinations
from service.config.environment import Environment
from service.config.feeds import read_feeds
from service.config.files import read_table
from service.config.options import read_fetch, read_log, read_poll, read_storage, read_web, read_work
from service.config.policies import read_policies
from service.config.problems import Problems
from service.config.tables import Table
from service.settings import Settings

FEEDS, CONFLICTS, SETTINGS = "feeds.toml", "conflicts.toml", "settings.toml"


def load_settings(config_dir: Path, data_dir: Path, environ: Mapping[str, str], *, need_secrets: bool = True) -> Settings:
    """Read and check the whole configuration; ConfigError names FILE:LINE, key, what was found and what is allowed.

    ``settings.toml`` may be missing: every option has a default. Without ``need_secrets`` destinations whose variables are
    not set are no error (their URL stays empty): for commands that deliver nothing.
    """
    problems = Problems()
    environment = Environment(environ, problems)
    if not config_dir.is_dir():
        problems.add(
            config_dir, 0, "is not a folder; name the folder of feeds.toml with --config DIR or ESCALATION_WATCH_CONFIG"
        )
        problems.raise_any()
    feeds_table = read_table(config_dir / FEEDS, problems, missing=_missing(config_dir))
    conflicts_table = read_table(config_dir / CONFLICTS, problems, missing=_missing(config_dir))
    feeds = read_feeds(feeds_table) if feeds_table else ()
    conflicts = read_conflicts(conflicts_table) if conflicts_table else ()
    path = config_dir / SETTINGS
    root = read_table(path, problems) or Table(path, {}, {(): 1}, problems)
    known = conflicts if conflicts_table else None  # where the file cannot be read, no id in a policy can be called unknown
    ids = None if known is None else [conflict.id for conflict in known]
    destinations = read_destinations(root, environment, ids, need_secrets=need_secrets)
    names = [destination.name for destination in destinations]
    if not need_secrets:  # a process that delivers nothing need not know the variables that make these two
        names += ["slack", "webhook"]
    policy, own = read_policies(root, known, names)
    log_format, log_level = read_log(root, environment)
    database_url, redis_url = read_storage(root, environment)
    settings = Settings(
        config_dir=config_dir,
        data_dir=data_dir,
        feeds=feeds,
        conflicts=conflicts,
        poll=read_poll(root),
        fetch=read_fetch(root),
        work=read_work(root),
        policy=policy,
        conflict_policies=own,
        destinations=destinations,
        web=read_web(root, environment),
        database_url=database_url,
        redis_url=redis_url,
        log_format=log_format,
        log_level=log_level,
    )
    root.finish()
    problems.raise_any()
    return settings


def with_policy(settings: Settings, path: Path) -> Settings:
    """The settings with the policies of another file: its [alerts] and [[alerts.conflict]] stand in place of settings.toml's.

    ConfigError as for settings.toml; a file that holds anything else is refused, since it would have no effect.
    """
    problems = Problems()
    root = read_table(path, problems, missing="name a TOML file with a table [alerts]")
    problems.raise_any()
    if root is None:
        return settings
    names = [destination.name for destination in settings.destinations] + ["slack", "webhook"]
    policy, own = read_policies(root, settings.conflicts, names)
    root.finish()
    problems.raise_any()
    return replace(settings, policy=policy, conflict_policies=own)


def _missing(config_dir: Path) -> str:
    return (
        f"copy it from the config folder of Escalation Watch's source into {config_dir}, "
        "or name another folder with --config DIR or ESCALATION_WATCH_CONFIG"
    )
