"""Readings of the shared seed articles, made by hand from their labels: what a perfect analysis would say."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from service.history.readings import claim_id, telling_words
from service.models import CeasefireClaim, CeasefireStatement, Claim, Figure, Reading

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
CONFLICT = "armenia-azerbaijan"
PLACES = {"002": ("Jermuk", "Verin Shorzha", "Kelbajar", "Lachin", "Sotk")}


def load() -> tuple[Reading, ...]:
    """The five readings, in the file's order."""
    articles = {record["id"]: record for record in _records("articles.jsonl")}
    labels = {record["id"]: record for record in _records("labels.jsonl")}
    return tuple(_reading(article, labels[name]) for name, article in articles.items())


def _records(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SEEDS / name).read_text(encoding="utf-8").splitlines()]


def _reading(article: dict[str, Any], label: dict[str, Any]) -> Reading:
    name = article["id"]
    return Reading(
        article=f"{name}-1",
        entry=f"entry-{name}",
        ref=name,
        revision=1,
        conflict=CONFLICT,
        source=article["source"],
        trust="unrated",
        url=article["url"],
        title=article["title"],
        published=datetime.fromisoformat(article["published"]),
        dated=True,
        parties=("Armenia", "Azerbaijan"),
        places=PLACES.get(name, ()),
        words=telling_words(article["title"], article["text"]),
        claims=tuple(_claim(name, figure, article["text"]) for figure in label["figures"]),
        ceasefire=_ceasefire(name, label, article["text"]),
    )


def _claim(name: str, label: dict[str, Any], text: str) -> Claim:
    value = label["value"]
    start = max(text.find(label["quote"]), 0)
    figure = Figure(
        kind=label["kind"],
        low=value,
        high=value,
        qualifier=label["qualifier"],
        party=label["party"],
        role=label["role"],
        claimant=label["claimant"],
        scope=label["scope"],
        relation=label["relation"],
        quote=label["quote"],
        start=start,
        end=start + len(label["quote"]),
        rule="by hand",
        vague=label.get("vague"),
    )
    said = f"{value} {figure.party} {figure.scope}"
    return Claim(claim_id(f"{name}-1", figure.kind, figure.start, figure.end, said, "hand"), f"{name}-1", figure)


def _ceasefire(name: str, label: dict[str, Any], text: str) -> tuple[CeasefireClaim, ...]:
    claims = []
    for said in label["ceasefire"]:
        start = max(text.find(said["quote"]), 0)
        statement = CeasefireStatement(
            said["status"], said["scope"], said["quote"], start, start + len(said["quote"]), "by hand"
        )
        now = said["scope"] == "current" and said["status"] == label["ceasefire_now"]
        key = claim_id(f"{name}-1", f"ceasefire {statement.status}", start, statement.end, statement.scope, "hand")
        claims.append(CeasefireClaim(key, f"{name}-1", statement, now))
    return tuple(claims)
