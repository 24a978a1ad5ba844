"""On each day there is exactly what the page of periods says: kept until then, gone after it."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from standin.people.person import Person
from storage.tables import metadata
from tests.chat.conftest import World, coordinator, flood, outsider, world
from tests.chat.stage import coordinates
from tests.folder.test_generated import limits, spans
from tests.scheduler.test_retention import alive, litter

__all__ = ["coordinator", "flood", "outsider", "world"]

DAY = timedelta(days=1)
#: Which row of the page ends what was left in a table today, though its people stay.
ENDED_BY = {
    "access_request": "domain.access.WAITS",
    "place_change": "domain.privacy_place.WAITS",
    "second": "domain.second.WAITS",
    "draft": "scheduler.retention.DRAFTS",
    "report_request": "scheduler.retention.REPORTS",
    "inbox_update": "scheduler.retention.INBOX",
    "set_aside": "scheduler.retention.ASIDE",
    "deed": "actions_days",
}
#: And what ends the registrations of what is called off.
CANCELLED = "unclosed_days"


def periods() -> dict[str, timedelta]:
    """Return each period as the page says it."""
    return {name: spans(said)[0] for said, name in limits()}


async def first_row(world: World, name: str) -> int | None:
    """Return a number of the oldest row of a table, or how many there are where it has none."""
    table = metadata.tables[name]
    what = sa.func.min(table.c.id) if "id" in table.c else sa.func.nullif(sa.func.count(), 0)
    async with world.bot.database.engine.connect() as connection:
        number: int | None = await connection.scalar(sa.select(what).select_from(table))
        return number


async def of_the_cancelled(world: World) -> int:
    """Return how many registrations of what was called off are there."""
    training, own = metadata.tables["training"], metadata.tables["registration"]
    count = sa.select(sa.func.count()).select_from(own.join(training))
    async with world.bot.database.engine.connect() as connection:
        return await connection.scalar(count.where(training.c.cancelled_at.is_not(None))) or 0


@pytest.mark.wide
async def test_each_period_of_the_page_is_what_the_clock_shows(
    world: World, coordinator: Person, outsider: Person
) -> None:
    await coordinates(world, coordinator)
    await coordinator.says("/neu")
    await coordinator.says("Titel einer angefangenen Fortbildung")
    await litter(world)
    begun, kept = world.clock.now(), periods()
    first = {name: await first_row(world, name) for name in ENDED_BY}
    assert all(first.values())
    assert await of_the_cancelled(world)

    ends = {kept[name] for name in (*ENDED_BY.values(), CANCELLED)}
    for day in sorted({end + by for end in ends for by in (-DAY, DAY)}):
        if begun + day > world.clock.now():
            await world.moves_to(begun + day)
            await alive(world)
        there = {name for name, number in first.items() if await first_row(world, name) == number}
        due = {name for name, period in ENDED_BY.items() if day < kept[period]}
        last = {name for name, period in ENDED_BY.items() if day == kept[period]}

        assert there - last == due, day
        assert bool(await of_the_cancelled(world)) == (day < kept[CANCELLED]), day
