"""The day in one message: once in the morning, only if there is something, until it is muted."""

from __future__ import annotations

from datetime import datetime, timedelta

from standin.people.person import Person
from tests.chat.conftest import World
from tests.chat.stage import BERLIN, STARTS, TITLE, coordinates, planned


def days_of(person: Person) -> list[str]:
    return [m.text for m in person.messages if m.text.startswith("Heute für Sie")]


async def at(world: World, day: datetime, hour: int, minute: int = 0) -> None:
    await world.moves_to(day.replace(hour=hour, minute=minute, tzinfo=BERLIN))


async def test_the_morning_tells_once_what_is_near_and_leads_there(
    world: World, coordinator: Person, bela: Person
) -> None:
    await planned(world)
    await coordinates(world, coordinator)
    await coordinates(world, bela, office="rkn-neuss")
    eve = STARTS - timedelta(days=1)
    await at(world, eve, 7, 0)

    assert days_of(coordinator) == []

    await at(world, eve, 7, 35)

    assert days_of(coordinator) == [
        (
            "Heute für Sie\n\nAls Nächstes\n"
            f"{TITLE}, Fr., 12.03.2027, 09:00–12:30 Uhr"
            "\n0 von 10 Plätzen vergeben"
        )
    ]
    assert days_of(bela) == []

    await at(world, eve, 9, 0)

    assert len(days_of(coordinator)) == 1

    await coordinator.taps(coordinator.last.labels[0])

    assert "Teilnahmeliste" in coordinator.last.text


async def test_after_the_end_it_asks_for_the_closing_until_it_is_muted(
    world: World, coordinator: Person
) -> None:
    await planned(world)
    await coordinates(world, coordinator)
    await at(world, STARTS + timedelta(days=3), 8)

    assert "Noch nicht abgeschlossen" in days_of(coordinator)[-1]

    await coordinator.says("/profil")
    await coordinator.taps("Nicht mehr täglich")

    assert "nicht mehr" in coordinator.last.text

    told = len(days_of(coordinator))
    await at(world, STARTS + timedelta(days=4), 8)

    assert len(days_of(coordinator)) == told

    await coordinator.taps("Wieder täglich")
    await at(world, STARTS + timedelta(days=5), 8)

    assert len(days_of(coordinator)) == told + 1


async def test_on_sundays_nothing_comes(world: World, coordinator: Person) -> None:
    await planned(world)
    await coordinates(world, coordinator)
    saturday = STARTS + timedelta(days=1)
    await at(world, saturday, 8)
    told = len(days_of(coordinator))
    await at(world, saturday + timedelta(days=1), 8)

    assert told == 1
    assert len(days_of(coordinator)) == told
