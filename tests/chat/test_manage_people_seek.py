"""Looking for one of very many: by a number, the beginning of a name or a page; nothing is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from domain.channel import in_chat
from domain.deeds import Deed
from domain.network import Network
from domain.register import register
from domain.training import Training
from domain.vocabulary import Role
from standin.people.person import Person
from storage.tables import draft
from talk.manage_people import FindSeat
from talk.presence import SeekPresence
from tests.chat.conftest import World
from tests.chat.stage import STARTS, TITLE, coordinates, crowd, hand, plan, planned
from tests.chat.test_deeds import log

DOORS = STARTS - timedelta(minutes=30)
#: A hall, its seats, and by number who of them gave a name.
MANY = 64
NAMES = {3: "Änne Müller", 41: "Béla Müller-Ölßen", 57: "Mia Groß"}


@pytest.fixture
def network(network: Network) -> Network:
    return replace(network, presence=True)


@pytest.fixture
async def training(world: World) -> Training:
    made = await planned(world, plan(seats=MANY))
    people = await crowd(world, MANY)
    async with world.bot.database.transaction() as store:
        for number, person in enumerate(people, 1):
            known = await store.persons.by_chat(in_chat(person.id))
            assert known is not None
            if number in NAMES:
                await store.persons.set_name(known.id, NAMES[number])
            await register(store.registrations, made.id, known, world.clock.now())
    return made


async def lists(coordinator: Person) -> None:
    await coordinator.says("/verwalten")
    await coordinator.taps(f"1. {TITLE}")
    await coordinator.taps("Wer angemeldet ist")


@pytest.mark.long
async def test_somebody_is_found_by_what_is_typed_and_taken_out(
    world: World, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await lists(coordinator)

    assert "Seite 1 von 7" in coordinator.last.text

    await coordinator.taps("Suchen")
    await coordinator.says("Müll")

    assert "2 Personen passen." in coordinator.last.text
    assert "Platz 03, Jugendamt der Stadt Neuss: Änne Müller" in coordinator.last.text
    assert coordinator.last.buttons == [["Nummer 03", "Nummer 41"], ["Zur Liste"]]
    async with world.bot.database.reading() as store:
        assert await store.gates._all(sa.select(draft)) == []
    assert "Müll" not in [m.text for m in coordinator.messages]

    for typed in ("41", "Nr. 41", "béla", "öLßEN", "  Müller-Ö "):
        await hand(world, coordinator, "Los", FindSeat(training.id))
        await coordinator.taps("Los")
        await coordinator.says(typed)

        assert "Eine Person passt." in coordinator.last.text, typed
        assert "Platz 41" in coordinator.last.text, typed

    await coordinator.taps("Zur Liste")

    assert "Seite 5 von 7" in coordinator.last.text

    await coordinator.taps("Suchen")
    await coordinator.says("Seite 7")

    assert "Seite 7 von 7" in coordinator.last.text
    assert "Platz 61" in coordinator.last.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("77", "Unter der Nummer 77 ist niemand angemeldet."),
        ("0", "Unter der Nummer 00 ist niemand angemeldet."),
        ("Seite 8", "Die Liste hat 7 Seiten."),
        ("Zacharias", "Kein Name, den Sie hier lesen dürfen, beginnt so."),
        ("-", "Kein Name, den Sie hier lesen dürfen, beginnt so."),
        ("Mädchen 7", "Kein Name, den Sie hier lesen dürfen, beginnt so."),
    ],
)
async def test_what_finds_nobody_is_answered_and_asked_again(
    world: World, coordinator: Person, training: Training, typed: str, said: str
) -> None:
    await coordinates(world, coordinator)
    await lists(coordinator)
    await coordinator.taps("Suchen")
    await coordinator.says(typed)

    assert coordinator.last.text.startswith(said)
    assert "Wen suchen Sie?" in coordinator.last.text

    await coordinator.says("57")

    assert "Mia Groß" in coordinator.last.text


async def test_a_sentence_is_no_search_and_gets_the_notice(
    world: World, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await lists(coordinator)
    await coordinator.taps("Suchen")
    await coordinator.says("Ein Kind aus der zweiten Klasse hat heute etwas erzählt.")

    assert "110" in coordinator.reads()
    assert not any("zweiten Klasse" in m.text for m in coordinator.messages)


async def test_at_the_door_who_is_found_is_marked(
    world: World, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await world.moves_to(DOORS)
    await lists(coordinator)
    await coordinator.taps("Wer da ist")
    await coordinator.taps("Suchen")
    await coordinator.says("mia")
    await coordinator.taps("Nummer 57")

    assert coordinator.toast == "Nummer 57 ist da."
    assert "Mia Groß – da" in coordinator.last.text
    assert "Seite 6 von 7" in coordinator.last.text

    await coordinator.taps("Suchen")
    await coordinator.says("57")

    assert "Mia Groß – da" in coordinator.last.text
    looked = {done.deed: done.n for done in await log(world)}
    assert looked == {Deed.PEOPLE: 1, Deed.PRESENCE: 3, Deed.MARKED: 1}


@pytest.mark.long
async def test_nobody_else_finds_anybody(
    world: World, anna: Person, outsider: Person, training: Training
) -> None:
    await outsider.opens()
    await world.joins(anna)
    other = await coordinates(world, world.telegram.person(901, "Nebenan"), "rkn-dormagen")
    lead = await coordinates(world, world.telegram.person(902, "Leitung"), "rkn-kreis", Role.LEAD)
    for person in (outsider, anna, other, lead):
        for action in (FindSeat(training.id), SeekPresence(training.id)):
            await hand(world, person, "Los", action)
            await person.taps("Los")
            await person.says("Müller")

            assert "Änne" not in person.reads(), (person.id, action)
    # Who leads the network reads names of the own office only, and finds by no other.
    assert "Kein Name, den Sie hier lesen dürfen, beginnt so." in lead.reads()
