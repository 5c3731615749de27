"""The schema: every table of the service, for SQLite and PostgreSQL alike. ``migrations`` builds the same, step by step."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    UniqueConstraint,
    text,
)

from service.models import Removed, Report
from service.store.columns import Coded, Moment, Serial, Words, count, moment, words

HEAD = "0006"  # the newest migration; a test holds it against the migrations folder

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# --- feeds and their entries -------------------------------------------------------------------------------------

feed = Table(
    "feed",
    metadata,
    words("url", primary_key=True),
    words("name"),
    words("trust"),
    words("language"),
    Column("fetch_pages", Boolean, nullable=False),
    Column("min_interval", Float),
    count("position"),
    Column("active", Boolean, nullable=False, default=True),  # False: no longer configured, kept for its entries
    words("etag", default=""),
    words("last_modified", default=""),
    words("body_hash", default=""),
    Column("interval", Float, nullable=False, default=0.0),
    count("failures"),
    words("last_error", default=""),
    moment("last_polled", nullable=True),
    moment("last_success", nullable=True),
    moment("last_news", nullable=True),
    Column("usual_gap", Float, nullable=False, default=0.0),
    moment("next_poll", nullable=True),
    Column("silent", Boolean, nullable=False, default=False),
    count("entries_seen"),
)

entry = Table(
    "entry",
    metadata,
    Column("id", Serial, primary_key=True, autoincrement=True),
    Column("feed", Words, ForeignKey("feed.url"), nullable=False),
    words("key"),
    words("url"),
    words("title"),
    words("summary"),
    words("content"),
    moment("published"),
    words("published_raw"),
    words("date_flag"),
    moment("updated", nullable=True),
    words("author"),
    moment("fetched"),
    words("offered"),  # hash of what the feed offered: a different one is an edit
    Column("generation", Integer, nullable=False, default=1),  # counts edits
    count("claimed_generation"),  # the one a worker took: finishing an older one does not finish the row
    words("state"),
    count("claims"),
    count("attempts"),
    moment("available_at"),
    moment("lease_until", nullable=True),
    words("worker", default=""),
    moment("hinted_at", nullable=True),
    words("error", default=""),
    moment("changed_at"),
    UniqueConstraint("feed", "key"),
    Index(None, "state", "available_at"),
    Index(None, "worker"),
    sqlite_autoincrement=True,  # ids are hints in a queue: never use one again
)

# --- articles ----------------------------------------------------------------------------------------------------

article = Table(
    "article",
    metadata,
    words("id", primary_key=True),
    words("entry"),
    words("ref"),
    Column("revision", Integer, nullable=False),
    words("source"),
    words("trust"),
    words("url"),
    words("title"),
    words("text"),
    moment("published"),
    Column("dated", Boolean, nullable=False),
    words("language"),
    words("origin"),
    words("content_hash"),
    words("fingerprint"),
    words("author"),
    Column("removed", Coded(tuple[Removed, ...]), nullable=False),
    Column("flags", Coded(tuple[str, ...]), nullable=False),
    Column("report", Coded(Report), nullable=False),
    Column("relevant", Boolean, nullable=False),
    UniqueConstraint("entry", "content_hash"),
    Index(None, "relevant", "published"),  # near-copies are looked for among the relevant articles of some days
)

copy_link = Table(  # symmetric: both directions are stored
    "copy_link",
    metadata,
    Column("article", Words, ForeignKey("article.id"), primary_key=True),
    Column("other", Words, ForeignKey("article.id"), primary_key=True),
)

# --- history -----------------------------------------------------------------------------------------------------

reading = Table(
    "reading",
    metadata,
    Column("seq", Serial, primary_key=True, autoincrement=True),
    words("conflict"),
    Column("article", Words, ForeignKey("article.id"), nullable=False),
    moment("published", nullable=True),  # the article's, for finding what was published after a checkpoint
    words("body"),
    UniqueConstraint("conflict", "article"),
    Index(None, "conflict", "published"),
    Index(None, "article"),
    sqlite_autoincrement=True,  # a replaced reading gets a new number: who remembers the old one sees it
)

# Readings hold what history folds; the two tables below hold the same claims one a row, for queries and counts.
claim = Table(
    "claim",
    metadata,
    words("conflict", primary_key=True),
    words("id", primary_key=True),
    Column("article", Words, ForeignKey("article.id"), nullable=False),
    words("kind"),
    Column("low", BigInteger),
    Column("high", BigInteger),
    words("qualifier"),
    words("party"),
    words("role"),
    Column("claimant", Words),
    words("scope"),
    words("relation"),
    Column("since", Words),
    words("quote"),
    Index(None, "article"),
)

ceasefire_claim = Table(
    "ceasefire_claim",
    metadata,
    words("conflict", primary_key=True),
    words("id", primary_key=True),
    Column("article", Words, ForeignKey("article.id"), nullable=False),
    words("status"),
    words("scope"),
    Column("claimant", Words),
    Column("accuser", Words),
    Column("accused", Words),
    words("quote"),
    Column("latest", Boolean, nullable=False),
    Index(None, "article"),
)

ledger = Table("ledger", metadata, words("conflict", primary_key=True))  # which conflicts there are

checkpoint = Table(  # where a conflict's fold can go on from; see service.history.checkpoint
    "checkpoint",
    metadata,
    words("conflict", primary_key=True),
    Column("at", Moment, primary_key=True, nullable=False),
    Column("form", Integer, nullable=False),
    words("body"),
)


def _ledger_part(name: str) -> Table:
    """Rows of one kind in a conflict's ledger: ``key`` tells them apart, ``position`` the changes of one article.

    ``at`` is the publication of the newest reading that touched it. A toll that was one once has an empty ``body``.
    """
    return Table(
        name,
        metadata,
        words("conflict", primary_key=True),
        words("key", primary_key=True),
        count("position"),
        moment("at", nullable=True),
        words("body"),
        Index(None, "conflict", "at"),
    )


story = _ledger_part("story")
toll = _ledger_part("toll")
ceasefire_state = _ledger_part("ceasefire_state")
change = _ledger_part("change")

story_merge = Table(  # stories that people declared to be parts of others; see service.history.merging
    "story_merge",
    metadata,
    Column("seq", Serial, primary_key=True, autoincrement=True),
    words("conflict"),
    words("story"),
    words("into_story"),
    words("why"),
    moment("at"),
    moment("undone_at", nullable=True),
    words("undone_why", default=""),
    Index(None, "conflict", "seq"),
    sqlite_autoincrement=True,
)

# --- outbox ------------------------------------------------------------------------------------------------------

alert = Table(
    "alert",
    metadata,
    Column("seq", Serial, primary_key=True, autoincrement=True),
    Column("id", Words, nullable=False, unique=True),
    words("conflict"),
    moment("created"),
    words("quiet"),  # why it was not sent; empty where it was
    words("body"),
    Index(None, "conflict", "seq"),
    Index("ix_alert_told", "conflict", "seq", sqlite_where=text("quiet = ''"), postgresql_where=text("quiet = ''")),
    sqlite_autoincrement=True,
)

delivery = Table(
    "delivery",
    metadata,
    words("id", primary_key=True),
    Column("alert", Words, ForeignKey("alert.id"), nullable=False),
    Column("seq", BigInteger, nullable=False),  # the alert's: what came first is sent first
    words("conflict"),
    words("destination"),
    words("state"),
    count("attempts"),
    moment("available_at"),
    moment("lease_until", nullable=True),
    words("last_error", default=""),
    moment("delivered_at", nullable=True),
    moment("changed_at", nullable=True),  # when it was made or last written; null in rows from before 0002
    Column("taken", Integer, nullable=False, server_default="0"),  # claims since a try last came to a result
    UniqueConstraint("alert", "destination"),
    Index(None, "state", "seq"),
    Index(None, "conflict", "destination", "seq"),
    Index(None, "conflict", "destination", "state"),
)

held_alert = Table(  # alerts recorded quietly that wait for a second origin
    "held_alert",
    metadata,
    Column("alert", Words, ForeignKey("alert.id"), primary_key=True),
    words("conflict"),
    moment("until"),
    Index(None, "conflict"),
    Index(None, "until"),
)

disabled_destination = Table("disabled_destination", metadata, words("name", primary_key=True), words("error"), moment("at"))

# --- progress and health -----------------------------------------------------------------------------------------

backfill = Table(
    "backfill", metadata, words("archive", primary_key=True), Column("records", BigInteger, nullable=False), moment("at")
)

heartbeat = Table("heartbeat", metadata, words("role", primary_key=True), words("name", primary_key=True), moment("at"))
