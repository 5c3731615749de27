"""Stories can be merged by hand; and every part of a ledger has a time, so that what is newer than one is found by an index alone.

A part from before 0004 counts as newer than everything: the next article of its conflict replaces it.

Revision ID: 0006
Revises: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")
    op.create_table(
        "story_merge",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("conflict", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("into_story", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("undone_at", moment, nullable=True),
        sa.Column("undone_why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_story_merge")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_story_merge_conflict_seq"), "story_merge", ["conflict", "seq"], unique=False)
    for part in ("story", "toll", "ceasefire_state", "change"):
        rows = sa.table(part, sa.column("at", moment))
        op.execute(rows.update().where(rows.c.at.is_(None)).values(at=sa.literal_column("'9999-12-31T00:00:00.000000Z'")))
