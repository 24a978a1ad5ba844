"""Looking after trainings: what can be changed, and how long shown names stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.announce_audience import Broadcast
from domain.localtime import day_begins, to_local
from domain.moveup import Running
from domain.register import free_seats
from domain.register_regret import RegretCount
from domain.training import ON_OFFER, Training


def closable_since(now: datetime, sealed: int | None, zone: ZoneInfo) -> datetime:
    """Return the start from which on a training that nobody closed stays in the list.

    The report of the year before is made in this year; what is sealed takes no numbers any more.
    `sealed` is the last sealed year.
    """
    first = max(to_local(now, zone).year - 1, (sealed or 0) + 1)
    return day_begins(date(first, 1, 1), zone)


@dataclass(frozen=True, slots=True)
class Numbers:
    """A training with the numbers of people who have a seat and who wait, and its quotas.

    Of those who wait, `away` cannot be reached. It is `unclosed` if it is over and can still be
    closed; what nobody has `known` of yet can be taken back. `regrets` are known while one may
    register. `offers` are those that run for seats that became free late. So many `approvals` are
    still to come.
    """

    training: Training
    taken: int
    waiting: int
    away: int = 0
    quotas: Mapping[str, int] = field(default_factory=dict)
    unclosed: bool = False
    known: bool = True
    announcing: Broadcast | None = None
    regrets: RegretCount | None = None
    offers: Sequence[Running] = ()
    approvals: int = 0

    @property
    def given(self) -> int:
        """How many seats are given, to people or to institutions."""
        return self.taken + self.training.block_seats

    def short(self, now: datetime) -> bool:
        """Whether too few have registered in time, and nobody has decided what becomes of it."""
        training = self.training
        minimum, deadline = training.plan.minimum, training.plan.deadline_at
        waits = training.status in ON_OFFER and deadline <= now < training.plan.starts_at
        few = minimum is not None and self.given < minimum
        return waits and few and not training.goes_ahead

    @property
    def free(self) -> int | None:
        """How many seats are free for everybody; None without a limit."""
        return free_seats(self.training, self.taken, self.waiting - self.away)


#: A channel takes a message out of a chat for two days at most; so long names stay there.
NAMES_STAY = timedelta(hours=47)
#: What is asked for when the training is over is there to be looked at now.
NAMES_LATE = timedelta(hours=1)


def names_gone_by(training: Training | None, now: datetime) -> datetime:
    """Return when names that are shown now go out of the chat: at the end of what they are for.

    That is 47 hours from now at the latest, and an hour from now where the end has come.
    """
    if training is None:
        return now + NAMES_STAY
    if training.over(now):
        return now + NAMES_LATE
    return min(training.plan.ends_at, now + NAMES_STAY)
