"""Explanations of tolls and truces as indented text for people, and as records for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from service.cli.output import moment, show_table, table, words
from service.history.explain import Explanation
from service.history.merging import Merge
from service.models import Story


def show_explanations(out: Console, title: str, explanations: Iterable[Explanation]) -> None:
    """Each with its verdict, then how it came, what counts and what does not."""
    out.print(words(title, "bold"))
    for explanation in explanations:
        out.print()
        show_explanation(out, explanation)


def show_explanation(out: Console, explanation: Explanation) -> None:
    """One explanation; nothing in it is read as markup."""
    out.print(words(explanation.subject, "bold cyan"))
    _print(out, explanation.verdict, 2)
    for head, lines in explanation.parts():
        if lines:
            _print(out, head, 2, "bold")
        for line in lines:
            _print(out, line, 4, _STYLES.get(head, ""))


_STYLES = {"Counts": "green", "Does not count": "dim"}


def show_merges(out: Console, merges: Iterable[Merge]) -> None:
    """What people merged, and what they took back."""
    for number, merge in enumerate(merges):
        if not number:
            out.print()
            out.print(words("Merged by hand", "bold cyan"))
        _print(
            out,
            f"{merge.at:%Y-%m-%d %H:%M} story {merge.story} into {merge.into}: {merge.why}",
            2,
            "dim" if merge.undone else "",
        )
        if merge.undone:
            _print(out, f"taken back {merge.undone:%Y-%m-%d %H:%M}: {merge.undone_why}", 4)


def show_stories(out: Console, title: str, stories: Sequence[Story]) -> None:
    """A row each."""
    shown = table(
        f"Stories of {title} ({len(stories)})", "id", "story", "began", "last change", "articles", right=("articles",)
    )
    for story in stories:
        shown.add_row(
            words(story.id),
            words(story.title),
            f"{story.started:%Y-%m-%d %H:%M}",
            f"{story.changed:%Y-%m-%d %H:%M}",
            str(len(story.articles)),
        )
    show_table(out, shown, "id", "story")


def merge_record(merge: Merge) -> dict[str, object]:
    """A merge for programs."""
    return {
        "story": merge.story,
        "into": merge.into,
        "why": merge.why,
        "at": moment(merge.at),
        "undone": moment(merge.undone) or None,
        "undone_why": merge.undone_why or None,
    }


def _print(out: Console, line: str, indent: int, style: str = "") -> None:
    """An indented line; on a terminal what wraps keeps the indent, in a pipe each stays one line."""
    text = words(line, style)
    out.print(Padding(text, (0, 0, 0, indent)) if out.is_terminal else Text(" " * indent).append_text(text))


def explanation_record(explanation: Explanation) -> dict[str, object]:
    """The same for programs."""
    return {
        "subject": explanation.subject,
        "verdict": explanation.verdict,
        "steps": list(explanation.steps),
        "counting": list(explanation.counting),
        "not_counting": list(explanation.not_counting),
        "not_told": list(explanation.not_told),
    }
