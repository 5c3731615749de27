"""Alerts on a terminal: a panel each where somebody looks, plain lines where the output is a file or a pipe."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from service.alerts.messages import Message, Quote, message_of
from service.alerts.outlet import SendResult
from service.errors import DeliveryError
from service.models import Alert, Delivery

_COLOURS = {"▲": "red", "▼": "green", "●": "yellow", "◇": "magenta", "◆": "cyan", "✓": "green"}


class AlertConsole(Console):
    """A console that reports a closed pipe instead of ending the process, as rich does by default."""

    def on_broken_pipe(self) -> None:
        raise  # noqa: PLE0704 - called while the BrokenPipeError is being handled


class TerminalDestination:
    """Prints alerts on standard output; a broken pipe is a failure like any other."""

    def __init__(self, name: str = "terminal", console: Console | None = None) -> None:
        self.name = name
        self.most = 1
        self._console = console or AlertConsole(highlight=False)

    async def send(self, deliveries: Sequence[Delivery]) -> Sequence[SendResult]:
        """One panel or one block of lines each."""
        try:
            for delivery in deliveries:
                print_alert(self._console, delivery.alert)
        except OSError as error:
            failed = DeliveryError(f"terminal {self.name!r}: cannot write: {error.strerror}")
            return [SendResult(d.id, failed) for d in deliveries]
        return [SendResult(d.id) for d in deliveries]


def print_alert(console: Console, alert: Alert) -> None:
    """Print one alert: a panel on a terminal, plain lines elsewhere."""
    message = message_of(alert)
    if console.is_terminal:
        console.print(panel(message))
        return
    for line in plain_lines(message):
        console.out(line, highlight=False)


def panel(message: Message) -> Panel:
    """The alert as a panel; every string goes in as text, so rich reads no markup in it."""
    colour = _COLOURS.get(message.sign, "white")
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column(overflow="fold")
    for name, words in _facts(message):
        facts.add_row(name, Text(words))
    parts: list[RenderableType] = [Text(f"{message.sign} {message.headline}", style=f"bold {colour}"), Text(""), facts]
    parts += [_quote_lines(quote) for quote in message.quotes]
    if message.more_quotes:
        parts.append(Text(f"  and {message.more_quotes} more", style="dim"))
    return Panel(
        Group(*parts),
        title=Text(message.conflict, style="bold"),
        title_align="left",
        subtitle=Text(f"{message.when} · {message.alert_id}", style="dim"),
        subtitle_align="right",
        border_style=colour,
        padding=(1, 2),
    )


def _facts(message: Message) -> list[tuple[str, str]]:
    """Label and words, in the order of what one asks first at night."""
    step = f"{message.before} → {message.after}" if message.before else f"{message.after} (first figure)"
    rows = [
        ("change", step),
        ("who says it", message.says),
        ("side", message.side),
        ("how sure", message.certainty),
        ("note", message.note),
        ("story", message.story),
        ("article", f"{message.article} · {message.outlet}" + (f" · {message.article_url}" if message.article_url else "")),
    ]
    return [(name, words) for name, words in rows if words]


def _quote_lines(quote: Quote) -> RenderableType:
    """The words, and below them who says so, where and when."""
    by = Text(" · ".join(part for part in (quote.claimant, quote.outlet, quote.when) if part), style="dim")
    link = [Text(quote.url, style="dim", overflow="fold")] if quote.url else []
    return Padding(Group(Text(f"“{quote.text}”", style="italic"), by, *link), (1, 0, 0, 2))


def plain_lines(message: Message) -> list[str]:
    """The alert as lines of plain text, for pipes and log files: one headline, then indented facts and quotes."""
    lines = [f"{message.sign} {message.headline}"]
    lines += [
        f"    {name}: {words}" for name, words in [("when", message.when), ("conflict", message.conflict), *_facts(message)]
    ]
    for quote in message.quotes:
        said = f"{quote.claimant}, " if quote.claimant else ""
        lines.append(f"    “{quote.text}” ({said}{quote.outlet}, {quote.when}{', ' + quote.url if quote.url else ''})")
    if message.more_quotes:
        lines.append(f"    and {message.more_quotes} more quotes")
    lines.append(f"    alert: {message.alert_id}")
    return lines
