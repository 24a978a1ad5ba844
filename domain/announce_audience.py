"""An announcement to many: who is meant, how long it takes, what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.delivery import State
from domain.ledger.entries import Entry, LedgerKind
from domain.localtime import local_day, to_utc
from domain.network import SMALLEST_CELL
from domain.quiet import QuietHours, next_allowed
from domain.training import Closed, Training
from domain.vocabulary import RegistrationStatus, Sector

#: The progress message shows no number yet, or one that is not true any more.
NOT_SHOWN = -1
#: An announcement that cannot wait begins, or its training's deadline passes, this soon.
URGENT = timedelta(hours=24)
#: The times of day offered for a later announcement, today and tomorrow.
OFFERED_TIMES = (time(8), time(12), time(16))
OFFERED_DAYS = 2
#: How often the progress message may change.
PROGRESS_PAUSE = timedelta(seconds=4)


class BroadcastState(StrEnum):
    """Where an announcement stands."""

    SCHEDULED = "scheduled"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"


class Among(StrEnum):
    """Whom a word about a training is for: of those registered, or who has not answered.

    Who came is known only where it was marked.
    """

    REGISTERED = "registered"
    CAME = "came"
    WAITING = "waiting"
    BOTH = "both"
    UNANSWERED = "unanswered"


_REGISTERED: Mapping[Among, tuple[RegistrationStatus, ...]] = {
    Among.REGISTERED: (RegistrationStatus.CONFIRMED,),
    Among.CAME: (RegistrationStatus.CONFIRMED,),
    Among.WAITING: (RegistrationStatus.WAITLISTED, RegistrationStatus.OFFERED),
    Among.BOTH: (
        RegistrationStatus.CONFIRMED,
        RegistrationStatus.WAITLISTED,
        RegistrationStatus.OFFERED,
    ),
}


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is meant: everybody, or those of these offices or sectors, or a topic's subscribers.

    Offices and sectors narrow each other; empty means all. `subscribers` narrows to people who
    asked for the training's topic, `among` to those registered for it. Who was told of the
    training's present date already is left out of an announcement unless `again` is set.
    """

    offices: tuple[str, ...] = ()
    sectors: tuple[Sector, ...] = ()
    subscribers: bool = False
    again: bool = False
    among: Among | None = None

    @property
    def registered(self) -> tuple[RegistrationStatus, ...]:
        """How those are registered who are meant; empty if it is for who is not."""
        return _REGISTERED.get(self.among, ()) if self.among else ()


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One announcement of a training to an audience; or a word, if it was `written`.

    A word may be of no training. `card` is the message that shows how far it is, `shown` the
    number of decided deliveries it shows (-1: none yet).
    """

    id: int
    training_id: int | None
    revision: int
    audience: Audience
    state: BroadcastState
    send_at: datetime
    created_by: int | None
    total: int = 0
    card: str | None = None
    shown: int = NOT_SHOWN
    written: bool = False

    def running(self, total: int) -> Broadcast:
        """Return the same on its way to so many."""
        return replace(self, state=BroadcastState.RUNNING, total=total)


@dataclass(frozen=True, slots=True)
class Reach:
    """How many an announcement would go to, and how many of the audience were told already."""

    people: int
    told: int


@dataclass(frozen=True, slots=True)
class Counts:
    """The deliveries of an announcement by state; `resends` is how often any went again.

    `open_unknown` are those unknown ones about which nobody has decided yet.
    """

    states: Mapping[State, int]
    resends: int = 0
    open_unknown: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """What became of an announcement, in counts only; `withdrawn` were not sent on purpose."""

    total: int
    delivered: int
    unreachable: int
    unknown: int
    failed: int
    withdrawn: int = 0

    @property
    def settled(self) -> int:
        """How many deliveries are decided, as far as they can be."""
        return self.delivered + self.unreachable + self.unknown + self.failed + self.withdrawn

    @property
    def finished(self) -> bool:
        """Whether nothing is left to send."""
        return self.settled >= self.total


def progress(total: int, states: Mapping[State, int]) -> Progress:
    """Return the counts a coordinator reads, from the number of deliveries in each state."""
    return Progress(
        total=total,
        delivered=states.get(State.SENT, 0),
        unreachable=states.get(State.UNDELIVERABLE, 0),
        unknown=states.get(State.UNKNOWN, 0),
        failed=states.get(State.FAILED, 0) + states.get(State.EXPIRED, 0),
        withdrawn=states.get(State.CANCELLED, 0),
    )


def duration(people: int, messages_per_second: float) -> timedelta:
    """Return how long an announcement takes at the set rate."""
    return timedelta(seconds=people / messages_per_second)


#: An announcement that waits for its time or goes out; it can be stopped.
ON_ITS_WAY = (BroadcastState.SCHEDULED, BroadcastState.RUNNING)


def going(announcements: Iterable[Broadcast]) -> Broadcast | None:
    """Return the first announcement that waits for its time or goes out."""
    found = [each for each in announcements if each.state in ON_ITS_WAY]
    return min(found, key=lambda each: each.send_at, default=None)


def not_announceable(training: Training, now: datetime) -> Closed | None:
    """Return why a training cannot be announced; a passed deadline is no reason."""
    reason = training.closed(now)
    return None if reason in {Closed.DEADLINE, Closed.REGISTRATION_CLOSED} else reason


class Refusal(StrEnum):
    """Why an announcement is not planned, beside what is wrong with the training itself."""

    GONE = "gone"
    TOO_LATE = "too-late"
    NOBODY = "nobody"


def urgent(training: Training, allowed: datetime) -> bool:
    """Return whether waiting until `allowed`, the end of the quiet time, would be too late.

    That is so if soon afterwards the training begins or the time to register ends.
    """
    plan = training.plan
    return min(plan.starts_at, plan.deadline_at) - allowed < URGENT


def offered_times(
    now: datetime, until: datetime, quiet: QuietHours, zone: ZoneInfo
) -> list[datetime]:
    """Return the moments (UTC) offered for later: after now, before `until`, not at quiet times."""
    today = local_day(now, zone)
    days = [today + timedelta(days=n) for n in range(OFFERED_DAYS)]
    moments = [to_utc(datetime.combine(day, at), zone) for day in days for at in OFFERED_TIMES]
    return [at for at in moments if now < at < until and next_allowed(at, quiet, zone) == at]


def start_at(now: datetime, planned: datetime, quiet: QuietHours, zone: ZoneInfo) -> datetime:
    """Return when a due announcement begins: not at a quiet time it was not planned for.

    After an outage the night may have come; only who planned it for the night gets the night.
    """
    meant = next_allowed(planned, quiet, zone) != planned
    return now if meant else next_allowed(now, quiet, zone)


def shows_institutions(unreachable: int, institutions: int) -> bool:
    """Return whether one may say from how many institutions the unreached people are.

    With fewer people, or only one institution, that would point at somebody.
    """
    return unreachable >= SMALLEST_CELL and institutions > 1


def counted(of: Broadcast) -> bool:
    """Return whether something to many is a notice of the network (D1).

    A word to those of a training belongs to holding it, and is no notice.
    """
    return not of.written or of.training_id is None


def ledger_entries(
    of: Broadcast, made: Progress, day: date, written: Mapping[LedgerKind, int]
) -> list[Entry]:
    """Return the rows still missing in the ledger; `written` are the sums of this announcement.

    What became known later, as after a resend, is a row of its own: rows never change.
    """
    sums = {
        LedgerKind.NOTICE_PUBLISHED: 1,
        LedgerKind.NOTICE_AUDIENCE: made.total,
        LedgerKind.NOTICE_DELIVERED: made.delivered,
    }
    missing = {kind: n - written.get(kind, 0) for kind, n in sums.items()}
    return [
        Entry(day, kind, n, training_id=of.training_id, notice_id=of.id)
        for kind, n in missing.items()
        if n
    ]
