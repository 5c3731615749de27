"""Quotes of a cleaned text found again in the text as it was given, so that offsets point into what the user has."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from service.models import CeasefireStatement, Figure, Rejected, Report

Quoted = TypeVar("Quoted", Figure, CeasefireStatement)


def into(original: str, cleaned: str, report: Report) -> Report:
    """The report with quotes and offsets of ``original``; cleaning only removes, so the n-th such words are the n-th there too.

    Where the words do not stand in the original in one piece (furniture stood between them, or the text came from a page),
    offsets stay those of the cleaned text.
    """
    if original == cleaned or not original:
        return report
    return replace(
        report,
        figures=tuple(_moved(original, cleaned, figure) for figure in report.figures),
        ceasefire=tuple(_moved(original, cleaned, statement) for statement in report.ceasefire),
        rejected=tuple(_moved_number(original, cleaned, number) for number in report.rejected),
    )


def _moved(original: str, cleaned: str, found: Quoted) -> Quoted:
    place = _place(original, cleaned, found.start, found.end)
    return found if place is None else replace(found, start=place[0], end=place[1], quote=original[place[0] : place[1]])


def _moved_number(original: str, cleaned: str, number: Rejected) -> Rejected:
    place = _place(original, cleaned, number.start, number.end)
    return number if place is None else replace(number, start=place[0], end=place[1], text=original[place[0] : place[1]])


def _place(original: str, cleaned: str, start: int, end: int) -> tuple[int, int] | None:
    """Where ``cleaned[start:end]`` stands in the original: known by the words around it, else the occurrence of the same rank."""
    for context in (60, 25, 8, 0):
        before = max(0, start - context)
        after = min(len(cleaned), end + context)
        head = _loose(cleaned[before:start])
        words = _loose(cleaned[start:end])
        tail = _loose(cleaned[end:after])
        pattern = re.compile(f"(?={head}({words}){tail})")  # looked ahead, so that places may overlap
        places = [match.span(1) for match in pattern.finditer(original)]
        if len(places) == 1:
            return places[0]
        if places:
            rank = sum(1 for match in pattern.finditer(cleaned) if match.start(1) < start)
            return places[min(rank, len(places) - 1)]
    return None


def _loose(text: str) -> str:
    """A pattern for the same words with any white space between them."""
    pieces = re.split(r"(\s+)", text)
    return "".join(r"\s+" if piece.isspace() else re.escape(piece) for piece in pieces)
