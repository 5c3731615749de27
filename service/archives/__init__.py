"""Readers for backfill: JSON Lines, folders of .html and .txt, WARC, gzip of these."""

from service.archives.identity import archive_id
from service.archives.reader import read

__all__ = ["archive_id", "read"]
