"""What comes due without a new article: alerts that were held long enough, and the hour of a truce that was agreed."""

from __future__ import annotations

from datetime import datetime

import structlog

from service.alerts.compose import compose
from service.alerts.decide import Known, decide
from service.app import App
from service.folds import fold_on
from service.models import Alert
from service.ringing import Ringing

log = structlog.get_logger()


def come_due(app: App, now: datetime) -> tuple[Alert, ...]:
    """Let what is due at ``now`` ring; returns the alerts that go out. Idempotent: what has rung is due no longer."""
    rung: list[Alert] = []
    for conflict in app.store.held_due(now):
        with app.store.conflict_work([conflict]) as work:
            ringing = Ringing(app, work, conflict, now)
            ringing.time_over()
        rung += ringing.sent
    for state in app.store.truces_due(now):
        rung += _begin_truce(app, state.conflict, now)
    for alert in rung:
        log.info("came due", alert=alert.id, conflict=alert.conflict)
    return tuple(rung)


def _begin_truce(app: App, conflict: str, now: datetime) -> list[Alert]:
    """Let the hour of an agreed truce come in a conflict's history."""
    with app.store.conflict_work([conflict]) as work:
        announced = work.announced(conflict)
        folded = fold_on(work, conflict, now)
        ledger = folded.update.ledger()
        known = Known(ledger.changes, folded.update.standing, folded.update.story_of)
        ringing = Ringing(app, work, conflict, now)
        for change in [change for change in ledger.changes if change.series is None][-1:]:
            for decision in decide(announced, known, change.article, policy=ringing.policy):
                title = app.settings.conflict_title(conflict)
                causes = tuple(work.readings_of(conflict, [decision.change.article]).values())  # folded may begin after it
                ringing.ring(compose(decision.change, ledger, causes, conflict_title=title, created=now), decision.quiet)
    return ringing.sent
