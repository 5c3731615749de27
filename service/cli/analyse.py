"""``analyse``: articles in, labels out; touches no store and no broker."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from service.cli.archives import Rejections, good_records
from service.cli.options import AsJson, ConfigDir, DataDir, settings_of
from service.cli.output import console, print_json
from service.models import ArchiveRecord, Article


def analyse(
    ctx: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE…", help="JSON Lines, .txt, .html, WARC, gzip or folders of these; - for JSON Lines on standard input."
        ),
    ],
    config: ConfigDir = None,
    data: DataDir = None,
    as_json: AsJson = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Name the rule behind each figure, and every number that is none.")
    ] = False,
) -> int:
    """Find casualty figures and ceasefire statements in articles."""
    from service.analysis.analyse import analyse as read_article
    from service.analysis.labels import label_record
    from service.cli.explain import explanation_record, show_report
    from service.cli.quotes import into
    from service.gazetteers import gazetteer_from

    settings = settings_of(ctx, config, data, need_secrets=False)
    gazetteer = gazetteer_from(settings.conflicts)
    rejections = Rejections()
    out = console()
    for record in good_records(files, rejections, require_published=False):
        article = _article(record, settings.work.text_chars)
        report = read_article(
            article.text, title=article.title, published=article.published, gazetteer=gazetteer, language=article.language
        )
        report = into(record.text, article.text, report)
        if not as_json:
            show_report(out, record.id, article, report, explain=explain)
            continue
        labels = label_record(record.id, report)
        print_json(labels | explanation_record(report, article) if explain else labels)
    return rejections.code


def _article(record: ArchiveRecord, limit_chars: int) -> Article:
    """The record's article, cleaned as the service cleans it; an undated record counts as said today."""
    from service.articles.build import article_from_record
    from service.articles.extract import extract

    now = datetime.now(UTC)
    page = None
    if record.html:
        page = extract(
            record.html, url=record.url, want_metadata=record.published is None, limit_chars=limit_chars, charset=record.charset
        )
    return article_from_record(record, page, now=now)
