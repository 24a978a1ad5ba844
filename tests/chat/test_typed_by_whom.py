"""A text typed into a dialogue is taken only of who may still lead it."""

from __future__ import annotations

import sqlalchemy as sa

from domain.channel import in_chat
from domain.vocabulary import Role
from standin.people.person import Person
from storage.tables import person
from tests.chat.conftest import World
from tests.chat.stage import coordinates


async def change(world: World, **values: object) -> None:
    async with world.bot.database.engine.begin() as connection:
        await connection.execute(sa.update(person).values(**values))


async def test_no_name_is_taken_under_an_older_consent(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.says("/name")
    await change(world, consent_version=0)

    await anna.says("Anna Beispiel")

    async with world.bot.database.reading() as store:
        kept = await store.persons.by_chat(in_chat(anna.id))
    assert kept is not None
    assert kept.name is None
    assert "Bitte stimmen Sie mit /start neu zu." in anna.last.text


async def test_who_coordinates_no_more_plans_no_further(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await coordinator.says("/neu")
    async with world.bot.database.reading() as store:
        before = await store.drafts.get(in_chat(coordinator.id))
    await change(world, role=Role.SPECIALIST)

    await coordinator.says("Ein schöner Titel")

    async with world.bot.database.reading() as store:
        assert await store.drafts.get(in_chat(coordinator.id)) == before


async def test_what_may_be_about_a_child_is_answered_so_whoever_typed_it(
    world: World, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    await coordinator.says("/neu")
    await change(world, role=Role.SPECIALIST)

    await coordinator.says("Nebenan wird ein Kind geschlagen")

    notice, refusal = coordinator.messages[-2:]
    assert "Bei akuter Gefahr wählen Sie bitte 110." in notice.text
    assert "Das können nur Koordinierende." in refusal.text
    assert "deleted): Nebenan" in coordinator.reads()

    await coordinator.says("Danke")

    assert coordinator.last.text == "Gern geschehen."
