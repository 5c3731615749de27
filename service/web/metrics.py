"""The store's counts in the Prometheus text format, read anew at each scrape into a registry of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from service.ports import Store
from service.web.views import feed_condition

_PREFIX = "escalation_watch_"


class StoreCollector(Collector):
    """Gauges from one look at the store; StoreError passes through."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def collect(self) -> Iterator[Metric]:
        """All metrics; seconds and Unix times, after Prometheus' naming rules."""
        yield from self._backlog()
        yield from self._feeds()
        disabled = GaugeMetricFamily(
            _PREFIX + "destination_disabled", "Destinations that are switched off.", labels=["destination"]
        )
        for name in self._store.disabled_destinations():
            disabled.add_metric([name], 1)
        yield disabled
        seen = GaugeMetricFamily(_PREFIX + "process_seen_timestamp_seconds", "Last sign of life.", labels=["process"])
        for name, at in self._store.heartbeats().items():
            seen.add_metric([name], at.timestamp())
        yield seen

    def _backlog(self) -> Iterator[Metric]:
        backlog = self._store.backlog()
        entries = GaugeMetricFamily(_PREFIX + "entries", "Feed entries by state.", labels=["state"])
        for state, count in (
            ("pending", backlog.pending), ("claimed", backlog.claimed), ("done", backlog.done), ("dead", backlog.dead),
        ):  # fmt: skip
            entries.add_metric([state], count)
        yield entries
        oldest = backlog.oldest_pending
        age = max(0.0, (self._clock() - oldest).total_seconds()) if oldest else 0.0
        yield GaugeMetricFamily(_PREFIX + "oldest_pending_seconds", "Age of the oldest waiting entry.", value=age)
        deliveries = GaugeMetricFamily(_PREFIX + "deliveries", "Deliveries that are not through, by state.", labels=["state"])
        deliveries.add_metric(["pending"], backlog.deliveries_pending)
        deliveries.add_metric(["dead"], backlog.deliveries_dead)
        yield deliveries
        yield GaugeMetricFamily(_PREFIX + "articles", "Articles kept.", value=backlog.articles)
        yield GaugeMetricFamily(_PREFIX + "claims", "Claims kept.", value=backlog.claims)

    def _feeds(self) -> Iterator[Metric]:
        states = self._store.feed_states()
        counts = Counter(feed_condition(state) for state in states)
        feeds = GaugeMetricFamily(_PREFIX + "feeds", "Feeds by condition.", labels=["condition"])
        for condition in ("good", "failing", "silent", "new"):
            feeds.add_metric([condition], counts[condition])
        yield feeds
        success = GaugeMetricFamily(_PREFIX + "feed_success_timestamp_seconds", "Last good answer of a feed.", labels=["feed"])
        for state in states:
            if state.last_success is not None:
                success.add_metric([state.feed.url], state.last_success.timestamp())
        yield success


def exposition(store: Store, clock: Callable[[], datetime]) -> bytes:
    """The text a scraper reads; StoreError where the database is away."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(StoreCollector(store, clock))
    return generate_latest(registry)
