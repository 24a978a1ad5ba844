"""One line to whoever runs the bot: when trouble lasts and when it is over, and never otherwise."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.app import Bot
from bot.health import Health
from bot.judgement import looked, wrong_of
from bot.metrics import Metrics
from bot.metrics_text import written
from bot.operator import Operator
from domain.person import Person
from domain.trouble import LOOKS
from scheduler.jobs import TICKS, guarded
from scheduler.lead import OwnLead
from tests.faults.conftest import TEXT, MortalDatabase, Plant

pytestmark = pytest.mark.differs  # what was told is kept by statements of each database
OPERATOR = 909
TROUBLE = "Es stimmt etwas nicht (lag, waiting)"


@pytest.fixture
async def anna(plant: Plant) -> Person:
    plant.telegram.person(OPERATOR, "Opa <Root>")
    await plant.telegram.people[OPERATOR].says("/start")
    return await plant.member()


def watched(bot: Bot) -> Operator:
    health = Health(bot, Metrics("x"), webhook=False)
    health.telegram = None
    return Operator(bot, health, OPERATOR)


async def looks(operator: Operator, n: int = LOOKS) -> None:
    bot = operator._bot
    for _ in range(n):
        if bot.tools.leads():
            await OwnLead(bot.tools).begin()
        await operator.look()


def lines(plant: Plant) -> list[str]:
    return [str(one.text) for one in plant.sent(OPERATOR)]


async def late(plant: Plant, anna: Person) -> int:
    """Leave a message unsent for two minutes."""
    number = await plant.put("k", anna)
    plant.clock.move(timedelta(minutes=2))
    return number


async def test_nobody_is_told_that_all_is_well(plant: Plant, anna: Person) -> None:
    await looks(watched(await plant.bot()), 2 * LOOKS)

    assert lines(plant) == []


async def test_trouble_is_told_once_and_once_that_it_is_over(plant: Plant, anna: Person) -> None:
    operator = watched(bot := await plant.bot())
    await late(plant, anna)
    await looks(operator, LOOKS - 1)
    assert lines(plant) == []

    await looks(operator, 3 * LOOKS)
    (told,) = lines(plant)
    assert TROUBLE in told
    assert plant.network.name in told

    await bot.settle_down()
    await looks(operator, 2 * LOOKS)
    assert lines(plant) == [told, f"{plant.network.name}: Alles ist wieder gut."]


async def test_what_passes_by_itself_is_not_told(plant: Plant, anna: Person) -> None:
    operator = watched(bot := await plant.bot())
    await late(plant, anna)
    await looks(operator, LOOKS - 1)
    await bot.settle_down()
    await looks(operator, LOOKS)

    assert lines(plant) == []


async def test_a_line_names_nobody_and_nothing(plant: Plant, anna: Person) -> None:
    operator = watched(await plant.bot())
    await late(plant, anna)
    await looks(operator)

    (told,) = lines(plant)
    assert len(told.splitlines()) == 1
    assert not [word for word in (TEXT, "P<101>", "101", "Opa") if word in told]


async def test_another_process_tells_neither_again_nor_less(plant: Plant, anna: Person) -> None:
    operator = watched(await plant.bot())
    await late(plant, anna)
    await looks(operator)
    restarted = watched(bot := await plant.bot())
    await looks(restarted, 2 * LOOKS)
    assert len(lines(plant)) == 1

    await bot.settle_down()
    await looks(restarted)
    assert len(lines(plant)) == 2


async def test_a_database_that_is_away_is_told_too(plant: Plant, anna: Person) -> None:
    operator = watched(bot := await plant.bot())
    await looks(operator)
    assert isinstance(bot.database, MortalDatabase)
    bot.database.away = True
    await looks(operator, 2 * LOOKS)
    bot.database.away = False
    await looks(operator, 2 * LOOKS)

    first, second = lines(plant)
    assert "database" in first
    assert "wieder gut" in second


async def test_only_who_leads_tells(plant: Plant, anna: Person) -> None:
    leader, operator = await plant.bot(), watched(await plant.bot(leads=lambda: False))
    await late(plant, anna)
    await OwnLead(leader.tools).begin()
    await looks(operator)

    assert lines(plant) == []


async def test_it_judges_as_status_does(plant: Plant, anna: Person) -> None:
    operator = watched(bot := await plant.bot())
    await late(plant, anna)
    await looks(operator)
    wrong = wrong_of(await looked(bot.database, plant.clock.now()))

    assert wrong
    assert [name for name in wrong if name not in lines(plant)[0]] == []


async def test_a_retention_that_fails_is_counted(plant: Plant) -> None:
    bot = await plant.bot()
    retention = next(tick for tick in TICKS if tick.name == "retention")
    assert isinstance(bot.database, MortalDatabase)
    bot.database.away = True
    for _ in range(2):
        await guarded(bot.tools, retention)

    counted = 'netzbote_tick_failures_total{network="rhein-kreis-neuss",tick="retention"} 2.0'
    assert counted in written(bot.metrics).decode()
