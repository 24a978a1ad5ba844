"""Makes up a year's programme for a network: believable, and the same for a seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

from bot.demo.year_calendar import YearCalendar
from domain.localtime import local_day, to_utc
from domain.network import Network
from domain.training import Plan, teaching_units
from domain.vocabulary import (
    COUNTY_WIDE,
    DeliveryMode,
    EventFormat,
    FormatGroup,
    Sector,
    Topic,
)
from texts.catalogue import Texts

_TRAININGS = (
    EventFormat.SEMINAR,
    EventFormat.SEMINAR,
    EventFormat.WORKSHOP,
    EventFormat.WORKSHOP,
    EventFormat.LECTURE,
    EventFormat.CASE_WORKSHOP,
    EventFormat.TRAINING_SERIES,
)
_MEETINGS = (
    EventFormat.COORDINATION_CONFERENCE,
    EventFormat.COORDINATION_CONFERENCE,
    EventFormat.NETWORK_MEETING,
    EventFormat.WORKING_GROUP,
    EventFormat.ROUND_TABLE,
    EventFormat.QUALITY_DIALOGUE,
)
_MODES = (
    DeliveryMode.IN_PERSON,
    DeliveryMode.IN_PERSON,
    DeliveryMode.IN_PERSON,
    DeliveryMode.ONLINE,
    DeliveryMode.HYBRID,
)
#: Hours at which something begins with how long it takes in minutes, by format.
_TIMES = {
    EventFormat.COORDINATION_CONFERENCE: ((9, 150), (10, 120), (13, 150)),
    EventFormat.NETWORK_MEETING: ((9, 210), (13, 180), (14, 180)),
    EventFormat.WORKING_GROUP: ((9, 120), (14, 120)),
    EventFormat.ROUND_TABLE: ((14, 120), (16, 120)),
    EventFormat.QUALITY_DIALOGUE: ((9, 180), (13, 180)),
    EventFormat.SPECIALIST_DAY: ((9, 420),),
    EventFormat.SEMINAR: ((9, 360), (9, 420), (9, 210)),
    EventFormat.WORKSHOP: ((9, 180), (9, 360), (13, 180), (14, 180)),
    EventFormat.LECTURE: ((16, 90), (17, 90), (14, 135)),
    EventFormat.CASE_WORKSHOP: ((9, 180), (14, 150)),
    EventFormat.TRAINING_SERIES: ((9, 420), (9, 360)),
    EventFormat.INFO_SESSION: ((15, 90),),
}
#: A training takes place from so large a part of its seats on.
_MINIMUM = 3
#: Seats, by format; the others have no limit.
_SEATS = {
    EventFormat.NETWORK_MEETING: (60, 70, 80),
    EventFormat.SEMINAR: (18, 20, 24, 25),
    EventFormat.WORKSHOP: (12, 16, 18, 20),
    EventFormat.LECTURE: (40, 50, 60),
    EventFormat.CASE_WORKSHOP: (10, 12, 15),
    EventFormat.TRAINING_SERIES: (16, 18, 20),
}
#: Days between two meetings of the same people; between trainings of the same title.
_APART = {
    EventFormat.NETWORK_MEETING: 60,
    EventFormat.QUALITY_DIALOGUE: 60,
    EventFormat.ROUND_TABLE: 60,
    EventFormat.WORKING_GROUP: 28,
    EventFormat.COORDINATION_CONFERENCE: 14,
}
_SAME_TITLE_APART = 14
#: Conferences that are only logged, one for each quarter; the bot does not announce them.
_LOGGED = 4
#: When the large event is held.
_CONFERENCE_MONTHS = (3, 5, 9, 11)


@dataclass(frozen=True, slots=True)
class Size:
    """How large a network's year is; `conference` are the seats of its one large event."""

    people: int
    dates: int
    conference: int | None


_SIZES = {
    "rhein-kreis-neuss": Size(250, 40, None),
    "kreis-steinfurt": Size(400, 60, 380),
}


def size_of(network: Network) -> Size:
    """Return how large the year of a network is."""
    return _SIZES.get(network.slug, Size(120, 24, None))


@dataclass(frozen=True, slots=True)
class YearProgramme:
    """A year's plans by day, the days of meetings that are only logged, and what else is free."""

    plans: tuple[Plan, ...]
    logged: tuple[date, ...]
    calendar: YearCalendar


def programme(network: Network, size: Size, year: int, chance: Random) -> YearProgramme:
    """Return the year's programme."""
    calendar = YearCalendar(year, chance)
    topics = chance.sample([t for t in Topic if t is not Topic.OTHER], 12)
    plans = []
    if size.conference:
        day = calendar.draw(EventFormat.SPECIALIST_DAY, months=_CONFERENCE_MONTHS)
        calendar.alone(day)
        plans.append(_conference(network, day, size.conference, chance))
    meetings, logged = _meetings(network, size.dates // 4, calendar, chance)
    plans += meetings
    plans.append(_training(network, EventFormat.INFO_SESSION, topics, calendar, chance))
    while len(plans) < size.dates:
        plans.append(_training(network, chance.choice(_TRAININGS), topics, calendar, chance))
    plans.sort(key=lambda plan: (plan.starts_at, plan.title))
    return YearProgramme(tuple(plans), tuple(logged), calendar)


def ahead(network: Network, size: Size, year: int, chance: Random) -> list[Plan]:
    """Return the plans that are known when the year begins: those of its first half."""
    plans = programme(network, size, year, chance).plans
    known = [p for p in plans if 2 <= local_day(p.starts_at, network.zone).month <= 6]
    return known[: size.dates // 4]


def body_of(plan: Plan) -> tuple[str, int]:
    """Return who meets (for trainings, their title) and the days until they meet again."""
    if plan.format.group is FormatGroup.EXCHANGE:
        return plan.format.value, _APART[plan.format]
    return plan.title, _SAME_TITLE_APART


def _meetings(
    network: Network, n: int, calendar: YearCalendar, chance: Random
) -> tuple[list[Plan], list[date]]:
    """Return the meetings of each body through the year, and the days of those only logged."""
    plans, logged = [], []
    for of, wanted in Counter(_MEETINGS[n % len(_MEETINGS)] for n in range(n)).items():
        extra = _LOGGED if of is EventFormat.COORDINATION_CONFERENCE else 0
        days = calendar.spread(of, wanted + extra, _APART[of])
        if extra:
            logged = _one_a_quarter(days)
        announced = [day for day in days if not (extra and day in logged)]
        plans += [_plan(network, of, Topic.COOPERATION, day, chance) for day in announced]
    return plans, logged


def _one_a_quarter(days: Sequence[date]) -> list[date]:
    """Return the first day of each quarter that has one."""
    return sorted({(day.month - 1) // 3: day for day in reversed(days)}.values())


def _training(
    network: Network,
    of: EventFormat,
    topics: Sequence[Topic],
    calendar: YearCalendar,
    chance: Random,
) -> Plan:
    topic = chance.choice(topics)
    day = calendar.draw(_title(of, topic), _SAME_TITLE_APART)
    return _plan(network, of, topic, day, chance)


def _title(of: EventFormat, topic: Topic) -> str:
    texts = Texts()
    return f"{texts.label('format', of)}: {texts.label('topic', topic)}"


def _plan(network: Network, of: EventFormat, topic: Topic, day: date, chance: Random) -> Plan:
    hour, minutes = chance.choice(_TIMES[of])
    starts = to_utc(datetime.combine(day, time(hour)), network.zone)
    ends = starts + timedelta(minutes=minutes)
    mode = chance.choice(_MODES)
    defaults, seats = network.defaults, _seats(of, chance)
    course = of.group is FormatGroup.TRAINING
    return Plan(
        title=_title(of, topic),
        topic=topic,
        format=of,
        mode=mode,
        starts_at=starts,
        ends_at=ends,
        deadline_at=starts - timedelta(days=defaults.deadline_days),
        withdraw_by=starts - timedelta(days=defaults.withdrawal_days),
        seats=seats,
        units=teaching_units(starts, ends),
        place="" if mode is DeliveryMode.ONLINE else network.county,
        reminders=defaults.reminders,
        description=_about(topic) if course else "",
        minimum=seats // _MINIMUM if course and seats else None,
    )


def _about(topic: Topic) -> str:
    texts = Texts()
    return texts.plain("story-about", topic=texts.label("topic", topic))


def quotas_of(network: Network, plan: Plan, number: int) -> dict[str, int]:
    """Return the seats kept for each office: more than half of them in every third training."""
    if plan.seats is None or plan.format.group is not FormatGroup.TRAINING or number % 3 != 1:
        return {}
    each = max(1, plan.seats * 6 // 10 // len(network.offices))
    return {office.slug: each for office in network.offices}


def blocks_of(network: Network, plan: Plan, number: int) -> dict[tuple[str, str], int]:
    """Return the seats booked for institutions that take part without Telegram."""
    if plan.format is EventFormat.NETWORK_MEETING:
        wanted = {(COUNTY_WIDE, Sector.POLICE.value): 3}
    elif plan.format.group is FormatGroup.TRAINING and plan.seats and number % 5 == 2:
        wanted = {(COUNTY_WIDE, Sector.JUSTICE.value): 2}
    else:
        wanted = {}
    return {p: n for p, n in wanted.items() if network.has_institution(p[0], Sector(p[1]))}


def _seats(of: EventFormat, chance: Random) -> int | None:
    if of is EventFormat.INFO_SESSION:
        return None
    return chance.choice(_SEATS.get(of, (15,)))


def _conference(network: Network, day: date, seats: int, chance: Random) -> Plan:
    plan = _plan(network, EventFormat.SPECIALIST_DAY, Topic.DAYCARE, day, chance)
    return replace(plan, mode=DeliveryMode.IN_PERSON, seats=seats, place=network.county)
