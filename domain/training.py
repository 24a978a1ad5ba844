"""A training or meeting: what it is, and until when one may register or withdraw."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import accumulate, pairwise
from zoneinfo import ZoneInfo

from domain.localtime import local_day, to_local, to_utc
from domain.network import ReminderRule
from domain.session import FIRST, Session, in_order, next_of
from domain.vocabulary import DeliveryMode, EventFormat, EventStatus, Sector, Topic

SHORTEST_TITLE = 3
LONGEST_TITLE = 120
SHORTEST_PLACE = 2
LONGEST_PLACE = 160
LONGEST_LINK = 300
LONGEST_DESCRIPTION = 700
LONGEST_SPEAKERS = 200
LONGEST_COST = 100
MOST_SEATS = 2000
MINUTES_A_UNIT = 45

#: No draft, neither called off nor held: shown to those it is meant for.
ON_OFFER = (EventStatus.PUBLISHED, EventStatus.POSTPONED, EventStatus.CLOSED)


class Closed(StrEnum):
    """Why nobody can register for a training now."""

    DRAFT = "draft"
    CANCELLED = "cancelled"
    STARTED = "started"
    OVER = "over"
    DEADLINE = "deadline"
    REGISTRATION_CLOSED = "registration-closed"
    NOT_FOR_SECTOR = "not-for-sector"


@dataclass(frozen=True, slots=True)
class CoHost:
    """An office that holds a training together with its first host.

    Its coordinators read the names of registrations that came `after` this position: who
    registered before did not know of it. 0 is from the beginning.
    """

    office: str
    after: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What a coordinator decides about a training; everything but its life.

    From `release_at` on, seats that were kept for offices are free for everybody. `description`,
    `speakers` and `cost` are gone with the registrations; `contact` is the slug of an office's
    function, `minimum` the number of people below which it may not take place.
    With `approval`, whoever registers must be approved by the own office.

    A series has `sessions`, in their order: it starts with the first one and ends with the last,
    and `units` is their sum. `dropped` are those that take place no more.
    """

    title: str
    topic: Topic
    format: EventFormat
    mode: DeliveryMode
    starts_at: datetime
    ends_at: datetime
    deadline_at: datetime
    withdraw_by: datetime
    seats: int | None
    units: int
    place: str = ""
    link: str = ""
    sectors: tuple[Sector, ...] = ()
    reminders: tuple[ReminderRule, ...] = ()
    accessibility: tuple[str, ...] = ()
    release_at: datetime | None = None
    description: str = ""
    speakers: str = ""
    cost: str = ""
    contact: str = ""
    minimum: int | None = None
    approval: bool = False
    co_hosts: tuple[CoHost, ...] = ()
    sessions: tuple[Session, ...] = ()
    dropped: tuple[Session, ...] = ()

    @property
    def dates(self) -> tuple[Session, ...]:
        """Its sessions in their order; what is held once has one."""
        return self.sessions or (Session(FIRST, self.starts_at, self.ends_at, self.units),)

    @property
    def series(self) -> bool:
        """Whether it is held on several dates."""
        return len(self.sessions) > 1

    @property
    def shown(self) -> int:
        """A number below 2**31 for date, place and mode, drawn into buttons that act on them.

        It is made of the facts themselves, so no change can forget to count it up, and who saw
        the facts that are true again has seen the right ones.
        """
        facts: tuple[str | float, ...]
        facts = (self.starts_at.timestamp(), self.ends_at.timestamp(), self.place, self.mode.value)
        if self.series:
            facts += tuple(each.timestamp() for one in self.sessions for each in one.moments)
        return zlib.crc32(repr(facts).encode()) >> 1

    @property
    def offered(self) -> int:
        """The same number for who registers: also of co-hosts, who read names, and of approval."""
        if not self.co_hosts and not self.approval:
            return self.shown
        offices = sorted(each.office for each in self.co_hosts)
        facts = (self.shown, *offices, *([self.approval] if self.approval else []))
        return zlib.crc32(repr(facts).encode()) >> 1


class CancelReason(StrEnum):
    """Why a training is called off, as coarse as can be; never that somebody is ill."""

    TOO_FEW = "too-few"
    SPEAKERS = "speakers"
    PLACE = "place"
    DATE = "date"
    ORGANISATION = "organisation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class CalledOff:
    """Why a training was called off, as far as that was said, and when it is held instead."""

    reason: CancelReason | None = None
    instead_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Training:
    """A plan with a life: who hosts it first, where it stands, how often its facts changed.

    `revision` counts moves; a reminder or card of an older revision is stale. `sequence`
    counts every change people's calendars must learn of. `block_seats` are booked for
    institutions without a person, `quota_seats` kept for the people of some office each.
    `turns` counts the times its registrations were locked to be changed. It `goes_ahead` if
    somebody decided that it takes place with fewer than its minimum. `asks_first` says that after
    the withdrawal deadline nobody is given a seat without being asked.
    """

    id: int
    uid: str
    host: str
    plan: Plan
    status: EventStatus
    revision: int = 0
    sequence: int = 0
    closed_at: datetime | None = None
    block_seats: int = 0
    quota_seats: int = 0
    turns: int = 0
    called_off: CalledOff = CalledOff()
    goes_ahead: bool = False
    asks_first: bool = False

    @property
    def calendar_sequence(self) -> int:
        """The SEQUENCE of a calendar file made now: higher than that of any file made before.

        It grows with what calendars must learn of all, and with each coming and going, since
        who leaves and comes back gets a cancellation in between.
        """
        return self.sequence + self.turns

    @property
    def seats(self) -> int | None:
        """How many seats there are for people, block seats taken off; None without a limit."""
        seats = self.plan.seats
        return None if seats is None else seats - self.block_seats

    def keeping(self, now: datetime) -> bool:
        """Whether seats are kept for the people of some offices, until the release."""
        release_at = self.plan.release_at
        return self.quota_seats > 0 and release_at is not None and now < release_at

    def asks(self, now: datetime) -> bool:
        """Whether who is first in line is asked now, instead of being given a free seat."""
        return self.asks_first and now >= self.plan.withdraw_by

    @property
    def hosts(self) -> tuple[str, ...]:
        """The offices that hold it, the first host first."""
        return (self.host, *(each.office for each in self.plan.co_hosts))

    @property
    def title(self) -> str:
        """The title as the coordinator wrote it."""
        return self.plan.title

    def days(self, zone: ZoneInfo) -> tuple[date, date]:
        """Return its first and its last day, as the people there count them."""
        return local_day(self.plan.starts_at, zone), local_day(self.plan.ends_at, zone)

    def running(self, now: datetime) -> bool:
        """Whether the training has begun."""
        return now >= self.plan.starts_at

    def over(self, now: datetime) -> bool:
        """Whether the training has ended."""
        return now >= self.plan.ends_at

    def coming(self, now: datetime) -> Session:
        """Return the session that runs or comes next; the last one once it is over."""
        return next_of(self.plan.dates, now)

    def closed_for(self, sector: Sector, now: datetime) -> Closed | None:
        """Return why somebody of this sector cannot register now; None if it is open."""
        reason = self.closed(now)
        if reason is None and self.plan.sectors and sector not in self.plan.sectors:
            return Closed.NOT_FOR_SECTOR
        return reason

    def closed(self, now: datetime) -> Closed | None:
        """Return why nobody can register now; None if registration is open."""
        if self.status is EventStatus.DRAFT:
            return Closed.DRAFT
        if self.status is EventStatus.CANCELLED:
            return Closed.CANCELLED
        if self.over(now) or self.status is EventStatus.HELD:
            return Closed.OVER
        if self.running(now):
            return Closed.STARTED
        if now >= self.plan.deadline_at:
            return Closed.DEADLINE
        if self.status is EventStatus.CLOSED:
            return Closed.REGISTRATION_CLOSED
        return None


def has_place(mode: DeliveryMode) -> bool:
    """Return whether people come together somewhere."""
    return mode in {DeliveryMode.IN_PERSON, DeliveryMode.HYBRID}


def has_link(mode: DeliveryMode) -> bool:
    """Return whether people take part at an address."""
    return mode is not DeliveryMode.IN_PERSON


def teaching_units(starts_at: datetime, ends_at: datetime, break_minutes: int = 0) -> int:
    """Return whole teaching units of 45 minutes in the time between, breaks taken off."""
    minutes = (ends_at - starts_at) // timedelta(minutes=1) - break_minutes
    return max(0, minutes // MINUTES_A_UNIT)


def moved(plan: Plan, starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> Plan:
    """Return the plan on a new date; the deadlines keep their distance in days and their hour.

    What ended with the start still does.
    """
    days = local_day(starts_at, zone) - local_day(plan.starts_at, zone)

    def later(moment: datetime) -> datetime:
        if moment == plan.starts_at:
            return starts_at
        return min(to_utc(to_local(moment, zone) + days, zone), starts_at)

    return replace(
        plan,
        starts_at=starts_at,
        ends_at=ends_at,
        deadline_at=later(plan.deadline_at),
        withdraw_by=later(plan.withdraw_by),
        release_at=later(plan.release_at) if plan.release_at else None,
    )


def held_on(plan: Plan, sessions: Iterable[Session], zone: ZoneInfo) -> Plan:
    """Return the plan of a series on other dates; the deadlines follow the first one.

    Of its sessions those that are left out are dropped. The last one that is left stays known by
    its number. Raises ValueError if none is left.
    """
    left = in_order(sessions)
    if not left:
        raise ValueError("A training takes place at least once.")
    numbers = {each.number for each in left}
    before = (*plan.dates, *plan.dropped)
    return replace(
        moved(plan, left[0].starts_at, left[-1].ends_at, zone),
        sessions=left,
        dropped=tuple(each for each in before if each.number not in numbers),
        units=sum(each.units for each in left),
    )


def put_on(plan: Plan, number: int, starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> Plan:
    """Return the plan with its date, or the session of this number, on another one."""
    if not plan.sessions:
        return moved(plan, starts_at, ends_at, zone)
    one = next(each for each in plan.sessions if each.number == number)
    others = (each for each in plan.sessions if each != one)
    return held_on(plan, (*others, replace(one, starts_at=starts_at, ends_at=ends_at)), zone)


def with_units(plan: Plan, units: int) -> Plan:
    """Return the plan with other teaching units; a long session of a series has more of them."""
    weights = [max(1, teaching_units(*each.moments)) for each in plan.sessions]
    shares = shared(units, weights)
    sessions = tuple(replace(e, units=n) for e, n in zip(plan.sessions, shares, strict=True))
    return replace(plan, units=units, sessions=sessions)


def shared(whole: int, weights: Sequence[int]) -> list[int]:
    """Return whole numbers that add up to the whole, as near to the weights as can be."""
    ends = [0, *accumulate(weights)]
    at = [whole * end // ends[-1] for end in ends] if ends[-1] else ends
    return [after - before for before, after in pairwise(at)]
