"""``feeds``: what is watched: list, add, remove, try out, OPML in and out."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from service.cli.options import AsJson, ConfigDir, DataDir, config_folder, settings_of, settle
from service.cli.output import console, moment, print_json, remarks, show_table, table, words
from service.config.feeds import feed_problem
from service.errors import UsageError
from service.models import Feed

_REASONS = 20  # shown of feeds that an import leaves out; most are simply there already

group = typer.Typer(help="The feeds that are watched.", no_args_is_help=True)


class TrustTier(StrEnum):
    """The words of ``models.Trust`` as choices of an option."""

    primary = "primary"
    established = "established"
    unrated = "unrated"


@group.callback()
def before(ctx: typer.Context, config: ConfigDir = None, data: DataDir = None) -> None:
    """Takes the common options between the words as well."""
    settle(ctx, config, data)


@group.command("list")
def list_feeds(ctx: typer.Context, config: ConfigDir = None, data: DataDir = None, as_json: AsJson = False) -> None:
    """The configured feeds; how they are doing is in `status`."""
    settings = settings_of(ctx, config, data, need_secrets=False)
    if as_json:
        for feed in settings.feeds:
            print_json(
                {
                    "url": feed.url,
                    "name": feed.name,
                    "trust": feed.trust,
                    "language": feed.language,
                    "fetch_pages": feed.fetch_pages,
                }
            )
        return
    shown = table(f"Feeds ({len(settings.feeds)})", "name", "trust", "language", "url")
    for feed in settings.feeds:
        shown.add_row(words(feed.name), feed.trust, feed.language, words(feed.url))
    show_table(console(), shown, "name")


@group.command("add")
def add(
    ctx: typer.Context,
    url: Annotated[str, typer.Argument(metavar="URL", help="Address of the RSS or Atom feed.")],
    config: ConfigDir = None,
    data: DataDir = None,
    name: Annotated[str, typer.Option(help="How alerts name the outlet; default: its host.", show_default=False)] = "",
    trust: Annotated[
        TrustTier,
        typer.Option(metavar="TIER", help="primary (states figures itself), established (has editors) or unrated."),
    ] = TrustTier.unrated,
    language: Annotated[str, typer.Option(help="Language tag.")] = "en",
) -> None:
    """Put a feed into feeds.toml; a running service takes it up at its next start."""
    from service.feeds.feedfile import add_feed

    del data
    feed = Feed(url.strip(), name.strip() or _host(url), trust.value, language.strip())
    if wrong := feed_problem(feed):
        raise UsageError(wrong)
    add_feed(config_folder(ctx, config) / "feeds.toml", feed)
    console().print(words(f"{feed.name} is watched from the next start on. `feeds check {feed.url}` says what it answers."))


@group.command("remove")
def remove(
    ctx: typer.Context,
    feed: Annotated[str, typer.Argument(metavar="FEED", help="Address or name of the feed, as `feeds list` shows it.")],
    config: ConfigDir = None,
    data: DataDir = None,
) -> None:
    """Take a feed out of feeds.toml; what it brought stays in the history."""
    from service.feeds.feedfile import remove_feed

    del data
    remove_feed(config_folder(ctx, config) / "feeds.toml", feed)
    console().print(words(f"{feed} is no longer watched from the next start on."))


@group.command("check")
def check(
    ctx: typer.Context,
    url: Annotated[str, typer.Argument(metavar="URL", help="Address of a feed; it need not be configured.")],
    config: ConfigDir = None,
    data: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Fetch a feed once, as the poller would, and say what it holds."""
    import asyncio

    from service.feeds.parse import parse
    from service.fetch.client import open_fetcher
    from service.ports import Fetched, FetchRequest

    settings = settings_of(ctx, config, data, need_secrets=False)
    feed = next((known for known in settings.feeds if url in (known.url, known.name)), Feed(url.strip(), _host(url)))
    if wrong := feed_problem(feed):
        raise UsageError(wrong)

    async def fetched() -> Fetched:
        fetcher = open_fetcher(settings.fetch)
        try:
            return await fetcher.get(FetchRequest(feed.url, "feed"))
        finally:
            await fetcher.close()

    answer = asyncio.run(fetched())
    limit = settings.poll.entries_per_feed
    found = parse(answer.body, feed=feed, content_type=answer.content_type, fetched=datetime.now(UTC), limit=limit)
    if as_json:
        print_json(
            {
                "url": feed.url,
                "at": answer.url,
                "title": found.title,
                "format": found.version,
                "bytes": len(answer.body),
                "problems": list(found.problems),
                "entries": [{"title": e.title, "url": e.url, "published": moment(e.published)} for e in found.entries],
            }
        )
        return
    out = console()
    out.print(
        words(f"{found.title or feed.name}: {found.version}, {len(found.entries)} entries, {len(answer.body):,} bytes", "bold")
    )
    if answer.url != feed.url:
        out.print(words(f"redirected to {answer.url}", "yellow"))
    for problem in found.problems:
        out.print(words(f"! {problem}", "yellow"))
    shown = table("", "published", "title", "url")
    for entry in sorted(found.entries, key=lambda entry: entry.published, reverse=True)[:10]:
        shown.add_row(f"{entry.published:%Y-%m-%d %H:%M}", words(entry.title, limit=90), words(entry.url))
    show_table(out, shown, "published", "title")


@group.command("import")
def import_file(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.opml", help="A list of feeds as readers export it.")],
    config: ConfigDir = None,
    data: DataDir = None,
) -> None:
    """Add the feeds of an OPML file to feeds.toml; a file with a mistake adds none."""
    from service.errors import OpmlError
    from service.feeds.feedfile import add_feeds
    from service.feeds.opml import import_opml

    del data
    found = import_opml(file)
    for feed in found.feeds:
        if wrong := feed_problem(feed):
            raise OpmlError(f"{file}: {feed.name}: {wrong}; nothing was imported")
    left_out = add_feeds(config_folder(ctx, config) / "feeds.toml", found.feeds)
    reasons = (*found.duplicates, *left_out)
    for reason in reasons[:_REASONS]:
        remarks().print(words(f"left out: {reason}"))
    if len(reasons) > _REASONS:
        remarks().print(f"left out: … and {len(reasons) - _REASONS} more")
    console().print(f"{len(found.feeds) - len(left_out)} feeds added, {len(reasons)} left out.")


@group.command("export")
def export(ctx: typer.Context, config: ConfigDir = None, data: DataDir = None) -> None:
    """Write the configured feeds as OPML to standard output."""
    from service.feeds.opml import export_opml

    settings = settings_of(ctx, config, data, need_secrets=False)
    typer.echo(export_opml(settings.feeds, now=datetime.now(UTC)), nl=False)


def _host(url: str) -> str:
    """A name for a feed nobody has named yet."""
    from service.config.checks import split_url

    parts = split_url(url.strip())
    return (parts.hostname or "").removeprefix("www.") if parts else url.strip()[:60]
