"""Makes up a year's programme and people for a network: believable, and the same for a seed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

from domain.localtime import to_utc
from domain.network import Network
from domain.person import Newcomer, Place
from domain.training import Plan, teaching_units
from domain.vocabulary import (
    COUNTY_WIDE,
    DeliveryMode,
    EventFormat,
    FormatGroup,
    Role,
    Sector,
    Topic,
)
from texts.catalogue import Texts

#: How often each sector is met; what is not named is rare.
_SECTORS = {
    Sector.YOUTH_OFFICE: 14,
    Sector.INDEPENDENT_PROVIDER: 9,
    Sector.DAYCARE: 10,
    Sector.SCHOOL: 9,
    Sector.HEALTH: 4,
    Sector.COUNSELLING: 4,
    Sector.POLICE: 2,
}
#: How many of the specialists belong to a large office; the others have two parts each.
_OFFICES = {"rkn-neuss": 5, "rkn-kreis": 3, "st-kreis": 8, "st-rheine": 3}
#: Sectors that belong to the whole county.
_COUNTY = frozenset({Sector.POLICE, Sector.JUSTICE, Sector.HEALTH})
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
#: Months with events; the summer holidays and the end of the year are quiet.
_MONTHS = (1, 2, 2, 3, 3, 4, 5, 5, 6, 6, 9, 9, 9, 10, 10, 11, 11, 12)


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


def newcomers(network: Network, size: Size, chance: Random) -> list[Newcomer]:
    """Return made-up members without names; chat ids that Telegram never gives."""
    sectors = list(network.sectors)
    weights = [_SECTORS.get(sector, 1) for sector in sectors]
    offices = [office.slug for office in network.offices]
    shares = [_OFFICES.get(slug, 2) for slug in offices]
    found = []
    for number in range(size.people):
        sector = chance.choices(sectors, weights)[0]
        county = sector in _COUNTY
        office = COUNTY_WIDE if county else chance.choices(offices, shares)[0]
        found.append(Newcomer(10**12 + number, Role.SPECIALIST, Place(office, sector)))
    return found


def programme(network: Network, size: Size, year: int, chance: Random) -> list[Plan]:
    """Return the year's plans by day."""
    topics = chance.sample([t for t in Topic if t is not Topic.OTHER], 12)
    meetings = size.dates // 4
    formats = [_MEETINGS[n % len(_MEETINGS)] for n in range(meetings)]
    formats += [chance.choice(_TRAININGS) for _ in range(size.dates - meetings - 1)]
    formats.append(EventFormat.INFO_SESSION)
    plans = [_plan(network, each, chance.choice(topics), year, chance) for each in formats]
    if size.conference:
        plans[-2] = _conference(network, plans[-2], size.conference)
    return sorted(plans, key=lambda plan: (plan.starts_at, plan.title))


def ahead(network: Network, size: Size, year: int, chance: Random) -> list[Plan]:
    """Return the plans that are known when the year begins: those of its first half."""
    plans = programme(network, size, year, chance)
    return [plan for plan in plans if 2 <= plan.starts_at.month <= 6][: size.dates // 4]


def _plan(network: Network, of: EventFormat, topic: Topic, year: int, chance: Random) -> Plan:
    texts = Texts()
    topic = Topic.COOPERATION if of.group is FormatGroup.EXCHANGE else topic
    day = _day(year, chance)
    starts = to_utc(datetime.combine(day, time(chance.choice((9, 13, 14)))), network.zone)
    ends = starts + timedelta(minutes=chance.choice((90, 135, 180, 225, 360)))
    mode = chance.choice(_MODES)
    defaults = network.defaults
    return Plan(
        title=f"{texts.label('format', of)}: {texts.label('topic', topic)}",
        topic=topic,
        format=of,
        mode=mode,
        starts_at=starts,
        ends_at=ends,
        deadline_at=starts - timedelta(days=defaults.deadline_days),
        withdraw_by=starts - timedelta(days=defaults.withdrawal_days),
        seats=_seats(of, chance),
        units=teaching_units(starts, ends),
        place="" if mode is DeliveryMode.ONLINE else network.county,
        reminders=defaults.reminders,
    )


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
    if of.group is FormatGroup.EXCHANGE:
        return 60 if of is EventFormat.NETWORK_MEETING else 15
    return chance.choice((12, 16, 20, 25, 40))


def _day(year: int, chance: Random) -> date:
    """Return a Tuesday, Wednesday or Thursday in a month with events."""
    day = date(year, chance.choice(_MONTHS), chance.randint(8, 18))
    return day + timedelta(days=(1, 0, 0, 0, -1, 3, 2)[day.weekday()])


def _conference(network: Network, plan: Plan, seats: int) -> Plan:
    texts = Texts()
    topic = Topic.DAYCARE
    title = f"{texts.label('format', EventFormat.SPECIALIST_DAY)}: {texts.label('topic', topic)}"
    return replace(
        plan,
        title=title,
        topic=topic,
        format=EventFormat.SPECIALIST_DAY,
        mode=DeliveryMode.IN_PERSON,
        seats=seats,
        place=network.county,
    )
