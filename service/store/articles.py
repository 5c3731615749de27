"""Articles: every revision of every article with its report, and which of them are nearly the same text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from service.models import Article, Report
from service.store.rows import as_row, from_row
from service.store.tables import article, copy_link, reading
from service.store.upsert import insert_all_new, insert_new

COPY_DISTANCE = (
    8  # bits of 64, measured in service.articles.copies: 3 bits, the most an index of bands can find, miss three copies of four
)
COPY_WINDOW = timedelta(days=3)

_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


def distance(one: str, other: str) -> int:
    """Hamming distance of two fingerprints, in bits."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def near_copies(
    connection: Connection, fingerprint: str, *, published: datetime, entry: str, within: int = COPY_DISTANCE
) -> list[str]:
    """Ids of relevant articles of other entries, at most three days apart, whose fingerprints differ in ``within`` bits at most.

    A plain scan of those days: no index finds pairs eight bits apart, and a few thousand comparisons take milliseconds.
    """
    if not _FINGERPRINT.fullmatch(fingerprint):
        return []
    window = article.c.published.between(published - COPY_WINDOW, published + COPY_WINDOW)
    others = select(article.c.id, article.c.fingerprint).where(
        article.c.relevant.is_(True), window, article.c.entry != entry, article.c.fingerprint != ""
    )
    return sorted(row.id for row in connection.execute(others) if distance(fingerprint, row.fingerprint) <= within)


def revisions(connection: Connection, entry: str) -> list[Article]:
    """Revisions of one article, oldest first."""
    rows = connection.execute(select(article).where(article.c.entry == entry)).mappings()
    found = [from_row(Article, row) for row in rows]
    return sorted(found, key=lambda item: (item.revision, item.published, item.id))


def conflicts_of(connection: Connection, entry: str) -> list[str]:
    """The conflicts of which revisions of an article spoke, sorted."""
    rows = (
        select(reading.c.conflict).distinct().join(article, article.c.id == reading.c.article).where(article.c.entry == entry)
    )
    return sorted(connection.scalars(rows))


def add(connection: Connection, item: Article, report: Report, *, relevant: bool, copies: Iterable[str] = ()) -> bool:
    """Store an article with its report and link it with its copies; False where this (entry, content) was there already."""
    row = as_row(item) | {"report": report, "relevant": relevant}
    added = insert_new(connection, article, row)
    link(connection, item.id, copies)
    return added


def link(connection: Connection, article_id: str, copies: Iterable[str]) -> None:
    """Record that articles are copies of one another, in both directions; ids that are not stored are left out."""
    wanted = sorted(set(copies) - {article_id})
    if not wanted:
        return
    stored = set(connection.scalars(select(article.c.id).where(article.c.id.in_([*wanted, article_id]))))
    if article_id not in stored:
        return
    pairs = [(article_id, other) for other in wanted if other in stored]
    rows = [{"article": one, "other": two} for pair in pairs for one, two in (pair, pair[::-1])]
    insert_all_new(connection, copy_link, rows)
