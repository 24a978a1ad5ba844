"""A training says what it is: on its card in short, in its details whole, and for a time only."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from domain.plan_change import cancel
from domain.training import Training
from domain.vocabulary import EventStatus
from standin.people.person import Person
from storage.report.tables import metadata
from talk.register import Details
from tests.chat.conftest import START, World
from tests.chat.stage import coordinates, hand, plan, planned
from tests.chat.test_plan import up_to_the_date

ABOUT = "Wie Gespräche gelingen, wenn es schwierig wird.\n\nMit Übungen in kleinen Gruppen und viel"
ABOUT += " Zeit für Fragen aus der eigenen Arbeit."
SPEAKER, COST = "Fachstelle Sonnenblume", "12 Euro für das Mittagessen"
TYPED = {"Beschreibung": ABOUT, "Referierende": SPEAKER, "Kosten": COST}
SAID: dict[str, Any] = {"description": ABOUT, "speakers": SPEAKER, "cost": COST}


@pytest.fixture
async def planner(world: World, coordinator: Person) -> Person:
    return await coordinates(world, coordinator)


async def rows(world: World) -> str:
    """Return what anybody reads in the database who has no key."""
    told = list[Any]()
    async with world.bot.database.engine.connect() as connection:
        for table in metadata.sorted_tables:
            told += (await connection.execute(sa.select(table))).all()
    return repr(told)


async def offered(world: World) -> Training:
    async with world.bot.database.reading() as store:
        (found,) = await store.trainings.offered(START)
        training = await store.trainings.get(found.id)
    assert training is not None
    return training


async def says_what_it_is(planner: Person) -> None:
    await up_to_the_date(planner)
    await planner.says("12.3.27 9-12:30")
    for line, words in TYPED.items():
        await planner.taps(line)
        await planner.says(words)
    await planner.taps("Mindestzahl")
    await planner.says("8")


async def test_what_is_said_of_a_training_stands_on_its_card_and_in_its_details(
    world: World, planner: Person, anna: Person
) -> None:
    await says_what_it_is(planner)

    assert "Mindestzahl: ab 8 Personen" in planner.last.text

    await planner.taps("Nur veröffentlichen")
    training = await offered(world)
    await world.joins(anna)
    await anna.says("/termine")
    await anna.taps(anna.last.labels[0])

    assert "Wie Gespräche gelingen, wenn es schwierig wird." in anna.last.text
    assert SPEAKER not in anna.last.text
    assert "eigenen Arbeit" not in anna.last.text

    await anna.taps("Details")

    for words in (*ABOUT.split("\n\n"), SPEAKER, COST, "Mindestzahl: 8 Personen"):
        assert words in anna.last.text
    assert "Koordinierungsstelle Kinderschutz, Kaarst, kinderschutz@kaarst.example" in (
        anna.last.text
    )

    await anna.taps("Zurück")
    await anna.taps("Kalender")

    assert anna.last.document is not None
    assert "schwierig wird" in anna.last.document.content.decode().replace("\r\n ", "")

    readable = await rows(world)

    assert training.title in readable
    for words in TYPED.values():
        assert words.split("\n")[0] not in readable


async def test_words_about_a_case_or_too_many_are_not_taken(planner: Person) -> None:
    await up_to_the_date(planner)
    await planner.says("12.3.27 9-12:30")
    await planner.taps("Beschreibung")
    await planner.says("Mädchen, 4-jähriges Kind, geb. 3.4.")

    assert "Das klingt nach einem einzelnen Fall." in planner.last.text
    assert all("geb. 3.4." not in each.text for each in planner.messages)

    await planner.says("x" * 701)

    assert "Möglich sind 700 Zeichen." in planner.last.text

    await planner.says("x" * 700)

    assert planner.last.text.startswith("So sehen es andere:")


async def test_a_minimum_fits_into_the_seats(planner: Person) -> None:
    await up_to_the_date(planner)
    await planner.says("12.3.27 9-12:30")
    await planner.taps("Mindestzahl")
    await planner.says("21")

    assert "Die Mindestzahl ist größer als die Zahl der Plätze." in planner.last.text

    await planner.says("20")
    await planner.taps("Plätze")
    await planner.says("10")
    await planner.taps("Nur veröffentlichen")

    assert "Die Mindestzahl ist größer als die Zahl der Plätze." in planner.last.text

    await planner.taps("Keine Mindestzahl")
    await planner.taps("Nur veröffentlichen")

    assert planner.last.text.startswith("Veröffentlicht.")


@pytest.mark.parametrize(
    ("how", "days"), [("closed", 31), ("over", 91), ("cancelled", 91), ("draft", 0)]
)
async def test_what_was_typed_goes_when_the_registrations_would(
    world: World, planner: Person, how: str, days: int
) -> None:
    made = await planned(world, plan(**SAID))
    if how == "draft":
        async with world.bot.database.transaction() as store:
            await store.trainings.set_status(made.id, EventStatus.DRAFT)
    if how == "cancelled":
        async with world.bot.database.transaction() as store:
            await cancel(store, world.bot.network, made.id, world.clock.now())
    ends = world.clock.now() if how == "cancelled" else made.plan.ends_at
    if how != "draft":
        await world.moves_to(ends + timedelta(days=days - 2))
        if how == "closed":
            async with world.bot.database.transaction() as store:
                await store.trainings.set_closed(made.id, ends)
        await world.moves(timedelta(hours=1))
        async with world.bot.database.reading() as store:
            before = await store.trainings.get(made.id)

        assert before is not None
        assert before.plan.description == ABOUT

    await world.moves_to(ends + timedelta(days=days, hours=25))
    async with world.bot.database.reading() as store:
        after = await store.trainings.get(made.id)
    if how == "draft":
        assert after is None
        return

    assert after is not None
    assert (after.plan.description, after.plan.speakers, after.plan.cost) == ("", "", "")
    assert (after.title, after.plan.place) == (made.title, made.plan.place)


async def test_who_typed_it_is_told_so(world: World, planner: Person) -> None:
    await says_what_it_is(planner)
    await planner.taps("Nur veröffentlichen")
    await planner.says("/auskunft")
    file = next(m.document for m in reversed(planner.messages) if m.document is not None)

    assert SPEAKER in file.content.decode()


async def test_a_draft_is_nobodys_card(world: World, planner: Person, anna: Person) -> None:
    await up_to_the_date(planner)
    await planner.says("12.3.27 9-12:30")
    await planner.taps("Als Entwurf behalten")
    await world.joins(anna)
    await hand(world, anna, "Details", Details(1))
    await anna.taps("Details")

    assert anna.last.labels == ["Details"]
    assert "Diese Veranstaltung gibt es nicht mehr." in anna.toast
