"""Closing: asked for after the end, proposed from the registrations, written once, in numbers."""

from datetime import date, datetime, timedelta

import pytest

from domain.ledger.entries import LedgerKind
from domain.training import Training
from domain.vocabulary import EventStatus
from standin.people.person import Person
from talk.close import Close
from tests.chat.conftest import World
from tests.chat.stage import BERLIN, STARTS, TITLE, coordinates, hand, ledger, plan, planned

AFTER = datetime(2027, 3, 12, 13, 0, tzinfo=BERLIN)


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world)


async def registered(world: World, *people: Person) -> None:
    for person in people:
        await person.says("/termine")
        await person.taps(f"1. {TITLE}")
        await person.taps("Anmelden")


async def held(world: World, anna: Person, bela: Person, coordinator: Person) -> None:
    """Let two come in and register, and the training be over."""
    await coordinates(world, coordinator)
    await world.joins(anna, office="rkn-neuss", name="Änne Müller")
    await world.joins(bela)
    await registered(world, anna, bela)
    await world.moves_to(AFTER)


async def breakdown(world: World, which: str) -> dict[str, int]:
    async with world.bot.database.reading() as store:
        rows = await store.ledger.between(date(2027, 1, 1), date(2027, 12, 31))
    return {
        getattr(row, which): row.n
        for row in rows
        if row.kind is LedgerKind.ATTENDANCE and getattr(row, which) is not None
    }


async def test_the_host_is_asked_after_the_end_and_closes_with_one_more_tap(
    world: World,
    anna: Person,
    bela: Person,
    coordinator: Person,
    outsider: Person,
    training: Training,
) -> None:
    await held(world, anna, bela, coordinator)

    assert coordinator.last.text.startswith(f"Bitte abschließen\n\n{TITLE}")
    assert outsider.messages == []

    await coordinator.taps("Abschließen")

    assert "Stadt Neuss: 1 von 1 Angemeldeten" in coordinator.last.text
    assert coordinator.last.text.endswith("Zusammen: 2 Personen")
    assert "Müller" not in coordinator.reads()

    await coordinator.taps("So abschließen")

    assert coordinator.last.text == f"Abgeschlossen: {TITLE}, 2 Teilnahmen."
    assert await ledger(world) == {
        "event-held": 1,
        "registered-at-start": 2,
        "attendance": 2,
        "registration-confirmed": 2,
    }
    assert await breakdown(world, "office") == {"rkn-kaarst": 1, "rkn-neuss": 1}
    assert await breakdown(world, "sector") == {"youth-office": 2}


async def test_the_rows_stand_on_the_first_local_day(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await held(world, anna, bela, coordinator)
    await coordinator.taps("Abschließen")
    await coordinator.taps("So abschließen")
    async with world.bot.database.reading() as store:
        rows = await store.ledger.between(date(2020, 1, 1), date(2040, 1, 1))

    assert {row.day for row in rows} == {STARTS.date()}


@pytest.mark.long
async def test_numbers_change_by_buttons_and_by_typing(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await held(world, anna, bela, coordinator)
    await coordinator.taps("Abschließen")
    card = coordinator.last
    neuss = next(label for label in card.labels if "Neuss" in label)
    await coordinator.taps(neuss)

    assert "Bitte schreiben Sie die Zahl." in coordinator.last.text

    await coordinator.says("zwölf <12>")

    assert "Das ist keine passende Zahl." in coordinator.last.text

    await coordinator.says("12")

    assert coordinator.last.text.endswith("Zusammen: 13 Personen")

    await coordinator.taps("Eins weniger")

    assert coordinator.toast.endswith("Kaarst: 0")
    assert coordinator.last.text.endswith("Zusammen: 12 Personen")

    await coordinator.taps("Eins weniger")

    assert coordinator.last.text.endswith("Zusammen: 12 Personen")

    await coordinator.taps("Alle gekommen")

    assert coordinator.last.text.endswith("Zusammen: 2 Personen")
    assert "Alle gekommen" not in coordinator.last.labels


async def test_who_came_without_registration_is_added(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await held(world, anna, bela, coordinator)
    await coordinator.taps("Abschließen")
    await coordinator.taps("Weitere Institution")
    await coordinator.taps("Dormagen")
    police = next(label for label in coordinator.last.labels if label.startswith("Polizei"))
    await coordinator.taps(police)
    await coordinator.taps("Eins mehr")

    assert coordinator.toast.endswith(": 2")

    await coordinator.taps("So abschließen")

    by_sector = await breakdown(world, "sector")

    assert by_sector["police"] + by_sector["youth-office"] == 4
    assert by_sector["police"] >= 1
    assert sum((await breakdown(world, "office")).values()) == 4


async def test_a_second_closing_changes_nothing_and_says_so(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await held(world, anna, bela, coordinator)
    await coordinator.taps("Abschließen")
    world.telegram.settled = None
    await coordinator.taps("So abschließen")
    await coordinator.taps("So abschließen")
    world.telegram.settled = world.pressed
    await world.settled()
    before = await ledger(world)
    await hand(world, coordinator, "Noch einmal", Close(training.id))
    await coordinator.taps("Noch einmal")

    assert coordinator.toast == "Diese Veranstaltung ist bereits abgeschlossen."
    assert await ledger(world) == before
    assert before["event-held"] == 1


async def test_of_two_coordinators_the_second_learns_that_it_is_done(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, anna)
    await coordinates(world, coordinator)
    await coordinates(world, bela, office="rkn-neuss")
    await world.moves_to(AFTER)
    for person in (anna, coordinator):
        await person.taps("Abschließen")
    await coordinator.taps("So abschließen")
    await anna.taps("So abschließen")

    assert anna.toast == "Diese Veranstaltung ist bereits abgeschlossen."
    assert "Bitte abschließen" not in bela.reads()

    await hand(world, bela, "Fremde abschließen", Close(training.id))
    await bela.taps("Fremde abschließen")

    assert bela.toast == "Diese Veranstaltung ist bereits abgeschlossen."


async def test_only_what_is_over_and_took_place_is_closed(
    world: World, bela: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await coordinates(world, bela, office="rkn-neuss")
    for person in (coordinator, bela):
        await hand(world, person, "Zu früh", Close(training.id))
        await person.taps("Zu früh")

        assert person.toast == "Diese Veranstaltung ist noch nicht vorbei."

    off = await planned(world, plan(seats=5))
    async with world.bot.database.transaction() as store:
        await store.trainings.set_status(off.id, EventStatus.CANCELLED)
    await world.moves_to(AFTER)
    await hand(world, coordinator, "Abgesagte", Close(off.id))
    await coordinator.taps("Abgesagte")

    assert coordinator.toast.startswith("Diese Veranstaltung ist abgesagt.")
    assert sum("Bitte abschließen" in m.text for m in coordinator.messages) == 1

    await hand(world, bela, "Fremde", Close(training.id))
    await bela.taps("Fremde")

    assert bela.toast == "Das kann nur die einladende Koordinierungsstelle."


async def test_who_does_not_close_is_asked_once_more_after_a_week(
    world: World, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await world.moves_to(AFTER)
    await coordinator.taps("Abschließen")
    await coordinator.taps("Später")

    assert coordinator.last.labels == ["Abschließen"]

    for _ in range(4):
        await world.moves(timedelta(days=7))
    sent = [entry.text for entry in world.telegram.sent if entry.chat_id == coordinator.id]

    assert sum(text.startswith("Bitte abschließen") for text in sent) == 1
    assert sum(text.startswith("Noch offen: bitte abschließen") for text in sent) == 1


async def test_an_evening_event_is_asked_about_in_the_morning(
    world: World, coordinator: Person
) -> None:
    evening = datetime(2027, 3, 12, 17, 30, tzinfo=BERLIN)
    await planned(world, plan(evening))
    await coordinates(world, coordinator)
    await world.moves_to(datetime(2027, 3, 12, 21, 30, tzinfo=BERLIN))

    assert "Bitte abschließen" not in coordinator.reads()

    await world.moves_to(datetime(2027, 3, 13, 7, 1, tzinfo=BERLIN))

    assert coordinator.last.text.startswith("Bitte abschließen")


@pytest.mark.long
async def test_reminders_are_counted_though_their_deliveries_are_forgotten(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    """The reminder a week before is older than deliveries are kept when the event is closed."""
    await coordinates(world, coordinator)
    await world.joins(anna)
    await world.joins(bela)
    await registered(world, anna, bela)
    await world.moves_to(datetime(2027, 3, 5, 9, 0, tzinfo=BERLIN))
    await world.moves_to(datetime(2027, 3, 11, 9, 0, tzinfo=BERLIN))
    await world.moves_to(datetime(2027, 3, 15, 9, 0, tzinfo=BERLIN))
    async with world.bot.database.reading() as store:
        kept = await store.outcomes.reminders_sent(training.id)

    assert kept == {"one-day": 2}

    await coordinator.taps("Abschließen")
    await coordinator.taps("So abschließen")
    await world.moves(timedelta(days=10))

    assert (await ledger(world))["reminder-sent"] == 4


@pytest.mark.long
async def test_a_closing_survives_a_restart(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    from bot.app import Bot

    await held(world, anna, bela, coordinator)
    await coordinator.taps("Abschließen")
    await coordinator.taps("Eins weniger")
    world.bot = Bot(world.bot.parts)
    await world.bot.initialize()
    await coordinator.taps("So abschließen")

    assert (await ledger(world))["attendance"] == 1


@pytest.mark.long
async def test_quick_steps_of_one_card_add_up(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await held(world, anna, bela, coordinator)
    await coordinator.taps("Abschließen")
    world.telegram.settled = None
    for _ in range(3):
        await coordinator.taps("Eins mehr")
    world.telegram.settled = world.pressed
    await world.settled()

    assert coordinator.last.text.endswith("Zusammen: 5 Personen")


async def test_an_old_button_never_counts_beneath_newer_numbers(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    for person in (coordinator, bela):
        await coordinates(world, person)
    await world.joins(anna, office="rkn-neuss")
    await registered(world, anna)
    await world.moves_to(AFTER)
    for person in (coordinator, bela):
        await person.taps("Abschließen")
    first = coordinator.last.message_id
    await coordinator.says("/termine")  # the question follows on a card of its own
    second = coordinator.last.message_id
    await coordinator.taps("Eins mehr")
    await coordinator.presses(first, 1, 1)

    assert coordinator.toast == "Diese Auswahl ist nicht mehr aktuell."

    await coordinator.says("Neuss 7\nKaarst 2")
    await coordinator.presses(second, 1, 1)

    assert coordinator.toast == "Diese Auswahl ist nicht mehr aktuell."
    assert coordinator.last.text.endswith("Zusammen: 9 Personen")

    await bela.taps("Eins weniger")  # who closes the same training counts for herself

    assert bela.last.text.endswith("Zusammen: 0 Personen")
    assert coordinator.last.text.endswith("Zusammen: 9 Personen")


async def test_many_institutions_come_in_pages(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await held(world, anna, bela, coordinator)
    await coordinator.taps("Abschließen")
    await coordinator.says("Dormagen 3\nGrevenbroich 4\nMeerbusch 5")

    assert "Seite 2 von 2" in coordinator.last.text
    assert "Jugendamt der Stadt Meerbusch: 5 von 0 Angemeldeten" in coordinator.last.text
    assert "Zusammen: 14 Personen" in coordinator.last.text

    await coordinator.taps("Eins mehr")

    assert coordinator.toast == "Jugendamt der Stadt Meerbusch: 6"

    await coordinator.taps("Vorige Seite")
    await coordinator.taps("Eins weniger")

    assert coordinator.toast.endswith("Kaarst: 0")
    assert "Zusammen: 14 Personen" in coordinator.last.text


async def test_lines_are_taken_where_one_number_is_asked_for(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await held(world, anna, bela, coordinator)
    await coordinator.taps("Abschließen")
    await coordinator.taps(next(label for label in coordinator.last.labels if "Neuss" in label))
    await coordinator.says("Kaarst 4")

    assert "Übernommen:\nJugendamt der Stadt Kaarst: 4" in coordinator.last.text
    assert coordinator.last.text.endswith("Zusammen: 5 Personen")


async def test_who_came_though_nobody_was_registered(
    world: World, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await world.moves_to(AFTER)
    await coordinator.taps("Abschließen")

    assert coordinator.last.text.endswith("Uhr\n\nWie viele sind gekommen?\nZusammen: 0 Personen")
    assert coordinator.last.labels == ["Weitere Institution", "So abschließen", "Später"]

    await coordinator.taps("Weitere Institution")
    await coordinator.taps("Zurück")
    await coordinator.says("Kaarst 2")
    await coordinator.taps("So abschließen")

    assert (await ledger(world))["attendance"] == 2
