"""Inviting in chat: four taps, a link and a code; nobody can invite further than allowed."""

import re

import pytest

from domain.channel import in_chat
from domain.vocabulary import Role
from standin.people.person import Person
from talk.action import Action
from talk.form import Pick
from tests.chat.conftest import World


async def invites(person: Person, role: str, target: str, uses: str = "5 Personen") -> str:
    """Make an invitation and return its token."""
    await person.says("/einladen")
    await person.taps(role)
    await person.taps(target)
    await person.taps(uses)
    await person.taps("14 Tage")
    return token_in(person)


def token_in(person: Person) -> str:
    found = re.search(r"https://t\.me/\w+\?start=([\w-]+)", person.last.text)
    assert found is not None
    return found[1]


async def open_ids(world: World) -> list[int]:
    async with world.bot.database.reading() as store:
        return [each.id for each in await store.invitations.open(world.clock.now())]


async def forged(world: World, person: Person, action: Action) -> None:
    """Press the newest button with another meaning, as a changed app could."""
    post = next(post for post in reversed(person.chat.shown()) if post.rows)
    post.rows[0][0]["callback_data"] = action.pack()
    await person.presses(post.id, 0, 0)


def picking(person: Person, value: str) -> Pick:
    """Return another answer to the newest question."""
    post = next(post for post in reversed(person.chat.shown()) if post.rows)
    shown = Pick.unpack(post.rows[0][0]["callback_data"].partition("~")[0])
    return Pick(shown.version, value)


async def test_a_coordinator_invites_with_four_taps_in_one_card(
    world: World, coordinator: Person, anna: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await coordinator.says("/einladen")
    card = coordinator.last.message_id

    assert coordinator.last.labels == ["Fachkraft", "Koordinierungsstelle", "Zum Menü"]

    await coordinator.taps("Fachkraft")

    assert "Einladung als Fachkraft" in coordinator.last.text
    assert coordinator.last.labels[0] == "Jugendamt der Stadt Kaarst"
    assert "Jugendamt der Stadt Dormagen" not in coordinator.last.labels

    await coordinator.taps("Jugendamt der Stadt Kaarst")
    await coordinator.taps("5 Personen")
    await coordinator.taps("14 Tage")
    made, passed_on = coordinator.messages[-2:]

    assert made.message_id == card
    assert "noch 5 Personen, gültig bis Di., 23.02.2027, 10:00 Uhr" in made.text
    assert "Er gilt für: Jugendamt der Stadt Kaarst." in passed_on.text
    assert not passed_on.buttons

    await anna.opens(token_in(coordinator))
    await anna.taps("Einverstanden")

    assert "Sie gehören zu: Jugendamt der Stadt Kaarst" in anna.last.text


async def test_a_link_says_what_it_is_for_and_those_of_before_still_open(
    world: World, coordinator: Person, anna: Person, bela: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    opens = await invites(coordinator, "Fachkraft", "Jugendamt der Stadt Kaarst")
    token = opens.removeprefix("i-")

    assert opens == f"i-{token}"

    await anna.opens(opens)
    await bela.opens(token)
    for person in (anna, bela):
        await person.taps("Einverstanden")

        assert "Sie gehören zu: Jugendamt der Stadt Kaarst" in person.last.text


async def test_a_link_to_a_training_is_answered_politely(
    world: World, anna: Person, outsider: Person
) -> None:
    await world.joins(anna)
    for person in (anna, outsider):
        await person.opens("t-1")

    assert "Diese Fortbildung gibt es hier nicht." in anna.last.text
    assert "Termine im Angebot" in anna.last.labels
    assert "Zugang anfragen" in outsider.last.labels
    async with world.bot.database.reading() as store:
        assert await store.persons.by_chat(in_chat(outsider.id)) is None


async def test_the_code_is_sent_as_a_picture(world: World, coordinator: Person) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await invites(coordinator, "Fachkraft", "Polizei", "Eine Person")

    assert world.telegram.ledger[-1].method == "sendPhoto"


async def test_a_tap_too_many_makes_no_second_invitation(world: World, coordinator: Person) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await coordinator.says("/einladen")
    await coordinator.taps("Fachkraft")
    await coordinator.taps("Polizei")
    await coordinator.taps("Eine Person")
    post = next(post for post in reversed(coordinator.chat.shown()) if post.rows)
    days = dict(post.rows[0][0])
    await coordinator.taps("7 Tage")
    post.rows[0][0] = days
    await coordinator.presses(post.id, 0, 0)

    assert coordinator.toast == "Diese Auswahl ist nicht mehr aktuell."
    assert len(await open_ids(world)) == 1


async def test_one_can_go_back_and_stop(world: World, coordinator: Person) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await coordinator.says("/einladen")
    await coordinator.taps("Fachkraft")
    await coordinator.taps("Polizei")
    await coordinator.taps("20 Personen")
    await coordinator.taps("Zurück")

    assert "Für wie viele Personen" in coordinator.last.text

    await coordinator.taps("Zurück")
    await coordinator.taps("Zurück")

    assert "Wen möchten Sie einladen?" in coordinator.last.text

    await coordinator.says("/abbrechen")
    await coordinator.taps("Fachkraft")

    assert coordinator.toast == "Diese Auswahl ist nicht mehr aktuell."


@pytest.mark.long
@pytest.mark.differs  # what no other story asks of storage
async def test_a_withdrawn_invitation_lets_nobody_in(
    world: World, coordinator: Person, anna: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    token = await invites(coordinator, "Fachkraft", "Jugendamt der Stadt Kaarst")
    await coordinator.says("/einladen")
    await coordinator.taps("Offene Einladungen (1)")
    await coordinator.taps("1. Zurückziehen")

    assert coordinator.toast == "Die Einladung ist zurückgezogen."
    assert "Zurzeit ist keine Einladung offen." in coordinator.last.text

    await anna.opens(token)

    assert "zurückgezogen" in anna.last.text


async def test_a_coordinator_cannot_reach_further_than_the_own_office(
    world: World, coordinator: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await coordinator.says("/einladen")
    await forged(world, coordinator, picking(coordinator, Role.LEAD))

    assert "Wen möchten Sie einladen?" in coordinator.last.text

    await coordinator.says("/einladen")
    await coordinator.taps("Fachkraft")
    await forged(world, coordinator, picking(coordinator, "o-rkn-dormagen"))

    assert "Für welche Stelle?" in coordinator.last.text
    assert await open_ids(world) == []


async def test_the_lead_invites_everywhere_and_sees_all(
    world: World, coordinator: Person, bela: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await world.joins(bela, Role.LEAD, "rkn-neuss")
    await invites(coordinator, "Fachkraft", "Jugendamt der Stadt Kaarst")
    await bela.says("/einladen")

    assert "Leserecht Bericht" in bela.last.labels
    assert "Federführung/Geschäftsführung" in bela.last.labels

    await bela.taps("Koordinierungsstelle")

    assert "Jugendamt der Stadt Dormagen" in bela.last.labels
    assert "Polizei" not in bela.last.labels

    await bela.says("/einladen")
    await bela.taps("Offene Einladungen (1)")

    assert "Jugendamt der Stadt Kaarst" in bela.last.text


async def test_a_coordinator_does_not_see_the_invitations_of_others(
    world: World, coordinator: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await world.invite(Role.SPECIALIST, "rkn-neuss")
    await world.invite(Role.LEAD, "rkn-kaarst")
    await coordinator.says("/einladen")

    assert coordinator.last.labels == ["Fachkraft", "Koordinierungsstelle", "Zum Menü"]


async def test_only_coordinators_invite(world: World, anna: Person, outsider: Person) -> None:
    await world.joins(anna)
    await anna.says("/einladen")

    assert "Das können nur Koordinierende." in anna.last.text

    await outsider.says("/einladen")

    assert "Netzwerk ist geschlossen" in outsider.last.text
