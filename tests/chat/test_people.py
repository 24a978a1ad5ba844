"""The own people: seen, confirmed once a year, asked, and let go; others are only counted."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.training import Training
from domain.vocabulary import Role
from standin.people.person import Person
from talk.people import AskEnd, AskMember, ConfirmAll, EndMembership, OwnMember, OwnPeople
from tests.chat.conftest import START, World
from tests.chat.stage import TITLE, coordinates, hand, plan, planned
from tests.chat.test_register import opens_card

DAY = timedelta(days=1)


@pytest.fixture
def neighbour(world: World) -> Person:
    return world.telegram.person(901, "Nebenan")


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world, plan(seats=1), host="rkn-neuss")


async def number(world: World, person: Person) -> int:
    """Return the number of a member."""
    async with world.bot.database.reading() as store:
        for each in await store.members._numbers():
            found = await store.persons.get(each)
            if found is not None and found.address.name == str(person.id):
                return found.id
    return 0


@pytest.mark.long
async def test_own_people_are_seen_by_name_or_number_and_others_counted(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna, name="Änne Beispiel")
    await world.joins(bela)
    await world.joins(world.telegram.person(104, "Dana"), office="rkn-neuss", name="Dana Fremd")
    await coordinates(world, coordinator)
    await opens_card(anna)
    await anna.taps("Anmelden")
    await opens_card(bela)
    await bela.taps("Auf die Warteliste")
    await coordinator.says("/mitglieder")
    code = await number(world, bela)

    assert coordinator.last.text.startswith("Eigene Mitglieder\n3 Mitglieder\n\n1. Änne Beispiel\n")
    assert (
        f"2. Mitglied {code}\nFachkraft, Jugendamt der Stadt Kaarst\nDabei seit Februar 2027"
        in (coordinator.last.text)
    )
    assert "Dana" not in coordinator.last.text

    await coordinator.taps("Bei anderen")

    assert f"{TITLE}\n" in coordinator.last.text
    assert "Mit Platz: 1, auf der Warteliste: 1" in coordinator.last.text
    assert "Änne" not in coordinator.last.text

    await bela.says("/auskunft")

    assert any(f"Mitgliedsnummer: {code}, dabei seit Februar 2027" in m.text for m in bela.messages)


@pytest.mark.long
async def test_a_membership_ends_by_a_second_tap_and_the_line_moves_up(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna, name="Änne Beispiel")
    await world.joins(bela, office="rkn-neuss")
    await coordinates(world, coordinator)
    await opens_card(anna)
    await anna.taps("Anmelden")
    await opens_card(bela)
    await bela.taps("Auf die Warteliste")
    await coordinator.says("/mitglieder")
    await coordinator.taps("1. Änne Beispiel")
    await coordinator.taps("Mitgliedschaft beenden")

    assert "Alle Daten der Person werden gelöscht." in coordinator.last.text

    await coordinator.taps("Ja, beenden")

    assert coordinator.last.text.startswith("Die Mitgliedschaft ist beendet.")
    assert "1 Mitglieder" not in coordinator.last.text
    assert anna.last.text.startswith("Ihre Mitgliedschaft ist beendet.")
    assert bela.last.text.startswith("Sie sind nachgerückt und haben einen Platz.")

    await anna.says("/meine")

    assert "geschlossen" in anna.last.text


@pytest.mark.long
async def test_who_may_not_gets_nowhere(
    world: World, anna: Person, bela: Person, coordinator: Person, neighbour: Person,
    outsider: Person,
) -> None:  # fmt: skip
    await world.joins(anna, name="Änne Beispiel")
    await world.joins(bela)
    await coordinates(world, coordinator)
    await coordinates(world, neighbour, "rkn-neuss")
    colleague = await coordinates(world, world.telegram.person(903, "Kollegin"))
    await outsider.opens()
    whom = await number(world, anna)
    for action in (OwnMember(whom), AskMember(whom), AskEnd(whom), EndMembership(whom)):
        for person in (outsider, bela, neighbour):
            await hand(world, person, "Los", action)
            await person.taps("Los")

            assert "Änne" not in person.last.text
        assert neighbour.toast == "Dieses Mitglied gehört zu einer anderen Stelle."
    for of_all in (OwnPeople(0), ConfirmAll()):
        await hand(world, bela, "Los", of_all)
        await bela.taps("Los")

        assert bela.last.text == "Das können nur Koordinierende."

    other = await number(world, colleague)
    await hand(world, coordinator, "Los", EndMembership(other))
    await coordinator.taps("Los")

    assert coordinator.toast == "Koordinierende verabschiedet nur die Federführung."

    lead = await coordinates(world, world.telegram.person(904, "Leitung"), "rkn-neuss", Role.LEAD)
    await hand(world, lead, "Los", EndMembership(other))
    await lead.taps("Los")

    assert colleague.last.text.startswith("Ihre Mitgliedschaft ist beendet.")
    assert await number(world, anna) == whom


async def lives(world: World, until: int, *people: Person) -> None:
    """Let days pass from the beginning on, with a sign of life of some a day before the end."""
    await world.moves_to(START + (until - 1) * DAY)
    for person in people:
        await person.says("/menu")
    await world.moves_to(START + until * DAY)


@pytest.mark.long
@pytest.mark.differs  # what no other story asks of storage
async def test_who_is_not_confirmed_is_asked_and_leaves_without_an_answer(
    world: World, anna: Person, bela: Person, coordinator: Person
) -> None:
    chris = world.telegram.person(103, "Chris")
    for person in (anna, bela, chris):
        await world.joins(person)
    await coordinates(world, coordinator)
    await lives(world, 203, anna, bela, chris, coordinator)
    await coordinator.says("/mitglieder")
    await coordinator.taps(f"3. Mitglied {await number(world, chris)}")
    await coordinator.taps("Nachfragen")

    assert coordinator.toast == "Die Person wird gefragt, ob sie noch dort arbeitet."
    assert chris.last.text.startswith("Arbeiten Sie noch hier?\n\nJugendamt der Stadt Kaarst")

    await coordinator.taps("Zur Liste")
    await coordinator.taps("Alle bestätigen")

    assert "Arbeiten diese 2 Mitglieder noch bei Ihnen?" in coordinator.last.text
    assert "Eine Person wurde gefragt und antwortet selbst." in coordinator.last.text

    await coordinator.taps("Ja, alle bestätigen")

    assert coordinator.last.text.startswith("2 Mitglieder sind für ein Jahr bestätigt.")

    await chris.taps("Ja, ich arbeite noch dort")

    assert chris.last.text.startswith("Danke, Sie bleiben dabei.")

    await lives(world, 537, anna, bela, chris, coordinator)

    assert not any("Bitte bestätigen Sie" in m.text for m in coordinator.messages)

    await lives(world, 538, anna, bela, chris, coordinator)

    assert coordinator.last.text.startswith("Bitte bestätigen Sie Ihre Mitglieder.")

    await lives(world, 567, anna, bela, chris, coordinator)

    assert not any(m.text.startswith("Arbeiten Sie noch") for m in anna.messages)

    await lives(world, 568, anna, bela, chris, coordinator)

    assert anna.last.text.startswith("Arbeiten Sie noch hier?")
    assert "Ohne Antwort werden Ihre Daten am 29. September 2028 gelöscht." in anna.last.text

    await anna.taps("Ja, ich arbeite noch dort")
    await lives(world, 591, bela, coordinator)

    assert bela.last.text.startswith("Arbeiten Sie noch hier?")  # a second time, a week before
    assert [m.text[:19] for m in bela.messages].count("Arbeiten Sie noch h") == 2

    await lives(world, 597, anna, bela, coordinator)

    assert await number(world, bela) != 0

    await world.moves_to(START + 598 * DAY)

    assert bela.last.text.startswith("Sie haben nicht geantwortet")
    assert await number(world, bela) == 0
    assert await number(world, anna) != 0
    assert await number(world, coordinator) != 0
