"""A year of exchange between institutions, and of the needs that specialists report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from bot.demo.year_calendar import workdays
from bot.demo.year_people import share_of
from bot.demo.year_scene import YearScene
from domain.exchange import (
    Contact,
    ContactFormat,
    ContactLength,
    Party,
    count_noted,
    need,
    partners,
    party_of,
)
from domain.person import Person
from domain.vocabulary import COUNTY_WIDE, Sector, Topic
from storage.store import Store

#: How often exchange is noted and needs are reported, from January to December.
_MONTHS = (8, 10, 11, 9, 10, 9, 4, 3, 11, 9, 12, 7)
#: With whom a youth office speaks; the other sectors are rare, other offices too.
_OF_OFFICES = {
    Sector.SCHOOL: 22,
    Sector.HEALTH: 12,
    Sector.POLICE: 10,
    Sector.DAYCARE: 9,
    Sector.INDEPENDENT_PROVIDER: 7,
    Sector.COUNSELLING: 4,
    Sector.JUSTICE: 3,
}
_OTHER_OFFICE = 1.2
_RARE = 0.25
#: With whom all others speak: above all with the youth office of their district.
_OWN_OFFICE = 20
_OF_SECTORS = {Sector.SCHOOL: 1.5, Sector.HEALTH: 1, Sector.COUNSELLING: 1, Sector.DAYCARE: 0.5}
_TOPICS = {
    Topic.RISK_ASSESSMENT: 20,
    Topic.PROCEDURES: 13,
    Topic.NEGLECT: 10,
    Topic.DOMESTIC_VIOLENCE: 6,
    Topic.ISEF_ROLE: 5,
    Topic.COOPERATION: 4,
    Topic.PARENTAL_ADDICTION: 3,
    Topic.DATA_PROTECTION: 2.5,
}
#: What one speaks about with somebody of a sector besides.
_THEIRS = {
    Sector.SCHOOL: (Topic.SCHOOL, 18),
    Sector.DAYCARE: (Topic.DAYCARE, 20),
    Sector.HEALTH: (Topic.MEDICAL_PROTECTION, 16),
    Sector.POLICE: (Topic.DOMESTIC_VIOLENCE, 20),
}
_FORMATS = {
    ContactFormat.PHONE: 10,
    ContactFormat.WRITING: 5,
    ContactFormat.MEETING: 4,
    ContactFormat.VIDEO: 2,
    ContactFormat.EVENT: 1.5,
}
_LENGTHS = {ContactLength.SHORT: 6, ContactLength.MEDIUM: 3, ContactLength.LONG: 1}
#: Who works in a youth office notes more than others.
_OFTEN = 2.5
#: Contacts and needs by member of the network, from and to.
_CONTACTS, _NEEDS = (1.75, 2.35), (0.22, 0.34)
_NEED_WEIGHTS = (13, 11, 8, 6, 5, 3, 2, 2, 1)


async def contacts(scene: YearScene, store: Store) -> None:
    """Note exchange through the year, and fold it after the last night."""
    chance, people = scene.chance, scene.people
    eager = [_OFTEN if each.sector is Sector.YOUTH_OFFICE else 1 for each in people]
    for day in _days(scene, _CONTACTS):
        person = chance.choices(people, eager)[0]
        contact = _contact(scene, person)
        await store.exchange.note(person.id, contact, datetime.combine(day, time(10), tzinfo=UTC))
        facts = {"topic": contact.topic, "format": contact.format, "length": contact.length}
        pair = [contact.own.key, contact.partner.key]
        scene.tell("contact", day=day.isoformat(), pair=pair, **facts)
    ends = datetime(scene.year + 1, 1, 1, 4, tzinfo=UTC)
    await count_noted(store, ends, scene.network.zone)


async def needs(scene: YearScene, store: Store) -> None:
    """Report what people would like to learn."""
    chance = scene.chance
    topics = chance.sample([topic for topic in Topic if topic is not Topic.OTHER], 9)
    for day in _days(scene, _NEEDS):
        topic = chance.choices(topics, _NEED_WEIGHTS)[0]
        sector = chance.choice(scene.people).sector
        await store.exchange.add(need(day, topic, sector))
        scene.tell("need", day=day.isoformat(), topic=topic.value, sector=sector.value)


def _days(scene: YearScene, each: tuple[float, float]) -> Sequence[date]:
    """Return a day for all that people do so often each, in order."""
    n = round(len(scene.people) * scene.chance.uniform(*each))
    days = workdays(scene.year)[2:-5]  # offices are empty around New Year
    return sorted(scene.chance.choices(days, [_MONTHS[day.month - 1] for day in days], k=n))


def _contact(scene: YearScene, person: Person) -> Contact:
    own = party_of(person.office, person.sector)
    others = [party for party in partners(own, scene.network) if party != own]
    weights = [_closeness(own, person, other) for other in others]
    partner = scene.chance.choices(others, weights)[0]
    topics = dict(_TOPICS)
    for party in (own, partner):
        if party.kind == "sector" and Sector(party.slug) in _THEIRS:
            topic, weight = _THEIRS[Sector(party.slug)]
            topics[topic] = topics.get(topic, 0) + weight
    return Contact(
        own,
        partner,
        scene.chance.choices(list(topics), list(topics.values()))[0],
        scene.chance.choices(list(_FORMATS), list(_FORMATS.values()))[0],
        scene.chance.choices(list(_LENGTHS), list(_LENGTHS.values()))[0],
    )


def _closeness(own: Party, person: Person, other: Party) -> float:
    """Return how often somebody speaks with an institution."""
    if own.kind == "office":
        if other.kind == "office":
            return _OTHER_OFFICE
        return _OF_OFFICES.get(Sector(other.slug), _RARE)
    if other.kind == "sector":
        return _OF_SECTORS.get(Sector(other.slug), _RARE / 4)
    if person.office == COUNTY_WIDE:
        return share_of(other.slug) * 2
    return _OWN_OFFICE if other.slug == person.office else 1
