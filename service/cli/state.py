"""Where each toll and each truce stands, as tables."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console

from service.cli.output import show_table, table, words
from service.models import Ledger, Value

_SIGNS = {"exact": "", "at_least": "≥ ", "more_than": "> ", "nearly": "nearly ", "about": "~ ", "up_to": "≤ "}


def show_value(value: Value) -> str:
    """A figure with its qualifier as a sign: "≥ 49", "20–30"."""
    number = f"{value.low:,}" if value.low == value.high else f"{value.low:,}–{value.high:,}"
    return f"{_SIGNS[value.qualifier]}{number}"


def show_ledgers(out: Console, ledgers: Iterable[Ledger]) -> None:
    """Tolls and truces as two tables."""
    ledgers = list(ledgers)
    tolls = table(
        "Tolls",
        "conflict",
        "kind",
        "side",
        "role",
        "scope",
        "best",
        "range",
        "says",
        "outlets",
        "as of",
        right=("best", "range", "outlets"),
    )
    for toll in (toll for ledger in ledgers for toll in ledger.tolls):
        key = toll.series
        span = f"{toll.low:,}–{toll.high:,}" if toll.low != toll.high else ""
        outlets = len({evidence.source for evidence in toll.evidence})
        scope = f"since {key.since}" if key.since else key.scope
        cells = (
            key.conflict,
            key.kind,
            key.party,
            key.role,
            scope,
            show_value(toll.best),
            span,
            toll.claimant or "",
            str(outlets),
        )
        tolls.add_row(*(words(cell) for cell in cells), words(f"{toll.as_of:%Y-%m-%d %H:%M}"))
    truces = table("Ceasefires", "conflict", "between", "status", "accusation", "since")
    for state in (state for ledger in ledgers for state in ledger.ceasefire):
        accusation = (
            f"{state.accuser or 'somebody'} accuses {state.accused or 'somebody'}" if state.accuser or state.accused else ""
        )
        said = (
            state.conflict,
            ", ".join(state.parties),
            str(state.status).replace("_", " "),
            accusation,
            f"{state.since:%Y-%m-%d %H:%M}",
        )
        truces.add_row(*(words(cell) for cell in said))
    for shown, lead in ((tolls, ("conflict", "kind", "side", "role", "best")), (truces, ("conflict", "status", "since"))):
        if shown.row_count:
            show_table(out, shown, *lead)
            out.print()
    if not tolls.row_count and not truces.row_count:
        out.print("No toll and no ceasefire so far.")
