"""config/feeds.toml -> the feeds that are watched."""

from __future__ import annotations

import typing

from service.config import checks
from service.config.problems import shown
from service.config.tables import Table
from service.models import Feed, Trust

TRUSTS: tuple[Trust, ...] = typing.get_args(Trust)


def read_feeds(root: Table) -> tuple[Feed, ...]:
    """Every [[feed]]; two spellings of one address (http and https, a slash at the end) are one feed and refused."""
    seen: dict[str, int] = {}
    names: dict[str, int] = {}
    feeds = []
    for table in root.tables("feed", "[[feed]]"):
        feed = _read(table)
        table.finish()
        if not feed.url:
            continue
        first = seen.setdefault(checks.same_url(feed.url), table.line("url"))
        if first != table.line("url"):
            table.wrong("url", f"this feed is in line {first} already; remove one of the two")
        named = names.setdefault(feed.name.casefold(), table.line("name"))
        if feed.name and named != table.line("name"):
            table.wrong(
                "name", f"a feed in line {named} has this name already; alerts name outlets by it, so give each its own"
            )
        feeds.append(feed)
    if not root.values.get("feed"):
        root.problems.add(root.file, 0, 'has no feed; add at least one [[feed]] with url = "…" and name = "…"')
    root.finish()
    return tuple(feeds)


def _read(table: Table) -> Feed:
    base = Feed("", "")
    url = _feed_url(table)
    return Feed(
        url=url,
        name=table.text("name", longest=120),
        trust=table.choice("trust", base.trust, TRUSTS),
        language=table.text("language", base.language, check=checks.language),
        fetch_pages=table.flag("fetch_pages", base.fetch_pages),
        min_interval=table.seconds("min_interval", 0, 1, 7 * 86400) or None,
    )


def _feed_url(table: Table) -> str:
    written = table.values.get("url")
    if isinstance(written, str) and checks.has_password(written):
        table.known.append("url")
        table.wrong(
            "url", "carries a user name or password, which would show wherever the feed is named; use an address without"
        )
        return ""
    return table.text("url", check=checks.web_url)


def feed_problem(feed: Feed) -> str | None:
    """Why a feed may not stand in feeds.toml, or None: for commands that put one there."""
    if checks.has_password(feed.url):
        return "the address carries a user name or password, which would show wherever the feed is named"
    if wrong := checks.web_url(feed.url):
        return f"{shown(feed.url)} is no address of a feed; {wrong}"
    if wrong := checks.language(feed.language):
        return f"{shown(feed.language)} is no language; {wrong}"
    return None if feed.name.strip() else "the feed has no name"
