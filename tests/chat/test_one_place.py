"""One person has one role and one place: a second invitation asks, and the last lead stays."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.channel import in_chat
from domain.invite import join, token_hash
from domain.invite_leads import must_stay
from domain.person import Newcomer, Place
from domain.person import Person as Member
from domain.vocabulary import Role, Sector
from standin.people.person import Person
from talk.form import Pick
from talk.join import Agree, AgreedBefore
from talk.privacy import Erase
from tests.chat.conftest import START, World
from tests.chat.stage import hand
from tests.chat.test_access import asks

BERLIN = ZoneInfo("Europe/Berlin")
DAY = timedelta(days=1)
KAARST = "Fachkraft, Jugendamt der Stadt Kaarst"
NEUSS = "Koordinierungsstelle, Jugendamt der Stadt Neuss"


async def left(world: World, token: str) -> int:
    """Return how often an invitation can still be used."""
    async with world.bot.database.reading() as store:
        found = await store.invitations.find(token_hash(token))
    assert found is not None
    return found.uses_left


async def member(world: World, person: Person) -> Member | None:
    async with world.bot.database.reading() as store:
        return await store.persons.by_chat(in_chat(person.id))


async def presses_again(world: World, person: Person, token: str) -> None:
    """Press the consent of an invitation once more, as an old card offers it."""
    await hand(world, person, "Noch einmal", Agree(token, 1))
    await person.taps("Noch einmal")


@pytest.mark.long
async def test_one_person_takes_one_use(world: World, anna: Person, outsider: Person) -> None:
    token = await world.invite(uses=3)
    await anna.opens(token)
    await anna.opens(token)
    await anna.taps("Einverstanden")
    await anna.taps("Einverstanden")

    assert "Ihren Namen eintragen" in anna.last.text

    await anna.taps("Ohne Namen weiter")
    await presses_again(world, anna, token)

    assert anna.last.text.startswith(f"Sie gehören schon dazu: {KAARST}.")

    await world.moves(DAY)
    await anna.opens(token)
    await presses_again(world, anna, token)
    await world.moves(15 * DAY)  # the invitation is over: still no reproach to who came by it
    await presses_again(world, anna, token)

    assert anna.last.text.startswith("Sie gehören schon dazu")
    assert await left(world, token) == 2

    await outsider.opens()
    await presses_again(world, outsider, token)

    assert "abgelaufen" in outsider.last.text
    assert await member(world, outsider) is None


async def test_the_chosen_district_counts_once(world: World, anna: Person) -> None:
    token = await world.invite(office=None, sector=Sector.POLICE, uses=3)
    await anna.opens(token)
    await anna.taps("Einverstanden")
    await anna.taps("Kaarst")
    await anna.taps("Ohne Namen weiter")
    await hand(world, anna, "Dormagen", Pick(7, "rkn-dormagen"))
    await anna.taps("Dormagen")

    assert anna.toast == "Diese Auswahl ist nicht mehr aktuell."

    await presses_again(world, anna, token)

    assert anna.last.text.startswith("Sie gehören schon dazu: Fachkraft, Polizei, Kaarst.")
    assert await left(world, token) == 2


async def test_who_was_erased_comes_as_a_new_person(world: World, anna: Person) -> None:
    token = await world.invite(uses=3)
    await anna.opens(token)
    await anna.taps("Einverstanden")
    await anna.says("/loeschen")
    await anna.taps("Ja, alles löschen")
    await presses_again(world, anna, token)

    assert await member(world, anna) is not None
    assert await left(world, token) == 1


async def test_a_second_invitation_shows_both_and_asks(
    world: World, anna: Person, bela: Person
) -> None:
    await world.joins(anna)
    token = await world.invite(Role.COORDINATOR, "rkn-neuss", uses=2)
    await anna.opens(token)

    assert f"Bisher: {KAARST}\nMit dieser Einladung: {NEUSS}" in anna.last.text
    assert anna.last.labels == ["Behalten", "Ändern"]

    await anna.taps("Behalten")

    assert anna.last.text == f"Es bleibt dabei: {KAARST}."
    assert await left(world, token) == 2

    await anna.opens(token)
    pressed = anna.last.message_id
    version = anna.chat.posts[pressed].rows[1][0]["callback_data"].split(":")[1].split("~")[0]
    await anna.taps("Ändern")

    assert f"Von jetzt an: {NEUSS}. Ihre Anmeldungen bleiben." in anna.last.text
    assert await left(world, token) == 1

    await hand(world, anna, "Ändern", Pick(int(version), "take"))
    await anna.taps("Ändern")

    assert anna.toast == "Diese Auswahl ist nicht mehr aktuell."
    assert await left(world, token) == 1

    await bela.opens(token)
    await hand(world, bela, "Ändern", Pick(int(version), "take"))
    await bela.taps("Ändern")

    assert await member(world, bela) is None


async def test_another_sector_asks_for_the_district_first(world: World, anna: Person) -> None:
    await world.joins(anna)
    token = await world.invite(office=None, sector=Sector.POLICE, uses=2)
    await anna.opens(token)
    await anna.taps("Im ganzen Kreisgebiet")

    assert (
        f"Bisher: {KAARST}\nMit dieser Einladung: Fachkraft, Polizei, kreisweit" in anna.last.text
    )
    assert await left(world, token) == 2

    await anna.taps("Ändern")
    found = await member(world, anna)

    assert found is not None
    assert (found.office, found.sector) == ("county-wide", Sector.POLICE)
    assert await left(world, token) == 1


@pytest.mark.long
async def test_the_last_lead_stays_until_there_is_another(
    world: World, coordinator: Person, anna: Person
) -> None:
    await world.joins(coordinator, Role.LEAD)
    token = await world.invite(Role.SPECIALIST, "rkn-neuss")
    await coordinator.opens(token)

    assert "Sie sind die letzte Person in der Federführung" in coordinator.last.text
    assert coordinator.last.labels == ["Jemanden einladen", "Zum Menü"]

    await presses_again(world, coordinator, token)

    assert "Bitte laden Sie zuerst eine weitere Federführung ein." in coordinator.last.text

    await coordinator.says("/loeschen")

    assert "Zuerst braucht das Netzwerk eine andere Federführung." in coordinator.last.text

    await hand(world, coordinator, "Ja, alles löschen", Erase())
    await coordinator.taps("Ja, alles löschen")

    assert "Deshalb wurde nichts gelöscht." in coordinator.last.text
    assert await left(world, token) == 1

    await world.joins(anna, Role.LEAD, "rkn-neuss")
    await coordinator.opens(token)
    await coordinator.taps("Ändern")

    assert "Von jetzt an: Fachkraft, Jugendamt der Stadt Neuss." in coordinator.last.text

    await anna.says("/loeschen")

    assert "Zuerst braucht das Netzwerk eine andere Federführung." in anna.last.text


@pytest.mark.long
@pytest.mark.parametrize("away", ["silent", "blocked"])
async def test_a_lead_who_goes_silently_stays_and_is_told_of(
    world: World, coordinator: Person, anna: Person, bela: Person, away: str
) -> None:
    await world.joins(coordinator, Role.LEAD)
    await world.joins(anna, Role.COORDINATOR, "rkn-neuss")
    await world.joins(bela)
    if away == "blocked":
        await coordinator.blocks()
        await world.moves(31 * DAY)
    else:
        await world.moves_to(START + 300 * DAY)
        await anna.says("/menu")
        await world.moves_to(START + 366 * DAY)

    assert "Die Federführung nutzt diesen Bot lange nicht mehr." in anna.reads()
    assert "Die Federführung" not in bela.reads()
    assert "In 30 Tagen werden Ihre Daten gelöscht" not in coordinator.reads()
    assert await member(world, coordinator) is not None
    assert (await member(world, bela) is None) is (away == "silent")


async def test_one_person_pressing_at_once_takes_one_use(world: World, anna: Person) -> None:
    token = await world.invite(uses=3)
    newcomer = Newcomer(in_chat(anna.id), Role.SPECIALIST, Place("rkn-kaarst", Sector.YOUTH_OFFICE))

    async def presses() -> object:
        async with world.bot.database.transaction() as store:
            doors, people, waiting = store.invitations, store.persons, store.access
            return await join(doors, people, waiting, token, newcomer, world.clock.now(), BERLIN)

    came = await asyncio.gather(*(presses() for _ in range(4)))

    assert len({each.id for each in came if isinstance(each, Member)}) == 1
    assert await left(world, token) == 2


async def test_two_leads_cannot_go_at_once(world: World, anna: Person, bela: Person) -> None:
    await world.joins(anna, Role.LEAD)
    await world.joins(bela, Role.LEAD)
    met = asyncio.Event()

    async def goes(person: Person) -> None:
        async with world.bot.database.transaction() as store:
            found = await store.persons.by_chat(in_chat(person.id))
            assert found is not None
            if not await must_stay(store.persons, found):
                await asyncio.wait([asyncio.create_task(met.wait())], timeout=0.2)
                await store.persons.erase(found.id)

    await asyncio.gather(goes(anna), goes(bela))
    async with world.bot.database.reading() as store:
        assert await store.persons.count() == 1


async def test_a_consent_is_one_to_the_text_that_was_shown(
    world: World, anna: Person, bela: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = await world.invite(uses=2)
    await anna.opens(token)
    await world.joins(bela)
    monkeypatch.setattr("domain.person.CONSENT_VERSION", 2)
    await anna.taps("Einverstanden")

    assert "Bitte schreiben Sie hier nichts über Kinder" in anna.last.text
    assert await member(world, anna) is None

    await hand(world, anna, "Alter Knopf", AgreedBefore(token))
    await anna.taps("Alter Knopf")

    assert "Bitte schreiben Sie hier nichts über Kinder" in anna.last.text
    assert await member(world, anna) is None

    await anna.taps("Einverstanden")
    found = await member(world, anna)

    assert found is not None
    assert found.consent_version == 2

    await bela.says("/start")
    shown = bela.last.message_id
    monkeypatch.setattr("domain.person.CONSENT_VERSION", 3)
    await bela.presses(shown, 0, 0)
    old = await member(world, bela)

    assert old is not None
    assert old.consent_version == 1

    await bela.taps("Einverstanden")
    new = await member(world, bela)

    assert new is not None
    assert (new.consent_version, new.role, new.office) == (3, old.role, old.office)


async def test_who_is_let_in_agreed_to_what_was_shown(
    world: World, coordinator: Person, outsider: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await asks(outsider)
    monkeypatch.setattr("domain.person.CONSENT_VERSION", 2)
    await coordinator.says("/start")
    await coordinator.taps("Einverstanden")
    await coordinator.taps("Freigeben")
    found = await member(world, outsider)

    assert found is not None
    assert found.consent_version == 1
    assert "Ihre Anfrage ist freigegeben." in outsider.last.text
    assert "Bitte schreiben Sie hier nichts über Kinder" in outsider.last.text

    await outsider.taps("Einverstanden")
    renewed = await member(world, outsider)

    assert renewed is not None
    assert renewed.consented


async def test_a_member_who_declines_hears_what_is_true(world: World, anna: Person) -> None:
    await anna.opens(await world.invite())
    consent = anna.last.message_id
    rows = [[dict(button) for button in row] for row in anna.chat.posts[consent].rows]
    await anna.taps("Einverstanden")
    anna.chat.posts[consent].rows[:] = rows
    await anna.presses(consent, 1, 0)

    assert "Was vorher gespeichert war, bleibt." in anna.messages[-2].text
    assert "Namen eintragen" in anna.last.text  # the question that is still open follows
    assert await member(world, anna) is not None
