"""The few figures that tell whether messages come through."""

from __future__ import annotations

from collections.abc import Mapping

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge
from prometheus_client.exposition import generate_latest

from domain.delivery import Kind, Outcome, Refused, State

CONTENT_TYPE = CONTENT_TYPE_LATEST


class Metrics:
    """Counts what happens in this process, and shows what the database was last found to hold."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._deliveries = Gauge(
            "netzbote_deliveries",
            "Deliveries kept, by kind and state.",
            ["kind", "state"],
            registry=self.registry,
        )
        self._unknown = self._gauge("unknown", "Deliveries whose answer was lost.")
        self._outbox_lag = self._gauge("outbox_lag_seconds", "Age of the oldest due delivery.")
        self._inbox_lag = self._gauge("inbox_lag_seconds", "Age of the oldest unhandled update.")
        self._inbox_dead = self._gauge("inbox_dead", "Updates given up after repeated failures.")
        self._aside = Gauge(
            "netzbote_set_aside",
            "Rows that could not be worked on, by table.",
            ["table"],
            registry=self.registry,
        )
        self._sends = self._counter("sends", "Requests to send a message, by outcome.", "outcome")
        self._refusals = self._counter("refusals", "Messages refused for good, by scope.", "scope")
        self._odd = Counter(
            "netzbote_webhook_not_understood",
            "Calls of the webhook, and updates, that nobody could read.",
            registry=self.registry,
        )

    def observe(self, outcome: Outcome) -> None:
        """Count what became of one request to send."""
        self._sends.labels(type(outcome).__name__.lower()).inc()
        if isinstance(outcome, Refused):
            self._refusals.labels(outcome.scope.value).inc()

    def not_understood(self, n: int = 1) -> None:
        """Count calls of the webhook that were no update, and updates nobody could read."""
        self._odd.inc(n)

    def show_outbox(
        self, counts: Mapping[tuple[Kind, State], int], doubts: int, lag: float
    ) -> None:
        """Show how many deliveries there are, and how many seconds the oldest due one waits.

        `doubts` are the unknown ones of which nobody has decided yet.
        """
        self._deliveries.clear()
        for (kind, state), count in counts.items():
            self._deliveries.labels(kind.value, state.value).set(count)
        self._unknown.set(doubts)
        self._outbox_lag.set(lag)

    def show_inbox(self, dead: int, lag: float) -> None:
        """Show how many updates were given up, and how many seconds the oldest new one waits."""
        self._inbox_dead.set(dead)
        self._inbox_lag.set(lag)

    def show_set_aside(self, counts: Mapping[str, int]) -> None:
        """Show how many rows of each table are set aside."""
        self._aside.clear()
        for table, count in counts.items():
            self._aside.labels(table).set(count)

    def text(self) -> bytes:
        """Return all figures in the format of Prometheus."""
        return generate_latest(self.registry)

    def _gauge(self, name: str, meaning: str) -> Gauge:
        return Gauge(f"netzbote_{name}", meaning, registry=self.registry)

    def _counter(self, name: str, meaning: str, label: str) -> Counter:
        return Counter(f"netzbote_{name}", meaning, [label], registry=self.registry)
