"""The few figures that tell whether messages come through."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Metric
from prometheus_client.exposition import generate_latest

from domain.delivery import Kind, Outcome, Refused, State

CONTENT_TYPE = CONTENT_TYPE_LATEST


@dataclass(frozen=True, slots=True)
class _OfNetwork:
    """All figures of a registry, each with its network: one Prometheus may ask many of us."""

    registry: CollectorRegistry
    network: str

    def collect(self) -> Iterator[Metric]:
        for metric in self.registry.collect():
            metric.samples = [
                sample._replace(labels={"network": self.network, **sample.labels})
                for sample in metric.samples
            ]
            yield metric


class Metrics:
    """Counts what happens in this process, and shows what the database was last found to hold."""

    def __init__(self, network: str) -> None:
        self.registry = CollectorRegistry()
        self._network = network
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
        self._stale = self._gauge("stale", "Whether what the database holds could not be read.")
        self._leads = self._gauge("leads", "Whether this process handles and sends.")
        self._ready = Gauge(
            "netzbote_ready",
            "What readiness found, by check.",
            ["check"],
            registry=self.registry,
        )
        self._update_age = self._gauge(
            "update_age_seconds", "Age of the last update that was kept, or of this process."
        )
        self._info = Gauge(
            "netzbote_info",
            "Version that runs.",
            ["version"],
            registry=self.registry,
        )
        self._webhook_failed = Gauge(
            "netzbote_webhook_error_time_seconds",
            "When Telegram last could not call the webhook, as seconds since 1970, and why.",
            ["message"],
            registry=self.registry,
        )
        self._webhook_waiting = self._gauge(
            "webhook_waiting", "Updates that Telegram holds for the webhook."
        )
        self._missed = self._counter("tick_failures", "Beats that failed, by tick.", "tick")
        self._kept: datetime | None = None
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

    def missed(self, tick: str) -> None:
        """Count a beat that failed."""
        self._missed.labels(tick).inc()

    def expect(self, ticks: Iterable[str]) -> None:
        """Show that none of these has failed yet: what begins with one would rise from nowhere."""
        for tick in ticks:
            self._missed.labels(tick)

    def kept(self, now: datetime) -> None:
        """Note that updates were kept."""
        self._kept = now

    def show_process(self, *, leads: bool, now: datetime) -> None:
        """Show what this process knows of itself; nobody has to answer for it."""
        self._kept = self._kept or now
        self._leads.set(leads)
        self._update_age.set(max(0.0, (now - self._kept).total_seconds()))

    def show_info(self, version: str) -> None:
        """Show which version runs."""
        self._info.labels(version).set(1)

    def show_webhook(self, failed: datetime | None, message: str, waiting: int) -> None:
        """Show when and why Telegram last could not call us, and how many updates wait there."""
        self._webhook_failed.clear()
        if failed is not None:
            self._webhook_failed.labels(message).set(failed.timestamp())
        self._webhook_waiting.set(waiting)

    def show_ready(self, check: str, *, well: bool) -> None:
        """Show what readiness found."""
        self._ready.labels(check).set(well)

    def show_stale(self) -> None:
        """Show no figures of the database rather than old ones, and that it is so."""
        self._stale.set(1)
        self._deliveries.clear()
        self._aside.clear()
        for gauge in (self._unknown, self._outbox_lag, self._inbox_lag, self._inbox_dead):
            gauge.set(math.nan)

    def not_understood(self, n: int = 1) -> None:
        """Count calls of the webhook that were no update, and updates nobody could read."""
        self._odd.inc(n)

    def show_outbox(
        self, counts: Mapping[tuple[Kind, State], int], doubts: int, lag: float
    ) -> None:
        """Show how many deliveries there are, and how many seconds the oldest due one waits.

        `doubts` are the unknown ones of which nobody has decided yet.
        """
        self._stale.set(0)
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
        return generate_latest(_OfNetwork(self.registry, self._network))

    def _gauge(self, name: str, meaning: str) -> Gauge:
        return Gauge(f"netzbote_{name}", meaning, registry=self.registry)

    def _counter(self, name: str, meaning: str, label: str) -> Counter:
        return Counter(f"netzbote_{name}", meaning, [label], registry=self.registry)
