"""The few figures that tell whether messages come through, as plain numbers."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from domain.delivery import Kind, Outcome, Refused, State


@dataclass(slots=True)
class Metric:
    """What is shown under one name: a number for each value of its labels, or only one."""

    meaning: str
    labels: tuple[str, ...] = ()
    #: What only ever grows, and is asked how fast.
    counts: bool = False
    numbers: dict[tuple[str, ...], float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Show at once what has no labels."""
        self.clear()

    def set(self, number: float, *of: str) -> None:
        """Show a number, of these labels."""
        self.numbers[of] = number

    def add(self, number: int, *of: str) -> None:
        """Count so many more."""
        self.numbers[of] = self.numbers.get(of, 0) + number

    def clear(self) -> None:
        """Show nothing of any label any more."""
        self.numbers = {} if self.labels else {(): 0}


class Metrics:
    """Counts what happens in this process, and shows what the database was last found to hold.

    All are of one network: one Prometheus may ask many of us.
    """

    def __init__(self, network: str) -> None:
        self.network = network
        self._deliveries = Metric("Deliveries kept, by kind and state.", ("kind", "state"))
        self._unknown = Metric("Deliveries whose answer was lost.")
        self._outbox_lag = Metric("Age of the oldest due delivery.")
        self._inbox_lag = Metric("Age of the oldest unhandled update.")
        self._inbox_dead = Metric("Updates given up after repeated failures.")
        self._aside = Metric("Rows that could not be worked on, by table.", ("table",))
        self._stale = Metric("Whether what the database holds could not be read.")
        self._leads = Metric("Whether this process handles and sends.")
        self._ready = Metric("What readiness found, by check.", ("check",))
        self._update_age = Metric("Age of the last update that was kept, or of this process.")
        self._info = Metric("Version that runs.", ("version",))
        self._webhook_failed = Metric(
            "When Telegram last could not call the webhook, as seconds since 1970, and why.",
            ("message",),
        )
        self._webhook_waiting = Metric("Updates that Telegram holds for the webhook.")
        self._missed = Metric("Beats that failed, by tick.", ("tick",), counts=True)
        self._sends = Metric("Requests to send a message, by outcome.", ("outcome",), counts=True)
        self._refusals = Metric("Messages refused for good, by scope.", ("scope",), counts=True)
        self._odd = Metric(
            "Calls of the webhook, and updates, that nobody could read.", counts=True
        )
        self._kept: datetime | None = None

    @property
    def all(self) -> Mapping[str, Metric]:
        """All figures, by the names under which they are asked for."""
        return {
            "netzbote_deliveries": self._deliveries,
            "netzbote_unknown": self._unknown,
            "netzbote_outbox_lag_seconds": self._outbox_lag,
            "netzbote_inbox_lag_seconds": self._inbox_lag,
            "netzbote_inbox_dead": self._inbox_dead,
            "netzbote_set_aside": self._aside,
            "netzbote_stale": self._stale,
            "netzbote_leads": self._leads,
            "netzbote_ready": self._ready,
            "netzbote_update_age_seconds": self._update_age,
            "netzbote_info": self._info,
            "netzbote_webhook_error_time_seconds": self._webhook_failed,
            "netzbote_webhook_waiting": self._webhook_waiting,
            "netzbote_tick_failures": self._missed,
            "netzbote_sends": self._sends,
            "netzbote_refusals": self._refusals,
            "netzbote_webhook_not_understood": self._odd,
        }

    def observe(self, outcome: Outcome) -> None:
        """Count what became of one request to send."""
        self._sends.add(1, type(outcome).__name__.lower())
        if isinstance(outcome, Refused):
            self._refusals.add(1, outcome.scope.value)

    def missed(self, tick: str) -> None:
        """Count a beat that failed."""
        self._missed.add(1, tick)

    def expect(self, ticks: Iterable[str]) -> None:
        """Show that none of these has failed yet: what begins with one would rise from nowhere."""
        for tick in ticks:
            self._missed.add(0, tick)

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
        self._info.set(1, version)

    def show_webhook(self, failed: datetime | None, message: str, waiting: int) -> None:
        """Show when and why Telegram last could not call us, and how many updates wait there."""
        self._webhook_failed.clear()
        if failed is not None:
            self._webhook_failed.set(failed.timestamp(), message)
        self._webhook_waiting.set(waiting)

    def show_ready(self, check: str, *, well: bool) -> None:
        """Show what readiness found."""
        self._ready.set(well, check)

    def show_stale(self) -> None:
        """Show no figures of the database rather than old ones, and that it is so."""
        self._stale.set(1)
        self._deliveries.clear()
        self._aside.clear()
        for each in (self._unknown, self._outbox_lag, self._inbox_lag, self._inbox_dead):
            each.set(math.nan)

    def not_understood(self, n: int = 1) -> None:
        """Count calls of the webhook that were no update, and updates nobody could read."""
        self._odd.add(n)

    def show_outbox(
        self, counts: Mapping[tuple[Kind, State], int], doubts: int, lag: float
    ) -> None:
        """Show how many deliveries there are, and how many seconds the oldest due one waits.

        `doubts` are the unknown ones of which nobody has decided yet.
        """
        self._stale.set(0)
        self._deliveries.clear()
        for (kind, state), count in counts.items():
            self._deliveries.set(count, kind.value, state.value)
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
            self._aside.set(count, table)
