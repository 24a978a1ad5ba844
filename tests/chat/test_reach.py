"""Who blocks the bot gets nothing and is waited for; who comes back is told again."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.channel import in_chat
from domain.delivery import State
from standin.people.person import Person
from tests.chat.conftest import World
from tests.chat.test_privacy import registers
from tests.chat.test_privacy import training as training

BERLIN = ZoneInfo("Europe/Berlin")


async def unreachable(world: World, person: Person) -> bool:
    async with world.bot.database.reading() as store:
        found = await store.persons.by_chat(in_chat(person.id))
        assert found is not None
        return found.unreachable_since is not None


async def test_who_blocks_the_bot_is_unreachable_at_once(
    world: World, anna: Person, training: object
) -> None:
    await world.joins(anna)
    await registers(anna)
    await anna.blocks()

    assert await unreachable(world, anna)

    async with world.bot.database.reading() as store:
        states = await store.deliveries.states()

    assert State.SCHEDULED not in states
    assert states[State.UNDELIVERABLE] == 2

    sent = len(world.telegram.ledger)
    await world.moves_to(datetime(2027, 3, 11, 8, 1, tzinfo=BERLIN))

    assert len(world.telegram.ledger) == sent


async def test_who_comes_back_is_reachable(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.blocks()
    await world.moves(timedelta(days=1))
    await anna.returns()

    assert not await unreachable(world, anna)

    await anna.says("/termine")

    assert "Zurzeit ist nichts im Angebot." in anna.last.text


async def test_a_stranger_who_blocks_leaves_no_trace(world: World, outsider: Person) -> None:
    await outsider.opens()
    await outsider.blocks()
    async with world.bot.database.reading() as store:
        assert await store.persons.count() == 0
        assert await store.inbox.count("dead") == 0
