"""The day in one message: what a coordinator must know of the own trainings, once a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from domain.deliveries import Doubts
from domain.localtime import day_begins, local_day, to_utc
from domain.manage import Numbers
from domain.network import Network
from domain.quiet import QuietHours
from domain.training import ON_OFFER, Training

#: When the day is summed up, local time; later than `LATEST` it is left out.
AT, LATEST = time(7, 30), time(12)
#: So far one looks for the working day before, or after.
_FAR = 14


@dataclass(frozen=True, slots=True)
class Morning:
    """What a day's message is about: what was since the last one, and comes before the next.

    `since` and `at` are the moments (UTC) of the message before and of this one; what begins
    after today and up to the day `until` is told of.
    """

    since: datetime
    at: datetime
    until: date

    def after(self, zone: ZoneInfo) -> datetime:
        """Return the moment from which on something begins that is told of as coming."""
        return day_begins(local_day(self.at, zone) + timedelta(days=1), zone)

    def ends(self, zone: ZoneInfo) -> datetime:
        """Return the moment up to which something may begin that is told of."""
        return day_begins(self.until + timedelta(days=1), zone)


def morning(now: datetime, quiet: QuietHours, zone: ZoneInfo) -> Morning | None:
    """Return the span of the message that is due now; None if none is.

    No message comes on Sundays and holidays: the one before looks over them.
    """
    day = local_day(now, zone)
    at, latest = (to_utc(datetime.combine(day, each), zone) for each in (AT, LATEST))
    if quiet.closed(day) or not at <= now < latest:
        return None
    return around(day, quiet, zone)


def around(day: date, quiet: QuietHours, zone: ZoneInfo) -> Morning:
    """Return the span of the message of a day."""
    before, after = _open(day, -1, quiet), _open(day, 1, quiet)
    since, at = (to_utc(datetime.combine(each, AT), zone) for each in (before, day))
    return Morning(since, at, after)


def _open(day: date, step: int, quiet: QuietHours) -> date:
    days = (day + timedelta(days=step * n) for n in range(1, _FAR + 1))
    return next((each for each in days if not quiet.closed(each)), day + timedelta(days=step))


@dataclass(frozen=True, slots=True)
class Today:
    """What is to be told of one office's trainings; each list in the order of their dates.

    Of those that are `short` too few registered in time. `left` are late withdrawals of
    trainings to come, by training; nobody who waits for a free seat of those in `stuck` can be
    reached. Of messages about them, `doubts` are unknown or failed.
    """

    short: Sequence[Numbers] = ()
    deadline: Sequence[Numbers] = ()
    coming: Sequence[Numbers] = ()
    left: Sequence[tuple[Numbers, int]] = ()
    stuck: Sequence[Numbers] = ()
    unclosed: Sequence[Numbers] = ()
    doubts: Doubts | None = None

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        lists = (self.short, self.deadline, self.coming, self.left, self.stuck, self.unclosed)
        return any(lists) or self.doubts is not None


def today(
    found: Iterable[Numbers],
    left: Mapping[int, int],
    doubts: Mapping[str, Doubts],
    of: Morning,
    zone: ZoneInfo,
) -> dict[str, Today]:
    """Return what is to be told, by the offices that hold the trainings.

    `left` is how many withdrew late within the span, by training; `doubts` are by office.
    """
    by_host: dict[str, list[Numbers]] = {}
    for each in sorted(found, key=lambda one: (one.training.plan.starts_at, one.training.id)):
        if each.training.status in ON_OFFER:
            for host in each.training.hosts:
                by_host.setdefault(host, []).append(each)
    hosts = sorted({*by_host, *doubts})
    told = {
        host: replace(_of(by_host.get(host, ()), left, of, zone), doubts=doubts.get(host))
        for host in hosts
    }
    return {host: each for host, each in told.items() if each}


def _of(listed: Sequence[Numbers], left: Mapping[int, int], of: Morning, zone: ZoneInfo) -> Today:
    ahead = [each for each in listed if each.training.plan.starts_at > of.at]
    short = [e for e in ahead if e.short(of.at)]
    reached = [e for e in ahead if of.since < e.training.plan.deadline_at <= of.at]
    return Today(
        short=short,
        deadline=[e for e in reached if e not in short],
        coming=[e for e in listed if _soon(e, of, zone)],
        left=[(e, left[e.training.id]) for e in ahead if left.get(e.training.id)],
        stuck=[e for e in ahead if e.away and e.away == e.waiting and _free(e)],
        unclosed=[e for e in listed if _over(e, of.at)],
    )


def _soon(each: Numbers, of: Morning, zone: ZoneInfo) -> bool:
    """Return whether it, or a session of it, begins after today, but before the next message."""
    days = (local_day(one.starts_at, zone) for one in each.training.plan.dates)
    return any(local_day(of.at, zone) < day <= of.until for day in days)


def _free(each: Numbers) -> bool:
    return each.free is None or each.free > 0


def _over(each: Numbers, at: datetime) -> bool:
    return each.training.over(at) and each.training.closed_at is None


def oldest(network: Network, at: datetime) -> datetime:
    """Return the end from which on a training that nobody closed is still told of."""
    return at - timedelta(days=network.retention.unclosed_days)


class Trainings(Protocol):
    """The trainings; one that is locked does not change until the transaction ends."""

    async def lock(self, training_id: int) -> Training | None: ...
    async def set_going_ahead(self, training_id: int) -> None: ...


async def go_ahead(trainings: Trainings, training_id: int, now: datetime) -> bool:
    """Decide that a training takes place with fewer than its minimum; False if it cannot any more.

    From then on nobody is asked what becomes of it.
    """
    training = await trainings.lock(training_id)
    if training is None or training.status not in ON_OFFER or training.running(now):
        return False
    await trainings.set_going_ahead(training_id)
    return True
