"""What figures are measured on can be filled as the tables are: else a bench breaks unseen."""

from __future__ import annotations

from datetime import timedelta

from storage.database import Database
from tests.bench import world


async def test_a_world_to_measure_can_be_filled(database: Database) -> None:
    await world.people(database, 3)
    course = await world.training(database, seats=None)
    await world.seated(database, course, first=1, count=3)
    await world.announce(database, course, audience=2, send_at=world.now())

    assert await world.remind(database, course, world.now() + timedelta(days=1)) == 3
