"""Alerts can wait for a second origin.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")
    op.create_table(
        "held_alert",
        sa.Column("alert", sa.Text(), nullable=False),
        sa.Column("conflict", sa.Text(), nullable=False),
        sa.Column("until", moment, nullable=False),
        sa.ForeignKeyConstraint(["alert"], ["alert.id"], name=op.f("fk_held_alert_alert")),
        sa.PrimaryKeyConstraint("alert", name=op.f("pk_held_alert")),
    )
    op.create_index(op.f("ix_held_alert_conflict"), "held_alert", ["conflict"], unique=False)
    op.create_index(op.f("ix_held_alert_until"), "held_alert", ["until"], unique=False)
