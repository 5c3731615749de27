"""A report in the labelling guide's format, for people, scripts and the scorer."""

from __future__ import annotations

from typing import Any

from service.models import CeasefireStatement, Figure, Report


def label_record(article_id: str, report: Report) -> dict[str, Any]:
    """One JSON-ready record: the guide's fields, and ``conflict``, ``start`` and ``end`` on each figure and statement."""
    return {
        "id": article_id,
        "relevant": report.relevant,
        "figures": [_figure(figure) for figure in report.figures],
        "ceasefire": [_statement(statement) for statement in report.ceasefire],
        "ceasefire_now": report.ceasefire_now,
        "conflict": report.conflict,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    value: int | list[int | None] | None
    value = figure.low if figure.low == figure.high else [figure.low, figure.high]
    record: dict[str, Any] = {
        "kind": figure.kind,
        "value": value,
        "qualifier": figure.qualifier,
        "party": figure.party,
        "role": figure.role,
        "claimant": figure.claimant,
        "scope": figure.scope,
        "relation": figure.relation,
        "quote": figure.quote,
        "conflict": figure.conflict,
        "start": figure.start,
        "end": figure.end,
        "confidence": figure.confidence,
        "rule": figure.rule,
    }
    if figure.vague is not None:
        record["vague"] = figure.vague
    if figure.since is not None:
        record["since"] = figure.since
    return record


def _statement(statement: CeasefireStatement) -> dict[str, Any]:
    return {
        "status": statement.status,
        "scope": statement.scope,
        "quote": statement.quote,
        "conflict": statement.conflict,
        "start": statement.start,
        "end": statement.end,
        "claimant": statement.claimant,
        "accuser": statement.accuser,
        "accused": statement.accused,
        "declared_by": statement.declared_by,
        "area": statement.area,
        "confidence": statement.confidence,
        "rule": statement.rule,
    }
