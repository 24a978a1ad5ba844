"""A word to many: seen before it goes, taken back as a whole or not at all, told in counts."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from domain.channel import in_chat
from domain.training import Training
from standin.people.person import Person
from storage.tables import broadcast
from talk.announce import Announce
from talk.write import TakeBackWord, Write, WriteToAll
from tests.chat.conftest import World
from tests.chat.stage import TITLE, coordinates, crowd, hand, ledger, plan, planned

WORD = (
    "Der Saal hat gewechselt: Wir treffen uns im Foyer.\n\nBitte bringen Sie Ihre Unterlagen mit."
)


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world, plan(seats=1))


async def registers(world: World, person: Person, office: str = "rkn-neuss") -> Person:
    await world.joins(person, office=office)
    await person.says("/termine")
    await person.taps(f"1. {TITLE}")
    label = "Anmelden" if "Anmelden" in person.last.labels else "Auf die Warteliste"
    await person.taps(label)
    return person


async def writes(world: World, coordinator: Person, to: str = "Angemeldete mit Platz") -> None:
    await coordinator.says("/verwalten")
    await coordinator.taps(f"1. {TITLE}")

    assert max(map(len, coordinator.last.buttons)) == 2  # of three, words break on a phone

    await coordinator.taps("Nachricht")
    await coordinator.taps(to)
    await coordinator.says(WORD)


def got(person: Person) -> list[str]:
    return [m.text for m in person.messages if m.text.startswith(("Nachricht zu", "Mitteilung ·"))]


@pytest.mark.long
async def test_a_word_to_those_with_a_seat_takes_three_taps_and_a_text(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await registers(world, anna)
    await registers(world, bela)
    await coordinates(world, coordinator)
    await writes(world, coordinator)

    assert "So lesen es die anderen:" in coordinator.last.text
    assert WORD in coordinator.last.text
    assert "An: Angemeldete mit Platz\nErreicht wenige Personen (unter 5)." in coordinator.last.text

    await coordinator.taps("Jetzt senden")

    assert "Bis dahin können Sie alles zurücknehmen." in coordinator.last.text
    assert got(anna) == []

    await world.moves(timedelta(seconds=61))

    assert got(anna) == [
        (
            f"Nachricht zu: {TITLE}\nFr., 12.03.2027, 09:00–12:30 Uhr\n\n{WORD}"
            "\n\nKoordinierungsstelle, Jugendamt der Stadt Kaarst"
        )
    ]
    assert got(bela) == []
    assert any("Gesendet an wenige Personen (unter 5)." in m.text for m in coordinator.messages)
    assert "notice-published" not in await ledger(world)


@pytest.mark.long
async def test_it_is_taken_back_within_a_minute_and_nobody_gets_it(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await registers(world, anna)
    await coordinates(world, coordinator)
    await writes(world, coordinator)
    await coordinator.taps("Jetzt senden")
    await coordinator.taps("Zurücknehmen")

    assert coordinator.toast == "Die Nachricht ist zurückgenommen. Niemand hat sie erhalten."

    await world.moves(timedelta(minutes=5))

    assert got(anna) == []
    assert "Es wurde nichts gesendet." in coordinator.last.text


@pytest.mark.long
async def test_once_it_goes_out_it_is_too_late_and_all_get_it(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await registers(world, anna)
    await coordinates(world, coordinator)
    await writes(world, coordinator)
    await coordinator.taps("Jetzt senden")
    await world.moves(timedelta(seconds=61))
    number = await _newest(world)
    await hand(world, coordinator, "Zurücknehmen", TakeBackWord(number))
    await coordinator.taps("Zurücknehmen")

    assert coordinator.toast == "Dafür ist es zu spät: Die Nachricht geht schon hinaus."
    assert len(got(anna)) == 1


async def _newest(world: World) -> int:
    async with world.bot.database.reading() as store:
        row = await store.broadcasts._first(sa.select(sa.func.max(broadcast.c.id).label("n")))
    assert row is not None
    return int(row.n)


@pytest.mark.long
async def test_a_notice_goes_to_the_network_and_counts_as_one(
    world: World, anna: Person, bela: Person, coordinator: Person, outsider: Person
) -> None:
    await world.joins(anna, office="rkn-neuss")
    await world.joins(bela, office="rkn-kaarst")
    await coordinates(world, coordinator)
    await crowd(world, 4)
    await coordinator.says("/verwalten")
    await coordinator.taps("Mitteilung ans Netzwerk")
    await coordinator.taps("Alle im Netzwerk")
    await coordinator.says("Die neue Leitlinie gilt ab Montag.")

    assert "An: Alle im Netzwerk\nErreicht 7 Personen." in coordinator.last.text

    await coordinator.taps("Jetzt senden")
    await world.moves(timedelta(seconds=61))

    assert (
        got(anna)
        == got(bela)
        == [
            (
                "Mitteilung · Netzwerk Kinderschutz im Rhein-Kreis Neuss"
                "\n\nDie neue Leitlinie gilt ab Montag."
            )
        ]
    )
    assert outsider.messages == []
    assert await ledger(world) == {
        "notice-published": 1,
        "notice-audience": 7,
        "notice-delivered": 7,
    }


async def test_a_notice_that_is_taken_back_counts_for_nothing(
    world: World, anna: Person, coordinator: Person
) -> None:
    await world.joins(anna, office="rkn-neuss")
    await coordinates(world, coordinator)
    await coordinator.says("/verwalten")
    await coordinator.taps("Mitteilung ans Netzwerk")
    await coordinator.taps("Alle im Netzwerk")
    await coordinator.says("Die neue Leitlinie gilt ab Montag.")
    await coordinator.taps("Jetzt senden")

    assert await ledger(world) == {}

    await coordinator.taps("Zurücknehmen")
    await world.moves(timedelta(minutes=5))

    assert got(anna) == []
    assert "Es wurde nichts gesendet." in coordinator.last.text
    assert await ledger(world) == {}


@pytest.mark.long
async def test_district_and_sector_narrow_each_other(
    world: World, anna: Person, bela: Person, coordinator: Person
) -> None:
    await world.joins(anna, office="rkn-neuss")
    await world.joins(bela, office="rkn-kaarst")
    await coordinates(world, coordinator)
    await coordinator.says("/verwalten")
    await coordinator.taps("Mitteilung ans Netzwerk")
    await coordinator.taps("Nach Bezirk und Handlungsfeld")
    await coordinator.taps("Stadt Neuss")
    await coordinator.taps("Weiter")
    await coordinator.taps("Weiter")
    await coordinator.says("Die neue Leitlinie gilt ab Montag.")
    await coordinator.taps("Jetzt senden")
    await world.moves(timedelta(seconds=61))

    assert len(got(anna)) == 1
    assert got(bela) == []


async def test_words_about_a_case_are_neither_kept_nor_sent(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await registers(world, anna)
    await coordinates(world, coordinator)
    await coordinator.says("/verwalten")
    await coordinator.taps(f"1. {TITLE}")
    await coordinator.taps("Nachricht")
    await coordinator.taps("Angemeldete mit Platz")
    case = "Es geht um ein 7-jähriges Kind aus der Gruppe."
    await coordinator.says(case)

    assert "klingt nach einem einzelnen Fall" in coordinator.last.text
    assert "Jetzt senden" not in coordinator.last.labels
    assert all(case not in m.text for m in coordinator.messages)

    await coordinator.says("a" * 701)

    assert "höchstens 700 Zeichen" in coordinator.last.text


@pytest.mark.long
async def test_only_who_looks_after_a_training_writes_to_its_people(
    world: World,
    anna: Person,
    coordinator: Person,
    training: Training,
) -> None:
    await registers(world, anna)
    await coordinates(world, coordinator, office="rkn-neuss")
    for person in (anna, coordinator):
        for action in (Write(training.id), WriteToAll(), TakeBackWord(1)):
            await hand(world, person, "Versuch", action)
            await person.taps("Versuch")
            if person is coordinator and isinstance(action, WriteToAll):
                await person.taps("Abbrechen")

    async with world.bot.database.reading() as store:
        assert await store.broadcasts.of_training(training.id) == []
    assert got(anna) == []


@pytest.mark.long
async def test_the_text_is_sealed_and_forgotten_after_a_month(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await registers(world, anna)
    await coordinates(world, coordinator)
    await writes(world, coordinator)
    await coordinator.taps("Jetzt senden")
    await world.moves(timedelta(seconds=61))
    number = await _newest(world)
    async with world.bot.database.reading() as store:
        kept = await store.broadcasts._scalar(sa.select(broadcast.c.words))
        assert await store.broadcasts.words(number) == WORD

    assert b"Foyer" not in kept

    await world.moves(timedelta(days=31))
    async with world.bot.database.reading() as store:
        assert await store.broadcasts.words(number) is None


@pytest.mark.long
async def test_who_wants_no_announcements_gets_none_but_all_of_their_own_trainings(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await registers(world, anna)
    await world.joins(bela, office="rkn-neuss")
    await coordinates(world, coordinator)
    for person, wanted in ((anna, "Keine"), (bela, "Nur meine Themen")):
        await person.says("/profil")
        await person.taps("Ankündigungen")
        await person.taps(wanted)

        assert f"✓ {wanted}" in person.last.labels

    await hand(world, coordinator, "Ankündigen", Announce(training.id))
    await coordinator.taps("Ankündigen")
    await coordinator.taps("Alle im Netzwerk")

    assert "Erreicht eine Person." in coordinator.last.text

    await coordinator.taps("Abbrechen")
    async with world.bot.database.transaction() as store:
        known = await store.persons.by_chat(in_chat(bela.id))
        assert known is not None
        await store.persons.subscribe(known.id, training.plan.topic, on=True)
    await coordinator.taps("Ankündigen")
    await coordinator.taps("Alle im Netzwerk")

    assert "Erreicht 2 Personen." in coordinator.last.text

    await coordinator.taps("Abbrechen")
    await writes(world, coordinator)
    await coordinator.taps("Jetzt senden")
    await world.moves(timedelta(seconds=61))

    assert len(got(anna)) == 1


@pytest.mark.long
async def test_what_is_unknown_is_held_and_decided_by_who_looks_after_the_training(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await registers(world, anna)
    await coordinates(world, coordinator)
    await writes(world, coordinator)
    world.telegram.fault("sendMessage", "reset", after=True, chat_id=anna.id)
    await coordinator.taps("Jetzt senden")
    await world.moves(timedelta(minutes=10))

    assert len(got(anna)) == 1  # it had arrived, and is not repeated by itself
    assert "Ungewisse erneut senden" in coordinator.labels

    await coordinator.taps("Ungewisse erneut senden")

    assert coordinator.toast == "Eine Nachricht wird erneut gesendet."
    assert len(got(anna)) == 2
    assert anna.last.text.endswith("Vielleicht haben Sie diese Nachricht schon erhalten.")
