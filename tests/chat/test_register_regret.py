"""«Diesmal nicht»: answered with one tap, taken back with one, seen in numbers, gone in time."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
import sqlalchemy as sa

from domain import plan_change
from domain.plan_change import Refused
from domain.training import Training
from domain.vocabulary import Role
from standin.people.person import Person
from storage.seat_tables import regret
from talk.register import Regret, Show
from tests.chat.budget import assert_statements
from tests.chat.conftest import World
from tests.chat.stage import STARTS, coordinates, crowd, hand, ledger, plan, planned

ANSWERED = "Sie haben geantwortet: Diesmal nicht."


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world)


async def opens_card(world: World, person: Person, training: Training) -> None:
    await hand(world, person, "Karte", Show(training.id))
    await person.taps("Karte")


async def kept(world: World) -> int:
    async with world.bot.database.engine.connect() as connection:
        return len((await connection.execute(sa.select(regret))).all())


async def manages(person: Person) -> str:
    """Return what a coordinator reads of the first of the own trainings."""
    await person.says("/verwalten")
    await person.taps(person.last.labels[0])
    return person.last.text


@pytest.mark.long
@pytest.mark.differs  # which of two answers is the newer one
async def test_one_tap_answers_and_one_takes_it_back(
    world: World, anna: Person, outsider: Person, training: Training
) -> None:
    await world.joins(anna)
    await opens_card(world, anna, training)

    assert anna.last.buttons[0] == ["Anmelden", "Diesmal nicht"]

    with assert_statements(world.bot.database, 6):
        await anna.taps("Diesmal nicht")

    assert ANSWERED in anna.last.text
    assert anna.last.buttons[0] == ["Anmelden", "Doch offen lassen"]

    await anna.says("/termine")

    assert ANSWERED in anna.last.text

    await opens_card(world, anna, training)
    await anna.taps("Doch offen lassen")

    assert ANSWERED not in anna.last.text
    assert anna.last.buttons[0] == ["Anmelden", "Diesmal nicht"]
    assert await kept(world) == 0

    await outsider.says("/start")
    await hand(world, outsider, "Diesmal nicht", Regret(training.id, training.plan.shown))
    await outsider.taps("Diesmal nicht")

    assert "geschlossen" in outsider.last.text
    assert await kept(world) == 0


@pytest.mark.long
@pytest.mark.differs  # which of two answers is the newer one
async def test_who_registers_after_all_has_answered_otherwise(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna)
    await coordinates(world, coordinator)
    await opens_card(world, anna, training)
    await anna.taps("Diesmal nicht")

    assert "Diesmal nicht: 1 aus Ihrem Jugendamt" in await manages(coordinator)

    world.clock.move(timedelta(minutes=1))
    await opens_card(world, anna, training)
    await anna.taps("Anmelden")

    assert "Diesmal nicht: 0 aus Ihrem Jugendamt" in await manages(coordinator)

    world.clock.move(timedelta(minutes=1))
    await anna.taps("Abmelden")
    await anna.taps("Ja, abmelden")
    await opens_card(world, anna, training)

    assert ANSWERED not in anna.last.text

    await anna.taps("Diesmal nicht")

    assert ANSWERED in anna.last.text


@pytest.mark.long
async def test_coordinators_see_numbers_and_of_others_no_small_ones(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await world.joins(anna)
    other = await coordinates(world, world.telegram.person(901, "Neuss"), "rkn-neuss")
    lead = await world.joins(world.telegram.person(902, "Leitung"), Role.LEAD, "rkn-kreis")
    people = await crowd(world, 5)
    for n, person in enumerate([anna, *people]):
        await opens_card(world, person, training)
        await person.taps("Diesmal nicht")
        if n < len(people):
            said = await manages(coordinator)

            assert "Diesmal nicht: 1 aus Ihrem Jugendamt, unter 5 aus anderen." in said

    assert "1 aus Ihrem Jugendamt, 5 aus anderen." in await manages(coordinator)
    assert "0 aus Ihrem Jugendamt, 6 aus anderen." in await manages(lead)

    await other.says("/verwalten")

    assert "Sie verwalten" not in other.last.text
    assert "Diesmal nicht" not in other.reads()
    assert "Anna" not in coordinator.reads()
    assert await ledger(world) == {}


async def test_a_specialist_reads_no_numbers(
    world: World, anna: Person, bela: Person, training: Training
) -> None:
    await world.joins(anna)
    await world.joins(bela)
    await opens_card(world, anna, training)
    await anna.taps("Diesmal nicht")
    await opens_card(world, bela, training)
    await bela.taps("Details")

    assert "geantwortet" not in bela.reads()


async def test_it_is_erased_at_the_deadline_and_when_it_is_called_off(
    world: World, anna: Person, training: Training
) -> None:
    off = await planned(world, plan(STARTS + timedelta(days=30)))
    await world.joins(anna)
    for each in (training, off):
        await opens_card(world, anna, each)
        await anna.taps("Diesmal nicht")
    async with world.bot.database.transaction() as store:
        done = await plan_change.cancel(store, world.bot.network, off.id, world.clock.now())
        assert not isinstance(done, Refused)
    await world.moves(timedelta(hours=1))

    assert await kept(world) == 1

    await world.moves_to(training.plan.deadline_at - timedelta(minutes=1))

    assert await kept(world) == 1

    await world.moves_to(training.plan.deadline_at + timedelta(hours=1))

    assert await kept(world) == 0


@pytest.mark.differs  # which of two answers is the newer one
async def test_a_move_asks_anew(world: World, anna: Person, training: Training) -> None:
    """The answer was one to the old date."""
    await world.joins(anna)
    await opens_card(world, anna, training)
    await anna.taps("Diesmal nicht")
    async with world.bot.database.transaction() as store:
        moved = plan(STARTS + timedelta(days=3))
        await store.trainings.set_plan(training.id, moved, moved=True)
    await anna.taps("Doch offen lassen")
    await opens_card(world, anna, training)

    assert ANSWERED not in anna.last.text


async def test_an_old_card_asks_and_a_late_one_says_why(
    world: World, anna: Person, training: Training
) -> None:
    await world.joins(anna)
    await opens_card(world, anna, training)
    async with world.bot.database.transaction() as store:
        await store.trainings.set_plan(training.id, plan(place="Anderswo"), moved=False)
    await anna.taps("Diesmal nicht")

    assert "Die Angaben haben sich geändert." in anna.toast
    assert await kept(world) == 0

    await world.moves_to(training.plan.deadline_at + timedelta(minutes=1))
    await anna.taps("Diesmal nicht")

    assert "Der Anmeldeschluss war" in anna.toast
    assert await kept(world) == 0


async def test_one_reads_it_among_the_own_data_and_erases_it(
    world: World, anna: Person, training: Training
) -> None:
    await world.joins(anna)
    await opens_card(world, anna, training)
    await anna.taps("Diesmal nicht")
    await anna.says("/auskunft")
    file = anna.last.document

    assert "Einmal haben Sie „Diesmal nicht“ geantwortet" in anna.reads()
    assert file is not None
    said = json.loads(file.content)["not_this_time"]
    assert [each["training"] for each in said] == [training.title]

    await anna.says("/loeschen")
    await anna.taps("Ja, alles löschen")

    assert await kept(world) == 0


async def test_it_is_said_in_english_too(world: World, anna: Person, training: Training) -> None:
    await world.joins(anna)
    await anna.says("/sprache")
    await anna.taps("English")
    await opens_card(world, anna, training)
    await anna.taps("Not this time")

    assert "You answered: Not this time." in anna.last.text
    assert anna.last.buttons[0] == ["Register", "Leave it open"]
