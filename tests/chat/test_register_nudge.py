"""Before a deadline: who was told and has not answered is asked, once, and may do without."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from domain.training import Training
from standin.people.person import Person
from talk.announce import Announce
from talk.write import Write
from tests.chat.conftest import World
from tests.chat.stage import BERLIN, STARTS, TITLE, coordinates, hand, plan, planned, sends

DEADLINE = STARTS - timedelta(days=14)  # Friday, 26 February 2027, 09:00


@pytest.fixture
async def training(world: World, coordinator: Person) -> Training:
    await coordinates(world, coordinator)
    return await planned(world, plan(seats=10))


async def announces(world: World, coordinator: Person, training: Training) -> None:
    await hand(world, coordinator, "Ankündigen", Announce(training.id))
    await coordinator.taps("Ankündigen")
    await coordinator.taps("Alle im Netzwerk")
    await sends(world, coordinator)


def asked(person: Person) -> list[str]:
    return [m.text for m in person.messages if m.text.startswith("Bald ist Anmeldeschluss.")]


async def at(world: World, days: int, hour: int = 10) -> None:
    """Move to an hour of a day before the deadline."""
    day = (DEADLINE - timedelta(days=days)).date()
    await world.moves_to(datetime(day.year, day.month, day.day, hour, tzinfo=BERLIN))


@pytest.mark.long
async def test_who_has_not_answered_is_asked_once(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna, office="rkn-neuss")
    await world.joins(bela, office="rkn-neuss")
    await announces(world, coordinator, training)
    await bela.taps("Diesmal nicht")
    await at(world, 4)

    assert asked(anna) == []

    await at(world, 2)
    await at(world, 1)

    assert len(asked(anna)) == 1
    assert "Anmelden" in anna.last.labels
    assert asked(bela) == []
    assert asked(coordinator) == []


async def test_who_does_not_want_to_be_asked_is_not(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna, office="rkn-neuss")
    await announces(world, coordinator, training)
    await anna.says("/profil")
    await anna.taps("Nicht mehr nachfragen")

    assert "fragt der Bot nicht mehr nach" in anna.last.text

    await at(world, 2)

    assert asked(anna) == []


async def test_what_nobody_was_told_of_is_not_asked_for(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna, office="rkn-neuss")
    await at(world, 2)
    await at(world, 1)

    assert asked(anna) == []


async def test_a_word_reaches_who_has_not_answered(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna, office="rkn-neuss")
    await world.joins(bela, office="rkn-neuss")
    await bela.says("/termine")
    await bela.taps(f"1. {TITLE}")
    await bela.taps("Anmelden")
    await hand(world, coordinator, "Nachricht", Write(training.id))
    await coordinator.taps("Nachricht")
    await coordinator.taps("Wer nicht geantwortet hat")
    await coordinator.says("Es sind noch Plätze frei.")
    await sends(world, coordinator)

    assert anna.last.text.startswith("Nachricht zu:")
    assert not bela.last.text.startswith("Nachricht zu:")
