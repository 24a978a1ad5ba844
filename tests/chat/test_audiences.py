"""To whom is written: offers to who agreed to the text of today, what concerns them to all."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from domain import plan_change
from domain.announce_audience import Audience
from domain.feedback import ask
from domain.vocabulary import Role, Sector
from standin.people.person import Person
from talk.announce_saved import DropSaved
from talk.register import RegisterUnseen
from tests.chat.conftest import World
from tests.chat.stage import BERLIN, STARTS, TITLE, coordinates, hand, plan, planned, sends
from tests.chat.test_announce import begins, cards_of
from tests.chat.test_close import registered

AGREED = "domain.person.CONSENT_VERSION"


async def renews(person: Person) -> None:
    await person.says("/start")
    await person.taps("Einverstanden")


async def test_who_agreed_to_an_older_text_is_offered_nothing_and_hears_what_concerns_them(
    world: World,
    anna: Person,
    bela: Person,
    coordinator: Person,
    outsider: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    training = await planned(world)
    await coordinates(world, coordinator)
    await world.joins(anna, office="rkn-neuss")
    await world.joins(bela, office="rkn-neuss")
    await registered(world, anna, bela)
    monkeypatch.setattr(AGREED, 2)
    await renews(coordinator)
    await renews(bela)
    async with world.bot.database.transaction() as store:
        reach = await store.persons.reach(Audience(), training)
        asked = await ask(store, world.bot.parts.network, training.id, world.clock.now())

    assert (reach.people, asked) == (2, 1)

    await world.moves_to(STARTS - timedelta(hours=25))

    assert anna.last.text.startswith("Erinnerung")
    assert bela.reads().count("Erinnerung: morgen") == anna.reads().count("Erinnerung: morgen")

    async with world.bot.database.transaction() as store:
        network = world.bot.parts.network
        await plan_change.cancel(store, network, training.id, world.clock.now())
    await world.moves(timedelta(hours=13))

    assert "Diese Veranstaltung ist abgesagt." in anna.reads()
    assert outsider.messages == []


async def test_the_reach_that_is_shown_is_who_gets_it(
    world: World,
    anna: Person,
    bela: Person,
    coordinator: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    training = await planned(world)
    await world.joins(anna, office="rkn-neuss")
    await world.joins(bela, office="rkn-neuss")
    monkeypatch.setattr(AGREED, 2)
    await renews(bela)
    await begins(world, coordinator, training)
    await coordinator.taps("Nach Bezirk und Handlungsfeld")
    await coordinator.taps("Stadt Neuss")
    await coordinator.taps("Weiter")
    await coordinator.taps("Weiter")

    assert "Erreicht eine Person." in coordinator.last.text

    await sends(world, coordinator)

    assert "1 von 1 zugestellt." in coordinator.reads()
    assert (len(cards_of(anna)), len(cards_of(bela))) == (0, 1)


async def test_a_training_for_one_sector_says_so_on_every_card(
    world: World, anna: Person, bela: Person, coordinator: Person
) -> None:
    training = await planned(world, plan(sectors=(Sector.POLICE,)))
    await world.joins(bela)
    token = await world.invite(office=None, sector=Sector.POLICE)
    await anna.opens(token)
    await anna.taps("Einverstanden")
    await anna.taps("Stadt Neuss")
    await anna.taps("Ohne Namen weiter")
    await begins(world, coordinator, training)

    assert "Nur für: Polizei" in coordinator.last.text
    assert "Nur für: Polizei" in coordinator.messages[-2].text

    await coordinator.taps("Alle im Netzwerk")

    assert "An: Alle im Netzwerk, davon nur: Polizei\nErreicht eine Person." in (
        coordinator.last.text
    )

    await coordinator.taps("Zurück")
    await coordinator.taps("Nach Bezirk und Handlungsfeld")
    await coordinator.taps("Weiter")
    await coordinator.taps("Polizei")
    await coordinator.taps("Weiter")

    assert "An: Polizei\n" in coordinator.last.text

    await sends(world, coordinator)

    assert "Nur für: Polizei" in cards_of(anna)[0]
    assert cards_of(bela) == []


async def test_a_coordinator_who_blocked_the_bot_is_not_the_one_who_is_asked(
    world: World, coordinator: Person, bela: Person
) -> None:
    await planned(world)
    await coordinates(world, coordinator)
    await world.joins(bela, Role.LEAD, "rkn-neuss")
    await coordinator.blocks()
    await world.moves_to(datetime(2027, 3, 12, 13, 0, tzinfo=BERLIN))

    assert bela.last.text.startswith(f"Bitte abschließen\n\n{TITLE}")


async def test_a_refusal_too_long_for_an_alert_follows_as_a_message(
    world: World, bela: Person, outsider: Person
) -> None:
    others = tuple(sector for sector in Sector if sector is not Sector.YOUTH_OFFICE)
    training = await planned(world, plan(sectors=others))
    await world.joins(bela)
    await hand(world, bela, "Anmelden", RegisterUnseen(training.id))
    await world.settled()
    await bela.taps("Anmelden")
    whole = next(m.text for m in bela.messages if m.text.startswith(bela.toast[:40]))

    assert bela.toast.endswith("…")
    assert 150 < len(bela.toast) <= 200
    assert whole.startswith(bela.toast[:-1])  # cut behind a word
    assert whole[len(bela.toast) - 1] in " ,"
    assert bela.query is not None
    assert bela.query.alert
    assert outsider.messages == []


@pytest.mark.long
@pytest.mark.differs  # what no other story asks of storage
async def test_what_was_put_together_is_saved_offered_first_and_removed(
    world: World, anna: Person, bela: Person, coordinator: Person
) -> None:
    training = await planned(world)
    await world.joins(anna, office="rkn-neuss")
    await world.joins(bela, office="rkn-dormagen")
    await begins(world, coordinator, training)
    await coordinator.taps("Nach Bezirk und Handlungsfeld")
    await coordinator.taps("Stadt Neuss")
    await coordinator.taps("Weiter")
    await coordinator.taps("Jugendamt")
    await coordinator.taps("Weiter")
    await coordinator.taps("Auswahl merken")

    assert "Auswahl nicht merken" in coordinator.last.labels

    await sends(world, coordinator)
    await coordinator.says("/verwalten")
    await coordinator.taps("Mitteilung ans Netzwerk")

    assert coordinator.last.labels[0] == "Stadt Neuss; Jugendamt"

    await coordinator.taps("Stadt Neuss; Jugendamt")
    await coordinator.says("Die neue Leitlinie gilt ab Montag.")

    assert "An: Stadt Neuss; Jugendamt\nErreicht wenige" in coordinator.last.text
    assert "Auswahl merken" not in coordinator.last.labels

    await sends(world, coordinator)

    assert anna.last.text.startswith("Mitteilung")
    assert not bela.last.text.startswith("Mitteilung")

    await coordinator.says("/verwalten")
    await coordinator.taps("Mitteilung ans Netzwerk")
    await hand(world, anna, "Weg damit", DropSaved(1))
    await anna.taps("Weg damit")

    assert anna.last.text == "Das können nur Koordinierende."

    await coordinator.taps("Gemerkte Auswahl entfernen")
    await coordinator.taps("Zurück")
    await coordinator.taps("Gemerkte Auswahl entfernen")
    await coordinator.taps("Entfernen: Stadt Neuss; Jugendamt")

    assert coordinator.toast == "Entfernt."
    assert coordinator.last.labels == [
        "Alle im Netzwerk",
        "Nach Bezirk und Handlungsfeld",
        "Abbrechen",
    ]


async def test_what_another_office_saved_is_neither_shown_nor_removed(
    world: World, coordinator: Person, bela: Person
) -> None:
    await coordinates(world, coordinator)
    await coordinates(world, bela, office="rkn-neuss")
    async with world.bot.database.transaction() as store:
        await store.audiences.add("rkn-kaarst", ["rkn-neuss"], [])
    await bela.says("/verwalten")
    await bela.taps("Mitteilung ans Netzwerk")

    assert bela.last.labels[0] == "Alle im Netzwerk"

    await hand(world, bela, "Weg damit", DropSaved(1))
    await bela.taps("Weg damit")

    async with world.bot.database.reading() as store:
        assert len(await store.audiences.of_office("rkn-kaarst")) == 1
