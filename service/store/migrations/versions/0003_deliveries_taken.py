"""Deliveries count how often they were taken in hand apart from their tries: a killed deliverer must not use up the tries of all it held.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("delivery", sa.Column("taken", sa.Integer(), nullable=False, server_default="0"))
