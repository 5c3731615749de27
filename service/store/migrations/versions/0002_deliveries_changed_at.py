"""Deliveries note when they were last claimed, so that a clock that was set back cannot make them wait for the time it showed.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")
    op.add_column("delivery", sa.Column("changed_at", moment, nullable=True))
