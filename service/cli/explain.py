"""One article's report as tables: what it states, and with ``--explain`` by which rule and what was left out."""

from __future__ import annotations

from rich.console import Console

from service.analysis import COMPILED
from service.cli.output import show_table, table, words
from service.models import Article, Figure, Report


def show_report(out: Console, name: str, article: Article, report: Report, *, explain: bool) -> None:
    """Headline, verdict, figures and ceasefire statements of one article."""
    out.print(words(f"{name}  {article.title or article.text[:80]}", "bold", limit=160))
    verdict = "about organised violence" if report.relevant else "not about organised violence"
    conflict = f", {report.conflict}" if report.conflict else ""
    out.print(words(f"{verdict}{conflict}; ceasefire: {report.ceasefire_now}", "dim"))
    if explain:
        build = ", compiled" if COMPILED else ""
        out.print(words(f"why: {report.why_relevant}; analyser {report.version}{build}", "dim"))
    _show_figures(out, report, explain=explain)
    _show_ceasefire(out, report, explain=explain)
    if explain:
        _show_left_out(out, article, report)
    out.print()


def number(figure: Figure) -> str:
    """A figure as said: a number, a range, or the vague word."""
    if figure.low is None or figure.high is None:
        return figure.vague or "?"
    return f"{figure.low:,}" if figure.low == figure.high else f"{figure.low:,}–{figure.high:,}"


def _show_figures(out: Console, report: Report, *, explain: bool) -> None:
    if not report.figures:
        return
    names = ["kind", "number", "", "side", "role", "says", "scope", "relation", "sure", *(["rule"] if explain else []), "words"]
    shown = table("", *names, right=("number", "sure"))
    for figure in report.figures:
        qualifier = "" if figure.qualifier == "exact" else figure.qualifier.replace("_", " ")
        scope = f"{figure.scope}, since {figure.since}" if figure.since else figure.scope
        cells = [
            figure.kind,
            number(figure),
            qualifier,
            figure.party,
            figure.role,
            figure.claimant or "",
            scope,
            figure.relation,
        ]
        cells += [f"{figure.confidence:.2f}", *([_rule(figure)] if explain else []), figure.quote]
        shown.add_row(*(words(cell) for cell in cells))
    show_table(out, shown, "kind", "number", "", "side", "role")


def _rule(figure: Figure) -> str:
    return ", ".join([figure.rule, *figure.reasons])


def _show_ceasefire(out: Console, report: Report, *, explain: bool) -> None:
    if not report.ceasefire:
        return
    names = ["ceasefire", "scope", "between", "says", "accusation", *(["rule"] if explain else []), "words"]
    shown = table("", *names)
    for said in report.ceasefire:
        accusation = f"{said.accuser or '?'} accuses {said.accused or '?'}" if said.accuser or said.accused else ""
        cells = [said.status, said.scope, ", ".join(said.parties), said.claimant or "", accusation]
        cells += [*([said.rule] if explain else []), said.quote]
        shown.add_row(*(words(cell) for cell in cells))
    show_table(out, shown, "ceasefire", "between")


def _show_left_out(out: Console, article: Article, report: Report) -> None:
    if report.rejected:
        shown = table("", "not a figure", "rule")
        for rejected in report.rejected:
            shown.add_row(words(rejected.text, limit=80), words(rejected.rule))
        show_table(out, shown)
    if article.removed:
        shown = table("", "page furniture", "rule")
        for removed in article.removed:
            shown.add_row(words(removed.text, limit=80), words(removed.rule))
        show_table(out, shown)


def explanation_record(report: Report, article: Article) -> dict[str, object]:
    """What ``--explain --json`` adds to the labels: the rule behind each, numbers that are no figures, furniture, places."""
    return {
        "version": report.version,
        "why_relevant": report.why_relevant,
        "places": list(report.places),
        "parties": list(report.parties),
        "rules": [
            {"start": f.start, "end": f.end, "rule": f.rule, "reasons": list(f.reasons), "confidence": f.confidence}
            for f in report.figures
        ],
        "ceasefire_rules": [
            {"start": s.start, "end": s.end, "rule": s.rule, "confidence": s.confidence} for s in report.ceasefire
        ],
        "rejected": [{"text": r.text, "start": r.start, "end": r.end, "rule": r.rule} for r in report.rejected],
        "removed": [{"rule": r.rule, "text": r.text} for r in article.removed],
        "flags": list(article.flags),
    }
