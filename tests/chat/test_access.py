"""Asking for access: consent first, one request, one decision, and never a name."""

import pytest

from domain.channel import in_chat
from domain.vocabulary import Role
from standin.people.person import Person
from talk.access import LetIn
from tests.chat.conftest import World
from tests.chat.test_invite import forged


@pytest.fixture
def dormagen(world: World) -> Person:
    return world.telegram.person(901, "Koordination Dormagen")


async def asks(person: Person, office: str = "Jugendamt der Stadt Kaarst") -> None:
    await person.opens()
    await person.taps("Zugang anfragen")
    await person.taps("Einverstanden")
    await person.taps(office)


async def requests(world: World, *people: Person) -> int:
    async with world.bot.database.reading() as store:
        return sum([bool(await store.access.of_chat(in_chat(person.id))) for person in people])


async def members(world: World) -> int:
    async with world.bot.database.reading() as store:
        return await store.persons.count()


async def test_a_request_is_granted_and_goes_on_with_the_name(
    world: World, coordinator: Person, dormagen: Person, outsider: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await world.joins(dormagen, Role.COORDINATOR, "rkn-dormagen")
    before = len(dormagen.messages)
    await outsider.opens()
    await outsider.taps("Zugang anfragen")

    assert "Bitte schreiben Sie hier nichts über Kinder" in outsider.last.text
    assert await requests(world, outsider) == 0

    await outsider.taps("Einverstanden")

    assert await requests(world, outsider) == 0

    await outsider.taps("Jugendamt der Stadt Kaarst")

    assert "Ihre Anfrage ist unterwegs." in outsider.last.text
    assert await requests(world, outsider) == 1
    assert "Jemand fragt Zugang an." in coordinator.last.text
    assert len(dormagen.messages) == before

    await coordinator.taps("Freigeben")

    assert coordinator.toast == "Die Person ist jetzt dabei."
    assert "Ihre Anfrage ist freigegeben." in outsider.last.text

    await outsider.says("Otto Ötzmann")

    assert "Auf Teilnahmelisten: Otto Ötzmann" in outsider.messages[-2].text


async def test_a_coordinator_reads_the_institution_and_no_name(
    world: World, coordinator: Person, outsider: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await outsider.opens()
    await outsider.taps("Zugang anfragen")
    await outsider.taps("Einverstanden")
    await outsider.taps("Andere Stelle")
    await outsider.taps("Polizei")
    await outsider.taps("Kaarst")
    number = outsider.last.text.partition("Kennzahl: ")[2].split()[0]

    assert "Institution: Polizei, Kaarst" in coordinator.last.text
    assert f"Kennzahl: {number}" in coordinator.last.text
    assert "Otto" not in coordinator.reads()
    assert "666" not in coordinator.last.text.replace(number, "")


async def test_who_is_declined_is_forgotten(
    world: World, coordinator: Person, outsider: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await asks(outsider)
    await coordinator.taps("Ablehnen")

    assert "wurde nicht freigegeben" in outsider.last.text
    assert await requests(world, outsider) == 0
    assert await members(world) == 1

    await outsider.says("/termine")

    assert "Netzwerk ist geschlossen" in outsider.last.text


async def test_one_asks_once(world: World, coordinator: Person, outsider: Person) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await asks(outsider)
    before = len(coordinator.messages)
    await outsider.opens()
    await outsider.taps("Zugang anfragen")

    assert "Ihre Anfrage wartet noch auf Antwort." in outsider.last.text
    assert len(coordinator.messages) == before


async def test_the_first_decision_counts(
    world: World, coordinator: Person, dormagen: Person, outsider: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await world.joins(dormagen, Role.COORDINATOR)
    await asks(outsider)
    await coordinator.taps("Freigeben")
    told = len(outsider.messages)
    await dormagen.taps("Ablehnen")

    assert dormagen.toast == "Diese Anfrage ist schon entschieden oder zurückgezogen."
    assert "schon entschieden" in dormagen.last.text
    assert len(outsider.messages) == told
    assert await members(world) == 3


async def test_without_a_coordinator_of_the_office_all_are_asked(
    world: World, coordinator: Person, dormagen: Person, outsider: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await world.joins(dormagen, Role.LEAD, "rkn-dormagen")
    await asks(outsider, "Jugendamt der Stadt Meerbusch")

    assert "Jemand fragt Zugang an." in coordinator.last.text
    assert "Jemand fragt Zugang an." in dormagen.last.text


async def test_where_nobody_decides_nothing_is_kept(world: World, outsider: Person) -> None:
    await asks(outsider)

    assert "Es wurde nichts gespeichert." in outsider.last.text
    assert await requests(world, outsider) == 0


async def test_others_cannot_decide(
    world: World, coordinator: Person, dormagen: Person, anna: Person, outsider: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await world.joins(dormagen, Role.COORDINATOR, "rkn-dormagen")
    await world.joins(anna)
    await asks(outsider)
    async with world.bot.database.reading() as store:
        asked = await store.access.of_chat(in_chat(outsider.id))
    assert asked is not None
    grant = LetIn(asked.id, int(asked.requested_at.timestamp()))
    await forged(world, anna, grant)
    await dormagen.says("/menu")
    await forged(world, dormagen, grant)

    assert dormagen.toast == "Diese Anfrage entscheidet die Koordinierungsstelle vor Ort."

    await forged(world, coordinator, LetIn(asked.id, 12345))

    assert coordinator.toast == "Diese Anfrage ist schon entschieden oder zurückgezogen."
    assert await members(world) == 3


async def test_an_invitation_overtakes_the_request(
    world: World, coordinator: Person, outsider: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await asks(outsider)
    await world.joins(outsider, office="rkn-neuss")
    await coordinator.taps("Freigeben")

    assert coordinator.toast == "Diese Anfrage ist schon entschieden oder zurückgezogen."
    assert await requests(world, outsider) == 0


async def test_a_request_can_be_withdrawn(
    world: World, coordinator: Person, outsider: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await asks(outsider)
    await outsider.says("/loeschen")
    await outsider.taps("Ja, alles löschen")

    assert "Ihre Daten sind gelöscht." in outsider.last.text
    assert await requests(world, outsider) == 0
