"""Lines of a name and a number, typed where there are many numbers: taken, or told why not."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from domain.plan_change import move
from domain.training import Training
from standin.people.person import Person
from talk.close import Close
from talk.seats import Blocks, Quotas
from tests.chat.conftest import World
from tests.chat.stage import BERLIN, TITLE, coordinates, hand, ledger, planned

AFTER = datetime(2027, 3, 12, 13, 0, tzinfo=BERLIN)
NOTICE = "Dieser Bot nimmt keine Fallangaben"
WRONG = (
    ("Polizei 3", "„Polizei 3“: Das passt auf mehrere Institutionen."),
    ("Kaarst", "„Kaarst“: Hier fehlt die Zahl."),
    ("Kaarst 1,5", "„Kaarst 1,5“: Hier fehlt eine ganze Zahl."),
    ("Kaarst 3 von 10", "„Kaarst 3 von 10“: Hier fehlt eine ganze Zahl."),
    ("Kaarst 99999", "„Kaarst 99999“: Möglich ist 0 bis 2.000."),
)


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world)


async def manages(person: Person, entry: str) -> None:
    await person.says("/verwalten")
    await person.taps(f"1. {TITLE}")
    await person.taps(entry)


@pytest.mark.long
async def test_lines_close_a_training_and_what_was_meant_as_one_is_told(
    world: World, anna: Person, coordinator: Person, outsider: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await world.joins(anna, office="rkn-neuss")
    await world.moves_to(AFTER)
    await coordinator.taps("Abschließen")
    for text, why in WRONG:
        await coordinator.says(text)

        assert f"Nicht übernommen:\n{why}" in coordinator.last.text
        assert NOTICE not in coordinator.last.text
    await coordinator.says("Neuss 5\nPolizei kreisweit zwölf; Kaarst ca. 3\nNirgends 4")

    assert (
        "Jugendamt der Stadt Neuss: 5\nPolizei, kreisweit: 12\nJugendamt der Stadt Kaarst: 3"
        in coordinator.last.text
    )
    assert "„Nirgends 4“: Diese Institution steht nicht" in coordinator.last.text
    assert coordinator.last.text.endswith("Zusammen: 20 Personen")

    await coordinator.says("Max, 12, wurde geschlagen")

    assert coordinator.messages[-2].text.startswith(NOTICE)
    assert coordinator.last.text.endswith("Zusammen: 20 Personen")

    await outsider.opens()
    for person in (anna, outsider):
        await hand(world, person, "Abschließen", Close(training.id))
        await person.taps("Abschließen")
        await person.says("Neuss 5")

        assert NOTICE in person.last.text

    await coordinator.taps("So abschließen")

    assert (await ledger(world))["attendance"] == 20


@pytest.mark.long
async def test_lines_keep_quotas_and_what_does_not_fit_is_told(
    world: World, anna: Person, coordinator: Person, outsider: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await world.joins(anna)
    await manages(coordinator, "Kontingente")
    await coordinator.says("Kaarst 3, Neuss: 4\nDormagen 9")

    assert "Jugendamt der Stadt Kaarst: 3\nJugendamt der Stadt Neuss: 4" in coordinator.last.text
    assert "höchstens 3 Plätze vorhalten" in coordinator.last.text
    assert {"Kaarst: 3", "Stadt Neuss: 4", "Dormagen: 0"} <= set(coordinator.last.labels)

    for text, why in WRONG[1:]:
        await coordinator.says(text)

        assert f"Nicht übernommen:\n{why}" in coordinator.last.text
        assert "Kaarst: 3" in coordinator.last.labels
    await coordinator.says("12")

    assert "Zu welcher Institution gehört die Zahl?" in coordinator.last.text

    await outsider.opens()
    for person in (anna, outsider):
        await hand(world, person, "Kontingente", Quotas(training.id))
        await person.taps("Kontingente")
        await person.says("Kaarst 5")

        assert NOTICE in person.last.text
    async with world.bot.database.reading() as store:
        assert await store.seating.quotas(training.id) == {"rkn-kaarst": 3, "rkn-neuss": 4}


@pytest.mark.long
async def test_lines_book_seats_for_institutions(
    world: World, anna: Person, coordinator: Person, outsider: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await world.joins(anna)
    await manages(coordinator, "Sammelplätze")
    await coordinator.says("Polizei, kreisweit 3\nSchule Kaarst 2")

    assert {"Polizei, kreisweit: 3", "Schule und Ganztag, Kaarst: 2"} <= set(
        coordinator.last.labels
    )

    await coordinator.says("Polizei 1")

    assert "Das passt auf mehrere Institutionen." in coordinator.last.text

    await coordinator.says("Polizei kreisweit 0")

    assert coordinator.last.labels[0] == "Schule und Ganztag, Kaarst: 2"

    await outsider.opens()
    for person in (anna, outsider):
        await hand(world, person, "Sammelplätze", Blocks(training.id))
        await person.taps("Sammelplätze")
        await person.says("Schule Kaarst 5")

        assert NOTICE in person.last.text


@pytest.mark.long
async def test_seats_are_booked_only_beneath_the_date_and_place_of_now(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await coordinates(world, bela)
    await world.joins(anna)
    await manages(coordinator, "Sammelplätze")
    await coordinator.taps("Institution wählen")
    await coordinator.taps("kreisweit")
    await coordinator.taps("Polizei, kreisweit")
    await coordinator.taps("Eins mehr")
    await moved(world, training, timedelta(days=7))
    await coordinator.taps("So buchen")

    assert coordinator.last.text.startswith("Bitte prüfen Sie die Angaben.")
    assert "Freitag, 19. März 2027" in coordinator.last.text
    async with world.bot.database.reading() as store:
        assert await store.seating.listed(training.id) == []

    await coordinator.taps("So buchen")

    assert "Polizei, kreisweit: 1" in coordinator.last.text

    await moved(world, training, timedelta(days=14))
    await coordinator.says("Polizei kreisweit 4")

    assert coordinator.last.text.startswith("Bitte prüfen Sie die Angaben.")
    assert "Freitag, 26. März 2027" in coordinator.last.text
    assert "Polizei, kreisweit: 1" in coordinator.last.labels


async def moved(world: World, training: Training, by: timedelta) -> None:
    """Let somebody else move a training."""
    starts, ends = training.plan.starts_at + by, training.plan.ends_at + by
    async with world.bot.database.transaction() as store:
        await move(store, world.bot.parts.network, training.id, starts, ends, world.clock.now())
    await world.settled()
