"""The day in one message: once in the morning, only if there is something, until it is muted."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from domain.channel import in_chat
from domain.delivery import Kind, Letter
from standin.people.person import Person
from talk.daily import GoAhead
from tests.chat.conftest import World
from tests.chat.stage import BERLIN, STARTS, TITLE, coordinates, hand, plan, planned


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


@pytest.mark.long
async def test_too_few_is_told_each_morning_until_somebody_decides(
    world: World, anna: Person, coordinator: Person, bela: Person
) -> None:
    deadline = STARTS - timedelta(days=14)  # a Friday
    training = await planned(world, plan(minimum=3))
    await coordinates(world, coordinator)
    await coordinates(world, bela, office="rkn-neuss")
    await world.joins(anna)
    await at(world, deadline, 8)

    assert days_of(coordinator) == []  # at nine it is the deadline

    saturday = deadline + timedelta(days=1)
    await at(world, saturday, 8)

    assert days_of(coordinator)[-1] == (
        "Heute für Sie\n\nMindestzahl nicht erreicht\n"
        f"{TITLE}, Fr., 12.03.2027, 09:00–12:30 Uhr"
        "\n0 von 10 Plätzen vergeben\nMindestzahl: 3"
    )
    assert days_of(bela) == []
    assert coordinator.last.buttons[:2] == [
        ["Absagen"],
        ["Frist verlängern", "Trotzdem durchführen"],
    ]

    for person, said in ((anna, "Das können nur"), (bela, "verwaltet eine andere Stelle")):
        await hand(world, person, "Trotzdem", GoAhead(training.id))
        await person.taps("Trotzdem")

        assert said in f"{person.last.text} {person.toast}"

    await at(world, saturday + timedelta(days=2), 8)

    assert len(days_of(coordinator)) == 2  # nobody has decided

    await coordinator.taps("Absagen")

    assert "Warum" in coordinator.last.text

    await coordinator.says("/abbrechen")
    await coordinator.says("/verwalten")
    await coordinator.taps(f"1. {TITLE}")

    assert "Die Mindestzahl 3 ist nicht erreicht." in coordinator.last.text

    await coordinator.taps("Trotzdem durchführen")

    assert "Der Bot fragt nicht mehr nach." in coordinator.last.text
    assert "Trotzdem durchführen" not in coordinator.last.labels

    told = len(days_of(coordinator))
    await at(world, saturday + timedelta(days=3), 8)

    assert len(days_of(coordinator)) == told


async def test_a_later_deadline_ends_it_until_that_has_passed(
    world: World, coordinator: Person
) -> None:
    deadline = STARTS - timedelta(days=14)
    await planned(world, plan(minimum=3))
    await coordinates(world, coordinator)
    await at(world, deadline + timedelta(days=1), 8)
    await coordinator.taps("Frist verlängern")
    await coordinator.says("5.3.27 12:00")

    assert "5. März" in coordinator.last.text or "05.03.2027" in coordinator.last.text

    told = len(days_of(coordinator))
    await at(world, deadline + timedelta(days=3), 8)

    assert len(days_of(coordinator)) == told

    await at(world, deadline + timedelta(days=8), 8)

    assert "Mindestzahl nicht erreicht" in days_of(coordinator)[-1]


async def test_messages_in_doubt_are_told_of_with_the_way_to_them(
    world: World, anna: Person, coordinator: Person
) -> None:
    training = await planned(world)
    await coordinates(world, coordinator)
    await world.joins(anna)
    async with world.bot.database.transaction() as store:
        known = await store.persons.by_chat(in_chat(anna.id))
        assert known is not None
        facts = {"revision": 0}
        now = world.clock.now()
        letter = Letter(
            "lost", Kind.ANNOUNCEMENT, now, known.id, training_id=training.id, facts=facts
        )
        await store.deliveries.put(letter)
    world.telegram.fault("sendMessage", "reset", after=True, chat_id=anna.id)
    await world.moves(timedelta(minutes=10))
    await at(world, STARTS - timedelta(days=30), 8)

    assert days_of(coordinator)[-1].endswith(
        "Nachrichten, bei denen etwas nicht stimmt\nUngewiss: 1"
    )

    await coordinator.taps(coordinator.last.labels[0])

    assert "Ungewiss: 1" in coordinator.last.text
