"""Reading archives for a command: many paths as one stream, and each rejected record said on standard error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from service.cli import DONE, REJECTED, say
from service.models import ArchiveRecord, RejectedRecord


class Rejections:
    """Counts the records that cannot be used and names each; ``code`` is the command's exit code."""

    def __init__(self) -> None:
        self.count = 0

    def add(self, rejected: RejectedRecord) -> None:
        self.count += 1
        place = f"{rejected.file}:{rejected.line}" if rejected.line else rejected.file
        say(f"{place}: rejected: {rejected.reason}")

    @property
    def code(self) -> int:
        return REJECTED if self.count else DONE


def good_records(paths: Sequence[str], rejections: Rejections, *, require_published: bool) -> Iterator[ArchiveRecord]:
    """The usable records of all paths in order; "-" is standard input. ArchiveError where a path holds nothing to read."""
    from service.archives import read

    for path in paths:
        for record in read(path, require_published=require_published, now=datetime.now(UTC)):
            if isinstance(record, RejectedRecord):
                rejections.add(record)
            else:
                yield record
