"""The chat of somebody who is erased is tidied up, whatever happens on the way."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.app import Bot
from domain.delivery import Kind, Letter
from domain.message import Message
from domain.person import Person as Member
from domain.privacy import MOST_REMOVED
from standin.people.person import Person
from tests.faults.conftest import LEASE, Plant, dies

pytestmark = pytest.mark.differs  # what waits, and who takes it over

GONE = "Ihre Daten sind gelöscht.\n\nNachrichten, die älter als 48 Stunden"
SOME_LEFT = "Ihre Daten sind gelöscht.\n\nDer Bot konnte nicht alle"
MANY = MOST_REMOVED + 7


async def written(plant: Plant, bot: Bot, to: Member, count: int) -> None:
    """Let the bot have written so many messages to somebody."""
    now = plant.clock.now()
    letters = [
        Letter(f"{now}:{n}", Kind.REMINDER, now, person_id=to.id, message=Message(f"Nr. {n}"))
        for n in range(count)
    ]
    async with plant.store() as store:
        await store.deliveries.put(*letters)
    await bot.settle_down()


async def erases(plant: Plant, bot: Bot, phone: Person) -> None:
    """Let somebody erase everything; the bot takes it in and handles it, and sends nothing yet."""
    await phone.says("/loeschen")
    await bot.accept(plant.telegram.take_updates())
    await bot.settle_down()
    await phone.taps("Ja, alles löschen")
    await bot.accept(plant.telegram.take_updates())
    await bot.inbox.drain()


def removed(plant: Plant) -> list[list[int]]:
    """Return what Telegram was asked to delete, call by call."""
    calls = [call for call in plant.telegram.calls if call.method == "deleteMessages"]
    return [
        sorted(map(int, call.parameters["message_ids"].strip("[]").split(","))) for call in calls
    ]


@pytest.mark.long
async def test_it_goes_on_after_a_halt_a_restart_and_a_lost_answer(plant: Plant) -> None:
    first = await plant.bot()
    anna, bela = await plant.member(101), await plant.member(102)
    phone = plant.telegram.people[101]
    await written(plant, first, bela, 1)
    await written(plant, first, anna, MANY)
    await erases(plant, first, phone)
    plant.telegram.fault("deleteMessages", "code", 1, code=429, retry_after=100)
    while not removed(plant):
        await first.outbox.step()
        await first.outbox.idle()

    assert phone.last.text.endswith(
        "Der Bot entfernt jetzt seine Nachrichten der letzten 48 Stunden aus diesem Chat."
    )

    plant.clock.move(timedelta(seconds=101))
    await dies(await plant.bot("after_accept_before_commit"))
    third = await plant.bot()
    for _ in range(4):
        await plant.passes(third, LEASE)

    assert [message.text[: len(GONE)] for message in phone.messages] == [GONE]
    assert sorted(len(ids) for ids in removed(plant)) == [7, *[MOST_REMOVED] * 3]
    assert len(plant.telegram.people[102].messages) == 1


async def test_what_cannot_be_removed_is_said(plant: Plant) -> None:
    bot = await plant.bot()
    anna, phone = await plant.member(), plant.telegram.people[101]
    await written(plant, bot, anna, 3)
    refused = {"code": 400, "description": "Bad Request: message can't be deleted for everyone"}
    plant.telegram.fault("deleteMessages", "code", 1, **refused)
    plant.telegram.fault("deleteMessage", "code", 1, **refused)
    await erases(plant, bot, phone)
    await bot.settle_down()

    assert [message.text[:5] for message in phone.messages[:-1]] == ["Nr. 0"]
    assert phone.last.text.startswith(SOME_LEFT)


async def test_what_is_older_than_two_days_is_left_alone(plant: Plant) -> None:
    bot = await plant.bot()
    anna, phone = await plant.member(), plant.telegram.people[101]
    await written(plant, bot, anna, 1)
    await plant.passes(bot, timedelta(hours=47))
    await written(plant, bot, anna, 2)
    await plant.passes(bot, timedelta(hours=2))
    await erases(plant, bot, phone)
    await bot.settle_down()

    assert [message.text[:5] for message in phone.messages[:-1]] == ["Nr. 0"]
    assert phone.last.text.startswith(GONE)
    assert [len(ids) for ids in removed(plant)] == [2]
