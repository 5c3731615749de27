"""Alembic's folder: one module a version, append-only."""
