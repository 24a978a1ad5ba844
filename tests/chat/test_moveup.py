"""A seat given back late: the first in line is asked, then the next; in the end all are told."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest

from domain.register import Tally
from domain.training import Training
from domain.vocabulary import RegistrationStatus
from standin.people.person import Person
from standin.world.chats import Standing
from talk.manage import ManageOne
from talk.moveup import LeaveSeat, TakeSeat
from talk.register import Show
from tests.chat.conftest import World
from tests.chat.stage import BERLIN, STARTS, coordinates, crowd, hand, plan, planned

ASKED = "Ein Platz ist für Sie frei."


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment in March 2027; the 12th, a Friday at nine, is the day of the training."""
    return datetime(2027, 3, day, hour, minute, tzinfo=BERLIN)


async def opens(world: World, person: Person, training: Training) -> None:
    await hand(world, person, "Karte", Show(training.id))
    await person.taps("Karte")


async def full(world: World, waiting: int, **changed: Any) -> tuple[Training, list[Person]]:
    """Plan a training with one seat, which the first of these people has; the others wait."""
    training = await planned(world, plan(seats=1, **changed))
    people = await crowd(world, waiting + 1)
    for person in people:
        await opens(world, person, training)
        await person.taps("Anmelden" if person is people[0] else "Auf die Warteliste")
    return training, people


async def gives_back(world: World, person: Person, training: Training) -> None:
    await opens(world, person, training)
    await person.taps("Abmelden")
    await person.taps("Ja, abmelden")
    await world.settled()


async def stands(world: World, training: Training) -> list[RegistrationStatus]:
    """Return where people stand, in the order of the line."""
    async with world.bot.database.reading() as store:
        return [own.status for own in await store.registrations.active(training.id)]


async def promoted(world: World, training: Training) -> int:
    async with world.bot.database.reading() as store:
        return (await store.trainings.tallies(training.id)).get(Tally.PROMOTED, 0)


def newest(people: Sequence[Person]) -> list[str]:
    """Return the first lines of what people read last."""
    return [person.last.text.splitlines()[0] for person in people]


@pytest.mark.long
async def test_the_first_is_asked_and_takes_the_seat(
    world: World, outsider: Person, coordinator: Person
) -> None:
    training, (first, bela, chris) = await full(world, 2)
    await coordinates(world, coordinator)
    other = await coordinates(world, world.telegram.person(901, "Neuss"), "rkn-neuss")
    await opens(world, bela, training)

    assert "Wird ein Platz frei, rücken Sie nach" in bela.last.text

    await world.moves_to(at(8, 10))
    await opens(world, bela, training)

    assert "wird er Ihnen der Reihe nach angeboten" in bela.last.text

    await gives_back(world, first, training)

    assert bela.last.text.startswith(ASKED)
    assert "Bitte antworten Sie bis Di., 09.03.2027, 09:00 Uhr." in bela.last.text
    assert bela.last.buttons == [["Platz annehmen", "Platz ablehnen"], ["Details"]]
    assert await stands(world, training) == [
        RegistrationStatus.OFFERED,
        RegistrationStatus.WAITLISTED,
    ]

    await hand(world, coordinator, "Zeigen", ManageOne(training.id))
    await coordinator.taps("Zeigen")

    assert "Angeboten: ein Platz, Antwort bis Di., 09.03.2027, 09:00 Uhr" in coordinator.last.text

    take = TakeSeat(training.id, training.plan.shown)
    for stranger in (outsider, other, coordinator, chris):
        if stranger is outsider:
            await stranger.says("/start")
        for label, action in (("Ja", take), ("Nein", LeaveSeat(training.id))):
            await hand(world, stranger, label, action)
            await stranger.taps(label)

    assert (await stands(world, training))[0] is RegistrationStatus.OFFERED

    await bela.says("/meine")

    assert "Bitte antworten Sie bis Di., 09.03.2027, 09:00 Uhr." in bela.last.text

    await opens(world, bela, training)
    await bela.taps("Platz annehmen")

    assert bela.toast == "Sie haben den Platz: Gespräche <führen> & verstehen"
    assert bela.last.text.startswith("Ihr Platz ist bestätigt.")
    assert bela.last.document is not None
    assert await promoted(world, training) == 1

    await world.moves_to(at(11, 8, 1))

    assert bela.last.text.startswith("Erinnerung: morgen")
    assert await promoted(world, training) == 1


@pytest.mark.long
async def test_who_declines_or_does_not_answer_lets_the_next_one(world: World) -> None:
    training, (first, bela, chris, dana) = await full(world, 3)
    await world.moves_to(at(8, 10))
    await gives_back(world, first, training)
    await bela.taps("Platz ablehnen")

    assert bela.toast == "Danke für die Antwort. Der Platz geht an die Nächsten."
    assert "nicht mehr auf der Warteliste" in bela.last.text

    await bela.says("/auskunft")

    assert any("Ein Angebot nachzurücken ist gespeichert" in each.text for each in bela.messages)
    assert bela.last.document is not None
    (told,) = json.loads(bela.last.document.content)["seats_offered"]
    assert (told["ended"], told["to_all"]) == ("declined", False)
    assert chris.last.text.startswith(ASKED)

    await world.moves_to(at(9, 8, 59))

    assert chris.last.text.startswith(ASKED)

    await world.moves_to(at(9, 9, 1))

    assert chris.last.text.startswith("Die Zeit für Ihre Antwort ist vorbei.")
    assert "Sie stehen auf der Warteliste, Platz 1." in chris.last.text
    assert dana.last.text.startswith(ASKED)

    await chris.taps("Von der Warteliste nehmen")
    await chris.taps("Ja, Warteliste verlassen")
    await dana.taps("Platz annehmen")

    assert await stands(world, training) == [RegistrationStatus.CONFIRMED]


@pytest.mark.long
async def test_at_night_nobody_is_asked_and_no_term_runs(world: World) -> None:
    training, (first, bela) = await full(world, 1)
    await world.moves_to(at(6, 21))  # a Saturday night
    await gives_back(world, first, training)

    assert not bela.last.text.startswith(ASKED)

    await opens(world, bela, training)

    assert ASKED in bela.last.text

    await world.moves_to(at(8, 6, 59))

    assert not bela.last.text.startswith("Ein Platz ist für Sie frei.\nBitte")

    await world.moves_to(at(8, 7, 1))

    assert bela.last.text.startswith("Ein Platz ist für Sie frei.\nBitte antworten Sie bis Mo.")

    await world.moves_to(at(8, 19, 0))

    assert await stands(world, training) == [RegistrationStatus.OFFERED]


@pytest.mark.long
@pytest.mark.differs  # seats are given under a lock
async def test_who_is_not_reached_is_passed_over_and_keeps_the_place(world: World) -> None:
    training, (first, bela, chris) = await full(world, 2)
    bela.chat.standing = Standing.BLOCKED
    await world.moves_to(at(8, 10))
    await gives_back(world, first, training)
    await world.settled()

    assert chris.last.text.startswith(ASKED)
    assert await stands(world, training) == [
        RegistrationStatus.WAITLISTED,
        RegistrationStatus.OFFERED,
    ]


@pytest.mark.long
@pytest.mark.differs  # seats are given under a lock
async def test_on_the_last_day_the_first_tap_has_the_seat(world: World) -> None:
    training, (first, bela, chris) = await full(world, 2)
    await world.moves_to(at(11, 9, 1))
    await gives_back(world, first, training)

    assert newest([bela, chris]) == ["Ein Platz ist frei geworden."] * 2

    await chris.taps("Platz annehmen")
    await bela.taps("Platz annehmen")

    assert chris.last.text.startswith("Ihr Platz ist bestätigt.")
    assert bela.toast == "Dieser Platz ist schon vergeben. Sie stehen weiter auf der Warteliste."

    await gives_back(world, chris, training)

    assert newest([bela]) == ["Ein Platz ist frei geworden."]

    await world.moves_to(STARTS + timedelta(minutes=1))

    assert "hat begonnen, ein Platz wurde nicht frei" in bela.last.text
