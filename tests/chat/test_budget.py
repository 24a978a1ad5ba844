"""What each handler may ask of the database: found by profiling, no seconds asserted.

Who needs more than here must say why in the change that raises the number; two statements of
each are the door's: who is it, and done with this update. One more, wherever something new is
said, asks whether a dialogue is open whose question must follow.
"""

from datetime import timedelta

import pytest

from domain.channel import in_chat
from domain.delivery import Kind, Letter, Priority
from domain.message import Message
from domain.training import Training
from domain.view import View
from standin.people.person import Person
from tests.chat.budget import assert_statements
from tests.chat.conftest import World
from tests.chat.stage import coordinates
from tests.chat.test_register import opens_card, training

pytestmark = pytest.mark.differs  # how many statements it takes

__all__ = ["training"]


async def test_joining(world: World, anna: Person) -> None:
    token = await world.invite()
    with assert_statements(world.bot.database, 5):
        await anna.opens(token)
    with assert_statements(world.bot.database, 12):
        await anna.taps("Einverstanden")
    with assert_statements(world.bot.database, 8):
        await anna.taps("Ohne Namen weiter")


async def test_a_typed_name(world: World, anna: Person) -> None:
    await anna.opens(await world.invite())
    await anna.taps("Einverstanden")
    with assert_statements(world.bot.database, 10):
        await anna.says("Anna Beispiel")


async def test_looking_around(world: World, anna: Person, training: Training) -> None:
    await world.joins(anna)
    with assert_statements(world.bot.database, 4):
        await anna.says("/termine")
    with assert_statements(world.bot.database, 4):
        await anna.says("/meine")
    with assert_statements(world.bot.database, 4):
        await anna.says("/menue")
    with assert_statements(world.bot.database, 4):
        await anna.says("/hilfe")


async def test_an_outsider(world: World, outsider: Person) -> None:
    with assert_statements(world.bot.database, 4):
        await outsider.says("/termine")
    with assert_statements(world.bot.database, 4):
        await outsider.says("Guten Tag")


@pytest.mark.long
async def test_registering_and_leaving(
    world: World, anna: Person, bela: Person, training: Training
) -> None:
    await world.joins(anna)
    await world.joins(bela)
    await anna.says("/termine")
    with assert_statements(world.bot.database, 4):
        await anna.taps("1. Gespräche <führen> & verstehen")
    with assert_statements(world.bot.database, 7):
        await anna.taps("Anmelden")
    await opens_card(bela)
    with assert_statements(world.bot.database, 7):
        await bela.taps("Auf die Warteliste")
    with assert_statements(world.bot.database, 6):
        await anna.taps("Abmelden")
    # A file comes, so it is looked whether an open question must follow. What says where somebody
    # stands is drawn when it is sent, and read there.
    with assert_statements(world.bot.database, 12):
        await anna.taps("Ja, abmelden")


async def test_closing(world: World, coordinator: Person, training: Training) -> None:
    await coordinates(world, coordinator)
    await world.moves_to(training.plan.ends_at + timedelta(hours=1))
    with assert_statements(world.bot.database, 10):
        await coordinator.taps("Abschließen")
    await coordinator.says("Kaarst 3")
    with assert_statements(world.bot.database, 8):
        await coordinator.taps("Eins mehr")
    with assert_statements(world.bot.database, 8):
        await coordinator.taps("Alle gekommen")


async def put(world: World, count: int) -> None:
    """Put answers to as many chats into the outbox, of a bot that has sent before."""
    if world.telegram.sent == []:
        await world.telegram.person(99, "Erste").says("/start")
    letters = [
        Letter(
            f"test:{n}",
            Kind.ANSWER,
            world.clock.now(),
            address=in_chat(1 + n),
            message=Message("Guten Tag"),
        )
        for n in range(count)
    ]
    async with world.bot.database.transaction() as store:
        await store.deliveries.put(*letters)


async def test_sending_one(world: World) -> None:
    await put(world, 1)
    with assert_statements(world.bot.database, 8, 3, everything=True):
        await world.bot.outbox.step()
        await world.bot.outbox.idle()


async def test_sending_one_card(world: World, anna: Person, training: Training) -> None:
    """What says where somebody stands is read when it is sent: five more than a word takes."""
    await world.joins(anna)
    await opens_card(anna)
    async with world.bot.database.transaction() as store:
        facts = {"view": View.CARD.value, "replaces": anna.last.message_id}
        (person,) = (await store.persons.many([1])).values()
        now = world.clock.now()
        await store.deliveries.put(
            Letter(
                "test:card", Kind.CARD, now, person.id, training_id=training.id, facts=facts,
                priority=Priority.ANSWER,
            )
        )  # fmt: skip
    with assert_statements(world.bot.database, 13, 3, everything=True):
        await world.bot.outbox.step()
        await world.bot.outbox.idle()


async def test_sending_ten_at_once(world: World) -> None:
    await put(world, 10)
    with assert_statements(world.bot.database, 26, 4, everything=True):
        await world.bot.outbox.step()
        await world.bot.outbox.idle()


async def test_nothing_to_send(world: World) -> None:
    with assert_statements(world.bot.database, 2, 0, everything=True):
        await world.bot.outbox.step()
