"""Calling a training off: everybody learns why, and when it is held instead."""

from __future__ import annotations

import pytest

from domain.training import CancelReason
from standin.people.person import Person
from tests.chat.conftest import World
from tests.chat.stage import STARTS, coordinates, planned
from tests.chat.test_plan_again import seated, training


@pytest.fixture
async def planner(world: World, coordinator: Person) -> Person:
    return await coordinates(world, coordinator)


async def test_a_named_date_is_asked_no_more(world: World, planner: Person) -> None:
    await planned(world)
    await planner.says("/verwalten")
    await planner.taps(planner.last.labels[0])
    await planner.taps("Absagen")
    await planner.taps("Raum nicht verfügbar")
    await planner.taps("Ersatztermin")
    await planner.says("2.2.27 9 Uhr")

    assert planner.last.text.startswith("Dieser Termin liegt in der Vergangenheit.")

    await planner.says("19.3.27 9 Uhr")

    assert "Ersatztermin: Fr., 19.03.2027, 09:00 Uhr" in planner.last.text

    await planner.taps("Ja, absagen")
    off = (await training(world)).called_off

    assert (off.reason, off.instead_at) == (
        CancelReason.PLACE,
        STARTS.replace(day=19),
    )

    await planner.taps("Noch einmal anbieten")

    assert "Wann endet sie?" in planner.last.text

    await planner.taps("12:30 Uhr" if "12:30 Uhr" in planner.last.labels else "12:00 Uhr")

    assert "Termin: Freitag, 19. März 2027" in planner.last.text


async def test_who_is_registered_learns_why_and_when_instead(
    world: World, planner: Person, anna: Person
) -> None:
    await planned(world)
    await seated(world, anna)
    await planner.says("/verwalten")
    await planner.taps(planner.last.labels[0])
    await planner.taps("Absagen")
    await planner.taps("Zu wenige Anmeldungen")
    await planner.taps("Ersatztermin")
    await planner.taps(planner.last.labels[0])
    await planner.taps("Ja, absagen")

    assert "Grund: Zu wenige Anmeldungen" in anna.last.text
    assert "Ersatztermin: Fr., 19.03.2027, 09:00 Uhr" in anna.last.text

    await anna.taps("Details")

    assert "Grund: Zu wenige Anmeldungen" in anna.last.text
