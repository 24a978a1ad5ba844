"""Who is registered: hosts read seat codes and given names, and take somebody out for a reason."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.manage_people import A_PAGE
from domain.register import register
from domain.training import Training
from domain.vocabulary import Role
from standin.people.person import Person
from talk.manage_people import FindSeat, SeePeople, TakeOut
from tests.chat.budget import budget
from tests.chat.conftest import World
from tests.chat.stage import STARTS, TITLE, coordinates, crowd, hand, plan, planned
from tests.chat.test_register import opens_card


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world, plan(seats=1))


async def registers(person: Person, label: str = "Anmelden") -> None:
    await opens_card(person)
    await person.taps(label)


async def lists(person: Person) -> None:
    await person.says("/verwalten")
    await person.taps(f"1. {TITLE}")
    await person.taps("Wer angemeldet ist")


@pytest.mark.long
async def test_a_host_takes_somebody_out_and_the_line_moves_up(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna, office="rkn-neuss", name="Änne Beispiel")
    await world.joins(bela)
    await registers(anna)
    await registers(bela, "Auf die Warteliste")
    await coordinates(world, coordinator)
    await lists(coordinator)

    assert coordinator.last.text.splitlines()[3:6] == [
        "",
        "Platz 01, Jugendamt der Stadt Neuss: Änne Beispiel",
        "Warteliste 1 (Nummer 02), Jugendamt der Stadt Kaarst",
    ]
    assert coordinator.last.buttons == [
        ["Nummer 01", "Nummer 02"],
        ["Sammelplätze buchen"],
        ["Zur Fortbildung"],
    ]

    await coordinator.taps("Nummer 01")
    await coordinator.taps("Doppelt angemeldet")

    assert "Platz 01, Jugendamt der Stadt Neuss\n" in coordinator.last.text
    assert "Beispiel" not in coordinator.last.text  # a question stays longer than names may
    assert "Grund: Doppelt angemeldet" in coordinator.last.text

    await coordinator.taps("Ja, herausnehmen")

    assert coordinator.last.text.startswith(
        "Nummer 01 ist herausgenommen. Die Person erhält Nachricht. Eine Person rückt nach."
    )
    assert "Platz 02, Jugendamt der Stadt Kaarst" in coordinator.last.text
    assert anna.last.text.startswith("Ihre Anmeldung wurde aufgehoben.")
    assert "Grund: Doppelt angemeldet" in anna.last.text
    assert "Jugendamt der Stadt Kaarst. Fragen beantwortet sie gern." in anna.last.text
    assert anna.last.document is not None
    assert b"CANCELLED" in anna.last.document.content
    assert bela.last.text.startswith("Sie sind nachgerückt und haben einen Platz.")

    await world.moves_to(STARTS - timedelta(days=1, hours=-1))

    assert len([m for m in anna.messages if m.text.startswith("Erinnerung")]) == 0


@pytest.mark.long
async def test_nobody_else_may(
    world: World, anna: Person, bela: Person, outsider: Person, training: Training
) -> None:
    await world.joins(anna, name="Änne Beispiel")
    await registers(anna)
    await outsider.opens()
    other = await coordinates(world, world.telegram.person(901, "Nebenan"), "rkn-neuss")
    for action in (SeePeople(training.id, 0), TakeOut(training.id, 1), FindSeat(training.id)):
        for person in (outsider, anna, other):
            await hand(world, person, "Los", action)
            await person.taps("Los")

            assert "Änne" not in person.last.text
            assert "Warum nehmen" not in person.last.text
    assert other.toast == "Diese Fortbildung verwaltet eine andere Stelle."
    async with world.bot.database.reading() as store:
        found = await store.attendees.by_code(training.id, 1)
    assert found is not None


@pytest.mark.long
async def test_the_lead_of_another_office_sees_numbers_and_a_wrong_number_loses_nothing(
    world: World, anna: Person, bela: Person, training: Training
) -> None:
    lead = await coordinates(world, world.telegram.person(902, "Leitung"), "rkn-neuss", Role.LEAD)
    await world.joins(anna, name="Änne Beispiel")
    await world.joins(bela, office="rkn-neuss", name="Béla Muster")
    await registers(anna)
    await registers(bela, "Auf die Warteliste")
    await lists(lead)

    assert "Änne" not in lead.last.text
    assert "Warteliste 1 (Nummer 02), Jugendamt der Stadt Neuss: Béla Muster" in lead.last.text

    await hand(world, lead, "Los", TakeOut(training.id, 77))
    await lead.taps("Los")

    assert lead.last.text.startswith("Unter der Nummer 77 ist niemand angemeldet.")

    await hand(world, lead, "Los", FindSeat(training.id))
    await lead.taps("Los")
    await lead.says("77")

    assert lead.last.text.startswith("Unter der Nummer 77 ist niemand angemeldet.")

    await lead.says("02")
    await lead.taps("Nummer 02")
    await lead.taps("Auf eigenen Wunsch")
    await lead.taps("Ja, herausnehmen")

    assert bela.last.text.startswith("Ihr Platz auf der Warteliste wurde aufgehoben.")
    assert bela.last.document is None

    await world.moves_to(STARTS)
    await hand(world, lead, "Los", TakeOut(training.id, 1))
    await lead.taps("Los")
    await lead.taps("Auf eigenen Wunsch")
    await lead.taps("Ja, herausnehmen")

    assert lead.last.text.startswith("Das geht nicht mehr.")


@pytest.mark.long
@pytest.mark.differs  # how many statements it takes
async def test_a_page_costs_the_same_however_many_there_are(
    world: World, coordinator: Person
) -> None:
    training = await planned(world, plan(seats=30))
    await coordinates(world, coordinator)
    spent = []
    for first, n in ((10_000, 25), (20_000, 15)):
        await crowd(world, n, first=first)
        async with world.bot.database.transaction() as store:
            for number in await store.members._numbers():
                person = await store.persons.get(number)
                if person is not None and person.role is Role.SPECIALIST:
                    await register(store.registrations, training.id, person, world.clock.now())
        await lists(coordinator)
        with budget(world.bot.database) as counted:
            await coordinator.taps("Weiter")
        spent.append(counted.spent)

    assert spent[0] == spent[1]
    assert "Seite 2 von 4" in coordinator.last.text
    assert len(coordinator.last.text.splitlines()) > A_PAGE

    await coordinator.taps("Weiter")
    await coordinator.taps("Weiter")

    assert "Warteliste 10 (Nummer 40)" in coordinator.last.text
