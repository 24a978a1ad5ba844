"""Correcting one's own data, and having it left alone: who asks, who agrees, who gets nowhere."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.channel import in_chat
from domain.person import Person as Member
from domain.training import Training
from standin.people.person import Person
from talk.announce import Announce
from talk.manage import Attendance
from talk.privacy_rights import AgreeToPlace, Restrict
from tests.chat.conftest import World
from tests.chat.stage import STARTS, TITLE, coordinates, hand, plan, planned, sends

NAME = "Anna Ölßen"


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world)


async def member(world: World, person: Person) -> Member:
    async with world.bot.database.reading() as store:
        found = await store.persons.by_chat(in_chat(person.id))
    assert found is not None
    return found


async def registers(person: Person) -> None:
    await person.says("/termine")
    await person.taps(f"1. {TITLE}")
    await person.taps("Anmelden")


async def asks(person: Person, office: str, sector: str = "Schule") -> None:
    await person.says("/korrigieren")
    await person.taps("Jugendamt oder Handlungsfeld")
    await person.taps(office)
    await person.taps(next(each for each in person.last.labels if sector in each))


async def neuss(world: World, number: int = 901) -> Person:
    return await coordinates(world, world.telegram.person(number, "Neuss"), "rkn-neuss")


async def test_a_new_office_agrees_to_who_says_they_belong_there(
    world: World, anna: Person, coordinator: Person, outsider: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    there = await neuss(world)
    await world.joins(anna, name=NAME)
    await registers(anna)
    number = (await member(world, anna)).id
    await asks(anna, "Stadt Neuss")

    assert "Ihre Angabe wird geprüft." in anna.last.text
    said = there.last.text
    assert f"Mitglied {number} möchte seine Angaben berichtigen." in said
    assert NAME not in said
    assert "berichtigen" not in coordinator.last.text
    assert (await member(world, anna)).office == "rkn-kaarst"

    await outsider.says("/start")
    for person in (anna, outsider, coordinator):
        await hand(world, person, "Bestätigen", AgreeToPlace(1))
        await person.taps("Bestätigen")
    assert (await member(world, anna)).office == "rkn-kaarst"

    await there.taps("Bestätigen")

    assert "Ihre Angaben sind berichtigt." in anna.last.text
    moved = await member(world, anna)
    assert (moved.office, moved.sector, moved.name) == ("rkn-neuss", "school", NAME)
    async with world.bot.database.reading() as store:
        assert set(await store.registrations.places(training.id)) == {("rkn-neuss", "school")}


@pytest.mark.long
async def test_it_stays_where_the_office_says_no_and_while_nobody_answers(
    world: World, anna: Person, training: Training
) -> None:
    there = await neuss(world)
    await world.joins(anna)
    before = await member(world, anna)
    await asks(anna, "Stadt Neuss")
    await there.taps("Ablehnen")

    assert "Ihre Angaben wurden nicht geändert." in anna.last.text
    assert (await member(world, anna)).place == before.place

    await asks(anna, "Stadt Neuss")
    await anna.says("/auskunft")
    assert "Zur Bestätigung liegt vor" in anna.reads()
    await world.moves(timedelta(days=32))
    async with world.bot.database.reading() as store:
        assert await store.place_changes.of_person(before.id) is None


async def test_a_seat_kept_for_others_is_not_taken_by_a_correction(
    world: World, anna: Person, bela: Person
) -> None:
    training = await planned(world, plan(seats=2))
    there = await neuss(world)
    await world.joins(anna)
    await registers(anna)
    async with world.bot.database.transaction() as store:
        await store.seating.set_quota(training.id, "rkn-kaarst", 1, STARTS - timedelta(days=21))
    await world.joins(bela, office="rkn-neuss")
    await registers(bela)
    await asks(anna, "Stadt Neuss")
    await there.taps("Bestätigen")

    assert "freigehalten" in there.toast
    assert (await member(world, anna)).office == "rkn-kaarst"


async def test_who_coordinates_is_told_to_be_invited(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await neuss(world)
    await asks(coordinator, "Stadt Neuss", "Jugendamt")

    assert "vom neuen Jugendamt einladen" in coordinator.last.text


@pytest.mark.long
async def test_what_is_restricted_is_left_alone_until_it_is_lifted(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await world.joins(anna, name=NAME)
    await world.joins(bela)
    await registers(anna)
    await anna.says("/einschraenken")
    await anna.taps("Jetzt einschränken")
    assert "eingeschränkt" in anna.last.text
    silent = len(anna.messages)
    await hand(world, coordinator, "Ankündigen", Announce(training.id))
    await coordinator.taps("Ankündigen")
    while "Jetzt senden" not in coordinator.last.labels:
        await coordinator.taps(coordinator.last.labels[0])
    await sends(world, coordinator)
    assert TITLE in bela.last.text

    await hand(world, coordinator, "Liste", Attendance(training.id))
    await coordinator.taps("Liste")
    assert NAME not in coordinator.reads()
    await world.moves_to(STARTS - timedelta(days=7))
    assert len(anna.messages) == silent

    await anna.says("/auskunft")
    assert "Verarbeitung eingeschränkt seit" in anna.reads()
    await anna.says("/einschraenken")
    await anna.taps("Einschränkung aufheben")
    await world.moves_to(STARTS - timedelta(hours=23))

    assert TITLE in anna.last.text  # the reminder of the day before
    await hand(world, coordinator, "Liste", Attendance(training.id))
    await coordinator.taps("Liste")
    assert NAME in coordinator.last.text


@pytest.mark.long
async def test_what_is_restricted_is_not_erased_for_want_of_use(
    world: World, anna: Person, bela: Person, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    await world.joins(anna)
    await world.joins(bela)
    await anna.says("/einschraenken")
    await anna.taps("Jetzt einschränken")
    for _ in range(15):
        await world.moves(timedelta(days=28))

    async with world.bot.database.reading() as store:
        assert await store.persons.by_chat(in_chat(bela.id)) is None
        assert await store.persons.by_chat(in_chat(anna.id)) is not None

    await anna.says("/loeschen")
    await anna.taps("Ja, alles löschen")
    async with world.bot.database.reading() as store:
        assert await store.persons.by_chat(in_chat(anna.id)) is None


async def test_a_stranger_has_nothing_to_restrict_or_to_correct(
    world: World, outsider: Person
) -> None:
    await outsider.says("/start")
    for said in ("/korrigieren", "/einschraenken"):
        await outsider.says(said)

        assert "geschlossen" in outsider.last.text
    await hand(world, outsider, "Einschränken", Restrict(1))
    await outsider.taps("Einschränken")

    async with world.bot.database.reading() as store:
        assert await store.persons.count() == 0
