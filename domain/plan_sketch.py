"""A training that is not yet planned to the end: answers as people gave them, in local time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from domain.localtime import days_before_at, to_local, to_utc
from domain.network import Network, ReminderRule
from domain.plan_series import Later
from domain.session import Session, numbered
from domain.training import CoHost, Plan, has_link, has_place, with_units
from domain.vocabulary import DeliveryMode, EventFormat, Sector, Topic

#: A deadline ends with its day.
END_OF_DAY = time(23, 59)
#: A day of this millennium, and a time, as buttons have them.
_DAY, _TIME = re.compile(r"2[0-9]{7}"), re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What was answered so far; dates are local days and times, `deadline` a local moment.

    Without `end_day` it ends on its first day; `seats` None means no limit. A series has `later`
    dates beside the first one.
    """

    title: str = ""
    topic: Topic = Topic.OTHER
    format: EventFormat = EventFormat.SEMINAR
    mode: DeliveryMode = DeliveryMode.IN_PERSON
    place: str = ""
    link: str = ""
    day: date | None = None
    starts: time | None = None
    ends: time | None = None
    end_day: date | None = None
    seats: int | None = None
    deadline: datetime | None = None
    units: int = 0
    sectors: tuple[Sector, ...] = ()
    reminders: tuple[ReminderRule, ...] = ()
    accessibility: tuple[str, ...] = ()
    description: str = ""
    speakers: str = ""
    cost: str = ""
    contact: str = ""
    minimum: int | None = None
    approval: bool = False
    co_hosts: tuple[str, ...] = ()
    later: tuple[Later, ...] = ()

    def begins(self, network: Network) -> datetime | None:
        """Return the start (UTC) once day and time are known."""
        if self.day is None or self.starts is None:
            return None
        return to_utc(datetime.combine(self.day, self.starts), network.zone)

    def finishes(self, network: Network) -> datetime | None:
        """Return the end (UTC) once it is known; 00:00 is the end of the day."""
        if self.day is None or self.ends is None:
            return None
        last = self.end_day or self.day
        if self.end_day is None and self.ends == time.min:
            last += timedelta(days=1)
        return to_utc(datetime.combine(last, self.ends), network.zone)


@dataclass(frozen=True, slots=True)
class When:
    """A day and its times, as far as they were given."""

    day: date | None = None
    starts: time | None = None
    ends: time | None = None
    end_day: date | None = None

    def pack(self) -> str:
        """Return it short enough for a button."""
        parts: list[date | time | None] = [self.day, self.starts, self.ends, self.end_day]
        forms = ("%Y%m%d", "%H%M", "%H%M", "%Y%m%d")
        return "-".join(
            part.strftime(form) if part is not None else ""
            for part, form in zip(parts, forms, strict=True)
        ).rstrip("-")

    @classmethod
    def unpack(cls, text: str) -> When:
        """Return what `pack` wrote. Raises ValueError for anything else."""
        parts = [*text.split("-"), "", "", ""][:4]
        when = cls(_day(parts[0]), _time(parts[1]), _time(parts[2]), _day(parts[3]))
        if when == cls() or when.pack() != text:
            raise ValueError(f"{text!r} is no date.")
        return when


def _day(text: str) -> date | None:
    if text and not _DAY.fullmatch(text):
        raise ValueError(f"{text!r} is no day.")
    return date(int(text[:4]), int(text[4:6]), int(text[6:8])) if text else None


def _time(text: str) -> time | None:
    if text and not _TIME.fullmatch(text):
        raise ValueError(f"{text!r} is no time.")
    return time(int(text[:2]), int(text[2:4])) if text else None


def plan_of(sketch: Sketch, network: Network) -> Plan:
    """Return the plan of a sketch that lacks nothing."""
    starts_at, ends_at = sketch.begins(network), sketch.finishes(network)
    assert starts_at is not None
    assert ends_at is not None
    assert sketch.deadline is not None
    days = network.defaults.withdrawal_days
    sessions = sessions_of(sketch, network)
    plan = Plan(
        title=sketch.title,
        topic=sketch.topic,
        format=sketch.format,
        mode=sketch.mode,
        starts_at=starts_at,
        ends_at=sessions[-1].ends_at if sessions else ends_at,
        deadline_at=to_utc(sketch.deadline, network.zone),
        withdraw_by=min(starts_at, days_before_at(starts_at, days, END_OF_DAY, network.zone)),
        seats=sketch.seats,
        units=sketch.units,
        place=sketch.place,
        link=sketch.link,
        sectors=sketch.sectors,
        reminders=sketch.reminders,
        accessibility=sketch.accessibility,
        description=sketch.description,
        speakers=sketch.speakers,
        cost=sketch.cost,
        contact=sketch.contact,
        minimum=sketch.minimum,
        approval=sketch.approval,
        co_hosts=tuple(map(CoHost, sketch.co_hosts)),
        sessions=sessions,
    )
    return with_units(plan, plan.units)


def sessions_of(sketch: Sketch, network: Network) -> tuple[Session, ...]:
    """Return the dates of a series, without units; none of what is held once."""
    starts_at, ends_at = sketch.begins(network), sketch.finishes(network)
    if not sketch.later or sketch.day is None or starts_at is None or ends_at is None:
        return ()
    later = [each.moments(sketch.day, network.zone) for each in sketch.later]
    return numbered([(*each, 0) for each in [(starts_at, ends_at), *later]])


def changed_facts(part: str, sketch: Sketch, network: Network) -> dict[str, Any]:
    """Return a changed part of a sketch as facts of its plan, and what follows from it.

    How it takes place says whether it has a place and an address.
    """
    if part == "mode":
        place = sketch.place if has_place(sketch.mode) else ""
        link = sketch.link if has_link(sketch.mode) else ""
        return {"mode": sketch.mode, "place": place, "link": link}
    if part == "deadline":
        assert sketch.deadline is not None
        return {"deadline_at": to_utc(sketch.deadline, network.zone)}
    return {part: getattr(sketch, part)}


def sketch_of(plan: Plan, network: Network) -> Sketch:
    """Return the sketch that leads to a plan, for changing a part of it."""
    local = [
        (to_local(e.starts_at, network.zone), to_local(e.ends_at, network.zone)) for e in plan.dates
    ]
    start, end = local[0]
    return Sketch(
        title=plan.title,
        topic=plan.topic,
        format=plan.format,
        mode=plan.mode,
        place=plan.place,
        link=plan.link,
        day=start.date(),
        starts=start.time(),
        ends=end.time(),
        end_day=end.date(),
        seats=plan.seats,
        deadline=to_local(plan.deadline_at, network.zone),
        units=plan.units,
        sectors=plan.sectors,
        reminders=plan.reminders,
        accessibility=plan.accessibility,
        description=plan.description,
        speakers=plan.speakers,
        cost=plan.cost,
        contact=plan.contact,
        minimum=plan.minimum,
        approval=plan.approval,
        co_hosts=tuple(each.office for each in plan.co_hosts),
        later=tuple(Later.of(start.date(), *each) for each in local[1:]),
    )
