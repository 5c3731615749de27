"""From decisions to the outbox: what rings goes out after its window, a lone unrated jump is held, the rest stays quiet with its reason.

decide -> ring ┬> outbox, due after the window or the quiet hours
               ├> held until a second origin says so or the time is over (alerts.holding)
               └> quiet, with the reason
the next article's changes -> settle -> what was held rings or is overtaken
the clock -> time_over -> what was held rings alone, or is overtaken
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from service.alerts import holding
from service.alerts.hours import goes_out
from service.alerts.neighbours import LOOKED_AT, told_next_door
from service.app import App
from service.folds import best_now
from service.models import Alert, Change
from service.ports import ConflictWork
from service.settings import Policy

_NEVER = datetime(9999, 12, 31, tzinfo=UTC)


@dataclass(slots=True)
class Ringing:
    """One conflict's way into the outbox within one transaction; ``sent`` and ``quiet`` collect what became of each alert.

    With ``deliver`` off (a backfill) nothing goes out. ``hold`` is off for outlets whose trust nobody has set, as in archives.
    """

    app: App
    work: ConflictWork
    conflict: str
    now: datetime
    deliver: bool = True
    hold: bool = True
    sent: list[Alert] = field(default_factory=list)
    quiet: list[tuple[Alert, str]] = field(default_factory=list)

    @property
    def policy(self) -> Policy:
        """The conflict's policy."""
        return self.app.settings.policy_for(self.conflict)

    def ring(self, alert: Alert, quiet: str) -> None:
        """Put an alert into the outbox, or hold it; ``quiet`` is why the policy keeps it quiet, empty where it does not."""
        why = quiet or self._kept_quiet(alert.change) or told_next_door(alert, self.work.rang_lately(LOOKED_AT))
        wait = 0.0 if why or not self.hold else holding.held_for(alert.change, self.policy)
        if wait:
            until = holding.until(self.now, wait)
            why = holding.words(until)
            self.work.hold_alert(alert, until=until or _NEVER, why=why)
            self.quiet.append((alert, why))
            return
        self._record(alert, why)

    def settle(self, changes: Sequence[Change]) -> None:
        """Let held alerts ring or go by what the newest article changed."""
        held = [alert for alert, _ in self.work.held(self.conflict)]
        for settled in holding.settle(held, changes) if held else ():
            self._settle(settled)

    def time_over(self) -> None:
        """Let held alerts whose time is over ring where they still stand."""
        for alert, until in self.work.held(self.conflict):
            if until <= self.now:
                now = best_now(self.work, alert.change.series, self.now) if alert.change.series else None
                self._settle(holding.overdue(alert, stands=now is not None and now == alert.change.after))

    def _settle(self, settled: holding.Settled) -> None:
        self.work.settle_alert(settled.alert.id, quiet=settled.quiet)
        if settled.rings is not None:
            self._record(replace(settled.alert, change=settled.rings, created=self.now), "")

    def _record(self, alert: Alert, why: str) -> None:
        names = [destination.name for destination in self.app.settings.destinations_for(self.conflict)]
        due = goes_out(alert.change, self.now, self.policy)
        self.work.add_alert(alert, destinations=names, available_at=due, quiet=why)
        if why:
            self.quiet.append((alert, why))
        else:
            self.sent.append(alert)

    def _kept_quiet(self, change: Change) -> str:
        """Why the outbox records a change without sending it, or nothing."""
        if not self.deliver:
            return "came in with a backfill"
        oldest, age = self.policy.max_age, (self.now - change.at).total_seconds()
        if oldest and age > oldest:
            return f"published {age / 3600:.0f} hours before it arrived; the policy's max_age is {oldest / 3600:.0f}"
        return ""
