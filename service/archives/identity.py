"""What makes an archive the same archive when a backfill is resumed: name, size and the bytes at both ends."""

from __future__ import annotations

import hashlib
from pathlib import Path

from service.errors import ArchiveError

_ENDS = 64 * 1024
_FILE_ENDS = 4 * 1024


def archive_id(path: str | Path) -> str:
    """16 hex digits for a file or folder, the same whenever and wherever it was copied to under its name; raises ArchiveError.

    A folder's follow from the names, sizes and ends of its files. Standard input ("-") has no identity and is never resumed.
    """
    if str(path) == "-":
        raise ArchiveError("standard input has no identity: a backfill from - cannot be resumed")
    root = Path(path)
    digest = hashlib.sha256(root.resolve().name.encode(errors="surrogateescape"))
    try:
        if root.is_dir():
            for one in sorted(file for file in root.rglob("*") if file.is_file()):
                digest.update(one.relative_to(root).as_posix().encode(errors="surrogateescape"))
                _add_file(digest, one, _FILE_ENDS)
        else:
            _add_file(digest, root, _ENDS)
    except OSError as error:
        raise ArchiveError(f"cannot read the archive {root}: {error.strerror or error}") from error
    return digest.hexdigest()[:16]


def _add_file(digest: hashlib._Hash, path: Path, ends: int) -> None:
    size = path.stat().st_size
    with path.open("rb") as stream:
        head = stream.read(ends)
        stream.seek(max(len(head), size - ends))
        tail = stream.read(ends)
    for part in (str(size).encode(), head, tail):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
