"""What commands print: tables and lines on standard output, JSON lines for programs, remarks on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from service.alerts.plain import plain

_UNBOUND = 100_000  # columns: more than any table takes, to learn how wide it would be
_WIDE = 200  # columns where the output is no terminal: a pipe has no width, and a cut address is of no use


def console() -> Console:
    """Standard output; on a terminal as wide as it is, in a pipe or a file wide enough that nothing is cut."""
    if sys.stdout.isatty():
        return Console(highlight=False)
    return Console(highlight=False, width=_WIDE, soft_wrap=True)


def remarks() -> Console:
    """Standard error, for progress and remarks that are no result; as wide as ``console`` is."""
    if sys.stderr.isatty():
        return Console(stderr=True, highlight=False)
    return Console(stderr=True, highlight=False, width=_WIDE, soft_wrap=True)


def print_json(record: Mapping[str, object]) -> None:
    """One JSON object on one line of standard output, with everything but ASCII escaped."""
    sys.stdout.write(json.dumps(record, ensure_ascii=True, separators=(",", ":")) + "\n")


def words(text: str, style: str = "", limit: int | None = None) -> Text:
    """A text from outside for a table: never read as markup, on one line, without control characters."""
    return Text(plain(text, limit), style=style)


def table(title: str, *columns: str, right: tuple[str, ...] = ()) -> Table:
    """An empty table with a title over it; columns named in ``right`` hold numbers."""
    made = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        header_style="dim",
        box=None,
        pad_edge=False,
        show_header=any(columns),
    )
    for column in columns:
        made.add_column(column, justify="right" if column in right else "left", overflow="fold")
    return made


def show_table(out: Console, shown: Table, *lead: str) -> None:
    """A table under its title; on a terminal too narrow for it, one block a row instead of columns cut into syllables.

    A block's first line holds the cells of the columns named in ``lead``, the indented lines below it the others with their names.
    Without ``lead`` it stays a table. In a pipe it is as wide as it needs to be.
    """
    if shown.title:
        out.print(words(str(shown.title), "bold"))
        shown.title = None
    wanted = out.measure(shown, options=out.options.update(max_width=_UNBOUND)).maximum
    if not out.is_terminal:
        shown.width = max(wanted, 1)
        out.print(shown, crop=False)
    elif wanted <= out.width or not lead:
        out.print(shown)
    else:
        _show_blocks(out, shown, lead)


def _show_blocks(out: Console, shown: Table, lead: Sequence[str]) -> None:
    names = [str(column.header) for column in shown.columns]
    for row in zip(*(column.cells for column in shown.columns), strict=True):
        cells = [(name, cell if isinstance(cell, Text) else Text(str(cell))) for name, cell in zip(names, row, strict=True)]
        first = [cell for wanted in lead for name, cell in cells if name == wanted and cell.plain]
        rest = [Text.assemble((f"{name} ", "dim"), cell) for name, cell in cells if name not in lead and cell.plain]
        out.print(Text("  ", style="bold").join(first))
        if rest:
            out.print(Padding(Text(" · ").join(rest), (0, 0, 0, 4)))


def moment(at: datetime | None) -> str:
    """A time for JSON: ISO 8601 in UTC with a Z; empty where there is none."""
    return at.isoformat().replace("+00:00", "Z") if at else ""


def ago(at: datetime | None, now: datetime) -> str:
    """How long ago (or how soon) something is, in the largest unit that fits: "3 min ago", "in 2 h", "never"."""
    if at is None:
        return "never"
    span = now - at
    size = lasting(abs(span))
    return f"in {size}" if span < timedelta() else f"{size} ago"


def lasting(span: timedelta) -> str:
    """A span in the largest unit that fits."""
    seconds = int(span.total_seconds())
    for unit, length in (("d", 86400), ("h", 3600), ("min", 60)):
        if seconds >= 2 * length or (unit == "min" and seconds >= length):
            return f"{seconds // length} {unit}"
    return f"{seconds} s"
