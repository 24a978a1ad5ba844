"""Who has gone silently is forgotten on time, and was warned where that was possible."""

from datetime import timedelta

import pytest

from domain.training import Training
from standin.people.person import Person
from tests.chat.conftest import START, World
from tests.chat.test_privacy import registers
from tests.chat.test_privacy import training as training

DAY = timedelta(days=1)


async def members(world: World) -> int:
    async with world.bot.database.reading() as store:
        return await store.persons.count()


@pytest.mark.long
async def test_who_blocks_the_bot_is_forgotten_after_a_month_and_makes_room(
    world: World, anna: Person, bela: Person, training: Training
) -> None:
    await world.joins(anna)
    await world.joins(bela)
    await registers(anna)
    await registers(bela, "Auf die Warteliste")
    await anna.blocks()
    await world.moves(29 * DAY)

    assert await members(world) == 2

    await world.moves(DAY)

    assert await members(world) == 1

    await world.moves(timedelta(minutes=2))

    assert "Platz" in bela.last.text  # on the last day all in line are told at once
    assert "Platz annehmen" in bela.last.labels


async def test_who_comes_back_in_time_stays(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.blocks()
    await world.moves(29 * DAY)
    await anna.returns()
    await world.moves(2 * DAY)

    assert await members(world) == 1


@pytest.mark.long
async def test_a_year_of_silence_ends_with_two_warnings_and_a_farewell(
    world: World, anna: Person, outsider: Person
) -> None:
    await world.joins(anna)
    await outsider.opens()
    before = len(anna.messages)
    for day in (334, 335, 336, 344, 357, 358, 364):
        await world.moves_to(START + day * DAY)

    assert [message.text.splitlines()[2][:20] for message in anna.messages[before:]] == [
        "In 30 Tagen werden I",
        "In 7 Tagen werden Ih",
    ]
    assert await members(world) == 1

    await world.moves_to(START + 365 * DAY)

    assert anna.last.text.startswith("Sie haben diesen Bot 365 Tage nicht genutzt.")
    assert "Ihre Daten sind gelöscht." in anna.last.text
    assert await members(world) == 0
    assert len(outsider.messages) == 1


async def test_a_sign_of_life_keeps_everything(world: World, anna: Person) -> None:
    await world.joins(anna)
    await world.moves_to(START + 335 * DAY)
    await anna.taps("Zum Menü")
    await world.moves_to(START + 366 * DAY)

    assert await members(world) == 1
