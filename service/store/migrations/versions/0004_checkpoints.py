"""Checkpoints to fold on from, and the times by which what follows them is found.

The rows of a ledger from before have no time: the next article of their conflict folds it all and replaces them.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def _moment() -> Any:
    return sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")


def upgrade() -> None:
    op.create_table(
        "checkpoint",
        sa.Column("conflict", sa.Text(), nullable=False),
        sa.Column("at", _moment(), nullable=False),
        sa.Column("form", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("conflict", "at", name=op.f("pk_checkpoint")),
    )
    op.add_column("reading", sa.Column("published", _moment(), nullable=True))
    op.execute("UPDATE reading SET published = (SELECT published FROM article WHERE article.id = reading.article)")
    op.drop_index(op.f("ix_reading_conflict_seq"), table_name="reading")
    op.create_index(op.f("ix_reading_conflict_published"), "reading", ["conflict", "published"], unique=False)
    op.create_index(op.f("ix_reading_article"), "reading", ["article"], unique=False)
    for part in ("story", "toll", "ceasefire_state", "change"):
        op.add_column(part, sa.Column("at", _moment(), nullable=True))
        op.create_index(op.f(f"ix_{part}_conflict_at"), part, ["conflict", "at"], unique=False)
    with op.batch_alter_table("ledger") as ledger:
        ledger.drop_column("version")
    told = sa.text("quiet = ''")
    op.create_index("ix_alert_told", "alert", ["conflict", "seq"], unique=False, sqlite_where=told, postgresql_where=told)
    op.create_index(
        op.f("ix_delivery_conflict_destination_state"), "delivery", ["conflict", "destination", "state"], unique=False
    )
