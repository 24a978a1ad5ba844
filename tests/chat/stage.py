"""What several chat stories share: a training, buttons handed out, many members at once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from domain.announce_back import WINDOW
from domain.channel import in_chat
from domain.delivery import Kind, Letter, Priority
from domain.message import Button, Message
from domain.network import Defaults
from domain.person import Newcomer, Place
from domain.training import Plan, Training
from domain.vocabulary import DeliveryMode, EventFormat, EventStatus, Role, Sector, Topic
from standin.people.person import Person
from standin.world.chats import Standing
from talk.action import Action
from tests.chat.conftest import World

BERLIN = ZoneInfo("Europe/Berlin")
TITLE = "Gespräche <führen> & verstehen"
STARTS = datetime(2027, 3, 12, 9, 0, tzinfo=BERLIN)


def plan(starts: datetime = STARTS, **changed: Any) -> Plan:
    """Return a training with ten seats, by default on Friday, 12 March 2027."""
    values: dict[str, Any] = {
        "title": TITLE,
        "topic": Topic.CONVERSATION_SKILLS,
        "format": EventFormat.SEMINAR,
        "mode": DeliveryMode.IN_PERSON,
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=3, minutes=30),
        "deadline_at": starts - timedelta(days=14),
        "withdraw_by": starts - timedelta(days=7),
        "seats": 10,
        "units": 4,
        "place": "Rathaus Büttgen, Saal 2",
        "reminders": Defaults().reminders,
    }
    return Plan(**{**values, **changed})


async def planned(world: World, made: Plan | None = None, host: str = "rkn-kaarst") -> Training:
    """Keep a published training."""
    async with world.bot.database.transaction() as store:
        return await store.trainings.add(made or plan(), host, None, EventStatus.PUBLISHED)


async def hand(world: World, person: Person, label: str, action: Action) -> None:
    """Give somebody a button, as if a card of another feature had it."""
    message = Message("Bitte wählen:", ((Button(label, action.pack()),),))
    async with world.bot.database.transaction() as store:
        letter = Letter(
            key=f"hand:{len(world.telegram.ledger)}:{person.id}",
            kind=Kind.ANSWER,
            due_at=world.clock.now(),
            address=in_chat(person.id),
            priority=Priority.ANSWER,
            message=message,
        )
        await store.deliveries.put(letter)
    await world.settled()


async def coordinates(
    world: World, person: Person, office: str = "rkn-kaarst", role: Role = Role.COORDINATOR
) -> Person:
    """Let a coordinator come in."""
    return await world.joins(person, role, office)


async def sends(world: World, person: Person, label: str = "Jetzt senden") -> None:
    """Let somebody send to many at once, and the minute pass in which it can be taken back."""
    await person.taps(label)
    await world.moves(WINDOW)


async def crowd(
    world: World, n: int, office: str = "rkn-neuss", first: int = 10_000
) -> list[Person]:
    """Let many members be there at once, without playing how each came in."""
    people = [world.telegram.person(first + i, f"Ü<{i}>") for i in range(n)]
    for person in people:
        person.chat.standing = Standing.MEMBER
    async with world.bot.database.transaction() as store:
        for person in people:
            place = Place(office, Sector.YOUTH_OFFICE)
            newcomer = Newcomer(in_chat(person.id), Role.SPECIALIST, place)
            await store.persons.add(newcomer, world.clock.now().date())
    return people


async def ledger(world: World) -> dict[str, int]:
    """Return the sums of the ledger's totals by kind."""
    async with world.bot.database.reading() as store:
        rows = await store.ledger.between(
            STARTS.date().replace(month=1, day=1), STARTS.date().replace(month=12)
        )
    sums: dict[str, int] = {}
    for row in rows:
        if row.office is None and row.sector is None:
            sums[row.kind.value] = sums.get(row.kind.value, 0) + row.n
    return sums
