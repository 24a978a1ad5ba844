"""What nobody knows of can be taken back without a trace; what is said is what is."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from domain.announce_audience import Audience
from domain.channel import in_chat
from domain.plan_back import take_back
from domain.plan_change import Refused, move
from domain.register import Registered, leave, register
from domain.training import Training
from domain.vocabulary import Role
from standin.people.person import Person
from storage.tables import metadata
from talk.plan_back import AskTakeBack, TakeBack
from tests.chat.conftest import World
from tests.chat.stage import BERLIN, STARTS, TITLE, coordinates, hand, ledger, plan, planned


async def opens(person: Person) -> None:
    await person.says("/verwalten")
    await person.taps(f"1. {TITLE}")


async def trainings(world: World) -> int:
    """Return how many trainings there are, with all that hangs on them."""
    n = 0
    async with world.bot.database.engine.connect() as connection:
        for name in ("training", "broadcast", "quota"):
            table = metadata.tables[name]
            counted = sa.select(sa.func.count()).select_from(table)
            n += int((await connection.execute(counted)).scalar() or 0)
    return n


async def announces(world: World, training: Training, send_at: datetime) -> None:
    async with world.bot.database.transaction() as store:
        await store.broadcasts.add(training, Audience(), send_at, None)


@pytest.mark.long
async def test_after_the_way_out_of_announcing_it_is_said_how_things_stand(
    world: World, coordinator: Person, anna: Person
) -> None:
    await coordinates(world, coordinator)
    await world.joins(anna)
    training = await planned(world)
    for way_out in ("button", "command"):
        await opens(coordinator)
        await coordinator.taps("Ankündigen")
        if way_out == "button":
            await coordinator.taps("Abbrechen")
        else:
            await coordinator.says("/abbrechen")

        assert coordinator.last.text == (
            "Abgebrochen. Die Fortbildung ist im Angebot, es ging noch keine Ankündigung hinaus."
        )

    await announces(world, training, world.clock.now() + timedelta(days=2))
    await opens(coordinator)
    await coordinator.taps("Ankündigen")
    await coordinator.says("/abbrechen")

    assert "geplante Ankündigung bleibt geplant" in coordinator.last.text

    await world.moves(timedelta(days=3))
    await opens(coordinator)
    await coordinator.taps("Ankündigen")
    await coordinator.says("/abbrechen")

    assert "keine weitere Ankündigung" in coordinator.last.text


async def test_who_breaks_off_at_the_name_is_in_all_the_same(world: World, anna: Person) -> None:
    await anna.opens(await world.invite())
    await anna.taps("Einverstanden")
    await anna.says("/abbrechen")

    assert "nichts gespeichert" not in anna.last.text
    assert "ohne Namen" in anna.last.text


@pytest.mark.long
@pytest.mark.differs  # what no other story asks of storage
async def test_what_nobody_knows_of_goes_without_a_trace(world: World, coordinator: Person) -> None:
    """Also after it was moved, with quotas, and with an announcement that still waits."""
    await coordinates(world, coordinator)
    colleague = await coordinates(world, world.telegram.person(903, "Zweite"))
    training = await planned(world)
    await announces(world, training, world.clock.now() + timedelta(days=5))
    async with world.bot.database.transaction() as store:
        await store.seating.set_quota(training.id, "rkn-neuss", 2, STARTS)
        later = STARTS + timedelta(days=1)
        network, now = world.bot.network, world.clock.now()
        await move(store, network, training.id, later, later + timedelta(hours=2), now)
    await opens(coordinator)
    await coordinator.taps("Zurücknehmen")

    assert "Möchten Sie diese Fortbildung zurücknehmen?" in coordinator.last.text
    assert "Die geplante Ankündigung entfällt." in coordinator.last.text

    await coordinator.taps("Nein, im Angebot lassen")
    await coordinator.taps("Zurücknehmen")
    await coordinator.taps("Ja, zurücknehmen")
    assert "Eine zweite Person muss zustimmen." in coordinator.last.text
    await colleague.taps("Zustimmen")

    assert f"Zurückgenommen. {TITLE} ist nicht mehr im Angebot" in coordinator.last.text
    assert await trainings(world) == 0
    assert await ledger(world) == {}

    await world.moves(timedelta(days=10))

    assert "angekündigt" not in coordinator.last.text
    assert await ledger(world) == {}


async def announced(world: World, training: Training, anna: Person) -> None:
    await announces(world, training, world.clock.now())
    await world.moves(timedelta(minutes=5))


async def registered(world: World, training: Training, anna: Person) -> None:
    async with world.bot.database.transaction() as store:
        person = await store.persons.by_chat(in_chat(anna.id))
        assert person is not None
        await register(store.registrations, training.id, person, world.clock.now())


async def left_again(world: World, training: Training, anna: Person) -> None:
    await registered(world, training, anna)
    async with world.bot.database.transaction() as store:
        person = await store.persons.by_chat(in_chat(anna.id))
        assert person is not None
        await leave(store.registrations, training.id, person.id, world.clock.now())


async def erased(world: World, training: Training, anna: Person) -> None:
    await registered(world, training, anna)
    await anna.says("/loeschen")
    await anna.taps("Ja, alles löschen")


async def booked(world: World, training: Training, anna: Person) -> None:
    async with world.bot.database.transaction() as store:
        await store.seating.set_block(training.id, ("rkn-neuss", "police"), 3)


@pytest.mark.parametrize("happens", [announced, registered, left_again, erased, booked])
async def test_what_others_know_of_stays(
    world: World,
    coordinator: Person,
    anna: Person,
    happens: Callable[[World, Training, Person], Awaitable[None]],
) -> None:
    await coordinates(world, coordinator)
    await world.joins(anna, office="rkn-neuss")
    training = await planned(world)
    await opens(coordinator)
    await coordinator.taps("Zurücknehmen")
    await happens(world, training, anna)
    await coordinator.taps("Ja, zurücknehmen")

    assert coordinator.toast.startswith("Davon wissen schon andere.")

    await opens(coordinator)

    assert "Zurücknehmen" not in coordinator.last.labels
    assert "Absagen" in coordinator.last.labels


@pytest.mark.long
async def test_nobody_else_takes_it_back(
    world: World, coordinator: Person, anna: Person, outsider: Person
) -> None:
    await world.joins(anna)
    await coordinates(world, coordinator, "rkn-neuss")
    await outsider.opens()
    training = await planned(world)
    for person in (coordinator, anna, outsider):
        for action in (AskTakeBack(training.id), TakeBack(training.id)):
            await hand(world, person, "Weg damit", action)
            await person.taps("Weg damit")

    assert await trainings(world) == 1


async def test_a_registration_at_the_same_moment_finds_it_or_keeps_it(
    world: World, coordinator: Person, anna: Person
) -> None:
    """Never a seat in a training that is gone, never a training gone under a seat."""
    await world.joins(anna)
    outcomes = set()
    for n in range(6):
        training = await planned(world)

        async def registers(number: int = training.id) -> bool:
            async with world.bot.database.transaction() as store:
                person = await store.persons.by_chat(in_chat(anna.id))
                assert person is not None
                now = world.clock.now()
                found = await register(store.registrations, number, person, now)
            return isinstance(found, Registered)

        async def takes(number: int = training.id) -> bool:
            async with world.bot.database.transaction() as store:
                return not isinstance(await take_back(store.trainings, number), Refused)

        first, second = (registers, takes) if n % 2 else (takes, registers)
        done = await asyncio.gather(first(), second())
        async with world.bot.database.reading() as store:
            stays = await store.trainings.get(training.id) is not None

        assert sorted(done) == [False, True]
        seated = done[0] if first is registers else done[1]
        assert stays is seated
        outcomes.add(seated)

    assert outcomes


@pytest.mark.long
async def test_what_nobody_closed_stays_in_the_list(
    world: World, coordinator: Person, anna: Person
) -> None:
    """Marked, and before all others, until the year after its own is over."""
    await coordinates(world, coordinator)
    await planned(world)
    for days in (1, 20, 80, 200, 300, 400):
        await world.moves_to(STARTS + timedelta(days=days))
        await coordinator.says("/verwalten")

        assert f"1. {TITLE}" in coordinator.last.text
        assert "noch nicht abgeschlossen" in coordinator.last.text

    await coordinator.taps(f"1. {TITLE}")

    assert "Abschließen" in coordinator.last.labels
    assert "noch nicht abgeschlossen" in coordinator.last.text

    await world.moves_to(datetime(2029, 1, 1, 9, tzinfo=BERLIN))
    await coordinator.says("/verwalten")

    assert TITLE not in coordinator.last.text


async def test_what_is_to_be_closed_comes_first(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator, role=Role.COORDINATOR)
    await planned(world)
    await world.moves_to(STARTS + timedelta(days=30))
    for n in range(7):
        made = plan(STARTS + timedelta(days=29 - n), title=f"Gestern {n}")
        training = await planned(world, made)
        async with world.bot.database.transaction() as store:
            await store.trainings.set_closed(training.id, world.clock.now())
        await planned(world, plan(STARTS + timedelta(days=60 + n), title=f"Morgen {n}"))
    await coordinator.says("/verwalten")

    assert coordinator.last.labels[:3] == [f"1. {TITLE}", "2. Morgen 0", "3. Morgen 1"]

    await coordinator.taps("Weiter")

    numbered = [label for label in coordinator.last.labels if label[0].isdigit()]

    assert numbered[-1] == "8. Morgen 6"  # what is closed stands under «Vergangene»
