"""What is said to somebody follows from the standing: every notice, every standing, both tongues.

One world with people of each standing is enough for all cases: nothing here changes it.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from domain.channel import in_chat
from domain.delivery import Delivery, Kind, Letter, Priority, State
from domain.message import Message
from domain.network import Defaults
from domain.online import link_for
from domain.person import Newcomer, Person, Place
from domain.register import Registration
from domain.standing import Press, Stand, obstacle, stand
from domain.training import Plan, Training
from domain.vocabulary import (
    DeliveryMode,
    EventFormat,
    EventStatus,
    RegistrationStatus,
    Role,
    Sector,
    Topic,
)
from handlers import privacy, register
from handlers.context import Tools, Visit
from scheduler import views
from scheduler.desk import Desk
from scheduler.letters import Made, render
from scheduler.rendering import Dropped, Facts
from storage.database import Database
from storage.store import Store
from talk.register import AskLeave, Calendar, Details, Show
from tests.small_world import NETWORK, NOW, TEXTS
from tests.texts.documents.calendar_readers import READERS, Reading

LINK = "https://konferenz.example/raum-7"
STARTS = NOW + timedelta(days=30)
PLAN = Plan(
    title="Gespräche <führen> & verstehen",
    topic=Topic.CONVERSATION_SKILLS,
    format=EventFormat.SEMINAR,
    mode=DeliveryMode.ONLINE,
    starts_at=STARTS,
    ends_at=STARTS + timedelta(hours=3),
    deadline_at=STARTS - timedelta(days=14),
    withdraw_by=STARTS - timedelta(days=7),
    seats=3,
    units=4,
    link=LINK,
    reminders=Defaults().reminders,
)
WAS: dict[str, Any] = {
    "revision": 0,
    "stage": "one-week",
    "starts_at": (STARTS - timedelta(days=7)).isoformat(),
    "ends_at": (STARTS - timedelta(days=7, hours=-3)).isoformat(),
    "title": "Gespräche",
    "place": "",
    "link": "https://konferenz.example/alt",
}
#: What is told of a training to who is registered for it, and to whom of them.
TOLD = {
    Kind.CONFIRMATION: {Stand.SEAT, Stand.LINE},
    Kind.MOVED_UP: {Stand.SEAT},
    Kind.REMINDER: {Stand.SEAT},
    Kind.MOVED: {Stand.SEAT, Stand.LINE},
    Kind.CHANGED: {Stand.SEAT, Stand.LINE},
    Kind.CANCELLED: {Stand.SEAT, Stand.LINE},
    Kind.LINE_ENDED: {Stand.LINE},
}
#: What only somebody with a seat may ever read.
OF_A_SEAT = re.compile(
    r"Anmeldung gilt weiter|registration stays valid|Platz ist bestätigt|seat is confirmed"
    r"|aus Ihrem Kalender|from your calendar|haben einen Platz|have a seat|sind angemeldet"
    r"|are registered|Platznummer|seat number|konferenz\.example"
)
OF_A_LINE = re.compile(r"Warteliste|waiting list|ein Platz wurde nicht frei|no seat became free")


@dataclass
class World:
    """A training, and one person for each status, after the one who hosts it."""

    store: Store
    training: Training
    people: dict[RegistrationStatus | None, Person]
    own: dict[RegistrationStatus | None, Registration | None]

    def desk(self, delivery: Delivery, now: datetime) -> Desk:
        return Desk(self.store, [delivery], TEXTS, NETWORK, now)

    async def told(
        self, kind: Kind, status: RegistrationStatus, language: str, now: datetime = NOW
    ) -> Made:
        """Return what goes out to who has this status."""
        person, own = self.people[status], self.own[status]
        assert own is not None
        delivery = Delivery(
            id=1,
            kind=kind,
            person_id=person.id,
            address=person.address.name,
            priority=Priority.NOTICE,
            due_at=now,
            expires_at=None,
            state=State.SENDING,
            training_id=self.training.id,
            registration_id=own.id,
            facts=WAS,
            language=language,
        )
        return await render(self.desk(delivery, now), delivery)


@pytest.fixture
async def world(database: Database) -> AsyncIterator[World]:
    people: dict[RegistrationStatus | None, Person] = {}
    own: dict[RegistrationStatus | None, Registration | None] = {None: None}
    async with database.transaction() as store:
        training = await store.trainings.add(PLAN, "rkn-kaarst", None)
        for number, status in enumerate([None, *RegistrationStatus]):
            place = Place("rkn-neuss", Sector.YOUTH_OFFICE)
            newcomer = Newcomer(in_chat(100 + number), Role.SPECIALIST, place)
            people[status] = await store.persons.add(newcomer, NOW.date())
            if status is not None:
                person = people[status].id
                own[status] = await store.registrations.enter(
                    training.id, person, status, number, NOW
                )
        yield World(store, training, people, own)


def file_of(message: Message) -> Reading | None:
    """Return what a calendar makes of a message's file, by each of the readers the same."""
    if message.document is None:
        return None
    readings = [read(message.document.content) for read in READERS.values()]

    assert readings == [readings[0]] * len(readings)
    assert b"VTIMEZONE" not in message.document.content
    return readings[0]


async def test_every_notice_says_what_its_reader_is(world: World) -> None:
    for kind, readers in TOLD.items():
        now = PLAN.starts_at if kind is Kind.LINE_ENDED else NOW
        for status in RegistrationStatus:
            for language in ("de", "en"):
                found = await world.told(kind, status, language, now)
                where = stand(world.own[status])
                # Who is asked whether a seat suits reads that instead of a place in the line.
                asked = status is RegistrationStatus.OFFERED and kind is Kind.CONFIRMATION
                told = where in readers and not asked

                assert isinstance(found, Message) is told, (kind, status)
                if isinstance(found, Message):
                    check(found, where)


def check(message: Message, where: Stand) -> None:
    """Say what may stand in a message to somebody who stands so."""
    labels = [button.label for row in message.buttons for button in row]
    file = file_of(message)
    if where is Stand.SEAT:
        assert not OF_A_LINE.search(message.text), message.text
        assert file is None or (file.status, file.url) == ("CONFIRMED", LINK)
    else:
        assert not OF_A_SEAT.search(message.text), message.text
        assert file is None
        assert not {"Abmelden", "Withdraw"} & set(labels)


async def test_a_cancellation_takes_out_what_a_seat_put_in(world: World) -> None:
    await world.store.trainings.set_status(world.training.id, EventStatus.CANCELLED)
    for status in RegistrationStatus:
        for language in ("de", "en"):
            found = await world.told(Kind.CANCELLED, status, language)
            where = stand(world.own[status])
            if where is Stand.NEITHER:
                assert isinstance(found, Dropped)
                continue
            assert isinstance(found, Message)
            file = file_of(found)

            assert bool(re.search(r"Kalender|calendar", found.text)) is (where is Stand.SEAT)
            assert (file is not None) is (where is Stand.SEAT)
            assert file is None or (file.method, file.status) == ("CANCEL", "CANCELLED")
            assert file is None or file.uid == world.training.uid
            assert file is None or file.sequence > world.training.calendar_sequence


async def test_the_others_are_not_told_at_all(world: World) -> None:
    await world.store.trainings.set_status(world.training.id, EventStatus.CANCELLED)
    for kind in set(TOLD) - {Kind.CANCELLED}:
        for status in RegistrationStatus:
            assert isinstance(await world.told(kind, status, "de"), Dropped)


def visit_of(store: Store, person: Person, now: datetime, database: Any = None) -> Visit:
    texts = TEXTS.in_language(person.language)
    tools = Tools(database, TEXTS, NETWORK, lambda: now, lambda: "bot", str)
    return Visit(tools, store, 1, person.address, now, person, texts, person.language)


def everybody(world: World) -> Iterator[tuple[Person, Registration | None]]:
    """Yield who there is in a network, with each standing, role, office and language."""
    for status, person in world.people.items():
        if status in {RegistrationStatus.ATTENDED, RegistrationStatus.ABSENT}:
            continue  # nobody stands so before it is over
        for role in Role:
            for office in ("rkn-kaarst", "rkn-neuss"):
                for language in ("de", "en"):
                    member = replace(person, role=role, office=office, language=language)
                    yield member, world.own[status]


async def drawn(visit: Visit) -> list[Message]:
    """Return the answers of a visit as they go out: most are drawn when they are sent."""
    return [letter.message or await _drawn(visit, letter) for letter in visit.letters]


async def _drawn(visit: Visit, letter: Letter) -> Message:
    delivery = Delivery(
        id=1,
        kind=letter.kind,
        person_id=letter.person_id,
        address=visit.address.name,
        priority=letter.priority,
        due_at=letter.due_at,
        expires_at=None,
        state=State.CLAIMED,
        training_id=letter.training_id,
        facts=letter.facts,
    )
    desk = Desk(visit.store, [delivery], TEXTS, NETWORK, visit.now)
    training = await desk.training(letter.training_id)
    facts = Facts(desk, delivery, visit.texts, visit.person, training, None)
    message = await views.view(facts)
    assert isinstance(message, Message)
    return message


def contains_link(messages: list[Message]) -> bool:
    read = "".join(
        message.text + (message.document.content.decode() if message.document else "")
        for message in messages
    )
    return "konferenz.example" in read.replace("\r\n ", "")


@pytest.mark.long
async def test_the_link_goes_to_who_has_a_seat_and_to_who_hosts(world: World) -> None:
    number = world.training.id
    for person, own in everybody(world):
        may = bool(link_for(person, world.training, own))
        hosts = person.coordinates and person.office == "rkn-kaarst"

        assert may is (stand(own) is Stand.SEAT or hosts or person.role is Role.LEAD)

        details = visit_of(world.store, person, NOW)
        await register.details(details, Details(number))
        file = visit_of(world.store, person, NOW)
        await register.calendar(file, Calendar(number))

        (message,) = await drawn(file)
        assert contains_link(await drawn(details)) is may
        assert contains_link([message]) is may

        reading = file_of(message)
        assert reading is not None
        assert (reading.status == "CONFIRMED") is (stand(own) is Stand.SEAT)


async def test_the_link_stands_nowhere_else(world: World) -> None:
    for person, _ in everybody(world):
        if (person.role, person.language) == (Role.SPECIALIST, "de"):
            visit = visit_of(world.store, person, NOW)
            await register.show(visit, Show(world.training.id))
            await register.offered(visit, None)
            await register.mine(visit, None)
            await register.ask_leave(visit, AskLeave(world.training.id))
            await privacy.show_data(visit, None)

            assert visit.letters
            assert not contains_link(await drawn(visit))


@pytest.mark.parametrize("status", EventStatus)
def test_one_press_has_one_reason(status: EventStatus) -> None:
    """What can be done fits the status, the hour and the standing, and the reason is true."""
    training = Training(1, "uid", "rkn-kaarst", PLAN, status)
    hours = {
        "early": NOW,
        "late": PLAN.deadline_at,
        "begun": PLAN.starts_at,
        "over": PLAN.ends_at,
        "a year later": PLAN.ends_at + timedelta(days=365),
    }
    for hour, now in hours.items():
        for press in Press:
            for where in Stand:
                found = obstacle(press, training, where, Sector.POLICE, now)

                assert found == expected(press, where, status, hour), (press, where, hour)


def expected(press: Press, where: Stand, status: EventStatus, hour: str) -> str | None:
    """Return the reason, in the order in which people would ask for it."""
    for_all = {EventStatus.DRAFT: "draft", EventStatus.CANCELLED: "cancelled"}.get(status)
    ended = "over" if status is EventStatus.HELD or hour in {"over", "a year later"} else None
    if for_all or ended:
        return for_all or ended
    if hour == "begun":
        return "started"
    if press is not Press.REGISTER:
        return "not-in" if where is Stand.NEITHER else None
    if where is not Stand.NEITHER:
        return {Stand.SEAT: "seated", Stand.LINE: "waiting"}[where]
    if hour == "late":
        return "deadline"
    return "registration-closed" if status is EventStatus.CLOSED else None


def test_what_is_shown_is_date_place_and_mode() -> None:
    same = [
        replace(PLAN, title="Anders"),
        replace(PLAN, link=""),
        replace(PLAN, seats=None, units=9),
        replace(PLAN, starts_at=PLAN.starts_at.astimezone(UTC)),
    ]
    others = [
        replace(PLAN, starts_at=PLAN.starts_at + timedelta(minutes=1)),
        replace(PLAN, ends_at=PLAN.ends_at + timedelta(days=1)),
        replace(PLAN, place="Rathaus"),
        replace(PLAN, mode=DeliveryMode.HYBRID),
    ]

    assert {each.shown for each in same} == {PLAN.shown}
    assert len({each.shown for each in [PLAN, *others]}) == 1 + len(others)
    assert all(0 <= each.shown < 2**31 for each in others)
