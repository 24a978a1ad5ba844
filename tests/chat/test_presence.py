"""At the door, where a network wants it: a code checks in, hosts mark, the closing proposes it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from domain.network import Network
from domain.paper import Paper
from domain.presence import Mark
from domain.training import CoHost, Training
from domain.vocabulary import Role
from standin.people.person import Person
from storage.tables import registration
from talk.paper import Print
from talk.presence import LetFirstIn, MarkPresence, SeePresence
from talk.write import Write
from tests.chat.conftest import World
from tests.chat.stage import STARTS, TITLE, coordinates, hand, plan, planned
from tests.chat.test_close import registered
from tests.chat.test_paper import file, words

DOORS = STARTS - timedelta(minutes=30)
AFTER = STARTS + timedelta(hours=4)


@pytest.fixture
def network(network: Network) -> Network:
    return replace(network, presence=True)


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world, plan(seats=2, co_hosts=(CoHost("rkn-meerbusch"),)))


async def seated(world: World, anna: Person, bela: Person, *waiting: Person) -> None:
    """Let two have a seat, one of them by name, and others wait."""
    await world.joins(anna, office="rkn-neuss", name="Änne Müller")
    await world.joins(bela)
    await registered(world, anna, bela)
    for person in waiting:
        await world.joins(person, office="rkn-neuss")
        await person.says("/termine")
        await person.taps(f"1. {TITLE}")
        await person.taps("Auf die Warteliste")


async def marks(world: World) -> list[bool | None]:
    async with world.bot.database.reading() as store:
        query = sa.select(registration.c.came).order_by(registration.c.seat_code)
        return [row.came for row in await store.gates._all(query)]


async def code(world: World, coordinator: Person, training: Training) -> str:
    """Let a coordinator print the code, and scan it from the paper."""
    await hand(world, coordinator, "Code", Print(training.id, Paper.CHECK_IN))
    await coordinator.taps("Code")
    said = words(file(coordinator, "code.pdf"))
    assert "Der Code lässt sich abfotografieren" in said
    found = re.search(r"start=(c-[0-9]+-[\w-]{20})", said.replace(" ", ""))
    assert found is not None
    return found[1]


@pytest.mark.long
async def test_who_has_a_seat_checks_in_by_the_code_and_nobody_else(
    world: World,
    anna: Person,
    bela: Person,
    coordinator: Person,
    outsider: Person,
    training: Training,
) -> None:
    waits = world.telegram.person(301, "Wartend")
    await coordinates(world, coordinator)
    other = await coordinates(world, world.telegram.person(901, "Nebenan"), "rkn-neuss")
    await seated(world, anna, bela, waits)
    scanned = await code(world, coordinator, training)

    await anna.opens(scanned)

    assert anna.last.text.startswith("Das geht erst ab einer Stunde vor Beginn.")
    assert "Fr., 12.03.2027, 09:00–12:30 Uhr" in anna.last.text

    await world.moves_to(DOORS)
    await anna.opens(scanned)

    assert anna.last.text.startswith(f"Sie sind eingecheckt.\n\n{TITLE}")

    await anna.opens(scanned)

    assert anna.last.text.startswith("Sie waren schon eingecheckt.")

    for person in (waits, other):
        await person.opens(scanned)

        assert person.last.text.startswith("Hier ist kein Platz vergeben.")
    await outsider.opens(scanned)
    first = outsider.last.text
    await outsider.opens("c-77-AAAAAAAAAAAAAAAAAAAA")

    assert outsider.last.text == first
    assert "eingecheckt" not in first

    await bela.opens(f"{scanned[:-1]}{'A' if scanned[-1] != 'A' else 'B'}")

    assert bela.last.text.startswith("Dieser Code gilt hier nicht.")
    assert await marks(world) == [True, None, None]

    await anna.says("/meine")
    await anna.taps(f"1. {TITLE}")

    assert "Vermerkt: Sie waren da." in anna.last.text

    await anna.says("/auskunft")

    assert "Bestätigt, da" in anna.reads()
    kept = [m.document for m in anna.messages if m.document is not None][-1]
    assert kept is not None
    assert json.loads(kept.content)["registrations"][0]["came"] is True

    await anna.says("/datenschutz")

    assert "Bei Ihrer Anmeldung kann stehen, ob und wie lange Sie da waren." in anna.reads()

    await world.moves_to(AFTER)
    await bela.opens(scanned)

    assert bela.last.text.startswith("Das ist vorbei.")
    assert await marks(world) == [True, None, None]


@pytest.mark.long
async def test_the_hosts_mark_on_a_list_and_let_the_first_of_the_line_in(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    first = world.telegram.person(301, "Erste")
    await coordinates(world, coordinator)
    co_host = await coordinates(world, world.telegram.person(902, "Mit"), "rkn-meerbusch")
    await seated(world, anna, bela, first)
    await coordinator.says("/verwalten")
    await coordinator.taps(f"1. {TITLE}")
    await coordinator.taps("Wer angemeldet ist")

    assert "Wer da ist" not in coordinator.last.labels

    await world.moves_to(DOORS)
    await coordinator.says("/verwalten")
    await coordinator.taps(f"1. {TITLE}")
    await coordinator.taps("Wer angemeldet ist")
    await coordinator.taps("Wer da ist")
    await coordinator.taps("Nummer 01")

    assert "Platz 01, Jugendamt der Stadt Neuss: Änne Müller – da" in coordinator.last.text
    assert "Da: 1 · Fehlen: 0" in coordinator.last.text
    assert coordinator.last.buttons == [
        ["Nummer 01", "Nummer 02"],
        ["Verkürzte Teilnahme"],
        ["Nächste Person der Warteliste hereinlassen"],
        ["Zurück"],
    ]

    await coordinator.taps("Nächste Person der Warteliste hereinlassen")

    assert "kein Platz frei" in coordinator.toast
    assert await marks(world) == [True, None, None]

    async with world.bot.database.transaction() as store:
        more = replace(training.plan, seats=3)
        await store.trainings.set_plan(training.id, more, moved=False)
    await hand(world, co_host, "Tür", SeePresence(training.id, 0))
    await co_host.taps("Tür")
    await co_host.taps("Nächste Person der Warteliste hereinlassen")

    assert first.last.text.startswith("Sie sind nachgerückt und haben einen Platz.")
    assert co_host.toast == "Nummer 03 hat jetzt einen Platz und ist da."

    await co_host.taps("Nummer 02")
    await co_host.taps("Nummer 02")

    assert "Platz 02, Jugendamt der Stadt Kaarst – fehlt" in co_host.last.text
    assert await marks(world) == [True, False, True]

    await co_host.taps("Nummer 02")

    assert await marks(world) == [True, None, True]

    lead = await coordinates(world, world.telegram.person(903, "Leitung"), "rkn-neuss", Role.LEAD)
    for person, knows in ((co_host, True), (lead, False)):
        await hand(world, person, "Schreiben", Write(training.id))
        await person.taps("Schreiben")

        assert ("Wer da war" in person.last.labels) is knows


@pytest.mark.long
async def test_nobody_else_reads_or_sets_a_mark(
    world: World,
    anna: Person,
    bela: Person,
    coordinator: Person,
    outsider: Person,
    training: Training,
) -> None:
    await seated(world, anna, bela)
    await world.moves_to(DOORS)
    await outsider.opens()
    other = await coordinates(world, world.telegram.person(901, "Nebenan"), "rkn-neuss")
    lead = await coordinates(world, world.telegram.person(903, "Leitung"), "rkn-neuss", Role.LEAD)
    presses = (
        SeePresence(training.id, 0),
        MarkPresence(training.id, 1, Mark.CAME, 0),
        LetFirstIn(training.id, 0),
        Print(training.id, Paper.CHECK_IN),
    )
    for action in presses:
        for person in (outsider, bela, other, lead):
            await hand(world, person, "Los", action)
            await person.taps("Los")

            assert "Wer da ist" not in person.last.text
            assert person.last.document is None

    assert lead.toast == "Diese Auswahl ist nicht mehr aktuell."
    assert await marks(world) == [None, None]


@pytest.mark.long
async def test_the_closing_proposes_it_and_who_was_there_is_asked(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await seated(world, anna, bela)
    await world.moves_to(AFTER)
    await coordinator.taps("Abschließen")

    assert coordinator.last.text.endswith("Zusammen: 2 Personen")

    await hand(world, coordinator, "Vermerken", MarkPresence(training.id, 2, Mark.CAME, 0))
    await coordinator.taps("Vermerken")
    await coordinator.taps("So abschließen")

    closing = next(m for m in reversed(coordinator.messages) if "So abschließen" in m.labels)
    assert closing.text.startswith("Inzwischen hat sich geändert, wer da war.")
    assert "Stadt Neuss: 0 von 1 Angemeldeten" in closing.text
    assert closing.text.endswith("Zusammen: eine Person")

    await coordinator.taps("So abschließen")

    assert f"Abgeschlossen: {TITLE}, eine Teilnahme." in coordinator.reads()

    await world.moves(timedelta(hours=24))

    assert "Rückmeldung" in bela.last.text
    assert "Rückmeldung" not in anna.reads()

    await hand(world, coordinator, "Alle", Print(training.id, Paper.CERTIFICATES))
    await coordinator.taps("Alle")

    assert "Eine Bescheinigung" in coordinator.last.text
    await hand(world, coordinator, "Noch", MarkPresence(training.id, 1, Mark.CAME, 0))
    await coordinator.taps("Noch")

    assert "abgeschlossen" in coordinator.toast
    assert await marks(world) == [None, True]


class TestWhereItIsOff:
    @pytest.fixture
    def network(self, network: Network) -> Network:
        return replace(network, presence=False)

    async def test_there_is_nothing_of_it(
        self, world: World, anna: Person, bela: Person, coordinator: Person, training: Training
    ) -> None:
        await coordinates(world, coordinator)
        await seated(world, anna, bela)
        await world.moves_to(DOORS)
        for action in (
            SeePresence(training.id, 0),
            MarkPresence(training.id, 1, Mark.CAME, 0),
            LetFirstIn(training.id, 0),
            Print(training.id, Paper.CHECK_IN),
        ):
            await hand(world, coordinator, "Los", action)
            await coordinator.taps("Los")

            assert coordinator.last.document is None
            assert "Wer da ist" not in coordinator.last.text
        await anna.opens("c-1-AAAAAAAAAAAAAAAAAAAA")

        assert anna.last.text.startswith("Dieser Code gilt hier nicht.")
        await coordinator.says("/verwalten")
        await coordinator.taps(f"1. {TITLE}")
        await coordinator.taps("Drucken")

        assert "Code für die Tür" not in coordinator.last.labels

        await coordinator.taps("Zurück")
        await coordinator.taps("Wer angemeldet ist")

        assert "Wer da ist" not in coordinator.last.labels
        await anna.says("/datenschutz")

        assert "Ob Sie da waren" not in anna.reads()
        assert await marks(world) == [None, None]
