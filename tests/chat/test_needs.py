"""Needs: a topic picked is counted by week, once a week, and by no person."""

from datetime import date, datetime

import sqlalchemy as sa

from domain.exchange import Counted, Series
from standin.people.person import Person
from tests.chat.conftest import World
from tests.chat.stage import BERLIN

MONDAY = date(2027, 2, 8)
NEXT_WEEK = datetime(2027, 2, 16, 9, 0, tzinfo=BERLIN)


async def counters(world: World) -> list[Counted]:
    async with world.bot.database.reading() as store:
        return await store.exchange.counted(date(2027, 1, 1), date(2027, 12, 31))


async def test_a_need_is_counted_by_topic_and_by_sector(
    world: World, anna: Person, bela: Person, outsider: Person
) -> None:
    await world.joins(anna)
    await world.joins(bela, office="rkn-neuss")
    for person in (anna, bela):
        await person.says("/bedarf")
        await person.taps("Vernachlässigung")

    assert anna.last.text == "Danke, Ihr Bedarf ist gezählt.\n\nThema: Vernachlässigung"
    assert await counters(world) == [
        Counted(MONDAY, Series.NEED_SECTOR, "youth-office", 2),
        Counted(MONDAY, Series.NEED_TOPIC, "neglect", 2),
    ]

    await outsider.says("/bedarf")

    assert "Netzwerk ist geschlossen" in outsider.last.text


async def test_a_topic_counts_once_a_week(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.says("/bedarf")
    world.telegram.settled = None
    await anna.taps("Vernachlässigung")
    await anna.taps("Vernachlässigung")
    world.telegram.settled = world.pressed
    await world.settled()
    await anna.says("/bedarf")
    await anna.taps("Vernachlässigung")

    assert anna.toast == "Dieses Thema ist für diese Woche schon gezählt."
    assert [each.n for each in await counters(world)] == [1, 1]

    await anna.taps("Weitere Themen")
    await anna.taps("Sexualisierte Gewalt")

    assert [each.n for each in await counters(world)] == [2, 1, 1]

    await world.moves_to(NEXT_WEEK)
    await anna.says("/bedarf")
    await anna.taps("Vernachlässigung")

    assert len(await counters(world)) == 5


async def test_nothing_kept_says_who_needs_what(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.says("/bedarf")
    await anna.taps("Vernachlässigung")
    async with world.bot.database.engine.connect() as connection:
        rows = (await connection.execute(sa.text("SELECT * FROM delivery"))).all()

    assert rows
    assert not any("neglect" in str(row) or "Vernachl" in str(row) for row in rows)
