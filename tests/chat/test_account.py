"""A new Telegram account: made by the own office, stopped by the old chat, moved whole."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta

import pytest

from domain import account as rules
from domain.channel import in_chat
from domain.register import Registered, register
from domain.training import Training
from domain.vocabulary import Topic
from standin.people.person import Person
from talk.account import AskAccount, MakeAccountLink
from tests.chat.conftest import World
from tests.chat.stage import STARTS, coordinates, hand, plan, planned
from tests.chat.test_people import number
from tests.chat.test_register import opens_card

HOUR = timedelta(hours=1)


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world, plan(seats=1))


@pytest.fixture
def anew(world: World) -> Person:
    return world.telegram.person(111, "Anna neu")


async def makes(coordinator: Person, entry: str) -> str:
    """Make a link for a member; return what stands behind `start=`."""
    await coordinator.says("/mitglieder")
    await coordinator.taps(entry)
    await coordinator.taps("Neues Telegram-Konto")
    await coordinator.taps("Link erstellen")
    found = re.search(r"start=(k-[\w-]{22})", coordinator.last.text)
    assert found, coordinator.last.text
    return found[1]


@pytest.mark.long
async def test_everything_moves_after_a_day_and_the_old_chat_is_nobodys(
    world: World, anna: Person, anew: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna, name="Änne Beispiel")
    await coordinates(world, coordinator)
    await opens_card(anna)
    await anna.taps("Anmelden")
    async with world.bot.database.transaction() as store:
        await store.persons.subscribe(await number(world, anna), Topic.TRAUMA, on=True)
    link = await makes(coordinator, "1. Änne Beispiel")
    await anew.opens(link)
    await anew.taps("Einverstanden")

    assert anew.last.text.startswith("Der Wechsel ist vorgemerkt.")
    assert "Ihr Konto kommt am Mi., 10.02.2027, 10:00 Uhr in diesen Chat." in anew.last.text
    assert anna.last.text.startswith("Ihr Konto soll in einen anderen Chat umziehen.")

    await anew.says("/meine")

    assert "geschlossen" in anew.last.text

    await anna.says("/auskunft")

    assert any("Ein Wechsel Ihres Kontos ist vorgemerkt" in m.text for m in anna.messages)

    await world.moves(24 * HOUR)

    assert anna.last.text.startswith("Ihr Konto ist umgezogen.")
    assert anew.last.text.startswith("Ihr Konto ist jetzt in diesem Chat.")

    await anna.says("/meine")
    await anew.says("/meine")
    await anew.says("/themen")

    assert "geschlossen" in anna.last.text
    assert "Ihre Anmeldung" in anew.messages[-2].text
    assert "Trauma" in anew.last.text

    await world.moves_to(STARTS - timedelta(days=1))

    assert any(m.text.startswith("Erinnerung") for m in anew.messages)
    assert not any(m.text.startswith("Erinnerung") for m in anna.messages)


async def test_the_old_chat_stops_it_and_the_new_one_is_told(
    world: World, anna: Person, anew: Person, coordinator: Person
) -> None:
    nearby = await coordinates(world, world.telegram.person(903, "Nebenan"), "rkn-neuss")
    await world.joins(anna, name="Änne Beispiel")
    await coordinates(world, coordinator)
    link = await makes(coordinator, "1. Änne Beispiel")
    await anew.opens(link)
    await anew.taps("Einverstanden")
    await anna.taps("Wechsel stoppen")

    assert anna.last.text.startswith("Der Wechsel ist gestoppt.")
    assert anew.last.text.startswith("Der Wechsel findet nicht statt.")
    assert coordinator.last.text.startswith("Ein Wechsel zu einem neuen Telegram-Konto wurde gest")
    assert "Änne" not in coordinator.last.text
    assert "Wechsel" not in nearby.last.text

    await coordinator.taps("Wer ist das?")

    assert "Änne Beispiel" in coordinator.last.text

    await anna.taps("Wechsel stoppen") if "Wechsel stoppen" in anna.last.labels else None
    await world.moves(25 * HOUR)
    await anew.says("/meine")
    await anna.says("/meine")

    assert "geschlossen" in anew.last.text
    assert "keine Anmeldungen" in anna.last.text

    await anew.opens(link)

    assert anew.last.text.startswith("Dieser Link ist nicht gültig")


async def test_a_link_that_nobody_opened_is_told_of_once(
    world: World, anna: Person, coordinator: Person
) -> None:
    await world.joins(anna, name="Änne Beispiel")
    await coordinates(world, coordinator)
    await makes(coordinator, "1. Änne Beispiel")
    await world.moves(47 * HOUR)

    assert "wurde nicht benutzt" not in coordinator.reads()

    await world.moves(3 * HOUR)
    await world.moves(24 * HOUR)

    told = [m for m in coordinator.messages if "wurde nicht benutzt" in m.text]
    assert len(told) == 1
    assert "benutzt" not in anna.reads()


async def test_a_link_is_for_one_stranger_in_time_who_agreed(
    world: World, anna: Person, bela: Person, anew: Person, coordinator: Person, outsider: Person
) -> None:
    await world.joins(anna, name="Änne Beispiel")
    await world.joins(bela)
    await coordinates(world, coordinator)
    link = await makes(coordinator, "1. Änne Beispiel")
    await bela.opens(link)

    assert bela.last.text.startswith("Dieser Chat gehört schon zu einem Mitglied.")

    await anew.opens(link)
    await anew.taps("Nicht einverstanden")
    await anew.says("/auskunft")

    assert anew.last.text == "Über Sie ist hier nichts gespeichert."

    await anew.opens(link)
    await anew.taps("Einverstanden")
    await outsider.opens(link)

    assert outsider.last.text.startswith("Dieser Link ist nicht gültig")

    await anew.says("/auskunft")

    assert any("Ein Wechsel in diesen Chat ist vorgemerkt" in m.text for m in anew.messages)

    await anew.says("/loeschen")
    await anew.taps("Ja, alles löschen")
    await world.moves(25 * HOUR)
    await anna.says("/meine")

    assert "keine Anmeldungen" in anna.last.text

    link = await makes(coordinator, "1. Änne Beispiel")
    await world.moves(48 * HOUR)
    await outsider.opens(link)

    assert outsider.last.text.startswith("Dieser Link ")


@pytest.mark.long
async def test_only_the_own_office_makes_one(
    world: World, anna: Person, bela: Person, coordinator: Person, outsider: Person
) -> None:
    await world.joins(anna, name="Änne Beispiel")
    await world.joins(bela)
    await coordinates(world, coordinator)
    colleague = await coordinates(world, world.telegram.person(903, "Kollegin"))
    other = await coordinates(world, world.telegram.person(901, "Nebenan"), "rkn-neuss")
    await outsider.opens()
    whom = await number(world, anna)
    for action in (AskAccount(whom), MakeAccountLink(whom)):
        for person in (outsider, bela, other):
            await hand(world, person, "Los", action)
            await person.taps("Los")

            assert "start=" not in person.last.text
        assert other.toast == "Dieses Mitglied gehört zu einer anderen Stelle."

    await hand(world, coordinator, "Los", MakeAccountLink(await number(world, colleague)))
    await coordinator.taps("Los")

    assert coordinator.toast == "Für Koordinierende erstellt nur die Federführung einen Link."


@pytest.mark.differs  # two write to one person at the same moment
async def test_who_registers_while_the_account_moves_has_the_seat_in_the_new_chat(
    world: World, anna: Person, anew: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna, name="Änne Beispiel")
    await coordinates(world, coordinator)
    whom = await number(world, anna)
    for n in range(4):
        old, new = (anna, anew) if n % 2 == 0 else (anew, anna)
        of = await planned(world, plan(seats=1))
        now = world.clock.now()
        async with world.bot.database.transaction() as store:
            member = await store.persons.get(whom)
            assert member is not None
            lead = await store.persons.by_chat(in_chat(coordinator.id))
            assert lead is not None
            await rules.make(store, lead, member, f"{n:022}", now)
            await rules.claim(store, f"{n:022}", in_chat(new.id), "de", now)
            (due,) = await store.accounts.due(now + 24 * HOUR)

        async def moves(number: int = due) -> object:
            async with world.bot.database.transaction() as store:
                return await rules.move(store, number, world.clock.now() + 24 * HOUR)

        async def registers(chat: int = old.id, number: int = of.id) -> bool:
            async with world.bot.database.transaction() as store:
                person = await store.persons.by_chat(in_chat(chat))
                if person is None:
                    return False
                now = world.clock.now()
                found = await register(store.registrations, number, person, now)
            return isinstance(found, Registered)

        steps = (moves(), registers()) if n < 2 else (registers(), moves())
        done = await asyncio.gather(*steps)
        async with world.bot.database.reading() as store:
            assert await store.persons.by_chat(in_chat(old.id)) is None
            there = await store.persons.by_chat(in_chat(new.id))
            own = await store.registrations.of(of.id, whom)

        assert there is not None
        assert there.id == whom
        assert (own is not None) is (True in done)
