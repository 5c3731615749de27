"""The first schema.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _serial() -> Any:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _moment() -> Any:
    return sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")


def upgrade() -> None:
    _feeds()
    _articles()
    _claims()
    _ledgers()
    _outbox()
    _progress()


def _feeds() -> None:
    op.create_table(
        "feed",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("trust", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("fetch_pages", sa.Boolean(), nullable=False),
        sa.Column("min_interval", sa.Float(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("last_modified", sa.Text(), nullable=False),
        sa.Column("body_hash", sa.Text(), nullable=False),
        sa.Column("interval", sa.Float(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=False),
        sa.Column("last_polled", _moment(), nullable=True),
        sa.Column("last_success", _moment(), nullable=True),
        sa.Column("last_news", _moment(), nullable=True),
        sa.Column("usual_gap", sa.Float(), nullable=False),
        sa.Column("next_poll", _moment(), nullable=True),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.Column("entries_seen", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_feed")),
    )
    op.create_table(
        "entry",
        sa.Column("id", _serial(), autoincrement=True, nullable=False),
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("published", _moment(), nullable=False),
        sa.Column("published_raw", sa.Text(), nullable=False),
        sa.Column("date_flag", sa.Text(), nullable=False),
        sa.Column("updated", _moment(), nullable=True),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("fetched", _moment(), nullable=False),
        sa.Column("offered", sa.Text(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("claimed_generation", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("available_at", _moment(), nullable=False),
        sa.Column("lease_until", _moment(), nullable=True),
        sa.Column("worker", sa.Text(), nullable=False),
        sa.Column("hinted_at", _moment(), nullable=True),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("changed_at", _moment(), nullable=False),
        sa.ForeignKeyConstraint(["feed"], ["feed.url"], name=op.f("fk_entry_feed")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
        sa.UniqueConstraint("feed", "key", name=op.f("uq_entry_feed_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_entry_state_available_at"), "entry", ["state", "available_at"], unique=False)
    op.create_index(op.f("ix_entry_worker"), "entry", ["worker"], unique=False)


def _articles() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("trust", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("published", _moment(), nullable=False),
        sa.Column("dated", sa.Boolean(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("removed", sa.Text(), nullable=False),
        sa.Column("flags", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("relevant", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("entry", "content_hash", name=op.f("uq_article_entry_content_hash")),
    )
    op.create_index(op.f("ix_article_relevant_published"), "article", ["relevant", "published"], unique=False)
    op.create_table(
        "copy_link",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name=op.f("fk_copy_link_article")),
        sa.ForeignKeyConstraint(["other"], ["article.id"], name=op.f("fk_copy_link_other")),
        sa.PrimaryKeyConstraint("article", "other", name=op.f("pk_copy_link")),
    )


def _claims() -> None:
    op.create_table(
        "reading",
        sa.Column("seq", _serial(), autoincrement=True, nullable=False),
        sa.Column("conflict", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name=op.f("fk_reading_article")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_reading")),
        sa.UniqueConstraint("conflict", "article", name=op.f("uq_reading_conflict_article")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_reading_conflict_seq"), "reading", ["conflict", "seq"], unique=False)
    op.create_table(
        "claim",
        sa.Column("conflict", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("low", sa.BigInteger(), nullable=True),
        sa.Column("high", sa.BigInteger(), nullable=True),
        sa.Column("qualifier", sa.Text(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("claimant", sa.Text(), nullable=True),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name=op.f("fk_claim_article")),
        sa.PrimaryKeyConstraint("conflict", "id", name=op.f("pk_claim")),
    )
    op.create_index(op.f("ix_claim_article"), "claim", ["article"], unique=False)
    op.create_table(
        "ceasefire_claim",
        sa.Column("conflict", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("claimant", sa.Text(), nullable=True),
        sa.Column("accuser", sa.Text(), nullable=True),
        sa.Column("accused", sa.Text(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("latest", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name=op.f("fk_ceasefire_claim_article")),
        sa.PrimaryKeyConstraint("conflict", "id", name=op.f("pk_ceasefire_claim")),
    )
    op.create_index(op.f("ix_ceasefire_claim_article"), "ceasefire_claim", ["article"], unique=False)


def _ledgers() -> None:
    op.create_table(
        "ledger",
        sa.Column("conflict", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("conflict", name=op.f("pk_ledger")),
    )
    op.create_table(
        "story",
        sa.Column("conflict", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("conflict", "key", name=op.f("pk_story")),
    )
    op.create_table(
        "toll",
        sa.Column("conflict", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("conflict", "key", name=op.f("pk_toll")),
    )
    op.create_table(
        "ceasefire_state",
        sa.Column("conflict", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("conflict", "key", name=op.f("pk_ceasefire_state")),
    )
    op.create_table(
        "change",
        sa.Column("conflict", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("conflict", "key", name=op.f("pk_change")),
    )


def _outbox() -> None:
    op.create_table(
        "alert",
        sa.Column("seq", _serial(), autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("conflict", sa.Text(), nullable=False),
        sa.Column("created", _moment(), nullable=False),
        sa.Column("quiet", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_alert")),
        sa.UniqueConstraint("id", name=op.f("uq_alert_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_alert_conflict_seq"), "alert", ["conflict", "seq"], unique=False)
    op.create_table(
        "delivery",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("alert", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("conflict", sa.Text(), nullable=False),
        sa.Column("destination", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("available_at", _moment(), nullable=False),
        sa.Column("lease_until", _moment(), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=False),
        sa.Column("delivered_at", _moment(), nullable=True),
        sa.ForeignKeyConstraint(["alert"], ["alert.id"], name=op.f("fk_delivery_alert")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        sa.UniqueConstraint("alert", "destination", name=op.f("uq_delivery_alert_destination")),
    )
    op.create_index(op.f("ix_delivery_conflict_destination_seq"), "delivery", ["conflict", "destination", "seq"], unique=False)
    op.create_index(op.f("ix_delivery_state_seq"), "delivery", ["state", "seq"], unique=False)
    op.create_table(
        "disabled_destination",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("at", _moment(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_disabled_destination")),
    )


def _progress() -> None:
    op.create_table(
        "backfill",
        sa.Column("archive", sa.Text(), nullable=False),
        sa.Column("records", sa.BigInteger(), nullable=False),
        sa.Column("at", _moment(), nullable=False),
        sa.PrimaryKeyConstraint("archive", name=op.f("pk_backfill")),
    )
    op.create_table(
        "heartbeat",
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", _moment(), nullable=False),
        sa.PrimaryKeyConstraint("role", "name", name=op.f("pk_heartbeat")),
    )
