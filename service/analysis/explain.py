"""Why a report says what it says: for each figure, statement and rejected number the rule that decided, in order of the text."""

from __future__ import annotations

from dataclasses import dataclass

from service.models import Figure, Report


@dataclass(frozen=True, slots=True)
class Line:
    """One decision: ``verdict`` says what was made of ``text[start:end]``, ``rule`` what decided, ``reasons`` what settled the rest."""

    start: int
    end: int
    text: str
    verdict: str
    rule: str
    reasons: tuple[str, ...] = ()


def explain(report: Report) -> tuple[Line, ...]:
    """All decisions behind a report, in the order of the text."""
    lines = [Line(f.start, f.end, f.quote, describe(f), f.rule, f.reasons) for f in report.figures]
    lines += [Line(s.start, s.end, s.quote, f"ceasefire {s.status}, {s.scope}", s.rule) for s in report.ceasefire]
    lines += [Line(r.start, r.end, r.text, "no figure", r.rule) for r in report.rejected]
    return tuple(sorted(lines, key=lambda line: (line.start, line.end, line.verdict)))


def describe(figure: Figure) -> str:
    """One figure in a line: "killed 12 (at least), Ukraine, civilian, current total, says Russia"."""
    amount = figure.vague or (f"{figure.low}" if figure.low == figure.high else f"{figure.low}-{figure.high}")
    qualifier = "" if figure.qualifier == "exact" else f" ({figure.qualifier.replace('_', ' ')})"
    since = f" since {figure.since}" if figure.since else ""
    claimant = f", says {figure.claimant}" if figure.claimant else ""
    return (
        f"{figure.kind} {amount}{qualifier}, {figure.party}, {figure.role}, {figure.scope}{since} {figure.relation}{claimant}"
    )
